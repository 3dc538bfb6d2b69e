//! Properties that every report has, whatever the file contains.

use codes_spec::load;

/// Checks that locations are inside the file, messages on one line, and carets present.
pub(crate) fn check(bytes: &[u8]) {
    let loaded = load("a.yaml", bytes);
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    let lines = text.matches('\n').count() + text.matches('\r').count() + 1;
    for diagnostic in loaded.report.shown() {
        let places = diagnostic
            .related
            .iter()
            .map(|related| related.location)
            .chain([diagnostic.location]);
        for location in places {
            assert!(
                (1..=lines).contains(&location.line) && location.column >= 1,
                "{location:?}"
            );
            assert!(
                text.get(location.offset..location.offset + location.len)
                    .is_some(),
                "{location:?}"
            );
        }
        assert!(!diagnostic.message.contains('\n') && !diagnostic.help().contains('\n'));
        let rendered = loaded.report.render(diagnostic).to_string();
        assert!(
            rendered.lines().count() <= 10
                && rendered.lines().all(|line| line.chars().count() <= 520)
        );
        assert!(rendered.contains('^'), "{rendered}");
    }
    let count = loaded.report.errors() + loaded.report.warnings();
    assert_eq!(count, loaded.report.shown().len() + loaded.report.omitted());
}
