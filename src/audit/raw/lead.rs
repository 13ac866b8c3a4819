//! The records of a lead.

use super::Told;
use super::step::StepOf;
use crate::audit::model::*;
use crate::audit::values::*;
use crate::framework::Step;

record! {
    /// One traced lead.
    LeadEntry "a lead" "{id: P-01, arrived: 2026-03-03 09:12, capture: …, claim: …, continue: …, confirm: …, close: …}" {
        /// Its pseudonym, unique in the audit, never a name.
        required id "id": Id;
        /// When it arrived: local time.
        required arrived "arrived": Arrival;
        /// What the buyer wants.
        optional wants "wants": Text, like "Leaking water heater";
        /// What the auditor notes.
        optional note "note": Fact, like "Rang out at lunch; no voicemail";
        /// What somebody told the auditor: it is quoted, and proves nothing.
        optional staff_says "staff_says": Text, like "We called her back the next day";
        /// What it is worth, in the audit's currency.
        optional value "value": Amount, like "1200";
        /// Whether the auditor planted it; then it counts in nothing.
        optional test "test": Truth, default "false";
        /// Evidence for every step that names none.
        optional evidence "evidence": List<Reference>, like "[E1]";
        /// Notes for the internal edition alone (Markdown).
        optional internal "internal": Internal;
        /// Whether the record holds what the next person needs.
        step capture "capture": StepOf<CaptureEntry>;
        /// Who took the lead.
        step claim "claim": StepOf<ClaimEntry>;
        /// What was done next.
        step r#continue "continue": StepOf<ContinueEntry>;
        /// What was agreed with the buyer.
        step confirm "confirm": StepOf<ConfirmEntry>;
        /// Where the lead ended up.
        step close "close": StepOf<CloseEntry>;
        /// Verdicts that the auditor overrides, at most one a step.
        optional overrides "override": List<OverrideEntry>, like "[{step: capture, to: pass, kind: evidence_elsewhere, because: The page of the form tells the need, by: Lead auditor, date: 2026-04-02, evidence: [E2]}]";
    }
}

record! {
    /// Capture: what the record holds for the next person.
    CaptureEntry "`capture`" "{at: +3m, in: crm, got: [name, phone, need]}" {
        /// When it was recorded.
        required at "at": When, like "+3m";
        /// The system in which it is recorded, or `none`.
        required recorded_in "in": Reference, like "crm";
        /// Which details are recorded; `[]` for none.
        required got "got": List<Text>, like "[name, phone, need]";
        /// The evidence relied on, by id.
        optional evidence "evidence": List<Reference>, like "[E1]";
        /// What the auditor notes on the step.
        optional note "note": Fact;
    }
}

record! {
    /// Claim: who took the lead, and when.
    ClaimEntry "`claim`" "{at: +5m, owner: front-desk, kind: person, in: crm}" {
        /// When somebody took it.
        required at "at": When, like "+5m";
        /// Who: a person's id, or a text.
        required owner "owner": Fact, like "front-desk";
        /// Who or what that is.
        required kind "kind": OneOf<OwnerKind>;
        /// Who was on duty at the queue or system.
        optional on_duty "on_duty": Fact, like "Dispatcher of the early shift";
        /// The system in which the owner is visible, or `none`.
        required recorded_in "in": Reference, like "crm";
        /// The evidence relied on, by id.
        optional evidence "evidence": List<Reference>, like "[E1]";
        /// What the auditor notes on the step.
        optional note "note": Fact;
    }
}

record! {
    /// Continue: what was done next, and what came of it.
    ContinueEntry "`continue`" "{at: +12m, did: call, result: reached}" {
        /// When it was done.
        required at "at": When, like "+12m";
        /// What was done.
        required did "did": Fact, like "call";
        /// What came of it.
        required result "result": OneOf<ContactResult>;
        /// Whether it was the right thing to do.
        optional fit "fit": OneOf<Fit>, default "right";
        /// How many attempts were made.
        optional touches "touches": Whole<1, { i64::MAX }>, like "3", default "1";
        /// What was agreed to come next.
        optional next_step "next_step": Text, like "Visit on Tuesday";
        /// The evidence relied on, by id.
        optional evidence "evidence": List<Reference>, like "[E1]";
        /// What the auditor notes on the step.
        optional note "note": Fact;
    }
}

record! {
    /// Confirm: what was agreed with the buyer, and how the buyer knows.
    ConfirmEntry "`confirm`" "{at: +14m, what: appointment, for: 2026-03-04 10:00, told_by: sms, in: calendar}" {
        /// When it was confirmed.
        required at "at": When, like "+14m";
        /// What was confirmed.
        required what "what": Fact, like "appointment";
        /// The slot.
        optional slot "for": When, like "2026-03-04 10:00";
        /// How the buyer was told.
        required told_by "told_by": OneOf<ToldBy>;
        /// The system in which it is recorded, or `none`.
        required recorded_in "in": Reference, like "calendar";
        /// The evidence relied on, by id.
        optional evidence "evidence": List<Reference>, like "[E1]";
        /// What the auditor notes on the step.
        optional note "note": Fact;
    }
}

