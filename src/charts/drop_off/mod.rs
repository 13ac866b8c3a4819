//! Drop-off: how many leads got through each step, and where most of them stop.

mod draw;
mod tracks;

use std::borrow::Cow;

use super::paint::{Dash, Hue};
use super::{Chart, Says, Table};
use crate::framework::Step;
use crate::report::{ChannelReport, Class, Report};
use crate::words::Words;
use crate::words::{capital, count_text, leads_text, list_text, name_text, of_text, percent, percent_text, share_text};

/// One line: how many got at least so far, from all to those through the last step.
struct Line<'a> {
    name: Cow<'a, str>,
    hue: Hue,
    dash: Dash,
    counts: [usize; 6],
}

impl Line<'_> {
    fn of(&self) -> usize {
        self.counts[0]
    }

    fn share(&self, step: usize) -> f64 {
        self.counts[step] as f64 / self.of().max(1) as f64
    }
}

/// Leads that stop at a step.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Drop {
    line: usize,
    step: Step,
    lost: usize,
    of: usize,
}

impl Drop {
    fn share(&self) -> f64 {
        self.lost as f64 / self.of.max(1) as f64
    }
}

/// What is drawn.
struct Picture<'a> {
    lines: Vec<Line<'a>>,
    /// The biggest drop; several where they are equally big.
    drops: Vec<Drop>,
    /// What stands beside the arrow: what it is, how much, of whom.
    callout: [String; 3],
    /// What the ground between the first and the second line means.
    gap: Option<&'a str>,
    /// What the counts below the lines are.
    counted: &'a str,
    notes: Vec<String>,
}

/// All channels of an audit, a line each.
pub fn overview(_words: Words, report: &Report) -> Chart {
    let (shown, left_out): (Vec<_>, Vec<_>) = report.channels.iter().enumerate().partition(|(_, channel)| channel.counted > 0);
    let lines: Vec<_> = shown
        .iter()
        .map(|(place, channel)| Line {
            name: name_text(&channel.title),
            hue: Hue::series(*place),
            dash: Dash::series(*place),
            counts: channel.funnel.moved,
        })
        .collect();
    let drops = biggest(&lines);
    let mut notes = Vec::new();
    if !left_out.is_empty() && !shown.is_empty() {
        let names: Vec<_> = left_out.iter().map(|(_, channel)| format!("“{}”", name_text(&channel.title))).collect();
        notes.push(format!("Left out, as no lead counts yet: {}", list_text(&names)));
    }
    notes.extend(all_the_same(report.channels.iter()));
    let all: usize = lines.iter().map(Line::of).sum();
    let through: usize = lines.iter().map(|line| line.counts[5]).sum();
    let title = match drops.as_slice() {
        _ if all == 0 => "No lead counts yet".to_owned(),
        [] => match all {
            1 => "The one lead came through all five steps".to_owned(),
            _ => "Every lead came through all five steps".to_owned(),
        },
        [drop] => format!("{}: {}", lines[drop.line].name, stop(drop)),
        [first, ..] => {
            let steps: Vec<_> = Step::ALL.into_iter().filter(|step| drops.iter().any(|drop| drop.step == *step)).collect();
            match (steps.as_slice(), lines.len()) {
                (_, 1) => format!("{}: {}", lines[0].name, stop_each(&drops)),
                ([step], _) => {
                    format!("{} loses most, {} in {} channels", step.name(), of_text(first.lost, first.of), drops.len())
                }
                _ => {
                    let place = format!("{} in “{}”", first.step.name(), lines[first.line].name);
                    format!(
                        "{} leads came through; the drops are biggest at {place} and {} more",
                        of_text(through, all),
                        drops.len() - 1
                    )
                }
            }
        }
    };
    let callout = match drops.as_slice() {
        [] => Default::default(),
        [drop] => {
            let verb = if drop.lost == 1 { "stops" } else { "stop" };
            let of = of_text(drop.lost, drop.of);
            [
                "Biggest drop".to_owned(),
                points(drop),
                format!("{of} in “{}” {verb} at {}", lines[drop.line].name, drop.step.name()),
            ]
        }
        [first, others @ ..] => [
            "Biggest drops".to_owned(),
            format!("{} each", points(first)),
            format!("{} in “{}”, and {} more", first.step.name(), lines[first.line].name, others.len()),
        ],
    };
    let mut description: Vec<_> = lines.iter().map(|line| format!("{}: {}.", line.name, in_words(line))).collect();
    description.extend(notes.iter().map(|note| format!("{note}.")));
    let channels = match lines.len() {
        1 => String::new(),
        _ => ", by channel".to_owned(),
    };
    let says = Says {
        id: "drop-off".to_owned(),
        title,
        subtitle: format!("Share of the counted leads that got through each step{channels}; {}", leads_text(all)),
        description: description.join(" "),
        table: table("Leads that got through each step", "channel", &lines),
    };
    let picture = Picture { lines, drops, callout, gap: None, counted: "Leads that got through", notes };
    says.draw(|form, says| draw::picture(form, says, &picture))
}

