//! What a sample can and cannot say (framework §7), for every page that speaks of one.

use serde::Serialize;

use crate::audit::Channel;
use crate::framework::scoring;
use crate::report::{ChannelReport, most_unseen};
use crate::site::words;
use crate::words::Words;

/// The sample of one channel.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SampleView {
    pub(crate) title: String,
    pub(crate) frame: String,
    /// `4 of 44 leads selected, drawn at random`.
    pub(crate) drawn: String,
    /// `4 traced, 1 left out, 1 test lead`.
    pub(crate) traced: String,
    /// What follows from the number of leads.
    pub(crate) says: String,
    pub(crate) excluded: Vec<ExcludedView>,
    pub(crate) provisional: bool,
}

/// A lead that was drawn and left out.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ExcludedView {
    pub(crate) id: String,
    pub(crate) because: String,
}

impl SampleView {
    pub(crate) fn new(_words: Words, channel: &Channel, report: &ChannelReport) -> Self {
        let sample = &channel.sample;
        let selected = usize::try_from(sample.selected).unwrap_or(0);
        let drawn = match sample.size {
            Some(size) => format!(
                "{} of {}",
                words::count_text(selected),
                words::count(usize::try_from(size).unwrap_or(0), "lead", "leads")
            ),
            None => words::leads_text(selected),
        };
        let mut traced = vec![format!("{} traced", report.traced)];
        if report.classes.open > 0 {
            traced.push(format!("{} still open and not counted", report.classes.open));
        }
        if !sample.excluded.is_empty() {
            traced.push(format!("{} left out with a reason", sample.excluded.len()));
        }
        let tests = channel.leads.iter().filter(|lead| lead.test).count();
        if tests > 0 {
            traced.push(format!("{} by the auditor, not counted", words::count(tests, "test lead", "test leads")));
        }
        SampleView {
            title: channel.title.clone(),
            frame: sample.frame.clone(),
            drawn: format!("{drawn} selected, {}", sample.method.name()),
            traced: traced.join("; "),
            says: says(report.counted),
            excluded: sample
                .excluded
                .iter()
                .map(|excluded| ExcludedView { id: excluded.id.clone(), because: excluded.because.clone() })
                .collect(),
            provisional: report.provisional,
        }
    }
}

/// What follows from so many counted leads.
fn says(counted: usize) -> String {
    let Some(unseen) = most_unseen(counted) else {
        return "No lead can be counted, so there is no score.".to_owned();
    };
    let carries = if counted < scoring::SAMPLE_FINDS_PROBLEMS {
        "enough to see a problem, not to say how common it is"
    } else if counted < scoring::SAMPLE_SUPPORTS_SCORE {
        "enough to find problems, not to carry a score"
    } else if counted < scoring::SAMPLE_SUPPORTS_CONTROL {
        "enough to carry a score, not a claim of control"
    } else {
        "enough to support a claim of control"
    };
    format!(
        "{} counted: {carries}. Where none of them failed, up to {} of all leads may still do so.",
        words::leads_text(counted),
        words::percent(unseen)
    )
}

/// The advice that is printed with every sample.
pub(crate) fn advice(_words: Words) -> String {
    format!(
        "About {} leads a channel find problems, {} support a score, {} support a claim of control.",
        scoring::SAMPLE_FINDS_PROBLEMS,
        scoring::SAMPLE_SUPPORTS_SCORE,
        scoring::SAMPLE_SUPPORTS_CONTROL
    )
}
