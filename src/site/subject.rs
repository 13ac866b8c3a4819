//! One audit with its report, and the ways to find things in it.

use foldhash::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Serialize;

use super::drawn::Drawn;
use super::view::{EvidenceView, Link, Marks};
use super::{brand, headlines, links, pages};
use crate::audit::{Action, Audit, Brand, Channel, Edition, Evidence, FindingWords, Lead, RecordedIn};
use crate::framework::Step;
use crate::report::{ChannelReport, Finding, FixFirst, LeadReport, Report};
use crate::rules::Rule;
use crate::say;
use crate::words::Words;

/// How many leads a list names before it points at the channel's page.
const LINKED: usize = 30;

/// Some leads of a channel, and where there are too many to name, the way to the others.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LeadLinks {
    links: Vec<Link>,
    more: Option<Link>,
}

/// One audit of the site, with what is known about it.
pub(crate) struct Subject<'a> {
    pub(crate) audit: &'a Audit,
    pub(crate) report: &'a Report,
    /// The site's words in the audit's language.
    pub(crate) words: Words,
    /// The audited business and the period: what every title ends with.
    pub(crate) whose: String,
    /// The marks that every lead has.
    pub(crate) marks: Marks,
    /// What the pages of leads have in common, made with the first of them.
    pub(crate) lead_pages: OnceLock<pages::lead::Shared<'a>>,
    /// Its charts.
    pub(super) drawn: Drawn,
    places: Places<'a>,
    /// Whose audit it is, where there is a brand.
    pub(crate) brand: Option<&'a Brand>,
    /// The audit before this one in its series, and the one after, by their places among the press's summaries.
    pub(crate) earlier: Option<usize>,
    pub(crate) later: Option<usize>,
    /// Its series up to itself, the latest of it, in the same way.
    pub(crate) series: Vec<usize>,
}

