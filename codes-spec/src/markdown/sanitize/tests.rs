use proptest::prelude::*;
use pulldown_cmark::Options;

use super::*;
use crate::text::visible;

#[test]
fn markdown_is_cleaned() {
    let base = Some("https://example.com/docs/errors");
    for (markdown, doc) in [
        (
            "You have **exceeded** your [limits](limits.md).",
            "You have **exceeded** your [limits](<https://example.com/docs/limits.md>)\\.",
        ),
        ("<b>x</b> &amp; `a|b`", "\\<b\\>x\\<\\/b\\> \\& `a|b`"),
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
            "[https\\:\\/\\/a\\.b\\/\\?c\\&d](<https://a.b/?c&amp;d>) www",
        ),
        ("<a@b.c>", "[a\\@b\\.c](<mailto:a@b.c>)"),
        (
            "[a][b]\n\n[b]: <../c d>",
            "[a](<https://example.com/c%20d>)",
        ),
        (
            "[![a](b) https://c.d](e) f",
            "[a https\\:\\/\\/c\\.d](<https://example.com/docs/e>) f",
        ),
        ("![a [b](c)](d)", "[a b](<https://example.com/docs/d>)"),
        (
            "see http://x.y/z.",
            "see [http\\:\\/\\/x\\.y\\/z](<http://x.y/z>)\\.",
        ),
        ("a  \nb\n\n---\n\n- [ ] c", "a\\\nb\n\n* * *\n\n- \\[ \\] c"),
    ] {
        assert_eq!(clean(markdown, base), doc, "{markdown:?}");
    }
    assert_eq!(clean("[a](b.md)  \n![](c)", None), "a");
}

/// A block ends where it ends, though nothing blank is behind it, and lists that part stay apart.
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
        assert_eq!(clean(markdown, None), doc, "{markdown:?}");
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
                !clean(&markdown, None).contains("]("),
                "{markdown}: {}",
                clean(&markdown, None)
            );
            let links = links(&clean(&markdown, Some("https://example.com/")));
            assert!(
                links
                    .iter()
                    .all(|link| link.starts_with("https://example.com/")),
                "{markdown}: {links:?}"
            );
        }
    }
}

fn links(markdown: &str) -> Vec<String> {
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

/// What rustdoc switches on.
fn rustdoc() -> Options {
    OPTIONS | Options::ENABLE_FOOTNOTES | Options::ENABLE_SMART_PUNCTUATION
}

/// What is written is read again as the same text, whatever stands beside the marks.
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
        let out = clean(markdown, None);
        let [again, text] =
            [out.as_str(), markdown].map(|markdown| plain_text(markdown).trim().to_owned());
        assert_eq!(again, text, "{markdown}: {out}");
    }
}

/// The blocks of a text, and what stands in them.
fn structure(markdown: &str, options: Options) -> Vec<String> {
    let mut found = Found::default();
    for event in TextMergeStream::new(Parser::new_ext(markdown, options)) {
        match event {
            Event::Text(text) | Event::InlineHtml(text) | Event::Html(text) => {
                found.text.push_str(&text);
            }
            Event::Code(code) => found.text.push_str(&format!("<{}>", code.trim())),
            Event::SoftBreak => found.text.push(' '),
            Event::HardBreak if found.heading => found.text.push(' '),
            Event::HardBreak => found.text.push('⏎'),
            Event::TaskListMarker(done) => found.text.push_str(if done { "[x] " } else { "[ ] " }),
            Event::Rule => found.mark("rule"),
            Event::Start(tag) => found.start(&tag),
            Event::End(
                TagEnd::Link
                | TagEnd::Image
                | TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough,
            ) => {}
            Event::End(TagEnd::Paragraph | TagEnd::HtmlBlock) => found.mark(""),
            Event::End(_) => found.mark("end"),
            event => panic!("{event:?} in {markdown}"),
        }
    }
    found.mark("");
    found.blocks
}

