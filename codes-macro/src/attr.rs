//! What stands in `#[code(…)]` and `#[codes(…)]`.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{LitInt, LitStr, Token};

/// `name`, or `name = value`.
pub(crate) struct Argument {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: Option<TokenStream>,
}

/// What both macros take.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) quiet: bool,
    /// Where `serde` stands.
    pub(crate) serde: Option<Span>,
    /// The path of the runtime, where it is not `::codes_runtime`.
    pub(crate) runtime: Option<TokenStream>,
}

/// The arguments of an attribute, if it is the one of this name; what is wrong with them goes to the problems.
pub(crate) fn arguments(group: &Group, name: &str, problems: &mut Vec<syn::Error>) -> Option<Vec<Argument>> {
    let mut tokens = inner(group).into_iter();
    let Some(TokenTree::Ident(found)) = tokens.next() else { return None };
    if found != name {
        return None;
    }
    let read = match tokens.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => read.parse2(group.stream()),
        _ => {
            Err(syn::Error::new(found.span(), format!("`{name}` takes arguments in parentheses, as in `#[{name}(…)]`")))
        }
    };
    Some(read.unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    }))
}

/// Reads each argument once; one that stands there again, or cannot be read, is a problem.
pub(crate) fn each(
    arguments: &[Argument],
    problems: &mut Vec<syn::Error>,
    mut read: impl FnMut(&Argument) -> syn::Result<()>,
) {
    for (i, argument) in arguments.iter().enumerate() {
        let again = arguments[..i].iter().any(|other| other.name == argument.name);
        problems.extend(if again { Some(argument.repeated()) } else { read(argument).err() });
    }
}

/// What stands in an attribute's brackets; from `macro_rules` it comes in a group of its own.
pub(crate) fn inner(attribute: &Group) -> TokenStream {
    let mut tokens = attribute.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => group.stream(),
        _ => attribute.stream(),
    }
}

fn read(input: ParseStream<'_>) -> syn::Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    while !input.is_empty() {
        let (name, span) = match input.parse::<TokenTree>()? {
            TokenTree::Ident(name) => (name.to_string(), name.span()),
            other => return Err(syn::Error::new(other.span(), "expected a word, as in `name = \"NotFound\"`")),
        };
        let value = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(value(input, span)?),
            None => None,
        };
        arguments.push(Argument { name, span, value });
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(arguments)
}

/// Tokens up to the next comma.
fn value(input: ParseStream<'_>, name: Span) -> syn::Result<TokenStream> {
    let mut value = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        value.extend([input.parse::<TokenTree>()?]);
    }
    if value.is_empty() {
        return Err(syn::Error::new(name, "expected a value behind `=`"));
    }
    Ok(value)
}

impl Argument {
    /// The value, read as what the argument takes.
    pub(crate) fn parse<T: Parse>(&self, takes: &str) -> syn::Result<T> {
        let value = self.value.clone().unwrap_or_default();
        let span = value.clone().into_iter().next().map_or(self.span, |token| token.span());
        syn::parse2(value).map_err(|_| syn::Error::new(span, format!("`{}` takes {takes}", self.name)))
    }

    /// The path of a crate; a string is taken for the path in it.
    fn crate_path(&self) -> syn::Result<TokenStream> {
        let Some(path) = &self.value else {
            return Err(syn::Error::new(self.span, "expected a path, as in `crate = my_crate::codes_runtime`"));
        };
        match syn::parse2::<LitStr>(path.clone()) {
            Ok(path) => path.parse(),
            Err(_) => Ok(path.clone()),
        }
    }

    /// That there is no value, and so the flag is set.
    pub(crate) fn flag(&self) -> syn::Result<bool> {
        match self.value {
            None => Ok(true),
            Some(_) => Err(syn::Error::new(self.span, format!("`{}` takes no value", self.name))),
        }
    }

    /// That the name is none of those that are known.
    pub(crate) fn unknown(&self, known: &[&str]) -> syn::Error {
        let near = codes_spec::nearest(&self.name, known.iter().copied());
        let help =
            near.map_or_else(|| format!("there are {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
        syn::Error::new(self.span, format!("unknown argument `{}`; {help}", self.name))
    }

    fn repeated(&self) -> syn::Error {
        syn::Error::new(self.span, format!("`{}` stands twice; remove one of the two", self.name))
    }
}

impl Options {
    /// Reads what both macros take; all others are unknown, and the words that each of them takes besides.
    pub(crate) fn read(&mut self, argument: &Argument, besides: &[&str]) -> syn::Result<()> {
        match argument.name.as_str() {
            "quiet" => self.quiet = argument.flag()?,
            "serde" => self.serde = argument.flag()?.then_some(argument.span),
            "crate" => self.runtime = Some(argument.crate_path()?),
            _ => return Err(argument.unknown(&[besides, &["quiet", "serde", "crate"]].concat())),
        }
        Ok(())
    }
}

/// A code in an attribute: text, or an integer of either sign.
pub(crate) enum CodeArgument {
    Text(String),
    Int(i64),
}

impl Parse for CodeArgument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return Ok(CodeArgument::Text(input.parse::<LitStr>()?.value()));
        }
        let minus = input.parse::<Option<Token![-]>>()?.is_some();
        let int = input.parse::<LitInt>()?.base10_parse::<i128>()?;
        let int = i64::try_from(if minus { -int } else { int });
        int.map(CodeArgument::Int).map_err(|_| input.error("too large"))
    }
}
