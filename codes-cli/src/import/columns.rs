//! What stands in the columns of a table: what their headings promise, and their cells keep.

use codes_spec::Outcome;

use super::page::{Table, Text};
use super::status;
use super::wording::{Wording, wording};

/// How many columns are told apart; what stands in further ones stays together.
pub(crate) const MOST_COLUMNS: usize = 64;

/// What stands in a column, or behind a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Status,
    Code,
    Title,
    Description,
    /// Title or description, as each text is like.
    Text,
    When,
    Action,
    Outcome,
    Retry,
    Example,
    Alias,
    Variant,
    Pattern,
    Kind,
    Group,
    Tag,
    Url,
    Fields,
    Deprecated,
    Since,
    Replacement,
    FormerName,
    Field,
}

/// What is said of a request's end.
pub(crate) fn outcome(text: &str) -> Option<Outcome> {
    Some(match text.trim().to_lowercase().as_str() {
        "ok" | "success" | "successful" | "succeeded" => Outcome::Ok,
        "error" | "fail" | "failed" | "failure" => Outcome::Error,
        "pending" | "processing" => Outcome::Pending,
        "warning" => Outcome::Warning,
        _ => return None,
    })
}

/// Whether a text is a phrase, as titles are, and no sentence.
pub(crate) fn is_phrase(text: &str) -> bool {
    const MOST_WORDS: usize = 9;
    let text = text.trim();
    !text.is_empty()
        && !text.ends_with(['.', '!', '?', ':', ';', ',', '…', '。'])
        && !text.contains(". ")
        && text.split_whitespace().count() <= MOST_WORDS
}

/// The meaning of each column, and whether the first row is the heading; none for a table that has no codes.
pub(crate) fn read(table: &Table) -> Option<(Vec<Meaning>, bool)> {
    let guessed;
    let (head, rows, in_rows) = match (
        table.head.iter().all(Text::is_empty),
        table.rows.split_first(),
    ) {
        (true, Some((first, rest))) if first.iter().any(|cell| wording(&cell.plain).is_some()) => {
            (first, rest, true)
        }
        (true, Some((first, _))) => {
            guessed = vec![Text::default(); first.len()];
            (&guessed, &table.rows[..], false)
        }
        _ => (&table.head, &table.rows[..], false),
    };
    let columns = head
        .len()
        .max(rows.iter().map(Vec::len).max().unwrap_or(0))
        .min(MOST_COLUMNS);
    let said: Vec<_> = (0..columns)
        .map(|i| head.get(i).and_then(|cell| wording(&cell.plain)))
        .collect();
    let headless = said.iter().all(Option::is_none);
    let sure = Columns {
        said,
        rows,
        headless,
    };
    sure.meanings().map(|meanings| (meanings, in_rows))
}

struct Columns<'t> {
    said: Vec<Option<Wording>>,
    rows: &'t [Vec<Text>],
    headless: bool,
}

