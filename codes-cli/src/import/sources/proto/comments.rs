//! The comments of a `.proto` file.

use std::collections::HashMap;

use prost_types::FileDescriptorProto;

/// The comments, by the path of the enum or value that they describe.
pub(super) struct Comments {
    by_path: HashMap<Vec<i32>, String>,
}

impl Comments {
    pub(super) fn of(file: &FileDescriptorProto) -> Self {
        let locations = file.source_code_info.iter().flat_map(|info| &info.location);
        let by_path = locations.filter_map(|location| {
            let comments = [&location.leading_comments, &location.trailing_comments];
            let texts: Vec<_> = comments
                .into_iter()
                .flatten()
                .map(|text| unindented(text))
                .collect();
            let text = texts.join("\n\n");
            (!text.trim().is_empty()).then(|| (location.path.clone(), text.trim().to_owned()))
        });
        Comments {
            by_path: by_path.collect(),
        }
    }

    pub(super) fn of_path(&self, path: &[i32]) -> Option<String> {
        self.by_path.get(path).cloned()
    }
}

/// Removes the space after the comment marker from each line, and the leading stars of lines of a block comment.
fn unindented(comment: &str) -> String {
    let line = |line: &str| {
        let line = line.trim_end();
        let line = line.trim_start().strip_prefix("* ").unwrap_or(line);
        line.strip_prefix(' ').unwrap_or(line).to_owned()
    };
    comment.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Takes a line such as `HTTP Mapping: 404 Not Found` from a comment, and returns the rest and the status.
pub(super) fn http_mapping(comment: &str) -> (Option<String>, Option<String>) {
    let mut status = None;
    let mut rest = Vec::new();
    for line in comment.lines() {
        let lower = line.trim().to_ascii_lowercase();
        let value = lower
            .strip_prefix("http mapping:")
            .or_else(|| lower.strip_prefix("http status:"));
        let digits = value.map(str::trim_start).and_then(|value| value.get(..3));
        let found = digits.filter(|digits| {
            (b'1'..=b'5').contains(&digits.as_bytes()[0])
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
        match found {
            Some(found) if status.is_none() => status = Some(found.to_owned()),
            _ => rest.push(line),
        }
    }
    let rest = rest.join("\n").trim().to_owned();
    ((!rest.is_empty()).then_some(rest), status)
}
