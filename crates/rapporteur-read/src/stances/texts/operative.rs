//! The operative paragraphs of resolutions and communiqués: "1. WELCOMES the truce; 2. CALLS UPON the parties to …". The body
//! that speaks is named once, before them: "The Assembly, …".

use rapporteur_model::BlockKind;
use rapporteur_syntax::{Rel, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::holders::Holder;

/// Who acts in a paragraph that opens with a verb and names nobody; nobody where the text is none of that kind.
pub(in crate::stances) fn body(scene: &Scene, verb: usize) -> Vec<Holder> {
    let words = scene.words;
    let first = words.first_conjunct(verb);
    if words.child(verb, &[Rel::Nsubj, Rel::NsubjPass]).is_some() || !opens(scene, first) {
        return Vec::new();
    }
    speaking_body(scene, first).into_iter().collect()
}

/// Whether a paragraph or a point opens with this verb, in the present: "Welcomes", "CALLS UPON", "Further notes".
fn opens(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    let Some(block) = scene.blocks.at(words.span(verb..verb + 1).start) else {
        return false;
    };
    let block = &scene.blocks.items[block];
    let start = words.trim(words.inside(block.span)).start;
    let adverb = (start..verb).all(|at| {
        matches!(
            words.lower(at),
            "further"
                | "also"
                | "strongly"
                | "again"
                | "once"
                | "more"
                | "solemnly"
                | "firmly"
                | "deeply"
                | "fully"
                | "hereby"
                | "and"
        )
    });
    matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem)
        && adverb
        && verb < start + 4
        && words.is_verb(verb)
        && matches!(words.xpos(verb), Xpos::Vbz | Xpos::Vbp)
        && words.form(start).starts_with(char::is_uppercase)
        && words.lower(verb).ends_with('s')
}

/// "The Assembly, having met in Tolsk,": the nearest line before that opens with a body and ends in a comma or a colon,
/// and goes on to no sentence of its own.
fn speaking_body(scene: &Scene, verb: usize) -> Option<Holder> {
    let words = scene.words;
    let at = scene.blocks.at(words.span(verb..verb + 1).start)?;
    scene.blocks.items[..at].iter().rev().find_map(|block| {
        let text = block.span.of(words.text).trim_end();
        let range = words.trim(words.inside(block.span));
        if !text.ends_with([',', ':']) || range.is_empty() {
            return None;
        }
        let end = range.end.min(range.start + 8);
        (range.start..end)
            .find_map(|at| scene.entities.actor(at))
            .and_then(|actor| Holder::of(scene, actor))
    })
}
