//! Verdicts per step: stacked bars with counts.

use super::canvas::{Canvas, Font, Form};
use super::labels::{Anchor, Rect};
use super::legend::{self, Key, Swatch};
use super::paint::{Hue, Paint};
use super::terms::Terms;
use super::{Chart, Says, Table};
use crate::framework::{PerStep, Step, Verdict};
use crate::report::{ChannelReport, Report};
use crate::say;
use crate::words::Words;

/// The verdicts of one channel.
pub fn channel(words: Words, report: &ChannelReport) -> Chart {
    chart(words, format!("verdicts-{}", report.id), std::slice::from_ref(report), false)
}

/// The verdicts of all channels together.
pub fn audit(words: Words, report: &Report) -> Chart {
    chart(words, "verdicts".to_owned(), &report.channels, true)
}

/// How often each verdict was given on one step, in the order of [`Verdict::ALL`].
type Counts = [usize; 7];

struct Tally {
    counts: PerStep<Counts>,
    leads: usize,
}

impl Tally {
    fn of(channels: &[ChannelReport]) -> Tally {
        let mut tally = Tally { counts: PerStep::default(), leads: 0 };
        for lead in channels.iter().flat_map(|channel| &channel.leads).filter(|lead| !lead.test) {
            tally.leads += 1;
            for (step, report) in lead.steps.iter() {
                tally.counts[step][report.verdict as usize] += 1;
            }
        }
        tally
    }

    /// How many held, of how many judged.
    fn held(&self, step: Step) -> (usize, usize) {
        let of = Verdict::ALL.into_iter().filter(|verdict| verdict.judged()).map(|verdict| self.counts[step][verdict as usize]);
        (self.counts[step][Verdict::Pass as usize], of.sum())
    }

    /// Verdicts that were given at all.
    fn seen(&self) -> impl Iterator<Item = Verdict> + '_ {
        Verdict::ALL.into_iter().filter(|verdict| self.counts.iter().any(|(_, counts)| counts[*verdict as usize] > 0))
    }
}

fn chart(words: Words, id: String, channels: &[ChannelReport], audit: bool) -> Chart {
    let terms = Terms::of(words);
    let tally = Tally::of(channels);
    let mut sentences = Vec::new();
    for step in Step::ALL {
        let (held, of) = tally.held(step);
        let others: Vec<_> = Verdict::ALL
            .into_iter()
            .filter(|verdict| *verdict != Verdict::Pass && tally.counts[step][*verdict as usize] > 0)
            .map(|verdict| terms.count_of(tally.counts[step][verdict as usize], terms.verdict(verdict)))
            .collect();
        let others = if others.is_empty() { "none".to_owned() } else { others.join(", ") };
        sentences.push(say!(words, "verdicts-sentence", step = terms.step(step), held = held, of = of, others = others));
    }
    let verdicts = Verdict::ALL.into_iter().map(|verdict| terms.verdict(verdict));
    let head = [words.get("chart-column-step")].into_iter().chain(verdicts).chain([words.get("chart-column-held")]);
    let rows = Step::ALL
        .into_iter()
        .map(|step| {
            let (held, of) = tally.held(step);
            let counts = tally.counts[step].iter().map(|count| words.count(*count));
            [terms.step(step).to_owned()].into_iter().chain(counts).chain([words.of_all(held, of)]).collect()
        })
        .collect();
    let aside = tally.seen().any(|verdict| !verdict.judged());
    let says = Says {
        terms,
        id,
        title: title(terms, &tally),
        subtitle: say!(
            words,
            "verdicts-subtitle",
            leads = tally.leads,
            whose = if audit { "all" } else { "one" },
            aside = if aside { "yes" } else { "no" }
        ),
        description: sentences.join(" "),
        table: Table::new(words.get("verdicts-caption"), head, rows),
    };
    let bars = Step::ALL.map(|step| Bar::new(terms, &tally, step));
    says.draw(|form, says| draw(form, says, &tally, &bars))
}

