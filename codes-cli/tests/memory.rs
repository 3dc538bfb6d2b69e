//! The memory that importing a page takes is bounded and grows linearly with the page. It is measured in bytes and
//! allocations, which are the same on every machine.

use allocation_counter::{AllocationInfo, measure};
use codes_cli::import::SourceFormat::{Csv, Html, Markdown, Text};
use codes_cli::import::{Provenance, SourceFormat, spec_of_page};

/// The number of lines, cells and tags above which a page is refused.
const MAX_PIECES: usize = 300_000;

/// The number of bytes of memory that importing a page may take.
const MAX_BYTES: u64 = 500_000_000;

const MARKDOWN: &str = "# T\n\n| Status | Code |\n|---|---|\n| 404 | A |\n\n";
const HTML: &str = "<h1>T</h1><table><tr><th>Status<th>Code<tr><td>404<td>A</table>";

/// Pages, as a start and a part that is repeated, and the number of pieces in that part, in quarters: a line, cell or
/// tag is one piece, a mark of emphasis or inline code a quarter of a piece, and a link half a piece.
const PAGES: &[(SourceFormat, &str, &str, usize)] = &[
    (Markdown, MARKDOWN, "a\n", 4),
    (Markdown, MARKDOWN, "- a\n", 4),
    (Markdown, MARKDOWN, "# a\n", 4),
    (Markdown, MARKDOWN, "*a* ", 2),
    (Markdown, MARKDOWN, "~~a~~ ", 4),
    (Markdown, MARKDOWN, "`a`\n", 6),
    (Markdown, MARKDOWN, "[a](b) ", 2),
    (Markdown, MARKDOWN, "{% tabs %}x{% endtabs %}", 4),
    (
        Markdown,
        "| Status | Code |\n|---|---|\n",
        "| 404 | NotFound |\n",
        16,
    ),
    // rows without the first or the last `|`, without a delimiter row, with one cell a line, and with borders
    (Markdown, "Status | Code\n---|---\n", "404 | A\n", 8),
    (Markdown, "a\n\n", "404 | A\n", 8),
    (Markdown, "a\n\n", "404 | A | B\n405 | C\n", 20),
    (Markdown, "Status |\nCode |\n---|---|\n", "404 |\nA |\n", 16),
    (Markdown, "|\n", "404 |\nA |\n|\n", 20),
    (Markdown, "a\n\n", "404 |\n", 8),
    (Markdown, "+---+---+\n", "| 404 | A |\n+---+---+\n", 20),
    (Markdown, "a\n\n", "| a | b\n|---|---|\n| 404 | A |\n\n", 48),
    (Text, "404\tA\n405\tB\n\n", "a\n", 4),
    (Csv, "status,code\n", "404,\"a, b\"\n", 12),
    (Html, HTML, "<p>a", 4),
    (Html, HTML, "<li>a", 4),
    (Html, HTML, "<dt>404<dd>x", 8),
    (
        Html,
        HTML,
        "<h2>Same</h2><table><tr><th>Status<th>Code<tr><td>404<td>E1</table>",
        40,
    ),
];

/// Measures the import of a page that has the maximum number of pieces divided by `part`.
fn import(page: &(SourceFormat, &str, &str, usize), part: usize) -> AllocationInfo {
    let (format, start, piece, pieces) = page;
    let page = (*start).to_owned() + &piece.repeat(4 * MAX_PIECES / part / pieces);
    measure(|| _ = spec_of_page(&page, Some(*format), &provenance()))
}

fn provenance() -> Provenance<'static> {
    Provenance {
        vendor: "V",
        ..Provenance::default()
    }
}

/// A page that is a fraction of the largest one takes at most that fraction of the memory, and less than 2.5 times as
/// much as a page of half its size.
#[test]
fn memory_grows_linearly_up_to_the_limit() {
    const PART: usize = 40;
    for page in PAGES {
        let half = import(page, 2 * PART);
        let whole = import(page, PART);
        let limit = MAX_BYTES / PART as u64;
        assert!(whole.bytes_max < limit, "{page:?}: {whole:?}");
        for (small, large) in [
            (half.bytes_max, whole.bytes_max),
            (half.bytes_total, whole.bytes_total),
            (half.count_total, whole.count_total),
        ] {
            assert!(10 * large < 25 * small, "{page:?}: {half:?}, {whole:?}");
        }
    }
}

fn numbered(count: usize, piece: &str) -> String {
    (0..count)
        .map(|i| piece.replace('@', &i.to_string()))
        .collect()
}

/// Groups, headings and names are found through maps: a linear search would allocate each time.
#[test]
fn allocations_grow_linearly_with_groups_headings_and_equal_names() {
    let pages: [fn(usize) -> String; 4] = [
        |n| {
            let groups = numbered(n, "  - **g@:** Group @\n");
            let rows = numbered(n, "## Group @\n\n### 404 Title @\n\n- **Code:** `E@`\n\n");
            format!("# V\n\n- **Groups:**\n{groups}\n{rows}")
        },
        |n| {
            numbered(
                n,
                "## Same\n\n| Status | Code |\n|---|---|\n| 404 | E@ |\n\n",
            )
        },
        |n| {
            "| Status | Code | Text |\n|---|---|---|\n".to_owned()
                + &numbered(n, "| 404 | Lost | Parcel @ is lost |\n")
        },
        |n| {
            "| Status | Code | Text |\n|---|---|---|\n".to_owned()
                + &numbered(n, "| 404 | Lost | Lost |\n")
        },
    ];
    for (nth, page) in pages.iter().enumerate() {
        let [half, whole] = [200, 400].map(|n| {
            let page = page(n);
            let mut spec = None;
            let info = measure(|| spec = spec_of_page(&page, Some(Markdown), &provenance()));
            assert!(spec.is_some(), "{nth}");
            info.count_total
        });
        assert!(10 * whole < 23 * half, "{nth}: {half}, {whole}");
    }
}

/// Cells that span rows and columns are copied, up to a maximum number of cells.
#[test]
fn spans_take_bounded_memory() {
    let page = (Html, "<table>", "<tr><td rowspan=1000 colspan=1000>404", 8);
    assert!(import(&page, 40).bytes_max < MAX_BYTES / 4);
    assert!(import(&page, 20).bytes_max < MAX_BYTES / 4);
}

#[test]
fn larger_pages_are_refused_before_they_are_read() {
    for page in PAGES
        .iter()
        .filter(|(.., piece, _)| *piece != "{% tabs %}x{% endtabs %}")
    {
        let (format, start, piece, pieces) = page;
        let text = (*start).to_owned() + &piece.repeat(5 * MAX_PIECES / pieces);
        let mut spec = Some(String::new());
        let refused = measure(|| spec = spec_of_page(&text, Some(*format), &provenance()));
        assert!(spec.is_none(), "{page:?}");
        assert!(refused.bytes_max < 1_000, "{page:?}: {refused:?}");
    }
    // 1,501 × 1,500 cells
    let table = format!(
        "<table>{}",
        ("<tr>".to_owned() + &"<td>".repeat(1_500)).repeat(1_501)
    );
    assert!(spec_of_page(&table, Some(Html), &provenance()).is_none());
}
