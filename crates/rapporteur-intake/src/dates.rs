//! Dates of publication, as files and pages write them.

use rapporteur_model::{Date, month_of};

/// A date as a page, a feed or a person writes it, as EDTF; time and zone are kept where they stand.
/// `None` for what is no date, and for `04/03/2031`, which is two.
///
/// ```
/// use rapporteur_intake::date_of;
/// assert_eq!(date_of("Tue, 04 Mar 2031 18:20:00 +0200").unwrap().as_str(), "2031-03-04T18:20:00+02:00");
/// assert_eq!(date_of("March 4, 2031").unwrap().as_str(), "2031-03-04");
/// assert_eq!(date_of("04/03/2031"), None);
/// ```
pub fn date_of(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() > 80 {
        return None;
    }
    iso(text).or_else(|| written(text)).or_else(|| edtf(text))
}

/// What is neither a plain day nor prose: `2031`, `2031-03`, `XXXX-12-02`, `2031-11-17/2031-11-23`, `2031-11-20~`.
fn edtf(text: &str) -> Option<Date> {
    let halves_exist = text.split('/').all(|half| {
        let half = half.trim_end_matches(['~', '?', '%']);
        let is_day = half.len() == 10 && half.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        // The model checks the shape, not the calendar.
        !is_day || iso(half).is_some()
    });
    let form = text.len() == 4 || text.contains(['-', 'X']);
    (halves_exist && form)
        .then(|| Date::new(text).ok())
        .flatten()
}

