//! How often a name or pronoun is linked to the right entity, on documents of GUM (CoNLL-U with `Entity=`).
//!
//!     cargo run --example coreference -- ../shared/data/syntax/gum-open-dev.conllu [--errors]
//!
//! Every document is read as raw text. The entities found are aligned one to one with the annotated ones, those that share most
//! mentions first; a mention is right when the word that heads it belongs to the entity aligned with its own. So a mention that
//! was not seen, an entity told apart in two and two entities taken for one all count as wrong.

use std::collections::HashMap;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{Document, Span};
use rapporteur_read::{blocks, entities, words};
use rapporteur_syntax::Model;

/// What a mention is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    Name,
    OtherName,
    ThirdPerson,
    OtherThirdPerson,
    FirstOrSecond,
}

impl Kind {
    const fn label(self) -> &'static str {
        match self {
            Self::Name => "names of persons, organisations, places",
            Self::OtherName => "names of other things",
            Self::ThirdPerson => "he, she, it, they for these",
            Self::OtherThirdPerson => "it, they for other things",
            Self::FirstOrSecond => "I, we, you",
        }
    }
}

/// An annotated mention by its head.
#[derive(Debug)]
struct Mention {
    entity: String,
    head: Span,
    kind: Option<Kind>,
}

#[derive(Debug, Default)]
struct Text {
    name: String,
    text: String,
    mentions: Vec<Mention>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let errors = arguments.iter().any(|argument| argument == "--errors");
    let lexicon = Lexicon::embedded();
    let mut counts: HashMap<Kind, [usize; 3]> = HashMap::new();
    for path in arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"))
    {
        let content = std::fs::read_to_string(path).unwrap_or_default();
        for text in texts(&content) {
            score(&text, &lexicon, errors, &mut counts);
        }
    }
    let mut kinds: Vec<_> = counts.into_iter().collect();
    kinds.sort_unstable_by_key(|(kind, _)| *kind);
    let share = |right: usize, all: usize| 100.0 * right as f64 / all.max(1) as f64;
    for (kind, [right, missed, all]) in kinds {
        println!(
            "{:42} right {:5.1} % ({right} of {all}), not linked at all {:5.1} %",
            kind.label(),
            share(right, all),
            share(missed, all)
        );
    }
}

fn score(text: &Text, lexicon: &Lexicon, errors: bool, counts: &mut HashMap<Kind, [usize; 3]>) {
    let document = Document::from_text(text.text.clone());
    let blocks = blocks::blocks(&document);
    let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
    let syntax = Model::embedded().read(&text.text, &spans);
    let words = words::Words::new(&text.text, &syntax);
    let found = entities::entities(&words, &blocks, lexicon);
    let at = |head: Span| {
        let spans = &syntax.tokens.spans;
        let word = spans.partition_point(|word| word.end <= head.start);
        (word < spans.len() && spans[word].start < head.end)
            .then(|| found.at(word))
            .flatten()
    };
    let linked: Vec<Option<usize>> = text
        .mentions
        .iter()
        .map(|mention| at(mention.head))
        .collect();
    // Entities that share most mentions belong together.
    let mut shared: HashMap<(&str, usize), usize> = HashMap::new();
    for (mention, entity) in text.mentions.iter().zip(&linked) {
        if let Some(entity) = entity {
            *shared.entry((&mention.entity, *entity)).or_default() += 1;
        }
    }
    let mut pairs: Vec<_> = shared.into_iter().collect();
    pairs.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    let mut of: HashMap<&str, usize> = HashMap::new();
    let mut taken: Vec<usize> = Vec::new();
    for ((gold, entity), _) in pairs {
        if !of.contains_key(gold) && !taken.contains(&entity) {
            of.insert(gold, entity);
            taken.push(entity);
        }
    }
    for (mention, entity) in text.mentions.iter().zip(&linked) {
        let Some(kind) = mention.kind else { continue };
        let count = counts.entry(kind).or_default();
        let right = entity.is_some() && of.get(mention.entity.as_str()) == entity.as_ref();
        count[0] += usize::from(right);
        count[1] += usize::from(entity.is_none());
        count[2] += 1;
        if errors && !right {
            let name = |id: Option<&usize>| id.map_or("-", |&id| found.all[id].name.as_str());
            println!(
                "{}\t{}\t{}\t{}\tfound {}\twanted {}",
                text.name,
                kind.label(),
                mention.head.of(&text.text),
                around(&text.text, mention.head),
                name(entity.as_ref()),
                name(of.get(mention.entity.as_str())),
            );
        }
    }
}

/// Some words on either side.
fn around(text: &str, span: Span) -> String {
    let before: String = text[..span.start as usize]
        .chars()
        .rev()
        .take(50)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let after: String = text[span.end as usize..].chars().take(30).collect();
    format!("{before}[{}]{after}", span.of(text)).replace('\n', " ")
}

