//! Stances: which words show how a party stands toward something, and where their arguments are.
//!
//! `lexicon/en/stances/README.md` explains the slots.

use rapporteur_model::Stance;

use crate::WordMap;
use crate::idioms::{Idiom, Idioms, Signs};
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
    /// The idioms of each verb, by its lemma.
    idioms: WordMap<Idioms>,
    /// Those that tell that somebody declines to say: few verbs have one.
    silent: WordMap<Idioms>,
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
                    if frame.stance == Stance::DeclinesToSay {
                        let silent = stances.silent.entry(verb.clone()).or_default();
                        silent.add(idiom.clone(), index);
                    }
                    let known = stances.idioms.entry(verb).or_default();
                    known.add(idiom.clone(), index);
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
        let lists = stances
            .idioms
            .values_mut()
            .chain(stances.silent.values_mut());
        lists.for_each(Idioms::sort);
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

    /// The idioms of a verb that a sentence with these signs may have, the longest first.
    pub fn idioms(
        &self,
        verb: &str,
        signs: &Signs,
    ) -> impl Iterator<Item = (&Idiom, &StanceFrame)> {
        self.fitting(&self.idioms, verb, signs)
    }

    /// Those of them that tell that somebody declines to say.
    pub fn silent_idioms(
        &self,
        verb: &str,
        signs: &Signs,
    ) -> impl Iterator<Item = (&Idiom, &StanceFrame)> {
        self.fitting(&self.silent, verb, signs)
    }

    /// Whether a verb has an idiom.
    pub fn has_idioms(&self, verb: &str) -> bool {
        self.idioms.contains_key(verb)
    }

    fn fitting<'a>(
        &'a self,
        lists: &'a WordMap<Idioms>,
        verb: &str,
        signs: &Signs,
    ) -> impl Iterator<Item = (&'a Idiom, &'a StanceFrame)> {
        let fitting = lists.get(verb).map(|list| list.fitting(signs));
        (fitting.into_iter().flatten()).map(|(idiom, frame)| (idiom, &self.frames[frame]))
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
