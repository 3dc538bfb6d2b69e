//! Codes and messages in bodies are the values that `serde_json` finds at the pointers.

use std::sync::LazyLock;

use codes_cli::testing::load;
use codes_runtime::{RawCode, Table};
use serde_json::Value;

/// Lists of pointers, one for each table.
const POINTERS: [&[&str]; 7] = [
    &["/code"],
    &["/error/code", "/code", "/errors/0/code"],
    &["/0", "/-", "/01", "/1/0", "/18446744073709551616"],
    &["", "/"],
    &["/", "/0"],
    &["/a~1b", "/m~0n/~01", "/é/残"],
    &["//", "///", "/ /%"],
];

static TABLES: LazyLock<[&Table; 7]> = LazyLock::new(|| {
    POINTERS.map(|pointers| {
        let list: Vec<_> = pointers
            .iter()
            .map(|pointer| Value::from(*pointer).to_string())
            .collect();
        let list = list.join(", ");
        let body = format!("body: {{code: [{list}], message: [{list}], statuses: [2xx]}}");
        load(format!(
            "vendor: V\n{body}\ncodes: [{{status: 404, code: A}}]\n"
        ))
        .1
    })
});

/// The first byte selects the pointers, and the rest is the body.
pub fn check(bytes: &[u8]) {
    let Some((choice, body)) = bytes.split_first() else {
        return;
    };
    let at = usize::from(*choice) % POINTERS.len();
    let json = serde_json::from_slice::<Value>(body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body));
    // `serde_json` also rejects deep nesting, large numbers and lone surrogates in values that the runtime skips
    let Ok(json) = json else {
        return drop(TABLES[at].read_body(200, body));
    };
    let values: Vec<_> = POINTERS[at]
        .iter()
        .filter_map(|pointer| json.pointer(pointer))
        .collect();
    // a float without a fraction may have been written as an integer
    if values
        .iter()
        .any(|value| value.is_f64() && value.as_f64().is_none_or(|number| number.fract() == 0.0))
    {
        return;
    }
    let read = TABLES[at].read_body(200, body);
    let reply = read.reply();
    let mut codes = values.into_iter().filter(|value| match value {
        Value::String(text) => !text.trim().is_empty(),
        value => value.is_u64() || value.is_i64(),
    });
    let first = codes.next();
    let known = first.into_iter().chain(codes).find(|code| *code == "A");
    match (known.or(first), reply.code) {
        (None, None) => {}
        (Some(Value::String(text)), Some(RawCode::Text(code))) => assert_eq!(text, code),
        (Some(Value::Number(number)), Some(RawCode::Int(code))) => {
            assert_eq!(number.as_i64(), Some(code))
        }
        // larger than `i64::MAX`
        (Some(Value::Number(number)), Some(RawCode::Text(code))) => {
            assert_eq!(number.to_string(), code)
        }
        both => panic!("{both:?}"),
    }
    let message = first.map(|value| match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    });
    assert_eq!(reply.message.map(str::to_owned), message);
    assert_eq!(TABLES[at].read_body(404, body).reply().code, None);
}
