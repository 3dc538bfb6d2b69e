//! Random table heads.

use proptest::prelude::*;
use proptest::sample::select;

use super::texts::{line, maybe, text};

/// The keys of a table, without its rows.
#[derive(Clone, Debug)]
pub(crate) struct RandomHead {
    pub(crate) texts: Vec<(&'static str, String)>,
    pub(crate) notes: Vec<String>,
    pub(crate) codes: &'static str,
    pub(crate) integer_details: bool,
    pub(crate) groups: Vec<(String, Option<String>, Option<String>)>,
    pub(crate) tags: Vec<String>,
    pub(crate) body: &'static str,
    pub(crate) markdown: bool,
}

fn texts() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let address = Just("https://example.com/a_(b)?c=<d>&e".to_owned());
    let display = select(vec![
        "{status} {{x}} {name} `",
        "a\n{name}|{title}{description}",
    ]);
    let texts = (
        maybe("title", line()),
        maybe("source", prop_oneof![line(), address]),
        maybe("protocol", line()),
        maybe("base_url", Just("https://example.com/docs/".to_owned())),
        maybe("about", text()),
        maybe("display", display.prop_map(str::to_owned)),
    );
    texts.prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f].into_iter().flatten().collect())
}

/// No groups, or three with distinct ids.
fn groups() -> impl Strategy<Value = Vec<(String, Option<String>, Option<String>)>> {
    let group = (line(), prop::option::of(line()), prop::option::of(text()));
    let three = prop::collection::vec(group, 3).prop_map(|mut groups: Vec<(String, _, _)>| {
        for (i, group) in groups.iter_mut().enumerate() {
            group.0 += &i.to_string();
        }
        groups
    });
    prop_oneof![Just(Vec::new()), three]
}

/// `body` and `headers`.
const BODIES: &[&str] = &[
    "",
    "body: {code: [/error/code, '/a b/~0`'], message: [/m, ''], statuses: [202, 4xx]}\n",
    "body: {format: xml, errors: /R/E, code: '', detail: [/d, /e], retry_after: /w}\n",
    "body: {code: /c, trim: {before: ' : `', after: '#'}, success: {at: /ok, is: [true, 0, '* `a`, b']}}\n",
    "body: {params: {field: /param, 'a: `b`': ['', /x]}}\nheaders: {params: {id: {name: x-id, decode: percent}}}\n",
    "headers:\n  code: [x-code, {name: x.Code_2, decode: percent}]\n  detail: [x-reason, {name: x-detail, decode: percent}]\n  message: {name: grpc-message, decode: percent}\n  \
     success: {name: grpc-status, is: 0}\n  retry_after: [x-after, {name: x-reset, as: epoch}]\n  \
     params: {a: x-a, b c: [x-b, X-C]}\n  trim: {before: '; ', after: '*'}\n",
];

pub(crate) fn head() -> impl Strategy<Value = RandomHead> {
    let codes = select(vec![
        "text", "classes", "numbers", "decimal", "hex", "hex4", "hex8", "ranges",
    ]);
    let tags = prop_oneof![Just(Vec::new()), prop::collection::vec(text(), 2)];
    let notes = prop::collection::btree_set(text(), 0..3);
    let keys = (
        texts(),
        notes.prop_map(|notes| notes.into_iter().collect()),
        (codes, any::<bool>()),
        groups(),
        tags,
        select(BODIES),
        prop::bool::weighted(0.3),
    );
    keys.prop_map(
        |(texts, notes, (codes, integer_details), groups, tags, body, markdown)| RandomHead {
            texts,
            notes,
            codes,
            integer_details,
            groups,
            tags,
            body,
            markdown,
        },
    )
}
