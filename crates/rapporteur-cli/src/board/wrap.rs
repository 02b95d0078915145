//! Fits words to a width, in columns of a terminal.

use unicode_width::UnicodeWidthStr;

use super::{Run, Tone};

/// Columns that a text takes.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Columns that words take.
pub(super) fn width_of(runs: &[Run]) -> usize {
    runs.iter().map(|run| width(&run.text)).sum()
}

/// Breaks words into lines of at most `limit` columns, at spaces; a word longer than a line is cut.
/// There is always at least one line.
pub(super) fn wrap(runs: &[Run], limit: usize) -> Vec<Vec<Run>> {
    let limit = limit.max(4);
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    let mut used = 0;
    for word in words(runs) {
        let size = width_of(&word);
        let space = usize::from(word[0].text.starts_with(' '));
        if used > 0 && used + size > limit {
            lines.push(Vec::new());
            used = 0;
        }
        let mut word = word;
        if used == 0 && space == 1 {
            word[0].text.remove(0);
        }
        for run in word {
            for (at, piece) in pieces(&run.text, limit, used).into_iter().enumerate() {
                if at > 0 {
                    lines.push(Vec::new());
                    used = 0;
                }
                used += width(&piece);
                push(lines.last_mut(), piece, run.tone);
            }
        }
    }
    lines
}

fn push(line: Option<&mut Vec<Run>>, text: String, tone: Tone) {
    let Some(line) = line else { return };
    match line.last_mut() {
        Some(last) if last.tone == tone => last.text.push_str(&text),
        _ if text.is_empty() => {}
        _ => line.push(Run { text, tone }),
    }
}

/// Words, each with the space before it, as one or more runs (a word may change its tone inside).
fn words(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut words: Vec<Vec<Run>> = Vec::new();
    let mut fresh = true;
    for run in runs {
        for (at, part) in run.text.split(' ').enumerate() {
            let spaced = at > 0;
            if part.is_empty() {
                // The space at the end of a run belongs to the first word of the next.
                fresh |= spaced;
                continue;
            }
            let starts = spaced || fresh;
            let text = match starts && !words.is_empty() {
                true => format!(" {part}"),
                false => part.to_owned(),
            };
            let run = Run {
                text,
                tone: run.tone,
            };
            match words.last_mut() {
                Some(word) if !starts => word.push(run),
                _ => words.push(vec![run]),
            }
            fresh = false;
        }
        fresh |= run.text.ends_with(' ');
    }
    words
}

/// Cuts a word that does not fit into pieces that do: the first beside the `used` columns.
fn pieces(word: &str, limit: usize, used: usize) -> Vec<String> {
    if used + width(word) <= limit {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    let mut taken = used;
    let mut buffer = [0u8; 4];
    for c in word.chars() {
        let size = width(c.encode_utf8(&mut buffer));
        if taken + size > limit {
            pieces.push(String::new());
            taken = 0;
        }
        taken += size;
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Run {
        Run {
            text: text.into(),
            tone: Tone::Plain,
        }
    }

    fn lines(text: &str, limit: usize) -> Vec<String> {
        let wrapped = wrap(&[plain(text)], limit);
        wrapped
            .iter()
            .map(|line| line.iter().map(|run| run.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn lines_break_at_spaces_and_long_words_are_cut() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
        assert_eq!(lines("", 10), [""]);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(lines("停戦 交渉", 4), ["停戦", "交渉"]);
    }

    #[test]
    fn a_change_of_tone_is_no_place_to_break() {
        let strong = Run {
            text: "Orveth".into(),
            tone: Tone::Strong,
        };
        let wrapped = wrap(&[strong, plain(": said no")], 8);
        assert_eq!(wrapped[0].len(), 2);
        assert_eq!(width_of(&wrapped[0]), 7);
    }
}
