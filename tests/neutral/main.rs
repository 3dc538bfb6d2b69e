//! Whatever a vendor's texts are, they are texts: they change nothing of what is compiled, printed and documented around
//! them. Every text key of a spec has the same trap in it, a spec for each trap; beside them stands a spec of harmless
//! words, and what comes of the others must be what comes of that one, with the words replaced.

mod nasty;
mod page;
mod traps;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use codes_tests::scratch::{Scratch, printed};
use page::{Page, words};
use traps::{FIRST_LINES, Kind, PROGRAM, TEXTS, Texts, harmless, is_unprintable, spec, texts};

/// A crate of all cases, each a module of its own.
struct Crate {
    scratch: Scratch,
    cases: Vec<(Texts, Kind)>,
}

impl Crate {
    fn new(name: &str, nasty: &[String]) -> Self {
        let scratch = Scratch::new(name);
        let kinds = [Kind::Plain, Kind::Markdown];
        let cases = kinds.map(|kind| {
            let nasty = nasty.iter().map(move |text| texts(text, kind));
            [harmless()]
                .into_iter()
                .chain(nasty)
                .map(move |texts| (texts, kind))
                .collect::<Vec<_>>()
        });
        let cases: Vec<_> = cases.into_iter().flatten().collect();
        let mut library = String::from(
            "//! Cases.\n#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]\n",
        );
        let mut program = format!("#![deny(warnings)]\n{PROGRAM}\nfn main() {{\n");
        for (i, (texts, kind)) in cases.iter().enumerate() {
            scratch.write(&format!("specs/case{i}.yaml"), &spec(texts, *kind));
            let item =
                format!("codes_runtime::codes! {{ pub enum Code = \"specs/case{i}.yaml\"; }}");
            let _ = writeln!(library, "/// Case.\npub mod case{i} {{\n    {item}\n}}");
            let _ = writeln!(program, "    tell::<{name}::case{i}::Code>(\"{i}\");");
        }
        scratch.write("src/lib.rs", &library);
        scratch.write("src/main.rs", &(program + "}\n"));
        Crate { scratch, cases }
    }

    fn run(&self, arguments: &[&str]) -> String {
        printed(&self.scratch.cargo(arguments))
    }

    /// What each case says at run time, which is what its spec says: the letter, or what Markdown makes of it.
    fn check_run_time(&self) -> Vec<Texts> {
        let printed = self.run(&["run"]);
        let mut told = vec![Texts::new(); self.cases.len()];
        let mut rest = printed.as_str();
        while let [case, key, length, text] = rest.splitn(4, '\n').collect::<Vec<_>>()[..] {
            let (text, next) = text.split_at(length.parse().expect("a length"));
            told[case.parse::<usize>().expect("a case")].insert(key.to_owned(), text.to_owned());
            rest = &next[1..];
        }
        for (told, (texts, kind)) in told.iter().zip(&self.cases) {
            let exact = texts
                .iter()
                .filter(|(key, _)| *kind == Kind::Plain || !TEXTS.contains(&key.as_str()));
            for (key, text) in exact.filter(|(key, _)| *key != "display") {
                assert_eq!(&told[key], text, "{key}");
            }
            check_display(told, &texts["display"], *kind);
        }
        told
    }

    fn folder(&self, case: usize) -> PathBuf {
        self.scratch
            .target()
            .join(format!("doc/{}/case{case}", self.scratch.name()))
    }

    fn page(&self, case: usize, file: &str) -> Page {
        let path = self.folder(case).join(file);
        let html =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut page = page::read(&html);
        page.text = page.text.replace(&format!("case{case}"), "case");
        page.links.retain(|link| !link.contains("/src/"));
        page
    }

    /// The links of a page that lead neither to the web nor to what is there.
    fn broken_link(&self, page: &Page, case: usize) -> Option<String> {
        let folder = self.folder(case);
        let is_broken = |link: &&String| {
            let (file, id) = link.split_once('#').unwrap_or((link, ""));
            let there = file.is_empty() || folder.join(file).is_file();
            let known =
                id.is_empty() || !file.is_empty() || page.ids.iter().any(|known| known == id);
            let to_web = ["https://", "http://", "HTTP", "mailto:"]
                .iter()
                .any(|scheme| link.starts_with(scheme));
            !(to_web || there && known)
        };
        page.links
            .iter()
            .find(is_broken)
            .map(|link| format!("{link} is broken"))
    }

