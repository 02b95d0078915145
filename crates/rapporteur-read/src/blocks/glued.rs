//! Headings that lost their line: scraped pages put them at the head of the paragraph, without a stop between.
//!
//! "Next steps The mediators said …", "Harbor reaction Harbor officials welcomed …". Found by what cannot stand inside a sentence,
//! never by what merely looks like a title: a heading that is missed costs a badly parsed sentence, a wrong one costs its words.

/// Where the paragraph begins behind a heading that is glued to it (bytes), if one is.
pub fn glued(text: &str) -> Option<usize> {
    let words = words(text);
    // A sentence must be left.
    let most = words.len().checked_sub(4)?.min(MOST);
    let first = words.first()?;
    if !first.text.starts_with(char::is_uppercase) || OPENERS.contains(&first.text) {
        return None;
    }
    for at in 1..=most {
        let (before, word, next) = (&words[at - 1], &words[at], &words[at + 1]);
        // Punctuation of any kind ends the search: a heading has none but a comma or a possessive.
        if before
            .text
            .ends_with(['.', '!', '?', ';', ':', '"', '”', ')'])
            || word.text.starts_with(['"', '“', '(', '-', '–', '—'])
        {
            return None;
        }
        if !word.text.starts_with(char::is_uppercase) || before.text.ends_with(',') {
            continue;
        }
        let head = &words[..at];
        if begins_anew(head, word, next)
            || stands_alone(head)
            || capitals(head, word)
            || repeats(head, word)
            || named_after_noun(head, &words[at..])
        {
            return Some(word.start);
        }
    }
    None
}

/// A heading has no more words than this.
const MOST: usize = 8;

struct Word<'a> {
    text: &'a str,
    start: usize,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace).take(MOST + 12) {
        let word = piece.trim_end();
        if !word.is_empty() {
            words.push(Word {
                text: word,
                start: at,
            });
        }
        at += piece.len();
    }
    words
}

/// Words that begin a sentence; a heading that begins with one is hardly told from a sentence.
const OPENERS: [&str; 34] = [
    "Dear",
    "Hi",
    "Hello",
    "Thanks",
    "The",
    "A",
    "An",
    "He",
    "She",
    "They",
    "It",
    "We",
    "I",
    "You",
    "This",
    "That",
    "These",
    "Those",
    "His",
    "Her",
    "Its",
    "Their",
    "In",
    "On",
    "At",
    "By",
    "But",
    "And",
    "If",
    "As",
    "Under",
    "According",
    "There",
    "Since",
];

/// Words that are written with a capital only where a sentence begins.
const FRESH: [&str; 62] = [
    "The",
    "A",
    "An",
    "He",
    "She",
    "They",
    "It",
    "We",
    "His",
    "Her",
    "Its",
    "Their",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "In",
    "On",
    "At",
    "According",
    "After",
    "Before",
    "During",
    "While",
    "When",
    "As",
    "For",
    "From",
    "Since",
    "Until",
    "Under",
    "With",
    "Without",
    "Despite",
    "Although",
    "Though",
    "Because",
    "If",
    "But",
    "And",
    "Yet",
    "However",
    "Meanwhile",
    "Earlier",
    "Later",
    "Asked",
    "Speaking",
    "Both",
    "Neither",
    "Each",
    "Some",
    "Many",
    "Most",
    "Several",
    "All",
    "No",
    "Two",
    "Three",
    "Last",
    "Once",
    "Following",
];

