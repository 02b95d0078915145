//! Of which body somebody is, told behind the name in other words than an office: "of the Greens", "whose Reform group",
//! "a vet who founded the movement", "under Ada Brun".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::gather::Work;
use super::names::{Finder, PieceKind};
use super::{EntityId, EntityKind, MentionKind, only};

/// How many words may stand between a name and the clause that tells whose it is.
const REACH: usize = 16;

/// Houses of learning, whose people explain a dispute and take no part in it.
const LEARNED: &[&str] = &[
    "institute",
    "university",
    "college",
    "school",
    "academy",
    "centre",
    "center",
    "observatory",
    "faculty",
    "institution",
    "think-tank",
];

impl Work<'_> {
    /// The word that tells of which body somebody is whose name ends before a word: part of the body's name, or a noun that
    /// is found later to mean it.
    pub(super) fn told_by_belonging(&self, end: usize) -> Option<usize> {
        self.told_by_of(end)
            .or_else(|| self.told_by_for(end))
            .or_else(|| self.told_by_fellow(end))
            .or_else(|| self.told_by_whose(end))
            .or_else(|| self.led(self.relative_behind(end)?))
    }

    /// "Ada Brun, of the Greens, is against it", "Nils Orme, of the trust,", "Ida Moss of its fisheries agency".
    fn told_by_of(&self, end: usize) -> Option<usize> {
        let set_off = self.form_at(end) == ",";
        // "Ada Brun, a member of the commission,"
        let member = (end + 1..end + 6).find(|&at| {
            set_off
                && at < self.words.len()
                && matches!(self.words.lemma(at), "member" | "founder" | "co-founder")
                && self.form_at(at + 1) == "of"
        });
        let of = member.map_or(end + usize::from(set_off), |member| member + 1);
        let from = self.form_at(of) == "from";
        if self.form_at(of) != "of" && !from || of + 1 >= self.words.len() {
            return None;
        }
        let (owner, past) = self.body_from(of + 1)?;
        // "Ada Brun, from the exporters,": one may be from a place or a state and stand for none.
        let body = (self.piece_at[owner].and_then(|piece| self.entity_of[piece])).map_or(
            self.words.xpos(owner) != Xpos::PrpPoss,
            |id| {
                matches!(
                    self.all[id].kind,
                    EntityKind::Actor(kind) if kind != ActorType::State && kind != ActorType::Person
                )
            },
        );
        // "Ada Brun, from the Orle foreign ministry,": of what governs a state.
        let governs = || {
            matches!(
                self.words.lemma(past - 1),
                "ministry" | "government" | "treasury" | "department" | "chancellery" | "cabinet"
            )
        };
        if from && !body && !governs() {
            return None;
        }
        let closed = matches!(self.form_at(past), "," | ";" | "." | ")")
            || !set_off && !Finder::is_nominal(self.words, past);
        // "the University of Aster", but not "the School Board".
        let studies = (of + 1..past).any(|word| {
            LEARNED.contains(&self.lower(word))
                && (word + 1 == past || matches!(self.form_at(word + 1), "of" | "for" | "in"))
        });
        (closed && !studies).then_some(owner)
    }

    /// "Ada Brun, for the signallers, ruled it out", "Lord Orme (for the government)", "the member for Merin".
    fn told_by_for(&self, end: usize) -> Option<usize> {
        if !matches!(self.form_at(end), "," | "(" | "–" | "—") {
            return None;
        }
        let seat = self.lower(end + 1) == "the" && self.lower(end + 2) == "member";
        let whom = end + if seat { 3 } else { 1 };
        if self.lower(whom) != "for" {
            return None;
        }
        let (owner, past) = self.body_from(whom + 1)?;
        // A seat for a town is one in a house; for a state, one at a table of states.
        let of_state = || self.kind_at(owner) == Some(EntityKind::Actor(ActorType::State));
        let closed = matches!(self.form_at(past), "," | ";" | "." | ")" | ":" | "–" | "—");
        (closed && (!seat || of_state())).then_some(owner)
    }

    /// "Nils Orme and Ada Brun of the Growers' Guild left early": of the body told behind the second full name.
    fn told_by_fellow(&self, end: usize) -> Option<usize> {
        let person = |piece: usize| {
            self.pieces[piece].kind == PieceKind::Person && self.pieces[piece].words.len() > 1
        };
        let own = end.checked_sub(1).and_then(|last| self.piece_at[last])?;
        let fellow = (self.piece_at.get(end + 1).copied().flatten())
            .filter(|&fellow| self.form_at(end) == "and" && person(own) && person(fellow))?;
        let behind = self.pieces[fellow].words.end;
        (self.form_at(behind) == "of")
            .then(|| self.told_by_of(behind))
            .flatten()
    }

    /// "Ada Brun, whose Reform group took nine seats,", "Mayor Nils Orme, whose City of Aster owns it".
    fn told_by_whose(&self, end: usize) -> Option<usize> {
        let from = self.past_age(end);
        if !matches!(self.form_at(from), "," | "(") || self.form_at(from + 1) != "whose" {
            return None;
        }
        let (owner, past) = self.body_from(from + 2)?;
        // "whose Merin visit": of a state only what stands for it.
        let state = self
            .piece_at
            .get(owner)
            .copied()
            .flatten()
            .and_then(|piece| self.entity_of[piece])
            .filter(|&id| matches!(self.all[id].kind, EntityKind::Actor(_)))?;
        let kind = self.all[state].kind;
        let whole = owner + 1 == past || kind != EntityKind::Actor(ActorType::State);
        whole.then_some(owner)
    }

    /// "Ada Brun, 71, a farmer who leads the growers": the "who" behind what describes somebody.
    pub(super) fn relative_behind(&self, end: usize) -> Option<usize> {
        if !matches!(self.form_at(end), "," | "(" | "–" | "—") {
            return None;
        }
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(end));
        let from = self.past_age(end);
        for word in from + 1..sentence.end.min(end + REACH) {
            if words.lower(word) == "who" {
                return Some(word);
            }
            let inside = Finder::is_nominal(words, word)
                || matches!(words.upos(word), Upos::Det | Upos::Num | Upos::Adv)
                || matches!(words.xpos(word), Xpos::PrpPoss | Xpos::Pos | Xpos::Vbn)
                || matches!(words.form(word), "-" | "of" | "in" | "from" | "and" | "at");
            if !inside {
                return None;
            }
        }
        None
    }

    /// Past an age set off by commas: "Ada Brun, 71, chairs".
    fn past_age(&self, end: usize) -> usize {
        let number = end + 1 < self.words.len() && self.words.upos(end + 1) == Upos::Num;
        match self.form_at(end) == "," && number && self.form_at(end + 2) == "," {
            true => end + 2,
            false => end,
        }
    }

    /// The verb behind a name, past an age, a seat ("of Samoa") and adverbs: "Ada Brun, 71, now chairs".
    pub(super) fn verb_behind(&self, end: usize) -> usize {
        let aged = self.past_age(end);
        let mut at = aged + usize::from(aged > end);
        let of = at + usize::from(self.form_at(at) == ",");
        if self.form_at(of) == "of"
            && let Some((_, past)) = self.body_from(of + 1)
        {
            at = past + usize::from(of > at && self.form_at(past) == ",");
        }
        while at < self.words.len() && self.words.upos(at) == Upos::Adv {
            at += 1;
        }
        at
    }

    /// "Between the two stand the Greens. Ada Brun, a farmer, has six seats.", "The Greens favour it, though Ada Brun said
    /// …": whoever is named as a subject behind what is about one body for which nobody else speaks; a state has only
    /// officials.
    pub(super) fn by_body_before(&self, id: EntityId) -> Option<EntityId> {
        if self.facts[id].neutral || self.looks_on(id) || !self.facts[id].owners.is_empty() {
            return None;
        }
        let words = self.words;
        // The name itself, not the title before it.
        let mention = (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .min_by_key(|mention| (mention.kind != MentionKind::Name, mention.words.start))?;
        let at = mention.words.start;
        let top = self.top_of_mention(mention.head);
        // Whoever is called by no office and no pronoun, and tells nothing, may be no person at all.
        let told = self.facts[id].gender.is_some()
            || !self.facts[id].nouns.is_empty()
            || (words.head(top)).is_some_and(|verb| self.classes.has("tell", words.lemma(verb)))
            || self.tells_behind(mention.words.end)
            || matches!(self.form_at(mention.words.end), ",")
                && matches!(
                    self.form_at(mention.words.end + 1),
                    "who" | "whose" | "a" | "an"
                );
        if !told {
            return None;
        }
        // "The department wants a mayor. Under Brun's plan": whoever has a plan.
        let owns = words.rel(top) == Rel::NmodPoss
            && (words.head(top)).is_some_and(|had| self.classes.has("owned", words.lemma(had)));
        let here = words.sentence_of(at);
        let acts = (self.mentions.iter())
            .filter(|own| own.entity == id && words.sentence_of(own.head) == here)
            .any(|own| self.is_agent(self.top_of_mention(own.head)));
        if !acts && !self.tells_behind(mention.words.end) && !owns {
            return None;
        }
        let body = self.body_told_of(id, at)?;
        let side = self.party_of(body).unwrap_or(body);
        let minister = self.facts[id].nouns.iter().any(|noun| noun == "minister");
        let public = minister || self.holds_public_office(id) || self.has_portfolio(id);
        let fits = match self.all[side].kind {
            EntityKind::Actor(ActorType::Person | ActorType::Unnamed | ActorType::Media) => false,
            EntityKind::Actor(ActorType::State) => {
                self.stands_for_a_side(id)
                    || self.facts[id].nouns.iter().any(|noun| {
                        matches!(
                            noun.as_str(),
                            "attorney-general"
                                | "attorney general"
                                | "general"
                                | "governor"
                                | "representative"
                                | "official"
                                | "senator"
                                | "mp"
                        )
                    })
            }
            // "The government wants it. Ada Brun, the director-general, was against": of no government.
            EntityKind::Actor(ActorType::GovernmentBody) => {
                let seat = (self.facts[id].nouns.iter()).any(|noun| self.is_seat(noun));
                // "The government wants it. The local MP, Ada Brun,": of no government.
                !(seat && self.all[side].name == "government")
                    && (self.all[side].name != "government"
                        || public
                        || self.stands_for_a_side(id)
                        || !self.is_officer(id) && !self.manages(id))
            }
            EntityKind::Actor(ActorType::Union) => !public && !self.manages(id),
            EntityKind::Actor(ActorType::PoliticalParty | ActorType::Alliance) => !minister,
            EntityKind::Actor(_) => !public,
            _ => false,
        };
        // A party or a union may have several who speak for it, a state has other officials.
        let of_state = matches!(
            self.all[side].kind,
            EntityKind::Actor(ActorType::State | ActorType::GovernmentBody)
        );
        let served = of_state && self.served_by_others(id, 0..self.all.len()).contains(&side);
        let fits = fits && !served && !self.belongs_to(side, id) && !self.is_opposed(id);
        (fits && side != id).then_some(side)
    }

    /// The body that is the subject of the sentence before a word, or of what was told right before in the same paragraph;
    /// quotations and things in between are passed over, somebody else is not.
    fn body_told_of(&self, id: EntityId, at: usize) -> Option<EntityId> {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(at));
        let here = (sentence.start..at).find(|&word| {
            matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass)
                && !self.in_quotes(word)
                && self.of_word[word].is_some_and(|other| other != id)
        });
        if let Some(subject) = here {
            return self.body_of(subject);
        }
        let block = |word: usize| self.blocks.at(words.span(word..word + 1).start);
        let mut start = sentence.start;
        for _ in 0..3 {
            let before = (start.checked_sub(1)).filter(|&before| block(before) == block(at))?;
            let about = words.sentence(words.sentence_of(before));
            start = about.start;
            let root = about.clone().find(|&word| words.head(word).is_none())?;
            if self.in_quotes(root) {
                continue;
            }
            // "Between the two stand the Greens.": the subject behind its verb.
            let behind = matches!(words.lemma(root), "stand" | "come" | "sit" | "be" | "lie");
            let subject = (words.child(root, &[Rel::Nsubj, Rel::NsubjPass]))
                .or_else(|| words.child(root, &[Rel::Obj]).filter(|_| behind))?;
            if let Some(body) = self.body_of(subject) {
                return Some(body);
            }
            if self.of_word[subject].is_some() {
                return None;
            }
        }
        None
    }

    /// The body that a subject is, or that has it: "the union", "the police command", "Velmar's counter".
    fn body_of(&self, subject: usize) -> Option<EntityId> {
        let words = self.words;
        if words.child(subject, &[Rel::Conj]).is_some() {
            return None;
        }
        let had = self
            .classes
            .has_any(&["party", "wings", "owned"], words.lemma(subject));
        (self.of_word[subject])
            .or_else(|| {
                let owner = *self.phrase(subject).owners.first().filter(|_| had)?;
                self.of_word[owner]
            })
            .filter(|&body| {
                !matches!(
                    self.all[body].kind,
                    EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
                )
            })
    }

    /// Whether a word stands between quotation marks of its paragraph.
    fn in_quotes(&self, word: usize) -> bool {
        let words = self.words;
        let block = |word: usize| self.blocks.at(words.span(word..word + 1).start);
        let mut inside = false;
        for at in (0..word).rev().take_while(|&at| block(at) == block(word)) {
            match words.form(at) {
                "“" => return true,
                "”" => return false,
                "\"" => inside = !inside,
                _ => {}
            }
        }
        inside
    }

    /// "Attorney General Ada Brun", "Judge Nils Orme", "Senator Ida Moss": of no company, union or movement.
    fn holds_public_office(&self, id: EntityId) -> bool {
        (self.facts[id].nouns.iter()).any(|noun| {
            matches!(
                noun.as_str(),
                "mayor"
                    | "governor"
                    | "attorney general"
                    | "attorney-general"
                    | "judge"
                    | "prosecutor"
                    | "ambassador"
                    | "senator"
                    | "sen"
                    | "sen."
                    | "rep"
                    | "rep."
                    | "congressman"
                    | "congresswoman"
                    | "assemblyman"
                    | "mp"
                    | "councillor"
                    | "councilor"
                    | "cllr"
                    | "minister"
            )
        }) || (self.all[id].roles.iter()).any(|role| role.title.starts_with("Attorney"))
    }

    /// "Opposition spokeswoman Ada Brun", "the shadow chancellor": of whoever does not govern.
    pub(super) fn is_opposed(&self, id: EntityId) -> bool {
        self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            title.starts_with("opposition ") || title.starts_with("shadow ")
        })
    }

    /// "her cabinet", "Brun's office": whether a body is somebody's.
    pub(super) fn belongs_to(&self, body: EntityId, id: EntityId) -> bool {
        (self.facts[body].owners.iter())
            .any(|&owner| self.of_word.get(owner).copied().flatten() == Some(id))
    }

    /// "Ada Brun, a deputy minister, indicated": whether somebody whose name ends before a word tells something, whatever
    /// the tree makes of the name.
    pub(super) fn tells_behind(&self, end: usize) -> bool {
        let words = self.words;
        let last = words.len().saturating_sub(1);
        let sentence = words.sentence(words.sentence_of(end.min(last)));
        let from = match self.form_at(end) == "," {
            true => (end + 1..sentence.end.min(end + 10)).find(|&at| words.form(at) == ","),
            false => end.checked_sub(1),
        };
        from.map(|from| from + 1).is_some_and(|verb| {
            verb < sentence.end
                && words.is_verb(verb)
                && self.classes.has("tell", words.lemma(verb))
        })
    }

    /// "the federation", "the herders", told before or behind the Herders' Federation: the one body whose name has that word.
    pub(super) fn body_called(&self, word: usize) -> Option<EntityId> {
        if word >= self.words.len() || !matches!(self.words.upos(word), Upos::Noun | Upos::Propn) {
            return None;
        }
        let (form, lemma) = (self.words.lower(word), self.words.lemma(word));
        let called = (0..self.all.len()).filter(|&id| {
            self.is_told_as_body(id)
                && (self.all[id].name.split(' ')).any(|part| {
                    let part = part.trim_end_matches(['\'', '’']);
                    part.eq_ignore_ascii_case(form) || part.eq_ignore_ascii_case(lemma)
                })
        });
        only(called)
    }

    /// "the Merin delegation under Ada Brun", "the City of Aster, under Mayor Nils Orme,": whose head stands at a word.
    pub(super) fn led_under(&self, start: usize) -> Option<usize> {
        let under = start
            .checked_sub(1)
            .filter(|&at| self.form_at(at) == "under")?;
        let noun = under
            .checked_sub(1)
            .map(|before| before - usize::from(self.form_at(before) == ",").min(before))?;
        if self.of_word[noun].is_some() {
            return self.state_at(noun);
        }
        let side = self.classes.has("party", self.words.lemma(noun));
        self.phrase(noun).owners.first().copied().filter(|_| side)
    }

    /// The body that a noun phrase names or means that begins at a word, and where the phrase ends: the name, whoever has
    /// the side or the agency, else the noun itself where it is one of bodies.
    pub(super) fn body_from(&self, start: usize) -> Option<(usize, usize)> {
        let (found, past) = self.body_between(start);
        // "the licensing committee of the City of Aster": whoever has the committee.
        let part = past.checked_sub(1).filter(|&noun| {
            self.form_at(past) == "of"
                && noun >= start
                && self.words.upos(noun) == Upos::Noun
                && (self.is_body_noun(self.words.lemma(noun))
                    || self.classes.has("party", self.words.lemma(noun)))
        });
        let whole = (part.filter(|_| found.is_none_or(|owner| self.piece_at[owner].is_none())))
            .map(|_| self.body_between(past + 1))
            .and_then(|(owner, past)| Some((owner?, past)))
            .filter(|&(owner, _)| self.piece_at[owner].is_some());
        whole.or_else(|| found.map(|owner| (owner, past)))
    }

    /// The same of a phrase as far as a preposition.
    fn body_between(&self, start: usize) -> (Option<usize>, usize) {
        let words = self.words;
        if start >= words.len() {
            return (None, start);
        }
        let sentence = words.sentence(words.sentence_of(start));
        let mut owner = None;
        let mut at = start;
        while at < sentence.end && at < start + 9 {
            if words.xpos(at) == Xpos::PrpPoss {
                if matches!(words.lower(at), "its" | "their") {
                    owner = owner.or(Some(at));
                }
            } else if let Some(piece) = self.piece_at[at] {
                let last = self.pieces[piece].words.end - 1;
                if self.state_at(at).is_some() {
                    // "the state's Fisheries Department": the name.
                    owner = Some(last);
                }
                at = last;
            } else if matches!(words.upos(at), Upos::Noun | Upos::Propn) {
                let named = owner.is_some_and(|owner| {
                    self.piece_at[owner].is_some() || words.xpos(owner) == Xpos::PrpPoss
                });
                let side = self.classes.has("party", words.lemma(at))
                    && owner
                        .is_some_and(|owner| self.form_at(owner + 1).ends_with(['\'', '’', 's']));
                // "who chairs the housing committee": of whatever council has it.
                let part = matches!(words.lemma(at), "committee" | "panel" | "subcommittee");
                let body = || self.is_body_noun(words.lemma(at)) || self.body_called(at).is_some();
                if !named && !side && !part && body() {
                    owner = Some(at);
                }
            } else if !(matches!(words.upos(at), Upos::Det | Upos::Adj | Upos::Num)
                || matches!(words.xpos(at), Xpos::Pos | Xpos::Vbn)
                // "the licensing committee"
                || words.xpos(at) == Xpos::Vbg
                    && at > start
                    && words.head(at) == Some(at + 1)
                    && words.upos(at + 1) == Upos::Noun
                // "the governing People's Congress"
                || matches!(words.lower(at), "governing" | "ruling")
                || words.form(at) == "-")
            {
                break;
            }
            at += 1;
        }
        (owner, at)
    }

    /// Whether a noun is one of bodies, or of people who as a group are a side.
    pub(super) fn is_body_noun(&self, lemma: &str) -> bool {
        self.classes.has_any(
            &[
                "bodies",
                "party",
                "leagues",
                "seats",
                "houses",
                "wings",
                "a-union",
                "a-company",
                "a-force",
                "a-movement",
                "stakes",
                "institutions",
                "international",
                "alliance",
            ],
            lemma,
        )
    }
}