/// The documents of a CoNLL-U file, their text put together from the words.
fn texts(content: &str) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut open: Vec<(Bracket, usize)> = Vec::new();
    let mut tokens: Vec<Token> = Vec::new();
    let mut glued_until = 0usize;
    let mut glued = false;
    for line in content.lines() {
        if let Some(name) = line.strip_prefix("# newdoc id = ") {
            tokens.clear();
            open.clear();
            texts.push(Text {
                name: name.to_owned(),
                ..Text::default()
            });
            glued = true;
            continue;
        }
        let Some(text) = texts.last_mut() else {
            continue;
        };
        if line.starts_with("# newpar") && !line.starts_with("# newpar_") {
            if !text.text.is_empty() {
                text.text.truncate(text.text.trim_end().len());
                text.text.push_str("\n\n");
            }
            glued = true;
            continue;
        }
        if line.is_empty() {
            glued_until = 0;
        }
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, _, _, above, ..] = columns[..] else {
            continue;
        };
        let misc = columns.last().copied().unwrap_or("");
        let spaced = !misc.split('|').any(|part| part == "SpaceAfter=No");
        let put = |text: &mut Text, glued: bool| {
            if !glued && !text.text.is_empty() {
                text.text.push(' ');
            }
            let start = text.text.len();
            text.text.push_str(form);
            Span::new(start, text.text.len())
        };
        if let Some((_, last)) = id.split_once('-') {
            // "don't": its parts stand in it.
            let span = put(text, glued);
            glued = !spaced;
            glued_until = last.parse().unwrap_or(0);
            tokens.push(Token {
                span,
                ..Token::default()
            });
            continue;
        }
        let Ok(number) = id.parse::<usize>() else {
            continue;
        };
        let span = if number <= glued_until {
            let whole = tokens.iter().rev().find(|token| token.lemma.is_empty());
            whole
                .map(|whole| part(&text.text, whole.span, form, &tokens))
                .unwrap_or_default()
        } else {
            let span = put(text, glued);
            glued = !spaced;
            span
        };
        if number == 1 {
            glued_until = if number <= glued_until {
                glued_until
            } else {
                0
            };
        }
        let at = tokens.len();
        tokens.push(Token {
            span,
            lemma: lemma.to_owned(),
            upos: upos.to_owned(),
            number,
            head: above.parse().unwrap_or(0),
        });
        let Some(marks) = misc
            .split('|')
            .find_map(|part| part.strip_prefix("Entity="))
        else {
            continue;
        };
        for bracket in brackets(marks) {
            let closes = bracket.closes.then(|| bracket.entity.clone());
            if bracket.opens {
                open.push((bracket, at));
            }
            let Some(index) =
                closes.and_then(|entity| open.iter().rposition(|(open, _)| open.entity == entity))
            else {
                continue;
            };
            let (bracket, first) = open.remove(index);
            let real: Vec<usize> = (first..=at)
                .filter(|&token| !tokens[token].lemma.is_empty())
                .collect();
            // The head of the mention: the word of its shortest form whose own head stands outside.
            let least: Vec<usize> = bracket
                .heads
                .iter()
                .filter_map(|n| real.get(n.checked_sub(1)?).copied())
                .collect();
            let numbers: Vec<usize> = least.iter().map(|&token| tokens[token].number).collect();
            let head = least
                .iter()
                .copied()
                .find(|&token| !numbers.contains(&tokens[token].head))
                .unwrap_or(at);
            let party = matches!(bracket.kind.as_str(), "person" | "organization" | "place");
            text.mentions.push(Mention {
                entity: bracket.entity,
                head: tokens[head].span,
                kind: tokens[head].kind(party),
            });
        }
    }
    texts
}

/// Where a part of a contraction stands in it.
fn part(text: &str, whole: Span, form: &str, tokens: &[Token]) -> Span {
    let from = tokens
        .iter()
        .rev()
        .take_while(|token| !token.lemma.is_empty())
        .map(|token| token.span.end)
        .filter(|&end| end > whole.start && end <= whole.end)
        .max()
        .unwrap_or(whole.start);
    match text
        .get(from as usize..whole.end as usize)
        .and_then(|rest| rest.find(form))
    {
        Some(at) => Span::new(from as usize + at, from as usize + at + form.len()),
        None => whole,
    }
}

#[derive(Debug, Default)]
struct Token {
    span: Span,
    /// Empty for a contraction as a whole.
    lemma: String,
    upos: String,
    /// Number in its sentence, and that of its head.
    number: usize,
    head: usize,
}

impl Token {
    fn kind(&self, party: bool) -> Option<Kind> {
        let form = self.lemma.to_lowercase();
        match self.upos.as_str() {
            "PROPN" if party => Some(Kind::Name),
            "PROPN" => Some(Kind::OtherName),
            "PRON" => match form.as_str() {
                "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their" | "him" | "them"
                | "himself" | "herself" | "itself" | "themselves" | "hers" | "theirs" => {
                    Some(if party {
                        Kind::ThirdPerson
                    } else {
                        Kind::OtherThirdPerson
                    })
                }
                "i" | "we" | "you" | "my" | "our" | "your" | "me" | "us" | "myself"
                | "ourselves" | "yourself" | "mine" | "ours" | "yours" => Some(Kind::FirstOrSecond),
                _ => None,
            },
            _ => None,
        }
    }
}

/// One bracket of an `Entity` value.
#[derive(Debug)]
struct Bracket {
    entity: String,
    /// What it is: `person`, `organization`, `place` and so on.
    kind: String,
    /// Words of the head, counted from 1 at the first of the mention.
    heads: Vec<usize>,
    opens: bool,
    closes: bool,
}

fn brackets(marks: &str) -> Vec<Bracket> {
    let mut found = Vec::new();
    let mut rest = marks;
    while !rest.is_empty() {
        let opens = rest.starts_with('(');
        let body = rest.trim_start_matches('(');
        let end = body.find(['(', ')']).unwrap_or(body.len());
        let closes = body[end..].starts_with(')');
        let fields: Vec<&str> = body[..end].split('-').collect();
        let field = |n: usize| fields.get(n).copied().unwrap_or("");
        if !field(0).is_empty() {
            found.push(Bracket {
                entity: field(0).to_owned(),
                kind: field(1).to_owned(),
                heads: field(5).split(',').filter_map(|n| n.parse().ok()).collect(),
                opens,
                closes,
            });
        }
        rest = &body[end + usize::from(closes)..];
    }
    found
}
