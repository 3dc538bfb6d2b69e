//! Prints errors and warnings in specs as text. The module `records` formats them for programs.

pub(crate) mod records;

use codes_spec::{Diagnostics, Rendered, Severity};

use crate::output;
use crate::style::{ColorOption, Style};
use crate::text::visible;

/// Prints every diagnostic with the lines it refers to, each followed by a blank line.
pub(crate) fn show(report: &Diagnostics<'_>, color: ColorOption) {
    let rendered: String = report
        .shown()
        .iter()
        .map(|diagnostic| styled(&report.render(diagnostic)) + "\n")
        .collect();
    output::styled_notice(&rendered, color);
    show_omitted(report);
}

fn styled(rendered: &Rendered) -> String {
    let style = |style| match style {
        codes_spec::Style::Plain => None,
        codes_spec::Style::Severity(Severity::Error) => Some(Style::ERROR),
        codes_spec::Style::Severity(Severity::Warning) => Some(Style::WARNING),
        codes_spec::Style::Message => Some(Style::BOLD),
        codes_spec::Style::Frame | codes_spec::Style::Related => Some(Style::ACCENT),
    };
    let parts = rendered.styled();
    parts
        .iter()
        .map(|(part, text)| match style(*part) {
            Some(style) => style.paint(text),
            None => text.to_string(),
        })
        .collect()
}

/// Prints the number of diagnostics that are not shown, if any.
pub(crate) fn show_omitted(report: &Diagnostics<'_>) {
    if report.omitted() > 0 {
        output::notice(&format!(
            "… and {} more in {}\n\n",
            report.omitted(),
            visible(report.source().path())
        ));
    }
}
