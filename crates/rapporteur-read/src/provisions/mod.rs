//! Provisions: the things that could be agreed, each with its topic and its numbers.

mod cores;
mod measures;
mod mentions;
mod things;
mod topics;

use std::ops::Range;

use rapporteur_lexicon::{Domain, Lexicon, TopicWord};
use rapporteur_model::{Parameter, Stance};
use rapporteur_syntax::{NameKind, Rel, Upos};

use self::measures::{is_aspect, is_bound};
use self::mentions::{Known, fuller_name, is_pronoun, meant, same_words};
use self::topics::Subjects;
use crate::blocks::Blocks;
use crate::entities::{Entities, EntityId};
use crate::numbers::parameters;
use crate::proposals::Proposals;
use crate::stances::{Claim, PremiseKind, Stances, Target};
use crate::words::Words;

/// The provisions of a report, in the order of their words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Provisions(pub Vec<Provision>);

/// One thing that could be agreed.
#[derive(Debug, Clone, PartialEq)]
pub struct Provision {
    /// Its words.
    pub words: Range<usize>,
    /// The word that heads them.
    pub head: usize,
    /// Key of the topics lexicon.
    pub topic: Option<String>,
    /// PA-X code of the topic.
    pub pa_x: Option<String>,
    /// Index of the proposal it belongs to.
    pub proposal: Option<usize>,
    /// The party it would bind.
    pub subject: Option<EntityId>,
    /// Places it is about, as written.
    pub places: Vec<String>,
    /// Its numbers.
    pub parameters: Vec<Parameter>,
    /// Whether it becomes an entry of the record: talks as such, somebody's red lines, a deal that may come are what
    /// positions are on, but no things to agree to.
    pub in_record: bool,
}

/// Makes the provisions that the stances are toward. The second value names, for each claim, its provision.
pub fn provisions(
    words: &Words,
    blocks: &Blocks,
    entities: &Entities,
    proposals: &Proposals,
    stances: &Stances,
    lexicon: &Lexicon,
) -> (Provisions, Vec<Vec<usize>>) {
    let mut all: Vec<Provision> = Vec::new();
    let mut said: Vec<Known> = Vec::new();
    let mut of_claim = vec![Vec::new(); stances.0.len()];
    let subjects = Subjects::new(words, blocks, entities, lexicon);
    // In the order of what they are toward: "the idea" may be let go in words that begin before the idea is told.
    let mut order: Vec<usize> = (0..stances.0.len()).collect();
    order.sort_by_key(|&claim| match &stances.0[claim].on {
        Target::Phrase(_, phrase) => phrase.start,
        _ => usize::MAX,
    });
    for number in order {
        let claim = &stances.0[number];
        let Target::Phrase(head, phrase) = &claim.on else {
            continue;
        };
        let (head, phrase) = things::thing(words, proposals, stances, claim, *head, phrase.clone());
        let (mut head, mut phrase) = (head, phrase);
        let mut known = same_words(&all, &phrase);
        if known.is_none()
            && is_pronoun(words, &phrase)
            && let Some(deed) = things::told(words, claim, head)
        {
            // "offers them hourly": how it would be done is the thing.
            phrase = deed;
        } else if known.is_none() && is_pronoun(words, &phrase) {
            known = meant(words, &all, &said, head, &phrase, None);
            if known.is_none() {
                let found = things::antecedent(
                    words,
                    head,
                    |range| subjects.names_one(range),
                    |word| entities.actor(word).is_some(),
                );
                let Some(found) = found else {
                    // "It" that stands for nothing we know is no thing to agree on.
                    continue;
                };
                (head, phrase) = found;
                known = same_words(&all, &phrase);
            }
        }
        let one = words.lemma(head) == "one";
        if known.is_none() && !one {
            known = meant(words, &all, &said, head, &phrase, None);
        }
        if known.is_none()
            && let Some((fuller, name)) = fuller_name(words, head, &phrase, |word| {
                entities.actor(word).is_some() || proposals.at(word).is_some()
            })
        {
            (head, phrase) = (fuller, name);
            known = same_words(&all, &phrase);
        }
        let (head, phrase) = (head, &phrase);
        let in_record = things::could_be_agreed(
            words,
            proposals,
            claim,
            head,
            phrase,
            subjects.names_one(phrase),
        );
        let index = known.unwrap_or_else(|| {
            let new = provision(
                words,
                entities,
                proposals,
                &subjects,
                &all,
                claim,
                head,
                phrase.clone(),
            );
            // "The quota", "a floor" have the topic of what stands around them, which is another thing; "the paragraph" is it.
            let pointed = words.child(head, &[Rel::Det]).is_some();
            let borrowed = is_bound(words, phrase) || !pointed && is_aspect(words, phrase);
            let own = new.topic.as_deref().filter(|_| !borrowed);
            let known = meant(words, &all, &said, head, phrase, own)
                .filter(|&index| !said[index].is_set_against(words, phrase, claim));
            known.unwrap_or_else(|| {
                all.push(new);
                all.len() - 1
            })
        });
        all[index].in_record |= in_record;
        said.resize(all.len(), Known::default());
        said[index].learn(words, phrase.clone(), claim);
        let mut provisions = vec![index];
        if let Some(topic) = second_topic(words, lexicon, phrase, all[index].topic.as_deref()) {
            let twin = all.iter().position(|other| {
                other.words == all[index].words && other.topic.as_ref() == Some(&topic)
            });
            provisions.push(twin.unwrap_or_else(|| {
                let pa_x = lexicon
                    .topics
                    .get(&topic)
                    .and_then(|topic| topic.pa_x.clone());
                all.push(Provision {
                    topic: Some(topic),
                    pa_x,
                    ..all[index].clone()
                });
                all.len() - 1
            }));
        }
        of_claim[number] = provisions;
    }
    asked(words, entities, proposals, stances, &subjects, &mut all);
    (Provisions(all), of_claim)
}

