//! All data of every row of the five vendors, compared with `golden/<vendor>.txt`.
//! `BLESS=1 cargo test -p codes-tests --test vendors` rewrites the files.

use std::fmt::Write as _;

use codes_runtime::{CodeTable, codes};

codes! {
    enum PointsCode = "../specs/points.yaml";
    enum ReferenceCode = "../specs/reference.yaml";
    enum CoverageCode = "../specs/coverage.yaml";
    enum LimitsCode = "../specs/limits.yaml";
    enum GuideCode = "../specs/guide.yaml";
    #[codes(quiet)]
    enum FeaturesCode = "specs/features.yaml";
}

/// Writes all data of a table.
fn describe<C: CodeTable>() -> String {
    let table = C::TABLE;
    let mut out = String::new();
    let mut line = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    };
    line("vendor", Some(table.vendor()));
    line("title", table.title());
    line("source", table.source());
    line("retrieved", table.retrieved());
    line("protocol", Some(table.protocol()));
    line("about", table.about());
    table.notes().for_each(|note| line("note", Some(note)));
    for group in table.groups() {
        let (id, title, about) = (group.id(), group.title(), group.about());
        line("group", Some(&format!("{id} {title:?} {about:?}")));
    }
    for (tag, meaning) in table.tags() {
        line("tag", Some(&format!("{tag} {meaning}")));
    }
    for code in C::ALL {
        let _ = writeln!(out, "\n{code:?}\n  {code}\n  {code:#}");
        describe_row(*code, &mut out);
    }
    out
}

fn describe_row<C: CodeTable>(code: C, out: &mut String) {
    let row = code.row();
    let mut line = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "  {name}: {value}");
        }
    };
    line("name", Some(code.name().to_owned()));
    line("status", code.status().map(|status| status.to_string()));
    let statuses: Vec<_> = row.statuses().collect();
    line("statuses", Some(format!("{statuses:?}")));
    line("code", code.code().map(|code| format!("{code:?}")));
    line("detail", code.detail().map(|code| format!("{code:?}")));
    line("prefix", row.code_prefix().map(str::to_owned));
    line("codes", row.code_range().map(|range| format!("{range:?}")));
    line("title", code.title().map(str::to_owned));
    line("description", row.description().map(str::to_owned));
    let outcome = format!("{}, {}", code.outcome(), code.is_error());
    line("outcome", Some(outcome));
    line("kind", code.kind().map(|kind| kind.to_string()));
    line("retry", code.retry().map(|retry| retry.to_string()));
    line("group", row.group().map(|group| group.id().to_owned()));
    line("action", row.action().map(str::to_owned));
    line("url", row.url().map(str::to_owned));
    let deprecated = row.deprecated().map(|deprecated| format!("{deprecated:?}"));
    line("deprecated", deprecated);
    let lists: [(&str, Vec<&str>); 6] = [
        ("aliases", row.aliases().collect()),
        ("messages", row.messages().collect()),
        ("when", row.when().collect()),
        ("examples", row.examples().collect()),
        ("tags", row.tags().collect()),
        ("former names", row.former_names().collect()),
    ];
    for (name, list) in lists {
        line(name, Some(format!("{list:?}")).filter(|_| !list.is_empty()));
    }
    row.fields()
        .for_each(|(name, text)| line("field", Some(format!("{name}: {text}"))));
}

fn assert_golden<C: CodeTable>(vendor: &str, rows: usize) {
    assert_eq!(C::ALL.len(), rows);
    let path = format!("{}/golden/{vendor}.txt", env!("CARGO_MANIFEST_DIR"));
    let described = describe::<C>();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &described).expect("written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        described == golden,
        "{vendor} differs from {path}:\n{described}"
    );
}

#[test]
fn points_matches_the_golden_file() {
    assert_golden::<PointsCode>("points", 8);
}

#[test]
fn reference_matches_the_golden_file() {
    assert_golden::<ReferenceCode>("reference", 56);
}

#[test]
fn coverage_matches_the_golden_file() {
    assert_golden::<CoverageCode>("coverage", 20);
}

