//! A row that a vendor adds stops the gateway from compiling, and the error names the new variant.

use codes_tests::scratch::{Scratch, printed};

#[test]
fn a_new_row_is_noticed() {
    let root = |path: &str| format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root(path)).expect("a file of the project");
    let scratch = Scratch::new("gateway");
    scratch.write(
        "src/main.rs",
        &read("tests/examples/gateway.rs").replace("../specs/", "specs/"),
    );
    for spec in ["points", "limits", "guide"] {
        scratch.write(
            &format!("specs/{spec}.yaml"),
            &read(&format!("specs/{spec}.yaml")),
        );
    }
    printed(&scratch.cargo(&["check"]));

    let row = "\n  - {status: 409, code: PointsLocked, title: Points locked}\n";
    scratch.write("specs/points.yaml", &(read("specs/points.yaml") + row));
    let after = scratch.cargo(&["check"]);
    let said = String::from_utf8_lossy(&after.stderr);
    assert!(!after.status.success());
    assert!(
        said.contains("non-exhaustive patterns: `PointsCode::PointsLocked` not covered"),
        "{said}"
    );
    assert!(said.contains("src/main.rs:29:15"), "{said}");
    assert_eq!(said.matches("error[").count(), 1, "{said}");
}
