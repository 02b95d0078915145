//! What the words around a name speak for: that it is a state, a person, a place, a company.

use rapporteur_lexicon::StanceWord;
use rapporteur_model::BlockKind;
use rapporteur_syntax::{NameKind, Rel};

use super::demonyms::NO_STATES;
use super::gather::Work;
use super::names::PieceKind;
use super::trading::OF_COMPANIES;

/// How much speaks for what.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Evidence {
    pub(super) state: i32,
    pub(super) person: i32,
    pub(super) place: i32,
    pub(super) organisation: i32,
    pub(super) media: i32,
    /// How much "it" and "its" speak for a state or body.
    pub(super) thing: i32,
    /// How often it has what companies have.
    pub(super) company: i32,
    pub(super) acts: i32,
    /// How often it does what only somebody with a will does: "opposes", "said", "its refusal".
    pub(super) wills: i32,
    /// How often it has what states alone have.
    pub(super) governs: i32,
    /// How often it stands before a noun.
    pub(super) adjective: i32,
    /// How often it is said to say something, as people mostly are.
    pub(super) says: i32,
    /// How often the model of names takes it for a person.
    pub(super) looks_person: i32,
    /// How often the model of names takes it for a state or a place.
    pub(super) looks_state: i32,
}

const OF_STATES: &[&str] = &[
    "army",
    "government",
    "parliament",
    "president",
    "minister",
    "prime",
    "foreign",
    "troop",
    "troops",
    "military",
    "navy",
    "border",
    "sovereignty",
    "constitution",
    "ambassador",
    "embassy",
    "king",
    "queen",
    "economy",
    "citizen",
    "election",
    "coast",
    "security",
    "port",
    "waters",
    "cabinet",
    "capital",
    "authorities",
    "junta",
    "regime",
    "presidency",
    "legislature",
    "ministry",
];

/// Which of these no city has.
const GOVERN: &[&str] = &[
    "army",
    "government",
    "president",
    "prime",
    "foreign",
    "navy",
    "sovereignty",
    "ambassador",
    "embassy",
    "king",
    "queen",
];

/// What only persons have.
const OF_PERSONS: &[&str] = &[
    "office",
    "aide",
    "son",
    "daughter",
    "wife",
    "husband",
    "brother",
    "sister",
    "father",
    "mother",
    "spokeswoman",
    "spokesman",
    "spokesperson",
    "remark",
    "adviser",
    "lawyer",
    "friend",
    "colleague",
    "deputy",
    "predecessor",
    "successor",
];

/// What a place does as well, and nobody for it.
const BY_PLACES: &[&str] = &[
    "host",
    "see",
    "have",
    "suffer",
    "await",
    "witness",
    "experience",
    "boast",
    "house",
    "receive",
    "export",
    "import",
    "produce",
    "lose",
    "win",
    "grow",
    "become",
    "come",
    "go",
    "mark",
    "lack",
    "contain",
    "overlook",
    "straddle",
    "separate",
    "divide",
    "supply",
    "feed",
    "draw",
    "attract",
    "change",
    "wait",
    "sleep",
    "wake",
    "celebrate",
    "mourn",
    "vote",
    "swelter",
    "freeze",
    "prosper",
    "decline",
    "shrink",
    "expand",
    "link",
    "connect",
    "serve",
    "depend",
    "rely",
    "live",
    "die",
    "survive",
    "recover",
    "be",
    "carry",
    "rise",
    "run",
    "empty",
    "fill",
    "cover",
];

/// Words of the next sentence among which its verb is looked for.
const NEXT: usize = 40;

