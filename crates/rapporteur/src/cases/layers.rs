//! The layers that a table can speak of, and their columns. A test holds `docs/cases.md` against this list.

/// One kind of entry of the record.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layer {
    /// Its name, in the plural.
    pub name: &'static str,
    pub columns: &'static [Column],
}

/// One column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub name: &'static str,
    /// Another word for it, or an empty string.
    pub alias: &'static str,
    pub how: How,
}

/// How a cell is compared with what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// A name or an alias of the actor.
    Name,
    /// The same actors, in any order.
    Names,
    /// The same word of the codebook.
    Word,
    /// Nearly the same words.
    Text,
    /// The same words, but for a few.
    Quote,
    /// One of several texts.
    Among,
    /// The head word of a deed, in any form.
    Deed,
    /// One place within the other.
    Place,
    /// The same date.
    Date,
    /// The same number.
    Number,
    /// Bounds, numbers and units.
    Amounts,
}

const fn column(name: &'static str, alias: &'static str, how: How) -> Column {
    Column { name, alias, how }
}

const TOLD_BY: Column = column("told by", "", How::Names);
const HEDGE: Column = column("hedge", "", How::Among);

/// Every layer. Where a header fits several, the first is meant.
pub(super) static LAYERS: &[Layer] = &[
    Layer {
        name: "positions",
        columns: &[
            column("holder", "", How::Name),
            column("party", "", How::Name),
            column("stance", "", How::Word),
            column("on", "", How::Text),
            column("topic", "", How::Word),
            column("condition", "if", How::Text),
            column("reason", "", How::Text),
            column("basis", "", How::Word),
            column("via", "", How::Text),
            column("as of", "", How::Date),
            column("said", "", How::Date),
            TOLD_BY,
            HEDGE,
        ],
    },
    Layer {
        name: "statements",
        columns: &[
            column("speaker", "", How::Name),
            column("act", "", How::Word),
            column("words", "", How::Quote),
            column("for", "", How::Name),
            column("manner", "", How::Word),
            column("channel", "", How::Text),
            column("to", "", How::Text),
            column("when", "date", How::Date),
            TOLD_BY,
            HEDGE,
        ],
    },
    Layer {
        name: "events",
        columns: &[
            column("who", "", How::Names),
            column("does", "", How::Deed),
            column("whom", "", How::Names),
            column("with", "", How::Names),
            column("when", "date", How::Date),
            column("status", "", How::Word),
            column("where", "place", How::Place),
            column("from", "", How::Place),
            column("to", "", How::Place),
            column("target", "", How::Text),
            column("type", "", How::Word),
            column("mode", "", How::Word),
            column("duration", "", How::Text),
            column("quantities", "", How::Amounts),
            column("outcome", "", How::Text),
            TOLD_BY,
            HEDGE,
        ],
    },
    Layer {
        name: "actors",
        columns: &[
            column("actor", "", How::Name),
            column("kind", "type", How::Word),
            column("party", "", How::Name),
            column("role", "", How::Among),
            column("alias", "", How::Among),
            column("iso", "", How::Word),
            column("relation", "", How::Among),
            column("members", "", How::Names),
        ],
    },
    Layer {
        name: "proposals",
        columns: &[
            column("proposal", "", How::Text),
            column("kind", "type", How::Word),
            column("status", "", How::Word),
            column("by", "authors", How::Names),
            column("points", "", How::Number),
            column("answers", "", How::Text),
            column("version of", "", How::Text),
            column("when", "date", How::Date),
            TOLD_BY,
            HEDGE,
        ],
    },
    Layer {
        name: "provisions",
        columns: &[
            column("provision", "", How::Text),
            column("topic", "", How::Word),
            column("of", "", How::Text),
            column("binds", "subject", How::Name),
            column("places", "", How::Names),
            column("amounts", "parameters", How::Amounts),
        ],
    },
    Layer {
        name: "conditions",
        columns: &[
            column("if", "condition", How::Text),
            column("then", "", How::Text),
            column("type", "", How::Word),
            column("by", "speaker", How::Name),
            column("against", "", How::Name),
            TOLD_BY,
            HEDGE,
        ],
    },
    Layer {
        name: "dates",
        columns: &[
            column("time", "", How::Text),
            column("date", "", How::Date),
            column("value", "", How::Word),
        ],
    },
    Layer {
        name: "reports",
        columns: &[
            column("title", "", How::Text),
            column("outlet", "", How::Name),
            column("agency", "", How::Name),
            column("byline", "", How::Text),
            column("dateline", "", How::Place),
            column("published", "", How::Date),
        ],
    },
];

