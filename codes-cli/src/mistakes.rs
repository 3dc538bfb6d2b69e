//! What is wrong with a file: for people, for programs, and for GitHub's pages.

use codes_spec::{Diagnostic, Diagnostics, Place};

use crate::json::{Json, Member};
use crate::wrap::visible;

/// Every diagnostic with the lines that it speaks of, and a blank line behind each.
pub(crate) fn human(report: &Diagnostics<'_>) -> String {
    report.shown().iter().map(|diagnostic| report.render(diagnostic) + "\n").collect()
}

/// How many diagnostics are not shown, in words.
pub(crate) fn omitted(report: &Diagnostics<'_>) -> String {
    match report.omitted() {
        0 => String::new(),
        more => format!("… and {more} more in {}\n\n", visible(report.source().path())),
    }
}

/// An object a line for each diagnostic.
pub(crate) fn json(report: &Diagnostics<'_>) -> String {
    report.shown().iter().map(|diagnostic| format!("{}\n", object(report, diagnostic))).collect()
}

fn object(report: &Diagnostics<'_>, diagnostic: &Diagnostic) -> Json {
    let path = || report.source().path().to_owned().into();
    let related = diagnostic.related.map(|related| {
        let [line, column] = line_and_column(related.place);
        Json::Object(vec![("path", path()), line, column, ("label", related.label.into())])
    });
    let [line, column] = line_and_column(diagnostic.place);
    Json::Object(vec![
        ("severity", diagnostic.rule.severity.to_string().into()),
        ("rule", diagnostic.rule.id.into()),
        ("message", diagnostic.message.clone().into()),
        ("path", path()),
        line,
        column,
        ("help", diagnostic.help().to_owned().into()),
        ("related", related.into()),
    ])
}

fn line_and_column(place: Place) -> [Member; 2] {
    [("line", Json::number(place.line)), ("column", Json::number(place.column))]
}

/// A workflow command for each diagnostic: a note at its line in a pull request.
pub(crate) fn github(report: &Diagnostics<'_>) -> String {
    report.shown().iter().map(|diagnostic| command(report, diagnostic)).collect()
}

fn command(report: &Diagnostics<'_>, diagnostic: &Diagnostic) -> String {
    let Diagnostic { rule, message, place, related, .. } = diagnostic;
    let path = report.source().path();
    // GitHub knows files by their paths from the repository's root on
    let path = path.strip_prefix("./").unwrap_or(path);
    let related =
        related.map(|related| format!("\n{}: {path}:{}:{}", related.label, related.place.line, related.place.column));
    let text = format!("{message}\nhelp: {}{}", diagnostic.help(), related.unwrap_or_default());
    format!(
        "::{} file={},line={},col={},title={}::{}\n",
        rule.severity,
        property(path),
        place.line,
        place.column,
        property(rule.id),
        escape(&text)
    )
}

/// Text that ends no command.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text that ends no property either.
fn property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_workflow_command_early() {
        let loaded = codes_spec::load("./a,b:100%\r\n.yaml", b"vendor: T\ncodes: [{status: 404, \"50%::x\": 1}]\n");
        assert_eq!(
            github(&loaded.report),
            "::error file=a%2Cb%3A100%25%0D%0A.yaml,line=2,col=23,title=codes%3A%3Aunknown-key::\
             `50%25::x` is not a key of a row%0Ahelp: remove it, or put the text into `fields`\n"
        );
    }
}
