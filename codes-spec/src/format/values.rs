//! Reads the values that have a type of their own, such as dates and URLs.

use std::borrow::Cow;
use std::marker::PhantomData;

use codes_core::{Kind, Outcome, Retry};

use crate::diagnostics::mistake::Mistake;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::diagnostics::subject::Subject;
use crate::format::code_text;
use crate::format::schema::Schema;
use crate::format::shape::{Shape, wrong_type};
use crate::format::text::{Word, lookalike, text, without, word};
use crate::span::{Span, Spanned};
use crate::table::code::DraftCode;
use crate::table::date::Date;
use crate::table::header::HeaderName;
use crate::table::name::Name;
use crate::table::parse::Parse;
use crate::table::pattern::{self, Pattern};
use crate::table::pointer::Pointer;
use crate::table::status::Status;
use crate::table::tag::TagName;
use crate::table::template::Template;
use crate::table::url::Url;
use crate::table::vocabulary::{BodyFormat, CodeFormat, Decode, DelayUnit, Vocabulary};
use crate::text::is_line_end;
use crate::yaml::{Node, Value};

/// The schema of a value that is read with [`Parsed`].
pub(crate) trait HasSchema {
    const SCHEMA: Schema;
}

macro_rules! schemas {
    ($($Type:ty: $schema:expr;)*) => {
        $(impl HasSchema for $Type {
            const SCHEMA: Schema = $schema;
        })*
    };
}

schemas! {
    Date: Schema::Date;
    Url<'_>: Schema::Url;
    Pointer<'_>: Schema::Pointer;
    Name<'_>: Schema::Name;
    CodeFormat: Schema::Word(<Self as Vocabulary>::WORDS);
    Outcome: Schema::Word(<Self as Vocabulary>::WORDS);
    Kind: Schema::Word(<Self as Vocabulary>::WORDS);
    Retry: Schema::Word(<Self as Vocabulary>::WORDS);
    BodyFormat: Schema::Word(<Self as Vocabulary>::WORDS);
    Decode: Schema::Word(<Self as Vocabulary>::WORDS);
    DelayUnit: Schema::Word(<Self as Vocabulary>::WORDS);
    HeaderName<'_>: Schema::Header;
}

/// A value that is parsed from text on one line.
pub(crate) struct Parsed<T>(PhantomData<T>);

impl<'a, T: Parse<'a> + HasSchema> Shape<'a> for Parsed<T> {
    type Value = Spanned<T>;
    const SCHEMA: Schema = T::SCHEMA;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let span = node.span();
        // YAML reads `true` or `7` as another type; a message about the value is more helpful than
        // one about types
        if let Some(text) = unquoted(&node.value)
            && let Err(mistake) = T::parse(Spanned {
                value: text.into(),
                span,
            })
        {
            return report.refuse(mistake);
        }
        let text = match node.value {
            // only a pointer may be empty: it points to the whole document
            Value::Text(ref text) if text.is_empty() && Self::SCHEMA == Schema::Pointer => {
                Spanned {
                    value: "".into(),
                    span,
                }
            }
            _ => word(node, subject, &Self::SCHEMA, report)?,
        };
        let warning = lookalike(&text, subject);
        let parsed = spanned(T::parse(text), span, report)?;
        if let Some(warning) = warning {
            report.push(warning);
        }
        Some(parsed)
    }
}

fn unquoted(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Int(int) => Some(int.to_string()),
        _ => None,
    }
}

/// Returns a parsed value with its span, or reports the mistake in it.
fn spanned<T>(parsed: Result<T, Mistake>, span: Span, report: &mut Report) -> Option<Spanned<T>> {
    match parsed {
        Ok(value) => Some(Spanned { value, span }),
        Err(mistake) => report.refuse(mistake),
    }
}

impl<'a> Shape<'a> for Status<'a> {
    type Value = Spanned<Self>;
    const SCHEMA: Schema = Schema::Status;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Spanned<Self>> {
        let span = node.span();
        let status = match node.value {
            Value::Int(int) => Status::from_int(int, span),
            Value::Text(_) => Status::parse(word(node, subject, &Self::SCHEMA, report)?),
            _ => return wrong_type(&node, subject, &Self::SCHEMA, report),
        };
        spanned(status, span, report)
    }
}

impl<'a> Shape<'a> for DraftCode<'a> {
    type Value = Spanned<Self>;
    const SCHEMA: Schema = Schema::Code;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Spanned<Self>> {
        let span = node.span();
        let code = match node.value {
            Value::Int(int) => DraftCode::from_int(int, span),
            Value::Text(_) => {
                let word = Word::read(node, subject, report)?;
                code_text::check(&word, subject, report)?;
                DraftCode::parse(word)
            }
            _ => return wrong_type(&node, subject, &Self::SCHEMA, report),
        };
        spanned(code, span, report)
    }
}

impl<'a> Shape<'a> for Template {
    type Value = Spanned<Self>;
    const SCHEMA: Schema = Schema::Template;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Spanned<Self>> {
        let template = text(node, subject, &Self::SCHEMA, report)?;
        let line_end = template.value.find(is_line_end);
        let template = without(template, line_end, subject, report)?;
        Some(Spanned {
            value: Template::parse(&template, report)?,
            span: template.span,
        })
    }
}

impl<'a> Shape<'a> for TagName<'a> {
    type Value = Spanned<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Tag;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let text = word(node, subject, &Self::SCHEMA, report)?;
        let span = text.span;
        spanned(TagName::parse(text).map(|name| name.0), span, report)
    }
}

/// A pattern that messages are compared with.
pub(crate) struct MessagePattern;

impl<'a> Shape<'a> for MessagePattern {
    type Value = Spanned<Pattern<'a>>;
    const SCHEMA: Schema = Schema::Pattern;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        pattern::parse(text(node, subject, &Self::SCHEMA, report)?, report)
    }
}

/// A value to compare with one in a response: text, an integer or a boolean, read as text.
pub(crate) struct Fact;

impl<'a> Shape<'a> for Fact {
    type Value = Spanned<Cow<'a, str>>;
    const SCHEMA: Schema = Schema::Fact;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        match unquoted(&node.value) {
            Some(text) => Some(Spanned {
                value: text.into(),
                span: node.span(),
            }),
            None => Word::read(node, subject, report),
        }
    }
}

/// Whether texts are Markdown. That needs the feature `markdown`, which adds the parser.
pub(crate) struct IsMarkdown;

impl<'a> Shape<'a> for IsMarkdown {
    type Value = bool;
    const SCHEMA: Schema = Schema::Flag;

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        match node.value {
            Value::Bool(true) if cfg!(not(feature = "markdown")) => {
                report.refuse(rules::markdown_feature().at(node.span()))
            }
            Value::Bool(flag) => Some(flag),
            _ => wrong_type(&node, subject, &Self::SCHEMA, report),
        }
    }
}
