//! The page that `codes explain --format markdown` writes is read by `codes import` as the same table, whatever stands
//! in it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use codes_spec::{Kind, Outcome, Prose, Retry, Table, load};
use proptest::prelude::*;
use proptest::sample::select;

/// What a command makes of a text.
fn codes(args: &[&str], input: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_codes"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a command that runs");
    child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("read");
    let done = child.wait_with_output().expect("its end");
    assert_eq!(done.status.code(), Some(0), "{}\n{input}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// What is shown of a text counts, however its marks are written. Markdown knows no blanks at the ends of lines.
fn shown(prose: &mut Prose<'_>, is_markdown: bool) {
    let lines = prose.plain().split('\n').map(|line| if is_markdown { line.trim() } else { line });
    *prose = Prose { text: lines.collect::<Vec<_>>().join("\n").into(), plain: None };
}

fn only_shown(mut table: Table<'_>, is_markdown: bool) -> Table<'_> {
    let rows =
        table.rows.iter_mut().flat_map(|row| row.description.iter_mut().chain(&mut row.when).chain(&mut row.action));
    let around =
        table.about.iter_mut().chain(&mut table.notes).chain(table.tags.iter_mut().map(|tag| &mut tag.meaning));
    let all = around.chain(table.groups.iter_mut().flat_map(|group| &mut group.about)).chain(rows);
    all.for_each(|prose| shown(prose, is_markdown));
    table
}

fn check(spec: &str) {
    let loaded = load("spec.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}\n{spec}", loaded.report);
    let page = codes(&["explain", "--format", "markdown", "-"], spec);
    let imported = codes(&["import", "--from", "markdown", "-", "--vendor", &loaded.table.vendor], &page);
    assert!(!imported.contains("# not placed"), "{page}\n{imported}");
    let read = load("imported.yaml", imported.as_bytes());
    let is_markdown = spec.contains("\nmarkdown: true\n");
    let [read, written] = [read.table, loaded.table].map(|table| only_shown(table, is_markdown));
    for (read, written) in read.rows.iter().zip(&written.rows) {
        assert_eq!(read, written, "{page}\n{imported}");
    }
    assert_eq!(read, written, "{page}\n{imported}");
}

#[test]
fn the_vendors_tables() {
    for path in [
        "specs/points",
        "specs/reference",
        "specs/coverage",
        "specs/limits",
        "specs/guide",
        "codes-cli/tests/transcripts/shop",
    ] {
        let path = format!("{}/../{path}.yaml", env!("CARGO_MANIFEST_DIR"));
        check(&std::fs::read_to_string(path).expect("a spec"));
    }
}

/// Words with all that means something on a page.
fn line() -> impl Strategy<Value = String> {
    let word = select(vec![
        "a",
        "The",
        "No",
        "404",
        "5xx",
        "1.",
        "2)",
        "-",
        "+",
        "*",
        "—",
        "#",
        "##",
        ">",
        "|",
        "||",
        "=",
        "===",
        "---",
        "`",
        "``",
        "``` x",
        "~~~",
        "_a_",
        "**b**",
        "<b>",
        "</td>",
        "<br>",
        "<!--",
        "&amp;",
        "&#10;",
        "[a](b)",
        "[x]",
        "![i]",
        "\\",
        "\\n",
        "{a}",
        "{#id}",
        "{% x %}",
        "{{",
        "}}",
        "%}",
        ":::",
        ": ",
        ":",
        "Status:",
        "Code: X",
        "**Code:** `X`",
        "import x from 'y';",
        "export {",
        "<Tabs>",
        "| a | b |",
        "|---|---|",
        "https://example.com/a_b",
        "é",
        "残",
        "🎉",
        "\u{a0}",
        "\u{300}",
        "\u{200b}",
        "  ",
        " ",
        "!",
        "?",
        ".",
        ",",
        ";",
        "\"",
        "'",
        "$x$",
        "@a",
        "^",
        "~~s~~",
        "N/A",
        "yes",
        "null",
        "0x1F",
        "-1",
    ]);
    prop::collection::vec(word, 1..7).prop_map(|words| words.join(" ")).prop_filter("has a letter", is_said)
}

fn text() -> impl Strategy<Value = String> {
    let end = select(vec![
        "\n",
        "\n\n",
        "\n\n\n",
        " ",
        "\n  ",
        "\t",
        "\n- ",
        "\n# ",
        "\n    ",
        "\r\n",
        ". ",
        "\u{2028}",
        "\u{1b}[1m",
        "\u{202e}",
    ]);
    prop_oneof![
        4 => "[A-Z][a-z]{1,8}( [a-z]{1,8}){1,30}\\.",
        4 => line(),
        3 => (prop::collection::vec((line(), end), 1..4), any::<bool>()).prop_map(|(parts, ends)| {
            let text: String = parts.iter().map(|(line, end)| format!("{line}{end}")).collect();
            if ends { text } else { text.trim_end().to_owned() }
        }),
        1 => "\\PC{1,20}",
    ]
    .prop_filter("has a letter", is_said)
}

fn is_said(text: &String) -> bool {
    !text.trim().is_empty() && text != "<<"
}

/// A text in quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => write!(out, "\\U{:08x}", u32::from(c)).expect("a string takes it"),
        }
    }
    out + "\""
}

fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

/// A row's keys, without what must be told apart from other rows.
#[derive(Clone, Debug)]
struct Drawn {
    statuses: Vec<String>,
    code: bool,
    texts: Vec<(&'static str, String)>,
    lists: Vec<(&'static str, Vec<String>)>,
    words: Vec<(&'static str, &'static str)>,
    fields: Vec<(String, String)>,
    deprecated: Option<(Option<String>, Option<String>)>,
    group: Option<usize>,
    tags: Vec<bool>,
    extra: bool,
}

fn maybe<S: Strategy>(key: &'static str, value: S) -> impl Strategy<Value = Option<(&'static str, S::Value)>>
where
    S::Value: Clone,
{
    prop::option::weighted(0.3, value.prop_map(move |value| (key, value)))
}

fn distinct(text: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(text, 1..4).prop_map(|set| set.into_iter().collect())
}

fn row() -> impl Strategy<Value = Drawn> {
    let status = prop_oneof![
        6 => (100..=599u16).prop_map(|status| status.to_string()),
        1 => (600..=999u16).prop_map(|status| status.to_string()),
        1 => (1..=9u16).prop_map(|class| format!("{class}xX")),
        1 => (10..=99u16).prop_map(|class| format!("{class}x")),
        1 => (select(vec!["-", " - ", "- "]), 100..=400u16, 401..=999u16).prop_map(|(dash, low, high)| format!("{low}{dash}{high}")),
    ];
    let statuses = prop::collection::btree_set(status, 0..3).prop_map(|set| set.into_iter().collect());
    let texts = (maybe("title", line()), maybe("description", text()), maybe("action", text()));
    let texts =
        texts.prop_map(|(title, description, action)| [title, description, action].into_iter().flatten().collect());
    let lists =
        (maybe("when", distinct(text())), maybe("messages", distinct(line())), maybe("examples", distinct(text())));
    let lists = lists.prop_map(|(when, messages, examples)| [when, messages, examples].into_iter().flatten().collect());
    let words = (
        select(Outcome::ALL).prop_map(|word| ("outcome", word.as_str())),
        maybe("kind", select(Kind::ALL).prop_map(Kind::as_str)),
        maybe("retry", select(Retry::ALL).prop_map(Retry::as_str)),
    );
    let words = words.prop_map(|(outcome, kind, retry)| [Some(outcome), kind, retry].into_iter().flatten().collect());
    let fields = prop::collection::btree_map(line(), text(), 0..3).prop_map(|map| map.into_iter().collect());
    let deprecated = prop::option::weighted(0.2, (prop::option::of(line()), prop::option::of(line())));
    let labels = (prop::option::of(0..3usize), prop::collection::vec(any::<bool>(), 2), any::<bool>());
    (statuses, any::<bool>(), texts, lists, words, fields, deprecated, labels).prop_map(
        |(statuses, code, texts, lists, words, fields, deprecated, (group, tags, extra))| Drawn {
            statuses,
            code,
            texts,
            lists,
            words,
            fields,
            deprecated,
            group,
            tags,
            extra,
        },
    )
}

#[derive(Clone, Debug)]
struct Around {
    texts: Vec<(&'static str, String)>,
    notes: Vec<String>,
    codes: &'static str,
    groups: Vec<(String, Option<String>, Option<String>)>,
    tags: Vec<String>,
    body: bool,
    markdown: bool,
}

fn around() -> impl Strategy<Value = Around> {
    let texts = (
        maybe("title", line()),
        maybe("source", prop_oneof![line(), Just("https://example.com/a_(b)?c=<d>&e".to_owned())]),
        maybe("protocol", line()),
        maybe("base_url", Just("https://example.com/docs/".to_owned())),
        maybe("about", text()),
        maybe(
            "display",
            select(vec!["{status} {{x}} {name} `", "a\n{name}|{title}{description}"]).prop_map(str::to_owned),
        ),
    );
    let texts = texts.prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f].into_iter().flatten().collect());
    let group = (line(), prop::option::of(line()), prop::option::of(text()));
    let groups = prop_oneof![
        Just(Vec::new()),
        prop::collection::vec(group, 3).prop_map(|mut groups: Vec<(String, _, _)>| {
            groups.iter_mut().enumerate().for_each(|(i, group)| group.0 += &format!("{i}"));
            groups
        }),
    ];
    let codes = select(vec!["text", "numbers", "decimal", "hex", "hex4", "hex8", "ranges"]);
    let tags = prop_oneof![Just(Vec::new()), prop::collection::vec(text(), 2)];
    let notes = prop::collection::btree_set(text(), 0..3).prop_map(|notes| notes.into_iter().collect());
    (texts, notes, codes, groups, tags, any::<bool>(), prop::bool::weighted(0.3)).prop_map(
        |(texts, notes, codes, groups, tags, body, markdown)| Around {
            texts,
            notes,
            codes,
            groups,
            tags,
            body,
            markdown,
        },
    )
}

/// A code of a table, by its number, and whether it is a further one.
fn code(codes: &str, i: usize, odd: &str, further: usize) -> String {
    let i = 10 * i + further;
    match codes {
        "text" => quoted(&format!("{odd} C{i}")),
        "numbers" => format!("'{i}'"),
        "decimal" if i.is_multiple_of(3) => format!("-{}", i + 1),
        "hex" | "hex4" if i.is_multiple_of(3) => format!("-0x{:X}", i + 1),
        "hex8" if i.is_multiple_of(3) => format!("-{}", 2_147_467_259 - i),
        "ranges" if further == 0 => format!("{}-{}", 100 * i, 100 * i + 5),
        "ranges" => format!("'-{} - -{}'", 100 * i + 5, 100 * i),
        _ => i.to_string(),
    }
}

fn spec(around: &Around, rows: &[Drawn], odd: &str) -> String {
    let mut out = "vendor: \"V: 1\"\nretrieved: 2026-11-19\n".to_owned();
    let keys = around.texts.iter().map(|(key, text)| format!("{key}: {}\n", quoted(text)));
    out.extend(keys);
    if !around.notes.is_empty() {
        let _ = writeln!(out, "notes: {}", list(&around.notes));
    }
    let _ = writeln!(out, "markdown: {}", around.markdown);
    if let format @ ("hex" | "hex4" | "hex8") = around.codes {
        let _ = writeln!(out, "code_format: {format}");
    }
    if around.body {
        out += "body: {code: [/error/code, '/a b/~0`'], message: [/m, ''], statuses: [202, 4xx]}\n";
    }
    for (i, (id, title, about)) in around.groups.iter().enumerate() {
        out += if i == 0 { "groups:\n" } else { "" };
        let title = title.as_ref().map(|title| format!("title: {}", quoted(title)));
        let about = about.as_ref().map(|about| format!("about: {}", quoted(about)));
        let _ =
            writeln!(out, "  {}: {{{}}}", quoted(id), title.into_iter().chain(about).collect::<Vec<_>>().join(", "));
    }
    for (i, meaning) in around.tags.iter().enumerate() {
        let _ = writeln!(out, "{}  tag_{i}: {}", if i == 0 { "tags:\n" } else { "" }, quoted(meaning));
    }
    let _ = writeln!(out, "reserved: [{}]\ncodes:", code(around.codes, 90, odd, 0));
    for (i, row) in rows.iter().enumerate() {
        let _ = writeln!(out, "  - name: Row{i}");
        if !row.statuses.is_empty() {
            let _ = writeln!(
                out,
                "    status: {}",
                list(&row.statuses)
                    .replace('"', if row.statuses.iter().all(|s| s.parse::<u16>().is_err()) { "\"" } else { "" })
            );
        }
        let has_code = row.code || row.statuses.is_empty();
        if has_code {
            let _ = writeln!(out, "    code: {}", code(around.codes, i, odd, 0));
        }
        if has_code && row.extra {
            let _ =
                writeln!(out, "    aliases: [{}, {}]", code(around.codes, i, odd, 1), code(around.codes, i, odd, 2));
            let _ =
                writeln!(out, "    url: https://example.com/a_b?c=*d*&e=\\f#{i}\n    former_names: [Old{i}, Ünd{i}]");
        }
        for (key, text) in &row.texts {
            let _ = writeln!(out, "    {key}: {}", quoted(text));
        }
        // a row that says what another says is refused
        if row.texts.iter().all(|(key, _)| *key != "title") {
            let _ = writeln!(out, "    title: Row {i}");
        }
        for (key, texts) in &row.lists {
            let _ = writeln!(out, "    {key}: {}", list(texts));
        }
        for (key, word) in &row.words {
            let _ = writeln!(out, "    {key}: {word}");
        }
        for (n, (name, text)) in row.fields.iter().enumerate() {
            let _ =
                writeln!(out, "{}      {}: {}", if n == 0 { "    fields:\n" } else { "" }, quoted(name), quoted(text));
        }
        match &row.deprecated {
            Some((None, None)) => out += "    deprecated: true\n",
            Some((since, note)) => {
                let parts = [("since", since), ("note", note)]
                    .map(|(key, text)| text.as_ref().map(|text| format!("{key}: {}", quoted(text))));
                let _ =
                    writeln!(out, "    deprecated: {{{}}}", parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
            }
            None => {}
        }
        if let Some((id, ..)) = row.group.and_then(|group| around.groups.get(group)) {
            let _ = writeln!(out, "    group: {}", quoted(id));
        }
        let tags: Vec<_> = row.tags.iter().enumerate().filter(|(i, has)| **has && *i < around.tags.len()).collect();
        if !tags.is_empty() {
            let _ = writeln!(
                out,
                "    tags: [{}]",
                tags.iter().map(|(i, _)| format!("tag_{i}")).collect::<Vec<_>>().join(", ")
            );
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table_is_read_back(around in around(), rows in prop::collection::vec(row(), 1..5), odd in line()) {
        let spec = spec(&around, &rows, &odd);
        let loaded = load("spec.yaml", spec.as_bytes());
        prop_assume!(loaded.report.errors() == 0);
        check(&spec);
    }
}
