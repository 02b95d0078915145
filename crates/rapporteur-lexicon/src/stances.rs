//! Stances: which words show how a party stands toward something, and where their arguments are.
//!
//! `lexicon/en/stances/README.md` explains the slots.

use rapporteur_model::Stance;

use crate::WordMap;
use crate::rules::{LexiconProblem, Rule};

/// A frame: words that share a stance and the places of their arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StanceFrame {
    /// Name of the rule.
    pub name: String,
    /// The stance it shows.
    pub stance: Stance,
    /// The stance its negation shows, if any.
    pub negated: Option<Stance>,
    /// Only in such surroundings.
    pub only: Option<Only>,
    /// Whether the frame tells of a state of mind that the outlet sees from outside.
    pub outlet: bool,
    /// For a verdict: whether the thing may be indefinite ("troop numbers are negotiable").
    pub indefinite: bool,
    /// Where the thing stands, the first that is there.
    pub on: Vec<Place>,
    /// Nouns of things toward which the frame shows no stance ("concern over the robbery").
    pub except: Vec<String>,
    /// Where the holder stands, when it is not the subject: prepositions.
    pub holder: Vec<String>,
    /// Nouns or verbs, one of which must stand in the frame ("raise" + "concern").
    pub with: Vec<String>,
}

/// Where an argument stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The object; the subject of a passive.
    Object,
    /// The subject.
    Subject,
    /// A finite clause.
    That,
    /// A question ("whether a fund was needed").
    Whether,
    /// An infinitive.
    To,
    /// A gerund.
    Ing,
    /// A phrase with this preposition.
    Preposition(String),
}

/// What must hold around the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Only {
    /// "could", "ready to".
    Modal,
    /// "did not".
    Negated,
    /// "will not", "cannot", "does not" in the present or future.
    Refused,
    /// "never".
    Never,
    /// "no longer".
    NoLonger,
}

/// Which word class a frame was looked up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StanceWord {
    /// A verb, with its particle.
    Verb,
    /// A noun.
    Noun,
    /// An adjective or prepositional predicate said of the holder.
    Adjective,
    /// A predicate said of the thing.
    Verdict,
    /// A whole answer, without its commas ("thanks but no thanks").
    Reply,
}

/// Every frame, found by word.
#[derive(Debug, Clone, Default)]
pub struct Stances {
    /// The frames, in the order of the files.
    pub frames: Vec<StanceFrame>,
    /// The rules they come from, with their examples.
    pub rules: Vec<Rule>,
    /// The frames of each word, by its class.
    words: [WordMap<Vec<usize>>; 5],
    /// Every verdict and every reply, in the order of the alphabet.
    verdicts: Vec<String>,
    replies: Vec<String>,
    idioms: WordMap<Vec<(Idiom, usize)>>,
    /// Which of the idioms of a verb tell that somebody declines to say: few verbs have one.
    silent: WordMap<Vec<usize>>,
}

/// A verb that shows a stance only together with other words: "take ~ off the table", "~ find favour with @".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Idiom {
    /// Whether the thing is the subject (the pattern begins with "~").
    pub of_subject: bool,
    /// What follows the verb.
    pub rest: Vec<Piece>,
    /// For each piece that is a word: the [`sign`]s of its forms. A sentence without one of them does not have the idiom.
    pub signs: Vec<Vec<u16>>,
}

/// How many signs there are.
const SIGNS: usize = 512;

/// The signs of some words: whether words are among them is seen by whether their signs are, but for a few that are not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs([u64; SIGNS / 64]);

impl Signs {
    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        let sign = sign(word);
        self.0[usize::from(sign / 64)] |= 1 << (sign % 64);
    }

    /// Whether one of each row of signs is among them.
    pub fn may_have(&self, rows: &[Vec<u16>]) -> bool {
        let has = |sign: &u16| self.0[usize::from(sign / 64)] >> (sign % 64) & 1 == 1;
        rows.iter().all(|row| row.iter().any(has))
    }
}

