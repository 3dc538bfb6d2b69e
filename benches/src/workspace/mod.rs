//! The workspace of all measured crates. Each run writes it anew into the target directory.

mod programs;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::contender::Contender;
use crate::leaf::Leaf;
use crate::lookups::suite::Suite;

pub(crate) use programs::program;

/// The folder of this project.
pub(crate) const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Programs are stripped, so that their size does not depend on the symbols of the standard library.
const PROFILES: &str = "[profile.release]\nstrip = true\n";

pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
}

impl Workspace {
    /// Writes the leaf crates, the benchmarks of lookups, and for each of `sizes` the programs that use the API of all
    /// contenders.
    pub(crate) fn write(leaves: &[Leaf], suites: &[Suite], sizes: &[usize]) -> Self {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| Path::new(PROJECT).join("target"), PathBuf::from);
        let workspace = Workspace {
            root: target.join("benches"),
        };
        let mut members = Vec::new();
        let of_suites = suites.iter().flat_map(|suite| suite.leaves());
        let leaves: BTreeSet<_> = leaves.iter().copied().chain(of_suites).collect();
        for leaf in leaves {
            members.push(workspace.write_leaf(leaf));
        }
        for suite in suites {
            members.push(workspace.write_suite(*suite));
        }
        for &rows in sizes {
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

    fn write_leaf(&self, leaf: Leaf) -> String {
        let dependencies = leaf.contender.dependencies(PROJECT);
        let files = leaf.contender.files(&leaf.table(), leaf.codes);
        self.write_member(&leaf.package(), &dependencies, &files)
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

    /// Returns a cargo command that runs in the workspace, without incremental compilation and without
    /// the flags and debug settings of the environment, which would change the work of the compiler.
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

pub(crate) fn manifest(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [dependencies]\n{dependencies}"
    )
}

pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file can be read")
}

/// Writes a file, creating its folders.
pub(crate) fn write(path: &Path, text: &str) {
    create_folder(path.parent().expect("a file is in a folder"));
    fs::write(path, text).expect("the file can be written");
}

pub(crate) fn create_folder(path: &Path) {
    fs::create_dir_all(path).expect("the folder can be created");
}
