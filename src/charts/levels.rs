//! The level through a series of audits, overall and per channel.

use std::collections::BTreeMap;

use plotters::coord::types::RangedCoordf64;

use super::canvas::{Canvas, Font, Form, Point, place};
use super::labels::{Anchor, Rect, spread};
use super::paint::{Dash, Hue, Paint};
use super::terms::Terms;
use super::{Chart, Says, Table};
use crate::report::Summary;
use crate::say;
use crate::words::{Words, name_text};

/// The level of one line at each audit; none where there is no score.
struct Line {
    name: String,
    hue: Hue,
    dash: Dash,
    overall: bool,
    levels: Vec<Option<u8>>,
}

impl Line {
    /// Place and value of the last level there is.
    fn last(&self) -> Option<(usize, u8)> {
        self.levels.iter().enumerate().rev().find_map(|(place, level)| level.map(|level| (place, level)))
    }

    /// How it changed from the first level to the last; none with fewer than two.
    fn change(&self) -> Option<i16> {
        let mut known = self.levels.iter().flatten();
        let first = known.next()?;
        known.next_back().map(|last| i16::from(*last) - i16::from(*first))
    }
}

/// The levels of the audits of one series, in the order of time.
pub fn series(words: Words, reports: &[&Summary]) -> Chart {
    let terms = Terms::of(words);
    let mut channels: BTreeMap<&str, Line> = BTreeMap::new();
    let ids: BTreeMap<&str, &str> =
        reports.iter().flat_map(|report| &report.channels).map(|channel| (channel.id.as_str(), channel.title.as_str())).collect();
    for (order, (id, title)) in ids.into_iter().enumerate() {
        let levels = reports
            .iter()
            .map(|report| report.channels.iter().find(|channel| channel.id == id).and_then(|channel| channel.level));
        let name = name_text(title).into_owned();
        let line = Line { name, hue: Hue::series(order), dash: Dash::series(order), overall: false, levels: levels.collect() };
        channels.insert(id, line);
    }
    let levels = reports.iter().map(|report| report.overall.level).collect();
    let overall = Line { name: words.get("levels-overall").to_owned(), hue: Hue::INK, dash: Dash::Solid, overall: true, levels };
    let dates: Vec<_> = reports.iter().map(|report| words.short_month(report.audit.period.from)).collect();
    let lines: Vec<_> = channels.into_values().filter(|line| line.last().is_some()).chain([overall]).collect();
    let overall = &lines[lines.len() - 1];
    let title = match (overall.last(), overall.change()) {
        (None, _) => words.get("levels-none").to_owned(),
        (Some((_, level)), None) => say!(words, "levels-one", level = level),
        (Some((_, level)), Some(0)) => say!(words, "levels-same", level = level),
        (Some((_, level)), Some(change)) => {
            let (first, count) = (i16::from(level) - change, change.abs());
            match change > 0 {
                true => say!(words, "levels-up", count = count, from = first, to = level),
                false => say!(words, "levels-down", count = count, from = first, to = level),
            }
        }
    };
    let sentence = |line: &Line| {
        let at = |(date, level): (&String, &Option<u8>)| {
            say!(words, "levels-at", level = level.map_or("none".to_owned(), |level| level.to_string()), date = date)
        };
        let levels: Vec<_> = dates.iter().zip(&line.levels).map(at).collect();
        say!(words, "levels-sentence", line = &line.name, levels = words.list(&levels))
    };
    let cell = |level: &Option<u8>| level.map_or(words.get("levels-no-score").to_owned(), |level| level.to_string());
    let row = |line: &Line| [line.name.clone()].into_iter().chain(line.levels.iter().map(cell)).collect();
    let says = Says {
        terms,
        id: "levels".to_owned(),
        title,
        subtitle: words.get("levels-subtitle").to_owned(),
        description: lines.iter().rev().map(sentence).collect::<Vec<_>>().join(" "),
        table: Table::new(
            words.get("levels-caption"),
            [words.get("chart-column-channel").to_owned()].into_iter().chain(dates.iter().cloned()),
            lines.iter().rev().map(row).collect(),
        ),
    };
    says.draw(|form, says| draw(form, says, &lines, &dates))
}

