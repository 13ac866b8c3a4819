//! What became of one lead: verdicts with their overrides, how far it got, its class (framework §3 and §4).

use jiff::Timestamp;

use super::model::{Class, LeadReport, StepReport};
use crate::audit::{Audit, Channel, CloseStatus, Lead};
use crate::framework::{PerStep, Step, Verdict};
use crate::rules::{self, Case};

/// Whether overrides count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overrides {
    /// Those that are not past their date do.
    Applied,
    /// Everything is derived as if there were none.
    Ignored,
}

/// Derives one lead.
pub(super) fn derive(
    audit: &Audit,
    channel: &Channel,
    lead: &Lead,
    overrides: Overrides,
    end_of_watching: Timestamp,
) -> LeadReport {
    let steps = PerStep::from_fn(|step| {
        let case = Case::new(audit, channel, lead, step, end_of_watching);
        let (derived, fired) = rules::judge(&case);
        let replaced = lead
            .overrides
            .iter()
            .find(|change| change.step == step && overrides == Overrides::Applied && !change.expired(audit.observed_through));
        StepReport {
            verdict: replaced.map_or(derived, |change| change.to),
            rules: fired.iter().map(|rule| rule.id).collect(),
            derived: replaced.map(|_| derived),
            elapsed_minutes: case.timing.elapsed,
            elapsed_on_clock_minutes: case.elapsed_on_clock_of(case.limit()),
            elapsed_open_minutes: case.timing.elapsed_open,
            limit: case.limit().to_string(),
        }
    });
    let verdicts = steps.map(|_, step| step.verdict);
    let furthest = furthest(&verdicts);
    let status = lead.close.known.fact().map(|close| close.status);
    let proven_booking = status.is_some_and(CloseStatus::booked) && verdicts.close.moved();
    LeadReport {
        id: lead.id.clone(),
        class: class(&verdicts, furthest, proven_booking),
        furthest,
        stopped_at: Step::from_number(furthest + 1),
        slipped_at: Step::ALL.into_iter().find(|step| !verdicts[*step].clean()),
        test: lead.test,
        proven_booking,
        steps,
    }
}

/// How far the lead got: the last of the first four steps that it moved through or that does not apply, and 5 where Close has
/// moved too. Steps that do not apply carry no lead: 0 while none has moved.
fn furthest(verdicts: &PerStep<Verdict>) -> u8 {
    let through = |step: Step| verdicts[step].moved() || verdicts[step] == Verdict::NotApplicable;
    if !Step::ALL.into_iter().any(|step| verdicts[step].moved()) {
        return 0;
    }
    let last = Step::ALL[..4].iter().rev().find(|step| through(**step)).map_or(0, |step| step.number());
    if last == 4 && through(Step::Close) { 5 } else { last }
}

/// The class of the lead: the first that fits.
fn class(verdicts: &PerStep<Verdict>, furthest: u8, proven_booking: bool) -> Class {
    let any = |wanted: Verdict| Step::ALL.into_iter().any(|step| verdicts[step] == wanted);
    if Step::ALL.into_iter().all(|step| verdicts[step].clean()) {
        Class::Clean
    } else if any(Verdict::Pending) && !any(Verdict::Fail) {
        Class::Open
    } else if furthest == 5 || proven_booking {
        Class::Slipped
    } else if !any(Verdict::Fail) {
        Class::Unproven
    } else {
        Class::Leaked
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Verdicts by their first letters: `p` pass, `l` late, `w` weak, `u` unproven, `f` fail, `.` pending, `-` n/a.
    fn verdicts(letters: &str) -> PerStep<Verdict> {
        let letters: Vec<char> = letters.chars().collect();
        PerStep::from_fn(|step| match letters[usize::from(step.number()) - 1] {
            'p' => Verdict::Pass,
            'l' => Verdict::Late,
            'w' => Verdict::Weak,
            'u' => Verdict::Unproven,
            'f' => Verdict::Fail,
            '.' => Verdict::Pending,
            _ => Verdict::NotApplicable,
        })
    }

    #[test]
    fn furthest_and_class_follow_the_verdicts() {
        for (letters, proven, expected_furthest, expected_class) in [
            ("ppppp", true, 5, Class::Clean),
            ("pp-pp", true, 5, Class::Clean),
            ("pplpp", true, 5, Class::Slipped),
            ("fffff", false, 0, Class::Leaked),
            ("fppff", false, 3, Class::Leaked),
            ("ppufp", true, 2, Class::Slipped),
            ("pppuu", false, 3, Class::Unproven),
            ("ppp..", false, 3, Class::Open),
            ("pfp..", false, 3, Class::Leaked),
            ("--f--", false, 0, Class::Leaked),
            ("----p", true, 5, Class::Clean),
            ("pppfp", false, 3, Class::Leaked),
            ("ppp-f", false, 4, Class::Leaked),
        ] {
            let verdicts = verdicts(letters);
            assert_eq!(furthest(&verdicts), expected_furthest, "{letters}");
            assert_eq!(class(&verdicts, furthest(&verdicts), proven), expected_class, "{letters}");
        }
    }
}
