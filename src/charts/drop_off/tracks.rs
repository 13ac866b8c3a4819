//! Stepped lines that stay apart where they would lie on each other.

use plotters::coord::types::RangedCoordf64;

use super::Line;
use crate::charts::canvas::{Plot, Point, place};
use crate::charts::labels::{Rect, spread};

/// Where one line runs: its height over each of the six columns, and where it turns.
pub(super) struct Track {
    pub(super) heights: [f64; 6],
    pub(super) turns: [f64; 7],
}

/// A plot with a column each for the start and the five steps, and shares from 0 to 1.
pub(super) type Columns = Plot<RangedCoordf64, RangedCoordf64>;

/// Lays the lines out. Lines that would coincide are moved apart by little more than their width, the first of them on top.
pub(super) fn lay_out(plot: &Columns, lines: &[Line], rect: Rect) -> Vec<Track> {
    let apart = (24.0 / lines.len().max(1) as f64).clamp(2.0, 3.0);
    let mut tracks: Vec<_> = lines
        .iter()
        .map(|line| Track {
            heights: std::array::from_fn(|column| place(plot, 0.0, line.share(column)).1),
            turns: std::array::from_fn(|column| place(plot, column as f64, 0.0).0),
        })
        .collect();
    for column in 0..6 {
        let wanted: Vec<_> = tracks.iter().map(|track| (track.heights[column], apart)).collect();
        let heights = spread(&wanted, rect.top - apart / 2.0, rect.bottom + apart / 2.0);
        tracks.iter_mut().zip(heights).for_each(|(track, height)| track.heights[column] = height);
    }
    for column in 1..6 {
        let falls = |line: &Line| line.counts[column] < line.counts[column - 1];
        let mut turning: Vec<usize> = (0..lines.len()).filter(|line| falls(&lines[*line])).collect();
        // the lower of two lines turns first: so they do not cross
        turning.sort_by(|one, other| tracks[*other].heights[column - 1].total_cmp(&tracks[*one].heights[column - 1]));
        let wanted: Vec<_> = turning.iter().map(|line| (tracks[*line].turns[column], apart)).collect();
        for (line, turn) in turning.iter().zip(spread(&wanted, rect.left, rect.right)) {
            tracks[*line].turns[column] = turn;
        }
    }
    tracks
}

impl Track {
    /// The corners from left to right.
    pub(super) fn points(&self) -> Vec<Point> {
        (0..6)
            .flat_map(|column| [(self.turns[column], self.heights[column]), (self.turns[column + 1], self.heights[column])])
            .collect()
    }

    /// The room that the line takes.
    pub(super) fn obstacles(&self) -> impl Iterator<Item = Rect> {
        let points = self.points();
        (1..points.len()).map(move |end| Rect::of_line(points[end - 1], points[end], 8.0))
    }
}
