//! Drop-off: how many leads got through each step, and where most of them stop.

mod draw;
mod tracks;

use std::borrow::Cow;

use super::paint::{Dash, Hue};
use super::terms::Terms;
use super::{Chart, Says, Table};
use crate::framework::Step;
use crate::report::{ChannelReport, Class, Report};
use crate::say;
use crate::words::{Words, capital, name_text, percent, share_id};

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
    notes: Vec<String>,
}

/// From so many others on that are as bad, a title counts the places and names none.
pub(super) const MANY: usize = 2;

/// All channels of an audit, a line each.
pub fn overview(words: Words, report: &Report) -> Chart {
    let terms = Terms::of(words);
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
        let quoted = |channel: &ChannelReport| say!(words, "chart-quoted", name = name_text(&channel.title));
        let names: Vec<_> = left_out.iter().map(|(_, channel)| quoted(channel)).collect();
        notes.push(say!(words, "drop-left-out", channels = words.list(&names)));
    }
    notes.extend(all_the_same(words, report.channels.iter()));
    let all: usize = lines.iter().map(Line::of).sum();
    let mut description: Vec<_> = lines.iter().map(|line| sentence(terms, &line.name, line)).collect();
    description.extend(notes.iter().map(|note| say!(words, "chart-sentence", what = note)));
    let by = if lines.len() == 1 { "none" } else { "channel" };
    let says = Says {
        terms,
        id: "drop-off".to_owned(),
        title: overview_title(terms, &lines, &drops),
        subtitle: say!(words, "drop-subtitle", by = by, leads = all),
        description: description.join(" "),
        table: table(terms, words.get("chart-column-channel"), &lines),
    };
    let callout = overview_callout(terms, &lines, &drops);
    let picture = Picture { lines, drops, callout, gap: None, notes };
    says.draw(|form, says| draw::picture(form, says, &picture))
}

fn overview_title(terms: &Terms, lines: &[Line], drops: &[Drop]) -> String {
    let words = terms.words;
    let all: usize = lines.iter().map(Line::of).sum();
    match drops {
        _ if all == 0 => words.get("drop-none").to_owned(),
        [] => say!(words, "drop-all-through", leads = all),
        [drop] => say!(words, "drop-line", line = &*lines[drop.line].name, stop = stop(words, drop)),
        [first, others @ ..] => {
            let same = others.iter().all(|drop| drop.step == first.step);
            let through = || lines.iter().map(|line| line.counts[5]).sum::<usize>();
            match lines.len() {
                1 => say!(words, "drop-line", line = &*lines[0].name, stop = stop_each(terms, drops)),
                _ if same => say!(
                    words,
                    "drop-same-step",
                    step = terms.step(first.step),
                    lost = first.lost,
                    of = first.of,
                    channels = drops.len()
                ),
                // one of many would stand for the others without being any worse
                _ if others.len() >= MANY => say!(words, "drop-many", through = through(), all = all, places = drops.len()),
                _ => say!(
                    words,
                    "drop-several",
                    through = through(),
                    all = all,
                    step = terms.step(first.step),
                    channel = &*lines[first.line].name,
                    more = others.len()
                ),
            }
        }
    }
}

fn overview_callout(terms: &Terms, lines: &[Line], drops: &[Drop]) -> [String; 3] {
    let words = terms.words;
    let Some(first) = drops.first() else { return Default::default() };
    let (step, channel) = (terms.step(first.step), &*lines[first.line].name);
    let whom = match drops.len() {
        1 => say!(words, "drop-stop-in", lost = first.lost, of = first.of, channel = channel, step = step),
        several => say!(words, "drop-and-more", step = step, channel = channel, more = several - 1),
    };
    callout(words, drops, whom)
}

/// One channel: the leads that moved, and those that moved without anything wanting.
pub fn channel(words: Words, report: &ChannelReport) -> Chart {
    let terms = Terms::of(words);
    let lines = vec![
        Line { name: words.get("drop-moved").into(), hue: Hue::INK, dash: Dash::Solid, counts: report.funnel.moved },
        Line { name: words.get("drop-clean").into(), hue: Hue::PASS_INK, dash: Dash::Solid, counts: report.funnel.clean },
    ];
    let drops = biggest(&lines[..1]);
    let of = report.counted;
    let widest = (0..6).map(|step| report.funnel.moved[step] - report.funnel.clean[step]).max().unwrap_or(0);
    let says = Says {
        terms,
        id: format!("drop-off-{}", report.id),
        title: channel_title(terms, report, &drops),
        subtitle: say!(words, "drop-channel-subtitle", leads = of),
        description: lines.iter().map(|line| sentence(terms, &capital(&line.name), line)).collect::<Vec<_>>().join(" "),
        table: table(terms, words.get("chart-column-line"), &lines),
    };
    let picture = Picture {
        callout: channel_callout(terms, &drops),
        lines: if of == 0 { Vec::new() } else { lines },
        drops,
        gap: (widest > 0).then_some(words.get("drop-gap")),
        notes: all_the_same(words, [report].into_iter()),
    };
    says.draw(|form, says| draw::picture(form, says, &picture))
}

fn channel_title(terms: &Terms, report: &ChannelReport, drops: &[Drop]) -> String {
    let words = terms.words;
    let (of, moved, clean) = (report.counted, report.funnel.moved[5], report.funnel.clean[5]);
    let stop = match drops {
        _ if of == 0 => return words.get("drop-none").to_owned(),
        [] if clean == moved => return say!(words, "drop-all-clean", leads = of),
        [] => return say!(words, "drop-not-all-clean", leads = of, clean = clean),
        [drop] => capital(&stop(words, drop)),
        _ => capital(&stop_each(terms, drops)),
    };
    // of the only lead, which stops, there is no more to say
    if of == 1 { stop } else { say!(words, "drop-with-clean", stop = stop, clean = clean, of = of) }
}

