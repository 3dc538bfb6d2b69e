//! The expansion as the text of a file, for builds without the macro.

mod attributes;
mod wrap;

use codes_core::checksum;
use codes_spec::Table;
use quote::quote;

use crate::expand::expand;
use crate::input::codes_input::{self, Declaration};
use crate::input::options::Repr;
use crate::load::Spec;
use crate::plan::{self, Checksums, Plan, RowNumber, repr};
use crate::report::Report;
use wrap::RowStarts;

/// The options of a generated enum.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of the enum.
    pub name: String,
    /// Its visibility, such as `pub(crate)`; an empty string is private.
    pub visibility: String,
    /// Whether the enum is exhaustive for other crates.
    pub exhaustive: bool,
    /// The type of the discriminants, such as `i32`, if they are the codes.
    pub repr: Option<String>,
    /// Whether serde's traits are implemented.
    pub serde: bool,
    /// The path of the runtime, if it is not `::codes_runtime`.
    pub runtime: Option<String>,
    /// The first lines of the enum's documentation.
    pub doc: String,
}

/// An option that is not valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionsError {
    /// The name of the enum is not an identifier.
    Name,
    /// The visibility is not valid.
    Visibility,
    /// The path of the runtime is not valid.
    Runtime,
    /// The type of the discriminants is not an integer type of at most 64 bits.
    Repr,
    /// The codes cannot be discriminants of the type, for this reason.
    Codes(String),
}

/// Generates the Rust source of a table's enum.
///
/// # Errors
///
/// Returns the first option that is not valid.
pub fn generate(table: Table<'_>, options: &Options) -> Result<String, OptionsError> {
    let spec = Spec {
        table,
        skipped_names: Vec::new(),
        is_complete: true,
        // only the macro makes the compiler watch the spec; generated files are updated by command
        can_be_watched: false,
    };
    let mut declaration = options.declaration()?;
    if let Some(name) = &options.repr {
        let name = syn::parse_str(name).map_err(|_| OptionsError::Repr)?;
        let repr = Repr::of(name).ok_or(OptionsError::Repr)?;
        repr::discriminants(&spec.table, &repr)
            .map_err(|reason| OptionsError::Codes(reason.to_string()))?;
        declaration.attributes.repr = Some(repr);
    }
    let mut plan = plan::declared::plan(declaration, &spec);
    plan.checksums = Some(checksums(&plan));
    let mut parsed = match syn::parse2(expand(&plan)) {
        Ok(parsed) => parsed,
        Err(error) => unreachable!("the expansion is valid Rust: {error}"),
    };
    attributes::split_docs(&mut parsed);
    let code = prettyplease::unparse(&parsed);
    Ok(wrap::wrap_literals(&code, &RowStarts::of(&plan.encoded)))
}

/// The checksums of the table's parts, as the runtime will compute them.
fn checksums(plan: &Plan) -> Checksums {
    let encoded = &plan.encoded;
    let order = match &plan.row_number {
        RowNumber::Code(order) => Some(checksum::of(&[order])),
        _ => None,
    };
    let byte_strings: [&[u8]; 10] = [
        encoded.text.as_bytes(),
        &encoded.rows,
        &encoded.details,
        &encoded.statuses,
        &encoded.codes,
        &encoded.code_seeds,
        &encoded.names,
        &encoded.name_seeds,
        &encoded.list_ends,
        &encoded.lists,
    ];
    let numbers = [encoded.first_status, encoded.flags.to_byte().into()];
    Checksums {
        lengths: checksum::of_lengths(&byte_strings, &numbers),
        parts: checksum::of(&byte_strings),
        order,
    }
}

impl Options {
    /// The declaration of the enum, as `codes!` reads it.
    fn declaration(&self) -> Result<Declaration, OptionsError> {
        let name: syn::Ident = syn::parse_str(&self.name).map_err(|_| OptionsError::Name)?;
        let visibility: syn::Visibility =
            syn::parse_str(&self.visibility).map_err(|_| OptionsError::Visibility)?;
        let runtime = self.runtime.as_deref().map(|path| quote!(crate = #path,));
        let exhaustive = self.exhaustive.then(|| quote!(exhaustive,));
        let serde = self.serde.then(|| quote!(serde,));
        let docs = self.doc.lines().map(|line| format!(" {line}"));
        let input = quote! {
            #[codes(quiet, #exhaustive #serde #runtime)]
            #(#[doc = #docs])*
            #visibility enum #name = "";
        };
        match codes_input::read(input, &mut Report::default()).pop() {
            Some((declaration, report)) if report.errors() == 0 => Ok(declaration),
            // the name and the visibility were parsed above, so the error is in the `crate` path
            _ => Err(OptionsError::Runtime),
        }
    }
}
