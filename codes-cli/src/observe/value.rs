//! Codes and details.

use codes_runtime::RawCode;

/// A code or detail of a response.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Value {
    Int(i64),
    Text(String),
}

impl Value {
    pub(super) fn as_raw(&self) -> RawCode<'_> {
        match self {
            Value::Int(int) => RawCode::Int(*int),
            Value::Text(text) => RawCode::Text(text),
        }
    }
}
