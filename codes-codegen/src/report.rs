//! Collects errors and warnings until the macro emits them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::messages::Message;

/// The errors and warnings about one declaration.
#[derive(Default)]
pub struct Report {
    errors: Vec<syn::Error>,
    warnings: Vec<(Span, Message)>,
    ignores_warnings: bool,
    conditions: Vec<TokenStream>,
}

impl Report {
    pub(crate) fn error(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// Discards the errors so far, because another one explains them.
    pub(crate) fn forget_errors(&mut self) {
        self.errors.clear();
    }

    pub(crate) fn warning(&mut self, span: Span, message: Message) {
        if !self.ignores_warnings {
            self.warnings.push((span, message));
        }
    }

    /// Discards all later warnings.
    pub(crate) fn ignore_warnings(&mut self) {
        self.ignores_warnings = true;
    }

    /// Adds a `#[cfg(…)]` attribute of the declaration, which will apply to everything in the
    /// report.
    pub(crate) fn add_condition(&mut self, cfg: TokenStream) {
        self.conditions.push(cfg);
    }

    /// The number of errors.
    pub fn errors(&self) -> usize {
        self.errors.len()
    }

    /// Removes the first error, and returns it as an expression.
    pub(crate) fn take_first(&mut self) -> Option<TokenStream> {
        let has_errors = !self.errors.is_empty();
        has_errors.then(|| self.errors.remove(0).to_compile_error())
    }

    /// Returns items that make the compiler show the report. Using a deprecated constant is the
    /// only way to emit a warning.
    ///
    /// ```text
    /// compile_error!("`4o4` is not a valid status …");
    /// const _: () = {
    ///     #[deprecated(note = "group `…` has no rows")]
    ///     const spec: () = ();
    ///     spec
    /// };
    /// ```
    pub fn into_tokens(self) -> TokenStream {
        let errors = self.errors.iter().map(syn::Error::to_compile_error);
        let warnings = self.warnings.iter().map(|(span, message)| {
            let message = message.as_str();
            let spec = Ident::new("spec", *span);
            quote_spanned! {*span=>
                const _: () = {
                    #[deprecated(note = #message)]
                    #[allow(non_upper_case_globals)]
                    const #spec: () = ();
                    #spec
                };
            }
        });
        let tokens = quote!(#(#errors)* #(#warnings)*);
        let conditions = &self.conditions;
        if conditions.is_empty() || tokens.is_empty() {
            tokens
        } else {
            quote!(#(#conditions)* const _: () = { #tokens };)
        }
    }
}
