//! Pages of all formats, and pages that are rejected.

use std::fs;

use super::{codes, directory, names, page, pages, stderr};

#[test]
fn every_page_becomes_a_valid_spec_without_differences() {
    let directory = directory("every");
    let is_page = |name: &String| !["drifted.yaml", "none.md"].contains(&name.as_str());
    let all: Vec<_> = names(&pages()).into_iter().filter(is_page).collect();
    assert!(all.len() >= 15);
    for name in all {
        let done = codes(
            &directory,
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
        assert_eq!(done.status.code(), Some(0), "{name}: {}", stderr(&done));
        let done = codes(&directory, &["check", "spec.yaml"]);
        assert_eq!(done.status.code(), Some(0), "{name}: {}", stderr(&done));
        let done = codes(
            &directory,
            &["import", "--check", "--texts", &page(&name), "spec.yaml"],
        );
        assert_eq!(
            (done.status.code(), done.stdout.as_slice()),
            (Some(0), &b""[..]),
            "{name}: {}",
            stderr(&done)
        );
    }
}

/// Characters that are dropped when a spec is written, and headings without text, are not reported as differences.
#[test]
fn content_that_a_spec_cannot_hold_is_not_a_difference() {
    let directory = directory("odd");
    for (nth, page) in [
        "|Code|Title|\n|-|-|\n|A\u{202e}B|Not \u{2066}found|\n|C|A\u{1b}[1mb\u{7f}c|\n|D|A\u{85}b\u{90}c|\n",
        "## \n\n|Status|Title|\n|-|-|\n|404|Lost|\n\n## B\n\n|Status|Title|\n|-|-|\n|405|Gone|\n\n\
         ## \n\n|Status|Title|\n|-|-|\n|406|Late|\n",
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("{nth}.md");
        fs::write(directory.join(&name), format!("# Odd\n\n{page}")).expect("written");
        let import = ["import", &name, "--vendor", "V", "-o", "spec.yaml", "--force"];
        let done = codes(&directory, &import);
        assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
        let check = ["import", "--check", "--texts", &name, "spec.yaml"];
        let done = codes(&directory, &check);
        let differences = String::from_utf8_lossy(&done.stdout).into_owned();
        assert_eq!((done.status.code(), &*differences), (Some(0), ""), "{page}");
    }
}

#[test]
fn three_thousand_rows_are_imported_without_differences() {
    let directory = directory("many");
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
        directory.join("page.md"),
        format!("# Many\n\n|Code|Status|Title|Text|\n|-|--|-|-|\n{rows}"),
    )
    .expect("written");
    let done = codes(
        &directory,
        &["import", "page.md", "--vendor", "V", "-o", "spec.yaml"],
    );
    assert_eq!(
        (done.status.code(), stderr(&done).as_str()),
        // each title belongs to two rows, so half of the names are numbered, which is a doubt
        (
            Some(0),
            "spec.yaml: 3000 rows found, 3000 written; 1 doubt, see the comments that start with `# doubt:`\n"
        )
    );
    let done = codes(
        &directory,
        &["import", "--check", "--texts", "page.md", "spec.yaml"],
    );
    assert_eq!(
        (done.status.code(), done.stdout.len()),
        (Some(0), 0),
        "{}",
        stderr(&done)
    );
}

