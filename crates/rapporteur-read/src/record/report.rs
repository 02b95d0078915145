//! The report as an entry.

use rapporteur_model::{BlockKind, Date, Dateline, Id, Report};

use super::Clerk;
use crate::reading::Reading;

/// The id of a report: a hash of its text (FNV-1a, 64 bits), the same on every machine and in every version.
pub fn id_of(text: &str) -> Id {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// When a report was published, else the date of its dateline.
pub(super) fn published(reading: &Reading) -> Option<Date> {
    reading
        .document
        .published
        .clone()
        .or_else(|| dateline_date(reading))
}

fn dateline_date(reading: &Reading) -> Option<Date> {
    let line = reading.blocks.dateline.as_ref()?.date?;
    reading
        .dates
        .0
        .iter()
        .find(|date| date.span.overlaps(line))
        .and_then(|date| date.edtf.clone())
}

impl Clerk<'_> {
    pub(super) fn report(&self) -> Report {
        let document = &self.reading.document;
        let blocks = &self.reading.blocks;
        let block = |kind: BlockKind| {
            let block = blocks.items.iter().find(|block| block.kind == kind)?;
            Some(self.written(block.span)).filter(|text| !text.is_empty())
        };
        let line = blocks.dateline.as_ref();
        Report {
            id: self.report.clone(),
            key: document.key.clone(),
            title: document
                .title
                .clone()
                .or_else(|| block(BlockKind::Headline)),
            outlet: document.outlet.clone(),
            agency: document
                .agency
                .clone()
                .or_else(|| Some(self.written(line?.agency?))),
            byline: document
                .byline
                .clone()
                .or_else(|| block(BlockKind::Byline).map(|line| names_of(&line))),
            dateline: line.map(|line| Dateline {
                place: line.place.map(|place| self.written(place)),
                date: dateline_date(self.reading),
            }),
            published: self.published.clone(),
            language: document.language.clone().unwrap_or_else(|| "en".to_owned()),
            location: document.location.clone(),
            copy_of: None,
        }
    }
}

/// `By Ana Nash` → `Ana Nash`, as the metadata of pages have it.
fn names_of(byline: &str) -> String {
    let names = ["By ", "BY ", "by "]
        .iter()
        .find_map(|by| byline.strip_prefix(by));
    names.unwrap_or(byline).trim().to_owned()
}
