//! Escape sequences and bidirectional controls in specs and pages are not printed.

use std::fs;
use std::path::Path;

use super::codes;

/// A spec with escape sequences, bidirectional controls and a bell.
const HOSTILE: &str = r#"
vendor: "V"
about: "a \e[31mred\e[0m \u202Eturned \a\b\r over \x9b1m"
groups: {a: {title: A, about: "\e]0;title\a"}}
notes: ["\e[2J"]
codes:
  - status: 404
    code: "A"
    title: Title
    group: a
    description: "\e[31mred \u2066x\u2069 \x85 \u2028"
    when: ["\e[1A", "\u202D"]
    action: "\e]8;;http://x\e\\"
    fields: {F: "\e[5m"}
    examples: ["\e[7m\u0000"]
  - {status: 404, code: "B", description: "\e[31m"}
"#;

/// Writes two valid specs, a spec with errors, and a page, and returns their paths.
fn write_files() -> [String; 4] {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    fs::create_dir_all(&directory).expect("a directory");
    let write = |name: &str, text: &str| {
        let path = directory.join(name);
        fs::write(&path, text).expect("written");
        path.into_os_string().into_string().expect("UTF-8")
    };
    let other = HOSTILE
        .replace("red", "green")
        .replace("[5m", "[6m")
        .replace("[7m", "[8m")
        .replace("title\\a", "t\\a");
    [
        write("a.yaml", HOSTILE),
        write("b.yaml", &other),
        write(
            "wrong.yaml",
            "vendor: V\n\"k\\e[1m\": 1\ncodes: [{status: \"\\e[31m\", title: \"\u{202e}x\"}]\n",
        ),
        write(
            "page.md",
            "|Code|Title|\n|-|-|\n|A|\u{202e}Kite \u{1b}[31m|\n|C|x\u{1b}[31m|\n",
        ),
    ]
}

#[test]
fn no_control_characters_are_printed() {
    let [a, b, wrong, page] = write_files();
    let all: &[&[&str]] = &[
        &["check", &a],
        &["check", &wrong],
        &["check", "--format", "json", &wrong],
        &["check", "\u{202e}lost\u{1b}[31m"],
        &["explain", &a],
        &["explain", &a, "404"],
        &["explain", &a, "404", "A"],
        &["explain", &a, "\u{1b}[31m\u{202e}"],
        &["explain", &a, "404", "A", "--format", "json"],
        &["explain", &a, "--format", "markdown"],
        &["diff", &a, &b],
        &["diff", &a, &b, "--format", "json"],
        &["diff", &a, &b, "--format", "markdown"],
        &["import", "--check", "--texts", &page, &a],
        &[
            "import", "--check", "--texts", "--format", "json", &page, &a,
        ],
    ];
    for args in all {
        let done = codes(args).output().expect("the command runs");
        let printed = String::from_utf8([done.stdout, done.stderr].concat()).expect("UTF-8");
        let is_control = |c: char| {
            c.is_control() && c != '\n'
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(
            !printed.is_empty() && !printed.contains(is_control),
            "{args:?}\n{printed:?}"
        );
    }
}
