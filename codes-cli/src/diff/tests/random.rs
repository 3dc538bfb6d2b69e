//! Random tables: the order of rows does not matter, and a change to one row affects only that row.

use proptest::prelude::*;
use proptest::sample::Index;

use super::Level::{Major, Minor};
use super::diff;

prop_compose! {
    /// The keys of a row that do not depend on its number, and whether it has an alias.
    fn row()(
        status in prop::sample::select(vec!["", "status: 404, ", "status: [500, 4xx], outcome: error, "]),
        title in prop::sample::select(vec!["", "title: Not found, ", "title: Gone, "]),
        rest in prop::sample::select(vec!["", "retry: never, ", "kind: gone, when: A., ", "tags: [t], action: B., "]),
        alias: bool,
    ) -> (String, bool) {
        (format!("{status}{title}{rest}"), alias)
    }
}

fn spec(rows: &[(usize, (String, bool))]) -> String {
    let row = |(i, (text, alias)): &(usize, (String, bool))| {
        let alias = if *alias {
            format!("aliases: [b{i}], ")
        } else {
            String::new()
        };
        format!("  - {{{text}{alias}code: a{i}, name: R{i}, description: Text {i}.}}\n")
    };
    format!(
        "vendor: T\ntags: {{t: T.}}\ncodes:\n{}",
        rows.iter().map(row).collect::<String>()
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_does_not_matter(rows in prop::collection::vec(row(), 1..20).prop_map(|rows| rows.into_iter().enumerate().collect::<Vec<_>>()), seed in prop::collection::vec(any::<u32>(), 20)) {
        let mut shuffled = rows.clone();
        shuffled.sort_by_key(|(i, _)| seed[*i]);
        prop_assert_eq!(diff(&spec(&rows), &spec(&rows)), []);
        prop_assert_eq!(diff(&spec(&rows), &spec(&shuffled)), []);
    }

    #[test]
    fn adding_removing_or_changing_a_row_affects_only_that_row(rows in prop::collection::vec(row(), 2..20), at: Index, changed in row()) {
        let rows: Vec<_> = rows.into_iter().enumerate().collect();
        let at = at.index(rows.len());
        let mut fewer = rows.clone();
        let (_, row) = fewer.remove(at);
        let name = format!("R{at}");
        for (old, new, level) in [(&rows, &fewer, Major), (&fewer, &rows, Minor)] {
            let found = diff(&spec(old), &spec(new));
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!((found[0].level, found[0].row.as_deref(), found[0].key), (level, Some(name.as_str()), "codes"));
        }
        let differs = changed != row;
        let mut others = rows.clone();
        others[at].1 = changed;
        let found = diff(&spec(&rows), &spec(&others));
        prop_assert_eq!(!found.is_empty(), differs);
        prop_assert!(found.iter().all(|change| change.row.as_deref() == Some(&name)));
    }
}
