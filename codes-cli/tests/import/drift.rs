//! Pages are compared with the specs that were written from them, and with older copies of themselves.

use std::fs;
use std::path::Path;

use super::{codes, directory, names, stderr};

const PAGE: &str = "# Depot errors\n\n\
    ## Cards\n\n| Status | Code | Text |\n|---|---|---|\n\
    | 404 | not_found | Nothing was found |\n| 402 | card_lost | The card was lost |\n\n\
    ## Crates\n\n| Status | Code | Text |\n|---|---|---|\n\
    | 404 | not_found | Nothing was found |\n| 409 | crate_open | The crate is open |\n";

fn check(directory: &Path, args: &[&str]) -> (Option<i32>, String) {
    let done = codes(directory, &[&["import", "--check"], args].concat());
    let out = String::from_utf8(done.stdout.clone()).expect("UTF-8");
    (done.status.code(), out + &stderr(&done))
}

/// Writes the specs of a page into `specs`.
fn split(directory: &Path, page: &str) {
    fs::write(directory.join("page.md"), page).expect("written");
    fs::create_dir(directory.join("specs")).expect("a directory");
    let args = [
        "import", "page.md", "--vendor", "V", "--split", "-o", "specs",
    ];
    let done = codes(directory, &args);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
}

#[test]
fn sections_are_compared_alone_and_together() {
    let directory = directory("drift-sections");
    split(&directory, PAGE);
    // a row in two sections is in both specs
    for (file, rows) in [("cards", 2), ("crates", 2)] {
        let path = format!("specs/{file}.yaml");
        let spec = fs::read_to_string(directory.join(&path)).expect("a spec");
        assert_eq!(spec.matches("- status: ").count(), rows, "{spec}");
        assert_eq!(check(&directory, &["--texts", "page.md", &path]).0, Some(0));
    }
    let (exit, out) = check(&directory, &["page.md", "specs"]);
    assert_eq!(exit, Some(0), "{out}");
    assert_eq!(
        out,
        "4 rows in page.md, 4 rows in 2 specs: no differences\n"
    );

    // with several specs, each difference starts with the file of its spec
    fs::write(
        directory.join("page.md"),
        PAGE.replace("card_lost", "card_gone"),
    )
    .expect("written");
    let (exit, out) = check(
        &directory,
        &["page.md", "specs/cards.yaml", "specs/crates.yaml"],
    );
    assert_eq!(exit, Some(1));
    assert!(
        out.contains(
            "specs/cards.yaml: changed: 402 card_lost (CardLost): code `card_lost` → `card_gone`\n"
        ),
        "{out}"
    );
}

#[test]
fn sections_without_headings_are_compared_too() {
    let directory = directory("drift-phrases");
    let page = "Depot errors\n\nClient errors\n\n400 Bad Request\n404 Not Found\n\n\
        Server errors\n\n500 Broken\n503 Busy\n";
    split(&directory, page);
    let files = names(&directory.join("specs"));
    assert_eq!(files.len(), 2, "{files:?}");
    for file in files {
        let (exit, out) = check(&directory, &["page.md", &format!("specs/{file}")]);
        assert_eq!(exit, Some(0), "{out}");
    }
}

#[test]
fn rows_without_a_section_are_compared_too() {
    let directory = directory("drift-rest");
    let page = "# Errors\n\n| Status | Text |\n|---|---|\n| 400 | Bad Request |\n\n\
        ## Crates\n\n| Status | Text |\n|---|---|\n| 409 | The crate is open |\n";
    split(&directory, page);
    assert_eq!(
        names(&directory.join("specs")),
        ["codes.yaml", "crates.yaml"]
    );
    let (exit, out) = check(&directory, &["page.md", "specs/codes.yaml"]);
    assert_eq!(exit, Some(0), "{out}");
}

#[test]
fn only_changes_since_the_baseline_are_reported() {
    let directory = directory("drift-baseline");
    fs::write(directory.join("old.md"), PAGE).expect("written");
    let args = ["import", "old.md", "--vendor", "V", "-o", "spec.yaml"];
    assert_eq!(codes(&directory, &args).status.code(), Some(0));
    // edited by hand: titles, a description, and a row that the page does not have
    let spec = fs::read_to_string(directory.join("spec.yaml")).expect("the spec");
    let spec = spec.replace(
        "title: The card was lost",
        "title: Lost\n    description: Restated.",
    ) + "\n  - status: 410\n    code: gone\n";
    fs::write(directory.join("spec.yaml"), &spec).expect("written");
    let unchanged = ["--baseline", "old.md", "old.md", "spec.yaml"];
    let (exit, out) = check(&directory, &unchanged);
    assert_eq!((exit, out.lines().count()), (Some(0), 1), "{out}");

    let page = PAGE
        .replace("The crate is open", "The crate is open or wet")
        .replace("| 402 | card_lost | The card was lost |\n", "")
        + "| 410 | gone | Gone |\n| 429 | too_fast | Slow down |\n";
    fs::write(directory.join("new.md"), page).expect("written");
    let (exit, out) = check(&directory, &["--baseline", "old.md", "new.md", "spec.yaml"]);
    assert_eq!(exit, Some(1));
    let expected = "renamed: 409 crate_open (CrateOpen): title `The crate is open` → `The crate is open or wet`\n\
        not in the spec: 429 | too_fast | Slow down\n  \
        - status: 429\n    code: too_fast\n    title: Slow down\n    group: crates\n\
        not on the page: 402 | card_lost | The card was lost (CardLost)\n";
    assert!(out.starts_with(expected), "{out}");

    // a change that the spec already has is not reported
    let spec = spec.replace(
        "title: The crate is open",
        "title: The crate is open or wet",
    );
    fs::write(directory.join("spec.yaml"), spec).expect("written");
    let (_, out) = check(&directory, &["--baseline", "old.md", "new.md", "spec.yaml"]);
    assert!(!out.contains("renamed"), "{out}");
}

