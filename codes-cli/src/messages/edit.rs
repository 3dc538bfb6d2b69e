//! Why a spec cannot be changed in place.

use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    Anchor,
    Alias,
    Comment,
    Brackets,
    Structure,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::Anchor => "it has an anchor that aliases may refer to",
            Refusal::Alias => "the row or the value is an alias",
            Refusal::Comment => "there is a comment in the value",
            Refusal::Brackets => "the new value needs several lines, which do not fit here",
            Refusal::Structure => "its YAML layout is not supported",
        })
    }
}