/// One channel: the leads that moved, and those that moved without anything wanting.
pub fn channel(_words: Words, report: &ChannelReport) -> Chart {
    let lines = vec![
        Line { name: "moved".into(), hue: Hue::INK, dash: Dash::Solid, counts: report.funnel.moved },
        Line { name: "clean".into(), hue: Hue::PASS_INK, dash: Dash::Solid, counts: report.funnel.clean },
    ];
    let drops = biggest(&lines[..1]);
    let (of, moved, clean) = (report.counted, report.funnel.moved[5], report.funnel.clean[5]);
    let cleanly = match clean {
        _ if of == 1 => String::new(),
        0 => "; none comes through clean".to_owned(),
        1 => format!("; {} comes through clean", of_text(clean, of)),
        _ => format!("; {} come through clean", of_text(clean, of)),
    };
    let title = match drops.as_slice() {
        _ if of == 0 => "No lead counts yet".to_owned(),
        [] if clean == moved => match of {
            1 => "The one lead came through clean".to_owned(),
            _ => "Every lead came through clean".to_owned(),
        },
        [] => match of {
            1 => "The one lead came through, not cleanly".to_owned(),
            _ => format!("Every lead came through, {} of them clean", of_text(clean, of)),
        },
        [drop] => format!("{}{cleanly}", capital(&stop(drop))),
        _ => format!("{}{cleanly}", capital(&stop_each(&drops))),
    };
    let callout = match drops.as_slice() {
        [] => Default::default(),
        [drop] => {
            let verb = if drop.lost == 1 { "stops" } else { "stop" };
            let who = format!("{} leads {verb} at {}", of_text(drop.lost, drop.of), drop.step.name());
            ["Biggest drop".to_owned(), points(drop), who]
        }
        [first, ..] => ["Biggest drops".to_owned(), format!("{} each", points(first)), format!("at {}", steps(&drops))],
    };
    let (_, widest) = (0..6)
        .map(|step| (step, report.funnel.moved[step] - report.funnel.clean[step]))
        .max_by_key(|gap| gap.1)
        .unwrap_or((0, 0));
    let says = Says {
        id: format!("drop-off-{}", report.id),
        title,
        subtitle: format!("Leads that moved through each step, and those that came so far clean; {} counted", leads_text(of)),
        description: lines
            .iter()
            .map(|line| format!("{}: {}.", capital(&line.name), in_words(line)))
            .collect::<Vec<_>>()
            .join(" "),
        table: table("Leads that got through each step", "line", &lines),
    };
    let picture = Picture {
        lines: if of == 0 { Vec::new() } else { lines },
        drops,
        callout,
        gap: (widest > 0).then_some("activity taken for movement"),
        counted: "Leads that got through",
        notes: all_the_same([report].into_iter()),
    };
    says.draw(|form, says| draw::picture(form, says, &picture))
}

/// A note where leads that stop in the picture came to a booking that can be shown: past a step that failed or cannot be shown.
fn all_the_same<'a>(channels: impl Iterator<Item = &'a ChannelReport>) -> Vec<String> {
    let leads = channels.flat_map(|channel| &channel.leads);
    let booked = leads.filter(|lead| !lead.test && lead.class == Class::Slipped && lead.furthest < 5).count();
    let stop = if booked == 1 { "that stops" } else { "that stop" };
    let was = if booked == 1 { "was" } else { "were" };
    match booked {
        0 => Vec::new(),
        _ => vec![format!(
            "{} {stop} in this picture {was} booked all the same, past a step that did not hold",
            leads_text(booked)
        )],
    }
}

