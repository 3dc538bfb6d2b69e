//! Rendered diagnostics are available in styled parts for terminals, and without the severity for compilers.

use codes_spec::{Severity, Style, load};

#[test]
fn styled_parts_join_to_the_plain_text() {
    let text =
        "vendor: T\ncodes:\n  - {status: 404}\n  - {status: 4o4, kind: lost}\n  - {status: 404}\n";
    let report = load("a.yaml", text.as_bytes()).report;
    for diagnostic in report.shown() {
        let rendered = report.render(diagnostic);
        let joined: String = rendered
            .styled()
            .into_iter()
            .map(|(_, part)| part)
            .collect();
        assert_eq!(joined, rendered.to_string());
        assert_eq!(joined, format!("error: {}", rendered.without_severity()));
    }
}

#[test]
fn parts_of_a_diagnostic_have_styles() {
    let text = "vendor: T\nvendor: T\ncodes: [{status: 404}]\n";
    let report = load("a.yaml", text.as_bytes()).report;
    let rendered = report.render(&report.shown()[0]);
    let texts = |style| -> String {
        let parts = rendered.styled().into_iter();
        let parts = parts.filter(|(found, _)| *found == style);
        parts.map(|(_, part)| format!("<{part}>")).collect()
    };
    assert_eq!(texts(Style::Severity(Severity::Error)), "<error><^^^^^^>");
    assert_eq!(
        texts(Style::Message),
        "<: duplicate key `vendor` in the table  [codes::duplicate-key]>"
    );
    assert_eq!(texts(Style::Frame), "<--> ><  |><1 |><  |><2 |><  |><  |>");
    assert_eq!(texts(Style::Related), "<------ first one here>");
}
