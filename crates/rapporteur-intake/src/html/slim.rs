//! A page without what is never its story, and how heavy what remains is.

use std::collections::HashMap;

use super::tags::{Piece, attribute, pieces};
use crate::Limits;

/// A page made smaller.
#[derive(Debug)]
pub struct Slim {
    /// The mark-up that is left.
    pub page: String,
    /// Why the boilerplate remover may not see it, if so.
    pub too_much: Option<String>,
}

/// Leaves out scripts, styles and comments, and what stands around a story by its mark-up: navigation, forms, page footers, share
/// bars, related links.
///
/// Better too much than too little: where an element that is left out has no end, or holds half of the page's words, only
/// scripts and the like are left out.
pub fn slim(page: &str, limits: &Limits) -> Slim {
    pass(page, limits, true)
        .or_else(|| pass(page, limits, false))
        .unwrap_or_else(|| Slim {
            page: page.to_owned(),
            too_much: Some("the page breaks off inside a script".to_owned()),
        })
}

/// Never text, wherever they stand.
const HIDDEN: [&str; 13] = [
    "script", "style", "template", "svg", "iframe", "object", "select", "textarea", "noscript",
    "canvas", "math", "audio", "video",
];

/// Around a story, not of it.
const AROUND: [&str; 7] = ["nav", "footer", "aside", "form", "button", "dialog", "menu"];

/// Words of `class`, `id` and `role` that tell the same.
const AROUND_WORDS: [&str; 37] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "footer",
    "sidebar",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "newsletter",
    "subscribe",
    "subscription",
    "paywall",
    "share",
    "sharing",
    "social",
    "related",
    "recommended",
    "recirculation",
    "promo",
    "advert",
    "advertisement",
    "ad",
    "ads",
    "sponsored",
    "comments",
    "tags",
    "taglist",
    "outbrain",
    "taboola",
    "contentinfo",
    "complementary",
    "trending",
    "skip",
];

/// Elements that end by themselves or hold nothing: they do not add to the nesting.
const SHALLOW: [&str; 21] = [
    "p", "li", "td", "tr", "th", "dd", "dt", "option", "br", "img", "meta", "link", "input", "hr",
    "wbr", "source", "col", "path", "embed", "area", "base",
];

/// An element that is being left out.
struct Skipped {
    name: String,
    depth: usize,
    /// Whether it is left out for standing around the story.
    around: bool,
}

/// One pass; `None` when it left out what it should not have.
fn pass(page: &str, limits: &Limits, drop_around: bool) -> Option<Slim> {
    let mut out = String::with_capacity(page.len() / 2);
    let mut skipped: Option<Skipped> = None;
    let (mut kept_text, mut left_out) = (0usize, 0usize);
    let (mut elements, mut depth, mut deepest) = (0usize, 0usize, 0usize);
    let mut open: HashMap<String, usize> = HashMap::new();
    for piece in pieces(page) {
        if let Some(inside) = &mut skipped {
            match piece {
                Piece::Text(text) if inside.around => left_out += text.trim().len(),
                Piece::Open { name, .. } if name == inside.name.as_str() => inside.depth += 1,
                Piece::Close(name) if name == inside.name.as_str() => {
                    inside.depth -= 1;
                    if inside.depth == 0 {
                        skipped = None;
                    }
                }
                _ => {}
            }
            continue;
        }
        match piece {
            Piece::Text(text) => {
                kept_text += text.trim().len();
                out.push_str(text);
            }
            Piece::Open { name, attributes } => {
                let hidden = HIDDEN.contains(&name.as_ref());
                let shallow = SHALLOW.contains(&name.as_ref());
                if hidden || (drop_around && !shallow && is_around(&name, attributes)) {
                    // The words before and after do not belong together.
                    out.push(' ');
                    skipped = Some(Skipped {
                        name: name.into_owned(),
                        depth: 1,
                        around: !hidden,
                    });
                    continue;
                }
                elements += 1;
                if !shallow {
                    *open.entry(name.to_string()).or_default() += 1;
                    depth += 1;
                    deepest = deepest.max(depth);
                }
                out.push('<');
                out.push_str(&name);
                out.push_str(attributes);
                out.push('>');
                // A table that lays out the page: its cells are parts of the page, not of a sentence.
                if name == "td"
                    && ["valign", "width"]
                        .iter()
                        .any(|key| attribute(attributes, key).is_some())
                {
                    out.push_str("<br><br>");
                }
            }
            Piece::Close(name) => {
                // An end without a beginning does not make the page shallower.
                if let Some(count) = open.get_mut(name.as_ref()).filter(|count| **count > 0) {
                    *count -= 1;
                    depth -= 1;
                }
                out.push_str("</");
                out.push_str(&name);
                out.push('>');
            }
        }
    }
    if skipped.is_some() || left_out > kept_text {
        return None;
    }
    let too_much = if out.len() > limits.html_bytes {
        Some(format!(
            "the page is larger than {} MB",
            limits.html_bytes >> 20
        ))
    } else if elements > limits.html_elements {
        Some(format!(
            "the page has more than {} elements",
            limits.html_elements
        ))
    } else if deepest > limits.html_depth {
        Some(format!(
            "the page has more than {} elements inside one another",
            limits.html_depth
        ))
    } else {
        None
    };
    Some(Slim {
        page: out,
        too_much,
    })
}

/// Whether an element stands around the story, by its name or by the words of its class, id or role.
fn is_around(name: &str, attributes: &str) -> bool {
    if AROUND.contains(&name) {
        return true;
    }
    // A page may say `<body class="has-sidebar">` without being one.
    if attributes.is_empty()
        || !matches!(
            name,
            "div" | "section" | "ul" | "ol" | "span" | "figure" | "header"
        )
    {
        return false;
    }
    ["class", "id", "role"]
        .iter()
        .filter_map(|key| attribute(attributes, key))
        .any(|value| {
            value
                .to_ascii_lowercase()
                .split_ascii_whitespace()
                .any(is_around_class)
        })
}

/// `related-links`, `article__share`, `sidebar`; not `no-ads`, `has-nav`, `content-with-sidebar`.
fn is_around_class(class: &str) -> bool {
    if ["has", "no", "with", "without", "is"]
        .iter()
        .any(|word| class.split(['-', '_']).any(|part| part == *word))
    {
        return false;
    }
    let mut words = class.split(['-', '_']);
    let (first, last) = (words.next().unwrap_or(""), words.next_back());
    AROUND_WORDS.contains(&first) || last.is_some_and(|last| AROUND_WORDS.contains(&last))
}
