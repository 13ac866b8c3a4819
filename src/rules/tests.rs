//! Walks the catalogue: every rule fires on its first example and not on its second.

use std::fmt::Write as _;

use super::{CATALOGUE, Rule};
use crate::check;
use crate::framework::Step;

const AUDIT: &str = "format: 1
client: An invented business
auditor: A practice
period: 2026-03-02 to 2026-03-13
observed_through: 2026-03-31
timezone: America/New_York
hours: {mon-fri: \"08:00-18:00\"}
systems: {crm: {name: Register, of_record: true}, inbox: {name: Inbox}}
people: {desk: {role: Front desk}}
evidence:
  E1: {kind: call_log, what: Call log}
  E2: {kind: crm_history, what: History}
  E5: {kind: email, what: Mailbox}
  E6: {kind: staff_statement, what: Interview}
";

/// What a lead says of a step where the example says nothing: all of it holds.
fn holds(step: Step) -> &'static str {
    match step {
        Step::Capture => "capture: {at: +1m, in: crm, got: [name, contact, need]}",
        Step::Claim => "claim: {at: +5m, owner: desk, kind: person, in: crm}",
        Step::Continue => "continue: {at: +20m, did: call, result: reached}",
        Step::Confirm => "confirm: {at: +25m, what: visit, for: 2026-03-05 10:00, told_by: sms, in: crm}",
        Step::Close => "close: {at: 2026-03-05 12:00, status: attended, in: crm}",
    }
}

/// The rules that fire on the step of `rule` when its lead has the given lines.
fn leads_of(rules: &[&Rule], example: fn(&Rule) -> &str) -> Vec<Vec<&'static str>> {
    let mut channel = format!(
        "title: Web form\nkind: form\nsample: {{frame: All, method: all, selected: {}}}\nevidence: [E2]\nleads:\n",
        rules.len()
    );
    for (number, rule) in rules.iter().enumerate() {
        let _ = writeln!(channel, "  - id: R-{number:03}\n    arrived: 2026-03-02 10:00");
        for step in Step::ALL {
            let _ = writeln!(channel, "    {}", if step == rule.step { example(rule) } else { holds(step) });
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let audit = folder.path().join("audits/a");
    std::fs::create_dir_all(&audit).unwrap();
    std::fs::write(audit.join("audit.yml"), AUDIT).unwrap();
    std::fs::write(audit.join("form.yml"), channel).unwrap();
    let checked = check(&folder.path().join("audits"));
    assert!(!checked.has_errors(), "the examples must be valid: {:#?}", checked.problems);
    let leads = &checked.audits[0].1.channels[0].leads;
    leads.iter().zip(rules).map(|(lead, rule)| lead.steps[rule.step].rules.clone()).collect()
}

#[test]
fn every_rule_fires_on_its_first_example_alone() {
    let fired = leads_of(CATALOGUE, |rule| rule.fires_on);
    let passed = leads_of(CATALOGUE, |rule| rule.passes_on);
    for ((rule, fired), passed) in CATALOGUE.iter().zip(fired).zip(passed) {
        assert!(fired.contains(&rule.id), "{} must fire on {}: {fired:?}", rule.id, rule.fires_on);
        assert!(!passed.contains(&rule.id), "{} must not fire on {}", rule.id, rule.passes_on);
    }
}

#[test]
fn the_catalogue_is_in_order() {
    for rule in CATALOGUE {
        assert!(rule.id.starts_with(&format!("{}-", rule.step.id())), "{}", rule.id);
        assert_eq!(CATALOGUE.iter().filter(|other| other.id == rule.id).count(), 1, "{} stands there twice", rule.id);
        assert!(rule.words.contains("## Why it matters") && rule.words.contains("## What to do"), "{}", rule.id);
        for example in [rule.fires_on, rule.passes_on] {
            assert!(example.starts_with(&format!("{}:", rule.step.id())), "{}: {example}", rule.id);
        }
    }
}

#[test]
fn a_rule_is_found_by_its_own_id_alone() {
    for rule in CATALOGUE {
        assert_eq!(Rule::from_id(rule.id).unwrap().id, rule.id);
    }
    assert!(Rule::from_id("no-such-rule").is_none());
}
