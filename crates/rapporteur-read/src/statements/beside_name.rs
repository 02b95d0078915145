//! Quotations beside the name of who speaks: "“…” — Ana Fenn", "Orveth. “…”".

use std::ops::Range;

use rapporteur_syntax::Upos;

use super::classes::Kind;
use super::quotes::Quote;
use super::source::Source;
use super::{Context, Draft};

impl Context<'_, '_> {
    /// "…" — Ana Fenn: a quotation with the name of its speaker behind a dash, up to the end of the block.
    pub(super) fn signed(&self, quote: &Quote) -> Option<Draft> {
        let words = self.words;
        let block = self.blocks.items[quote.block].span;
        let inside = words.inside(block);
        let dash = (quote.words.end..inside.end.min(quote.words.end + 3))
            .find(|&word| matches!(words.form(word), "―" | "—" | "–" | "--" | "-"))?;
        let name = words.trim(dash + 1..inside.end);
        let bare = !name.is_empty()
            && name.len() <= 12
            && words.upos(name.start) == Upos::Propn
            && name
                .clone()
                .all(|word| !matches!(words.upos(word), Upos::Verb | Upos::Aux));
        bare.then(|| self.beside_name(quote, dash, name, "statement/quote-signed"))
    }

    /// "Orveth. “We cannot accept it.”", "Orveth: “…”": a quotation behind nothing but the name of who speaks, as
    /// explanations of position are printed.
    pub(super) fn headed(&self, quote: &Quote) -> Option<Draft> {
        let words = self.words;
        let inside = words.inside(self.blocks.items[quote.block].span);
        let mark = (quote.words.start.checked_sub(2)?..quote.words.start)
            .find(|&word| matches!(words.form(word), "." | ":" | "―" | "—" | "–" | "--"))?;
        let name = words.trim(inside.start..mark);
        let head = words.top(name.clone())?;
        let mention = (self.entities.mentions.iter())
            .find(|mention| name.contains(&mention.head) && mention.words.end >= name.end)?;
        let article = usize::from(words.lower(name.start) == "the");
        let bare = mention.words.start <= name.start + article
            && self.entities.actor(mention.head).is_some()
            && words.upos(name.end - 1) == Upos::Propn;
        bare.then(|| {
            let mut draft = self.beside_name(quote, mark, name, "statement/quote-headed");
            if let Some(source) = &mut draft.source {
                source.head = if mention.words.contains(&head) {
                    head
                } else {
                    mention.head
                };
            }
            draft
        })
    }

    /// A quotation beside the name of who speaks, with nothing but a mark between them.
    fn beside_name(
        &self,
        quote: &Quote,
        mark: usize,
        name: Range<usize>,
        rule: &'static str,
    ) -> Draft {
        Draft {
            cue: Some(mark..mark + 1),
            kind: Kind::Saying,
            source: Some(Source {
                head: self.words.top(name.clone()).unwrap_or(name.start),
                words: name,
                own: true,
            }),
            content: vec![quote.words.clone()],
            quoted: true,
            words: Some(self.inside(quote)),
            rule,
            ..Draft::default()
        }
    }
}
