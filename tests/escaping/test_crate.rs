//! A crate with one module per case, and checks of its program's output and its documentation.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use codes_tests::scratch::{Scratch, printed};

use crate::compare::{check_display, difference, expected, unexpected_elements};
use crate::page::{self, Page};
use crate::specs::{Format, MARKDOWN_KEYS, Texts, placeholders, spec, texts};

/// The source of the function `print` of the generated program.
const PRINT_TEXTS: &str = include_str!("print_texts.rs");

pub(crate) struct TestCrate {
    scratch: Scratch,
    cases: Vec<(Texts, Format)>,
}

impl TestCrate {
    /// Writes the crate. For each format, the first case has the placeholders, and one follows for
    /// each sample.
    pub(crate) fn new(name: &str, samples: &[String]) -> Self {
        let scratch = Scratch::new(name);
        let mut cases = Vec::new();
        for format in [Format::Plain, Format::Markdown] {
            cases.push((placeholders(), format));
            cases.extend(samples.iter().map(|sample| (texts(sample, format), format)));
        }
        let mut library = String::from(
            "//! Cases.\n#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]\n",
        );
        let mut program = format!("#![deny(warnings)]\n{PRINT_TEXTS}\nfn main() {{\n");
        for (i, (texts, format)) in cases.iter().enumerate() {
            scratch.write(&format!("specs/case{i}.yaml"), &spec(texts, *format));
            let item =
                format!("codes_runtime::codes! {{ pub enum Code = \"specs/case{i}.yaml\"; }}");
            let _ = writeln!(library, "/// Case.\npub mod case{i} {{\n    {item}\n}}");
            let _ = writeln!(program, "    print::<{name}::case{i}::Code>(\"{i}\");");
        }
        scratch.write("src/lib.rs", &library);
        scratch.write("src/main.rs", &(program + "}\n"));
        TestCrate { scratch, cases }
    }

    /// Runs cargo, which must succeed without warnings.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> String {
        printed(&self.scratch.cargo(arguments))
    }

    /// Checks that each case prints the texts of its spec, and returns what it prints. Markdown is
    /// printed without its markup, so only keys that are never Markdown are compared there.
    pub(crate) fn check_printed_texts(&self) -> Vec<Texts> {
        let output = self.cargo(&["run"]);
        let mut printed = vec![Texts::new(); self.cases.len()];
        let mut rest = output.as_str();
        while let [case, key, length, text] = rest.splitn(4, '\n').collect::<Vec<_>>()[..] {
            let (text, next) = text.split_at(length.parse().expect("a length"));
            let case: usize = case.parse().expect("the number of a case");
            printed[case].insert(key.to_owned(), text.to_owned());
            rest = &next[1..];
        }
        for (printed, (texts, format)) in printed.iter().zip(&self.cases) {
            for (key, text) in texts.iter().filter(|(key, _)| *key != "display") {
                if *format == Format::Plain || !MARKDOWN_KEYS.contains(&key.as_str()) {
                    assert_eq!(&printed[key], text, "{key}");
                }
            }
            check_display(printed, &texts["display"], *format);
        }
        printed
    }

    /// Checks the documentation of every case against that of the placeholders.
    pub(crate) fn check_pages(&self, printed: &[Texts]) {
        let mut problems = Vec::new();
        for file in ["enum.Code.html", "index.html"] {
            let mut template = Page::default();
            for (i, (texts, format)) in self.cases.iter().enumerate() {
                let page = self.page(i, file);
                if *texts == placeholders() {
                    template = page;
                    continue;
                }
                let found = [
                    difference(&page.text, &expected(&template.text, &printed[i]), *format),
                    unexpected_elements(&page, &template, *format),
                    self.broken_link(&page, i),
                ];
                let sample = &texts["about"];
                let describe = |problem| format!("{file} of case {i}, {sample:?}: {problem}");
                problems.extend(found.into_iter().flatten().map(describe));
            }
        }
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    /// Checks that docs omit the discriminants of variants, which are positions but look like codes.
    pub(crate) fn check_discriminants(&self) {
        let html =
            fs::read_to_string(self.documentation(0).join("enum.Code.html")).expect("a page");
        let (_, variants) = html.split_once("id=\"variants\"").expect("variants");
        let (variants, _) = variants
            .split_once("id=\"implementations\"")
            .expect("methods");
        let headings: Vec<_> = variants.split("code-header\">").skip(1).collect();
        assert!(!headings.is_empty());
        for heading in headings {
            let (heading, _) = heading.split_once("</h3>").expect("its end");
            assert!(!heading.contains('='), "{heading}");
        }
        let (_, item) = html.split_once("item-decl").expect("a declaration");
        let (item, _) = item.split_once("</pre>").expect("its end");
        assert!(
            item.contains("enum Code") && !item.contains(" = "),
            "{item}"
        );
    }

    fn documentation(&self, case: usize) -> PathBuf {
        let name = self.scratch.name();
        self.scratch.target().join(format!("doc/{name}/case{case}"))
    }

    /// Reads a page, and removes module names and links to the source, which also differ between cases.
    fn page(&self, case: usize, file: &str) -> Page {
        let path = self.documentation(case).join(file);
        let html =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut page = page::read(&html);
        page.text = page.text.replace(&format!("case{case}"), "case");
        page.links.retain(|link| !link.contains("/src/"));
        page
    }

    /// Reports the first link that leads neither to the web nor to an existing file or anchor.
    fn broken_link(&self, page: &Page, case: usize) -> Option<String> {
        let folder = self.documentation(case);
        let is_broken = |link: &&String| {
            let (file, id) = link.split_once('#').unwrap_or((link, ""));
            let file_exists = file.is_empty() || folder.join(file).is_file();
            let is_id_known = id.is_empty() || !file.is_empty() || page.ids.iter().any(|i| i == id);
            let is_external = ["https://", "http://", "HTTP", "mailto:"]
                .iter()
                .any(|scheme| link.starts_with(scheme));
            !(is_external || file_exists && is_id_known)
        };
        let link = page.links.iter().find(is_broken)?;
        Some(format!("the link {link} is broken"))
    }
}
