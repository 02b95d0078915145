//! Marked passages: a line with something in front, a tab, and a text in which stretches stand as `[[what|words]]`.

use std::ops::Range;

/// The text of a line without its marks; `each` gets what each mark says and where its words stand in the text (bytes). The
/// error says what is wrong with the line.
pub(crate) fn unmark(
    line: &str,
    mut each: impl FnMut(&str, Range<usize>) -> Result<(), String>,
) -> Result<String, String> {
    let (_, mut rest) = line.split_once('\t').ok_or("there is no tab")?;
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