/// "Next steps The mediators …": a word that begins sentences, after one that is no name and leads to nothing.
fn begins_anew(head: &[Word<'_>], word: &Word<'_>, next: &Word<'_>) -> bool {
    let Some(last) = head.last() else {
        return false;
    };
    if !FRESH.contains(&word.text.trim_end_matches(',')) {
        return false;
    }
    // "in The Hague", "told The Courier", "the daily The Courier": a name that has an article.
    let names = matches!(
        word.text,
        "The"
            | "A"
            | "An"
            | "This"
            | "All"
            | "Most"
            | "Two"
            | "Three"
            | "Last"
            | "No"
            | "Both"
            | "Once"
            | "Some"
    ) && next.text.starts_with(char::is_uppercase);
    // Every word with a capital: a title in title case, where small words have one too.
    let title_case = head.len() >= 2
        && head
            .iter()
            .all(|word| word.text.starts_with(char::is_uppercase))
        && next.text.starts_with(char::is_uppercase);
    !names && !title_case && !leads_on(last.text)
}

/// "Background Lukan …": a noun that heads sections and never stands before a name.
fn stands_alone(head: &[Word<'_>]) -> bool {
    const ALONE: [&str; 14] = [
        "Aftermath",
        "Analysis",
        "Background",
        "Conclusion",
        "Context",
        "Highlights",
        "Introduction",
        "Outlook",
        "Overview",
        "Reaction",
        "Reactions",
        "Recap",
        "Summary",
        "Timeline",
    ];
    head.len() == 1 && ALONE.contains(&head[0].text)
}

/// "KEY DEMANDS Belora …": capitals, then a word that has only one. A single word of capitals may be an acronym.
fn capitals(head: &[Word<'_>], word: &Word<'_>) -> bool {
    let all = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase)
    };
    head.len() >= 2
        && head.iter().all(|word| all(word.text))
        && head
            .iter()
            .any(|word| word.text.chars().filter(|c| c.is_alphabetic()).count() >= 5)
        && word.text.contains(char::is_lowercase)
}

/// "Harbor reaction Harbor officials welcomed …": the heading's own name begins the sentence.
fn repeats(head: &[Word<'_>], word: &Word<'_>) -> bool {
    let Some(last) = head.last() else {
        return false;
    };
    let stem = |text: &str| {
        let bare = text
            .trim_end_matches("'s")
            .trim_end_matches("’s")
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        bare.chars().take(5).collect::<String>()
    };
    let same = stem(word.text);
    same.chars().count() >= 4
        && head.len() >= 2
        && !leads_on(last.text)
        && last.text.starts_with(char::is_lowercase)
        && head[..head.len() - 1].iter().any(|earlier| {
            earlier.text.starts_with(char::is_uppercase) && stem(earlier.text) == same
        })
        && !head.iter().any(|word| is_verb(word.text))
}

/// "Earlier efforts Lukan has tried …": a noun that heads sections, then a name and its verb.
fn named_after_noun(head: &[Word<'_>], rest: &[Word<'_>]) -> bool {
    let Some(last) = head.last() else {
        return false;
    };
    let noun = SECTION_NOUNS.contains(&last.text.to_lowercase().as_str());
    let name = rest
        .iter()
        .take_while(|word| word.text.starts_with(char::is_uppercase))
        .count();
    noun && name <= 4
        && !head
            .iter()
            .any(|word| is_verb(word.text) || ARTICLES.contains(&word.text.to_lowercase().as_str()))
        && rest
            .get(name)
            .is_some_and(|verb| AUXILIARIES.contains(&verb.text) || SAID.contains(&verb.text))
}

const ARTICLES: [&str; 9] = [
    "the", "a", "an", "his", "her", "its", "their", "these", "those",
];

const AUXILIARIES: [&str; 16] = [
    "has", "have", "had", "is", "are", "was", "were", "will", "would", "can", "could", "may",
    "might", "must", "should", "did",
];

const SAID: [&str; 24] = [
    "said",
    "says",
    "say",
    "told",
    "told,",
    "added",
    "called",
    "accused",
    "rejected",
    "welcomed",
    "denied",
    "confirmed",
    "declined",
    "warned",
    "demanded",
    "proposed",
    "insisted",
    "urged",
    "announced",
    "described",
    "emphasized",
    "wants",
    "offered",
    "reported",
];

/// Nouns that head sections of news reports. Not "fears", "hopes" and "doubts": somebody fears that somebody else will.
const SECTION_NOUNS: [&str; 65] = [
    "analysis",
    "background",
    "concern",
    "concerns",
    "conditions",
    "consequences",
    "context",
    "criticism",
    "deadlock",
    "demands",
    "details",
    "developments",
    "differences",
    "dilemma",
    "disagreements",
    "dispute",
    "effort",
    "efforts",
    "expectations",
    "fallout",
    "hurdles",
    "impact",
    "implications",
    "initiative",
    "initiatives",
    "issues",
    "measures",
    "moves",
    "negotiations",
    "objections",
    "obstacles",
    "opposition",
    "outlook",
    "overview",
    "plans",
    "points",
    "position",
    "positions",
    "pressure",
    "priorities",
    "progress",
    "proposals",
    "prospects",
    "questions",
    "reaction",
    "reactions",
    "reasons",
    "reply",
    "response",
    "responses",
    "results",
    "risks",
    "stakes",
    "stance",
    "steps",
    "sticking",
    "summary",
    "support",
    "talks",
    "tensions",
    "terms",
    "timeline",
    "uncertainty",
    "views",
    "warnings",
];

/// Words that cannot end a heading: the sentence goes on.
fn leads_on(word: &str) -> bool {
    const ON: [&str; 58] = [
        "of",
        "in",
        "on",
        "at",
        "to",
        "by",
        "for",
        "from",
        "with",
        "without",
        "as",
        "than",
        "between",
        "among",
        "against",
        "under",
        "over",
        "into",
        "through",
        "during",
        "after",
        "before",
        "since",
        "until",
        "about",
        "near",
        "and",
        "or",
        "but",
        "nor",
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "this",
        "that",
        "which",
        "who",
        "whose",
        "where",
        "when",
        "while",
        "if",
        "because",
        "not",
        "never",
        "newspaper",
        "daily",
        "weekly",
        "magazine",
        "agency",
        "broadcaster",
        "outlet",
        "station",
        "website",
    ];
    ON.contains(&word.to_lowercase().as_str()) || is_verb(word)
}

fn is_verb(word: &str) -> bool {
    let lower = word.to_lowercase();
    AUXILIARIES.contains(&lower.as_str())
        || SAID.contains(&lower.as_str())
        || (lower.len() > 4 && lower.ends_with("ed"))
}

#[cfg(test)]
mod tests {
    use super::glued;

    #[test]
    fn headings_glued_to_their_paragraph() {
        for (heading, rest) in [
            (
                "Next steps",
                "The mediators said they would meet again in a week.",
            ),
            (
                "Harbor reaction",
                "Harbor officials welcomed the draft but asked for a map.",
            ),
            (
                "Earlier efforts",
                "Lukan has twice tried to bring the two sides together.",
            ),
            (
                "Envoys reach Tolma",
                "According to the Beacon News Agency, the envoys came by boat.",
            ),
            (
                "Beloran demands and northern doubts",
                "Belora’s paper includes a list of four demands:",
            ),
            (
                "Background",
                "The dam was built by both states before the war.",
            ),
            ("Background", "Lukan came to office on a promise of peace."),
            (
                "KEY DEMANDS",
                "Belora asks for a map, a fund and joint keys.",
            ),
        ] {
            let text = format!("{heading} {rest}");
            assert_eq!(glued(&text).map(|at| &text[at..]), Some(rest), "{text}");
        }
    }

    #[test]
    fn sentences_stay_whole() {
        for text in [
            "Former judge Inga Keller said she would visit both capitals soon.",
            "Belora’s foreign minister, Nela Lukan, told The Courier that nothing was agreed.",
            "Lawyers from The Hague advised the delegation on the text of the draft.",
            "The talks In Osten went on for hours and ended without a word.",
            "Belora said Belora would never agree to such terms as these.",
            "Talks between Belora and Orveth ended on Tuesday without any result.",
            "Officials in Osten, Tolma and Tolsk said the draft was unfinished.",
            "State television in Orveth reported that Orveth had won the argument.",
            "Critics of Orveth say Orveth wants nothing but time for its army.",
            "Asked whether Belora would sign, Lukan said that nobody knew yet.",
            "Orveth and Belora have agreed to talk on Monday in Tolma.",
            "Mina Fenn has said Ravaland would send its own monitors there.",
            "Will they sign? Nobody in Osten would say so on Friday.",
            "UNESCO Director Mina Fenn asked both sides to spare the old town.",
            "",
            "One",
        ] {
            assert_eq!(glued(text), None, "{text}");
        }
    }
}