/// The layer of a header and its columns, or what is wrong and what to do.
pub(super) fn of_header(
    header: &[String],
) -> Result<(&'static Layer, Vec<&'static Column>), (String, String)> {
    let names: Vec<String> = header.iter().map(|name| name.to_lowercase()).collect();
    let known = |layer: &'static Layer| -> Vec<Option<&'static Column>> {
        let of = |name: &String| {
            (layer.columns.iter()).find(|column| column.name == name || column.alias == name)
        };
        names.iter().map(of).collect()
    };
    for layer in LAYERS {
        let columns: Option<Vec<_>> = known(layer).into_iter().collect();
        if let Some(columns) = columns
            && names.iter().all(|name| !name.is_empty())
        {
            return Ok((layer, columns));
        }
    }
    let count = |layer: &'static Layer| known(layer).iter().flatten().count();
    let nearest = LAYERS
        .iter()
        .rev()
        .max_by_key(|layer| count(layer))
        .filter(|layer| count(layer) > 0);
    let Some(layer) = nearest else {
        return Err((
            format!(
                "the columns {} are those of no layer",
                quoted(names.iter().map(String::as_str))
            ),
            "begin with one of: holder (positions), speaker (statements), who (events), actor, proposal, provision, if (conditions), time (dates), outlet (reports)".into(),
        ));
    };
    let unknown = names
        .iter()
        .zip(known(layer))
        .filter(|(_, column)| column.is_none())
        .map(|(name, _)| name.as_str());
    Err((
        format!("{} have no column {}", layer.name, quoted(unknown)),
        format!(
            "the columns of {} are: {}",
            layer.name,
            (layer.columns.iter().map(|column| column.name))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    ))
}

fn quoted<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|name| format!("«{name}»")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_lists_every_column() {
        let text = include_str!("../../../../docs/cases.md");
        for layer in LAYERS {
            let names = layer
                .columns
                .iter()
                .map(|column| format!("`{}`", column.name));
            let row = format!(
                "| {} | {} |",
                layer.name,
                names.collect::<Vec<_>>().join(" ")
            );
            assert!(text.contains(&row), "docs/cases.md lacks the row\n{row}");
        }
    }

    #[test]
    fn a_header_picks_its_layer() {
        let pick = |header: &[&str]| {
            let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
            of_header(&header).map(|(layer, _)| layer.name)
        };
        for (header, name) in [
            (&["holder", "stance", "on"][..], "positions"),
            (&["speaker", "act", "words"], "statements"),
            (&["Who", "does", "whom", "when", "status"], "events"),
            (&["actor", "kind", "party", "role"], "actors"),
            (&["proposal", "status", "by"], "proposals"),
            (&["provision", "topic", "of"], "provisions"),
            (&["if", "then", "type", "by"], "conditions"),
            (&["time", "date"], "dates"),
            (&["outlet", "published"], "reports"),
        ] {
            assert_eq!(pick(header), Ok(name));
        }
        let (message, hint) = pick(&["holder", "stnce"]).unwrap_err();
        assert!(
            message.contains("«stnce»") && hint.contains("stance"),
            "{message} {hint}"
        );
    }
}
