//! What the figures were measured on.

use std::process::Command;

pub(crate) fn describe() -> String {
    let read = |file| std::fs::read_to_string(file).unwrap_or_default();
    let cpuinfo = read("/proc/cpuinfo");
    let model = cpuinfo
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map(|(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let meminfo = read("/proc/meminfo");
    let memory: Option<u64> = meminfo
        .lines()
        .next()
        .and_then(|line| line.split_whitespace().nth(1)?.parse().ok())
        .map(|kib: u64| kib >> 20);
    let rustc = Command::new("rustc")
        .arg("--version")
        .output()
        .map(|output| output.stdout)
        .unwrap_or_default();
    format!(
        "{} ({cores} cores, {} GiB, {}) with {}",
        model.unwrap_or(std::env::consts::ARCH),
        memory.unwrap_or_default(),
        std::env::consts::OS,
        String::from_utf8_lossy(&rustc).trim()
    )
}
