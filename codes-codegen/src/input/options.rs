//! The options that both macros accept.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::input::argument::Argument;
use crate::messages::{self, Message};

const NAMES: [&str; 3] = ["quiet", "serde", "crate"];

#[derive(Default)]
pub(crate) struct EnumOptions {
    /// Whether warnings about the spec are hidden.
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

/// The integer type of an enum whose discriminants are the codes.
pub(crate) struct Repr {
    pub(crate) name: Ident,
    min: i64,
    max: i64,
}

impl Repr {
    pub(crate) fn read(argument: &Argument) -> syn::Result<Self> {
        let name: Ident = argument.parse(messages::an_integer_type())?;
        if name == "i128" || name == "u128" {
            return Err(messages::wide_repr(&name).at(name.span()));
        }
        Repr::of(name).ok_or_else(|| argument.wrong_value(messages::an_integer_type()))
    }

    /// Returns the integer type with this name. Codes have 64 bits, so wider types are not supported.
    pub(crate) fn of(name: Ident) -> Option<Self> {
        let (min, max) = match name.to_string().as_str() {
            "i8" => (i8::MIN.into(), i8::MAX.into()),
            "i16" => (i16::MIN.into(), i16::MAX.into()),
            "i32" => (i32::MIN.into(), i32::MAX.into()),
            "i64" | "isize" => (i64::MIN, i64::MAX),
            "u8" => (0, u8::MAX.into()),
            "u16" => (0, u16::MAX.into()),
            "u32" => (0, u32::MAX.into()),
            "u64" | "usize" => (0, i64::MAX),
            _ => return None,
        };
        Some(Repr { name, min, max })
    }

    pub(crate) fn contains(&self, code: i64) -> bool {
        (self.min..=self.max).contains(&code)
    }
}

/// The message about an argument that the other macro accepts. `known` are the arguments of this one.
fn of_other_macro(argument: &str, known: &[&str]) -> Option<Message> {
    let is_derive = known.contains(&"partial");
    Some(match argument {
        "partial" | "by" if !is_derive => messages::argument_of_derive(argument),
        "non_exhaustive" if !is_derive => messages::non_exhaustive_argument(),
        "exhaustive" | "non_exhaustive" => messages::exhaustive_argument(argument),
        "repr" => messages::repr_argument(),
        "discriminant" if is_derive => messages::did_you_mean_by(),
        _ => return None,
    })
}

impl EnumOptions {
    /// Reads an argument that both macros accept. The error for an unknown argument also lists
    /// `others`, the arguments that only the caller accepts.
    pub(crate) fn read(&mut self, argument: &Argument, others: &[&str]) -> syn::Result<()> {
        match argument.name.as_str() {
            "quiet" => self.quiet = argument.flag()?,
            "serde" => self.read_serde(argument, None)?,
            "crate" => self.runtime = Some(argument.crate_path()?),
            _ => {
                return Err(match of_other_macro(&argument.name, others) {
                    Some(message) => message.at(argument.span),
                    None => argument.unknown(&[others, &NAMES].concat()),
                });
            }
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

    /// The path of the runtime: `::codes_runtime`, unless the user set another.
    pub(crate) fn runtime(&self) -> TokenStream {
        self.runtime
            .clone()
            .unwrap_or_else(|| quote!(::codes_runtime))
    }
}