fn title(terms: &Terms, tally: &Tally) -> String {
    let words = terms.words;
    let judged: Vec<_> = Step::ALL.into_iter().map(|step| (step, tally.held(step))).filter(|(_, (_, of))| *of > 0).collect();
    let share = |(held, of): (usize, usize)| held as f64 / of as f64;
    let Some(worst) = judged.iter().map(|(_, held)| share(*held)).min_by(f64::total_cmp) else {
        return words.get("chart-nothing-judged").to_owned();
    };
    if worst >= 1.0 {
        return match judged.len() {
            5 => words.get("verdicts-all-five").to_owned(),
            _ => words.get("verdicts-all-judged").to_owned(),
        };
    }
    let weakest: Vec<_> = judged.iter().filter(|(_, held)| share(*held) <= worst).collect();
    let steps = terms.list(weakest.iter().map(|(step, _)| *step));
    let (held, of) = weakest[0].1;
    match weakest.as_slice() {
        [(_, (_, 1))] => say!(words, "verdicts-weakest-one", step = steps),
        [_] => say!(words, "verdicts-weakest", step = steps, held = held, of = of),
        _ if weakest.len() == judged.len() && worst <= 0.0 => words.get("verdicts-none-held").to_owned(),
        _ if weakest.len() == Step::ALL.len() && weakest.iter().all(|(_, counts)| *counts == (held, of)) => {
            say!(words, "verdicts-all-equal-each", held = held, of = of)
        }
        _ if weakest.len() == judged.len() => words.get("verdicts-all-equal").to_owned(),
        _ if weakest.iter().all(|(_, counts)| *counts == (held, of)) => {
            say!(words, "verdicts-weakest-each", steps = steps, held = held, of = of)
        }
        _ => say!(words, "verdicts-weakest-several", steps = steps),
    }
}

/// What is said of one step, in both drawings alike.
struct Bar {
    step: Step,
    counts: Counts,
    /// `3 of 4 held`
    held: String,
    judged: bool,
    /// One for each verdict that was given.
    tooltips: [String; 7],
}

impl Bar {
    fn new(terms: &Terms, tally: &Tally, step: Step) -> Bar {
        let (words, counts) = (terms.words, tally.counts[step]);
        let (held, of) = tally.held(step);
        let tooltip = |verdict: Verdict| match counts[verdict as usize] {
            0 => String::new(),
            count => {
                let (step, verdict) = (terms.step(step), terms.verdict(verdict));
                say!(words, "verdicts-tooltip", step = step, leads = count, verdict = verdict)
            }
        };
        let held = match of {
            0 => words.get("chart-not-shown").to_owned(),
            _ => say!(words, "verdicts-held", held = held, of = of),
        };
        Bar { step, counts, held, judged: of > 0, tooltips: Verdict::ALL.map(tooltip) }
    }
}

