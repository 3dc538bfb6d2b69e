//! The keys of `body` and `headers`, which say where a response has its code, message and other values.

use crate::diagnostics::report::Report;
use crate::diagnostics::subject::Subject;
use crate::format::entries::{KeyEntry, entries};
use crate::format::field::Field;
use crate::format::list::OneOrMany;
use crate::format::mapping::Map;
use crate::format::record::{Drafted, key_name, record};
use crate::format::schema::{Key, Need, Schema};
use crate::format::shape::Shape;
use crate::format::text::{Line, Word};
use crate::format::values::{Fact, Parsed};
use crate::span::Spanned;
use crate::table::header::HeaderName;
use crate::table::pointer::Pointer;
use crate::table::response::{Delay, Header};
use crate::table::status::Status;
use crate::table::vocabulary::{BodyFormat, Decode, DelayUnit};
use crate::yaml::{Node, Value};

record! { BodyDraft, "`body`":
    format: Parsed<BodyFormat>, Default("json"), "The format of the body. In XML, the steps of a pointer are element names, starting with the root element.";
    errors: Parsed<Pointer<'a>>, Optional, "The list of errors, if a response can have several; in XML, the repeated element. The pointers of `code`, `detail`, `message` and `params` are then relative to an item of the list. A pointer that finds nothing in an item is tried from the root.";
    code: OneOrMany<Parsed<Pointer<'a>>>, Optional, "JSON pointers to the code, tried in order. The first value that is in the table is used, otherwise the first that is an integer or non-empty text.";
    detail: OneOrMany<Parsed<Pointer<'a>>>, Optional, "JSON pointers to the detail, tried in order.";
    message: OneOrMany<Parsed<Pointer<'a>>>, Optional, "JSON pointers to the message, tried in order.";
    success: SuccessDraft<'a>, Optional, "How the body says that the request succeeded.";
    retry_after: OneOrMany<Parsed<Pointer<'a>>>, Optional, "JSON pointers to the delay in seconds, tried in order.";
    params: Map<Word, OneOrMany<Parsed<Pointer<'a>>>>, Optional, "Other values to read, by name, such as the invalid parameter.";
    trim: TrimDraft<'a>, Optional, "The text to cut from a code before it is looked up.";
    statuses: OneOrMany<Status<'a>>, Optional, "The statuses of the responses whose body is read. By default all if `success` or `errors` is present, otherwise 400 and above, plus the lower statuses of rows that have a code. Required if `code` is present, `success` and `errors` are absent, and a row has a code but no status.";
}

record! { SuccessDraft, "`success`":
    at: Parsed<Pointer<'a>>, Required, "The JSON pointer to the value.";
    is: OneOrMany<Fact>, Required, "The values that mean success: text, integers or booleans. An integer equals its decimal text.";
}

record! { TrimDraft, "`trim`":
    before: Line, Optional, "The code ends before the first occurrence of this text. Applied before `after`.";
    after: Line, Optional, "The code starts after the first occurrence of this text.";
}

record! { HeadersDraft, "`headers`":
    code: OneOrMany<HeaderSource>, Optional, "Headers with the code, tried in order, as in `body`.";
    detail: OneOrMany<HeaderSource>, Optional, "Headers with the detail, tried in order.";
    message: OneOrMany<HeaderSource>, Optional, "Headers with the message, tried in order.";
    success: HeaderSuccessDraft<'a>, Optional, "How a header says that the request succeeded.";
    retry_after: OneOrMany<DelaySource>, Optional, "Headers with the delay in seconds, tried in order after `Retry-After`, which is always read.";
    params: Map<Word, OneOrMany<HeaderSource>>, Optional, "Other values to read, by name, such as the request id.";
    trim: TrimDraft<'a>, Optional, "The text to cut from a code before it is looked up.";
}

record! { HeaderSuccessDraft, "`success`":
    name: Parsed<HeaderName<'a>>, Required, "The header's name.";
    is: OneOrMany<Fact>, Required, "The values that mean success: text, integers or booleans.";
}

record! { HeaderDraft, "a header":
    name: Parsed<HeaderName<'a>>, Required, "The header's name, in any case.";
    decode: Parsed<Decode>, Optional, "How the value is decoded, if it is not plain text.";
}

record! { DelayDraft, "a header":
    name: Parsed<HeaderName<'a>>, Required, "The header's name, in any case.";
    r#as: Parsed<DelayUnit>, Optional, "The meaning of the number, if it is not a delay in seconds.";
}

/// A header, by its name or as the keys of [`HeaderDraft`].
pub(crate) struct HeaderSource;

impl<'a> Shape<'a> for HeaderSource {
    type Value = Spanned<Header<'a>>;
    const SCHEMA: Schema = Schema::HeaderOr(HeaderDraft::KEYS);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let span = node.span();
        let (name, decode) = if let Value::Map(_) = node.value {
            let mut draft = HeaderDraft::read(node, subject, report)?.draft;
            (draft.name.take_value()?, draft.decode.take_value())
        } else {
            (name(node, subject, report)?, None)
        };
        let value = Header {
            name: name.0,
            decode,
        };
        Some(Spanned { value, span })
    }
}

/// A header with a delay, by its name or as the keys of [`DelayDraft`].
pub(crate) struct DelaySource;

impl<'a> Shape<'a> for DelaySource {
    type Value = Spanned<Delay<'a>>;
    const SCHEMA: Schema = Schema::HeaderOr(DelayDraft::KEYS);

    fn read(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<Self::Value> {
        let span = node.span();
        let (name, unit) = if let Value::Map(_) = node.value {
            let mut draft = DelayDraft::read(node, subject, report)?.draft;
            (draft.name.take_value()?, draft.r#as.take_value())
        } else {
            (name(node, subject, report)?, None)
        };
        let value = Delay { name: name.0, unit };
        Some(Spanned { value, span })
    }
}

fn name<'a>(node: Node<'a>, subject: Subject<'_>, report: &mut Report) -> Option<HeaderName<'a>> {
    Some(Parsed::<HeaderName<'a>>::read(node, subject, report)?.value)
}
