//! Options that say how a page is read are recorded in the spec, and obeyed when the page is compared.

use std::fs;
use std::path::Path;

use super::{codes, directory, stderr};

const PAGE: &str = "# Errors\n\n\
    ## Cards\n\n| Identifier | Code | Text |\n|---|---|---|\n\
    | CARD_LOST | 61 | The card was lost. |\n| CARD_OLD | 62 | The card is too old. |\n\n\
    ## Retired\n\n| Identifier | Code | Text |\n|---|---|---|\n| CARD_TORN | 70 | The card is torn. |\n";

#[test]
fn options_are_recorded_and_obeyed() {
    let directory = directory("choices");
    fs::write(directory.join("page.md"), PAGE).expect("written");
    let args = ["import", "page.md", "--vendor", "V", "-o", "spec.yaml"];
    let options = ["--code-column", "identifier", "--ignore", "Retired"];
    let done = codes(&directory, &[&args[..], &options].concat());
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    let spec = fs::read_to_string(directory.join("spec.yaml")).expect("the spec");
    let record = "# imported with: codes import --ignore 'Retired' --column 'identifier=code'\n";
    assert!(spec.starts_with(record), "{spec}");
    assert!(
        spec.contains("code: CARD_LOST\n") && !spec.contains("CARD_TORN"),
        "{spec}"
    );

    let check = ["import", "--check", "--texts", "page.md", "spec.yaml"];
    let done = codes(&directory, &check);
    assert_eq!(
        (done.status.code(), done.stdout.len()),
        (Some(0), 0),
        "{}",
        stderr(&done)
    );
    // other options replace those of the spec
    let done = codes(&directory, &[&check[..], &["--table", "Retired"]].concat());
    assert_eq!(done.status.code(), Some(1), "{}", stderr(&done));
}

/// Writes a document and a second file, and imports them.
fn import_both(directory: &Path) -> String {
    fs::create_dir_all(directory.join("specs")).expect("a directory");
    let write = |name: &str, text: &str| fs::write(directory.join(name), text).expect("written");
    // JSON with the extension of a page, so `--from` is needed
    write(
        "errors.md",
        r#"{"E61": {"http_status": 410, "text": "The card was lost."}}"#,
    );
    write(
        "retries.toml",
        "[[errors]]\ncode = \"E61\"\nretry = \"never\"\n",
    );
    let args = ["import", "errors.md", "--vendor", "V", "-o", "specs/a.yaml"];
    let options = ["--from", "json", "--with", "retries.toml"];
    let done = codes(directory, &[&args[..], &options].concat());
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    fs::read_to_string(directory.join("specs/a.yaml")).expect("the spec")
}

const UPDATE: [&str; 4] = ["import", "--update", "errors.md", "specs/a.yaml"];

/// A format and a second file are recorded too, with a path that is relative to the spec.
#[test]
fn format_and_second_file_are_recorded_and_obeyed() {
    let directory = directory("second");
    let written = import_both(&directory);
    let record = "# imported with: codes import --from 'json' --with '../retries.toml'\n";
    assert!(written.starts_with(record), "{written}");
    assert!(written.contains("retry: never\n"), "{written}");
    for mode in ["--check", "--update"] {
        let done = codes(&directory, &["import", mode, "errors.md", "specs/a.yaml"]);
        assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
        let with = "specs/../retries.toml: 1 fact added to 1 row";
        assert!(stderr(&done).contains(with), "{}", stderr(&done));
        assert!(stderr(&done).contains("read as JSON"), "{}", stderr(&done));
    }
    let spec = directory.join("specs/a.yaml");
    fs::write(&spec, written.replace("    retry: never\n", "")).expect("written");
    let done = codes(&directory, &UPDATE);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert_eq!(fs::read_to_string(&spec).expect("the spec"), written);
}

#[test]
fn a_second_file_that_is_given_replaces_the_recorded_one() {
    let directory = directory("replaced");
    import_both(&directory);
    fs::write(
        directory.join("others.toml"),
        "[[errors]]\ncode = \"E61\"\nretry = \"backoff\"\n",
    )
    .expect("written");
    let done = codes(
        &directory,
        &[&UPDATE[..], &["--with", "others.toml"]].concat(),
    );
    assert!(
        stderr(&done).contains("others.toml: 1 fact"),
        "{}",
        stderr(&done)
    );
    fs::remove_file(directory.join("retries.toml")).expect("removed");
    let done = codes(&directory, &UPDATE);
    assert_eq!(done.status.code(), Some(2));
    assert!(
        stderr(&done).contains("retries.toml` does not exist"),
        "{}",
        stderr(&done)
    );
}

