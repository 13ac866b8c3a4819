//! The drawing: days and hours above, a row for each step.

use jiff::Timestamp;
use plotters::coord::types::RangedCoordf64;

use super::scale::Stretched;
use super::{Day, Row, Trace};
use crate::charts::Says;
use crate::charts::canvas::{Canvas, Font, Form, Plot, place};
use crate::charts::labels::{Anchor, Rect};
use crate::charts::legend::{self, Key, Swatch};
use crate::charts::marks;
use crate::charts::paint::{Dash, Hue, Paint};
use crate::charts::terms::Terms;
use crate::framework::{Step, Verdict};
use crate::rules::State;
use crate::words::Words;

/// Bars are so thick.
const BAR: f64 = 10.0;
/// Closed hours narrower than this are not drawn: they would be noise.
const LEAST_BAND: f64 = 1.5;
/// Between days narrower than this there is no line.
const LEAST_DAY: f64 = 14.0;

type Axis = Plot<Stretched, RangedCoordf64>;

pub(super) fn trace(form: Form, says: &Says, trace: &Trace) -> String {
    let (terms, words) = (says.terms, says.terms.words);
    let mut canvas = Canvas::new(form);
    let (left, right) = (form.pick(122.0, 10.0), canvas.width() - 22.0);
    let scale = trace.scale(form.pick(0.02, 0.025));
    let (start, end, breaks) = (scale.start(), scale.end(), scale.breaks());
    let top = 36.0;
    let lines: Vec<_> = trace.rows.iter().map(|row| Line::new(form, row, right - left)).collect();
    let height: f64 = lines.iter().map(|line| line.height).sum();
    let rect = Rect::new(left, top, right, top + height);
    let axis: Axis = canvas.plot(scale, 0.0..1.0, rect);
    let at = |time: Timestamp| place(&axis, time.as_second(), 0.0).0;

    let closed = closed_hours(&canvas, trace, (start, end), &at, rect);
    days(&mut canvas, trace, &at, rect);
    clocks(&mut canvas, trace, &at, rect);
    let breaks: Vec<f64> = breaks.into_iter().map(at).collect();
    for x in &breaks {
        canvas.line((x - 5.0, rect.top), (x + 5.0, rect.top), Paint::line(Hue::PAGE, 3.0));
    }
    for (x, shift) in breaks.iter().flat_map(|x| [(x, -4.0), (x, 2.0)]) {
        canvas.line((x + shift, rect.top + 4.0), (x + shift + 3.0, rect.top - 4.0), Paint::line(Hue::AXIS, 1.0));
    }
    let bottoms = lines.iter().scan(top, |y, line| {
        *y += line.height;
        Some(*y)
    });
    for y in bottoms.clone() {
        canvas.line((form.pick(0.0, left), y), (right, y), Paint::line(Hue::LINE, 1.0));
    }
    for ((row, line), bottom) in trace.rows.iter().zip(&lines).zip(bottoms) {
        line.draw(&mut canvas, terms, trace, row, &at, Rect::new(left, bottom - line.height, right, bottom));
    }
    let bottom = key(&mut canvas, words, trace, closed, rect.bottom + 14.0);
    canvas.finish(bottom + 2.0, &says.id, &says.description)
}

/// Shades the hours in which the business is closed, and says whether there were any.
fn closed_hours(
    canvas: &Canvas,
    trace: &Trace,
    (start, end): (Timestamp, Timestamp),
    at: &impl Fn(Timestamp) -> f64,
    rect: Rect,
) -> bool {
    let Some(spans) = &trace.open else { return false };
    let mut closed = Vec::new();
    let mut closed_from = start;
    for (open, close) in spans {
        closed.push((at(closed_from), at(*open)));
        closed_from = *close;
    }
    closed.push((at(closed_from), at(end)));
    closed.retain(|(from, to)| to - from >= LEAST_BAND);
    for (from, to) in &closed {
        canvas.rect(Rect::new(*from, rect.top, *to, rect.bottom), Paint::fill(Hue::BAND));
    }
    !closed.is_empty()
}

