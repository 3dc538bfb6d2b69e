//! Rendered diagnostics point at the right token, whatever is on its line.

use codes_spec::load;

fn report(text: &str) -> String {
    load("a.yaml", text.as_bytes()).report.to_string()
}

#[test]
fn byte_order_marks_and_line_ends_do_not_shift_locations() {
    let expected = "\
error: `4o4` is not a valid status  [codes::status]
 --> a.yaml:3:13
  |
3 |   - status: 4o4
  |             ^^^ did you mean 404?
";
    let lines = [
        "vendor: T",
        "codes:",
        "  - status: 4o4",
        "    title: Not found",
        "",
    ];
    for end in ["\n", "\r\n", "\r"] {
        assert_eq!(report(&lines.join(end)), expected, "{end:?}");
        assert_eq!(
            report(&format!("\u{feff}{}", lines.join(end))),
            expected,
            "{end:?}"
        );
    }
}

#[test]
fn carets_account_for_wide_and_combining_characters() {
    assert_eq!(
        report("vendor: T\ncodes:\n  - {title: \"残高\u{301}\", status: 4o4}\n"),
        "\
error: `4o4` is not a valid status  [codes::status]
 --> a.yaml:3:28
  |
3 |   - {title: \"残高\u{301}\", status: 4o4}
  |                             ^^^ did you mean 404?
"
    );
    assert_eq!(
        report("vendor: T\ncodes:\n  - {title:\tX,\tstatus: 4o4}\n"),
        "\
error: `4o4` is not a valid status  [codes::status]
 --> a.yaml:3:24
  |
3 |   - {title:    X,    status: 4o4}
  |                              ^^^ did you mean 404?
"
    );
}

#[test]
fn control_and_direction_characters_are_replaced() {
    let shown = report("vendor: T\ncodes:\n  - {title: \"a\u{202e}b\u{2028}c\", status: 4o4}\n");
    assert!(shown.contains("a\u{fffd}b\u{fffd}c"), "{shown}");
    assert!(
        report("vendor: T\n\"\\e[31m\": x\ncodes: [{status: 404}]\n")
            .contains("unknown key `\u{fffd}[31m`")
    );
    assert!(
        load("a\nb.yaml", b"vendor: 1")
            .report
            .to_string()
            .contains("--> a\u{fffd}b.yaml:1:9")
    );
}

#[test]
fn a_long_line_is_cropped_around_its_mark() {
    let word = "x".repeat(10_000);
    let shown = report(&format!(
        "vendor: T\ncodes:\n  - {{name: Lost, title: {word}, status: 4o4, description: {word}}}\n"
    ));
    let lines: Vec<_> = shown.lines().collect();
    assert!(
        lines.iter().all(|line| line.chars().count() < 140),
        "{shown}"
    );
    assert_eq!(lines[1], " --> a.yaml:3:10035");
    let mark = lines[4].find('^').expect("a caret");
    assert_eq!(
        lines[3].chars().skip(mark).take(3).collect::<String>(),
        "4o4"
    );
    assert!(
        lines[3].starts_with("3 | …xxx") && lines[3].ends_with("xxx…"),
        "{shown}"
    );

    let title = format!(
        "vendor: T\ncodes:\n  - {{status: 404, name: {}-}}\n",
        "y".repeat(10_000)
    );
    assert!(
        report(&title)
            .lines()
            .all(|line| line.chars().count() < 500)
    );
}

/// A wide character that the left edge would cut is omitted.
#[test]
fn carets_account_for_wide_characters_in_cropped_lines() {
    for quote in ["\"", "\"x"] {
        let report = report(&format!(
            "vendor: T\nnotes: [{quote}{}\", 5]\ncodes: [{{status: 404}}]\n",
            "残".repeat(100)
        ));
        let lines: Vec<_> = report.lines().collect();
        let columns = |text: &str| {
            text.chars()
                .map(|c| if c == '残' { 2 } else { 1 })
                .sum::<usize>()
        };
        let (before, _) = lines[3].split_once('5').expect("the value is shown");
        assert_eq!(Some(columns(before)), lines[4].find('^'), "{report}");
    }
}

#[test]
fn values_on_several_lines_are_marked_where_they_begin() {
    let retrieved = |value: &str| {
        let report = report(&format!(
            "vendor: T\nretrieved: {value}\ncodes: [{{status: 404}}]\n"
        ));
        report
            .lines()
            .skip(3)
            .take(2)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        retrieved("some\n  day # soon"),
        ["2 | retrieved: some", "  |            ^^^^"]
    );
    assert_eq!(
        retrieved("&a 'to''day' # soon\ntitle: *a"),
        [
            "2 | retrieved: &a 'to''day' # soon",
            "  |               ^^^^^^^^^"
        ]
    );
    assert_eq!(
        retrieved("\"\\x41 \\\"day\"  "),
        [
            "2 | retrieved: \"\\x41 \\\"day\"",
            "  |            ^^^^^^^^^^^^"
        ]
    );
    assert_eq!(
        retrieved("|  # soon\n  today\n"),
        ["2 | retrieved: |  # soon", "  |            ^"]
    );
    assert_eq!(retrieved("&a"), ["2 | retrieved: &a", "  |            ^^"]);
    assert_eq!(
        retrieved("&a # soon\n  some day\ntitle: *a"),
        ["3 |   some day", "  |   ^^^^^^^^"]
    );
}

#[test]
fn a_tag_without_a_value_has_a_location() {
    for text in [
        "!!str ",
        "vendor: T\ntitle: !!str\ncodes: [{status: 4o4}]\n",
        "vendor: T\nsource: !!str\n\nretrieved: x\n",
    ] {
        let loaded = load("a.yaml", text.as_bytes());
        assert!(loaded.report.errors() > 0, "{text}");
    }
}

/// The mistakes that are found last can be the first in the file, and warnings never hide an error.
#[test]
fn the_first_mistakes_in_the_file_are_shown() {
    let bad: String = (1000..1300)
        .map(|i| format!("  - {{status: {i}}}\n"))
        .collect();
    let text = format!("vendor: T\ncodes:\n  - {{status: [204, 404], title: Nothing}}\n{bad}");
    let loaded = load("a.yaml", text.as_bytes());
    assert_eq!(loaded.report.shown()[0].rule.id, "codes::outcome-unclear");
    assert_eq!(
        (loaded.report.shown().len(), loaded.report.errors()),
        (50, 301)
    );

    let doubtful: String = (0..300)
        .map(|i| format!("  - {{status: 204, code: C{i}, name: N{i}}}\n"))
        .collect();
    let text = format!("vendor: T\ncodes:\n{doubtful}  - {{status: 404, name: N0}}\n");
    let loaded = load("a.yaml", text.as_bytes());
    assert_eq!((loaded.report.errors(), loaded.report.warnings()), (1, 300));
    assert!(
        loaded
            .report
            .shown()
            .iter()
            .any(|diagnostic| diagnostic.rule.id == "codes::duplicate-name")
    );
}

#[test]
fn mistakes_come_in_file_order_and_are_capped() {
    let rows: String = (0..80).map(|i| format!("  - status: {i}\n")).collect();
    let text = format!("vendor: T\ngroups: {{unused: {{title: A}}}}\ncodes:\n{rows}");
    let loaded = load("a.yaml", text.as_bytes());
    let report = &loaded.report;
    assert_eq!(
        (
            report.errors(),
            report.warnings(),
            report.shown().len(),
            report.omitted()
        ),
        (80, 1, 50, 31)
    );
    let lines: Vec<_> = report
        .shown()
        .iter()
        .map(|diagnostic| diagnostic.location.line)
        .collect();
    assert_eq!(lines, (4..54).collect::<Vec<_>>());
    assert!(report.to_string().ends_with("\n… and 31 more\n"));
}
