//! SARIF 2.1.0, for code scanning and editors.
//!
//! Two runs, so that nobody takes one for the other: `handoff-audit/files` holds problems of the files, `handoff-audit/findings` what
//! the rules found of the audited business. The latter are notes whatever they weigh, with a `rank` that tells the weight.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Run;
use super::findings::{self, Judged};
use super::problems::{self, Located};
use crate::audit::Audit;
use crate::diagnostic::{Code, Diagnostic, Positions, json};
use crate::rules::Rule;

/// Where the published schema stands.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The ranks of effects, from `late` to `fail`.
const RANKS: [f64; 4] = [25.0, 50.0, 75.0, 100.0];

/// The document.
pub fn render(run: &Run<'_>) -> String {
    let mut positions = Positions::new(&run.checked.sources);
    let mut runs = vec![files(run, &mut positions)];
    // without a verdict there is no run: an empty one would say that all findings are gone
    if !run.checked.has_errors() {
        runs.push(business(run, &mut positions));
    }
    json::text(&json!({"$schema": SCHEMA, "version": "2.1.0", "runs": runs}))
}

/// A run of one of the two kinds.
fn whole(kind: &str, says: &str, rules: Vec<Value>, results: Vec<Value>) -> Value {
    json!({
        "tool": {"driver": {
            "name": "handoff-audit",
            "fullName": format!("handoff-audit: {kind}"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": rules,
        }},
        "automationDetails": {"id": format!("handoff-audit/{kind}/"), "description": {"text": says}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    })
}

/// Problems of the files.
fn files<'a>(run: &Run<'a>, positions: &mut Positions<'a>) -> Value {
    let mut codes = Catalogue::default();
    let mut seen: BTreeMap<[&str; 3], usize> = BTreeMap::new();
    let mut results = Vec::new();
    for problem in &run.checked.problems {
        let located = Located::find(problem.place, positions);
        let again = seen.entry([problem.code.id(), located.shown, problem.message.as_str()]).or_default();
        *again += 1;
        let print = problem_print(problem, &run.paths.name(located.shown), *again);
        let index = codes.index(problem.code.id(), || code(problem.code));
        let mut result = json!({
            "ruleId": problem.code.id(),
            "ruleIndex": index,
            "level": problems::level(problem.severity),
            "message": message(&problems::lines(problem, positions, run.paths).join("\n")),
            "locations": [location(&located, run)],
            "partialFingerprints": fingerprints(&print),
        });
        if let Some((place, label)) = &problem.second {
            let mut other = location(&Located::find(*place, positions), run);
            other["id"] = json!(0);
            if !label.is_empty() {
                other["message"] = message(label);
            }
            result["relatedLocations"] = json!([other]);
        }
        results.push(result);
    }
    whole("files", "Problems of the files, for those who wrote them to mend", codes.entries, results)
}

/// What the rules found of the audited business.
fn business<'a>(run: &Run<'a>, positions: &mut Positions<'a>) -> Value {
    let mut rules = Catalogue::default();
    let mut results = Vec::new();
    for (audit, report) in run.audits() {
        for judged in findings::steps(audit, report) {
            for rule in judged.rules() {
                let index = rules.index(rule.id, || descriptor(rule));
                results.push(finding(run, audit, &judged, rule, index, positions));
            }
        }
    }
    whole("findings", "Findings about the audited business, which are no defects of the files", rules.entries, results)
}

