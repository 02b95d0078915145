//! What the model of names sees of a word in a run.

use std::ops::Range;
use std::sync::LazyLock;

use rapporteur_lexicon::{GazetteerPlace, Lexicon, StanceWord, WordMap};
use rapporteur_syntax::Upos;

use crate::entities::classes::classes;
use crate::learned::{Bag, kind};
use crate::words::Words;

/// Classes of nouns that tell what a name is.
const CLASSES: &[&str] = &[
    "persons",
    "modifiers",
    "bodies",
    "political",
    "party",
    "media",
    "realms",
    "address",
    "a-union",
    "a-force",
    "a-movement",
    "a-company",
    "place",
    "houses",
    "councils",
    "institutions",
    "leagues",
    "union",
    "company",
    "country",
    "thing",
    "civic",
    "chambers",
    "calls",
    "tell",
    "sides",
    "hosts",
    "polities",
    "camps",
    "portfolios",
    "kin",
    "armed",
];

/// A run with what is the same for all its words.
pub(super) struct Run<'a> {
    words: &'a Words<'a>,
    lexicon: &'a Lexicon,
    run: Range<usize>,
    sentence: Range<usize>,
    /// Relation and lemma of what the run hangs on.
    rel: &'static str,
    governor: String,
    /// What the lexicon knows of the governor: speaking, stances.
    deed: &'static str,
    loud: bool,
    /// The classes of its words and those beside it, from the word before.
    of_classes: Vec<Vec<&'static str>>,
}

impl<'a> Run<'a> {
    pub fn new(words: &'a Words<'a>, lexicon: &'a Lexicon, run: Range<usize>) -> Self {
        let top = words.top(run.clone()).unwrap_or(run.start);
        let first = words.first_conjunct(top);
        let governor = words.head(first);
        let sentence = words.sentence(words.sentence_of(run.start));
        let deed = governor.map_or("", |governor| {
            let class = match words.upos(governor) {
                Upos::Noun => StanceWord::Noun,
                Upos::Adj => StanceWord::Adjective,
                _ => StanceWord::Verb,
            };
            match lexicon.stances.of(class, &words.phrasal(governor)).next() {
                Some(_) => "stance",
                None if matches!(
                    words.lemma(governor),
                    "say" | "tell" | "add" | "ask" | "warn" | "note" | "reply" | "insist" | "argue"
                ) =>
                {
                    "speech"
                }
                None => "",
            }
        });
        let letters = |word: usize| {
            words
                .form(word)
                .chars()
                .filter(|c| c.is_alphabetic())
                .count()
                > 2
        };
        let loud = sentence
            .clone()
            .take(200)
            .filter(|&word| letters(word))
            .all(|word| !words.form(word).contains(char::is_lowercase));
        Self {
            words,
            lexicon,
            rel: words.rel(first).as_str(),
            governor: governor.map_or(String::new(), |governor| words.lemma(governor).to_owned()),
            deed,
            loud,
            of_classes: (run.start.saturating_sub(1)..(run.end + 1).min(sentence.end))
                .map(|word| classes_of(words.lower(word)))
                .collect(),
            sentence,
            run,
        }
    }

