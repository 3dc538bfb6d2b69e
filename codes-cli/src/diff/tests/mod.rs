//! Every change is reported, and nothing else is.

mod keys;
mod pairs;
mod random;
mod response_cases;
mod row_cases;
mod table_cases;
mod texts;

use codes_spec::{Loaded, load};

use super::change::{Change, Level};
use super::{changes, render};
use crate::style::plain;

fn read(spec: &str) -> Loaded<'_> {
    let loaded = load("spec.yaml", spec.as_bytes());
    assert_eq!(loaded.report.errors(), 0, "{}", loaded.report);
    loaded
}

fn diff(old: &str, new: &str) -> Vec<Change> {
    changes(&read(old).table, &read(new).table, false)
}

/// The key that changes, the YAML of the table head or of the only row before and after, and the level of the change.
type Case = (&'static str, &'static str, &'static str, Level);