fn finding<'a>(
    run: &Run<'a>,
    audit: &Audit,
    judged: &Judged<'a>,
    rule: &Rule,
    index: usize,
    positions: &mut Positions<'a>,
) -> Value {
    let (channel, lead) = (judged.channel.id.as_str(), judged.lead.id.as_str());
    let time = judged.time().map_or_else(String::new, |time| format!(" ({time})"));
    let mut result = json!({
        "ruleId": rule.id,
        "ruleIndex": index,
        "level": "note",
        "rank": rank(rule),
        "message": message(&format!("{lead}: {}{time}", rule.title)),
        "locations": [location(&Located::find(judged.lead.step_place(judged.step), positions), run)],
        "partialFingerprints": fingerprints(&format!("{}/{channel}/{lead}/{}", audit.id, rule.id)),
        "properties": {
            "audit": audit.id, "channel": channel, "lead": lead, "step": judged.step.id(), "verdict": judged.told.verdict.id(),
        },
    });
    // whoever overrides a verdict says why, and both stay in the open
    if let Some(change) = judged.overridden().filter(|_| !judged.told.verdict.wanting()) {
        let justification = format!("overridden to {} by {}: {}", change.to.id(), audit.owner_role(&change.by), change.because);
        result["suppressions"] = json!([{"kind": "inSource", "status": "accepted", "justification": justification}]);
    }
    result
}

fn rank(rule: &Rule) -> f64 {
    let severity = rule.effect.severity().unwrap_or(0).max(1);
    RANKS[usize::from(severity) - 1]
}

/// What kinds of results there are, in the order in which they come up.
#[derive(Default)]
struct Catalogue {
    places: BTreeMap<&'static str, usize>,
    entries: Vec<Value>,
}

impl Catalogue {
    /// The place of an entry, which is made when it is first asked for.
    fn index(&mut self, id: &'static str, entry: impl FnOnce() -> Value) -> usize {
        *self.places.entry(id).or_insert_with(|| {
            self.entries.push(entry());
            self.entries.len() - 1
        })
    }
}

fn code(code: Code) -> Value {
    let severity = problems::level(code.severity());
    entry(code.id(), code.title(), code.words(), severity, json!({"tags": ["file"], "problem.severity": severity}))
}

fn descriptor(rule: &Rule) -> Value {
    let properties = json!({
        "tags": ["finding", rule.step.id()], "problem.severity": "recommendation", "effect": rule.effect.id(),
    });
    let mut entry = entry(rule.id, rule.title, rule.words, "note", properties);
    entry["defaultConfiguration"]["rank"] = json!(rank(rule));
    entry
}

fn entry(id: &str, title: &str, words: &str, level: &str, properties: Value) -> Value {
    let mut entry = json!({
        "id": id,
        "name": camel(id),
        "shortDescription": {"text": format!("{title}.")},
        "fullDescription": {"text": words.split("\n## ").next().unwrap_or(words).trim()},
        "help": {"text": words.trim(), "markdown": words.trim()},
        "defaultConfiguration": {"level": level},
        "properties": properties,
    });
    // an id of one word is its own name, and then there may be none
    if !id.contains('-')
        && let Value::Object(fields) = &mut entry
    {
        fields.shift_remove("name");
    }
    entry
}

/// `claim-late` as the names of rules are written: `ClaimLate`.
fn camel(id: &str) -> String {
    id.split('-').map(crate::words::capital).collect()
}

/// A plain message; what would be taken for a link stays text.
fn message(text: &str) -> Value {
    json!({"text": text.replace("](", "] (")})
}

fn location(located: &Located<'_>, run: &Run<'_>) -> Value {
    let region = match located.stretch {
        Some((start, end)) => {
            json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
        }
        // of a whole file, its beginning: viewers want a line
        None => json!({"startLine": 1}),
    };
    json!({"physicalLocation": {"artifactLocation": {"uri": run.paths.uri(located.shown)}, "region": region}})
}

/// The same print under two names: ours, and the one by which GitHub knows a result again.
fn fingerprints(print: &str) -> Value {
    json!({"handoffAudit/v1": print, "primaryLocationLineHash": print})
}

/// What stays of a problem when lines move: its code, its file and what it says; for the same once more, how often.
fn problem_print(problem: &Diagnostic, file: &str, again: usize) -> String {
    let text = format!("{}\n{file}\n{}\n{again}", problem.code.id(), problem.message);
    Sha256::digest(text.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