#[test]
fn unreadable_pages_are_reported() {
    let directory = directory("bytes");
    for (bytes, found) in [
        (&b"\xff\xfe4\x000\x00"[..], "byte 1 is not valid UTF-8"),
        (b"| 4\xe9 |", "byte 4 is not valid UTF-8"),
    ] {
        fs::write(directory.join("page"), bytes).expect("written");
        let done = codes(&directory, &["import", "page", "--vendor", "V"]);
        assert_eq!(done.status.code(), Some(2));
        assert!(stderr(&done).contains(found), "{}", stderr(&done));
    }
    fs::write(
        directory.join("page"),
        vec![b'x'; codes_spec::MAX_BYTES + 1],
    )
    .expect("written");
    let done = codes(&directory, &["import", "page", "--vendor", "V"]);
    assert_eq!(done.status.code(), Some(2));
    assert!(
        stderr(&done).contains("larger than 8 MiB"),
        "{}",
        stderr(&done)
    );
    fs::write(directory.join("page"), "404 - Gone\r\n".repeat(20_001)).expect("written");
    let done = codes(&directory, &["import", "page", "--vendor", "V"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(
        stderr(&done).contains("`page` has 20001 rows, but a spec can have at most 20000"),
        "{}",
        stderr(&done)
    );
}

#[test]
fn pages_with_too_many_lines_are_refused() {
    let directory = directory("pieces");
    for (name, line) in [
        ("page.txt", "a\n"),
        ("page.md", "a|b\n"),
        ("page.html", "<p>a"),
    ] {
        fs::write(directory.join(name), line.repeat(400_000)).expect("written");
        let done = codes(&directory, &["import", name, "--vendor", "V"]);
        assert_eq!(done.status.code(), Some(1));
        assert!(
            stderr(&done).contains("has more than 300000 lines, cells and tags"),
            "{name}"
        );
    }
}

#[test]
fn characters_that_are_not_written_are_no_differences() {
    let directory = directory("controls");
    let page = "# T\n\n## \u{2}\n\n| Code | Title | Description |\n|---|---|---|\n\
        | E1\u{202e}0 | Ti\u{1b}tle\u{202e} x | De\u{7f}scr\u{85}iption\u{85} here. |\n\
        | E2 | A\u{9b}B | Text \u{2066}here\u{2069}. |\n";
    fs::write(directory.join("page.md"), page).expect("written");
    let args = ["import", "page.md", "--vendor", "V", "-o", "spec.yaml"];
    let done = codes(&directory, &args);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    let args = ["import", "--check", "--texts", "page.md", "spec.yaml"];
    let done = codes(&directory, &args);
    assert_eq!(
        (done.status.code(), done.stdout.len()),
        (Some(0), 0),
        "{}",
        String::from_utf8_lossy(&done.stdout)
    );
}

#[test]
fn a_heading_longer_than_a_key_of_yaml_is_a_field() {
    let directory = directory("long-heading");
    let heading = "x".repeat(2_000);
    let page = format!("status,title,{heading}\n404,Not found,a\n");
    fs::write(directory.join("page.csv"), page).expect("written");
    let args = ["import", "page.csv", "--vendor", "V", "-o", "spec.yaml"];
    let done = codes(&directory, &args);
    assert_eq!(done.status.code(), Some(0), "{}", stderr(&done));
    let done = codes(&directory, &["explain", "--format", "json", "spec.yaml"]);
    assert!(String::from_utf8_lossy(&done.stdout).contains(&format!("{heading}\",\"text\":\"a\"")));
}

/// A text code that ends in an asterisk is written as `42\*` in a spec, and in a page that is made from the spec.
#[test]
fn a_star_at_the_end_of_a_code_is_no_difference() {
    let directory = directory("stars");
    let spec = r"{vendor: V, codes: [{code: '42\*', title: Star}, {code: 08*, title: Class}]}";
    fs::write(directory.join("spec.yaml"), spec).expect("written");
    for star in [r"42\\*", "`42*`", r"`42\*`"] {
        let page = format!("| Code | Title |\n|---|---|\n| {star} | Star |\n| `08*` | Class |\n");
        fs::write(directory.join("page.md"), page).expect("written");
        let done = codes(&directory, &["import", "--check", "page.md", "spec.yaml"]);
        let printed = String::from_utf8_lossy(&done.stdout);
        assert_eq!(done.status.code(), Some(0), "{star}: {printed}");
    }
}

#[test]
fn split_writes_a_file_for_each_table_or_none() {
    let directory = directory("split");
    let args = [
        "import",
        &page("tabs.mdx"),
        "--vendor",
        "V",
        "--split",
        "-o",
        ".",
    ];
    assert_eq!(codes(&directory, &args).status.code(), Some(0));
    assert_eq!(names(&directory), ["authentication.yaml", "billing.yaml"]);
    fs::remove_file(directory.join("authentication.yaml")).expect("removed");
    // nothing is written if one of the files exists
    assert_eq!(codes(&directory, &args).status.code(), Some(2));
    assert_eq!(names(&directory), ["billing.yaml"]);
    // a write that fails ends the command
    #[cfg(unix)]
    {
        fs::remove_file(directory.join("billing.yaml")).expect("removed");
        std::os::unix::fs::symlink("nothing", directory.join("authentication.yaml"))
            .expect("a link");
        let done = codes(&directory, &[&args[..], &["--force"]].concat());
        assert_eq!(done.status.code(), Some(2));
        assert!(
            stderr(&done).starts_with("error: cannot write `./authentication.yaml`: "),
            "{}",
            stderr(&done)
        );
        assert_eq!(names(&directory), ["authentication.yaml"]);
    }
}