#[test]
fn limits_matches_the_golden_file() {
    assert_golden::<LimitsCode>("limits", 10);
}

#[test]
fn guide_matches_the_golden_file() {
    assert_golden::<GuideCode>("guide", 11);
}

#[test]
fn features_matches_the_golden_file() {
    assert_golden::<FeaturesCode>("features", 6);
}

/// The specs of this package are copies that add a `body`, which the vendors do not document.
#[test]
fn specs_differ_from_those_of_the_vendors_only_in_the_body() {
    for vendor in ["points", "reference", "coverage", "limits", "guide"] {
        let [copy, original] = ["specs", "../specs"].map(|folder| {
            let path = format!("{}/{folder}/{vendor}.yaml", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).expect("a spec");
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            lines.map(str::to_owned).collect::<Vec<_>>()
        });
        let body = copy
            .iter()
            .position(|line| line == "body:")
            .expect("a body");
        let after = &copy[body + 1..];
        let nested = after.iter().take_while(|line| line.starts_with(' '));
        let without_body = [&copy[..body], &after[nested.count()..]].concat();
        assert_eq!(without_body, original, "{vendor}");
    }
}

/// Methods and constants that need no trait in scope.
mod inherent {
    use super::FeaturesCode as F;
    use codes_runtime::{Kind, Outcome, RawCode, Retry};

    const STATUS: Option<u16> = F::NotHere.status();
    const NAME: &str = F::NotHere.name();
    const CODE: Option<RawCode<'static>> = F::NotHere.code();
    const KIND: Option<Kind> = F::NotHere.kind();
    const RETRY: Option<Retry> = F::NotHere.retry();
    const OUTCOME: Outcome = F::NotHere.outcome();
    const TITLE: Option<&str> = F::NotHere.title();
    const DESCRIPTION: Option<&str> = F::NotHere.description();
    const IS_ERROR: bool = F::NotHere.is_error();

    #[test]
    fn getters_are_const() {
        assert_eq!(F::ALL.len(), 6);
        assert_eq!(
            (STATUS, NAME, CODE),
            (Some(404), "NotHere", Some(RawCode::Int(0x401)))
        );
        assert_eq!(
            (KIND, RETRY, OUTCOME),
            (Some(Kind::NotFound), Some(Retry::Never), Outcome::Error)
        );
        assert_eq!(
            DESCRIPTION,
            Some("The item does not exist.\n- not here\n- not there")
        );
        assert_eq!(TITLE, Some("Not here"));
        assert!(IS_ERROR && !F::Ok.is_error() && F::ALL.is_sorted());
        assert!(F::NotHere.is_billing() && F::NotHere.is_rare() && !F::Ok.is_rare());
    }

    #[test]
    #[expect(deprecated, reason = "former names are deprecated")]
    fn former_names_work_as_values_and_patterns() {
        assert_eq!(F::NotThere, F::NotHere);
        assert!(matches!(F::NotHere, F::Missing));
        assert!(!F::TooMany.is_error());
    }
}

#[test]
fn display_and_debug_respect_width_fill_and_precision() {
    let code = PointsCode::NotFound;
    let (short, long) = (
        "404 Not found",
        "Points API: 404 Not found: There is no such entry.",
    );
    assert_eq!(
        format!("[{code:>20}] [{code:-<20}] [{code:.3}]"),
        format!("[{short:>20}] [{short:-<20}] [{short:.3}]")
    );
    assert_eq!(format!("[{code:#}]"), format!("[{long}]"));
    for (shown, expected) in [
        (format!("{code:>#60}"), format!("{long:>60}")),
        (format!("{code:é^#60}"), format!("{long:é^60}")),
        (format!("{code:#60}"), format!("{long:60}")),
        (format!("{code:#.14}"), format!("{long:.14}")),
        (format!("{code:*^#20.14}"), format!("{long:*^20.14}")),
        (format!("{code:#3}"), long.to_owned()),
    ] {
        assert_eq!(shown, expected);
    }
    assert_eq!(
        format!("[{code:?}] [{code:>10?}]"),
        "[NotFound] [  NotFound]"
    );
}
