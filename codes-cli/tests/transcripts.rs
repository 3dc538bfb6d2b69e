//! Output and exit status of commands: each `$ ` line in `tests/transcripts/*.txt` is run in that directory, and its
//! output must be the lines below it. `BLESS=1 cargo test -p codes-cli --test transcripts` updates the files.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};

fn directory() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "transcripts"]
        .iter()
        .collect()
}

/// Runs a line such as `codes check - < right.yaml`, without a shell.
fn run(line: &str) -> String {
    let (command, input) = line
        .split_once(" < ")
        .map_or((line, None), |(command, input)| (command, Some(input)));
    let input = input.map_or_else(Stdio::null, |input| {
        File::open(directory().join(input))
            .expect("the input")
            .into()
    });
    let done = Command::new(env!("CARGO_BIN_EXE_codes"))
        .args(command.split(' ').skip(1))
        .current_dir(directory())
        .stdin(input)
        .output()
        .expect("the command runs");
    let mut text = format!("$ {line}\n");
    for (stream, bytes) in [("out", done.stdout), ("err", done.stderr)] {
        for line in String::from_utf8(bytes).expect("UTF-8").lines() {
            let line = format!("{stream}| {}", line.replace('\x1b', "␛"));
            text += line.trim_end();
            text += "\n";
        }
    }
    text + &format!("exit {}\n\n", done.status.code().expect("an exit code"))
}

/// Writes the generated files that transcripts check: one that is current, and altered copies of it.
fn bless_generated_files() {
    let generated = |name: &str| directory().join("generated").join(name).join("code.rs");
    run("codes generate right.yaml --enum Code -o generated/current/code.rs --force");
    let current = fs::read_to_string(generated("current")).expect("the file");
    for (name, from, to) in [
        ("broken", "--enum Code", "--enum"),
        ("drifted", "Gone", "Removed"),
        ("edited", "    NotFound,", "    NotThere,"),
        ("gone", "right.yaml", "missing.yaml"),
    ] {
        fs::write(generated(name), current.replace(from, to)).expect("written");
    }
}

#[test]
fn commands_print_their_transcripts() {
    if std::env::var_os("BLESS").is_some() {
        bless_generated_files();
    }
    let files = fs::read_dir(directory())
        .expect("the directory")
        .map(|entry| entry.expect("a file").path());
    let mut transcripts: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    transcripts.sort();
    assert!(!transcripts.is_empty());
    for path in transcripts {
        let expected = fs::read_to_string(&path).expect("a transcript");
        let actual: String = expected
            .lines()
            .filter_map(|line| line.strip_prefix("$ "))
            .map(run)
            .collect();
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &actual).expect("written");
        } else {
            assert_eq!(
                actual,
                expected,
                "{} differs: run the test with BLESS=1 and read the changes",
                path.display()
            );
        }
    }
}

/// Returns the subcommand and the options of each command in a text, without arguments and the values of options.
fn commands(text: &str) -> Vec<Vec<&str>> {
    let commands = text.lines().filter_map(|line| {
        let start = line
            .find("codes ")
            .filter(|at| !line[..*at].contains('#'))?;
        let is_command = ["$ ", "run: ", "| "]
            .iter()
            .any(|end| line[..start].ends_with(end));
        is_command.then(|| &line[start + "codes ".len()..])
    });
    commands
        .map(|command| {
            let words = command
                .split(' ')
                .take_while(|word| *word != "|" && *word != "<");
            let is_kept = |(at, word): &(usize, &str)| *at == 0 || word.starts_with("--");
            let words = words.enumerate().filter(is_kept);
            words.map(|(_, word)| word).collect()
        })
        .collect()
}

/// The workflow in the docs uses commands whose output is in a transcript.
#[test]
fn the_commands_of_the_workflow_have_transcripts() {
    let workflow = fs::read_to_string(directory().join("../../../docs/codes-workflow.yml"));
    let transcript = fs::read_to_string(directory().join("ci.txt")).expect("a transcript");
    let (workflow, known) = (workflow.expect("a workflow"), commands(&transcript));
    let used = commands(&workflow);
    assert_eq!(used.len(), 3, "{used:?}");
    for command in used {
        assert!(known.contains(&command), "{command:?}");
    }
}