record! {
    /// Close the Loop: where the lead ended up, and where that can be shown.
    CloseEntry "`close`" "{status: attended, at: +1d3h, in: crm}" {
        /// Where the lead ended up.
        required status "status": OneOf<CloseStatus>;
        /// When that was recorded; required unless the status is `open`.
        optional at "at": When, like "+1d3h";
        /// The system in which it is recorded, or `none`.
        required recorded_in "in": Reference, like "crm";
        /// Whether the systems tell the same story.
        optional agrees "agrees": Truth, default "true";
        /// Why, where the lead was lost or disqualified.
        optional reason "reason": Fact, like "Went with a competitor";
        /// The evidence relied on, by id.
        optional evidence "evidence": List<Reference>, like "[E1]";
        /// What the auditor notes on the step.
        optional note "note": Fact;
    }
}

record! {
    /// A verdict that the auditor overrides, in the open.
    OverrideEntry "an override" "{step: capture, to: pass, kind: evidence_elsewhere, because: why, by: Lead auditor, date: 2026-04-02}" {
        /// Of which step.
        required step "step": Reference, like "capture";
        /// To which verdict.
        required to "to": OneOf<OverriddenTo>;
        /// Why, in a word.
        required kind "kind": OneOf<OverrideKind>;
        /// Why, in at least 20 characters.
        required because "because": Text, like "why the derived verdict does not fit";
        /// Who says so.
        required by "by": Text, like "Lead auditor";
        /// Since when.
        required date "date": Day, like "2026-04-02";
        /// Until when it holds.
        optional until "until": Day;
        /// Evidence of its own; required where the override raises the verdict.
        optional evidence "evidence": List<Reference>, like "[E1]";
    }
}

/// What every step has, whatever its facts are.
pub(in crate::audit) struct StepView<'a> {
    /// Which step.
    pub(in crate::audit) step: Step,
    /// When, for a fact map.
    pub(in crate::audit) at: Option<&'a Field<Written>>,
    /// Where it is recorded, for a fact map that says so.
    pub(in crate::audit) recorded_in: Option<&'a Field<String>>,
    /// The evidence that the step names itself.
    pub(in crate::audit) evidence: Option<&'a Field<Listed<String>>>,
    /// Where the step's name stands, if it says that it does not apply.
    pub(in crate::audit) na: Option<crate::diagnostic::Place>,
}

/// What a fact map has in common with those of other steps.
pub(in crate::audit) trait Facts {
    /// When.
    fn at(&self) -> &Field<Written>;
    /// Where it is recorded.
    fn recorded_in(&self) -> Option<&Field<String>>;
    /// The evidence relied on.
    fn evidence(&self) -> &Field<Listed<String>>;
    /// What the auditor notes on the step.
    fn note(&self) -> &Field<String>;
}

macro_rules! facts {
    ($($entry:ident $(.$recorded_in:ident)?;)+) => {$(
        impl Facts for $entry {
            fn at(&self) -> &Field<Written> {
                &self.at
            }

            fn recorded_in(&self) -> Option<&Field<String>> {
                facts!(@some self $($recorded_in)?)
            }

            fn evidence(&self) -> &Field<Listed<String>> {
                &self.evidence
            }

            fn note(&self) -> &Field<String> {
                &self.note
            }
        }
    )+};
    (@some $self:ident $field:ident) => { Some(&$self.$field) };
    (@some $self:ident) => { None };
}

facts! {
    CaptureEntry.recorded_in;
    ClaimEntry.recorded_in;
    ContinueEntry;
    ConfirmEntry.recorded_in;
    CloseEntry.recorded_in;
}

impl LeadEntry {
    /// The five steps, in order, each with what it has in common with the others.
    pub(in crate::audit) fn steps(&self) -> [StepView<'_>; 5] {
        [
            view(Step::Capture, &self.capture),
            view(Step::Claim, &self.claim),
            view(Step::Continue, &self.r#continue),
            view(Step::Confirm, &self.confirm),
            view(Step::Close, &self.close),
        ]
    }

    /// How the lead is named in messages: by its id.
    pub(in crate::audit) fn named(&self) -> String {
        self.id.get().map_or_else(|| "this lead".to_owned(), |id| format!("lead `{id}`"))
    }

    /// Whether the auditor planted it; none where that cannot be told.
    pub(in crate::audit) fn is_test(&self) -> Option<bool> {
        self.test.sound().map(|test| test.copied().unwrap_or(false))
    }
}

fn view<F: Facts>(step: Step, field: &Field<Told<F>>) -> StepView<'_> {
    let mut view = StepView { step, at: None, recorded_in: None, evidence: None, na: None };
    match field.at() {
        Some(At { value: Told::Fact(facts), .. }) => {
            view.at = Some(facts.at());
            view.recorded_in = facts.recorded_in();
            view.evidence = Some(facts.evidence());
        }
        Some(At { value: Told::Never(Some(never)), .. }) => view.evidence = Some(&never.evidence),
        Some(At { value: Told::Unknown(Some(unknown)), .. }) => view.evidence = Some(&unknown.evidence),
        Some(At { value: Told::NotApplicable(_), key, .. }) => view.na = Some(*key),
        _ => {}
    }
    view
}
