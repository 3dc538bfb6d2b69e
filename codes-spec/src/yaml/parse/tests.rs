use proptest::prelude::*;

use super::*;
use crate::yaml::node::Value;

#[test]
fn aliases_of_nested_lists_do_not_multiply_nodes() {
    fn lists(node: &Node<'_>) -> usize {
        match &node.value {
            Value::List(items) => 1 + items.iter().map(lists).sum::<usize>(),
            Value::Map(entries) => entries.iter().map(|(_, value)| lists(value)).sum(),
            _ => 0,
        }
    }
    let text = format!(
        "vendor: &a {}1{}\nnotes: [{}]\n",
        "[".repeat(60),
        "]".repeat(60),
        "*a, ".repeat(20_000)
    );
    let root = parse(&text, Vec::new(), &mut Report::default()).expect_err("they repeat too much");
    assert!(
        lists(&root) < text.len() + 4096,
        "{} of {}",
        lists(&root),
        text.len()
    );
}

/// The scalar keys for the fast path.
const ROW_KEYS: [&str; 5] = ["code", "title", "description", "name", "group"];

/// Returns the trees that the fast and the strict builder make of a text.
fn read(text: &str) -> [Option<String>; 2] {
    [
        Builder::fast(text, ROW_KEYS.to_vec()),
        Builder::strict(text),
    ]
    .map(|mut builder| {
        let mut root = Node::NULL;
        let read = fill(&mut builder, &mut root);
        read.is_ok().then(|| format!("{root:?}"))
    })
}

/// A document with a scalar at every place that allows one.
fn document(scalar: &str) -> String {
    format!(
        "vendor: {scalar}\ncodes:\n  - code: {scalar}\n    title:   {scalar} # x\n    tags: [{scalar}, \"x\",{scalar}]\n\
         \x20   fields: {{x: {scalar}}}\n  - {{code: {scalar},title: &a {scalar}, group: *a}}\n  - code: &b\n      {scalar}\n"
    )
}

fn scalar() -> impl Strategy<Value = String> {
    let text = prop_oneof![
        "[-+]{0,2}(0[xobXOB])?[0-9a-fA-F]{0,3}[0-9]{0,20}",
        "[-+]?[0-9]{0,4}\\.?[0-9]{0,4}([eE][-+]?[0-9]{1,3})?",
        "[-+]?\\.?(inf|Inf|INF|nan|NaN|NAN|infinity)",
        "[-+0-9.][-+0-9a-fx.:_/ ]{0,40}",
        "(null|Null|NULL|nULL|~|true|True|TRUE|tRUE|false|False|FALSE|yes|off)[ x]?",
        "[ -~é]{0,12}",
    ];
    (text, 0..6).prop_map(|(text, style)| match style {
        0 => format!("'{}'", text.replace('\'', "''")),
        1 => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        2 => format!(
            "\"\\\n     {}\"",
            text.replace('\\', "\\\\").replace('"', "\\\"")
        ),
        _ => text,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fast_path_agrees_with_the_parser(scalar in scalar()) {
        for text in [document(&scalar), format!("{scalar}: x\n"), format!("{{x: {{{scalar}: 'x',y}}}}\n")] {
            let [fast, strict] = read(&text);
            prop_assert!(fast.is_none() || fast == strict, "{text}");
        }
    }
}

#[test]
fn fast_path_reads_usual_scalars() {
    for scalar in [
        "404",
        "-1003",
        "0",
        "18446744073709551615",
        "0x02010001",
        "007",
        "5.7.1",
        "2202E",
        "1.5",
        "1e5",
        "+1",
        "3000-3999",
        "-32099 - -32000",
        "2FA_CONFIRM",
        "2024-05-01",
        "550e8400-e29b-41d4-a716-446655440000",
        "no",
        "'null'",
        "\"404\"",
        "'~'",
        "404 is for what is not there",
        "é",
    ] {
        let [fast, strict] = read(&document(scalar));
        assert_eq!(fast, strict, "{scalar}");
    }
}

#[test]
fn bundled_specs_take_the_fast_path() {
    for directory in ["/../specs", "/../tests/specs"] {
        let files = std::fs::read_dir([env!("CARGO_MANIFEST_DIR"), directory].concat())
            .expect("a directory");
        for path in files.map(|file| file.expect("a file").path()) {
            if path
                .extension()
                .is_some_and(|extension| extension == "yaml")
            {
                let [fast, _] = read(&std::fs::read_to_string(&path).expect("text"));
                assert!(fast.is_some(), "{}", path.display());
            }
        }
    }
}
