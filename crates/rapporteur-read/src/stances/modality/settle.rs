//! What a frame shows once negation, modality and condition are weighed.

use rapporteur_lexicon::{Only, StanceFrame, StanceWord};
use rapporteur_model::Stance;

use crate::stances::modality::force::Force;

/// "did not wholly exclude it", "is not necessarily against it": whoever does not say no for good leaves it open.
pub(in crate::stances) fn leaves_open(frame: &StanceFrame, force: &Force) -> bool {
    let denies = match frame.only {
        None => matches!(frame.stance, Stance::Rejects | Stance::Opposes),
        only => frame.stance == Stance::Open && only == Some(Only::Negated),
    };
    denies && force.in_part && force.negated
}

/// The stance once negation, modality and condition are weighed; `None` where the words show none.
pub(in crate::stances) fn settle(
    frame: &StanceFrame,
    class: StanceWord,
    force: &Force,
    conditional: bool,
) -> Option<Stance> {
    let no = force.negated || force.never;
    match frame.only {
        Some(Only::Modal) => {
            return (!no
                && matches!(
                    force.modal.as_deref(),
                    Some("would" | "could" | "can" | "may" | "might" | "will")
                ))
            .then_some(match frame.stance {
                // "could consider a longer lease if it were paid": ready to talk, no more.
                Stance::Open if matches!(frame.name.as_str(), "consider" | "could-talk") => {
                    Stance::Open
                }
                Stance::Open | Stance::Supports | Stance::Accepts if conditional => {
                    Stance::AcceptsIf
                }
                stance => stance,
            });
        }
        // "would not stand in the way, provided that": lets it pass on that condition.
        Some(Only::Negated)
            if conditional && frame.stance == Stance::Open && would_let(force) && no =>
        {
            return Some(Stance::AcceptsIf);
        }
        Some(Only::Negated) => return no.then_some(frame.stance),
        // "no longer recognises the pact": what it once did it now refuses.
        Some(Only::Refused)
            if force.no_longer && frame.stance == Stance::Rejects && force.modal.is_none() =>
        {
            return Some(Stance::Rejects);
        }
        Some(Only::Refused) => {
            return (force.is_refusal() && !force.no_longer).then_some(if force.never {
                Stance::RedLine
            } else {
                frame.stance
            });
        }
        Some(Only::Never) => return force.never.then_some(frame.stance),
        Some(Only::NoLonger) => return force.no_longer.then_some(frame.stance),
        None => {}
    }
    if force.no_longer {
        return match frame.stance {
            Stance::Demands | Stance::Proposes => Some(Stance::Withdraws),
            Stance::Opposes | Stance::Rejects | Stance::Concerned => Some(Stance::Open),
            _ => None,
        };
    }
    if no {
        return match frame.stance {
            Stance::Accepts | Stance::Supports if force.never && force.is_modal() => {
                Some(Stance::RedLine)
            }
            // "is not comfortable with the deal": the frame says what that shows.
            Stance::Accepts | Stance::Supports if frame.negated.is_some() => frame.negated,
            Stance::Accepts if force.is_refusal() => Some(Stance::Rejects),
            // "could not support the deal": more than no support.
            Stance::Supports if force.is_refusal() && class == StanceWord::Verb => {
                Some(if force.modal.is_some() {
                    Stance::Rejects
                } else {
                    Stance::Opposes
                })
            }
            // "would not oppose it if"
            _ if conditional && frame.negated == Some(Stance::Open) && would_let(force) => {
                Some(Stance::AcceptsIf)
            }
            // "did not fight it" tells of then, "would not fight it" of now; who did not object let it pass.
            _ => frame.negated.filter(|_| {
                !matches!(frame.stance, Stance::Opposes | Stance::Demands)
                    || force.is_refusal()
                    || frame.name == "oppose-change"
            }),
        };
    }
    // Duty is the speaker's stance, not the subject's.
    if matches!(
        force.modal.as_deref(),
        Some("must" | "should" | "shall" | "ought")
    ) {
        return None;
    }
    // "might accept it": no more than that it can be; "may reject it" tells nothing yet.
    if matches!(force.modal.as_deref(), Some("may" | "might")) && !conditional {
        match frame.stance {
            Stance::Accepts => return Some(Stance::Open),
            // "either side may ask for mediation": it is free to.
            Stance::Rejects | Stance::Opposes | Stance::RedLine | Stance::Demands => return None,
            _ => {}
        }
    }
    // "either side can veto it": it is free to.
    if force.modal.as_deref() == Some("can")
        && !conditional
        && matches!(frame.stance, Stance::Rejects | Stance::Opposes)
    {
        return None;
    }
    if conditional {
        return match frame.stance {
            Stance::Accepts => Some(Stance::AcceptsIf),
            // "dropped its demand in return for": done; "would drop it if": not yet.
            Stance::Withdraws if force.is_modal() || !force.past => Some(Stance::AcceptsIf),
            Stance::Supports | Stance::Open if force.is_modal() => Some(Stance::AcceptsIf),
            // "showed flexibility on the date on the understanding that"
            Stance::Open if frame.name == "flexible" => Some(Stance::AcceptsIf),
            // "would recommend 5 percent if"
            // "would pay for the locks if", "might chip in as long as": no offer yet.
            Stance::Proposes | Stance::Offers
                if matches!(force.modal.as_deref(), Some("would" | "could" | "might")) =>
            {
                Some(Stance::AcceptsIf)
            }
            other => Some(other),
        };
    }
    if frame.stance == Stance::Withdraws && force.is_modal() {
        // "would part with two islands": would itself give them.
        let gives =
            frame.name == "give-up" && !matches!(force.modal.as_deref(), Some("may" | "might"));
        return Some(if gives { Stance::Offers } else { Stance::Open });
    }
    // "will propose": not yet proposed.
    if frame.stance == Stance::Proposes && force.is_modal() {
        return None;
    }
    if class == StanceWord::Adjective && frame.stance == Stance::Accepts {
        return Some(Stance::Open);
    }
    Some(frame.stance)
}

/// "would not stand in the way", "will not object"
fn would_let(force: &Force) -> bool {
    matches!(force.modal.as_deref(), Some("would" | "will" | "could"))
}
