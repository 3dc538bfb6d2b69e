//! The search of a catalogue in a real browser. Without Chromium, the test is skipped.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Returns the command that starts Chromium.
fn chromium() -> Option<String> {
    let given = std::env::var("CHROMIUM").ok();
    let known = ["chromium", "chromium-browser", "google-chrome"].map(str::to_owned);
    given.into_iter().chain(known).find(|name| {
        let mut version = Command::new(name);
        version
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        version.status().is_ok_and(|status| status.success())
    })
}

/// A script that uses the page as a person does, and puts the results in its title.
const SCRIPT: &str = r#"<script>
(() => {
  const seen = {};
  const input = document.getElementById("query");
  const key = (key, target) => target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const search = (text) => {
    input.value = text;
    input.dispatchEvent(new Event("input"));
    const rows = document.querySelectorAll('#found tbody tr');
    const first = rows.length ? rows[0].querySelector("a").textContent : "";
    return `${document.getElementById("count").textContent}|${rows.length}|${first}`;
  };
  seen.shown = !document.getElementById("search").hidden;
  key("/", document.body);
  seen.focus = document.activeElement === input;
  seen.code = search("e4711");
  seen.status = search("404");
  seen.class = search("567");
  seen.words = search("GONE beyond");
  seen.alias = search("old_name");
  seen.none = search("nothing has this");
  seen.hidden = document.getElementById("browse").hidden && document.getElementById("results").hidden;
  seen.closed = !document.querySelector("details").open;
  seen.many = search("code");
  key("Escape", input);
  seen.cleared = input.value === "" && !document.getElementById("browse").hidden;
  seen.wide = document.documentElement.scrollWidth <= window.innerWidth;
  document.title = JSON.stringify(seen);
})();
</script>"#;

/// Writes the catalogue of a large table, and returns the path of its index.
fn write_catalogue(at: &Path) -> PathBuf {
    let _ = fs::remove_dir_all(at);
    fs::create_dir_all(at).expect("a directory");
    let mut spec = "vendor: Many API\ncodes:\n".to_owned();
    for number in 0..10_000 {
        let _ = writeln!(
            spec,
            "  - {{status: 400, code: E{number}, title: Code number {number}}}"
        );
    }
    spec +=
        "  - {status: 404, code: gone, aliases: [old_name], description: 'Gone, beyond recall.'}\n";
    spec += "  - {status: 5xx, name: ServerError, title: Server error}\n";
    fs::write(at.join("many.yaml"), spec).expect("written");
    let explain = Command::new(env!("CARGO_BIN_EXE_codes"))
        .args(["explain", "--format", "html", "many.yaml", "-o", "site"])
        .current_dir(at)
        .status();
    assert!(explain.expect("the command runs").success());
    at.join("site/index.html")
}

/// Returns the title of a page after its scripts have run.
fn title(chromium: &str, page: &Path, profile: &Path) -> String {
    let done = Command::new(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu"])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
        ])
        .args([
            "--disable-sync",
            "--no-first-run",
            "--window-size=320,640",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("Chromium runs");
    let dom = String::from_utf8_lossy(&done.stdout);
    let title = dom.split("<title>").nth(1);
    let title = title.and_then(|rest| rest.split("</title>").next());
    let errors = String::from_utf8_lossy(&done.stderr);
    title.unwrap_or_else(|| panic!("{errors}")).to_owned()
}

#[test]
fn the_search_finds_statuses_codes_and_texts() {
    let Some(chromium) = chromium() else {
        eprintln!("skipped: Chromium is not installed");
        return;
    };
    let at = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    let index = write_catalogue(&at);
    let page = fs::read_to_string(&index).expect("a page");
    let page = page.replace("</body>", &format!("{SCRIPT}</body>"));
    fs::write(&index, page).expect("written");
    let found = title(&chromium, &index, &at.join("profile"));
    let seen: serde_json::Value = serde_json::from_str(&found).expect(&found);
    let expected = serde_json::json!({
        "shown": true,
        "focus": true,
        "code": "1 code found|1|E4711",
        "status": "21 codes found|21|gone",
        "class": "21 codes found|21|E567",
        "words": "1 code found|1|gone",
        "alias": "1 code found|1|gone",
        "none": "0 codes found|0|",
        "hidden": true,
        "closed": true,
        "many": "10000 codes found, of which the first 100 are listed|100|E0",
        "cleared": true,
        "wide": true,
    });
    assert_eq!(seen, expected);
}
