//! Which rows are paired, and what is said of rows that share a code.

use super::{Change, diff, plain, render};

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
        plain(&render::human(&found, None)),
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
