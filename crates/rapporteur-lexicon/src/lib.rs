//! What Rapporteur knows: text files and gazetteers, compiled to tables, or problems with file, line and hint.

use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

mod actors;
mod gazetteer;
mod hedges;
mod idioms;
mod meanings;
mod organisations;
mod petrarch;
mod roles;
mod rules;
mod stances;
mod stem;
mod texts;
mod topics;

pub use actors::{Actors, KnownActor, Term, compile_actors};
pub use gazetteer::{
    Cities, City, Country, Demonym, Gazetteer, Leader, Place as GazetteerPlace, fold_name,
};
pub use hedges::{Hedges, Hedging};
pub use idioms::{Idiom, Piece, Signs};
pub use meanings::{MeaningWord, Meanings};
pub use organisations::{Organisation, Organisations};
pub use petrarch::parse_petrarch;
pub use roles::{Role, RoleClass, Roles, SpeaksFor};
pub use rules::{LexiconProblem, Rule, Slot, parse};
pub use stances::{Only, Place, StanceFrame, StanceWord, Stances};
pub use stem::{stem, stems};
pub use texts::{TextNeeds, TextNoun, TextVerb, Texts};
pub use topics::{Domain, Topic, TopicMatch, TopicWord, Topics};

/// What the lexicon looks words up in. Hashes are quick and the same in every run; only the files of the lexicon fill it,
/// so that no report can fill it with words that share one.
pub type WordMap<V> = HashMap<String, V, FixedState>;
/// Words of the lexicon, looked up as in a [`WordMap`].
pub type WordSet = HashSet<String, FixedState>;
/// Words of a text, looked up as in a [`WordMap`].
pub type FormSet<'a> = HashSet<&'a str, FixedState>;

/// Every file of the built-in lexicon: path from its root ("en/topics/security.txt") and text.
pub static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The rules of the built-in files whose path starts with `folder` ("en/speech"), with the problems of those files.
pub fn built_in(folder: &str) -> (Vec<Rule>, Vec<LexiconProblem>) {
    let mut rules = Vec::new();
    let mut problems = Vec::new();
    for (file, text) in FILES.iter().filter(|(file, _)| file.starts_with(folder)) {
        let (more, wrong) = parse(file, text);
        rules.extend(more);
        problems.extend(wrong);
    }
    (rules, problems)
}

/// Everything the reading knows beside its models.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Places and their people.
    pub gazetteer: Gazetteer,
    /// What can be agreed.
    pub topics: Topics,
    /// Titles and offices.
    pub roles: Roles,
    /// Organisations with names of their own.
    pub organisations: Organisations,
    /// How parties stand.
    pub stances: Stances,
    /// Texts on the table.
    pub texts: Texts,
    /// Words that weaken what is told.
    pub hedges: Hedges,
    /// Classes of meaning.
    pub meanings: Meanings,
    /// Actors of a user's files.
    pub actors: Actors,
    /// A user's rules of speech, which come before the built-in ones.
    pub speech: Vec<Rule>,
    /// What is wrong with its files.
    pub problems: Vec<LexiconProblem>,
}

impl Lexicon {
    /// The lexicon that ships with the program.
    pub fn embedded() -> Self {
        Self::with_user(&[])
    }

    /// The lexicon that ships with the program, overlaid with a user's own files: path from the root of their folder
    /// and text. `actors/` and the folders of the built-in lexicon are known; a file whose name ends in `.actors` or
    /// `.actors.txt` is a PETRARCH dictionary. A user's names and words come before the built-in ones.
    pub fn with_user(files: &[(String, String)]) -> Self {
        let mut lexicon = Self::default();
        let mut user = Vec::new();
        for (file, text) in files {
            if file.ends_with(".actors") || file.ends_with(".actors.txt") {
                let (actors, problems) = parse_petrarch(file, text);
                lexicon.actors.extend(actors);
                lexicon.problems.extend(problems);
                continue;
            }
            let (rules, problems) = parse(file, text);
            user.extend(rules);
            lexicon.problems.extend(problems);
        }
        let (actors, problems) = compile_actors(&take(&mut user, "actors"));
        lexicon.actors.extend(actors);
        lexicon.problems.extend(problems);

        // Of countries, what comes later replaces; elsewhere the first keeps the word.
        let mut places = lexicon.rules_of("places/", Vec::new());
        places.extend(take(&mut user, "places"));
        let (gazetteer, problems) = Gazetteer::compile(&places);
        lexicon.gazetteer = gazetteer;
        lexicon.problems.extend(problems);

        let rules = take(&mut user, "organisations");
        let (organisations, problems) =
            Organisations::compile(&lexicon.rules_of("organisations/", rules));
        lexicon.organisations = organisations;
        lexicon.problems.extend(problems);

        let rules = take(&mut user, "roles");
        let (roles, problems) = Roles::compile(&lexicon.rules_of("roles/", rules));
        lexicon.roles = roles;
        lexicon.problems.extend(problems);

        let rules = take(&mut user, "topics");
        let (topics, problems) = Topics::compile(lexicon.rules_of("topics/", rules));
        lexicon.topics = topics;
        lexicon.problems.extend(problems);

        let rules = take(&mut user, "stances");
        let (stances, problems) = Stances::compile(lexicon.rules_of("stances/", rules));
        lexicon.stances = stances;
        lexicon.problems.extend(problems);

        let rules = take(&mut user, "texts");
        let (texts, problems) = Texts::compile(&lexicon.rules_of("texts.txt", rules));
        lexicon.texts = texts;
        lexicon.problems.extend(problems);

        let rules = take(&mut user, "hedges");
        lexicon.hedges = Hedges::compile(&lexicon.rules_of("hedges.txt", rules));

        let rules = take(&mut user, "meanings");
        lexicon.meanings = Meanings::compile(&lexicon.rules_of("meanings/", rules));

        lexicon.speech = take(&mut user, "speech");
        lexicon.problems.extend(user.iter().map(unread));
        lexicon
    }

