//! Runs of the compiler: recorded as cargo starts them, and repeated without cargo.
//!
//! This program stands in for rustc (as `RUSTC_WRAPPER`), runs it, and keeps how it was called and what it took.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use wait4::Wait4 as _;

/// The folder that units are recorded in; set for the recorder alone.
pub(crate) const RECORD: &str = "CODES_BENCHES_RECORD";

/// What one process took, with all that it started.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taken {
    /// Processor time.
    pub(crate) seconds: f64,
    /// The most memory that it had at once.
    pub(crate) mebibytes: f64,
}

/// Runs a command to its end; it must succeed.
pub(crate) fn take(command: &mut Command) -> Taken {
    let child = command.spawn().expect("the command starts");
    let used = child.wait4().expect("the command ends");
    assert!(used.status.success(), "{command:?} failed");
    let rusage = used.rusage;
    Taken {
        seconds: (rusage.utime + rusage.stime).as_secs_f64(),
        // bytes on every system
        mebibytes: rusage.maxrss as f64 / f64::from(1 << 20),
    }
}

/// A call of rustc.
pub(crate) struct Unit {
    pub(crate) seconds: f64,
    folder: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(OsString, OsString)>,
}

/// What `main` does in place of rustc.
pub(crate) fn record(folder: &OsStr) -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let mut rustc = Command::new(&arguments[0]);
    rustc.args(&arguments[1..]);
    let asks = arguments
        .iter()
        .any(|argument| argument == "--print" || argument == "-vV");
    if asks {
        return ExitCode::from(u8::from(
            !rustc.status().is_ok_and(|status| status.success()),
        ));
    }
    let used = rustc
        .spawn()
        .and_then(wait4::Wait4::wait4)
        .expect("rustc runs");
    let unit = Unit {
        seconds: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
        folder: std::env::current_dir().unwrap_or_default().into(),
        arguments,
        // of cargo's jobs this process knows nothing when it runs again
        variables: std::env::vars_os()
            .filter(|(name, _)| name != "CARGO_MAKEFLAGS" && name != RECORD)
            .collect(),
    };
    let file = format!(
        "{}{}",
        unit.option("--crate-name"),
        unit.codegen("extra-filename=")
    );
    fs::write(Path::new(folder).join(file), unit.to_bytes())
        .expect("the folder for records can be written");
    ExitCode::from(u8::from(!used.status.success()))
}

impl Unit {
    /// The units in a folder.
    pub(crate) fn read_all(folder: &Path) -> Vec<Unit> {
        let files = fs::read_dir(folder).expect("there are records");
        files
            .map(|file| Unit::read(&file.expect("a record").path()))
            .collect()
    }

    fn read(file: &Path) -> Unit {
        let bytes = fs::read(file).expect("the record can be read");
        let mut fields = bytes
            .split(|&byte| byte == 0)
            .map(|field| OsString::from_vec(field.to_vec()));
        let mut next = || fields.next().expect("the record is whole");
        let seconds = next().to_string_lossy().parse().expect("a number");
        let folder = next();
        let count: usize = next().to_string_lossy().parse().expect("a number");
        let arguments = (0..count).map(|_| next()).collect();
        let rest: Vec<_> = fields.collect();
        let variables = rest
            .chunks_exact(2)
            .map(|pair| (pair[0].clone(), pair[1].clone()))
            .collect();
        Unit {
            seconds,
            folder,
            arguments,
            variables,
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let head = [
            self.seconds.to_string().into(),
            self.folder.clone(),
            self.arguments.len().to_string().into(),
        ];
        let variables = self
            .variables
            .iter()
            .flat_map(|(name, value)| [name, value]);
        let fields = head
            .iter()
            .chain(&self.arguments)
            .chain(variables)
            .map(|field| field.as_bytes());
        fields.collect::<Vec<_>>().join(&0)
    }

    /// The same call again.
    pub(crate) fn again(&self) -> Taken {
        let mut rustc = Command::new(&self.arguments[0]);
        rustc.args(&self.arguments[1..]).current_dir(&self.folder);
        rustc.env_clear().envs(self.variables.iter().cloned());
        take(rustc.stdout(Stdio::null()).stderr(Stdio::null()))
    }

    /// What follows an argument, or nothing.
    pub(crate) fn option(&self, name: &str) -> String {
        let at = self.arguments.iter().position(|argument| argument == name);
        let value = at.and_then(|at| self.arguments.get(at + 1));
        value.map_or_else(String::new, |value| value.to_string_lossy().into_owned())
    }

    /// The value of an option of code generation, which begins so.
    pub(crate) fn codegen(&self, name: &str) -> String {
        let mut values = self
            .arguments
            .iter()
            .filter_map(|argument| argument.to_str()?.strip_prefix(name));
        values.next_back().unwrap_or_default().to_owned()
    }

    pub(crate) fn variable(&self, name: &str) -> Option<&OsStr> {
        self.variables
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_os_str())
    }

    /// The files of other crates that it reads, without folder and ending.
    pub(crate) fn externs(&self) -> impl Iterator<Item = String> {
        let pairs = self
            .arguments
            .windows(2)
            .filter(|pair| pair[0] == "--extern");
        let paths = pairs.filter_map(|pair| {
            pair[1]
                .to_str()?
                .split_once('=')
                .map(|(_, path)| PathBuf::from(path))
        });
        paths.filter_map(|path| {
            Some(
                path.file_stem()?
                    .to_str()?
                    .trim_start_matches("lib")
                    .to_owned(),
            )
        })
    }
}
