//! The drawing: the curve above, the marks below, on one log axis.

use plotters::coord::combinators::{IntoLogRange, LogCoord};
use plotters::coord::types::RangedCoordf64;

use super::survival::Curve;
use super::{Arrived, TICKS, Waits, swarm};
use crate::charts::Says;
use crate::charts::canvas::{Canvas, Font, Form, Plot, Point, place};
use crate::charts::labels::{Anchor, Rect};
use crate::charts::legend::{self, Key, Swatch};
use crate::charts::marks;
use crate::charts::paint::{Hue, Paint};
use crate::charts::terms::Terms;
use crate::framework::Verdict;
use crate::say;

/// More leads than these are counted in bars: so many marks nobody could tell apart.
const MOST_MARKS: usize = 300;
/// The marks take at most so much height.
const MOST_HEIGHT: f64 = 132.0;

type Times = Plot<LogCoord<f64>, RangedCoordf64>;

pub(super) fn waits(form: Form, says: &Says, waits: &Waits) -> String {
    let mut canvas = Canvas::new(form);
    let width = canvas.width();
    if waits.all() == 0 {
        let font = Font::new(13.0, Hue::SOFT);
        canvas.rect(Rect::new(0.5, 0.5, width - 0.5, 60.0), Paint::line(Hue::LINE, 1.0));
        canvas.text(waits.words.get("times-empty"), (width / 2.0, 30.0 + font.drop()), Anchor::Middle, font);
        return canvas.finish(61.0, &says.id, &says.description);
    }
    let edge = waits.edge();
    let gutter = Gutter::new(form, waits, &edge);
    let (left, right) = (form.pick(46.0, 30.0), width - gutter.width - 26.0);
    let mut top = 22.0;
    if waits.curve.is_some() {
        top += gutter.draw_above(&mut canvas, waits);
    }
    let curve_height: f64 = if waits.curve.is_some() { form.pick(176.0, 150.0) } else { 0.0 };
    let last = waits.arrived.iter().map(|lead| lead.minutes).max().unwrap_or(1).max(waits.limit.length());
    let end = (last.max(10) as f64 * 1.35).max(30.0);
    let plot: Times = canvas.plot((0.85..end).log_scale(), 0.0..1.0, Rect::new(left, top, right, top + curve_height.max(1.0)));
    let at = |minutes: i64| place(&plot, minutes.max(1) as f64, 0.0).0;
    let marks = Marks::new(waits, &at);
    let marks_top = top + curve_height + if waits.curve.is_some() { 14.0 } else { 0.0 };
    let height = marks.height().max(16.0 * edge.len() as f64 + 4.0).max(52.0);
    let bottom = marks_top + height + 8.0;

    // what is in time stands on its own ground
    let limit = at(waits.limit.length());
    canvas.rect(Rect::new(left, top, limit, bottom), Paint::fill(Hue::ACCENT_TINT));
    let text = say!(waits.words, "times-limit", limit = waits.words.limit(waits.limit));
    let font = Font::bold(form.pick(12.5, 11.5), Hue::ACCENT);
    let half = font.width(&text) / 2.0;
    canvas.text(&text, (limit.clamp(half, width - half), top - 8.0), Anchor::Middle, font);
    canvas.line((limit, top - 4.0), (limit, bottom), Paint::line(Hue::ACCENT, 2.0));
    canvas.taken.add(Rect::of_line((limit, top), (limit, bottom - 4.0), 6.0));

    if let Some(curve) = &waits.curve {
        draw_curve(&mut canvas, waits, curve, &plot, Rect::new(left, top, right, top + curve_height), &gutter);
    }
    axis(&mut canvas, waits, &at, Rect::new(left, marks_top, right, bottom), limit);
    let middle = marks_top + height / 2.0 + 2.0;
    let mut y = middle - (edge.len() as f64 - 1.0) * 8.0;
    for (verdict, text) in &edge {
        marks::open_arrow(&canvas, (right + 20.0, y), Hue::of(*verdict));
        canvas.taken.add(Rect::new(right + 4.0, y - 8.0, right + 22.0, y + 8.0));
        if !form.is_narrow() {
            let font = Font::bold(12.5, Hue::ink(*verdict));
            canvas.text_within(text, (right + 27.0, y + font.drop()), Anchor::Start, font, width - right - 27.0);
        }
        y += 16.0;
    }
    marks.draw(&mut canvas, says.terms, waits, Rect::new(left, marks_top, right, bottom - 4.0), middle);
    let y = key(&mut canvas, says.terms, waits, &marks, &edge, bottom + 34.0);
    canvas.finish(y + 2.0, &says.id, &says.description)
}

