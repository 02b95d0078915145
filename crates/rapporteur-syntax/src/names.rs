//! Names: the spans that the network's scores give, and what the tree and the text around say of them.

use std::collections::HashSet;
use std::ops::Range;

use crate::decode;
use crate::gazetteer::{Gazetteer, List};
use crate::layers::{Name, NameKind, Rel, Syntax, Upos, Xpos};
use crate::shape::NAMES;

/// How much likelier (in nats) a word is no name when its tag is not that of a proper noun: tags know more than names,
/// of which fewer were learnt. Chosen on Universal NER EWT dev.
const NOT_PROPER: f32 = 0.5;

/// Words that make another place of a place ("South Korea"), though some stand for one by themselves.
const MODIFIERS: [&str; 13] = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    "greater", "upper", "lower", "new",
];

/// Finds the names of each stretch of words, given the scores of their labels ([`NAMES`] a word) and their tags.
pub(crate) fn find(scores: &[f32], stretches: &[Range<usize>], syntax: &mut Syntax) {
    let mut scores = scores.to_vec();
    for (scores, tag) in scores.chunks_exact_mut(NAMES).zip(&syntax.tags.xpos) {
        if !matches!(tag, Xpos::Nnp | Xpos::Nnps) {
            scores[0] += NOT_PROPER;
        }
    }
    for words in stretches {
        let labels = decode::names(&scores[words.start * NAMES..words.end * NAMES]);
        let mut next = 0;
        while next < labels.len() {
            let first = next;
            next += 1;
            if labels[first] == 0 {
                continue;
            }
            let kind = (labels[first] as usize - 1) / 2;
            while next < labels.len() && labels[next] as usize == 2 * kind + 2 {
                next += 1;
            }
            syntax.names.0.push(Name {
                words: words.start + first..words.start + next,
                kind: NameKind::ALL[kind],
            });
        }
    }
}

/// Sets names right by tags, trees and the rest of the text.
pub(crate) fn settle(forms: &[&str], lists: &Gazetteer, syntax: &mut Syntax) {
    join_hyphens(syntax);
    cover_flat(syntax);
    join_parts(syntax);
    join_inverted(forms, lists, syntax);
    cover_initials(forms, syntax);
    part_places(forms, lists, syntax);
    cover_last_part(forms, lists, syntax);
    cover_clitic(forms, lists, syntax);
}

/// Makes one name of two that only a hyphen parts ("Kofi Baffour" - "Addae"); the first tells the kind.
fn join_hyphens(syntax: &mut Syntax) {
    let sentences = &syntax.sentences.0;
    let spans = &syntax.tokens.spans;
    syntax.names.0.dedup_by(|next, name| {
        let hyphen = name.words.end;
        let joined = next.words.start == hyphen + 1
            && syntax.tags.xpos[hyphen] == Xpos::Hyph
            && spans[hyphen - 1].end == spans[hyphen].start
            && spans[hyphen].end == spans[hyphen + 1].start
            && sentences.partition_point(|range| range.end <= name.words.start)
                == sentences.partition_point(|range| range.end <= next.words.start);
        if joined {
            name.words.end = next.words.end;
        }
        joined
    });
}

/// Lets names of persons cover the words that the tree hangs flat from them ("Ann" in "Ann Berg" is no name alone).
fn cover_flat(syntax: &mut Syntax) {
    for place in 0..syntax.names.0.len() {
        let limit = limit(&syntax.names.0, place, syntax.trees.heads.len());
        let name = &mut syntax.names.0[place];
        if name.kind != NameKind::Person {
            continue;
        }
        while name.words.end < limit
            && name
                .words
                .contains(&(syntax.trees.heads[name.words.end] as usize))
            && syntax.trees.rels[name.words.end].base() == "flat"
            && syntax.tags.upos[name.words.end] == Upos::Propn
        {
            name.words.end += 1;
        }
    }
}

/// Makes one name of two of a kind that the tree holds together: "Cape" and "Asse" in "Cape Asse".
fn join_parts(syntax: &mut Syntax) {
    let trees = &syntax.trees;
    syntax.names.0.dedup_by(|next, name| {
        let last = name.words.end - 1;
        let one = name.words.end == next.words.start
            && name.kind == next.kind
            && name.kind != NameKind::Person
            && next.words.contains(&(trees.heads[last] as usize))
            && matches!(trees.rels[last], Rel::Compound | Rel::Flat);
        if one {
            name.words.end = next.words.end;
        }
        one
    });
}