#[test]
fn only_the_chosen_table_is_read() {
    let directory = directory("chosen");
    fs::write(directory.join("page.md"), PAGE).expect("written");
    let args = ["import", "page.md", "--vendor", "V", "--table", "retired"];
    let done = codes(&directory, &args);
    let written = String::from_utf8(done.stdout.clone()).expect("UTF-8");
    assert!(
        written.contains("code: 70\n") && !written.contains("CARD_LOST"),
        "{written}"
    );
}

#[test]
fn the_reading_is_explained() {
    let directory = directory("explain");
    fs::write(directory.join("page.md"), PAGE).expect("written");
    let args = [
        "import",
        "page.md",
        "--vendor",
        "V",
        "--explain",
        "--table",
        "Retired",
    ];
    let done = codes(
        &directory,
        &[&args[..], &["--column", "Code=fields"]].concat(),
    );
    let expected = "table with 1 row below `Retired`\n  \
        `Identifier`: code, by its heading and values\n  \
        `Code`: fields, chosen by an option\n  \
        `Text`: description, by its heading and values\n";
    assert!(stderr(&done).starts_with(expected), "{}", stderr(&done));
}

#[test]
fn headings_that_the_page_lacks_are_reported() {
    let directory = directory("lacks");
    fs::write(directory.join("page.md"), PAGE).expect("written");
    for option in [
        ["--table", "Nope"],
        ["--ignore", "Nope"],
        ["--status-column", "Nope"],
    ] {
        let args = ["import", "page.md", "--vendor", "V"];
        let done = codes(&directory, &[&args[..], &option].concat());
        assert_eq!(done.status.code(), Some(2));
        assert!(
            stderr(&done).contains("has no heading or enum `Nope`"),
            "{}",
            stderr(&done)
        );
    }
}

/// A column without a heading is chosen by its number, as the doubts suggest.
#[test]
fn columns_without_headings_are_chosen_by_their_numbers() {
    let directory = directory("numbers");
    let page = "Lamps\n\nlamp_gone   Sold.   10.5\nlamp_off   Dark.   12.5\n";
    fs::write(directory.join("page.txt"), page).expect("written");
    let args = ["import", "page.txt", "--vendor", "V"];
    let done = codes(
        &directory,
        &[&args[..], &["--column", "column 3=code"]].concat(),
    );
    let written = String::from_utf8(done.stdout.clone()).expect("UTF-8");
    assert!(written.contains("code: '10.5'\n"), "{written}");
    let done = codes(
        &directory,
        &[&args[..], &["--column", "column 4=code"]].concat(),
    );
    assert_eq!(done.status.code(), Some(2), "{}", stderr(&done));
}

/// A column of groups replaces the headings above the table. An empty cell continues the group above it.
#[test]
fn a_column_can_have_the_groups() {
    let directory = directory("groups");
    let page = "# Lamps\n\n## Codes\n\n|Category|Code|Text|\n|-|-|-|\n\
        |Bulbs|E1|The bulb is gone.|\n|Bulbs|E2|The bulb is loose.|\n|Switches|E3|The switch is stuck.|\n||E4|It is dark.|\n";
    fs::write(directory.join("page.md"), page).expect("written");
    let args = ["import", "page.md", "--vendor", "V"];
    let done = codes(
        &directory,
        &[&args[..], &["--column", "Category=group", "-o", "a.yaml"]].concat(),
    );
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    let written = fs::read_to_string(directory.join("a.yaml")).expect("written");
    for group in [
        "  bulbs:\n    title: Bulbs\n",
        "  switches:\n    title: Switches\n",
    ] {
        assert!(written.contains(group), "{written}");
    }
    let groups: Vec<_> = written
        .lines()
        .filter_map(|line| line.strip_prefix("    group: "))
        .collect();
    assert_eq!(groups, ["bulbs", "bulbs", "switches", "switches"]);
    let done = codes(
        &directory,
        &["import", "--check", "--texts", "page.md", "a.yaml"],
    );
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert_eq!(
        codes(&directory, &["check", "a.yaml"]).status.code(),
        Some(0)
    );
}
