//! Every row of the five vendors, by value: what the traits say of it stands in `golden/<vendor>.txt`.
//! `BLESS=1 cargo test -p codes-tests --test vendors` writes the texts anew.

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

fn told<C: CodeTable>() -> String {
    let table = C::TABLE;
    let mut out = String::new();
    let mut tell = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    };
    tell("vendor", Some(table.vendor()));
    tell("title", table.title());
    tell("source", table.source());
    tell("retrieved", table.retrieved());
    tell("protocol", Some(table.protocol()));
    tell("about", table.about());
    table.notes().for_each(|note| tell("note", Some(note)));
    for group in table.groups() {
        tell(
            "group",
            Some(&format!(
                "{} {:?} {:?}",
                group.id(),
                group.title(),
                group.about()
            )),
        );
    }
    table
        .tags()
        .for_each(|(tag, meaning)| tell("tag", Some(&format!("{tag} {meaning}"))));
    for code in C::ALL {
        let _ = writeln!(out, "\n{code:?}\n  {code}\n  {code:#}");
        let mut tell = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = writeln!(out, "  {name}: {value}");
            }
        };
        let row = code.row();
        tell("name", Some(code.name().to_owned()));
        tell("status", code.status().map(|status| status.to_string()));
        tell(
            "statuses",
            Some(format!("{:?}", row.statuses().collect::<Vec<_>>())),
        );
        tell("code", code.code().map(|code| format!("{code:?}")));
        tell("codes", row.code_range().map(|range| format!("{range:?}")));
        tell("title", code.title().map(str::to_owned));
        tell("description", row.description().map(str::to_owned));
        tell(
            "outcome",
            Some(format!("{}, {}", code.outcome(), code.is_error())),
        );
        tell("kind", code.kind().map(|kind| kind.to_string()));
        tell("retry", code.retry().map(|retry| retry.to_string()));
        tell("group", row.group().map(|group| group.id().to_owned()));
        tell("action", row.action().map(str::to_owned));
        tell("url", row.url().map(str::to_owned));
        tell(
            "deprecated",
            row.deprecated().map(|said| format!("{said:?}")),
        );
        let lists: [(&str, Vec<&str>); 6] = [
            ("aliases", row.aliases().collect()),
            ("messages", row.messages().collect()),
            ("when", row.when().collect()),
            ("examples", row.examples().collect()),
            ("tags", row.tags().collect()),
            ("former names", row.former_names().collect()),
        ];
        for (name, list) in lists {
            tell(name, Some(format!("{list:?}")).filter(|_| !list.is_empty()));
        }
        row.fields()
            .for_each(|(name, text)| tell("field", Some(format!("{name}: {text}"))));
    }
    out
}

fn check<C: CodeTable>(vendor: &str, rows: usize) {
    assert_eq!(C::ALL.len(), rows);
    let path = format!("{}/golden/{vendor}.txt", env!("CARGO_MANIFEST_DIR"));
    let told = told::<C>();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &told).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(told == kept, "{vendor} differs from {path}:\n{told}");
}

#[test]
fn points_says_what_is_kept() {
    check::<PointsCode>("points", 8);
}

#[test]
fn reference_says_what_is_kept() {
    check::<ReferenceCode>("reference", 56);
}

#[test]
fn coverage_says_what_is_kept() {
    check::<CoverageCode>("coverage", 20);
}

#[test]
fn limits_says_what_is_kept() {
    check::<LimitsCode>("limits", 10);
}

#[test]
fn guide_says_what_is_kept() {
    check::<GuideCode>("guide", 11);
}

#[test]
fn features_says_what_is_kept() {
    check::<FeaturesCode>("features", 6);
}

/// The specs of this package are those of the five vendors, and where their responses have codes and messages.
#[test]
fn specs_are_those_of_the_vendors() {
    for vendor in ["points", "reference", "coverage", "limits", "guide"] {
        let read = |folder| {
            let text = std::fs::read_to_string(format!(
                "{}/{folder}/{vendor}.yaml",
                env!("CARGO_MANIFEST_DIR")
            ));
            text.expect("a spec")
                .lines()
                .filter(|line| !line.starts_with('#'))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let (ours, theirs) = (read("specs"), read("../specs"));
        let begin = ours
            .iter()
            .position(|line| line == "body:")
            .expect("a body");
        let len = 1 + ours[begin + 1..]
            .iter()
            .take_while(|line| line.starts_with(' '))
            .count();
        assert_eq!(
            [&ours[..begin], &ours[begin + len..]].concat(),
            theirs,
            "{vendor}"
        );
    }
}

/// What an enum has without any trait in scope.
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
    fn getters_are_const_and_need_no_trait() {
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
    #[expect(deprecated, reason = "they are")]
    fn former_names_are_values_and_patterns() {
        assert_eq!(F::NotThere, F::NotHere);
        assert!(matches!(F::NotHere, F::Missing));
        assert!(!F::TooMany.is_error());
    }
}

#[test]
fn display_and_debug_heed_flags_as_text_does() {
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
