//! Keys: a swatch and a word each, in as many rows as it takes.

use super::canvas::{Canvas, Font, Point};
use super::labels::{Anchor, Rect};
use super::marks;
use super::paint::{Dash, Hue, Paint};
use crate::framework::Verdict;

/// One entry of a key.
pub(super) struct Key<'a> {
    /// What is drawn before the word.
    pub(super) swatch: Swatch<'a>,
    pub(super) word: &'a str,
}

/// What is drawn before a word of a key.
#[derive(Clone, Copy)]
pub(super) enum Swatch<'a> {
    /// A filled square with a sign in it.
    Square { fill: Hue, mark: Option<(&'a str, Hue)> },
    /// An outlined square.
    Outline(Hue),
    /// The mark of a verdict.
    Mark(Verdict),
    /// A ground as it is, with a thin edge.
    Ground(Hue),
    /// An upright dashed line.
    Dashed(Hue),
    /// An arrow out of the picture.
    Arrow(Verdict),
    /// An upright line.
    Tick(Hue),
    /// A diamond's outline.
    Diamond(Hue),
}

const SIDE: f64 = 16.0;
const ROW: f64 = 22.0;

/// Draws a key from this corner on, within `room`, and says how high it became.
pub(super) fn draw(canvas: &mut Canvas, keys: &[Key], (left, top): Point, room: f64) -> f64 {
    let font = Font::new(canvas.form.pick(12.5, 12.0), Hue::INK);
    let (mut x, mut y) = (left, top);
    for key in keys {
        let width = SIDE + 5.0 + font.width(key.word);
        if x > left && x + width > left + room {
            (x, y) = (left, y + ROW);
        }
        let middle = y + SIDE / 2.0;
        swatch(canvas, key.swatch, Rect::new(x, y, x + SIDE, y + SIDE));
        canvas.text_within(key.word, (x + SIDE + 5.0, middle + font.drop()), Anchor::Start, font, left + room - x - SIDE - 5.0);
        x += width + 16.0;
    }
    if keys.is_empty() { 0.0 } else { y + SIDE - top }
}

fn swatch(canvas: &mut Canvas, swatch: Swatch, rect: Rect) {
    let (x, y) = rect.middle();
    match swatch {
        Swatch::Square { fill, mark } => {
            canvas.rect(rect, Paint::fill(fill));
            if let Some((mark, hue)) = mark {
                let font = Font::bold(11.0, hue);
                canvas.text(mark, (x, y + font.drop()), Anchor::Middle, font);
            }
        }
        Swatch::Outline(hue) => canvas.rect(rect.grown(-2.0), Paint::line(hue, 2.0)),
        Swatch::Mark(verdict) => marks::draw(canvas, verdict, (x, y), 5.5),
        Swatch::Ground(hue) => canvas.rect(rect.grown(-2.0), Paint::fill(hue).outlined(Hue::LINE, 1.0)),
        Swatch::Dashed(hue) => canvas.line((x, rect.top), (x, rect.bottom), Paint::line(hue, 1.5).dashed(Dash::Short)),
        Swatch::Arrow(verdict) => marks::open_arrow(canvas, (x + 7.0, y), Hue::of(verdict)),
        Swatch::Tick(hue) => canvas.line((x, rect.top), (x, rect.bottom), Paint::line(hue, 2.0)),
        Swatch::Diamond(hue) => marks::diamond(canvas, (x, y), 6.0, Paint::line(hue, 1.8)),
    }
}