    fn form(&self, word: Option<usize>) -> &'a str {
        match word.filter(|word| self.sentence.contains(word)) {
            None => "",
            Some(word) if self.words.upos(word) == Upos::Num => "#",
            Some(word) => self.words.form(word),
        }
    }

    fn lower(&self, word: Option<usize>) -> &'a str {
        match word.filter(|word| self.sentence.contains(word)) {
            None => "",
            Some(word) if self.words.upos(word) == Upos::Num => "#",
            Some(word) => self.words.lower(word),
        }
    }

    /// The features of one of its words.
    pub fn features(&self, word: usize, out: &mut Vec<u32>) {
        out.clear();
        let mut bag = Bag(out);
        let words = self.words;
        let at = |offset: isize| word.checked_add_signed(offset);
        let (own, own_form) = (self.lower(Some(word)), self.form(Some(word)));
        let before = self.lower(at(-1));
        let before2 = self.lower(at(-2));
        let after = self.lower(at(1));
        let after2 = self.lower(at(2));
        let shape = shape(own_form);
        let opens = if word == self.sentence.start {
            "opens"
        } else {
            ""
        };
        bag.text(kind!("bias"), &[]);
        bag.text(kind!("own"), &[own]);
        bag.text(kind!("form"), &[own_form]);
        bag.text(kind!("shape"), &[&shape, opens]);
        bag.text(kind!("xpos"), &[words.xpos(word).as_str(), opens]);
        bag.text(kind!("before"), &[before]);
        bag.text(kind!("after"), &[after]);
        bag.text(kind!("before2"), &[before2]);
        bag.text(kind!("after2"), &[after2]);
        bag.text(kind!("before own"), &[before, own]);
        bag.text(kind!("own after"), &[own, after]);
        bag.text(kind!("before after"), &[before, &shape, after]);
        bag.text(kind!("before2 before"), &[before2, before]);
        bag.text(kind!("after after2"), &[after, after2]);
        bag.text(
            kind!("shapes"),
            &[&self.shape_at(at(-1)), &shape, &self.shape_at(at(1))],
        );
        let letters = own.chars().count();
        let cut = |count: usize| {
            own.char_indices()
                .nth(count)
                .map_or(own.len(), |(at, _)| at)
        };
        for length in 2..=4.min(letters) {
            bag.text(kind!("end"), &[&own[cut(letters - length)..]]);
        }
        bag.text(kind!("start"), &[&own[..cut(3)]]);
        let model = words.name_at(word);
        let kind = model.map_or("", |name| name.kind.as_str());
        let place = model.map_or("", |name| if name.words.start == word { "B" } else { "I" });
        bag.text(kind!("model"), &[kind, place]);
        bag.text(kind!("model shape"), &[kind, place, &shape]);
        for (offset, side) in [(-1, "before"), (1, "after")] {
            let name = at(offset).and_then(|word| words.name_at(word));
            bag.text(
                kind!("model beside"),
                &[side, name.map_or("", |name| name.kind.as_str()), kind],
            );
        }
        for (known, side) in [(Some(word), "own"), (at(-1), "before"), (at(1), "after")] {
            for &class in self.of_classes(known) {
                bag.text(kind!("class"), &[side, class]);
                if side != "own" {
                    bag.text(kind!("class own"), &[side, class, &shape]);
                }
            }
        }
        for known in self.gazetteer(word) {
            bag.text(kind!("gazetteer"), &[known]);
            bag.text(kind!("gazetteer shape"), &[known, after]);
        }
        self.of_run(word, &shape, &mut bag);
    }

    /// What the run as a whole tells.
    fn of_run(&self, word: usize, shape: &str, bag: &mut Bag) {
        let place = match (word == self.run.start, word + 1 == self.run.end) {
            (true, true) => "only",
            (true, false) => "first",
            (false, true) => "last",
            _ => "inside",
        };
        let last = self.lower(Some(self.run.end - 1));
        let first = self.lower(Some(self.run.start));
        let next = self.lower(Some(self.run.end));
        let behind = self.lower(Some(self.run.end + 1));
        let lead = self.lower(self.run.start.checked_sub(1));
        let lead2 = self.lower(self.run.start.checked_sub(2));
        let length = match self.run.len() {
            1 => "1",
            2 => "2",
            3 => "3",
            _ => "4",
        };
        bag.text(kind!("place"), &[place, length, shape]);
        bag.text(kind!("last"), &[last, place]);
        bag.text(kind!("first"), &[first, place]);
        bag.text(kind!("next"), &[next, place]);
        bag.text(kind!("lead"), &[lead, place]);
        bag.text(kind!("lead2"), &[lead2, lead, place]);
        bag.text(kind!("lead next"), &[lead, next, length]);
        bag.text(kind!("next behind"), &[next, behind]);
        bag.text(kind!("rel"), &[self.rel, place]);
        bag.text(kind!("governor"), &[self.rel, &self.governor]);
        bag.text(kind!("deed"), &[self.rel, self.deed, length]);
        bag.text(kind!("loud"), &[if self.loud { "loud" } else { "" }]);
        for &class in self.of_classes(Some(self.run.end - 1)) {
            bag.text(kind!("class of last"), &[class, place]);
        }
        for &class in self.of_classes(Some(self.run.end)) {
            bag.text(kind!("class of next"), &[class, place]);
        }
        for &class in self.of_classes(self.run.start.checked_sub(1)) {
            bag.text(kind!("class of lead"), &[class, place]);
        }
        // The nearest noun behind a comma ("Equity, the actors' union, …").
        if next == "," {
            let noun = (self.run.end + 1..(self.run.end + 7).min(self.sentence.end))
                .take_while(|&at| self.words.form(at) != ",")
                .filter(|&at| self.words.upos(at) == Upos::Noun)
                .last();
            if let Some(noun) = noun {
                bag.text(kind!("appos"), &[self.words.lemma(noun), place]);
            }
        }
    }

    fn shape_at(&self, word: Option<usize>) -> String {
        shape(self.form(word))
    }

    fn of_classes(&self, word: Option<usize>) -> &[&'static str] {
        word.filter(|word| self.sentence.contains(word))
            .and_then(|word| word.checked_sub(self.run.start.saturating_sub(1)))
            .and_then(|place| self.of_classes.get(place))
            .map_or(&[], Vec::as_slice)
    }

    fn gazetteer(&self, word: usize) -> Vec<&'static str> {
        let (form, gazetteer) = (self.words.form(word), &self.lexicon.gazetteer);
        let mut found = Vec::new();
        if gazetteer.country(form).is_some() {
            found.push("country");
        }
        if gazetteer.demonym(form).is_some() {
            found.push("demonym");
        }
        match gazetteer.place(form) {
            Some(GazetteerPlace::Capital(_)) => found.push("capital"),
            Some(GazetteerPlace::Region(_)) => found.push("region"),
            Some(GazetteerPlace::City(_)) => found.push("city"),
            _ => {}
        }
        if self.lexicon.organisations.find(form).is_some() {
            found.push("organisation");
        }
        if word + 1 < self.words.len() {
            let both = self.words.text_of(word..word + 2);
            if gazetteer.country(both).is_some() {
                found.push("country of two");
            }
            if self.lexicon.organisations.find(both).is_some() {
                found.push("organisation of two");
            }
        }
        found
    }
}

