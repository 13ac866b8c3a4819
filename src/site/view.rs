//! Pieces that several pages show: links, marks, levels with their receipts, figures with their tables.

use serde::Serialize;
use tera::Value;

use super::markdown::Html;
use crate::audit::{ActionStatus, Evidence, EvidenceKind, ObservationRating};
use crate::diagnostic::Severity;
use crate::framework::{Verdict, scoring};
use crate::report::{Check, CheckState, Class, Classes, LevelLimit, LimitId, Rating};
use crate::say;
use crate::words::{Named, Words};

/// A link with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Link {
    pub(crate) href: String,
    pub(crate) text: String,
}

impl Link {
    pub(crate) fn new(href: String, text: impl Into<String>) -> Self {
        Link { href, text: text.into() }
    }
}

/// A state as glyph, word and colour, never colour alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Mark {
    /// Shown in front of the word, and hidden from screen readers.
    pub(crate) glyph: &'static str,
    /// What it says.
    pub(crate) word: String,
    /// Which colour: the name of a verdict in the palette.
    pub(crate) tone: &'static str,
}

/// A state that is shown as a mark.
pub(crate) trait Marked: Named {
    /// Its glyph and its tone.
    fn sign(self) -> (&'static str, &'static str);
}

impl Marked for Verdict {
    fn sign(self) -> (&'static str, &'static str) {
        (self.mark(), self.css())
    }
}

impl Marked for Class {
    fn sign(self) -> (&'static str, &'static str) {
        match self {
            Class::Clean => ("✓", "pass"),
            Class::Slipped => ("◐", "weak"),
            Class::Leaked => ("✕", "fail"),
            Class::Unproven => ("?", "unproven"),
            Class::Open => ("…", "pending"),
        }
    }
}

impl Marked for CheckState {
    fn sign(self) -> (&'static str, &'static str) {
        match self {
            CheckState::Holds => ("✓", "pass"),
            CheckState::Partly => ("◐", "weak"),
            CheckState::Fails => ("✕", "fail"),
            CheckState::NotShown => ("–", "na"),
        }
    }
}

impl Marked for Rating {
    fn sign(self) -> (&'static str, &'static str) {
        match self {
            Rating::Critical => ("▲", "fail"),
            Rating::High => ("△", "fail"),
            Rating::Medium => ("◆", "weak"),
            Rating::Low => ("◇", "late"),
        }
    }
}

impl Marked for ObservationRating {
    fn sign(self) -> (&'static str, &'static str) {
        match self {
            ObservationRating::Critical => Rating::Critical.sign(),
            ObservationRating::High => Rating::High.sign(),
            ObservationRating::Medium => Rating::Medium.sign(),
            ObservationRating::Low => Rating::Low.sign(),
            ObservationRating::Note => ("·", "na"),
        }
    }
}

impl Marked for Severity {
    fn sign(self) -> (&'static str, &'static str) {
        match self {
            Severity::Error => ("✕", "fail"),
            Severity::Warning => ("!", "weak"),
            Severity::Todo => ("…", "pending"),
        }
    }
}

impl Marked for ActionStatus {
    fn sign(self) -> (&'static str, &'static str) {
        match self {
            ActionStatus::Planned => ("…", "pending"),
            ActionStatus::InProgress => ("◐", "weak"),
            ActionStatus::Done => ("✓", "pass"),
            ActionStatus::Dropped => ("–", "na"),
        }
    }
}

impl Mark {
    /// The mark of a state, with its name as the word.
    pub(crate) fn of<T: Marked>(words: Words, state: T) -> Mark {
        let (glyph, tone) = state.sign();
        Mark { glyph, word: words.name(state), tone }
    }

    /// The mark of something that has to hold, or is only worth a warning.
    pub(crate) fn passed(words: Words, passed: bool, fails: bool) -> Mark {
        let (glyph, word, tone) = match (passed, fails) {
            (true, _) => ("✓", words.get("gate-holds"), "pass"),
            (false, true) => ("✕", words.get("gate-fails"), "fail"),
            (false, false) => ("!", words.get("gate-warns"), "weak"),
        };
        Mark { glyph, word: word.to_owned(), tone }
    }

