//! What the pages of an audit's leads have in common, made once: the frame around those of a channel, links to rules and evidence, and
//! lists of evidence, since most steps of a channel rely on the same.

use foldhash::{HashMap, HashMapExt};
use serde::Serialize;
use tera::{Context, Map, Value};

use crate::framework::{Step, Verdict};
use crate::rules::{CATALOGUE, Rule};
use crate::site::frame::Current;
use crate::site::subject::Subject;
use crate::site::view::Link;
use crate::site::{Error, Press, links};

/// As templates take it.
pub(crate) struct Shared<'a> {
    /// The frame of each channel's leads, without what only one lead has.
    frames: Vec<Map>,
    /// As HTML.
    marks: [Value; 7],
    rules: HashMap<&'static str, Value>,
    evidence: HashMap<&'a str, Value>,
    /// As HTML, by the ids.
    lists: HashMap<&'a [String], Value>,
}

/// A rule that fired.
#[derive(Serialize)]
struct RuleView {
    link: Link,
    title: &'static str,
    mark: Value,
}

impl<'a> Shared<'a> {
    pub(super) fn new(press: &Press<'_>, subject: &Subject<'a>) -> Result<Self, Error> {
        // all of them lie in one folder, so the links of any are those of the others
        let from = links::lead(&subject.audit.id, "");
        let frame = |channel: &str| press.frame(&from, Some(subject), Current::Channel(channel), "", "");
        let channels = subject.audit.channels.iter();
        let html = |component: &str, argument: &'static str, value: Value| {
            let mut arguments = Context::new();
            arguments.insert_value(argument, value);
            press.render_component(subject.words, component, &arguments).map(|html| Value::safe_string(&html.0))
        };
        let mut marks = Verdict::ALL.map(|_| Value::none());
        for verdict in Verdict::ALL {
            marks[verdict as usize] = html("mark", "m", subject.marks.verdict(verdict))?;
        }
        let rule = |rule: &&'static Rule| {
            let (link, title) = (subject.rule_link(&from, rule), subject.words.rule(rule).0);
            (rule.id, Value::from_serializable(&RuleView { link, title, mark: marks[rule.effect as usize].clone() }))
        };
        let item = |id: &'a String| {
            let view = subject.evidence(&from, std::slice::from_ref(id)).pop()?;
            Some((id.as_str(), Value::from_serializable(&view)))
        };
        let mut shared = Shared {
            frames: channels
                .map(|channel| Value::from_serializable(&frame(&channel.id)).into_map().unwrap_or_default())
                .collect(),
            rules: CATALOGUE.iter().map(rule).collect(),
            evidence: subject.audit.evidence.keys().filter_map(item).collect(),
            lists: HashMap::new(),
            marks,
        };
        for lead in subject.audit.channels.iter().flat_map(|channel| &channel.leads) {
            for ids in Step::ALL.into_iter().map(|step| lead.evidence(step)) {
                if !shared.lists.contains_key(ids) {
                    shared.lists.insert(ids, html("evidence", "items", Value::from(shared.evidence(ids)))?);
                }
            }
        }
        Ok(shared)
    }

    /// The frame around a lead of a channel.
    pub(super) fn frame(&self, channel: usize, title: &str, about: &str) -> Value {
        let mut frame = self.frames[channel].clone();
        frame.insert("title".into(), Value::from(title));
        frame.insert("about".into(), Value::from(about));
        Value::from(frame)
    }

    /// The mark of a verdict, as HTML.
    pub(super) fn mark(&self, verdict: Verdict) -> Value {
        self.marks[verdict as usize].clone()
    }

    /// A rule that fired.
    pub(super) fn rule(&self, id: &str) -> Option<Value> {
        self.rules.get(id).cloned()
    }

    /// Items of evidence, by id.
    pub(super) fn evidence(&self, ids: &[String]) -> Vec<Value> {
        ids.iter().filter_map(|id| self.evidence.get(id.as_str()).cloned()).collect()
    }

    /// The same as a list in HTML, for those that a step relies on.
    pub(super) fn evidence_list(&self, ids: &[String]) -> Option<Value> {
        self.lists.get(ids).cloned()
    }
}
