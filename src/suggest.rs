//! "Did you mean": the name that somebody most likely meant.

/// No word of more letters is compared: it is a sentence, and comparing takes the square of its length.
const LONGEST: usize = 100;

/// The candidate nearest to what was written, if one is near enough to be worth proposing.
///
/// Case, `-` and `_` do not count as a difference: `In-Progress` is `in_progress`.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(written);
    let length = wanted.chars().count();
    if length > LONGEST {
        return None;
    }
    // one slip for a short word, two from five letters on, three from eight: never so many that everything resembles everything,
    // and none for the two letters of an id such as `E7`
    let allowed = if length < 5 { length / 3 } else { (length + 1) / 3 };
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = folded(candidate);
            if other.chars().count().abs_diff(length) > allowed {
                return None;
            }
            let distance = strsim::damerau_levenshtein(&wanted, &other);
            (distance <= allowed).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn folded(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// Names in backquotes, the last joined by `and` or `or`: `` `a`, `b` or `c` ``.
pub(crate) fn listed<'a>(names: impl IntoIterator<Item = &'a str>, word: &str) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {word} {last}", others.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_proposed_and_nothing_far_off() {
        let names = ["arrived", "wants", "note", "capture", "claim", "in_progress", "E1", "E12"];
        let cases = [
            ("arived", Some("arrived")),
            ("Capture", Some("capture")),
            ("in-progress", Some("in_progress")),
            ("calim", Some("claim")),
            ("clame", Some("claim")),
            ("e1", Some("E1")),
            ("E3", None),
            ("E13", Some("E1")),
            ("phone", None),
            ("x", None),
        ];
        for (written, expected) in cases {
            assert_eq!(nearest(written, names), expected, "{written}");
        }
    }

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        assert_eq!(listed(["a"], "or"), "`a`");
        assert_eq!(listed(["a", "b", "c"], "or"), "`a`, `b` or `c`");
    }
}
