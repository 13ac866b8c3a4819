//! The five steps from first contact to booked appointment (framework §1).

use std::ops::{Index, IndexMut};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One of the five steps, in the order in which a lead should take them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// The record holds what the next person needs to act.
    Capture,
    /// A real owner took the lead, quickly.
    Claim,
    /// The lead got the right next action without delay.
    Continue,
    /// The appointment or next step was made explicit to the buyer.
    Confirm,
    /// The business can verify where the lead ended up.
    Close,
}

impl Step {
    /// All five, in their own order.
    pub const ALL: [Step; 5] = [Step::Capture, Step::Claim, Step::Continue, Step::Confirm, Step::Close];

    /// The id used in files, addresses and data: `capture`.
    pub const fn id(self) -> &'static str {
        match self {
            Step::Capture => "capture",
            Step::Claim => "claim",
            Step::Continue => "continue",
            Step::Confirm => "confirm",
            Step::Close => "close",
        }
    }

    /// Its place, from 1 to 5: the value of `furthest` for a lead that got through this step.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The step with the given place (1 to 5).
    pub fn from_number(number: u8) -> Option<Step> {
        Step::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// The step with the given id.
    pub fn from_id(id: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.id() == id)
    }
}

/// A value for each of the five steps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct PerStep<T> {
    /// For Capture.
    pub capture: T,
    /// For Claim.
    pub claim: T,
    /// For Continue.
    pub r#continue: T,
    /// For Confirm.
    pub confirm: T,
    /// For Close the Loop.
    pub close: T,
}

impl<T> PerStep<T> {
    /// Asks for the value of each step, in order.
    pub fn from_fn(mut value: impl FnMut(Step) -> T) -> Self {
        PerStep {
            capture: value(Step::Capture),
            claim: value(Step::Claim),
            r#continue: value(Step::Continue),
            confirm: value(Step::Confirm),
            close: value(Step::Close),
        }
    }

    /// Steps with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Step, &T)> {
        Step::ALL.into_iter().map(move |step| (step, &self[step]))
    }

    /// The same steps with other values.
    pub fn map<U>(&self, mut change: impl FnMut(Step, &T) -> U) -> PerStep<U> {
        PerStep::from_fn(|step| change(step, &self[step]))
    }
}

impl<T> Index<Step> for PerStep<T> {
    type Output = T;

    fn index(&self, step: Step) -> &T {
        match step {
            Step::Capture => &self.capture,
            Step::Claim => &self.claim,
            Step::Continue => &self.r#continue,
            Step::Confirm => &self.confirm,
            Step::Close => &self.close,
        }
    }
}

impl<T> IndexMut<Step> for PerStep<T> {
    fn index_mut(&mut self, step: Step) -> &mut T {
        match step {
            Step::Capture => &mut self.capture,
            Step::Claim => &mut self.claim,
            Step::Continue => &mut self.r#continue,
            Step::Confirm => &mut self.confirm,
            Step::Close => &mut self.close,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ids_lead_back_to_the_step() {
        for step in Step::ALL {
            assert_eq!(Step::from_number(step.number()), Some(step));
            assert_eq!(Step::from_id(step.id()), Some(step));
        }
        assert_eq!(Step::from_number(0), None);
        assert_eq!(Step::from_number(6), None);
    }

    #[test]
    fn per_step_keeps_the_values_apart() {
        let mut numbers = PerStep::from_fn(Step::number);
        numbers[Step::Close] = 9;
        let seen: Vec<_> = numbers.iter().map(|(_, number)| *number).collect();
        assert_eq!(seen, [1, 2, 3, 4, 9]);
    }
}
