//! HTML pages: the story without what stands around it, and what the page says about itself.
//!
//! The main text is found by [dom_smoothie], a port of Mozilla's Readability. Its time grows with the square of the nesting,
//! so a page is measured first; one beyond the limits is written out whole, without the boilerplate remover, and says so.
//!
//! [dom_smoothie]: https://docs.rs/dom_smoothie

mod metadata;
mod render;
mod slim;
mod tags;

use dom_smoothie::{Config, Readability};
use rapporteur_model::{Block, BlockKind, Document, Problem, Span};

use self::{
    metadata::metadata,
    render::{Rendered, render},
    slim::slim,
};
use crate::{Limits, encoding::Decoded, text};

/// The document of a page.
pub fn document(page: Decoded, location: Option<&str>, limits: &Limits) -> Document {
    let about = metadata(&page.text);
    // Places in the page are none in the text that is made of it.
    let mut problems: Vec<Problem> = page
        .problems
        .into_iter()
        .map(|problem| Problem {
            at: None,
            ..problem
        })
        .collect();
    let most = limits.text_bytes.saturating_add(1);
    let slim = slim(&page.text, limits);
    let body = match slim.too_much {
        None => main_text(&slim.page, most),
        Some(why) => {
            problems.push(Problem::warning(
                format!("{why}: some of what stands around the story may have been kept"),
                "Save the story itself, as plain text or in a simpler page",
            ));
            render(&slim.page, most)
        }
    };
    let (Rendered { text, blocks }, title) = with_headline(body, about.title.as_deref());
    let mut document = Document {
        text,
        title,
        outlet: about.outlet,
        byline: about.byline,
        published: about.published,
        language: about.language,
        location: about.location.or_else(|| location.map(str::to_owned)),
        blocks,
        problems,
        ..Document::default()
    };
    text::finish(&mut document, limits);
    document
}

/// The story of a page that can be borne.
fn main_text(page: &str, most: usize) -> Rendered {
    let config = Config {
        keep_classes: true,
        disable_json_ld: true,
        ..Config::default()
    };
    let story = Readability::new(page, None, Some(config))
        .and_then(|mut reader| reader.parse())
        .map(|article| render(&article.content, most))
        .unwrap_or_default();
    // Where the remover finds next to nothing, what is left of the page by its mark-up alone is better.
    let all = render(page, most);
    let enough = story.text.len() >= 200 || story.text.len() * 3 >= all.text.len();
    if enough && !story.text.trim().is_empty() {
        story
    } else {
        all
    }
}

/// What stands between the title of a story and the name of its site.
pub(crate) const SEPARATORS: [&str; 6] = [" | ", " – ", " — ", " - ", " :: ", " » "];

/// The text with the headline as a line, once, and the title as the page shows it.
fn with_headline(body: Rendered, title: Option<&str>) -> (Rendered, Option<String>) {
    let Rendered { text, mut blocks } = body;
    let Some(title) = title else {
        return (Rendered { text, blocks }, None);
    };
    // The page may show its headline in the story, and the title may bear the name of the site before or after it.
    let shown = blocks.iter_mut().take(4).find_map(|block| {
        let words = Some(block.span.of(&text)).filter(|words| words.len() <= title.len() + 20)?;
        let mut parts =
            std::iter::once(title).chain(SEPARATORS.iter().flat_map(|by| title.split(by)));
        let part =
            parts.find(|part| part.split_whitespace().nth(2).is_some() && same(part, words))?;
        block.kind = BlockKind::Headline;
        Some(part.trim().to_owned())
    });
    if shown.is_some() || blocks.is_empty() {
        let title = shown.unwrap_or_else(|| title.to_owned());
        return (Rendered { text, blocks }, Some(title));
    }
    let text = format!("{title}\n\n{text}");
    let shift = title.len() + 2;
    for block in &mut blocks {
        block.span = Span::new(
            block.span.start as usize + shift,
            block.span.end as usize + shift,
        );
    }
    let headline = Block {
        span: Span::new(0, title.len()),
        kind: BlockKind::Headline,
    };
    blocks.insert(0, headline);
    (Rendered { text, blocks }, Some(title.to_owned()))
}

/// Whether two lines have the same letters and digits.
fn same(left: &str, right: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    plain(left) == plain(right)
}
