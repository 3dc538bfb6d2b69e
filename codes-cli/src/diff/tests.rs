//! Every single change is seen, and nothing else is.

mod texts;

use codes_spec::{KEYS, Loaded, Schema, load};
use proptest::prelude::*;
use proptest::sample::Index;

use super::change::{Change, Level};
use super::{changes, show};
use Level::{Major, Minor, Patch};

fn read(spec: &str) -> Loaded<'_> {
    let loaded = load("spec.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
    loaded
}

fn diff(old: &str, new: &str) -> Vec<Change> {
    changes(&read(old).table, &read(new).table, false)
}

/// What stands in the table besides `vendor`, or in its only row, before and after; and what that means.
type Case = (&'static str, &'static str, &'static str, Level);

const AROUND: &[Case] = &[
    ("vendor", "vendor: T", "vendor: U", Patch),
    ("title", "vendor: T", "vendor: T\ntitle: A", Patch),
    (
        "source",
        "vendor: T\nsource: A",
        "vendor: T\nsource: B",
        Patch,
    ),
    (
        "retrieved",
        "vendor: T\nretrieved: 2026-11-19",
        "vendor: T\nretrieved: 2026-11-20",
        Patch,
    ),
    ("protocol", "vendor: T", "vendor: T\nprotocol: FTP", Minor),
    (
        "base_url",
        "vendor: T",
        "vendor: T\nbase_url: https://example.com/",
        Patch,
    ),
    (
        "about",
        "vendor: T\nabout: A.",
        "vendor: T\nabout: B.",
        Patch,
    ),
    (
        "notes",
        "vendor: T\nnotes: [A., B.]",
        "vendor: T\nnotes: [B., A.]",
        Patch,
    ),
    (
        "markdown",
        "vendor: T\nabout: A.",
        "vendor: T\nabout: A.\nmarkdown: true",
        Patch,
    ),
    (
        "display",
        "vendor: T",
        "vendor: T\ndisplay: '{name}'",
        Patch,
    ),
    (
        "display",
        "vendor: T\ndisplay: '{status}'",
        "vendor: T\ndisplay: '{status}{title}'",
        Patch,
    ),
    (
        "code_format",
        "vendor: T",
        "vendor: T\ncode_format: hex",
        Minor,
    ),
    (
        "code_format",
        "vendor: T\ncode_format: hex2",
        "vendor: T\ncode_format: hex4",
        Patch,
    ),
    (
        "code_format",
        "vendor: T\ncode_format: hex8",
        "vendor: T\ncode_format: hex4",
        Major,
    ),
    (
        "body",
        "vendor: T",
        "vendor: T\nbody: {code: [/code]}",
        Minor,
    ),
    (
        "body",
        "vendor: T\nbody: {code: [/code]}",
        "vendor: T\nbody: {code: [/code], message: [/m]}",
        Minor,
    ),
    (
        "body",
        "vendor: T\nbody: {code: [/code]}",
        "vendor: T\nbody: {code: [/code], statuses: 5xx}",
        Minor,
    ),
    (
        "groups",
        "vendor: T",
        "vendor: T\ngroups: {a: {title: A}}",
        Patch,
    ),
    (
        "groups",
        "vendor: T\ngroups: {a: {title: A}}",
        "vendor: T\ngroups: {a: {title: B}}",
        Patch,
    ),
    (
        "groups",
        "vendor: T\ngroups: {a: {title: A}}",
        "vendor: T\ngroups: {a: {title: A, about: B.}}",
        Patch,
    ),
    ("tags", "vendor: T", "vendor: T\ntags: {a: A.}", Minor),
    ("tags", "vendor: T\ntags: {a: A.}", "vendor: T", Major),
    (
        "tags",
        "vendor: T\ntags: {a: A.}",
        "vendor: T\ntags: {a: B.}",
        Patch,
    ),
    ("reserved", "vendor: T", "vendor: T\nreserved: [5]", Patch),
];

const ROW: &[Case] = &[
    ("status", "status: 404", "status: 410", Minor),
    ("status", "status: 404", "status: [404, 410]", Minor),
    ("status", "status: [404, 410]", "status: [410, 404]", Minor),
    (
        "status",
        "status: [404, 5xx]",
        "status: [404, 500-599]",
        Patch,
    ),
    ("code", "code: a", "code: b", Major),
    ("code", "code: a", "code: b, aliases: [a]", Minor),
    ("code", "code: a", "status: 404", Major),
    ("code", "status: 404", "status: 404, code: a", Minor),
    ("code", "code: 7", "code: '7'", Major),
    ("code", "code: 7", "code: 1-9", Minor),
    ("code", "code: 1-9", "code: 1 - 9", Patch),
    ("code", "code: 1-9", "code: 2-9", Major),
    ("code", "code: 1-9", "code: 1-8", Major),
    ("aliases", "code: a", "code: a, aliases: [b]", Minor),
    ("aliases", "code: a, aliases: [b]", "code: a", Major),
    ("aliases", "code: 1-9, aliases: [7]", "code: 1-9", Patch),
    ("name", "code: a", "code: a, name: B", Major),
    (
        "name",
        "code: a",
        "code: a, name: B, former_names: [Row]",
        Minor,
    ),
    ("title", "code: a", "code: a, title: B", Patch),
    (
        "description",
        "code: a, description: A.",
        "code: a, description: B.",
        Patch,
    ),
    (
        "when",
        "code: a, when: [A., B.]",
        "code: a, when: [B., A.]",
        Patch,
    ),
    ("action", "code: a", "code: a, action: A.", Patch),
    ("messages", "code: a", "code: a, messages: [A]", Minor),
    (
        "outcome",
        "code: a, outcome: ok",
        "code: a, outcome: error",
        Minor,
    ),
    ("kind", "code: a", "code: a, kind: gone", Minor),
    ("retry", "code: a, retry: never", "code: a", Minor),
    ("group", "code: a", "code: a, group: g", Patch),
    ("tags", "code: a", "code: a, tags: [t]", Minor),
    (
        "url",
        "code: a",
        "code: a, url: https://example.com/",
        Patch,
    ),
    (
        "fields",
        "code: a, fields: {A: B}",
        "code: a, fields: {A: C}",
        Patch,
    ),
    ("examples", "code: a", "code: a, examples: [A]", Patch),
    ("deprecated", "code: a", "code: a, deprecated: true", Minor),
    ("deprecated", "code: a, deprecated: true", "code: a", Patch),
    (
        "deprecated",
        "code: a, deprecated: true",
        "code: a, deprecated: {since: A}",
        Patch,
    ),
    (
        "deprecated",
        "code: a, deprecated: {since: A}",
        "code: a, deprecated: {note: A}",
        Patch,
    ),
    (
        "former_names",
        "code: a, former_names: [B]",
        "code: a",
        Major,
    ),
    (
        "former_names",
        "code: a",
        "code: a, former_names: [B]",
        Minor,
    ),
];

fn table(around: &str) -> String {
    let group = if around.contains("groups") {
        ", group: a"
    } else {
        ""
    };
    format!("{around}\ncodes: [{{name: Row, code: 7, status: 404, title: A{group}}}]\n")
}

fn row(row: &str) -> String {
    let name = if row.contains("name:") {
        ""
    } else {
        "name: Row, "
    };
    format!("vendor: T\ngroups: {{g: {{title: G}}}}\ntags: {{t: T.}}\ncodes: [{{{name}{row}}}]\n")
}

fn check(&(key, ..): &Case, level: Level, old: &str, new: &str) {
    let found = diff(old, new);
    let lines = show::human(&found, None, crate::paint::Paint::NONE);
    assert_eq!(show::verdict(&found), Some(level), "{old}{new}{lines}");
    assert!(
        found
            .iter()
            .any(|change| change.key == key && change.level == level),
        "{old}{new}{lines}"
    );
    assert!(found.iter().all(|change| !change.why.is_empty()));
    assert!(!diff(new, old).is_empty(), "{old}{new}");
    assert_eq!(diff(old, old), []);
}

#[test]
fn a_change_of_each_key_is_seen_and_graded() {
    for case in AROUND {
        check(case, case.3, &table(case.1), &table(case.2));
    }
    for case in ROW {
        check(case, case.3, &row(case.1), &row(case.2));
    }
    let missing = |cases: &[Case], name: &str, of: &str| {
        let is_there = cases.iter().any(|case| case.0 == name);
        assert!(
            is_there,
            "the key `{name}`: compare it in `diff`, and show in `{of}`, above, what a change of it means"
        );
    };
    for key in KEYS {
        match key.schema {
            Schema::Rows(keys) => keys.iter().for_each(|key| missing(ROW, key.name, "ROW")),
            _ => missing(AROUND, key.name, "AROUND"),
        }
    }
}

#[test]
fn code_and_alias_that_change_places_are_one_change() {
    assert_eq!(
        diff(&row("code: a, aliases: [b]"), &row("code: b, aliases: [a]")).len(),
        1
    );
}

#[test]
fn rows_are_known_again() {
    let renamed = |old: &str, new: &str| -> Vec<String> {
        let spec = |rows: &str| format!("vendor: T\ncodes: [{rows}]\n");
        let found = diff(&spec(old), &spec(new));
        let names = found
            .into_iter()
            .filter(|change| ["name", "codes"].contains(&change.key));
        names
            .map(
                |Change {
                     old, new, why, key, ..
                 }| {
                    let guess = if why.contains("a guess") { "?" } else { "" };
                    let known = if key == "name" { ">" } else { "-" };
                    format!(
                        "{}{known}{}{guess}",
                        old.unwrap_or_default(),
                        new.unwrap_or_default()
                    )
                },
            )
            .collect()
    };
    let a = "{code: A, status: 404, title: No such thing}";
    // its code, its code as an alias, its name as a former one
    assert_eq!(renamed(a, "{code: A, name: B}"), ["A>B"]);
    assert_eq!(renamed(a, "{code: B, aliases: [A]}"), ["A>B"]);
    assert_eq!(renamed("{code: A, aliases: [B]}", "{code: B}"), ["A>B"]);
    assert_eq!(renamed(a, "{code: B, former_names: [A]}"), ["A>B"]);
    // two rows that come to be one
    assert_eq!(
        renamed(
            "{code: A}, {code: B}",
            "{code: B, aliases: [A], former_names: [A]}"
        ),
        ["A>B"]
    );
    // likeness, best first; a row that is not like any is no other
    assert_eq!(
        renamed(a, "{code: B, status: 404, title: Not such a thing}"),
        ["A>B?"]
    );
    let b = "{code: B, status: 404, title: Some route of no such thing}";
    assert_eq!(
        renamed(
            a,
            &format!("{b}, {{code: C, status: 404, title: No such thing at all}}")
        )
        .len(),
        2
    );
    assert_eq!(
        renamed(
            a,
            &format!("{b}, {{code: C, status: 404, title: No such thing at all}}")
        ),
        ["A>C?", "-404 Some route of no such thing (B)"]
    );
    assert_eq!(
        renamed(a, "{code: B, status: 404, title: Wrong route}"),
        ["404 No such thing (A)-", "-404 Wrong route (B)"]
    );
    assert_eq!(
        renamed(
            "{status: 404, name: Unauthorised}",
            "{status: 404, name: Unauthorized}"
        ),
        ["Unauthorised>Unauthorized?"]
    );
    // of several rows with one code, the status tells
    let both = |one, other| {
        format!("{{code: A, status: 404, name: {one}}}, {{code: A, status: 410, name: {other}}}")
    };
    assert_eq!(
        renamed(&both("One", "Two"), &both("Eins", "Zwei")),
        ["One>Eins", "Two>Zwei"]
    );
}

#[test]
fn a_code_that_comes_to_be_shared_is_told_of() {
    let spec = |rows: &str| format!("vendor: T\ncodes: [{{code: A, status: 404}}{rows}]\n");
    let found = diff(&spec(""), &spec(", {code: A, status: 410, name: B}"));
    assert_eq!(
        show::human(&found, None, crate::paint::Paint::NONE),
        "minor  A: code `A` shared; another row has it too, so that `parse` reads neither from it\n\
         minor  B: added; there is a variant more\n\
         verdict: minor (2 minor)\n"
    );
}

#[test]
fn many_rows_are_known_again_by_their_titles() {
    let spec = |name: &str| -> String {
        let rows = (0..20_000)
            .map(|i| format!("  - {{status: 404, name: {name}{i}, title: Title of {i}}}\n"));
        format!("vendor: T\ncodes:\n{}", rows.collect::<String>())
    };
    assert_eq!(diff(&spec("Old"), &spec("New")).len(), 20_000);
}

prop_compose! {
    /// A row as it may stand in a table, whatever its number.
    fn drawn()(
        status in prop::sample::select(vec!["", "status: 404, ", "status: [500, 4xx], outcome: error, "]),
        title in prop::sample::select(vec!["", "title: Not found, ", "title: Gone, "]),
        rest in prop::sample::select(vec!["", "retry: never, ", "kind: gone, when: A., ", "tags: [t], action: B., "]),
        alias: bool,
    ) -> (String, bool) {
        (format!("{status}{title}{rest}"), alias)
    }
}

fn spec(rows: &[(usize, (String, bool))]) -> String {
    let row = |(i, (text, alias)): &(usize, (String, bool))| {
        let alias = if *alias {
            format!("aliases: [b{i}], ")
        } else {
            String::new()
        };
        format!("  - {{{text}{alias}code: a{i}, name: R{i}, description: Text {i}.}}\n")
    };
    format!(
        "vendor: T\ntags: {{t: T.}}\ncodes:\n{}",
        rows.iter().map(row).collect::<String>()
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_is_no_change(rows in prop::collection::vec(drawn(), 1..20).prop_map(|rows| rows.into_iter().enumerate().collect::<Vec<_>>()), seed in prop::collection::vec(any::<u32>(), 20)) {
        let mut shuffled = rows.clone();
        shuffled.sort_by_key(|(i, _)| seed[*i]);
        prop_assert_eq!(diff(&spec(&rows), &spec(&rows)), []);
        prop_assert_eq!(diff(&spec(&rows), &spec(&shuffled)), []);
    }

    #[test]
    fn one_row_more_or_less_or_another(rows in prop::collection::vec(drawn(), 2..20), at: Index, changed in drawn()) {
        let rows: Vec<_> = rows.into_iter().enumerate().collect();
        let at = at.index(rows.len());
        let mut fewer = rows.clone();
        let (_, row) = fewer.remove(at);
        let name = format!("R{at}");
        for (old, new, level) in [(&rows, &fewer, Major), (&fewer, &rows, Minor)] {
            let found = diff(&spec(old), &spec(new));
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!((found[0].level, found[0].row.as_deref(), found[0].key), (level, Some(name.as_str()), "codes"));
        }
        let differs = changed != row;
        let mut others = rows.clone();
        others[at].1 = changed;
        let found = diff(&spec(&rows), &spec(&others));
        prop_assert_eq!(!found.is_empty(), differs);
        prop_assert!(found.iter().all(|change| change.row.as_deref() == Some(&name)));
    }
}
