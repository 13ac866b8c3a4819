//! Pieces that several pages show: links, marks, levels with their receipts, figures with their tables.

use serde::Serialize;

use super::words;
use crate::audit::{Evidence, EvidenceKind};
use crate::diagnostic::Severity;
use crate::framework::{Verdict, scoring};
use crate::report::{Check, CheckState, Class, LevelLimit, LimitId, Rating};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Mark {
    /// Shown in front of the word, and hidden from screen readers.
    pub(crate) glyph: &'static str,
    /// What it says.
    pub(crate) word: &'static str,
    /// Which colour: the name of a verdict in the palette.
    pub(crate) tone: &'static str,
}

const fn mark(glyph: &'static str, word: &'static str, tone: &'static str) -> Mark {
    Mark { glyph, word, tone }
}

impl From<Verdict> for Mark {
    fn from(verdict: Verdict) -> Self {
        mark(verdict.mark(), verdict.id(), verdict.css())
    }
}

impl From<Class> for Mark {
    fn from(class: Class) -> Self {
        match class {
            Class::Clean => mark("✓", "clean", "pass"),
            Class::Slipped => mark("◐", "slipped", "weak"),
            Class::Leaked => mark("✕", "leaked", "fail"),
            Class::Unproven => mark("?", "unproven", "unproven"),
            Class::Open => mark("…", "open", "pending"),
        }
    }
}

impl From<CheckState> for Mark {
    fn from(state: CheckState) -> Self {
        match state {
            CheckState::Holds => mark("✓", state.name(), "pass"),
            CheckState::Partly => mark("◐", state.name(), "weak"),
            CheckState::Fails => mark("✕", state.name(), "fail"),
            CheckState::NotShown => mark("–", state.name(), "na"),
        }
    }
}

impl From<Rating> for Mark {
    fn from(rating: Rating) -> Self {
        Mark::rating(rating.id())
    }
}

impl Mark {
    /// The mark of a rating by its word; whatever is no rating of findings reads as a note.
    pub(crate) fn rating(word: &'static str) -> Mark {
        match word {
            "critical" => mark("▲", word, "fail"),
            "high" => mark("△", word, "fail"),
            "medium" => mark("◆", word, "weak"),
            "low" => mark("◇", word, "late"),
            _ => mark("·", word, "na"),
        }
    }

    /// The mark of a problem in a file.
    pub(crate) fn severity(severity: Severity) -> Mark {
        match severity {
            Severity::Error => mark("✕", severity.id(), "fail"),
            Severity::Warning => mark("!", severity.id(), "weak"),
        }
    }

    /// The mark of something that has to hold, or is only worth a warning.
    pub(crate) fn passed(passed: bool, fails: bool) -> Mark {
        match (passed, fails) {
            (true, _) => mark("✓", "holds", "pass"),
            (false, true) => mark("✕", "fails", "fail"),
            (false, false) => mark("!", "warns", "weak"),
        }
    }

    /// The mark of an action's state.
    pub(crate) fn action(status: &'static str, overdue: bool) -> Mark {
        match (status, overdue) {
            (_, true) => mark("!", "overdue", "fail"),
            ("done", _) => mark("✓", status, "pass"),
            ("in progress", _) => mark("◐", status, "weak"),
            ("dropped", _) => mark("–", status, "na"),
            _ => mark("…", status, "pending"),
        }
    }
}

/// One check: how many of the judged leads held, and what that amounts to.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CheckView {
    pub(crate) step: &'static str,
    pub(crate) name: &'static str,
    pub(crate) check: &'static str,
    pub(crate) question: &'static str,
    pub(crate) mark: Mark,
    /// `2 of 4`.
    pub(crate) held: String,
    /// `15 to 85 %`; none where nothing was judged.
    pub(crate) range: Option<String>,
    pub(crate) points: &'static str,
    /// Where the cell leads.
    pub(crate) href: String,
}

impl CheckView {
    pub(crate) fn new(check: &Check, href: String) -> Self {
        CheckView {
            step: check.step.id(),
            name: check.step.name(),
            check: check.step.check(),
            question: check.step.question(),
            mark: check.state.into(),
            held: if check.of == 0 { "none judged".to_owned() } else { format!("{} of {}", check.held, check.of) },
            range: check.low.zip(check.high).map(|(low, high)| words::percents(low, high)),
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
    pub(crate) fn limit(limit: &LevelLimit) -> Self {
        let (name, condition) = limit_words(limit);
        let amount = match (limit.fired, limit.max) {
            (true, Some(max)) => format!("at most {max}"),
            (true, None) => "applies".to_owned(),
            (false, _) => "does not apply".to_owned(),
        };
        ReceiptLine {
            kind: if limit.fired { "fired" } else { "" },
            ..ReceiptLine::new(format!("Limit: {name}"), condition, amount)
        }
    }
}

/// What a limit is called and when it fires; of a limit with two thresholds the one that fired, else the first that would.
fn limit_words(limit: &LevelLimit) -> (&'static str, String) {
    let fits = |max: u8| limit.fired && limit.max == Some(max);
    let clean = scoring::LEAKS.into_iter().rfind(|(_, max)| fits(*max)).unwrap_or(scoring::LEAKS[1]).0;
    let counted = scoring::SAMPLE.into_iter().rfind(|(_, max)| fits(*max)).unwrap_or(scoring::SAMPLE[1]).0;
    match limit.id {
        LimitId::Ownership => ("ownership", "when Claim held for fewer than half of the leads".to_owned()),
        LimitId::Trust => ("trust", "when more than a quarter of the verdicts are unproven".to_owned()),
        LimitId::WeakLink => ("weak link", "when any step held for fewer than half of the leads".to_owned()),
        LimitId::Leaks => ("leaks", format!("when fewer than {} of the leads came through clean", words::percent(clean))),
        LimitId::Sample => ("sample", format!("when fewer than {} are counted", words::leads_text(counted))),
        LimitId::Worst => {
            ("worst channel", "when the rounded average lies more than a level above the weakest channel".to_owned())
        }
        LimitId::Routes => ("routes", "when fewer than two kinds of channel were audited".to_owned()),
    }
}

/// A level as a large figure on its scale.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LevelView {
    /// 1 to 5; none without a score.
    pub(crate) level: Option<u8>,
    /// What the band says.
    pub(crate) band: &'static str,
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
    pub(crate) meaning: &'static str,
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
    pub(crate) head: Vec<CellView>,
    pub(crate) rows: Vec<Vec<CellView>>,
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
    pub(crate) kind: &'static str,
    pub(crate) what: String,
    /// Whether it is only somebody's word.
    pub(crate) said: bool,
    /// The attachment, where it may be shown.
    pub(crate) href: Option<String>,
    /// Whether there is an attachment that holds personal data, and stays with the auditor.
    pub(crate) withheld: bool,
}

impl EvidenceView {
    pub(crate) fn new(id: &str, entry: String, item: &Evidence, href: Option<String>) -> Self {
        EvidenceView {
            id: id.to_owned(),
            entry,
            kind: if item.kind == EvidenceKind::Other { "other evidence" } else { item.kind.name() },
            what: item.what.clone(),
            said: item.kind == EvidenceKind::StaffStatement,
            withheld: item.pii && href.is_none(),
            href,
        }
    }
}
