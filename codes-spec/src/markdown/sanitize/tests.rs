use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::markdown::plain::{OPTIONS, plain_text};
use crate::markdown::sanitize::sanitize;

#[test]
fn markdown_is_sanitized() {
    let base = Some("https://example.com/docs/errors");
    for (markdown, doc) in [
        (
            "You have **exceeded** your [limits](limits.md).",
            "You have **exceeded** your [limits](<https://example.com/docs/limits.md>)\\.",
        ),
        ("<b>x</b> &amp; `a|b`", "\\<b\\>x\\</b\\> \\& `a|b`"),
        ("# Head\n\ntext", "##### Head\n\ntext"),
        ("a\nb  \nc\n===\n\nd", "##### a b c\n\nd"),
        ("- a\n- b\n  1. c\n\nd", "- a\n\n- b\n\n  1. c\n\nd"),
        ("> q\n> r\\\n> s\nt", "> q r\\\ns t"),
        ("```rust\nlet x;\n```", "```text\nlet x;\n```"),
        ("    code\n\ttab", "```text\ncode\ntab\n```"),
        ("~~~\n```\nunclosed", "````text\n```\nunclosed\n````"),
        (
            "|a|b|\n|:-|-|\n|`c\\|d`|[e]|\n|f",
            "| a | b |\n|:--|---|\n| `c\\|d` | \\[e\\] |\n| f |",
        ),
        (
            "|a|\n|-|\n|[b](c\\|d)|",
            "| a |\n|---|\n| [b](<https://example.com/docs/c%7Cd>) |",
        ),
        (
            "<https://a.b/?c&d> www",
            "[https:\\/\\/a.b/?c\\&d](<https://a.b/?c&amp;d>) www",
        ),
        ("<a@b.c>", "[a\\@b.c](<mailto:a@b.c>)"),
        (
            "[a][b]\n\n[b]: <../c d>",
            "[a](<https://example.com/c%20d>)",
        ),
        (
            "[![a](b) https://c.d](e) f",
            "[a https:\\/\\/c.d](<https://example.com/docs/e>) f",
        ),
        ("![a [b](c)](d)", "[a b](<https://example.com/docs/d>)"),
        (
            "see http://x.y/z.",
            "see [http:\\/\\/x.y/z](<http://x.y/z>)\\.",
        ),
        ("a  \nb\n\n---\n\n- [ ] c", "a\\\nb\n\n* * *\n\n- \\[ \\] c"),
    ] {
        assert_eq!(sanitize(markdown, base), doc, "{markdown:?}");
    }
    assert_eq!(sanitize("[a](b.md)  \n![](c)", None), "a");
}

#[test]
fn languages_and_titles_are_kept() {
    let base = Some("https://example.com/docs/errors");
    for (markdown, doc) in [
        ("```json\n{}\n```", "```json\n{}\n```"),
        ("```json title=\"a\"\n{}\n```", "```json\n{}\n```"),
        ("```c++,ignore\n{}\n```", "```c++\n{}\n```"),
        ("```json`\n", "\\`\\`\\`json\\`"),
        // joined backticks would turn the code after them into HTML
        ("`a`[``b``](javascript:x)", "`a` `b`"),
        ("`a\\`[``<b>`c``](javascript:x)", "`a\\` ``<b>`c``"),
        (
            "[`a`](javascript:x)![](javascript:y)[`b`](javascript:x)",
            "`a` `b`",
        ),
        ("*`a`*`b`", "*`a`*`b`"),
        (
            "[a](b.md 'The \"limits\"\n| `x`')",
            "[a](<https://example.com/docs/b.md> \"The \\\"limits\\\" \\| \\`x\\`\")",
        ),
    ] {
        assert_eq!(sanitize(markdown, base), doc, "{markdown:?}");
    }
}

/// A block ends in the same place as in the input, even if no blank line follows, and separate lists stay separate.
#[test]
fn blocks_stay_apart() {
    for (markdown, doc) in [
        (
            "- a\n  ```\n  b\n  ```\n  c",
            "- a\n\n  ```text\n  b\n  ```\n\n  c",
        ),
        ("- a\n  # b\n  c", "- a\n\n  ##### b\n\n  c"),
        ("- a\n  ***\n  b", "- a\n\n  * * *\n\n  b"),
        (
            "1. |a|\n   |-|\n   |b|\n   > c",
            "1. | a |\n   |---|\n   | b |\n\n   > c",
        ),
        ("-\n- a", "-\n\n- a"),
        (">\n\na", ">\n\na"),
        ("- >\n  a", "- >\n\n  a"),
        ("- a\n\n* b\n\n1. c\n\n1) d", "- a\n\n+ b\n\n1. c\n\n1) d"),
        ("* - +", "- + -"),
        ("999999999. a\n1. b", "999999999. a\n\n999999999. b"),
    ] {
        assert_eq!(sanitize(markdown, None), doc, "{markdown:?}");
    }
}