/// Names of days, and a line where one begins.
fn days(canvas: &mut Canvas, trace: &Trace, at: &impl Fn(Timestamp) -> f64, rect: Rect) {
    let begins: Vec<_> = trace.days.iter().map(|day| at(day.begin)).chain([rect.right]).collect();
    for around in begins.windows(3) {
        if (around[2] - around[1]).max(around[1] - around[0]) >= LEAST_DAY {
            canvas.line((around[1], rect.top - 4.0), (around[1], rect.bottom), Paint::line(Hue::LINE, 1.0));
        }
    }
    canvas.line((rect.left, rect.top), (rect.right, rect.top), Paint::line(Hue::AXIS, 1.0));
    let font = Font::bold(canvas.form.pick(12.5, 11.0), Hue::INK);
    let bounds = Rect::new(0.0, 0.0, canvas.width(), rect.top);
    let all = || trace.days.iter().enumerate();
    // days on which something happened are named first
    for (place, Day { name, .. }) in all().filter(|(_, day)| day.eventful).chain(all().filter(|(_, day)| !day.eventful)) {
        let from = begins[place] + if place == 0 { 0.0 } else { 3.0 };
        // a name that has no room where its day begins may stand further right in that day
        let half = font.width(name) / 2.0;
        let last = from.max(begins[place + 1] - half);
        let mut x = from;
        while x <= last {
            let room = Rect::of_text(name, (x, 12.5), Anchor::Start, font.size, true);
            if room.inside(&bounds) && canvas.taken.is_free(&room.grown(3.0)) {
                canvas.text(name, (x, 12.5), Anchor::Start, font);
                break;
            }
            x += 4.0;
        }
    }
}

/// The times at which something happened, as far as there is room.
fn clocks(canvas: &mut Canvas, trace: &Trace, at: &impl Fn(Timestamp) -> f64, rect: Rect) {
    let font = Font::new(canvas.form.pick(12.0, 11.0), Hue::SOFT);
    let bounds = Rect::new(0.0, 0.0, canvas.width(), rect.top);
    let mut named = Vec::new();
    for (time, text) in &trace.clocks {
        let x = at(*time);
        let half = font.width(text) / 2.0;
        let spot = (x.clamp(half, canvas.width() - half), 29.0);
        let room = Rect::of_text(text, spot, Anchor::Middle, font.size, false);
        if room.inside(&bounds) && canvas.taken.is_free(&Rect { left: room.left - 3.0, right: room.right + 3.0, ..room }) {
            canvas.text(text, spot, Anchor::Middle, font);
            named.push(x);
        }
    }
    for x in named {
        canvas.line((x, rect.top - 4.0), (x, rect.top), Paint::line(Hue::AXIS, 1.0));
    }
}

/// How one row is laid out.
struct Line {
    height: f64,
    texts: Vec<String>,
    font: Font,
}

impl Line {
    fn new(form: Form, row: &Row, room: f64) -> Line {
        let font = Font::new(form.pick(12.5, 11.5), Hue::INK);
        let most = form.pick(1, 2);
        let mut texts = Vec::new();
        for text in &row.texts {
            texts = font.wrap(text, room);
            if texts.len() <= most {
                break;
            }
        }
        texts.truncate(most);
        let height = match form {
            Form::Wide => 46.0,
            Form::Narrow => 48.0 + 16.0 * texts.len() as f64,
        };
        Line { height, texts, font }
    }

    fn draw(&self, canvas: &mut Canvas, terms: &Terms, trace: &Trace, row: &Row, at: &impl Fn(Timestamp) -> f64, rect: Rect) {
        let name = Font::bold(canvas.form.pick(13.5, 12.5), Hue::INK);
        let verdict = Font::new(12.0, Hue::ink(row.verdict));
        let step = terms.step(row.step);
        let y = rect.bottom - 15.0;
        match canvas.form {
            Form::Wide => {
                canvas.text(step, (0.0, rect.top + 19.0), Anchor::Start, name);
                canvas.text(&row.marked, (0.0, rect.top + 37.5), Anchor::Start, verdict);
            }
            Form::Narrow => {
                canvas.text(step, (0.0, rect.top + 15.0), Anchor::Start, name);
                canvas.text(&row.marked, (canvas.width(), rect.top + 15.0), Anchor::End, verdict);
            }
        }
        if let Some(time) = trace.watched_to {
            // not through the words
            let (x, from) = (at(time), rect.bottom - 26.0);
            canvas.line((x, from), (x, rect.bottom), Paint::line(Hue::AXIS, 1.5).dashed(Dash::Short));
        }
        track(canvas, terms.words, trace, row, at, (rect, y));
        let text = self.texts.iter().map(|text| self.font.width(text)).fold(0.0, f64::max);
        let near = at(row.at.as_ref().map_or(row.start, |event| event.time));
        let x = canvas.form.pick((near - 6.0).clamp(rect.left, (rect.right - text).max(rect.left)), 0.0);
        let first = rect.top + canvas.form.pick(15.0, 32.0);
        for (line, text) in self.texts.iter().enumerate() {
            canvas.text(text, (x, first + line as f64 * 16.0), Anchor::Start, self.font);
        }
    }
}

