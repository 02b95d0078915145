//! What the model of names sees of a word in a run.

use std::ops::Range;
use std::sync::LazyLock;

use rapporteur_lexicon::{GazetteerPlace, Lexicon, StanceWord, WordMap};
use rapporteur_syntax::Upos;

use crate::entities::classes::classes;
use crate::learned::{Bag, hash, kind};
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

/// The hash of what is not there.
const NOTHING: u64 = kind!("");

/// A run with what is the same for all its words.
pub(super) struct Run<'a> {
    words: &'a Words<'a>,
    lexicon: &'a Lexicon,
    run: Range<usize>,
    sentence: Range<usize>,
    /// Relation and lemma of what the run hangs on.
    rel: u64,
    governor: u64,
    /// What the lexicon knows of the governor: speaking, stances.
    deed: u64,
    loud: u64,
    /// The classes of its words and those beside it, from the word before.
    of_classes: Vec<Vec<u64>>,
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
            rel: hash(words.rel(first).as_str()),
            governor: hash(governor.map_or("", |governor| words.lemma(governor))),
            deed: hash(deed),
            loud: if loud { kind!("loud") } else { NOTHING },
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
        let lower = self.lower(Some(word));
        let own = hash(lower);
        let own_form = hash(self.form(Some(word)));
        let [before, before2, after, after2] =
            [-1, -2, 1, 2].map(|offset| hash(self.lower(at(offset))));
        let shape = self.shape_at(Some(word));
        let opens = match word == self.sentence.start {
            true => kind!("opens"),
            false => NOTHING,
        };
        bag.add(kind!("bias"), &[]);
        bag.add(kind!("own"), &[own]);
        bag.add(kind!("form"), &[own_form]);
        bag.add(kind!("shape"), &[shape, opens]);
        bag.add(kind!("xpos"), &[hash(words.xpos(word).as_str()), opens]);
        bag.add(kind!("before"), &[before]);
        bag.add(kind!("after"), &[after]);
        bag.add(kind!("before2"), &[before2]);
        bag.add(kind!("after2"), &[after2]);
        bag.add(kind!("before own"), &[before, own]);
        bag.add(kind!("own after"), &[own, after]);
        bag.add(kind!("before after"), &[before, shape, after]);
        bag.add(kind!("before2 before"), &[before2, before]);
        bag.add(kind!("after after2"), &[after, after2]);
        bag.add(
            kind!("shapes"),
            &[self.shape_at(at(-1)), shape, self.shape_at(at(1))],
        );
        let letters = lower.chars().count();
        let cut = |count: usize| {
            lower
                .char_indices()
                .nth(count)
                .map_or(lower.len(), |(at, _)| at)
        };
        for length in 2..=4.min(letters) {
            bag.add(kind!("end"), &[hash(&lower[cut(letters - length)..])]);
        }
        bag.add(kind!("start"), &[hash(&lower[..cut(3)])]);
        let model = words.name_at(word);
        let kind = hash(model.map_or("", |name| name.kind.as_str()));
        let place = model.map_or(NOTHING, |name| match name.words.start == word {
            true => kind!("B"),
            false => kind!("I"),
        });
        bag.add(kind!("model"), &[kind, place]);
        bag.add(kind!("model shape"), &[kind, place, shape]);
        for (offset, side) in [(-1, kind!("before")), (1, kind!("after"))] {
            let name = at(offset).and_then(|word| words.name_at(word));
            bag.add(
                kind!("model beside"),
                &[side, hash(name.map_or("", |name| name.kind.as_str())), kind],
            );
        }
        for (offset, side) in [
            (0, kind!("own")),
            (-1, kind!("before")),
            (1, kind!("after")),
        ] {
            for &class in self.of_classes(at(offset)) {
                bag.add(kind!("class"), &[side, class]);
                if offset != 0 {
                    bag.add(kind!("class own"), &[side, class, shape]);
                }
            }
        }
        for known in self.gazetteer(word) {
            bag.add(kind!("gazetteer"), &[known]);
            bag.add(kind!("gazetteer shape"), &[known, after]);
        }
        self.of_run(word, shape, &mut bag);
    }

    /// What the run as a whole tells.
    fn of_run(&self, word: usize, shape: u64, bag: &mut Bag) {
        let place = match (word == self.run.start, word + 1 == self.run.end) {
            (true, true) => kind!("only"),
            (true, false) => kind!("first"),
            (false, true) => kind!("last"),
            _ => kind!("inside"),
        };
        let lower = |word: Option<usize>| hash(self.lower(word));
        let last = lower(Some(self.run.end - 1));
        let first = lower(Some(self.run.start));
        let next = lower(Some(self.run.end));
        let behind = lower(Some(self.run.end + 1));
        let lead = lower(self.run.start.checked_sub(1));
        let lead2 = lower(self.run.start.checked_sub(2));
        let length = match self.run.len() {
            1 => kind!("1"),
            2 => kind!("2"),
            3 => kind!("3"),
            _ => kind!("4"),
        };
        bag.add(kind!("place"), &[place, length, shape]);
        bag.add(kind!("last"), &[last, place]);
        bag.add(kind!("first"), &[first, place]);
        bag.add(kind!("next"), &[next, place]);
        bag.add(kind!("lead"), &[lead, place]);
        bag.add(kind!("lead2"), &[lead2, lead, place]);
        bag.add(kind!("lead next"), &[lead, next, length]);
        bag.add(kind!("next behind"), &[next, behind]);
        bag.add(kind!("rel"), &[self.rel, place]);
        bag.add(kind!("governor"), &[self.rel, self.governor]);
        bag.add(kind!("deed"), &[self.rel, self.deed, length]);
        bag.add(kind!("loud"), &[self.loud]);
        for &class in self.of_classes(Some(self.run.end - 1)) {
            bag.add(kind!("class of last"), &[class, place]);
        }
        for &class in self.of_classes(Some(self.run.end)) {
            bag.add(kind!("class of next"), &[class, place]);
        }
        for &class in self.of_classes(self.run.start.checked_sub(1)) {
            bag.add(kind!("class of lead"), &[class, place]);
        }
        // The nearest noun behind a comma ("Equity, the actors' union, …").
        if self.lower(Some(self.run.end)) == "," {
            let noun = (self.run.end + 1..(self.run.end + 7).min(self.sentence.end))
                .take_while(|&at| self.words.form(at) != ",")
                .filter(|&at| self.words.upos(at) == Upos::Noun)
                .last();
            if let Some(noun) = noun {
                bag.add(kind!("appos"), &[hash(self.words.lemma(noun)), place]);
            }
        }
    }

    fn shape_at(&self, word: Option<usize>) -> u64 {
        hash(&shape(self.form(word)))
    }

    fn of_classes(&self, word: Option<usize>) -> &[u64] {
        word.filter(|word| self.sentence.contains(word))
            .and_then(|word| word.checked_sub(self.run.start.saturating_sub(1)))
            .and_then(|place| self.of_classes.get(place))
            .map_or(&[], Vec::as_slice)
    }

    fn gazetteer(&self, word: usize) -> Vec<u64> {
        let (form, gazetteer) = (self.words.form(word), &self.lexicon.gazetteer);
        let mut found = Vec::new();
        if gazetteer.demonym(form).is_some() {
            found.push(kind!("demonym"));
        }
        match gazetteer.place(form) {
            Some(GazetteerPlace::Country(_)) => found.push(kind!("country")),
            Some(GazetteerPlace::Capital(_)) => found.push(kind!("capital")),
            Some(GazetteerPlace::Region(_)) => found.push(kind!("region")),
            Some(GazetteerPlace::City(_)) => found.push(kind!("city")),
            None => {}
        }
        if self.lexicon.organisations.find(form).is_some() {
            found.push(kind!("organisation"));
        }
        if word + 1 < self.words.len() {
            let both = self.words.text_of(word..word + 2);
            if gazetteer.country(both).is_some() {
                found.push(kind!("country of two"));
            }
            if self.lexicon.organisations.find(both).is_some() {
                found.push(kind!("organisation of two"));
            }
        }
        found
    }
}

/// The classes that a word in lower case is in, itself or without the ending of a plural.
fn classes_of(lower: &str) -> Vec<u64> {
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
        .map(|(_, class)| hash(class))
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
