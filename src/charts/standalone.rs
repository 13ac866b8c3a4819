//! Charts as files of their own, for a slide or a mail.

use super::Chart;
use super::backend::{escape, write_tenths};
use super::canvas::Font;
use super::paint::{Hue, rules};
use super::text_width::wrap;
use crate::palette::Accent;

/// Room around the drawing.
const MARGIN: f64 = 24.0;
const TITLE: Font = Font::bold(19.0, Hue::INK);
const SUBTITLE: Font = Font::new(13.0, Hue::SOFT);

/// The wide drawing as a file: title and subtitle drawn in, background painted, light colours, system fonts.
pub fn standalone(chart: &Chart, accent: &Accent) -> String {
    file(&chart.title, &chart.subtitle, &chart.wide, accent)
}

/// Any drawing of ours as a file.
pub(super) fn file(title: &str, subtitle: &str, svg: &str, accent: &Accent) -> String {
    let (width, height) = view_box(svg).unwrap_or((720.0, 0.0));
    let mut head = String::new();
    let mut y = MARGIN - 10.0;
    for (text, font) in [(title, TITLE), (subtitle, SUBTITLE)] {
        y += 4.0;
        for line in wrap(text, width, font.size, font.bold) {
            y += font.size * 1.4;
            head.push_str(if font.bold { "<text class=\"fill-ink bold\" x=\"" } else { "<text class=\"fill-ink-soft\" x=\"" });
            write_number(&mut head, MARGIN);
            head.push_str("\" y=\"");
            write_number(&mut head, y);
            head.push_str("\" font-size=\"");
            write_number(&mut head, font.size);
            head.push_str("\">");
            escape(&line, &mut head);
            head.push_str("</text>\n");
        }
    }
    let top = y + 20.0;
    let mut out = String::with_capacity(svg.len() + head.len() + 8 * 1024);
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"");
    let (outer_width, outer_height) = (width + 2.0 * MARGIN, top + height + MARGIN);
    write_number(&mut out, outer_width);
    out.push_str("\" height=\"");
    write_number(&mut out, outer_height);
    out.push_str("\" viewBox=\"0 0 ");
    write_number(&mut out, outer_width);
    out.push(' ');
    write_number(&mut out, outer_height);
    out.push_str("\">\n<title>");
    escape(title, &mut out);
    out.push_str("</title>\n<style>\n");
    out.push_str("svg{fill:none;stroke-linejoin:round;font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif}\n");
    let used = |class: &str| svg.contains(class) || head.contains(class);
    for rule in rules(|colour| accent.light(colour).to_owned()).lines() {
        let class = rule.split_once('{').map_or(rule, |(selector, _)| selector.trim_start_matches('.'));
        if used(class) || class == "fill-page" {
            out.push_str(rule);
            out.push('\n');
        }
    }
    out.push_str("</style>\n<rect class=\"fill-page\" width=\"100%\" height=\"100%\"/>\n");
    out.push_str(&head);
    out.push_str("<svg x=\"");
    write_number(&mut out, MARGIN);
    out.push_str("\" y=\"");
    write_number(&mut out, top);
    out.push_str("\" width=\"");
    write_number(&mut out, width);
    out.push_str("\" height=\"");
    write_number(&mut out, height);
    out.push_str("\" viewBox=\"0 0 ");
    write_number(&mut out, width);
    out.push(' ');
    write_number(&mut out, height);
    out.push_str("\">\n");
    out.push_str(svg.split_once('>').map_or("</svg>\n", |(_, rest)| rest.trim_start()));
    out.push_str("</svg>\n");
    out
}

/// Width and height of one of our drawings.
fn view_box(svg: &str) -> Option<(f64, f64)> {
    let (_, rest) = svg.split_once("viewBox=\"0 0 ")?;
    let (width, height) = rest.split_once('"')?.0.split_once(' ')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}

fn write_number(out: &mut String, number: f64) {
    write_tenths(out, (number * 10.0).round() as i32);
}
