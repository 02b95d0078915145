//! Positions: what each party holds about each provision, proposal or the talks.

use std::ops::Range;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{ActorType, Basis, Side, Stance};

use crate::dates::Dates;
use crate::entities::{Entities, EntityId, EntityKind};
use crate::hedging::hedge;
use crate::stances::{Claim, Holder, Stances, Target, hearsay};
use crate::statements::{Statements, Teller};
use crate::words::Words;

/// The positions of a report, in the order of their words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Positions(pub Vec<Position>);

/// One position of one holder.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// The grammatical holder.
    pub holder: EntityId,
    /// Its party.
    pub party: EntityId,
    /// Toward what.
    pub on: On,
    /// How it stands.
    pub stance: Stance,
    /// On what it hangs, as words.
    pub condition: Option<Range<usize>>,
    /// Why.
    pub reason: Option<Range<usize>>,
    /// Which way a red line runs.
    pub side: Option<Side>,
    /// Index into the dates: when it held.
    pub as_of: Option<usize>,
    /// On whose word it rests.
    pub basis: Basis,
    /// The proposal through which a stance toward a list reaches its item.
    pub via: Option<usize>,
    /// By which chain the report knows it.
    pub told_by: Vec<Teller>,
    /// Words that weaken it.
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Range<usize>,
    /// Name of the rule that read it.
    pub rule: String,
    /// Where it is told again, with the rules that read it there.
    pub again: Vec<(Range<usize>, String)>,
}

impl Position {
    /// Keeps the words of another telling, unless they are part of one that is kept.
    fn told_again(&mut self, words: Range<usize>, rule: String) {
        let within = |kept: &Range<usize>| kept.start <= words.start && words.end <= kept.end;
        let known = within(&self.evidence) || self.again.iter().any(|(kept, _)| within(kept));
        if !known && self.again.len() < MOST_TELLINGS {
            self.again.push((words, rule));
        }
    }
}

/// How many further tellings of one position are kept.
const MOST_TELLINGS: usize = 8;

/// What a position is toward.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A provision, by index.
    Provision(usize),
    /// A proposal, by index.
    Proposal(usize),
}

/// Turns claims into positions, one for each holder.
#[allow(
    clippy::too_many_arguments,
    reason = "a stage names the layers it needs"
)]
pub fn positions(
    words: &Words,
    entities: &Entities,
    dates: &Dates,
    statements: &Statements,
    stances: &Stances,
    of_claim: &[Vec<usize>],
    lexicon: &Lexicon,
) -> Positions {
    let mut all: Vec<Position> = Vec::new();
    let mut recalls = stances.1.clone();
    recalls.sort_by_key(|recall| recall.claim);
    for (number, (claim, provisions)) in stances.0.iter().zip(of_claim).enumerate() {
        let on: Vec<On> = match &claim.on {
            Target::Proposal(proposal) => vec![On::Proposal(*proposal)],
            _ => provisions
                .iter()
                .map(|&provision| On::Provision(provision))
                .collect(),
        };
        // What hangs on a condition is never plain acceptance.
        let stance = if claim.stance == Stance::Accepts && claim.premise.is_some() {
            Stance::AcceptsIf
        } else {
            claim.stance
        };
        for (holder, on) in claim
            .holders
            .iter()
            .flat_map(|holder| on.iter().map(move |&on| (holder, on)))
        {
            let position = position(
                words, entities, dates, statements, lexicon, claim, *holder, on, stance,
            );
            let told = all.iter().position(|known| {
                // Read twice off the same words.
                let inside = known.evidence.start <= position.evidence.start
                    && position.evidence.end <= known.evidence.end;
                known.holder == position.holder
                    && known.party == position.party
                    && known.on == position.on
                    && known.stance == position.stance
                    && known.condition.is_none() == position.condition.is_none()
                    && (inside || known.basis == position.basis && known.as_of == position.as_of)
            });
            let index = told.unwrap_or(all.len());
            match told {
                // Told twice, entered once, at the fullest telling.
                Some(index)
                    if all[index].evidence.len() < position.evidence.len()
                        && claim.via.is_none() =>
                {
                    let shorter = std::mem::replace(&mut all[index], position);
                    all[index].again = shorter.again;
                    all[index].told_again(shorter.evidence, shorter.rule);
                }
                Some(index) => all[index].told_again(position.evidence, position.rule),
                None => all.push(position),
            }
            let first = recalls.partition_point(|recall| recall.claim < number);
            for recall in (recalls[first..].iter()).take_while(|recall| recall.claim == number) {
                all[index].told_again(recall.words.clone(), "recalled".into());
            }
        }
    }
    Positions(all)
}

#[allow(
    clippy::too_many_arguments,
    reason = "all that a position is made from"
)]
fn position(
    words: &Words,
    entities: &Entities,
    dates: &Dates,
    statements: &Statements,
    lexicon: &Lexicon,
    claim: &Claim,
    holder: Holder,
    on: On,
    stance: Stance,
) -> Position {
    let mut told_by = statements.told_by(entities, claim.trigger);
    told_by.retain(|teller| teller.entity != Some(holder.actor));
    let basis = basis(words, entities, claim, holder, &told_by);
    let mut around = statements.around(claim.trigger);
    let as_of = dates
        .0
        .iter()
        .position(|date| {
            date.edtf.is_some()
                && date.timex.kind == "DATE"
                && words
                    .head(date.words.end - 1)
                    .is_some_and(|head| head == claim.trigger)
        })
        .or_else(|| around.find_map(|index| statements.all[index].date));
    Position {
        holder: holder.actor,
        party: holder.party,
        on,
        stance,
        condition: claim.premise.as_ref().map(|premise| premise.words.clone()),
        reason: claim.reason.clone(),
        side: (stance == Stance::RedLine).then_some({
            if matches!(claim.rule.as_str(), "will-never" | "never-any" | "accept") {
                Side::Excludes
            } else {
                Side::Keeps
            }
        }),
        as_of,
        basis,
        via: claim.via,
        told_by,
        hedge: hedge(
            words,
            &lexicon.hedges,
            claim.trigger,
            &claim.evidence,
            |noun| {
                (entities.actor(noun)).is_some_and(|actor| {
                    actor == holder.actor || entities.party(actor) == Some(holder.party)
                })
            },
        ),
        evidence: claim.evidence.clone(),
        rule: claim.rule.clone(),
        again: Vec::new(),
    }
}

/// On whose word it rests (DECISIONS 27 of the codebook): an unnamed teller, another party's person, the party itself, the outlet.
fn basis(
    words: &Words,
    entities: &Entities,
    claim: &Claim,
    holder: Holder,
    told_by: &[crate::statements::Teller],
) -> Basis {
    if hearsay(words, claim.trigger).is_some() {
        return Basis::Unnamed;
    }
    let mut own = false;
    for teller in told_by {
        if teller.unnamed {
            return Basis::Unnamed;
        }
        let Some(entity) = teller.entity else {
            continue;
        };
        match entities.all[entity].kind {
            EntityKind::Actor(ActorType::Unnamed) => return Basis::Unnamed,
            EntityKind::Actor(ActorType::Media) => {}
            EntityKind::Actor(_) => match entities.party(entity) {
                Some(party) if party != holder.party && party != holder.actor => {
                    return Basis::OtherParty;
                }
                Some(_) => own = true,
                None => {}
            },
            _ => {}
        }
    }
    if claim.outlet && !own {
        Basis::Outlet
    } else {
        Basis::Own
    }
}
