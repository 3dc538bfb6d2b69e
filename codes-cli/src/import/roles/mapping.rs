//! The options that locate the rows of plain data and their values.

use std::fmt;
use std::str::FromStr;

use clap::Args;

use crate::messages::sources as messages;

/// The options that map plain data. Paths are JSON pointers, with `*` for every item.
#[derive(Args, Clone, Debug, Default, PartialEq)]
#[command(next_help_heading = "Mapping of JSON, YAML and TOML")]
pub(crate) struct Mapping {
    /// Where the rows are: a list or a mapping, as in /errors or /groups/*/errors
    #[arg(long, value_name = "PATH")]
    pub(crate) rows: Option<Path>,
    /// Where the code of a row is: a path such as /code, @key (the key of the row in its mapping) or @value (the row
    /// itself); in a .proto file, @number
    #[arg(long, value_name = "PATH")]
    pub(crate) code: Option<Path>,
    /// Where the status of a row is
    #[arg(long, value_name = "PATH")]
    pub(crate) status: Option<Path>,
    /// Where the title of a row is
    #[arg(long, value_name = "PATH")]
    pub(crate) title: Option<Path>,
    /// Where the description of a row is
    #[arg(long, value_name = "PATH")]
    pub(crate) description: Option<Path>,
    /// Where the value of a field is, as in Solution=/solution (may be repeated)
    #[arg(long = "field", value_name = "NAME=PATH", value_parser = field)]
    pub(crate) fields: Vec<(String, Path)>,
}

fn field(text: &str) -> Result<(String, Path), &'static str> {
    let (name, path) = text.rsplit_once('=').ok_or(messages::INVALID_FIELD)?;
    let name = Some(name.trim()).filter(|name| !name.is_empty());
    Ok((
        name.ok_or(messages::INVALID_FIELD)?.to_owned(),
        path.parse()?,
    ))
}

impl Mapping {
    /// The options that name a path, in the order of the help.
    pub(crate) fn paths(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let paths = [
            ("--rows", &self.rows),
            ("--code", &self.code),
            ("--status", &self.status),
            ("--title", &self.title),
            ("--description", &self.description),
        ];
        paths
            .into_iter()
            .filter_map(|(option, path)| Some((option, path.as_ref()?)))
    }

    /// The paths of all options, in the same order, then those of fields.
    pub(crate) fn all_paths(&self) -> impl Iterator<Item = &Path> {
        let fields = self.fields.iter().map(|(_, path)| path);
        self.paths().map(|(_, path)| path).chain(fields)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.paths().next().is_none() && self.fields.is_empty()
    }

    /// Whether only `--code @number` is given, which chooses the numbers of an enum.
    pub(crate) fn is_number(&self) -> bool {
        let number = Mapping {
            code: Some(Path::Number),
            ..Mapping::default()
        };
        *self == number
    }

    /// Returns the options and their values, for the comment in the spec.
    pub(crate) fn record(&self) -> Vec<(&'static str, String)> {
        let paths = self
            .paths()
            .map(|(option, path)| (option, path.to_string()));
        let fields = self.fields.iter();
        let fields = fields.map(|(name, path)| ("--field", format!("{name}={path}")));
        paths.chain(fields).collect()
    }
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Path {
    /// The key of the row in its mapping.
    Key,
    /// The row itself.
    Value,
    /// The number of a value of an enum.
    Number,
    Steps(Vec<PathStep>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PathStep {
    /// Into the value of a key, or the item with an index.
    Key(String),
    /// Into every value or item.
    Each,
}

impl FromStr for Path {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "@key" => return Ok(Path::Key),
            "@value" => return Ok(Path::Value),
            "@number" => return Ok(Path::Number),
            // the whole document
            "" | "/" => return Ok(Path::Steps(Vec::new())),
            _ => {}
        }
        let steps = text.strip_prefix('/').ok_or(messages::INVALID_PATH)?;
        let step = |step: &str| match step {
            "*" => PathStep::Each,
            key => PathStep::Key(key.replace("~1", "/").replace("~2", "*").replace("~0", "~")),
        };
        Ok(Path::Steps(steps.split('/').map(step).collect()))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Key => f.write_str("@key"),
            Path::Value => f.write_str("@value"),
            Path::Number => f.write_str("@number"),
            Path::Steps(steps) if steps.is_empty() => f.write_str("/"),
            Path::Steps(steps) => steps.iter().try_for_each(|step| match step {
                PathStep::Each => f.write_str("/*"),
                PathStep::Key(key) => write!(f, "/{}", escape(key)),
            }),
        }
    }
}

/// Escapes a key of a path.
pub(crate) fn escape(key: &str) -> String {
    let key = key.replace('~', "~0").replace('/', "~1");
    if key == "*" { "~2".to_owned() } else { key }
}

#[cfg(test)]
mod tests {
    use super::{Path, PathStep, field};

    #[test]
    fn paths_are_written_as_they_are_read() {
        for text in [
            "@key", "@value", "@number", "/", "/a", "/a/*/b c", "/~0~1", "/~2/*", "/a/0",
        ] {
            let path: Path = text.parse().expect("a path");
            assert_eq!(path.to_string(), text);
        }
        let keys = |keys: &[&str]| {
            Path::Steps(
                keys.iter()
                    .map(|key| PathStep::Key((*key).to_owned()))
                    .collect(),
            )
        };
        assert_eq!("/a~1b/~0".parse(), Ok(keys(&["a/b", "~"])));
        for text in ["a", "@", "@keys", "$.a", "*"] {
            assert!(text.parse::<Path>().is_err(), "{text}");
        }
        assert_eq!(field("To do=/a"), Ok(("To do".to_owned(), keys(&["a"]))));
        assert!(field("/a").is_err() && field("=/a").is_err() && field("a=b").is_err());
    }
}
