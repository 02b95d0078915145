//! Cities: a finite-state map from name to a packed number, used where it lies in the program.

use fst::Map;

use super::Country;

/// Bits of a value; `xtask/src/gazetteer.rs` packs them.
const POPULATION: u64 = (1 << 27) - 1;
const COUNTRY_SHIFT: u64 = 27;
const COUNTRY: u64 = (1 << 9) - 1;
const AMBIGUOUS: u64 = 1 << 36;
const WORD: u64 = 1 << 37;
const PERSON: u64 = 1 << 38;
const VARIANT: u64 = 1 << 39;

/// Every city. The default has none.
#[derive(Debug, Default)]
pub struct Cities {
    map: Option<Map<&'static [u8]>>,
}

/// A city.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct City<'a> {
    /// The country it lies in.
    pub country: &'a Country,
    /// People who live there, at most 134 million.
    pub population: u32,
    /// Whether a namesake is not much smaller.
    pub ambiguous: bool,
    /// Whether the name in lower case is a common English word ("Reading", "Nice").
    pub word: bool,
    /// Whether the name is a name of persons too ("Lincoln", "Victoria").
    pub person: bool,
    /// Whether it is another spelling or another language's name.
    pub variant: bool,
}

/// A value of the map.
#[derive(Debug, Clone, Copy)]
pub(super) struct Packed {
    value: u64,
    /// Row of the country in the table.
    pub country: usize,
}

impl Cities {
    /// The cities that ship with the program.
    pub fn embedded() -> Self {
        let bytes: &'static [u8] = include_bytes!("../../data/cities.fst");
        Self {
            map: Map::new(bytes).ok(),
        }
    }

    pub(super) fn find(&self, name: &str) -> Option<Packed> {
        let value = self.map.as_ref()?.get(name)?;
        Some(Packed {
            value,
            country: ((value >> COUNTRY_SHIFT) & COUNTRY) as usize,
        })
    }
}

impl Packed {
    pub(super) fn city(self, country: &Country) -> City<'_> {
        City {
            country,
            population: (self.value & POPULATION) as u32,
            ambiguous: self.value & AMBIGUOUS != 0,
            word: self.value & WORD != 0,
            person: self.value & PERSON != 0,
            variant: self.value & VARIANT != 0,
        }
    }
}
