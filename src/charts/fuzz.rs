//! What must hold of any drawing; called by [`crate::fuzz`].
#![expect(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what must hold is asserted: a fuzzer wants a panic"
)]

use plotters::style::ShapeStyle;
use plotters_backend::DrawingBackend;

use super::backend::Svg;
use super::canvas::{Canvas, Font, Form, Point};
use super::labels::{Anchor, Rect};
use super::paint::{Dash, Hue, Paint};
use super::standalone;
use crate::palette::Accent;

/// Elements of a drawing, with the attributes that hold numbers and those that hold words.
const MARKS: [(&str, &[&str], &[&str]); 8] = [
    ("circle", &["cx", "cy", "r", "stroke-width"], &["class"]),
    ("desc", &[], &["id"]),
    ("path", &["stroke-width"], &["class", "d"]),
    ("rect", &["x", "y", "width", "height", "stroke-width"], &["class"]),
    ("style", &[], &[]),
    ("svg", &["x", "y", "width", "height"], &["class", "viewBox", "role", "aria-labelledby", "aria-describedby"]),
    ("text", &["x", "y", "font-size"], &["class", "text-anchor"]),
    ("title", &[], &[]),
];

/// Draws what the lines of a text say: a word, numbers, and words of any kind.
///
/// # Panics
/// Where something does not hold.
pub(crate) fn any_drawing(text: &str) {
    let (mut wide, mut narrow) = (Canvas::new(Form::Wide), Canvas::new(Form::Narrow));
    let mut svg = Svg::new((7200, 1000));
    let (mut id, mut height) = ("", 100.0);
    for line in text.lines() {
        let line = Line::read(line);
        match line.word {
            "id" => id = line.rest,
            "height" => height = line.number(0).max(0.0),
            _ => {
                line.draw(&mut wide);
                line.draw(&mut narrow);
                let Ok(()) = line.draw_below(&mut svg) else { panic!("a text takes everything") };
            }
        }
    }
    for form in [wide.finish(height, id, text), narrow.finish(height, id, text)] {
        is_drawing(&form);
        is_drawing(&standalone::file(id, text, &form, &Accent::default()));
    }
    is_drawing(&format!("<svg>{}</svg>", svg.take_marks()));
}

/// One line: what to draw, where, and what is written there.
struct Line<'t> {
    word: &'t str,
    numbers: Vec<f64>,
    rest: &'t str,
}

impl<'t> Line<'t> {
    fn read(line: &'t str) -> Line<'t> {
        let (word, mut rest) = line.split_once(' ').unwrap_or((line, ""));
        let mut numbers = Vec::new();
        while let Some((number, behind)) = rest.split_once(' ').or((!rest.is_empty()).then_some((rest, ""))) {
            let Ok(number) = number.parse() else { break };
            numbers.push(number);
            rest = behind;
        }
        Line { word, numbers, rest }
    }

    /// A number by its place; 0 where there are not so many.
    fn number(&self, at: usize) -> f64 {
        self.numbers.get(at).copied().unwrap_or_default()
    }

    fn points(&self) -> Vec<Point> {
        self.numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    }

    /// A paint that follows from the text of the line.
    fn paint(&self) -> Paint {
        let place = self.rest.len();
        let paint = Paint::fill(Hue::series(place)).dashed(Dash::series(place));
        if place.is_multiple_of(2) { paint } else { paint.outlined(Hue::series(place + 1), 1.5).pale() }
    }

    fn anchor(&self) -> Anchor {
        [Anchor::Start, Anchor::Middle, Anchor::End][self.numbers.len() % 3]
    }

    fn draw(&self, canvas: &mut Canvas) {
        let (x, y, font) = (self.number(0), self.number(1), Font::new(12.0, Hue::INK));
        match self.word {
            "title" => canvas.title_next(self.rest),
            "rect" => canvas.rect(Rect::new(x, y, self.number(2), self.number(3)), self.paint()),
            "circle" => canvas.circle((x, y), self.number(2), self.paint()),
            "path" => canvas.path(&self.points(), self.paint()),
            "polygon" => canvas.polygon(&self.points(), self.paint()),
            "text" => drop(canvas.text(self.rest, (x, y), self.anchor(), font)),
            "within" => drop(canvas.text_within(self.rest, (x, y), self.anchor(), font, self.number(2))),
            "name" => canvas.name(self.rest, (x, y), self.anchor(), font, self.number(2)),
            _ => {}
        }
    }

    /// The same without a canvas between: whatever plotters may ask for.
    fn draw_below(&self, svg: &mut Svg) -> super::backend::Drawn {
        let style = ShapeStyle::from(self.paint());
        let at = |place: usize| (self.number(place) as i32, self.number(place + 1) as i32);
        let points = || self.points().into_iter().map(|(x, y)| (x as i32, y as i32));
        match self.word {
            "title" => svg.title_next(self.rest),
            "rect" => svg.draw_rect(at(0), at(2), &style, true)?,
            "circle" => svg.draw_circle(at(0), self.number(2) as u32, &style, true)?,
            "path" => svg.draw_path(points(), &style)?,
            "polygon" => svg.fill_polygon(points(), &style)?,
            "pixel" => svg.draw_pixel(at(0), plotters_backend::BackendStyle::color(&style))?,
            _ => {}
        }
        Ok(())
    }
}

/// That a drawing is well-formed, and holds marks of ours alone.
fn is_drawing(svg: &str) {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        let name = element.tag_name().name();
        let (_, numbers, words) =
            MARKS.iter().find(|(known, ..)| *known == name).unwrap_or_else(|| panic!("<{name}> is no mark"));
        for attribute in element.attributes() {
            let (of, value) = (attribute.name(), attribute.value());
            if numbers.contains(&of) {
                assert!(is_number(value) || value == "100%", "<{name} {of}=\"{value}\">");
            } else {
                assert!(words.contains(&of), "<{name}> never has {of}");
            }
            match of {
                "d" => assert!(is_path(value), "<{name} d=\"{value}\">"),
                "viewBox" => assert!(value.split(' ').all(is_number), "<{name} viewBox=\"{value}\">"),
                "class" => assert!(value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"- ".contains(&byte)), "{value}"),
                "width" | "height" | "r" => assert!(!value.starts_with('-'), "<{name} {of}=\"{value}\">"),
                _ => {}
            }
        }
    }
}

/// Whether a text is a number with at most one decimal.
fn is_number(text: &str) -> bool {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(rest) && rest.len() == 1
}

/// Whether a text is the outline of a path: letters, each with its numbers.
fn is_path(text: &str) -> bool {
    let body = text.strip_suffix('Z').unwrap_or(text);
    let spaced: String = body.chars().map(|c| if c.is_ascii_alphabetic() { format!(" {c} ") } else { c.into() }).collect();
    let mut words = spaced.split_whitespace();
    while let Some(letter) = words.next() {
        let numbers = match letter {
            "M" | "L" => 2,
            "H" | "V" => 1,
            _ => return false,
        };
        if !(0..numbers).all(|_| words.next().is_some_and(is_number)) {
            return false;
        }
    }
    true
}
