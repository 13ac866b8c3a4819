//! What a sample can and cannot say (framework §7), for every page that speaks of one.

use serde::Serialize;

use crate::audit::Channel;
use crate::framework::scoring;
use crate::report::{ChannelReport, most_unseen};
use crate::say;
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
    pub(crate) fn new(words: Words, channel: &Channel, report: &ChannelReport) -> Self {
        let sample = &channel.sample;
        let method = words.name(sample.method);
        let drawn = match sample.size {
            Some(size) => say!(words, "drawn-of", selected = sample.selected, size = size, method = method),
            None => say!(words, "drawn", selected = sample.selected, method = method),
        };
        let tests = channel.leads.iter().filter(|lead| lead.test).count();
        let mut traced = vec![say!(words, "traced-count", count = report.traced)];
        if report.classes.open > 0 {
            traced.push(say!(words, "traced-open", count = report.classes.open));
        }
        if !sample.excluded.is_empty() {
            traced.push(say!(words, "traced-excluded", count = sample.excluded.len()));
        }
        if tests > 0 {
            traced.push(say!(words, "traced-tests", count = tests));
        }
        SampleView {
            title: channel.title.clone(),
            frame: sample.frame.clone(),
            drawn,
            traced: traced.join("; "),
            says: says(words, report.counted),
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
fn says(words: Words, counted: usize) -> String {
    let Some(unseen) = most_unseen(counted) else {
        return words.get("says-nothing").to_owned();
    };
    let enough = if counted < scoring::SAMPLE_FINDS_PROBLEMS {
        "problem"
    } else if counted < scoring::SAMPLE_SUPPORTS_SCORE {
        "problems"
    } else if counted < scoring::SAMPLE_SUPPORTS_CONTROL {
        "score"
    } else {
        "control"
    };
    say!(words, "says", count = counted, enough = enough, unseen = words.percent(unseen))
}

/// The advice that is printed with every sample.
pub(crate) fn advice(words: Words) -> String {
    say!(
        words,
        "says-advice",
        problems = scoring::SAMPLE_FINDS_PROBLEMS,
        score = scoring::SAMPLE_SUPPORTS_SCORE,
        control = scoring::SAMPLE_SUPPORTS_CONTROL
    )
}
