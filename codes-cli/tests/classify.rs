//! Classification of replies: handwritten cases, and a comparison with the reference implementation for 600,000
//! replies to random and bundled tables. The reference uses the tables of `codes-spec` and none of the runtime's
//! records and indexes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use codes_cli::testing::load;
use codes_cli::testing::random::{self, Random};
use codes_cli::testing::reference::{self, Step};
use codes_cli::testing::replies;
use codes_runtime::__private::v1;
use codes_runtime::{Match, Reply};

/// Returns the names of the matching rows, and checks that the variant of the match agrees with their number.
fn names(found: &Match<codes_runtime::Row>) -> Vec<&'static str> {
    let names: Vec<_> = found
        .candidates()
        .iter()
        .map(codes_runtime::Row::name)
        .collect();
    match found {
        Match::One(row) => assert_eq!(names, [row.name()]),
        Match::Several(several) => assert!(several.len() == names.len() && names.len() > 1),
        Match::Unlisted => assert_eq!(names, [""; 0]),
    }
    names
}

fn status(status: u16) -> Reply<'static> {
    Reply::new().status(status)
}

fn code(code: &'static str) -> Reply<'static> {
    Reply::new().code(code)
}

#[test]
fn rows_are_matched_by_code_before_status() {
    let text = "{status: 5xx, code: Down, name: A}
{status: 404, code: Gone, name: B}
{code: Gone, name: C}
{status: [409, 423], code: Busy, name: D}
{status: 409, code: Busy, name: E}
{status: 400, code: Busy, name: F}
{status: 404, name: G}
{status: 40x, name: H}
{status: 4xx, name: I}
{status: [400-499, 404], code: Wide, name: J}";
    let cases = [
        (status(503), "A"),
        (status(503).code("Nothing"), ""), // a class with a code does not match another code
        (status(500).code("Down"), "A"),
        (status(404).code("Down"), "A"),
        (status(404).code("Gone"), "B"),
        (status(410).code("Gone"), "C"), // a row without status comes before one with another status
        (code("Gone"), "BC"),
        (status(409).code("Busy"), "DE"),
        (status(423).code("Busy"), "D"),
        (status(400).code("Busy"), "F"),
        (status(500).code("Busy"), "DEF"), // only rows with other statuses have the code
        (status(404), "G"),
        (status(404).code("Nothing"), "G"),
        (status(409), "DE"),
        (status(409).code("Nothing"), "H"), // rows with a code do not match another code
        (status(400), "F"),
        (status(410), "I"),
        (status(404).code("Wide"), "J"),
        (status(200), ""),
        (status(200).code("busy"), ""),
        (Reply::new().message("Busy"), ""),
    ];
    check("", text, &cases);
}

#[test]
fn integer_codes_are_matched_by_ranges() {
    let integers = "{code: 1000-1999, name: A}
{code: 1000-1099, name: B}
{code: 1042, name: C}
{status: 409, code: 1000-1999, name: D}
{status: 4xx, code: 1042, name: E}
{code: 7-7, name: F}
{code: -5 - -1, name: G}";
    let cases = [
        (Reply::new().code(1042), "CE"), // an integer comes before ranges that contain it
        (Reply::new().code(1041), "B"),
        (Reply::new().code(1100), "AD"),
        (status(409).code("1042"), "E"), // codes are compared before statuses
        (status(409).code(1041), "D"),
        (status(500).code(1042), "C"),
        (code("01042"), ""),
        (code("+1042"), ""),
        (code("0x412"), ""),
        (code("7"), "F"),
        (Reply::new().code(-5), "G"),
        (code("-5"), "G"),
        (Reply::new().code(0), ""),
    ];
    check("", integers, &cases);
}

#[test]
fn hex8_codes_are_matched_signed_and_unsigned() {
    let hex8 = "{code: -2147467259, name: A}
{code: 0x80070005, name: B}
{code: -16 - -1, name: C}
{code: 0xC0000000-0xCFFFFFFF, name: D}";
    let cases = [
        (Reply::new().code(-2_147_467_259), "A"),
        (Reply::new().code(0x8000_4005_u32), "A"),
        (code("0x80004005"), "A"),
        (code("2147500037"), "A"),
        (Reply::new().code(-2_147_024_891), "B"),
        (code("-2147024891"), "B"),
        (Reply::new().code(0xffff_fff0_u32), "C"),
        (Reply::new().code(-16), "C"),
        (code("0xffffffff"), "C"),
        (Reply::new().code(0xc123_4567_u32.cast_signed()), "D"),
        (code("0xFFFFFFFF80004005"), ""),
    ];
    check("code_format: hex8\n", hex8, &cases);
}

#[test]
fn text_codes_are_not_matched_as_integers() {
    let code_text = "{code: \"7\", name: A}\n{code: \"07\", name: B}\n{code: \"0x7\", name: C}\n{code: \"-7\", name: D}";
    check(
        "",
        code_text,
        &[
            (Reply::new().code(7), "A"),
            (Reply::new().code(-7), "D"),
            (code("07"), "B"),
        ],
    );
}

/// Checks that runtime and reference agree, and returns the rules that decided.
fn agree(
    written: &codes_spec::Table<'static>,
    table: &'static codes_runtime::Table,
    reply: Reply<'_>,
) -> Vec<Step> {
    let (expected, steps) = reference::classify(written, &reply);
    let found = table.classify(&reply);
    let expected = expected.iter().map(|&row| written.rows[row].name.as_ref());
    assert!(
        names(&found).into_iter().eq(expected),
        "{reply:?}: {found:?} by {steps:?}\n{written:#?}"
    );
    assert_eq!(v1::classify(table, &reply), found, "{reply:?}");
    steps
}

/// Checks which rows match each reply. The expected rows are given by their one-letter names.
fn check(head: &str, rows: &str, cases: &[(Reply<'_>, &str)]) {
    let rows = rows.lines().enumerate().map(|(i, row)| {
        format!(
            "  - {}, title: T{i}, outcome: error}}\n",
            &row[..row.len() - 1]
        )
    });
    let spec = format!("vendor: Test\n{head}codes:\n{}", rows.collect::<String>());
    let (_, table) = load(spec);
    for (reply, expected) in cases {
        assert_eq!(
            names(&table.classify(reply)).concat(),
            *expected,
            "{reply:?}"
        );
    }
}

#[test]
fn messages_distinguish_rows_with_the_same_code() {
    let mut spec = "vendor: Test\ncodes:\n".to_owned();
    for i in 0..25 {
        let message = if i < 9 { ", 'every *'" } else { "" };
        let _ = writeln!(
            spec,
            "  - {{status: 400, code: Invalid, name: R{i}, title: T{i}, messages: ['field {i} *'{message}]}}"
        );
    }
    let (_, table) = load(spec);
    let reply = Reply::new().status(400).code("Invalid");
    for i in 0..25 {
        for end in [" is wrong\n", " ", ""] {
            let message = format!("\t field {i}{end}");
            assert_eq!(
                names(&table.classify(&reply.message(&message))),
                [format!("R{i}")]
            );
        }
    }
    for message in ["", "Field 1 is wrong", "a field 1 is wrong"] {
        assert_eq!(
            table.classify(&reply.message(message)),
            Match::Unlisted,
            "{message:?}"
        );
    }
    // nine rows fit equally, more than a match can list, so all rows of the code are candidates
    let several = table.classify(&reply.message("every one")).candidates();
    assert_eq!(several.len(), 25);
}

#[test]
fn random_tables_are_classified_like_the_reference() {
    let mut seen = BTreeMap::<Step, usize>::new();
    let mut numbers = Random(7);
    for _ in 0..800 {
        let (written, table) = load(random::spec(&mut numbers));
        for _ in 0..500 {
            for step in agree(written, table, replies::reply(&mut numbers)) {
                *seen.entry(step).or_default() += 1;
            }
        }
    }
    // make sure that every rule was tested
    for step in Step::ALL {
        assert!(
            seen.get(&step).is_some_and(|&times| times >= 500),
            "{step:?} was tested too rarely: {seen:?}"
        );
    }
}

#[test]
fn bundled_tables_are_classified_like_the_reference() {
    let mut numbers = Random(11);
    for vendor in ["points", "reference", "coverage", "limits", "guide"] {
        let path = format!("{}/../specs/{vendor}.yaml", env!("CARGO_MANIFEST_DIR"));
        let (written, table) = load(std::fs::read_to_string(path).expect("a spec"));
        for _ in 0..40_000 {
            agree(written, table, replies::reply_of(&mut numbers, written));
        }
    }
}