/// Makes one name of a family name and a given name that quotation marks part from all else, as the senders of letters
/// stand: "Berg, Ann".
fn join_inverted(forms: &[&str], lists: &Gazetteer, syntax: &mut Syntax) {
    let quote = |form: &str| matches!(form, "\"" | "“" | "”" | "``" | "''");
    let capital = |form: &str| form.starts_with(char::is_uppercase);
    for sentence in &syntax.sentences.0 {
        for place in sentence.clone() {
            let Some(&[open, family, ",", given, close]) = forms[place..sentence.end].first_chunk()
            else {
                continue;
            };
            if !quote(open)
                || !quote(close)
                || !capital(family)
                || !is_listed(given, lists, &[List::Given])
            {
                continue;
            }
            let words = place + 1..place + 4;
            let names = &mut syntax.names.0;
            let first = names.partition_point(|name| name.words.end <= words.start);
            let last = names.partition_point(|name| name.words.start < words.end);
            let found = &names[first..last];
            let apart =
                |name: &Name| words.start <= name.words.start && name.words.end <= words.end;
            let kind = NameKind::Person;
            if found.iter().all(apart) && found.iter().any(|name| name.kind == kind) {
                names.splice(first..last, [Name { words, kind }]);
            }
        }
    }
}

/// Lets names of persons cover the initials in front that hang from them: "J.F." in "J.F. Berg".
fn cover_initials(forms: &[&str], syntax: &mut Syntax) {
    let initials = |form: &str| {
        let letters = form.split_terminator('.');
        form.ends_with('.')
            && letters
                .clone()
                .all(|part| part.len() == 1 && part.starts_with(char::is_uppercase))
    };
    let mut limit = 0;
    for name in &mut syntax.names.0 {
        while name.kind == NameKind::Person
            && name.words.start > limit
            && initials(forms[name.words.start - 1])
            && (name.words).contains(&(syntax.trees.heads[name.words.start - 1] as usize))
        {
            name.words.start -= 1;
        }
        limit = name.words.end;
    }
}

/// Lets the name of a place cover the word that it hangs from, where lists know that as a part of names of cities:
/// "Smith" in "Fort Smith".
fn cover_last_part(forms: &[&str], lists: &Gazetteer, syntax: &mut Syntax) {
    let (tags, trees) = (&syntax.tags, &syntax.trees);
    for place in 0..syntax.names.0.len() {
        let limit = limit(&syntax.names.0, place, forms.len());
        let name = &mut syntax.names.0[place];
        let end = name.words.end;
        if name.kind == NameKind::Place
            && end < limit
            && trees.heads[end - 1] as usize == end
            && trees.rels[end - 1] == Rel::Compound
            && tags.upos[end] == Upos::Propn
            && is_listed(forms[end], lists, &[List::CityPart])
        {
            name.words.end += 1;
        }
    }
}

fn is_place(name: &Name) -> bool {
    matches!(name.kind, NameKind::Place | NameKind::State)
}

fn is_listed(form: &str, lists: &Gazetteer, wanted: &[List]) -> bool {
    let (bits, _) = lists.lists(form);
    wanted.iter().any(|&list| bits & list as u16 != 0)
}

/// Makes two names of a place and what it lies in: "Geneva Switzerland", where each is a place by itself, by the lists
/// or elsewhere in the text.
fn part_places(forms: &[&str], lists: &Gazetteer, syntax: &mut Syntax) {
    let whole = |words: Range<usize>| forms[words].join(" ").to_lowercase();
    let several = |name: &Name| is_place(name) && name.words.len() > 1;
    if !syntax.names.0.iter().any(several) {
        return;
    }
    let places = syntax.names.0.iter().filter(|name| is_place(name));
    let places: HashSet<String> = places.map(|name| whole(name.words.clone())).collect();
    let names = std::mem::take(&mut syntax.names.0);
    for name in names {
        let (first, last) = (name.words.start, name.words.end - 1);
        let state = is_listed(forms[last], lists, &[List::State]);
        let lies = || {
            let inner = whole(first..last);
            let place = last == first + 1
                && is_listed(forms[first], lists, &[List::City, List::Town])
                || places.contains(&inner);
            let modifier = inner.split(' ').next();
            place
                && (state || places.contains(&forms[last].to_lowercase()))
                && !modifier.is_some_and(|word| MODIFIERS.contains(&word))
                && forms[first..=last]
                    .iter()
                    .all(|form| form.starts_with(char::is_alphabetic))
        };
        if several(&name) && lies() {
            let outer = if state {
                NameKind::State
            } else {
                NameKind::Place
            };
            syntax.names.0.extend([
                Name {
                    words: first..last,
                    kind: NameKind::Place,
                },
                Name {
                    words: last..last + 1,
                    kind: outer,
                },
            ]);
        } else {
            syntax.names.0.push(name);
        }
    }
}

