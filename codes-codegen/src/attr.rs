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
    pub(crate) serde: Option<Serde>,
    /// The path of the runtime, where it is not `::codes_runtime`.
    pub(crate) runtime: Option<TokenStream>,
}

/// That serde's traits are asked for.
pub(crate) struct Serde {
    pub(crate) span: Span,
    /// The condition under which they are.
    pub(crate) condition: Option<TokenStream>,
}

/// The arguments of an attribute, if it is the one of this name; what is wrong with them goes to the problems.
pub(crate) fn arguments(
    group: &Group,
    name: &str,
    problems: &mut Vec<syn::Error>,
) -> Option<Vec<Argument>> {
    let mut tokens = inner(group).into_iter();
    let Some(TokenTree::Ident(found)) = tokens.next() else {
        return None;
    };
    if found != name {
        return None;
    }
    let read = match tokens.next() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
            read.parse2(group.stream())
        }
        _ => Err(syn::Error::new(
            found.span(),
            format!("`{name}` takes arguments in parentheses, as in `#[{name}(…)]`"),
        )),
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
        let again = arguments[..i]
            .iter()
            .any(|other| other.name == argument.name);
        problems.extend(if again {
            Some(argument.repeated())
        } else {
            read(argument).err()
        });
    }
}

/// What stands in an attribute's brackets; from `macro_rules` it comes in a group of its own.
pub(crate) fn inner(attribute: &Group) -> TokenStream {
    let mut tokens = attribute.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            group.stream()
        }
        _ => attribute.stream(),
    }
}

/// The condition of a `cfg_attr` and what stands under it, if that is one attribute of this name.
pub(crate) fn conditional(attribute: &Group, name: &str) -> Option<(TokenStream, Group)> {
    let mut tokens = inner(attribute).into_iter();
    let (Some(TokenTree::Ident(cfg_attr)), Some(TokenTree::Group(group))) =
        (tokens.next(), tokens.next())
    else {
        return None;
    };
    let mut tokens = group.stream().into_iter();
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let condition = tokens
        .by_ref()
        .take_while(|token| !is_comma(token))
        .collect();
    let rest: Vec<_> = tokens.filter(|token| !is_comma(token)).collect();
    let ours =
        matches!(rest.as_slice(), [TokenTree::Ident(found), TokenTree::Group(_)] if found == name);
    (cfg_attr == "cfg_attr" && ours).then(|| {
        (
            condition,
            Group::new(Delimiter::Bracket, rest.into_iter().collect()),
        )
    })
}

pub(crate) fn is_cfg(attribute: &Group) -> bool {
    matches!(inner(attribute).into_iter().next(), Some(TokenTree::Ident(name)) if name == "cfg")
}

fn read(input: ParseStream<'_>) -> syn::Result<Vec<Argument>> {
    let mut arguments = Vec::new();
    while !input.is_empty() {
        let (name, span) = match input.parse::<TokenTree>()? {
            TokenTree::Ident(name) => (name.to_string(), name.span()),
            other => {
                return Err(syn::Error::new(
                    other.span(),
                    "expected a word, as in `name = \"NotFound\"`",
                ));
            }
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
        syn::parse2(self.value.clone().unwrap_or_default()).map_err(|_| self.takes(takes))
    }

    /// That the value is not what the argument takes.
    fn takes(&self, takes: &str) -> syn::Error {
        let first = self
            .value
            .clone()
            .and_then(|value| value.into_iter().next());
        let span = first.map_or(self.span, |token| token.span());
        syn::Error::new(span, format!("`{}` takes {takes}", self.name))
    }

    /// The path of a crate; a string is taken for the path in it.
    fn crate_path(&self) -> syn::Result<TokenStream> {
        let takes = "a path, as in `crate = my_crate::codes_runtime`";
        let path = match self.parse::<LitStr>(takes) {
            Ok(path) => path.parse().unwrap_or_default(),
            Err(_) => self.value.clone().unwrap_or_default(),
        };
        if is_path(&path) {
            Ok(path)
        } else {
            Err(self.takes(takes))
        }
    }

    /// That there is no value, and so the flag is set.
    pub(crate) fn flag(&self) -> syn::Result<bool> {
        match self.value {
            None => Ok(true),
            Some(_) => Err(syn::Error::new(
                self.span,
                format!("`{}` takes no value", self.name),
            )),
        }
    }

    /// That the name is none of those that are known.
    pub(crate) fn unknown(&self, known: &[&str]) -> syn::Error {
        let near = codes_spec::nearest(&self.name, known.iter().copied());
        let help = near.map_or_else(
            || format!("there are {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        syn::Error::new(
            self.span,
            format!("unknown argument `{}`; {help}", self.name),
        )
    }

    fn repeated(&self) -> syn::Error {
        syn::Error::new(
            self.span,
            format!("`{}` stands twice; remove one of the two", self.name),
        )
    }
}

/// Whether tokens are names with `::` between any two of them; syn reads paths only with a feature that is slow to build.
fn is_path(tokens: &TokenStream) -> bool {
    let mut colons = 2;
    for (i, token) in tokens.clone().into_iter().enumerate() {
        match token {
            TokenTree::Ident(_) if colons == 2 => colons = 0,
            TokenTree::Punct(punct) if punct.as_char() == ':' && i == 0 => colons = 1,
            TokenTree::Punct(punct) if punct.as_char() == ':' && colons < 2 => colons += 1,
            TokenTree::Group(group) if group.delimiter() == Delimiter::None && i == 0 => {
                colons = if is_path(&group.stream()) {
                    0
                } else {
                    return false;
                };
            }
            _ => return false,
        }
    }
    colons == 0
}

impl Options {
    /// Reads what both macros take; all others are unknown, and the words that each of them takes besides.
    pub(crate) fn read(&mut self, argument: &Argument, besides: &[&str]) -> syn::Result<()> {
        match argument.name.as_str() {
            "quiet" => self.quiet = argument.flag()?,
            "serde" => self.read_serde(argument, None)?,
            "crate" => self.runtime = Some(argument.crate_path()?),
            _ => return Err(argument.unknown(&[besides, &["quiet", "serde", "crate"]].concat())),
        }
        Ok(())
    }

    /// Reads what an item may have under a condition.
    pub(crate) fn read_conditional(
        &mut self,
        argument: &Argument,
        condition: &TokenStream,
    ) -> syn::Result<()> {
        if argument.name != "serde" {
            let message = format!(
                "`{}` cannot depend on a condition; `serde` alone can",
                argument.name
            );
            return Err(syn::Error::new(argument.span, message));
        }
        self.read_serde(argument, Some(condition.clone()))
    }

    fn read_serde(
        &mut self,
        argument: &Argument,
        condition: Option<TokenStream>,
    ) -> syn::Result<()> {
        self.serde = argument.flag()?.then_some(Serde {
            span: argument.span,
            condition,
        });
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
        int.map(CodeArgument::Int)
            .map_err(|_| input.error("too large"))
    }
}
