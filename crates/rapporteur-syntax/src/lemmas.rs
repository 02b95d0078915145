//! Lemmas: a table of (form, tag), and edits of endings for what it lacks.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use crate::Xpos;
use crate::fnv::Fnv;

type Hashed = BuildHasherDefault<Fnv>;

/// Verbs by lemma, to choose between "rul" and "rule".
static VERBS: LazyLock<HashSet<&str, Hashed>> = LazyLock::new(|| {
    include_str!("verbs.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect()
});

/// How forms become lemmas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lemmas {
    /// Key: tag number as a character, then the form. Irregular forms only.
    words: HashMap<String, String, Hashed>,
    /// Key: tag number as a character, then a lower-cased ending.
    endings: HashMap<String, Edit, Hashed>,
}

/// Takes characters off the end and puts others there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Edit {
    /// Whether capitals stay.
    cased: bool,
    /// Characters to take off.
    off: u8,
    /// What to put there.
    put: String,
}

/// Longest ending that is looked at, in characters.
const LONGEST: usize = 5;

fn key(tag: Xpos, text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 1);
    key.push((b'0' + tag as u8) as char);
    key.push_str(text);
    key
}

/// Writes another text behind the tag of a key.
fn write_key(key: &mut String, text: &str) {
    key.truncate(1);
    key.push_str(text);
}

impl Edit {
    fn between(form: &str, lemma: &str, cased: bool) -> Option<Self> {
        let form = if cased {
            form.to_owned()
        } else {
            form.to_lowercase()
        };
        let same = form
            .chars()
            .zip(lemma.chars())
            .take_while(|(a, b)| a == b)
            .count();
        let off = form.chars().count() - same;
        let put: String = lemma.chars().skip(same).collect();
        (off <= 6 && put.len() <= 8).then_some(Self {
            cased,
            off: off as u8,
            put,
        })
    }

    fn apply(&self, form: &str, lower: &str) -> String {
        let mut text = if self.cased { form } else { lower }.to_owned();
        for _ in 0..self.off {
            text.pop();
        }
        text.push_str(&self.put);
        if text.is_empty() {
            form.to_owned()
        } else {
            text
        }
    }
}

fn ending(lower: &str, length: usize) -> &str {
    let at = lower
        .char_indices()
        .rev()
        .nth(length.saturating_sub(1))
        .map_or(0, |(at, _)| at);
    if length == 0 { "" } else { &lower[at..] }
}

/// Whether a word is a verb's lemma.
pub(crate) fn is_verb(lemma: &str) -> bool {
    VERBS.contains(lemma)
}

/// Lemmas by irregular past and by irregular participle. The treebanks lack many, and an ending of a like-looking form
/// must not be tried on them ("dug", "lent").
static IRREGULAR: LazyLock<[HashMap<&str, &str, Hashed>; 2]> = LazyLock::new(|| {
    let mut forms = [HashMap::default(), HashMap::default()];
    for line in include_str!("irregular.txt").lines() {
        let mut words = line.split(' ');
        let Some(lemma) = words.next().filter(|word| !word.starts_with('#')) else {
            continue;
        };
        for (kind, written) in forms.iter_mut().zip(words) {
            kind.extend(written.split('/').map(|form| (form, lemma)));
        }
    }
    forms
});

/// Whether a form can only be an irregular past ("clung", "lent"), of whatever verb.
pub(crate) fn is_irregular_past(lower: &str) -> bool {
    IRREGULAR[0].contains_key(lower) && !is_verb(lower)
}

/// The verb of an irregular past or participle.
fn irregular_verb(lower: &str, tag: Xpos) -> Option<&'static str> {
    let kind = match tag {
        Xpos::Vbd => 0,
        Xpos::Vbn => 1,
        _ => return None,
    };
    IRREGULAR[kind].get(lower).copied()
}

