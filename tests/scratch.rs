//! A package of its own, built with the cargo that runs the tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of a package that is thrown away and made anew.
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// An empty package over the runtime.
    pub fn new(name: &str) -> Self {
        let folder = tmp().join(name);
        let _ = fs::remove_dir_all(&folder);
        let scratch = Scratch { folder };
        let runtime = runtime();
        scratch.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
                 [dependencies]\ncodes-runtime = {{ path = '{runtime}' }}\n"
            ),
        );
        scratch.write("src/lib.rs", "");
        // the versions that the workspace has, so that nothing is sought in a registry
        scratch.write(
            "Cargo.lock",
            &fs::read_to_string(root().join("Cargo.lock")).expect("the lock file"),
        );
        scratch
    }

    /// Writes a file, with its folders.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    /// Where a file of it lies.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// As the package is called.
    pub fn name(&self) -> String {
        self.folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned()
    }

    /// Where all scratch packages build.
    pub fn target(&self) -> PathBuf {
        tmp().join("scratch-target")
    }

    /// Runs cargo in it, offline and without a word on what goes well; all scratch packages share what they build of
    /// dependencies.
    pub fn cargo(&self, arguments: &[&str]) -> Output {
        self.run(&mut Command::new(env!("CARGO")), arguments)
    }

    /// The same, and no program in it gets more than so many KiB of memory.
    #[cfg(unix)]
    pub fn cargo_within(&self, kibibytes: u32, arguments: &[&str]) -> Output {
        let limited = format!("ulimit -v {kibibytes} && exec \"$0\" \"$@\"");
        self.run(
            Command::new("sh").args(["-c", &limited, env!("CARGO")]),
            arguments,
        )
    }

    fn run(&self, command: &mut Command, arguments: &[&str]) -> Output {
        let (verb, arguments) = arguments.split_first().expect("what to do");
        command
            .args([verb, "--offline", "--quiet"])
            .args(arguments)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.target())
            .env_remove("RUSTFLAGS")
            .env_remove("RUSTDOCFLAGS")
            .output()
            .expect("cargo runs")
    }
}

/// What a command prints that has to succeed, and to say nothing else.
pub fn printed(output: &Output) -> String {
    let [out, err] =
        [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert!(output.status.success() && err.is_empty(), "{err}\n{out}");
    out
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .expect("the workspace")
}

/// Where the runtime lies.
pub fn runtime() -> String {
    root().join("codes-runtime").to_string_lossy().into_owned()
}

/// A folder beside what is built.
fn tmp() -> PathBuf {
    let test = std::env::current_exe().expect("a test runs");
    test.ancestors()
        .nth(3)
        .expect("the target folder")
        .join("tmp")
}
