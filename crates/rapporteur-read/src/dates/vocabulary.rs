//! The words of time.

use super::calendar::Unit;

/// Number of a month by its name in lower case; whether it is a short form, or a word with other senses.
pub fn month(word: &str) -> Option<(i8, bool)> {
    Some(match word {
        "january" => (1, false),
        "february" => (2, false),
        "march" => (3, true),
        "april" => (4, false),
        "may" => (5, true),
        "june" => (6, false),
        "july" => (7, false),
        "august" => (8, true),
        "september" => (9, false),
        "october" => (10, false),
        "november" => (11, false),
        "december" => (12, false),
        "jan" => (1, true),
        "feb" => (2, true),
        "mar" => (3, true),
        "apr" => (4, true),
        "jun" => (6, true),
        "jul" => (7, true),
        "aug" => (8, true),
        "sept" | "sep" => (9, true),
        "oct" => (10, true),
        "nov" => (11, true),
        "dec" => (12, true),
        _ => return None,
    })
}

/// Offset of a weekday from Monday.
pub fn weekday(word: &str) -> Option<i8> {
    Some(match word {
        "monday" => 0,
        "tuesday" => 1,
        "wednesday" => 2,
        "thursday" => 3,
        "friday" => 4,
        "saturday" => 5,
        "sunday" => 6,
        _ => return None,
    })
}

/// A unit, and whether the word is its plural.
pub fn unit(word: &str) -> Option<(Unit, bool)> {
    let (single, plural) = word.strip_suffix('s').map_or((word, false), |w| (w, true));
    if word == "centuries" {
        return Some((Unit::Century, true));
    }
    Some((
        match single {
            "second" => Unit::Second,
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "fortnight" => Unit::Fortnight,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            _ => return None,
        },
        plural,
    ))
}

/// A number word up to ninety.
pub fn number(word: &str) -> Option<i64> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// An ordinal word up to thirty-first, without hyphen.
pub fn ordinal(word: &str) -> Option<i64> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        _ => return None,
    })
}

/// TimeML's mark for a part of the day.
pub fn day_part(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" => "MO",
        "midday" => "MI",
        "afternoon" => "AF",
        "evening" => "EV",
        "night" => "NI",
        "dawn" | "daybreak" => "MO",
        "dusk" => "EV",
        _ => return None,
    })
}

/// TimeML's mark for a season, and EDTF's number.
pub fn season(word: &str) -> Option<(&'static str, i8)> {
    Some(match word {
        "spring" => ("SP", 21),
        "summer" => ("SU", 22),
        "autumn" | "fall" => ("FA", 23),
        "winter" => ("WI", 24),
        _ => return None,
    })
}

/// How often an adverb or adjective says something happens.
pub fn often(word: &str) -> Option<&'static str> {
    Some(match word {
        "hourly" => "PT1H",
        "daily" | "everyday" => "P1D",
        "nightly" => "P1D",
        "weekly" => "P1W",
        "fortnightly" | "biweekly" => "P2W",
        "monthly" => "P1M",
        "quarterly" => "P3M",
        "yearly" | "annually" => "P1Y",
        "biannually" => "P6M",
        _ => return None,
    })
}

/// The first three digits of a decade named by its word.
pub fn decade(word: &str) -> Option<&'static str> {
    Some(match word {
        "twenties" => "192",
        "thirties" => "193",
        "forties" => "194",
        "fifties" => "195",
        "sixties" => "196",
        "seventies" => "197",
        "eighties" => "198",
        "nineties" => "199",
        "noughties" => "200",
        _ => return None,
    })
}
