//! What is emitted for rows with mistakes, so that these are all that the compiler speaks of.

use crate::plan::Variant;

/// A variant for each row whose name is known; and where there would be none at all, one that cannot be named, since an
/// enum without variants has no representation.
pub(crate) fn variants(lost: &[String], alone: bool) -> Vec<Variant> {
    let unnameable = "__Unread".to_owned();
    let names = lost
        .iter()
        .chain((alone && lost.is_empty()).then_some(&unnameable));
    let doc = || "This row has a mistake.".to_owned();
    names
        .map(|name| Variant {
            name: name.clone(),
            doc: doc(),
            aliases: Vec::new(),
            deprecated: None,
        })
        .collect()
}
