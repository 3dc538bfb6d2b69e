//! What is wrong with a file: for people, for programs, and for GitHub's pages.

use std::borrow::Cow;

use codes_spec::{Diagnostic, Diagnostics, Location, Related, Severity};

use crate::json::{Json, Member};
use crate::output::count;
use crate::wrap::visible;

/// Every diagnostic with the lines that it speaks of, and a blank line behind each.
pub(crate) fn human(report: &Diagnostics<'_>) -> String {
    report
        .shown()
        .iter()
        .map(|diagnostic| format!("{}\n", report.render(diagnostic)))
        .collect()
}

/// How many diagnostics are not shown, in words.
pub(crate) fn omitted(report: &Diagnostics<'_>) -> String {
    match report.omitted() {
        0 => String::new(),
        more => format!(
            "… and {more} more in {}\n\n",
            visible(report.source().path())
        ),
    }
}

/// What programs are told: of a mistake, or of a file as a whole, which has neither rule nor location.
pub(crate) struct Note<'p> {
    severity: Severity,
    rule: Option<&'static str>,
    message: String,
    path: Cow<'p, str>,
    location: Option<Location>,
    help: Option<String>,
    related: Option<Related>,
}

impl<'p> Note<'p> {
    pub(crate) fn of_file(
        severity: Severity,
        message: String,
        path: Cow<'p, str>,
        help: Option<String>,
    ) -> Self {
        Note {
            severity,
            rule: None,
            message,
            path,
            location: None,
            help,
            related: None,
        }
    }

    fn of(diagnostic: &Diagnostic, report: &'p Diagnostics<'_>) -> Self {
        Note {
            severity: diagnostic.rule.severity,
            rule: Some(diagnostic.rule.id),
            message: diagnostic.message.clone(),
            path: report.source().path().into(),
            location: Some(diagnostic.location),
            help: Some(diagnostic.help().to_owned()),
            related: diagnostic.related,
        }
    }

    /// That there are more diagnostics than are shown: an error, if there are errors among them.
    fn more(report: &'p Diagnostics<'_>) -> Option<Self> {
        let is_error = |diagnostic: &&Diagnostic| diagnostic.rule.severity == Severity::Error;
        let shown = report.shown().iter().filter(is_error).count();
        let severity = if report.errors() > shown {
            Severity::Error
        } else {
            Severity::Warning
        };
        let verb = if report.omitted() == 1 { "is" } else { "are" };
        let message = format!(
            "{} {verb} not shown",
            count(report.omitted(), "more mistake")
        );
        let (path, help) = (
            report.source().path().into(),
            Some("mend the others, and check again".to_owned()),
        );
        (report.omitted() > 0).then(|| Note::of_file(severity, message, path, help))
    }

    fn all(report: &'p Diagnostics<'_>) -> impl Iterator<Item = Self> {
        report
            .shown()
            .iter()
            .map(|diagnostic| Note::of(diagnostic, report))
            .chain(Note::more(report))
    }

    /// An object, on a line of its own.
    pub(crate) fn json(self) -> String {
        let path = self.path.into_owned();
        let related = self.related.map(|related| {
            let [line, column] = line_and_column(Some(related.location));
            Json::Object(vec![
                ("path", path.clone().into()),
                line,
                column,
                ("label", related.label.into()),
            ])
        });
        let [line, column] = line_and_column(self.location);
        let object = Json::Object(vec![
            ("severity", self.severity.to_string().into()),
            ("rule", self.rule.into()),
            ("message", self.message.into()),
            ("path", path.into()),
            line,
            column,
            ("help", self.help.into()),
            ("related", related.into()),
        ]);
        format!("{object}\n")
    }

    /// A workflow command: a note at its line in a pull request.
    pub(crate) fn github(self) -> String {
        let Note {
            severity,
            rule,
            message,
            path,
            location,
            help,
            related,
        } = self;
        // GitHub knows files by their paths from the repository's root on
        let path = path.strip_prefix("./").unwrap_or(&path);
        let at = location
            .map(|location| format!(",line={},col={}", location.line, location.column))
            .unwrap_or_default();
        let title = rule
            .map(|rule| format!(",title={}", property(rule)))
            .unwrap_or_default();
        let help = help
            .map(|help| format!("\nhelp: {help}"))
            .unwrap_or_default();
        let related = related.map(|related| {
            format!(
                "\n{}: {path}:{}:{}",
                related.label, related.location.line, related.location.column
            )
        });
        let text = escape(&(message + &help + &related.unwrap_or_default()));
        format!("::{severity} file={}{at}{title}::{text}\n", property(path))
    }
}

/// An object a line for each diagnostic, and one for those that are not shown.
pub(crate) fn json(report: &Diagnostics<'_>) -> String {
    Note::all(report).map(Note::json).collect()
}

/// A workflow command for each diagnostic, and one for those that are not shown.
pub(crate) fn github(report: &Diagnostics<'_>) -> String {
    Note::all(report).map(Note::github).collect()
}

fn line_and_column(location: Option<Location>) -> [Member; 2] {
    [
        (
            "line",
            location.map(|location| Json::number(location.line)).into(),
        ),
        (
            "column",
            location
                .map(|location| Json::number(location.column))
                .into(),
        ),
    ]
}

/// Text that ends no command.
fn escape(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Text that ends no property either.
fn property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_told_that_there_is_more() {
        let last = |row: &dyn Fn(usize) -> String, rows: usize| {
            let text = format!(
                "vendor: T\ncodes:\n{}",
                (0..rows).map(row).collect::<String>()
            );
            let loaded = codes_spec::load("a.yaml", text.as_bytes());
            let end = |text: String| text.lines().last().map(str::to_owned).unwrap_or_default();
            (
                json(&loaded.report).lines().count(),
                end(json(&loaded.report)),
                end(github(&loaded.report)),
            )
        };
        let object = |severity, message| {
            format!(
                "{{\"severity\":\"{severity}\",\"rule\":null,\"message\":\"{message}\",\"path\":\"a.yaml\",\"line\":null,\
                 \"column\":null,\"help\":\"mend the others, and check again\",\"related\":null}}"
            )
        };
        let (lines, as_json, as_command) = last(&|i| format!("  - status: {}\n", 1000 + i), 300);
        assert_eq!(
            (lines, as_json),
            (51, object("error", "250 more mistakes are not shown"))
        );
        assert_eq!(
            as_command,
            "::error file=a.yaml::250 more mistakes are not shown%0Ahelp: mend the others, and check again"
        );
        let (lines, as_json, _) = last(
            &|i| format!("  - {{status: 204, code: C{i}, name: N{i}}}\n"),
            51,
        );
        assert_eq!(
            (lines, as_json),
            (51, object("warning", "1 more mistake is not shown"))
        );
        assert_eq!(last(&|i| format!("  - status: {}\n", 1000 + i), 50).0, 50);
    }

    #[test]
    fn nothing_ends_a_workflow_command_early() {
        let loaded = codes_spec::load(
            "./a,b:100%\r\n.yaml",
            b"vendor: T\ncodes: [{status: 404, \"50%::x\": 1}]\n",
        );
        assert_eq!(
            github(&loaded.report),
            "::error file=a%2Cb%3A100%25%0D%0A.yaml,line=2,col=23,title=codes%3A%3Aunknown-key::\
             `50%25::x` is not a key of a row%0Ahelp: remove it, or put the text into `fields`\n"
        );
    }
}
