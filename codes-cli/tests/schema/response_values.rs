//! Values of `body` and `headers`, and of the row keys that are compared with responses, such as `messages`.

use super::values::Values;

pub(super) const RESPONSE: &[Values] = &[
    (
        "codes: [{status: 404, messages: [$]}]",
        &[
            "x",
            "'*'",
            "'x '",
            "\"x\\n\\ty\"",
            "\"\\u202ex\"",
            "'after {seconds} s'",
            "'{{\"a\": {n}}}'",
            "' {x1} '",
        ],
        &[
            "404", "''", "' '", "~", "[x]", "'{x'", "'x}'", "'{}'", "'{X}'", "'{1}'", "'{a b}'",
            "'{{x}'",
        ],
    ),
    (
        "codes: [{status: 404, messages: $}]",
        &["x", "[x, y]"],
        &["[]", "[x, x]", "{x: y}"],
    ),
    (
        "codes: [{code: A, name: A, detail: $}]",
        &["x", "-7", "'7'", "'*'", "1-2"],
        &["''", "~", "1.5", "true", "[x]", "9223372036854775808"],
    ),
    (
        "codes: [{$, detail: x}]",
        &["code: x", "code: 7, status: 404"],
        &["status: 404", "title: T", "messages: x"],
    ),
    (
        "codes: [{$}]",
        &["messages: x, name: A", "status: 404", "code: x"],
        &["title: T, name: A"],
    ),
    (
        "codes: [{status: 404}]\nbody: {code: [$], message: [/m, $]}",
        &["/error/code", "''", "/", "//", "/~0~1/", "'/ ~01'", "/é"],
        &["error.code", "' '", "/~", "/~2", "/a~", "\"/\\u0001\"", "0"],
    ),
    (
        "codes: [{status: 404}]\nbody: {message: /m, errors: $, retry_after: $}",
        &["/errors", "''"],
        &["errors", "~", "7"],
    ),
    (
        "codes: [{status: 404}]\nbody: {code: /code, detail: $}",
        &["/a", "[/a, /b]"],
        &["a", "[]", "[/a, /a]", "{a: /b}"],
    ),
    (
        "codes: [{status: 404}]\nbody: {message: /m, format: $}",
        &["json", "xml"],
        &["yaml", "XML", "~"],
    ),
    (
        "codes: [{status: 404}]\nbody: {message: /m, params: $}",
        &["{a: /a}", "{a: [/a, /b], b c: ''}"],
        &["{a: a}", "/a", "[/a]", "{'': /a}", "{a: []}"],
    ),
    (
        "codes: [{status: 404}]\nbody: {code: /c, trim: $}",
        &["{after: '#'}", "{before: ':', after: '#'}", "{}"],
        &["'#'", "{after: ''}", "{after: 1}", "{at: x}"],
    ),
    (
        "codes: [{status: 404}]\nbody: {success: $}",
        &[
            "{at: /ok, is: true}",
            "{at: /ok, is: [0, '0x0', ok, false]}",
            "{at: '', is: 0}",
        ],
        &[
            "true",
            "/ok",
            "{at: /ok}",
            "{is: true}",
            "{at: ok, is: true}",
            "{at: /ok, is: []}",
            "{at: /ok, is: 1.5}",
            "{at: /ok, is: ''}",
            "{at: /ok, is: {}}",
        ],
    ),
    (
        "codes: [{status: 404}]\nheaders: {success: {name: x, is: 0}, code: $, params: {a: $}}",
        &[
            "x-code",
            "[x-code, {name: X-Detail}]",
            "{name: grpc-message, decode: percent}",
            "\"a!#$%&'*+.^_`|~1\"",
        ],
        &[
            "'x-code:'",
            "x code",
            "''",
            "é",
            "7",
            "{decode: percent}",
            "{name: x, decode: base64}",
            "{name: x, as: epoch}",
            "[]",
        ],
    ),
    (
        "codes: [{status: 404}]\nheaders: {retry_after: $}",
        &["x-reset", "[x-after, {name: x-reset, as: epoch}]"],
        &[
            "{as: epoch}",
            "{name: x, as: ms}",
            "x reset",
            "{name: x, decode: percent}",
        ],
    ),
    (
        "codes: [{status: 404}]\nheaders: {success: $}",
        &["{name: grpc-status, is: 0}", "{name: x, is: [ok, 1]}"],
        &["grpc-status", "{name: x}", "{is: 0}", "{at: /x, is: 0}"],
    ),
];
