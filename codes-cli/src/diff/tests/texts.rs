//! Changes to titles, descriptions and other texts.

use super::{diff, plain, render};

#[test]
fn markdown_is_a_change_only_if_there_were_texts() {
    let spec = |rest: &str| format!("vendor: T\ncodes: [{{status: 404, title: A{rest}}}]\n");
    let keys = |old: &str, new: &str| {
        diff(old, new)
            .into_iter()
            .map(|change| change.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(&spec(""), &spec(", description: B.")), ["description"]);
    for (head, row) in [
        ("groups: {g: {title: G, about: A.}}", ", group: g"),
        ("tags: {g: A.}", ", tags: [g]"),
    ] {
        let plain = format!("{head}\n{}", spec(row));
        assert_eq!(
            keys(&plain, &format!("markdown: true\n{plain}")),
            ["markdown"]
        );
    }
}

#[test]
fn only_changes_of_displayed_text_or_documentation_are_reported() {
    let reasons = |old: &str, new: &str| {
        let [old, new] = [old, new].map(|text| {
            format!("vendor: T\nmarkdown: true\nbase_url: https://example.com/\ncodes: [{{status: 404, description: {text:?}}}]\n")
        });
        diff(&old, &new)
            .into_iter()
            .map(|change| change.why)
            .collect::<Vec<_>>()
    };
    assert_eq!(reasons("It's **lost**.", "It\\'s **lost**."), [""; 0]);
    assert_eq!(
        reasons("It's **lost**.", "It's *lost*."),
        ["changes documentation only"]
    );
    assert_eq!(
        reasons("It's **lost**.", "It is **lost**."),
        ["changes displayed text"]
    );
}

#[test]
fn changed_groups_tags_and_fields_are_named() {
    let spec = |title: &str, text: &str| {
        format!(
            "vendor: T\ngroups: {{g: {{title: {title}, about: '{text}'}}}}\ntags: {{t: '{text}'}}\n\
             codes: [{{status: 404, group: g, tags: [t], fields: {{f: '{text}'}}}}]\n"
        )
    };
    let long = "A text that is so long that it is better shown by the files than here.";
    let found = diff(&spec("A", "Short."), &spec("B", long));
    assert_eq!(
        plain(&render::human(&found, None)),
        "patch  table: group `g: A` → `g: B`; changes documentation only\n\
         patch  table: group `g` changed; changes documentation only\n\
         patch  table: tag `t` changed; changes documentation only\n\
         patch  NotFound: field `f: Short.` removed; changes `field()`\n\
         patch  NotFound: field `f` added; changes `field()`\n\
         verdict: patch (5 patch)\n"
    );
    assert_eq!(found[1].new, Some(format!("g: {long}")));
}
