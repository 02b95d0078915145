//! Idioms: verbs that show a stance only together with other words: "take ~ off the table", "~ find favour with @".

/// What follows the verb of an idiom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Idiom {
    /// Whether the thing is the subject (the pattern begins with "~").
    pub of_subject: bool,
    /// What follows the verb.
    pub rest: Vec<Piece>,
}

/// A piece of an idiom behind its verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// One of these words, by lemma or form.
    Word(Vec<String>),
    /// An article or possessive, or none ("throw * weight behind ~").
    Article,
    /// The thing.
    Thing,
    /// The holder.
    Holder,
    /// The holder, as the owner of what follows ("be @'s last word").
    Owner,
    /// Somebody else ("side with & on ~").
    Other,
}

impl Idiom {
    /// Reads a pattern; gives its verbs, by lemma, as well.
    pub(crate) fn parse(pattern: &str) -> (Vec<String>, Self) {
        let alternatives = |word: &str| word.split('/').map(str::to_owned).collect::<Vec<_>>();
        let mut words = pattern.split(' ').peekable();
        let of_subject = words.next_if_eq(&"~").is_some();
        let verbs = words.next().map(alternatives).unwrap_or_default();
        let rest = words
            .map(|word| match word {
                "~" => Piece::Thing,
                "@" => Piece::Holder,
                "@'s" => Piece::Owner,
                "&" => Piece::Other,
                "*" => Piece::Article,
                word => Piece::Word(alternatives(word)),
            })
            .collect();
        (verbs, Self { of_subject, rest })
    }
}

/// How many signs there are.
const SIGNS: usize = 512;

/// The signs of some words: whether words are among them is seen by whether their signs are, but for a few that are not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs([u64; SIGNS / 64]);

impl Signs {
    /// Adds a word.
    pub fn add(&mut self, word: &str) {
        let sign = sign(word);
        self.0[usize::from(sign / 64)] |= 1 << (sign % 64);
    }

    fn has(&self, sign: u16) -> bool {
        self.0[usize::from(sign / 64)] >> (sign % 64) & 1 == 1
    }
}

/// A word as one of [`SIGNS`] numbers, by its first part ("thumbs" of "thumbs-down").
fn sign(word: &str) -> u16 {
    let part = word
        .split(|c: char| !c.is_alphanumeric())
        .find(|part| !part.is_empty())
        .unwrap_or(word);
    let hash = (part.bytes()).fold(0x811c_9dc5u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    ((hash ^ hash >> 15) as usize % SIGNS) as u16
}

/// Marks the last form of a piece among the needs of an idiom.
const LAST: u16 = 1 << 15;

/// The idioms of a verb, each with the number of its frame.
///
/// "be" and "have" have hundreds, and few of them have all their words in a sentence. So what they need stands in one row
/// of numbers, which is gone through without a look at the idioms: for each idiom how many numbers follow, then for each
/// piece that is a word the [`sign`]s of its forms. Long words come first, and of those the pieces of few forms:
/// prepositions are in most sentences, and what fails soon costs least.
#[derive(Debug, Clone, Default)]
pub(crate) struct Idioms {
    idioms: Vec<(Idiom, usize)>,
    needs: Vec<u16>,
}

impl Idioms {
    pub fn add(&mut self, idiom: Idiom, frame: usize) {
        self.idioms.push((idiom, frame));
    }

    /// Puts the longer first, which say more ("see no point in ~" before "see ~"), and notes what they need.
    pub fn sort(&mut self) {
        (self.idioms).sort_by_key(|(idiom, _)| std::cmp::Reverse(idiom.rest.len()));
        self.needs.clear();
        for (idiom, _) in &self.idioms {
            let needs = needs(idiom);
            self.needs.push(needs.len() as u16);
            self.needs.extend(needs);
        }
    }

    /// Those that a sentence with these signs may have.
    pub fn fitting(&self, signs: &Signs) -> impl Iterator<Item = (&Idiom, usize)> {
        let mut rest = self.needs.as_slice();
        (self.idioms.iter())
            .filter(move |_| {
                let Some((&count, behind)) = rest.split_first() else {
                    return false;
                };
                let (needs, behind) = behind
                    .split_at_checked(count.into())
                    .unwrap_or((behind, &[]));
                rest = behind;
                let mut one = false;
                for need in needs {
                    one |= signs.has(need % SIGNS as u16);
                    if need & LAST != 0 {
                        if !one {
                            return false;
                        }
                        one = false;
                    }
                }
                true
            })
            .map(|(idiom, frame)| (idiom, *frame))
    }
}

/// The signs of the forms of each piece that is a word, the last of a piece marked.
fn needs(idiom: &Idiom) -> Vec<u16> {
    let mut pieces: Vec<&Vec<String>> = (idiom.rest.iter())
        .filter_map(|piece| match piece {
            Piece::Word(forms) => Some(forms),
            _ => None,
        })
        .collect();
    pieces.sort_by_key(|forms| {
        let shortest = forms.iter().map(String::len).min().unwrap_or_default();
        (std::cmp::Reverse(shortest.min(5)), forms.len())
    });
    let mut needs = Vec::new();
    for forms in pieces {
        needs.extend(forms.iter().map(|form| sign(form)));
        if let Some(last) = needs.last_mut() {
            *last |= LAST;
        }
    }
    needs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idioms_are_tried_where_their_words_stand() {
        let mut idioms = Idioms::default();
        for (frame, pattern) in ["put ~", "put ~ on/upon the table", "put ~ off"]
            .iter()
            .enumerate()
        {
            let (verbs, idiom) = Idiom::parse(pattern);
            assert_eq!(verbs, ["put"]);
            idioms.add(idiom, frame);
        }
        idioms.sort();
        let found = |text: &str| {
            let mut signs = Signs::default();
            text.split(' ').for_each(|word| signs.add(word));
            idioms
                .fitting(&signs)
                .map(|(_, frame)| frame)
                .collect::<Vec<_>>()
        };
        assert_eq!(found("it put a cap upon the table"), [1, 0]);
        assert_eq!(found("it put the talks off"), [2, 0]);
        assert_eq!(found("it put a cap forward"), [0]);
    }
}