/// What stands right of the plot on wide pages, and above it on phones.
struct Gutter {
    width: f64,
    /// The time and the name of each percentile, with its share.
    percentiles: Vec<(f64, Option<i64>, String, &'static str)>,
}

impl Gutter {
    fn new(form: Form, waits: &Waits, edge: &[(Verdict, String)]) -> Gutter {
        let names = [(0.5, waits.words.get("times-median")), (0.9, waits.words.get("times-percentile"))];
        let percentiles: Vec<_> = waits
            .curve
            .iter()
            .flat_map(|curve| names.map(|(share, name)| (share, curve.reaches(share), waits.reached(curve, share), name)))
            .collect();
        let bold = Font::bold(13.0, Hue::INK);
        let texts =
            percentiles.iter().map(|(_, _, time, _)| bold.width(time)).chain(edge.iter().map(|(_, text)| bold.width(text)));
        let needed = texts.chain(names.map(|(_, name)| bold.width(name))).fold(0.0, f64::max);
        Gutter { width: form.pick(needed + 2.0, 0.0), percentiles }
    }

    /// On phones: the percentiles in words, and how much height they take.
    fn draw_above(&self, canvas: &mut Canvas, _: &Waits) -> f64 {
        if !canvas.form.is_narrow() {
            return 0.0;
        }
        for (line, (_, _, time, name)) in self.percentiles.iter().enumerate() {
            let y = 12.0 + line as f64 * 17.0;
            canvas.text(name, (0.0, y), Anchor::Start, Font::new(12.0, Hue::SOFT));
            canvas.text(time, (canvas.width(), y), Anchor::End, Font::bold(12.0, Hue::INK));
        }
        self.percentiles.len() as f64 * 17.0 + 6.0
    }
}

fn draw_curve(canvas: &mut Canvas, waits: &Waits, curve: &Curve, plot: &Times, rect: Rect, gutter: &Gutter) {
    let soft = Font::new(canvas.form.pick(12.0, 11.0), Hue::SOFT);
    for (quarter, text) in ["0", "25", "50", "75", "100 %"].into_iter().enumerate() {
        let y = rect.bottom - rect.height() * quarter as f64 / 4.0;
        canvas.line((rect.left, y), (rect.right, y), Paint::line(if quarter == 0 { Hue::AXIS } else { Hue::LINE }, 1.0));
        if !(canvas.form.is_narrow() && quarter == 4) {
            canvas.text(text, (rect.left - 6.0, y + soft.drop()), Anchor::End, soft);
        }
    }
    let spot = |minutes: i64, share: f64| place(plot, minutes.max(1) as f64, share);
    let mut points: Vec<Point> = vec![(rect.left, rect.bottom)];
    for (minutes, share) in &curve.0 {
        let (x, y) = spot(*minutes, *share);
        let before = points[points.len() - 1];
        // steps that nobody could see apart are drawn as one
        if x - before.0 >= 0.6 || points.len() == 1 {
            points.push((x, before.1));
            points.push((x, y));
        } else if let Some(last) = points.last_mut() {
            last.1 = y;
        }
    }
    points.push((rect.right, points[points.len() - 1].1));
    for (share, time, words, name) in &gutter.percentiles {
        let y = spot(1, *share).1;
        if let Some(minutes) = time {
            let (x, _) = spot(*minutes, *share);
            canvas.line((x, y), (rect.right, y), Paint::line(Hue::AXIS, 1.0).dashed(crate::charts::paint::Dash::Dots));
        }
        if !canvas.form.is_narrow() {
            let x = rect.right + 8.0;
            canvas.text(words, (x, y - 1.0), Anchor::Start, Font::bold(13.0, Hue::INK));
            canvas.text(name, (x, y + 15.5), Anchor::Start, Font::new(12.0, Hue::SOFT));
        }
    }
    canvas.title_next(&say!(waits.words, "times-curve-tooltip", done = waits.done()));
    canvas.path(&points, Paint::line(Hue::INK, 2.2));
    for (share, time, ..) in &gutter.percentiles {
        if let Some(minutes) = time {
            canvas.circle(spot(*minutes, *share), 4.0, Paint::fill(Hue::INK).outlined(Hue::PAGE, 1.5));
        }
    }
    let (limit, share) = (waits.limit.length(), curve.by(waits.limit.length()));
    let (x, y) = spot(limit, share);
    canvas.circle((x, y), 5.0, Paint::fill(Hue::ACCENT).outlined(Hue::PAGE, 1.5));
    // the share in time, where it stands clear of the curve
    let text = waits.words.percent_of((share * 1000.0).round() as usize, 1000);
    let font = Font::bold(13.5, Hue::ACCENT);
    let mut taken = canvas.taken.clone();
    (1..points.len()).for_each(|end| taken.add(Rect::of_line(points[end - 1], points[end], 5.0)));
    taken.add(Rect::of_line((x, rect.top), (x, rect.bottom), 4.0));
    let spots = [(-8.0, -7.0), (8.0, 17.0), (-8.0, 17.0), (8.0, -7.0), (-8.0, -24.0), (8.0, 34.0)];
    let free = spots.into_iter().find(|(right, down)| {
        let anchor = if *right < 0.0 { Anchor::End } else { Anchor::Start };
        let rect_of = Rect::of_text(&text, (x + right, y + down), anchor, font.size, true);
        rect_of.inside(&rect) && taken.is_free(&rect_of)
    });
    if let Some((right, down)) = free {
        let anchor = if right < 0.0 { Anchor::End } else { Anchor::Start };
        canvas.text(&text, (x + right, y + down), anchor, font);
    }
}

/// The line below the marks, and times along it.
fn axis(canvas: &mut Canvas, waits: &Waits, at: &impl Fn(i64) -> f64, rect: Rect, limit: f64) {
    canvas.line((rect.left, rect.bottom), (rect.right + 20.0, rect.bottom), Paint::line(Hue::AXIS, 1.0));
    let font = Font::new(canvas.form.pick(12.0, 11.0), Hue::SOFT);
    let bounds = Rect::new(0.0, rect.bottom, canvas.width(), rect.bottom + 30.0);
    // the coarse times first, then those between where there is room
    let ranked = [1, 60, 1440, 10_080, 43_200, 525_600, 5, 15, 240, 720, 4320, 20_160, 86_400, 172_800];
    for minutes in ranked {
        let x = at(minutes);
        if x > rect.right + 0.1 {
            continue;
        }
        let text = if minutes == 1 { format!("≤ {}", waits.time(1)) } else { waits.time(minutes) };
        let spot = (x, rect.bottom + 18.0);
        let room = Rect::of_text(&text, spot, Anchor::Middle, font.size, false).grown(4.0);
        if TICKS.contains(&minutes) && canvas.taken.is_free(&room) && room.grown(-4.0).inside(&bounds) {
            if (x - limit).abs() > 2.0 {
                canvas.line((x, rect.bottom), (x, rect.bottom + 5.0), Paint::line(Hue::AXIS, 1.0));
            }
            canvas.text(&text, spot, Anchor::Middle, font);
        }
    }
}

/// The leads on the axis: a mark each, or bars.
enum Marks {
    Dots {
        radius: f64,
        places: Vec<f64>,
        offsets: Vec<f64>,
    },
    /// Counts by verdict over ranges of so many units.
    Bars {
        from: f64,
        bars: Vec<[usize; 7]>,
    },
}

/// How wide a bar is.
const BAR: f64 = 12.0;
const BAR_HEIGHT: f64 = 96.0;

impl Marks {
    fn new(waits: &Waits, at: &impl Fn(i64) -> f64) -> Marks {
        let places: Vec<_> = waits.arrived.iter().map(|lead| at(lead.minutes)).collect();
        if places.len() <= MOST_MARKS {
            for radius in [5.0, 4.0, 3.0] {
                let offsets = swarm::offsets(&places, radius * 1.15);
                let marks = Marks::Dots { radius, places: places.clone(), offsets };
                if marks.height() <= MOST_HEIGHT {
                    return marks;
                }
            }
        }
        // the limit lies between two bars, and what took exactly so long lies before it
        let limit = at(waits.limit.length());
        let from = limit - BAR * (((limit - at(1)) / BAR).floor() + 1.0);
        let mut bars: Vec<[usize; 7]> = Vec::new();
        for (lead, x) in waits.arrived.iter().zip(places) {
            let bar = (((x - from) / BAR).ceil() - 1.0).max(0.0) as usize;
            if bars.len() <= bar {
                bars.resize(bar + 1, [0; 7]);
            }
            bars[bar][lead.verdict as usize] += 1;
        }
        Marks::Bars { from, bars }
    }

