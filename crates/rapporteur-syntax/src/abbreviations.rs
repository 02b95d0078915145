//! Words with stops, prefixes with hyphens, units: small closed classes that the tokeniser needs.

/// Whether the stop after `word` is part of it. `next` is the next character that is no space; `last` tells that
/// nothing follows in the paragraph.
pub(crate) fn keeps_stop(word: &str, next: Option<char>, last: bool) -> bool {
    if word.len() > 8 || !word.is_ascii() {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let digit = next.is_some_and(|c| c.is_ascii_digit());
    let upper = next.is_some_and(char::is_uppercase);
    let small = next.is_some_and(char::is_lowercase);
    match lower.as_str() {
        // Before a name.
        "mr" | "mrs" | "ms" | "dr" | "prof" | "gen" | "col" | "lt" | "sgt" | "capt" | "cpl"
        | "cmdr" | "maj" | "adm" | "gov" | "sen" | "rep" | "reps" | "sens" | "rev" | "hon"
        | "pres" | "amb" | "supt" | "insp" | "messrs" | "mme" | "mlle" | "st" | "ft" | "mt"
        | "brig" | "vol" => !last,
        // After a name or number.
        "jr" | "sr" | "inc" | "corp" | "ltd" | "co" | "bros" | "llc" | "plc" | "esq" | "ave"
        | "blvd" | "rd" | "dept" | "univ" | "assn" => word.starts_with(char::is_uppercase),
        "etc" | "al" | "approx" | "est" | "ca" | "cf" | "vs" | "viz" | "ibid" | "e.g" | "i.e"
        | "a.k.a" => true,
        "jan" | "feb" | "apr" | "jun" | "jul" | "aug" | "sept" | "sep" | "oct" | "nov" | "dec" => {
            word.starts_with(char::is_uppercase)
        }
        "mar" => word == "Mar" && digit,
        "mon" | "tue" | "tues" | "wed" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun" => {
            word.starts_with(char::is_uppercase)
                && (digit || next == Some(',') || upper && lower != "sat" && lower != "sun")
        }
        "no" | "nos" | "art" | "sec" | "para" | "fig" | "p" | "pp" | "ch" | "ext" => digit,
        "c" | "b" | "d" | "m" | "v" => digit || upper && lower == "v",
        "fla" | "calif" | "mass" | "conn" | "ariz" | "tenn" | "va" | "pa" | "md" | "ky"
        | "mich" | "minn" | "wis" | "okla" | "colo" | "ga" | "ala" | "ill" | "del" | "ore"
        | "nev" | "neb" | "kan" | "wyo" => {
            word.starts_with(char::is_uppercase) && (small || next == Some(','))
        }
        "attn" | "arrv" | "yrs" | "mins" | "hrs" | "lbs" | "oz" | "lb" => !last && !upper,
        "ph.d" | "m.sc" | "b.sc" => true,
        _ => false,
    }
}

/// Whether a part before a hyphen is a prefix, so that the hyphen stays inside the word.
pub(crate) fn prefix(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().as_str(),
        "e" | "anti"
            | "co"
            | "counter"
            | "cross"
            | "ex"
            | "extra"
            | "hyper"
            | "inter"
            | "intra"
            | "macro"
            | "mega"
            | "meta"
            | "micro"
            | "mid"
            | "mini"
            | "mono"
            | "multi"
            | "neo"
            | "non"
            | "over"
            | "pan"
            | "para"
            | "post"
            | "pre"
            | "pro"
            | "proto"
            | "pseudo"
            | "psycho"
            | "quasi"
            | "re"
            | "semi"
            | "sub"
            | "super"
            | "supra"
            | "trans"
            | "tri"
            | "ultra"
            | "un"
            | "under"
            | "bi"
            | "de"
            | "dis"
            | "mis"
            | "uni"
            | "infra"
    )
}

/// Whether a part after a hyphen is a suffix.
pub(crate) fn suffix(word: &str) -> bool {
    matches!(word.to_ascii_lowercase().as_str(), "esque" | "wise" | "ish")
}

/// Whether letters right after figures are a unit, a word of its own.
pub(crate) fn unit(tail: &str) -> bool {
    let word = tail
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .next()
        .unwrap_or("");
    let word = word.trim_end_matches('.');
    matches!(
        word,
        "am" | "pm"
            | "AM"
            | "PM"
            | "a.m"
            | "p.m"
            | "mm"
            | "cm"
            | "km"
            | "m"
            | "kg"
            | "ft"
            | "lb"
            | "lbs"
            | "mph"
            | "kph"
            | "k"
            | "K"
            | "bn"
            | "mn"
            | "tn"
            | "hrs"
            | "mins"
            | "GB"
            | "MB"
            | "MW"
            | "GW"
            | "M"
            | "sq"
            | "x"
    )
}
