//! People by their office: "the mediator", "the envoys", "its negotiators".

use rapporteur_lexicon::RoleClass;
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, EntityRole, only};

/// Those who are the side itself when they are called its own ("its negotiators").
const SERVANTS: &[&str] = &[
    "negotiator",
    "diplomat",
    "inspector",
    "delegate",
    "envoy",
    "officer",
    "commander",
    "soldier",
    "leader",
    "official",
    "representative",
    "mediator",
    "lawyer",
    "executive",
];

/// Whether a noun is of those who run a company.
fn is_manager(lemma: &str) -> bool {
    matches!(lemma, "boss" | "manager" | "director" | "chief")
}

impl Discourse<'_, '_> {
    /// People by their office or in general.
    pub(super) fn people(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
    ) {
        let words = self.work.words;
        let classes = self.work.classes;
        let head = phrase.head;
        // Copular nouns and compounds describe, they do not mention.
        let predicate = words
            .children(head)
            .any(|child| words.rel(child) == Rel::Cop);
        if predicate {
            return;
        }
        // "the union's members voted": the union did.
        let body = owner
            .filter(|&owner| lemma == "member" && plural && phrase.owned && self.is_body(owner));
        // "The secretary said her members welcomed it": those of the body that she speaks for.
        let body = body.or_else(|| {
            owner
                .filter(|&owner| {
                    lemma == "member"
                        && plural
                        && phrase.owned
                        && self.work.all[owner].kind == EntityKind::Actor(ActorType::Person)
                })
                .and_then(|owner| self.work.party_of(owner))
                .filter(|&side| {
                    matches!(
                        self.work.all[side].kind,
                        EntityKind::Actor(
                            ActorType::Union | ActorType::Movement | ActorType::PoliticalParty
                        )
                    )
                })
        });
        if let Some(body) = body {
            self.mention_phrase(phrase, body);
            return;
        }
        let owner = owner.or_else(|| self.body_served(phrase, lemma, plural));
        let found = self
            .ministers(phrase, lemma)
            .filter(|_| plural)
            .or_else(|| self.holder(phrase, lemma, plural, owner))
            .or_else(|| self.holders(phrase, lemma, plural, owner))
            .or_else(|| self.unnamed_before(phrase, lemma, plural, owner))
            .or_else(|| self.subject_before(phrase, lemma, plural, owner))
            .or_else(|| self.servants(phrase, lemma, plural, owner));
        if let Some(found) = found {
            self.mention_phrase(phrase, found);
        } else if plural && self.gathered(phrase, lemma) {
            let id = self.body(words.form(head).to_owned(), ActorType::Unnamed);
            self.work.all[id].party.get_or_insert(id);
            self.work.facts[id].plural = true;
            self.work.learn_noun(id, lemma);
            self.work.tells.push(id);
            self.mention_phrase(phrase, id);
        } else if !(classes.has("unnamed", lemma)
            || self.speaks(head)
            || (owner.is_some() || self.decides(phrase, lemma, plural))
                && self.takes_a_stance(head)
            || self.is_teller(phrase, lemma, plural))
            || lemma == "member" && phrase.owned && plural
        {
            self.plain(head);
        } else {
            self.unnamed(phrase, lemma, plural, owner);
            self.give_side_before(phrase, lemma, plural);
        }
    }