/// What an offer asks of another party is a provision too: "would open its ports if Belora ends the levy".
#[allow(
    clippy::too_many_arguments,
    reason = "all that a provision is made from"
)]
fn asked(
    words: &Words,
    entities: &Entities,
    proposals: &Proposals,
    stances: &Stances,
    subjects: &Subjects,
    all: &mut Vec<Provision>,
) {
    for claim in &stances.0 {
        let (Some(premise), Some(holder)) = (&claim.premise, claim.holders.first()) else {
            continue;
        };
        let subject = words.child(premise.head, &[Rel::Nsubj, Rel::NsubjPass]);
        let giver = subject
            .and_then(|subject| entities.actor(subject))
            .and_then(|actor| entities.party(actor));
        // "… provided the wounded are among them", "open to it if the charge were paid in crowns": nobody is named, but it is
        // asked of the other side.
        let asked = giver.is_none()
            && subject.is_some()
            && matches!(
                claim.stance,
                Stance::AcceptsIf | Stance::Offers | Stance::Open | Stance::Supports
            )
            && matches!(premise.kind, PremiseKind::If | PremiseKind::Subject)
            && !happens(words, premise.head);
        let given = asked
            || giver.is_some_and(|giver| giver != holder.party)
            || premise.kind == PremiseKind::Exchange && premise.words.len() > 2;
        let phrase = words.trim(without_mark(words, premise.words.clone()));
        // "In exchange," alone does not say for what.
        let says_what = phrase.clone().any(|word| match words.upos(word) {
            Upos::Verb => true,
            Upos::Noun => !matches!(words.lemma(word), "exchange" | "return"),
            _ => false,
        });
        let given = given && says_what;
        if !given || phrase.is_empty() || same_words(all, &phrase).is_some() {
            continue;
        }
        let mut new = provision(
            words,
            entities,
            proposals,
            subjects,
            all,
            claim,
            premise.head,
            phrase,
        );
        new.subject = giver;
        new.proposal = None;
        new.in_record = true;
        all.push(new);
    }
}

