//! What a chart calls things: the words of its language, with the names of steps and verdicts looked up once.

use std::sync::LazyLock;

use crate::framework::{PerStep, Step, Verdict};
use crate::say;
use crate::words::{Language, Words};

/// The words of all charts in one language.
pub(super) struct Terms {
    pub(super) words: Words,
    steps: PerStep<String>,
    verdicts: [String; 7],
}

impl Terms {
    /// The terms of a language.
    pub(super) fn of(words: Words) -> &'static Terms {
        static ENGLISH: LazyLock<Terms> = LazyLock::new(|| Terms::new(Words::of(Language::English)));
        static GERMAN: LazyLock<Terms> = LazyLock::new(|| Terms::new(Words::of(Language::German)));
        match words.language() {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
        }
    }

    fn new(words: Words) -> Terms {
        Terms {
            words,
            steps: PerStep::from_fn(|step| words.name(step)),
            verdicts: Verdict::ALL.map(|verdict| words.name(verdict)),
        }
    }

    pub(super) fn step(&self, step: Step) -> &str {
        &self.steps[step]
    }

    /// The names of all steps, in order.
    pub(super) fn steps(&self) -> impl Iterator<Item = String> + '_ {
        Step::ALL.into_iter().map(|step| self.steps[step].clone())
    }

    /// Several steps in a row: `Claim and Continue`.
    pub(super) fn list(&self, steps: impl IntoIterator<Item = Step>) -> String {
        self.words.list(&steps.into_iter().map(|step| self.step(step)).collect::<Vec<_>>())
    }

    /// The name of a step in lines for a narrow column; a hyphen at a line's end divides a word.
    pub(super) fn lines(&self, step: Step) -> &'static str {
        let words = self.words;
        match step {
            Step::Capture => words.get("chart-lines-capture"),
            Step::Claim => words.get("chart-lines-claim"),
            Step::Continue => words.get("chart-lines-continue"),
            Step::Confirm => words.get("chart-lines-confirm"),
            Step::Close => words.get("chart-lines-close"),
        }
    }

    pub(super) fn verdict(&self, verdict: Verdict) -> &str {
        &self.verdicts[verdict as usize]
    }

    /// A verdict with its mark before it: `✕ fail`.
    pub(super) fn marked(&self, verdict: Verdict) -> String {
        format!("{} {}", verdict.mark(), self.verdict(verdict))
    }

    /// How many of what: `3 late`.
    pub(super) fn count_of(&self, count: usize, what: &str) -> String {
        say!(self.words, "chart-count-of", count = count, what = what)
    }

    /// How many of how many, as a share too: `2 of 4 (50 %)`.
    pub(super) fn share_of(&self, count: usize, all: usize) -> String {
        say!(self.words, "chart-share-of", count = count, all = all, percent = self.words.percent_of(count, all))
    }
}
