//! The sentences of negotiation bulletins: "On finance, Orveth, for the Coastal Group, supported by Tolsk, called for …".

use super::Tree;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Of two participles, the first with its agent between commas, the second is the verb and the first describes its
    /// subject.
    pub(super) fn parted_main(&mut self) {
        let Some(root) = (self.sentence.clone()).find(|&word| self.head(word) == word) else {
            return;
        };
        if !matches!(self.xpos(root), Xpos::Vbn | Xpos::Vbd)
            || !self.has(root, &[Rel::OblAgent])
            || self.has(root, &[Rel::Aux, Rel::AuxPass, Rel::Mark])
        {
            return;
        }
        let main = (root + 1..self.sentence.end).find(|&verb| {
            self.head(verb) == root
                && matches!(
                    self.rel(verb),
                    Rel::Advcl | Rel::Conj | Rel::Parataxis | Rel::Acl
                )
                && self.upos(verb) == Upos::Verb
                && matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
                && self.forms[verb - 1] == ","
                && !self.has(
                    verb,
                    &[
                        Rel::Nsubj,
                        Rel::NsubjPass,
                        Rel::Mark,
                        Rel::Aux,
                        Rel::AuxPass,
                        Rel::Cc,
                        Rel::OblAgent,
                    ],
                )
        });
        let Some(main) = main else { return };
        let Some((subject, start)) = self.speaker_before(root) else {
            return;
        };
        let moved: Vec<usize> = (self.children(root))
            .filter(|&child| child > main || child < start)
            .collect();
        self.attach(main, main, Rel::Root);
        for child in moved {
            if child != main && child != subject {
                self.attach(child, main, self.rel(child));
            }
        }
        self.attach(subject, main, Rel::Nsubj);
        self.attach(root, subject, Rel::Acl);
        self.syntax.tags.xpos[main] = Xpos::Vbd;
        // What stood before the subject hangs on the verb, what stands behind it describes the subject.
        for word in self.sentence.start..root {
            let head = self.head(word);
            if word != subject && !(start..root).contains(&word) && (start..root).contains(&head) {
                self.attach(word, main, self.rel(word));
            }
            if (subject + 1..root).contains(&word) && (head < start || head == root) {
                let rel = match self.upos(word) {
                    Upos::Punct => Rel::Punct,
                    _ => Rel::Nmod,
                };
                self.attach(word, subject, rel);
            }
        }
    }

    /// The last stretch between commas before a word that is a noun phrase: its top, and where it begins.
    fn speaker_before(&self, end: usize) -> Option<(usize, usize)> {
        let mut end = end;
        for _ in 0..4 {
            if end <= self.sentence.start + 1 || self.forms[end - 1] != "," {
                return None;
            }
            end -= 1;
            let mut start = end;
            while start > self.sentence.start && self.forms[start - 1] != "," {
                start -= 1;
            }
            if start == end {
                return None;
            }
            let nominal = matches!(self.upos(start), Upos::Propn | Upos::Det | Upos::Noun);
            if nominal {
                let top = (start..end)
                    .rev()
                    .find(|&word| matches!(self.upos(word), Upos::Propn | Upos::Noun))?;
                let top = (start..end)
                    .find(|&word| self.is_nominal(word) && !(start..end).contains(&self.head(word)))
                    .unwrap_or(top);
                return Some((top, start));
            }
            if self.upos(start) != Upos::Adp {
                return None;
            }
            end = start;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn the_second_participle_is_the_verb() {
        let tree = mended(
            "Orveth/PROPN/NNP/3/nsubj:pass ,/PUNCT/,/1/punct supported/VERB/VBN/0/root by/ADP/IN/5/case \
             Tolsk/PROPN/NNP/3/obl:agent ,/PUNCT/,/7/punct proposed/VERB/VBN/3/advcl talks/NOUN/NNS/7/obj ./PUNCT/./3/punct",
        );
        assert!(
            tree.starts_with("Orveth-7-nsubj")
                && tree.contains("supported-1-acl")
                && tree.contains("proposed-0-root"),
            "{tree}"
        );
    }

    #[test]
    fn a_topic_before_the_speaker_is_none() {
        let tree = mended(
            "On/ADP/IN/2/case finance/NOUN/NN/9/obl ,/PUNCT/,/4/punct Orveth/PROPN/NNP/2/conj ,/PUNCT/,/8/punct for/ADP/IN/8/case \
             the/DET/DT/8/det Group/PROPN/NNP/2/nmod ,/PUNCT/,/10/punct supported/VERB/VBN/0/root by/ADP/IN/12/case \
             Tolsk/PROPN/NNP/10/obl:agent ,/PUNCT/,/14/punct sought/VERB/VBN/10/advcl grants/NOUN/NNS/14/obj ./PUNCT/./10/punct",
        );
        assert!(
            tree.contains("Orveth-14-nsubj")
                && tree.contains("Group-4-nmod")
                && tree.contains("sought-0-root"),
            "{tree}"
        );
    }
}
