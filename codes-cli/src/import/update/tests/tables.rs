//! Random tables of a vendor, as a person might write them.

use proptest::prelude::*;

/// A row as the vendor has it.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) status: u16,
    pub(super) code: Option<String>,
    pub(super) title: String,
    pub(super) description: Option<String>,
}

/// How a person wrote a row.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent choices")]
pub(super) struct Hand {
    pub(super) shape: u8,
    pub(super) quotes: u8,
    pub(super) reversed: bool,
    pub(super) comments: u8,
    pub(super) retry: bool,
    pub(super) anchor: bool,
    pub(super) gap: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Change {
    Keep,
    Recode,
    Retitle,
    Restatus,
    Gone,
    /// Another row follows.
    AddAfter,
}

/// Writes the keys of a row as a person might.
fn keys(fact: &Fact, hand: &Hand) -> Vec<String> {
    let quote = |text: &str| match hand.quotes {
        0 => text.to_owned(),
        1 => format!("'{text}'"),
        _ => format!("\"{text}\""),
    };
    let anchor = if hand.anchor {
        format!("&a{} ", fact.status)
    } else {
        String::new()
    };
    let mut keys = vec![format!("status: {}", fact.status)];
    keys.extend(
        fact.code
            .iter()
            .map(|code| format!("code: {}", quote(code))),
    );
    keys.push(format!("title: {anchor}{}", quote(&fact.title)));
    keys.extend(
        fact.description
            .iter()
            .map(|text| format!("description: {}", quote(text))),
    );
    keys.extend(hand.retry.then(|| "retry: never".to_owned()));
    if hand.reversed && !hand.anchor {
        keys.reverse();
    }
    keys.extend(hand.anchor.then(|| format!("action: *a{}", fact.status)));
    keys
}

/// Writes the rows in brackets.
pub(super) fn spec_in_brackets(rows: &[(Fact, Hand, Change)], lines: bool) -> String {
    let mut number = 0;
    let rows = rows.iter().map(|(fact, hand, _)| {
        number += 1;
        let row = format!("{{{}}}", keys(fact, hand).join(", "));
        match (lines, hand.comments & 1 > 0) {
            (false, _) => format!("{row}, "),
            (true, false) => format!("  {row},\n"),
            (true, true) => format!("  {row}, # comment {number}.\n"),
        }
    });
    let rows: String = rows.collect();
    let start = if lines { "\n" } else { "" };
    format!("vendor: V\ncodes: [{start}{rows}]\n")
}

/// Writes the spec as a person might. Each comment has a number of its own.
pub(super) fn spec(rows: &[(Fact, Hand, Change)], crlf: bool) -> String {
    let mut number = 0;
    let mut comment = || {
        number += 1;
        format!("# comment {number}.")
    };
    let mut text = format!(
        "{}\nvendor: V {}\ntitle: \"T\"\ncodes: {}\n",
        comment(),
        comment(),
        comment()
    );
    for (fact, hand, _) in rows {
        if hand.gap {
            text += "\n";
        }
        if hand.comments & 1 > 0 {
            text += &format!("  {}\n", comment());
        }
        let keys = keys(fact, hand);
        let last = if hand.comments & 2 > 0 {
            format!(" {}", comment())
        } else {
            String::new()
        };
        text += &match hand.shape {
            0 => format!("  - {{{}}}{last}\n", keys.join(", ")),
            1 => format!(
                "  - {{{},\n     {}}}{last}\n",
                keys[0],
                keys[1..].join(", ")
            ),
            2 => format!("  - {}\n    {}{last}\n", comment(), keys.join("\n    ")),
            _ => format!(
                "  - {}{last}\n",
                keys.join(&format!(" {}\n    ", comment()))
            ),
        };
        if hand.comments & 4 > 0 {
            text += &format!("    {}\n", comment());
        }
    }
    text += &comment();
    if crlf {
        text.replace('\n', "\r\n")
    } else {
        text
    }
}

pub(super) fn changed(rows: &[(Fact, Hand, Change)]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (number, (fact, _, change)) in rows.iter().enumerate() {
        let mut fact = fact.clone();
        match change {
            Change::Recode => fact.code = Some(format!("recoded_{number}")),
            Change::Retitle => fact.title = format!("{} anew", fact.title),
            Change::Restatus => fact.status += 100,
            Change::Gone => continue,
            Change::Keep | Change::AddAfter => {}
        }
        facts.push(fact);
        if *change == Change::AddAfter {
            facts.push(Fact {
                status: 400,
                code: Some(format!("added_{number}")),
                title: format!("Added thing {number}"),
                description: Some("A new row.".to_owned()),
            });
        }
    }
    facts
}

fn hand() -> impl Strategy<Value = Hand> {
    let flags = (
        any::<bool>(),
        any::<bool>(),
        prop::bool::weighted(0.1),
        any::<bool>(),
    );
    (0..4_u8, 0..3_u8, 0..8_u8, flags).prop_map(|(shape, quotes, comments, flags)| {
        let (reversed, retry, anchor, gap) = flags;
        Hand {
            shape,
            quotes,
            reversed,
            comments,
            retry,
            anchor,
            gap,
        }
    })
}

/// A row that stays, so that source and spec have something in common.
fn constant() -> (Fact, Hand, Change) {
    let fact = Fact {
        status: 499,
        code: Some("constant".to_owned()),
        title: "Always here".to_owned(),
        description: None,
    };
    let hand = Hand {
        shape: 3,
        quotes: 0,
        reversed: false,
        comments: 0,
        retry: false,
        anchor: false,
        gap: true,
    };
    (fact, hand, Change::Keep)
}

pub(super) fn rows() -> impl Strategy<Value = Vec<(Fact, Hand, Change)>> {
    let change = prop_oneof![
        3 => Just(Change::Keep),
        1 => Just(Change::Recode),
        1 => Just(Change::Retitle),
        1 => Just(Change::Restatus),
        1 => Just(Change::Gone),
        1 => Just(Change::AddAfter),
    ];
    let row = (prop::bool::weighted(0.8), any::<bool>(), hand(), change);
    prop::collection::vec(row, 1..8).prop_map(|rows| {
        let rows = rows.into_iter().enumerate();
        let rows = rows.map(|(number, (has_code, has_description, hand, change))| {
            let fact = Fact {
                status: 401 + u16::try_from(number).unwrap_or(0),
                code: has_code.then(|| format!("code_{number}")),
                title: format!(
                    "Title {} of row{number}",
                    ["one", "two", "three"][number % 3]
                ),
                description: has_description.then(|| format!("Text of row{number}.")),
            };
            (fact, hand, change)
        });
        std::iter::once(constant()).chain(rows).collect()
    })
}