/// The wait as a bar, its limit as a tick, the event as a mark.
fn track(canvas: &Canvas, words: Words, trace: &Trace, row: &Row, at: &impl Fn(Timestamp) -> f64, (rect, y): (Rect, f64)) {
    let hue = Hue::of(row.verdict);
    let bar = |from: f64, to: f64, paint: Paint| {
        if to - from >= 0.5 {
            canvas.rect(Rect::new(from, y - BAR / 2.0, to, y + BAR / 2.0), paint);
        }
    };
    let waits = !matches!(row.state, State::NotApplicable | State::Unknown);
    let (start, deadline) = (at(row.start), row.deadline.map(at));
    match row.at.as_ref().map(|event| at(event.time)) {
        Some(event) => {
            // what went beyond the limit stands out
            let split = deadline.map_or(event, |deadline| deadline.clamp(start.min(event), event));
            bar(start, split, Paint::fill(hue).pale());
            bar(split, event, Paint::fill(hue));
        }
        None if waits => {
            let until = trace.watched_to.map_or(rect.right, at);
            let split = deadline.map_or(until, |deadline| deadline.clamp(start.min(until), until));
            let paint = Paint::fill(hue);
            bar(start, split, if row.verdict == Verdict::Pending { paint } else { paint.pale() });
            if until - split > 1.0 {
                canvas.line((split, y), (until, y), Paint::line(hue, 2.0).dashed(Dash::Short));
            }
        }
        None => {}
    }
    if let Some(deadline) = deadline {
        canvas.title_next(words.get("timeline-limit"));
        canvas.line((deadline, y - 9.0), (deadline, y + 9.0), Paint::line(Hue::INK, 2.0));
    }
    if let (Step::Confirm, Some(slot)) = (row.step, &trace.slot) {
        canvas.title_next(&slot.tooltip);
        marks::diamond(canvas, (at(slot.time), y), 6.5, Paint::fill(Hue::PAGE).outlined(Hue::INK, 1.8));
    }
    if let Some(event) = &row.at {
        canvas.title_next(&event.tooltip);
        marks::draw(canvas, row.verdict, (at(event.time), y), 6.0);
    } else if waits && row.verdict == Verdict::Fail {
        let edge = trace.watched_to.map_or(rect.right, at).max(start);
        marks::open_arrow(canvas, (edge + 18.0, y), hue);
    }
}

fn key(canvas: &mut Canvas, words: Words, trace: &Trace, closed: bool, top: f64) -> f64 {
    let keys = [
        (trace.rows.iter().any(|row| row.deadline.is_some()), Swatch::Tick(Hue::INK), words.get("timeline-limit-used-up")),
        (trace.slot.is_some(), Swatch::Diamond(Hue::INK), words.get("timeline-slot")),
        (closed, Swatch::Ground(Hue::BAND), words.get("timeline-closed-hours")),
        (trace.watched_to.is_some(), Swatch::Dashed(Hue::AXIS), words.get("timeline-watching-ended")),
    ];
    let keys: Vec<_> = keys.into_iter().filter(|key| key.0).map(|(_, swatch, word)| Key { swatch, word }).collect();
    let (left, width) = (canvas.form.pick(116.0, 0.0), canvas.width());
    top + legend::draw(canvas, &keys, (left, top), width - left)
}
