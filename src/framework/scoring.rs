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

/// One convention: which it is, and the numbers that its words name.
#[derive(Clone, Debug, PartialEq)]
pub struct Convention {
    /// Its id; what it is called, what it says and what it decides are words of the site.
    pub id: &'static str,
    /// The numbers, each under the name that the words have for it.
    pub numbers: Vec<(&'static str, Number)>,
}

/// A number of a convention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A share, from 0 to 1.
    Share(f64),
    /// Anything that is counted.
    Plain(f64),
}

/// All conventions, in the order of the framework.
pub fn conventions() -> Vec<Convention> {
    let row = |id, numbers: &[(&'static str, Number)]| Convention { id, numbers: numbers.to_vec() };
    let share = |share| [("share", Number::Share(share))];
    let count = |count: usize| Number::Plain(count as f64);
    let level = |level: u8| Number::Plain(level.into());
    let two = |[(less, lower), (more, upper)]: [(Number, Number); 2]| {
        [("less", less), ("lower", lower), ("more", more), ("upper", upper)]
    };
    vec![
        row("holds", &share(HOLDS_FROM)),
        row("partly", &share(PARTLY_FROM)),
        row("ownership", &[("share", Number::Share(OWNERSHIP_BELOW)), ("level", level(OWNERSHIP_MAX))]),
        row("trust", &[("share", Number::Share(TRUST_ABOVE)), ("level", level(TRUST_MAX))]),
        row("weak-link", &[("share", Number::Share(WEAK_LINK_BELOW)), ("level", level(WEAK_LINK_MAX))]),
        row("leaks", &two(LEAKS.map(|(share, max)| (Number::Share(share), level(max))))),
        row("sample", &two(SAMPLE.map(|(leads, max)| (count(leads), level(max))))),
        row("provisional", &[("leads", count(PROVISIONAL_BELOW))]),
        row("worst", &[("levels", level(WORST_PLUS))]),
        row("routes", &[("kinds", count(ROUTES_BELOW)), ("level", level(ROUTES_MAX))]),
        row("critical", &share(CRITICAL_FROM)),
        row("owner", &share(CLEAR_OWNER_BELOW)),
        row("confirmation", &share(CONFIRMATION_BELOW)),
        row("activity", &[("touches", Number::Plain(ACTIVITY_TOUCHES as f64))]),
        row("stale", &[("days", Number::Plain((STALE_AFTER_MINUTES / 24 / 60) as f64))]),
        row("month", &[("days", Number::Plain(DAYS_PER_MONTH))]),
        row(
            "advice",
            &[
                ("problems", count(SAMPLE_FINDS_PROBLEMS)),
                ("score", count(SAMPLE_SUPPORTS_SCORE)),
                ("control", count(SAMPLE_SUPPORTS_CONTROL)),
            ],
        ),
        row("percentiles", &[("leads", count(PERCENTILES_FROM))]),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_convention_has_an_id_and_numbers_of_its_own() {
        let all = conventions();
        let ids: std::collections::BTreeSet<_> = all.iter().map(|convention| convention.id).collect();
        assert_eq!((all.len(), ids.len()), (18, 18));
        assert!(all.iter().all(|convention| !convention.numbers.is_empty()));
        assert_eq!(all.iter().find(|convention| convention.id == "stale").unwrap().numbers, [("days", Number::Plain(3.0))]);
    }

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
}