/// The classes that a word in lower case is in, itself or without the ending of a plural.
fn classes_of(lower: &str) -> Vec<&'static str> {
    /// For each word the bits of its classes, in the order of [`CLASSES`].
    static BITS: LazyLock<WordMap<u64>> = LazyLock::new(|| {
        let mut bits = WordMap::default();
        for (place, class) in CLASSES.iter().enumerate() {
            for word in classes().words(class) {
                *bits.entry(word.into()).or_default() |= 1 << place;
            }
        }
        bits
    });
    let of = |word: &str| BITS.get(word).copied().unwrap_or(0);
    let bits = of(lower) | lower.strip_suffix('s').map_or(0, of);
    if bits == 0 {
        return Vec::new();
    }
    (CLASSES.iter().enumerate())
        .filter(|(place, _)| bits >> place & 1 == 1)
        .map(|(_, class)| *class)
        .collect()
}

/// "Xx", "X", "XX", "0", "x" or the sign itself.
fn shape(form: &str) -> String {
    let mut out = String::new();
    for c in form.chars() {
        let class = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_lowercase() => 'x',
            c if c.is_numeric() => '0',
            c => c,
        };
        if !out.ends_with(class) || out.len() < 2 && class == 'X' {
            out.push(class);
        }
    }
    out
}
