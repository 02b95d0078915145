//! "I", "we", "our" in a quotation: who speaks there, and for whom.

use super::{Entities, EntityId, Mention, MentionKind};
use crate::statements::Statements;
use crate::words::Words;

/// Resolves the first person inside what somebody is quoted as saying: "I" is the speaker, "we" the speaker's party.
pub fn resolve_first_person(entities: &mut Entities, statements: &Statements, words: &Words) {
    for statement in &statements.all {
        let Some(speaker) = statement.speaker else {
            continue;
        };
        if speaker >= entities.all.len() {
            continue;
        }
        for word in statement.content.iter().cloned().flatten() {
            if word >= words.len() || entities.of_word[word].is_some() {
                continue;
            }
            let party: Option<EntityId> = entities.all[speaker].party;
            let meant = match words.form(word).to_lowercase().as_str() {
                "i" | "me" | "my" | "mine" | "myself" => speaker,
                "we" | "us" | "our" | "ours" | "ourselves" => party.unwrap_or(speaker),
                _ => continue,
            };
            // The country code, not the pronoun.
            if words.form(word) == "US" {
                continue;
            }
            entities.of_word[word] = Some(meant);
            entities.mentions.push(Mention {
                words: word..word + 1,
                head: word,
                entity: meant,
                kind: MentionKind::Pronoun,
            });
        }
    }
    entities
        .mentions
        .sort_by_key(|mention| (mention.head, mention.words.start));
}
