//! Place, date and agency at the head of a report.

use rapporteur_model::{Span, WEEKDAYS, month_of};

use super::Dateline;

/// A dateline at the head of a part, and where the words after it begin (bytes of the part); at its end for a line of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Spans are bytes of the **part**.
    pub dateline: Dateline,
    /// Bytes of the dateline with its dash.
    pub content: usize,
}

/// `TOLSK, March 4, 2031 (Beacon News Agency) - …`, `Tolsk, Tuesday, 4 March 2031`, `TOLSK (BNA) – …`, `As of 4 March 2031.`
pub fn dateline(text: &str) -> Option<Found> {
    let mut scan = Scan { text, at: 0 };
    if let Some(found) = date_line(&scan) {
        return Some(found);
    }
    let place = scan.place()?;
    let head = place.of(text).split(',').next().unwrap_or("");
    let capitals = head.chars().count() > 2
        && head
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
    let after_place = scan.at;
    // "Tolsk (Orveth), 4 March (BNA) – …": the country beside the place.
    if scan.parenthesis().is_none() || !text[scan.at..].starts_with(',') {
        scan.at = after_place;
    }
    scan.blanks_and_commas();
    let date = scan.date();
    if date.is_none() {
        scan.at = after_place;
    }
    let mut agency = scan.parenthesis();
    let dash = scan.dash();
    let rest = text[scan.at..].trim_start();
    let dateline = |agency| Dateline {
        place: Some(place),
        date,
        agency,
    };
    let content = text.len() - rest.len();
    if rest.is_empty() {
        // A line of its own needs its date.
        return date.map(|_| Found {
            dateline: dateline(agency),
            content,
        });
    }
    if dash && (date.is_some() || agency.is_some() || capitals) {
        return Some(Found {
            dateline: dateline(agency),
            content,
        });
    }
    // "Tolsk, 4 March 2031, Beacon News - …"
    if date.is_some() && rest.len() < text.len() - scan.at + 1 {
        let mut more = Scan { text, at: scan.at };
        more.blanks_and_commas();
        if let Some(name) = more.place()
            && more.dash()
        {
            agency = Some(name);
            let content = text.len() - text[more.at..].trim_start().len();
            return Some(Found {
                dateline: dateline(agency),
                content,
            });
        }
    }
    // "TOLMA, Thursday 2 June 2031. Updates …": a full date and a stop.
    let stop = text[..scan.at].ends_with('.') || text[scan.at..].starts_with(['.', ':']);
    let full = date.is_some_and(|date| has_year(date.of(text)));
    if full && stop && !dash {
        let content = text.len()
            - text[scan.at..]
                .trim_start_matches(['.', ':', ' ', '\u{A0}', '\t'])
                .len();
        return Some(Found {
            dateline: dateline(agency),
            content,
        });
    }
    None
}

/// A line that is a date, or says as of when it is.
fn date_line(scan: &Scan<'_>) -> Option<Found> {
    const LEADS: [&str; 12] = [
        "As of ",
        "Published on ",
        "Published: ",
        "Published ",
        "Last updated: ",
        "Last updated ",
        "Updated: ",
        "Updated ",
        "Date: ",
        "Posted on ",
        "Posted: ",
        "Issued on ",
    ];
    let text = scan.text;
    // "Estuary Study Office. As of 4 June 2031."
    let from = LEADS
        .iter()
        .filter_map(|lead| {
            let at = text.find(lead)?;
            let fresh = at == 0
                || text[..at]
                    .trim_end()
                    .ends_with(['.', ',', '|', ';', '-', '–', '—', '·']);
            (fresh && text[..at].split_whitespace().count() <= 8).then_some(at + lead.len())
        })
        .min();
    let mut inner = Scan {
        text,
        at: from.unwrap_or(0),
    };
    let date = inner.date()?;
    let rest = text[inner.at..].trim_start_matches(['.', ' ', ',', '|']);
    // A time of day may follow.
    let clock = super::marker::stamp(rest).is_some_and(|stamp| stamp.content == rest.len());
    let alone = rest.is_empty() || clock;
    (alone && (from.is_some() || has_year(date.of(text)))).then_some(Found {
        dateline: Dateline {
            place: None,
            date: Some(date),
            agency: None,
        },
        content: text.len(),
    })
}

fn has_year(date: &str) -> bool {
    date.split(|c: char| !c.is_ascii_digit())
        .any(|digits| digits.len() == 4)
}