fn channel_callout(terms: &Terms, drops: &[Drop]) -> [String; 3] {
    let words = terms.words;
    let whom = match drops {
        [] => return Default::default(),
        [drop] => say!(words, "drop-stop-at", lost = drop.lost, of = drop.of, step = terms.step(drop.step)),
        _ => say!(words, "drop-at", steps = steps(terms, drops)),
    };
    callout(words, drops, whom)
}

/// What it is, how much, and of whom.
fn callout(words: Words, drops: &[Drop], whom: String) -> [String; 3] {
    let points = percent(drops[0].lost, drops[0].of).unwrap_or(0);
    let much = match drops.len() {
        1 => say!(words, "drop-points", points = points),
        _ => say!(words, "drop-points-each", points = points),
    };
    [say!(words, "drop-biggest", drops = drops.len()), much, whom]
}

/// A note where leads that stop in the picture came to a booking that can be shown: past a step that failed or cannot be shown.
fn all_the_same<'a>(words: Words, channels: impl Iterator<Item = &'a ChannelReport>) -> Vec<String> {
    let leads = channels.flat_map(|channel| &channel.leads);
    let booked = leads.filter(|lead| !lead.test && lead.class == Class::Slipped && lead.furthest < 5).count();
    (booked > 0).then(|| say!(words, "drop-booked", leads = booked)).into_iter().collect()
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

/// "half of the leads stop before anyone claims them"
fn stop(words: Words, drop: &Drop) -> String {
    let share = share_id(drop.lost, drop.of);
    say!(words, "drop-stop", share = share, lost = drop.lost, of = drop.of, step = drop.step.id())
}

/// "1 of 4 leads stops at each of Capture and Confirm": several drops of one line.
fn stop_each(terms: &Terms, drops: &[Drop]) -> String {
    say!(terms.words, "drop-stop-each", lost = drops[0].lost, of = drops[0].of, steps = steps(terms, drops))
}

fn steps(terms: &Terms, drops: &[Drop]) -> String {
    terms.list(drops.iter().map(|drop| drop.step))
}

fn sentence(terms: &Terms, name: &str, line: &Line) -> String {
    let (words, of) = (terms.words, line.of());
    let through = |step: Step| {
        let count = line.counts[usize::from(step.number())];
        let percent = words.percent_of(count, of);
        say!(words, "drop-through", count = count, all = of, step = terms.step(step), percent = percent)
    };
    let steps: Vec<_> = Step::ALL.into_iter().map(through).collect();
    say!(words, "drop-sentence", line = name, steps = steps.join(", "))
}

fn table(terms: &Terms, what: &str, lines: &[Line]) -> Table {
    let words = terms.words;
    let head = [what.to_owned(), words.get("drop-start").to_owned()].into_iter().chain(terms.steps());
    let rows = lines
        .iter()
        .map(|line| {
            let cells = (1..6).map(|step| terms.share_of(line.counts[step], line.of()));
            [line.name.to_string(), words.count(line.of())].into_iter().chain(cells).collect()
        })
        .collect();
    Table::new(words.get("drop-caption"), head, rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

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
    fn of_many_equal_drops_none_is_named() {
        let title = |words: Words, lines: &[Line]| overview_title(Terms::of(words), lines, &biggest(lines));
        let two = [line([4, 3, 3, 3, 3, 3]), line([4, 4, 3, 3, 3, 3])];
        assert_eq!(
            title(Words::english(), &two),
            "6 of 8 leads came through; the drops are biggest at Capture in “Phone” and 1 more"
        );
        let three = [line([4, 3, 2, 2, 2, 2]), line([4, 4, 3, 3, 3, 3])];
        assert_eq!(title(Words::english(), &three), "5 of 8 leads came through; 3 drops are equally big");
        assert_eq!(
            title(Words::of(Language::German), &three),
            "5 von 8 Anfragen kamen durch; an 3 Stellen bleibt gleich viel liegen"
        );
    }

    #[test]
    fn drops_are_said_in_plain_words() {
        let drop = |lost, of, step| Drop { line: 0, step, lost, of };
        for (drop, english, german) in [
            (
                drop(2, 4, Step::Claim),
                "half of the leads stop before anyone claims them",
                "Die Hälfte der Anfragen bleibt liegen, bevor jemand sie übernimmt",
            ),
            (
                drop(1, 4, Step::Close),
                "1 lead stops before its outcome is known",
                "1 Anfrage bleibt liegen, bevor ihr Ergebnis bekannt ist",
            ),
            (
                drop(1, 1, Step::Continue),
                "the only lead stops before it moves on",
                "Die einzige Anfrage bleibt liegen, bevor jemand sie fortführt",
            ),
            (
                drop(3, 9, Step::Capture),
                "3 of 9 leads stop before they are recorded",
                "3 von 9 Anfragen bleiben liegen, bevor jemand sie erfasst",
            ),
        ] {
            assert_eq!(stop(Words::english(), &drop), english);
            assert_eq!(stop(Words::of(Language::German), &drop), german);
        }
        let [_, much, whom] = channel_callout(Terms::of(Words::english()), &[drop(1, 3, Step::Claim)]);
        assert_eq!((much.as_str(), whom.as_str()), ("−33 points", "1 of 3 leads stops at Claim"));
    }
}
