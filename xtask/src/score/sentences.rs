//! Passages of one to three sentences with the positions that they tell: `Holder stance; Holder stance`, a tab, the text.
//! Stances with a slash between are equally good; a line without positions tells none. A third field may name the
//! construction; `⏎` stands for the end of a line of the text.

use anyhow::{Context, Result, ensure};
use rapporteur::model::Record;
use rapporteur::{Document, Reader};

/// A position that is told or found: the names of its holder, lower case, and the stances that fit.
struct Row {
    names: Vec<String>,
    stances: Vec<String>,
}

impl Row {
    fn parse(row: &str) -> Result<Self> {
        let (holder, stances) = row
            .rsplit_once(' ')
            .with_context(|| format!("«{row}» is no holder and stance"))?;
        Ok(Self {
            names: vec![holder.to_lowercase()],
            stances: stances.split('/').map(str::to_owned).collect(),
        })
    }

    /// Whether both name the same holder, one perhaps more fully, and the same stance.
    fn fits(&self, other: &Self) -> bool {
        let same =
            |one: &String, two: &String| one.contains(two.as_str()) || two.contains(one.as_str());
        self.stances
            .iter()
            .any(|stance| other.stances.contains(stance))
            && (self.names.iter()).any(|one| other.names.iter().any(|two| same(one, two)))
    }
}

/// Every position of a record; of two alike the first.
fn found(record: &Record) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for position in &record.positions {
        let names: Vec<String> = (record.actors.iter())
            .filter(|actor| actor.id == position.holder || actor.id == position.party)
            .flat_map(|actor| actor.aliases.iter().chain([&actor.name]))
            .map(|name| name.to_lowercase())
            .collect();
        let row = Row {
            names,
            stances: vec![position.stance.to_string()],
        };
        if !rows
            .iter()
            .any(|other| other.stances == row.stances && other.names == row.names)
        {
            rows.push(row);
        }
    }
    rows
}

/// Reads every passage and prints F1, precision and recall of its positions.
pub fn sentences(table: &str) -> Result<String> {
    let reader = Reader::new();
    let (mut told, mut read, mut matched) = (0, 0, 0);
    for line in table.lines().filter(|line| !line.trim().is_empty()) {
        let (rows, text) = line
            .split_once('\t')
            .with_context(|| format!("no tab in «{line}»"))?;
        let text = text.split('\t').next().unwrap_or(text);
        let text = text.replace(" ⏎ ", "\n").replace(" ⏎⏎ ", "\n\n");
        let rows: Vec<Row> = (rows.split(';').map(str::trim))
            .filter(|row| !row.is_empty())
            .map(Row::parse)
            .collect::<Result<_>>()?;
        let mut positions = found(&reader.read(&Document::from_text(&text)));
        told += rows.len();
        read += positions.len();
        for row in rows {
            if let Some(place) = positions.iter().position(|position| row.fits(position)) {
                positions.remove(place);
                matched += 1;
            }
        }
    }
    ensure!(told > 0, "a table without positions");
    let part = |of: usize| matched as f64 / of.max(1) as f64;
    let (precision, recall) = (part(read), part(told));
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::EPSILON);
    Ok(format!(
        "sentences F1 {f1:.3} P {precision:.3} R {recall:.3}\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn what_is_found_counts_once() {
        let table =
            "Norway rejects/opposes\tNorway rejected the plan.\n\tNorway received the plan.\n";
        assert_eq!(
            sentences(table).unwrap(),
            "sentences F1 1.000 P 1.000 R 1.000\n"
        );
        let missed = "Norway accepts\tNorway rejected the plan.";
        assert_eq!(
            sentences(missed).unwrap(),
            "sentences F1 0.000 P 0.000 R 0.000\n"
        );
        assert!(sentences("Norway\tNorway rejected the plan.").is_err());
    }
}
