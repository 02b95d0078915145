//! The layers of words: what the models make of a text.
//!
//! Columns: the k-th word of the text is the k-th entry of each layer.

use std::ops::Range;

use rapporteur_model::Span;

/// Words in the order of the text, by the conventions of Universal Dependencies: "don't" is "do" + "n't",
/// "Iran's" is "Iran" + "'s". The form of a word is what stands at its span.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens {
    /// Where each word stands (bytes).
    pub spans: Vec<Span>,
    /// Whether the word continues the multiword token of the word before ("n't" of "don't").
    pub joined: Vec<bool>,
}

/// Sentences as ranges of word indices: adjacent, in order, never empty, together all words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentences(pub Vec<Range<usize>>);

/// Parts of speech and lemmas, one entry a word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tags {
    /// Universal part of speech.
    pub upos: Vec<Upos>,
    /// Penn Treebank tag.
    pub xpos: Vec<Xpos>,
    /// Lemma, as the treebanks write it ("be", "Iran", "talk").
    pub lemmas: Vec<Box<str>>,
}

/// A dependency tree for each sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trees {
    /// Head of each word as an index into the words of the **text**; the root of a sentence is its own head.
    pub heads: Vec<u32>,
    /// Relation to the head.
    pub rels: Vec<Rel>,
}

/// Names found, in order, not overlapping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(pub Vec<Name>);

/// One name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its words (indices into the words of the text).
    pub words: Range<usize>,
    /// What it names.
    pub kind: NameKind,
}

/// All the layers of words of one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Syntax {
    /// Words.
    pub tokens: Tokens,
    /// Sentences.
    pub sentences: Sentences,
    /// Tags and lemmas.
    pub tags: Tags,
    /// Trees.
    pub trees: Trees,
    /// Names.
    pub names: Names,
}

macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "the label itself is the documentation")]
        pub enum $name { $($variant),* }

        impl $name {
            /// Every label, in the order of its number.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The label as treebanks write it.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }

            /// Reads a label; `None` when it is not one of these.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some($name::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

labels! {
    /// Universal parts of speech (<https://universaldependencies.org/u/pos/>).
    Upos {
        Adj = "ADJ", Adp = "ADP", Adv = "ADV", Aux = "AUX", Cconj = "CCONJ", Det = "DET", Intj = "INTJ",
        Noun = "NOUN", Num = "NUM", Part = "PART", Pron = "PRON", Propn = "PROPN", Punct = "PUNCT",
        Sconj = "SCONJ", Sym = "SYM", Verb = "VERB", X = "X",
    }
}

labels! {
    /// Penn Treebank tags as UD English writes them.
    Xpos {
        Cc = "CC", Cd = "CD", Dt = "DT", Ex = "EX", Fw = "FW", In = "IN", Jj = "JJ", Jjr = "JJR", Jjs = "JJS",
        Ls = "LS", Md = "MD", Nn = "NN", Nns = "NNS", Nnp = "NNP", Nnps = "NNPS", Pdt = "PDT", Pos = "POS",
        Prp = "PRP", PrpPoss = "PRP$", Rb = "RB", Rbr = "RBR", Rbs = "RBS", Rp = "RP", Sym = "SYM", To = "TO",
        Uh = "UH", Vb = "VB", Vbd = "VBD", Vbg = "VBG", Vbn = "VBN", Vbp = "VBP", Vbz = "VBZ", Wdt = "WDT",
        Wp = "WP", WpPoss = "WP$", Wrb = "WRB", Afx = "AFX", Hyph = "HYPH", Nfp = "NFP", Add = "ADD", Gw = "GW",
        Xx = "XX", Lrb = "-LRB-", Rrb = "-RRB-", OpenQuote = "``", CloseQuote = "''", Comma = ",", Stop = ".",
        Colon = ":", Dollar = "$", Hash = "#",
    }
}

labels! {
    /// Universal relations with the subtypes that UD English uses.
    Rel {
        Acl = "acl", AclRelcl = "acl:relcl", Advcl = "advcl", AdvclRelcl = "advcl:relcl", Advmod = "advmod",
        Amod = "amod", Appos = "appos", Aux = "aux", AuxPass = "aux:pass", Case = "case", Cc = "cc",
        CcPreconj = "cc:preconj", Ccomp = "ccomp", Compound = "compound", CompoundPrt = "compound:prt",
        Conj = "conj", Cop = "cop", Csubj = "csubj", CsubjOuter = "csubj:outer", CsubjPass = "csubj:pass",
        Dep = "dep", Det = "det", DetPredet = "det:predet", Discourse = "discourse", Dislocated = "dislocated",
        Expl = "expl", Fixed = "fixed", Flat = "flat", Goeswith = "goeswith", Iobj = "iobj", List = "list",
        Mark = "mark", NmodDesc = "nmod:desc", Nmod = "nmod", NmodPoss = "nmod:poss",
        NmodUnmarked = "nmod:unmarked", Nsubj = "nsubj", NsubjOuter = "nsubj:outer", NsubjPass = "nsubj:pass",
        Nummod = "nummod", Obj = "obj", Obl = "obl", OblAgent = "obl:agent", OblUnmarked = "obl:unmarked",
        Orphan = "orphan", Parataxis = "parataxis", Punct = "punct", Reparandum = "reparandum", Root = "root",
        Vocative = "vocative", Xcomp = "xcomp",
    }
}

impl Rel {
    /// The relation without its subtype: `nsubj` for `nsubj:pass`.
    pub fn base(self) -> &'static str {
        self.as_str().split(':').next().unwrap_or("")
    }
}

labels! {
    /// What a name names.
    NameKind {
        Person = "person", Organisation = "organisation", Place = "place", State = "state", Group = "group",
        Event = "event", Work = "work", Other = "other",
    }
}
