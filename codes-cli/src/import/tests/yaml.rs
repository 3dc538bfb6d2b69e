//! Any text is written as YAML that is read back unchanged.

use codes_spec::load;
use proptest::prelude::*;

use crate::yaml;

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_back(text in any_text(), indent in 2..9usize) {
        prop_assume!(!text.trim().is_empty());
        let spec = format!("vendor: V\nabout: {}\ncodes: [{{status: 404}}]\n", yaml::text(&text, indent));
        let loaded = load("", spec.as_bytes());
        prop_assert_eq!(loaded.report.errors(), 0, "{}\n{}", loaded.report, spec);
        prop_assert_eq!(&loaded.table.about.expect("the text").text, &text, "{}", spec);
        prop_assert!(spec.lines().all(|line| line.chars().count() < 115) || text.split(' ').any(|word| word.len() > 9) || spec.contains(['"', '\'', '|']), "{}", spec);
    }

    #[test]
    fn any_line_is_read_back(text in any_line()) {
        prop_assume!(!text.trim().is_empty() && text != "<<");
        let spec = format!("vendor: V\nabout: {0}\ncodes:\n  - status: 404\n    fields:\n      {0}: {0}\n", yaml::line(&text));
        let loaded = load("", spec.as_bytes());
        prop_assert_eq!(loaded.report.errors(), 0, "{}\n{}", loaded.report, spec);
        prop_assert_eq!(&loaded.table.rows[0].fields[0].0, &text);
        prop_assert_eq!(&loaded.table.rows[0].fields[0].1, &text);
    }
}

#[test]
fn names_like_items_of_a_list_are_quoted() {
    for name in ["1) Sending", "12. Reading"] {
        let spec = format!(
            "vendor: V\ngroups:\n  {}: {{}}\ncodes: [{{status: 404}}]\n",
            yaml::line(name)
        );
        let loaded = load("", spec.as_bytes());
        assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
        assert_eq!(loaded.table.groups[0].id, name);
    }
    assert_eq!(yaml::line("1.5 seconds"), "1.5 seconds");
}

#[test]
fn text_like_comments_and_escape_sequences_is_quoted() {
    for text in ["Gone // or lost", "Gone.\\nTry again."] {
        let spec = format!(
            "vendor: V\ncodes: [{{status: 404, title: {}}}]\n",
            yaml::line(text)
        );
        let loaded = load("", spec.as_bytes());
        assert_eq!(loaded.report.warnings(), 0, "{}", loaded.report);
        assert_eq!(loaded.table.rows[0].title.as_deref(), Some(text));
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "([a-z'\":#>|*&!%@`,{}-]{1,9}[ \n]{1,3}){0,40}[a-z]",
        "(true|Null|~|0x1F|1e3|-|\\? |\\[a\\]|12:30|=|<<|y|2026-01-01|4xx|1_000|\\.5|# x|a: b|a #b|'|\"|\\\\|\u{85}|\u{feff}|\u{202e}|\t|\n| ){1,3}",
    ]
}

fn any_line() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| text.replace(codes_spec::is_unprintable, " "))
}
