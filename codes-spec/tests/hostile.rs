//! Files made to hurt: each is refused in words, before it takes more time or memory than its size justifies.

use codes_spec::load;

fn rules(bytes: &[u8]) -> Vec<&'static str> {
    load("a.yaml", bytes)
        .report
        .shown()
        .iter()
        .map(|diagnostic| diagnostic.rule.id)
        .collect()
}

#[test]
fn nesting_is_refused_however_deep() {
    // what opens again and again, and what is wrong with it a hundred times and three hundred thousand times
    for (open, few, many) in [
        ("[", "depth", "depth"),
        ("{", "depth", "depth"),
        ("{a: ", "depth", "depth"),
        ("[? ", "depth", "depth"),
        ("{'}': ", "depth", "depth"),
        ("[[]", "yaml-bracket", "depth"),
        ("- ", "yaml-list", "yaml-list"),
        ("? ", "yaml", "yaml"),
        ("\"a\": [", "yaml-colon", "yaml-colon"),
        ("a:\n  [", "yaml-colon", "yaml-colon"),
    ] {
        for (times, rule) in [(100, few), (300_000, many)] {
            let text = format!("vendor: {}", open.repeat(times));
            assert_eq!(
                rules(text.as_bytes()),
                [format!("codes::{rule}")],
                "{open} {times}"
            );
        }
    }
    // within the limits, and outside
    let nested = |depth: usize| {
        format!(
            "vendor: {}1{}\ncodes: [{{status: 404}}]",
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    assert_eq!(rules(nested(63).as_bytes()), ["codes::type"]);
    assert_eq!(rules(nested(64).as_bytes()), ["codes::depth"]);
}

#[test]
fn aliases_repeat_little() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for i in 1..20 {
        let again = vec![format!("*a{}", i - 1); 10].join(", ");
        bomb += &format!("a{i}: &a{i} [{again}]\n");
    }
    assert_eq!(rules(bomb.as_bytes()), ["codes::alias"]);
    let big = format!(
        "vendor: &a \"{}\\n\"\nnotes: [{}]\n",
        "x".repeat(100_000),
        "*a, ".repeat(100_000)
    );
    assert_eq!(rules(big.as_bytes()), ["codes::alias"]);
    let itself = "vendor: T\nnotes: &a [*a]\n";
    assert_eq!(rules(itself.as_bytes()), ["codes::depth"]);
    // aliases that repeat a value or two are fine
    let fine =
        "vendor: T\ncodes:\n  - {status: 404, when: &a Later.}\n  - {status: 410, when: *a}\n";
    let loaded = load("a.yaml", fine.as_bytes());
    assert_eq!(loaded.report.to_string(), "");
    assert_eq!(loaded.table.rows[1].when[0].plain(), "Later.");
}

#[test]
fn hundreds_of_thousands_of_mistakes_are_counted() {
    let keys: String = (0..200_000).map(|i| format!("k{i}: 1\n")).collect();
    assert_eq!(load("a.yaml", keys.as_bytes()).report.errors(), 200_002);
    let rows = (0..20_000)
        .map(|i| format!("  - {{status: 404, title: !x a{i}}}\n"))
        .collect::<String>();
    assert_eq!(
        load("a.yaml", format!("vendor: T\ncodes:\n{rows}").as_bytes())
            .report
            .errors(),
        20_000
    );
    let statuses = "x,".repeat(200_000);
    let text = format!("vendor: T\ncodes:\n  - status: [{statuses}]\n");
    assert_eq!(load("a.yaml", text.as_bytes()).report.errors(), 200_000);
    let groups: String = (0..50_000).map(|i| format!("  group{i}: {{}}\n")).collect();
    let rows: String = (0..5_000)
        .map(|i| format!("  - {{code: C{i}, name: N{i}, group: grouq{i}}}\n"))
        .collect();
    let loaded_text = format!("vendor: T\ngroups:\n{groups}codes:\n{rows}");
    let loaded = load("a.yaml", loaded_text.as_bytes());
    assert_eq!(
        (loaded.report.errors(), loaded.report.warnings()),
        (5_000, 49_950)
    );
    let rows: String = (0..20_000)
        .map(|i| format!("  - {{status: 404, title: T{i}, name: Same}}\n"))
        .collect();
    let text = format!("vendor: T\ncodes:\n{rows}");
    let loaded = load("a.yaml", text.as_bytes());
    assert_eq!(loaded.report.errors(), 19_999);
    let last = loaded.report.shown().last().expect("fifty of them");
    assert_eq!(
        last.help(),
        "write `name: Same51` in this row, and `name: Same404` in the first"
    );
}

#[test]
fn directives_are_few() {
    let tags: String = (0..80_000).map(|i| format!("%TAG !a{i}! x\n")).collect();
    assert_eq!(
        rules(format!("{tags}---\nvendor: T\n").as_bytes()),
        ["codes::yaml-start"]
    );
}

#[test]
fn aliases_of_long_texts_and_far_places_stay_small() {
    let rows: String = (0..3_000)
        .map(|i| format!("  - {{status: 404, name: N{i}, description: *d}}\n"))
        .collect();
    let text = format!(
        "vendor: T\nabout: &d {}\ncodes:\n{rows}",
        "x".repeat(1_000_000)
    );
    assert_eq!(rules(text.as_bytes()), ["codes::alias"]);
    let fields: String = (0..20_000).map(|i| format!("k{i}: *a, ")).collect();
    let text = format!("vendor: &a T\ncodes:\n  - {{status: 404, fields: {{{fields}}}}}\nzz: 1\n");
    assert_eq!(rules(text.as_bytes()), ["codes::unknown-key"]);
}

#[test]
fn markdown_nests_little() {
    let about = |unit: &str, times: usize, more: &str| {
        let text = format!("{}x\\n{}", unit.repeat(times), more.repeat(8_000));
        format!("vendor: T\nmarkdown: true\nabout: \"{text}\"\ncodes: [{{status: 404}}]\n")
    };
    for unit in ["- ", "> ", ">", "1) "] {
        for more in ["y\\n", "\\n", "y  \\n"] {
            assert_eq!(rules(about(unit, 40, more).as_bytes()), [""; 0], "{unit}");
            assert_eq!(
                rules(about(unit, 8_000, more).as_bytes()),
                ["codes::markdown-depth"],
                "{unit}"
            );
        }
    }
}

#[test]
fn a_long_key_over_many_values_costs_no_more_than_a_short_one() {
    for key in ["k".repeat(500_000), format!("0x{}1", "0".repeat(500_000))] {
        let text = format!("vendor: T\n? {key}\n: [{}]\nzz: 1\n", "1,".repeat(500_000));
        assert_eq!(
            rules(text.as_bytes()),
            [
                "codes::missing-key",
                "codes::unknown-key",
                "codes::unknown-key"
            ]
        );
    }
}

#[test]
fn files_without_a_table_are_told_apart() {
    assert_eq!(rules(b""), ["codes::empty"]);
    assert_eq!(rules(b"\xef\xbb\xbf"), ["codes::empty"]);
    assert_eq!(rules(b"---\n...\n"), ["codes::empty"]);
    assert_eq!(rules(b"~"), ["codes::empty"]);
    assert_eq!(rules(b"{}"), ["codes::missing-key", "codes::missing-key"]);
    assert_eq!(rules(b"[]"), ["codes::type"]);
    assert_eq!(rules(b"just text"), ["codes::type"]);
    assert_eq!(rules(b"\0"), ["codes::control-character"]);
    assert_eq!(rules(b"vendor: \xff"), ["codes::encoding"]);
    assert_eq!(rules(b"a: 1\n---\n- b: [\n"), ["codes::several-documents"]);
}

#[test]
fn what_stands_before_a_place_that_cannot_be_read_is_kept() {
    let text = "vendor: T\ncodes:\n  - {status: 404, title: Not found}\n  - {status: 410, title: Gone}\n  - title: a: b\n";
    let loaded = load("a.yaml", text.as_bytes());
    assert_eq!(loaded.report.shown()[0].rule.id, "codes::yaml-colon");
    assert_eq!(loaded.report.errors(), 1);
    let names: Vec<_> = loaded
        .table
        .rows
        .iter()
        .map(|row| row.name.as_ref())
        .collect();
    assert_eq!(names, ["NotFound", "Gone"]);
}

#[test]
fn rows_with_mistakes_are_left_out_and_their_names_kept() {
    let text = "vendor: T\ncodes:\n  - {status: 404, title: Not found}\n  - {status: 410, title: Gone, kind: lost}\n  \
                - {status: 4o4, title: Missing}\n  - {status: 402, code: 7, name: 9}\n  - {status: 404, title: Not found}\n";
    let loaded = load("a.yaml", text.as_bytes());
    let names: Vec<_> = loaded
        .table
        .rows
        .iter()
        .map(|row| row.name.as_ref())
        .collect();
    assert_eq!(names, ["NotFound"]);
    assert_eq!(loaded.skipped_names, ["Gone", "Missing"]);
    let kept = "vendor: T\ncodes:\n  - {status: 400, name: Größe}\n";
    let twins = "  - {status: 4o1, name: Größe}\n  - {status: 4o2, name: Hö}\n  - {status: 4o3, name: Hö}\n";
    assert_eq!(
        load("a.yaml", format!("{kept}{twins}").as_bytes()).skipped_names,
        ["Hö"]
    );
}

#[test]
fn a_name_is_known_unless_what_comes_first_is_broken() {
    let skipped = |row: &str| {
        load(
            "a.yaml",
            format!("vendor: T\ncodes: [{{{row}}}]\n").as_bytes(),
        )
        .skipped_names
        .concat()
    };
    for (row, name) in [
        ("status: 4o4, code: Aaa", "Aaa"),
        ("status: [406, 4o6], code: Ccc, title: x", "Ccc"),
        ("status: 404, code: Bbb, title: 404", "Bbb"),
        ("status: 4o5, title: Not allowed", "NotAllowed"),
        ("status: 4o7, code: E11, title: Some title", "SomeTitle"),
        ("status: 404, code: Aaa, name: 7", ""),
        ("status: 404, code: 1.5, title: Some title", ""),
        ("status: 404, code: E11, title: 404", ""),
        ("status: 4o4, code: E11", ""),
        ("<<: {code: Aaa}, title: Some title", ""),
    ] {
        assert_eq!(skipped(row), name, "{row}");
    }
}

#[test]
fn what_comes_of_a_mistake_is_no_mistake() {
    let one = |rule: &str, text: &str| {
        assert_eq!(
            rules(format!("vendor: T\n{text}").as_bytes()),
            [format!("codes::{rule}")],
            "{text}"
        );
    };
    one(
        "repeated-item",
        "codes: [{status: 404, former_names: [D, E, D]}]\n",
    );
    one("type", "tags: [old]\ncodes: [{status: 404, tags: [old]}]\n");
    one(
        "type",
        "groups: [old]\ncodes: [{status: 404, group: old}]\n",
    );
    one(
        "type",
        "tags: {old: Old.}\ncodes: [{status: 404, tags: old}]\n",
    );
    one(
        "type",
        "groups: {old: {title: Old}}\ncodes: {status: 404, group: old}\n",
    );
    one(
        "unknown-tag",
        "tags: {old: Old.}\ncodes: [{status: 404, tags: [odl]}]\n",
    );
    one(
        "status",
        "codes:\n  - {status: 404}\n  - {status: [404, 4o5]}\n",
    );
    one("status", "codes: [{status: 4o4, code: 0}]\n");
    one("merge-key", "codes: [{<<: {status: 404}, title: X}]\n");
    one("merge-key", "<<: {codes: [{status: 404}]}\n");
    one(
        "duplicate-name",
        "codes:\n  - {status: 404, code: NotFound}\n  - {status: 404, title: Not found}\n",
    );
    one(
        "duplicate-name",
        "codes:\n  - {status: 404, title: Not found}\n  - {status: 404, code: NotFound}\n",
    );
    one(
        "status",
        "codes: [{status: &s 4o4}, {status: *s}, {status: 404}]\n",
    );
    one("tag", "codes: [{status: 404, title: !important }]\n");
    one(
        "unknown-key",
        "codes:\n  - {code: 1, title: A}\n  - {status: 404, note: text}\n",
    );
}

#[test]
fn a_slip_in_a_key_is_one_mistake() {
    let text = "vendr: T\ncodes:\n  - {stauts: 404, titel: Not found, autcome: [ok]}\n  - {titel: X, title: Y, status: 410}\n";
    let loaded = load("a.yaml", text.as_bytes());
    assert_eq!(rules(text.as_bytes()), ["codes::unknown-key"; 5]);
    assert_eq!(loaded.table.vendor, "T");
    assert_eq!(loaded.skipped_names, ["NotFound", "Y"]);
}
