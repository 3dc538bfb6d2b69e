//! Mistakes in a spec file: the catalogue of rules, the report that collects them, and rendering.

mod catalogue;
mod diagnostic;
pub(crate) mod mistake;
mod output;
pub(crate) mod phrases;
mod render;
mod rendered;
pub(crate) mod report;
mod rule;
pub(crate) mod rules;
mod slip_phrases;
mod slip_rules;
pub(crate) mod subject;

pub use self::diagnostic::{Diagnostic, Related};
pub use self::output::Diagnostics;
pub use self::rendered::{Rendered, Style};
pub use self::rule::{Rule, Severity};
