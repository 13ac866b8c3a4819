//! What must hold of any text that stands for a value; called by [`crate::fuzz`].
#![expect(clippy::panic, reason = "what must hold is asserted: a fuzzer wants a panic")]

use std::fmt::Debug;

use jiff::civil::{DateTime, date};

use super::duration::{LONGEST, in_hours};
use super::{Amount, Arrival, Calendar, Day, Days, LimitOf, Reader, Shape, Share, WeekHours, When, Whole, Written, WrittenTime};
use crate::audit::Period;
use crate::diagnostic::{FileId, SourceFile, Sources};
use crate::yaml::{self, Node, Scalar, Value};

/// What may be known when a value is read.
#[derive(Clone, Copy)]
struct Known {
    file: FileId,
    calendar: Calendar,
    arrived: Option<DateTime>,
}

/// Reads a text as every kind of value that is more than a word; `known` says what is known of the audit meanwhile.
///
/// # Panics
/// Where something does not hold.
pub(crate) fn any_value(known: u8, text: &str) {
    let day = match known >> 4 & 3 {
        0 => date(2026, 3, 4),
        1 => date(2024, 2, 29),
        2 => date(1900, 1, 1),
        _ => date(9999, 12, 31),
    };
    let period = (known & 1 != 0).then_some(Period { from: day, to: day });
    let year = (known & 2 != 0).then(|| day.year());
    let arrived = (known & 4 != 0).then(|| day.at(23, 59, 0, 0));
    let file = Sources::default().add(SourceFile { path: "phone.yml".into(), text: String::new() });
    let known = Known { file, calendar: Calendar { period, year }, arrived };
    known.again::<LimitOf>(text, |limit| {
        assert!((0..=LONGEST).contains(&limit.length()), "{limit:?}");
        limit.to_string()
    });
    known.again::<When>(text, written);
    known.again::<Arrival>(text, written);
    known.again::<Day>(text, ToString::to_string);
    known.again::<Days>(text, |Period { from, to }| {
        assert!(from <= to);
        format!("{from} to {to}")
    });
    if let Some(week) = known.read::<WeekHours>(text) {
        for spans in week {
            assert!(spans.iter().all(|(from, to)| from < to && *to <= 24 * 60), "{spans:?}");
            assert!(spans.windows(2).all(|pair| matches!(pair, [(_, to), (from, _)] if to <= from)), "{spans:?}");
        }
    }
    if let Some(share) = known.read::<Share>(text) {
        assert!((0.0..=1.0).contains(&share), "{share}");
    }
    if let Some(amount) = known.read::<Amount>(text) {
        assert!(amount.is_finite() && amount >= 0.0, "{amount}");
    }
    if let Some(number) = known.read::<Whole<0, 100>>(text) {
        assert!((0..=100).contains(&number), "{number}");
    }
}

/// A moment as it is written.
fn written(Written { time, approximate }: &Written) -> String {
    let mark = if *approximate { "~" } else { "" };
    match time {
        WrittenTime::After(minutes) => {
            assert!((0..=LONGEST).contains(minutes), "{minutes}");
            format!("{mark}+{}", in_hours(*minutes))
        }
        WrittenTime::Local(time) => format!("{mark}{}", time.strftime("%Y-%m-%d %H:%M")),
    }
}

impl Known {
    /// Reads a text as a value; what is read, written again, is read as the same.
    fn again<S: Shape<Out: PartialEq + Debug>>(self, text: &str, write: impl Fn(&S::Out) -> String) {
        if let Some(value) = self.read::<S>(text) {
            let text = write(&value);
            assert_eq!(self.read::<S>(&text), Some(value), "{text}");
        }
    }

    /// Reads a text as a value, in quotes and without: what is wrong with it is told well, and what is proposed is taken.
    fn read<S: Shape>(self, text: &str) -> Option<S::Out> {
        let mut value = None;
        for plain in [false, true] {
            let scalar = Scalar { text: text.to_owned(), plain, comment: None };
            let node = Node { span: 0..text.len(), value: Value::Scalar(scalar) };
            let mut reader = self.reader(text);
            let read = S::read(&node, "at", &mut reader);
            assert_eq!(
                read.is_none(),
                reader.problems().iter().any(|problem| problem.severity.stops()),
                "{:?}",
                reader.problems()
            );
            for problem in reader.problems() {
                assert!(text.get(problem.place.range()).is_some(), "{problem:?}");
                assert!(!problem.message.trim().is_empty() && problem.message.len() < 1_000, "{problem:?}");
                assert!(!problem.help.is_empty() || !problem.label.is_empty(), "how to mend it is told: {problem:?}");
                if problem.ready {
                    let proposed = problem.help.iter().flat_map(|help| help.split('`').skip(1).step_by(2));
                    proposed.for_each(|proposed| self.takes::<S>(proposed));
                }
            }
            value = value.or(read);
        }
        value
    }

    /// That a proposal, copied into a file, is read without a mistake.
    fn takes<S: Shape>(self, proposed: &str) {
        let text = if proposed.starts_with("at: ") { proposed.to_owned() } else { format!("at: {proposed}") };
        let parsed = yaml::parse(self.file, &text);
        assert!(parsed.problems.is_empty(), "`{proposed}` is proposed, and is no YAML: {:?}", parsed.problems);
        let Value::Map(entries) = &parsed.root.value else { panic!("`{proposed}` is proposed, and is no value") };
        let mut reader = self.reader(&text);
        for entry in entries {
            let read = S::read(&entry.value, &entry.key, &mut reader);
            assert!(read.is_some(), "`{proposed}` is proposed, and not taken: {:?}", reader.problems());
        }
    }

    fn reader(self, text: &str) -> Reader<'_> {
        let mut reader = Reader::new(self.file, text, false);
        (reader.known.calendar, reader.arrived) = (self.calendar, self.arrived);
        reader
    }
}
