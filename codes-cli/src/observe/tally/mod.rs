//! Counts one vendor's responses. The size of a tally is bounded, however many responses there are.

mod patterns;
mod unknown;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use codes_runtime::__private::v1::{Observed, ObservedItem};
use codes_runtime::{Body, Reply, Row, Table};
use serde::de::IgnoredAny;

use super::input::{RecordedContent, RecordedResponse};
use super::value::ObservedValue;
use crate::messages::observe::BodyProblem;
pub(super) use patterns::Messages;
pub(super) use unknown::{Unknown, UnknownKey};

/// The maximum number of unknown codes, and of sets of rows, that are counted one by one.
const MOST: usize = 1_000;

/// The counts of one vendor's responses.
pub(super) struct Tally {
    table: &'static Table,
    body_format: Option<codes_spec::BodyFormat>,
    /// The position of each row, by its name.
    positions: HashMap<&'static str, usize>,
    pub(super) responses: u64,
    pub(super) errors: u64,
    /// For each row, how often it was the only match.
    pub(super) rows: Vec<u64>,
    /// Whether each row matched a response, alone or with others.
    seen: Vec<bool>,
    /// How often each set of several rows matched a response.
    pub(super) several: BTreeMap<Vec<usize>, u64>,
    pub(super) unknown: BTreeMap<UnknownKey, Unknown>,
    /// Errors that have no code and match no row, by status.
    pub(super) unlisted: BTreeMap<u16, (u64, Messages)>,
    pub(super) unread: BTreeMap<(u16, BodyProblem), u64>,
    /// Responses with unknown codes that are not listed, because there are too many or they are too long to be codes.
    pub(super) beyond_unknown: u64,
    /// Responses that match further sets of rows, beyond the maximum.
    pub(super) beyond_several: u64,
    /// Whether no row has a status or a code, so that each unmatched message needs a row.
    by_message: bool,
}

impl Tally {
    pub(super) fn new(table: &'static Table, spec: &codes_spec::Table<'_>) -> Self {
        let names = table.rows().map(Row::name);
        let by_message = |row: &codes_spec::Row<'_>| row.statuses.is_empty() && row.code.is_none();
        Tally {
            table,
            body_format: spec.body.as_ref().map(|body| body.format),
            positions: names.enumerate().map(|(at, name)| (name, at)).collect(),
            responses: 0,
            errors: 0,
            rows: vec![0; table.rows().len()],
            seen: vec![false; table.rows().len()],
            several: BTreeMap::new(),
            unknown: BTreeMap::new(),
            unlisted: BTreeMap::new(),
            unread: BTreeMap::new(),
            beyond_unknown: 0,
            beyond_several: 0,
            by_message: !spec.rows.is_empty() && spec.rows.iter().all(by_message),
        }
    }

    pub(super) fn add(&mut self, record: &RecordedResponse) {
        self.responses += 1;
        let observed = match &record.content {
            RecordedContent::Http { headers, body } => {
                if let Some(problem) = self.body_problem(record.status, body) {
                    *self.unread.entry((record.status, problem)).or_default() += 1;
                }
                Observed::new(self.table, record.status, headers, body)
            }
            RecordedContent::Facts {
                code,
                detail,
                message,
            } => {
                let mut reply = Reply::new().status(record.status);
                reply.code = code.as_ref().map(ObservedValue::as_raw);
                reply.detail = detail.as_ref().map(ObservedValue::as_raw);
                reply.message = message.as_deref();
                Observed::of_reply(self.table, &reply)
            }
        };
        self.errors += u64::from(observed.is_error());
        for item in observed.items() {
            self.add_item(record.status, &item, observed.is_error());
        }
    }

    /// Returns the rows that match no response.
    pub(super) fn never_seen(&self) -> Vec<usize> {
        let seen = self.seen.iter().enumerate();
        seen.filter_map(|(at, seen)| (!seen).then_some(at))
            .collect()
    }

    /// Returns the codes and details that no row has, most frequent first.
    pub(super) fn by_count(&self) -> Vec<(&UnknownKey, &Unknown)> {
        let mut unknown: Vec<_> = self.unknown.iter().collect();
        unknown.sort_by_key(|(_, unknown)| Reverse(unknown.count));
        unknown
    }

    fn add_item(&mut self, status: u16, item: &ObservedItem<'_>, is_error: bool) {
        let rows: Vec<usize> = item
            .rows
            .iter()
            .filter_map(|row| self.positions.get(row.name()).copied())
            .collect();
        for row in &rows {
            self.seen[*row] = true;
        }
        let is_unlisted = rows.is_empty() && is_error;
        match rows[..] {
            [] => {}
            [row] => self.rows[row] += 1,
            _ => match bounded(&mut self.several, rows) {
                Some(count) => *count += 1,
                None => self.beyond_several += 1,
            },
        }
        let message = item.reply.message.unwrap_or_default();
        if item.is_unknown_code || item.is_unknown_detail {
            self.add_unknown(status, UnknownKey::of(&item.reply), item);
        } else if is_unlisted && self.by_message && !message.is_empty() {
            self.add_unknown(status, Some(UnknownKey::default()), item);
        } else if is_unlisted {
            let (count, messages) = self.unlisted.entry(status).or_default();
            *count += 1;
            if !message.is_empty() {
                messages.add(message);
            }
        }
    }

    fn add_unknown(&mut self, status: u16, key: Option<UnknownKey>, item: &ObservedItem<'_>) {
        match key.and_then(|key| bounded(&mut self.unknown, key)) {
            Some(unknown) => unknown.add(status, item),
            None => self.beyond_unknown += 1,
        }
    }

    /// Returns why a body cannot be parsed, or `None` if it can be or the table does not read it.
    fn body_problem(&self, status: u16, body: &[u8]) -> Option<BodyProblem> {
        let len = body.len();
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        if body.is_empty() || !self.table.reads_body_of(status) {
            return None;
        }
        if len > Body::LONGEST {
            return Some(BodyProblem::TooLong);
        }
        match self.body_format? {
            codes_spec::BodyFormat::Xml => {
                let is_xml =
                    str::from_utf8(body).is_ok_and(|text| text.trim_start().starts_with('<'));
                (!is_xml).then_some(BodyProblem::NotXml)
            }
            codes_spec::BodyFormat::Json => {
                let json = serde_json::from_slice::<IgnoredAny>(body);
                json.is_err().then_some(BodyProblem::NotJson)
            }
        }
    }
}

/// Returns the value of a key, which is added if it is new, or `None` if the map is full.
fn bounded<K: Ord, V: Default>(map: &mut BTreeMap<K, V>, key: K) -> Option<&mut V> {
    (map.len() < MOST || map.contains_key(&key)).then(|| map.entry(key).or_default())
}
