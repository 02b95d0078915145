//! The reading of a report: one straight line over the stages.

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{Date, Document, Problem};
use rapporteur_syntax::{Model, Syntax};

use crate::blocks::{Blocks, blocks};
use crate::conditions::{Conditions, conditions};
use crate::dates::{Anchor, Dates, dates};
use crate::entities::{Entities, entities};
use crate::events::{Events, add_doers, events};
use crate::positions::{Positions, positions};
use crate::proposals::{Proposals, proposals};
use crate::provisions::{Provisions, provisions};
use crate::stances::stances;
use crate::statements::{Statements, statements};
use crate::words::Words;

/// A stage of the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// Its name, as [`crate::show()`] takes it.
    pub name: &'static str,
    /// What it makes, in a line.
    pub purpose: &'static str,
}

/// Every stage, in the order they run.
pub const STAGES: &[Stage] = &[
    Stage {
        name: "blocks",
        purpose: "the parts of the report: headline, dateline, paragraphs, list items",
    },
    Stage {
        name: "tokens",
        purpose: "words",
    },
    Stage {
        name: "sentences",
        purpose: "sentences",
    },
    Stage {
        name: "tags",
        purpose: "parts of speech and lemmas",
    },
    Stage {
        name: "trees",
        purpose: "the head of each word, and its relation to it",
    },
    Stage {
        name: "names",
        purpose: "names of persons, organisations, places, states",
    },
    Stage {
        name: "entities",
        purpose: "who and what the report speaks of, with every mention",
    },
    Stage {
        name: "dates",
        purpose: "time expressions with their values",
    },
    Stage {
        name: "statements",
        purpose: "who says what: source, cue and content of every attribution",
    },
    Stage {
        name: "proposals",
        purpose: "texts on the table",
    },
    Stage {
        name: "provisions",
        purpose: "things that could be agreed",
    },
    Stage {
        name: "positions",
        purpose: "where parties stand, and on what it hangs",
    },
    Stage {
        name: "conditions",
        purpose: "spoken ifs and thens",
    },
    Stage {
        name: "events",
        purpose: "deeds that happened, happen or are to happen",
    },
];

/// What a reading needs: built once, shared by all readings.
#[derive(Debug)]
pub struct Tools {
    /// What is known of words and actors.
    pub lexicon: Lexicon,
    /// What reads words.
    pub model: ModelRef,
}

impl Default for Tools {
    /// The lexicon and the model that ship with the program.
    fn default() -> Self {
        Self {
            lexicon: Lexicon::embedded(),
            model: ModelRef::Embedded,
        }
    }
}

/// The model that ships with the program, or another.
#[derive(Debug)]
pub enum ModelRef {
    /// The one that ships with the program.
    Embedded,
    /// One of the user's.
    Own(Box<Model>),
}

impl ModelRef {
    /// The model.
    pub fn get(&self) -> &Model {
        match self {
            Self::Embedded => Model::embedded(),
            Self::Own(model) => model,
        }
    }
}

/// A report with every layer that the stages made of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The report, with the problems met on the way.
    pub document: Document,
    /// Its parts.
    pub blocks: Blocks,
    /// Words, sentences, tags, trees, names.
    pub syntax: Syntax,
    /// Who and what it speaks of.
    pub entities: Entities,
    /// Time expressions.
    pub dates: Dates,
    /// Attributions.
    pub statements: Statements,
    /// Texts on the table.
    pub proposals: Proposals,
    /// Things that could be agreed.
    pub provisions: Provisions,
    /// Where parties stand.
    pub positions: Positions,
    /// Ifs and thens.
    pub conditions: Conditions,
    /// Deeds.
    pub events: Events,
}

impl Reading {
    /// The words with their trees.
    pub fn words(&self) -> Words<'_> {
        Words::new(&self.document.text, &self.syntax)
    }
}

/// Reads a report. A report without words gives an empty reading with a problem.
pub fn read(document: Document, tools: &Tools) -> Reading {
    read_watched(document, tools, &mut |_| ())
}

/// The same; tells `done` the name of each stage when it has run, so that a door with a clock can time them. The layers
/// of words are made together and told as the last of them, "names".
pub fn read_watched(
    mut document: Document,
    tools: &Tools,
    done: &mut dyn FnMut(&'static str),
) -> Reading {
    let blocks = blocks(&document);
    done("blocks");
    let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
    let syntax = tools.model.get().read(&document.text, &spans);
    done("names");
    if syntax.tokens.spans.is_empty() {
        document.problems.push(Problem::warning(
            "the report has no words",
            "Check that the file holds the text of the report",
        ));
        return Reading {
            document,
            blocks,
            syntax,
            ..Reading::default()
        };
    }
    let words = Words::new(&document.text, &syntax);
    let lexicon = &tools.lexicon;
    let mut entities = entities(&words, &blocks, lexicon);
    done("entities");
    let dates = dates(&words, &anchor(&document, &blocks));
    done("dates");
    let statements = statements(&words, &blocks, &entities, &dates, lexicon);
    done("statements");
    let proposals = proposals(&words, &blocks, &entities, &dates, &statements, lexicon);
    done("proposals");
    let stances = stances(
        &words,
        &blocks,
        &entities,
        &dates,
        &statements,
        &proposals,
        lexicon,
    );
    let (provisions, of_claim) =
        provisions(&words, &blocks, &entities, &proposals, &stances, lexicon);
    done("provisions");
    let positions = positions(
        &words,
        &entities,
        &dates,
        &statements,
        &stances,
        &of_claim,
        lexicon,
    );
    done("positions");
    let conditions = conditions(&words, &blocks, &entities, &statements, &stances, lexicon);
    done("conditions");
    add_doers(&words, &mut entities);
    let events = events(
        &words,
        &blocks,
        &entities,
        &dates,
        &statements,
        &conditions,
        lexicon,
    );
    done("events");
    Reading {
        document,
        blocks,
        syntax,
        entities,
        dates,
        statements,
        proposals,
        provisions,
        positions,
        conditions,
        events,
    }
}

/// Relative dates count from the day of publication, else from the dateline.
fn anchor(document: &Document, blocks: &Blocks) -> Anchor {
    let day = |date: &Date| {
        let text = date.as_str();
        Date::new(text.get(..10).unwrap_or(text)).ok()
    };
    Anchor {
        published: document.published.as_ref().and_then(day),
        dateline: blocks.dateline.as_ref().and_then(|line| line.date),
    }
}
