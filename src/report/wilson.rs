//! The range that a count of successes allows for the true share (E. B. Wilson, 1927, "Probable Inference").

/// The 97.5 % quantile of the normal distribution: two-sided 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// The Wilson 95 % range of the share `successes / of`, as fractions; none where `of` is 0.
pub fn range(successes: usize, of: usize) -> Option<(f64, f64)> {
    if of == 0 {
        return None;
    }
    let (k, n) = (successes as f64, of as f64);
    let share = k / n;
    let scale = 1.0 + Z * Z / n;
    let centre = (share + Z * Z / (2.0 * n)) / scale;
    let half = Z / scale * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let low = if successes == 0 { 0.0 } else { centre - half };
    let high = if successes == of { 1.0 } else { centre + half };
    Some((low, high))
}

/// The largest share that may still fail when none of `of` did (95 %): 1 − 0.05^(1/n); none where `of` is 0.
pub fn most_unseen(of: usize) -> Option<f64> {
    (of > 0).then(|| 1.0 - 0.05_f64.powf(1.0 / of as f64))
}

/// Rounded to 4 decimals, as fractions stand in the data.
pub(super) fn round4(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_ranges() {
        let rounded = |k, n| range(k, n).map(|(low, high)| (round4(low), round4(high)));
        assert_eq!(rounded(4, 4), Some((0.5101, 1.0)));
        assert_eq!(rounded(2, 4), Some((0.15, 0.85)));
        assert_eq!(rounded(1, 4), Some((0.0456, 0.6994)));
        assert_eq!(rounded(0, 10), Some((0.0, 0.2775)));
        assert_eq!(rounded(0, 0), None);
    }

    #[test]
    fn no_failure_seen_still_allows_some() {
        let percent = |n| most_unseen(n).map(|share| (share * 100.0).round());
        assert_eq!((percent(4), percent(10), percent(29)), (Some(53.0), Some(26.0), Some(10.0)), "framework §7");
        assert_eq!(percent(0), None);
    }

    #[test]
    fn the_share_lies_in_its_range() {
        for of in 1..60 {
            for k in 0..=of {
                let (low, high) = range(k, of).unwrap();
                let share = k as f64 / of as f64;
                assert!(0.0 <= low && low <= share && share <= high && high <= 1.0, "{k} of {of}");
            }
        }
    }
}