/// "Once a ceasefire holds", "if a settlement is reached": a state of things, which nobody gives alone.
fn happens(words: &Words, verb: usize) -> bool {
    matches!(
        words.lemma(verb),
        "hold"
            | "reach"
            | "sign"
            | "conclude"
            | "happen"
            | "come"
            | "fail"
            | "succeed"
            | "begin"
            | "resume"
            | "last"
    )
}

/// "unless Belora left": without the conjunction.
fn without_mark(words: &Words, mut range: Range<usize>) -> Range<usize> {
    while range.start < range.end
        && (words.rel(range.start) == Rel::Mark || words.rel(range.start) == Rel::Punct)
    {
        range.start += 1;
    }
    range
}

/// "Protections for Russian speakers and Orthodox believers": a shared head gives the same words under two topics.
fn second_topic(
    words: &Words,
    lexicon: &Lexicon,
    phrase: &Range<usize>,
    first: Option<&str>,
) -> Option<String> {
    let fellow = phrase.clone().find(|&word| {
        words.rel(word) == Rel::Conj
            && words.upos(word) == Upos::Noun
            && words.head(word).is_some_and(|head| {
                phrase.contains(&head)
                    && words.rel(head) == Rel::Nmod
                    && words.upos(head) == Upos::Noun
            })
    })?;
    let named = |range: Range<usize>| {
        let read: Vec<TopicWord> = range
            .flat_map(|word| lexicon.topics.read(words.lemma(word)))
            .collect();
        // Under 8 a topic is only a guess.
        (lexicon.topics)
            .classify(&read, &[], &Domain::default())
            .filter(|found| found.score >= 8)
            .map(|found| found.topic.key.clone())
    };
    let own = words.subtree(fellow);
    let (one, other) = (
        named(phrase.start..own.start.max(phrase.start))?,
        named(own)?,
    );
    match first {
        Some(first) if one == first && other != first => Some(other),
        Some(first) if other == first && one != first => Some(one),
        _ => None,
    }
}

#[allow(
    clippy::too_many_arguments,
    reason = "all that a provision is made from"
)]
fn provision(
    words: &Words,
    entities: &Entities,
    proposals: &Proposals,
    subjects: &Subjects,
    earlier: &[Provision],
    claim: &Claim,
    head: usize,
    phrase: Range<usize>,
) -> Provision {
    let found = subjects.topic_of(head, &phrase, earlier);
    let key = found.map(|topic| topic.key.clone());
    let pa_x = found.and_then(|topic| topic.pa_x.clone());
    let places = words
        .syntax
        .names
        .0
        .iter()
        .filter(|name| phrase.contains(&name.words.start))
        .filter(|name| {
            // "Lenn, Asse and the coast": a name among places is one.
            let first = words.first_conjunct(name.words.end - 1);
            let among = words.syntax.names.0.iter().any(|other| {
                other.words.contains(&first)
                    && other.kind == NameKind::Place
                    && first < name.words.start
            });
            matches!(name.kind, NameKind::Place | NameKind::State) || among
        })
        .filter(|name| entities.actor(name.words.end - 1).is_none())
        .map(|name| words.text_of(name.words.clone()).to_owned())
        .collect();
    let subject = words
        .child(head, &[Rel::Nsubj, Rel::NmodPoss])
        .filter(|at| phrase.contains(at))
        .and_then(|at| entities.actor(at))
        .and_then(|actor| entities.party(actor))
        .or_else(|| {
            matches!(claim.stance, Stance::Offers | Stance::AcceptsIf)
                .then(|| claim.holders.first().map(|holder| holder.party))
                .flatten()
        });
    let proposal = claim.via.or_else(|| {
        let rule = claim.rule.as_str();
        matches!(rule, "text-provides" | "under-text").then(|| {
            let sentence = words.sentence(words.sentence_of(head));
            sentence.clone().find_map(|word| proposals.at(word))
        })?
    });
    Provision {
        words: phrase.clone(),
        head,
        topic: key,
        pa_x,
        proposal,
        subject,
        places,
        parameters: parameters(words, phrase),
        in_record: false,
    }
}
