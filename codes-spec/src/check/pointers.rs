//! Warns about JSON pointers that are valid, but have steps that no body is likely to have as a key, such as `*`.

use crate::diagnostics::phrases;
use crate::diagnostics::report::Report;
use crate::diagnostics::rules;
use crate::format::field::Field;
use crate::format::response_keys::BodyDraft;
use crate::span::Spanned;
use crate::table::pointer::Pointer;

pub(super) fn check(body: &BodyDraft<'_>, report: &mut Report) {
    if let Some(errors) = body.errors.get() {
        check_errors(errors, report);
    }
    let has_errors = !matches!(body.errors, Field::Absent);
    for pointer in body.item_pointers().chain(body.retry_after.items()) {
        let found = pointer.value.as_str();
        let (problem, fix, meant) = if let Some(meant) = found.strip_suffix('/') {
            (
                phrases::ENDS_IN_SLASH,
                phrases::WITHOUT_SLASH,
                shown(meant).to_owned(),
            )
        } else if let Some((list, below)) = found.split_once("/*")
            && !has_errors
            && (below.is_empty() || below.starts_with('/'))
        {
            let meant = format!("errors: {}` and `{}", shown(list), shown(below));
            (phrases::HAS_STAR, phrases::USE_ERRORS, meant)
        } else {
            continue;
        };
        let mistake = rules::odd_pointer(found, problem, fix).at(pointer.span);
        report.push(mistake.meant(Some(format!("`{meant}`"))));
    }
}

/// Warns if the last step of the pointer to the list of errors is empty or selects an item: `*` or a number.
fn check_errors(errors: &Spanned<Pointer<'_>>, report: &mut Report) {
    let found = errors.value.as_str();
    let Some((list, step)) = found.rsplit_once('/') else {
        return;
    };
    let problem = match step {
        "" => phrases::ENDS_IN_SLASH,
        "*" => phrases::HAS_STAR,
        step if step.bytes().all(|byte| byte.is_ascii_digit()) => phrases::ONE_ERROR,
        _ => return,
    };
    let mistake = rules::odd_pointer(found, problem, phrases::REMOVE_LAST_STEP);
    report.push(
        mistake
            .at(errors.span)
            .meant(Some(format!("`{}`", shown(list)))),
    );
}

/// Returns a pointer as it is written in YAML.
fn shown(pointer: &str) -> &str {
    if pointer.is_empty() { "\"\"" } else { pointer }
}