impl Columns<'_> {
    fn meanings(&self) -> Option<Vec<Meaning>> {
        let mut meanings = vec![Meaning::Field; self.said.len()];
        let status = self.status();
        let code = self.code(status);
        if status.is_none() && code.is_none() {
            return None;
        }
        for (i, said) in self.said.iter().enumerate() {
            if let Some(Wording::Is(meaning)) = said {
                meanings[i] = *meaning;
            }
            if *said == Some(Wording::Status) && self.most(i, |text| outcome(text).is_some()) {
                meanings[i] = Meaning::Outcome;
            }
        }
        for (i, meaning) in status
            .map(|i| (i, Meaning::Status))
            .into_iter()
            .chain(code.map(|i| (i, Meaning::Code)))
        {
            meanings[i] = meaning;
        }
        self.texts(&mut meanings);
        Some(meanings)
    }

    /// The column of statuses: one that is called so, else one of codes that holds nothing else.
    fn status(&self) -> Option<usize> {
        let leads = |text: &str| status::leading(text).is_some();
        let is_status = |text: &str| {
            status::leading(text).is_some_and(|(statuses, rest)| {
                status::is_http(&statuses)
                    && (rest.is_empty()
                        || rest.starts_with([' ', '\u{a0}', ':', '-', '–', '—', '(']))
            })
        };
        let by = |wanted: Wording| {
            (0..self.said.len()).find(|&i| self.said[i] == Some(wanted) && self.most(i, leads))
        };
        let any = |i: &usize| {
            let said = self.said[*i];
            (self.headless && *i == 0
                || matches!(said, Some(Wording::Code | Wording::Error))
                || said.is_none() && *i == 0)
                && self.all(*i, is_status)
        };
        by(Wording::Http)
            .or_else(|| by(Wording::Status))
            .or_else(|| (0..self.said.len()).find(any))
    }

    fn code(&self, status: Option<usize>) -> Option<usize> {
        let find = |wanted: &[Wording]| {
            (0..self.said.len()).find(|&i| {
                Some(i) != status
                    && self.said[i].is_some_and(|said| wanted.contains(&said))
                    && self.most(i, status::is_token)
                    && !self.most(i, |text| outcome(text).is_some())
            })
        };
        let headless =
            || (self.headless && status.is_none() && self.all(0, status::is_token)).then_some(0);
        let found = find(&[Wording::Code]).or_else(|| find(&[Wording::Http, Wording::Status]));
        found.or_else(|| find(&[Wording::Error])).or_else(headless)
    }

    /// Gives titles and descriptions their columns, in the order in which headings are sure of them.
    fn texts(&self, meanings: &mut [Meaning]) {
        let vacant = |meanings: &[Meaning], wanted: &[Wording]| -> Vec<usize> {
            let fits = |i: &usize| meanings[*i] == Meaning::Field;
            let said = |i: &usize| match self.said[*i] {
                Some(said) => wanted.contains(&said),
                None => self.headless && wanted.contains(&Wording::Message),
            };
            (0..meanings.len()).filter(fits).filter(said).collect()
        };
        for i in vacant(meanings, &[Wording::Title]).into_iter().take(1) {
            meanings[i] = Meaning::Title;
        }
        match vacant(meanings, &[Wording::Description])[..] {
            // of two descriptions, one of phrases is a title
            [first, second, ..]
                if !meanings.contains(&Meaning::Title) && self.most(first, is_phrase) =>
            {
                meanings[first] = Meaning::Title;
                meanings[second] = Meaning::Description;
            }
            [first, ..] => meanings[first] = Meaning::Description,
            [] => {}
        }
        let wanted = [
            Wording::Message,
            Wording::Error,
            Wording::Description,
            Wording::Code,
            Wording::Status,
        ];
        // a second column of codes is no title, nor are sentences in a second one of descriptions
        let is_text = |i: &usize| match self.said[*i] {
            None | Some(Wording::Message) => true,
            Some(Wording::Description) => self.most(*i, is_phrase),
            _ => !self.most(*i, status::is_token),
        };
        let left: Vec<_> = vacant(meanings, &wanted)
            .into_iter()
            .filter(is_text)
            .collect();
        for (n, &i) in left.iter().enumerate() {
            let has = |meaning| meanings.contains(&meaning);
            match (has(Meaning::Title), has(Meaning::Description)) {
                (true, true) => {}
                (false, false) if n + 1 == left.len() => meanings[i] = Meaning::Text,
                (false, _) => meanings[i] = Meaning::Title,
                (true, false) => meanings[i] = Meaning::Description,
            }
        }
        // the only text may be a title as well
        if let (Some(i), false) = (
            meanings
                .iter()
                .position(|meaning| *meaning == Meaning::Description),
            meanings.contains(&Meaning::Title),
        ) {
            meanings[i] = Meaning::Text;
        }
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self
            .rows
            .iter()
            .filter_map(move |row| row.get(column))
            .map(|cell| cell.plain.as_str());
        cells.filter(|cell| !status::is_nothing(cell))
    }

    fn all(&self, column: usize, fits: impl Fn(&str) -> bool) -> bool {
        let mut cells = self.cells(column).peekable();
        cells.peek().is_some() && cells.all(fits)
    }

    /// Whether it fits most cells that are not empty.
    fn most(&self, column: usize, fits: impl Fn(&str) -> bool) -> bool {
        let (mut all, mut fitting) = (0, 0);
        for cell in self.cells(column) {
            all += 1;
            fitting += usize::from(fits(cell));
        }
        fitting * 2 > all
    }
}
