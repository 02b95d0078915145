//! What the network learns from: treebanks and name-annotated text, made into examples.

use std::collections::HashSet;

use rapporteur_model::Span;

use crate::conllu;
use crate::gazetteer::{Gazetteer, List};
use crate::shape::NAMES;
use crate::{NameKind, Rel, Sentences, Tokens, Upos, Xpos, tokens};

use super::gum;
use super::target::Target;

/// A sentence to learn from. Each part is empty where it is not annotated, else one entry a word.
#[derive(Debug, Clone, Default)]
pub struct Example {
    /// Words.
    pub forms: Vec<String>,
    /// Numbers of tags.
    pub upos: Vec<Target>,
    /// As `upos`.
    pub xpos: Vec<Target>,
    /// Heads from 1, 0 for the root.
    pub heads: Vec<Target>,
    /// Numbers of relations, to the first head.
    pub rels: Vec<Target>,
    /// Allowed name labels as bits; 0 where not known.
    pub names: Vec<u32>,
    /// Name labels as a machine found them, which count before `names`.
    pub chances: Vec<Target>,
    /// How it is made: 1 for people's work; less for a machine's, which is drawn less often.
    pub trust: f32,
}

/// Examples and what else training reads.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// Sentences with trees, names or both.
    pub examples: Vec<Example>,
    /// (form, XPOS, lemma) as often as they occur in the treebanks.
    pub lemmas: Vec<(String, Xpos, String)>,
    /// Treebank sentences by document, for sentence boundaries: text pieces as tokens with the space after them.
    pub documents: Vec<Document>,
    /// Names of states, lower-cased, to tell states from other places where the annotation does not.
    pub states: HashSet<String>,
    /// Lists of names.
    pub gazetteer: Gazetteer,
    /// Given names, family names, places and organisations, each of one word, that may stand for those of an example.
    pub other_names: [Vec<String>; 4],
}

/// A paragraph of a treebank: its words, whether white space follows each, and the sentences' ends.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Surface tokens (multiword tokens as one).
    pub tokens: Vec<(String, bool)>,
    /// Index one past the last token of each sentence.
    pub ends: Vec<usize>,
}

/// Words of offices and bodies among the persons of CountryInfo.
const OFFICES: [&str; 14] = [
    "PRIME",
    "MINISTER",
    "PRESIDENT",
    "GENERAL",
    "ARMY",
    "PARTY",
    "COURT",
    "COUNCIL",
    "POLICE",
    "STATE",
    "NATIONAL",
    "GOVERNMENT",
    "FORCES",
    "THE",
];

/// Bit of "no name".
pub(crate) const OUTSIDE: u32 = 1;

pub(crate) fn begin(kind: NameKind) -> u32 {
    1 << (1 + 2 * kind as u32)
}

pub(crate) fn inside(kind: NameKind) -> u32 {
    1 << (2 + 2 * kind as u32)
}

/// What an annotation scheme says of a span: kinds it may be, and whether it may be no name at all.
#[derive(Debug, Clone, Copy)]
struct Allowed {
    kinds: &'static [NameKind],
    outside: bool,
}

impl Corpus {
    /// Adds a treebank in CoNLL-U; `names` in IOB2 (Universal NER) may annotate the same sentences, by `sent_id`.
    pub fn add_treebank(
        &mut self,
        text: &str,
        names: Option<&str>,
    ) -> Result<(), conllu::ConlluError> {
        let annotated = names.map(read_uner).unwrap_or_default();
        let mut document = Document::default();
        for sentence in conllu::read(text)? {
            let starts = |key: &str| {
                sentence
                    .comments
                    .iter()
                    .any(|c| c.trim_start_matches(['#', ' ']).starts_with(key))
            };
            if starts("newpar") || starts("newdoc") {
                self.documents.push(std::mem::take(&mut document));
            }
            add_surface(&mut document, &sentence);
            let mut example = tree(&sentence);
            for row in sentence.words() {
                if let Some(xpos) = Xpos::parse(&row.columns[4]) {
                    self.lemmas
                        .push((row.form().to_owned(), xpos, row.columns[2].clone()));
                }
            }
            let found = sentence.comment("sent_id").and_then(|id| annotated.get(id));
            if let Some((forms, tags)) = found
                && *forms == example.forms
            {
                example.names = self.allowed(&example.forms, tags, uner_kinds, uner_outside());
            } else if sentence.words().any(|row| row.misc("Entity").is_some()) {
                example.names = gum::names(&sentence, &self.states);
            }
            self.examples.push(example);
        }
        self.documents.push(document);
        self.documents
            .retain(|document| !document.tokens.is_empty());
        Ok(())
    }

