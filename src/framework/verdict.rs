//! Verdicts on a step of a lead (framework §3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is derived about one step of one lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It held.
    Pass,
    /// It happened, over its limit.
    Late,
    /// It happened, and lacks a quality.
    Weak,
    /// Only said, never shown; or unknown.
    Unproven,
    /// It did not happen, or did not count.
    Fail,
    /// Not yet, and its window was still open when watching ended.
    Pending,
    /// Does not apply.
    #[serde(rename = "n/a")]
    NotApplicable,
}

impl Verdict {
    /// All seven, best first, those without a judgement last.
    pub const ALL: [Verdict; 7] =
        [Verdict::Pass, Verdict::Late, Verdict::Weak, Verdict::Unproven, Verdict::Fail, Verdict::Pending, Verdict::NotApplicable];

    /// The id used in files and data: `n/a`.
    pub const fn id(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Late => "late",
            Verdict::Weak => "weak",
            Verdict::Unproven => "unproven",
            Verdict::Fail => "fail",
            Verdict::Pending => "pending",
            Verdict::NotApplicable => "n/a",
        }
    }

    /// The id as a class name in style sheets, where `/` has no place.
    pub const fn css(self) -> &'static str {
        match self {
            Verdict::NotApplicable => "na",
            other => other.id(),
        }
    }

    /// The sign that stands beside the word, so that colour never speaks alone.
    pub const fn mark(self) -> &'static str {
        match self {
            Verdict::Pass => "✓",
            Verdict::Late => "◷",
            Verdict::Weak => "◐",
            Verdict::Unproven => "?",
            Verdict::Fail => "✕",
            Verdict::Pending => "…",
            Verdict::NotApplicable => "–",
        }
    }

    /// The verdict with the given id.
    pub fn from_id(id: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.id() == id)
    }

    /// Whether the lead got through the step: pass, late or weak.
    pub const fn moved(self) -> bool {
        matches!(self, Verdict::Pass | Verdict::Late | Verdict::Weak)
    }

    /// Whether nothing is wrong: pass, or the step does not apply.
    pub const fn clean(self) -> bool {
        matches!(self, Verdict::Pass | Verdict::NotApplicable)
    }

    /// Whether it is a verdict about the business: neither pending nor n/a.
    pub const fn judged(self) -> bool {
        !matches!(self, Verdict::Pending | Verdict::NotApplicable)
    }

    /// Whether it calls for a finding: late, weak, unproven or fail.
    pub const fn wanting(self) -> bool {
        self.judged() && !matches!(self, Verdict::Pass)
    }

    /// Its place in `pass < late < weak < unproven < fail`, `n/a` standing with pass; none for pending.
    pub const fn severity(self) -> Option<u8> {
        match self {
            Verdict::Pass | Verdict::NotApplicable => Some(0),
            Verdict::Late => Some(1),
            Verdict::Weak => Some(2),
            Verdict::Unproven => Some(3),
            Verdict::Fail => Some(4),
            Verdict::Pending => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_follow_the_framework() {
        let ids = |pick: fn(Verdict) -> bool| -> Vec<&str> {
            Verdict::ALL.into_iter().filter(|verdict| pick(*verdict)).map(Verdict::id).collect()
        };
        assert_eq!(ids(Verdict::moved), ["pass", "late", "weak"]);
        assert_eq!(ids(Verdict::clean), ["pass", "n/a"]);
        assert_eq!(ids(Verdict::wanting), ["late", "weak", "unproven", "fail"]);
        assert_eq!(Verdict::from_id("n/a"), Some(Verdict::NotApplicable));
    }

    #[test]
    fn each_verdict_has_the_mark_of_the_framework_and_a_colour() {
        assert_eq!(Verdict::ALL.map(Verdict::mark), ["✓", "◷", "◐", "?", "✕", "…", "–"]);
        let style = include_str!("../../templates/assets/style.css");
        for verdict in Verdict::ALL {
            assert!(style.contains(&format!(".tone-{} {{", verdict.css())), "{verdict:?} has no colour");
        }
    }
}
