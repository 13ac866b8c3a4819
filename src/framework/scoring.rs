//! Every number that is a convention rather than evidence (framework §5 to §7), and the table in which the site prints them.
//!
//! Shares are fractions from 0 to 1. A quotient of two counts compares exactly with them: both are rounded to the nearest `f64`.

/// The version of this rule set.
pub const VERSION: u32 = 1;

/// A check holds from this share on.
pub const HOLDS_FROM: f64 = 0.9;
/// A check holds partly from this share on.
pub const PARTLY_FROM: f64 = 0.7;

/// The points of a check that holds; one that holds partly has half of it.
pub const POINTS_PARTLY: f64 = 0.5;

/// `ownership`: a share of Claim below this holds the level down.
pub const OWNERSHIP_BELOW: f64 = 0.5;
/// The level at most where `ownership` fired.
pub const OWNERSHIP_MAX: u8 = 2;
/// `trust`: a share of unproven verdicts above this holds the level down.
pub const TRUST_ABOVE: f64 = 0.25;
/// The level at most where `trust` fired.
pub const TRUST_MAX: u8 = 2;
/// `weak-link`: any step's share below this holds the level down.
pub const WEAK_LINK_BELOW: f64 = 0.5;
/// The level at most where `weak-link` fired.
pub const WEAK_LINK_MAX: u8 = 3;
/// `leaks`: clean shares below these hold the level down to the level beside them, the first that fits.
pub const LEAKS: [(f64, u8); 2] = [(0.5, 3), (0.8, 4)];
/// `sample`: fewer counted leads than these hold the level down to the level beside them, the first that fits.
pub const SAMPLE: [(usize, u8); 2] = [(5, 3), (10, 4)];

/// Fewer counted leads than this make a score provisional.
pub const PROVISIONAL_BELOW: usize = 10;
/// `worst`: the overall level lies at most this far above the worst channel's.
pub const WORST_PLUS: u8 = 1;
/// `routes`: fewer kinds of channel than this hold the overall level down.
pub const ROUTES_BELOW: usize = 2;
/// The overall level at most where `routes` fired.
pub const ROUTES_MAX: u8 = 3;

/// A finding is critical when at least this share of the channel's counted leads leaked there.
pub const CRITICAL_FROM: f64 = 0.5;
/// A claim check below this shows that leads have no clear owner.
pub const CLEAR_OWNER_BELOW: f64 = 0.5;
/// A confirm check below this, among leads that got that far, shows that confirming is no discipline.
pub const CONFIRMATION_BELOW: f64 = 0.5;
/// As many touches without contact are activity taken for movement.
pub const ACTIVITY_TOUCHES: i64 = 2;

/// A booking whose slot passed more than this many minutes (3 days) before watching ended should show an outcome.
pub const STALE_AFTER_MINUTES: i64 = 3 * 24 * 60;

/// A larger share of overridden verdicts than this is worth a warning.
pub const MANY_OVERRIDES_ABOVE: f64 = 0.1;
/// A larger share of a channel's leads to which a step does not apply is worth a warning.
pub const MANY_NA_ABOVE: f64 = 0.2;
/// A larger share of excluded leads among those drawn is worth a warning.
pub const MANY_EXCLUSIONS_ABOVE: f64 = 0.2;
/// Fewer leads than this in a channel are worth a warning.
pub const SMALL_SAMPLE_BELOW: usize = 5;

/// Days of an average month: 365.25 / 12.
pub const DAYS_PER_MONTH: f64 = 30.4375;

/// From as many leads on, times are shown with median and 90th percentile.
pub const PERCENTILES_FROM: usize = 10;
/// As many leads a channel find problems.
pub const SAMPLE_FINDS_PROBLEMS: usize = 5;
/// As many leads a channel support a score.
pub const SAMPLE_SUPPORTS_SCORE: usize = 10;
/// As many leads a channel support a claim of control.
pub const SAMPLE_SUPPORTS_CONTROL: usize = 29;

/// One convention, as the site prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Convention {
    /// What it is called.
    pub name: &'static str,
    /// The number, with its unit.
    pub value: String,
    /// What it decides.
    pub used_for: &'static str,
}

