//! The grammar of a declaration, `pub enum Name = "path";`.
//!
//! Only the first error in a declaration is reported. The rest is read as far as possible, because
//! a type can be emitted once the name is known.

use proc_macro2::{Group, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{Parse as _, ParseStream};
use syn::{LitStr, Token};

use crate::input::path::{SpecPath, find_path};
use crate::messages::{self, Message};
use crate::report::Report;

/// A declaration without its attributes.
pub(crate) struct Item {
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    pub(crate) path: Option<SpecPath>,
}

struct Parser<'p, 'r> {
    input: ParseStream<'p>,
    report: &'r mut Report,
    has_error: bool,
    /// The span of the last token, where errors at the end of the input are shown.
    last: Span,
}

/// Parses a declaration up to and including its semicolon.
pub(crate) fn parse_item(input: ParseStream<'_>, report: &mut Report) -> syn::Result<Item> {
    let last = input.span();
    let mut parser = Parser {
        input,
        report,
        has_error: false,
        last,
    };
    let mut visibility = parser.visibility()?;
    parser.keyword()?;
    if input.peek(Token![pub]) {
        parser.error(messages::visibility_after_enum().at(input.span()));
        visibility = parser.visibility()?;
    }
    let name = parser.name()?;
    parser.last = name.span();
    let path = if parser.equals(&name)? {
        parser.path()?
    } else {
        let path = find_path(input);
        skip_declaration(input)?;
        path
    };
    Ok(Item {
        visibility,
        name,
        path,
    })
}

impl Parser<'_, '_> {
    fn error(&mut self, error: syn::Error) {
        if !self.has_error {
            self.report.error(error);
        }
        self.has_error = true;
    }

    fn here(&self) -> Span {
        if self.input.is_empty() {
            self.last
        } else {
            self.input.span()
        }
    }

    fn found(&self) -> Message {
        let ahead = self.input.fork();
        let mut found = String::new();
        while let Ok(token) = ahead.parse::<TokenTree>() {
            found += &token.to_string();
            match token {
                TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint => {}
                _ => return messages::token(found),
            }
        }
        messages::end_of_input()
    }

    /// Parses `pub`, `pub(crate)`, `pub(in path)`, or nothing.
    fn visibility(&mut self) -> syn::Result<TokenStream> {
        let mut tokens = TokenStream::new();
        if self.input.peek(Token![pub]) {
            self.last = self.input.span();
            self.input.parse::<Token![pub]>()?.to_tokens(&mut tokens);
            if self.input.peek(syn::token::Paren) {
                self.input.parse::<Group>()?.to_tokens(&mut tokens);
            }
        }
        Ok(tokens)
    }

    /// Parses `enum`. If it is missing, reports that and skips the words in its place.
    fn keyword(&mut self) -> syn::Result<()> {
        let input = self.input;
        let is_enum = input.peek(Token![enum]);
        if !is_enum {
            let error = messages::expected_enum(self.found()).at(self.here());
            if !input.peek(Ident::peek_any) {
                return Err(error);
            }
            self.error(error);
        }
        // skips the words before the name in `struct Name` and `public enum Name`, but not the name in `Name = …`
        if !is_enum && input.peek2(Token![enum]) {
            Ident::parse_any(input)?;
        }
        self.last = input.span();
        if is_enum || input.peek2(Ident::peek_any) {
            Ident::parse_any(input)?;
        }
        self.misplaced_attributes()
    }

    fn name(&mut self) -> syn::Result<Ident> {
        let input = self.input;
        if input.peek(syn::Ident) {
            return input.parse();
        }
        if input.peek(LitStr) {
            let literal: LitStr = input.parse()?;
            let name = literal.parse()?;
            self.error(messages::quoted_name(&name).at(literal.span()));
            return Ok(name);
        }
        Err(messages::expected_name(self.found()).at(self.here()))
    }

    /// Parses `=`, and returns whether it is there.
    fn equals(&mut self, name: &Ident) -> syn::Result<bool> {
        let input = self.input;
        self.misplaced_attributes()?;
        if input.peek(Token![=]) && !input.peek(Token![=>]) && !input.peek(Token![==]) {
            self.last = input.span();
            input.parse::<Token![=]>()?;
            return Ok(true);
        }
        let is_over = input.is_empty() || input.peek(Token![;]);
        let (message, span) = if input.peek(syn::token::Brace) {
            // errors in the attributes do not matter: the user meant an ordinary enum
            self.report.forget_errors();
            self.has_error = false;
            (messages::variants(name), self.here())
        } else if input.peek(Token![<]) {
            (messages::declared_generics(), self.here())
        } else if is_over {
            (messages::missing_path(name), name.span())
        } else {
            (messages::expected_equals_sign(self.found()), self.here())
        };
        self.error(message.at(span));
        Ok(false)
    }

    /// Parses the path and the end of the declaration.
    fn path(&mut self) -> syn::Result<Option<SpecPath>> {
        let input = self.input;
        let mut path = match input.fork().call(SpecPath::parse) {
            Ok(_) => input.call(SpecPath::parse)?,
            Err(error) => {
                if let Some(path) = SpecPath::from_rejected_literal(input) {
                    skip_declaration(input)?;
                    return Ok(Some(path));
                }
                let (path, error) = match SpecPath::without_quotes(input) {
                    Some(path) => {
                        let error = messages::unquoted_path(&path.value).at(path.span);
                        (Some(path), error)
                    }
                    None => (find_path(input), error),
                };
                self.error(error);
                skip_declaration(input)?;
                return Ok(path);
            }
        };
        if input.peek(Token![;]) {
            skip_declaration(input)?;
            return Ok(Some(path));
        }
        self.misplaced_before_semicolon()?;
        if path.take_semicolon() {
            self.error(messages::quoted_semicolon(&path.tokens).at(path.span));
        } else if input.peek(syn::token::Brace) {
            self.error(messages::variants_after_path().at(input.span()));
        } else if input.peek(Token![+]) {
            self.error(messages::added_path().at(input.span()));
            skip_declaration(input)?;
            return Ok(None);
        } else {
            self.error(messages::expected_semicolon().at(path.span));
        }
        if !begins_declaration(input) {
            skip_declaration(input)?;
        }
        Ok(Some(path))
    }

    /// Reports and skips attributes and doc comments that are not before the declaration.
    fn misplaced_attributes(&mut self) -> syn::Result<()> {
        while self.input.peek(Token![#]) {
            self.error(messages::misplaced_attribute().at(self.input.span()));
            self.input.parse::<Token![#]>()?;
            self.input.parse::<Group>()?;
        }
        Ok(())
    }

    fn misplaced_before_semicolon(&mut self) -> syn::Result<()> {
        let ahead = self.input.fork();
        while ahead.peek(Token![#]) {
            ahead.parse::<Token![#]>()?;
            ahead.parse::<Group>()?;
        }
        if ahead.peek(Token![;]) || ahead.is_empty() {
            self.misplaced_attributes()?;
        }
        Ok(())
    }
}

fn begins_declaration(input: ParseStream<'_>) -> bool {
    input.peek(Token![#]) || input.peek(Token![pub]) || input.peek(Token![enum])
}

/// Skips everything up to and including the next semicolon. An enum with a body ends at its closing
/// brace instead.
pub(crate) fn skip_declaration(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() {
        let is_body = input.peek(syn::token::Brace);
        let is_comma = input.peek(Token![,]);
        match input.parse::<TokenTree>()? {
            TokenTree::Punct(punct) if punct.as_char() == ';' => break,
            _ if (is_body || is_comma) && begins_declaration(input) => break,
            _ => {}
        }
    }
    Ok(())
}
