//! Offices: titles before names, appositions behind them, who heads what, who comes with whom.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::gather::{Gender, Work};
use super::phrases::Phrase;
use super::{EntityId, EntityKind, EntityRole, Mention, MentionKind};

const NEUTRAL: &[&str] = &[
    "mediator",
    "facilitator",
    "co-facilitator",
    "coordinator",
    "co-ordinator",
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "co-chair",
    "arbitrator",
    "moderator",
    "convener",
    "convenor",
    "rapporteur",
];

/// Words of what an office is for, at most: "of Water, Agriculture and Rural Development".
const LONGEST_BRIEF: usize = 8;

impl Work<'_> {
    /// Ties offices to the persons who hold them.
    pub fn link_roles(&mut self) {
        for index in 0..self.pieces.len() {
            let Some(id) = self.entity_of[index] else {
                continue;
            };
            if self.all[id].kind != EntityKind::Actor(ActorType::Person) {
                continue;
            }
            let range = self.pieces[index].words.clone();
            let mut start = range.start;
            // Title right before: "Orveth President Viktor Haber"; a form of address before the title is passed over.
            let mut phrases: Vec<Phrase> = Vec::new();
            while let Some(before) = start.checked_sub(1) {
                let lower = self.lower(before);
                if self.classes.has("address", lower)
                    || lower == "."
                        && before > 0
                        && self.classes.has("address", self.lower(before - 1))
                {
                    self.learn_noun(id, lower);
                    self.of_word[before] = Some(id);
                    start = before;
                    continue;
                }
                break;
            }
            // "Merin's envoy, retired Gen. Nils Orme,"
            if start < range.start
                && start >= 2
                && matches!(self.lower(start - 1), "retired" | "former" | "ex")
                && self.form_at(start - 2) == ","
            {
                start -= 1;
            }
            // "Spokesperson: Vera Sorel", a line of its own
            if let Some(label) = self.label_of(&range) {
                let noun = label
                    .split_whitespace()
                    .last()
                    .unwrap_or(&label)
                    .to_lowercase();
                if self.classes.has("persons", &noun) {
                    self.learn_noun(id, &noun);
                    self.all[id].roles.push(EntityRole {
                        title: label,
                        of: None,
                    });
                }
            }
            // "Ravaland's Mina Fenn"
            if start >= 2 && self.words.xpos(start - 1) == Xpos::Pos {
                self.facts[id].owners.push(start - 2);
            }
            if let Some(before) = start.checked_sub(1)
                && self.is_role(before)
            {
                let phrase = self.phrase(before);
                start = phrase.start;
                phrases.push(phrase);
            } else if let Some(phrase) = self.office_with_brief(start) {
                start = phrase.start;
                phrases.push(phrase);
            }
            // "its chairman, the former diver Nils Orme,"
            if phrases.is_empty()
                && let Some(described) = self.described_from(start)
            {
                start = described;
            }
            // "the chair, the Dutch official Joost van Hoorn", "Brod's foreign minister, Inga Keller,"
            if start >= 2
                && self.form_at(start - 1) == ","
                && self.is_role(start - 2)
                && (!phrases.is_empty() || self.closes_with_home(range.end))
            {
                let phrase = self.phrase(start - 2);
                let definite = matches!(phrase.article.as_str(), "the" | "a" | "an")
                    || !phrase.owners.is_empty()
                    || matches!(self.form_at(phrase.start), "former" | "Former");
                if definite && self.linked(start - 2).is_none() {
                    start = phrase.start;
                    phrases.insert(0, phrase);
                } else if let Some(first) = self.office_before(phrase.start) {
                    // "Their leader and likely prime minister, Ada Brun"
                    start = first.start;
                    phrases.insert(0, first);
                    phrases.insert(1, phrase);
                } else if phrases.is_empty() {
                    // "Its spokesman for justice, Ada Brun,"
                    self.link_after_of(start - 1, range.end, &mut phrases);
                }
            } else if start >= 1 && self.form_at(start - 1) == "," {
                self.link_after_of(start - 1, range.end, &mut phrases);
                if phrases.is_empty() {
                    phrases.extend(
                        self.anybody_before(start - 1, range.end)
                            .or_else(|| self.their_own_before(start - 1, range.end)),
                    );
                }
            }
            self.after_name(id, range.end, &mut phrases);
            let start = phrases
                .iter()
                .map(|phrase| phrase.start)
                .fold(start, usize::min);
            // "Anouk Feld (Centre Party)"
            let the = usize::from(self.form_at(range.end + 1) == "the");
            if self.form_at(range.end) == "("
                && let Some(owner) = self.state_at(range.end + 1 + the)
                && matches!(self.form_at(owner + 1), ")" | ",")
                && !self.governs(&phrases, owner)
            {
                // "the Chair, Ada Brun (Ghana)": whence she is, not whose.
                match self.presides(&phrases) || self.presides_with(start) {
                    true => self.facts[id].presides = true,
                    false => self.facts[id].owners.push(owner),
                }
            }
            let mut from = None;
            // "President Vera Sorel of Velmar", "Nils Orme of the Arbitration Service"
            if matches!(self.form_at(range.end), "of" | "from")
                && let Some(owner) = self.state_at(range.end + 1 + the)
            {
                let presides = self.presides(&phrases);
                match phrases.first_mut() {
                    _ if presides => self.facts[id].presides = true,
                    Some(title) if title.owners.is_empty() => title.owners.push(owner),
                    // "its coordinator, Ada Brun of Merin": of the group first.
                    _ => from = Some(owner),
                }
            }
            // "the Social Liberals of Ada Brun"
            if let Some(led) = start
                .checked_sub(2)
                .filter(|_| self.form_at(start - 1) == "of")
                && self.piece_at[led].is_some_and(|piece| {
                    let party = EntityKind::Actor(ActorType::PoliticalParty);
                    self.entity_of[piece].is_some_and(|id| self.all[id].kind == party)
                })
            {
                self.facts[id].owners.push(led);
            }
            // "his negotiators, led by X"
            if let Some(under) = self.led_under(start) {
                self.facts[id].owners.push(under);
            }
            let by = self.by_before(start);
            if let Some(by) = by.filter(|&by| by > 1) {
                let verb = self.words.lemma(by - 1).to_owned();
                if matches!(
                    verb.as_str(),
                    "lead"
                        | "head"
                        | "chair"
                        | "co-chair"
                        | "represent"
                        | "command"
                        | "run"
                        | "found"
                        | "direct"
                ) {
                    let mut noun = by - 2;
                    while noun > 0
                        && matches!(self.words.upos(noun), Upos::Punct | Upos::Adv | Upos::Aux)
                    {
                        noun -= 1;
                    }
                    // "The fund, which lends most of it, was represented by Ada Brun"
                    if let Some(subject) = self.words.child(by - 1, &[Rel::NsubjPass]) {
                        noun = subject;
                    }
                    let owner = self.of_word[noun].map(|_| vec![noun]);
                    let owners = owner.unwrap_or_else(|| self.phrase(noun).owners);
                    self.facts[id].owners.extend(owners);
                }
            }
            let side = self.side_led_by(&range);
            let embodied = self.embodied(start);
            self.facts[id].owners.extend(embodied);
            self.facts[id].owners.extend(side);
            let told = (self.labelled_by(start)).or_else(|| self.countryman(range.end));
            self.facts[id].owners.extend(told);
            // "Ada Brun of Samoa spoke for the Islands Group": of the group.
            if let Some(spoken_for) = self.spoken_for(start..range.end) {
                self.facts[id].owners.insert(0, spoken_for);
            }
            if !phrases.is_empty() {
                self.record_roles(id, &phrases);
            }
            self.facts[id].owners.extend(from);
            self.companion(id, start);
        }
        self.led = self.bodies_led();
    }

    /// "its chairman, the former diver | Nils Orme,": where a description begins that is set off behind an office and runs up
    /// to the name at a word.
    fn described_from(&self, name: usize) -> Option<usize> {
        let first = self.describing(name, 5).last()?;
        let set_off = first >= 2 && self.form_at(first - 1) == "," && self.is_role(first - 2);
        (set_off && self.words.upos(first) == Upos::Det).then_some(first)
    }

    /// "who chairs the parents' council": the nouns that tell whose somebody is and name nobody yet, in order.
    fn bodies_led(&self) -> Vec<usize> {
        let mut led: Vec<usize> = (self.facts.iter())
            .flat_map(|facts| facts.owners.iter().copied())
            .filter(|&word| self.of_word[word].is_none() && self.words.upos(word) == Upos::Noun)
            .collect();
        led.sort_unstable();
        led
    }

    /// "Orle: Ada Brun demanded more", at the head of a line: the word of the state or body whose line it is.
    fn labelled_by(&self, start: usize) -> Option<usize> {
        let colon = start.checked_sub(1).filter(|&at| self.form_at(at) == ":")?;
        let last = colon.checked_sub(1)?;
        let label = self.pieces[self.piece_at[last]?].words.clone();
        let block = self
            .words
            .inside(self.blocks.items[self.blocks.at(self.words.span(last..last + 1).start)?].span);
        let heads = (block.start..label.start)
            .all(|word| matches!(self.words.upos(word), Upos::Punct | Upos::Num | Upos::Det));
        let owner = self
            .state_at(label.start)
            .filter(|_| heads && label.end == colon)?;
        Some(owner)
    }

    /// "Ada Brun, the Brazilian, was once an inspector": of which state somebody is told to be among several.
    fn countryman(&self, end: usize) -> Option<usize> {
        let people = end + 2;
        let set_off = self.form_at(end) == "," && self.form_at(end + 1) == "the";
        let piece = self
            .piece_at
            .get(people)
            .copied()
            .flatten()
            .filter(|_| set_off)?;
        let alone = self.pieces[piece].words.end == people + 1
            && self.form_at(people + 1) == ","
            && matches!(
                self.entity_of[piece].map(|id| self.all[id].kind),
                Some(EntityKind::Actor(ActorType::State))
            );
        alone.then_some(people)
    }

    /// The label before a name that is all its line holds.
    fn label_of(&self, range: &std::ops::Range<usize>) -> Option<String> {
        let span = self.words.span(range.clone());
        let block = &self.blocks.items[self.blocks.at(span.start)?];
        (block.span == span).then(|| {
            block
                .label
                .map(|label| label.of(self.words.text).to_owned())
        })?
    }

    /// The last word of the name of a state, or of a body that stands for itself, that begins at a word.
    pub(super) fn state_at(&self, word: usize) -> Option<usize> {
        let piece = self.piece_at.get(word).copied().flatten()?;
        let id = self.entity_of[piece]?;
        let acts = matches!(
            self.all[id].kind,
            EntityKind::Actor(kind) if !matches!(kind, ActorType::Person | ActorType::Media)
        );
        acts.then(|| self.pieces[piece].words.end - 1)
    }

    /// "Merinian Minister of Foreign Affairs and Trade Ada Brun", with the name at a word: the office, with what it is for
    /// between it and the name.
    fn office_with_brief(&self, name: usize) -> Option<Phrase> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(name)).start;
        let of = (name.saturating_sub(LONGEST_BRIEF).max(sentence)..name)
            .rev()
            .take_while(|&at| {
                self.of_word[at].is_none()
                    && (super::names::Finder::is_nominal(words, at)
                        || matches!(self.lower(at), "and" | "," | "the" | "of" | "for" | "&"))
            })
            .find(|&at| {
                matches!(self.lower(at), "of" | "for")
                    && at > sentence
                    && matches!(
                        words.lemma(at - 1),
                        "minister"
                            | "secretary"
                            | "undersecretary"
                            | "commissioner"
                            | "director"
                            | "head"
                            | "chief"
                            | "manager"
                    )
            })
            .filter(|&of| of + 1 < name && super::names::Finder::is_nominal(words, name - 1))?;
        let mut phrase = Some(of - 1)
            .filter(|&office| self.is_role(office) && words.xpos(office) != Xpos::Nns)
            .map(|office| self.phrase(office))?;
        phrase.owners.retain(|&owner| owner < of);
        phrase.end = name;
        Some(phrase)
    }

    /// "director general", "inspector general": whether an office stands at a word that "general" may follow.
    fn is_general_office(&self, word: usize) -> bool {
        matches!(
            self.words.lemma(word),
            "director"
                | "secretary"
                | "attorney"
                | "inspector"
                | "auditor"
                | "prosecutor"
                | "solicitor"
                | "consul"
                | "surveyor"
                | "comptroller"
                | "controller"
                | "commissioner"
                | "registrar"
        )
    }

    /// Whether a word is a noun of office in head position.
    pub(super) fn is_role(&self, word: usize) -> bool {
        let lower = self.lower(word);
        let lemma = self.words.lemma(word);
        (self.classes.has("persons", lower)
            || self.classes.has("persons", lemma)
            || self.classes.has("kin", lemma)
            || self.kin_end(word).is_some())
            && matches!(self.words.upos(word), Upos::Noun | Upos::Propn | Upos::Adj)
            && self.of_word[word].is_none()
            && !self.is_hour(word)
    }

    /// "5.05pm", over an entry of a live report: no prime minister.
    pub(super) fn is_hour(&self, word: usize) -> bool {
        self.words.form(word) == "pm"
            && word
                .checked_sub(1)
                .is_some_and(|before| self.form_at(before).ends_with(|c: char| c.is_ascii_digit()))
    }

    /// "son-in-law" may be several words: where it begins.
    pub fn kin_end(&self, word: usize) -> Option<usize> {
        // "her opposite number"
        if self.lower(word) == "number" && word > 0 && self.lower(word - 1) == "opposite" {
            return Some(word - 1);
        }
        let start = word.checked_sub(4)?;
        (self.lower(word) == "law" && self.lower(word - 2) == "in" && self.form_at(word - 1) == "-")
            .then_some(start)
    }

    fn linked(&self, word: usize) -> Option<EntityId> {
        self.of_word[word]
    }

    /// Whether an apposition may end here.
    pub(super) fn closes(&self, word: usize) -> bool {
        word >= self.words.len()
            || matches!(
                self.form_at(word),
                "," | "." | ";" | "(" | ")" | ":" | "–" | "—" | "-" | "and"
            )
    }

    /// The definite office that "and" ties to one that begins at a word.
    fn office_before(&self, start: usize) -> Option<Phrase> {
        let noun = start.checked_sub(2)?;
        if self.form_at(start - 1) != "and" || !self.is_role(noun) {
            return None;
        }
        let phrase = self.phrase(noun);
        (phrase.article == "the" || !phrase.owners.is_empty()).then_some(phrase)
    }

    /// "Emil Torvan, secretary of …", "Grace Marsden, who heads the …".
    fn after_name(&mut self, id: EntityId, end: usize, phrases: &mut Vec<Phrase>) {
        let words = self.words;
        if !matches!(self.form_at(end), "," | "(" | "–" | "—") || end + 2 >= words.len() {
            return;
        }
        let sentence = words.sentence(words.sentence_of(end));
        if words.lemma(end + 1) == "who" {
            if let Some(owner) = self.led(end + 1) {
                self.facts[id].owners.push(owner);
                self.facts[id].nouns.push("head".into());
                let of = match self.of_word[owner] {
                    Some(of) => Some(self.all[of].name.clone()),
                    None if words.lemma(owner) == "government" => {
                        Some(self.text(owner..(owner + 2).min(words.len())))
                    }
                    None => None,
                };
                self.all[id].roles.push(EntityRole {
                    title: "head".into(),
                    of,
                });
            }
            return;
        }
        let mut last = None;
        for word in end + 1..(end + 12).min(sentence.end) {
            let lower = self.lower(word);
            if self.classes.has("persons", lower)
                || self.classes.has("kin", lower)
                || self.kin_end(word).is_some()
            {
                last = Some(word);
            }
            // "second bassoon and regional delegate of the league"
            let tied = self.lower(word) == "and"
                && last.is_none()
                && word > end + 2
                && words.upos(word - 1) == Upos::Noun
                && word - end < 6;
            let inside = super::names::Finder::is_nominal(words, word)
                || tied
                || matches!(words.upos(word), Upos::Det)
                || matches!(words.xpos(word), Xpos::PrpPoss | Xpos::Pos | Xpos::Vbn)
                || words.form(word) == "-"
                // "a Bank of Merin official"
                || self.piece_at[word].is_some() && self.piece_at[word] == self.piece_at[word - 1]
                // "the carrier's managing director"
                || matches!(lower, "managing" | "acting" | "presiding" | "commanding" | "founding")
                    && words.xpos(word - 1) == Xpos::Pos;
            if !inside {
                break;
            }
            let person = self.of_word[word].is_some_and(|other| {
                other != id && self.all[other].kind == EntityKind::Actor(ActorType::Person)
            });
            if person && words.xpos(word + 1) != Xpos::Pos {
                return;
            }
        }
        let Some(head) = last.filter(|&head| self.of_word[head].is_none()) else {
            return;
        };
        let followed = self.form_at(head + 1);
        let fits = matches!(
            followed,
            "of" | "for"
                | "to"
                | ","
                | "."
                | "and"
                | "who"
                | ";"
                | ")"
                | "–"
                | "—"
                | "at"
                | "in"
                | "from"
                | "with"
                | "under"
        );
        if !fits || words.lemma(head) == "source" {
            return;
        }
        let phrase = self.phrase(head);
        // The phrase has to fill the gap between the comma and its noun, else it is another item of a list.
        let second = phrase.start > end + 2 && self.lower(phrase.start - 1) == "and";
        if (phrase.start <= end + 2 || second)
            && words.xpos(head) != Xpos::Nns
            && self.lower(head) != "others"
        {
            // "the former judge who leads them"
            if followed == "who"
                && let Some(owner) = self.led(head + 1)
            {
                self.facts[id].owners.push(owner);
            }
            phrases.push(phrase);
            if followed == "and" {
                phrases.extend(self.second_office(head + 2));
            }
        }
    }

    pub fn learn_noun(&mut self, id: EntityId, noun: &str) {
        if self.classes.has("female", noun) {
            self.facts[id].gender = Some(Gender::Female);
        } else if self.classes.has("male", noun) {
            self.facts[id].gender = Some(Gender::Male);
        }
        if !self.facts[id].nouns.iter().any(|known| known == noun) {
            self.facts[id].nouns.push(noun.to_owned());
        }
    }

    fn record_roles(&mut self, id: EntityId, phrases: &[Phrase]) {
        let mut neutral_first = false;
        let mut owners: Vec<(bool, usize)> = Vec::new();
        for phrase in phrases {
            let lemma = self.words.lemma(phrase.head);
            let kin = self.kin_end(phrase.head);
            self.learn_noun(id, lemma);
            // "Merin Air director general Nils Orme": the office is both words.
            let general = lemma == "general"
                && phrase.head > phrase.start
                && self.is_general_office(phrase.head - 1);
            let start = kin.unwrap_or(phrase.head - usize::from(general));
            for word in start..=phrase.head {
                self.of_word[word] = Some(id);
            }
            let description = self.description(phrase);
            if kin.is_some() || self.classes.has("kin", lemma) {
                let title = self.text(start..phrase.head + 1);
                if matches!(
                    lemma,
                    "counterpart" | "number" | "rival" | "opponent" | "ally" | "friend" | "partner"
                ) {
                    // "his Merin counterpart", "her counterpart from Merin": not of his own side.
                    let behind =
                        matches!(self.form_at(phrase.head + 1), "from" | "in" | "of" | "at")
                            .then(|| {
                                let the = usize::from(self.form_at(phrase.head + 2) == "the");
                                self.state_at(phrase.head + 2 + the)
                            })
                            .flatten();
                    let beside = phrase.owners.iter().skip(1).copied();
                    let owners: Vec<usize> = behind.into_iter().chain(beside).collect();
                    self.facts[id].owners.extend(owners);
                } else {
                    self.facts[id].owners.extend(phrase.owners.iter().copied());
                }
                self.kin.push((id, title, phrase.owners.first().copied()));
                continue;
            }
            let ex = description
                .clone()
                .any(|word| matches!(self.lower(word), "former" | "ex" | "late" | "retired"));
            // "the co-chair for Merin": of a side.
            let sides = self.form_at(phrase.head + 1) == "for" && !phrase.owners.is_empty();
            let neutral = NEUTRAL.contains(&lemma) && !sides;
            neutral_first |= neutral;
            let title_start = description
                .clone()
                .find(|&word| self.of_word[word].is_none_or(|other| other == id))
                .unwrap_or(phrase.head);
            // "minister of transport": what the office is of belongs to its title.
            let after = phrase.head + 1;
            let domain = phrase.owners.is_empty()
                && self.form_at(after) == "of"
                && (after + 1..after + 6).contains(&phrase.end)
                && (after..phrase.end).all(|word| self.of_word[word].is_none());
            let title_end = if domain { phrase.end } else { after };
            // "secretary of Orveth's security council": all of it, not only the state.
            let whole = self.form_at(after) == "of"
                && phrase.owners.first().is_some_and(|&owner| {
                    owner > after && matches!(self.form_at(owner + 1), "'s" | "’s" | "'" | "’")
                });
            let of = match phrase.owners.first() {
                Some(_) if whole => Some(self.text(after + 1..phrase.end)),
                owner => owner.map(|&owner| self.owner_text(owner)),
            };
            let role = EntityRole {
                title: self.text(title_start..title_end),
                of,
            };
            if let Some(&owner) = phrase.owners.first()
                && !whole
            {
                self.owned_offices.push((id, role.clone(), owner));
            }
            if !self.all[id].roles.contains(&role) {
                self.all[id].roles.push(role);
            }
            if !ex || phrases.len() == 1 {
                // "the Conservative MP for Aster": of no town that sends her.
                let seated = phrase.owners.iter().filter(|&&owner| {
                    owner < phrase.head
                        || !self.is_seat(self.lower(phrase.head))
                        || !matches!(self.form_at(after), "for" | "from" | "in")
                });
                owners.extend(seated.map(|&owner| (neutral, owner)));
            }
            let top = self.top(phrase.start..phrase.head + 1);
            self.mentions.push(Mention {
                words: phrase.start..phrase.end,
                head: top,
                entity: id,
                kind: MentionKind::Nominal,
            });
        }
        self.facts[id].neutral |= neutral_first;
        // Whoever stands between the sides acts for who appointed him, not for where he is from.
        for (neutral, owner) in owners {
            if (!neutral_first || neutral) && !self.facts[id].owners.contains(&owner) {
                self.facts[id].owners.push(owner);
            }
        }
    }

    /// "its general secretary", "the Orvethi premier": of whom, now that pronouns are resolved and states have
    /// their names; of nobody where a pronoun is open.
    pub fn name_owners_of_offices(&mut self) {
        for (id, written, owner) in std::mem::take(&mut self.owned_offices) {
            let owning = self.of_word[owner];
            let state = |id: EntityId| self.all[id].kind == EntityKind::Actor(ActorType::State);
            match self.words.upos(owner) {
                Upos::Pron => {}
                Upos::Adj if owning.is_some_and(state) => {}
                _ => continue,
            }
            let of = owning.map(|id| self.all[id].name.clone());
            if let Some(role) = self.all[id].roles.iter_mut().find(|role| **role == written) {
                role.of = of;
            }
        }
    }

    fn owner_text(&self, owner: usize) -> String {
        match self.of_word[owner] {
            Some(id) if self.words.upos(owner) == Upos::Pron => self.all[id].name.clone(),
            _ => match self.piece_at[owner] {
                Some(piece) => self.piece_text(piece),
                None => self.words.form(owner).to_owned(),
            },
        }
    }

    /// "accompanied by adviser Emil Calvo"
    fn companion(&mut self, id: EntityId, start: usize) {
        let words = self.words;
        let Some(by) = start
            .checked_sub(1)
            .filter(|&by| matches!(self.form_at(by), "by" | "and" | "his" | "her"))
        else {
            return;
        };
        let by = if self.form_at(by) == "by" { by } else { return };
        let Some(verb) = by.checked_sub(1) else {
            return;
        };
        let verb = if words.upos(verb) == Upos::Adv && verb > 0 {
            verb - 1
        } else {
            verb
        };
        if !matches!(words.lemma(verb), "accompany" | "join" | "flank" | "assist") {
            return;
        }
        let kind = format!("{} by", self.lower(verb));
        // Whoever is named before the comma, or the subject.
        let sentence = words.sentence(words.sentence_of(verb));
        let main = (sentence.start..verb)
            .rev()
            .filter_map(|word| self.of_word[word])
            .find(|&other| {
                other != id && self.all[other].kind == EntityKind::Actor(ActorType::Person)
            });
        if let Some(main) = main {
            self.companions.push((main, kind, id));
        }
    }

    /// Whether a word is the subject or agent of what only actors do, or somebody is told to be of it.
    pub fn is_agent(&self, word: usize) -> bool {
        if self.led.binary_search(&word).is_ok() {
            return true;
        }
        let first = self.words.first_conjunct(word);
        match self.words.rel(first) {
            Rel::Nsubj | Rel::NsubjOuter => true,
            Rel::OblAgent | Rel::Obl | Rel::Nmod => {
                self.preposition_near(first) == Some("by")
                    && self.words.head(first).is_some_and(|verb| {
                        self.wills(self.words.lemma(verb))
                            || matches!(
                                self.words.lemma(verb),
                                "accompany"
                                    | "join"
                                    | "report"
                                    | "quote"
                                    | "lead"
                                    | "negotiate"
                                    | "draft"
                                    | "meet"
                                    | "read"
                                    | "obtain"
                            )
                    })
            }
            _ => false,
        }
    }

    fn preposition_near(&self, word: usize) -> Option<&str> {
        self.words
            .child(word, &[Rel::Case])
            .map(|case| self.words.lemma(case))
    }
}
