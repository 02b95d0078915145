//! Whoever holds a stance: an actor, for a party or for itself.

use rapporteur_lexicon::RoleClass;
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::entities::{Entity, EntityId, EntityKind};
use crate::stances::Scene;
use crate::stances::arguments::both::{both, rivals};
use crate::stances::arguments::outer::outer_fellow;
use crate::stances::modality::wanted::is_unchanged;
use crate::stances::texts::{joint, operative, papers};
use crate::words::Words;

/// A holder and the party it speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// The grammatical holder.
    pub actor: EntityId,
    /// Its party.
    pub party: EntityId,
}

impl Holder {
    /// The actor as a holder. Experts, witnesses and media hold no positions. A body of which the report does not tell
    /// whose it is holds them for itself; so does a person, unless her office is held for somebody whom it leaves open.
    pub(crate) fn of(scene: &Scene, actor: EntityId) -> Option<Self> {
        let entity = &scene.entities.all[actor];
        let party = match entity.kind {
            EntityKind::Actor(ActorType::Media) => None,
            EntityKind::Actor(ActorType::Person) => entity.party.or_else(|| {
                (holds_alone(scene, entity) && !is_host(scene, entity)).then_some(actor)
            }),
            EntityKind::Actor(ActorType::GovernmentBody) => entity.party.or(Some(actor)),
            // "the Minister", where nothing tells of which government.
            EntityKind::Actor(ActorType::Unnamed) => entity
                .party
                .or_else(|| is_minister(scene, &entity.name).then_some(actor)),
            EntityKind::Actor(_) => entity.party,
            _ => None,
        };
        party.map(|party| Holder { actor, party })
    }

    /// Everybody who speaks the innermost statement around a word: those in chorus, each of "the ministers".
    pub(crate) fn speakers(scene: &Scene, word: usize) -> Vec<Self> {
        let mut found: Vec<Self> = Self::speaking(scene, word).into_iter().collect();
        for actor in scene.chorus(word) {
            if let Some(holder) = Self::of(scene, actor).filter(|holder| !found.contains(holder)) {
                found.push(holder);
            }
        }
        found
    }

    /// Whoever speaks the innermost statement around a word.
    pub(crate) fn speaking(scene: &Scene, word: usize) -> Option<Self> {
        Self::of(scene, scene.speaker(word)?)
    }
}

/// Whether somebody of whom nothing is told speaks in a talk: whoever puts the questions.
fn is_host(scene: &Scene, person: &Entity) -> bool {
    let last = |text: &str| text.split_whitespace().last().map(str::to_lowercase);
    let name = last(&person.name);
    person.roles.is_empty()
        && (scene.blocks.items.iter())
            .filter_map(|block| block.label)
            .any(|label| {
                let label = label.of(scene.words.text);
                last(label.split(" (").next().unwrap_or(label)) == name
            })
}

/// Whether a person without a name is known by an office that decides, of a side that the report leaves open.
fn is_minister(scene: &Scene, name: &str) -> bool {
    (scene.lexicon.roles.role_of(name)).is_some_and(|role| {
        !role.former
            && !name.ends_with('s')
            && role.class.decides()
            && !may_serve(scene, role.class)
            // "the opposition leader"
            || role.class == RoleClass::PartyLeader
                && !role.former
                && name.contains(' ')
                && !name.ends_with('s')
                && !may_serve(scene, role.class)
    })
}

/// Whether somebody without a party speaks for herself, by the titles that the report gives: no expert, no witness, no
/// minister or spokesman of an unknown side; but "the union's chair" where no union has a name, and any office that
/// none of the sides named could have.
fn holds_alone(scene: &Scene, person: &Entity) -> bool {
    (person.roles.iter())
        .filter_map(|role| Some((role, scene.lexicon.roles.role_of(&role.title)?)))
        .all(|(written, role)| {
            let observes = matches!(
                role.class,
                RoleClass::Expert | RoleClass::Source | RoleClass::Family | RoleClass::Mediator
            );
            let alone = role.former || !role.speaks_for() || written.of.is_some();
            !observes && (alone || !may_serve(scene, role.class))
        })
}

