//! When a vendor adds a row, the gateway example no longer compiles, and the error names the new variant.

use codes_tests::scratch::{Scratch, printed};

#[test]
fn a_new_row_breaks_the_build_until_it_is_matched() {
    let root = |path: &str| format!("{}/../{path}", env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root(path)).expect("a file of the workspace");
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
    let output = scratch.cargo(&["check"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(
        errors.contains("non-exhaustive patterns: `PointsCode::PointsLocked` not covered"),
        "{errors}"
    );
    assert!(errors.contains("src/main.rs:29:15"), "{errors}");
    assert_eq!(errors.matches("error[").count(), 1, "{errors}");
}
