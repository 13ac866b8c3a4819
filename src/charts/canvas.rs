//! What charts draw on: plotters' drawing area over our backend, in user units, with the places of all texts remembered.

use std::cell::RefCell;
use std::convert::Infallible;
use std::iter::{Copied, Map};
use std::rc::Rc;
use std::slice::Iter;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::Ranged;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Drawable, PointCollection, Rectangle};
use plotters::style::ShapeStyle;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily, FontStyle};

use super::backend::{Svg, escape, write_tenths};
use super::labels::{Anchor, Rect, Taken};
use super::paint::{Hue, Paint};
use super::text_width::{shorten, text_width, wrap, wrap_to};

/// For which width of the page a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// 640 pixels and more.
    Wide,
    /// A phone.
    Narrow,
}

impl Form {
    /// The width of the whole drawing in user units.
    const fn full_width(self) -> f64 {
        match self {
            Form::Wide => 720.0,
            Form::Narrow => 328.0,
        }
    }

    pub(super) fn is_narrow(self) -> bool {
        self == Form::Narrow
    }

    /// The one value or the other.
    pub(super) fn pick<T>(self, wide: T, narrow: T) -> T {
        match self {
            Form::Wide => wide,
            Form::Narrow => narrow,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Form::Wide => "wide",
            Form::Narrow => "narrow",
        }
    }
}

/// Left and right of what is drawn so much stays free, as letters may reach beyond their place.
const EDGE: f64 = 2.0;

/// Size, weight and colour of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Font {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) hue: Hue,
}

impl Font {
    pub(super) const fn new(size: f64, hue: Hue) -> Font {
        Font { size, bold: false, hue }
    }

    pub(super) const fn bold(size: f64, hue: Hue) -> Font {
        Font { size, bold: true, hue }
    }

    pub(super) fn width(&self, text: &str) -> f64 {
        text_width(text, self.size, self.bold)
    }

    /// A text in lines that fit.
    pub(super) fn wrap(&self, text: &str, room: f64) -> Vec<String> {
        wrap(text, room, self.size, self.bold)
    }

    /// A name in up to two lines that fit, the second one shortened where it must be.
    pub(super) fn name_lines(&self, name: &str, room: f64) -> Vec<String> {
        wrap_to(name, 2, room, self.size, self.bold)
    }

    /// From one base line to the next.
    pub(super) fn line(&self) -> f64 {
        self.size * 1.32
    }

    /// How far below its middle line a text's base line lies.
    pub(super) fn drop(&self) -> f64 {
        self.size * 0.36
    }
}

/// A point in user units.
pub(super) type Point = (f64, f64);

/// A drawing area whose coordinates are data.
pub(super) type Plot<X, Y> = DrawingArea<Svg, Cartesian2d<X, Y>>;

/// A chart being drawn.
pub(super) struct Canvas {
    pub(super) form: Form,
    /// Where texts stand, and marks that texts must not cover.
    pub(super) taken: Taken,
    svg: Rc<RefCell<Svg>>,
    area: DrawingArea<Svg, Shift>,
}

impl Canvas {
    pub(super) fn new(form: Form) -> Canvas {
        // the height is known when all is drawn: the drawing itself needs none
        let svg = Rc::new(RefCell::new(Svg::new((tenths(form.full_width()) as u32, u32::from(u16::MAX)))));
        Canvas { form, taken: Taken::default(), area: DrawingArea::from(&svg), svg }
    }

    /// How far to the right one may draw.
    pub(super) fn width(&self) -> f64 {
        self.form.full_width() - 2.0 * EDGE
    }

    /// Lays data coordinates over a rectangle: x from left to right, y from bottom to top.
    pub(super) fn plot<X: Ranged, Y: Ranged>(&self, x: impl Into<X>, y: impl Into<Y>, rect: Rect) -> Plot<X, Y> {
        let pixels = (tenths(EDGE + rect.left)..tenths(EDGE + rect.right), tenths(rect.bottom)..tenths(rect.top));
        self.area.apply_coord_spec(Cartesian2d::new(x, y, pixels))
    }

    /// Gives the next mark or text a tooltip.
    pub(super) fn title_next(&self, title: &str) {
        self.svg.borrow_mut().title_next(title);
    }

