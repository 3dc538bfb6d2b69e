//! Color for terminals.

use std::borrow::Cow;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;

/// A text style: the parameters of an escape sequence. All text is styled first, and
/// `ColorOption::resolve` removes the styles if the stream should not have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style(&'static str);

impl Style {
    pub(crate) const BOLD: Style = Style("1");
    pub(crate) const ERROR: Style = Style("1;31");
    pub(crate) const WARNING: Style = Style("1;33");
    pub(crate) const ACCENT: Style = Style("1;34");

    pub(crate) fn paint(self, text: &str) -> String {
        if text.is_empty() {
            String::new()
        } else {
            format!("\x1b[{}m{text}\x1b[0m", self.0)
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ColorWhen {
    Auto,
    Always,
    Never,
}

/// The `--color` option.
#[derive(Clone, Copy, clap::Args)]
pub(crate) struct ColorOption {
    /// When to use color; `auto` means on a terminal, unless `NO_COLOR` is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorWhen::Auto)]
    color: ColorWhen,
}

impl ColorOption {
    /// Returns the text as it is written to the stream: with styles or without.
    pub(crate) fn resolve<'t>(self, text: &'t str, stream: &impl RawStream) -> Cow<'t, str> {
        let in_color = match self.color {
            ColorWhen::Auto => AutoStream::choice(stream) != ColorChoice::Never,
            ColorWhen::Always => true,
            ColorWhen::Never => false,
        };
        if in_color {
            text.into()
        } else {
            plain(text).into()
        }
    }
}

/// Removes styles from text.
pub(crate) fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}
