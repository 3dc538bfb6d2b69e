//! Files are written completely or not at all, and existing ones are replaced only with `--force`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::{codes, directory, names, page, stderr};

/// Imports a page of the tests into a file of the directory.
fn import(directory: &Path, from: &str, output: &str, options: &[&str]) -> Output {
    let page = page(from);
    let args = ["import", &page, "--vendor", "V", "-o", output];
    codes(directory, &[&args[..], options].concat())
}

#[test]
fn existing_files_are_kept_without_force() {
    let directory = directory("force");
    fs::write(directory.join("spec.yaml"), "mine").expect("written");
    let done = import(&directory, "columns.md", "spec.yaml", &[]);
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(
        stderr(&done),
        "error: `spec.yaml` already exists\n  = help: pass `--force` to overwrite it\n"
    );
    assert_eq!(
        fs::read_to_string(directory.join("spec.yaml")).expect("the file"),
        "mine"
    );
    assert_eq!(names(&directory), ["spec.yaml"]);

    let done = import(&directory, "columns.md", "spec.yaml", &["--force"]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert!(
        fs::read_to_string(directory.join("spec.yaml"))
            .expect("the file")
            .starts_with("vendor: V\n")
    );
    assert_eq!(names(&directory), ["spec.yaml"]);
}

#[test]
fn a_failed_write_leaves_no_file() {
    let directory = directory("unwritten");
    fs::create_dir(directory.join("spec.yaml")).expect("a directory");
    for force in [&[][..], &["--force"]] {
        let done = import(&directory, "columns.md", "spec.yaml", force);
        assert_eq!(done.status.code(), Some(2), "{}", stderr(&done));
        assert_eq!(names(&directory), ["spec.yaml"]);
    }
    let done = import(&directory, "columns.md", "no/spec.yaml", &[]);
    assert_eq!(done.status.code(), Some(2));
    assert!(
        stderr(&done).starts_with("error: cannot write `no/spec.yaml`: "),
        "{}",
        stderr(&done)
    );
    // a page without codes writes nothing
    let done = import(&directory, "none.md", "none.yaml", &[]);
    assert_eq!(
        (done.status.code(), names(&directory)),
        (Some(1), vec!["spec.yaml".to_owned()])
    );
}

#[test]
#[cfg(unix)]
fn a_linked_file_is_replaced_and_keeps_its_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let directory = directory("links");
    fs::create_dir(directory.join("far")).expect("a directory");
    fs::write(directory.join("far/spec.yaml"), "mine").expect("written");
    fs::set_permissions(
        directory.join("far/spec.yaml"),
        fs::Permissions::from_mode(0o640),
    )
    .expect("permissions");
    symlink("far/spec.yaml", directory.join("spec.yaml")).expect("a link");
    let refused = import(&directory, "columns.md", "spec.yaml", &[]);
    assert_eq!(refused.status.code(), Some(2));
    let done = import(&directory, "columns.md", "spec.yaml", &["--force"]);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    assert!(directory.join("spec.yaml").is_symlink());
    assert!(
        fs::read_to_string(directory.join("far/spec.yaml"))
            .expect("the file")
            .starts_with("vendor: V\n")
    );
    let mode = fs::metadata(directory.join("far/spec.yaml"))
        .expect("the file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(
        (names(&directory), names(&directory.join("far"))),
        (
            vec!["far".into(), "spec.yaml".into()],
            vec!["spec.yaml".into()]
        )
    );
}

#[test]
#[cfg(unix)]
fn dangling_links_and_special_files_are_rejected() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    let directory = directory("dangling");
    symlink("nothing", directory.join("a.yaml")).expect("a link");
    symlink("b.yaml", directory.join("b.yaml")).expect("a link");
    // a socket and not a device, so that overwriting it by mistake does no harm
    let _listener = UnixListener::bind(directory.join("socket")).expect("a socket");
    for (name, expected) in [
        ("a.yaml", "cannot write `a.yaml`: "),
        ("b.yaml", "cannot write `b.yaml`: "),
        ("socket", "`socket` is not a regular file"),
    ] {
        let done = import(&directory, "columns.md", name, &["--force"]);
        assert_eq!(done.status.code(), Some(2));
        assert!(
            stderr(&done).starts_with(&format!("error: {expected}")),
            "{}",
            stderr(&done)
        );
    }
    assert_eq!(names(&directory), ["a.yaml", "b.yaml", "socket"]);
}

#[test]
fn file_names_may_have_the_maximum_length() {
    let directory = directory("long");
    let name = "n".repeat(250) + ".yaml";
    let done = import(&directory, "columns.md", &name, &[]);
    assert_eq!(
        (done.status.code(), names(&directory)),
        (Some(0), vec![name])
    );
}

/// Whenever the command is killed, the file has the complete old or new text.
#[test]
#[cfg(unix)]
fn a_killed_command_leaves_the_old_or_the_new_text() {
    let directory = directory("killed");
    let rows: String = (0..3000)
        .map(|i| format!("| {} | Kite {i} |\n", 10_000 + i))
        .collect();
    fs::write(
        directory.join("page.md"),
        format!("|Code|Title|\n|-|--|\n{rows}"),
    )
    .expect("written");
    let args = [
        "import",
        "page.md",
        "--vendor",
        "V",
        "-o",
        "spec.yaml",
        "--force",
    ];
    let start = std::time::Instant::now();
    assert_eq!(codes(&directory, &args).status.code(), Some(0));
    let duration = start.elapsed();
    let new = fs::read(directory.join("spec.yaml")).expect("the file");
    for part in 0..12 {
        fs::write(directory.join("spec.yaml"), "mine").expect("written");
        let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
        command
            .args(args)
            .current_dir(&directory)
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        let mut child = command.spawn().expect("the command runs");
        std::thread::sleep(duration * part / 10);
        let _ = child.kill();
        child.wait().expect("the command exits");
        let found = fs::read(directory.join("spec.yaml")).expect("the file");
        assert!(
            found == b"mine" || found == new,
            "{part}: {} bytes",
            found.len()
        );
    }
}
