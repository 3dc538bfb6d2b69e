//! Describes the machine and the compiler.

use std::process::Command;

/// For example `AMD EPYC (2 cores, 23 GiB, linux) with rustc 1.95.0`.
pub(crate) fn describe() -> String {
    let read = |file| std::fs::read_to_string(file).unwrap_or_default();
    let cpuinfo = read("/proc/cpuinfo");
    let model = cpuinfo
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map(|(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let meminfo = read("/proc/meminfo");
    let kibibytes: Option<u64> = meminfo
        .lines()
        .next()
        .and_then(|line| line.split_whitespace().nth(1)?.parse().ok());
    let rustc = Command::new("rustc")
        .arg("--version")
        .output()
        .map(|output| output.stdout)
        .unwrap_or_default();
    format!(
        "{} ({cores} cores, {} GiB, {}) with {}",
        model.unwrap_or(std::env::consts::ARCH),
        kibibytes.unwrap_or_default() >> 20,
        std::env::consts::OS,
        String::from_utf8_lossy(&rustc).trim()
    )
}
