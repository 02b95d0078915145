//! How much in a given time: "300 cubic metres a second and gauges at the dam", "35 ships a week and searches".

use super::Tree;
use crate::{Rel, Upos};

/// What amounts are told by.
const UNITS: &[&str] = &[
    "second",
    "minute",
    "hour",
    "day",
    "night",
    "week",
    "fortnight",
    "month",
    "quarter",
    "season",
    "year",
    "head",
    "person",
    "passenger",
    "pupil",
    "patient",
    "tonne",
    "ton",
    "kilo",
    "kilogram",
    "litre",
    "liter",
    "barrel",
    "share",
    "hectare",
    "mile",
    "kilometre",
    "kilometer",
    "trip",
    "shift",
    "household",
];

impl Tree<'_> {
    /// A counted noun, an article and a unit right behind it: the unit belongs to the noun, and what is joined to the unit
    /// is joined to the noun.
    pub(super) fn rates(&mut self) {
        for unit in self.sentence.clone().skip(3) {
            let noun = unit - 2;
            if !matches!(self.forms[unit - 1], "a" | "an" | "per")
                || !UNITS.contains(&self.forms[unit])
                || !matches!(self.upos(noun), Upos::Noun | Upos::Sym)
                || !self.has(noun, &[Rel::Nummod])
                || self.head(noun) == unit
                || self.head(unit) != noun
                    && !matches!(
                        self.rel(unit),
                        Rel::OblUnmarked | Rel::Xcomp | Rel::Advmod | Rel::Obl | Rel::NmodUnmarked
                    )
            {
                continue;
            }
            // "35 ships a day longer": of the clause.
            let alone = !self.children(unit).any(|child| {
                child > unit && matches!(self.rel(child), Rel::Advmod | Rel::Amod | Rel::AclRelcl)
            });
            if !alone {
                continue;
            }
            let joined: Vec<usize> = (self.children(unit))
                .filter(|&fellow| {
                    fellow > unit
                        && self.rel(fellow) == Rel::Conj
                        && self.is_nominal(fellow)
                        && !UNITS.contains(&self.forms[fellow])
                })
                .collect();
            for fellow in joined {
                self.attach(fellow, noun, Rel::Conj);
            }
            self.syntax.tags.upos[unit] = Upos::Noun;
            self.attach(unit, noun, Rel::NmodUnmarked);
            self.attach(
                unit - 1,
                unit,
                if self.forms[unit - 1] == "per" {
                    Rel::Case
                } else {
                    Rel::Det
                },
            );
        }
    }
}
