//! Temporary packages, built with the cargo that runs the tests.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::workspace::{read, root};

/// A package in a temporary folder.
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Creates an empty package that depends on `codes-runtime`, replacing one of the same name.
    pub fn new(name: &str) -> Self {
        Scratch::with_features(name, &[])
    }

    /// Creates a package like [`Scratch::new`], with these features of `codes-runtime`.
    pub fn with_features(name: &str, features: &[&str]) -> Self {
        let folder = tmp().join(name);
        let _ = fs::remove_dir_all(&folder);
        let scratch = Scratch { folder };
        let runtime = runtime();
        scratch.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
                 [dependencies]\ncodes-runtime = {{ path = '{runtime}', features = {features:?} }}\n"
            ),
        );
        scratch.write("src/lib.rs", "");
        // the versions that the workspace uses, so that cargo needs no registry
        scratch.write("Cargo.lock", &read("Cargo.lock"));
        scratch
    }

    /// Writes a file, creating its folders.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("created");
        fs::write(path, text).expect("written");
    }

    /// Returns the path of a file of the package.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Returns the name of the package.
    pub fn name(&self) -> String {
        self.folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned()
    }

    /// Returns the target folder, which all temporary packages share.
    pub fn target(&self) -> PathBuf {
        tmp().join("scratch-target")
    }

    /// Runs cargo in the package, offline and with `--quiet`.
    pub fn cargo(&self, arguments: &[&str]) -> Output {
        self.run(&mut Command::new(env!("CARGO")), arguments)
    }

    /// Runs cargo like [`Scratch::cargo`], with at most the given memory for each process.
    #[cfg(unix)]
    pub fn cargo_within(&self, kibibytes: u32, arguments: &[&str]) -> Output {
        let limited = format!("ulimit -v {kibibytes} && exec \"$0\" \"$@\"");
        self.run(
            Command::new("sh").args(["-c", &limited, env!("CARGO")]),
            arguments,
        )
    }

    fn run(&self, command: &mut Command, arguments: &[&str]) -> Output {
        let (subcommand, arguments) = arguments.split_first().expect("a subcommand");
        command
            .args([subcommand, "--offline", "--quiet"])
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.target())
            .env_remove("RUSTFLAGS")
            .env_remove("RUSTDOCFLAGS")
            .output()
            .expect("cargo runs")
    }
}

/// Returns the standard output of a command that must succeed without printing any warning.
pub fn printed(output: &Output) -> String {
    let [out, err] =
        [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert!(output.status.success() && err.is_empty(), "{err}\n{out}");
    out
}

/// Returns the path of `codes-runtime`.
pub fn runtime() -> String {
    root().join("codes-runtime").to_string_lossy().into_owned()
}

/// The folder for temporary files inside the target folder.
fn tmp() -> PathBuf {
    let test = std::env::current_exe().expect("the path of the test");
    test.ancestors()
        .nth(3)
        .expect("the target folder")
        .join("tmp")
}
