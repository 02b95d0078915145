//! Stems: what is left of an English word without its endings, so that one form in the lexicon finds the others.
//!
//! Rougher than a lemma and needing no tagger: "withdrawing", "withdrew" and "withdraws" give the same stem. Stems are
//! only ever compared with stems.

/// The verb or noun of a form that no ending tells.
fn irregular(word: &str) -> Option<&'static str> {
    Some(match word {
        "withdrew" => "withdraw",
        "withdrawn" => "withdraw",
        "froze" => "freeze",
        "frozen" => "freeze",
        "left" => "leave",
        "gave" => "give",
        "given" => "give",
        "kept" => "keep",
        "sent" => "send",
        "sold" => "sell",
        "held" => "hold",
        "built" => "build",
        "paid" => "pay",
        "met" => "meet",
        "drew" => "draw",
        "drawn" => "draw",
        "fought" => "fight",
        "spoke" => "speak",
        "spoken" => "speak",
        "taught" => "teach",
        "rose" => "rise",
        "risen" => "rise",
        "fell" => "fall",
        "fallen" => "fall",
        "took" => "take",
        "taken" => "take",
        "laid" => "lay",
        "went" => "go",
        "gone" => "go",
        "men" => "man",
        "told" => "tell",
        "said" => "say",
        "driven" => "drive",
        "drove" => "drive",
        "fled" => "flee",
        "lost" => "lose",
        "brought" => "bring",
        "bought" => "buy",
        "caught" => "catch",
        "chose" => "choose",
        "chosen" => "choose",
        "broke" => "break",
        "broken" => "break",
        "wrote" => "write",
        "written" => "write",
        "stole" => "steal",
        "stolen" => "steal",
        "sank" => "sink",
        "sunk" => "sink",
        "spent" => "spend",
        "lent" => "lend",
        "led" => "lead",
        "fed" => "feed",
        "shot" => "shoot",
        "sought" => "seek",
        "hidden" => "hide",
        "ran" => "run",
        "began" => "begin",
        "begun" => "begin",
        "grew" => "grow",
        "grown" => "grow",
        "knew" => "know",
        "known" => "know",
        "threw" => "throw",
        "thrown" => "throw",
        "flew" => "fly",
        "flown" => "fly",
        "tore" => "tear",
        "torn" => "tear",
        "struck" => "strike",
        "stood" => "stand",
        "made" => "make",
        "saw" => "see",
        "seen" => "see",
        "dealt" => "deal",
        "swore" => "swear",
        "sworn" => "swear",
        "overseen" => "oversee",
        "oversaw" => "oversee",
        "undertaken" => "undertake",
        "forgave" => "forgive",
        "forgiven" => "forgive",
        "forbidden" => "forbid",
        "dug" => "dig",
        "rebuilt" => "rebuild",
        "lives" => "life",
        "monies" => "money",
        _ => return None,
    })
}

/// Parts of stems in British and American spelling.
const SPELLINGS: &[(&str, &str)] = &[
    ("isation", "ization"),
    ("labour", "labor"),
    ("harbour", "harbor"),
    ("neighbour", "neighbor"),
    ("programm", "program"),
    ("defenc", "defens"),
    ("licenc", "licens"),
];

/// The stem of a word, in lower case.
///
/// ```
/// use rapporteur_lexicon::stem;
/// assert_eq!(stem("Withdrew"), stem("withdrawing"));
/// assert_eq!(stem("releases"), stem("releasing"));
/// assert_ne!(stem("police"), stem("policy"));
/// ```
pub fn stem(word: &str) -> String {
    let lower = word.to_lowercase();
    let word = lower
        .strip_suffix("'s")
        .or_else(|| lower.strip_suffix("’s"))
        .unwrap_or(&lower)
        .trim_end_matches(['\'', '’']);
    if let Some(base) = irregular(word) {
        return stem(base);
    }
    if word.chars().count() <= 3 || !word.is_ascii() {
        return word.to_owned();
    }
    let mut out = singular(word);
    if let Some(rest) = out.strip_suffix("ied").filter(|rest| rest.len() >= 2) {
        out = format!("{rest}y");
    } else if let Some(rest) = out
        .strip_suffix("ing")
        .or_else(|| out.strip_suffix("ed").filter(|rest| !rest.ends_with('e')))
        .filter(|rest| rest.len() >= 3 && rest.contains(['a', 'e', 'i', 'o', 'u', 'y']))
    {
        out = undouble(rest).to_owned();
    }
    if let Some(rest) = out.strip_suffix('e').filter(|rest| rest.len() >= 3) {
        out = rest.to_owned();
    }
    // British and American spellings.
    if let Some(rest) = out.strip_suffix("is").filter(|rest| rest.len() > 4) {
        out = format!("{rest}iz");
    }
    if let Some(rest) = out.strip_suffix("metr") {
        out = format!("{rest}meter");
    }
    for (british, american) in SPELLINGS {
        if out.contains(british) {
            out = out.replace(british, american);
        }
    }
    out
}

/// The stems of a phrase; hyphens and slashes part words, other marks vanish.
pub fn stems<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    split_words(words).iter().map(|word| stem(word)).collect()
}

/// The words of a phrase in lower case; hyphens and slashes part words, marks at their ends vanish.
pub(crate) fn split_words<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    words
        .into_iter()
        .flat_map(|word| word.split([' ', '-', '–', '/', '\u{2011}']))
        .map(|word| word.trim_matches(|char: char| !char.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The singular of a noun, by its ending.
pub(crate) fn singular(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| rest.len() >= 2) {
        return format!("{rest}y");
    }
    if let Some(rest) = word.strip_suffix("es")
        && ["s", "x", "z", "ch", "sh"]
            .iter()
            .any(|end| rest.ends_with(end))
    {
        return rest.to_owned();
    }
    match word.strip_suffix('s') {
        Some(rest) if !rest.ends_with(['s', 'u', 'i']) => rest.to_owned(),
        _ => word.to_owned(),
    }
}

fn undouble(word: &str) -> &str {
    let bytes = word.as_bytes();
    match bytes {
        [.., one, two] if one == two && !matches!(one, b'l' | b's' | b'e' | b'o' | b'z' | b'f') => {
            &word[..word.len() - 1]
        }
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_share_a_stem() {
        for forms in [
            &["release", "releases", "released", "releasing"][..],
            &["cut", "cuts", "cutting"],
            &["freeze", "froze", "frozen", "freezing"],
            &["country", "countries"],
            &["organise", "organised", "organizing"],
            &["cubic-metre", "cubic-meters"],
            &["fish", "fishes", "fishing"],
            &["licence", "licenses", "licensing"],
        ] {
            let all: Vec<Vec<String>> = forms.iter().map(|form| stems([*form])).collect();
            assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "{all:?}");
        }
        assert_eq!(stems(["power-sharing,"]), ["power", "shar"]);
        assert_eq!(stem("red"), "red");
        assert_eq!(stem("é"), "é");
    }
}
