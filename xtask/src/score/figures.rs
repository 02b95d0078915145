//! What is measured: a group for each run of a scorer, a figure for each number that it prints.

/// A run of a scorer.
pub struct Group {
    /// Name on the command line and in the table.
    pub name: &'static str,
    /// What it measures, in a sentence.
    pub about: &'static str,
    /// How.
    pub work: Work,
    /// Numbers of its output.
    pub figures: &'static [Figure],
}

/// How a group is measured.
pub enum Work {
    /// Commands of a shell. `DATA`, `SCORE` and `OUT` are folders, `syntax` and `rapporteur` programs.
    Shell(&'static str),
    /// Every report of that folder (from the root of the repository) is read, and the records are compared with the folder's gold records.
    Records(&'static str),
    /// Every passage of that table is read, and its positions are compared with those that the table tells.
    Sentences(&'static str),
    /// Every marked report of that folder is read, and its positions are compared with the marks.
    Marked(&'static str),
}

/// A number that a scorer prints.
pub struct Figure {
    /// Name inside the group.
    pub name: &'static str,
    /// Beginning of the line that holds it.
    pub line: &'static str,
    /// What stands before it in the line; the first number after that is it.
    pub before: &'static str,
    /// What was asked for at least; at most where less is better.
    pub least: Option<f64>,
    /// What was hoped for.
    pub reach: Option<f64>,
    /// Whether less is better.
    pub less: bool,
}

const fn figure(name: &'static str, line: &'static str, before: &'static str) -> Figure {
    Figure {
        name,
        line,
        before,
        least: None,
        reach: None,
        less: false,
    }
}

impl Figure {
    const fn least(mut self, least: f64) -> Self {
        self.least = Some(least);
        self
    }

    const fn reach(mut self, reach: f64) -> Self {
        self.reach = Some(reach);
        self
    }

    const fn less(mut self) -> Self {
        self.less = true;
        self
    }
}

/// The kinds of entries of a record, where nothing was asked for.
const ENTRIES: &[Figure] = &[
    figure("actor", "actor", "F1"),
    figure("event", "event", "F1"),
    figure("statement", "statement", "F1"),
    figure("proposal", "proposal", "F1"),
    figure("provision", "provision", "F1"),
    figure("position", "position ", "F1"),
    figure("condition", "condition", "F1"),
    figure("inventions", "positions F1", "inventions").less(),
];

const DENSE: &[Figure] = &[
    figure("statement", "statement", "F1"),
    figure("provision", "provision", "F1"),
    figure("position", "position ", "F1"),
    figure("condition", "condition", "F1"),
    figure("inventions", "positions F1", "inventions").less(),
];

const SENTENCES: &[Figure] = &[
    figure("position", "sentences", "F1"),
    figure("precision", "sentences", "P"),
    figure("recall", "sentences", "R"),
];

const MARKED: &[Figure] = &[
    figure("position", "marked", "F1"),
    figure("precision", "marked", "P"),
    figure("recall", "marked", "R"),
];

/// Every group, in the order in which it is measured and printed.
pub const GROUPS: &[Group] = &[
    Group {
        name: "ewt",
        about: "Tags, lemmas and trees of given words, UD English EWT test.",
        work: Work::Shell(
            "syntax DATA/syntax/ewt-test.conllu > OUT/ewt.conllu
             python3 SCORE/score_syntax.py DATA/syntax/ewt-test.conllu OUT/ewt.conllu",
        ),
        figures: &[
            figure("UPOS", "UPOS", "").least(95.6).reach(96.5),
            figure("XPOS", "XPOS", ""),
            figure("lemma", "lemma", "").least(97.5).reach(98.5),
            figure("UAS", "UAS", ""),
            figure("LAS", "LAS", "").least(85.5).reach(87.5),
        ],
    },
    Group {
        name: "gum",
        about: "The same, open genres of GUM, test.",
        work: Work::Shell(
            "syntax DATA/syntax/gum-open-test.conllu > OUT/gum.conllu
             python3 SCORE/score_syntax.py DATA/syntax/gum-open-test.conllu OUT/gum.conllu",
        ),
        figures: &[
            figure("UPOS", "UPOS", "").least(97.0).reach(97.8),
            figure("XPOS", "XPOS", ""),
            figure("lemma", "lemma", "").least(97.5).reach(98.5),
            figure("UAS", "UAS", ""),
            figure("LAS", "LAS", "").least(86.0).reach(88.0),
        ],
    },
    Group {
        name: "ewt-raw",
        about: "From raw text, EWT test: F1 of words, sentences, trees.",
        work: Work::Shell(
            "syntax text DATA/syntax/ewt-test.conllu > OUT/ewt.txt
             syntax OUT/ewt.txt > OUT/ewt-raw.conllu
             python3 SCORE/score_syntax.py --raw DATA/syntax/ewt-test.conllu OUT/ewt-raw.conllu",
        ),
        figures: &[
            figure("words", "words", "F1").least(98.8).reach(99.2),
            figure("sentences", "sentences", "F1").least(84.0).reach(89.0),
            figure("LAS", "LAS", "F1"),
        ],
    },
    Group {
        name: "gum-raw",
        about: "From raw text, GUM-open test.",
        work: Work::Shell(
            "syntax text DATA/syntax/gum-open-test.conllu > OUT/gum.txt
             syntax OUT/gum.txt > OUT/gum-raw.conllu
             python3 SCORE/score_syntax.py --raw DATA/syntax/gum-open-test.conllu OUT/gum-raw.conllu",
        ),
        figures: &[
            figure("words", "words", "F1"),
            figure("sentences", "sentences", "F1").least(94.0).reach(97.0),
            figure("LAS", "LAS", "F1").least(84.5).reach(87.0),
        ],
    },
    Group {
        name: "names",
        about: "Names, span and kind, Universal NER EWT dev (never trained on).",
        work: Work::Shell(
            "awk -F'\\t' '/^# /{next} NF>2{print $1 \"\\t\" $2 \"\\t_\\t_\\t_\\t_\\t0\\t_\\t_\\t_\";next} NF==0{print \"\"}' DATA/names/uner-ewt-dev.iob2 > OUT/names.conllu
             syntax OUT/names.conllu > OUT/names-found.conllu
             python3 SCORE/score_names.py DATA/names/uner-ewt-dev.iob2 OUT/names-found.conllu",
        ),
        figures: &[
            figure("persons", "names PER", "F1"),
            figure("organisations", "names ORG", "F1"),
            figure("places", "names LOC", "F1"),
            figure("all", "names all", "F1").least(72.0).reach(80.0),
        ],
    },
    Group {
        name: "dates",
        about: "Time expressions, AQUAINT TimeML (only measured on).",
        work: Work::Shell(
            "python3 SCORE/score_dates.py prepare DATA/evaluate-only/aquaint-timeml OUT/dates.jsonl
             rapporteur read OUT/dates.jsonl --show dates --quiet > OUT/dates-found.jsonl
             python3 SCORE/score_dates.py score DATA/evaluate-only/aquaint-timeml OUT/dates-found.jsonl",
        ),
        figures: &[
            figure("strict", "dates strict", "F1").least(80.0),
            figure("relaxed", "dates relaxed", "F1"),
            figure("type", "dates type", "F1"),
            figure("value", "dates value", "F1").least(75.0),
        ],
    },
    Group {
        name: "attribution",
        about: "Who said what: exact spans, PolNeAR dev (only measured on).",
        work: Work::Shell(
            "python3 SCORE/score_attribution.py prepare DATA/evaluate-only/polnear-dev OUT/said.jsonl
             rapporteur read OUT/said.jsonl --show statements --quiet > OUT/said-found.jsonl
             python3 SCORE/score_attribution.py score DATA/evaluate-only/polnear-dev OUT/said-found.jsonl",
        ),
        figures: &[
            figure("source", "attribution source", "exact F1").least(62.0),
            figure("cue", "attribution cue", "exact F1").least(60.0),
            figure("content", "attribution content", "exact F1").least(50.0),
            figure("whole", "attribution whole", "exact F1"),
        ],
    },
    Group {
        name: "plover",
        about: "Coded acts by sentence, PLOVER gold (its sentences were read while building).",
        work: Work::Shell(
            "python3 SCORE/score_events.py prepare DATA/events/plover-gold-dev.jsonl OUT/plover.jsonl
             rapporteur read OUT/plover.jsonl --format plover --quiet > OUT/plover-found.jsonl
             python3 SCORE/score_events.py score DATA/events/plover-gold-dev.jsonl OUT/plover-found.jsonl",
        ),
        figures: &[
            figure("type recall", "events type", "recall").least(0.62),
            figure("type precision", "events type", "precision").least(0.70),
            figure("dyads P", "events dyads", "P").least(0.70),
            figure("dyads R", "events dyads", "R").least(0.60),
            figure("dyad with type R", "events dyads", "with type R").least(0.50),
        ],
    },
    Group {
        name: "gold",
        about: "Records of the development reports (read while building): F1 of the entries.",
        work: Work::Records("../shared/gold"),
        figures: &[
            figure("actor", "actor", "F1").least(0.80),
            figure("event", "event", "F1").least(0.75),
            figure("statement", "statement", "F1").least(0.75),
            figure("proposal", "proposal", "F1"),
            figure("provision", "provision", "F1"),
            figure("position", "position ", "F1").least(0.85),
            figure("condition", "condition", "F1"),
            figure("inventions", "positions F1", "inventions").less(),
        ],
    },
    Group {
        name: "seed",
        about: "The record of the seed report (read while building).",
        work: Work::Records("../shared/seed"),
        figures: &[
            figure("actor", "actor", "F1"),
            figure("event", "event", "F1"),
            figure("statement", "statement", "F1"),
            figure("proposal", "proposal", "F1"),
            figure("provision", "provision", "F1"),
            figure("position", "position ", "F1").least(0.85),
            figure("condition", "condition", "F1"),
            figure("inventions", "positions F1", "inventions").least(0.0).less(),
        ],
    },
    Group {
        name: "read",
        about: "Reports written without sight of the program, for development: their misses have been read.",
        work: Work::Records("evaluation/read"),
        figures: ENTRIES,
    },
    Group {
        name: "dense",
        about: "Reports full of idioms, for development; their events are not coded.",
        work: Work::Records("evaluation/dense"),
        figures: DENSE,
    },
    Group {
        name: "held-out",
        about: "Reports written without sight of the program, whose texts and misses nobody opens: what to expect elsewhere.",
        work: Work::Records("evaluation/held-out"),
        figures: ENTRIES,
    },
    Group {
        name: "sentences",
        about: "Passages of one to three sentences with the positions they tell, for development.",
        work: Work::Sentences("evaluation/sentences/read.tsv"),
        figures: SENTENCES,
    },
    Group {
        name: "sentences-held-out",
        about: "The same, by another hand, which nobody opens.",
        work: Work::Sentences("evaluation/sentences/held-out.tsv"),
        figures: SENTENCES,
    },
    Group {
        name: "expressions",
        about: "One sentence for each way to tell a stance, by a writer who had the codebook alone, for development.",
        work: Work::Sentences("evaluation/sentences/expressions.tsv"),
        figures: SENTENCES,
    },
    Group {
        name: "constructions",
        about: "Passages for 80 constructions of English (anaphora, clauses, voice, quotations, texts, lists), for development.",
        work: Work::Sentences("evaluation/sentences/constructions.tsv"),
        figures: SENTENCES,
    },
    Group {
        name: "constructions-held-out",
        about: "As many more for the same constructions, by the same writers, which nobody opens.",
        work: Work::Sentences("evaluation/sentences/constructions-held-out.tsv"),
        figures: SENTENCES,
    },
    Group {
        name: "marked",
        about: "Whole reports of every genre with their positions marked, by the hands of `training/reports`, which nobody opens.",
        work: Work::Marked("evaluation/marked"),
        figures: MARKED,
    },
    Group {
        name: "model",
        about: "Megabytes of the model of words on disk.",
        work: Work::Shell(
            "wc -c < crates/rapporteur-syntax/models/en.safetensors | awk '{printf \"megabytes %.2f\\n\", $1/1e6}'",
        ),
        figures: &[figure("megabytes", "megabytes", "").least(12.0).reach(8.0).less()],
    },
];