    /// The mark of an action's state; whatever is overdue says only that.
    pub(crate) fn action(words: Words, status: ActionStatus, overdue: bool) -> Mark {
        match overdue {
            true => Mark { glyph: "!", word: words.get("action-status-overdue").to_owned(), tone: "fail" },
            false => Mark::of(words, status),
        }
    }
}

/// The marks that every lead has, as templates take them, made once.
pub(crate) struct Marks {
    verdicts: [Value; 7],
    /// The same with words that may break, where a column is narrow.
    labels: [Value; 7],
    classes: [Value; 5],
}

impl Marks {
    pub(crate) fn new(words: Words) -> Self {
        let label = |verdict| Mark { word: words.about(verdict, "label"), ..Mark::of(words, verdict) };
        Marks {
            verdicts: Verdict::ALL.map(|verdict| Value::from_serializable(&Mark::of(words, verdict))),
            labels: Verdict::ALL.map(|verdict| Value::from_serializable(&label(verdict))),
            classes: Class::ALL.map(|class| Value::from_serializable(&Mark::of(words, class))),
        }
    }

    pub(crate) fn verdict(&self, verdict: Verdict) -> Value {
        self.verdicts[verdict as usize].clone()
    }

    pub(crate) fn label(&self, verdict: Verdict) -> Value {
        self.labels[verdict as usize].clone()
    }

    pub(crate) fn class(&self, class: Class) -> Value {
        self.classes[class as usize].clone()
    }
}

/// One check: how many of the judged leads held, and what that amounts to.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CheckView {
    pub(crate) step: &'static str,
    pub(crate) name: String,
    pub(crate) check: String,
    pub(crate) question: String,
    pub(crate) mark: Mark,
    /// `2 of 4`.
    pub(crate) held: String,
    /// `15 to 85 %`; none where nothing was judged.
    pub(crate) range: Option<String>,
    pub(crate) points: &'static str,
    /// How many leads were lost here, however well the check held for the others.
    pub(crate) lost: Option<String>,
    /// Where the cell leads.
    pub(crate) href: String,
}

impl CheckView {
    pub(crate) fn new(words: Words, check: &Check, href: String) -> Self {
        CheckView {
            step: check.step.id(),
            name: words.name(check.step),
            check: words.about(check.step, "check"),
            question: words.about(check.step, "question"),
            mark: Mark::of(words, check.state),
            held: if check.of == 0 { words.get("none-judged").to_owned() } else { words.of_all(check.held, check.of) },
            range: check.low.zip(check.high).map(|(low, high)| words.percents(low, high)),
            lost: None,
            points: match check.state {
                CheckState::Holds => "1",
                CheckState::Partly => "½",
                CheckState::Fails | CheckState::NotShown => "0",
            },
            href,
        }
    }
}

/// One line of the receipt that leads to a level.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ReceiptLine {
    /// What is counted or judged.
    pub(crate) what: String,
    /// Its meaning, in small print.
    pub(crate) note: String,
    /// What it comes to.
    pub(crate) amount: String,
    /// `fired` where the line holds the level down, `sum` where it is a total.
    pub(crate) kind: &'static str,
}

impl ReceiptLine {
    pub(crate) fn new(what: impl Into<String>, note: impl Into<String>, amount: impl Into<String>) -> Self {
        ReceiptLine { what: what.into(), note: note.into(), amount: amount.into(), kind: "" }
    }

    pub(crate) fn sum(self) -> Self {
        ReceiptLine { kind: "sum", ..self }
    }

    /// The line of a limit, fired or not.
    pub(crate) fn limit(words: Words, limit: &LevelLimit) -> Self {
        let amount = match (limit.fired, limit.max) {
            (true, Some(max)) => say!(words, "limit-at-most", level = max),
            (true, None) => words.get("limit-applies").to_owned(),
            (false, _) => words.get("limit-does-not-apply").to_owned(),
        };
        ReceiptLine {
            kind: if limit.fired { "fired" } else { "" },
            ..ReceiptLine::new(say!(words, "limit-line", name = words.name(limit.id)), limit_when(words, limit), amount)
        }
    }
}

