//! The recipes of the README are there, all of them, and short enough to be pasted.

use std::collections::BTreeSet;
use std::fs;

#[test]
fn each_example_is_listed_and_short() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let readme = fs::read_to_string(format!("{root}/README.md")).expect("the README");
    let section = readme
        .split("\n## ")
        .find(|section| section.starts_with("Recipes\n"))
        .expect("a section");
    let mut listed = BTreeSet::new();
    for row in section.lines().filter(|line| line.ends_with(".rs) |")) {
        let (_, link) = row.split_once("| [`").expect("a link");
        let (name, path) = link
            .trim_end_matches(") |")
            .split_once("`](")
            .expect("a name and a path");
        assert_eq!(path, format!("tests/examples/{name}.rs"));
        let lines = fs::read_to_string(format!("{root}/{path}"))
            .expect("the example")
            .lines()
            .count();
        assert!(lines < 40, "{path} has {lines} lines");
        assert!(listed.insert(name.to_owned()), "{name} twice");
    }
    let names = fs::read_dir(format!("{root}/tests/examples"))
        .expect("the examples")
        .map(|file| {
            let path = file.expect("a file").path();
            assert!(
                path.with_extension("txt").exists(),
                "what {} prints is not kept",
                path.display()
            );
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        });
    // these two are of other sections: they show the whole, not one neighbour
    let others = ["gateway", "tour"].map(str::to_owned);
    assert_eq!(
        names
            .filter(|name| !others.contains(name))
            .collect::<BTreeSet<_>>(),
        listed
    );
}
