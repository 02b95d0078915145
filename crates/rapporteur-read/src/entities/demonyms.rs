//! Adjectives and peoples of states that only the report knows: "Beloran", "Orvethi".

/// Adjectives in -an with a capital that are of no state.
pub(super) const NO_STATES: &[&str] = &[
    "republican",
    "christian",
    "lutheran",
    "anglican",
    "presbyterian",
    "puritan",
    "samaritan",
    "agrarian",
    "libertarian",
    "humanitarian",
    "keynesian",
    "metropolitan",
    "diocesan",
];

/// Whether one folded name is the adjective or people of the other.
pub(super) fn is_demonym(word: &str, base: &str) -> bool {
    if word == base || base.len() < 3 || word.contains(' ') {
        return false;
    }
    let word = word
        .strip_suffix('s')
        .filter(|one| one.ends_with(['n', 'r', 'i']))
        .unwrap_or(word);
    if word == base {
        return false;
    }
    let stem = base
        .strip_suffix("land")
        .or_else(|| base.strip_suffix("ia"))
        .unwrap_or_else(|| base.trim_end_matches(is_vowel));
    // "Tuscany" and "Tuscan"
    if base.strip_suffix('y') == Some(word) && word.ends_with("an") {
        return true;
    }
    // "Sweden" and "Swedish", "Turkey" and "Turkish": some endings take the place of the last syllable.
    let first_syllables = base
        .trim_end_matches(|letter| !is_vowel(letter))
        .trim_end_matches(is_vowel);
    if first_syllables.len() >= 4
        && ["ish", "ese", "ite"]
            .iter()
            .any(|ending| word.strip_suffix(ending) == Some(first_syllables))
    {
        return true;
    }
    [
        "n", "an", "ian", "ean", "ese", "ish", "i", "er", "ite", "ic", "ch",
    ]
    .iter()
    .any(|ending| {
        word.strip_suffix(ending)
            .is_some_and(|rest| rest == base || (rest == stem && stem.len() >= 3))
    })
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}