/// Whether the report names a side that an office of that class may serve: a minister a state, a spokesman anybody. A
/// mayor has a town of her own.
fn may_serve(scene: &Scene, office: RoleClass) -> bool {
    let of_a_state = matches!(
        office,
        RoleClass::HeadOfState
            | RoleClass::HeadOfGovernment
            | RoleClass::Minister
            | RoleClass::SecurityOfficial
            | RoleClass::Envoy
            | RoleClass::Diplomat
            | RoleClass::Military
    );
    office != RoleClass::RegionalLeader
        && (scene.entities.all.iter()).any(|entity| {
            entity.in_record
                && match entity.kind {
                    EntityKind::Actor(ActorType::State) => true,
                    EntityKind::Actor(
                        ActorType::Person | ActorType::Unnamed | ActorType::Media,
                    ) => false,
                    EntityKind::Actor(_) => !of_a_state,
                    _ => false,
                }
        })
}

/// Nouns of what a state is.
const REALMS: &[&str] = &[
    "republic",
    "kingdom",
    "emirate",
    "sultanate",
    "principality",
    "duchy",
    "federation",
    "state",
];

/// The holders that a noun phrase names: actors, the speaker behind "we", the authors of a text.
pub fn holders(scene: &Scene, word: usize) -> Vec<Holder> {
    let words = scene.words;
    let mut found: Vec<Holder> = Vec::new();
    let mut add = |holder: Option<Holder>| {
        if let Some(holder) = holder
            && !found.contains(&holder)
        {
            found.push(holder);
        }
    };
    if let Some(several) = coordinated(scene, word) {
        return several;
    }
    for conjunct in words.conjuncts(word) {
        if conjunct != word && is_left_out(scene, word, conjunct) {
            continue;
        }
        let several = rivals(scene, conjunct);
        if !several.is_empty() {
            several.into_iter().for_each(|one| add(Some(one)));
            continue;
        }
        let first_person = words.upos(conjunct) == Upos::Pron
            && matches!(
                words.lemma(conjunct),
                "i" | "we" | "our" | "my" | "us" | "me" | "ours"
            );
        // "the republic of Varsk": whoever it is by name.
        let named = REALMS
            .contains(&words.lemma(conjunct))
            .then(|| words.with_case(conjunct, &["of"]).next())
            .flatten()
            .and_then(|name| scene.entities.actor(name));
        if let Some(actor) = named.or_else(|| scene.entities.actor(conjunct)) {
            let entity = &scene.entities.all[actor];
            // "both sides", "the two ministers": a plural with members stands for each of them.
            let spread = !entity.members.is_empty()
                && (!entity.in_record || entity.kind == EntityKind::Actor(ActorType::Unnamed));
            let mut several = states_of(scene, conjunct);
            if entity.kind == EntityKind::Actor(ActorType::Unnamed) || several.len() > 1 {
                several.extend(included(scene, conjunct));
            }
            if several.len() > 1 {
                several
                    .into_iter()
                    .for_each(|state| add(Holder::of(scene, state)));
            } else if spread {
                entity
                    .members
                    .iter()
                    .for_each(|&member| add(Holder::of(scene, member)));
            } else {
                add(Holder::of(scene, actor));
                (beside_government(scene, conjunct).into_iter())
                    .for_each(|body| add(Holder::of(scene, body)));
            }
        } else if let Some(several) = scene
            .entities
            .at(conjunct)
            .map(|id| scene.entities.each(id))
            .filter(|several| !several.is_empty())
        {
            // "both sides", "the ministers": each of them.
            several
                .into_iter()
                .for_each(|member| add(Holder::of(scene, member)));
        } else if let included = included(scene, conjunct)
            && !included.is_empty()
        {
            included
                .into_iter()
                .for_each(|one| add(Holder::of(scene, one)));
        } else if let Some(whole) = all_of_them(scene, conjunct) {
            holders(scene, whole)
                .into_iter()
                .for_each(|one| add(Some(one)));
        } else if let Some(named) = counted_among(scene, conjunct) {
            holders(scene, named)
                .into_iter()
                .for_each(|one| add(Some(one)));
        } else if let two = both(scene, conjunct)
            && !two.is_empty()
        {
            two.into_iter().for_each(|one| add(Some(one)));
        } else if words.lower(conjunct) == "they" && joint::is_joint(scene) {
            // "They further agreed that": whoever put the text out.
            (joint::table(scene, conjunct).into_iter()).for_each(|one| add(Some(one)));
        } else if first_person {
            let mut several = Holder::speakers(scene, conjunct);
            // "We reaffirm our commitment", in a joint text.
            if several.is_empty() && matches!(words.lemma(conjunct), "we" | "our" | "us") {
                several = joint::signatories(scene);
            }
            several.into_iter().for_each(|one| add(Some(one)));
        } else {
            let texts = scene.proposals.all_at(conjunct);
            let authors = (texts.iter()).flat_map(|&text| &scene.proposals.all[text].authors);
            let authors: Vec<EntityId> = authors.copied().collect();
            // "Velmar's submission voices concern"
            if authors.is_empty() {
                (papers::speaking(scene, conjunct).into_iter()).for_each(|one| add(Some(one)));
            }
            for author in authors {
                add(Holder::of(scene, author));
            }
        }
    }
    if found.is_empty() {
        found.extend(own_body(scene, word));
    }
    found
}

