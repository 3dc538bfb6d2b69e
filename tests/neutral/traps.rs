//! Specs that have a trap in every text, and the program that prints what comes of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Two kinds of texts, as the spec says.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Plain,
    Markdown,
}

/// What a spec says, by key.
pub(crate) type Texts = BTreeMap<String, String>;

/// Keys that take one line, those that take text, and those that take text which may be Markdown.
pub(crate) const LINES: [&str; 14] = [
    "vendor",
    "title",
    "source",
    "group.id",
    "group.title",
    "second.id",
    "Full.code",
    "Full.alias",
    "Full.title",
    "Full.message",
    "Full.field",
    "Full.since",
    "Full.note",
    "Bare.code",
];
pub(crate) const PLAIN_TEXTS: [&str; 2] = ["Full.field text", "Full.example"];
pub(crate) const TEXTS: [&str; 12] = [
    "about",
    "note",
    "second note",
    "group.about",
    "tag",
    "Full.description",
    "Full.when",
    "Full.second when",
    "Full.action",
    "Bare.description",
    "Bare.when",
    "Untitled.description",
];

/// Those of which the page shows the first line alone, too.
pub(crate) const FIRST_LINES: [&str; 2] = ["Bare.description", "Untitled.description"];

/// What cannot stand in a line.
pub(crate) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What of a text each key takes.
pub(crate) fn texts(text: &str, kind: Kind) -> Texts {
    let or_word = |text: String| {
        if text.trim().is_empty() {
            "x".to_owned()
        } else {
            text
        }
    };
    let line: String = text.chars().filter(|c| !is_unprintable(*c)).collect();
    let line = or_word(line);
    let mut texts: Texts = LINES.map(|key| (key.to_owned(), line.clone())).into();
    // a code that is an alias, or a group that stands twice, is no text that can be
    for (key, mark) in [("Full.code", 'K'), ("Full.alias", 'A'), ("second.id", 'S')] {
        texts.insert(key.to_owned(), format!("{mark}{line}"));
    }
    texts.extend(PLAIN_TEXTS.map(|key| (key.to_owned(), or_word(text.to_owned()))));
    // definitions alone are no text
    let end = if kind == Kind::Markdown {
        "\n\nend"
    } else {
        ""
    };
    texts.extend(TEXTS.map(|key| (key.to_owned(), or_word(format!("{text}{end}")))));
    // a list has nothing twice
    for key in ["second note", "Full.second when"] {
        texts.insert(key.to_owned(), or_word(text.to_owned()) + "\n\nsecond");
    }
    texts.insert("source".to_owned(), format!("https://a.b/{line}"));
    texts.insert(
        "url".to_owned(),
        format!("https://a.b/{}", line.replace(char::is_whitespace, "")),
    );
    let template = text.replace(
        |c| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'),
        "",
    );
    let template = template.replace('{', "{{").replace('}', "}}");
    let template = if template.len() > 900 || template.matches('{').count() > 18 {
        String::new()
    } else {
        template
    };
    texts.insert("display".to_owned(), template + "{status}");
    texts
}

/// The same keys with a word of its own for each. Where a first line is shown alone, there are two.
pub(crate) fn harmless() -> Texts {
    let keys = texts("x", Kind::Plain).into_keys();
    let mut texts: Texts = keys
        .enumerate()
        .map(|(i, key)| (key, format!("zq{i}qz")))
        .collect();
    for key in FIRST_LINES {
        texts.insert(key.to_owned(), format!("zq{key}firstqz\n\nzq{key}restqz"));
    }
    for (key, word) in [("url", "zqurlqz"), ("source", "zqsourceqz")] {
        texts.insert(key.to_owned(), format!("https://a.b/{word}"));
    }
    texts
}

