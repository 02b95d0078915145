//! What Rapporteur knows: text files and gazetteers, compiled to tables, or problems with file, line and hint.

mod gazetteer;
mod organisations;
mod roles;
mod rules;
mod stances;
mod stem;
mod topics;

pub use gazetteer::{
    Cities, City, Country, Demonym, Gazetteer, Leader, Place as GazetteerPlace, fold_name,
};
pub use organisations::{Organisation, Organisations};
pub use roles::{Role, RoleClass, Roles, SpeaksFor};
pub use rules::{LexiconProblem, Rule, Slot, parse};
pub use stances::{Only, Place, StanceFrame, StanceWord, Stances};
pub use stem::{stem, stems};
pub use topics::{Topic, TopicMatch, Topics};

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
    /// What is wrong with its files.
    pub problems: Vec<LexiconProblem>,
}

impl Lexicon {
    /// The lexicon that ships with the program.
    pub fn embedded() -> Self {
        let mut lexicon = Self::default();
        let (rules, problems) = built_in("en/places/");
        lexicon.problems.extend(problems);
        let (gazetteer, problems) = Gazetteer::compile(&rules);
        lexicon.gazetteer = gazetteer;
        lexicon.problems.extend(problems);
        let (rules, problems) = built_in("en/organisations/");
        lexicon.problems.extend(problems);
        let (organisations, problems) = Organisations::compile(&rules);
        lexicon.organisations = organisations;
        lexicon.problems.extend(problems);
        let (rules, problems) = built_in("en/roles/");
        lexicon.problems.extend(problems);
        let (roles, problems) = Roles::compile(&rules);
        lexicon.roles = roles;
        lexicon.problems.extend(problems);
        let (rules, problems) = built_in("en/topics/");
        lexicon.problems.extend(problems);
        let (topics, problems) = Topics::compile(rules);
        lexicon.topics = topics;
        lexicon.problems.extend(problems);
        let (rules, problems) = built_in("en/stances/");
        lexicon.problems.extend(problems);
        let (stances, problems) = Stances::compile(rules);
        lexicon.stances = stances;
        lexicon.problems.extend(problems);
        lexicon
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_built_in_lexicon_has_no_problems() {
        let lexicon = super::Lexicon::embedded();
        assert_eq!(lexicon.problems, []);
        assert!(!lexicon.stances.frames.is_empty());
    }
}
