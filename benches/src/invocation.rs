//! Invocations of rustc: recorded as cargo starts them, and repeated without cargo.
//!
//! As the `RUSTC_WRAPPER` of a build, this program runs rustc and records how it was invoked and which
//! resources it used.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus, Stdio};
use std::time::Instant;

use wait4::Wait4 as _;

/// The variable with the folder for records. If it is set, this program is a wrapper of rustc.
pub(crate) const RECORDS: &str = "CODES_BENCHES_RECORDS";

/// Resources that a process and its children used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// Processor time, user and system.
    pub(crate) seconds: f64,
    /// Time from start to end.
    pub(crate) elapsed: f64,
    /// Peak memory.
    pub(crate) mebibytes: f64,
}

/// Runs a command, which must succeed.
pub(crate) fn run(command: &mut Command) -> Usage {
    let (usage, status) = wait(command);
    assert!(status.success(), "{command:?} failed");
    usage
}

fn wait(command: &mut Command) -> (Usage, ExitStatus) {
    let start = Instant::now();
    let child = command.spawn().expect("the command starts");
    let used = child.wait4().expect("the command ends");
    let usage = Usage {
        seconds: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
        elapsed: start.elapsed().as_secs_f64(),
        // the crate `wait4` returns bytes on every system
        mebibytes: used.rusage.maxrss as f64 / f64::from(1 << 20),
    };
    (usage, used.status)
}

/// Runs the rustc that is given in this program's arguments, and records the invocation in the folder.
pub(crate) fn record(folder: &OsStr) -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let mut rustc = Command::new(&arguments[0]);
    rustc.args(&arguments[1..]);
    let is_query = arguments
        .iter()
        .any(|argument| argument == "--print" || argument == "-vV");
    if is_query {
        return exit_code(rustc.status().is_ok_and(|status| status.success()));
    }
    let (usage, status) = wait(&mut rustc);
    let invocation = Invocation {
        seconds: usage.seconds,
        folder: std::env::current_dir().unwrap_or_default().into(),
        arguments,
        // without cargo's job server, which does not exist when the invocation is repeated
        variables: std::env::vars_os()
            .filter(|(name, _)| name != "CARGO_MAKEFLAGS" && name != RECORDS)
            .collect(),
    };
    let path = Path::new(folder).join(invocation.file_stem());
    fs::write(path, invocation.to_bytes()).expect("the folder for records can be written");
    exit_code(status.success())
}

fn exit_code(success: bool) -> ExitCode {
    if success {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// An invocation of rustc.
pub(crate) struct Invocation {
    pub(crate) seconds: f64,
    folder: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(OsString, OsString)>,
}

impl Invocation {
    /// Reads all records in a folder.
    pub(crate) fn read_all(folder: &Path) -> Vec<Invocation> {
        let files = fs::read_dir(folder).expect("there are records");
        files
            .map(|file| Invocation::read(&file.expect("a record").path()))
            .collect()
    }

    fn read(file: &Path) -> Invocation {
        let bytes = fs::read(file).expect("the record can be read");
        let mut fields = bytes
            .split(|&byte| byte == 0)
            .map(|field| OsString::from_vec(field.to_vec()));
        let mut next = || fields.next().expect("the record is complete");
        let seconds = next().to_string_lossy().parse().expect("a number");
        let folder = next();
        let count: usize = next().to_string_lossy().parse().expect("a number");
        let arguments = (0..count).map(|_| next()).collect();
        let rest: Vec<_> = fields.collect();
        let variables = rest
            .chunks_exact(2)
            .map(|pair| (pair[0].clone(), pair[1].clone()))
            .collect();
        Invocation {
            seconds,
            folder,
            arguments,
            variables,
        }
    }

    /// The fields, separated by NUL, which neither arguments nor variables can contain.
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

    /// Runs rustc again in the same way.
    pub(crate) fn repeat(&self) -> Usage {
        let mut rustc = Command::new(&self.arguments[0]);
        rustc.args(&self.arguments[1..]).current_dir(&self.folder);
        rustc.env_clear().envs(self.variables.iter().cloned());
        run(rustc.stdout(Stdio::null()).stderr(Stdio::null()))
    }

    /// The name of the compiled crate.
    pub(crate) fn crate_name(&self) -> String {
        let option = self
            .arguments
            .iter()
            .position(|argument| argument == "--crate-name");
        let value = option.and_then(|option| self.arguments.get(option + 1));
        value.map_or_else(String::new, |value| value.to_string_lossy().into_owned())
    }

    /// The name of the package.
    pub(crate) fn package(&self) -> String {
        let name = self.variable("CARGO_PKG_NAME").unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    pub(crate) fn is_build_script(&self) -> bool {
        self.crate_name() == "build_script_build"
    }

    /// The name of the compiled file without prefix and extension.
    pub(crate) fn file_stem(&self) -> String {
        let suffix = self
            .arguments
            .iter()
            .filter_map(|argument| argument.to_str()?.strip_prefix("extra-filename="))
            .next_back();
        self.crate_name() + suffix.unwrap_or_default()
    }

    /// The value of an environment variable.
    pub(crate) fn variable(&self, name: &str) -> Option<&OsStr> {
        let (_, value) = self.variables.iter().find(|(other, _)| other == name)?;
        Some(value)
    }

    /// The [file stems](Self::file_stem) of the crates that the compiled crate depends on directly.
    pub(crate) fn externs(&self) -> impl Iterator<Item = String> {
        let pairs = self.arguments.windows(2);
        let values = pairs.filter(|pair| pair[0] == "--extern");
        values.filter_map(|pair| {
            let (_, path) = pair[1].to_str()?.split_once('=')?;
            let path = PathBuf::from(path);
            let stem = path.file_stem()?.to_str()?;
            Some(stem.trim_start_matches("lib").to_owned())
        })
    }
}
