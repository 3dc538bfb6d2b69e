use codes_spec::load;

use super::anchors::{Anchors, fragment};
use super::base_url;
use super::page::TablePage;

fn html(spec: &str) -> String {
    let loaded = load("a.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
    let page = TablePage {
        table: &loaded.table,
        file: "a.html".to_owned(),
        anchors: Anchors::new(&loaded.table),
        base_url: None,
    };
    page.html() + &super::index::html(&[page], None)
}

fn anchors(spec: &str) -> Vec<String> {
    let loaded = load("a.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
    let anchors = Anchors::new(&loaded.table);
    let rows = 0..loaded.table.rows.len();
    rows.map(|at| anchors.of(at).join(" ")).collect()
}

#[test]
fn codes_aliases_and_names_lead_to_rows() {
    let spec = "
vendor: V
codes:
  - {status: 404, code: not_found, aliases: [gone, lost], former_names: [Missing]}
  - {status: 402, code: not found, name: Second}
  - {status: 402, code: card, detail: a}
  - {status: 402, code: card, detail: b}
  - {status: 500, title: Third}
  - {code: Third, name: Fourth}
  - {status: 501, title: Ü/ü, name: Fifth, former_names: [Third2]}
";
    assert_eq!(
        anchors(spec),
        [
            "not_found gone lost NotFound Missing",
            "not-found Second",
            "CardA",
            "CardB",
            "row-Third",
            "Third Fourth",
            "Fifth Third2",
        ]
    );
    assert_eq!(fragment("a-*:ü"), "a-*:%C3%BC");
}

const HOSTILE: &str = r##"
vendor: <script>v</script>
title: '"><img src=x>'
about: <b>about</b> &amp;
source: javascript:alert(1)
markdown: true
base_url: https://a.example/
groups: {g: {title: <i>group</i>, about: "[x](javascript:alert(1))"}}
tags: {"a": "<u>'\"tag</u>"}
notes: ["<script>note</script>", "![i](https://evil.example/i.png)"]
codes:
  - status: 404
    code: </code><script>
    name: A
    title: <script>title</script>
    description: "# Heading\n\n<script>text</script>\n\n**bold** [link](https://b.example/?a&b) `<i>`"
    when: ["<s>when</s>"]
    messages: ["<b> * {{x}}"]
    group: g
    tags: [a]
    fields: {<b>: <i>}
    examples: ["</pre><script>", "a\n  b"]
    deprecated: {since: <b>, note: <i>}
"##;

/// HTML in a spec is shown as text, and never becomes markup.
#[test]
fn texts_are_escaped() {
    let html = html(HOSTILE);
    let is_ours = |tag: &str| {
        let known = [
            "!doctype", "html", "meta", "title", "style", "body", "a", "header", "nav", "h1", "h2",
            "h3", "h4", "dl", "dt", "details", "summary", "dd", "main", "div", "table", "thead",
            "tbody", "tr", "th", "td", "section", "span", "ul", "li", "p", "code", "pre", "strong",
            "footer", "form", "label", "input", "script",
        ];
        known.contains(&tag)
    };
    for tag in html.split('<').skip(1) {
        let name = tag
            .trim_start_matches('/')
            .split([' ', '>', '\n'])
            .next()
            .unwrap_or_default();
        // in the page's script, `<` is the comparison operator
        assert!(
            is_ours(name) || name.starts_with('=') || name.is_empty(),
            "<{tag}"
        );
    }
    assert_eq!(html.matches("<script").count(), 1);
    for attack in ["javascript:", "<img", "onerror"] {
        let quoted = html
            .replace("javascript:alert(1)</dd>", "")
            .replace("&gt;&lt;img", "");
        assert!(!quoted.contains(attack), "{attack}");
    }
    assert!(html.contains("<h4>Heading</h4>"));
    assert!(
        html.contains("<a href=\"https://b.example/?a&amp;b\">link</a> <code>&lt;i&gt;</code>")
    );
    assert!(html.contains("<pre>a\n  b</pre>"));
}

#[test]
fn addresses_of_catalogues() {
    assert_eq!(
        base_url("https://a.example/e"),
        Ok("https://a.example/e/".to_owned())
    );
    assert_eq!(
        base_url("http://a.example//"),
        Ok("http://a.example/".to_owned())
    );
    for text in [
        "",
        "a.example",
        "ftp://a.example",
        "https://",
        "https:///x",
        "https://a/?q",
        "https://a/ b",
    ] {
        assert!(base_url(text).is_err(), "{text}");
    }
}
