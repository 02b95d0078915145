//! Whom somebody speaks for, told by the words around the name and not by an office: "who speaks for the Front", "for
//! Merin, Ada Brun said".

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::gather::Work;
use super::names::PieceKind;
use super::{EntityId, EntityKind, MentionKind};

impl Work<'_> {
    /// The words that name those whom a person speaks for; `phrase` is the name with the titles before it.
    pub(super) fn spoken_for(&self, phrase: Range<usize>) -> Option<usize> {
        self.told_before_name(phrase.start)
            .or_else(|| self.told_behind_name(phrase.end))
            .or_else(|| self.told_by_clause(phrase.end))
            .or_else(|| self.told_by_clients(phrase.end))
            .or_else(|| self.told_by_verb(self.verb_behind(phrase.end)))
            .or_else(|| self.told_by_predicate(phrase.clone()))
            .or_else(|| self.told_by_second(phrase.clone()))
            .or_else(|| self.told_by_belonging(phrase.end))
            .or_else(|| self.told_at_the_end(phrase.end))
            .or_else(|| self.told_by_far_office(&phrase))
            .or_else(|| self.told_around(phrase))
    }

    /// "The Greens, said Mr Orme, would vote for the text as it was": whoever tells it between a body and what it would do.
    fn told_around(&self, phrase: Range<usize>) -> Option<usize> {
        let tells = |verb: usize| {
            verb < self.words.len()
                && self.classes.has("tell", self.words.lemma(verb))
                && self.words.is_verb(verb)
        };
        let before = phrase.start.checked_sub(1)?;
        // "said Mr Orme", "Mr Orme says"
        let (comma, end) = match tells(before) {
            true => (before.checked_sub(1)?, phrase.end),
            false if tells(phrase.end) => (before, phrase.end + 1),
            false => return None,
        };
        let body = comma
            .checked_sub(1)
            .filter(|_| self.form_at(comma) == ",")?;
        let start = self.words.sentence(self.words.sentence_of(body)).start;
        // "The growers, Mr Orme says, are asking for more": who they are is found later.
        let plain = body == start + 1
            && self.lower(start) == "the"
            && self.words.upos(body) == rapporteur_syntax::Upos::Noun
            && self.is_body_noun(self.words.lemma(body));
        let opens = self.piece_at[body].is_some_and(|piece| {
            let first = self.pieces[piece].words.start;
            first == start || first == start + 1 && self.lower(start) == "the"
        });
        let goes_on = self.form_at(end) == ","
            && matches!(
                self.lower(end + 1),
                "would" | "will" | "could" | "can" | "had" | "has" | "was" | "were" | "is" | "are"
            );
        let stands = plain
            || matches!(
                self.kind_at(body),
                Some(EntityKind::Actor(kind)) if !matches!(kind, ActorType::Person | ActorType::Media)
            );
        let opens = opens || plain;
        (opens && goes_on && stands).then_some(body)
    }

    /// "Tomas Krell, the foreign minister, rejected it on behalf of Merin": of the last person named before.
    fn told_at_the_end(&self, end: usize) -> Option<usize> {
        let last = self.words.len().checked_sub(1)?;
        let sentence = self.words.sentence(self.words.sentence_of(end.min(last)));
        let on = (end..sentence.end)
            .find(|&word| self.lower(word) == "on" && self.lower(word + 1) == "behalf")?;
        let another = (end..on).any(|word| {
            let piece = self.piece_at[word].map(|piece| &self.pieces[piece]);
            piece.is_some_and(|piece| piece.kind == PieceKind::Person)
        });
        (!another)
            .then(|| self.on_behalf(on))?
            .map(|(_, last)| last)
    }

    /// "Ada Brun is president of the Carters' Union", "has been the chief negotiator for Merin": an office that a clause
    /// tells.
    fn told_by_copula(&self, verb: usize) -> Option<usize> {
        let sentence = self.words.sentence(self.words.sentence_of(verb));
        let mut at = verb;
        while at < sentence.end
            && (matches!(
                self.words.lemma(at),
                "be" | "have" | "become" | "elect" | "appoint" | "name"
            ) || matches!(
                self.lower(at),
                "now" | "also" | "still" | "the" | "a" | "an" | "its"
            ))
        {
            at += 1;
        }
        let office = (at..sentence.end.min(at + 7))
            .take_while(|&word| {
                super::names::Finder::is_nominal(self.words, word)
                    || self.words.xpos(word) == rapporteur_syntax::Xpos::Pos
            })
            .filter(|&word| self.classes.has("persons", self.words.lemma(word)))
            .last()
            .filter(|_| at > verb)?;
        let of = matches!(self.form_at(office + 1), "of" | "for" | "at" | "with");
        let the = usize::from(self.form_at(office + 2) == "the");
        (of.then(|| self.state_at(office + 2 + the)).flatten())
            .or_else(|| self.phrase(office).owners.first().copied())
    }

    /// "Ada Brun signed for Merin", "Brun heads the Merin side", "Brun has led the Merin delegation".
    fn told_by_verb(&self, verb: usize) -> Option<usize> {
        if verb + 2 >= self.words.len() {
            return None;
        }
        if matches!(self.words.lemma(verb), "be" | "become")
            || self.words.lemma(verb) == "have" && self.words.lemma(verb + 1) == "be"
        {
            return self.told_by_copula(verb);
        }
        // "has led", "will head"
        let verb = verb + usize::from(matches!(self.words.lemma(verb), "have" | "will"));
        match self.words.lemma(verb) {
            "sign" | "speak" | "negotiate" | "act" | "rise" | "attend" | "appear" | "answer"
            | "argue" | "plead" | "reply" | "testify" | "bargain" | "talk" | "lobby"
            | "campaign" | "lead"
                if self.form_at(verb + 1) == "for" =>
            {
                self.on_behalf(verb + 1)
                    .map(|(_, last)| last)
                    .or_else(|| self.body_meant(verb + 2).map(|(owner, _)| owner))
            }
            "belong" if self.form_at(verb + 1) == "to" => {
                self.body_meant(verb + 2).map(|(owner, _)| owner)
            }
            "preside" if self.form_at(verb + 1) == "over" => {
                self.body_from(verb + 2).map(|(owner, _)| owner)
            }
            "head" | "lead" | "represent" | "chair" | "run" | "command" | "found" => {
                let (body, _) = self.body_from(verb + 1)?;
                // "Ada Brun heads the pilots": who they are is found later.
                if self.piece_at[body].is_none() {
                    let plain = self.lower(verb + 1) == "the" && body == verb + 2;
                    let people = self.words.xpos(body) == Xpos::Nns;
                    let house = self
                        .classes
                        .has_any(&["leagues", "institutions"], self.words.lemma(body));
                    return (plain && (people || house)).then_some(body);
                }
                let last = self.state_at(body)?;
                let team = self.lower(last + 1);
                // A body that stands for itself is led whole; a state has a side.
                let whole = !matches!(
                    self.kind_at(last),
                    Some(EntityKind::Actor(ActorType::State))
                );
                let leads = whole
                    || self.words.lemma(verb) == "represent"
                    || self.classes.has("party", team)
                    || matches!(team, "mission" | "negotiators");
                leads.then_some(last)
            }
            _ => None,
        }
    }

    /// "Mr Orme said his party would support it. He leads the Reform Party", "She belongs to the Greens": told of the person by a
    /// pronoun.
    pub(super) fn by_pronoun_told(&self, id: EntityId) -> Option<EntityId> {
        (self.mentions.iter())
            .filter(|mention| {
                mention.entity == id
                    && mention.kind == MentionKind::Pronoun
                    && self.words.rel(mention.head) == Rel::Nsubj
                    && matches!(self.lower(mention.head), "he" | "she")
            })
            .map(|mention| self.verb_behind(mention.head + 1))
            .filter(|&verb| {
                verb < self.words.len()
                    && self.words.xpos(verb) == Xpos::Vbz
                    && !matches!(self.words.lemma(verb), "be" | "have" | "become")
            })
            .find_map(|verb| {
                let owner = self.told_by_verb(verb).or_else(|| self.led_at(verb))?;
                let body = self.of_word[owner]?;
                self.party_of(body).filter(|&party| party != id)
            })
    }

    /// "He chairs the county's roads board": what somebody leads, or whoever has it.
    fn led_at(&self, verb: usize) -> Option<usize> {
        let leads = matches!(
            self.words.lemma(verb),
            "head" | "lead" | "chair" | "run" | "represent" | "command"
        );
        let led = (self.words.child(verb, &[Rel::Obj])).filter(|_| leads)?;
        let owner = || self.words.child(led, &[Rel::NmodPoss]);
        let body = |&word: &usize| {
            self.of_word[word].is_some_and(|id| {
                matches!(
                    self.all[id].kind,
                    EntityKind::Actor(kind) if !matches!(kind, ActorType::Person | ActorType::Unnamed | ActorType::Media)
                )
            })
        };
        Some(led).filter(body).or_else(|| owner().filter(body))
    }

    /// "Ada Brun, whose family farms there, spoke for the growers": the verb stands behind what describes somebody.
    fn told_by_predicate(&self, phrase: Range<usize>) -> Option<usize> {
        let top = self.top(phrase.clone());
        let verb = self.words.head(top).filter(|&verb| {
            self.words.rel(top) == Rel::Nsubj
                && verb > phrase.end
                && self.form_at(phrase.end) == ","
                && matches!(self.form_at(verb.saturating_sub(1)), "," | ")")
        })?;
        self.told_by_verb(verb)
    }

    /// "Ada Brun played for Tolsk and now leads the Carters' Union", "keeps goats and is also mayor of the Town of Aster": a
    /// second thing that is told of her.
    fn told_by_second(&self, phrase: Range<usize>) -> Option<usize> {
        let top = self.top(phrase);
        let first = (self.words.head(top)).filter(|_| self.words.rel(top) == Rel::Nsubj)?;
        (self.words.conjuncts(first).into_iter())
            .filter(|&deed| deed > first && self.words.child(deed, &[Rel::Nsubj]).is_none())
            .find_map(|deed| match self.words.child(deed, &[Rel::Cop]) {
                Some(copula) => self.told_by_copula(copula),
                None if self.words.is_verb(deed) => self.told_by_verb(deed),
                None => None,
            })
    }

    /// "For the Liberals, Ada Brun said …", "Speaking for the Front, Ada Brun …": a sentence that opens with them.
    fn told_before_name(&self, start: usize) -> Option<usize> {
        let before = start.checked_sub(1)?;
        let comma = match self.form_at(before) == "," {
            true => before,
            // "For the Alliance Ada Brun said": the name follows right behind.
            false => start,
        };
        let sentence = self.words.sentence(self.words.sentence_of(before));
        if comma == start {
            let told = self.lower(sentence.start) == "for";
            let (whom, last) = self.on_behalf(sentence.start).filter(|_| told)?;
            return (whom == start).then_some(last);
        }
        let first = (sentence.start..comma).find(|&at| self.form_at(at) != "\"")?;
        if let Some((whom, last)) = self.on_behalf(first) {
            // "For the Liberals, who govern in both, Ada Brun said"
            let closed = whom == comma
                || self.form_at(whom) == ","
                    && matches!(self.lower(whom + 1), "which" | "who" | "whose");
            return closed.then_some(last);
        }
        // "For the borough, Ada Brun said"
        let (owner, past) = (self.lower(first) == "for")
            .then(|| self.body_from(first + 1))
            .flatten()?;
        (past == comma).then_some(owner)
    }

    /// "Ada Brun, for the Liberals,", "Ada Brun, speaking for Unirail,", "Ada Brun, representing Merin,".
    fn told_behind_name(&self, end: usize) -> Option<usize> {
        if !matches!(self.form_at(end), "," | "(") {
            return None;
        }
        // "Ada Brun, for the growers,"
        let (closes, last) = self.on_behalf(end + 1).or_else(|| {
            let bare = self.lower(end + 1) == "for" && self.form_at(end) == ",";
            bare.then(|| self.body_meant(end + 2))
                .flatten()
                .map(|(owner, past)| (past, owner))
        })?;
        matches!(self.form_at(closes), "," | ")" | "." | ";").then_some(last)
    }

    /// "Sheikh Nils Orme, who shuttles between the camps for the Peace Council," "who calls himself the Front's spokesman".
    fn told_by_clause(&self, end: usize) -> Option<usize> {
        if !matches!(self.form_at(end), "," | "(") || self.lower(end + 1) != "who" {
            return None;
        }
        let sentence = self.words.sentence(self.words.sentence_of(end));
        let clause = end + 2..sentence.end.min(end + 14);
        let clause = clause.start
            ..(clause.clone())
                .find(|&word| matches!(self.form_at(word), "," | ")" | ";" | "."))
                .unwrap_or(clause.end);
        let verb = clause.clone().find(|&word| self.words.is_verb(word))?;
        match self.words.lemma(verb) {
            // "who became president of the Carters' Union in May", "who has been the board's president"
            // "who teaches there and is president of the Carters' Union"
            _ if clause
                .clone()
                .skip(1)
                .any(|and| self.form_at(and) == "and" && self.lower_lemma(and + 1) == "be") =>
            {
                let and = clause
                    .clone()
                    .find(|&and| self.form_at(and) == "and" && self.lower_lemma(and + 1) == "be")?;
                self.told_by_copula(and + 1)
            }
            "be" | "become" | "have" | "elect" | "appoint" | "name" => {
                let first = clause
                    .clone()
                    .find(|&word| matches!(self.words.lemma(word), "be" | "have" | "become"))?;
                self.told_by_copula(first)
            }
            "shuttle" | "mediate" | "work" | "bargain" | "talk" | "lobby" | "campaign"
            | "negotiate" | "speak" | "act" | "sit" | "handle" | "deal" | "answer" | "appear"
            | "come" | "chair" | "co-chair" | "manage" | "run" | "oversee" | "argue" => {
                clause.clone().skip(1).find_map(|at| {
                    let for_whom = (self.lower(at) == "for")
                        .then(|| {
                            let (owner, past) = self.body_from(at + 1)?;
                            Some((past, owner))
                        })
                        .flatten()?;
                    (for_whom.0 == clause.end).then_some(for_whom.1)
                })
            }
            "call" | "describe" | "style" | "serve" => {
                let office = (verb + 1..clause.end)
                    .rev()
                    .find(|&word| self.classes.has("persons", self.words.lemma(word)))?;
                let phrase = self.phrase(office);
                let owner = *phrase.owners.first()?;
                (phrase.owned || phrase.end > office + 1).then_some(owner)
            }
            _ => None,
        }
    }

    /// "Ada Brun, a partner at law firm Orme & Sons, which represents the investors": a lawyer's clients.
    fn told_by_clients(&self, end: usize) -> Option<usize> {
        if !matches!(self.form_at(end), "," | "(") {
            return None;
        }
        let sentence = self.words.sentence(self.words.sentence_of(end));
        let reach = end + 1..sentence.end.min(end + 18);
        let counsel = (reach.clone().take(5)).find(|&word| {
            matches!(
                self.words.lemma(word),
                "partner"
                    | "lawyer"
                    | "attorney"
                    | "solicitor"
                    | "barrister"
                    | "counsel"
                    | "adviser"
                    | "advisor"
                    | "banker"
            )
        })?;
        let which = (counsel + 1..reach.end).find(|&word| {
            matches!(
                self.lower(word),
                "which" | "who" | "that" | "representing" | "advising"
            )
        })?;
        let acting = which + usize::from(matches!(self.lower(which), "which" | "who" | "that"));
        let verb = acting
            + usize::from(matches!(self.words.lemma(acting), "be" | "have"))
            + usize::from(self.words.lemma(acting + 1) == "be");
        let whom = match self.words.lemma(verb) {
            "represent" | "advise" => verb + 1,
            "act" | "speak" | "appear" | "negotiate" if self.lower(verb + 1) == "for" => verb + 2,
            _ => return None,
        };
        (whom..sentence.end.min(whom + 6))
            .take_while(|&word| {
                super::names::Finder::is_nominal(self.words, word)
                    || self.words.upos(word) == rapporteur_syntax::Upos::Det
            })
            .last()
    }

    /// "for Merin", "on behalf of Merin", "speaking for Merin", "representing Merin" from a word on: the word behind, and
    /// the last one of the name.
    fn on_behalf(&self, from: usize) -> Option<(usize, usize)> {
        let whom = if self.lower(from) == "representing" {
            from + 1
        } else {
            let acting = usize::from(matches!(
                self.lower(from),
                "speaking" | "negotiating" | "acting" | "signing" | "appearing"
            ));
            match self.lower(from + acting) {
                "for" => from + acting + 1,
                "on" if self.lower(from + acting + 1) == "behalf" => from + acting + 3,
                _ => return None,
            }
        };
        let the = usize::from(matches!(self.form_at(whom), "the" | "The"));
        let last = self.state_at(whom + the)?;
        Some((last + 1, last))
    }

    /// "the growers", "the union": a body that a noun with "the" means, and where the phrase ends.
    fn body_meant(&self, from: usize) -> Option<(usize, usize)> {
        let the = self.lower(from) == "the";
        the.then(|| self.body_from(from)).flatten()
    }

    /// What is named at a word.
    pub(super) fn kind_at(&self, word: usize) -> Option<EntityKind> {
        let id = self.entity_of[self.piece_at[word]?]?;
        Some(self.all[id].kind)
    }
}