/// The verb that a regular inflected form belongs to: one that is known, else one that spelling allows alone (a short
/// stem that would have doubled its consonant had lost an "e": "caned").
fn regular_verb(lower: &str) -> Option<String> {
    let (stem, bare) = ["ing", "ed", "s"]
        .iter()
        .find_map(|ending| Some((lower.strip_suffix(ending)?, *ending)))?;
    if stem.len() < 2 {
        return None;
    }
    let last = stem.chars().next_back()?;
    let doubled = stem.ends_with(&format!("{last}{last}"));
    let mut candidates = vec![stem.to_owned()];
    if bare == "s" {
        candidates.extend(stem.strip_suffix("ie").map(|rest| format!("{rest}y")));
        candidates.extend(stem.strip_suffix('e').map(str::to_owned));
    } else {
        candidates.push(format!("{stem}e"));
        candidates.extend(stem.strip_suffix('i').map(|rest| format!("{rest}y")));
        if doubled {
            candidates.push(stem[..stem.len() - last.len_utf8()].to_owned());
        }
    }
    if let Some(known) = candidates.iter().find(|candidate| is_verb(candidate)) {
        return Some(known.clone());
    }
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let reversed: Vec<char> = stem.chars().rev().collect();
    let short = reversed.len() > 1
        && !vowel(reversed[0])
        && !matches!(reversed[0], 'w' | 'x')
        && vowel(reversed[1])
        && reversed[2..].iter().all(|&c| !vowel(c));
    (bare != "s" && short).then(|| format!("{stem}e"))
}

impl Lemmas {
    /// The lemma of a form with that tag.
    pub fn lemma(&self, form: &str, tag: Xpos) -> Box<str> {
        if form.len() > 60 {
            return form.into();
        }
        let plain;
        let form = if form.contains('\u{2019}') {
            plain = form.replace('\u{2019}', "'");
            plain.as_str()
        } else {
            form
        };
        let lower = form.to_lowercase();
        if let Some(verb) = irregular_verb(&lower, tag) {
            return verb.into();
        }
        let mut buffer = key(tag, form);
        if let Some(lemma) = self.words.get(&buffer) {
            return lemma.as_str().into();
        }
        if lower != form {
            write_key(&mut buffer, &lower);
            if let Some(lemma) = self.words.get(&buffer) {
                return lemma.as_str().into();
            }
        }
        let lemma = self.edit(form, &lower, &mut buffer);
        match tag {
            Xpos::Vbd | Xpos::Vbn | Xpos::Vbg | Xpos::Vbz if !is_verb(&lemma) => {
                regular_verb(&lower).unwrap_or(lemma).into()
            }
            _ => lemma.into(),
        }
    }

    /// The form with the edit of its longest known ending; `key` begins with the tag, and what follows is overwritten.
    fn edit(&self, form: &str, lower: &str, key: &mut String) -> String {
        let most = lower.chars().count().min(LONGEST);
        for length in (0..=most).rev() {
            write_key(key, ending(lower, length));
            if let Some(edit) = self.endings.get(key) {
                return edit.apply(form, lower);
            }
        }
        form.to_owned()
    }

    /// Learns from (form, tag, lemma) as often as they occur.
    pub fn learn(examples: &[(String, Xpos, String)]) -> Self {
        let mut counts: HashMap<(&str, Xpos), HashMap<&str, usize>> = HashMap::new();
        for (form, tag, lemma) in examples
            .iter()
            .filter(|(form, _, lemma)| form.len() <= 60 && lemma != "_")
        {
            *counts
                .entry((form, *tag))
                .or_default()
                .entry(lemma)
                .or_default() += 1;
        }
        let mut best: Vec<(&str, Xpos, &str, usize)> = counts
            .iter()
            .filter_map(|(&(form, tag), lemmas)| {
                let (lemma, count) = lemmas
                    .iter()
                    .max_by_key(|(lemma, count)| (**count, **lemma))?;
                Some((form, tag, *lemma, *count))
            })
            .collect();
        best.sort_unstable();
        // Edits voted for by distinct forms, so that frequent irregular words do not drown the rule.
        let mut votes: HashMap<String, HashMap<Edit, usize>> = HashMap::new();
        for &(form, tag, lemma, _) in &best {
            let lower = form.to_lowercase();
            let cased = lemma.chars().any(char::is_uppercase);
            let Some(edit) = Edit::between(form, lemma, cased) else {
                continue;
            };
            for length in 0..=lower.chars().count().min(LONGEST) {
                *votes
                    .entry(key(tag, ending(&lower, length)))
                    .or_default()
                    .entry(edit.clone())
                    .or_default() += 1;
            }
        }
        let mut keys: Vec<&String> = votes.keys().collect();
        keys.sort_unstable_by_key(|key| (key.chars().count(), *key));
        let mut lemmas = Self::default();
        for key in keys {
            let edits = &votes[key];
            let total: usize = edits.values().sum();
            let Some((edit, count)) = edits.iter().max_by_key(|(edit, count)| (**count, *edit))
            else {
                continue;
            };
            let mut shorter = key.chars();
            let tag = shorter.next();
            shorter.next();
            let inherited = tag.and_then(|tag| {
                let mut rest = shorter.as_str();
                loop {
                    if let Some(edit) = lemmas.endings.get(&format!("{tag}{rest}")) {
                        return Some(edit);
                    }
                    let mut chars = rest.chars();
                    chars.next()?;
                    rest = chars.as_str();
                }
            });
            let long = key.chars().count() > 1;
            if inherited != Some(edit) && (!long || (total >= 3 && count * 3 >= total * 2)) {
                lemmas.endings.insert(key.clone(), edit.clone());
            }
        }
        for (form, tag, lemma, _) in best {
            let lower = form.to_lowercase();
            let known = lemmas.words.get(&key(tag, &lower)).map(String::as_str);
            if known.is_none() && lemmas.edit(form, &lower, &mut key(tag, "")) != lemma
                || known.is_some_and(|known| known != lemma)
            {
                lemmas.words.insert(key(tag, form), lemma.to_owned());
            }
        }
        lemmas
    }