    fn height(&self) -> f64 {
        match self {
            Marks::Dots { radius, offsets, .. } => {
                (offsets.iter().map(|offset| offset.abs()).fold(0.0, f64::max) + radius * 1.2) * 2.0 + 6.0
            }
            Marks::Bars { .. } => BAR_HEIGHT + 22.0,
        }
    }

    fn draw(&self, canvas: &mut Canvas, terms: &Terms, waits: &Waits, rect: Rect, middle: f64) {
        match self {
            Marks::Dots { radius, places, offsets } => {
                for ((lead, x), offset) in waits.arrived.iter().zip(places).zip(offsets) {
                    let (time, verdict) = (waits.time(lead.minutes), terms.verdict(lead.verdict));
                    canvas.title_next(&say!(terms.words, "times-tooltip", lead = lead.id, time = time, verdict = verdict));
                    marks::draw(canvas, lead.verdict, (*x, middle + offset), *radius);
                }
                if waits.curve.is_none() {
                    name_dots(canvas, &waits.arrived, places, offsets, (rect, middle, *radius));
                }
            }
            Marks::Bars { from, bars } => draw_bars(canvas, terms, *from, bars, rect),
        }
    }
}

/// The ids beside the marks, as long as they are few.
fn name_dots(canvas: &mut Canvas, leads: &[Arrived], places: &[f64], offsets: &[f64], (rect, middle, radius): (Rect, f64, f64)) {
    let font = Font::new(canvas.form.pick(12.0, 11.0), Hue::INK);
    let mut taken = canvas.taken.clone();
    places
        .iter()
        .zip(offsets)
        .for_each(|(x, offset)| taken.add(Rect::new(*x, middle + offset, *x, middle + offset).grown(radius + 1.0)));
    let bounds = Rect::new(0.0, rect.top - 2.0, canvas.width(), rect.bottom + 4.0);
    for ((lead, x), offset) in leads.iter().zip(places).zip(offsets) {
        let y = middle + offset;
        let spots = [
            (Anchor::Middle, (*x, y - radius - 5.0)),
            (Anchor::Middle, (*x, y + radius + 13.0)),
            (Anchor::Start, (*x + radius + 4.0, y + font.drop())),
            (Anchor::End, (*x - radius - 4.0, y + font.drop())),
        ];
        let free = spots.into_iter().find(|(anchor, at)| {
            let room = Rect::of_text(lead.id, *at, *anchor, font.size, false);
            room.inside(&bounds) && taken.is_free(&room.grown(1.0))
        });
        if let Some((anchor, at)) = free {
            taken.add(canvas.text(lead.id, at, anchor, font));
        }
    }
}

fn draw_bars(canvas: &mut Canvas, terms: &Terms, from: f64, bars: &[[usize; 7]], rect: Rect) {
    let most = bars.iter().map(|bar| bar.iter().sum::<usize>()).max().unwrap_or(1);
    for (place, bar) in bars.iter().enumerate() {
        let x = from + place as f64 * BAR;
        let mut y = rect.bottom + 4.0;
        for verdict in Verdict::ALL {
            let count = bar[verdict as usize];
            if count > 0 {
                let height = count as f64 / most as f64 * BAR_HEIGHT;
                let name = terms.verdict(verdict);
                canvas.title_next(&say!(terms.words, "times-bar-tooltip", leads = count, verdict = name));
                canvas.rect(Rect::new(x + 0.5, y - height, x + BAR - 0.5, y), Paint::fill(Hue::of(verdict)));
                y -= height;
            }
        }
    }
    let tallest = bars.iter().position(|bar| bar.iter().sum::<usize>() == most).unwrap_or(0);
    let font = Font::bold(12.0, Hue::INK);
    let text = terms.words.count(most);
    let half = font.width(&text) / 2.0;
    let x = (from + (tallest as f64 + 0.5) * BAR).clamp(half, canvas.width() - half);
    canvas.text(&text, (x, rect.bottom + 4.0 - BAR_HEIGHT - 5.0), Anchor::Middle, font);
}

/// What the marks mean; on phones also what stands at the edge.
fn key(canvas: &mut Canvas, terms: &Terms, waits: &Waits, marks: &Marks, edge: &[(Verdict, String)], top: f64) -> f64 {
    let seen = Verdict::ALL.into_iter().filter(|verdict| waits.arrived.iter().any(|lead| lead.verdict == *verdict));
    let words: Vec<_> = seen
        .map(|verdict| match marks {
            Marks::Dots { .. } => (Swatch::Mark(verdict), terms.marked(verdict)),
            Marks::Bars { .. } => {
                let mark = Some((verdict.mark(), Hue::on(verdict)));
                (Swatch::Square { fill: Hue::of(verdict), mark }, terms.verdict(verdict).to_owned())
            }
        })
        .collect();
    let edge = edge.iter().filter(|_| canvas.form.is_narrow()).map(|(verdict, text)| (Swatch::Arrow(*verdict), text.clone()));
    let words: Vec<_> = words.into_iter().chain(edge).collect();
    let keys: Vec<_> = words.iter().map(|(swatch, word)| Key { swatch: *swatch, word }).collect();
    let (left, width) = (canvas.form.pick(46.0, 0.0), canvas.width());
    top + legend::draw(canvas, &keys, (left, top), width - left)
}
