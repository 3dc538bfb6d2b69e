//! The crates that are measured: a workspace in the target directory, written anew by each run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::contender::Contender;
use crate::table::rows;

/// One contender's crate over a table of some size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leaf {
    pub(crate) contender: Contender,
    pub(crate) rows: usize,
    /// How many sentences a description has.
    pub(crate) sentences: usize,
}

impl Leaf {
    /// Whether it is measured beyond `check`: by hand, the largest would be built for minutes.
    pub(crate) fn is_built(self) -> bool {
        self.sentences == 1 && (self.rows <= 1_000 || self.contender.is_light())
    }

    pub(crate) fn package(self) -> String {
        let longer = if self.sentences == 1 {
            String::new()
        } else {
            format!("-x{}", self.sentences)
        };
        format!("{}-{}{longer}", self.contender.id(), self.rows)
    }
}

/// The folder of this project.
pub(crate) const PROJECT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// Where the crates lie.
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
}

/// Bytes that are all of a table and none of the standard library.
const PROFILES: &str = "[profile.release]\nstrip = true\n";

impl Workspace {
    /// Writes the leaves, and for each size in `answering` the programs that ask every contender.
    pub(crate) fn write(leaves: &[Leaf], answering: &[usize]) -> Self {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| Path::new(PROJECT).join("target"), PathBuf::from);
        let workspace = Workspace {
            root: target.join("benches"),
        };
        let mut members = Vec::new();
        for leaf in leaves {
            let name = leaf.package();
            let manifest = manifest(&name, &leaf.contender.dependencies(PROJECT));
            let files = leaf.contender.files(&rows(leaf.rows, leaf.sentences));
            workspace.member(&name, &manifest, &files);
            members.push(name);
        }
        for &count in answering {
            members.push(workspace.lookups(count));
            members
                .extend(Contender::ANSWERING.map(|contender| workspace.program(contender, count)));
        }
        let members: Vec<_> = members.iter().map(|name| format!("\"{name}\"")).collect();
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = [{}]\n\n{PROFILES}",
            members.join(", ")
        );
        put(&workspace.root.join("Cargo.toml"), &manifest);
        // the dependencies of the project's own tests, so that both are measured with the same ones
        let lock = fs::read_to_string(format!("{PROJECT}/Cargo.lock"))
            .expect("the project has a lock file");
        put(&workspace.root.join("Cargo.lock"), &lock);
        workspace
    }

    /// Look-ups in all contenders: benchmarks as its program, and a test that they answer alike.
    fn lookups(&self, count: usize) -> String {
        let name = format!("lookups-{count}");
        let leaves: String = Contender::ANSWERING
            .map(|contender| leaf_dependency(contender, count))
            .concat();
        let dependencies = format!(
            "{leaves}codes-runtime = {{ path = \"{PROJECT}/codes-runtime\" }}\ndivan = \"=0.1.21\"\n"
        );
        let main = format!(
            "#[macro_use]\n#[path = \"{PROJECT}/benches/lookups/contender.rs\"]\nmod contender;\n#[cfg(test)]\n\
             #[path = \"{PROJECT}/benches/lookups/alike.rs\"]\nmod alike;\n#[cfg(not(test))]\n\
             #[path = \"{PROJECT}/benches/lookups/bench.rs\"]\nmod bench;\n\n{}\nfn main() {{\n    divan::main();\n}}\n",
            Contender::ANSWERING.map(implementation).concat()
        );
        self.member(
            &name,
            &manifest(&name, &dependencies),
            &[("src/main.rs", main)],
        );
        name
    }

    /// A program that uses all of one contender.
    fn program(&self, contender: Contender, count: usize) -> String {
        let name = format!("program-{}-{count}", contender.id());
        let runtime = format!("codes-runtime = {{ path = \"{PROJECT}/codes-runtime\" }}\n");
        let runtime = if contender == Contender::Ours {
            runtime
        } else {
            String::new()
        };
        let main = format!(
            "#[macro_use]\n#[path = \"{PROJECT}/benches/lookups/contender.rs\"]\nmod contender;\n\
             #[path = \"{PROJECT}/benches/lookups/size.rs\"]\nmod size;\n\n{}\nfn main() {{\n    size::run::<{}>();\n}}\n",
            implementation(contender),
            type_name(contender)
        );
        let manifest = manifest(&name, &(leaf_dependency(contender, count) + &runtime));
        self.member(&name, &manifest, &[("src/main.rs", main)]);
        name
    }

    fn member(&self, name: &str, manifest: &str, files: &[(&str, String)]) {
        let root = self.root.join(name);
        put(&root.join("Cargo.toml"), manifest);
        for (path, text) in files {
            put(&root.join(path), text);
        }
    }

    /// A cargo that works here, without what it would add to the compiler's work.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(arguments)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"));
        cargo
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_PROFILE_DEV_DEBUG");
        cargo
    }

    /// Runs cargo to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Vec<u8> {
        let output = self
            .cargo(arguments)
            .stderr(std::process::Stdio::inherit())
            .output()
            .expect("cargo runs");
        assert!(
            output.status.success(),
            "cargo {arguments:?}: {}",
            String::from_utf8_lossy(&output.stdout)
        );
        output.stdout
    }
}

pub(crate) fn manifest(name: &str, dependencies: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n{dependencies}"
    )
}

fn leaf_dependency(contender: Contender, count: usize) -> String {
    let id = contender.id();
    format!("{id} = {{ package = \"{id}-{count}\", path = \"../{id}-{count}\" }}\n")
}

fn implementation(contender: Contender) -> String {
    let how = if contender == Contender::Ours {
        "ours"
    } else {
        "by_hand"
    };
    format!("{how}!({} {});\n", type_name(contender), contender.id())
}

fn type_name(contender: Contender) -> String {
    crate::table::capitalized(contender.id())
}

pub(crate) fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file lies in a folder"))
        .expect("the target directory can be written");
    fs::write(path, text).expect("the target directory can be written");
}
