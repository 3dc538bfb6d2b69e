//! The expansion as the text of a file, for builds without the macro.

mod docs;
mod wrap;

use codes_core::checksum;
use codes_spec::Encoded;
use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::expand;
use crate::file::SpecFile;
use crate::input::codes_input;
use crate::load::Spec;
use crate::plan::{self, Plan};
use crate::report::Report;

/// The declaration of a generated enum.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of the enum.
    pub name: String,
    /// Its visibility, such as `pub(crate)`; nothing is private.
    pub visibility: String,
    /// Whether the enum is exhaustive for other crates.
    pub exhaustive: bool,
    /// Whether serde's traits are implemented.
    pub serde: bool,
    /// The path of the runtime, if it is not `::codes_runtime`.
    pub runtime: Option<String>,
    /// The first paragraphs of the enum's documentation.
    pub doc: Option<String>,
}

/// An option that is not valid Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionsError {
    /// The name of the enum is not an identifier.
    Name,
    /// The visibility is not valid.
    Visibility,
    /// The path of the runtime is not valid.
    Runtime,
}

/// Generates the code of a spec without errors.
///
/// # Errors
///
/// Returns the first option that is not valid.
pub fn generate(file: &SpecFile, options: &Options) -> Result<String, OptionsError> {
    let mut report = Report::default();
    let spec = Spec::load(Some(file), &mut report);
    let mut declarations = codes_input::read(options.declaration()?, &mut report);
    let (declaration, _) = declarations.pop().ok_or(OptionsError::Name)?;
    let mut plan = plan::declared::plan(declaration, &spec);
    // the macro makes the compiler watch the spec; a file has to be updated
    plan.track = None;
    plan.checksum = Some(checksum_of(&plan));
    let mut parsed = match syn::parse2(expand(&plan)) {
        Ok(parsed) => parsed,
        Err(error) => unreachable!("the expansion is valid Rust: {error}"),
    };
    docs::split_lines(&mut parsed);
    Ok(wrap::wrap_literals(&prettyplease::unparse(&parsed)))
}

/// The checksum that the runtime computes of the same parts.
fn checksum_of(plan: &Plan) -> u64 {
    let Encoded {
        text,
        rows,
        details,
        first_status,
        statuses,
        codes,
        names,
        list_ends,
        lists,
        flags,
        ..
    } = &plan.encoded;
    checksum::of(&[
        text.as_bytes(),
        rows,
        details,
        &first_status.to_le_bytes(),
        statuses,
        codes,
        names,
        list_ends,
        lists,
        &[flags.to_byte()],
    ])
}

impl Options {
    /// The input of `codes!` that declares the enum.
    fn declaration(&self) -> Result<TokenStream, OptionsError> {
        let name: syn::Ident = syn::parse_str(&self.name).map_err(|_| OptionsError::Name)?;
        let visibility: syn::Visibility =
            syn::parse_str(&self.visibility).map_err(|_| OptionsError::Visibility)?;
        let runtime = match &self.runtime {
            Some(path) => {
                let path: syn::Path = syn::parse_str(path).map_err(|_| OptionsError::Runtime)?;
                Some(quote!(crate = #path,))
            }
            None => None,
        };
        let exhaustive = self.exhaustive.then(|| quote!(exhaustive,));
        let serde = self.serde.then(|| quote!(serde,));
        let docs = self.doc.iter().flat_map(|doc| doc.lines());
        let docs = docs.map(|line| format!(" {line}"));
        Ok(quote! {
            #[codes(quiet, #exhaustive #serde #runtime)]
            #(#[doc = #docs])*
            #visibility enum #name = "";
        })
    }
}
