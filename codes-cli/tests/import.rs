//! What `codes import` writes: specs that are right at once, whole files or none, and nothing over what is there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn pages() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "pages"]
        .iter()
        .collect()
}

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("import")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> = entries
        .map(|name| name.into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

fn codes(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codes"));
    command
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .expect("a command that runs")
}

fn page(name: &str) -> String {
    pages()
        .join(name)
        .into_os_string()
        .into_string()
        .expect("UTF-8")
}

fn words(done: &Output) -> String {
    String::from_utf8(done.stderr.clone()).expect("UTF-8")
}

#[test]
fn every_page_is_imported_without_a_mistake_and_does_not_drift_from_itself() {
    let folder = folder("every");
    let is_page = |name: &String| !["drifted.yaml", "none.md"].contains(&name.as_str());
    let all: Vec<_> = names(&pages()).into_iter().filter(is_page).collect();
    assert!(all.len() >= 15);
    for name in all {
        let done = codes(
            &folder,
            &[
                "import",
                &page(&name),
                "--vendor",
                "V",
                "-o",
                "spec.yaml",
                "--force",
            ],
        );
        assert_eq!(done.status.code(), Some(0), "{name}: {}", words(&done));
        let done = codes(&folder, &["check", "spec.yaml"]);
        assert_eq!(done.status.code(), Some(0), "{name}: {}", words(&done));
        let done = codes(
            &folder,
            &["import", "--check", "--texts", &page(&name), "spec.yaml"],
        );
        assert_eq!(
            (done.status.code(), done.stdout.as_slice()),
            (Some(0), &b""[..]),
            "{name}: {}",
            words(&done)
        );
    }
}

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
        "error: `spec.yaml` is there already\n  = help: `--force` writes over it\n"
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

    // a link to nothing, a link to itself, and what is no file
    symlink("nothing", folder.join("a.yaml")).expect("a link");
    symlink("b.yaml", folder.join("b.yaml")).expect("a link");
    for (name, said) in [
        ("a.yaml", "cannot write `a.yaml`: "),
        ("b.yaml", "cannot write `b.yaml`: "),
        ("/dev/null", "`/dev/null` is neither a file nor free"),
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
    assert_eq!(names(&folder).len(), 4);
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

#[test]
fn each_table_has_a_file_or_none_has() {
    let folder = folder("split");
    let args = [
        "import",
        &page("tabs.mdx"),
        "--vendor",
        "V",
        "--split",
        "-o",
        ".",
    ];
    assert_eq!(codes(&folder, &args).status.code(), Some(0));
    assert_eq!(names(&folder), ["authentication.yaml", "billing.yaml"]);
    fs::remove_file(folder.join("authentication.yaml")).expect("removed");
    // all or none
    assert_eq!(codes(&folder, &args).status.code(), Some(2));
    assert_eq!(names(&folder), ["billing.yaml"]);
    // what cannot be told ahead ends it, whatever the other tables have
    #[cfg(unix)]
    {
        fs::remove_file(folder.join("billing.yaml")).expect("removed");
        std::os::unix::fs::symlink("nothing", folder.join("authentication.yaml")).expect("a link");
        let done = codes(&folder, &[&args[..], &["--force"]].concat());
        assert_eq!(done.status.code(), Some(2));
        assert!(
            words(&done).starts_with("error: cannot write `./authentication.yaml`: "),
            "{}",
            words(&done)
        );
        assert_eq!(names(&folder), ["authentication.yaml"]);
    }
}

#[test]
fn three_thousand_rows_are_imported_and_do_not_drift() {
    let folder = folder("many");
    let row = |i: usize| {
        format!(
            "| {} | {} | Kite {} | It says {i}. |\n",
            10_000 + i,
            400 + i % 100,
            i % 1500
        )
    };
    let rows: String = (0..3000).map(row).collect();
    fs::write(
        folder.join("page.md"),
        format!("# Many\n\n|Code|Status|Title|Text|\n|-|--|-|-|\n{rows}"),
    )
    .expect("written");
    let done = codes(
        &folder,
        &["import", "page.md", "--vendor", "V", "-o", "spec.yaml"],
    );
    assert_eq!(
        (done.status.code(), words(&done).as_str()),
        (
            Some(0),
            "spec.yaml: 3000 rows found, 3000 written, no doubts\n"
        )
    );
    let done = codes(
        &folder,
        &["import", "--check", "--texts", "page.md", "spec.yaml"],
    );
    assert_eq!(
        (done.status.code(), done.stdout.len()),
        (Some(0), 0),
        "{}",
        words(&done)
    );
}

#[test]
fn what_is_no_page_is_told() {
    let folder = folder("bytes");
    for (bytes, found) in [
        (&b"\xff\xfe4\x000\x00"[..], "byte 1 is not UTF-8"),
        (b"| 4\xe9 |", "byte 4 is not UTF-8"),
    ] {
        fs::write(folder.join("page"), bytes).expect("written");
        let done = codes(&folder, &["import", "page", "--vendor", "V"]);
        assert_eq!(done.status.code(), Some(2));
        assert!(words(&done).contains(found), "{}", words(&done));
    }
    fs::write(folder.join("page"), vec![b'x'; codes_spec::MAX_BYTES + 1]).expect("written");
    let done = codes(&folder, &["import", "page", "--vendor", "V"]);
    assert_eq!(done.status.code(), Some(2));
    assert!(
        words(&done).contains("more than 8388608 bytes"),
        "{}",
        words(&done)
    );
    fs::write(folder.join("page"), "404 - Gone\r\n".repeat(20_001)).expect("written");
    let done = codes(&folder, &["import", "page", "--vendor", "V"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(
        words(&done).contains("`page` has 20001 rows; a spec has at most 20000"),
        "{}",
        words(&done)
    );
}
