//! Generates typed enums from vendors' tables of status codes: the expansions of `codes!` and
//! `#[derive(Code)]`.
//!
//! The tokens of a macro are parsed into a [`Declaration`] or a user's enum. Its path names a
//! [`SpecFile`], from which a [`Spec`] with the table is loaded. A [`Plan`] then decides everything
//! that is emitted, and [`expand`] turns it into tokens.
//!
//! Every stage reports errors to a [`Report`] and continues. So the enum, or a placeholder for it,
//! always exists, and one mistake causes one error.

pub mod docs;
mod expand;
mod file;
#[cfg(feature = "pretty")]
mod generate;
mod input;
mod load;
mod messages;
mod nearby;
mod plan;
mod report;

use proc_macro2::TokenStream;

pub use expand::expand;
pub use file::SpecFile;
#[cfg(feature = "pretty")]
pub use generate::{Options, OptionsError, generate};
pub use input::codes_input::{Declaration, read as read_declarations};
pub use load::Spec;
pub use plan::Plan;
pub use report::Report;

/// Expands the input of `codes!`.
pub fn codes(input: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let declarations = read_declarations(input, &mut report);
    let mut tokens = report.into_tokens();
    for (declaration, mut report) in declarations {
        let file = SpecFile::read(declaration.path.as_ref(), &mut report);
        let spec = Spec::load(file.as_ref(), &mut report);
        if spec.has_no_names()
            && let Some(error) = report.take_first()
        {
            tokens.extend(expand::placeholder::expand(&declaration, &error));
        } else {
            plan::declared::check(&declaration, &spec, &mut report);
            tokens.extend(expand(&plan_declaration(declaration, &spec)));
        }
        tokens.extend(report.into_tokens());
    }
    tokens
}

/// Expands `#[derive(Code)]` for the tokens of an item.
pub fn derive_code(input: TokenStream) -> TokenStream {
    let mut report = Report::default();
    let plan = plan_derive(input, &mut report);
    let mut tokens = plan.as_ref().map(expand).unwrap_or_default();
    tokens.extend(report.into_tokens());
    tokens
}

fn plan_derive(input: TokenStream, report: &mut Report) -> Option<Plan> {
    let input = input::derive_input::read(input, report)?;
    let file = SpecFile::read(input.path.as_ref(), report);
    let spec = Spec::load(file.as_ref(), report);
    plan::derived::plan(input, &spec, report)
}

/// Decides everything that is emitted for a declaration.
pub fn plan_declaration(declaration: Declaration, spec: &Spec<'_>) -> Plan {
    plan::declared::plan(declaration, spec)
}
