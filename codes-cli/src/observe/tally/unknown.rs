//! Codes and details that no row has.

use std::collections::BTreeSet;

use codes_runtime::__private::v1::ObservedItem;
use codes_runtime::{RawCode, Reply};

use super::patterns::Messages;
use crate::observe::value::ObservedValue;

/// The longest code that is listed, in bytes.
const LONGEST: usize = 256;

/// A code and a detail that no row has together. Both are `None` if rows are distinguished by messages alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::observe) struct UnknownKey {
    pub(in crate::observe) code: Option<ObservedValue>,
    pub(in crate::observe) detail: Option<ObservedValue>,
}

/// How often an unknown code was seen, and with which statuses and messages.
#[derive(Debug, Default)]
pub(in crate::observe) struct Unknown {
    pub(in crate::observe) count: u64,
    pub(in crate::observe) statuses: BTreeSet<u16>,
    pub(in crate::observe) messages: Messages,
    /// Whether a row has the code, but not with this detail.
    pub(in crate::observe) is_detail: bool,
}

impl UnknownKey {
    /// Returns the code and the detail of a reply, or `None` if one is too long to be a code.
    pub(super) fn of(reply: &Reply<'_>) -> Option<Self> {
        let value = |code: RawCode<'_>| match code {
            RawCode::Int(int) => Some(ObservedValue::Int(int)),
            RawCode::Text(text) => {
                (text.len() <= LONGEST).then(|| ObservedValue::Text(text.to_owned()))
            }
        };
        let code = reply.code.map(value);
        let detail = reply.detail.map(value);
        let is_long = [&code, &detail]
            .into_iter()
            .any(|value| *value == Some(None));
        (!is_long).then(|| UnknownKey {
            code: code.flatten(),
            detail: detail.flatten(),
        })
    }
}

impl Unknown {
    pub(super) fn add(&mut self, status: u16, item: &ObservedItem<'_>) {
        self.count += 1;
        self.statuses.insert(status);
        self.is_detail = item.is_unknown_detail;
        if let Some(message) = item.reply.message.filter(|message| !message.is_empty()) {
            self.messages.add(message);
        }
    }
}
