//! Plots cost over the number of rows as an SVG, with both axes logarithmic.

use std::fmt::Write as _;

use crate::contender::Contender;
use crate::leaf::Leaf;
use crate::measurements::{Measurements, Metric, three_digits};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 560.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 370.0;

/// The minimum distance between the baselines of labels.
const LABEL_HEIGHT: f64 = 14.0;

const COLOURS: [&str; 7] = [
    "#d1242f", "#bf3989", "#0969da", "#1a7f37", "#9a6700", "#8250df", "#6e7781",
];

/// The measurements of one contender: numbers of rows and values.
struct Line {
    contender: Contender,
    points: Vec<(f64, f64)>,
}

/// Plots the time of `check` for each contender.
pub(crate) fn svg(measurements: &Measurements, sizes: &[usize]) -> String {
    let lines = Contender::ALL.map(|contender| {
        let point = |&rows: &usize| {
            let value = measurements.median(Metric::Check, Leaf::new(contender, rows))?;
            Some((rows as f64, value))
        };
        let points = sizes.iter().filter_map(point).collect();
        Line { contender, points }
    });
    let axes = Axes::new(&lines, sizes);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n\
         <text x=\"{LEFT}\" y=\"22\" font-size=\"14\">\
         cargo check of the leaf crate: CPU ms by number of rows</text>\n{}{}{}</svg>\n",
        axes.grid(sizes),
        draw_lines(&lines, &axes),
        draw_labels(&lines, &axes)
    )
}

/// The ranges of rows and values.
struct Axes {
    rows: [f64; 2],
    values: [f64; 2],
}

impl Axes {
    fn new(lines: &[Line], sizes: &[usize]) -> Self {
        let values = lines
            .iter()
            .flat_map(|line| &line.points)
            .map(|point| point.1);
        let lowest = values.clone().fold(f64::MAX, f64::min);
        let highest = values.fold(f64::MIN, f64::max);
        Axes {
            rows: [sizes[0], sizes[sizes.len() - 1]].map(|rows| rows as f64),
            values: [lowest / 1.2, highest * 1.2],
        }
    }

    fn x(&self, rows: f64) -> f64 {
        LEFT + (RIGHT - LEFT) * position(rows, self.rows)
    }

    fn y(&self, value: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * position(value, self.values)
    }

    /// A vertical line for each size, and horizontal lines at 1, 3, 10, 30, ….
    fn grid(&self, sizes: &[usize]) -> String {
        let mut out = String::new();
        for &rows in sizes {
            let (x, label_y) = (self.x(rows as f64), BOTTOM + 18.0);
            let _ = writeln!(
                out,
                "<path d=\"M{x:.1} {TOP}V{BOTTOM}\" stroke=\"#ddd\"/>\
                 <text x=\"{x:.1}\" y=\"{label_y}\" text-anchor=\"middle\">{rows}</text>"
            );
        }
        let values = (0..6).flat_map(|power| [1.0, 3.0].map(|factor| factor * 10_f64.powi(power)));
        let [lowest, highest] = self.values;
        for value in values.filter(|value| (lowest..=highest).contains(value)) {
            let (y, label_x) = (self.y(value), LEFT - 6.0);
            let _ = writeln!(
                out,
                "<path d=\"M{LEFT} {y:.1}H{RIGHT}\" stroke=\"#ddd\"/>\
                 <text x=\"{label_x}\" y=\"{:.1}\" text-anchor=\"end\">{value}</text>",
                y + 4.0
            );
        }
        out
    }
}

/// The position of a number in a range on a logarithmic scale, from 0 to 1.
fn position(number: f64, [first, last]: [f64; 2]) -> f64 {
    (number / first).ln() / (last / first).ln()
}

fn draw_lines(lines: &[Line], axes: &Axes) -> String {
    let mut out = String::new();
    for (line, colour) in lines.iter().zip(COLOURS) {
        if line.points.is_empty() {
            continue;
        }
        let point =
            |&(rows, value): &(f64, f64)| format!("{:.1} {:.1}", axes.x(rows), axes.y(value));
        let path: Vec<_> = line.points.iter().map(point).collect();
        let _ = writeln!(
            out,
            "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            path.join("L")
        );
    }
    out
}

/// Writes the name and last value of each contender at the end of its line.
fn draw_labels(lines: &[Line], axes: &Axes) -> String {
    let mut labels = Vec::new();
    for (line, colour) in lines.iter().zip(COLOURS) {
        let Some(&(rows, value)) = line.points.last() else {
            continue;
        };
        let (x, value_label) = (axes.x(rows) + 8.0, three_digits(value));
        let title = line.contender.title().replace('`', "");
        let label = format!("x=\"{x:.1}\" fill=\"{colour}\">{title}, {value_label}");
        labels.push((axes.y(value) + 4.0, label));
    }
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut out = String::new();
    let mut next_free = 0.0_f64;
    for (y, label) in labels {
        let y = y.max(next_free);
        next_free = y + LABEL_HEIGHT;
        let _ = writeln!(out, "<text y=\"{y:.1}\" {label}</text>");
    }
    out
}
