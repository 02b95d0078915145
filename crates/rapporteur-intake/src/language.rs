//! Which language a report is in.

use rapporteur_model::{Document, Problem};
use whatlang::{Lang, detect};

/// Fewer letters than this say nothing about a language.
const LETTERS: usize = 60;

/// Sets the language of a document from its words, and warns when it is not English.
pub fn check(document: &mut Document) {
    let declared = document.language.take().and_then(|tag| code_of_tag(&tag));
    let letters = document
        .text
        .chars()
        .filter(|c| c.is_alphabetic())
        .take(LETTERS)
        .count();
    let seen = (letters == LETTERS)
        .then(|| detect(&document.text))
        .flatten();
    let reliable = seen.as_ref().is_some_and(|info| info.is_reliable());
    let (code, name) = match seen {
        // A page that says it is English is believed against a doubtful guess, and not against a sure one.
        Some(info) if reliable || declared.is_none() => (
            code_of(info.lang()).map(str::to_owned),
            Some(info.lang().eng_name()),
        ),
        _ => (declared.clone(), None),
    };
    let sure = reliable || declared.is_some();
    if sure && code.as_deref().is_some_and(|code| code != "en") {
        let name = name.map_or_else(
            || format!("the language «{}»", code.as_deref().unwrap_or("")),
            str::to_owned,
        );
        document.problems.push(Problem::warning(
            format!("the report seems to be in {name}; only English is read, so little will be found in it"),
            "Translate it first; names, dates and quotations should be checked against the original",
        ));
    }
    document.language = if sure { code } else { declared };
}

/// The language of a tag such as `en-GB` or `pt_BR`, in lower case.
fn code_of_tag(tag: &str) -> Option<String> {
    let code = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    ((2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase())).then_some(code)
}

/// ISO 639-1, where the language has such a code.
fn code_of(lang: Lang) -> Option<&'static str> {
    Some(match lang {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        #[allow(unreachable_patterns)]
        _ => return None,
    })
}
