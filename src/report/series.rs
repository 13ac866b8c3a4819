//! Audits of one client over time (format, "Where files live").

use jiff::civil::Date;

/// The folder that holds the audit's series: its id without the last part.
pub(crate) fn parent(id: &str) -> &str {
    id.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// The audits that share a parent folder, as lists of indices, each by start of period, then id; the lists by folder. An audit is told
/// by its id and the first day of its period.
pub fn series<'i>(audits: impl IntoIterator<Item = (&'i str, Date)>) -> Vec<Vec<usize>> {
    let audits: Vec<(&str, Date)> = audits.into_iter().collect();
    lists(&audits)
}

fn lists(audits: &[(&str, Date)]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..audits.len()).collect();
    let key = |index: &usize| {
        let (id, from) = audits[*index];
        (parent(id), from, id)
    };
    order.sort_by(|one, other| key(one).cmp(&key(other)));
    let mut lists: Vec<Vec<usize>> = Vec::new();
    for index in order {
        match lists.last_mut() {
            Some(list) if parent(audits[list[0]].0) == parent(audits[index].0) => list.push(index),
            _ => lists.push(vec![index]),
        }
    }
    lists
}

/// For each audit, the one of its series with the latest start before its own (of equals, the last by id).
pub fn predecessors<'i>(audits: impl IntoIterator<Item = (&'i str, Date)>) -> Vec<Option<usize>> {
    let audits: Vec<(&str, Date)> = audits.into_iter().collect();
    let mut previous = vec![None; audits.len()];
    for list in lists(&audits) {
        let from = |position: usize| audits[list[position]].1;
        for position in 1..list.len() {
            // audits that start on the same day share their predecessor
            previous[list[position]] = match from(position) == from(position - 1) {
                true => previous[list[position - 1]],
                false => Some(list[position - 1]),
            };
        }
    }
    previous
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Audits in no order; three of one client start on the same day.
    fn audits() -> [(&'static str, Date); 8] {
        let first = |month| date(2026, month, 1);
        [
            ("north/b", first(3)),
            ("alone", first(1)),
            ("north/a", first(3)),
            ("south/site/2026", first(2)),
            ("north/z", first(1)),
            ("north/later", first(4)),
            ("north/c", first(3)),
            ("south/2027", first(6)),
        ]
    }

    #[test]
    fn audits_of_one_folder_follow_each_other_by_their_start() {
        assert_eq!(series(audits()), [vec![1], vec![4, 2, 0, 6, 5], vec![7], vec![3]]);
        assert_eq!(audits().map(|(id, _)| parent(id)), ["north", "", "north", "south/site", "north", "north", "north", "south"]);
    }

    #[test]
    fn the_one_before_starts_earlier() {
        let (z, c) = (Some(4), Some(6));
        assert_eq!(predecessors(audits()), [z, None, z, None, None, c, z, None]);
    }
}