/// A place in a part, moving on.
struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next word and where it ends; commas, stops and brackets end it.
    fn word(&self, from: usize) -> Option<(usize, usize)> {
        let blanks = self.text[from..].len()
            - self.text[from..]
                .trim_start_matches([' ', '\u{A0}', '\t'])
                .len();
        let start = from + blanks;
        let length = self.text[start..]
            .find(|c: char| c.is_whitespace() || ",()[]:;\"“”—".contains(c))
            .unwrap_or(self.text.len() - start);
        (length > 0).then_some((start, start + length))
    }

    fn blanks_and_commas(&mut self) {
        self.at = self.text.len()
            - self
                .rest()
                .trim_start_matches([' ', ',', '\u{A0}', '\t'])
                .len();
    }

    /// Up to six capitalised words, perhaps with a comma between ("BRASILIA, Brazil").
    fn place(&mut self) -> Option<Span> {
        let mut end = None;
        let mut start = None;
        let mut from = self.at;
        for _ in 0..6 {
            let Some((first, last)) = self.word(from) else {
                break;
            };
            let word = &self.text[first..last];
            let small = start.is_some()
                && matches!(
                    word,
                    "of" | "de"
                        | "del"
                        | "da"
                        | "do"
                        | "la"
                        | "el"
                        | "al"
                        | "and"
                        | "an"
                        | "am"
                        | "on"
                        | "the"
                        | "der"
                );
            let name = word.starts_with(char::is_uppercase)
                || (start.is_some() && word.contains('-') && word.contains(char::is_uppercase));
            let is_date = month(word.trim_end_matches('.')).is_some() || is_weekday(word);
            if !(name || small) || (is_date && start.is_some()) || word == "-" {
                break;
            }
            start.get_or_insert(first);
            if name {
                end = Some(last);
            }
            from = last;
            // One comma may stand inside; a date or the dash follows the last.
            if self.text[last..].starts_with(',') {
                from = last + 1;
                let next = self.word(from).map(|(first, last)| &self.text[first..last]);
                let goes_on = next.is_some_and(|word| {
                    word.starts_with(char::is_uppercase)
                        && month(word.trim_end_matches('.')).is_none()
                        && !is_weekday(word)
                });
                if !goes_on {
                    break;
                }
            }
        }
        let span = Span::new(start?, end?);
        self.at = span.end as usize;
        Some(span)
    }

    /// Weekday, day, month and year, in either order; a month is needed, and a day or a year.
    fn date(&mut self) -> Option<Span> {
        let (mut weekday, mut day, mut month_seen, mut year) = (false, false, false, false);
        let (mut start, mut end) = (None, self.at);
        let mut from = self.at;
        while let Some((first, last)) = self.word(from) {
            let word = &self.text[first..last];
            let bare = word.trim_end_matches('.');
            let digits = bare.trim_end_matches(|c: char| c.is_ascii_lowercase());
            let number: Option<u32> = (!digits.is_empty() && digits.len() <= 4)
                .then(|| digits.parse().ok())
                .flatten();
            let fits = match number {
                Some(1..=31) if digits.len() <= 2 && !day => {
                    day = true;
                    true
                }
                Some(1000..=2999) if month_seen && !year => {
                    year = true;
                    true
                }
                _ if !month_seen && month(bare).is_some() => {
                    month_seen = true;
                    true
                }
                _ if !weekday && !day && !month_seen && is_weekday(bare) => {
                    weekday = true;
                    true
                }
                _ => false,
            };
            if !fits {
                break;
            }
            start.get_or_insert(first);
            // "Feb." keeps its stop; a stop after a number ends the sentence.
            end = if number.is_some() {
                first + bare.len()
            } else {
                last
            };
            from = last;
            if bare.len() < word.len() && number.is_some() {
                break;
            }
            if self.text[from..].starts_with(',') {
                from += 1;
            }
        }
        let start = start.filter(|_| month_seen && (day || year))?;
        self.at = end;
        Some(Span::new(start, end))
    }

    /// What stands in brackets, if it is short.
    fn parenthesis(&mut self) -> Option<Span> {
        let blanks = self.rest().len() - self.rest().trim_start_matches([' ', '\u{A0}', ',']).len();
        let open = self.at + blanks;
        let inner = self.text[open..].strip_prefix('(')?;
        let length = inner.find(')')?;
        let words = inner[..length].split_whitespace().count();
        if !(1..=7).contains(&words) || !inner.starts_with(char::is_uppercase) {
            return None;
        }
        self.at = open + 1 + length + 1;
        Some(Span::new(open + 1, open + 1 + length))
    }

    /// A dash with blanks around it, or two hyphens, or a long dash.
    fn dash(&mut self) -> bool {
        let rest = self.rest();
        let bare = rest.trim_start_matches([' ', '\u{A0}', '\t', '.', ',']);
        let spaced = bare.len() < rest.len();
        let found = ["--", "—", "–", "-", "―", "/"]
            .iter()
            .find_map(|dash| bare.strip_prefix(dash))
            .filter(|after| {
                bare.starts_with("--")
                    || bare.starts_with('—')
                    || (spaced && after.starts_with(char::is_whitespace))
            });
        if let Some(after) = found {
            self.at = self.text.len() - after.len();
        }
        found.is_some()
    }
}

