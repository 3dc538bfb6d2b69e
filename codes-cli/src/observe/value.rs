//! Codes and details.

use codes_runtime::RawCode;

/// A code or detail of a response.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ObservedValue {
    Int(i64),
    Text(String),
}

impl ObservedValue {
    pub(super) fn as_raw(&self) -> RawCode<'_> {
        match self {
            ObservedValue::Int(int) => RawCode::Int(*int),
            ObservedValue::Text(text) => RawCode::Text(text),
        }
    }
}
