//! Measures, and goes round among contenders, so that what disturbs one disturbs all.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::cold;
use crate::contender::Contender;
use crate::figures::{Figures, What};
use crate::leaf::{Leaf, Workspace, manifest, put};
use crate::unit::{RECORD, Unit, take};

/// What rustc takes for each leaf alone: dependencies are built, and cargo is not in it.
pub(crate) fn compile(
    workspace: &Workspace,
    leaves: &[Leaf],
    rounds: usize,
    figures: &mut Figures,
) {
    for (what, arguments) in [
        (What::Check, &["check"][..]),
        (What::Build, &["build"]),
        (What::Release, &["build", "--release"]),
    ] {
        let leaves: Vec<_> = leaves
            .iter()
            .filter(|leaf| what == What::Check || leaf.is_built())
            .collect();
        let records = workspace.root.join("records");
        let _ = fs::remove_dir_all(&records);
        fs::create_dir_all(&records).expect("the target directory can be written");
        let packages: Vec<_> = leaves
            .iter()
            .flat_map(|leaf| ["--package".to_owned(), leaf.package()])
            .collect();
        // what is fresh is not compiled, and so not recorded
        for leaf in &leaves {
            touch(&workspace.root.join(leaf.package()).join("src/lib.rs"));
        }
        let mut cargo = workspace.cargo(arguments);
        cargo
            .arg("--quiet")
            .args(packages)
            .env("RUSTC_WRAPPER", this_program())
            .env(RECORD, &records);
        // not the one of rustup, which looks for a toolchain first
        cargo.env("RUSTC", rustc(workspace));
        take(cargo.stderr(Stdio::inherit()));
        let units = Unit::read_all(&records);
        let unit = |leaf: &Leaf| {
            let name = leaf.package().replace('-', "_");
            units
                .iter()
                .find(|unit| unit.option("--crate-name") == name)
                .expect("the leaf was compiled")
        };
        for round in 0..rounds {
            for leaf in &leaves {
                // the largest take so long that a few runs tell as much
                if leaf.rows < 10_000 || round < 5 {
                    let taken = unit(leaf).again();
                    figures.add(what, **leaf, 1e3 * taken.seconds);
                    if what == What::Check {
                        figures.add(What::CheckMemory, **leaf, taken.mebibytes);
                    }
                }
            }
            eprintln!("{what:?}, round {} of {rounds}", round + 1);
        }
    }
}

fn touch(file: &Path) {
    let text = fs::read(file).expect("the leaf was written");
    fs::write(file, text).expect("the target directory can be written");
}

fn this_program() -> std::path::PathBuf {
    std::env::current_exe().expect("this program has a path")
}

fn rustc(workspace: &Workspace) -> String {
    let mut command = std::process::Command::new("rustc");
    let output = command
        .args(["--print", "sysroot"])
        .current_dir(&workspace.root)
        .output()
        .expect("rustc runs");
    format!(
        "{}/bin/rustc",
        String::from_utf8_lossy(&output.stdout).trim()
    )
}

/// All that a contender brings, built from nothing.
pub(crate) fn cold(
    workspace: &Workspace,
    rounds: usize,
    figures: &mut Figures,
) -> Vec<(Contender, String)> {
    let with_dependencies = [Contender::Ours, Contender::Strum, Contender::Phf];
    let mut paths = Vec::new();
    for round in 0..rounds {
        for contender in with_dependencies {
            let root = workspace.root.join("cold").join(contender.id());
            let manifest =
                manifest("cold", &contender.dependencies(crate::leaf::PROJECT)) + "\n[workspace]\n";
            put(&root.join("Cargo.toml"), &manifest);
            put(&root.join("src/lib.rs"), "");
            put(&root.join("build.rs"), "fn main() {}\n");
            let lock = fs::read_to_string(workspace.root.join("Cargo.lock"))
                .expect("the workspace has a lock file");
            put(&root.join("Cargo.lock"), &lock);
            let [records, target] = ["records", "target"].map(|name| root.join(name));
            for folder in [&records, &target] {
                let _ = fs::remove_dir_all(folder);
            }
            fs::create_dir_all(&records).expect("the target directory can be written");
            take(workspace.cargo(&["fetch", "--quiet"]).current_dir(&root));
            let mut cargo = workspace.cargo(&["build", "--quiet", "--jobs", "1"]);
            cargo
                .current_dir(&root)
                .env("CARGO_TARGET_DIR", &target)
                .env("RUSTC", rustc(workspace));
            cargo
                .env("RUSTC_WRAPPER", this_program())
                .env(RECORD, &records);
            let taken = take(&mut cargo);
            let (seconds, path) = cold::critical_path(&Unit::read_all(&records));
            let leaf = Leaf {
                contender,
                rows: 0,
                sentences: 0,
            };
            figures.add(What::Cold, leaf, taken.seconds);
            figures.add(What::CriticalPath, leaf, seconds);
            if round == 0 {
                paths.push((contender, path));
            }
        }
        eprintln!("cold build, round {} of {rounds}", round + 1);
    }
    paths
}

/// Bytes a row in a stripped program, by two programs of different size.
pub(crate) fn sizes(workspace: &Workspace, [small, large]: [usize; 2], figures: &mut Figures) {
    for contender in Contender::ANSWERING {
        let bytes = |rows: usize| {
            let name = format!("program-{}-{rows}", contender.id());
            workspace.run(&["build", "--release", "--quiet", "--package", &name]);
            let program = workspace.root.join("target/release").join(name);
            fs::metadata(program).expect("the program was built").len() as f64
        };
        let a_row = (bytes(large) - bytes(small)) / (large - small) as f64;
        figures.add(
            What::Bytes,
            Leaf {
                contender,
                rows: large,
                sentences: 1,
            },
            a_row,
        );
    }
}