/// Where things stand in an audit and its report, so that none has to be looked for.
struct Places<'a> {
    channels: HashMap<&'a str, usize>,
    findings: HashMap<(&'a str, Step), usize>,
    /// Among what is to be fixed first and, behind that, what nobody can account for.
    fixes: HashMap<(&'a str, Step), usize>,
    /// The attachments.
    files: HashSet<&'a str>,
}

impl<'a> Places<'a> {
    fn of(audit: &'a Audit, report: &'a Report) -> Self {
        let channels = audit.channels.iter().enumerate().map(|(at, channel)| (channel.id.as_str(), at));
        let findings = report.findings.iter().enumerate().filter_map(|(at, finding)| Some((finding.place()?, at)));
        let fixes = report.fix_first.iter().chain(&report.unaccounted);
        Places {
            channels: channels.collect(),
            findings: findings.collect(),
            fixes: fixes.enumerate().map(|(at, row)| ((row.channel.as_str(), row.step), at)).collect(),
            files: audit.evidence.values().filter_map(|item| item.file.as_deref()).collect(),
        }
    }
}

impl<'a> Subject<'a> {
    /// An audit without a brand, the only one of its series.
    pub(crate) fn new(audit: &'a Audit, report: &'a Report) -> Self {
        let words = Words::of(audit.language);
        Subject {
            audit,
            report,
            words,
            whose: [audit.client.as_str(), ", ", &words.period(audit.period)].concat(),
            marks: Marks::new(words),
            lead_pages: OnceLock::new(),
            drawn: Drawn::new(report.channels.len()),
            places: Places::of(audit, report),
            brand: None,
            earlier: None,
            later: None,
            series: Vec::new(),
        }
    }

    /// Each channel with its report.
    pub(crate) fn channels(&self) -> impl Iterator<Item = (&'a Channel, &'a ChannelReport)> {
        self.audit.channels.iter().zip(&self.report.channels)
    }

    /// A channel with its report, by place.
    pub(crate) fn channel(&self, at: usize) -> (&'a Channel, &'a ChannelReport) {
        (&self.audit.channels[at], &self.report.channels[at])
    }

    /// A lead with its report, by channel and place.
    pub(crate) fn lead(&self, channel: usize, place: usize) -> (&'a Lead, &'a LeadReport) {
        (&self.audit.channels[channel].leads[place], &self.report.channels[channel].leads[place])
    }

    /// The place of a channel among the audit's.
    pub(crate) fn channel_place(&self, channel: &str) -> Option<usize> {
        self.places.channels.get(channel).copied()
    }

    /// The name of a channel, for readers.
    pub(crate) fn title<'b>(&self, channel: &'b str) -> &'b str
    where
        'a: 'b,
    {
        self.channel_place(channel).map_or(channel, |at| self.audit.channels[at].title.as_str())
    }

    /// The auditor's words on a finding.
    pub(crate) fn written(&self, channel: &str, step: Step) -> Option<&'a FindingWords> {
        self.audit.findings.get(&(channel.to_owned(), step))
    }

    /// What a finding is called: in the auditor's words, or else in the framework's.
    pub(crate) fn finding_title(&self, channel: &str, step: Step) -> String {
        let written = self.written(channel, step).and_then(|words| words.title.clone());
        written.unwrap_or_else(|| headlines::finding(self.words, step))
    }

    /// What is lost at a step of a channel, where anything is.
    pub(crate) fn fix(&self, channel: &str, step: Step) -> Option<&'a FixFirst> {
        let at = *self.places.fixes.get(&(channel, step))?;
        let first = &self.report.fix_first;
        first.get(at).or_else(|| self.report.unaccounted.get(at - first.len()))
    }

    /// The rank of a step of a channel among what is to be fixed first, from 1 on.
    pub(crate) fn rank(&self, channel: &str, step: Step) -> Option<usize> {
        let at = *self.places.fixes.get(&(channel, step))?;
        (at < self.report.fix_first.len()).then_some(at + 1)
    }

    /// The finding at a step of a channel, where there is one.
    pub(crate) fn finding(&self, channel: &str, step: Step) -> Option<&'a Finding> {
        self.places.findings.get(&(channel, step)).map(|at| &self.report.findings[*at])
    }

    /// Every action that was agreed, with the channel and the step that it mends, by the day it is due.
    pub(crate) fn actions(&self) -> Vec<((&'a str, Step), &'a Action)> {
        let all = self.audit.findings.iter();
        let mut actions: Vec<_> =
            all.filter_map(|((channel, step), words)| Some(((channel.as_str(), *step), words.action.as_ref()?))).collect();
        actions.sort_by_key(|(_, action)| action.due);
        actions
    }

    /// A link from a page to a channel.
    pub(crate) fn channel_link(&self, from: &str, channel: &str) -> Link {
        Link::new(links::between(from, &links::channel(&self.audit.id, channel)), self.title(channel))
    }

    /// A link from a page to a lead, and where it is given, to one of its steps.
    pub(crate) fn lead_link(&self, from: &str, lead: &str, step: Option<Step>) -> Link {
        let to = links::lead(&self.audit.id, lead);
        let href = match step {
            Some(step) => links::to_place(from, &to, step.id()),
            None => links::between(from, &to),
        };
        Link::new(href, lead)
    }

    /// Links to leads of a channel, or as many of them as can be taken in, and the way to the others.
    pub(crate) fn lead_links<'b>(
        &self,
        from: &str,
        channel: &str,
        leads: impl ExactSizeIterator<Item = &'b String>,
        step: Option<Step>,
    ) -> LeadLinks {
        let more = leads.len().saturating_sub(LINKED);
        let page = links::to_place(from, &links::channel(&self.audit.id, channel), "leads");
        LeadLinks {
            links: leads.take(LINKED).map(|lead| self.lead_link(from, lead, step)).collect(),
            more: (more > 0).then(|| Link::new(page, say!(self.words, "more-leads-count", count = more))),
        }
    }

    /// Links to the leads that were lost at a step of a channel; nothing where none was.
    pub(crate) fn lost_links(&self, from: &str, channel: &str, step: Step) -> Option<LeadLinks> {
        let channel = &self.report.channels[self.channel_place(channel)?];
        let lost: Vec<&String> =
            channel.leads.iter().filter(|lead| headlines::leaked_at(lead, step)).map(|lead| &lead.id).collect();
        (!lost.is_empty()).then(|| self.lead_links(from, &channel.id, lost.into_iter(), Some(step)))
    }

    /// A link from a page to the list of rules, in the audit's language.
    pub(crate) fn rules_href(&self, from: &str) -> String {
        links::between(from, &links::rules(self.audit.language))
    }

    /// A link from a page to a rule, in the audit's language.
    pub(crate) fn rule_link(&self, from: &str, rule: &Rule) -> Link {
        Link::new(links::between(from, &links::rule(self.audit.language, rule.id)), rule.id)
    }

    /// The place of a finding on its page.
    pub(crate) fn finding_href(&self, from: &str, channel: &str, step: Step) -> String {
        links::to_place(from, &self.path("findings.html"), &links::finding_anchor(channel, step))
    }

    /// Where the audit's own logo lies, where it has one.
    pub(crate) fn logo(&self) -> Option<String> {
        Some(brand::path(&self.audit.id, self.brand?.logo.as_ref()?))
    }

    /// The path of one of the audit's pages.
    pub(crate) fn path(&self, file: &str) -> String {
        links::of_audit(&self.audit.id, file)
    }

    /// Items of evidence as a page names them.
    pub(crate) fn evidence(&self, from: &str, ids: &[String]) -> Vec<EvidenceView> {
        ids.iter()
            .filter_map(|id| {
                let item = self.audit.evidence.get(id)?;
                let href = self.attachment(item).map(|path| links::between(from, &path));
                let entry = links::to_place(from, &self.path("evidence.html"), &links::evidence_anchor(id));
                let mut view = EvidenceView::new(self.words, id, entry, item, href);
                if item.pii && view.href.is_some() {
                    view.what = say!(self.words, "edition-personal-attachment", what = item.what.as_str());
                }
                Some(view)
            })
            .collect()
    }

    /// Where the site keeps an attachment; none where there is none, or where the edition may not hold its personal data.
    pub(crate) fn attachment(&self, item: &Evidence) -> Option<String> {
        let file = item.file.as_deref().filter(|_| !item.pii || self.audit.edition == Edition::Internal)?;
        let short = file.strip_prefix("evidence/").unwrap_or(file);
        let kept = if short != file && self.places.files.contains(short) { file } else { short };
        Some(self.path(&format!("evidence/{kept}")))
    }

    /// Where something is recorded, for readers, and whether that counts as on the record.
    pub(crate) fn recorded(&self, place: &RecordedIn) -> (String, bool) {
        match place {
            RecordedIn::Nowhere => (self.words.get("nowhere").to_owned(), false),
            RecordedIn::System(id) => match self.audit.systems.get(id) {
                Some(system) => (system.name.clone(), system.of_record),
                None => (id.clone(), false),
            },
        }
    }
}