/// A word as one of [`SIGNS`] numbers, by its first part ("thumbs" of "thumbs-down").
fn sign(word: &str) -> u16 {
    let part = word
        .split(|c: char| !c.is_alphanumeric())
        .find(|part| !part.is_empty())
        .unwrap_or(word);
    let hash = (part.bytes()).fold(0x811c_9dc5u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    ((hash ^ hash >> 15) as usize % SIGNS) as u16
}

/// A piece of an idiom behind its verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// One of these words, by lemma or form.
    Word(Vec<String>),
    /// An article or possessive, or none ("throw * weight behind ~").
    Article,
    /// The thing.
    Thing,
    /// The holder.
    Holder,
    /// The holder, as the owner of what follows ("be @'s last word").
    Owner,
    /// Somebody else ("side with & on ~").
    Other,
}

impl Idiom {
    /// Reads a pattern; gives its verbs, by lemma, as well.
    fn parse(pattern: &str) -> (Vec<String>, Self) {
        let alternatives = |word: &str| word.split('/').map(str::to_owned).collect::<Vec<_>>();
        let mut words = pattern.split(' ').peekable();
        let of_subject = words.next_if_eq(&"~").is_some();
        let verbs = words.next().map(alternatives).unwrap_or_default();
        let rest: Vec<Piece> = words
            .map(|word| match word {
                "~" => Piece::Thing,
                "@" => Piece::Holder,
                "@'s" => Piece::Owner,
                "&" => Piece::Other,
                "*" => Piece::Article,
                word => Piece::Word(alternatives(word)),
            })
            .collect();
        // Long words first, and of those the rows of few: prepositions are in most sentences, and what fails soon costs least.
        let mut rows: Vec<(usize, Vec<u16>)> = (rest.iter())
            .filter_map(|piece| match piece {
                Piece::Word(forms) => {
                    let shortest = forms.iter().map(String::len).min().unwrap_or_default();
                    let row = forms.iter().map(|form| sign(form)).collect();
                    Some((shortest.min(5), row))
                }
                _ => None,
            })
            .collect();
        rows.sort_by_key(|(shortest, row)| (std::cmp::Reverse(*shortest), row.len()));
        let signs = rows.into_iter().map(|(_, row)| row).collect();
        let idiom = Self {
            of_subject,
            rest,
            signs,
        };
        (verbs, idiom)
    }
}

impl Stances {
    /// Compiles rules of `stances/` files; the stance is the name of the file.
    pub fn compile(rules: Vec<Rule>) -> (Self, Vec<LexiconProblem>) {
        let mut stances = Self::default();
        let mut problems = Vec::new();
        for rule in rules {
            let stem = rule
                .file
                .rsplit('/')
                .next()
                .unwrap_or("")
                .trim_end_matches(".txt");
            let Some(stance) = Stance::parse(rule.get("stance").unwrap_or(stem)) else {
                problems.push(rule.problem(
                    format!("«{stem}» is no stance"),
                    "name the file after a stance of the codebook, or give the slot `stance`",
                ));
                continue;
            };
            let mut frame = StanceFrame {
                name: rule.name.clone(),
                stance,
                negated: rule.get("not").and_then(Stance::parse),
                only: None,
                outlet: rule.get("basis") == Some("outlet"),
                indefinite: rule.get("things") == Some("any"),
                on: rule.items("on").map(place).collect(),
                except: rule.items("except").map(str::to_owned).collect(),
                holder: rule.items("holder").map(str::to_owned).collect(),
                with: rule.items("with").map(str::to_owned).collect(),
            };
            if let Some(only) = rule.get("only") {
                frame.only = match only {
                    "modal" => Some(Only::Modal),
                    "negated" => Some(Only::Negated),
                    "refused" => Some(Only::Refused),
                    "never" => Some(Only::Never),
                    "no-longer" => Some(Only::NoLonger),
                    other => {
                        problems.push(rule.problem(
                            format!("`only {other}` is not known"),
                            "use modal, negated, refused, never or no-longer",
                        ));
                        None
                    }
                };
            }
            let index = stances.frames.len();
            for pattern in rule.items("idioms") {
                let (verbs, idiom) = Idiom::parse(pattern);
                for verb in verbs {
                    let known = stances.idioms.entry(verb).or_default();
                    known.push((idiom.clone(), index));
                    // The longer says more: "see no point in ~" before "see ~".
                    known.sort_by_key(|(idiom, _)| std::cmp::Reverse(idiom.rest.len()));
                }
            }
            for (slot, class) in [
                ("verbs", StanceWord::Verb),
                ("nouns", StanceWord::Noun),
                ("adjectives", StanceWord::Adjective),
                ("verdicts", StanceWord::Verdict),
                ("replies", StanceWord::Reply),
            ] {
                for word in rule.items(slot) {
                    let known = &mut stances.words[class as usize];
                    known.entry(word.to_owned()).or_default().push(index);
                }
            }
            stances.frames.push(frame);
            stances.rules.push(rule);
        }
        for (verb, idioms) in &stances.idioms {
            let silent: Vec<usize> = (0..idioms.len())
                .filter(|&at| stances.frames[idioms[at].1].stance == Stance::DeclinesToSay)
                .collect();
            if !silent.is_empty() {
                stances.silent.insert(verb.clone(), silent);
            }
        }
        stances.verdicts = stances.sorted(StanceWord::Verdict);
        stances.replies = stances.sorted(StanceWord::Reply);
        (stances, problems)
    }

