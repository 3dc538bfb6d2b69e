//! The options that both macros accept.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::input::argument::Argument;
use crate::messages;

const NAMES: [&str; 3] = ["quiet", "serde", "crate"];

#[derive(Default)]
pub(crate) struct Options {
    /// Whether warnings about the file are hidden.
    pub(crate) quiet: bool,
    pub(crate) serde: Option<SerdeOption>,
    runtime: Option<TokenStream>,
}

/// A request for serde's traits.
pub(crate) struct SerdeOption {
    pub(crate) span: Span,
    /// The condition under which they are implemented.
    pub(crate) condition: Option<TokenStream>,
}

impl Options {
    /// Reads an argument that both macros accept. The error for an unknown argument also lists
    /// `others`, the arguments that only the caller accepts.
    pub(crate) fn read(&mut self, argument: &Argument, others: &[&str]) -> syn::Result<()> {
        match argument.name.as_str() {
            "quiet" => self.quiet = argument.flag()?,
            "serde" => self.read_serde(argument, None)?,
            "crate" => self.runtime = Some(argument.crate_path()?),
            _ => return Err(argument.unknown(&[others, &NAMES].concat())),
        }
        Ok(())
    }

    /// Reads an argument inside `cfg_attr`, where only `serde` is allowed.
    pub(crate) fn read_conditional(
        &mut self,
        argument: &Argument,
        condition: &TokenStream,
    ) -> syn::Result<()> {
        if argument.name != "serde" {
            return Err(messages::conditional_argument(&argument.name).at(argument.span));
        }
        self.read_serde(argument, Some(condition.clone()))
    }

    fn read_serde(
        &mut self,
        argument: &Argument,
        condition: Option<TokenStream>,
    ) -> syn::Result<()> {
        self.serde = argument.flag()?.then_some(SerdeOption {
            span: argument.span,
            condition,
        });
        Ok(())
    }

    /// The path of the runtime: `::codes_runtime`, unless the user gave another.
    pub(crate) fn runtime(&self) -> TokenStream {
        self.runtime
            .clone()
            .unwrap_or_else(|| quote!(::codes_runtime))
    }
}
