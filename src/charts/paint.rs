//! What marks and texts look like: names of colours and habits of lines, which become CSS classes.
//!
//! No chart knows a colour's value. `charts.css` maps each class to a custom property for pages; a stand-alone file carries the
//! light values itself. Both come from [`rules`].

use std::collections::HashMap;
use std::sync::LazyLock;

use plotters::style::{RGBAColor, ShapeStyle};

use crate::framework::Verdict;
use crate::palette::{COLOURS, Colour};

/// A colour of the palette, by its place there plus 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hue(u8);

/// The colour with this name; a name that does not exist does not compile.
#[expect(clippy::panic, reason = "at compile time alone")]
const fn hue(name: &str) -> Hue {
    let mut at = 0;
    while at < COLOURS.len() {
        if same(COLOURS[at].name, name) {
            return Hue(at as u8 + 1);
        }
        at += 1;
    }
    panic!("no colour has this name")
}

/// Whether two texts are the same, which `==` cannot say in a `const fn`.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

impl Hue {
    pub(super) const PAGE: Hue = hue("page");
    pub(super) const BAND: Hue = hue("band");
    pub(super) const LINE: Hue = hue("line");
    pub(super) const AXIS: Hue = hue("line-strong");
    pub(super) const INK: Hue = hue("ink");
    pub(super) const SOFT: Hue = hue("ink-soft");
    pub(super) const ACCENT: Hue = hue("accent");
    pub(super) const ACCENT_TINT: Hue = hue("accent-tint");
    pub(super) const FAIL: Hue = hue("fail");
    pub(super) const FAIL_INK: Hue = hue("fail-ink");
    pub(super) const WEAK_TINT: Hue = hue("weak-tint");
    pub(super) const NA_TINT: Hue = hue("na-tint");
    pub(super) const NA_INK: Hue = hue("na-ink");
    pub(super) const PASS: Hue = hue("pass");
    pub(super) const PASS_INK: Hue = hue("pass-ink");

    /// The fill of a verdict.
    pub(super) const fn of(verdict: Verdict) -> Hue {
        match verdict {
            Verdict::Pass => Hue::PASS,
            Verdict::Late => hue("late"),
            Verdict::Weak => hue("weak"),
            Verdict::Unproven => hue("unproven"),
            Verdict::Fail => Hue::FAIL,
            Verdict::Pending => hue("pending"),
            Verdict::NotApplicable => hue("na"),
        }
    }

    /// Text on the fill of a verdict.
    pub(super) const fn on(verdict: Verdict) -> Hue {
        match verdict {
            Verdict::Pass => hue("pass-on"),
            Verdict::Late => hue("late-on"),
            Verdict::Weak => hue("weak-on"),
            Verdict::Unproven => hue("unproven-on"),
            Verdict::Fail => hue("fail-on"),
            Verdict::Pending => hue("pending-on"),
            Verdict::NotApplicable => hue("na-on"),
        }
    }

    /// Text on the page that speaks of a verdict.
    pub(super) const fn ink(verdict: Verdict) -> Hue {
        match verdict {
            Verdict::Pass => Hue::PASS_INK,
            Verdict::Late => hue("late-ink"),
            Verdict::Weak => hue("weak-ink"),
            Verdict::Unproven => hue("unproven-ink"),
            Verdict::Fail => Hue::FAIL_INK,
            Verdict::Pending => hue("pending-ink"),
            Verdict::NotApplicable => Hue::NA_INK,
        }
    }

    /// The colour of the channel with this place; after six they come round again, with another dash.
    pub(super) const fn series(place: usize) -> Hue {
        const SERIES: [Hue; 6] =
            [hue("series-1"), hue("series-2"), hue("series-3"), hue("series-4"), hue("series-5"), hue("series-6")];
        SERIES[place % 6]
    }

    /// The fill for a share from 0 to 1, and the text on it.
    pub(super) fn heat(share: f64) -> (Hue, Hue) {
        const HEAT: [(Hue, Hue); 5] = [
            (hue("heat-1"), hue("heat-1-on")),
            (hue("heat-2"), hue("heat-2-on")),
            (hue("heat-3"), hue("heat-3-on")),
            (hue("heat-4"), hue("heat-4-on")),
            (hue("heat-5"), hue("heat-5-on")),
        ];
        HEAT[((share * 5.0) as usize).min(4)]
    }

    /// Its name in the palette.
    fn name(self) -> &'static str {
        COLOURS[usize::from(self.0) - 1].name
    }

    const fn from_byte(byte: u8) -> Option<Hue> {
        if byte == 0 { None } else { Some(Hue(byte)) }
    }
}

/// How a line is broken up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Dash {
    #[default]
    Solid,
    Long,
    Short,
    Dots,
}

impl Dash {
    const ALL: [Dash; 4] = [Dash::Solid, Dash::Long, Dash::Short, Dash::Dots];

    /// The dash of the channel with this place: the first six are solid.
    pub(super) fn series(place: usize) -> Dash {
        Dash::ALL[(place / 6) % 4]
    }
}

/// How a mark is filled and outlined.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Paint {
    pub(super) fill: Option<Hue>,
    pub(super) stroke: Option<Hue>,
    /// The outline's width in user units.
    pub(super) width: f64,
    pub(super) dash: Dash,
    /// Whether the fill lets the ground through.
    pub(super) pale: bool,
}

impl Paint {
    /// Filled, without an outline.
    pub(super) fn fill(hue: Hue) -> Paint {
        Paint { fill: Some(hue), width: 1.0, ..Paint::default() }
    }

