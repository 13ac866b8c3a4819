//! Findings: what is wanting, by channel and step (framework §6, "Findings").

use super::channel::counted;
use super::model::{ChannelReport, Class, Finding, LeadReport, Rating, RuleCount, Wanting};
use crate::audit::{Audit, FindingWords};
use crate::framework::{Step, Verdict, scoring};
use crate::rules::CATALOGUE;

/// The findings of all channels, by channel, then step.
pub(super) fn derive(audit: &Audit, channels: &[ChannelReport]) -> Vec<Finding> {
    channels.iter().flat_map(|channel| Step::ALL.into_iter().filter_map(move |step| finding(audit, channel, step))).collect()
}

/// The finding of a channel's step, where anything is wanting.
fn finding(audit: &Audit, channel: &ChannelReport, step: Step) -> Option<Finding> {
    let leaked_here = |lead: &LeadReport| lead.class == Class::Leaked && lead.stopped_at == Some(step);
    let concerned: Vec<_> =
        channel.leads.iter().filter(|lead| !lead.test && (lead.steps[step].verdict.wanting() || leaked_here(lead))).collect();
    if concerned.is_empty() {
        return None;
    }
    let count = |verdict| concerned.iter().filter(|lead| lead.steps[step].verdict == verdict).count();
    let verdicts = Wanting {
        late: count(Verdict::Late),
        weak: count(Verdict::Weak),
        unproven: count(Verdict::Unproven),
        fail: count(Verdict::Fail),
    };
    let leaks = counted(&channel.leads).filter(|lead| leaked_here(lead)).count();
    let rules = CATALOGUE.iter().filter_map(|rule| {
        let leads = concerned.iter().filter(|lead| lead.steps[step].rules.contains(&rule.id)).count();
        (leads > 0).then_some(RuleCount { rule: rule.id, leads })
    });
    let words = audit.findings.get(&(channel.id.clone(), step));
    Some(Finding {
        id: format!("{}/{}", channel.id, step.id()),
        rating: rating(leaks, channel.counted, &verdicts),
        verdicts,
        leads: concerned.iter().map(|lead| lead.id.clone()).collect(),
        leaks,
        rules: rules.collect(),
        status: status(words),
    })
}

fn rating(leaks: usize, counted: usize, verdicts: &Wanting) -> Rating {
    match (leaks, verdicts.fail, verdicts.unproven) {
        (0, 0, 0) => Rating::Low,
        (0, ..) => Rating::Medium,
        _ if leaks as f64 / counted as f64 >= scoring::CRITICAL_FROM => Rating::Critical,
        _ => Rating::High,
    }
}

/// The status of the finding's action, else `accepted`, else `open`.
fn status(words: Option<&FindingWords>) -> &'static str {
    match words {
        Some(FindingWords { action: Some(action), .. }) => action.status.id(),
        Some(FindingWords { accepted: Some(_), .. }) => "accepted",
        _ => "open",
    }
}
