//! What people see: on terminals wide and narrow, in colour or without, and none of a text obeyed.

use std::process::Command;

fn codes(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command
        .args(args)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts"));
    command
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS")
        .env("TERM", "xterm");
    command
}

#[cfg(unix)]
mod terminal {
    use std::fs::File;
    use std::io::Read;

    use rustix::fs::{Mode, OFlags};
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use rustix::termios::{Winsize, tcsetwinsize};
    use unicode_width::UnicodeWidthStr;

    use super::codes;

    /// What a command writes to a terminal of some width.
    fn shown(columns: u16, args: &[&str], environment: &[(&str, &str)]) -> String {
        let open = || -> rustix::io::Result<_> {
            let near = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY)?;
            grantpt(&near)?;
            unlockpt(&near)?;
            let far = rustix::fs::open(
                ptsname(&near, Vec::new())?,
                OFlags::RDWR | OFlags::NOCTTY,
                Mode::empty(),
            )?;
            tcsetwinsize(
                &far,
                Winsize {
                    ws_row: 24,
                    ws_col: columns,
                    ws_xpixel: 0,
                    ws_ypixel: 0,
                },
            )?;
            Ok((near, far))
        };
        let (near, far) = open().expect("a terminal");
        let mut command = codes(args);
        let mut child = command
            .envs(environment.iter().copied())
            .stdout(File::from(far))
            .spawn()
            .expect("a command that runs");
        // the command holds the last open end, so that reading ends with it
        drop(command);
        let mut bytes = Vec::new();
        let _ = File::from(near).read_to_end(&mut bytes);
        child.wait().expect("its end");
        String::from_utf8(bytes)
            .expect("UTF-8")
            .replace("\r\n", "\n")
    }

    fn plain(columns: u16, args: &[&str]) -> String {
        shown(columns, args, &[("NO_COLOR", "1")])
    }

    fn widest(text: &str) -> usize {
        text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
    }

    #[test]
    fn nothing_is_wider_than_the_terminal() {
        for file in [
            "shop.yaml",
            "history/3.yaml",
            "../../../specs/limits.yaml",
            "../../../specs/points.yaml",
        ] {
            let of_width = |columns| plain(columns, &["explain", file]);
            for columns in [20, 33, 40, 57, 72, 80, 100, 200, 1000] {
                let text = of_width(columns);
                assert!(widest(&text) <= columns.into(), "{columns}\n{text}");
                let words = |text: &str| text.split_whitespace().collect::<String>().len();
                assert!(words(&text) > 200, "{text}");
            }
            assert!(widest(&of_width(200)) > 60);
            assert!(of_width(200).lines().count() < of_width(40).lines().count());
        }
        for columns in [20, 50, 200] {
            for args in [
                &["explain", "shop.yaml", "1001"][..],
                &["explain", "shop.yaml", "409"],
                &["explain", "shop.yaml", "404"],
            ] {
                let text = plain(columns, args);
                assert!(widest(&text) <= columns.into(), "{columns}\n{text}");
            }
        }
    }

    #[test]
    fn changes_go_on_below_themselves() {
        let args = ["diff", "history/3.yaml", "history/4.yaml"];
        for columns in [20, 40, 60, 120] {
            let text = plain(columns, &args);
            assert!(widest(&text) <= columns.into(), "{columns}\n{text}");
            let is_line = |line: &str| {
                ["major  ", "minor  ", "patch  ", "       ", "verdict"]
                    .iter()
                    .any(|start| line.starts_with(start))
            };
            assert!(
                text.lines().all(|line| is_line(line) || columns < 30),
                "{text}"
            );
        }
        // in a file, a change is a line
        let file = codes(&args).output().expect("a command that runs");
        let file = String::from_utf8(file.stdout).expect("UTF-8");
        let words = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(words(&plain(60, &args)), words(&file));
        assert_eq!(file.lines().count(), 7);
    }

    #[test]
    fn a_wide_terminal_has_columns_and_a_narrow_one_has_rows() {
        let wide = plain(100, &["explain", "history/1.yaml"]);
        assert!(
            wide.contains("402     NO_CREDIT    No credit       The account is empty.\n"),
            "{wide}"
        );
        let narrow = plain(40, &["explain", "history/1.yaml"]);
        assert!(
            narrow.contains("\n402 No credit\n  The account is empty.\n"),
            "{narrow}"
        );
    }

    #[test]
    fn a_terminal_without_a_width_is_as_wide_as_columns_say() {
        let text = shown(
            0,
            &["explain", "shop.yaml"],
            &[("NO_COLOR", "1"), ("COLUMNS", "50")],
        );
        assert!((40..=50).contains(&widest(&text)), "{text}");
        let text = shown(
            0,
            &["explain", "shop.yaml"],
            &[("NO_COLOR", "1"), ("COLUMNS", "wide")],
        );
        assert!((70..=80).contains(&widest(&text)), "{text}");
    }

    #[test]
    fn colour_is_for_terminals_that_want_it() {
        for args in [
            &["explain", "shop.yaml"][..],
            &["diff", "history/1.yaml", "history/2.yaml"],
        ] {
            assert!(shown(80, args, &[]).contains("\x1b["));
            assert!(!shown(80, args, &[("NO_COLOR", "1")]).contains('\x1b'));
            assert!(!shown(80, args, &[("TERM", "dumb")]).contains('\x1b'));
            assert!(!shown(80, &[args, &["--color", "never"]].concat(), &[]).contains('\x1b'));
            let piped = codes(args).output().expect("a command that runs");
            assert!(!piped.stdout.contains(&b'\x1b'));
            let piped = codes(&[args, &["--color", "always"]].concat())
                .output()
                .expect("a command that runs");
            assert!(piped.stdout.contains(&b'\x1b'));
        }
    }
}

/// Text of a spec that a terminal would obey: a title's colour, a turned line, a bell.
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

#[test]
fn no_text_is_obeyed() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = |name: &str| {
        folder
            .join(name)
            .into_os_string()
            .into_string()
            .expect("UTF-8")
    };
    std::fs::write(path("a.yaml"), HOSTILE).expect("written");
    std::fs::write(
        path("b.yaml"),
        HOSTILE
            .replace("red", "green")
            .replace("[5m", "[6m")
            .replace("[7m", "[8m")
            .replace("title\\a", "t\\a"),
    )
    .expect("written");
    std::fs::write(
        path("wrong.yaml"),
        "vendor: V\n\"k\\e[1m\": 1\ncodes: [{status: \"\\e[31m\", title: \"\u{202e}x\"}]\n",
    )
    .expect("written");
    std::fs::write(
        path("page.md"),
        "|Code|Title|\n|-|-|\n|A|\u{202e}Kite \u{1b}[31m|\n|C|x\u{1b}[31m|\n",
    )
    .expect("written");
    let (a, b, wrong, page) = (
        path("a.yaml"),
        path("b.yaml"),
        path("wrong.yaml"),
        path("page.md"),
    );
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
        let done = codes(args).output().expect("a command that runs");
        let said = String::from_utf8([done.stdout, done.stderr].concat()).expect("UTF-8");
        let is_obeyed = |c: char| {
            c.is_control() && c != '\n'
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(
            !said.is_empty() && !said.contains(is_obeyed),
            "{args:?}\n{said:?}"
        );
    }
}
