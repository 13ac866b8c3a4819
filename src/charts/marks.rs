//! A shape for each verdict, so that marks differ by more than their colour.

use super::canvas::{Canvas, Point};
use super::paint::{Hue, Paint};
use crate::framework::Verdict;

/// Draws the mark of a verdict that reaches so far from its middle.
pub(super) fn draw(canvas: &Canvas, verdict: Verdict, (x, y): Point, reach: f64) {
    let hue = Hue::of(verdict);
    let full = Paint::fill(hue).outlined(Hue::PAGE, 1.0);
    match verdict {
        Verdict::Pass => canvas.circle((x, y), reach, full),
        Verdict::Late => diamond(canvas, (x, y), reach * 1.2, full),
        Verdict::Weak => {
            let up = reach * 1.1;
            canvas.polygon(&[(x, y - up), (x + up, y + up * 0.8), (x - up, y + up * 0.8)], full);
        }
        Verdict::Unproven => canvas.circle((x, y), reach - 1.0, Paint::fill(Hue::PAGE).outlined(hue, 2.0)),
        Verdict::Fail => {
            let (a, b) = (reach * 0.95, reach * 0.35);
            // a cross whose arms are as thick as they are long
            let corners = [
                (0.0, -b),
                (a - b, -a),
                (a, b - a),
                (b, 0.0),
                (a, a - b),
                (a - b, a),
                (0.0, b),
                (b - a, a),
                (-a, a - b),
                (-b, 0.0),
                (-a, b - a),
                (b - a, -a),
            ];
            canvas.polygon(&corners.map(|(right, down)| (x + right, y + down)), full);
        }
        Verdict::Pending | Verdict::NotApplicable => {
            canvas.circle((x, y), reach - 1.0, Paint::fill(hue).outlined(Hue::AXIS, 1.0));
        }
    }
}

/// A square on its corner.
pub(super) fn diamond(canvas: &Canvas, (x, y): Point, reach: f64, paint: Paint) {
    canvas.polygon(&[(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], paint);
}

/// An arrow that leads out of the picture to the right, open as what it stands for.
pub(super) fn open_arrow(canvas: &Canvas, (x, y): Point, hue: Hue) {
    let paint = Paint::line(hue, 2.0);
    canvas.line((x - 12.0, y), (x, y), paint);
    canvas.path(&[(x - 6.0, y - 5.0), (x, y), (x - 6.0, y + 5.0)], paint);
}
