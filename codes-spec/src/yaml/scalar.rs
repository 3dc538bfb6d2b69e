//! Determines the types of unquoted scalars faster than the parser. Without optimization, the parser spends most of its
//! time trying each scalar as null, a boolean, an integer and a float, although the first byte shows that most are text.

use serde_yaml::Number;

use crate::yaml::node::Value;

/// Returns the value that the parser would give an unquoted scalar, or `None` if only the parser knows, as for `true`.
/// The fast path of a well-formed spec rarely meets such scalars.
pub(crate) fn plain(text: &str) -> Option<Value<'_>> {
    const LONGEST_WORD: usize = 5;
    const LONGEST_NUMBER: usize = 16;
    let in_numbers = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    if let [b'1'..=b'9', ..] = text.as_bytes()
        && let Ok(int) = text.parse::<u64>()
    {
        return Some(Value::Int(int.into()));
    }
    match text.as_bytes() {
        [b'0'..=b'9' | b'+' | b'-' | b'.', rest @ ..]
            if rest.iter().all(|&byte| in_numbers(byte)) =>
        {
            match text.parse::<Number>() {
                Ok(number) => {
                    let int = number
                        .as_i64()
                        .map(i128::from)
                        .or_else(|| number.as_u64().map(i128::from));
                    Some(int.map_or(Value::Float, Value::Int))
                }
                // possibly an integer of 128 bits
                Err(_)
                    if text.len() > LONGEST_NUMBER
                        && rest.iter().all(u8::is_ascii_alphanumeric) =>
                {
                    None
                }
                Err(_) => Some(Value::Text(text.into())),
            }
        }
        word if word.len() <= LONGEST_WORD && is_word(text) => None,
        _ => Some(Value::Text(text.into())),
    }
}

fn is_word(text: &str) -> bool {
    matches!(
        text,
        "" | "~"
            | "null"
            | "Null"
            | "NULL"
            | "true"
            | "True"
            | "TRUE"
            | "false"
            | "False"
            | "FALSE"
    )
}
