//! The file of a channel in a new audit.

use super::NewAudit;
use super::lead::{self, Layout};
use super::page::Page;
use crate::framework::{ChannelKind, Clock};

/// Its text, behind the line of the schema.
pub(super) fn text(kind: ChannelKind, audit: &NewAudit) -> String {
    let month = audit.month();
    let mut page = Page::default();
    page.noted(&format!("title: {}", title(kind)), "as the report names this route")
        .line(&format!("kind: {}", kind.id()))
        .noted("volume:", "how much demand it brings; delete these lines if nobody can tell")
        .noted("  leads: TODO", "how many leads come in")
        .noted("  per: month", "or week, or period")
        .noted("  source: TODO", "who says so")
        .line("sample:")
        .noted("  frame: TODO", &format!("what you drew from: {}", frame(kind)))
        .noted("  size: TODO", "how many those were")
        .noted("  method: TODO", "random, every-nth, all or judgement")
        .noted(&format!("  selected: {}", audit.leads), "how many you drew: those below, and those left out:")
        .line("  # excluded: [{id: X-01, because: A supplier and not a buyer}]")
        .gap();
    limits(kind, &mut page);
    page.gap()
        .line("# A time is written as on the clock, or as the time since the lead arrived:")
        .line(&format!("#   {month}-03 09:12   +45m   +2h10m   +1d4h   about that time: ~+20m"))
        .line("# Of each step say exactly one thing:")
        .line("#   {at: …, …}                what happened, as a system, a log or a document shows it")
        .line("#   {never: where I looked}   you looked, and it did not happen")
        .line("#   {unknown: why}            nobody can tell any more")
        .line("#   {na: why}                 the step does not apply to this lead")
        .line("# What somebody told you goes into `staff_says: …`, below `wants`: it is quoted, and proves nothing.")
        .line("leads:");
    for number in 1..=audit.leads {
        let id = format!("{}-{number:02}", letter(kind));
        let layout = Layout { dash: 2, key: 4 };
        if number == 1 {
            lead::explained(&id, kind, month, layout, &mut page);
        } else {
            page.gap();
            lead::lines(&[("id", id.as_str()), ("arrived", lead::TODO), ("wants", lead::TODO)], layout).iter().for_each(|line| {
                page.line(line);
            });
        }
    }
    page.text()
}

/// Which limits hold, and how to write others.
fn limits(kind: ChannelKind, page: &mut Page) {
    let defaults = kind.defaults();
    let limits: Vec<String> = defaults.within.iter().map(|(step, limit)| format!("{}: {limit}", step.id())).collect();
    let clock = match defaults.clock {
        Clock::Always => "every minute counts",
        Clock::Business => "only minutes within the opening hours count",
    };
    page.line(&format!("# What holds for `{}` if nothing else is written here ({clock}):", kind.id()))
        .line(&format!("# must_capture: [{}]", defaults.must_capture.join(", ")))
        .line(&format!("# within: {{{}}}", limits.join(", ")))
        .line("# within_source: whose limits they are, if they are not these");
}

/// The letter that the leads' ids begin with; none is `E`, which evidence has.
fn letter(kind: ChannelKind) -> char {
    match kind {
        ChannelKind::Phone => 'P',
        ChannelKind::Form => 'F',
        ChannelKind::Estimate => 'Q',
        ChannelKind::Chat => 'C',
        ChannelKind::Email => 'M',
        ChannelKind::Social => 'S',
        ChannelKind::Marketplace => 'K',
        ChannelKind::WalkIn => 'W',
        ChannelKind::Referral => 'R',
        ChannelKind::Other => 'O',
    }
}

fn title(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Phone => "Phone calls",
        ChannelKind::Form => "Website contact form",
        ChannelKind::Estimate => "Estimate requests",
        ChannelKind::Chat => "Website chat",
        ChannelKind::Email => "E-mails",
        ChannelKind::Social => "Social media messages",
        ChannelKind::Marketplace => "Marketplace leads",
        ChannelKind::WalkIn => "Walk-ins",
        ChannelKind::Referral => "Referrals",
        ChannelKind::Other => "Other requests",
    }
}

fn frame(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Phone => "All first calls in the period",
        ChannelKind::Form => "All submissions in the period",
        ChannelKind::Estimate => "All estimate requests in the period",
        _ => "All first contacts in the period",
    }
}