    #[expect(clippy::unreachable, reason = "a string takes everything, and nobody else borrows it")]
    fn draw<'a, E>(&self, element: &'a E)
    where
        &'a E: PointCollection<'a, BackendCoord>,
        E: Drawable<Svg>,
    {
        let Ok(()) = self.area.draw(element) else { unreachable!("a string takes everything, and nobody else borrows it") };
    }

    pub(super) fn rect(&self, rect: Rect, paint: Paint) {
        self.draw(&Rectangle::new([pixel((rect.left, rect.top)), pixel((rect.right, rect.bottom))], paint));
    }

    pub(super) fn line(&self, from: Point, to: Point, paint: Paint) {
        self.path(&[from, to], paint);
    }

    pub(super) fn path(&self, points: &[Point], paint: Paint) {
        self.draw(&Shape { points, closed: false, style: paint.into() });
    }

    pub(super) fn polygon(&self, points: &[Point], paint: Paint) {
        self.draw(&Shape { points, closed: true, style: paint.into() });
    }

    pub(super) fn circle(&self, center: Point, radius: f64, paint: Paint) {
        self.draw(&Circle::new(pixel(center), tenths(radius), paint));
    }

    /// Writes a text with its base line at the point, remembers its place and says it.
    pub(super) fn text(&mut self, text: &str, at: Point, anchor: Anchor, font: Font) -> Rect {
        self.draw(&Words { text, at: pixel(at), style: WordStyle { anchor, font } });
        let rect = Rect::of_text(text, at, anchor, font.size, font.bold);
        self.taken.add(rect);
        rect
    }

    /// The same, shortened to fit; the whole text is then the tooltip.
    pub(super) fn text_within(&mut self, text: &str, at: Point, anchor: Anchor, font: Font, room: f64) -> Rect {
        let short = shorten(text, room, font.size, font.bold);
        if short != text {
            self.title_next(text);
        }
        self.text(&short, at, anchor, font)
    }

    /// A name in up to two lines around the height `y`; the whole name is the tooltip where it had to be shortened.
    pub(super) fn name(&mut self, name: &str, (x, y): Point, anchor: Anchor, font: Font, room: f64) {
        let lines = font.name_lines(name, room);
        let first = y + font.drop() - font.line() * (lines.len().max(1) - 1) as f64 / 2.0;
        self.lines(&lines, name, (x, first), anchor, font);
    }

    /// The lines of a name, the base line of the first one at the point; the whole name is the tooltip where it had to be shortened.
    pub(super) fn lines(&mut self, lines: &[String], name: &str, (x, y): Point, anchor: Anchor, font: Font) {
        for (line, text) in lines.iter().enumerate() {
            if text.ends_with('…') {
                self.title_next(name);
            }
            self.text(text, (x, y + font.line() * line as f64), anchor, font);
        }
    }

    /// The finished `<svg>`, with a description for those who do not see it.
    pub(super) fn finish(self, height: f64, id: &str, description: &str) -> String {
        let form = self.form;
        // a plot may still hold on to the drawing
        let marks = self.svg.borrow_mut().take_marks();
        let mut out = String::with_capacity(marks.len() + description.len() + 300);
        let (name, mut safe_id) = (form.name(), String::new());
        escape(id, &mut safe_id);
        out.push_str("<svg class=\"chart chart-");
        out.push_str(name);
        out.push_str("\" viewBox=\"0 0 ");
        write_tenths(&mut out, tenths(form.full_width()));
        out.push(' ');
        write_tenths(&mut out, tenths(height));
        out.push_str("\" role=\"img\" aria-labelledby=\"");
        out.push_str(&safe_id);
        out.push_str("-title\" aria-describedby=\"");
        for end in ["\">\n<desc id=\"", "\">"] {
            out.push_str(&safe_id);
            out.push('-');
            out.push_str(name);
            out.push_str("-desc");
            out.push_str(end);
        }
        escape(description, &mut out);
        out.push_str("</desc>\n");
        out.push_str(&marks);
        out.push_str("</svg>\n");
        out
    }
}

/// Where a plot puts these data, in user units.
pub(super) fn place<X: Ranged, Y: Ranged>(plot: &Plot<X, Y>, x: X::ValueType, y: Y::ValueType) -> Point {
    let (x, y) = plot.map_coordinate(&(x, y));
    (f64::from(x) / 10.0 - EDGE, f64::from(y) / 10.0)
}

fn tenths(units: f64) -> i32 {
    (units * 10.0).round() as i32
}

fn pixel((x, y): Point) -> BackendCoord {
    (tenths(EDGE + x), tenths(y))
}

/// A line, or the shape that it closes around, as an element of plotters; plotters' own polygon forgets the width of its outline.
struct Shape<'a> {
    points: &'a [Point],
    closed: bool,
    style: ShapeStyle,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Shape<'_> {
    type Point = BackendCoord;
    type IntoIter = Map<Copied<Iter<'a, Point>>, fn(Point) -> BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        self.points.iter().copied().map(pixel)
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Shape<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        match self.closed {
            true => backend.fill_polygon(points, &self.style),
            false => backend.draw_path(points, &self.style),
        }
    }
}

/// A text as an element of plotters, without the fonts that plotters' own element carries.
struct Words<'a> {
    text: &'a str,
    at: BackendCoord,
    style: WordStyle,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Words<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::iter::Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Words<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        points.next().map_or(Ok(()), |at| backend.draw_text(self.text, &self.style, at))
    }
}

struct WordStyle {
    anchor: Anchor,
    font: Font,
}

impl BackendTextStyle for WordStyle {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        let style = ShapeStyle::from(Paint::fill(self.font.hue));
        BackendColor { alpha: 1.0, rgb: (style.color.0, style.color.1, style.color.2) }
    }

    fn size(&self) -> f64 {
        self.font.size * 10.0
    }

    fn style(&self) -> FontStyle {
        if self.font.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let h_pos = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(h_pos, VPos::Bottom)
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let rect = Rect::of_text(text, (0.0, 0.0), self.anchor, self.font.size, self.font.bold);
        Ok((pixel((rect.left, rect.top)), pixel((rect.right, rect.bottom))))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, Infallible> {
        // letters are drawn by whoever shows the SVG
        Ok(Ok(()))
    }
}
