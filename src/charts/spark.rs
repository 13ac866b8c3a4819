//! The level through a series in a line as small as a word, for lists.

use super::backend::write_tenths;

/// How far two audits stand apart at most, and all of them together, and two levels, and the line from its edges; in tenths.
const APART: i32 = 480;
const ACROSS: i32 = 1600;
const UP: i32 = 70;
const MARGIN: i32 = 50;

/// The overall levels of a series, the oldest first, as a small drawing without words: whoever shows it says them beside it.
/// An audit without a score leaves a gap. Nothing for fewer than two audits.
pub fn levels(levels: &[Option<u8>]) -> Option<String> {
    let last = levels.len().checked_sub(1).filter(|last| *last > 0)?;
    let apart = APART.min(ACROSS / last as i32);
    let width = apart * last as i32 + 2 * MARGIN;
    let place = |at: usize, level: u8| (MARGIN + apart * at as i32, MARGIN + UP * (5 - i32::from(level)));
    let mut svg = String::from("<svg class=\"chart spark\" aria-hidden=\"true\" viewBox=\"0 0");
    let numbers = |svg: &mut String, between: &str, (x, y): (i32, i32)| {
        write_tenths(svg, x);
        svg.push_str(between);
        write_tenths(svg, y);
    };
    svg.push(' ');
    numbers(&mut svg, " ", (width, UP * 4 + 2 * MARGIN));
    svg.push_str("\">\n");
    for level in [1, 5] {
        svg.push_str("<path class=\"stroke-line\" d=\"M");
        numbers(&mut svg, ",", place(0, level));
        svg.push('H');
        write_tenths(&mut svg, width - MARGIN);
        svg.push_str("\"/>\n");
    }
    let points: Vec<Option<(i32, i32)>> =
        levels.iter().enumerate().map(|(at, level)| level.map(|level| place(at, level))).collect();
    for part in points.split(Option::is_none).filter(|part| part.len() > 1) {
        svg.push_str("<path class=\"stroke-accent\" stroke-width=\"2.5\" d=\"");
        for (at, point) in part.iter().flatten().enumerate() {
            svg.push(if at == 0 { 'M' } else { 'L' });
            numbers(&mut svg, ",", *point);
        }
        svg.push_str("\"/>\n");
    }
    for point in points.iter().flatten() {
        svg.push_str("<circle class=\"fill-accent\" r=\"3.5\" cx=\"");
        numbers(&mut svg, "\" cy=\"", *point);
        svg.push_str("\"/>\n");
    }
    svg.push_str("</svg>\n");
    Some(svg)
}

#[cfg(test)]
mod tests {
    use super::levels;

    #[test]
    fn a_line_joins_neighbours_with_a_score() {
        assert_eq!(levels(&[Some(3)]), None);
        let paths = |all: &[Option<u8>]| levels(all).unwrap().matches("stroke-accent").count();
        assert_eq!(paths(&[Some(1), Some(3)]), 1);
        assert_eq!(paths(&[Some(1), None, Some(3)]), 0);
        assert!(levels(&[Some(1), Some(5)]).unwrap().contains("d=\"M5,33L53,5\""));
    }
}
