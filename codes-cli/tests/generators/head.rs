//! Tables without their rows.

use proptest::prelude::*;
use proptest::sample::select;

use super::texts::{line, maybe, text};

/// The keys of a table.
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

pub(crate) fn head() -> impl Strategy<Value = RandomHead> {
    let texts = (
        maybe("title", line()),
        maybe(
            "source",
            prop_oneof![line(), Just("https://example.com/a_(b)?c=<d>&e".to_owned())],
        ),
        maybe("protocol", line()),
        maybe("base_url", Just("https://example.com/docs/".to_owned())),
        maybe("about", text()),
        maybe(
            "display",
            select(vec![
                "{status} {{x}} {name} `",
                "a\n{name}|{title}{description}",
            ])
            .prop_map(str::to_owned),
        ),
    );
    let texts =
        texts.prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f].into_iter().flatten().collect());
    let group = (line(), prop::option::of(line()), prop::option::of(text()));
    let groups = prop_oneof![
        Just(Vec::new()),
        prop::collection::vec(group, 3).prop_map(|mut groups: Vec<(String, _, _)>| {
            groups
                .iter_mut()
                .enumerate()
                .for_each(|(i, group)| group.0 += &format!("{i}"));
            groups
        }),
    ];
    let codes = select(vec![
        "text", "numbers", "decimal", "hex", "hex4", "hex8", "ranges",
    ]);
    let tags = prop_oneof![Just(Vec::new()), prop::collection::vec(text(), 2)];
    let notes =
        prop::collection::btree_set(text(), 0..3).prop_map(|notes| notes.into_iter().collect());
    (
        texts,
        notes,
        codes,
        groups,
        tags,
        any::<bool>(),
        prop::bool::weighted(0.3),
    )
        .prop_map(
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