    /// Adds sentences of trees that a machine made: no lemmas, no boundaries are learnt from them.
    pub fn add_silver(&mut self, text: &str, trust: f32) -> Result<(), conllu::ConlluError> {
        for sentence in conllu::read(text)? {
            let mut example = tree(&sentence);
            example.trust = trust;
            for row in sentence.words() {
                example.names.push(silver_name(row.misc("Name")));
                let shares = row.misc("Names").map(Target::parse);
                example.chances.push(shares.unwrap_or_default());
            }
            self.examples.push(example);
        }
        Ok(())
    }

    /// Sentences that have names but no trees.
    pub fn without_trees(&self) -> Vec<Vec<&str>> {
        let bare = self.examples.iter().filter(|e| e.heads.is_empty());
        bare.map(|e| e.forms.iter().map(String::as_str).collect())
            .collect()
    }

    /// Gives the sentences of [`Corpus::without_trees`] trees that a machine made, in order.
    pub fn fill_trees(&mut self, text: &str) -> Result<(), conllu::ConlluError> {
        let mut bare = self.examples.iter_mut().filter(|e| e.heads.is_empty());
        for (sentence, example) in conllu::read(text)?.iter().zip(&mut bare) {
            let found = tree(sentence);
            if found.forms == example.forms {
                (example.upos, example.xpos) = (found.upos, found.xpos);
                (example.heads, example.rels) = (found.heads, found.rels);
            }
        }
        Ok(())
    }

    /// Adds CrossNER sentences (one word and tag a line, separated by a tab).
    pub fn add_crossner(&mut self, text: &str) {
        self.add_columns(text, crossner_kinds, OUTSIDE);
    }

    /// Adds Wikigold sentences (one word and tag a line; tags I-PER, I-ORG, I-LOC, I-MISC, O).
    pub fn add_wikigold(&mut self, text: &str) {
        self.add_columns(text, uner_kinds, OUTSIDE);
    }

    /// Adds states and their people from the file of mledoze/countries (JSON).
    pub fn add_countries(&mut self, json: &str) -> Result<(), serde_json::Error> {
        let countries: serde_json::Value = serde_json::from_str(json)?;
        for country in countries.as_array().into_iter().flatten() {
            let names = [&country["name"]["common"], &country["name"]["official"]];
            let other = country["altSpellings"].as_array().into_iter().flatten();
            let names = names
                .into_iter()
                .chain(other)
                .filter_map(|name| name.as_str());
            for name in names.filter(|name| name.len() > 2) {
                self.states.insert(name.to_lowercase());
                self.gazetteer.add_name(name, List::State, List::StatePart);
            }
            let demonyms =
                ["m", "f"].map(|sex| country["demonyms"]["eng"][sex].as_str().unwrap_or(""));
            for demonym in demonyms {
                self.gazetteer
                    .add_name(demonym, List::Demonym, List::Demonym);
            }
            for capital in country["capital"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|name| name.as_str())
            {
                self.gazetteer.add_name(capital, List::City, List::CityPart);
            }
        }
        self.states
            .extend(["u.s.", "uk", "u.k.", "us", "usa", "america", "britain"].map(str::to_owned));
        Ok(())
    }

