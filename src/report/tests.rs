//! Parts of a report that take a whole audit to be seen.

use crate::audit::Thresholds;
use crate::framework::Step;
use crate::rules::tests::audit_of;

const LATE: &str = "claim: {at: +16m, owner: desk, kind: person, in: crm}";
const LATE_OFF_RECORD: &str = "claim: {at: +16m, owner: desk, kind: person, in: inbox}";
const SHARED: &str = "claim: {at: +5m, owner: inbox, kind: shared, in: crm}";

#[test]
fn a_finding_counts_the_leads_of_each_rule() {
    let (_, report) = audit_of("", "", &[vec![LATE], vec![], vec![LATE_OFF_RECORD]]);
    let [finding] = &report.findings[..] else { panic!("{:#?}", report.findings) };
    let rules: Vec<_> = finding.rules.iter().map(|count| (count.rule, count.leads)).collect();
    assert_eq!(rules, [("claim-late", 2), ("claim-off-record", 1)]);
    assert_eq!((finding.leads.join(" ").as_str(), finding.rating.id()), ("R-000 R-002", "low"));
}

#[test]
fn a_finding_stands_where_its_action_does_else_where_somebody_accepted_it() {
    let action = "action: {do: Set an alarm at 10 minutes, owner: desk, due: 2026-05-20, status: in_progress}";
    let accepted = "accepted: {because: The season ends in a month, by: The owner, date: 2026-04-06}";
    for (words, status) in [
        (String::new(), "open"),
        ("findings: {form/claim: {cause: No alarm}}".to_owned(), "open"),
        (format!("findings: {{form/claim: {{{accepted}}}}}"), "accepted"),
        (format!("findings: {{form/claim: {{{action}}}}}"), "in_progress"),
    ] {
        let (_, report) = audit_of(&words, "", &[vec![LATE]]);
        assert_eq!(report.findings[0].status, status, "{words}");
    }
}

#[test]
fn nobody_owns_the_leads_where_fewer_than_half_of_the_claims_held() {
    for (leads, channels, shown_by) in [
        (&[vec![LATE], vec![]][..], "", ""),
        (&[vec![LATE], vec![], vec![LATE]], "form", "R-000 R-002"),
        (&[vec![SHARED], vec![]], "", "R-000"),
    ] {
        let (_, report) = audit_of("", "", leads);
        let mistake = report.mistakes.iter().find(|mistake| mistake.id == "no-clear-owner").unwrap();
        assert_eq!((mistake.channels.join(" ").as_str(), mistake.leads.join(" ").as_str()), (channels, shown_by));
        assert_eq!(mistake.seen, !shown_by.is_empty());
    }
}

#[test]
fn without_overrides_everything_is_derived_anew() {
    let overridden = "override: [{step: claim, to: pass, kind: evidence_elsewhere, because: The rota of that day names the desk, by: Auditor, date: 2026-04-02, evidence: [E2]}]";
    let (_, report) = audit_of("", "", &[vec![SHARED, overridden]]);
    let channel = &report.channels[0];
    assert_eq!((channel.leads[0].steps[Step::Claim].verdict.id(), channel.level), ("pass", Some(3)));
    assert_eq!((report.overall.level, report.overall.level_without_overrides), (Some(3), Some(2)));
}

#[test]
fn a_level_is_compared_with_that_of_the_audit_before() {
    let (mut later, report) = audit_of("", "", &[vec![]]);
    later.gate.fail = Thresholds { drop_from_previous: Some(1), ..Thresholds::default() };
    let mut earlier = later.clone();
    (later.id, earlier.id) = ("client/b".to_owned(), "client/a".to_owned());
    earlier.period.from = earlier.period.from.yesterday().unwrap();
    let reports = super::derive_all(&[later, earlier]);
    let judged: Vec<Vec<_>> =
        reports.iter().map(|report| report.gate.iter().map(|result| (result.rule.as_ref(), result.passed)).collect()).collect();
    assert_eq!(judged, [vec![("drop_from_previous", true)], vec![]]);
    assert!(reports.iter().all(|derived| derived.overall == report.overall));
}
