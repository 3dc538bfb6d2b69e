//! The five bundled tables, compared row by row with the values on the vendors' pages.

mod compare;

use compare::{check, headings};

#[test]
fn points() {
    let rows = "
200 |                            | Successful operation         |  | ok    | success          |         | SuccessfulOperation
204 | NoResults                  | Empty results                |  | error |                  |         | NoResults
400 | ValidationInputParamsError | Parameter missing or invalid |  | error | invalid_request  |         | ValidationInputParamsError
401 | Unauthorized               | Unauthorized                 |  | error | unauthenticated  |         | Unauthorized
402 | PointsBalanceNegative      | Points balance negative      |  | error | payment_required |         | PointsBalanceNegative
404 | NotFound                   | Not found                    |  | error | not_found        |         | NotFound
429 | TooManyRequests            | Too many requests            |  | error | rate_limited     | after   | TooManyRequests
500 | ServerError                | Internal server error        |  | error | internal         | backoff | ServerError
";
    check("points.yaml", rows, |table| {
        assert_eq!(
            (table.vendor.as_ref(), table.title.as_deref()),
            ("Points API", Some("HTTP Response codes"))
        );
        assert_eq!(headings(table), []);
    });
}

const REFERENCE: &str = "
100 |  | Continue                        | informational | ok    | informational       |  | Continue
101 |  | Switching Protocols             | informational | ok    | informational       |  | SwitchingProtocols
102 |  | Processing                      | informational | ok    | informational       |  | Processing
200 |  | OK                              | success       | ok    | success             |  | Ok
201 |  | Created                         | success       | ok    | success             |  | Created
202 |  | Accepted                        | success       | ok    | success             |  | Accepted
203 |  | Non-Authoritative Information   | success       | ok    | success             |  | NonAuthoritativeInformation
204 |  | No Content                      | success       | ok    | success             |  | NoContent
205 |  | Reset Content                   | success       | ok    | success             |  | ResetContent
206 |  | Partial Content                 | success       | ok    | success             |  | PartialContent
207 |  | Multi-Status                    | success       | ok    | success             |  | MultiStatus
300 |  | Multiple Choices                | redirection   | ok    | redirect            |  | MultipleChoices
301 |  | Moved Permanently               | redirection   | ok    | redirect            |  | MovedPermanently
302 |  | Moved Temporarily               | redirection   | ok    | redirect            |  | MovedTemporarily
303 |  | See Other                       | redirection   | ok    | redirect            |  | SeeOther
304 |  | Not Modified                    | redirection   | ok    | redirect            |  | NotModified
305 |  | Use Proxy                       | redirection   | ok    | redirect            |  | UseProxy
307 |  | Temporary Redirect              | redirection   | ok    | redirect            |  | TemporaryRedirect
308 |  | Permanent Redirect              | redirection   | ok    | redirect            |  | PermanentRedirect
400 |  | Bad Request                     | client_error  | error | invalid_request     |  | BadRequest
401 |  | Unauthorized                    | client_error  | error | unauthenticated     |  | Unauthorized
402 |  | Payment Required                | client_error  | error | payment_required    |  | PaymentRequired
403 |  | Forbidden                       | client_error  | error | permission_denied   |  | Forbidden
404 |  | Not Found                       | client_error  | error | not_found           |  | NotFound
405 |  | Method Not Allowed              | client_error  | error | unsupported         |  | MethodNotAllowed
406 |  | Not Acceptable                  | client_error  | error | unsupported         |  | NotAcceptable
407 |  | Proxy Authentication Required   | client_error  | error | unauthenticated     |  | ProxyAuthenticationRequired
408 |  | Request Timeout                 | client_error  | error | timeout             |  | RequestTimeout
409 |  | Conflict                        | client_error  | error | conflict            |  | Conflict
410 |  | Gone                            | client_error  | error | gone                |  | Gone
411 |  | Length Required                 | client_error  | error | invalid_request     |  | LengthRequired
412 |  | Precondition Failed             | client_error  | error | precondition_failed |  | PreconditionFailed
413 |  | Request Too Long                | client_error  | error | invalid_request     |  | RequestTooLong
414 |  | Request-URI Too Long            | client_error  | error | invalid_request     |  | RequestUriTooLong
415 |  | Unsupported Media Type          | client_error  | error | unsupported         |  | UnsupportedMediaType
416 |  | Requested Range Not Satisfiable | client_error  | error | invalid_request     |  | RequestedRangeNotSatisfiable
417 |  | Expectation Failed              | client_error  | error | invalid_request     |  | ExpectationFailed
418 |  | I'm a Teapot                    | client_error  | error | invalid_request     |  | ImATeapot
419 |  | Insufficient Space on Resource  | client_error  | error | invalid_request     |  | InsufficientSpaceOnResource
420 |  | Method Failure                  | client_error  | error | invalid_request     |  | MethodFailure
421 |  | Misdirected Request             | client_error  | error | invalid_request     |  | MisdirectedRequest
422 |  | Unprocessable Entity            | client_error  | error | invalid_request     |  | UnprocessableEntity
423 |  | Locked                          | client_error  | error | conflict            |  | Locked
424 |  | Failed Dependency               | client_error  | error | invalid_request     |  | FailedDependency
428 |  | Precondition Required           | client_error  | error | precondition_failed |  | PreconditionRequired
429 |  | Too Many Requests               | client_error  | error | rate_limited        |  | TooManyRequests
431 |  | Request Header Fields Too Large | client_error  | error | invalid_request     |  | RequestHeaderFieldsTooLarge
451 |  | Unavailable for Legal Reasons   | client_error  | error | permission_denied   |  | UnavailableForLegalReasons
500 |  | Internal Server Error           | server_error  | error | internal            |  | InternalServerError
501 |  | Not Implemented                 | server_error  | error | unsupported         |  | NotImplemented
502 |  | Bad Gateway                     | server_error  | error | unavailable         |  | BadGateway
503 |  | Service Unavailable             | server_error  | error | unavailable         |  | ServiceUnavailable
504 |  | Gateway Timeout                 | server_error  | error | timeout             |  | GatewayTimeout
505 |  | HTTP Version Not Supported      | server_error  | error | unsupported         |  | HttpVersionNotSupported
507 |  | Insufficient Storage            | server_error  | error | internal            |  | InsufficientStorage
511 |  | Network Authentication Required | server_error  | error | unauthenticated     |  | NetworkAuthenticationRequired
";