/// `2031-03-04`, `2031/03/04`, `20310304`, each perhaps with a time after `T` or a space.
fn iso(text: &str) -> Option<Date> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (year, month, day, rest) = if digits == 8 {
        (
            text.get(..4)?,
            text.get(4..6)?,
            text.get(6..8)?,
            text.get(8..)?,
        )
    } else {
        let separator = *text.as_bytes().get(4)?;
        if digits != 4 || !b"-/.".contains(&separator) || text.as_bytes().get(7) != Some(&separator)
        {
            return None;
        }
        (
            text.get(..4)?,
            text.get(5..7)?,
            text.get(8..10)?,
            text.get(10..)?,
        )
    };
    let day = calendar(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    if rest.trim().is_empty() {
        return Date::new(&day).ok();
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?.trim_start();
    let at = rest
        .find(|c: char| !(c.is_ascii_digit() || ":.,".contains(c)))
        .unwrap_or(rest.len());
    with_time(&day, &rest[..at], &rest[at..])
}

/// `March 4, 2031`, `4 March 2031`, `Tue, 04 Mar 2031 18:20 GMT` and the like.
fn written(text: &str) -> Option<Date> {
    let (mut year, mut month, mut day, mut clock, mut zone) = (None, None, None, None, None);
    let mut half_day = false;
    for word in text
        .split([' ', ',', '\u{A0}'])
        .filter(|word| !word.is_empty())
    {
        let number = word
            .trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .parse::<u32>()
            .ok();
        if word.contains(':') && !word.starts_with(['+', '-']) {
            clock = clock.or(Some(word));
        } else if word.starts_with(['+', '-']) && clock.is_some() {
            zone = zone.or(Some(word));
        } else if let Some(number) = number {
            match number {
                1..=31 if day.is_none() => day = Some(number),
                1000..=9999 if year.is_none() => year = Some(number),
                _ => return None,
            }
        } else if let Some(found) = month_of(word) {
            if month.replace(found).is_some() {
                return None;
            }
        } else if matches!(
            word.trim_end_matches('.'),
            "PM" | "pm" | "p.m" | "AM" | "am" | "a.m"
        ) {
            // The day is enough; a wrong half of it would not be.
            half_day = true;
        } else if clock.is_some() && zone_of(word).is_some() {
            zone = zone.or(Some(word));
        }
    }
    let date = calendar(year?, month?, day?)?;
    match clock.filter(|_| !half_day) {
        Some(clock) => with_time(&date, clock, zone.unwrap_or("")),
        None => Date::new(&date).ok(),
    }
}

/// The date with its time and zone; without a time when that cannot be read.
fn with_time(day: &str, clock: &str, zone: &str) -> Option<Date> {
    let mut parts = clock.split([':', '.', ',']);
    let mut number = |most: u32| -> Option<u32> {
        let part = parts.next()?;
        if part.len() == 2 || part.len() == 1 {
            part.parse().ok().filter(|&n| n <= most)
        } else {
            None
        }
    };
    let (hour, minute, second) = (number(23), number(59), number(59).unwrap_or(0));
    let (Some(hour), Some(minute)) = (hour, minute) else {
        return Date::new(day).ok();
    };
    let zone = zone.trim();
    let zone = if zone.is_empty() {
        Some(String::new())
    } else {
        zone_of(zone)
    };
    match zone {
        Some(zone) => Date::new(&format!("{day}T{hour:02}:{minute:02}:{second:02}{zone}")).ok(),
        // A zone we do not know could mean another day than the one written; the written day is what the outlet meant.
        None => Date::new(day).ok(),
    }
}

/// `Z` or `+hh:mm`.
fn zone_of(zone: &str) -> Option<String> {
    let named = match zone.to_ascii_uppercase().as_str() {
        "Z" | "UTC" | "GMT" | "UT" => "Z",
        "EST" => "-05:00",
        "EDT" => "-04:00",
        "CST" => "-06:00",
        "CDT" => "-05:00",
        "MST" => "-07:00",
        "MDT" => "-06:00",
        "PST" => "-08:00",
        "PDT" => "-07:00",
        "CET" => "+01:00",
        "CEST" => "+02:00",
        "EET" => "+02:00",
        "EEST" => "+03:00",
        "MSK" => "+03:00",
        _ => "",
    };
    if !named.is_empty() {
        return Some(named.to_owned());
    }
    let sign = zone.chars().next().filter(|c| "+-".contains(*c))?;
    let digits: String = zone[1..].chars().filter(|&c| c != ':').collect();
    let good = digits.bytes().all(|b| b.is_ascii_digit()) && matches!(digits.len(), 2 | 4);
    let minutes = digits.get(2..4).unwrap_or("00");
    good.then(|| format!("{sign}{}:{minutes}", &digits[..2]))
}

/// `yyyy-mm-dd`, if there is such a day.
fn calendar(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    ((1000..=9999).contains(&year) && (1..=days).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::date_of;

    #[test]
    fn dates_as_files_write_them() {
        let rows = [
            ("2031-03-04", "2031-03-04"),
            ("2031-03-04T18:20:00Z", "2031-03-04T18:20:00Z"),
            ("2031-03-04T18:20:00.123+0200", "2031-03-04T18:20:00+02:00"),
            ("2031-03-04 18:20", "2031-03-04T18:20:00"),
            ("2031/03/04", "2031-03-04"),
            ("20310304", "2031-03-04"),
            ("4 March 2031", "2031-03-04"),
            ("Mar. 4, 2031", "2031-03-04"),
            ("4th March 2031", "2031-03-04"),
            (
                "Tuesday, March 4, 2031 6:20 EST",
                "2031-03-04T06:20:00-05:00",
            ),
            ("March 4, 2031, 6:20 PM", "2031-03-04"),
            ("2031-03", "2031-03"),
            ("2031", "2031"),
            ("XXXX-12-02", "XXXX-12-02"),
            ("2031-11-17/2031-11-23", "2031-11-17/2031-11-23"),
        ];
        for (written, edtf) in rows {
            assert_eq!(
                date_of(written).map(|d| d.to_string()).as_deref(),
                Some(edtf),
                "{written}"
            );
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "yesterday",
            "04/03/2031",
            "2031-02-30",
            "2031-13-01",
            "March 2031 4 5",
            "¶¶¶¶¶¶¶¶",
            "20319999",
        ] {
            assert_eq!(date_of(text), None, "{text}");
        }
    }
}