/// Links lead to the web or nowhere, however they are written.
#[test]
fn links_lead_to_the_web() {
    let targets = [
        "javascript:x",
        "JaVaScRiPt:x",
        "&#106;avascript:x",
        "javascript&colon;x",
        "&#1;javascript:x",
        "&#9;javascript:x",
        "java&#9;script:x",
        "java&NewLine;script:x",
        "\u{a0}javascript:x",
        "data:text/html,x",
        "DATA:x",
        "vbscript:x",
        "file:x",
    ];
    for target in targets {
        for markdown in [
            format!("[x]({target})"),
            format!("[x](<{target}>)"),
            format!("[x]( {target} 'title')"),
            format!("![x]({target})"),
            format!("[![x]({target})]({target})"),
            format!("<{target}>"),
            format!("[x]\n\n[x]: {target}"),
        ] {
            assert!(
                !sanitize(&markdown, None).contains("]("),
                "{markdown}: {}",
                sanitize(&markdown, None)
            );
            let links = links(&sanitize(&markdown, Some("https://example.com/")));
            assert!(
                links
                    .iter()
                    .all(|link| link.starts_with("https://example.com/")),
                "{markdown}: {links:?}"
            );
        }
    }
}

pub(super) fn links(markdown: &str) -> Vec<String> {
    let target = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.into_string())
        }
        _ => None,
    };
    Parser::new_ext(markdown, rustdoc())
        .filter_map(target)
        .collect()
}

/// The options that rustdoc enables.
pub(super) fn rustdoc() -> Options {
    OPTIONS | Options::ENABLE_FOOTNOTES | Options::ENABLE_SMART_PUNCTUATION
}

/// The output has the same text as the input, whatever is next to the marks.
#[test]
fn marks_stay_marks() {
    for markdown in [
        "*https://a.b/x*y",
        "a*<https://a.b/x>*",
        "a*<b>*c",
        "_**a**_b",
        "*a*_b_",
        "**a***b*",
        "*_a_*",
        "_*a_*",
        "*a **b***c",
        "**[a](b)**c",
        "a**b**`c`",
        "~~https://a.b/x~~y",
        "*![a](b)c*d",
        "**a*b*c**",
        "&nbsp;*x*&nbsp;y",
        "*x&nbsp;*y*",
        "[*a*b](c)",
        "***a** b*c",
    ] {
        let out = sanitize(markdown, None);
        let [again, text] =
            [out.as_str(), markdown].map(|markdown| plain_text(markdown).trim().to_owned());
        assert_eq!(again, text, "{markdown}: {out}");
    }
}

/// The output is in proportion to the input, so that no text takes more time and memory than its size justifies.
pub(super) fn assert_small(markdown: &str) {
    let base = format!("https://a.b/{}", "c".repeat(1_000));
    let out = sanitize(markdown, Some(&base)).len();
    assert!(
        out <= 20 * markdown.len() + 4096,
        "{out} of {}: {:?}",
        markdown.len(),
        markdown.get(..200)
    );
    let plain = plain_text(markdown).len();
    assert!(
        plain <= 10 * markdown.len() + 10,
        "{plain} of {}: {:?}",
        markdown.len(),
        markdown.get(..200)
    );
}

#[test]
fn many_elements_of_one_kind_stay_small() {
    for (deep, more) in [
        ("> ", "a\n"),
        ("- ", "a\\\n"),
        ("999999999. ", "a  \n"),
        (">1.\t", "<!--\n"),
        ("", "- a\n"),
        ("  - a\n", "\n"),
        ("> ", "\n```\n"),
        ("a|", "\n"),
        ("|a", "\n|"),
        ("http", "http://"),
        ("http://<", "[a](b) "),
        ("![a", "](b)"),
        ("*a ", "**b"),
        ("[a", "]"),
        ("`", "a"),
        ("<", "&"),
    ] {
        assert_small(&format!("{}x\n{}", deep.repeat(64), more.repeat(2_000)));
        assert_small(&more.repeat(2_000));
    }
    assert_small(&format!(
        "{}\n{}\n{}",
        "|a".repeat(400),
        "|-".repeat(400),
        "x\n".repeat(400)
    ));
    assert_small(&format!(
        "[x]: {}\n\n{}",
        "y".repeat(1_000),
        "[x]".repeat(1_000)
    ));
}
