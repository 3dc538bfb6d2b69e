//! Cost against the number of rows, as an SVG with both axes logarithmic.

use std::fmt::Write as _;

use crate::contender::Contender;
use crate::figures::{Figures, What, digits};
use crate::leaf::Leaf;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 560.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 370.0;
const COLOURS: [&str; 6] = [
    "#d1242f", "#0969da", "#1a7f37", "#9a6700", "#8250df", "#6e7781",
];

/// The time of `check` for each contender over the number of rows.
pub(crate) fn svg(figures: &Figures, sizes: &[usize]) -> String {
    let point = |contender, rows| {
        figures.median(
            What::Check,
            Leaf {
                contender,
                rows,
                sentences: 1,
            },
        )
    };
    let points = |contender| {
        sizes
            .iter()
            .filter_map(move |&rows| Some((rows as f64, point(contender, rows)?)))
    };
    let values: Vec<_> = Contender::ALL
        .into_iter()
        .flat_map(points)
        .map(|(_, value)| value)
        .collect();
    let highest = values.iter().copied().fold(f64::MIN, f64::max) * 1.2;
    let lowest = values.iter().copied().fold(f64::MAX, f64::min) / 1.2;
    let [first, last] = [sizes[0], sizes[sizes.len() - 1]].map(|rows| rows as f64);
    let x = |rows: f64| LEFT + (RIGHT - LEFT) * (rows / first).ln() / (last / first).ln();
    let y = |value: f64| BOTTOM - (BOTTOM - TOP) * (value / lowest).ln() / (highest / lowest).ln();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"12\">\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n<text x=\"{LEFT}\" y=\"22\" \
         font-size=\"14\">cargo check of the leaf crate: CPU ms over rows</text>\n"
    );
    for &rows in sizes {
        let at = x(rows as f64);
        let _ = writeln!(
            out,
            "<path d=\"M{at:.1} {TOP}V{BOTTOM}\" stroke=\"#ddd\"/><text x=\"{at:.1}\" y=\"{}\" \
             text-anchor=\"middle\">{rows}</text>",
            BOTTOM + 18.0
        );
    }
    for power in 0..6 {
        for value in [1.0, 3.0].map(|factor| factor * 10_f64.powi(power)) {
            if (lowest..=highest).contains(&value) {
                let at = y(value);
                let _ = writeln!(
                    out,
                    "<path d=\"M{LEFT} {at:.1}H{RIGHT}\" stroke=\"#ddd\"/><text x=\"{}\" y=\"{:.1}\" \
                     text-anchor=\"end\">{value}</text>",
                    LEFT - 6.0,
                    at + 4.0
                );
            }
        }
    }
    let mut labels: Vec<(f64, String)> = Vec::new();
    for (contender, colour) in Contender::ALL.into_iter().zip(COLOURS) {
        let path: Vec<_> = points(contender)
            .map(|(rows, value)| format!("{:.1} {:.1}", x(rows), y(value)))
            .collect();
        let Some((rows, value)) = points(contender).next_back() else {
            continue;
        };
        let _ = writeln!(
            out,
            "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            path.join("L")
        );
        let title = contender.title().replace('`', "");
        let label = format!(
            "x=\"{:.1}\" fill=\"{colour}\">{title}, {}",
            x(rows) + 8.0,
            digits(value)
        );
        labels.push((y(value) + 4.0, label));
    }
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = 0.0_f64;
    for (at, label) in labels {
        // none over another
        let at = at.max(free);
        free = at + 14.0;
        let _ = writeln!(out, "<text y=\"{at:.1}\" {label}</text>");
    }
    out + "</svg>\n"
}
