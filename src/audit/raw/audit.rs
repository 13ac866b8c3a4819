//! The records of `audit.yml`.

use crate::audit::model::*;
use crate::audit::values::*;
use crate::words::Language;

record! {
    /// Who audited whom, when, on which systems and evidence, and the auditor's words on what was found.
    AuditFile "an audit" "…" {
        /// The version of this format.
        required format "format": FormatVersion;
        /// The audited business.
        required client "client": Text, like "Blue Heron Plumbing";
        /// Who audited.
        required auditor "auditor": Text, like "Harbour Audit Practice";
        /// The title of the report; made of client and period where it is left out.
        optional title "title": Text, like "Handoff audit of Blue Heron Plumbing";
        /// How far the work is; a draft carries a mark on every page.
        optional status "status": OneOf<Status>, default "draft";
        /// Leads that arrived in this window were sampled; both days are included.
        required period "period": Days;
        /// The last day on which the leads were watched.
        required observed_through "observed_through": Day;
        /// The IANA name of the time zone of every local time.
        required timezone "timezone": Zone;
        /// Opening hours, for channels on the business clock; days not named are closed.
        optional hours "hours": WeekHours;
        /// Days on which the business stays closed.
        optional holidays "holidays": List<Day>, like "[2026-12-25, 2026-12-26]";
        /// The language of the site's own words.
        optional language "language": Language, default "en";
        /// The day against which an action is overdue; `observed_through` where it is left out.
        optional actions_as_of "actions_as_of": Day;
        /// Notes for the internal edition alone (Markdown).
        optional internal "internal": Internal;
        /// The currency of every amount of money; money appears only with `value_per_booking`.
        optional currency "currency": Currency;
        /// What a booking is worth, in that currency.
        optional value_per_booking "value_per_booking": Amount, like "450";
        /// Where things may be recorded: an id for each system.
        required systems "systems": Register<SystemEntry>, like "{crm: {name: Job book, of_record: true}}";
        /// People who may own a lead: an id for each; the client edition shows their role.
        optional people "people": Register<PersonEntry>, like "{front-desk: {role: Front desk}}";
        /// The register of evidence: an id for each item.
        optional evidence "evidence": Register<EvidenceEntry>, like "{E1: {kind: call_log, what: \"Call tracking export, 2 to 13 March\"}}";
        /// The auditor's own opening words (Markdown).
        optional summary "summary": Markdown;
        /// The auditor's words on findings, by `channel/step`.
        optional findings "findings": Keyed<FindingEntry>, like "{phone/claim: {cause: why it happens, recommendation: what to do}}";
        /// What the trace alone does not show, such as an interview.
        optional observations "observations": List<ObservationEntry>, like "[{id: who-owns-a-lead, title: Nobody owns web leads, rating: high, body: what was seen or heard}]";
        /// What must hold for the audit to pass, and what is worth a warning.
        optional gate "gate": GateEntry;
    }
}

record! {
    /// A place where things may be recorded.
    SystemEntry "a system" "{name: Job book, of_record: true}" {
        /// Its name.
        required name "name": Text, like "Job book";
        /// Whether what stands there counts as on the record.
        optional of_record "of_record": Truth, default "false";
    }
}

record! {
    /// Somebody who may own a lead.
    PersonEntry "a person" "{role: Front desk}" {
        /// What they do, which is how the client edition names them.
        required role "role": Text, like "Front desk";
    }
}

record! {
    /// An item of evidence.
    EvidenceEntry "an item of evidence" "{kind: call_log, what: \"Call tracking export, 2 to 13 March\"}" {
        /// What kind of thing it is.
        required kind "kind": OneOf<EvidenceKind>;
        /// What it is, in a few words.
        required what "what": Text, like "\"Call tracking export, 2 to 13 March\"";
        /// The attachment, from the audit's folder on.
        optional file "file": FilePath;
        /// Whether the attachment holds personal data: then the client edition leaves it out.
        optional pii "pii": Truth, default "false";
    }
}