/// When a limit fires; of a limit with two thresholds the one that fired, else the first that would.
fn limit_when(words: Words, limit: &LevelLimit) -> String {
    let fits = |max: u8| limit.fired && limit.max == Some(max);
    let clean = scoring::LEAKS.into_iter().rfind(|(_, max)| fits(*max)).unwrap_or(scoring::LEAKS[1]).0;
    let counted = scoring::SAMPLE.into_iter().rfind(|(_, max)| fits(*max)).unwrap_or(scoring::SAMPLE[1]).0;
    match limit.id {
        LimitId::Leaks => say!(words, "limit-leaks-when", share = words.percent(clean)),
        LimitId::Sample => say!(words, "limit-sample-when", count = counted),
        id => words.about(id, "when"),
    }
}

/// A level as a large figure on its scale.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LevelView {
    /// 1 to 5; none without a score.
    pub(crate) level: Option<u8>,
    /// What the band says, with a capital.
    pub(crate) band: String,
    /// The five places of the scale, from the lowest.
    pub(crate) scale: Vec<ScaleStep>,
    /// `1 to 3`, where the sample leaves it open.
    pub(crate) range: Option<String>,
    /// Why the score is provisional, where it is.
    pub(crate) provisional: Option<String>,
    pub(crate) receipt: Vec<ReceiptLine>,
}

/// One place on the scale of levels.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct ScaleStep {
    pub(crate) number: u8,
    /// `on` up to the level, `range` where the sample would allow it, else nothing.
    pub(crate) state: &'static str,
}

/// The scale with a level and the range that the sample allows.
pub(crate) fn scale(level: Option<u8>, range: Option<[u8; 2]>) -> Vec<ScaleStep> {
    let state = |number| match (level, range) {
        (Some(level), _) if number <= level => "on",
        (_, Some([low, high])) if low <= number && number <= high => "range",
        _ => "",
    };
    (1..=5).map(|number| ScaleStep { number, state: state(number) }).collect()
}

/// How many leads fell into one class.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ClassView {
    pub(crate) mark: Mark,
    pub(crate) count: usize,
    pub(crate) meaning: String,
}

impl ClassView {
    /// Every class, the empty ones too.
    pub(crate) fn all(words: Words, classes: &Classes) -> Vec<ClassView> {
        let view =
            |class| ClassView { mark: Mark::of(words, class), count: classes.of(class), meaning: words.about(class, "meaning") };
        Class::ALL.into_iter().map(view).collect()
    }
}

/// A chart with its words and its numbers.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FigureView {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) subtitle: String,
    pub(crate) wide: String,
    pub(crate) narrow: String,
    pub(crate) table: TableView,
    /// The chart as a file of its own.
    pub(crate) file: Option<String>,
}

/// The numbers of a chart.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TableView {
    pub(crate) caption: String,
    /// The whole table, ready.
    pub(crate) html: Html,
    /// The same cell by cell, for templates of the user's own alone.
    pub(crate) head: Option<Vec<CellView>>,
    pub(crate) rows: Option<Vec<Vec<CellView>>>,
}

/// One cell of a chart's table.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CellView {
    pub(crate) text: String,
    /// Whether its column holds numbers, which stand right.
    pub(crate) right: bool,
}

/// An item of evidence as a page names it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EvidenceView {
    pub(crate) id: String,
    /// Its place in the register.
    pub(crate) entry: String,
    pub(crate) kind: String,
    pub(crate) what: String,
    /// Whether it is only somebody's word.
    pub(crate) said: bool,
    /// The attachment, where it may be shown.
    pub(crate) href: Option<String>,
    /// Whether there is an attachment that holds personal data, and stays with the auditor.
    pub(crate) withheld: bool,
}

impl EvidenceView {
    pub(crate) fn new(words: Words, id: &str, entry: String, item: &Evidence, href: Option<String>) -> Self {
        EvidenceView {
            id: id.to_owned(),
            entry,
            kind: words.name(item.kind),
            what: item.what.clone(),
            said: item.kind == EvidenceKind::StaffStatement,
            withheld: item.pii && href.is_none(),
            href,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lead_gets_its_own_mark() {
        let words = Words::english();
        let (marks, value) = (Marks::new(words), |mark: &Mark| Value::from_serializable(mark));
        for verdict in Verdict::ALL {
            assert_eq!(marks.verdict(verdict), value(&Mark::of(words, verdict)));
            let word = words.about(verdict, "label");
            assert_eq!(marks.label(verdict), value(&Mark { word, ..Mark::of(words, verdict) }));
        }
        for class in Class::ALL {
            assert_eq!(marks.class(class), value(&Mark::of(words, class)));
        }
    }
}