/// "My government", "our delegation", "his members": the side of whoever calls it its own.
fn own_body(scene: &Scene, noun: usize) -> Option<Holder> {
    const OF_STATES: &[&str] = &[
        "government",
        "country",
        "nation",
        "state",
        "people",
        "administration",
        "ministry",
        "capital",
        "delegation",
        "side",
        "republic",
        "island",
        "islands",
        "cabinet",
        "authority",
    ];
    const OF_BODIES: &[&str] = &[
        "union",
        "federation",
        "association",
        "branch",
        "guild",
        "group",
        "party",
        "club",
        "board",
        "company",
        "firm",
        "member",
        "membership",
        "movement",
        "organisation",
        "organization",
        "alliance",
        "coalition",
        "council",
        "city",
        "town",
        "region",
        "province",
        "league",
        "committee",
        "bank",
        "team",
        "delegation",
        "side",
        "camp",
        "society",
        "chamber",
        "caucus",
        "school",
        "hospital",
        "university",
        "airline",
        "community",
        "village",
        "tribe",
        "clan",
    ];
    let words = scene.words;
    let owner = words.child(noun, &[Rel::NmodPoss]).filter(|&owner| {
        owner < noun && words.upos(owner) == Upos::Pron || words.xpos(owner) == Xpos::PrpPoss
    })?;
    let whose = if matches!(words.lower(owner), "my" | "our") {
        Holder::speakers(scene, owner).into_iter().next()
    } else {
        (scene.entities.actor(owner)).and_then(|actor| Holder::of(scene, actor))
    };
    let party = whose?.party;
    let EntityKind::Actor(kind) = scene.entities.all[party].kind else {
        return None;
    };
    let lemma = words.lemma(noun);
    let own = match kind {
        ActorType::State | ActorType::GovernmentBody => OF_STATES.contains(&lemma),
        ActorType::Person | ActorType::Unnamed | ActorType::Media => false,
        _ => OF_BODIES.contains(&lemma),
    };
    own.then_some(Holder {
        actor: party,
        party,
    })
}

/// "Merin, but not Brod", "all but Brod": who is named as the one that does not.
fn is_left_out(scene: &Scene, first: usize, other: usize) -> bool {
    let words = scene.words;
    let but = (words.children_by(other, &[Rel::Cc])).any(|but| words.lower(but) == "but");
    let not = (words.children_by(other, &[Rel::Advmod, Rel::Cc]))
        .any(|not| not < other && words.lower(not) == "not");
    let all = matches!(
        words.lower(first),
        "all" | "everyone" | "everybody" | "none" | "nobody" | "nothing"
    ) || words
        .children_by(first, &[Rel::Det])
        .any(|all| matches!(words.lower(all), "all" | "every"));
    not || but && all
}

