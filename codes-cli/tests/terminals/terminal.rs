//! Output on terminals of different widths.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::Stdio;

use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use unicode_width::UnicodeWidthStr;

use super::codes;

/// The streams of a command that are the terminal.
#[derive(Clone, Copy)]
enum Stream {
    Output,
    Errors,
}

/// Returns what a command prints on a terminal of some width.
fn shown(columns: u16, args: &[&str], environment: &[(&str, &str)]) -> String {
    on_terminal(Stream::Output, columns, args, environment)
}

/// Returns what a command prints to standard error, if that is a terminal.
fn shown_errors(args: &[&str]) -> String {
    on_terminal(Stream::Errors, 80, args, &[("NO_COLOR", "1")])
}

fn on_terminal(
    stream: Stream,
    columns: u16,
    args: &[&str],
    environment: &[(&str, &str)],
) -> String {
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
    match stream {
        Stream::Output => command.stdout(File::from(far)),
        Stream::Errors => command.stdout(Stdio::null()).stderr(File::from(far)),
    };
    let mut child = command
        .envs(environment.iter().copied())
        .spawn()
        .expect("the command runs");
    // close our copy of the terminal, so that reading ends when the command exits
    drop(command);
    let mut bytes = Vec::new();
    let _ = File::from(near).read_to_end(&mut bytes);
    child.wait().expect("the command exits");
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
fn no_line_is_wider_than_the_terminal() {
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
fn a_large_document_is_announced() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("announced");
    fs::create_dir_all(&directory).expect("a directory");
    let page = directory.join("large.json");
    let text = format!(
        "{{\"errors\": [{{\"code\": \"NOT_FOUND\", \"text\": \"Gone.\"}}], \"pad\": \"{}\"}}",
        " ".repeat(5 << 20)
    );
    fs::write(&page, text).expect("written");
    let page = page.to_str().expect("UTF-8");
    let args = ["import", page, "--vendor", "V"];
    let printed = shown_errors(&args);
    let announced = format!("reading {page} (5 MiB)…\r\x1b[K");
    assert!(printed.starts_with(&announced), "{printed:?}");
    // in a file, there is no such line
    let done = codes(&args).output().expect("the command runs");
    assert!(!String::from_utf8_lossy(&done.stderr).contains("reading"));
}

#[test]
fn long_changes_are_wrapped() {
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
    // in a file, each change is one line
    let file = codes(&args).output().expect("the command runs");
    let file = String::from_utf8(file.stdout).expect("UTF-8");
    let words = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(words(&plain(60, &args)), words(&file));
    assert_eq!(file.lines().count(), 7);
}

#[test]
fn narrow_terminals_get_rows_below_each_other() {
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
fn columns_sets_the_width_of_a_terminal_without_one() {
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
fn color_is_used_on_terminals_only_unless_forced() {
    for args in [
        &["explain", "shop.yaml"][..],
        &["diff", "history/1.yaml", "history/2.yaml"],
    ] {
        assert!(shown(80, args, &[]).contains("\x1b["));
        assert!(!shown(80, args, &[("NO_COLOR", "1")]).contains('\x1b'));
        assert!(!shown(80, args, &[("TERM", "dumb")]).contains('\x1b'));
        assert!(!shown(80, &[args, &["--color", "never"]].concat(), &[]).contains('\x1b'));
        let piped = codes(args).output().expect("the command runs");
        assert!(!piped.stdout.contains(&b'\x1b'));
        let piped = codes(&[args, &["--color", "always"]].concat())
            .output()
            .expect("the command runs");
        assert!(piped.stdout.contains(&b'\x1b'));
    }
}
