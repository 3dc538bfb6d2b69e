//! Adds items to lists of codes.

use super::outline::{Kind, Node};
use super::place::{column, indented, line_end};
use super::splice::Order;
use super::{Editor, Entry};
use crate::messages::edit::Refusal;

impl Editor<'_> {
    /// Adds codes, given as YAML, to a list in a row, which is created if it does not exist.
    pub(crate) fn append(
        &mut self,
        row: usize,
        key: &'static str,
        codes: &[String],
    ) -> Result<(), Refusal> {
        let map = Self::map(self.row(row))?;
        match map.entry(key).map(|(_, list)| list) {
            Some(list) => self.append_to(&Insertion::of(list, self.text)?, codes),
            None => return self.set(row, &new_list(key, codes)),
        }
        Ok(())
    }

    /// Adds codes, given as YAML, to one of the table's lists. Creates the list if it does not exist.
    pub(crate) fn append_in_table(
        &mut self,
        key: &'static str,
        codes: &[String],
    ) -> Result<(), Refusal> {
        match self.root.entry(key).map(|(_, list)| list) {
            Some(list) => self.append_to(&Insertion::of(list, self.text)?, codes),
            None => return self.set_in_table(&new_list(key, codes)),
        }
        Ok(())
    }

    fn append_to(&mut self, place: &Insertion, codes: &[String]) {
        let (at, text) = match *place {
            Insertion::InBrackets { at, is_empty } => (
                at,
                format!("{}{}", if is_empty { "" } else { ", " }, codes.join(", ")),
            ),
            Insertion::Below { at, column } => {
                let lines: String = codes.iter().map(|code| format!("- {code}\n")).collect();
                (at, indented(&lines, column, self.newline))
            }
        };
        self.splices.add(at..at, Order::Key, text);
    }
}

fn new_list(key: &'static str, codes: &[String]) -> Entry {
    Entry::inline(key, &format!("[{}]", codes.join(", ")))
}

/// Where items are added to a list.
enum Insertion {
    InBrackets { at: usize, is_empty: bool },
    Below { at: usize, column: usize },
}

impl Insertion {
    fn of(list: &Node, text: &str) -> Result<Self, Refusal> {
        match &list.kind {
            _ if list.has_anchor => Err(Refusal::Anchor),
            Kind::Alias => Err(Refusal::Alias),
            Kind::List(items) if list.in_flow => Ok(match items.last() {
                Some(item) => Insertion::InBrackets {
                    at: item.range.end,
                    is_empty: false,
                },
                None => Insertion::InBrackets {
                    at: list.range.start + 1,
                    is_empty: true,
                },
            }),
            Kind::List(items) => {
                let item = items.last().ok_or(Refusal::Structure)?;
                Ok(Insertion::Below {
                    at: line_end(text, item.range.end),
                    column: column(text, list.range.start),
                })
            }
            _ => Err(Refusal::Structure),
        }
    }
}