/// "All of them accept it", "each of the three wants a seat": of whom all is told; "that of Brod": whose it is.
fn all_of_them(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    let all = matches!(words.lower(word), "all" | "each" | "both");
    (words.with_case(word, &["of"]).next()).filter(|&whole| {
        let that = matches!(words.lower(word), "that" | "those");
        that && scene.entities.actor(whole).is_some()
            || all
                && whole > word
                && (matches!(words.lower(whole), "them" | "these" | "those" | "us")
                    || words.upos(whole) == Upos::Num)
    })
}

/// "Merin is among the countries that back it", "Merin is one of those opposed to it": who is told to be one of them.
fn counted_among(scene: &Scene, noun: usize) -> Option<usize> {
    let words = scene.words;
    if let Some(name) = words.only_one(noun) {
        return scene.entities.actor(name).map(|_| name);
    }
    let plural = words.xpos(noun) == Xpos::Nns
        || words.lemma(noun) == "those"
        || words.form(noun) == "those";
    let predicate = match words.rel(noun) {
        Rel::Nmod => words.head(noun).filter(|&one| words.lemma(one) == "one")?,
        _ => noun,
    };
    let among = words
        .child(noun, &[Rel::Case])
        .is_some_and(|case| matches!(words.lemma(case), "among" | "of"));
    // "Among those opposed to it is Merin"
    let behind = words.head(noun).filter(|&named| {
        plural
            && among
            && named > noun
            && matches!(words.rel(noun), Rel::Obl | Rel::Nmod)
            && (words.child(named, &[Rel::Cop])).is_some_and(|be| be > noun)
            && scene.entities.actor(named).is_some()
    });
    if behind.is_some() {
        return behind;
    }
    words
        .child(predicate, &[Rel::Cop])
        .filter(|_| plural && among)?;
    words
        .child(predicate, &[Rel::Nsubj])
        .filter(|&subject| subject < noun && scene.entities.actor(subject).is_some())
}

/// "the ministers of A and B", "officials from A and B": each of the states they are of.
fn states_of(scene: &Scene, noun: usize) -> Vec<EntityId> {
    let words = scene.words;
    let plural = matches!(words.xpos(noun), Xpos::Nns | Xpos::Nnps);
    words
        .with_case(noun, &["of", "from", "for"])
        .filter(|_| plural)
        .take(1)
        .flat_map(|at| words.conjuncts(at))
        .flat_map(|at| match scene.entities.actor(at) {
            Some(actor) => vec![actor],
            // "ministers from the three countries"
            None => (scene.entities.at(at)).map_or_else(Vec::new, |id| scene.entities.each(id)),
        })
        .collect()
}

/// "the government of Merin and the Valley Front agreed": whoever stands beside the government, and not under it.
fn beside_government(scene: &Scene, noun: usize) -> Vec<EntityId> {
    use ActorType::{Alliance, ArmedGroup, Company, Movement, PoliticalParty, Union};
    let words = scene.words;
    if words.lower(noun) != "government" {
        return Vec::new();
    }
    (words.with_case(noun, &["of"]).take(1))
        .flat_map(|state| words.conjuncts(state).into_iter().skip(1))
        .filter_map(|at| scene.entities.actor(at))
        .filter(|&id| {
            matches!(
                scene.entities.all[id].kind,
                EntityKind::Actor(
                    Alliance | ArmedGroup | Company | Movement | PoliticalParty | Union
                )
            )
        })
        .collect()
}

/// "Merin, Brod and Tolsk said they could accept it": all of them, whatever else the pronoun might look back on.
fn coordinated(scene: &Scene, word: usize) -> Option<Vec<Holder>> {
    let words = scene.words;
    if words.upos(word) != Upos::Pron || words.lemma(word) != "they" {
        return None;
    }
    words
        .ancestors(word)
        .filter_map(|above| words.child(above, &[Rel::Nsubj]))
        .find(|&subject| subject < word)
        .filter(|&subject| words.conjuncts(subject).len() > 1)
        .map(|subject| holders(scene, subject))
        .filter(|held| held.len() > 1)
}