/// Lets the name of a house cover its "'s" ("we ate at Hancock's"): a place on no list that owns nothing in the tree.
fn cover_clitic(forms: &[&str], lists: &Gazetteer, syntax: &mut Syntax) {
    let (tags, trees) = (&syntax.tags, &syntax.trees);
    let known = |word: usize| is_listed(forms[word], lists, &[List::State, List::City, List::Town]);
    for place in 0..syntax.names.0.len() {
        let limit = limit(&syntax.names.0, place, forms.len());
        let name = &mut syntax.names.0[place];
        let clitic = name.words.end;
        if name.kind == NameKind::Place
            && clitic < limit
            && tags.xpos[clitic] == Xpos::Pos
            && trees.rels[clitic] == Rel::Case
            && name.words.contains(&(trees.heads[clitic] as usize))
            && trees.rels[trees.heads[clitic] as usize] != Rel::NmodPoss
            && !name.words.clone().any(known)
        {
            name.words.end += 1;
        }
    }
}

/// Where a name must end at the latest: where the next begins, or after the last of so many words.
fn limit(names: &[Name], place: usize, words: usize) -> usize {
    names.get(place + 1).map_or(words, |next| next.words.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Settles names given as words and kind in a sentence of `form/XPOS/head/rel` words; names read `words (kind)`.
    fn settled(sentence: &str, names: &[(Range<usize>, NameKind)]) -> Vec<String> {
        let rows: Vec<Vec<&str>> = sentence
            .split(' ')
            .map(|word| word.split('/').collect())
            .collect();
        let forms: Vec<&str> = rows.iter().map(|row| row[0]).collect();
        let mut syntax = Syntax::default();
        syntax.sentences.0.push(0..rows.len());
        for (place, row) in rows.iter().enumerate() {
            let head: usize = row[2].parse().unwrap();
            let proper = row[1] == "NNP";
            syntax
                .tags
                .upos
                .push(if proper { Upos::Propn } else { Upos::X });
            syntax.tags.xpos.push(Xpos::parse(row[1]).unwrap());
            let head = head.checked_sub(1).unwrap_or(place);
            syntax.trees.heads.push(head as u32);
            syntax.trees.rels.push(Rel::parse(row[3]).unwrap());
        }
        syntax.names.0 = names
            .iter()
            .map(|(words, kind)| Name {
                words: words.clone(),
                kind: *kind,
            })
            .collect();
        let mut lists = Gazetteer::default();
        for (word, list) in [
            ("Norland", List::State),
            ("Asse", List::City),
            ("Mora", List::CityPart),
            ("Ann", List::Given),
        ] {
            lists.add(word, list);
        }
        settle(&forms, &lists, &mut syntax);
        let show = |name: &Name| format!("{} ({})", forms[name.words.clone()].join(" "), name.kind);
        syntax.names.0.iter().map(show).collect()
    }

    #[test]
    fn a_city_and_its_state_are_two_names() {
        let met = "met/VBD/0/root in/IN/3/case Asse/NNP/1/obl Norland/NNP/3/nmod";
        let found = settled(met, &[(2..4, NameKind::Place)]);
        assert_eq!(found, ["Asse (place)", "Norland (state)"]);
        let south = "South/NNP/2/compound Norland/NNP/0/root";
        let found = settled(south, &[(0..2, NameKind::State)]);
        assert_eq!(found, ["South Norland (state)"]);
    }

    #[test]
    fn names_cover_initials_last_parts_and_the_clitic_of_a_house() {
        let wrote = "J.F./NNP/2/compound Berg/NNP/3/nsubj wrote/VBD/0/root";
        let found = settled(wrote, &[(1..2, NameKind::Person)]);
        assert_eq!(found, ["J.F. Berg (person)"]);
        let met = "met/VBD/0/root at/IN/4/case Fort/NNP/4/compound Mora/NNP/1/obl";
        let found = settled(met, &[(2..3, NameKind::Place)]);
        assert_eq!(found, ["Fort Mora (place)"]);
        let ate = "ate/VBD/0/root at/IN/3/case Belko/NNP/1/obl 's/POS/3/case";
        let found = settled(ate, &[(2..3, NameKind::Place)]);
        assert_eq!(found, ["Belko 's (place)"]);
        let owner = "at/IN/4/case Belko/NNP/4/nmod:poss 's/POS/2/case port/NN/0/root";
        let found = settled(owner, &[(1..2, NameKind::Place)]);
        assert_eq!(found, ["Belko (place)"]);
    }

    #[test]
    fn a_family_name_before_a_given_name_in_quotes_is_one() {
        let sender = "\"/``/2/punct Berg/NNP/0/root ,/,/4/punct Ann/NNP/2/flat \"/''/2/punct";
        let person = NameKind::Person;
        let found = settled(sender, &[(1..2, person), (3..4, person)]);
        assert_eq!(found, ["Berg , Ann (person)"]);
    }
}