/// All conventions, in the order of the framework.
pub fn conventions() -> Vec<Convention> {
    let percent = |share: f64| format!("{} %", share * 100.0);
    let row = |name, value, used_for| Convention { name, value, used_for };
    vec![
        row("A check holds", format!("from {} of judged leads on", percent(HOLDS_FROM)), "1 point"),
        row("A check holds partly", format!("from {} on", percent(PARTLY_FROM)), "half a point"),
        row(
            "Limit “ownership”",
            format!("Claim held below {}", percent(OWNERSHIP_BELOW)),
            "a channel's level is 2 at most: without an owner nothing else can be relied on",
        ),
        row(
            "Limit “trust”",
            format!("more than {} of verdicts unproven", percent(TRUST_ABOVE)),
            "a channel's level is 2 at most: what cannot be shown cannot be managed",
        ),
        row(
            "Limit “weak-link”",
            format!("any step held below {}", percent(WEAK_LINK_BELOW)),
            "a channel's level is 3 at most: a chain is as strong as its weakest link",
        ),
        row(
            "Limit “leaks”",
            format!("clean share below {}; below {}", percent(LEAKS[0].0), percent(LEAKS[1].0)),
            "a channel's level is 3 at most; 4 at most",
        ),
        row(
            "Limit “sample”",
            format!("fewer than {} counted leads; fewer than {}", SAMPLE[0].0, SAMPLE[1].0),
            "a channel's level is 3 at most; 4 at most",
        ),
        row(
            "Provisional",
            format!("fewer than {PROVISIONAL_BELOW} counted leads, or a sample chosen by judgement"),
            "the score is marked as provisional",
        ),
        row(
            "Limit “worst”",
            format!("{WORST_PLUS} level above the worst channel"),
            "the overall level at most: one broken route is not averaged away",
        ),
        row(
            "Limit “routes”",
            format!("fewer than {ROUTES_BELOW} kinds of channel"),
            "the overall level is 3 at most: one route says little of the others",
        ),
        row(
            "A finding is critical",
            format!("from {} of the channel's counted leads on", percent(CRITICAL_FROM)),
            "leaks that stopped at the step",
        ),
        row(
            "No clear owner",
            format!("Claim held below {}", percent(CLEAR_OWNER_BELOW)),
            "a mistake of the business, as is any shared owner",
        ),
        row(
            "No confirmation discipline",
            format!("Confirm held below {}", percent(CONFIRMATION_BELOW)),
            "a mistake of the business, among counted leads that got through Continue",
        ),
        row(
            "Activity taken for movement",
            format!("{ACTIVITY_TOUCHES} touches or more"),
            "a mistake of the business, where Continue failed all the same",
        ),
        row(
            "A stale booking",
            format!("{} days after the slot", STALE_AFTER_MINUTES / 24 / 60),
            "a booking without an outcome counts as weak",
        ),
        row("A month", format!("{DAYS_PER_MONTH} days"), "volumes a week or a period, turned into volumes a month"),
        row(
            "Advice on samples",
            format!("{SAMPLE_FINDS_PROBLEMS}, {SAMPLE_SUPPORTS_SCORE} and {SAMPLE_SUPPORTS_CONTROL} leads a channel"),
            "find problems; support a score; support a claim of control",
        ),
        row(
            "Median and 90th percentile",
            format!("from {PERCENTILES_FROM} leads on"),
            "below that, every time is shown as a dot",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotients_of_counts_compare_exactly_with_the_thresholds() {
        for of in 1_u32..500 {
            for held in 0..=of {
                let share = f64::from(held) / f64::from(of);
                assert_eq!(share >= HOLDS_FROM, held * 10 >= of * 9);
                assert_eq!(share >= PARTLY_FROM, held * 10 >= of * 7);
                assert_eq!(share > TRUST_ABOVE, held * 4 > of);
                assert_eq!(share < LEAKS[1].0, held * 10 < of * 8);
                assert_eq!(share > MANY_NA_ABOVE, held * 5 > of);
                assert_eq!(share > MANY_EXCLUSIONS_ABOVE, held * 5 > of);
                assert_eq!(share > MANY_OVERRIDES_ABOVE, held * 10 > of);
            }
        }
    }

    #[test]
    fn the_printed_table_has_no_rounding_noise() {
        for convention in conventions() {
            assert!(convention.value.len() < 70, "{}", convention.value);
        }
    }
}