record! {
    /// The auditor's words on one finding.
    FindingEntry "a finding" "{cause: why it happens, recommendation: what to do}" {
        /// A headline.
        optional title "title": Text, like "Web leads wait in a shared inbox";
        /// Why it happens (Markdown).
        optional cause "cause": Markdown;
        /// Where the cause lies.
        optional cause_kind "cause_kind": OneOf<CauseKind>;
        /// What to do (Markdown).
        optional recommendation "recommendation": Markdown;
        /// What the business says to it.
        optional response "response": ResponseEntry, like "{by: Owner, date: 2026-04-06, says: Agreed}";
        /// What was agreed to be done.
        optional action "action": ActionEntry;
        /// Who accepted the risk instead, and why.
        optional accepted "accepted": AcceptedEntry;
        /// Notes for the internal edition alone (Markdown).
        optional internal "internal": Internal;
    }
}

record! {
    /// What the business says to a finding.
    ResponseEntry "a response" "{by: Owner, date: 2026-04-06, says: Agreed}" {
        /// Who says it.
        required by "by": Text, like "Owner";
        /// When.
        required date "date": Day, like "2026-04-06";
        /// What.
        required says "says": Text, like "Agreed";
    }
}

record! {
    /// What was agreed to be done about a finding.
    ActionEntry "an action" "{do: Assign every form to a person, owner: front-desk, due: 2026-04-20}" {
        /// The deed.
        required what "do": Text, like "Assign every form to a person";
        /// A person's id, or a text.
        required owner "owner": Text, like "front-desk";
        /// By when.
        required due "due": Day, like "2026-04-20";
        /// Where it stands.
        optional status "status": OneOf<ActionStatus>, default "planned";
    }
}

record! {
    /// The acceptance of a finding's risk.
    AcceptedEntry "an acceptance" "{because: why it may stay, by: Owner, date: 2026-04-06}" {
        /// Why the risk may stay.
        required because "because": Text, like "why it may stay as it is";
        /// By whom.
        required by "by": Text, like "Owner";
        /// When.
        required date "date": Day, like "2026-04-06";
    }
}

record! {
    /// What the trace alone does not show, such as an interview.
    ObservationEntry "an observation" "{id: who-owns-a-lead, title: Nobody owns web leads, rating: high, body: what was seen or heard}" {
        /// Its id, unique among the observations.
        required id "id": Id, like "who-owns-a-lead";
        /// A headline.
        required title "title": Text, like "Three people gave three answers";
        /// How much it weighs.
        required rating "rating": OneOf<ObservationRating>;
        /// What was observed (Markdown).
        required body "body": Markdown, like "what was seen or heard";
        /// The channels that it concerns, by id.
        optional channels "channels": List<Reference>, like "[web-form]";
        /// The leads that it concerns, by id.
        optional leads "leads": List<Reference>, like "[P-01, W-02]";
        /// What to do (Markdown).
        optional recommendation "recommendation": Markdown;
        /// Notes for the internal edition alone (Markdown).
        optional internal "internal": Internal;
    }
}

record! {
    /// What must hold for the audit to pass, and what is worth a warning.
    GateEntry "the gate" "{fail: {unproven_above: 0.25}, warn: {overall_below: 3}}" {
        /// Thresholds that fail the build.
        optional fail "fail": ThresholdsEntry, like "{unproven_above: 0.25}";
        /// Thresholds that warn.
        optional warn "warn": ThresholdsEntry, like "{overall_below: 3}";
    }
}

record! {
    /// The thresholds of a gate; what is not given is not judged.
    ThresholdsEntry "the gate" "{overall_below: 3, unproven_above: 0.25}" {
        /// Reached when the overall level is below this (1 to 5).
        optional overall_below "overall_below": Whole<1, 5>;
        /// Reached when a channel's level is below this (1 to 5).
        optional channel_below "channel_below": Whole<1, 5>;
        /// Reached when the share of unproven verdicts is above this (0 to 1).
        optional unproven_above "unproven_above": Share;
        /// Reached when the share of leaked leads is above this (0 to 1).
        optional leaked_above "leaked_above": Share;
        /// Reached when an action is overdue.
        optional overdue_actions "overdue_actions": Truth;
        /// Reached when a channel has fewer counted leads than this.
        optional sample_below "sample_below": Whole<1, { i64::MAX }>, like "10";
        /// Reached when the overall level has dropped by this many levels or more since the audit before.
        optional drop_from_previous "drop_from_previous": Whole<1, 4>, like "1";
    }
}
