//! Access to the values in response bodies of any format.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use codes_core::digits::Digits;

use crate::delay::{MAX_DELAY, parse_seconds, seconds};
use crate::raw::ReadCode;

/// A scalar in a body.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(feature = "json"), expect(dead_code, reason = "XML has only text"))]
pub(crate) enum Scalar<'b> {
    Text(Cow<'b, str>),
    Int(i64),
    /// A number with decimals or an exponent, as written.
    Number(&'b str),
    Bool(bool),
}

impl<'b> Scalar<'b> {
    /// Returns the scalar as a code. An empty text is not a code.
    pub(crate) fn into_code(self) -> Option<ReadCode<'b>> {
        match self {
            Scalar::Text(text) => (!text.trim().is_empty()).then_some(ReadCode::Text(text)),
            Scalar::Int(int) => Some(ReadCode::Int(int)),
            Scalar::Number(_) | Scalar::Bool(_) => None,
        }
    }

    /// Returns the scalar as a delay in seconds.
    pub(crate) fn into_delay(self) -> Option<Duration> {
        match self {
            Scalar::Text(text) => parse_seconds(&text),
            Scalar::Number(number) => seconds(number.parse::<f64>().ok()?.min(f64::MAX)),
            Scalar::Int(int) => Some(Duration::from_secs(u64::try_from(int).ok()?).min(MAX_DELAY)),
            Scalar::Bool(_) => None,
        }
    }

    /// Returns whether the scalar is equal to `text` when converted to a string.
    pub(crate) fn is(&self, text: &str) -> bool {
        match self {
            Scalar::Text(own) => own == text,
            Scalar::Number(own) => *own == text,
            Scalar::Int(int) => Digits::new((*int).into()).as_str() == text,
            Scalar::Bool(flag) => (if *flag { "true" } else { "false" }) == text,
        }
    }

    /// Returns the scalar as written in JSON; strings have no quotes.
    pub(crate) fn into_text(self) -> Box<str> {
        match self {
            Scalar::Text(text) => text.into(),
            Scalar::Number(text) => text.into(),
            Scalar::Int(int) => Digits::new(int.into()).as_str().into(),
            Scalar::Bool(flag) => if flag { "true" } else { "false" }.into(),
        }
    }
}

/// Unescapes a step of a pointer: `~1` becomes `/`, and `~0` becomes `~`.
pub(crate) fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// A format of bodies. Documents are bodies or parts of bodies.
pub(crate) trait Format: Sync {
    /// Finds the values at up to [`MOST_POINTERS`] pointers, in one pass.
    fn values<'b>(&self, document: &'b [u8], pointers: &[&str]) -> ValueTexts<'b>;

    /// Returns the content of a value, or `None` if it is not a scalar.
    fn scalar<'b>(&self, value: &'b str) -> Option<Scalar<'b>>;

    /// Returns the first [`MOST_ITEMS`] items of the list at a pointer. `value` is the text of that list.
    fn items<'b>(&self, document: &'b [u8], pointer: &str, value: &'b str) -> Vec<&'b [u8]>;
}

/// The maximum length of a body that is read, in bytes.
pub(crate) const LONGEST_BODY: usize = 1 << 20;

/// The maximum number of pointers that one pass follows. A spec may have more.
pub(crate) const MOST_POINTERS: usize = 32;

/// The maximum number of errors that are read from a response. Each may copy strings from outside the
/// list, so without a limit, a body of one mebibyte could use up all memory.
pub(crate) const MOST_ITEMS: usize = 256;

/// A set of pointers: bit `i` is set if it contains pointer `i`.
pub(crate) type Mask = u32;

/// Iterates over the numbers of the pointers in a set.
pub(crate) fn numbers(mut mask: Mask) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let lowest = (mask != 0).then(|| mask.trailing_zeros() as usize)?;
        mask &= mask - 1;
        Some(lowest)
    })
}

/// The values at pointers, as they are written in the document.
#[derive(Default)]
pub(crate) struct ValueTexts<'b>([Option<&'b str>; MOST_POINTERS]);

impl<'b> ValueTexts<'b> {
    pub(crate) fn get(&self, number: usize) -> Option<&'b str> {
        self.0[number]
    }

    pub(crate) fn set(&mut self, mask: Mask, value: Option<&'b str>) {
        numbers(mask).for_each(|i| self.0[i] = value);
    }
}

/// How far a pass through a document has followed each of its pointers.
pub(crate) struct Steps<'p> {
    pointers: &'p [&'p str],
    /// For each pointer, the offset of the next step.
    at: [usize; MOST_POINTERS],
}

impl<'p> Steps<'p> {
    pub(crate) fn new(pointers: &'p [&'p str]) -> Self {
        Steps {
            pointers,
            at: [0; MOST_POINTERS],
        }
    }

    /// Returns the set of all pointers.
    pub(crate) fn all(&self) -> Mask {
        (0..self.pointers.len()).fold(0, |mask, i| mask | 1 << i)
    }

    /// Returns those pointers of a set that have no further step.
    pub(crate) fn ended(&self, mask: Mask) -> Mask {
        self.filter(mask, |next| next.is_none())
    }

    /// Returns those pointers of a set whose next step is the given key.
    pub(crate) fn matching(&self, mask: Mask, key: &str) -> Mask {
        let is_key = |step: &str| {
            if step.bytes().any(|byte| byte == b'~') {
                unescaped(step) == key
            } else {
                step == key
            }
        };
        self.filter(mask, |next: Option<&str>| next.is_some_and(is_key))
    }

    /// Follows the next step of each pointer in a set.
    pub(crate) fn enter(&mut self, mask: Mask) {
        for i in numbers(mask) {
            self.at[i] += self.next(i).map_or(0, |step| 1 + step.len());
        }
    }

    /// Undoes the last step of each pointer in a set.
    pub(crate) fn leave(&mut self, mask: Mask) {
        for i in numbers(mask) {
            let mut before = self.pointers[i].as_bytes()[..self.at[i]].iter();
            self.at[i] = before.rposition(|byte| *byte == b'/').unwrap_or(0);
        }
    }

    // steps are short, so a loop over their bytes is faster than the search functions of `str`
    fn next(&self, i: usize) -> Option<&'p str> {
        let rest = self.pointers[i].get(self.at[i] + 1..)?;
        let end = rest.bytes().position(|byte| byte == b'/');
        Some(&rest[..end.unwrap_or(rest.len())])
    }

    fn filter(&self, mask: Mask, fits: impl Fn(Option<&'p str>) -> bool) -> Mask {
        numbers(mask)
            .filter(|i| fits(self.next(*i)))
            .fold(0, |mask, i| mask | 1 << i)
    }
}