/// "several delegations, including Canada and Chile": those that are named.
fn included(scene: &Scene, noun: usize) -> Vec<EntityId> {
    let words = scene.words;
    if words.xpos(noun) != Xpos::Nns {
        return Vec::new();
    }
    let spelt_out = spelt_out_names(scene, noun);
    if !spelt_out.is_empty() {
        return spelt_out;
    }
    words
        .children(noun)
        .filter(|&child| child > noun)
        .filter(|&child| {
            words.children(child).any(|mark| {
                matches!(words.lemma(mark), "include" | "including" | "among")
                    && matches!(words.rel(mark), Rel::Case | Rel::Mark)
            }) || matches!(words.form(child), "including" | "among")
                // "in particular Malta and Ghana", "notably Chile"
                || (words.subtree(child).start.saturating_sub(1)..child).any(|at| {
                    at > noun
                        && matches!(
                            words.lower(at),
                            "particular" | "particularly" | "notably" | "especially" | "namely"
                        )
                })
        })
        .flat_map(|child| {
            let first = words.child(child, &[Rel::Obj]).unwrap_or(child);
            words.conjuncts(first)
        })
        .filter_map(|at| scene.entities.actor(at))
        .collect()
}

/// "all members except Velmar, namely Orveth and Merin, …", "…, that is Orveth and Merin, …", "two lenders, Merin Bank and
/// Orve Bank,": those spelt out.
fn spelt_out_names(scene: &Scene, noun: usize) -> Vec<EntityId> {
    let words = scene.words;
    let range = words.subtree(noun);
    let Some(begin) = (noun + 2..range.end).find_map(|at| {
        let comma = words.form(at - 1) == ",";
        match (words.lower(at), words.lower(at + 1)) {
            ("namely" | "viz." | "i.e.", _) if comma => Some(at + 1),
            ("that", "is") if comma => Some(at + 2),
            _ if comma && at == noun + 2 => {
                let the = usize::from(words.lower(at) == "the");
                let counted = (range.start..noun).any(|word| words.upos(word) == Upos::Num);
                let named =
                    words.upos(at + the) == Upos::Propn && scene.entities.actor(at + the).is_some();
                (counted && named).then_some(at)
            }
            _ => None,
        }
    }) else {
        return Vec::new();
    };
    let end = words.sentence(words.sentence_of(noun)).end;
    (begin..end)
        .take_while(|&at| {
            matches!(
                words.upos(at),
                Upos::Propn | Upos::Noun | Upos::Adj | Upos::Det | Upos::Cconj
            ) || words.form(at) == ","
        })
        .filter_map(|at| scene.entities.actor(at))
        .collect()
}

/// The holders behind the subject of a predicate.
pub fn subject_holders(scene: &Scene, predicate: usize) -> Vec<Holder> {
    let words = scene.words;
    let mut found = match words.subject(predicate) {
        Some(subject) => named_or_told(scene, predicate, subject),
        // "a cap has been agreed between the two"
        None if words.is_passive(predicate) => words
            .with_case(predicate, &["between", "among"])
            .next()
            .map(|among| holders(scene, among))
            .unwrap_or_default(),
        None => operative::body(scene, predicate),
    };
    // "the union, which favours it, and the guild": who is named behind the clause is none of it.
    if words.rel(predicate) == Rel::AclRelcl
        && let Some(noun) = words.head(predicate)
    {
        let later: Vec<Holder> = (words.conjuncts(noun).into_iter())
            .filter(|&other| other > predicate)
            .flat_map(|other| holders(scene, other))
            .collect();
        if found.iter().any(|holder| !later.contains(holder)) {
            found.retain(|holder| !later.contains(holder));
        }
    }
    // "adopted a resolution demanding a truce"
    if found.is_empty() {
        found = papers::of_clause(scene, predicate);
    }
    if found.is_empty()
        && let Some((outer, subject)) = outer_fellow(words, predicate)
    {
        found = named_or_told(scene, outer, subject);
    }
    // "Merin, like Brod, rejected it", "Merin and, more cautiously, Brod rejected it": both.
    let along = (words.with_case(predicate, &["like"]))
        .filter(|&other| other < predicate && words.form(words.subtree(other).end) == ",")
        .chain(second_subject(scene, predicate))
        .chain(together_with(scene, predicate))
        .chain(not_only(words, predicate));
    if !found.is_empty() {
        for holder in along.flat_map(|other| holders(scene, other)) {
            if !found.contains(&holder) {
                found.push(holder);
            }
        }
    }
    // "Brod joined Merin in opposing it": both.
    let joined = words
        .head(predicate)
        .filter(|&join| words.lemma(join) == "join" && words.rel(predicate) == Rel::Advcl)
        .and_then(|join| words.child(join, &[Rel::Obj]));
    if let Some(joined) = joined {
        for holder in holders(scene, joined) {
            if !found.contains(&holder) {
                found.push(holder);
            }
        }
    }
    found
}

