//! What a file may say about a step: a fact map, `never`, `unknown`, or that it does not apply.

use std::marker::PhantomData;

use serde_json::json;

use super::sentence::{Meaning, meaning};
use crate::audit::model::CloseStatus;
use crate::audit::values::*;
use crate::diagnostic::{Code, Diagnostic};
use crate::framework::Step;
use crate::suggest::nearest;
use crate::yaml::{Entry, Node, Value};

record! {
    /// The auditor looked, and it did not happen.
    NeverEntry "`never`" "{never: No call in the call log, evidence: [E1]}" {
        /// Where the auditor looked.
        required never "never": Fact, like "No call in the call log";
        /// The evidence relied on, by id.
        optional evidence "evidence": List<Reference>, like "[E1]";
    }
}

record! {
    /// Nobody can tell.
    UnknownEntry "`unknown`" "{unknown: The log of that week is lost, evidence: [E1]}" {
        /// Why nobody can tell.
        required unknown "unknown": Fact, like "The log of that week is lost";
        /// The evidence relied on, by id.
        optional evidence "evidence": List<Reference>, like "[E1]";
    }
}

record! {
    /// The step does not apply to this lead.
    NaEntry "`na`" "{na: The buyer withdrew within the hour}" {
        /// Why it does not apply.
        required na "na": Fact, like "The buyer withdrew within the hour";
    }
}

/// What a file says about a step.
#[derive(Debug)]
pub(in crate::audit) enum Told<F> {
    /// What happened.
    Fact(F),
    /// It did not happen; where the auditor looked, if written.
    Never(Option<NeverEntry>),
    /// Nobody can tell; why, if written.
    Unknown(Option<UnknownEntry>),
    /// It does not apply.
    NotApplicable(NaEntry),
}

/// A step whose facts are of one shape.
pub(in crate::audit) struct StepOf<F>(PhantomData<F>);

/// The words that stand in the place of facts.
const WORDS: [&str; 3] = ["never", "unknown", "na"];

impl<F: Shape<Out = F>> Shape for StepOf<F> {
    type Out = Told<F>;
    const EXAMPLE: &'static str = F::EXAMPLE;
    const RECORD: Option<&'static RecordSpec> = F::RECORD;

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Told<F>> {
        match &node.value {
            Value::Map(entries) => {
                let has = |word: &str| entries.iter().any(|entry| entry.key == word);
                if has("never") {
                    return NeverEntry::read(node, name, reader).map(|never| Told::Never(Some(never)));
                }
                if has("unknown") {
                    return UnknownEntry::read(node, name, reader).map(|unknown| Told::Unknown(Some(unknown)));
                }
                if has("na") {
                    return NaEntry::read(node, name, reader).map(Told::NotApplicable);
                }
                // `{nevr: …}` is a slip in one word, not a fact map that lacks everything
                let slip =
                    entries.first().filter(|_| entries.len() <= 2).and_then(|entry| Some((entry, nearest(&entry.key, WORDS)?)));
                if let Some((entry, word)) = slip.filter(|(entry, _)| entry.key.len() > 2 || entry.key.eq_ignore_ascii_case("na"))
                {
                    let place = reader.place(&entry.key_span);
                    let problem =
                        Diagnostic::new(Code::UnknownField, place, format!("`{}` is not a field of `{name}`", entry.key))
                            .meant(word)
                            .help(forms::<F>(name, reader));
                    reader.report(problem);
                    return None;
                }
                if let Some(problem) = no_status(entries, name, reader) {
                    reader.report(problem);
                    return None;
                }
                let before = reader.problems().len();
                let facts = F::read(node, name, reader).map(Told::Fact);
                if name == Step::Close.id() {
                    unrecorded(entries, before, reader);
                }
                facts
            }
            Value::Scalar(scalar) => match scalar.text.as_str() {
                "never" => Some(Told::Never(None)),
                "unknown" => Some(Told::Unknown(None)),
                other => {
                    let problem = in_own_words::<F>(node, name, other, reader);
                    reader.report(problem);
                    None
                }
            },
            Value::Broken => None,
            Value::Null | Value::List(_) => {
                let problem = reader.wrong(node, name, "facts, `never`, `unknown` or `{na: why}`").help(forms::<F>(name, reader));
                reader.report(problem);
                None
            }
        }
    }

    fn schema() -> serde_json::Value {
        json!({"anyOf": [
            F::schema(),
            {"enum": ["never", "unknown"]},
            NeverEntry::SPEC.schema(),
            UnknownEntry::SPEC.schema(),
            NaEntry::SPEC.schema(),
        ]})
    }
}