impl Work<'_> {
    pub(super) fn evidence(&self, piece: usize) -> Evidence {
        let words = self.words;
        let range = self.pieces[piece].words.clone();
        let (start, end) = (range.start, range.end);
        let mut sum = Evidence::default();
        let next = self.lower_lemma(end).to_owned();
        let possessive = matches!(self.form_at(end), "'s" | "’s" | "'" | "’");
        // "Velmar, for the Coastal Group, said": delegations speak for groups.
        if self.form_at(end) == ","
            && self.pieces[piece].kind != PieceKind::Person
            && words
                .name_at(start)
                .is_none_or(|name| name.kind != NameKind::Person)
            && (self.form_at(end + 1) == "for"
                || self.form_at(end + 1) == "on" && self.form_at(end + 2) == "behalf")
            && self.acts_at(range.clone())
        {
            sum.state += 3;
        }
        // "Ida Moss, who leads the Liberals,", "Ida Moss, leader of the Liberals,", "Ida Moss, the mayor,"
        if self.form_at(end) == "," && self.told_as_person(&range) || self.is_of_bracketed(&range) {
            sum.person += 4;
        }
        if self.is_led_by_somebody(&range) {
            sum.organisation += 3;
            sum.acts += 1;
        }
        // "Velmar, whose foreign minister spoke against it"
        if self.form_at(end) == ","
            && self.form_at(end + 1) == "whose"
            && (end + 2..(end + 5).min(words.len()))
                .take_while(|&word| super::names::Finder::is_nominal(words, word))
                .any(|word| GOVERN.contains(&words.lemma(word)))
        {
            sum.state += 3;
            sum.governs += 1;
        }
        if possessive {
            // "Orveth's negotiating team"
            if self.form_at(end + 1) == "negotiating" && self.form_at(end + 2) == "team" {
                sum.state += 4;
            }
            for word in end + 1..(end + 5).min(words.len()) {
                if !super::names::Finder::is_nominal(words, word) {
                    break;
                }
                let lemma = words.lemma(word);
                let last = !super::names::Finder::is_nominal(words, word + 1);
                // "who heads Merin's mission": nobody heads what a person has.
                let headed = start > 0
                    && matches!(words.lemma(start - 1), "head" | "lead" | "chair")
                    && words.is_verb(start - 1);
                if last && headed {
                    sum.state += 4;
                    break;
                }
                // "Orveth's presidential office", "Orveth's negotiating team"
                if last
                    && (lemma == "office"
                        && matches!(
                            words.lemma(word - 1),
                            "presidential" | "royal" | "statistics" | "patent"
                        )
                        || matches!(
                            lemma,
                            "delegation" | "negotiator" | "chancellery" | "treasury"
                        )
                        || lemma == "team" && words.lemma(word - 1) == "negotiating")
                {
                    sum.state += 4;
                    break;
                }
                // "Kestrel's chairman"
                if last && matches!(lemma, "chairman" | "chairwoman") && !self.setting.parties {
                    sum.company += 3;
                    break;
                }
                // "Bluelane's chief executive", "Citylink's boss"
                let chief = lemma == "executive" || lemma == "director" && word > end + 1;
                if last
                    && (chief && OF_COMPANIES.contains(&words.lemma(word - 1))
                        || OF_COMPANIES.contains(&lemma))
                {
                    sum.company += 3;
                    break;
                }
                if OF_STATES.contains(&lemma) {
                    sum.state += 3;
                    sum.governs += i32::from(GOVERN.contains(&lemma));
                    break;
                }
                if last && OF_PERSONS.contains(&lemma) {
                    sum.person += 3;
                    break;
                }
                if last && self.classes.has("bodies", lemma) {
                    sum.state += 3;
                }
                // "Raillink's members": whom only leagues and unions have.
                if last && self.lower(word) == "members" {
                    sum.organisation += 3;
                }
                // "Selmia's Marta Oyelaran": whoever is somebody's is of a state or body.
                let piece = self.piece_at[word].map(|piece| &self.pieces[piece]);
                if piece
                    .is_some_and(|piece| piece.kind == PieceKind::Person && piece.words.len() > 1)
                {
                    sum.state += 3;
                    break;
                }
                if last && self.classes.has("persons", lemma) {
                    sum.state += 2;
                }
                if last
                    && matches!(
                        lemma,
                        "position"
                            | "demand"
                            | "proposal"
                            | "coast"
                            | "territory"
                            | "accession"
                            | "membership"
                    )
                {
                    sum.state += 1;
                }
            }
        } else if end < words.len() && words.sentence_of(end) == words.sentence_of(start) {
            if self.is_role_after(end) {
                sum.state += 2;
            }
            // "his Brenmark colleague"
            if matches!(next.as_str(), "counterpart" | "colleague" | "delegate") {
                sum.state += 2;
            }
            // "Copperfield chief executive Ada Brun"
            if matches!(next.as_str(), "chief" | "managing")
                && matches!(self.lower_lemma(end + 1), "executive" | "director")
                || next == "human" && self.lower_lemma(end + 1) == "resources"
                || matches!(next.as_str(), "ceo" | "boss" | "shareholder")
            {
                sum.company += 4;
            }
            if super::names::Finder::is_nominal(words, end) {
                sum.adjective += 1;
            }
            if OF_STATES.contains(&next.as_str())
                || matches!(
                    next.as_str(),
                    "delegation" | "side" | "official" | "territory" | "control"
                )
                || self.lower(end) == "authorities"
            {
                sum.state += 2;
            }
            // "a Beloran proposal": whose it is, told by an adjective.
            if words.xpos(start) == rapporteur_syntax::Xpos::Jj
                && end == start + 1
                && self.is_held(&next)
                && !NO_STATES.contains(&self.lower(start))
            {
                sum.state += 2;
            }
            // "Merin pressed for a seat": no press.
            if self.classes.has("media", &next) && super::names::Finder::is_nominal(words, end) {
                sum.media += 4;
            }
            if matches!(
                next.as_str(),
                "island"
                    | "airport"
                    | "region"
                    | "dam"
                    | "province"
                    | "river"
                    | "valley"
                    | "district"
                    | "border"
                    | "bridge"
                    | "port"
                    | "harbour"
            ) {
                sum.place += 3;
            }
        }
        if let Some(before) = start.checked_sub(1) {
            let form = self.lower(before);
            if self.classes.has("address", form)
                || self.classes.has("persons", form)
                    && words.rel(before) != Rel::Nsubj
                    && !self.is_hour(before)
            {
                sum.person += 4;
            }
            // "the Liberal MP for Aster": where she is elected
            if form == "for"
                && (before.checked_sub(1)).is_some_and(|office| self.is_seat(self.lower(office)))
            {
                sum.place += 6;
            }
            if form == "the" {
                sum.organisation += 2;
                // "Sofia Wand of the Free Citizens": somebody is of a body.
                if before > 1 && self.lower(before - 1) == "of" && self.is_of_person(before - 1) {
                    sum.organisation += 1;
                    sum.acts += 1;
                }
            }
            if self.classes.has("epithets", form)
                && words.upos(before) != rapporteur_syntax::Upos::Noun
                || self.host_before(&range).is_some()
            {
                sum.state += 6;
            }
            if self.classes.has("media", words.lemma(before))
                && words.upos(before) == rapporteur_syntax::Upos::Noun
            {
                sum.media += 4;
            }
        }
        // "the governments of Velmar and Orveth": what is said of the first of a list is said of all.
        let first = words.first_conjunct(self.top(range.clone()));
        let listed = self.piece_at[first].map_or(start, |piece| self.pieces[piece].words.start);
        let of = (listed.min(start).checked_sub(1))
            .filter(|&before| before > 0 && self.lower(before) == "of");
        if let Some(before) = of {
            let head = words.lemma(before - 1);
            // "managing director of Merin", "a shareholder of Merin"
            let of_company = match head {
                "executive" | "director" | "officer" => {
                    before > 1 && OF_COMPANIES.contains(&words.lemma(before - 2))
                }
                _ => matches!(head, "ceo" | "shareholder" | "subsidiary" | "bondholder"),
            };
            if of_company {
                sum.company += 3;
            } else if OF_STATES.contains(&head)
                && !matches!(
                    head,
                    "coast" | "port" | "waters" | "border" | "capital" | "security"
                )
                || matches!(head, "people" | "state" | "behalf" | "delegation")
                || self.classes.has("realms", head)
                || self.classes.has("hosts", head)
                || self.classes.has("bodies", head)
                || self.classes.has("persons", head)
                    && !OF_PERSONS.contains(&head)
                    && !self.classes.has("of-no-state", head)
                    && !matches!(
                        head,
                        "resident" | "villager" | "mayor" | "man" | "woman" | "person"
                    )
                || self.is_titled(before)
                || self.is_portfolio(before)
            {
                sum.state += 3;
                sum.governs += i32::from(GOVERN.contains(&head) || self.is_governor(before));
            } else if self.is_of_person(before) {
                sum.state += 1;
            // "the backing of Merin" is no place's.
            } else if !self.is_held(head) {
                sum.place += 1;
            }
        }
        // "the mine's owner, Brandal Verft,": a firm may be what a person is.
        let trades = || self.is_trading(&[piece]);
        if let Some(before) = start.checked_sub(1).filter(|_| !trades()) {
            let form = self.lower(before);
            if form == "," && self.role_before(before) {
                sum.person += 4;
            }
            if form == "," && start >= 2 {
                // ", minister, X ,"
                let noun = words.lemma(before - 1);
                if self.classes.has("persons", noun)
                    && words.rel(self.top(range.clone())) == Rel::Appos
                {
                    sum.person += 3;
                }
            }
        }
        // "the delegation from Velmar"
        if self.preposition(start) == Some("from")
            && self.lower_lemma(start.saturating_sub(2)) == "delegation"
        {
            sum.state += 4;
        }
        // "mediators from Velmar", "his counterpart from Orveth"
        let from = (self.preposition(start) == Some("from"))
            .then(|| words.head(self.top(range.clone())))
            .flatten();
        if from.is_some_and(|head| {
            self.classes.has("persons", words.lemma(head))
                && !self.classes.has("of-no-state", words.lemma(head))
        }) {
            sum.state += 2;
        }
        // "a delegate from Velmar": whom only states and bodies send.
        if from.is_some_and(|head| {
            matches!(
                words.lemma(head),
                "delegate" | "envoy" | "ambassador" | "diplomat" | "negotiator" | "representative"
            )
        }) {
            sum.state += 2;
        }
        match self.preposition(start) {
            Some("in" | "at" | "near" | "into" | "outside" | "around") => sum.place += 2,
            // "resistance from Merin"
            Some("from") if self.acts_at(range.clone()) => {}
            Some("from" | "to" | "over" | "across" | "through") => sum.place += 1,
            _ => {}
        }
        if self.acts_at(range.clone()) {
            sum.acts += 1;
            sum.wills += i32::from(self.wills_of(range.clone()));
            let top = words.first_conjunct(self.top(range.clone()));
            if let (Rel::Nsubj, Some(verb)) = (words.rel(top), words.head(top)) {
                match words.lemma(verb) {
                    "laugh" | "smile" => sum.person += 2,
                    "say" | "tell" | "add" | "reply" | "note" | "recall" => sum.says += 1,
                    _ => {}
                }
                // "Velmar said it would keep its troops there": the nearest pronoun looks back on the subject.
                let sentence = words.sentence(words.sentence_of(verb));
                let pronoun = (verb + 1..sentence.end.min(verb + 12))
                    .find(|&word| words.upos(word) == rapporteur_syntax::Upos::Pron)
                    // "said Ida Moss, its chief nurse": of those who were spoken of before.
                    .filter(|&word| self.lower(word) != "its" || self.form_at(word - 1) != ",");
                match pronoun.map(|word| self.lower(word)) {
                    // Nobody is "its" own.
                    Some("its" | "itself") => sum.thing += 3,
                    Some("it") => sum.thing += if self.holds(pronoun) { 4 } else { 2 },
                    Some("he" | "she" | "his" | "her" | "him") => sum.person += 1,
                    _ => {}
                }
            }
        }
        // "Velmar called it a start. Its farm minister is open to more": nobody is "its".
        match self.owned_next(&range) {
            Some("minister" | "government" | "army" | "ambassador" | "troop" | "parliament") => {
                sum.state += 3;
                sum.governs += 1;
            }
            Some("executive" | "shareholder" | "boss") => sum.company += 3,
            _ => {}
        }
        match self.subject_next(&range) {
            Some("he" | "she") => sum.person += 2,
            Some("it") => sum.thing += 3,
            _ => {}
        }
        if self.is_in_byline(&self.piece_text(piece)) {
            sum.media += 4;
        }
        let model = words.name_at(start).map(|name| name.kind);
        match model {
            Some(NameKind::Person) => sum.looks_person += 1,
            Some(NameKind::State | NameKind::Place) => {
                sum.looks_state += 1;
                // A place that acts is its government, whatever its name looks like.
                sum.place += i32::from(!self.acts_at(range.clone()));
            }
            Some(NameKind::Organisation | NameKind::Group) => sum.organisation += 1,
            _ => {}
        }
        if words.lemma(self.words.first_conjunct(self.top(range.clone()))) == "according"
            || matches!(self.preposition(start), Some("to"))
                && start >= 2
                && self.lower(start - 2) == "according"
        {
            sum.person += 3;
            sum.place -= 1;
        }
        sum
    }

    /// The noun behind the "its" that opens the sentence after the one whose subject a name is.
    fn owned_next(&self, name: &std::ops::Range<usize>) -> Option<&str> {
        let words = self.words;
        let top = self.top(name.clone());
        let next = words.sentence(words.sentence_of(top) + 1);
        let opens = words.rel(top) == Rel::Nsubj
            && words.child(top, &[Rel::Conj]).is_none()
            && words
                .head(top)
                .is_some_and(|verb| words.rel(verb) == Rel::Root)
            && next.start < words.len()
            && words.form(next.start) == "Its";
        let last = (next.start + 1..next.end)
            .take_while(|&word| super::names::Finder::is_nominal(words, word))
            .last()
            .filter(|_| opens)?;
        Some(words.lemma(last))
    }

    /// "Velmar relented. It had asked for more", "Ida Moss came. On Monday she stood": the pronoun that is the subject of the
    /// sentence after the one whose subject a name is, if it stands for somebody.
    fn subject_next(&self, name: &std::ops::Range<usize>) -> Option<&str> {
        let words = self.words;
        let top = self.top(name.clone());
        let subject = words.rel(top) == Rel::Nsubj
            && words.child(top, &[Rel::Conj]).is_none()
            && words
                .head(top)
                .is_some_and(|verb| words.rel(verb) == Rel::Root);
        let next = words.sentence(words.sentence_of(top) + 1);
        let verb = (next.clone())
            .take(NEXT)
            .find(|&word| subject && words.rel(word) == Rel::Root)?;
        let pronoun = words.child(verb, &[Rel::Nsubj]).filter(|&pronoun| {
            words.upos(pronoun) == rapporteur_syntax::Upos::Pron
                && self.form_at(name.end) != ","
                && !(next.start..pronoun).any(|word| self.piece_at[word].is_some())
        })?;
        // "It is too early to tell": of nothing that was named.
        let told = self.lower(pronoun) != "it"
            || words.is_verb(verb)
                && words.lemma(verb) != "be"
                && words.child(verb, &[Rel::Cop]).is_none()
                && !matches!(
                    words.lemma(verb),
                    "seem" | "appear" | "happen" | "take" | "turn" | "follow" | "matter" | "remain"
                );
        told.then(|| self.lower(pronoun))
    }

    /// "Velmar opposes the cap", "opposed by Velmar", "Velmar's rejection": whether the name shows a will.
    /// A place hosts, sees and suffers; what else it does, those who govern it do.
    fn wills_of(&self, range: std::ops::Range<usize>) -> bool {
        let words = self.words;
        let first = words.first_conjunct(self.top(range));
        let Some(head) = words.head(first) else {
            return false;
        };
        match words.rel(first) {
            Rel::Nsubj if words.is_verb(head) && !self.is_willed(head) => {
                let lemma = words.lemma(head);
                !BY_PLACES.contains(&lemma) || self.wills_at(head)
            }
            Rel::Nsubj | Rel::OblAgent => self.wills_at(head),
            Rel::Obl => self.preposition(first) == Some("from"),
            Rel::NmodPoss | Rel::Nmod => {
                let held = words.lemma(head);
                self.is_held(held) || self.classes.has("owned", held)
            }
            _ => false,
        }
    }

    /// "said it rejected the clause": whether a pronoun is the subject of a verb of stance.
    fn holds(&self, pronoun: Option<usize>) -> bool {
        let words = self.words;
        pronoun
            .filter(|&word| words.rel(word) == Rel::Nsubj)
            .and_then(|word| words.head(word))
            .is_some_and(|verb| {
                let key = words.phrasal(verb);
                (self.lexicon.stances.of(StanceWord::Verb, &key).next()).is_some()
                    || self.wills_at(verb)
            })
    }

    /// "who leads the Liberals", "leader of the Liberals", "the mayor of Harrowby", behind a comma.
    fn told_as_person(&self, name: &std::ops::Range<usize>) -> bool {
        let words = self.words;
        let from = name.end + 1;
        if self.form_at(from) == "who" {
            return true;
        }
        let last = (from..(from + 6).min(words.len()))
            .take_while(|&word| {
                matches!(words.upos(word), rapporteur_syntax::Upos::Det)
                    || super::names::Finder::is_nominal(words, word)
                    || words.xpos(word) == rapporteur_syntax::Xpos::Pos
            })
            .last();
        // "the port of Ashet, a spokesman for the group said"
        let alone = name.len() == 1 && words.rel(self.top(name.clone())) != Rel::Nsubj;
        last.filter(|_| !alone).is_some_and(|noun| {
            words.xpos(noun) == rapporteur_syntax::Xpos::Nn
                && self.classes.has("persons", words.lemma(noun))
                && !matches!(
                    words.lemma(noun),
                    "mediator"
                        | "facilitator"
                        | "guarantor"
                        | "observer"
                        | "monitor"
                        | "participant"
                        | "supporter"
                        | "opponent"
                        | "critic"
                        | "winner"
                        | "beneficiary"
                        | "loser"
                        | "chair"
                        | "source"
                )
                && matches!(self.form_at(noun + 1), "of" | "for" | "," | "at" | "to")
        })
    }

    /// "host Velle", "The host, Velle,", "the neighbouring state of Velle": the noun that says a name is a state's.
    pub(super) fn host_before(&self, name: &std::ops::Range<usize>) -> Option<usize> {
        let words = self.words;
        let start = words.sentence(words.sentence_of(name.start)).start;
        let before = name
            .start
            .checked_sub(1)
            .filter(|&before| before >= start)?;
        let noun = match words.form(before) {
            "," if matches!(self.form_at(name.end), "," | ".") => before.checked_sub(1)?,
            "," => return None,
            _ => before,
        };
        let article = |noun: usize| {
            (noun.saturating_sub(3).max(start)..noun)
                .any(|word| matches!(words.lower(word), "the" | "its" | "their" | "his" | "her"))
        };
        let lemma = words.lemma(noun);
        let fellow = noun > start && words.lower(noun - 1) == "fellow";
        let host = noun >= start
            && (self.classes.has("hosts", lemma) || fellow)
            && (words.xpos(noun) == rapporteur_syntax::Xpos::Nn
                || words.xpos(noun) == rapporteur_syntax::Xpos::Nnp && noun == start
                || fellow);
        let beside = noun == before
            && (noun == start || article(noun) || fellow || noun == start + 1)
            || noun + 1 == before && article(noun);
        let tied = words.head(self.top(name.clone())) == Some(noun)
            || words.head(noun).is_some_and(|head| name.contains(&head))
            || words.head(noun) == words.head(self.top(name.clone()));
        (host && beside && tied && self.form_at(name.end) != "of").then_some(noun)
    }

    /// Whether the line of the author names it, as it does the outlet.
    fn is_in_byline(&self, text: &str) -> bool {
        self.blocks.items.iter().any(|block| {
            block.kind == BlockKind::Byline
                && block
                    .span
                    .of(self.words.text)
                    .split(',')
                    .skip(1)
                    .any(|outlet| outlet.trim() == text || outlet.ends_with(&format!(" {text}")))
        })
    }

    /// "the minister of trade of the Kingdom of Merin ," with its comma at `comma`.
    fn role_before(&self, comma: usize) -> bool {
        let start = self.words.sentence(self.words.sentence_of(comma)).start;
        (comma.saturating_sub(14).max(start)..comma)
            .rev()
            .take_while(|&word| self.words.form(word) != "," && !self.words.is_verb(word))
            .any(|word| {
                self.classes.has("persons", self.lower(word)) && self.form_at(word + 1) == "of"
            })
    }

    /// "Wanda Moss of Unisol", with "of" at `of`: whether a full name stands before it.
    pub(super) fn is_of_person(&self, of: usize) -> bool {
        of.checked_sub(1)
            .and_then(|before| self.piece_at.get(before).copied().flatten())
            .map(|piece| &self.pieces[piece])
            .is_some_and(|piece| piece.kind == PieceKind::Person && piece.words.len() > 1)
    }

    /// "the Minister of Foreign Affairs of Velmar", with the last "of" at `of`: whether an office of that kind stands before.
    fn is_portfolio(&self, of: usize) -> bool {
        let mut at = of;
        while at > 0 && self.classes.has("modifiers", self.lower(at - 1)) {
            at -= 1;
        }
        at < of
            && at > 1
            && matches!(self.form_at(at - 1), "of" | "for")
            && [
                "minister",
                "ministers",
                "secretary",
                "secretaries",
                "ministry",
            ]
            .contains(&self.lower(at - 2))
    }

    /// "President Vera Sorel of Velmar", with "of" at `of`: whether a name with a title stands before it.
    fn is_titled(&self, of: usize) -> bool {
        let Some(piece) = of
            .checked_sub(1)
            .and_then(|before| self.piece_at.get(before).copied().flatten())
        else {
            return false;
        };
        let start = self.pieces[piece].words.start;
        start > 0 && self.classes.has("persons", self.lower(start - 1))
    }
}
