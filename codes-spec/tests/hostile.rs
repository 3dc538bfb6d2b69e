//! Malicious files: each is rejected with a message, before it takes more time or memory than its size justifies.

mod support;

use codes_spec::load;
use support::rules;

#[test]
fn deep_nesting_is_refused() {
    // a text, and the rules that 100 and 300,000 repetitions of it break
    for (open, few, many) in [
        ("[", "depth", "depth"),
        ("{", "depth", "depth"),
        ("{a: ", "depth", "depth"),
        ("[? ", "depth", "depth"),
        ("{'}': ", "depth", "depth"),
        ("[[]", "yaml-bracket", "depth"),
        ("- ", "yaml-list", "yaml-list"),
        ("? ", "yaml-start", "yaml-start"),
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
    // at the limit, and beyond it
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
fn aliases_that_multiply_text_are_refused() {
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
    // a few aliases are valid
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
        "change one of the two names, for example this one to `T50`"
    );
}

#[test]
fn many_directives_are_refused() {
    let tags: String = (0..80_000).map(|i| format!("%TAG !a{i}! x\n")).collect();
    assert_eq!(
        rules(format!("{tags}---\nvendor: T\n").as_bytes()),
        ["codes::yaml-start"]
    );
}

#[test]
fn aliases_of_long_texts_stay_small() {
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
fn deep_markdown_is_refused() {
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
fn files_without_a_table_have_different_mistakes() {
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
