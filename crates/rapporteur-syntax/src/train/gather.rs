//! The corpus of the project, file by file. The caller reads the files: this room has no disk.

use super::data::Corpus;

/// A corpus that cannot be put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatherError {
    /// The file, relative to the folder of data.
    pub file: String,
    /// What is wrong with it.
    pub problem: String,
}

impl std::fmt::Display for GatherError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.file, self.problem)
    }
}

impl std::error::Error for GatherError {}

/// Files of organisations of the project's lexicon.
const ORGANISATIONS: [&str; 7] = [
    "armed-groups",
    "blocs",
    "bodies",
    "companies",
    "international",
    "media",
    "parties",
];

/// Folders of re3d.
const RE3D: [&str; 6] = [
    "Australian Department of Foreign Affairs",
    "CENTCOM",
    "Delegation of the European Union to Syria",
    "UK Government",
    "US State Department",
    "Wikipedia",
];

/// Reads every source of the shipped model with `read`, which gets paths like `syntax/ewt-train.conllu` and returns
/// the text of the file, or `None` where there is no such file; `organisations/…` are those of the lexicon. The trees of EWT and GUM are needed; names and lists
/// that are missing are left out.
pub fn gather(mut read: impl FnMut(&str) -> Option<String>) -> Result<Corpus, GatherError> {
    let mut corpus = Corpus::default();
    let error = |file: &str, problem: String| GatherError {
        file: file.to_owned(),
        problem,
    };
    let countries = "gazetteer/mledoze-countries.json";
    if let Some(text) = read(countries) {
        corpus
            .add_countries(&text)
            .map_err(|e| error(countries, e.to_string()))?;
    }
    if let Some(text) = read("gazetteer/cities15000.txt") {
        corpus.add_cities(&text);
    }
    if let Some(text) = read("gazetteer/world-leaders/everypolitician/wikidata.csv") {
        let holders: Vec<&str> = text
            .lines()
            .filter_map(|line| line.rsplit(',').nth(2))
            .collect();
        corpus.add_persons(&holders.join("\n"));
    }
    if let Some(text) = read("gazetteer/countryinfo/CountryInfo.120116.txt") {
        corpus.add_country_info(&text);
    }
    corpus.add_given_names(include_str!("../../lists/given-names.txt"));
    for file in ORGANISATIONS {
        if let Some(text) = read(&format!("organisations/{file}.txt")) {
            corpus.add_organisations(&text);
        }
    }
    for (trees, names) in [
        ("syntax/ewt-train.conllu", Some("names/uner-ewt-train.iob2")),
        ("syntax/gum-open-train.conllu", None),
    ] {
        let text = read(trees).ok_or_else(|| error(trees, "there is no such file".to_owned()))?;
        let names = names.and_then(&mut read);
        corpus
            .add_treebank(&text, names.as_deref())
            .map_err(|e| error(trees, e.to_string()))?;
    }
    for file in [
        "names/crossner-politics-train.txt",
        "names/crossner-politics-dev.txt",
    ] {
        if let Some(text) = read(file) {
            corpus.add_crossner(&text);
        }
    }
    if let Some(text) = read("names/wikigold.conll.txt") {
        corpus.add_wikigold(&text);
    }
    for folder in RE3D {
        let documents = read(&format!("names/re3d/{folder}/documents.jsonl"));
        let entities = read(&format!("names/re3d/{folder}/entities.jsonl"));
        if let (Some(documents), Some(entities)) = (documents, entities) {
            corpus.add_re3d(&documents, &entities);
        }
    }
    Ok(corpus)
}
