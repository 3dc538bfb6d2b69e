//! `--update` writes the spec in place, or nothing.

use std::fs;

use super::{codes, directory, page, stderr};

const SPEC: &str = "vendor: Kites # ours\ncodes:\n  - {status: 402, code: NoString, title: Out of string}\n  # old\n  - status: 410\n    title: Kite burnt\n";

#[test]
fn a_spec_is_updated_in_place() {
    let at = directory("update");
    let spec = at.join("kites.yaml");
    fs::write(&spec, SPEC).expect("written");
    let update = |args: &[&str]| {
        let page = page("columns.md");
        codes(
            &at,
            &[&["import", "--update", &page, "kites.yaml"], args].concat(),
        )
    };
    assert!(update(&["--dry-run"]).status.success());
    assert_eq!(fs::read_to_string(&spec).expect("kept"), SPEC);
    assert!(update(&["--retrieved", "2026-11-27"]).status.success());
    let updated = fs::read_to_string(&spec).expect("a spec");
    let expected = [
        "vendor: Kites # ours\nretrieved: 2026-11-27\n",
        "{status: 402, code: \"StringEmpty\", aliases: [NoString], name: NoString, title: Out of string, description: Buy more string.}",
        "    title: Kite burnt\n    deprecated:\n      note: No longer listed by the vendor.\n",
        "\n  - status: 429\n    code: SkyFull\n",
    ];
    for part in expected {
        assert!(updated.contains(part), "{part}\n{updated}");
    }
    let again = update(&[]);
    assert!(stderr(&again).contains("no changes"), "{}", stderr(&again));
    assert_eq!(fs::read_to_string(&spec).expect("a spec"), updated);
    assert_eq!(super::names(&at), ["kites.yaml"]);
}

#[test]
fn a_spec_that_cannot_be_changed_is_kept() {
    let at = directory("kept");
    let page = page("columns.md");
    for (spec, problem) in [
        (
            "vendor: V\ncodes:\n  - {status: 600, title: Other}\n",
            "no row of `a.yaml` is in",
        ),
        (
            "vendor: V\ncodes: [{status: 4o2}]\n",
            "cannot compare the page with a spec that has errors",
        ),
    ] {
        fs::write(at.join("a.yaml"), spec).expect("written");
        let done = codes(&at, &["import", "--update", &page, "a.yaml"]);
        assert_eq!(done.status.code(), Some(1));
        assert!(stderr(&done).contains(problem), "{}", stderr(&done));
        assert_eq!(fs::read_to_string(at.join("a.yaml")).expect("kept"), spec);
    }
}

/// Updates a spec from a page, and returns the notes and the spec.
fn updated(name: &str, page: &str, spec: &str) -> (String, String) {
    let at = directory(name);
    fs::write(at.join("page.md"), page).expect("written");
    fs::write(at.join("a.yaml"), spec).expect("written");
    let done = codes(&at, &["import", "--update", "page.md", "a.yaml"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let notes = String::from_utf8_lossy(&done.stdout).into_owned();
    let spec = fs::read_to_string(at.join("a.yaml")).expect("a spec");
    (notes, spec)
}

#[test]
fn rows_are_added_to_a_list_in_brackets() {
    let spec = "vendor: V\ncodes: [{status: 402, code: NoString, title: Out of string}]\n";
    let columns = fs::read_to_string(page("columns.md")).expect("a page");
    let (notes, updated) = updated("brackets", &columns, spec);
    assert!(notes.contains("added: 429 | SkyFull"), "{notes}");
    assert!(
        updated.contains("code: \"StringEmpty\", aliases: [NoString]"),
        "{updated}"
    );
    assert!(
        updated.contains(", {status: 429, code: SkyFull, title: Too many kites, description: Wait"),
        "{updated}"
    );
}

const GROUPED: &str = "# Errors\n\n\
    ## Kites\n\n| Status | Code | Title |\n|---|---|---|\n| 402 | NoString | Out of string |\n\n\
    ## Sky\n\n| Status | Code | Title |\n|---|---|---|\n| 429 | SkyFull | Sky full |\n";

/// A group that a person renamed in the spec is kept. Other groups of the source are added, or reported if the spec has
/// no groups.
#[test]
fn groups_of_the_source_are_added_or_reported() {
    let row = "codes:\n  - status: 402\n    code: NoString\n    title: Out of string\n";
    let spec = format!("vendor: V\ngroups:\n  k:\n    title: Strings # ours\n{row}    group: k\n");
    let (notes, text) = updated("groups", GROUPED, &spec);
    assert!(notes.contains("added: group `Sky`"), "{notes}");
    let groups = "    title: Strings # ours\n  sky:\n    title: Sky\n";
    assert!(text.contains(groups), "{text}");
    assert!(
        text.ends_with("    title: Sky full\n    group: sky\n"),
        "{text}"
    );
    let more = GROUPED.replace(
        "| 402 | NoString | Out of string |",
        "| 402 | NoString | Out of string |\n| 403 | NoKite | No kite |",
    );
    let (_, text) = updated("renamed", &more, &spec);
    assert!(
        text.contains("    title: No kite\n    group: k\n"),
        "{text}"
    );
    let (notes, _) = updated("ungrouped", GROUPED, &format!("vendor: V\n{row}"));
    let reported = "not added: group `Sky`: the spec has no `groups`";
    assert!(notes.contains(reported), "{notes}");
    assert!(!notes.contains("`Kites`"), "{notes}");
}

/// Facts that a person set in the spec are kept, and different facts in the source are reported.
#[test]
fn facts_that_differ_are_reported() {
    let page = "| Status | Code | Title | Retry | Kind | Region |\n|---|---|---|---|---|---|\n\
        | 402 | NoString | Out of string | never | not_found | west |\n\
        | 429 | SkyFull | Sky full | backoff | rate_limited | east |\n";
    let spec = "vendor: V\ncodes:\n  - status: 402\n    code: NoString\n    title: Out of string\n    \
        retry: backoff # ours\n    kind: permission_denied\n    fields:\n      Region: west\n  - status: 429\n    \
        code: SkyFull\n    title: Sky full\n    retry: backoff\n    fields: {Region: south}\n";
    let (notes, text) = updated("facts", page, spec);
    let expected = [
        "line 3: 402 Out of string (NoString): kind is `not_found` in the source; not changed\n",
        "line 3: 402 Out of string (NoString): retry is `never` in the source; not changed\n",
        "changed: 429 Sky full (SkyFull): kind is now `rate_limited`\n",
    ];
    assert_eq!(notes, expected.concat());
    let filled = spec.replace("Sky full\n", "Sky full\n    kind: rate_limited\n");
    assert_eq!(text, filled);
    let at = directory("facts-texts");
    fs::write(at.join("page.md"), page).expect("written");
    fs::write(at.join("a.yaml"), spec).expect("written");
    let done = codes(&at, &["import", "--update", "--texts", "page.md", "a.yaml"]);
    let notes = String::from_utf8_lossy(&done.stdout).into_owned();
    let field = "SkyFull): fields is `Region: east` in the source; not changed";
    assert!(notes.contains(field), "{notes}");
    let done = codes(&at, &["import", "--check", "--texts", "page.md", "a.yaml"]);
    let lines = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(lines.contains("retry `backoff` → `never`"), "{lines}");
}