/// The number of a month, by its name or its first letters.
pub fn month(word: &str) -> Option<u32> {
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    month_of(word)
}

fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    WEEKDAYS.iter().any(|day| {
        let day = day.to_lowercase();
        day == word
            || (word.len() >= 3 && word.len() <= 4 && day.starts_with(&word) && word != "satu")
    })
}

#[cfg(test)]
mod tests {
    use super::dateline;

    #[track_caller]
    fn check(text: &str, place: &str, date: &str, agency: &str, rest: &str) {
        let found = dateline(text).unwrap_or_else(|| panic!("no dateline in «{text}»"));
        let words = |span: Option<rapporteur_model::Span>| span.map_or("", |span| span.of(text));
        let dateline = found.dateline;
        assert_eq!(
            (
                words(dateline.place),
                words(dateline.date),
                words(dateline.agency),
                &text[found.content..]
            ),
            (place, date, agency, rest)
        );
    }

    #[test]
    fn datelines_as_agencies_write_them() {
        check(
            "OSTEN, March 4, 2031 (Beacon News) - Talks ended.",
            "OSTEN",
            "March 4, 2031",
            "Beacon News",
            "Talks ended.",
        );
        check(
            "TOLMA, Jan 21, 2034 - Talks ended.",
            "TOLMA",
            "Jan 21, 2034",
            "",
            "Talks ended.",
        );
        check(
            "TOLMA, Feb. 2 (BNA) -- Talks ended.",
            "TOLMA",
            "Feb. 2",
            "BNA",
            "Talks ended.",
        );
        check(
            "OSTEN (BNA) — Talks ended.",
            "OSTEN",
            "",
            "BNA",
            "Talks ended.",
        );
        check(
            "OSTEN, Belora — Talks ended.",
            "OSTEN, Belora",
            "",
            "",
            "Talks ended.",
        );
        check(
            "PORT AU SEL – Talks ended.",
            "PORT AU SEL",
            "",
            "",
            "Talks ended.",
        );
        check(
            "Tolma, Tuesday, 27 April 2032",
            "Tolma",
            "Tuesday, 27 April 2032",
            "",
            "",
        );
        check("Tolma, 16 May 2031", "Tolma", "16 May 2031", "", "");
        check(
            "OSTEN, Thursday 20 October 2033. News from the palace.",
            "OSTEN",
            "Thursday 20 October 2033",
            "",
            "News from the palace.",
        );
        check("As of 4 June 2031.", "", "4 June 2031", "", "");
        check(
            "Estuary Study Office. As of 4 June 2031.",
            "",
            "4 June 2031",
            "",
            "",
        );
        check(
            "Tuesday, March 4, 2031",
            "",
            "Tuesday, March 4, 2031",
            "",
            "",
        );
        check(
            "Osten, 4 March 2031, Beacon News - Talks ended.",
            "Osten",
            "4 March 2031",
            "Beacon News",
            "Talks ended.",
        );
        check(
            "WEST PORT/OSTEN, April 3 (Beacon News) - Talks ended.",
            "WEST PORT/OSTEN",
            "April 3",
            "Beacon News",
            "Talks ended.",
        );
    }

    #[test]
    fn what_is_none() {
        for text in [
            "Belora rejected the draft.",
            "On March 4, 2031, Belora rejected the draft.",
            "Belora, March said, is ready.",
            "Lukan - a former judge - spoke.",
            "In Osten, 4 March 2031 was a cold day.",
            "May 2031 will be late.",
            "",
            "(BNA)",
            "Osten (the capital) was quiet.",
            "Belora’s army – 90,000 men – stays.",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
