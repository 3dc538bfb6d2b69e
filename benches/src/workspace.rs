//! The workspace of all measured crates. Each run writes it again into the target directory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::contender::Contender;
use crate::leaf::Leaf;
use crate::table::{capitalized, rows};

/// The folder of this project.
pub(crate) const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Stripped, so that the size of a program does not depend on the symbols of the standard library.
const PROFILES: &str = "[profile.release]\nstrip = true\n";

pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
}

impl Workspace {
    /// Writes the leaf crates, and for each of `sizes` the programs that use the API of all contenders.
    pub(crate) fn write(leaves: &[Leaf], sizes: &[usize]) -> Self {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| Path::new(PROJECT).join("target"), PathBuf::from);
        let workspace = Workspace {
            root: target.join("benches"),
        };
        let mut members = Vec::new();
        for leaf in leaves {
            let dependencies = leaf.contender.dependencies(PROJECT);
            let files = leaf.contender.files(&rows(leaf.rows, leaf.sentences));
            members.push(workspace.write_member(&leaf.package(), &dependencies, &files));
        }
        for &rows in sizes {
            members.push(workspace.write_lookups(rows));
            for contender in Contender::COMPLETE {
                members.push(workspace.write_program(contender, rows));
            }
        }
        let members: Vec<_> = members.iter().map(|name| format!("\"{name}\"")).collect();
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{}]\n\n{PROFILES}",
            members.join(", ")
        );
        write(&workspace.root.join("Cargo.toml"), &manifest);
        // the versions that the project's own tests use
        let lock = fs::read_to_string(format!("{PROJECT}/Cargo.lock"))
            .expect("the project has a lock file");
        write(&workspace.root.join("Cargo.lock"), &lock);
        workspace
    }

    /// Writes the benchmarks of lookups in all contenders, with a test that their results are equal.
    fn write_lookups(&self, rows: usize) -> String {
        let leaves = Contender::COMPLETE
            .map(|contender| leaf_dependency(contender, rows))
            .concat();
        let dependencies = format!("{leaves}{}divan = \"=0.1.21\"\n", runtime_dependency());
        let main = format!(
            r#"#[macro_use]
#[path = "{PROJECT}/benches/lookups/contender.rs"]
mod contender;
#[cfg(test)]
#[path = "{PROJECT}/benches/lookups/equivalence.rs"]
mod equivalence;
#[cfg(not(test))]
#[path = "{PROJECT}/benches/lookups/bench.rs"]
mod bench;

{}
fn main() {{
    divan::main();
}}
"#,
            Contender::COMPLETE.map(implementation).concat()
        );
        let files = [("src/main.rs", main)];
        self.write_member(&format!("lookups-{rows}"), &dependencies, &files)
    }

    /// Writes a program that uses the whole API of one contender.
    fn write_program(&self, contender: Contender, rows: usize) -> String {
        let mut dependencies = leaf_dependency(contender, rows);
        if contender == Contender::Ours {
            dependencies += &runtime_dependency();
        }
        let main = format!(
            r#"#[macro_use]
#[path = "{PROJECT}/benches/lookups/contender.rs"]
mod contender;
#[path = "{PROJECT}/benches/lookups/program.rs"]
mod program;

{}
fn main() {{
    program::run::<{}>();
}}
"#,
            implementation(contender),
            type_name(contender)
        );
        let files = [("src/main.rs", main)];
        self.write_member(&program(contender, rows), &dependencies, &files)
    }

    /// Writes a package and returns its name.
    fn write_member(&self, name: &str, dependencies: &str, files: &[(&str, String)]) -> String {
        let root = self.root.join(name);
        write(&root.join("Cargo.toml"), &manifest(name, dependencies));
        for (path, text) in files {
            write(&root.join(path), text);
        }
        name.to_owned()
    }

    /// Returns a cargo command that runs in the workspace, without settings that add to the work of the
    /// compiler.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(arguments)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_PROFILE_DEV_DEBUG");
        cargo
    }

    /// Runs cargo, which must succeed.
    pub(crate) fn run(&self, arguments: &[&str]) {
        let mut cargo = self.cargo(arguments);
        let output = cargo.stderr(Stdio::inherit()).output().expect("cargo runs");
        assert!(
            output.status.success(),
            "cargo {arguments:?}: {}",
            String::from_utf8_lossy(&output.stdout)
        );
    }

    /// Builds a program in release mode and returns its path.
    pub(crate) fn build_program(&self, package: &str) -> PathBuf {
        self.run(&["build", "--release", "--quiet", "--package", package]);
        self.root.join("target/release").join(package)
    }
}

/// The package of a program that uses the whole API of one contender.
pub(crate) fn program(contender: Contender, rows: usize) -> String {
    format!("program-{}-{rows}", contender.id())
}

pub(crate) fn manifest(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\n{dependencies}"
    )
}

/// Writes a file, creating its folders.
pub(crate) fn write(path: &Path, text: &str) {
    create_folder(path.parent().expect("a file is in a folder"));
    fs::write(path, text).expect("the file can be written");
}

pub(crate) fn create_folder(path: &Path) {
    fs::create_dir_all(path).expect("the folder can be created");
}

fn runtime_dependency() -> String {
    format!("codes-runtime = {{ path = \"{PROJECT}/codes-runtime\" }}\n")
}

fn leaf_dependency(contender: Contender, rows: usize) -> String {
    let id = contender.id();
    format!("{id} = {{ package = \"{id}-{rows}\", path = \"../{id}-{rows}\" }}\n")
}

/// The macro call that implements the common trait; see `lookups/contender.rs`.
fn implementation(contender: Contender) -> String {
    let implement = if contender == Contender::Ours {
        "implement_ours"
    } else {
        "implement_handwritten"
    };
    let (name, id) = (type_name(contender), contender.id());
    format!("{implement}!({name} {id});\n")
}

fn type_name(contender: Contender) -> String {
    capitalized(contender.id())
}
