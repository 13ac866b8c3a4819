//! Waits of which some never ended: Kaplan and Meier's estimate (framework §7).

/// One wait in minutes, and whether it ended; one that did not was watched so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wait {
    pub(super) minutes: i64,
    pub(super) ended: bool,
}

/// The share that has got there by each time at which somebody did, in order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Curve(pub(super) Vec<(i64, f64)>);

impl Curve {
    /// Estimates the curve (Kaplan and Meier, 1958): at each time, those who get there are counted against those still waiting;
    /// who was watched for exactly so long still waits then.
    pub(super) fn of(waits: &[Wait]) -> Curve {
        let mut waits = waits.to_vec();
        waits.sort_by_key(|wait| (wait.minutes, !wait.ended));
        let mut points = Vec::new();
        let (mut waiting, mut share_waiting) = (waits.len(), 1.0);
        let mut rest = waits.as_slice();
        while let Some(first) = rest.first() {
            let same = rest.iter().take_while(|wait| wait.minutes == first.minutes).count();
            let ended = rest[..same].iter().filter(|wait| wait.ended).count();
            if ended > 0 {
                share_waiting *= 1.0 - ended as f64 / waiting as f64;
                points.push((first.minutes, 1.0 - share_waiting));
            }
            waiting -= same;
            rest = &rest[same..];
        }
        Curve(points)
    }

    /// The share that has got there by this time.
    pub(super) fn by(&self, minutes: i64) -> f64 {
        let after = self.0.partition_point(|point| point.0 <= minutes);
        after.checked_sub(1).map_or(0.0, |at| self.0[at].1)
    }

    /// The first time by which this share has got there; none where it never has.
    pub(super) fn reaches(&self, share: f64) -> Option<i64> {
        // sums of shares may miss a round number by a hair
        self.0.iter().find(|point| point.1 >= share - 1e-9).map(|point| point.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weeks in remission under 6-mercaptopurine (Freireich and others, 1963), the usual worked example.
    fn remissions() -> Curve {
        let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|minutes| Wait { minutes, ended: true });
        let watched = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|minutes| Wait { minutes, ended: false });
        Curve::of(&[&ended[..], &watched[..]].concat())
    }

    #[test]
    fn the_worked_example_comes_out() {
        let expected = [(6, 0.857), (7, 0.807), (10, 0.753), (13, 0.690), (16, 0.627), (22, 0.538), (23, 0.448)];
        let found = remissions().0;
        assert_eq!(found.len(), expected.len());
        for ((time, share), (expected_time, waiting)) in found.iter().zip(expected) {
            assert_eq!(*time, expected_time);
            assert!((1.0 - share - waiting).abs() < 0.0006, "{time}: {share}");
        }
    }

    #[test]
    fn not_reached_is_an_answer() {
        let curve = remissions();
        assert_eq!(curve.reaches(0.5), Some(23));
        assert_eq!(curve.reaches(0.9), None);
        assert_eq!(Curve::of(&[]).reaches(0.5), None);
        let half = [1, 2, 3, 4].map(|minutes| Wait { minutes, ended: true });
        assert_eq!(Curve::of(&half).reaches(0.5), Some(2));
        assert!((Curve::of(&half).by(3) - 0.75).abs() < 1e-9);
    }
}
