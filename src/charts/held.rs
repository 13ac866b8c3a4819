//! Held by channel and step: a heat map with counts.

use super::canvas::{Canvas, Font, Form};
use super::drop_off::MANY;
use super::labels::{Anchor, Rect};
use super::legend::{self, Key, Swatch};
use super::paint::{Hue, Paint};
use super::terms::Terms;
use super::{Chart, Says, Table};
use crate::framework::Step;
use crate::report::{ChannelReport, Report};
use crate::say;
use crate::words::{Words, name_text};

/// One cell: how many held, of how many judged.
type Cell = (usize, usize);

fn cell(channel: &ChannelReport, step: Step) -> Cell {
    channel.checks.iter().find(|check| check.step == step).map_or((0, 0), |check| (check.held, check.of))
}

fn share((held, of): Cell) -> f64 {
    held as f64 / of as f64
}

/// One row of the map: a channel, and a square for each step.
struct Row<'a> {
    channel: &'a ChannelReport,
    squares: [Square; 5],
}

/// What stands in the map, in both drawings alike.
struct Square {
    cell: Cell,
    /// `2 of 4`
    counts: String,
    tooltip: String,
}

/// The heat map of a whole audit.
pub fn audit(words: Words, report: &Report) -> Chart {
    let terms = Terms::of(words);
    let weakest = weakest(report);
    let (mut map, mut sentences, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for channel in &report.channels {
        let title = name_text(&channel.title);
        let (mut row, mut steps) = (vec![channel.title.clone()], Vec::new());
        let squares = Step::ALL.map(|step| {
            let cell = cell(channel, step);
            let held = match cell.1 {
                0 => words.get("chart-not-shown").to_owned(),
                _ => terms.share_of(cell.0, cell.1),
            };
            steps.push(say!(words, "held-step", step = terms.step(step), held = &held));
            let tooltip = say!(words, "held-tooltip", channel = &*title, step = terms.step(step), held = &held);
            row.push(held);
            Square { cell, counts: words.of_all(cell.0, cell.1), tooltip }
        });
        sentences.push(say!(words, "held-sentence", channel = &*title, steps = steps.join(", ")));
        rows.push(row);
        map.push(Row { channel, squares });
    }
    let says = Says {
        terms,
        id: "held".to_owned(),
        title: title(terms, report, &weakest),
        subtitle: words.get("held-subtitle").to_owned(),
        description: sentences.join(" "),
        table: Table::new(
            words.get("held-caption"),
            [words.get("chart-column-channel").to_owned()].into_iter().chain(terms.steps()),
            rows,
        ),
    };
    says.draw(|form, says| draw(form, says, &map, &weakest))
}

/// The cells with the lowest share, and of those the ones with most leads; none where every cell held for all.
fn weakest(report: &Report) -> Vec<(usize, Step)> {
    let judged = report.channels.iter().enumerate().flat_map(|(place, channel)| {
        Step::ALL.into_iter().map(move |step| (place, step, cell(channel, step))).filter(|(.., cell)| cell.1 > 0)
    });
    let mut found: Vec<(usize, Step)> = Vec::new();
    let mut lowest = (1.0, 0);
    for (place, step, cell) in judged {
        let rank = (share(cell), cell.1);
        if rank.0 < lowest.0 || rank.0 == lowest.0 && rank.1 > lowest.1 {
            lowest = rank;
            found.clear();
        }
        if rank == lowest && rank.0 < 1.0 {
            found.push((place, step));
        }
    }
    found
}

fn title(terms: &Terms, report: &Report, weakest: &[(usize, Step)]) -> String {
    let words = terms.words;
    match weakest {
        [] if report.channels.iter().all(|channel| channel.checks.iter().all(|check| check.of == 0)) => {
            words.get("chart-nothing-judged").to_owned()
        }
        [] => words.get("held-all").to_owned(),
        [(place, step), others @ ..] => {
            let channel = &report.channels[*place];
            let (held, of) = cell(channel, *step);
            if others.len() >= MANY {
                let cells = report.channels.iter().flat_map(|channel| Step::ALL.map(|step| cell(channel, step)));
                let checks = cells.filter(|(_, of)| *of > 0).count();
                return say!(words, "held-weakest-many", weakest = weakest.len(), checks = checks, held = held, of = of);
            }
            say!(
                words,
                "held-weakest",
                step = terms.step(*step),
                channel = name_text(&channel.title),
                more = others.len(),
                held = held,
                of = of
            )
        }
    }
}

fn draw(form: Form, says: &Says, map: &[Row], weakest: &[(usize, Step)]) -> String {
    let (terms, words) = (says.terms, says.terms.words);
    let mut canvas = Canvas::new(form);
    let width = canvas.width();
    let (left, gap) = (form.pick(150.0, 0.0), 2.0);
    let column = (width - left) / 5.0;
    let (name, head) = (Font::bold(form.pick(13.5, 12.5), Hue::INK), Font::new(form.pick(13.0, 11.0), Hue::SOFT));
    for (place, step) in Step::ALL.into_iter().enumerate() {
        let middle = left + column * (place as f64 + 0.5);
        let name = terms.step(step);
        let lines = if head.width(name) <= column { name } else { terms.lines(step) };
        for (line, text) in lines.lines().rev().enumerate() {
            canvas.text(text, (middle, form.pick(14.0, 27.0) - line as f64 * 15.0), Anchor::Middle, head);
        }
    }
    // counts on one line where all of them fit, else on two
    let count = Font::bold(form.pick(14.5, 12.5), Hue::INK);
    let fits = |square: &Square| count.width(&square.counts) + 8.0 <= column - gap;
    let one_line = map.iter().all(|row| row.squares.iter().all(fits));
    let height = if one_line { 46.0 } else { 62.0 };
    let mut y = form.pick(24.0, 38.0);
    let mut outlines = Vec::new();
    for (row, Row { channel, squares }) in map.iter().enumerate() {
        match form {
            Form::Wide => {
                canvas.name(&channel.title, (left - 12.0, y + height / 2.0), Anchor::End, name, left - 12.0);
            }
            Form::Narrow => {
                canvas.text_within(&channel.title, (0.0, y + 12.0), Anchor::Start, name, width);
                y += 19.0;
            }
        }
        for (place, (step, square)) in Step::ALL.into_iter().zip(squares).enumerate() {
            let x = left + column * place as f64;
            let rect = Rect::new(x + gap / 2.0, y + gap / 2.0, x + column - gap / 2.0, y + height - gap / 2.0);
            canvas.title_next(&square.tooltip);
            draw_square(&mut canvas, words, square, rect, one_line);
            if weakest.contains(&(row, step)) {
                outlines.push(rect);
            }
        }
        y += height + form.pick(0.0, 10.0);
    }
    for rect in &outlines {
        // a ring of the page's colour keeps the outline apart from a dark cell
        canvas.rect(rect.grown(-1.75), Paint::line(Hue::PAGE, 2.0));
        canvas.rect(rect.grown(0.5), Paint::line(Hue::FAIL, 2.5));
    }
    let bottom = draw_key(&mut canvas, words, left, y + form.pick(12.0, 4.0), !outlines.is_empty());
    canvas.finish(bottom, &says.id, &says.description)
}

fn draw_square(canvas: &mut Canvas, words: Words, square: &Square, rect: Rect, one_line: bool) {
    let (held, of) = square.cell;
    let (x, y) = rect.middle();
    if of == 0 {
        canvas.rect(rect, Paint::fill(Hue::NA_TINT));
        let font = Font::new(14.0, Hue::NA_INK);
        canvas.text("–", (x, y + font.drop()), Anchor::Middle, font);
        return;
    }
    let (fill, on) = Hue::heat(share((held, of)));
    canvas.rect(rect, Paint::fill(fill));
    let (count, small) = (Font::bold(canvas.form.pick(14.5, 12.5), on), Font::new(canvas.form.pick(12.0, 11.0), on));
    let percent = words.percent_of(held, of);
    if one_line {
        canvas.text(&square.counts, (x, y - 2.5), Anchor::Middle, count);
        canvas.text(&percent, (x, y + 15.5), Anchor::Middle, small);
    } else {
        canvas.text(&words.count(held), (x, y - 11.0), Anchor::Middle, count);
        canvas.text(&say!(words, "held-of", count = of), (x, y + 6.5), Anchor::Middle, small);
        canvas.text(&percent, (x, y + 23.0), Anchor::Middle, small);
    }
}

/// The scale of the shades, and what the outline means.
fn draw_key(canvas: &mut Canvas, words: Words, left: f64, top: f64, outlined: bool) -> f64 {
    let font = Font::new(canvas.form.pick(12.0, 11.0), Hue::SOFT);
    let (x, part) = (left + canvas.form.pick(0.0, 4.0), 36.0);
    for shade in 0..5 {
        let from = x + part * f64::from(shade);
        let (fill, _) = Hue::heat((f64::from(shade) + 0.5) / 5.0);
        canvas.rect(Rect::new(from, top, from + part - 1.0, top + 9.0), Paint::fill(fill));
    }
    for (tick, text) in ["0", "20", "40", "60", "80", words.get("held-scale")].into_iter().enumerate() {
        let (at, anchor) = match tick {
            0 => (x, Anchor::Start),
            5 => (x + part * 5.0 - 10.0, Anchor::Start),
            _ => (x + part * tick as f64, Anchor::Middle),
        };
        canvas.text(text, (at, top + 23.0), anchor, font);
    }
    if !outlined {
        return top + 28.0;
    }
    let key = Key { swatch: Swatch::Outline(Hue::FAIL), word: words.get("held-key") };
    match canvas.form {
        Form::Wide => {
            legend::draw(canvas, &[key], (x + 300.0, top + 4.0), 200.0);
            top + 28.0
        }
        Form::Narrow => top + 32.0 + legend::draw(canvas, &[key], (0.0, top + 32.0), 200.0) + 2.0,
    }
}
