//! Files: written whole or not at all, and never over others unless that is asked for.

use std::fs;
use std::process::{Command, Stdio};

use super::{codes, folder, names, page, words};

#[test]
fn what_is_there_stays_there() {
    let folder = folder("force");
    fs::write(folder.join("spec.yaml"), "mine").expect("written");
    let args = [
        "import",
        &page("columns.md"),
        "--vendor",
        "V",
        "-o",
        "spec.yaml",
    ];
    let done = codes(&folder, &args);
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(
        words(&done),
        "error: `spec.yaml` already exists\n  = help: pass `--force` to overwrite it\n"
    );
    assert_eq!(
        fs::read_to_string(folder.join("spec.yaml")).expect("the file"),
        "mine"
    );
    assert_eq!(names(&folder), ["spec.yaml"]);

    let done = codes(&folder, &[&args[..], &["--force"]].concat());
    assert_eq!(done.status.code(), Some(0), "{}", words(&done));
    assert!(
        fs::read_to_string(folder.join("spec.yaml"))
            .expect("the file")
            .starts_with("vendor: V\n")
    );
    assert_eq!(names(&folder), ["spec.yaml"]);
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let folder = folder("unwritten");
    fs::create_dir(folder.join("spec.yaml")).expect("a folder");
    for force in [&[][..], &["--force"]] {
        let args = [
            "import",
            &page("columns.md"),
            "--vendor",
            "V",
            "-o",
            "spec.yaml",
        ];
        let done = codes(&folder, &[&args[..], force].concat());
        assert_eq!(done.status.code(), Some(2), "{}", words(&done));
        assert_eq!(names(&folder), ["spec.yaml"]);
    }
    let done = codes(
        &folder,
        &[
            "import",
            &page("columns.md"),
            "--vendor",
            "V",
            "-o",
            "no/spec.yaml",
        ],
    );
    assert_eq!(done.status.code(), Some(2));
    assert!(
        words(&done).starts_with("error: cannot write `no/spec.yaml`: "),
        "{}",
        words(&done)
    );
    // a page without codes is no reason to touch the file
    let done = codes(
        &folder,
        &[
            "import",
            &page("none.md"),
            "--vendor",
            "V",
            "-o",
            "none.yaml",
        ],
    );
    assert_eq!(
        (done.status.code(), names(&folder)),
        (Some(1), vec!["spec.yaml".to_owned()])
    );
}

#[test]
#[cfg(unix)]
fn a_file_is_replaced_where_it_lies() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder("links");
    fs::create_dir(folder.join("far")).expect("a folder");
    fs::write(folder.join("far/spec.yaml"), "mine").expect("written");
    fs::set_permissions(
        folder.join("far/spec.yaml"),
        fs::Permissions::from_mode(0o640),
    )
    .expect("permissions");
    symlink("far/spec.yaml", folder.join("spec.yaml")).expect("a link");
    let args = [
        "import",
        &page("columns.md"),
        "--vendor",
        "V",
        "-o",
        "spec.yaml",
        "--force",
    ];
    assert_eq!(codes(&folder, &args[..6]).status.code(), Some(2));
    let done = codes(&folder, &args);
    assert_eq!(done.status.code(), Some(0), "{}", words(&done));
    assert!(folder.join("spec.yaml").is_symlink());
    assert!(
        fs::read_to_string(folder.join("far/spec.yaml"))
            .expect("the file")
            .starts_with("vendor: V\n")
    );
    let mode = fs::metadata(folder.join("far/spec.yaml"))
        .expect("the file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(
        (names(&folder), names(&folder.join("far"))),
        (
            vec!["far".into(), "spec.yaml".into()],
            vec!["spec.yaml".into()]
        )
    );
}

#[test]
#[cfg(unix)]
fn links_to_no_file_and_devices_are_refused() {
    use std::os::unix::fs::symlink;
    let folder = folder("no_files");
    symlink("nothing", folder.join("a.yaml")).expect("a link");
    symlink("b.yaml", folder.join("b.yaml")).expect("a link");
    for (name, said) in [
        ("a.yaml", "cannot write `a.yaml`: "),
        ("b.yaml", "cannot write `b.yaml`: "),
        ("/dev/null", "`/dev/null` is not a regular file"),
    ] {
        let done = codes(
            &folder,
            &[
                "import",
                &page("columns.md"),
                "--vendor",
                "V",
                "-o",
                name,
                "--force",
            ],
        );
        assert_eq!(done.status.code(), Some(2));
        assert!(
            words(&done).starts_with(&format!("error: {said}")),
            "{}",
            words(&done)
        );
    }
    assert_eq!(names(&folder), ["a.yaml", "b.yaml"]);
}

#[test]
fn a_name_may_be_as_long_as_names_may_be() {
    let folder = folder("long");
    let name = "n".repeat(250) + ".yaml";
    let done = codes(
        &folder,
        &["import", &page("columns.md"), "--vendor", "V", "-o", &name],
    );
    assert_eq!((done.status.code(), names(&folder)), (Some(0), vec![name]));
}

/// Whenever it is killed, the old text is there or the new one is, and never a part of either.
#[test]
#[cfg(unix)]
fn a_kill_leaves_the_old_text_or_the_new() {
    let folder = folder("killed");
    let rows: String = (0..3000)
        .map(|i| format!("| {} | Kite {i} |\n", 10_000 + i))
        .collect();
    fs::write(
        folder.join("page.md"),
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
    assert_eq!(codes(&folder, &args).status.code(), Some(0));
    let whole = start.elapsed();
    let new = fs::read(folder.join("spec.yaml")).expect("the file");
    for part in 0..12 {
        fs::write(folder.join("spec.yaml"), "mine").expect("written");
        let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
        command
            .args(args)
            .current_dir(&folder)
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        let mut child = command.spawn().expect("a command that runs");
        std::thread::sleep(whole * part / 10);
        let _ = child.kill();
        child.wait().expect("its end");
        let found = fs::read(folder.join("spec.yaml")).expect("the file");
        assert!(
            found == b"mine" || found == new,
            "{part}: {} bytes",
            found.len()
        );
    }
}
