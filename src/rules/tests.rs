//! Walks the catalogue: every rule fires on its first example and not on its second.

use std::fmt::Write as _;

use super::{CATALOGUE, Rule};
use crate::audit::Audit;
use crate::check;
use crate::framework::Step;
use crate::report::{LeadReport, Report};

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

/// An audit of a web form and its report: leads with the lines given for their steps, some more lines of the form and of the audit.
pub(crate) fn audit_of(audit_lines: &str, more: &str, leads: &[Vec<&str>]) -> (Audit, Report) {
    let mut channel = format!(
        "title: Web form\nkind: form\n{more}\nsample: {{frame: All, method: all, selected: {}}}\nevidence: [E2]\nleads:\n",
        leads.len()
    );
    for (number, lines) in leads.iter().enumerate() {
        let _ = writeln!(channel, "  - id: R-{number:03}\n    arrived: 2026-03-02 10:00");
        for step in Step::ALL {
            let given = lines.iter().find(|line| line.starts_with(&format!("{}:", step.id())));
            let _ = writeln!(channel, "    {}", given.copied().unwrap_or(holds(step)));
        }
        for line in lines.iter().filter(|line| line.starts_with("override:")) {
            let _ = writeln!(channel, "    {line}");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let audit = folder.path().join("audits/a");
    std::fs::create_dir_all(&audit).unwrap();
    std::fs::write(audit.join("audit.yml"), format!("{AUDIT}{audit_lines}")).unwrap();
    std::fs::write(audit.join("form.yml"), channel).unwrap();
    let mut checked = check(&folder.path().join("audits"));
    assert!(!checked.has_errors(), "the examples must be valid: {:#?}", checked.problems);
    checked.audits.remove(0)
}

/// The leads of such an audit.
fn leads_of(more: &str, leads: &[Vec<&str>]) -> Vec<LeadReport> {
    audit_of("", more, leads).1.channels.remove(0).leads
}

#[test]
fn every_rule_fires_on_its_first_example_alone() {
    let of = |example: fn(&Rule) -> &str| leads_of("", &CATALOGUE.iter().map(|rule| vec![example(rule)]).collect::<Vec<_>>());
    for ((rule, fired), passed) in CATALOGUE.iter().zip(of(|rule| rule.fires_on)).zip(of(|rule| rule.passes_on)) {
        let (fired, passed) = (&fired.steps[rule.step].rules, &passed.steps[rule.step].rules);
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

/// Where a rule begins: the last moment at which it does not fire, and the first at which it does.
#[test]
fn rules_fire_from_their_moment_on() {
    let claim = |at: &str| format!("claim: {{at: {at}, owner: desk, kind: person, in: crm}}");
    let slot = |slot: &str| format!("confirm: {{at: +25m, what: visit, for: {slot}, told_by: sms, in: crm}}");
    let close = |at: &str| format!("close: {{at: {at}, status: attended, in: crm}}");
    let (never, booked) = (|step: &str| format!("{step}: never"), || "close: {at: +30m, status: booked, in: crm}".to_owned());
    let open = || "close: {status: open, in: crm}".to_owned();
    let cases = [
        // a limit is kept up to its last minute
        ("", vec![claim("+15m")], Step::Claim, "pass"),
        ("", vec![claim("+16m")], Step::Claim, "late claim-late"),
        // of the night, no minute counts on the clock of the business: 8 hours of Monday, 10 minutes of Tuesday
        ("within: {claim: 8h10m}", vec![claim("2026-03-03 08:10")], Step::Claim, "pass"),
        ("within: {claim: 8h10m}", vec![claim("2026-03-03 08:11")], Step::Claim, "late claim-late"),
        ("within: {claim: 8h10m}\nclock: always", vec![claim("2026-03-03 08:10")], Step::Claim, "late claim-late"),
        // days are those of the calendar on either clock
        ("within: {claim: 1d}", vec![claim("2026-03-03 10:00")], Step::Claim, "pass"),
        ("within: {claim: 1d}", vec![claim("2026-03-03 10:01")], Step::Claim, "late claim-late"),
        // 24 open hours are Monday's 8, Tuesday's 10 and 6 of Wednesday
        ("", vec![claim("2026-03-04 14:00")], Step::Claim, "late claim-late"),
        ("", vec![claim("2026-03-04 14:01")], Step::Claim, "fail claim-dead"),
        // close starts at the slot; clocks go forward on 8 March, so that 7 days of 24 hours end an hour later
        ("", vec![close("2026-03-12 11:00")], Step::Close, "pass"),
        ("", vec![close("2026-03-12 11:01")], Step::Close, "late close-late"),
        ("", vec![slot("2026-03-09 09:00"), close("2026-03-16 09:00")], Step::Close, "pass"),
        ("", vec![slot("2026-03-09 09:00"), close("2026-03-16 09:01")], Step::Close, "late close-late"),
        // watching ends with the last minute of March: a deadline at it has passed, one behind it has not
        ("clock: always\nwithin: {confirm: 708h39m}", vec![never("confirm")], Step::Confirm, "fail confirm-missing"),
        ("clock: always\nwithin: {confirm: 708h40m}", vec![never("confirm")], Step::Confirm, "pending"),
        ("", vec![slot("2026-03-24 23:59"), never("close")], Step::Close, "fail close-missing"),
        ("", vec![slot("2026-03-25 00:00"), never("close")], Step::Close, "pending"),
        ("", vec![slot("2026-03-24 23:59"), open()], Step::Close, "fail close-open"),
        ("", vec![slot("2026-03-25 00:00"), open()], Step::Close, "pending"),
        // a limit of nothing is used up when its step starts, not before
        ("within: {close: 0m}", vec![slot("2026-03-31 23:59"), never("close")], Step::Close, "fail close-missing"),
        ("within: {close: 0m}", vec![slot("2026-04-01 09:00"), never("close")], Step::Close, "pending"),
        // three days before the end of watching
        ("", vec![slot("2026-03-28 23:59"), booked()], Step::Close, "pass"),
        ("", vec![slot("2026-03-28 23:58"), booked()], Step::Close, "weak close-stale"),
    ];
    for (more, lines, step, expected) in cases {
        let lead = leads_of(more, &[lines.iter().map(String::as_str).collect()]).remove(0);
        let found = std::iter::once(lead.steps[step].verdict.id()).chain(lead.steps[step].rules.iter().copied());
        assert_eq!(found.collect::<Vec<_>>().join(" "), expected, "{more} {lines:?}");
    }
}
