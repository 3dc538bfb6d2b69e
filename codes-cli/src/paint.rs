//! Colour for what people read.

use std::env;
use std::io::{self, IsTerminal};

use clap::ValueEnum;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

/// The option that all commands have which colour something.
#[derive(Clone, Copy, clap::Args)]
pub(crate) struct ColorOption {
    /// When to use colour; `auto` is on a terminal, unless `NO_COLOR` is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    color: Color,
}

impl ColorOption {
    /// For what goes to standard error.
    pub(crate) fn words(self) -> Paint {
        self.color.paint_on(&io::stderr())
    }

    /// For what goes to standard output.
    pub(crate) fn data(self) -> Paint {
        self.color.paint_on(&io::stdout())
    }
}

impl Color {
    fn paint_on(self, stream: &impl IsTerminal) -> Paint {
        let unset = |name| env::var_os(name).is_none_or(|value| value.is_empty());
        let dumb = || env::var_os("TERM").is_some_and(|term| term == "dumb");
        Paint(match self {
            Color::Auto => unset("NO_COLOR") && !dumb() && stream.is_terminal(),
            Color::Always => true,
            Color::Never => false,
        })
    }
}

/// Whether to colour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint(bool);

pub(crate) const BOLD: &str = "1";
pub(crate) const RED: &str = "1;31";
pub(crate) const YELLOW: &str = "1;33";
pub(crate) const BLUE: &str = "1;34";

impl Paint {
    #[cfg(test)]
    pub(crate) const NONE: Paint = Paint(false);

    pub(crate) fn style(self, style: &str, text: &str) -> String {
        if self.0 {
            color(style, text)
        } else {
            text.to_owned()
        }
    }

    /// Colours rendered diagnostics by the looks of their lines; in a file's own lines, nothing but the number.
    pub(crate) fn text(self, text: &str) -> String {
        if !self.0 {
            return text.to_owned();
        }
        // the carets have the colour of the last heading
        let mut severity = RED;
        text.split_inclusive('\n')
            .map(|line| line_in_color(line, &mut severity))
            .collect()
    }
}

fn line_in_color(line: &str, severity: &mut &'static str) -> String {
    let (line, end) = line
        .strip_suffix('\n')
        .map_or((line, ""), |line| (line, "\n"));
    for (word, style) in [("error", RED), ("warning", YELLOW)] {
        if let Some(message) = line
            .strip_prefix(word)
            .filter(|message| message.starts_with(": "))
        {
            *severity = style;
            return format!("{}{}{end}", color(style, word), color(BOLD, message));
        }
    }
    if let Some((gutter, rest)) = line
        .split_once("--> ")
        .filter(|(gutter, _)| gutter.trim().is_empty())
    {
        return format!("{gutter}{}{rest}{end}", color(BLUE, "--> "));
    }
    let is_gutter = |gutter: &str| {
        gutter
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b' ')
    };
    let Some((gutter, rest)) = line.split_once('|').filter(|(gutter, _)| is_gutter(gutter)) else {
        return format!("{line}{end}");
    };
    let mark = rest.trim_start();
    let style = match mark.chars().next() {
        Some('^') if gutter.trim().is_empty() => *severity,
        Some('-') if gutter.trim().is_empty() => BLUE,
        _ => return format!("{}{rest}{end}", color(BLUE, &format!("{gutter}|"))),
    };
    let blanks = &rest[..rest.len() - mark.len()];
    format!(
        "{}{blanks}{}{end}",
        color(BLUE, &format!("{gutter}|")),
        color(style, mark)
    )
}

fn color(style: &str, text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("\x1b[{style}m{text}\x1b[0m")
    }
}