    /// Frames of a word.
    pub fn of(&self, class: StanceWord, word: &str) -> impl Iterator<Item = &StanceFrame> {
        let frames = self.words[class as usize].get(word);
        (frames.into_iter().flatten()).map(|&index| &self.frames[index])
    }

    /// Whether a verdict begins with these letters, in lower case.
    pub fn opens_verdict(&self, letters: &str) -> bool {
        opens(&self.verdicts, letters)
    }

    /// Whether a verdict begins with that text, in lower case, and goes on.
    pub fn opens_longer_verdict(&self, text: &str) -> bool {
        let at = (self.verdicts).partition_point(|verdict| verdict.as_str() <= text);
        (self.verdicts.get(at)).is_some_and(|verdict| verdict.starts_with(text))
    }

    /// Whether a reply begins with these letters, in lower case.
    pub fn opens_reply(&self, letters: &str) -> bool {
        opens(&self.replies, letters)
    }

    fn sorted(&self, class: StanceWord) -> Vec<String> {
        let mut phrases: Vec<String> = self.words[class as usize].keys().cloned().collect();
        phrases.sort_unstable();
        phrases
    }

    /// The idioms of a verb that tell that somebody declines to say, the longest first.
    pub fn silent_idioms(&self, verb: &str) -> impl Iterator<Item = (&Idiom, &StanceFrame)> {
        let own = self.idioms.get(verb);
        (self.silent.get(verb).into_iter().flatten())
            .filter_map(move |&at| own?.get(at))
            .map(|(idiom, index)| (idiom, &self.frames[*index]))
    }

    /// The idioms of a verb, the longest first.
    pub fn idioms(&self, verb: &str) -> impl Iterator<Item = (&Idiom, &StanceFrame)> {
        (self.idioms.get(verb).into_iter().flatten())
            .map(|(idiom, index)| (idiom, &self.frames[*index]))
    }
}

/// Whether one of some sorted phrases begins with these letters.
fn opens(phrases: &[String], letters: &str) -> bool {
    let at = phrases.partition_point(|phrase| phrase.as_str() < letters);
    (phrases.get(at)).is_some_and(|phrase| phrase.starts_with(letters))
}

fn place(text: &str) -> Place {
    match text {
        "object" => Place::Object,
        "subject" => Place::Subject,
        "that" => Place::That,
        "whether" => Place::Whether,
        "to" => Place::To,
        "ing" => Place::Ing,
        other => Place::Preposition(other.to_owned()),
    }
}
