//! Pairing of rows, and codes that become shared.

use super::{Change, diff, plain, render};

/// Lists renamed, added and removed rows. A guess is marked with a question mark.
fn renamed(old: &str, new: &str) -> Vec<String> {
    let spec = |rows: &str| format!("vendor: T\ncodes: [{rows}]\n");
    let describe = |change: Change| {
        let guess = if change.why.contains("assumed to be the same") {
            "?"
        } else {
            ""
        };
        let sign = if change.key == "name" { ">" } else { "-" };
        let (old, new) = (
            change.old.unwrap_or_default(),
            change.new.unwrap_or_default(),
        );
        format!("{old}{sign}{new}{guess}")
    };
    let changes = diff(&spec(old), &spec(new)).into_iter();
    changes
        .filter(|change| ["name", "codes"].contains(&change.key))
        .map(describe)
        .collect()
}

const A: &str = "{code: A, status: 404, title: No such thing}";

#[test]
fn rows_are_paired_by_code_alias_and_former_name() {
    assert_eq!(renamed(A, "{code: A, name: B}"), ["A>B"]);
    assert_eq!(renamed(A, "{code: B, aliases: [A]}"), ["A>B"]);
    assert_eq!(renamed("{code: A, aliases: [B]}", "{code: B}"), ["A>B"]);
    assert_eq!(renamed(A, "{code: B, former_names: [A]}"), ["A>B"]);
    // two rows that were merged
    let merged = "{code: B, aliases: [A], former_names: [A]}";
    assert_eq!(renamed("{code: A}, {code: B}", merged), ["A>B"]);
    // rows with the same code are paired by status
    let both = |one, other| {
        format!("{{code: A, status: 404, name: {one}}}, {{code: A, status: 410, name: {other}}}")
    };
    assert_eq!(
        renamed(&both("One", "Two"), &both("Eins", "Zwei")),
        ["One>Eins", "Two>Zwei"]
    );
}

#[test]
fn rows_are_paired_by_similarity_the_most_similar_first() {
    let one = "{code: B, status: 404, title: Not such a thing}";
    assert_eq!(renamed(A, one), ["A>B?"]);
    let two = "{code: B, status: 404, title: Some route of no such thing}, \
               {code: C, status: 404, title: No such thing at all}";
    assert_eq!(
        renamed(A, two),
        ["A>C?", "-404 Some route of no such thing (B)"]
    );
    let other = "{code: B, status: 404, title: Wrong route}";
    assert_eq!(
        renamed(A, other),
        ["404 No such thing (A)-", "-404 Wrong route (B)"]
    );
    let (old, new) = (
        "{status: 404, name: Unauthorised}",
        "{status: 404, name: Unauthorized}",
    );
    assert_eq!(renamed(old, new), ["Unauthorised>Unauthorized?"]);
}

#[test]
fn a_code_that_becomes_shared_is_reported() {
    let spec = |rows: &str| format!("vendor: T\ncodes: [{{code: A, status: 404}}{rows}]\n");
    let found = diff(&spec(""), &spec(", {code: A, status: 410, name: B}"));
    assert_eq!(
        plain(&render::human(&found, None)),
        "minor  A: code `A` is now shared; another row now has the same code, so parsing the code fails\n\
         minor  B: added; existing code still compiles\n\
         verdict: minor (2 minor)\n"
    );
}

#[test]
fn twenty_thousand_rows_are_paired_by_title() {
    let spec = |name: &str| -> String {
        let rows = (0..20_000)
            .map(|i| format!("  - {{status: 404, name: {name}{i}, title: Title of {i}}}\n"));
        format!("vendor: T\ncodes:\n{}", rows.collect::<String>())
    };
    assert_eq!(diff(&spec("Old"), &spec("New")).len(), 20_000);
}
