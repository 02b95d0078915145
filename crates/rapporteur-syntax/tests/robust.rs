//! Whatever the text, it is read, and the layers hold together.

use proptest::prelude::*;
use rapporteur_model::Span;
use rapporteur_syntax::{Model, Syntax, conllu};

fn check(text: &str, blocks: &[Span]) -> Syntax {
    let syntax = Model::embedded().read(text, blocks);
    let n = syntax.tokens.spans.len();
    let mut last = 0;
    for span in &syntax.tokens.spans {
        assert!(
            span.start >= last && !span.is_empty(),
            "words are in order and not empty"
        );
        let word = span.of(text);
        assert!(
            !word.is_empty() && !word.contains(char::is_whitespace),
            "{word:?}"
        );
        assert!(blocks.iter().any(|block| block.contains(*span)));
        last = span.end;
    }
    let mut next = 0;
    for range in &syntax.sentences.0 {
        assert!(range.start == next && range.end > range.start);
        next = range.end;
        let roots = range
            .clone()
            .filter(|&word| syntax.trees.heads[word] as usize == word)
            .count();
        assert_eq!(roots, 1);
        for word in range.clone() {
            assert!(range.contains(&(syntax.trees.heads[word] as usize)));
            let mut at = word;
            for _ in 0..=range.len() {
                at = syntax.trees.heads[at] as usize;
            }
            assert_eq!(
                syntax.trees.heads[at] as usize, at,
                "every word reaches the root"
            );
        }
    }
    assert_eq!(next, n);
    for length in [
        syntax.tokens.joined.len(),
        syntax.tags.upos.len(),
        syntax.tags.xpos.len(),
        syntax.tags.lemmas.len(),
        syntax.trees.heads.len(),
        syntax.trees.rels.len(),
    ] {
        assert_eq!(length, n);
    }
    let mut end = 0;
    for name in &syntax.names.0 {
        assert!(name.words.start >= end && !name.words.is_empty());
        end = name.words.end;
    }
    let written = conllu::write_raw(text, &syntax);
    let read = conllu::read(&written).expect("what is written can be read");
    assert_eq!(
        read.iter()
            .map(|sentence| sentence.words().count())
            .sum::<usize>(),
        n
    );
    syntax
}

fn whole(text: &str) -> Syntax {
    check(text, &[Span::new(0, text.len())])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        whole(&text);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        whole(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn text_like_text(text in "([A-Z]?[a-z']{1,9}[,.;:!?’\"”)-]{0,2}[ \n]){0,40}") {
        whole(&text);
    }

    #[test]
    fn signs_of_all_kinds(text in "[A-Za-z0-9 .,'’\"“”()$%&@/:;!?#\\-–—…é中🙂]{0,80}") {
        whole(&text);
    }

    #[test]
    fn any_blocks(places in prop::collection::vec((0usize..60, 0usize..60), 0..6)) {
        let text = "Envoys met. “No,” said Mr. Ode’s aide — twice… Talks can't go on.";
        let blocks: Vec<Span> = places.iter().map(|&(a, b)| Span::new(a, b)).collect();
        Model::embedded().read(text, &blocks);
    }
}

#[test]
fn the_same_text_gives_the_same_layers_whatever_came_before() {
    let text = "Norland's envoy said on Monday that the two sides had agreed to extend the truce by 30 days.";
    let model = Model::from_bytes(include_bytes!("../models/en.safetensors")).unwrap();
    let first = model.read(text, &[Span::new(0, text.len())]);
    let other = "An entirely different text, with 3 sentences. It is short. It says nothing.";
    model.read(other, &[Span::new(0, other.len())]);
    assert_eq!(first, model.read(text, &[Span::new(0, text.len())]));
    assert_eq!(first, whole(text));
}

#[test]
fn headlines_and_capitals_are_read() {
    for text in [
        "Norland, Sudland agree to extend ceasefire by 30 days",
        "Norland and Sudland Agree to Extend Ceasefire by 30 Days",
        "NORLAND AND SUDLAND AGREE TO EXTEND CEASEFIRE BY 30 DAYS",
    ] {
        let syntax = whole(text);
        let spans = &syntax.tokens.spans;
        let agree = spans
            .iter()
            .position(|span| span.of(text).eq_ignore_ascii_case("agree"))
            .unwrap();
        assert_eq!(syntax.trees.heads[agree] as usize, agree, "{text}");
        assert_eq!(&*syntax.tags.lemmas[agree], "agree");
    }
}

#[test]
fn a_sentence_of_two_thousand_words_is_read_in_pieces() {
    let text = "the parties, which had met in the old town, ".repeat(220);
    let begun = std::time::Instant::now();
    assert_eq!(whole(&text).sentences.0.len(), 1);
    assert!(begun.elapsed().as_secs() < 20);
}

#[test]
fn text_without_a_space_takes_time_by_its_length() {
    // Seconds would depend on what else the machine does.
    let time = |length: usize| {
        let begun = std::time::Instant::now();
        for piece in [
            "a'", "a.", "aa.", "1-", "a,", "1a", "a.,", "a@", "a-", "\"a",
        ] {
            let text = piece.repeat(length / piece.len());
            let (tokens, _) = Model::embedded().split(&text, &[Span::new(0, text.len())]);
            assert!(!tokens.spans.is_empty());
        }
        begun.elapsed().as_secs_f32()
    };
    let (short, long) = (time(60_000), time(300_000));
    // Five times the text; work by the square of the length would take twenty-five times as long.
    assert!(long < 14.0 * short + 0.5, "{short} s, then {long} s");
}
