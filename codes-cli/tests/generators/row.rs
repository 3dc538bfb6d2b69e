//! Random rows.

use codes_spec::{Kind, Outcome, Retry};
use proptest::prelude::*;
use proptest::sample::select;

use super::texts::{line, maybe, text};

/// The keys of a row, without those that must differ between rows.
#[derive(Clone, Debug)]
pub(crate) struct RandomRow {
    pub(crate) statuses: Vec<String>,
    pub(crate) code: bool,
    pub(crate) detail: bool,
    pub(crate) texts: Vec<(&'static str, String)>,
    pub(crate) lists: Vec<(&'static str, Vec<String>)>,
    pub(crate) words: Vec<(&'static str, &'static str)>,
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) deprecated: Option<(Option<String>, Option<String>)>,
    pub(crate) group: Option<usize>,
    pub(crate) tags: Vec<bool>,
    pub(crate) extra: bool,
}

fn distinct(text: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(text, 1..4).prop_map(|set| set.into_iter().collect())
}

fn statuses() -> impl Strategy<Value = Vec<String>> {
    let range = (select(vec!["-", " - ", "- "]), 100..=400u16, 401..=999u16);
    let status = prop_oneof![
        6 => (100..=599u16).prop_map(|status| status.to_string()),
        1 => (600..=999u16).prop_map(|status| status.to_string()),
        1 => (1..=9u16).prop_map(|class| format!("{class}xX")),
        1 => (10..=99u16).prop_map(|class| format!("{class}x")),
        1 => range.prop_map(|(dash, low, high)| format!("{low}{dash}{high}")),
    ];
    prop::collection::btree_set(status, 0..3).prop_map(|set| set.into_iter().collect())
}

fn texts() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let texts = (
        maybe("title", line()),
        maybe("description", text()),
        maybe("action", text()),
    );
    texts.prop_map(|(title, description, action)| {
        [title, description, action].into_iter().flatten().collect()
    })
}

fn lists() -> impl Strategy<Value = Vec<(&'static str, Vec<String>)>> {
    let lists = (
        maybe("when", distinct(text())),
        maybe("messages", distinct(message())),
        maybe("examples", distinct(text())),
    );
    lists.prop_map(|(when, messages, examples)| {
        [when, messages, examples].into_iter().flatten().collect()
    })
}

/// A pattern, with captures or with braces as text.
fn message() -> impl Strategy<Value = String> {
    let capture = (line(), "[a-z_][a-z0-9_]{0,3}", line());
    prop_oneof![
        line().prop_map(|text| literal(&text)),
        capture.prop_map(|(before, name, after)| {
            format!("{} - {{{name}}} - {}", literal(&before), literal(&after))
        }),
    ]
}

fn literal(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

fn words() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let words = (
        select(Outcome::ALL).prop_map(|word| ("outcome", word.as_str())),
        maybe("kind", select(Kind::ALL).prop_map(Kind::as_str)),
        maybe("retry", select(Retry::ALL).prop_map(Retry::as_str)),
    );
    words.prop_map(|(outcome, kind, retry)| {
        [Some(outcome), kind, retry].into_iter().flatten().collect()
    })
}

pub(crate) fn row() -> impl Strategy<Value = RandomRow> {
    let fields = prop::collection::btree_map(line(), text(), 0..3);
    let deprecated = (prop::option::of(line()), prop::option::of(line()));
    let owners = (
        prop::option::of(0..3usize),
        prop::collection::vec(any::<bool>(), 2),
        any::<bool>(),
    );
    let keys = (
        (statuses(), any::<bool>(), prop::bool::weighted(0.3)),
        (texts(), lists(), words()),
        fields.prop_map(|map| map.into_iter().collect()),
        prop::option::weighted(0.2, deprecated),
        owners,
    );
    keys.prop_map(
        |(
            (statuses, code, detail),
            (texts, lists, words),
            fields,
            deprecated,
            (group, tags, extra),
        )| {
            RandomRow {
                statuses,
                code,
                detail,
                texts,
                lists,
                words,
                fields,
                deprecated,
                group,
                tags,
                extra,
            }
        },
    )
}
