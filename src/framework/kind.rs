//! Kinds of channel and what holds for each where the auditor says nothing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Limit, PerStep};

/// The route by which demand arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say what they are")]
pub enum ChannelKind {
    Phone,
    Form,
    Estimate,
    Chat,
    Email,
    Social,
    Marketplace,
    WalkIn,
    Referral,
    Other,
}

/// Which minutes count against a limit in hours and minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Clock {
    /// All of them: wall time.
    Always,
    /// Only those inside the audit's opening hours; holidays are closed.
    Business,
}

impl Clock {
    /// The id used in files: `business`.
    pub const fn id(self) -> &'static str {
        match self {
            Clock::Always => "always",
            Clock::Business => "business",
        }
    }
}

/// What a channel gets for the fields that its file leaves out.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// The details that the record must hold.
    pub must_capture: &'static [&'static str],
    /// The clock of its limits.
    pub clock: Clock,
    /// The limit of each step.
    pub within: PerStep<Limit>,
    /// After this long a lead counts as dead, not merely late.
    pub dead_after: Limit,
}

impl ChannelKind {
    /// All kinds, in the order of the format's list.
    pub const ALL: [ChannelKind; 10] = [
        ChannelKind::Phone,
        ChannelKind::Form,
        ChannelKind::Estimate,
        ChannelKind::Chat,
        ChannelKind::Email,
        ChannelKind::Social,
        ChannelKind::Marketplace,
        ChannelKind::WalkIn,
        ChannelKind::Referral,
        ChannelKind::Other,
    ];

    /// The id used in files and data: `walk-in`.
    pub const fn id(self) -> &'static str {
        match self {
            ChannelKind::Phone => "phone",
            ChannelKind::Form => "form",
            ChannelKind::Estimate => "estimate",
            ChannelKind::Chat => "chat",
            ChannelKind::Email => "email",
            ChannelKind::Social => "social",
            ChannelKind::Marketplace => "marketplace",
            ChannelKind::WalkIn => "walk-in",
            ChannelKind::Referral => "referral",
            ChannelKind::Other => "other",
        }
    }

    /// What holds for the kind where its file says nothing (format, "Defaults by kind").
    pub fn defaults(self) -> Defaults {
        let quick = PerStep {
            capture: Limit::minutes(2),
            claim: Limit::minutes(15),
            r#continue: Limit::minutes(30),
            confirm: Limit::days(1),
            close: Limit::days(7),
        };
        let unhurried =
            PerStep { capture: Limit::minutes(10), claim: Limit::minutes(30), r#continue: Limit::minutes(120), ..quick.clone() };
        match self {
            ChannelKind::Phone => Defaults {
                must_capture: &["name", "phone", "need"],
                clock: Clock::Always,
                within: PerStep {
                    capture: Limit::minutes(10),
                    claim: Limit::minutes(5),
                    r#continue: Limit::minutes(15),
                    confirm: Limit::minutes(4 * 60),
                    close: Limit::days(3),
                },
                dead_after: Limit::minutes(24 * 60),
            },
            ChannelKind::Form | ChannelKind::Chat | ChannelKind::Email | ChannelKind::Social | ChannelKind::Marketplace => {
                Defaults {
                    must_capture: &["name", "contact", "need"],
                    clock: Clock::Business,
                    within: quick,
                    dead_after: Limit::minutes(24 * 60),
                }
            }
            ChannelKind::Estimate => Defaults {
                must_capture: &["name", "phone", "address", "scope"],
                clock: Clock::Business,
                within: PerStep { capture: Limit::minutes(2), close: Limit::days(10), ..unhurried },
                dead_after: Limit::days(3),
            },
            ChannelKind::WalkIn | ChannelKind::Referral | ChannelKind::Other => Defaults {
                must_capture: &["name", "contact", "need"],
                clock: Clock::Business,
                within: unhurried,
                dead_after: Limit::days(3),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_those_of_the_format() {
        let row = |kind: ChannelKind| {
            let defaults = kind.defaults();
            let limits: Vec<_> = defaults.within.iter().map(|(_, limit)| limit.to_string()).collect();
            format!("{} {} {} {}", defaults.must_capture.join(","), defaults.clock.id(), limits.join(" "), defaults.dead_after)
        };
        assert_eq!(row(ChannelKind::Phone), "name,phone,need always 10m 5m 15m 4h 3d 24h");
        assert_eq!(row(ChannelKind::Chat), "name,contact,need business 2m 15m 30m 1d 7d 24h");
        assert_eq!(row(ChannelKind::Estimate), "name,phone,address,scope business 2m 30m 2h 1d 10d 3d");
        assert_eq!(row(ChannelKind::WalkIn), "name,contact,need business 10m 30m 2h 1d 7d 3d");
    }
}