#[test]
fn added_rows_can_be_pasted() {
    let directory = directory("drift-pasted");
    fs::write(directory.join("page.md"), PAGE).expect("written");
    let args = ["import", "page.md", "--vendor", "V", "-o", "spec.yaml"];
    assert_eq!(codes(&directory, &args).status.code(), Some(0));
    fs::write(
        directory.join("page.md"),
        PAGE.to_owned() + "| 410 | \"no\": #1 | [Gone](https://depot.example/gone) |\n",
    )
    .expect("written");
    let (exit, out) = check(&directory, &["page.md", "spec.yaml"]);
    assert_eq!(exit, Some(1));
    let yaml: String = out
        .lines()
        .filter(|line| line.starts_with("  "))
        .map(|line| line.to_owned() + "\n")
        .collect();
    let spec = fs::read_to_string(directory.join("spec.yaml")).expect("the spec");
    fs::write(directory.join("spec.yaml"), spec + "\n" + &yaml).expect("written");
    let (exit, out) = check(&directory, &["page.md", "spec.yaml"]);
    assert_eq!(exit, Some(0), "{yaml}{out}");
}

/// The largest pages that are read take less than 500 MiB.
#[test]
#[cfg(target_os = "linux")]
fn large_pages_take_bounded_memory() {
    use std::process::Command;
    const KIBIBYTES: u32 = 500 * 1024;
    let directory = directory("drift-memory");
    let pages = [
        // each row has many codes, and each code gets the texts of its row
        (
            "rows.md",
            "| Codes | Text |\n|---|---|\n",
            "| E1, E2, E3, E4 | [a](https://b.example) |\n",
            40_000,
        ),
        (
            "wide.html",
            "<table>",
            "<tr><td rowspan=9 colspan=9>404<td><a href=/x>y</a>",
            40_000,
        ),
    ];
    for (name, start, piece, times) in pages {
        fs::write(
            directory.join(name),
            start.to_owned() + &piece.repeat(times),
        )
        .expect("written");
        let limited = format!("ulimit -v {KIBIBYTES} && exec \"$0\" \"$@\"");
        let done = Command::new("sh")
            .args(["-c", &limited, env!("CARGO_BIN_EXE_codes")])
            .args([
                "import",
                name,
                "--vendor",
                "V",
                "-o",
                "spec.yaml",
                "--force",
            ])
            .current_dir(&directory)
            .output()
            .expect("the command runs");
        // rejected because of their rows, not killed by the memory limit
        assert!(
            matches!(done.status.code(), Some(1)),
            "{name}: {}",
            stderr(&done)
        );
    }
}

#[test]
fn sections_with_the_same_heading_are_compared_alone() {
    let directory = directory("drift-headings");
    let page = PAGE
        .replace("## Crates", "## Cards")
        .replace("crate_open", "card_open");
    split(&directory, &page);
    for file in ["cards", "cards_2"] {
        let path = format!("specs/{file}.yaml");
        let (exit, out) = check(&directory, &["page.md", &path]);
        assert_eq!(exit, Some(0), "{out}");
    }
    assert_eq!(check(&directory, &["page.md", "specs"]).0, Some(0));
}

#[test]
fn pages_are_compared_with_the_facts_of_a_second_document() {
    let directory = directory("drift-with");
    split(&directory, PAGE);
    let with = "[[errors]]\ncode = \"card_lost\"\ndescription = \"It fell down.\"\n\n\
        [[errors]]\ncode = \"crate_open\"\ndescription = \"Close it.\"\n";
    fs::write(directory.join("more.toml"), with).expect("written");
    let args = ["--with", "more.toml", "--baseline", "page.md"];
    let (exit, out) = check(&directory, &[&args[..], &["page.md", "specs"]].concat());
    assert_eq!(exit, Some(0), "{out}");
    let new = PAGE.replace("The card was lost", "The card is gone");
    fs::write(directory.join("new.md"), new).expect("written");
    let (exit, out) = check(&directory, &[&args[..], &["new.md", "specs"]].concat());
    assert_eq!(exit, Some(1), "{out}");
    assert!(
        out.contains("The card is gone") && !out.contains("fell"),
        "{out}"
    );
}
