//! What a file may say about a step: a fact map, `never`, `unknown`, or that it does not apply.

use std::marker::PhantomData;

use serde_json::json;

use crate::audit::values::*;
use crate::diagnostic::{Code, Diagnostic};
use crate::suggest::nearest;
use crate::yaml::{Node, Value};

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
                            .label(format!("did you mean `{word}`?"))
                            .help(forms::<F>(name, reader));
                    reader.report(problem);
                    return None;
                }
                F::read(node, name, reader).map(Told::Fact)
            }
            Value::Scalar(scalar) => match scalar.text.as_str() {
                "never" => Some(Told::Never(None)),
                "unknown" => Some(Told::Unknown(None)),
                other => {
                    let lower = other.to_ascii_lowercase();
                    let mut problem = reader.wrong(node, name, "facts, `never`, `unknown` or `{na: why}`");
                    let meant = match lower.as_str() {
                        "na" | "n/a" | "not applicable" => Some("say why it does not apply".to_owned()),
                        "no" | "none" => Some("did you mean `never`?".into()),
                        _ => nearest(other, ["never", "unknown"]).map(|word| format!("did you mean `{word}`?")),
                    };
                    if let Some(meant) = meant {
                        problem.code = Code::BadValue;
                        problem.label = meant;
                    }
                    let help = forms::<F>(name, reader);
                    reader.report(problem.help(help));
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

fn forms<F: Shape>(name: &str, reader: &Reader<'_>) -> String {
    format!(
        "write `{name}: {}`, `{name}: {{never: where I looked}}`, `{name}: {{unknown: why}}` or `{name}: {{na: why}}`",
        reader.example(F::EXAMPLE)
    )
}