fn draw(form: Form, says: &Says, lines: &[Line], dates: &[String]) -> String {
    let words = says.terms.words;
    let mut canvas = Canvas::new(form);
    // the names stand beside the lines, on phones below them
    let names = names(words, lines, form.pick(BESIDE - LEADER, canvas.width() - KEY));
    let label = form.pick(names.iter().map(Name::height).sum(), 0.0);
    let rect = Rect::new(20.0, 12.0, canvas.width() - form.pick(BESIDE, 16.0), 12.0 + form.pick(190.0_f64, 170.0).max(label));
    let last = dates.len().saturating_sub(1).max(1) as f64;
    let plot = canvas.plot::<RangedCoordf64, RangedCoordf64>(-0.12 * last..last * 1.06, 0.7..5.3, rect);
    let soft = Font::new(form.pick(12.0, 11.0), Hue::SOFT);
    for level in 1..=5_u8 {
        let (_, y) = place(&plot, 0.0, f64::from(level));
        canvas.line((rect.left, y), (rect.right, y), Paint::line(Hue::LINE, 1.0));
        canvas.text(&level.to_string(), (rect.left - 8.0, y + soft.drop()), Anchor::End, soft);
    }
    // the first and the last date, and those between as far as there is room
    let order = [0, dates.len().saturating_sub(1)].into_iter().chain(1..dates.len());
    for index in order.filter(|index| *index < dates.len()) {
        let (x, _) = place(&plot, index as f64, 1.0);
        let half = soft.width(&dates[index]) / 2.0;
        let at = (x.clamp(half, canvas.width() - half), rect.bottom + 16.0);
        let room = Rect::of_text(&dates[index], at, Anchor::Middle, soft.size, false);
        if canvas.taken.is_free(&room.grown(3.0)) {
            canvas.line((x, rect.bottom), (x, rect.bottom + 4.0), Paint::line(Hue::AXIS, 1.0));
            canvas.text(&dates[index], at, Anchor::Middle, soft);
        }
    }
    // equal levels beside each other, so that every line can be seen
    let apart = (36.0 / lines.len() as f64).min(4.0);
    let mut heights: Vec<Vec<Option<f64>>> = vec![Vec::new(); lines.len()];
    for index in 0..dates.len() {
        let y = |level: u8| place(&plot, 0.0, f64::from(level)).1;
        let wanted: Vec<_> = lines.iter().filter_map(|line| Some((y(line.levels[index]?), apart))).collect();
        let mut spread = spread(&wanted, rect.top, rect.bottom).into_iter();
        for (line, heights) in lines.iter().zip(&mut heights) {
            heights.push(line.levels[index].and_then(|_| spread.next()));
        }
    }
    for (line, heights) in lines.iter().zip(&heights) {
        let points: Vec<Option<Point>> = heights
            .iter()
            .enumerate()
            .map(|(index, height)| height.map(|height| (place(&plot, index as f64, 1.0).0, height)))
            .collect();
        // an audit without a score leaves a gap
        for part in points.split(Option::is_none) {
            let part: Vec<Point> = part.iter().copied().flatten().collect();
            if part.len() > 1 {
                canvas.path(&part, Paint::line(line.hue, if line.overall { 3.2 } else { 1.8 }).dashed(line.dash));
            }
        }
        for (index, at) in points.iter().enumerate().filter_map(|(index, at)| Some((index, (*at)?))) {
            let level = line.levels[index].unwrap_or_default();
            canvas.title_next(&say!(words, "levels-tooltip", line = &line.name, date = &dates[index], level = level));
            canvas.circle(at, if line.overall { 5.0 } else { 3.5 }, Paint::fill(line.hue).outlined(Hue::PAGE, 1.0));
        }
    }
    let bottom = match form.is_narrow() {
        true => below(&mut canvas, lines, &names, rect),
        false => beside(&mut canvas, lines, &names, &heights, &plot_ends(&plot, lines), rect),
    };
    canvas.finish(bottom, &says.id, &says.description)
}

/// Where each line ends from left to right.
fn plot_ends(plot: &super::canvas::Plot<RangedCoordf64, RangedCoordf64>, lines: &[Line]) -> Vec<f64> {
    lines.iter().map(|line| place(plot, line.last().map_or(0.0, |(index, _)| index as f64), 1.0).0).collect()
}

/// How much room names take beside the lines, and how much of it leads to them.
const BESIDE: f64 = 190.0;
const LEADER: f64 = 18.0;
/// How much room the key of a name takes below the lines.
const KEY: f64 = 22.0;

/// A line's name with its last level and its change, in the lines that it needs.
struct Name {
    text: String,
    lines: Vec<String>,
    font: Font,
}

impl Name {
    fn height(&self) -> f64 {
        17.0 + self.font.line() * (self.lines.len().max(1) - 1) as f64
    }
}

fn names(words: Words, lines: &[Line], room: f64) -> Vec<Name> {
    let name = |line: &Line| {
        let change = match line.change().unwrap_or(0) {
            0 => "none".to_owned(),
            up if up > 0 => format!("+{up}"),
            down => format!("−{}", -down),
        };
        let text = match line.last() {
            None => say!(words, "levels-end-no-score", line = &line.name),
            Some((_, level)) => say!(words, "levels-end", level = level, change = change, line = &line.name),
        };
        let font = Font { bold: line.overall, ..Font::new(12.5, line.hue) };
        Name { lines: font.name_lines(&text, room), text, font }
    };
    lines.iter().map(name).collect()
}

/// The names below the lines, each behind its key.
fn below(canvas: &mut Canvas, lines: &[Line], names: &[Name], rect: Rect) -> f64 {
    let mut y = rect.bottom + 30.0;
    for (line, name) in lines.iter().zip(names).rev() {
        canvas.line((0.0, y), (16.0, y), Paint::line(line.hue, if line.overall { 3.2 } else { 1.8 }).dashed(line.dash));
        canvas.lines(&name.lines, &name.text, (KEY, y + name.font.drop()), Anchor::Start, name.font);
        y += name.height() + 1.0;
    }
    y - 6.0
}

/// The names beside the lines, each as near to its end as there is room.
fn beside(canvas: &mut Canvas, lines: &[Line], names: &[Name], heights: &[Vec<Option<f64>>], ends: &[f64], rect: Rect) -> f64 {
    let height_of = |index: usize| heights[index].iter().rev().find_map(|height| *height).unwrap_or(rect.bottom);
    let wanted: Vec<_> = names.iter().enumerate().map(|(index, name)| (height_of(index), name.height())).collect();
    let middles = spread(&wanted, rect.top - 6.0, rect.bottom + 8.0);
    let x = rect.right + LEADER;
    for (index, ((line, name), middle)) in lines.iter().zip(names).zip(middles).enumerate() {
        if line.last().is_some() {
            let y = height_of(index);
            let leader =
                [(ends[index].max(rect.right - 12.0) + 6.0, y), (rect.right + 4.0, y), (x - 7.0, middle), (x - 3.0, middle)];
            canvas.path(&leader, Paint::line(line.hue, 1.0));
        }
        canvas.name(&name.text, (x, middle), Anchor::Start, name.font, canvas.width() - x);
    }
    rect.bottom + 24.0
}
