//! What stands on a page of news and is not the news: by-lines, captions, links, appeals, notices.

/// Whether a part is a by-line: `By Ana Nash`, `BY ANA NASH AND JONAS GUNTER, Beacon News`.
pub fn is_byline(text: &str) -> bool {
    let Some(names) = [
        "By ",
        "BY ",
        "by ",
        "Text by ",
        "Words by ",
        "Story by ",
        "Written by ",
    ]
    .iter()
    .find_map(|by| text.strip_prefix(by)) else {
        return false;
    };
    let mut words = names
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty());
    let count = words.clone().count();
    let named = |word: &str| {
        word.starts_with(char::is_uppercase)
            || matches!(
                word,
                "and"
                    | "in"
                    | "of"
                    | "for"
                    | "the"
                    | "&"
                    | "|"
                    | "de"
                    | "van"
                    | "von"
                    | "al"
                    | "bin"
                    | "ben"
                    | "el"
                    | "-"
                    | "–"
            )
    };
    // "By Monday the talks had failed." goes on as a sentence does.
    (1..=14).contains(&count) && words.all(named) && !super::lines::ends_sentence(names)
}

/// Whether a part is a caption, a link to another story, an appeal or a notice.
pub fn is_aside(text: &str) -> bool {
    let lower = text.to_lowercase();
    let ended =
        text.split_whitespace().next() == Some("END") && text.split_whitespace().count() <= 5;
    let short = text.split_whitespace().count() <= 40;
    ended
        || short
            && (STARTS.iter().any(|start| starts_with_word(&lower, start))
                || WHOLE.contains(&lower.trim_matches(|c: char| !c.is_alphanumeric())))
        || short && HELD.iter().any(|held| lower.contains(held))
}

fn starts_with_word(text: &str, start: &str) -> bool {
    let text = text.trim_start_matches(['(', '[', '-', '–', '—', '>', '•', '*', ' ']);
    text.strip_prefix(start)
        .is_some_and(|rest| start.ends_with([':', ' ']) || !rest.starts_with(char::is_alphanumeric))
}

/// A line that begins so leads elsewhere or tells of a picture.
const STARTS: [&str; 50] = [
    "read more",
    "read also",
    "also read",
    "read next",
    "read the full",
    "see also",
    "see more",
    "more:",
    "related:",
    "related stories",
    "related articles",
    "recommended:",
    "you may also like",
    "watch:",
    "watch live",
    "listen:",
    "video:",
    "photo:",
    "photos:",
    "photograph:",
    "file photo",
    "image:",
    "images:",
    "picture:",
    "pictures:",
    "caption:",
    "credit:",
    "photo credit",
    "photo by",
    "image source",
    "image caption",
    "getty images",
    "source:",
    "sources:",
    "click here",
    "tap here",
    "sign up",
    "subscribe",
    "follow us",
    "follow our",
    "share this",
    "join our",
    "download our",
    "reporting by",
    "editing by",
    "additional reporting",
    "writing by",
    "compiled by",
    "this article was",
    "this story has been updated",
];

/// A line that is nothing but this.
const WHOLE: [&str; 24] = [
    "advertisement",
    "ad",
    "ends",
    "end",
    "ends all",
    "30",
    "share",
    "print",
    "comments",
    "most read",
    "most popular",
    "trending",
    "breaking news",
    "live",
    "menu",
    "home",
    "skip to content",
    "skip to main content",
    "continue reading",
    "story continues below",
    "article continues below",
    "read more",
    "listen to this article",
    "top stories",
];

/// A line that holds this is a notice of rights or of the page.
const HELD: [&str; 9] = [
    "all rights reserved",
    "terms of use",
    "terms of service",
    "privacy policy",
    "cookie policy",
    "we use cookies",
    "our newsletter",
    "© ",
    "min read",
];

#[cfg(test)]
mod tests {
    use super::{is_aside, is_byline};

    #[test]
    fn by_lines() {
        for text in [
            "By Ana Nash",
            "BY ANA NASH AND JONAS GUNTER",
            "By Ana Nash in Tolma, Beacon News",
            "By Beacon News",
        ] {
            assert!(is_byline(text), "{text}");
        }
        for text in [
            "By Monday the talks had failed.",
            "By and large, yes.",
            "Ana Nash",
            "By Monday.",
        ] {
            assert!(!is_byline(text), "{text}");
        }
    }

    #[test]
    fn asides() {
        for text in [
            "Read more: Ferry talks resume",
            "Photo: Beacon News",
            "ADVERTISEMENT",
            "(Reporting by Ana Nash; editing by Oto Berg)",
            "File photo of the dam",
            "© 2031 Beacon News",
            "- ENDS -",
            "Sign up for our morning letter.",
        ] {
            assert!(is_aside(text), "{text}");
        }
        for text in [
            "Readers of the draft said it was short.",
            "Sharing the water is the aim of both.",
            "The source said more: nothing is agreed.",
            "Belora will subscribe to nothing.",
            "Photographs were not allowed.",
            "The end is near.",
        ] {
            assert!(!is_aside(text), "{text}");
        }
    }
}