    /// Adds cities from a GeoNames table (tab-separated; name in column 2, population in column 15).
    pub fn add_cities(&mut self, table: &str) {
        for line in table.lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            if columns.len() > 14 {
                let large = columns[14].parse::<u64>().unwrap_or(0) > 200_000;
                let list = if large { List::City } else { List::Town };
                for name in [columns[1], columns[2]] {
                    self.gazetteer.add_name(name, list, List::CityPart);
                }
                self.other_name(2, columns[2]);
            }
        }
    }

    /// Adds names of persons, one a line, given name first.
    pub fn add_persons(&mut self, names: &str) {
        for line in names.lines() {
            let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
            if let [given, .., family] = words[..] {
                self.add_person(given, family);
            }
        }
    }

    /// Adds documents and entities of re3d (JSON Lines both); only what is written as a name is learnt.
    pub fn add_re3d(&mut self, documents: &str, entities: &str) {
        let read = |text: &str| -> Vec<serde_json::Value> {
            text.lines()
                .filter_map(|line| serde_json::from_str(line).ok())
                .collect()
        };
        let entities = read(entities);
        for document in read(documents) {
            let text = document["text"].as_str().unwrap_or("");
            let bytes: Vec<usize> = text
                .char_indices()
                .map(|(at, _)| at)
                .chain([text.len()])
                .collect();
            let mut words = Tokens::default();
            let mut sentences = Sentences::default();
            let mut at = 0;
            for line in text.split('\n') {
                let first = words.spans.len();
                tokens::split(text, Span::new(at, at + line.len()), &mut words);
                crate::boundaries::split(&Default::default(), text, &words, first, &mut sentences);
                at += line.len() + 1;
            }
            let forms: Vec<String> = words
                .spans
                .iter()
                .map(|span| span.of(text).to_owned())
                .collect();
            let mut names = vec![OUTSIDE; forms.len()];
            for entity in entities
                .iter()
                .filter(|entity| entity["documentId"] == document["_id"])
            {
                let place = |key: &str| {
                    entity[key]
                        .as_u64()
                        .and_then(|n| bytes.get(n as usize).copied())
                };
                let (Some(begin), Some(end)) = (place("begin"), place("end")) else {
                    continue;
                };
                let inside = |span: &Span| span.start as usize >= begin && span.end as usize <= end;
                let Some(first) = words.spans.iter().position(inside) else {
                    continue;
                };
                let length = words.spans[first..]
                    .iter()
                    .take_while(|span| inside(span))
                    .count();
                self.mark_re3d(
                    entity["type"].as_str().unwrap_or(""),
                    first,
                    length,
                    &forms,
                    &mut names,
                );
            }
            for range in sentences.0 {
                let (forms, names) = (forms[range.clone()].to_vec(), names[range].to_vec());
                self.examples.push(Example {
                    forms,
                    names,
                    trust: 1.0,
                    ..Example::default()
                });
            }
        }
    }

    fn mark_re3d(
        &self,
        kind: &str,
        mut first: usize,
        length: usize,
        forms: &[String],
        names: &mut [u32],
    ) {
        let end = first + length;
        let allowed: &[NameKind] = match kind {
            "Person" => &[NameKind::Person],
            "Organisation" => &[NameKind::Organisation],
            "Location" => &[NameKind::Place],
            _ => return,
        };
        while first < end
            && (gum::is_title(&forms[first]) || forms[first].eq_ignore_ascii_case("the"))
        {
            first += 1;
        }
        let words = &forms[first..end];
        let capital = |form: &String| form.starts_with(char::is_uppercase);
        let joins = |form: &String| {
            matches!(
                form.as_str(),
                "of" | "for" | "and" | "the" | "-" | "&" | "al"
            )
        };
        let office = kind == "Person"
            && (words.len() > 3
                || words
                    .iter()
                    .any(|form| joins(form) && form != "-" && form != "al" || gum::is_title(form)));
        if words.is_empty() || office || !words.iter().all(|form| capital(form) || joins(form)) {
            for word in first..end {
                names[word] = if capital(&forms[word]) { 0 } else { OUTSIDE };
            }
            return;
        }
        if let [word] = words {
            let lower = word.to_lowercase();
            if matches!(
                lower.as_str(),
                "i" | "we" | "he" | "she" | "they" | "you" | "it" | "our" | "their" | "his" | "her"
            ) {
                names[first] = OUTSIDE;
                return;
            }
            if kind == "Organisation" && (lower.ends_with("ans") || lower.ends_with("is")) {
                names[first] = 0;
                return;
            }
        }
        let state = kind != "Person" && self.states.contains(&words.join(" ").to_lowercase());
        let kind = if state { NameKind::State } else { allowed[0] };
        names[first] = begin(kind);
        names[first + 1..end].fill(inside(kind));
    }

    /// Adds given names, separated by white space.
    pub fn add_given_names(&mut self, names: &str) {
        names
            .split_whitespace()
            .for_each(|name| self.gazetteer.add(name, List::Given));
    }

    /// Adds organisations from a file of the lexicon (`each  Full name (of) = other name, ABBR`).
    pub fn add_organisations(&mut self, text: &str) {
        for line in text
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("each "))
        {
            let (name, others) = line.split_once('=').unwrap_or((line, ""));
            let name = name.split('(').next().unwrap_or("").trim();
            for name in others.split(',').map(str::trim).chain([name]) {
                self.gazetteer
                    .add_name(name, List::Organisation, List::OrganisationPart);
                self.other_name(3, name);
            }
        }
    }

    fn add_person(&mut self, given: &str, family: &str) {
        self.gazetteer.add(given, List::Given);
        self.gazetteer.add(family, List::Family);
        self.other_name(0, given);
        self.other_name(1, family);
    }

    fn other_name(&mut self, list: usize, name: &str) {
        if name.len() > 2
            && name.starts_with(char::is_uppercase)
            && name.chars().all(char::is_alphabetic)
        {
            self.other_names[list].push(name.to_owned());
        }
    }

    /// Adds the persons of a CountryInfo file: names in capitals, joined and ended by underscores.
    pub fn add_country_info(&mut self, text: &str) {
        for line in text.lines() {
            let name = line.split_whitespace().next().unwrap_or("");
            let words: Vec<&str> = name.split('_').filter(|word| !word.is_empty()).collect();
            let capitals = name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
            if !capitals || !(2..=3).contains(&words.len()) || !line.contains('[') {
                continue;
            }
            if words
                .iter()
                .all(|word| word.len() > 2 && !OFFICES.contains(word))
            {
                let title = |word: &str| format!("{}{}", &word[..1], word[1..].to_lowercase());
                self.add_person(&title(words[0]), &title(words[words.len() - 1]));
            }
        }
    }

    fn add_columns(&mut self, text: &str, kinds: fn(&str) -> Option<Allowed>, outside: u32) {
        for block in text.split("\n\n") {
            let rows = block
                .lines()
                .filter_map(|line| line.split_once(['\t', ' ']));
            let (forms, tags): (Vec<String>, Vec<String>) = rows
                .filter(|(form, _)| *form != "-DOCSTART-")
                .map(|(form, tag)| (form.to_owned(), tag.trim().to_owned()))
                .unzip();
            if !forms.is_empty() {
                let names = self.allowed(&forms, &tags, kinds, outside);
                self.examples.push(Example {
                    forms,
                    names,
                    trust: 1.0,
                    ..Example::default()
                });
            }
        }
    }

    fn allowed(
        &self,
        forms: &[String],
        tags: &[String],
        kinds: fn(&str) -> Option<Allowed>,
        outside: u32,
    ) -> Vec<u32> {
        let mut out = vec![outside; forms.len()];
        let mut start = 0;
        while start < tags.len() {
            let (_, kind) = tags[start].split_once('-').unwrap_or(("O", ""));
            let mut end = start + 1;
            let Some(allowed) = kinds(kind) else {
                start = end;
                continue;
            };
            while end < tags.len() && tags[end].strip_prefix("I-") == Some(kind) {
                end += 1;
            }
            let surface = forms[start..end].join(" ").to_lowercase();
            let surface = surface.strip_prefix("the ").unwrap_or(&surface);
            let kinds = match allowed.kinds {
                [NameKind::Place] if self.states.contains(surface) => &[NameKind::State],
                kinds => kinds,
            };
            let maybe = if allowed.outside { OUTSIDE } else { 0 };
            for (place, out) in out[start..end].iter_mut().enumerate() {
                let bit = if place == 0 { begin } else { inside };
                *out = kinds.iter().fold(maybe, |bits, &kind| bits | bit(kind));
            }
            start = end;
        }
        debug_assert!(out.iter().all(|&bits| bits >> NAMES == 0));
        out
    }
}