    /// As lines, sorted: `tag+form TAB lemma`, an empty line, `tag+ending TAB cased TAB off TAB put`.
    pub fn to_text(&self) -> String {
        let mut words: Vec<String> = self
            .words
            .iter()
            .map(|(key, lemma)| format!("{key}\t{lemma}"))
            .collect();
        let mut endings: Vec<String> = self
            .endings
            .iter()
            .map(|(key, edit)| {
                format!(
                    "{key}\t{}\t{}\t{}",
                    u8::from(edit.cased),
                    edit.off,
                    edit.put
                )
            })
            .collect();
        words.sort_unstable();
        endings.sort_unstable();
        format!("{}\n\n{}\n", words.join("\n"), endings.join("\n"))
    }

    /// Reads what [`Lemmas::to_text`] wrote; lines that do not fit are left out.
    pub fn from_text(text: &str) -> Self {
        let (words, endings) = text.split_once("\n\n").unwrap_or((text, ""));
        let words = words.lines().filter_map(|line| line.split_once('\t'));
        let endings = endings.lines().filter_map(|line| {
            let mut parts = line.split('\t');
            let (key, cased, off) = (parts.next()?, parts.next()?, parts.next()?.parse().ok()?);
            let put = parts.next().unwrap_or("").to_owned();
            Some((
                key.to_owned(),
                Edit {
                    cased: cased == "1",
                    off,
                    put,
                },
            ))
        });
        Self {
            words: words
                .map(|(key, lemma)| (key.to_owned(), lemma.to_owned()))
                .collect(),
            endings: endings.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regular_form_belongs_to_a_verb_that_there_is() {
        let lemmas = Lemmas::from_text(&format!(
            "\n\n{0}\t0\t2\t\n{1}\t0\t3\t\n",
            key(Xpos::Vbd, "ed"),
            key(Xpos::Vbg, "ing")
        ));
        for (form, tag, lemma) in [
            ("ruled", Xpos::Vbd, "rule"),
            ("opposed", Xpos::Vbd, "oppose"),
            ("rejected", Xpos::Vbd, "reject"),
            ("planned", Xpos::Vbd, "plan"),
            ("denied", Xpos::Vbd, "deny"),
            ("ceding", Xpos::Vbg, "cede"),
            ("bumming", Xpos::Vbg, "bumm"),
            ("noped", Xpos::Vbd, "nope"),
        ] {
            assert_eq!(&*lemmas.lemma(form, tag), lemma, "{form}");
        }
    }

    #[test]
    fn learns_regular_endings_and_keeps_irregular_words() {
        let of = |form: &str, tag, lemma: &str| (form.to_owned(), tag, lemma.to_owned());
        let examples = [
            of("talks", Xpos::Nns, "talk"),
            of("envoys", Xpos::Nns, "envoy"),
            of("plans", Xpos::Nns, "plan"),
            of("men", Xpos::Nns, "man"),
            of("Rome", Xpos::Nnp, "Rome"),
            of("Oslo", Xpos::Nnp, "Oslo"),
        ];
        let lemmas = Lemmas::learn(&examples);
        let lemmas = Lemmas::from_text(&lemmas.to_text());
        assert_eq!(&*lemmas.lemma("Treaties", Xpos::Nns), "treatie");
        assert_eq!(&*lemmas.lemma("Drafts", Xpos::Nns), "draft");
        assert_eq!(&*lemmas.lemma("Men", Xpos::Nns), "man");
        assert_eq!(&*lemmas.lemma("Vienna", Xpos::Nnp), "Vienna");
        assert_eq!(&*lemmas.lemma("", Xpos::Nn), "");
    }
}
