//! Lists of labels with values.

/// A list of labels and values.
#[derive(Default)]
pub(super) struct List(String);

impl List {
    /// Adds a value, unless it is empty.
    pub(super) fn add(&mut self, label: &str, value: &str) {
        if !value.is_empty() {
            self.0 += &format!("<dt>{label}</dt><dd>{value}</dd>\n");
        }
    }

    /// Adds values, as a list if there are several.
    pub(super) fn all(&mut self, label: &str, values: impl Iterator<Item = String>) {
        let values: Vec<_> = values.collect();
        if let [_, _, ..] = &values[..] {
            let items = values.iter().map(|value| format!("<li>{value}</li>"));
            self.add(label, &format!("<ul>{}</ul>", items.collect::<String>()));
        } else {
            self.add(label, &values.concat());
        }
    }

    pub(super) fn joined(
        &mut self,
        label: &str,
        separator: &str,
        values: impl Iterator<Item = String>,
    ) {
        self.add(label, &values.collect::<Vec<_>>().join(separator));
    }

    pub(super) fn html(self) -> String {
        if self.0.is_empty() {
            self.0
        } else {
            format!("<dl>\n{}</dl>\n", self.0)
        }
    }
}
