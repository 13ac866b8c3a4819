//! Limits: how long a step may take, and on which clock it counts (framework §3).

use std::fmt;

/// A limit as written, in days alone or in hours and minutes.
///
/// A limit in days counts 24-hour days of wall time whatever the channel's clock; one in hours and minutes runs on the channel's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    written: String,
    minutes: i64,
    in_days: bool,
}

impl Limit {
    /// A limit of whole days, each of 24 hours.
    pub fn days(days: u32) -> Self {
        Limit { written: format!("{days}d"), minutes: i64::from(days) * 24 * 60, in_days: true }
    }

    /// A limit of minutes, written in hours and minutes.
    pub fn minutes(minutes: u32) -> Self {
        let written = match (minutes / 60, minutes % 60) {
            (0, rest) => format!("{rest}m"),
            (hours, 0) => format!("{hours}h"),
            (hours, rest) => format!("{hours}h{rest}m"),
        };
        Limit { written, minutes: i64::from(minutes), in_days: false }
    }

    /// A limit that keeps the form in which the auditor wrote it.
    pub fn as_written(written: impl Into<String>, minutes: i64, in_days: bool) -> Self {
        Limit { written: written.into(), minutes, in_days }
    }

    /// Its length in minutes (a day is 1440).
    pub fn length(&self) -> i64 {
        self.minutes
    }

    /// Whether it counts wall time on either clock.
    pub fn in_days(&self) -> bool {
        self.in_days
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_read_as_they_are_written() {
        assert_eq!(Limit::days(3).to_string(), "3d");
        assert_eq!(Limit::minutes(10).to_string(), "10m");
        assert_eq!(Limit::minutes(24 * 60).to_string(), "24h");
        assert_eq!(Limit::minutes(90).to_string(), "1h30m");
        assert!(!Limit::minutes(24 * 60).in_days());
    }
}
