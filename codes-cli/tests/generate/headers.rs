//! The headers of generated files: `--check` and `--update` read them, and people can paste the commands in them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{SPEC, directory, fail, is_empty, read, stderr, succeed};

/// Runs the command in a file's header as if it were pasted into a shell.
#[cfg(unix)]
fn paste(file: &Path) {
    let text = read(file);
    let command = text
        .lines()
        .nth(1)
        .and_then(|line| line.strip_prefix("// codes"));
    let binary = env!("CARGO_BIN_EXE_codes");
    let done = Command::new("sh")
        .args(["-c", &format!("'{binary}'{}", command.expect("a command"))])
        .current_dir(file.parent().expect("a directory"))
        .output()
        .expect("a shell");
    assert!(done.status.success(), "{text}\n{}", stderr(&done));
    assert_eq!(read(file), text);
}

#[test]
#[cfg(unix)]
fn headers_are_read_back_and_can_be_pasted() {
    let directory = directory("headers");
    let spec = "my specs/$HOME 'pünkte' \"残\".yaml";
    fs::create_dir(directory.join("my specs")).expect("a directory");
    fs::write(directory.join(spec), SPEC).expect("written");
    fs::write(directory.join("-dash.yaml"), SPEC).expect("written");
    for doc in [
        "- an item",
        "--serde",
        "It's `$HOME` \"quoted\" \\ and \\n; # ! * ~ {} %s",
        "One.\n\n    Two.\r\nThree.",
        "",
        " ",
    ] {
        let output = "src/my codes.rs";
        let args = [
            spec, "--enum", "Code", "--serde", "--doc", doc, "-o", output,
        ];
        succeed(&directory, &args);
        succeed(&directory, &["--check", "src"]);
        let text = read(directory.join(output));
        for line in doc.lines().map(str::trim_end) {
            let line = if line.is_empty() {
                "///"
            } else {
                &format!("/// {line}")
            };
            assert!(text.lines().any(|found| found == line), "{line}: {text}");
        }
        paste(&directory.join(output));
        fs::remove_file(directory.join(output)).expect("removed");
    }
    for (spec, output) in [
        ("./-dash.yaml", "./-x.rs"),
        ("my specs/../specs/a.yaml", "other/b.rs"),
    ] {
        succeed(&directory, &[spec, "-o", output]);
        succeed(&directory, &["--check", output]);
        paste(&directory.join(output));
    }
    let bell = ["specs/a.yaml", "--doc", "\u{7}", "-o", "src"];
    fail(&directory, &bell, 2, "`--doc` contains control characters");
    fs::write(directory.join("a\nb.yaml"), SPEC).expect("written");
    fail(
        &directory,
        &["a\nb.yaml", "-o", "src"],
        2,
        "characters that a comment cannot contain",
    );
    assert!(is_empty(&directory.join("src")));
}

#[test]
fn an_enum_can_be_private_and_have_its_codes_as_discriminants() {
    let directory = directory("repr");
    let spec = "vendor: T\ncodes: [{code: 3, name: Third}, {code: -1, name: Last}]\n";
    fs::write(directory.join("broker.yaml"), spec).expect("written");
    let args = [
        "broker.yaml",
        "--visibility",
        "",
        "--repr",
        "i64",
        "-o",
        "src/a.rs",
    ];
    succeed(&directory, &args);
    succeed(&directory, &["--check", "src"]);
    let text = read(directory.join("src/a.rs"));
    assert!(text.contains("\nenum BrokerCode {"), "{text}");
    assert!(
        text.contains("\n#[repr(i64)]\n") && text.contains("    Last = -1,\n"),
        "{text}"
    );
    #[cfg(unix)]
    paste(&directory.join("src/a.rs"));
    // changed codes change the file, because they are its discriminants
    fs::write(directory.join("broker.yaml"), spec.replace("-1", "-2")).expect("written");
    succeed(&directory, &["--update", "src"]);
    assert!(read(directory.join("src/a.rs")).contains("    Last = -2,\n"));
    for (repr, expected) in [
        ("i128", "`i128` is not an integer type of at most 64 bits"),
        ("", "`` is not an integer type"),
        ("u8", "the code -2 of row `Last` does not fit in `u8`"),
    ] {
        fail(&directory, &["broker.yaml", "--repr", repr], 2, expected);
    }
}