fn draw(form: Form, says: &Says, tally: &Tally, bars: &[Bar]) -> String {
    let terms = says.terms;
    let mut canvas = Canvas::new(form);
    let keys: Vec<_> = tally
        .seen()
        .map(|verdict| Key {
            swatch: Swatch::Square { fill: Hue::of(verdict), mark: Some((verdict.mark(), Hue::on(verdict))) },
            word: terms.verdict(verdict),
        })
        .collect();
    let (name, strong) = (Font::bold(form.pick(13.5, 12.5), Hue::INK), Font::bold(form.pick(13.5, 12.5), Hue::PASS_INK));
    let right = bars.iter().map(|bar| strong.width(&bar.held)).fold(0.0, f64::max);
    let (left, end, row, thick) = match form {
        Form::Wide => (132.0, canvas.width() - right - 14.0, 38.0, 26.0),
        Form::Narrow => (0.0, canvas.width(), 52.0, 24.0),
    };
    let width = canvas.width();
    let mut y = legend::draw(&mut canvas, &keys, (left, 0.0), width - left) + 16.0;
    let top = y;
    let bottom = top + row * 4.0 + thick + form.pick(0.0, 17.0);
    for quarter in 0..=4 {
        let x = left + (end - left) * f64::from(quarter) / 4.0;
        if !form.is_narrow() {
            canvas.line((x, top - 6.0), (x, bottom + 6.0), Paint::line(Hue::LINE, 1.0));
        }
        let (anchor, text) = match quarter {
            0 => (form.pick(Anchor::Middle, Anchor::Start), "0"),
            1 => (Anchor::Middle, "25"),
            2 => (Anchor::Middle, "50"),
            3 => (Anchor::Middle, "75"),
            _ => (form.pick(Anchor::Middle, Anchor::End), "100 %"),
        };
        canvas.text(text, (x, bottom + 20.0), anchor, Font::new(form.pick(12.0, 11.0), Hue::SOFT));
    }
    for bar in bars {
        let step = terms.step(bar.step);
        let held_font = if bar.judged { strong } else { Font::new(strong.size, Hue::SOFT) };
        let bar_top = match form {
            Form::Wide => {
                let middle = y + thick / 2.0;
                canvas.text(step, (left - 12.0, middle + name.drop()), Anchor::End, name);
                canvas.text(&bar.held, (width, middle + held_font.drop()), Anchor::End, held_font);
                y
            }
            Form::Narrow => {
                canvas.text(step, (0.0, y + 11.0), Anchor::Start, name);
                canvas.text(&bar.held, (width, y + 11.0), Anchor::End, held_font);
                y + 17.0
            }
        };
        segments(&mut canvas, terms.words, bar, Rect::new(left, bar_top, end, bar_top + thick));
        y += row;
    }
    canvas.finish(bottom + 26.0, &says.id, &says.description)
}

/// One bar; a count stands inside where it fits, with its sign where both fit.
fn segments(canvas: &mut Canvas, words: Words, bar: &Bar, rect: Rect) {
    let total: usize = bar.counts.iter().sum();
    if total == 0 {
        canvas.rect(rect.grown(-0.5), Paint::line(Hue::LINE, 1.0));
        return;
    }
    let mut x = rect.left;
    for verdict in Verdict::ALL {
        let count = bar.counts[verdict as usize];
        if count == 0 {
            continue;
        }
        let share = count as f64 / total as f64 * rect.width();
        let gap = if share > 4.0 && x + share < rect.right - 0.1 { 1.5 } else { 0.0 };
        let part = Rect::new(x, rect.top, x + share - gap, rect.bottom);
        canvas.title_next(&bar.tooltips[verdict as usize]);
        canvas.rect(part, Paint::fill(Hue::of(verdict)));
        let font = Font::bold(canvas.form.pick(13.0, 12.0), Hue::on(verdict));
        let number = words.count(count);
        let both = format!("{} {number}", verdict.mark());
        let texts = [(both, 6.0), (number, 1.5)];
        if let Some((text, _)) = texts.into_iter().find(|(text, room)| font.width(text) + room <= part.width()) {
            let (middle, height) = part.middle();
            canvas.text(&text, (middle, height + font.drop()), Anchor::Middle, font);
        }
        x += share;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_held_alike_are_said_with_their_number() {
        let mut tally = Tally { counts: PerStep::default(), leads: 8 };
        for step in Step::ALL {
            tally.counts[step][Verdict::Pass as usize] = 1;
            tally.counts[step][Verdict::Fail as usize] = 3;
        }
        let title = |tally: &Tally| title(Terms::of(Words::english()), tally);
        assert_eq!(title(&tally), "Every step held for 1 of 4 leads");
        tally.counts[Step::Close][Verdict::Pass as usize] = 2;
        tally.counts[Step::Close][Verdict::Fail as usize] = 6;
        assert_eq!(title(&tally), "All steps held equally often");
    }
}
