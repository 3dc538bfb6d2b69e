//! Each sign that a page was misread is doubted on a page that has it, and not on one without it.

use std::fs;

use super::{codes, directory, stderr};

/// Asserts that a page has a doubt, and that another has no doubts except about names.
#[track_caller]
fn assert_doubt(name: &str, page: &str, doubt: &str, without: &str) {
    let doubts = doubts(name, page);
    assert!(
        doubts.iter().any(|line| line.contains(doubt)),
        "{doubts:#?}"
    );
    let left = self::doubts(&format!("{name}_without"), without);
    assert_eq!(left, [""; 0]);
}

/// Returns the doubts of a page, except those about names.
fn doubts(name: &str, page: &str) -> Vec<String> {
    let directory = directory(&format!("doubts_{name}"));
    fs::write(directory.join("page.md"), page).expect("written");
    let done = codes(&directory, &["import", "page.md", "--vendor", "V"]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    let written = String::from_utf8(done.stdout).expect("UTF-8");
    let lines = written.lines().map(str::trim);
    let doubts = lines.filter_map(|line| line.strip_prefix("# doubt: "));
    doubts
        .filter(|line| !line.contains("names, which") && !line.contains("add a `name`"))
        .map(str::to_owned)
        .collect()
}

const CODES: &str = "# Lift API\n\n## Codes\n\n\
    |Code|Text|\n|-|-|\n|E101|The door is open.|\n|E102|The cabin is full.|\n\n";

#[test]
fn headings_about_codes_without_rows() {
    let table = |column: &str| {
        format!(
            "{CODES}## Error codes of the motor\n\n\
             |Motor state||\n|-|-|\n|16|{column}|\n|17|The wire is cut.|\n"
        )
    };
    let parameters = table("The wire is hot.")
        .replace("|16|", "|speed|")
        .replace("|17|", "|level|");
    assert_doubt(
        "announced",
        &table("The wire is hot."),
        "no row was found below the heading `Error codes of the motor`",
        &parameters,
    );
}

#[test]
fn numbered_lines_beside_a_table() {
    let items = "# Doors\n\n* 2001 - The door is open.\n* 2002 - The door is shut.\n* 2003 - The door is gone.\n";
    assert_doubt(
        "numbered",
        &format!("{CODES}{items}"),
        "3 keys such as `2001` may belong to rows",
        &format!("{CODES}{}", items.replace("200", "")),
    );
}

#[test]
fn labelled_numbers_in_headings() {
    let headings = "# States\n\n## Status 1: open\n\nText.\n\n## Status 2: shut\n\nText.\n\n## Status 3: gone\n\nText.\n";
    assert_doubt(
        "labelled",
        &format!("{CODES}{headings}"),
        "3 keys such as `1` may belong to rows",
        &format!("{CODES}{}", headings.replace("Status", "Step")),
    );
}

#[test]
fn headings_in_capitals_beside_a_table() {
    let headings = "# Network\n\n## ENOCABLE\n\nNo cable.\n\n## ENOPOWER\n\nNo power.\n\n## ELOCKED\n\nThe door is locked.\n";
    assert_doubt(
        "capitals",
        &format!("{CODES}{headings}"),
        "3 keys such as `ENOCABLE` may belong to rows",
        &format!("{CODES}{}", headings.replace("ELOCKED", "Locked")),
    );
}

#[test]
fn labelled_numbers_in_nested_items() {
    let page = "# Lift API\n\n* 400 - Bad Request\n  * errno 31 - No key.\n  * errno 32 - Bad key.\n\
        * 404 - Not Found\n  * errno 33 - No lift.\n";
    assert_doubt(
        "nested",
        page,
        "3 keys such as `31` may belong to rows",
        &page.replace("errno", "step"),
    );
}

#[test]
fn statuses_that_http_does_not_have() {
    let page = |statuses: [u16; 3]| {
        let sections =
            statuses.map(|status| format!("## {status} Door stuck\n\nThe door is stuck.\n\n"));
        format!("# Lift API\n\n{}", sections.concat())
    };
    assert_doubt(
        "odd_statuses",
        &page([118, 120, 404]),
        "1 of 3 statuses in headings are registered, but others such as `118` are not",
        &page([400, 404, 409]),
    );
}

#[test]
fn titles_that_begin_with_numbers() {
    let page = "# Lift API\n\n## Codes\n\n|Code|Name|Text|\n|-|-|-|\n\
        |E101|0x07 Open|The door is open.|\n|E102|0x08 Full|The cabin is full.|\n|E103|0x09 Stuck|The lift is stuck.|\n";
    assert_doubt(
        "titles",
        page,
        "titles such as `0x07 Open` begin with a number",
        &page.replace("0x0", "X"),
    );
}

#[test]
fn codes_in_samples() {
    let section = |status: u16, code: &str| {
        format!(
            "## {status} Door stuck\n\nThe door is stuck.\n\n```json\n{{\"code\": {code}, \"text\": \"Stuck\"}}\n```\n\n"
        )
    };
    assert_doubt(
        "samples",
        &format!(
            "# Lift API\n\n{}{}",
            section(400, "1201"),
            section(409, "\"STUCK\"")
        ),
        "the samples of 2 rows have codes such as `1201`, but the rows have none",
        &format!(
            "# Lift API\n\n{}{}",
            section(400, "400"),
            section(409, "409")
        ),
    );
}

#[test]
fn groups_whose_range_excludes_a_row() {
    let page = |range: &str| {
        format!(
            "# Lift API\n\n## {range} Doors\n\n|Code|Text|\n|-|-|\n|3101|The door is open.|\n|3102|The door is shut.|\n"
        )
    };
    for range in ["2000-2999", "2000 – 2999", "20xx", "2xxx"] {
        assert_doubt(
            &format!("range_{}", range.len()),
            &page(range),
            &format!(
                "this row is below the heading `{range} Doors`, which names a range without it"
            ),
            &page(&range.replace('2', "3").replace("30xx", "31xx")),
        );
    }
}

#[test]
fn headings_of_columns_as_titles() {
    let page =
        "# Lift API\n\n## Codes\n\n|Code|Title|\n|-|-|\n|E101|Door open|\n|E102|Error code|\n";
    assert_doubt(
        "head",
        page,
        "this row consists of headings of columns",
        &page.replace("Error code", "Cabin full"),
    );
}
