//! Any spec can be read: diagnostics have valid locations and can be rendered, and a table without errors can be encoded.

use codes_spec::{Diagnostics, Location, load};

/// The input is a spec.
pub fn check(bytes: &[u8]) {
    let loaded = load("a.yaml", bytes);
    check_report(&loaded.report, bytes);
    if loaded.report.errors() == 0 {
        codes_spec::encode(&loaded.table);
    }
}

/// Checks that locations are inside the file, messages are on one line, and every rendering has carets.
fn check_report(report: &Diagnostics<'_>, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    let lines = text.matches('\n').count() + text.matches('\r').count() + 1;
    let is_in_text = |location: &Location| {
        (1..=lines).contains(&location.line)
            && location.column >= 1
            && text
                .get(location.offset..location.offset + location.len)
                .is_some()
    };
    for diagnostic in report.shown() {
        assert!(is_in_text(&diagnostic.location), "{diagnostic:?}");
        if let Some(related) = &diagnostic.related {
            assert!(is_in_text(&related.location), "{diagnostic:?}");
        }
        assert!(!diagnostic.message.contains('\n') && !diagnostic.help().contains('\n'));
        let rendered = report.render(diagnostic).to_string();
        assert!(rendered.lines().count() <= 10, "{rendered}");
        assert!(
            rendered.lines().all(|line| line.chars().count() <= 520),
            "{rendered}"
        );
        assert!(rendered.contains('^'), "{rendered}");
    }
    let count = report.errors() + report.warnings();
    assert_eq!(count, report.shown().len() + report.omitted());
}