#[test]
fn reference() {
    check("reference.yaml", REFERENCE, |table| {
        assert_eq!(
            (table.vendor.as_ref(), table.title.as_deref()),
            ("Reference API", Some("HTTP Response Status Codes"))
        );
        let expected = [
            ("informational", "1xx — Informational"),
            ("success", "2xx — Success"),
            ("redirection", "3xx — Redirection"),
            ("client_error", "4xx — Client Error"),
            ("server_error", "5xx — Server Error"),
        ];
        assert_eq!(headings(table), expected);
        assert!(table.groups.iter().all(|group| group.about.is_some()));
    });
}

#[test]
fn coverage() {
    let rows = "
200 |  | OK                        | success      | ok    | success           |  | Ok
301 |  | Moved Permanently         | redirection  | ok    | redirect          |  | MovedPermanently
302 |  | Temporary Redirect        | redirection  | ok    | redirect          |  | TemporaryRedirect
304 |  | Not Modified              | redirection  | ok    | redirect          |  | NotModified
400 |  | Bad Request               | client_error | error | invalid_request   |  | BadRequest
401 |  | Unauthorized              | client_error | error | unauthenticated   |  | Unauthorized
403 |  | Forbidden                 | client_error | error | permission_denied |  | Forbidden
404 |  | Not Found                 | client_error | error | not_found         |  | NotFound
404 |  | Not Found                 | client_error | error | not_found         |  | InvalidRoute
404 |  | Not Found                 | client_error | error | not_found         |  | WrongIdentifier
405 |  | Method Not Allowed        | client_error | error | unsupported       |  | MethodNotAllowed
408 |  | Request Timeout           | client_error | error | timeout           |  | RequestTimeout
410 |  | Gone                      | client_error | error | gone              |  | Gone
429 |  | Quota Exceeded            | client_error | error | quota_exceeded    |  | QuotaExceeded
429 |  | Throttled                 | client_error | error | rate_limited      |  | Throttled
499 |  | Client Closed the Request | client_error | error | cancelled         |  | ClientClosedTheRequest
500 |  | Internal Server Error     | server_error | error | internal          |  | InternalServerError
502 |  | Bad Gateway               | server_error | error | unavailable       |  | BadGateway
503 |  | Service Unavailable       | server_error | error | unavailable       |  | ServiceUnavailable
504 |  | Gateway Timeout           | server_error | error | timeout           |  | GatewayTimeout
";
    check("coverage.yaml", rows, |table| {
        assert_eq!(
            (table.vendor.as_ref(), table.title.as_deref()),
            ("Coverage API", Some("Response Codes"))
        );
        let expected = [
            ("success", "2xx Codes (Success)"),
            ("redirection", "3xx Codes (Redirection)"),
            ("client_error", "4xx Codes (Client Error)"),
            ("server_error", "5xx Codes (Server Error)"),
        ];
        assert_eq!(headings(table), expected);
        let messages: Vec<_> = table
            .rows
            .iter()
            .flat_map(|row| row.messages.iter().map(|text| (&*row.name, text.as_str())))
            .collect();
        assert_eq!(
            messages,
            [
                ("InvalidRoute", "Invalid route"),
                ("WrongIdentifier", "Wrong identifier")
            ]
        );
    });
}