#[derive(Default)]
struct Found {
    blocks: Vec<String>,
    text: String,
    heading: bool,
}

impl Found {
    fn start(&mut self, tag: &Tag<'_>) {
        let mark = match tag {
            Tag::Paragraph | Tag::HtmlBlock => "",
            Tag::Heading { .. } => "heading",
            Tag::BlockQuote(_) => "quote",
            Tag::CodeBlock(_) => "code",
            Tag::List(number) => &format!("list {number:?}"),
            Tag::Item => "item",
            Tag::Table(alignments) => &format!("table {alignments:?}"),
            Tag::TableHead | Tag::TableRow => "row",
            Tag::TableCell => "cell",
            _ => return,
        };
        self.mark(mark);
        self.heading = mark == "heading";
    }

    fn mark(&mut self, mark: &str) {
        let text: String = self
            .text
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { visible(c) })
            .collect();
        // breaks before and behind everything break nothing
        let lines = text
            .split('⏎')
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
        self.blocks.extend(
            [lines.join("⏎"), mark.to_owned()]
                .into_iter()
                .filter(|block| !block.is_empty()),
        );
        self.text.clear();
        self.heading = false;
    }
}

/// What Markdown is made of, blocks above all.
fn markdown() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "a",
        "b c",
        "1",
        " ",
        "  ",
        "   ",
        "    ",
        "\t",
        "\n",
        "\n",
        "\n\n",
        "\n  ",
        "\n    ",
        "\n\n  ",
        "\\",
        "\\\n",
        "  \n",
        "- ",
        "\n- ",
        "\n  - ",
        "\n* ",
        "\n+ ",
        "-",
        "1. ",
        "\n1) ",
        "\n2. ",
        "\n999999999. ",
        "> ",
        "\n> ",
        "\n>",
        "# ",
        "\n## ",
        "\n===\n",
        "\n---\n",
        "***",
        "\n```\n",
        "\n  ```\n",
        "```rust\n",
        "~~~\n",
        "`",
        "``",
        "*",
        "**",
        "_",
        "~~",
        "|",
        "\n|a|b|\n|-|:-:|\n|",
        "\n  |a|\n  |-|\n  ||",
        "\n|",
        "<b>",
        "<b\nc>",
        "\n<div>\n",
        "</div>",
        "<!--",
        "-->",
        "&#32;",
        "&#10;",
        "&nbsp;",
        "&amp;",
        "[",
        "]",
        "](c)",
        "](<d|e>)",
        "![",
        "[x]",
        "\n\n[x]: y\n",
        "[ ] ",
        "[^1]",
        "[^1]: ",
        "https://a.b/c",
        "<https://d.e>",
        "<f@g.h>",
        ".",
        "\"",
        "'",
        "--",
        "...",
        ":",
        "\u{301}",
        "é",
        "\u{a0}",
        "\0",
        "\u{202e}",
        "\r",
    ]);
    prop::collection::vec(part, 1..24).prop_map(|parts| parts.concat())
}

/// What is written is in proportion to what is read, so that no text takes more time and memory than its size justifies.
fn assert_small(markdown: &str) {
    let base = format!("https://a.b/{}", "c".repeat(1_000));
    let out = clean(markdown, Some(&base)).len();
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
fn many_of_one_kind_stay_small() {
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocks_stay_what_they_are(markdown in markdown()) {
        let base = Some("https://example.com/a");
        let out = clean(&markdown, base);
        let unix = unix_lines(&markdown);
        prop_assert_eq!(structure(&out, rustdoc()), structure(&unix, OPTIONS), "{}", out);
        let to_web = |link: &String| ["https://", "mailto:"].iter().any(|scheme| link.starts_with(scheme));
        prop_assert!(links(&out).iter().all(to_web), "{}", out);
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn repetitions_stay_small(parts in prop::collection::vec((markdown(), 1..40_usize), 1..4)) {
        let text: String = parts.iter().map(|(part, times)| part.repeat(*times)).collect();
        assert_small(&text);
    }
}
