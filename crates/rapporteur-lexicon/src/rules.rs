//! The text format of the lexicon: blocks of a name and its slots.
//!
//! ```text
//! refuse-offer                      # a name, at the margin
//!   stance  rejects                 # its slots, indented: a key, then the value to the end of the line
//!   verbs   reject, turn down
//!   yes     Orveth rejected it.     # a key may come again
//! ```
//! A `#` at the start of a line or after a space begins a comment. A line that is indented deeper than its slot
//! continues the value. The syntax is frozen here; what the slots mean is for each kind of file to say.

/// One block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub name: String,
    /// Its slots, in order.
    pub slots: Vec<Slot>,
    /// File it stands in, from the root of the lexicon.
    pub file: String,
    /// Line of its name, from 1.
    pub line: usize,
}

/// One line of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What it says.
    pub key: String,
    /// The value, trimmed.
    pub value: String,
    /// Its line, from 1.
    pub line: usize,
}

/// What is wrong with a file of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconProblem {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl std::fmt::Display for LexiconProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}:{}: {} ({})",
            self.file, self.line, self.message, self.hint
        )
    }
}

impl Rule {
    /// The first value of a slot.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.slots
            .iter()
            .find(|slot| slot.key == key)
            .map(|slot| slot.value.as_str())
    }

    /// Every value of a slot.
    pub fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.slots
            .iter()
            .filter(move |slot| slot.key == key)
            .map(|slot| slot.value.as_str())
    }

    /// The comma-separated items of every slot of that key.
    pub fn items<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> {
        self.all(key)
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .filter(|item| !item.is_empty())
    }

    /// A problem at the line of this rule.
    pub fn problem(&self, message: impl Into<String>, hint: impl Into<String>) -> LexiconProblem {
        LexiconProblem {
            file: self.file.clone(),
            line: self.line,
            message: message.into(),
            hint: hint.into(),
        }
    }
}

/// Reads one file. What cannot be read becomes a problem and the rest is kept.
pub fn parse(file: &str, text: &str) -> (Vec<Rule>, Vec<LexiconProblem>) {
    let mut rules: Vec<Rule> = Vec::new();
    let mut problems = Vec::new();
    let mut slot_indent = 0;
    for (index, raw) in text.lines().enumerate() {
        let line = index + 1;
        let content = strip_comment(raw);
        if content.trim().is_empty() {
            continue;
        }
        let indent = content.len() - content.trim_start().len();
        let content = content.trim();
        if indent == 0 {
            slot_indent = 0;
            rules.push(Rule {
                name: content.to_owned(),
                slots: Vec::new(),
                file: file.to_owned(),
                line,
            });
            continue;
        }
        let Some(rule) = rules.last_mut() else {
            problems.push(LexiconProblem {
                file: file.to_owned(),
                line,
                message: "a slot before any rule".into(),
                hint: "begin the block with its name at the margin".into(),
            });
            continue;
        };
        if slot_indent > 0 && indent > slot_indent {
            if let Some(slot) = rule.slots.last_mut() {
                slot.value.push(' ');
                slot.value.push_str(content);
            }
            continue;
        }
        slot_indent = indent;
        match content.split_once(char::is_whitespace) {
            Some((key, value)) => {
                rule.slots.push(Slot {
                    key: key.to_owned(),
                    value: value.trim().to_owned(),
                    line,
                });
            }
            None => problems.push(LexiconProblem {
                file: file.to_owned(),
                line,
                message: format!("the slot «{content}» has no value"),
                hint: "write a key, a space and a value".into(),
            }),
        }
    }
    (rules, problems)
}

fn strip_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') {
        return "";
    }
    match line.find(" #") {
        Some(at) => &line[..at],
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_has_its_slots() {
        let (rules, problems) = parse(
            "x.txt",
            "refuse # why\n  verbs  reject, turn down\n         dismiss\n  yes  A.\n  yes  B.\nother\n  verbs go\n",
        );
        assert!(problems.is_empty());
        assert_eq!(rules.len(), 2);
        assert_eq!(
            rules[0].items("verbs").collect::<Vec<_>>(),
            ["reject", "turn down dismiss"]
        );
        assert_eq!(rules[0].all("yes").collect::<Vec<_>>(), ["A.", "B."]);
        assert_eq!((rules[1].name.as_str(), rules[1].line), ("other", 6));
    }

    #[test]
    fn problems_name_file_and_line() {
        let (_, problems) = parse("x.txt", "  verbs go\nname\n  lonely\n");
        assert_eq!(
            problems
                .iter()
                .map(|problem| problem.line)
                .collect::<Vec<_>>(),
            [1, 3]
        );
        assert!(
            problems[1]
                .to_string()
                .starts_with("x.txt:3: the slot «lonely» has no value")
        );
    }
}