/// "Merin, together with Brod and Orm, rejected it": those beside the subject.
fn together_with(scene: &Scene, predicate: usize) -> Option<usize> {
    let words = scene.words;
    let subject = words.child(predicate, &[Rel::Nsubj])?;
    let together = (subject + 1..predicate).find(|&at| {
        matches!(
            words.lower(at),
            "together" | "along" | "jointly" | "alongside"
        )
    })?;
    let with = together + usize::from(words.lower(together) != "alongside");
    let other = (words.lower(with) == "with" || words.lower(with) == "alongside")
        .then(|| words.head(with))
        .flatten()?;
    (together == subject + 1 || words.form(together - 1) == ",")
        .then_some(other)
        .filter(|&other| other > with && other < predicate)
}

/// "Not only Velmar but also Orveth rejected it", with the first name for the head of the verb.
fn not_only(words: &Words, predicate: usize) -> Option<usize> {
    let first = words.head(predicate).filter(|&first| {
        words.rel(predicate) == Rel::Conj && matches!(words.upos(first), Upos::Propn | Upos::Noun)
    })?;
    let only = first > 1 && words.lower(words.subtree(first).start + 1) == "only";
    let bare = words.child(first, &[Rel::Cop, Rel::Nsubj]).is_none();
    (only && bare && words.lower(words.subtree(first).start) == "not").then_some(first)
}

/// The second of two subjects that the tree left beside each other, though "and" joins them.
fn second_subject(scene: &Scene, predicate: usize) -> Option<usize> {
    let words = scene.words;
    let mut subjects = words.children_by(predicate, &[Rel::Nsubj]);
    let (first, second) = (subjects.next()?, subjects.next()?);
    let joined = words.lower(words.subtree(first).end) == "and" && second < predicate;
    joined.then_some(second)
}

/// The holders that a subject names, those who tell it of themselves, or those whom the teller leads.
pub(in crate::stances) fn named_or_told(
    scene: &Scene,
    predicate: usize,
    subject: usize,
) -> Vec<Holder> {
    let found = holders(scene, subject);
    if !found.is_empty() {
        return found;
    }
    if scene.entities.at(subject).is_some() {
        return members(scene, predicate, subject);
    }
    // "The opposition Green Party backs it"
    let words = scene.words;
    if let Some(name) = (words.child(subject, &[Rel::Appos])).filter(|&name| {
        name > subject && (subject + 1..name).all(|at| words.upos(at) != Upos::Punct)
    }) {
        let named = holders(scene, name);
        if !named.is_empty() {
            return named;
        }
    }
    [
        told_of_itself(scene, predicate, subject),
        told_and_did(scene, predicate, subject),
        members(scene, predicate, subject),
    ]
    .into_iter()
    .find(|found| !found.is_empty())
    .unwrap_or_default()
}

/// "the union says that members can live with it": those whom the teller leads.
fn members(scene: &Scene, predicate: usize, subject: usize) -> Vec<Holder> {
    let words = scene.words;
    let alone = (words.children(subject))
        .all(|child| matches!(words.rel(child), Rel::Det | Rel::Punct | Rel::Amod));
    let led = |holder: &Holder| {
        matches!(
            scene.entities.all[holder.party].kind,
            EntityKind::Actor(kind) if !matches!(kind, ActorType::State | ActorType::Person)
        )
    };
    (Holder::speaking(scene, predicate).into_iter())
        .filter(|holder| alone && words.lower(subject) == "members" && led(holder))
        .map(|holder| Holder {
            actor: holder.party,
            ..holder
        })
        .collect()
}

