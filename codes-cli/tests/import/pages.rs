//! Pages of all shapes, and those that are refused.

use std::fs;

use super::{codes, folder, names, page, pages, words};

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
        (Some(0), "spec.yaml: 3000 rows found, 3000 written\n")
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
        (&b"\xff\xfe4\x000\x00"[..], "byte 1 is not valid UTF-8"),
        (b"| 4\xe9 |", "byte 4 is not valid UTF-8"),
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
        words(&done).contains("larger than 8388608 bytes"),
        "{}",
        words(&done)
    );
    fs::write(folder.join("page"), "404 - Gone\r\n".repeat(20_001)).expect("written");
    let done = codes(&folder, &["import", "page", "--vendor", "V"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(
        words(&done).contains("`page` has 20001 rows, but a spec can have at most 20000"),
        "{}",
        words(&done)
    );
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