pub(crate) fn spec(texts: &Texts, kind: Kind) -> String {
    let quoted = |key: &str| {
        let escaped = |c: char| {
            if c.is_ascii_alphanumeric() {
                c.to_string()
            } else {
                format!("\\U{:08X}", u32::from(c))
            }
        };
        format!(
            "\"{}\"",
            texts[key].chars().map(escaped).collect::<String>()
        )
    };
    let mut spec = String::new();
    if kind == Kind::Markdown {
        let _ = writeln!(
            spec,
            "markdown: true\nbase_url: https://example.com/docs/\ndisplay: {}",
            quoted("display")
        );
    }
    for key in ["vendor", "title", "source", "about"] {
        let _ = writeln!(spec, "{key}: {}", quoted(key));
    }
    let list = |keys: &[&str]| {
        keys.iter()
            .map(|key| quoted(key))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let _ = writeln!(spec, "notes: [{}]", list(&["note", "second note"]));
    let _ = writeln!(
        spec,
        "tags:\n  some: {}\ngroups:\n  ? {}",
        quoted("tag"),
        quoted("group.id")
    );
    let _ = writeln!(
        spec,
        "  : title: {}\n    about: {}",
        quoted("group.title"),
        quoted("group.about")
    );
    let _ = writeln!(spec, "  ? {}\n  : {{}}\ncodes:", quoted("second.id"));
    let mut row = |name: &str, keys: &[(&str, String)]| {
        let _ = writeln!(spec, "  - name: {name}");
        for (key, value) in keys {
            let _ = writeln!(spec, "    {key}: {value}");
        }
    };
    row(
        "Full",
        &[
            ("status", "404".to_owned()),
            ("code", quoted("Full.code")),
            ("aliases", format!("[{}]", list(&["Full.alias"]))),
            ("title", quoted("Full.title")),
            ("description", quoted("Full.description")),
            (
                "when",
                format!("[{}]", list(&["Full.when", "Full.second when"])),
            ),
            ("action", quoted("Full.action")),
            ("messages", format!("[{}]", list(&["Full.message"]))),
            ("group", quoted("group.id")),
            ("tags", "[some]".to_owned()),
            ("url", quoted("url")),
            (
                "fields",
                format!(
                    "\n      ? {}\n      : {}",
                    quoted("Full.field"),
                    quoted("Full.field text")
                ),
            ),
            ("examples", format!("[{}]", list(&["Full.example"]))),
            (
                "deprecated",
                format!(
                    "{{since: {}, note: {}}}",
                    quoted("Full.since"),
                    quoted("Full.note")
                ),
            ),
        ],
    );
    row(
        "Bare",
        &[
            ("code", quoted("Bare.code")),
            ("group", quoted("second.id")),
            ("description", quoted("Bare.description")),
            ("when", quoted("Bare.when")),
            ("status", "409".to_owned()),
        ],
    );
    row(
        "Untitled",
        &[
            ("status", "500".to_owned()),
            ("description", quoted("Untitled.description")),
        ],
    );
    spec
}

/// Prints what a table says at run time.
pub(crate) const PROGRAM: &str = r#"
use codes_runtime::{CodeTable, RawCode};

fn tell<C: CodeTable>(case: &str) {
    let say = |key: &str, text: &str| print!("{case}\n{key}\n{}\n{text}\n", text.len());
    let say_all = |keys: &[&str], texts: &mut dyn Iterator<Item = &'static str>| {
        keys.iter().for_each(|key| say(key, texts.next().expect(key)));
        assert!(texts.next().is_none());
    };
    let table = C::TABLE;
    say("vendor", table.vendor());
    say_all(&["title", "source", "about"], &mut [table.title(), table.source(), table.about()].into_iter().flatten());
    say_all(&["note", "second note"], &mut table.notes());
    say_all(&["tag"], &mut table.tags().map(|(_, meaning)| meaning));
    say_all(&["group.id", "second.id"], &mut table.groups().map(|group| group.id()));
    say_all(&["group.title"], &mut table.groups().filter_map(|group| group.title()));
    say_all(&["group.about"], &mut table.groups().filter_map(|group| group.about()));
    let [full, bare, untitled] = C::ALL else { panic!("there are three rows") };
    let code = |row: &C| match row.code() {
        Some(RawCode::Text(code)) => Some(code),
        _ => None,
    };
    say_all(&["Full.code", "Full.title"], &mut [code(full), full.title()].into_iter().flatten());
    say_all(&["Full.alias"], &mut full.row().aliases());
    say_all(&["Full.when", "Full.second when"], &mut full.row().when());
    say_all(&["Full.description"], &mut full.row().description().into_iter());
    say_all(&["Full.action"], &mut full.row().action().into_iter());
    say_all(&["Full.message"], &mut full.row().messages());
    say_all(&["Full.example"], &mut full.row().examples());
    say_all(&["url"], &mut full.row().url().into_iter());
    for (field, text) in full.row().fields() {
        say("Full.field", field);
        say("Full.field text", text);
    }
    let deprecated = full.row().deprecated().expect("it is");
    say_all(&["Full.since", "Full.note"], &mut [deprecated.since, deprecated.note].into_iter().flatten());
    say_all(&["Bare.code", "Bare.description"], &mut [code(bare), bare.row().description()].into_iter().flatten());
    say_all(&["Bare.when"], &mut bare.row().when());
    say_all(&["Untitled.description"], &mut untitled.row().description().into_iter());
    say("Full.display", &full.to_string());
    say("Untitled.display", &untitled.to_string());
}
"#;