    /// A line of this width in user units.
    pub(super) fn line(hue: Hue, width: f64) -> Paint {
        Paint { stroke: Some(hue), width, ..Paint::default() }
    }

    /// The same with an outline.
    pub(super) fn outlined(self, hue: Hue, width: f64) -> Paint {
        Paint { stroke: Some(hue), width, ..self }
    }

    /// The same, dashed.
    pub(super) fn dashed(self, dash: Dash) -> Paint {
        Paint { dash, ..self }
    }

    /// The same, letting the ground through.
    pub(super) fn pale(self) -> Paint {
        Paint { pale: true, ..self }
    }

    /// The paint that a plotters style carries; see `From<Paint> for ShapeStyle`.
    pub(super) fn from_bytes((fill, stroke, habits): (u8, u8, u8), width: f64) -> Paint {
        Paint {
            fill: Hue::from_byte(fill),
            stroke: Hue::from_byte(stroke),
            width,
            dash: Dash::ALL[usize::from(habits & 3)],
            pale: habits & 4 != 0,
        }
    }

    /// Writes the classes, separated by spaces.
    pub(super) fn write_classes(&self, out: &mut String) {
        let mut first = true;
        let mut class = |parts: [&str; 2]| {
            if !std::mem::take(&mut first) {
                out.push(' ');
            }
            out.push_str(parts[0]);
            out.push_str(parts[1]);
        };
        if let Some(hue) = self.fill {
            class(["fill-", hue.name()]);
        }
        if let Some(hue) = self.stroke {
            class(["stroke-", hue.name()]);
        }
        match self.dash {
            Dash::Solid => {}
            Dash::Long => class(["dash-", "long"]),
            Dash::Short => class(["dash-", "short"]),
            Dash::Dots => class(["dash-", "dots"]),
        }
        if self.pale {
            class(["pale", ""]);
        }
    }
}

/// Plotters carries colours alone: the names travel as if they were red, green and blue.
impl From<Paint> for ShapeStyle {
    fn from(paint: Paint) -> ShapeStyle {
        let byte = |hue: Option<Hue>| hue.map_or(0, |hue| hue.0);
        let habits = paint.dash as u8 | if paint.pale { 4 } else { 0 };
        ShapeStyle {
            color: RGBAColor(byte(paint.fill), byte(paint.stroke), habits, 1.0),
            filled: paint.fill.is_some(),
            stroke_width: (paint.width * 10.0).round() as u32,
        }
    }
}

/// Whether charts fill something with this colour: what only stands on pages, or only draws lines, needs no class.
fn fills(name: &str) -> bool {
    let tint = name.ends_with("-tint") && !["accent-tint", "weak-tint", "na-tint"].contains(&name);
    !tint && !name.ends_with("-edge") && !["surface", "line", "line-strong", "accent-on"].contains(&name)
}

/// Whether charts outline something with this colour, or draw a line: not where it is that of a text or a ground.
fn outlines(name: &str) -> bool {
    let text = name.ends_with("-on") || name.ends_with("-edge") || ["late-ink", "na-ink", "ink-soft"].contains(&name);
    let ground = name.ends_with("-tint") || name.starts_with("heat-") || ["surface", "band"].contains(&name);
    !text && !ground
}

/// The style rules of all classes that charts use, each colour as `value` gives it.
pub(super) fn rules(value: impl Fn(&Colour) -> String) -> String {
    /// The edges of fills, by the names of those.
    static EDGES: LazyLock<HashMap<&str, &Colour>> =
        LazyLock::new(|| COLOURS.iter().filter_map(|edge| Some((edge.name.strip_suffix("-edge")?, edge))).collect());
    let mut css = String::with_capacity(4 * 1024);
    for habit in [
        "dash-long{stroke-dasharray:8 4}",
        "dash-short{stroke-dasharray:4 3}",
        "dash-dots{stroke-dasharray:1.5 3}",
        "pale{fill-opacity:.3}",
        "bold{font-weight:600}",
    ] {
        css.extend([".", habit, "\n"]);
    }
    for colour in COLOURS {
        let (name, outline, value) = (colour.name, &value, value(colour));
        let edge = EDGES.get(name).map_or_else(String::new, |edge| format!(";stroke:{}", outline(edge)));
        if fills(name) {
            css.extend([".fill-", name, "{fill:", &value, &edge, "}\n"]);
        }
        if outlines(name) {
            css.extend([".stroke-", name, "{stroke:", &value, "}\n"]);
        }
    }
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(paint: Paint) -> String {
        let style = ShapeStyle::from(paint);
        let RGBAColor(fill, stroke, habits, _) = style.color;
        let mut out = String::new();
        Paint::from_bytes((fill, stroke, habits), 1.0).write_classes(&mut out);
        out
    }

    #[test]
    fn paint_comes_through_plotters_unchanged() {
        assert_eq!(classes(Paint::fill(Hue::PASS)), "fill-pass");
        assert_eq!(classes(Paint::fill(Hue::of(Verdict::Late)).outlined(Hue::PAGE, 2.0).pale()), "fill-late stroke-page pale");
        assert_eq!(classes(Paint::line(Hue::series(7), 2.0).dashed(Dash::series(7))), "stroke-series-2 dash-long");
    }

    #[test]
    fn shares_find_their_shade() {
        let names = |share| Hue::heat(share).0.name();
        assert_eq!([0.0, 0.19, 0.2, 0.5, 0.99, 1.0].map(names), ["heat-1", "heat-1", "heat-2", "heat-3", "heat-5", "heat-5"]);
    }
}