/// "Merin said that the period was too long and proposed 60 days": what nobody but the teller can do.
fn told_and_did(scene: &Scene, predicate: usize, subject: usize) -> Vec<Holder> {
    let words = scene.words;
    let first = words.head(predicate).filter(|&first| {
        words.rel(predicate) == Rel::Conj
            && words.rel(first) == Rel::Ccomp
            && words
                .child(predicate, &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux])
                .is_none()
    });
    let teller = first
        .filter(|&first| subject < first && words.upos(subject) != Upos::Pron)
        .and_then(|first| words.head(first))
        .filter(|&tells| {
            matches!(words.xpos(tells), Xpos::Vbd | Xpos::Vbn)
                && (matches!(words.xpos(predicate), Xpos::Vbd | Xpos::Vbn)
                    // "said the rate was too high and put forward another"
                    || is_unchanged(words, predicate)
                        && words.child(predicate, &[Rel::Mark]).is_none())
        })
        .and_then(|tells| words.child(tells, &[Rel::Nsubj]))
        .filter(|&teller| teller < subject);
    teller
        .map(|teller| holders(scene, teller))
        .unwrap_or_default()
}

/// "Merin said it would not go below six percent": a pronoun that stands for nobody else, told of by a body.
fn told_of_itself(scene: &Scene, predicate: usize, subject: usize) -> Vec<Holder> {
    let words = scene.words;
    let told = words.lower(subject) == "it"
        && matches!(words.rel(subject), Rel::Nsubj | Rel::NsubjPass)
        && words.rel(predicate) == Rel::Ccomp
        && (words.child(predicate, &[Rel::Aux]).is_some()
            // "stated that it was not in a position to agree"
            || words.child(predicate, &[Rel::Cop]).is_some()
                && words.child(predicate, &[Rel::Case]).is_some());
    let teller = words
        .head(predicate)
        .filter(|_| told)
        .and_then(|tells| words.child(tells, &[Rel::Nsubj]))
        .filter(|&teller| teller < subject && words.upos(teller) != Upos::Pron);
    match teller {
        Some(teller) => holders(scene, teller)
            .into_iter()
            .filter(|holder| holder.actor == holder.party)
            .collect(),
        None => Vec::new(),
    }
}

/// The possessor of a noun: "its demand", "Orveth's demand", "the Orveth demand", "a demand by Orveth".
pub fn possessors(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    for child in words.children(noun) {
        let candidate = match words.rel(child) {
            Rel::NmodPoss => true,
            Rel::Compound | Rel::Amod | Rel::NmodDesc => {
                child < noun && scene.entities.actor(child).is_some()
            }
            Rel::Nmod => words.children(child).any(|case| {
                words.rel(case) == Rel::Case && matches!(words.lemma(case), "by" | "from")
            }),
            _ => false,
        };
        if candidate && words.upos(child) == Upos::Pron {
            // "the union dropped its demand": the subject of the same verb, wherever the pronoun might else point.
            let first = words.first_conjunct(noun);
            let verb = words
                .head(first)
                .filter(|&head| words.rel(first) == Rel::Obj && words.is_verb(head));
            let subject = verb
                .and_then(|verb| words.child(verb, &[Rel::Nsubj]))
                .filter(|&subject| words.upos(subject) != Upos::Pron);
            let found = match (subject, verb) {
                (Some(subject), _) => holders(scene, subject),
                (None, Some(verb)) => operative::body(scene, verb),
                _ => Vec::new(),
            };
            if !found.is_empty() {
                return found;
            }
            // "Cabin crew restated their claim": theirs, whoever they are.
            let many = verb
                .and_then(|verb| words.subject(verb))
                .is_some_and(|subject| {
                    words.lower(child) == "their"
                        && subject < child
                        && holders(scene, subject).is_empty()
                        && words.upos(subject) == Upos::Noun
                        && (words.xpos(subject) == Xpos::Nns
                            || matches!(
                                words.lemma(subject),
                                "crew" | "staff" | "workforce" | "team"
                            ))
                });
            if many {
                return Vec::new();
            }
        }
        if candidate {
            let found = holders(scene, child);
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}
