//! Values that both the schema and the reader accept or reject.

use codes_spec::load;

use super::response_values::RESPONSE;
use super::{json, strict_validator, validator};

/// A spec with a placeholder `$`, and values for it that are valid and invalid.
pub(super) type Values = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const VALUES: &[Values] = &[
    (
        "codes: [{status: $, title: T, outcome: ok}]",
        &[
            "100",
            "999",
            "5xx",
            "50X",
            "5Xx",
            "99x",
            "500-599",
            "' 500 - 599 '",
            "100-999",
            "[404, 5xx]",
        ],
        &[
            "599-500",
            "500-400",
            "500–599",
            "99",
            "1000",
            "-404",
            "'404'",
            "0xx",
            "xxx",
            "5x",
            "5xxx",
            "50",
            "500-",
            "99-200",
            "500-5999",
            "5xx-599",
        ],
    ),
    (
        "codes: [{code: $, title: T, outcome: ok}]",
        &[
            "0",
            "-9223372036854775808",
            "9223372036854775807",
            "NotFound",
            "2FA",
            "3000-3999",
            "'é'",
            "'0'",
            "a b",
        ],
        &[
            "9223372036854775808",
            "3000–3999",
            "0x10..0x1F",
            "3000 to 3999",
            "''",
            "' '",
            "\"a\\tb\"",
            "\"\\u202e\"",
            "true",
            "1.5",
            "[1]",
            "~",
        ],
    ),
    (
        "codes: [{status: 404, name: $}]",
        &["NotFound", "_x", "été", "残高不足", "r2", "self_", "Übel"],
        &[
            "2x",
            "A→B",
            "Fête🎉",
            "a-b",
            "a b",
            "''",
            "a.b",
            "match",
            "Self",
            "_",
            "gen",
            "404",
            "\"a\\x7f\"",
        ],
    ),
    (
        "codes: [{status: 404, description: $}]",
        &["x", "' x '", "'404'", "\"\\u00e9\"", "'{}'"],
        &["404", "true", "~", "''", "' '", "[x]", "{x: y}", "\"\\n\""],
    ),
    (
        "codes: [{status: 404, title: $, group: a}]\ngroups: {a: {}}",
        &["'x\u{ad}'", "x y", "\"\\\"'\"", "\"\\u2065\""],
        &[
            "\"x\\ny\"",
            "\"x\\u0085y\"",
            "\"x\\u2066\"",
            "\"\\u2028x\"",
            "\"\\0\"",
            "[]",
        ],
    ),
    (
        "codes: [{status: 404, url: $}]",
        &["https://example.com", "http://x", "https://é/#?"],
        &[
            "example.com",
            "https://",
            "https://a b",
            "ftp://x",
            "HTTPS://x",
            "\"https://a\\u202e\"",
            "'https://a '",
        ],
    ),
    (
        "codes: [{status: 404}]\nretrieved: $",
        &[
            "2026-11-19",
            "2024-02-29",
            "0000-01-31",
            "9999-12-31",
            "2026-04-30",
        ],
        &[
            "{}",
            "{year: 2026}",
            "2026-02-30",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-1-1",
            "26-11-19",
            "2026-11-19T00",
            "2026",
        ],
    ),
    (
        "codes: [{status: 404, code: C, title: T, description: D}]\ndisplay: $",
        &[
            "'{vendor} {status}'",
            "'{code}'",
            "'{name}'",
            "x",
            "'{{}} {name}'",
            "'{{{name}}}'",
            "' {name} '",
            "\"{name}\\t\\u202e\"",
            "'{title}{{ é'",
            "'x {description}'",
        ],
        &[
            "\"{name}\\n\"",
            "\"{name}\\n{title}\"",
            "\"{name}\\u2028\"",
            "'{titel}'",
            "'{name'",
            "name}",
            "'{{name}'",
            "'{ name }'",
            "'{}'",
            "' '",
            "'{{{}}}'",
            "'}'",
            "[x]",
        ],
    ),
    (
        "codes: [{status: 404, tags: [b]}]\ntags: {b: x, $: Meaning.}",
        &["a", "rate_limit", "a1_2b", "'2fa'"],
        &["A", "rate-limit", "_a", "a_", "a__b", "é", "error", "''"],
    ),
    (
        "codes: [{status: 404, deprecated: $}]",
        &[
            "true",
            "false",
            "{}",
            "{since: '2.1'}",
            "{since: x, note: y}",
        ],
        &["yes", "{since: 2.1}", "{until: x}", "[]", "~"],
    ),
    (
        "codes: [{status: 404}]\nmarkdown: $",
        &["true", "false"],
        &["'true'", "1", "~"],
    ),
    (
        "codes: $",
        &["[{code: 1}]", "[{status: 404}]"],
        &["[]", "[{}]", "{}", "x", "[{title: T}]", "[x]", "~"],
    ),
    (
        "codes: [{status: 404, outcome: $}]",
        &["ok", "pending", "warning", "error"],
        &["Ok", "OK", "failed", "''", "true", "[ok]"],
    ),
    (
        "codes: [{status: 404, fields: {$: x}}]",
        &["Result", "'404'", "a b"],
        &["''", "' '", "\"a\\nb\""],
    ),
    (
        "codes: [{status: 404, when: $}]",
        &["x", "[x]", "[x, y]"],
        &["[]", "[x, x]", "['']", "1"],
    ),
    (
        "codes: [{status: 404}]\n$: x",
        &["protocol", "source"],
        &["titel", "status", "name"],
    ),
];

/// An editor with the schema marks exactly the values that the reader rejects, as far as a schema can tell.
#[test]
fn the_schema_accepts_what_the_reader_accepts() {
    let validators = [validator(), strict_validator()];
    for (template, valid, invalid) in [VALUES, RESPONSE].concat() {
        for (value, is_valid) in valid
            .iter()
            .map(|value| (value, true))
            .chain(invalid.iter().map(|value| (value, false)))
        {
            let yaml = format!("vendor: Test API\n{}\n", template.replace('$', value));
            let report = load("a.yaml", yaml.as_bytes()).report;
            assert_eq!(report.errors() == 0, is_valid, "the reader: {yaml}{report}");
            for validator in &validators {
                let accepted = validator.is_valid(&json(&yaml));
                assert_eq!(accepted, is_valid, "the schema: {yaml}");
            }
        }
    }
}