/// What silver says of a word's name; "?" says nothing.
fn silver_name(name: Option<&str>) -> u32 {
    let Some(name) = name else { return OUTSIDE };
    let (position, kind) = name.split_once('-').unwrap_or(("", ""));
    NameKind::parse(kind).map_or(0, |kind| {
        if position == "B" {
            begin(kind)
        } else {
            inside(kind)
        }
    })
}

fn uner_kinds(tag: &str) -> Option<Allowed> {
    let (kinds, outside): (&'static [NameKind], bool) = match tag {
        "PER" => (&[NameKind::Person], false),
        "LOC" => (&[NameKind::Place], false),
        "ORG" => (&[NameKind::Organisation], false),
        "OTH" | "MISC" => (
            &[
                NameKind::Other,
                NameKind::Event,
                NameKind::Work,
                NameKind::Group,
            ],
            true,
        ),
        _ => return None,
    };
    Some(Allowed { kinds, outside })
}

/// Universal NER has three kinds: what it leaves outside may be a name of another.
fn uner_outside() -> u32 {
    [
        NameKind::Other,
        NameKind::Event,
        NameKind::Work,
        NameKind::Group,
    ]
    .iter()
    .fold(OUTSIDE, |bits, &kind| bits | begin(kind) | inside(kind))
}