/// How it is written that no record shows how a lead ended.
pub(in crate::audit) fn no_record(status: &str) -> String {
    let case = match status == CloseStatus::Lost.id() {
        true => "if it was lost because nobody called, and no record shows its end",
        false => "if no record shows how it ended",
    };
    format!("{case}, write `close: {{never: where I looked}}`")
}

/// What to say of `{status: unknown}`: that nobody can tell is told of the step, and is no outcome.
fn no_status(entries: &[Entry], name: &str, reader: &Reader<'_>) -> Option<Diagnostic> {
    let status = entries.iter().find(|entry| entry.key == "status").filter(|_| name == Step::Close.id())?;
    let Value::Scalar(written) = &status.value.value else { return None };
    let (word, why) = match written.text.trim().to_lowercase().as_str() {
        "unknown" | "?" | "not known" | "unclear" | "no idea" => ("unknown", "why"),
        "never" | "none" | "nothing" | "no" => ("never", "where I looked"),
        _ => return None,
    };
    let message = format!("`status` cannot be `{}`", shortened(&written.text));
    let problem = Diagnostic::new(Code::BadValue, reader.head(&status.value), message).label("this is said of the whole step");
    Some(problem.help(format!("write `{name}: {{{word}: {why}}}`")))
}

/// What is lost has most likely no record at all: adds to the report of a missing `in` how that is written.
fn unrecorded(entries: &[Entry], before: usize, reader: &mut Reader<'_>) {
    let has = |name: &str| entries.iter().any(|entry| entry.key == name && entry.value.value != Value::Null);
    let status = entries.iter().find(|entry| entry.key == "status").map(|entry| &entry.value.value);
    let (false, Some(Value::Scalar(status))) = (has("in"), status) else { return };
    let missing = if has("at") { "in: crm".to_owned() } else { format!("at: {}, in: crm", reader.end_of_example()) };
    let help = format!("add where that was recorded, and when: `{}`", reader.example(&missing));
    let report = reader.problems_mut().get_mut(before..).unwrap_or_default();
    if let Some(problem) = report.iter_mut().find(|problem| problem.code == Code::MissingField) {
        problem.help = vec![help, no_record(&status.text)];
    }
}

/// What to say of a text where facts belong: that it did not happen, that nobody can tell, that it does not apply, or how it ended.
fn in_own_words<F: Shape>(node: &Node, name: &str, text: &str, reader: &Reader<'_>) -> Diagnostic {
    let what = format!("`{name}` needs facts, `never`, `unknown` or `{{na: why}}`, not `{}`", shortened(text));
    let problem = |code, label: &str| Diagnostic::new(code, reader.head(node), what.clone()).label(label);
    if name == Step::Close.id()
        && let Some(status) = word_meant::<CloseStatus>(text)
    {
        let fact = reader.example(&format!("{{status: {status}, at: {}, in: crm}}", reader.end_of_example()));
        return problem(Code::WrongType, "say when and where that was recorded")
            .help(format!("write `{name}: {fact}`, with the time at which it was recorded"))
            .help(no_record(status));
    }
    let Some(Meaning { word, said }) = meaning(text) else {
        return match nearest(text, ["never", "unknown"]) {
            Some(word) => problem(Code::BadValue, "").meant(word).help(forms::<F>(name, reader)),
            None => problem(Code::WrongType, "say what happened, when and where").help(forms::<F>(name, reader)),
        };
    };
    let (label, open) = match word {
        "na" => ("say why it does not apply", "why"),
        "unknown" => ("say why nobody can tell", "why"),
        _ => ("say that it did not happen, and where you looked", "where I looked"),
    };
    let problem = match said {
        Some(said) => problem(Code::BadValue, label).mend(format!("write `{name}: {{{word}: {}}}`", quoted(&said))),
        None => problem(Code::BadValue, label).help(format!("write `{name}: {{{word}: {open}}}`")),
    };
    match word {
        "never" => problem.help(format!("or `{name}: {{unknown: why}}` if nobody can tell")),
        _ => problem,
    }
}

fn forms<F: Shape>(name: &str, reader: &Reader<'_>) -> String {
    format!(
        "write `{name}: {}`, `{name}: {{never: where I looked}}`, `{name}: {{unknown: why}}` or `{name}: {{na: why}}`",
        reader.example(F::EXAMPLE)
    )
}
