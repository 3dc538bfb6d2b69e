//! Diagnostics for programs: JSON objects and workflow commands of GitHub Actions.

use codes_spec::{Diagnostic, Diagnostics, Location, Severity};
use serde::Serialize;

use crate::json;
use crate::text::count;

/// A diagnostic, or an error about a whole file, which has no rule or position.
#[derive(Serialize)]
pub(crate) struct DiagnosticRecord {
    severity: String,
    rule: Option<&'static str>,
    message: String,
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    help: Option<String>,
    related: Option<RelatedRecord>,
}

/// Another position that a diagnostic refers to.
#[derive(Serialize)]
struct RelatedRecord {
    path: String,
    line: usize,
    column: usize,
    label: &'static str,
}

impl DiagnosticRecord {
    pub(crate) fn of_file(
        severity: Severity,
        message: String,
        path: String,
        help: Option<String>,
    ) -> Self {
        DiagnosticRecord {
            severity: severity.to_string(),
            rule: None,
            message,
            path,
            line: None,
            column: None,
            help,
            related: None,
        }
    }

    fn of(diagnostic: &Diagnostic, report: &Diagnostics<'_>) -> Self {
        let path = report.source().path();
        let Location { line, column, .. } = diagnostic.location;
        let related = diagnostic.related.map(|related| RelatedRecord {
            path: path.to_owned(),
            line: related.location.line,
            column: related.location.column,
            label: related.label,
        });
        DiagnosticRecord {
            severity: diagnostic.rule.severity.to_string(),
            rule: Some(diagnostic.rule.id),
            message: diagnostic.message.clone(),
            path: path.to_owned(),
            line: Some(line),
            column: Some(column),
            help: Some(diagnostic.help().to_owned()),
            related,
        }
    }

    /// Reports the number of diagnostics that are not shown. The report is an error if any of them is an error.
    fn omitted(report: &Diagnostics<'_>) -> Option<Self> {
        let is_error = |diagnostic: &&Diagnostic| diagnostic.rule.severity == Severity::Error;
        let shown = report.shown().iter().filter(is_error).count();
        let severity = if report.errors() > shown {
            Severity::Error
        } else {
            Severity::Warning
        };
        let message = format!("{} not shown", count(report.omitted(), "more problem"));
        let path = report.source().path().to_owned();
        let help = Some("fix the problems above and check again".to_owned());
        (report.omitted() > 0).then(|| DiagnosticRecord::of_file(severity, message, path, help))
    }

    fn all(report: &Diagnostics<'_>) -> impl Iterator<Item = Self> {
        report
            .shown()
            .iter()
            .map(|diagnostic| DiagnosticRecord::of(diagnostic, report))
            .chain(DiagnosticRecord::omitted(report))
    }

    /// Formats a workflow command, which annotates the line in a pull request.
    pub(crate) fn github(&self) -> String {
        // GitHub expects paths relative to the root of the repository
        let path = self.path.strip_prefix("./").unwrap_or(&self.path);
        let position = match (self.line, self.column) {
            (Some(line), Some(column)) => format!(",line={line},col={column}"),
            _ => String::new(),
        };
        let title = match self.rule {
            Some(rule) => format!(",title={}", escaped_property(rule)),
            None => String::new(),
        };
        let mut text = self.message.clone();
        if let Some(help) = &self.help {
            text += &format!("\nhelp: {help}");
        }
        if let Some(related) = &self.related {
            text += &format!(
                "\n{}: {path}:{}:{}",
                related.label, related.line, related.column
            );
        }
        format!(
            "::{} file={}{position}{title}::{}\n",
            self.severity,
            escaped_property(path),
            escaped(&text)
        )
    }
}

/// Formats each diagnostic that is shown as a JSON object on a line of its own, and the number of others as the last.
pub(crate) fn json(report: &Diagnostics<'_>) -> String {
    DiagnosticRecord::all(report)
        .map(|record| json::line(&record))
        .collect()
}

/// Formats a workflow command for each diagnostic that is shown, and one for the number of others.
pub(crate) fn github(report: &Diagnostics<'_>) -> String {
    DiagnosticRecord::all(report)
        .map(|record| record.github())
        .collect()
}

/// Escapes the message of a workflow command.
fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn omitted_diagnostics_are_counted() {
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
                 \"column\":null,\"help\":\"fix the problems above and check again\",\"related\":null}}"
            )
        };
        let (lines, as_json, as_command) = last(&|i| format!("  - status: {}\n", 1000 + i), 300);
        assert_eq!(
            (lines, as_json),
            (51, object("error", "250 more problems not shown"))
        );
        assert_eq!(
            as_command,
            "::error file=a.yaml::250 more problems not shown%0Ahelp: fix the problems above and check again"
        );
        let (lines, as_json, _) = last(
            &|i| format!("  - {{status: 204, code: C{i}, name: N{i}}}\n"),
            51,
        );
        assert_eq!(
            (lines, as_json),
            (51, object("warning", "1 more problem not shown"))
        );
        assert_eq!(last(&|i| format!("  - status: {}\n", 1000 + i), 50).0, 50);
    }

    #[test]
    fn workflow_commands_are_escaped() {
        let loaded = codes_spec::load(
            "./a,b:100%\r\n.yaml",
            b"vendor: T\ncodes: [{status: 404, \"50%::x\": 1}]\n",
        );
        assert_eq!(
            github(&loaded.report),
            "::error file=a%2Cb%3A100%25%0D%0A.yaml,line=2,col=23,title=codes%3A%3Aunknown-key::\
             unknown key `50%25::x` in a row%0Ahelp: remove it, or move the text to `fields`\n"
        );
    }
}
