//! The anchors of a page: every code, alias, name and former name leads to its row.

use std::collections::HashSet;

use codes_spec::Table;

/// The anchors of each row. The first one is used in links.
pub(super) struct Anchors(Vec<Vec<String>>);

impl Anchors {
    /// Gives each anchor to the first row that claims it. Codes take precedence over aliases, and aliases over names.
    pub(super) fn new(table: &Table<'_>) -> Self {
        let mut taken = HashSet::new();
        let mut anchors = vec![Vec::new(); table.rows.len()];
        let mut add = |at: usize, text: &str| {
            let anchor = anchor(text);
            if !anchor.is_empty() && taken.insert(anchor.clone()) {
                anchors[at].push(anchor);
            }
        };
        let rows = || table.rows.iter().enumerate();
        for (at, row) in rows() {
            if row.code.is_some() && row.detail.is_none() {
                add(at, &table.show_code(row));
            }
        }
        for (at, row) in rows() {
            for alias in &row.aliases {
                add(at, &alias.show(table.code_format));
            }
        }
        for (at, row) in rows() {
            add(at, &row.name);
        }
        for (at, row) in rows() {
            row.former_names.iter().for_each(|name| add(at, name));
        }
        // every row needs an anchor, even if earlier rows have taken all of its own
        for (at, row) in rows() {
            if anchors[at].is_empty() {
                let mut anchor = format!("row-{}", row.name);
                while !taken.insert(anchor.clone()) {
                    anchor.push('-');
                }
                anchors[at].push(anchor);
            }
        }
        Anchors(anchors)
    }

    /// Returns the anchor that is used in links to the row.
    pub(super) fn first(&self, row: usize) -> &str {
        self.0[row].first().map_or("", String::as_str)
    }

    /// Returns all anchors of a row.
    pub(super) fn of(&self, row: usize) -> &[String] {
        &self.0[row]
    }
}

/// Replaces characters that an anchor cannot contain.
fn anchor(text: &str) -> String {
    let keep = |c: char| {
        if c.is_alphanumeric() || "-_.:*+~()".contains(c) {
            c
        } else {
            '-'
        }
    };
    text.trim().chars().map(keep).collect()
}

/// Formats an anchor as the fragment of a URL.
pub(super) fn fragment(anchor: &str) -> String {
    let mut out = String::new();
    for byte in anchor.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.:*+~()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}
