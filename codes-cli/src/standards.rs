//! The specs of open standards, which are part of the binary.

use clap::builder::PossibleValuesParser;

/// A file of `specs/standards`.
pub(crate) struct Standard {
    pub(crate) name: &'static str,
    pub(crate) spec: &'static str,
}

/// Embeds specs by the names of their files.
macro_rules! embed {
    ($($name:literal)*) => {
        &[$(Standard {
            name: $name,
            spec: include_str!(concat!("../specs/", $name, ".yaml")),
        }),*]
    };
}

pub(crate) const STANDARDS: &[Standard] = embed![
    "http" "grpc" "jsonrpc" "websocket" "http2" "http3" "tls" "dns" "smtp" "oauth2" "acme" "mqtt"
    "coap" "sqlstate"
];

/// Returns a parser for arguments that name a standard.
pub(crate) fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(STANDARDS.iter().map(|standard| standard.name))
}

/// Returns the standard with this name, which `names` has accepted.
pub(crate) fn named(name: &str) -> &'static Standard {
    let found = STANDARDS.iter().find(|standard| standard.name == name);
    found.expect("clap accepts only the names of standards")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_spec_of_a_standard_is_embedded() {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs");
        let files: BTreeSet<_> = fs::read_dir(directory)
            .expect("the specs")
            .map(|entry| entry.expect("a file").path())
            .filter(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "yaml")
            })
            .map(|path| {
                path.file_stem()
                    .expect("a name")
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        let embedded = STANDARDS.iter().map(|standard| standard.name.to_owned());
        assert_eq!(files, embedded.collect());
    }

    #[test]
    fn the_specs_of_standards_have_no_errors_or_warnings() {
        for standard in STANDARDS {
            let loaded = codes_spec::load(standard.name, standard.spec.as_bytes());
            // skip warnings that only `codes check` reports: the DNS registry has two names for code 16
            let own = |diagnostic: &codes_spec::Diagnostic| !diagnostic.rule.only_in_check;
            let found = loaded.report.shown().iter().filter(|found| own(found));
            assert_eq!(found.count(), 0, "{}: {}", standard.name, loaded.report);
        }
    }
}
