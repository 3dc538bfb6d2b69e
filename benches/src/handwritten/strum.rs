//! An enum with the derives of thiserror and strum.

use super::{DERIVES, RETRY, enumeration, getter, retry_and_is_error};
use crate::table::Row;

pub(crate) fn strum(rows: &[Row]) -> String {
    let derives = format!(
        "{DERIVES}, thiserror::Error, strum::EnumString, strum::EnumIter, \
         strum::IntoStaticStr, strum::EnumMessage"
    );
    let mut out = enumeration(rows, &derives, attributes) + RETRY;
    out += "
impl Code {
    pub fn all() -> impl Iterator<Item = Self> {
        <Self as strum::IntoEnumIterator>::iter()
    }
    pub fn code(self) -> &'static str {
        self.into()
    }
    pub fn title(self) -> &'static str {
        strum::EnumMessage::get_message(&self).unwrap_or_default()
    }
    pub fn description(self) -> &'static str {
        strum::EnumMessage::get_detailed_message(&self).unwrap_or_default()
    }
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
    pub fn from_status(status: u16) -> impl Iterator<Item = Self> {
        Self::all().filter(move |code| code.status() == status)
    }
";
    out += &getter("status", "u16", rows, |row| row.status.to_string());
    out + &retry_and_is_error(rows) + "}\n"
}

fn attributes(row: &Row) -> String {
    let Row {
        code,
        title,
        description,
        status,
        ..
    } = row;
    format!(
        "    #[error(\"{status} {title}\")]\n    #[strum(serialize = \"{code}\", \
         message = \"{title}\", detailed_message = \"{description}\")]\n"
    )
}
