//! What became of the leads: one labelled bar.

use super::canvas::{Canvas, Font, Form};
use super::labels::{Anchor, Rect, spread};
use super::legend::{self, Key, Swatch};
use super::paint::{Hue, Paint};
use super::{Chart, Says, Table};
use crate::framework::Verdict;
use crate::report::{ChannelReport, Class, Classes};
use crate::words::Words;
use crate::words::{count_text, leads_text, percent_text};

/// "12 traced: 3 clean, 2 slipped, 6 leaked, 1 unproven" as one bar; `traced` counts all classes, test leads aside.
pub fn bar(_words: Words, classes: &Classes, traced: usize) -> Chart {
    chart("classes".to_owned(), classes, traced)
}

/// The same of one channel, with an id of its own: both may stand on one page.
pub fn channel(_words: Words, report: &ChannelReport) -> Chart {
    chart(format!("classes-{}", report.id), &report.classes, report.classes.total())
}

fn chart(id: String, classes: &Classes, traced: usize) -> Chart {
    let seen: Vec<(Class, usize)> =
        Class::ALL.into_iter().map(|class| (class, classes.of(class))).filter(|(_, count)| *count > 0).collect();
    let parts: Vec<_> = seen.iter().map(|(class, count)| format!("{} {}", count_text(*count), class.id())).collect();
    let title = match (seen.as_slice(), traced) {
        ([], _) => "No lead traced yet".to_owned(),
        ([(class, 1)], 1) => format!("1 traced: {}", class.id()),
        ([(class, _)], _) => format!("{} traced: all {}", count_text(traced), class.id()),
        _ => format!("{} traced: {}", count_text(traced), parts.join(", ")),
    };
    let meanings: Vec<_> = seen.iter().map(|(class, _)| format!("{}: {}", class.id(), class.meaning())).collect();
    let rows = Class::ALL
        .into_iter()
        .map(|class| {
            let count = classes.of(class);
            vec![class.id().to_owned(), count_text(count), percent_text(count, traced), class.meaning().to_owned()]
        })
        .collect();
    let says = Says {
        id,
        description: format!("One bar for {}. {}", leads_text(traced), meanings.join("; ")),
        title,
        subtitle: "What became of the traced leads".to_owned(),
        table: Table::new("Leads by what became of them", ["class", "leads", "share", "meaning"], rows),
    };
    says.draw(|form, says| draw(form, says, &seen))
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

fn draw(form: Form, says: &Says, seen: &[(Class, usize)]) -> String {
    let mut canvas = Canvas::new(form);
    let (width, bar) = (canvas.width(), form.pick(36.0, 32.0));
    let total: usize = seen.iter().map(|(_, count)| count).sum();
    if total == 0 {
        let font = Font::new(13.0, Hue::SOFT);
        canvas.rect(Rect::new(0.5, 0.5, width - 0.5, bar), Paint::line(Hue::LINE, 1.0));
        canvas.text("no lead traced yet", (width / 2.0, bar / 2.0 + font.drop()), Anchor::Middle, font);
        return canvas.finish(bar + 1.0, &says.id, &says.description);
    }
    let font = |class| Font::bold(form.pick(14.0, 12.0), Hue::ink(like(class)));
    let mut x = 0.0;
    let mut labels = Vec::new();
    for &(class, count) in seen {
        let share = count as f64 / total as f64 * width;
        let end = x + share;
        canvas.title_next(&format!("{} {}: {}", count_text(count), class.id(), class.meaning()));
        let gap = if end < width - 0.1 && share > 4.0 { 1.5 } else { 0.0 };
        canvas.rect(Rect::new(x, 0.0, end - gap, bar), Paint::fill(Hue::of(like(class))));
        let words = format!("{} {}", count_text(count), class.id());
        labels.push(((x + end) / 2.0, font(class).width(&words) + 14.0, words, class));
        x = end;
    }
    let needed: f64 = labels.iter().map(|label| label.1).sum();
    if needed > width {
        let keys: Vec<_> = labels
            .iter()
            .map(|(_, _, words, class)| Key { swatch: Swatch::Square { fill: Hue::of(like(*class)), mark: None }, word: words })
            .collect();
        let height = legend::draw(&mut canvas, &keys, (0.0, bar + 10.0), width);
        return canvas.finish(bar + 10.0 + height + 2.0, &says.id, &says.description);
    }
    let wanted: Vec<_> = labels.iter().map(|label| (label.0, label.1)).collect();
    let middles = spread(&wanted, -7.0, width + 7.0);
    for ((middle, _, words, class), at) in labels.iter().zip(middles) {
        let line = Paint::line(Hue::ink(like(*class)), 1.5);
        canvas.path(&[(*middle, bar), (*middle, bar + 4.0), (at, bar + 9.0), (at, bar + 11.0)], line);
        canvas.text(words, (at, bar + 26.0), Anchor::Middle, font(*class));
    }
    canvas.finish(bar + 32.0, &says.id, &says.description)
}
