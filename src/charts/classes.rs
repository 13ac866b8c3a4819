//! What became of the leads: one labelled bar.

use super::canvas::{Canvas, Font, Form};
use super::labels::{Anchor, Rect, spread};
use super::legend::{self, Key, Swatch};
use super::paint::{Hue, Paint};
use super::terms::Terms;
use super::{Chart, Says, Table};
use crate::framework::Verdict;
use crate::report::{ChannelReport, Class, Classes};
use crate::say;
use crate::words::Words;

/// "12 traced: 3 clean, 2 slipped, 6 leaked, 1 unproven" as one bar; `traced` counts all classes, test leads aside.
pub fn bar(words: Words, classes: &Classes, traced: usize) -> Chart {
    chart(words, "classes".to_owned(), classes, traced)
}

/// The same of one channel, with an id of its own: both may stand on one page.
pub fn channel(words: Words, report: &ChannelReport) -> Chart {
    chart(words, format!("classes-{}", report.id), &report.classes, report.classes.total())
}

/// One part of the bar.
struct Part {
    class: Class,
    count: usize,
    /// "3 clean"
    says: String,
    tooltip: String,
}

fn chart(words: Words, id: String, classes: &Classes, traced: usize) -> Chart {
    let terms = Terms::of(words);
    let (mut parts, mut meanings, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for class in Class::ALL {
        let (count, name, meaning) = (classes.of(class), words.name(class), words.about(class, "meaning"));
        if count > 0 {
            let says = terms.count_of(count, &name);
            let tooltip = say!(words, "classes-tooltip", count = count, class = &name, meaning = &meaning);
            parts.push(Part { class, count, says, tooltip });
            meanings.push(say!(words, "classes-meaning", class = &name, meaning = &meaning));
        }
        rows.push(vec![name, words.count(count), words.percent_of(count, traced), meaning]);
    }
    let title = match (parts.as_slice(), traced) {
        ([], _) => words.get("classes-none").to_owned(),
        ([only], 1) if only.count == 1 => say!(words, "classes-one", class = words.name(only.class)),
        ([only], _) => say!(words, "classes-all", traced = traced, class = words.name(only.class)),
        _ => {
            let parts: Vec<_> = parts.iter().map(|part| part.says.as_str()).collect();
            say!(words, "classes-some", traced = traced, parts = parts.join(", "))
        }
    };
    let head = [
        words.get("chart-column-class"),
        words.get("chart-column-leads"),
        words.get("chart-column-share"),
        words.get("chart-column-meaning"),
    ];
    let says = Says {
        terms,
        id,
        description: say!(words, "classes-description", traced = traced, meanings = meanings.join("; ")),
        title,
        subtitle: words.get("classes-subtitle").to_owned(),
        table: Table::new(words.get("classes-caption"), head, rows),
    };
    says.draw(|form, says| draw(form, says, &parts))
}

/// The verdict whose colours a class takes.
const fn like(class: Class) -> Verdict {
    match class {
        Class::Clean => Verdict::Pass,
        Class::Slipped => Verdict::Weak,
        Class::Leaked => Verdict::Fail,
        Class::Unproven => Verdict::Unproven,
        Class::Open => Verdict::Pending,
    }
}

fn draw(form: Form, says: &Says, parts: &[Part]) -> String {
    let mut canvas = Canvas::new(form);
    let (width, bar) = (canvas.width(), form.pick(36.0, 32.0));
    let total: usize = parts.iter().map(|part| part.count).sum();
    if total == 0 {
        let font = Font::new(13.0, Hue::SOFT);
        canvas.rect(Rect::new(0.5, 0.5, width - 0.5, bar), Paint::line(Hue::LINE, 1.0));
        let text = says.terms.words.get("classes-empty");
        canvas.text(text, (width / 2.0, bar / 2.0 + font.drop()), Anchor::Middle, font);
        return canvas.finish(bar + 1.0, &says.id, &says.description);
    }
    let font = |class| Font::bold(form.pick(14.0, 12.0), Hue::ink(like(class)));
    let mut x = 0.0;
    let mut labels = Vec::new();
    for part in parts {
        let share = part.count as f64 / total as f64 * width;
        let end = x + share;
        canvas.title_next(&part.tooltip);
        let gap = if end < width - 0.1 && share > 4.0 { 1.5 } else { 0.0 };
        canvas.rect(Rect::new(x, 0.0, end - gap, bar), Paint::fill(Hue::of(like(part.class))));
        labels.push(((x + end) / 2.0, font(part.class).width(&part.says) + 14.0));
        x = end;
    }
    let needed: f64 = labels.iter().map(|label| label.1).sum();
    if needed > width {
        let keys: Vec<_> = parts
            .iter()
            .map(|part| Key { swatch: Swatch::Square { fill: Hue::of(like(part.class)), mark: None }, word: &part.says })
            .collect();
        let height = legend::draw(&mut canvas, &keys, (0.0, bar + 10.0), width);
        return canvas.finish(bar + 10.0 + height + 2.0, &says.id, &says.description);
    }
    let middles = spread(&labels, -7.0, width + 7.0);
    for ((part, (middle, _)), at) in parts.iter().zip(&labels).zip(middles) {
        let line = Paint::line(Hue::ink(like(part.class)), 1.5);
        canvas.path(&[(*middle, bar), (*middle, bar + 4.0), (at, bar + 9.0), (at, bar + 11.0)], line);
        canvas.text(&part.says, (at, bar + 26.0), Anchor::Middle, font(part.class));
    }
    canvas.finish(bar + 32.0, &says.id, &says.description)
}