    fn check_pages(&self, told: &[Texts]) {
        let mut wrong = Vec::new();
        for file in ["enum.Code.html", "index.html"] {
            let mut template = Page::default();
            for (i, (texts, kind)) in self.cases.iter().enumerate() {
                let page = self.page(i, file);
                if *texts == harmless() {
                    template = page;
                    continue;
                }
                let said = difference(&page.text, &expected(&template.text, &told[i]), *kind);
                let strange = strange_elements(&page, &template, *kind);
                let broken = self.broken_link(&page, i);
                let text = &texts["about"];
                wrong.extend(
                    [said, strange, broken]
                        .into_iter()
                        .flatten()
                        .map(|what| format!("{file} of case {i}, {text:?}: {what}")),
                );
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// Where a page first says something else.
fn difference(found: &str, expected: &str, kind: Kind) -> Option<String> {
    // what cannot be seen shows as U+FFFD in code, which in Markdown stands anywhere
    let seen = |c: char| {
        if kind == Kind::Markdown && (is_unprintable(c) || c == '\u{fffd}') {
            ' '
        } else {
            c
        }
    };
    let [found, expected] =
        [found, expected].map(|text| words(&text.chars().map(seen).collect::<String>()));
    let (found, expected): (Vec<_>, Vec<_>) = (found.chars().collect(), expected.chars().collect());
    let at = found
        .iter()
        .zip(&expected)
        .position(|(a, b)| a != b)
        .unwrap_or(found.len().min(expected.len()));
    let around = |text: &[char]| {
        text[at.saturating_sub(40)..text.len().min(at + 40)]
            .iter()
            .collect::<String>()
    };
    (found != expected).then(|| {
        format!(
            "\n    {:?}, not\n    {:?}",
            around(&found),
            around(&expected)
        )
    })
}

fn check_display(told: &Texts, template: &str, kind: Kind) {
    let (full, untitled) = match kind {
        Kind::Plain => (
            format!("404 {} ({})", told["Full.title"], told["Full.code"]),
            format!("500 {}", first_line(&told["Untitled.description"])),
        ),
        Kind::Markdown => {
            let text = template.replace("{{", "{").replace("}}", "}");
            let with = |status: &str| text.replace("{status}", status);
            (with("404"), with("500"))
        }
    };
    assert_eq!(
        (&told["Full.display"], &told["Untitled.display"]),
        (&full, &untitled)
    );
}

fn first_line(text: &str) -> &str {
    let is_end = |c: char| {
        matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    text.trim_start().split(is_end).next().unwrap_or_default()
}

/// What a page says where the harmless one says this.
fn expected(template: &str, told: &Texts) -> String {
    let mut text = template.to_owned();
    for (key, word) in harmless() {
        let in_code = key == "Full.example";
        let is_lost =
            |c: char| c == '\0' || in_code && is_unprintable(c) && !matches!(c, '\t' | '\n' | '\r');
        let shown = |c: char| if is_lost(c) { '\u{fffd}' } else { c };
        let Some(told) = told.get(&key) else { continue };
        let told_so: String = told.chars().map(shown).collect();
        let as_it_is = matches!(key.as_str(), "Full.code" | "Bare.code" | "Full.since");
        text = text.replace(
            &words(&word),
            &if as_it_is { told_so } else { words(&told_so) },
        );
        if FIRST_LINES.contains(&key.as_str()) {
            let first: String = first_line(told).chars().map(shown).collect();
            text = text.replace(&format!("zq{key}firstqz"), &words(&first));
        }
    }
    words(&text)
}

/// The elements of plain text are those of harmless text; Markdown adds no others than it is made of.
fn strange_elements(page: &Page, template: &Page, kind: Kind) -> Option<String> {
    const MARKDOWN: [&str; 19] = [
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "a",
        "ul",
        "ol",
        "li",
        "blockquote",
        "hr",
        "h5",
        "h6",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    let of_markdown = |element: &str| kind == Kind::Markdown && MARKDOWN.contains(&element);
    let known = |element: &&String| of_markdown(element) || template.elements.contains(element);
    let strange: Vec<_> = page
        .elements
        .iter()
        .filter(|element| !known(element))
        .collect();
    let more = kind == Kind::Plain && page.elements != template.elements;
    (!strange.is_empty() || more)
        .then(|| format!("{} elements, strange {strange:?}", page.elements.len()))
}

fn check(name: &str, nasty: &[String]) {
    let cases = Crate::new(name, nasty);
    let told = cases.check_run_time();
    cases.run(&["clippy", "--lib"]);
    cases.run(&[
        "rustdoc",
        "--lib",
        "--",
        "-D",
        "warnings",
        "-D",
        "rustdoc::all",
    ]);
    cases.check_pages(&told);
    let tests = cases.run(&["test", "--doc"]);
    assert!(tests.contains("running 0 tests"), "{tests}");
}

#[test]
fn nasty_texts_change_nothing_around_them() {
    let texts: Vec<_> = nasty::TEXTS.iter().map(|text| (*text).to_owned()).collect();
    check("nasty_texts", &texts);
}

#[test]
fn made_texts_change_nothing_around_them() {
    check("made_texts", &nasty::made(100));
}
