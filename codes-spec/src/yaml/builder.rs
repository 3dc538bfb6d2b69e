//! The state of building a tree: positions, limits, and which values the fast path expects to be scalars.

use serde::de;

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::rules;
use crate::yaml::limits::MAX_DEPTH;
use crate::yaml::node::{Node, Value};

pub(crate) struct Builder<'de> {
    pub(crate) text: &'de str,
    /// On the fast path, the row keys whose values must be scalars. All keys, and all values nested in a row, must
    /// be scalars too.
    scalar_keys: Option<Vec<&'static str>>,
    /// The limit that stopped the parser.
    pub(crate) limit: Option<Mistake>,
    pub(super) depth: u32,
    pub(super) scalars: u32,
    /// The empty lists and mappings after the last scalar.
    pub(super) empties: u32,
    /// How many more bytes of text may be created. A node costs one byte, a list or mapping two, so that a document
    /// without aliases never reaches the limit.
    budget: usize,
}

impl<'de> Builder<'de> {
    /// Creates a builder for any document.
    pub(crate) fn strict(text: &'de str) -> Self {
        let budget = 2 * text.len() + 4096;
        Builder {
            text,
            scalar_keys: None,
            limit: None,
            depth: 0,
            scalars: 0,
            empties: 0,
            budget,
        }
    }

    /// Fast path: assumes a well-formed document; on failure the caller retries with `Builder::strict`.
    ///
    /// When asked for a value of any type, the parser tries each scalar as null, a boolean, four
    /// kinds of integers and a float. Asking for a string and determining its type here saves 14 %
    /// of the instructions of `load` for 1,000 rows without optimization, as macros run (427 to 367
    /// million), and 11 % of its time (56 to 50 ms).
    pub(crate) fn fast(text: &'de str, scalar_keys: Vec<&'static str>) -> Self {
        Builder {
            scalar_keys: Some(scalar_keys),
            ..Builder::strict(text)
        }
    }

    /// Creates a builder that fails at the first value, so that the error has its location.
    pub(crate) fn rejecting() -> Self {
        Builder {
            budget: 0,
            ..Builder::strict("")
        }
    }

    pub(super) fn is_fast(&self) -> bool {
        self.scalar_keys.is_some()
    }

    /// Returns whether the fast path expects a scalar after a key, or in a list.
    pub(super) fn expects_scalar(&self, key: Option<&Node<'_>>) -> bool {
        /// The depth inside a row: table, list, row. Lists and mappings in a row contain only scalars.
        const ROW: u32 = 3;
        let Some(keys) = &self.scalar_keys else {
            return false;
        };
        match key.map(|key| &key.value) {
            Some(Value::Text(key)) if self.depth == ROW => keys.contains(&key.as_ref()),
            _ => self.depth > ROW,
        }
    }

    /// Returns whether a part of the text is followed by a quote.
    pub(super) fn is_quoted(&self, part: &str) -> bool {
        let end = part.as_ptr().addr() - self.text.as_ptr().addr() + part.len();
        matches!(self.text.as_bytes().get(end), Some(b'"' | b'\''))
    }

    pub(super) fn spend<E: de::Error>(&mut self, cost: usize) -> Result<(), E> {
        self.limit = match self.budget.checked_sub(cost) {
            _ if self.depth > MAX_DEPTH => Some(rules::depth(MAX_DEPTH)),
            None => Some(rules::alias()),
            Some(left) => {
                self.budget = left;
                return Ok(());
            }
        };
        Err(E::custom(""))
    }
}