    /// "Union leaders said": those who speak for the body that the noun before means are of it.
    fn give_side_before(&mut self, phrase: &Phrase, lemma: &str, plural: bool) {
        let speaker = self.work.of_word[phrase.head].filter(|&id| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::Unnamed)
                && self.work.all[id].party.is_none()
        });
        let serves = plural
            && phrase.owners.is_empty()
            && phrase.inner + 1 == phrase.head
            && (SERVANTS.contains(&lemma) || is_manager(lemma));
        if let Some(id) = speaker.filter(|_| serves)
            && let Some(side) = self.side_before(phrase, false)
        {
            self.work.all[id].party = self.work.party_of(side).or(Some(side));
        }
    }

    /// "Leaders of the union had accepted it": the union, told behind them.
    fn body_served(&mut self, phrase: &Phrase, lemma: &str, plural: bool) -> Option<EntityId> {
        let words = self.work.words;
        if !plural || !SERVANTS.contains(&lemma) || self.work.form_at(phrase.head + 1) != "of" {
            return None;
        }
        let body = words
            .with_case(phrase.head, &["of"])
            .find(|&body| body > phrase.head + 1 && self.work.of_word[body].is_none())
            .filter(|&body| {
                words.xpos(body) == Xpos::Nn && self.work.is_body_noun(words.lemma(body))
            })?;
        self.word(body);
        self.work.of_word[body]
            .filter(|&id| self.is_body(id))
            .or_else(|| self.named_meant(&self.work.phrase(body), words.lemma(body)))
    }

    /// "Leaders welcomed the offer": those whose meeting a communiqué tells of, who have no other name.
    fn gathered(&self, phrase: &Phrase, lemma: &str) -> bool {
        let words = self.work.words;
        let head = phrase.head;
        lemma == "leader"
            && phrase.article.is_empty()
            && phrase.start == head
            && words.form(head).starts_with(char::is_uppercase)
            && words.sentence(words.sentence_of(head)).start == head
            && words.child(head, &[Rel::Nmod]).is_none()
            && self.tells_a_stance(head)
    }

    /// The person whose office is this noun: "the mediator", "the envoy".
    fn holder(
        &self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        if !is_definite(phrase) || plural || (owner.is_none() && phrase.owned) {
            return None;
        }
        let wanted = owner.map(|owner| self.work.party_of(owner).unwrap_or(owner));
        self.back().find(|&id| {
            self.holds(id, lemma)
                && wanted.is_none_or(|owner| self.work.party_of(id) == Some(owner))
        })
    }

    /// "Ada Brun lives in a villa. The commander of the Merin Front has …": the subject of the sentence before, who has
    /// a name and no office yet. What the description tells is then known of that person.
    fn subject_before(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        let words = self.work.words;
        let whole = phrase.article == "the" && self.work.form_at(phrase.head + 1) == "of"
            || self.is_owned_office(phrase, lemma, owner);
        if plural || !whole || self.rank(phrase.head) < 3 || self.quoted[phrase.head] {
            return None;
        }
        let sentence = words.sentence_of(phrase.head);
        let last = self.recent.iter().rev().find(|recent| recent.rank == 3);
        let id = last
            .filter(|last| last.person && !last.plural && last.sentence + 1 == sentence)
            .and_then(|last| last.entity)
            .or_else(|| self.only_one_before(sentence))?;
        let open = self.work.all[id].kind == EntityKind::Actor(ActorType::Person)
            && self.work.all[id].roles.is_empty()
            && self.work.facts[id].owners.is_empty();
        if !open {
            return None;
        }
        self.work.learn_noun(id, lemma);
        self.work.facts[id].owners.extend(&phrase.owners);
        let title = self.work.text(self.work.description(phrase));
        let of = owner.map(|owner| self.work.all[owner].name.clone());
        self.work.all[id].roles.push(EntityRole { title, of });
        Some(id)
    }

    /// "Rome's interior minister", "the Orlan premier": the one office of its kind of somebody who is named.
    fn is_owned_office(&self, phrase: &Phrase, lemma: &str, owner: Option<EntityId>) -> bool {
        let words = self.work.words;
        let named = (phrase.owners.first())
            .is_some_and(|&at| at < phrase.head && words.xpos(at) != Xpos::PrpPoss);
        named
            && (phrase.owned || phrase.article == "the")
            && owner.is_some_and(|owner| self.is_body(owner))
            && self.work.is_sole_office(lemma)
    }

    /// "There was an envelope on Ada Brun's desk. The convenor of the union …": the one person named in the sentence
    /// before, where nobody is its subject.
    fn only_one_before(&self, sentence: usize) -> Option<EntityId> {
        let mut named = (self.recent.iter().rev())
            .skip_while(|recent| recent.sentence >= sentence)
            .take_while(|recent| recent.sentence + 1 == sentence);
        let mut only = None;
        named.try_for_each(|recent| {
            let Some(id) = recent.entity else {
                return Some(());
            };
            if !recent.person {
                return (recent.rank < 3).then_some(());
            }
            let same = only.is_none_or(|other| other == id);
            only = Some(id);
            same.then_some(())
        })?;
        only.filter(|&id| self.work.facts[id].named > 0)
    }

    /// Whether the verb of which a word is the subject tells what somebody says, or whether somebody "was quoted as saying" it.
    pub(super) fn speaks(&self, head: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(head);
        let Some(verb) = words.head(first) else {
            return false;
        };
        let quoted = || {
            matches!(words.lemma(verb), "quote" | "cite" | "hear" | "record")
                && words.children(verb).any(|said| words.lemma(said) == "say")
        };
        words.rel(first) == Rel::Nsubj && self.work.classes.has("tell", words.lemma(verb))
            || words.rel(first) == Rel::NsubjPass && quoted()
    }

    /// "A banker in Merin said", "according to two shopkeepers": whoever they are, they tell something; "the banker", told
    /// of so before.
    pub(super) fn is_teller(&self, phrase: &Phrase, lemma: &str, plural: bool) -> bool {
        let words = self.work.words;
        let head = phrase.head;
        let named = self.work.piece_at[head].is_some() || self.is_capital(head) && head > 0;
        if named
            || self.work.classes.has_any(&["documents", "mute"], lemma)
            || words.upos(head) != Upos::Noun
        {
            return false;
        }
        let told_before = || self.unnamed_before(phrase, lemma, plural, None).is_some();
        let any = matches!(
            phrase.article.as_str(),
            "a" | "an" | "one" | "another" | "some"
        ) || plural && phrase.article.is_empty() && !phrase.owned;
        let source = phrase.start >= 2
            && self.work.form_at(phrase.start - 1) == "to"
            && self.work.lower(phrase.start - 2) == "according";
        match any {
            true => source || self.speaks(head) && self.tells_content(head),
            false => self.speaks(head) && told_before(),
        }
    }

    /// Whether the verb of which a word is the subject has a clause or a quotation that tells what was said.
    fn tells_content(&self, head: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(head);
        words.head(first).is_some_and(|verb| {
            words.rel(first) == Rel::NsubjPass
                || words.child(verb, &[Rel::Ccomp, Rel::Parataxis]).is_some()
                || matches!(words.rel(verb), Rel::Parataxis)
                || words.children(verb).any(|child| self.quoted[child])
        })
    }

    /// "Velmar's president demanded a pause": whether the verb of which a word is the subject shows a stance.
    fn takes_a_stance(&self, head: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(head);
        words.rel(first) == Rel::Nsubj
            && (words.head(first)).is_some_and(|verb| self.work.wills_at(verb))
    }

    /// "the president", "the mayor", "the opposition leader": whether a definite office is one that decides.
    fn decides(&self, phrase: &Phrase, lemma: &str, plural: bool) -> bool {
        let title = self.work.text(self.work.description(phrase)).to_lowercase();
        !plural
            && phrase.article == "the"
            && [title.as_str(), lemma].iter().any(|title| {
                (self.work.lexicon.roles.role_of(title)).is_some_and(|role| {
                    !role.former && role.class.decides()
                        || role.class == RoleClass::PartyLeader && title.contains(' ')
                })
            })
    }

    /// Whether it is a person who holds the office of a noun.
    fn holds(&self, id: EntityId, lemma: &str) -> bool {
        self.has_office(id, lemma) && self.work.all[id].kind == EntityKind::Actor(ActorType::Person)
    }

    /// Whether somebody was called by a noun of that office.
    pub(super) fn has_office(&self, id: EntityId, lemma: &str) -> bool {
        self.work.facts[id]
            .nouns
            .iter()
            .any(|noun| same_office(noun, lemma))
    }

    /// "the envoys": all who hold that office, as a group.
    fn holders(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        if !is_definite(phrase) || !plural {
            return None;
        }
        let mut holders: Vec<EntityId> = Vec::new();
        for id in self.recent.iter().filter_map(|recent| recent.entity) {
            if !holders.contains(&id)
                && self.holds(id, lemma)
                && owner.is_none_or(|owner| self.work.party_of(id) == Some(owner))
            {
                holders.push(id);
            }
        }
        // Companions share the office in the plural.
        if let [holder] = holders[..] {
            for &(main, _, with) in &self.work.companions {
                if main == holder && !holders.contains(&with) {
                    holders.push(with);
                }
            }
        }
        if holders.len() < 2 {
            return None;
        }
        let name = self.work.text(phrase.start..phrase.head + 1);
        let id = self.work.make(name, EntityKind::Thing);
        self.work.all[id].members = holders;
        self.work.facts[id].plural = true;
        Some(id)
    }

    /// "the official added": the unnamed one told of before.
    fn unnamed_before(
        &self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        if !is_definite(phrase) || owner.is_some() {
            return None;
        }
        self.back().find(|&id| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::Unnamed)
                && self.work.facts[id].nouns.iter().any(|noun| noun == lemma)
                && self.work.facts[id].plural == plural
        })
    }

    /// "its negotiators", "Merin mediators", "union officers": the side itself, unless they speak.
    fn servants(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        let manages = is_manager(lemma);
        let serves = SERVANTS.contains(&lemma) || manages && !phrase.owned;
        if !plural {
            return None;
        }
        if phrase.owned {
            let men =
                matches!(lemma, "man" | "person" | "fighter") && self.owned_by_pronoun(phrase);
            return self
                .work
                .party_of(owner?)
                .filter(|_| serves || men && !self.speaks(phrase.head));
        }
        let counted = phrase.number.is_some() || self.speaks(phrase.head);
        let acts = self.work.is_agent(phrase.head) || self.wills(phrase.head);
        if !serves || counted || !acts {
            return None;
        }
        let Some(owner) = owner else {
            return self.side_before(phrase, manages || lemma == "executive");
        };
        if manages {
            return None;
        }
        let side = |id: EntityId| {
            !matches!(
                self.work.all[id].kind,
                EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
            )
        };
        if !side(owner) {
            return None;
        }
        // "negotiators from Merin and Tolsk"
        let the = usize::from(self.work.form_at(phrase.end + 1) == "the");
        let other = (self.work.form_at(phrase.end) == "and")
            .then(|| {
                self.work
                    .of_word
                    .get(phrase.end + 1 + the)
                    .copied()
                    .flatten()
            })
            .flatten()
            .filter(|&other| side(other) && other != owner);
        let Some(other) = other else {
            return self.work.party_of(owner);
        };
        let name = self.work.text(phrase.start..phrase.end + 2);
        let id = self.work.make(name, EntityKind::Thing);
        self.work.all[id].members = vec![owner, other];
        self.work.facts[id].plural = true;
        Some(id)
    }

    /// "union officers", "company bosses": the side that the noun before means; "Bosses", "Managers": the one company of the
    /// report.
    fn side_before(&self, phrase: &Phrase, manages: bool) -> Option<EntityId> {
        let words = self.work.words;
        let bare = manages && phrase.start == phrase.head;
        let kind = match words.lemma(phrase.head.checked_sub(1)?) {
            "union" => ActorType::Union,
            "company" | "airline" | "firm" | "management" | "business" | "employer" => {
                ActorType::Company
            }
            "rebel" | "guerrilla" | "insurgent" | "militia" => ActorType::ArmedGroup,
            "party" => ActorType::PoliticalParty,
            _ if bare => {
                let company = EntityKind::Actor(ActorType::Company);
                return only(
                    (self.back())
                        .filter(|&id| self.work.all[id].kind == company && self.has_name(id)),
                );
            }
            _ => return None,
        };
        self.back()
            .find(|&id| self.work.all[id].kind == EntityKind::Actor(kind))
    }

    /// Whether a pronoun says whose they are.
    pub(super) fn owned_by_pronoun(&self, phrase: &Phrase) -> bool {
        phrase.owners.first().is_some_and(|&word| {
            self.work.words.xpos(word) == Xpos::PrpPoss || self.work.lower(word) == "whose"
        })
    }

    /// Whether the people headed by a word tell, act or come along, so that they are an entry.
    pub(super) fn tells(&self, head: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(head);
        if self.work.is_agent(head) {
            // Many who only do something are no side of their own.
            let many = matches!(words.xpos(head), Xpos::Nns | Xpos::Nnps);
            let wills = words.head(first).is_some_and(|verb| {
                self.work.classes.has("tell", words.lemma(verb))
                    || self.work.wills(words.lemma(verb))
            });
            return !many || wills || words.rel(first) != Rel::Nsubj;
        }
        if head != first && self.work.is_agent(first) {
            return true;
        }
        // "Officials are understood to be ready for it"
        if words.rel(first) == Rel::NsubjPass
            && words.head(first).is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "understand" | "believe" | "think" | "say" | "report" | "know"
                ) && words.child(verb, &[Rel::Xcomp]).is_some()
            })
        {
            return true;
        }
        // "according to", "citing", "accompanied by X and an interpreter", "concern among officials"
        let sentence = words.sentence(words.sentence_of(head));
        let mut at = head;
        while at > sentence.start && at + 6 > head {
            at -= 1;
            if matches!(
                self.work.lower(at),
                "according"
                    | "citing"
                    | "cited"
                    | "cites"
                    | "quoting"
                    | "quoted"
                    | "quotes"
                    | "among"
            ) {
                return true;
            }
            if words.is_verb(at) || matches!(words.form(at), "," | ".") {
                break;
            }
        }
        // "…, say two people who were there": behind a pause and a verb of telling.
        let inverted = (sentence.start + 1..head)
            .rev()
            .take(6)
            .find(|&word| words.is_verb(word))
            .is_some_and(|verb| {
                self.work.classes.has("tell", words.lemma(verb))
                    && matches!(words.form(verb - 1), "," | "—" | "–" | "\"" | "”")
            });
        if inverted || self.tells_at_the_end(head) {
            return true;
        }
        let verb = words.head(first).map_or("", |verb| words.lemma(verb));
        words
            .children(first)
            .any(|child| words.rel(child) == Rel::Case && words.lemma(child) == "by")
            && matches!(verb, "accompany" | "join" | "tell" | "say" | "report")
            || first != head && matches!(verb, "accompany" | "join")
    }

    /// "…, two officials briefed on the meeting said.": behind a pause, with the verb of telling as the last word.
    fn tells_at_the_end(&self, head: usize) -> bool {
        let words = self.work.words;
        let sentence = words.sentence(words.sentence_of(head));
        let ends = (head + 1..sentence.end)
            .find(|&word| words.upos(word) == Upos::Punct && words.form(word) != "-")
            .filter(|&word| words.form(word) == ".")
            .is_some_and(|stop| {
                stop > head + 1
                    && words.is_verb(stop - 1)
                    && self.work.classes.has("tell", words.lemma(stop - 1))
            });
        let opens = (sentence.start..head)
            .rev()
            .take(5)
            .take_while(|&word| !words.is_verb(word))
            .any(|word| words.form(word) == ",");
        ends && opens
    }
}

/// Whether a phrase speaks of somebody known.
fn is_definite(phrase: &Phrase) -> bool {
    phrase.owned
        || matches!(
            phrase.article.as_str(),
            "the" | "this" | "that" | "these" | "those"
        )
}

/// Whether two nouns may name the same office: "envoy" and "emissary".
fn same_office(a: &str, b: &str) -> bool {
    const SAME: &[&[&str]] = &[
        &["envoy", "emissary"],
        &["chair", "chairman", "chairwoman", "chairperson"],
        &["spokesman", "spokeswoman", "spokesperson"],
        &["adviser", "advisor", "counsellor", "counselor", "aide"],
        &["minister", "premier"],
        &["leader", "president", "head"],
    ];
    a == b
        || SAME
            .iter()
            .any(|same| same.contains(&a) && same.contains(&b))
}
