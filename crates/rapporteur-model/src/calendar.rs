//! The names of months and weekdays: the one table that every reader of dates uses.

/// The months, as written.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The weekdays from Monday on, as written.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The number of a month (1 to 12) by its name or short form, in any case, with or without a stop: "March", "mar.", "Sept".
pub fn month_of(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let at = MONTHS.iter().position(|name| {
        let short = word.len() == 3 || name.starts_with("Sept") && word.len() == 4;
        let length = if short { word.len() } else { name.len() };
        name.get(..length)
            .is_some_and(|name| name.eq_ignore_ascii_case(word))
    })?;
    Some(at as u32 + 1)
}

/// The number of a weekday, counted from Monday (0 to 6), by its whole name in any case.
pub fn weekday_of(word: &str) -> Option<u32> {
    let at = WEEKDAYS
        .iter()
        .position(|name| name.eq_ignore_ascii_case(word))?;
    Some(at as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_by_name_and_short_form() {
        for (word, number) in [
            ("March", Some(3)),
            ("MAR.", Some(3)),
            ("may", Some(5)),
            ("Sept", Some(9)),
            ("sep", Some(9)),
            ("Marc", None),
            ("", None),
            ("Décembre", None),
        ] {
            assert_eq!(month_of(word), number, "{word}");
        }
        assert_eq!(weekday_of("sunday"), Some(6));
        assert_eq!(weekday_of("Sun"), None);
    }
}
