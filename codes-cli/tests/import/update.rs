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
        "{status: 402, code: \"StringEmpty\", aliases: [NoString], name: NoString, title: Out of string}",
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

/// Rows cannot be added to a list in brackets, but the rows in it can be changed.
#[test]
fn what_cannot_be_added_is_reported() {
    let at = directory("reported");
    let spec = "vendor: V\ncodes: [{status: 402, code: NoString, title: Out of string}]\n";
    fs::write(at.join("a.yaml"), spec).expect("written");
    let done = codes(&at, &["import", "--update", &page("columns.md"), "a.yaml"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let notes = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(notes.contains("not added: 429 | SkyFull"), "{notes}");
    assert!(notes.contains("`codes` is written in brackets"), "{notes}");
    let updated = fs::read_to_string(at.join("a.yaml")).expect("a spec");
    assert!(
        updated.contains("code: \"StringEmpty\", aliases: [NoString]"),
        "{updated}"
    );
}
