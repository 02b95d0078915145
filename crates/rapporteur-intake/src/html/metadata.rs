//! What a page says about itself: title, outlet, author, date, language, address.

use rapporteur_model::Date;
use serde_json::Value;

use super::tags::{Piece, attribute, pieces, unescape};
use crate::date_of;

/// What a page says about itself.
#[derive(Debug, Default, PartialEq)]
pub struct Metadata {
    /// Title of the story, without the name of the site.
    pub title: Option<String>,
    /// Name of the site or publisher.
    pub outlet: Option<String>,
    /// Authors, joined by commas.
    pub byline: Option<String>,
    /// Date of publication, with time and zone where they stand.
    pub published: Option<Date>,
    /// Language tag, as written.
    pub language: Option<String>,
    /// The address that the page calls its own.
    pub location: Option<String>,
}

/// JSON-LD of more bytes than this is not looked at.
const JSON_LD: usize = 1 << 20;

/// Collects what a page says about itself: JSON-LD first, then OpenGraph and other `<meta>`, then the page's own elements.
pub fn metadata(page: &str) -> Metadata {
    let mut seen = Seen::default();
    let mut inside = "";
    let mut heading = String::new();
    for piece in pieces(page) {
        match piece {
            Piece::Open { name, attributes } => match name.as_ref() {
                "html" if seen.language.is_none() => seen.language = attribute(attributes, "lang"),
                "meta" => seen.meta(attributes),
                "link"
                    if attribute(attributes, "rel")
                        .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
                {
                    seen.canonical = seen
                        .canonical
                        .take()
                        .or_else(|| attribute(attributes, "href"));
                }
                "time" => seen.time(attributes),
                "title" if seen.title.is_none() => inside = "title",
                "h1" if seen.heading.is_none() => {
                    heading.clear();
                    inside = "h1";
                }
                "script"
                    if attribute(attributes, "type")
                        .is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json")) =>
                {
                    inside = "ld";
                }
                _ => {}
            },
            Piece::Text(text) => match inside {
                "title" => {
                    seen.title = clean(&unescape(text));
                    inside = "";
                }
                "h1" if heading.len() < 1000 => {
                    heading.push_str(&unescape(text));
                    heading.push(' ');
                }
                "ld" => {
                    if text.len() <= JSON_LD
                        && let Ok(value) = serde_json::from_str::<Value>(text.trim())
                    {
                        seen.json_ld(&value);
                    }
                    inside = "";
                }
                _ => {}
            },
            Piece::Close(name) => {
                if name == "h1" && inside == "h1" {
                    seen.heading = clean(&heading);
                }
                if name == inside || name == "script" {
                    inside = "";
                }
            }
        }
    }
    seen.settle()
}

/// Everything that was seen, the best source of each kind apart.
#[derive(Default)]
struct Seen {
    ld: Metadata,
    meta: Metadata,
    /// How good the source of `meta.published` is; lower is better.
    date_rank: Option<usize>,
    time: Option<Date>,
    time_marked: bool,
    title: Option<String>,
    heading: Option<String>,
    language: Option<String>,
    canonical: Option<String>,
}

/// `<meta>` names that hold the date of publication, the best first.
const DATES: [&str; 20] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "og:published_time",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "date",
];

impl Seen {
    fn meta(&mut self, attributes: &str) {
        let name = ["property", "name", "itemprop"]
            .iter()
            .find_map(|key| attribute(attributes, key));
        let (Some(name), Some(content)) = (
            name,
            attribute(attributes, "content").and_then(|text| clean(&text)),
        ) else {
            return;
        };
        let name = name.to_ascii_lowercase();
        let set = |field: &mut Option<String>| {
            field.get_or_insert_with(|| content.clone());
        };
        match name.as_str() {
            "og:title" | "twitter:title" | "headline" | "dc.title" | "parsely-title" => {
                set(&mut self.meta.title)
            }
            "og:site_name" => self.meta.outlet = Some(content),
            "application-name" | "publisher" | "dc.publisher" | "article:publisher"
            | "citation_publisher"
                if !content.contains("://") =>
            {
                set(&mut self.meta.outlet)
            }
            "author" | "article:author" | "parsely-author" | "sailthru.author" | "dc.creator"
            | "byl" | "citation_author"
                if !content.contains("://") =>
            {
                set(&mut self.meta.byline)
            }
            "og:locale" | "content-language" | "dc.language" => set(&mut self.meta.language),
            "og:url" => set(&mut self.meta.location),
            _ => {
                let rank = DATES.iter().position(|&known| known == name);
                if let Some(rank) =
                    rank.filter(|&rank| self.date_rank.is_none_or(|best| rank < best))
                    && let Some(date) = date_of(&content)
                {
                    self.meta.published = Some(date);
                    self.date_rank = Some(rank);
                }
            }
        }
    }

