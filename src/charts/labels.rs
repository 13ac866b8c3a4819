//! Room for labels: rectangles that must not overlap, and ways to find a place.

use super::text_width::{ASCENT, DESCENT, text_width};

/// A rectangle in user units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    pub(super) fn new(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect { left, top, right, bottom }
    }

    /// The room that a text takes whose base line starts, has its middle or ends at the point.
    pub(super) fn of_text(text: &str, (x, y): (f64, f64), anchor: Anchor, size: f64, bold: bool) -> Rect {
        let width = text_width(text, size, bold);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Rect::new(left, y - ASCENT * size, left + width, y + DESCENT * size)
    }

    /// The smallest rectangle around a straight line of this width.
    pub(super) fn of_line(from: (f64, f64), to: (f64, f64), width: f64) -> Rect {
        let half = width / 2.0;
        Rect::new(from.0.min(to.0) - half, from.1.min(to.1) - half, from.0.max(to.0) + half, from.1.max(to.1) + half)
    }

    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub(super) fn middle(&self) -> (f64, f64) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    pub(super) fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub(super) fn inside(&self, other: &Rect) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }

    /// The same with so much more on every side.
    pub(super) fn grown(&self, by: f64) -> Rect {
        Rect::new(self.left - by, self.top - by, self.right + by, self.bottom + by)
    }

    /// The same, moved.
    pub(super) fn moved(&self, right: f64, down: f64) -> Rect {
        Rect::new(self.left + right, self.top + down, self.right + right, self.bottom + down)
    }
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Places that are taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Taken(Vec<Rect>);

impl Taken {
    pub(super) fn add(&mut self, rect: Rect) {
        self.0.push(rect);
    }

    pub(super) fn is_free(&self, rect: &Rect) -> bool {
        !self.0.iter().any(|taken| taken.overlaps(rect))
    }
}

/// Moves labels along a line, as little as possible, so that none overlaps another and all lie between `low` and `high`.
///
/// Each label is its wanted middle and its length; the answer holds the middles in the same order. Labels that want the same place
/// keep their order. Where there is not enough room, they are packed from `low` on.
pub(super) fn spread(labels: &[(f64, f64)], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|one, other| labels[*one].0.total_cmp(&labels[*other].0));
    // runs of labels that touch: the first label's start that suits all best, how many, and their length
    let mut runs: Vec<(f64, usize, f64)> = Vec::new();
    for &index in &order {
        let (wanted, length) = labels[index];
        let mut run = (wanted - length / 2.0, 1, length);
        while let Some(&before) = runs.last() {
            if clamp(before.0, before.2, low, high) + before.2 <= clamp(run.0, run.2, low, high) + 1e-9 {
                break;
            }
            runs.pop();
            let (count, length) = (before.1 + run.1, before.2 + run.2);
            let start = (before.0 * before.1 as f64 + (run.0 - before.2) * run.1 as f64) / count as f64;
            run = (start, count, length);
        }
        runs.push(run);
    }
    let mut middles = vec![0.0; labels.len()];
    let mut places = order.into_iter();
    for (start, count, length) in runs {
        let mut at = clamp(start, length, low, high);
        for index in places.by_ref().take(count) {
            middles[index] = at + labels[index].1 / 2.0;
            at += labels[index].1;
        }
    }
    middles
}

fn clamp(start: f64, length: f64, low: f64, high: f64) -> f64 {
    start.min(high - length).max(low)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn labels_that_fit_stay_where_they_are() {
        assert_eq!(spread(&[(10.0, 10.0), (50.0, 10.0)], 0.0, 100.0), [10.0, 50.0]);
    }

    #[test]
    fn labels_that_collide_move_apart_evenly() {
        assert_eq!(spread(&[(50.0, 10.0), (50.0, 10.0)], 0.0, 100.0), [45.0, 55.0]);
        assert_eq!(spread(&[(98.0, 10.0), (50.0, 10.0), (97.0, 10.0)], 0.0, 100.0), [95.0, 50.0, 85.0]);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_and_stay_inside(wanted in prop::collection::vec((-50.0..250.0, 1.0..12.0), 0..15)) {
            let middles = spread(&wanted, 0.0, 200.0);
            let mut ranges: Vec<_> = middles.iter().zip(&wanted).map(|(middle, (_, length))| (middle - length / 2.0, middle + length / 2.0)).collect();
            ranges.sort_by(|one, other| one.0.total_cmp(&other.0));
            for range in &ranges {
                prop_assert!(range.0 >= -1e-6 && range.1 <= 200.0 + 1e-6);
            }
            for pair in ranges.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0 + 1e-6);
            }
        }
    }
}