#[test]
fn limits() {
    let rows = "
200 |  |  |  | ok    | success           |         | Ok
301 |  |  |  | ok    | redirect          |         | MovedPermanently
400 |  |  |  | error | invalid_request   |         | BadRequest
401 |  |  |  | error | permission_denied |         | Unauthorized
403 |  |  |  | error | unauthenticated   |         | Forbidden
404 |  |  |  | error | not_found         |         | NotFound
422 |  |  |  | error | invalid_request   |         | UnprocessableContent
429 |  |  |  | error | rate_limited      |         | TooManyRequests
500 |  |  |  | error | internal          |         | InternalServerError
503 |  |  |  | error | unavailable       | backoff | ServiceUnavailable
";
    check("limits.yaml", rows, |table| {
        assert_eq!(
            (table.vendor.as_ref(), table.title.as_deref()),
            ("Limits API", Some("HTTP error codes"))
        );
        assert_eq!(headings(table), []);
        assert_eq!(table.notes.len(), 2);
        assert!(table.notes.iter().all(codes_spec::Prose::is_markdown));
    });
}

#[test]
fn guide() {
    let rows = "
200 |  | OK                    |  | ok    | success           |       | Ok
400 |  | Bad Request           |  | error | invalid_request   |       | BadRequest
401 |  | Unauthorized          |  | error | unauthenticated   |       | Unauthorized
403 |  | Forbidden             |  | error | permission_denied | never | Forbidden
404 |  | Not Found             |  | error | not_found         |       | NotFound
405 |  | Method Not Allowed    |  | error | unsupported       |       | MethodNotAllowed
429 |  | Too Many Requests     |  | error | rate_limited      | after | TooManyRequests
500 |  | Internal Server Error |  | error | internal          |       | InternalServerError
502 |  | Bad Gateway           |  | error | unavailable       |       | BadGateway
503 |  | Service Unavailable   |  | error | unavailable       |       | ServiceUnavailable
504 |  | Gateway Timeout       |  | error | timeout           |       | GatewayTimeout
";
    check("guide.yaml", rows, |table| {
        assert_eq!(
            (table.vendor.as_ref(), table.title.as_deref()),
            ("Guide API", Some("Status Codes"))
        );
        assert_eq!(headings(table), []);
        assert!(
            table
                .rows
                .iter()
                .all(|row| row.description.is_some() && !row.when.is_empty())
        );
    });
}
