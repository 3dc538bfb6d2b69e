//! Output on terminals of different widths.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use unicode_width::UnicodeWidthStr;

use super::codes;

/// The output stream that is connected to the terminal.
#[derive(Clone, Copy)]
enum Stream {
    Output,
    Errors,
}

/// Returns what a command prints on a terminal of the given width.
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
    let (near, far) = open_terminal(columns).expect("a terminal");
    let mut command = codes(args);
    match stream {
        Stream::Output => command.stdout(far),
        Stream::Errors => command.stdout(Stdio::null()).stderr(far),
    };
    let mut child = command
        .envs(environment.iter().copied())
        .spawn()
        .expect("the command runs");
    // close our copy of the terminal, so that reading ends when the command exits
    drop(command);
    let printed = read_terminal(near);
    child.wait().expect("the command exits");
    printed
}

/// Opens a terminal, and returns both of its ends.
fn open_terminal(columns: u16) -> rustix::io::Result<(File, File)> {
    let near = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY)?;
    grantpt(&near)?;
    unlockpt(&near)?;
    let far = rustix::fs::open(
        ptsname(&near, Vec::new())?,
        OFlags::RDWR | OFlags::NOCTTY,
        Mode::empty(),
    )?;
    let size = Winsize {
        ws_row: 24,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&far, size)?;
    Ok((File::from(near), File::from(far)))
}

/// Reads a terminal until the command closes it.
fn read_terminal(mut near: File) -> String {
    let mut bytes = Vec::new();
    let _ = near.read_to_end(&mut bytes);
    let text = String::from_utf8(bytes).expect("UTF-8");
    text.replace("\r\n", "\n")
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
    // without a terminal, the line is not printed
    let done = codes(&args).output().expect("the command runs");
    assert!(!String::from_utf8_lossy(&done.stderr).contains("reading"));
}

/// Feeds a recording that takes more than a second.
#[test]
fn a_long_recording_is_counted() {
    let (near, far) = open_terminal(80).expect("a terminal");
    let mut command = codes(&["observe", "shop.yaml"]);
    command.stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.stderr(far).spawn().expect("the command runs");
    drop(command);
    let mut input = child.stdin.take().expect("a pipe");
    let lines = "{\"status\": 404, \"body\": {}}\n".repeat(1024);
    input.write_all(lines.as_bytes()).expect("written");
    std::thread::sleep(Duration::from_millis(1_200));
    input.write_all(lines.as_bytes()).expect("written");
    drop(input);
    let printed = read_terminal(near);
    child.wait().expect("the command exits");
    let line = "\r2,048 responses, 0 MiB\r\x1b[K";
    assert!(printed.contains(line), "{printed:?}");
    assert!(printed.ends_with("2,048 responses\n"), "{printed:?}");
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
    // without a terminal, each change is one line
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
fn columns_is_used_if_the_terminal_reports_no_width() {
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
