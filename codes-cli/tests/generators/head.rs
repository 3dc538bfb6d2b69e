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
    pub(crate) groups: Vec<(String, Option<String>, Option<String>)>,
    pub(crate) tags: Vec<String>,
    pub(crate) body: bool,
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

pub(crate) fn head() -> impl Strategy<Value = RandomHead> {
    let codes = select(vec![
        "text", "numbers", "decimal", "hex", "hex4", "hex8", "ranges",
    ]);
    let tags = prop_oneof![Just(Vec::new()), prop::collection::vec(text(), 2)];
    let notes = prop::collection::btree_set(text(), 0..3);
    let keys = (
        texts(),
        notes.prop_map(|notes| notes.into_iter().collect()),
        codes,
        groups(),
        tags,
        any::<bool>(),
        prop::bool::weighted(0.3),
    );
    keys.prop_map(
        |(texts, notes, codes, groups, tags, body, markdown)| RandomHead {
            texts,
            notes,
            codes,
            groups,
            tags,
            body,
            markdown,
        },
    )
}