    /// `<time datetime>`: the one that is marked as the publication, else the first.
    fn time(&mut self, attributes: &str) {
        let marked = attributes.to_ascii_lowercase();
        let marked = marked.contains("datepublished")
            || marked.contains("pubdate")
            || marked.contains("publish");
        if (self.time.is_none() || (marked && !self.time_marked))
            && let Some(date) = attribute(attributes, "datetime").and_then(|text| date_of(&text))
        {
            self.time = Some(date);
            self.time_marked = marked;
        }
    }

    fn json_ld(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.json_ld(item)),
            Value::Object(object) => {
                if let Some(graph) = object.get("@graph") {
                    self.json_ld(graph);
                }
                let types = value["@type"]
                    .as_array()
                    .map_or_else(|| vec![&value["@type"]], |all| all.iter().collect());
                let is_story = types.iter().filter_map(|kind| kind.as_str()).any(|kind| {
                    kind.ends_with("Article")
                        || kind.ends_with("BlogPosting")
                        || kind == "Report"
                        || kind == "PressRelease"
                });
                if is_story {
                    let story = &mut self.ld;
                    let text = |key: &str| value[key].as_str().and_then(clean);
                    let fill = |field: &mut Option<String>, found: Option<String>| {
                        if field.is_none() {
                            *field = found;
                        }
                    };
                    fill(&mut story.title, text("headline").or_else(|| text("name")));
                    fill(
                        &mut story.outlet,
                        names(&value["publisher"]).or_else(|| names(&value["sourceOrganization"])),
                    );
                    fill(
                        &mut story.byline,
                        names(&value["author"]).or_else(|| names(&value["creator"])),
                    );
                    fill(&mut story.language, text("inLanguage"));
                    fill(&mut story.location, text("url"));
                    if story.published.is_none() {
                        story.published = text("datePublished")
                            .or_else(|| text("dateCreated"))
                            .and_then(|date| date_of(&date));
                    }
                }
            }
            _ => {}
        }
    }

    fn settle(self) -> Metadata {
        let (ld, meta) = (self.ld, self.meta);
        let outlet = meta.outlet.or(ld.outlet);
        let bare = |title: String| without_site(title, outlet.as_deref());
        Metadata {
            title: ld
                .title
                .or(meta.title)
                .map(bare)
                .or(self.heading)
                .or(self.title.map(bare)),
            byline: ld
                .byline
                .or(meta.byline)
                .map(|line| without_by(&line).to_owned()),
            published: ld.published.or(meta.published).or(self.time),
            language: self
                .language
                .filter(|tag| !tag.is_empty())
                .or(ld.language)
                .or(meta.language),
            location: self
                .canonical
                .or(meta.location)
                .or(ld.location)
                .filter(|url| url.contains("://")),
            outlet,
        }
    }
}

/// The names of one or several persons or organisations.
fn names(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => clean(name).filter(|name| !name.contains("://")),
        Value::Object(_) => value["name"].as_str().and_then(clean),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().take(20).filter_map(names).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        _ => None,
    }
}

/// White space joined; `None` when nothing is left.
fn clean(text: &str) -> Option<String> {
    let joined = unescape(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    (!joined.is_empty() && joined.len() <= 1000).then_some(joined)
}

/// `Talks end | Beacon News` → `Talks end`.
fn without_site(title: String, outlet: Option<&str>) -> String {
    for separator in super::SEPARATORS {
        if let Some((head, tail)) = title.rsplit_once(separator) {
            let is_site = outlet.is_some_and(|outlet| {
                let (tail, outlet) = (tail.to_lowercase(), outlet.to_lowercase());
                tail.contains(&outlet) || outlet.contains(&tail)
            });
            // A bar is no punctuation of prose; a dash may be.
            let bar =
                matches!(separator, " | " | " :: " | " » ") && head.split_whitespace().count() >= 3;
            if is_site || bar {
                return head.trim().to_owned();
            }
        }
    }
    title
}

/// `By Ana Nash` → `Ana Nash`.
fn without_by(line: &str) -> &str {
    match line.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => line[3..].trim(),
        _ => line,
    }
}