fn crossner_kinds(tag: &str) -> Option<Allowed> {
    let kinds: &'static [NameKind] = match tag {
        "politician" | "person" => &[NameKind::Person],
        "politicalparty" | "organisation" => &[NameKind::Organisation],
        "country" => &[NameKind::State],
        "location" => &[NameKind::Place],
        "election" | "event" => &[NameKind::Event],
        "misc" => {
            return Some(Allowed {
                kinds: &[NameKind::Other, NameKind::Work, NameKind::Group],
                outside: true,
            });
        }
        _ => return None,
    };
    Some(Allowed {
        kinds,
        outside: false,
    })
}

type Annotated = std::collections::HashMap<String, (Vec<String>, Vec<String>)>;

fn read_uner(text: &str) -> Annotated {
    let mut out = Annotated::new();
    for block in text.split("\n\n") {
        let mut id = String::new();
        let (mut forms, mut tags) = (Vec::new(), Vec::new());
        for line in block.lines() {
            if let Some(found) = line.strip_prefix("# sent_id = ") {
                id = found.trim().to_owned();
            } else if !line.starts_with("# ") {
                let columns: Vec<&str> = line.split('\t').collect();
                if columns.len() > 2 {
                    forms.push(columns[1].to_owned());
                    tags.push(columns[2].to_owned());
                }
            }
        }
        out.insert(id, (forms, tags));
    }
    out
}

fn tree(sentence: &conllu::Sentence) -> Example {
    let mut example = Example {
        trust: 1.0,
        ..Example::default()
    };
    for row in sentence.words() {
        let c = &row.columns;
        let rel = Rel::parse(&c[7]).or_else(|| Rel::parse(c[7].split(':').next().unwrap_or("")));
        example.forms.push(c[1].clone());
        let target = |key: &str, column: Option<usize>| match row.misc(key) {
            Some(shares) => Target::parse(shares),
            None => column.map_or(Target::UNKNOWN, Target::sure),
        };
        let (upos, xpos) = (Upos::parse(&c[3]), Xpos::parse(&c[4]));
        example
            .upos
            .push(target("Upos", upos.map(|tag| tag as usize)));
        example
            .xpos
            .push(target("Xpos", xpos.map(|tag| tag as usize)));
        example.heads.push(target("Heads", c[6].parse().ok()));
        example
            .rels
            .push(target("Rels", rel.map(|rel| rel as usize)));
    }
    example
}

fn add_surface(document: &mut Document, sentence: &conllu::Sentence) {
    let mut inside_until = 0;
    for row in &sentence.rows {
        let id = &row.columns[0];
        let space = row.misc("SpaceAfter") != Some("No");
        if let Some((_, last)) = id.split_once('-') {
            inside_until = last.parse().unwrap_or(0);
            document.tokens.push((row.form().to_owned(), space));
        } else if row.is_word() && id.parse().unwrap_or(0) > inside_until {
            document.tokens.push((row.form().to_owned(), space));
        }
    }
    document.ends.push(document.tokens.len());
}
