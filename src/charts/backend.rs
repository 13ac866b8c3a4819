//! Our plotters backend: SVG with classes for colours, real text, one decimal.
//!
//! Coordinates of the backend are tenths of a user unit, so that plotters' whole numbers are exact enough.

use std::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};

use super::paint::Paint;

pub(super) type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The marks drawn so far.
pub(super) struct Svg {
    size: (u32, u32),
    marks: String,
    /// The tooltip of the next mark.
    title: Option<String>,
    /// Where the last mark is a line that more lines of the same style may join: where it ends, and that style.
    open: Option<(usize, Style)>,
}

/// Classes as plotters carries them, and the width of lines.
type Style = ((u8, u8, u8), u32);

/// What ends a line.
const END: &str = "\"/>\n";

impl Svg {
    /// An empty drawing of this size in tenths.
    pub(super) fn new(size: (u32, u32)) -> Svg {
        Svg { size, marks: String::with_capacity(8 * 1024), title: None, open: None }
    }

    /// Gives the next mark a tooltip.
    pub(super) fn title_next(&mut self, title: &str) {
        self.title = Some(title.to_owned());
    }

    /// All marks, one a line; the drawing is empty then.
    pub(super) fn take_marks(&mut self) -> String {
        std::mem::take(&mut self.marks)
    }

    fn paint<S: BackendStyle>(&mut self, style: &S) {
        let paint = Paint::from_bytes(style.color().rgb, f64::from(style.stroke_width()) / 10.0);
        self.marks.push_str(" class=\"");
        paint.write_classes(&mut self.marks);
        self.marks.push('"');
        if paint.stroke.is_some() && style.stroke_width() != 10 {
            self.number(" stroke-width=\"", style.stroke_width() as i32);
        }
    }

    /// Writes ` name="12.3"` for 123 tenths; `open` is everything up to the number.
    fn number(&mut self, open: &str, tenths: i32) {
        self.marks.push_str(open);
        write_tenths(&mut self.marks, tenths);
        self.marks.push('"');
    }

    fn close(&mut self, tag: &str) {
        match self.title.take() {
            None => self.marks.push_str("/>\n"),
            Some(title) => {
                self.marks.push_str("><title>");
                escape(&title, &mut self.marks);
                self.marks.push_str("</title></");
                self.marks.push_str(tag);
                self.marks.push_str(">\n");
            }
        }
    }

    fn path<S: BackendStyle>(&mut self, points: impl IntoIterator<Item = BackendCoord>, style: &S, closed: bool) -> Drawn {
        // lines of one style that follow each other are one mark
        let line = (!closed && self.title.is_none()).then(|| (style.color().rgb, style.stroke_width()));
        match (self.open, line) {
            (Some((end, before)), Some(line)) if end == self.marks.len() && before == line => {
                self.marks.truncate(end - END.len());
            }
            _ => {
                self.marks.push_str("<path");
                self.paint(style);
                self.marks.push_str(" d=\"");
            }
        }
        let mut last: Option<BackendCoord> = None;
        for point in points {
            let (letter, numbers): (_, &[i32]) = match last {
                None => ('M', &[point.0, point.1]),
                Some(before) if before == point => continue,
                Some(before) if before.1 == point.1 => ('H', &[point.0]),
                Some(before) if before.0 == point.0 => ('V', &[point.1]),
                Some(_) => ('L', &[point.0, point.1]),
            };
            self.marks.push(letter);
            write_tenths(&mut self.marks, numbers[0]);
            if let Some(second) = numbers.get(1) {
                self.marks.push(' ');
                write_tenths(&mut self.marks, *second);
            }
            last = Some(point);
        }
        if closed {
            self.marks.push('Z');
        }
        self.marks.push('"');
        self.close("path");
        self.open = line.filter(|((fill, ..), _)| *fill == 0).map(|line| (self.marks.len(), line));
        Ok(())
    }
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0.saturating_add(1), point.1.saturating_add(1)), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.path([from, to], style, false)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.path(path, style, false)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Drawn {
        self.path(corners, style, true)
    }

    fn draw_rect<S: BackendStyle>(&mut self, one: BackendCoord, other: BackendCoord, style: &S, _fill: bool) -> Drawn {
        self.marks.push_str("<rect");
        self.paint(style);
        self.number(" x=\"", one.0.min(other.0));
        self.number(" y=\"", one.1.min(other.1));
        self.number(" width=\"", one.0.saturating_sub(other.0).saturating_abs());
        self.number(" height=\"", one.1.saturating_sub(other.1).saturating_abs());
        self.close("rect");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, _fill: bool) -> Drawn {
        self.marks.push_str("<circle");
        self.paint(style);
        self.number(" cx=\"", center.0);
        self.number(" cy=\"", center.1);
        self.number(" r=\"", i32::try_from(radius).unwrap_or(i32::MAX));
        self.close("circle");
        Ok(())
    }

    /// The position is that of the base line.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Drawn {
        self.marks.push_str("<text class=\"");
        Paint::from_bytes(style.color().rgb, 0.0).write_classes(&mut self.marks);
        if matches!(style.style(), FontStyle::Bold) {
            self.marks.push_str(" bold");
        }
        self.marks.push('"');
        self.number(" x=\"", pos.0);
        self.number(" y=\"", pos.1);
        self.number(" font-size=\"", style.size() as i32);
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => self.marks.push_str(" text-anchor=\"middle\""),
            HPos::Right => self.marks.push_str(" text-anchor=\"end\""),
        }
        self.marks.push('>');
        if let Some(title) = self.title.take() {
            self.marks.push_str("<title>");
            escape(&title, &mut self.marks);
            self.marks.push_str("</title>");
        }
        escape(text, &mut self.marks);
        self.marks.push_str("</text>\n");
        Ok(())
    }
}

/// Writes tenths as a number with at most one decimal.
pub(super) fn write_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    out.push_str(itoa::Buffer::new().format(whole));
    if rest > 0 {
        out.push('.');
        out.push(char::from(b'0' + rest as u8));
    }
}

/// Writes a text so that it is a text in XML and in HTML, whatever it holds; characters that XML forbids are left out.
pub(super) fn escape(text: &str, out: &mut String) {
    let plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    // most texts are plain; of the others most is, which is copied in runs
    if text.bytes().fold(true, |all, byte| all & plain(byte)) {
        return out.push_str(text);
    }
    let mut run = 0;
    for (at, char) in text.char_indices() {
        let instead = match char {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            '\t' | '\n' | '\r' => " ",
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => "",
            // signs that would turn the order of the text around it
            '\u{202a}'..='\u{202e}' => "",
            _ => continue,
        };
        out.push_str(&text[run..at]);
        out.push_str(instead);
        run = at + char.len_utf8();
    }
    out.push_str(&text[run..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_one_decimal() {
        let written = |tenths| {
            let mut out = String::new();
            write_tenths(&mut out, tenths);
            out
        };
        assert_eq!([0, 5, 120, 123, -5, -120].map(written), ["0", "0.5", "12", "12.3", "-0.5", "-12"]);
        for tenths in (-20_000..20_000).chain([i32::MIN, i32::MAX]) {
            let number = format!("{:.1}", f64::from(tenths) / 10.0);
            assert_eq!(written(tenths), number.strip_suffix(".0").unwrap_or(&number));
        }
    }

    #[test]
    fn texts_stay_texts() {
        let mut out = String::new();
        escape("<script>alert('&\"')</script>\u{0}\u{202e}…é\u{85}\n", &mut out);
        assert_eq!(out, "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;…é ");
    }
}
