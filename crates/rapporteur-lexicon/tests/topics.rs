//! Topics of phrases that were written before their cues.

use rapporteur_lexicon::{Topics, built_in};

#[test]
fn phrases_get_their_topic() {
    let (topics, _) = Topics::compile(built_in("en/topics/").0);
    let (mut all, mut missed) = (0, Vec::new());
    for line in include_str!("topics.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let Some((key, phrase)) = line.split_once('\t') else {
            continue;
        };
        assert!(topics.get(key).is_some(), "«{key}» is no topic");
        all += 1;
        let found = topics
            .classify_text(phrase, "")
            .map(|found| found.topic.key.as_str());
        if found != Some(key) {
            missed.push(format!("{key}: «{phrase}» is {found:?}"));
        }
    }
    assert!(
        missed.len() * 20 <= all,
        "{} of {all} missed\n{}",
        missed.len(),
        missed.join("\n")
    );
}