    /// A user's rules and then the built-in ones of a folder or file, whose problems are kept.
    fn rules_of(&mut self, folder: &str, user: Vec<Rule>) -> Vec<Rule> {
        let (rules, problems) = built_in(&format!("en/{folder}"));
        self.problems.extend(problems);
        user.into_iter().chain(rules).collect()
    }
}

/// The problem of a user's rule that no stage reads.
fn unread(rule: &Rule) -> LexiconProblem {
    LexiconProblem {
        file: rule.file.clone(),
        line: rule.line,
        message: format!(
            "the rule «{}» stands in a folder that is not read",
            rule.name
        ),
        hint: "Put it into actors/, meanings/, organisations/, places/, roles/, speech/, stances/, topics/, \
               texts.txt or hedges.txt; \
               events/ cannot be added to"
            .to_owned(),
    }
}

/// Takes the rules of a folder, or of one file of that name, out of a user's rules.
fn take(rules: &mut Vec<Rule>, folder: &str) -> Vec<Rule> {
    let (taken, kept) = std::mem::take(rules).into_iter().partition(|rule| {
        let path = rule.file.strip_prefix("en/").unwrap_or(&rule.file);
        path.split('/').next() == Some(folder) || path == format!("{folder}.txt")
    });
    *rules = kept;
    taken
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_built_in_lexicon_has_no_problems() {
        let lexicon = super::Lexicon::embedded();
        assert_eq!(lexicon.problems, []);
        assert!(!lexicon.stances.frames.is_empty());
    }

    #[test]
    fn a_users_files_come_first() {
        let files = [
            ("actors/mine.txt", "Mina Fenn\n  type  person\n  party  Ravaland\n"),
            (
                "topics.txt",
                "bell-ringing\n  label  Bells\n  words  bell, carillon\n  yes  the ringing of bells\n  no  a truce\n",
            ),
            ("organisations/mine.txt", "x\n  type  alliance\n  each  Quad = Ravaland Quad\n"),
            ("places/mine.txt", "XRA\n  name  Ravaland\n  adjective  Ravish\n"),
            ("old.actors.txt", "ELSE_LUKAN_ [BELGOV]\n"),
            ("speech/mine.txt", "whisper\n  verbs  whisper\n"),
            ("deeds/mine.txt", "\ndance\n  verbs  dance\n"),
        ]
        .map(|(file, text)| (file.to_owned(), text.to_owned()));
        let lexicon = super::Lexicon::with_user(&files);
        let problems: Vec<String> = (lexicon.problems.iter())
            .map(|problem| format!("{}:{} {}", problem.file, problem.line, problem.message))
            .collect();
        assert_eq!(
            problems,
            ["deeds/mine.txt:2 the rule «dance» stands in a folder that is not read"]
        );
        assert!(lexicon.actors.find("Mina Fenn").is_some());
        assert!(lexicon.actors.find("Else Lukan").is_some());
        let topic = lexicon.topics.classify_text("no carillon at night", "");
        assert_eq!(
            topic.map(|found| found.topic.key.as_str()),
            Some("bell-ringing")
        );
        assert!(
            lexicon
                .organisations
                .find("Quad")
                .is_some_and(|quad| quad.members.is_empty())
        );
        assert!(lexicon.gazetteer.demonym("Ravish").is_some());
        assert_eq!(lexicon.speech.len(), 1);
    }
}
