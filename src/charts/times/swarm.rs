//! Dots beside each other on a line, none hidden by another.

/// How far above or below the line each dot lies, for dots of this radius at these places; the answer is in the order of the places.
pub(super) fn offsets(places: &[f64], radius: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|one, other| places[*one].total_cmp(&places[*other]));
    let apart = 2.0 * radius + 0.6;
    let mut offsets = vec![0.0; places.len()];
    let mut near: std::collections::VecDeque<(f64, f64)> = Default::default();
    for index in order {
        let x = places[index];
        while near.front().is_some_and(|(other, _)| x - other >= apart) {
            near.pop_front();
        }
        // the nearest free height: on the line, or touching one of the dots nearby
        let touching = near.iter().flat_map(|(other, y)| {
            let reach = (apart * apart - (x - other) * (x - other)).max(0.0).sqrt();
            [y - reach, y + reach]
        });
        let is_free =
            |y: f64| near.iter().all(|(other, taken)| (x - other).powi(2) + (y - taken).powi(2) >= apart * apart - 1e-6);
        let better = |one: &f64, other: &f64| one.abs().total_cmp(&other.abs()).then(one.total_cmp(other));
        let y = std::iter::once(0.0).chain(touching).filter(|y| is_free(*y)).min_by(better).unwrap_or(0.0);
        offsets[index] = y;
        near.push_back((x, y));
    }
    offsets
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dots_far_apart_stay_on_the_line() {
        assert_eq!(offsets(&[10.0, 30.0, 20.0], 4.0), [0.0, 0.0, 0.0]);
    }

    #[test]
    fn dots_at_one_place_stack_to_both_sides() {
        let found = offsets(&[10.0, 10.0, 10.0], 4.7);
        assert_eq!(found, [0.0, -10.0, 10.0]);
    }

    proptest! {
        #[test]
        fn no_dot_hides_another(places in prop::collection::vec(0.0..100.0, 0..60)) {
            let found = offsets(&places, 3.0);
            for one in 0..places.len() {
                for other in 0..one {
                    let far = (places[one] - places[other]).hypot(found[one] - found[other]);
                    prop_assert!(far >= 6.0, "{far}");
                }
            }
        }
    }
}
