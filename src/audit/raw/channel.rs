//! The records of a channel's file, its leads aside.

use super::LeadEntry;
use crate::audit::model::*;
use crate::audit::values::*;
use crate::framework::{ChannelKind, Clock};
use crate::yaml::{Node, Value};

record! {
    /// One channel: its limits, its sample, and the traced leads.
    ChannelFile "a channel" "…" {
        /// Its name, for readers.
        required title "title": Text, like "Phone calls";
        /// The route by which the leads arrive.
        required kind "kind": OneOf<ChannelKind>;
        /// How much demand the channel brings.
        optional volume "volume": VolumeOf, like "{leads: 96, per: month, source: Monthly report}";
        /// How the traced leads were drawn.
        required sample "sample": SampleEntry, like "{frame: All calls in the period, method: random, selected: 10}";
        /// The details that the record must hold; the kind has its own where they are left out.
        optional must_capture "must_capture": List<Text>, like "[name, phone, need]";
        /// Which minutes count against a limit in hours and minutes; the kind has its own where it is left out.
        optional clock "clock": OneOf<Clock>;
        /// How long each step may take; the kind has its own where one is left out.
        optional within "within": WithinEntry, like "{claim: 5m, close: 3d}";
        /// After this long a lead is dead; the kind has its own where it is left out.
        optional dead_after "dead_after": LimitOf, like "24h";
        /// Whose limits they are.
        optional within_source "within_source": Text, like "Agreed with the owner on 27 February";
        /// Evidence for every step of every lead here that names none.
        optional evidence "evidence": List<Reference>, like "[E1]";
        /// Notes for the internal edition alone (Markdown).
        optional internal "internal": Internal;
        /// The traced leads.
        required leads "leads": List<LeadEntry>, like "[{id: P-01, arrived: 2026-03-03 09:12, …}]";
    }
}

record! {
    /// How much demand a channel brings.
    VolumeEntry "a volume" "{leads: 96, per: month, source: Monthly report}" {
        /// How many leads.
        required leads "leads": Amount, like "96";
        /// In what time.
        optional per "per": OneOf<VolumePer>, default "month";
        /// How many of them the business's own report calls booked.
        optional booked_reported "booked_reported": Amount, like "61";
        /// Where the figures come from.
        optional source "source": Text, like "Monthly report of the call tracking";
    }
}

/// A volume; of a text with one number in it says how that is written: `about 80 a month`.
pub(in crate::audit) struct VolumeOf;

impl Shape for VolumeOf {
    type Out = VolumeEntry;
    const EXAMPLE: &'static str = VolumeEntry::EXAMPLE;
    const RECORD: Option<&'static RecordSpec> = VolumeEntry::RECORD;

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<VolumeEntry> {
        let Value::Scalar(scalar) = &node.value else { return VolumeEntry::read(node, name, reader) };
        let mut numbers = scalar.text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let (Some(leads), None) = (numbers.next(), numbers.next()) else { return VolumeEntry::read(node, name, reader) };
        let lower = scalar.text.to_lowercase();
        let per = VolumePer::ALL.iter().map(|per| per.id()).find(|per| lower.contains(per)).unwrap_or("month");
        let problem = reader.wrong(node, name, "fields with their values").label("say per what, and where the number comes from");
        reader.report(problem.mend(format!("write `{name}: {{leads: {leads}, per: {per}}}`")));
        None
    }

    fn schema() -> serde_json::Value {
        VolumeEntry::schema()
    }
}

record! {
    /// How the traced leads were drawn.
    SampleEntry "a sample" "{frame: All calls in the period, size: 44, method: random, selected: 10}" {
        /// What they were drawn from.
        required frame "frame": Text, like "All calls in the period";
        /// How many there were to draw from.
        optional size "size": Whole<0, { i64::MAX }>, like "44";
        /// How they were drawn.
        required method "method": OneOf<SampleMethod>;
        /// How many were drawn: traced and excluded ones together, test leads aside.
        required selected "selected": Whole<0, { i64::MAX }>, like "10";
        /// Those that were drawn and left out.
        optional excluded "excluded": List<ExcludedEntry>, like "[{id: P-09, because: A supplier and not a buyer}]";
    }
}

record! {
    /// A lead that was drawn and left out.
    ExcludedEntry "an excluded lead" "{id: P-09, because: A supplier and not a buyer}" {
        /// Its pseudonym, which is no lead's id.
        required id "id": Id, like "P-09";
        /// Why it was left out.
        required because "because": Text, like "A supplier and not a buyer";
    }
}

record! {
    /// How long each step may take.
    WithinEntry "`within`" "{capture: 10m, claim: 5m, continue: 15m, confirm: 4h, close: 3d}" {
        /// Limit of Capture.
        optional capture "capture": LimitOf, like "10m";
        /// Limit of Claim.
        optional claim "claim": LimitOf, like "5m";
        /// Limit of Continue.
        optional r#continue "continue": LimitOf, like "15m";
        /// Limit of Confirm.
        optional confirm "confirm": LimitOf, like "4h";
        /// Limit of Close the Loop.
        optional close "close": LimitOf, like "3d";
    }
}
