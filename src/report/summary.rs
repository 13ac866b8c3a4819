//! What a list of audits tells of each: a report without its leads.

use std::fmt;

use jiff::civil::Date;
use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::model::{AuditHead, ChannelReport, FixFirst, GateResult, Overall, Report};

/// The part of a [`Report`] that a list of audits needs; it reads as well from `report.json`, whose other keys it leaves aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The program that derived it.
    pub generator: String,
    /// Which audit.
    pub audit: AuditHead,
    /// The score of the whole audit.
    pub overall: Overall,
    /// Each channel, by id.
    pub channels: Vec<ChannelSummary>,
    /// What to mend first.
    pub fix_first: Vec<FixFirst>,
    /// Leads that nobody can account for.
    pub unaccounted: Vec<FixFirst>,
    /// Results of the gate.
    pub gate: Vec<GateResult>,
}

/// A channel in a [`Summary`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelSummary {
    /// Its id.
    pub id: String,
    /// Its name, for readers.
    pub title: String,
    /// 1 to 5; none where no lead counts.
    pub level: Option<u8>,
    /// How many leads were traced, test leads included.
    #[serde(deserialize_with = "how_many")]
    pub leads: usize,
}

impl Summary {
    /// How many leads were traced, test leads included.
    pub fn leads(&self) -> usize {
        self.channels.iter().map(|channel| channel.leads).sum()
    }

    /// The id and the first day of the period, by which audits of a series follow one another.
    pub fn dated(&self) -> (&str, Date) {
        (&self.audit.id, self.audit.period.from)
    }

    /// The name of a channel, for readers.
    pub fn title<'a>(&'a self, channel: &'a str) -> &'a str {
        self.channels.iter().find(|known| known.id == channel).map_or(channel, |known| known.title.as_str())
    }
}

impl From<&Report> for Summary {
    fn from(report: &Report) -> Self {
        let channel = |channel: &ChannelReport| ChannelSummary {
            id: channel.id.clone(),
            title: channel.title.clone(),
            level: channel.level,
            leads: channel.leads.len(),
        };
        Summary {
            generator: report.generator.clone(),
            audit: report.audit.clone(),
            overall: report.overall.clone(),
            channels: report.channels.iter().map(channel).collect(),
            fix_first: report.fix_first.clone(),
            unaccounted: report.unaccounted.clone(),
            gate: report.gate.clone(),
        }
    }
}

/// A number, or how many items a list has: a report holds the leads themselves.
fn how_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    struct HowMany;

    impl<'de> Visitor<'de> for HowMany {
        type Value = usize;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a list or how many items it has")
        }

        fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<usize, E> {
            usize::try_from(number).map_err(E::custom)
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<usize, A::Error> {
            let mut count = 0;
            while items.next_element::<IgnoredAny>()?.is_some() {
                count += 1;
            }
            Ok(count)
        }
    }

    deserializer.deserialize_any(HowMany)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_summary_reads_the_same_from_a_report_and_from_itself() {
        let checked = crate::check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("audits"));
        for (audit, report) in &checked.audits {
            let summary = Summary::from(report);
            let leads: usize = audit.channels.iter().map(|channel| channel.leads.len()).sum();
            assert_eq!((summary.leads(), summary.dated()), (leads, audit.dated()));
            for channel in &audit.channels {
                assert_eq!(summary.title(&channel.id), channel.title);
            }
            assert_eq!(summary.title("no-such-channel"), "no-such-channel");
            let of_report: Summary = serde_json::from_str(&serde_json::to_string(report).unwrap()).unwrap();
            let of_itself: Summary = serde_json::from_str(&serde_json::to_string(&summary).unwrap()).unwrap();
            assert_eq!((&of_report, &of_itself), (&summary, &summary));
        }
    }

    #[test]
    fn leads_are_a_list_or_a_number() {
        let told = serde_json::from_str::<ChannelSummary>(r#"{"id": "phone", "title": "Phone", "level": 3, "leads": "many"}"#);
        let told = told.unwrap_err().to_string();
        assert!(told.contains("expected a list or how many items it has"), "{told}");
    }
}
