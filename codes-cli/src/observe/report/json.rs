//! The report for programs: an object for each finding.

use serde::Serialize;

use crate::clues::clues;
use crate::json::{self, NumberOrText};
use crate::messages::observe::BodyProblem;
use crate::observe::draft::missing_rows;
use crate::observe::observer::{Observer, Subject};
use crate::observe::value::ObservedValue;

#[derive(Serialize)]
struct ReportLine<'s> {
    spec: &'s str,
    vendor: &'s str,
    #[serde(flatten)]
    finding: Finding<'s>,
}

#[derive(Serialize)]
#[serde(tag = "finding", rename_all = "snake_case")]
enum Finding<'s> {
    Totals {
        responses: u64,
        errors: u64,
    },
    Row {
        name: &'s str,
        count: u64,
    },
    NeverSeen {
        name: &'s str,
    },
    UnknownCode {
        #[serde(flatten)]
        code: UnknownCode<'s>,
    },
    UnknownDetail {
        #[serde(flatten)]
        code: UnknownCode<'s>,
    },
    /// Responses whose codes are not listed, because there are too many or they are too long to be codes.
    FurtherCodes {
        count: u64,
    },
    MissingRow {
        yaml: String,
    },
    Several {
        names: Vec<&'s str>,
        count: u64,
        distinguished_by: Vec<String>,
    },
    Unlisted {
        status: u16,
        count: u64,
        messages: Vec<String>,
    },
    UnreadBody {
        status: u16,
        count: u64,
        problem: String,
    },
}

#[derive(Serialize)]
struct UnknownCode<'s> {
    code: Option<NumberOrText<'s>>,
    detail: Option<NumberOrText<'s>>,
    statuses: Vec<u16>,
    count: u64,
    messages: Vec<String>,
}

/// Formats the findings of all specs.
pub(in crate::observe) fn render(observer: &Observer<'_>) -> String {
    let mut out = String::new();
    for subject in &observer.subjects {
        for finding in findings(subject) {
            out += &json::line(&ReportLine {
                spec: subject.spec,
                vendor: &subject.table.vendor,
                finding,
            });
        }
    }
    out
}

fn findings<'s>(subject: &'s Subject<'_>) -> Vec<Finding<'s>> {
    let Subject { table, tally, .. } = subject;
    let mut findings = vec![Finding::Totals {
        responses: tally.responses,
        errors: tally.errors,
    }];
    let seen = table
        .rows
        .iter()
        .zip(&tally.rows)
        .filter(|(_, count)| **count > 0);
    findings.extend(seen.map(|(row, count)| Finding::Row {
        name: &row.name,
        count: *count,
    }));
    let never = tally.never_seen().into_iter();
    findings.extend(never.map(|at| Finding::NeverSeen {
        name: &table.rows[at].name,
    }));
    findings.extend(unknown(subject));
    findings.extend(tally.several.iter().map(|(rows, count)| {
        let rows: Vec<_> = rows.iter().map(|at| &table.rows[*at]).collect();
        Finding::Several {
            names: rows.iter().map(|row| &*row.name).collect(),
            count: *count,
            distinguished_by: clues(table, &rows),
        }
    }));
    findings.extend(
        tally
            .unlisted
            .iter()
            .map(|(status, (count, messages))| Finding::Unlisted {
                status: *status,
                count: *count,
                messages: messages.texts(),
            }),
    );
    let unread = tally.unread.iter();
    findings.extend(
        unread.map(
            |(&(status, problem), count): (&(u16, BodyProblem), _)| Finding::UnreadBody {
                status,
                count: *count,
                problem: problem.to_string(),
            },
        ),
    );
    findings
}

fn unknown<'s>(subject: &'s Subject<'_>) -> Vec<Finding<'s>> {
    let Subject { table, tally, .. } = subject;
    let value = |value: &'s ObservedValue| match value {
        ObservedValue::Int(int) => NumberOrText::Number(*int),
        ObservedValue::Text(text) => NumberOrText::Text(text.into()),
    };
    let mut findings: Vec<_> = tally
        .by_count()
        .into_iter()
        .map(|(key, unknown)| {
            let code = UnknownCode {
                code: key.code.as_ref().map(value),
                detail: key.detail.as_ref().map(value),
                statuses: unknown.statuses.iter().copied().collect(),
                count: unknown.count,
                messages: unknown.messages.texts(),
            };
            if unknown.is_detail {
                Finding::UnknownDetail { code }
            } else {
                Finding::UnknownCode { code }
            }
        })
        .collect();
    if tally.beyond_unknown > 0 {
        findings.push(Finding::FurtherCodes {
            count: tally.beyond_unknown,
        });
    }
    let missing = missing_rows(tally, table).into_iter();
    findings.extend(missing.map(|yaml| Finding::MissingRow { yaml }));
    findings
}
