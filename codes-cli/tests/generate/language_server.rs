//! A client of rust-analyzer, with bounded waits.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The longest time that a test waits for an answer. A loaded machine needs several seconds to index a package.
const PATIENCE: Duration = Duration::from_secs(120);

pub(crate) struct LanguageServer {
    process: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    requests: u64,
}

impl LanguageServer {
    /// Starts rust-analyzer for a package, or returns `None` if it is not installed.
    pub(crate) fn start(package: &Path) -> Option<Self> {
        let version = Command::new("rust-analyzer").arg("--version").output();
        if !version.is_ok_and(|version| version.status.success()) {
            return None;
        }
        let mut process = Command::new("rust-analyzer")
            .current_dir(package)
            .env("CARGO_NET_OFFLINE", "true")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("rust-analyzer starts");
        let input = process.stdin.take().expect("a pipe");
        let mut output = BufReader::new(process.stdout.take().expect("a pipe"));
        let (sender, messages) = channel();
        thread::spawn(move || {
            while let Some(message) = receive(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let mut server = LanguageServer {
            process,
            input,
            messages,
            requests: 0,
        };
        server.initialize(package);
        Some(server)
    }

    fn initialize(&mut self, package: &Path) {
        let parameters = json!({
            "processId": std::process::id(),
            "rootUri": uri(package),
            "capabilities": {"textDocument": {"hover": {"contentFormat": ["plaintext"]}}},
            // only the package is read: no macros, no build scripts and no standard library
            "initializationOptions": {
                "cachePriming": {"enable": false},
                "cargo": {"buildScripts": {"enable": false}, "sysroot": null},
                "checkOnSave": false,
                "procMacro": {"enable": false},
            },
        });
        let deadline = Instant::now() + PATIENCE;
        self.request("initialize", &parameters, deadline)
            .expect("an answer");
        self.notify("initialized", &json!({}));
    }

    /// Asks until the answer satisfies a condition: while rust-analyzer reads files, its answers are empty or errors.
    pub(crate) fn ask_until(
        &mut self,
        method: &str,
        parameters: &Value,
        is_expected: impl Fn(&Value) -> bool,
    ) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let answer = self.request(method, parameters, deadline);
            match answer {
                Some(answer) if is_expected(&answer) => return answer,
                _ => assert!(Instant::now() < deadline, "{method}: {answer:?}"),
            }
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// Returns the result, or `None` on an error.
    fn request(&mut self, method: &str, parameters: &Value, deadline: Instant) -> Option<Value> {
        self.requests += 1;
        let id = self.requests;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": parameters}));
        loop {
            let rest = deadline.saturating_duration_since(Instant::now());
            let message = self.messages.recv_timeout(rest).expect("an answer in time");
            match (message.get("method"), message.get("id")) {
                // a request from the server
                (Some(_), Some(id)) => {
                    self.send(&json!({"jsonrpc": "2.0", "id": id, "result": null}));
                }
                (None, Some(answered)) if *answered == json!(id) => {
                    return message.get("result").cloned();
                }
                _ => {}
            }
        }
    }

    pub(crate) fn notify(&mut self, method: &str, parameters: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": parameters}));
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("a reader");
        self.input.flush().expect("a reader");
    }
}

impl Drop for LanguageServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads a message, or returns `None` at the end.
fn receive(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        output.read_line(&mut line).ok().filter(|&read| read > 0)?;
        match line.trim().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

pub(crate) fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}
