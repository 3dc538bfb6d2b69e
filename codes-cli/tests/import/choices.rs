//! Options that say how a page is read are recorded in the spec, and obeyed when the page is compared.

use std::fs;

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
        `Text`: title, by its heading and values\n";
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