/// The biggest drops by share, and of those the ones with most leads.
fn biggest(lines: &[Line]) -> Vec<Drop> {
    let mut found: Vec<Drop> = Vec::new();
    for (line, Line { counts, .. }) in lines.iter().enumerate() {
        for step in Step::ALL {
            let place = usize::from(step.number());
            let drop = Drop { line, step, lost: counts[place - 1].saturating_sub(counts[place]), of: counts[0] };
            let rank = |drop: &Drop| (drop.share(), drop.lost);
            if drop.lost == 0 || found.first().is_some_and(|first| rank(first) > rank(&drop)) {
                continue;
            }
            if found.first().is_some_and(|first| rank(first) < rank(&drop)) {
                found.clear();
            }
            found.push(drop);
        }
    }
    found
}

fn points(drop: &Drop) -> String {
    match percent(drop.lost, drop.of).unwrap_or(0) {
        1 => "−1 point".to_owned(),
        points => format!("−{points} points"),
    }
}

/// "half of the leads stop before anyone claims them"
fn stop(drop: &Drop) -> String {
    let (verb, they, their) = if drop.lost == 1 { ("stops", "it is", "its") } else { ("stop", "they are", "their") };
    let before = match drop.step {
        Step::Capture => format!("before {they} recorded"),
        Step::Claim if drop.lost == 1 => "before anyone claims it".to_owned(),
        Step::Claim => "before anyone claims them".to_owned(),
        Step::Continue if drop.lost == 1 => "before it moves on".to_owned(),
        Step::Continue => "before they move on".to_owned(),
        Step::Confirm => "before a next step is confirmed".to_owned(),
        Step::Close => format!("before {their} outcome is known"),
    };
    format!("{} {verb} {before}", share_text(drop.lost, drop.of))
}

/// "as many stop at Capture as at Confirm": several drops of one line.
fn stop_each(drops: &[Drop]) -> String {
    let first = &drops[0];
    let verb = if first.lost == 1 { "stops" } else { "stop" };
    format!("{} leads {verb} at each of {}", of_text(first.lost, first.of), steps(drops))
}

fn steps(drops: &[Drop]) -> String {
    list_text(&drops.iter().map(|drop| drop.step.name()).collect::<Vec<_>>())
}

fn in_words(line: &Line) -> String {
    let of = line.of();
    let steps: Vec<_> = Step::ALL
        .into_iter()
        .map(|step| {
            let count = line.counts[usize::from(step.number())];
            format!("{} through {} ({})", of_text(count, of), step.name(), percent_text(count, of))
        })
        .collect();
    steps.join(", ")
}

fn table(caption: &str, what: &'static str, lines: &[Line]) -> Table {
    let head = [what, "Start"].into_iter().chain(Step::ALL.into_iter().map(Step::name));
    let rows = lines
        .iter()
        .map(|line| {
            let cells = (1..6).map(|step| {
                format!("{} ({})", of_text(line.counts[step], line.of()), percent_text(line.counts[step], line.of()))
            });
            [line.name.to_string(), count_text(line.of())].into_iter().chain(cells).collect()
        })
        .collect();
    Table::new(caption, head, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(counts: [usize; 6]) -> Line<'static> {
        Line { name: "Phone".into(), hue: Hue::INK, dash: Dash::Solid, counts }
    }

    #[test]
    fn the_biggest_drop_is_the_biggest_share_then_most_leads() {
        let found = biggest(&[line([4, 4, 3, 3, 2, 2]), line([8, 8, 6, 6, 6, 6])]);
        assert_eq!(found, [Drop { line: 1, step: Step::Claim, lost: 2, of: 8 }]);
        let found = biggest(&[line([4, 3, 3, 3, 2, 2])]);
        assert_eq!(found.iter().map(|drop| drop.step).collect::<Vec<_>>(), [Step::Capture, Step::Confirm]);
        assert_eq!(biggest(&[line([4; 6])]), []);
    }

    #[test]
    fn drops_are_said_in_plain_words() {
        let drop = |lost, of, step| Drop { line: 0, step, lost, of };
        assert_eq!(stop(&drop(2, 4, Step::Claim)), "half of the leads stop before anyone claims them");
        assert_eq!(stop(&drop(1, 4, Step::Close)), "1 lead stops before its outcome is known");
        assert_eq!(stop(&drop(1, 1, Step::Continue)), "the only lead stops before it moves on");
        assert_eq!(points(&drop(1, 3, Step::Claim)), "−33 points");
    }
}
