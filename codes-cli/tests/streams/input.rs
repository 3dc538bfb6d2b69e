//! Files, devices, pipes and standard input.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use codes_spec::MAX_BYTES;

use super::{RIGHT, WRONG, feed, start};

#[test]
#[cfg(unix)]
fn a_device_is_read_only_up_to_the_size_limit() {
    let (code, words) = feed(start(&["check", "/dev/zero"]), "");
    assert_eq!(code, Some(1));
    assert!(
        words.contains("error: the file is larger than 8 MiB  [codes::too-large]"),
        "{words}"
    );
    let (code, words) = feed(start(&["check", "/dev/null"]), "");
    assert_eq!(code, Some(1));
    assert!(words.contains("error: the file is empty"), "{words}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_pipe_below_dev_is_read_to_its_end() {
    assert_eq!(feed(start(&["check", "/dev/fd/0"]), WRONG).0, Some(1));

    // reading stops at the size limit, although the pipe does not end
    let mut child = start(&["check", "/dev/fd/0"]);
    let mut writer = child.stdin.take().expect("a pipe");
    let written = (0..1024)
        .take_while(|_| writer.write_all(&vec![b'#'; 1 << 16]).is_ok())
        .count()
        << 16;
    assert!(written < MAX_BYTES + (1 << 20), "{written} bytes were read");
    let done = child.wait_with_output().expect("the command exits");
    assert_eq!(done.status.code(), Some(1));
    let words = String::from_utf8_lossy(&done.stderr);
    assert!(words.contains("[codes::too-large]"), "{words}");
}

/// Reading a named pipe would wait until another program writes to it.
#[test]
#[cfg(unix)]
fn a_named_pipe_is_refused() {
    let at = directory("named-pipe");
    let made = Command::new("mkfifo").arg(at("pipe.yaml")).status();
    assert!(made.expect("mkfifo").success());
    for args in [
        &["check"][..],
        &["explain"],
        &["diff", "-"],
        &["import", "--vendor", "V"],
    ] {
        let pipe = at("pipe.yaml");
        let (code, words) = feed(start(&[args, &[&pipe]].concat()), RIGHT);
        assert_eq!(code, Some(2), "{words}");
        assert!(
            words.contains("is not a regular file\n  = help: pass `-`"),
            "{words}"
        );
    }
}

/// Creates an empty directory for a test, and returns a function that joins names to its path.
fn directory(name: &str) -> impl Fn(&str) -> String {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("a directory");
    move |name| {
        let path = directory.join(name).into_os_string();
        path.into_string().expect("UTF-8")
    }
}

#[test]
#[cfg(unix)]
fn directories_links_and_huge_files_are_reported() {
    use std::os::unix::fs::symlink;
    let at = directory("paths");
    fs::create_dir_all(at("specs/inner.yaml")).expect("directories");
    symlink("loop.yaml", at("loop.yaml")).expect("a link");
    symlink("nothing", at("link.yaml")).expect("a link");
    // a sparse file that is larger than the limit
    let sparse = fs::File::create(at("sparse.yaml")).expect("a file");
    sparse.set_len(5 << 30).expect("a length");
    for (name, exit, expected) in [
        ("specs", 2, "contains no `.yaml` files"),
        ("loop.yaml", 2, "cannot read"),
        ("link.yaml", 2, "cannot read"),
        ("sparse.yaml", 1, "error: the file is larger than 8 MiB"),
    ] {
        let (code, words) = feed(start(&["check", &at(name)]), "");
        assert_eq!(code, Some(exit), "{name}: {words}");
        assert!(words.contains(expected), "{name}: {words}");
    }
}

#[test]
#[cfg(unix)]
fn pipes_in_a_directory_are_not_read() {
    let at = directory("pipes");
    let made = Command::new("mkfifo").arg(at("pipe.yaml")).status();
    assert!(made.expect("mkfifo").success());
    fs::write(at("right.yaml"), RIGHT).expect("written");
    assert_eq!(feed(start(&["check", &at("")]), "").0, Some(0));
}

#[test]
fn explain_diff_and_import_refuse_a_directory() {
    let path = directory("directories")("");
    for args in [
        &["explain", &path][..],
        &["diff", &path, "-"],
        &["import", &path, "--vendor", "V"],
    ] {
        let (code, words) = feed(start(args), "");
        assert_eq!(code, Some(2));
        assert!(
            words.contains("is a directory\n  = help: pass a file"),
            "{words}"
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn standard_input_can_be_given_as_a_device() {
    for path in ["/dev/stdin", "/dev/fd/0", "-"] {
        assert_eq!(feed(start(&["check", path]), WRONG).0, Some(1));
    }
}

#[test]
#[cfg(unix)]
fn a_file_without_read_permission_is_reported() {
    use std::os::unix::fs::PermissionsExt;
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("secret.yaml");
    fs::write(&path, WRONG).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
    // root can read the file anyway
    let can_read = fs::read(&path).is_ok();
    let (code, words) = feed(start(&["check", path.to_str().expect("UTF-8")]), "");
    assert_eq!(code, Some(if can_read { 1 } else { 2 }), "{words}");
    assert!(
        can_read || words.starts_with("error: cannot read"),
        "{words}"
    );
    fs::remove_file(&path).expect("removed");
}
