//! What becomes of what was read.

use super::model;
use crate::audit::{Known, RecordedIn, Status};
use crate::framework::{Clock, Step};

#[test]
fn defaults_are_filled_in() {
    let audit = model(&[]);
    assert_eq!(audit.title, "Handoff audit, Blue Heron Plumbing, 2 to 13 March 2026");
    assert_eq!(audit.status, Status::Draft);
    assert_eq!(audit.actions_as_of, audit.observed_through);
    let [form, phone] = audit.channels.as_slice() else { panic!("two channels") };
    assert_eq!((form.id.as_str(), form.clock, phone.clock), ("form", Clock::Business, Clock::Always));
    assert_eq!(phone.must_capture, ["name", "phone", "need"]);
    assert_eq!((phone.within.claim.to_string(), phone.own_limits.claim), ("5m".to_owned(), false));
    let own = model(&[("evidence: [E1]\n", "evidence: [E1]\nwithin: {claim: 07m}\n")]);
    assert_eq!((own.channels[1].within[Step::Claim].to_string(), own.channels[1].own_limits.claim), ("07m".to_owned(), true));
    assert!(!own.channels[1].own_limits.close);
}

#[test]
fn evidence_is_inherited() {
    let lead = |edits: &[(&str, &str)]| model(edits).channels[1].leads[0].clone();
    let plain = lead(&[]);
    assert_eq!([&*plain.capture.evidence, &*plain.claim.evidence], [["E2"], ["E1"]]);
    let own = lead(&[("id: P-01\n", "id: P-01\n    evidence: [E2]\n")]);
    assert_eq!([&*own.claim.evidence, &*own.close.evidence], [["E2"], ["E2"]]);
    let empty = lead(&[("evidence: [E2]", "evidence: []"), ("id: P-01\n", "id: P-01\n    evidence: [E2]\n")]);
    assert_eq!(*empty.capture.evidence, ["E2"], "an empty list names none");
}

#[test]
fn steps_are_what_was_written() {
    let audit = model(&[
        ("at: +3m, in: crm", "at: ~+3m, in: none"),
        ("claim: {at: +1m, owner: desk, kind: person, in: crm}", "claim: {never: Nothing in the log, evidence: [E2]}"),
        ("continue: {at: +2m, did: call, result: reached}", "continue: {na: Booked on the spot}"),
        ("close: {at: +1d3h, status: attended, in: crm}", "close: {status: open, in: crm, note: Waiting}"),
    ]);
    let lead = &audit.channels[1].leads[0];
    let capture = lead.capture.known.fact().unwrap();
    assert_eq!((capture.recorded_in.clone(), capture.at.approximate), (RecordedIn::Nowhere, true));
    assert_eq!(capture.at.time.as_second() - lead.arrived.time.as_second(), 180);
    assert!(matches!(&lead.claim.known, Known::Never(Some(words)) if words == "Nothing in the log"));
    assert_eq!(*lead.claim.evidence, ["E2"]);
    assert!(matches!(&lead.r#continue.known, Known::NotApplicable(words) if words == "Booked on the spot"));
    assert_eq!((lead.close.known.fact().unwrap().at, lead.close.note.as_deref()), (None, Some("Waiting")));
}

#[test]
fn real_time_runs_across_a_clock_change() {
    // the clocks went forward on 8 March: 24 hours after 12:00 on the 7th it was 13:00
    let audit = model(&[
        ("arrived: 2026-03-03 09:12", "arrived: 2026-03-07 12:00"),
        ("at: +1d3h", "at: +1d"),
        ("for: 2026-03-04 10:00", "for: 2026-03-08 13:00"),
    ]);
    let lead = &audit.channels[1].leads[0];
    let slot = lead.confirm.known.fact().unwrap().slot.unwrap();
    assert_eq!(lead.close.known.fact().unwrap().at.unwrap().time, slot.time);
}

#[test]
fn leads_are_in_the_order_of_their_bytes() {
    let audit = model(&[("id: P-02", "id: P-10"), ("id: P-03", "id: P-9"), ("id: P-04", "id: a")]);
    let ids: Vec<&str> = audit.channels[1].leads.iter().map(|lead| lead.id.as_str()).collect();
    assert_eq!(ids, ["P-01", "P-05", "P-10", "P-9", "a"]);
}

#[test]
fn a_model_is_given_beside_mistakes_that_leave_it_whole() {
    for edit in
        [("selected: 5}", "selected: 6}"), ("did: call", "did: Call to 512-555-0123"), ("at: +1d3h, status", "at: +40d, status")]
    {
        model(&[edit]);
    }
    for edit in [("kind: phone", "kind: fone"), ("in: crm, got", "in: crn, got"), ("id: P-02", "id: P-01")] {
        let loaded = super::edited(&[edit]);
        assert!(crate::audit::read(&loaded).0.is_empty(), "{edit:?}");
    }
}
