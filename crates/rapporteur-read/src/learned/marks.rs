//! Marked texts, in which stretches stand as `[[what|words]]`.

use std::ops::Range;

/// The text of a line behind its tab, unmarked; the error says what is wrong with the line.
pub(crate) fn unmark_line(
    line: &str,
    each: impl FnMut(&str, Range<usize>) -> Result<(), String>,
) -> Result<String, String> {
    let (_, text) = line.split_once('\t').ok_or("there is no tab")?;
    unmark(text, each)
}

/// A text without its marks; `each` gets what each mark says and where its words stand in the text (bytes). The error says
/// what is wrong with it.
pub(crate) fn unmark(
    mut rest: &str,
    mut each: impl FnMut(&str, Range<usize>) -> Result<(), String>,
) -> Result<String, String> {
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once("[[") {
        let (mark, after) = after.split_once("]]").ok_or("a mark is not closed")?;
        let (told, words) = mark.split_once('|').ok_or("a mark has no «|»")?;
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        each(told, start..text.len())?;
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}
