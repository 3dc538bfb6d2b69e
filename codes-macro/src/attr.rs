//! What stands in `#[code(…)]`.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::{LitInt, LitStr, Token};

/// `name`, or `name = value`.
pub(crate) struct Argument {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: Option<TokenStream>,
}

/// The arguments of an attribute, if it is `#[code(…)]`; what is wrong with them goes to the problems.
pub(crate) fn arguments(group: &Group, problems: &mut Vec<syn::Error>) -> Vec<Argument> {
    let mut tokens = inner(group).into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(code)), Some(TokenTree::Group(arguments)))
            if code == "code" && arguments.delimiter() == Delimiter::Parenthesis =>
        {
            read.parse2(arguments.stream()).unwrap_or_else(|problem| {
                problems.push(problem);
                Vec::new()
            })
        }
        (Some(TokenTree::Ident(code)), _) if code == "code" => {
            let message = "expected arguments in parentheses, as in `#[code(name = \"NotFound\")]`";
            problems.push(syn::Error::new(code.span(), message));
            Vec::new()
        }
        _ => Vec::new(),
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
            Some(_) => Some(value(input)?),
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
fn value(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut value = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        value.extend([input.parse::<TokenTree>()?]);
    }
    if value.is_empty() {
        return Err(input.error("expected a value behind `=`"));
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

    /// That there is no value.
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

    /// That it stands there twice.
    pub(crate) fn repeated(&self) -> syn::Error {
        syn::Error::new(self.span, format!("`{}` stands twice; remove one of the two", self.name))
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
