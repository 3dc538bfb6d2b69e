//! Generalizes the messages of a code: messages that differ in one word become a pattern.

use crate::messages::observe;

/// The maximum number of patterns that are kept for a code.
const MOST: usize = 8;

/// The longest message that is kept unchanged, in bytes.
const LONGEST: usize = 400;

/// The messages of a code.
#[derive(Debug, Default)]
pub(in crate::observe) struct Messages {
    patterns: Vec<Pattern>,
    /// How many messages match none of the patterns.
    others: u64,
}

/// A message, split at single spaces. One of its words may be a gap.
#[derive(Debug)]
struct Pattern {
    words: Vec<String>,
    gap: Option<Gap>,
}

/// A word that differs between messages, and the punctuation around it, which does not.
#[derive(Debug)]
struct Gap {
    at: usize,
    before: String,
    after: String,
}

impl Messages {
    pub(in crate::observe) fn add(&mut self, message: &str) {
        let words = words(message);
        let is_known = self.patterns.iter().any(|pattern| pattern.fits(&words))
            || self
                .patterns
                .iter_mut()
                .any(|pattern| pattern.widen(&words));
        if !is_known && self.patterns.len() < MOST {
            self.patterns.push(Pattern { words, gap: None });
        } else if !is_known {
            self.others += 1;
        }
    }

    /// Returns the messages with `*` for the word that differs.
    pub(in crate::observe) fn texts(&self) -> Vec<String> {
        let patterns = self.patterns.iter();
        patterns
            .map(|pattern| pattern.text(str::to_owned))
            .collect()
    }

    /// Returns the messages as patterns of a spec, in which braces are doubled.
    pub(in crate::observe) fn patterns(&self) -> Vec<String> {
        let doubled = |word: &str| word.replace('{', "{{").replace('}', "}}");
        let patterns = self.patterns.iter();
        patterns.map(|pattern| pattern.text(doubled)).collect()
    }

    /// Describes how many messages match none of the patterns, or returns `None` if all match one.
    pub(in crate::observe) fn others(&self) -> Option<String> {
        (self.others > 0).then(|| observe::more_messages(self.others))
    }
}

/// Splits a message into words. If it is longer than `LONGEST`, it is cut, and the last word is `*`.
fn words(message: &str) -> Vec<String> {
    let end = (0..=message.len().min(LONGEST))
        .rev()
        .find(|at| message.is_char_boundary(*at));
    let text = &message[..end.unwrap_or(0)];
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    if text.len() < message.len()
        && let Some(last) = words.last_mut()
    {
        "*".clone_into(last);
    }
    words
}

impl Pattern {
    fn fits(&self, words: &[String]) -> bool {
        self.words.len() == words.len()
            && self
                .words
                .iter()
                .zip(words)
                .enumerate()
                .all(
                    |(at, (own, word))| match self.gap.as_ref().filter(|gap| gap.at == at) {
                        Some(gap) => gap.fits(word),
                        None => own == word,
                    },
                )
    }

    /// Turns the only word that differs into a gap, or widens the gap. Returns whether the words then match.
    fn widen(&mut self, words: &[String]) -> bool {
        if self.words.len() != words.len() || words.len() < 2 {
            return false;
        }
        let mut different = (0..words.len()).filter(|&at| self.words[at] != words[at]);
        let at = different.next().unwrap_or(0);
        if different.next().is_some() || self.gap.as_ref().is_some_and(|gap| gap.at != at) {
            return false;
        }
        let (before, after) = self.gap.take().map_or_else(
            || punctuation(&self.words[at]),
            |gap| (gap.before, gap.after),
        );
        let (other_before, other_after) = punctuation(&words[at]);
        self.gap = Some(Gap {
            at,
            before: if before == other_before {
                before
            } else {
                String::new()
            },
            after: if after == other_after {
                after
            } else {
                String::new()
            },
        });
        true
    }

    fn text(&self, word: impl Fn(&str) -> String) -> String {
        let words = self.words.iter().enumerate().map(|(at, own)| {
            match self.gap.as_ref().filter(|gap| gap.at == at) {
                Some(gap) => format!("{}*{}", word(&gap.before), word(&gap.after)),
                None => word(own),
            }
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

impl Gap {
    fn fits(&self, word: &str) -> bool {
        let rest = word.strip_prefix(&*self.before);
        rest.is_some_and(|rest| rest.ends_with(&*self.after))
    }
}

/// Returns the punctuation before and after a word: `(` and `).` in `(1).`.
fn punctuation(word: &str) -> (String, String) {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '*' | '{' | '}');
    let first = word.find(is_part).unwrap_or(0);
    let rest = &word[first..];
    let end = rest.trim_end_matches(|c| !is_part(c)).len();
    (word[..first].to_owned(), rest[end..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::Messages;

    fn texts(messages: &[&str]) -> Vec<String> {
        let mut all = Messages::default();
        for message in messages {
            all.add(message);
        }
        all.texts()
    }

    #[test]
    fn messages_that_differ_in_one_word_are_one_pattern() {
        for (messages, patterns) in [
            (
                &["No parcel 1", "No parcel 2", "No parcel 3"][..],
                &["No parcel *"][..],
            ),
            (
                &["No parcel \"1\".", "No parcel \"23\"."],
                &["No parcel \"*\"."],
            ),
            (&["No parcel 1.", "No parcel 2!"], &["No parcel *"]),
            (
                &["No parcel 1.", "No parcel 2.", "No parcel 3"],
                &["No parcel *"],
            ),
            (&["1 of 2", "2 of 3"], &["1 of 2", "2 of 3"]),
            (
                &["No parcel 1", "No letter 1", "No parcel 2"],
                &["No * 1", "No parcel 2"],
            ),
            (&["Gone", "Lost"], &["Gone", "Lost"]),
            (&["a", "a b", "a"], &["a", "a b"]),
            (&["120 left", "130 left"], &["* left"]),
            (&["", ""], &[""]),
        ] {
            assert_eq!(texts(messages), patterns);
        }
    }

    #[test]
    fn few_messages_are_kept_and_long_ones_are_cut() {
        let mut all = Messages::default();
        for number in 0..20_u32 {
            all.add(&format!("{number} {}", number + 1));
        }
        assert_eq!(all.texts().len(), 8);
        assert_eq!(
            all.others().as_deref(),
            Some("12 responses with other messages")
        );
        let cut = texts(&[&format!("{} é{}", "a".repeat(398), "b".repeat(400))]);
        assert_eq!(cut, [format!("{} *", "a".repeat(398))]);
    }

    #[test]
    fn patterns_of_a_spec_double_braces() {
        let mut all = Messages::default();
        all.add("{a} 1");
        all.add("{a} 2");
        assert_eq!(all.patterns(), ["{{a}} *"]);
        assert_eq!(all.texts(), ["{a} *"]);
    }
}
