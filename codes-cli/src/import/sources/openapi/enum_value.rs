//! A value of an enum.

use crate::import::model::text::Text;

/// A value of an enum, with its name and texts from the document.
#[derive(Clone, Debug, Default)]
pub(super) struct EnumValue {
    pub(super) value: String,
    pub(super) is_text: bool,
    pub(super) name: Option<String>,
    pub(super) title: Option<String>,
    pub(super) description: Option<Text>,
    pub(super) deprecated: bool,
}
