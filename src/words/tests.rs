//! The catalogue against itself and against what asks for its messages.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

use super::{Language, Named, Value, Words, catalogue};
use crate::diagnostic::Code;
use crate::framework::{ChannelKind, Step, Verdict};
use crate::rules::CATALOGUE;

/// Every message of a language by file and key, with the arguments that it names.
fn messages(language: Language) -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let mut keys = BTreeSet::new();
    for (file, text) in catalogue::files(language) {
        let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}/{file}: {errors:?}", language.id()));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let key = message.id.name.to_owned();
                assert!(keys.insert(key.clone()), "{}/{file}: `{key}` stands twice", language.id());
                let mut args = BTreeSet::new();
                arguments(&message.value.unwrap_or_else(|| panic!("`{key}` is empty")), &mut args);
                found.insert((file.to_owned(), key), args);
            }
        }
    }
    found
}

/// Every piece of text that a language's messages hold: what stands between arguments and tags, with the key of its message.
pub(crate) fn pieces(language: Language) -> BTreeMap<String, String> {
    fn collect(pattern: &Pattern<&str>, text: &mut String) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression } => {
                    text.push('<');
                    if let Expression::Select { variants, .. } = expression {
                        for variant in variants {
                            collect(&variant.value, text);
                            text.push('<');
                        }
                    }
                }
            }
        }
    }
    let mut found = BTreeMap::new();
    for (_, text) in catalogue::files(language) {
        for entry in parser::parse(text).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            let mut text = String::new();
            message.value.iter().for_each(|value| collect(value, &mut text));
            for piece in text.split(['<', '>']) {
                let piece = piece.trim_matches(|letter: char| !letter.is_alphanumeric());
                if piece.chars().any(char::is_alphabetic) {
                    found.entry(piece.to_owned()).or_insert_with(|| message.id.name.to_owned());
                }
            }
        }
    }
    found
}

fn arguments(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_arguments(expression, found);
        }
    }
}

fn expression_arguments(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    let inline = |expression: &InlineExpression<&str>, found: &mut BTreeSet<String>| match expression {
        InlineExpression::VariableReference { id } => drop(found.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => expression_arguments(expression, found),
        _ => {}
    };
    match expression {
        Expression::Inline(expression) => inline(expression, found),
        Expression::Select { selector, variants } => {
            inline(selector, found);
            variants.iter().for_each(|variant| arguments(&variant.value, found));
        }
    }
}

#[test]
fn every_language_has_the_same_messages_in_the_same_files() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let other = messages(language);
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let surplus: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{}: missing {missing:?}, surplus {surplus:?}", language.id());
        for (key, args) in &other {
            // a language may leave an argument out where its grammar has no use for it, and may not ask for another
            assert!(args.is_subset(&english[key]), "{}: {key:?} asks for {args:?}", language.id());
        }
    }
}

#[test]
fn every_name_is_known_in_every_language() {
    fn all<T: Named>(words: Words, things: impl IntoIterator<Item = T>, also: &[&str]) {
        for thing in things {
            for what in [""].iter().chain(also) {
                let key = words.about(thing, what);
                assert!(!key.starts_with(&format!("{}-", T::KIND)), "{words:?} has no `{key}`");
            }
        }
    }
    for words in Language::ALL.map(Words::of) {
        all(words, Step::ALL, &["question", "check", "holds-when"]);
        all(words, Verdict::ALL, &["meaning"]);
        all(words, crate::report::Class::ALL, &["meaning"]);
        all(words, ChannelKind::ALL, &[]);
        all(words, crate::audit::Status::ALL, &[]);
        all(words, crate::audit::EvidenceKind::ALL.iter().copied(), &[]);
        all(words, crate::audit::CauseKind::ALL.iter().copied(), &[]);
        all(words, crate::audit::ActionStatus::ALL.iter().copied(), &[]);
        all(words, crate::audit::CloseStatus::ALL.iter().copied(), &[]);
        all(words, crate::audit::ContactResult::ALL.iter().copied(), &[]);
        all(words, crate::audit::Fit::ALL.iter().copied(), &[]);
        all(words, crate::audit::SampleMethod::ALL.iter().copied(), &[]);
        all(words, crate::audit::OverrideKind::ALL.iter().copied(), &[]);
        all(words, crate::audit::OwnerKind::ALL.iter().copied(), &[]);
        all(words, crate::audit::ToldBy::ALL.iter().copied(), &[]);
        all(words, crate::audit::ObservationRating::ALL.iter().copied(), &[]);
    }
}

/// Every file that may ask for messages, apart from tests: below a folder, with an ending.
fn sources(folder: &str, ending: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = walkdir::WalkDir::new(root).into_iter().map(|entry| entry.unwrap().into_path());
    let paths = paths.filter(|path| path.extension().is_some_and(|found| found == ending) && !path.ends_with("words/tests.rs"));
    let texts: String = paths.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    texts.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// The keys that stand between a beginning and the next of some characters.
fn keys<'a>(text: &'a str, beginning: &'a str, end: &'a [char]) -> impl Iterator<Item = &'a str> {
    text.split(beginning).skip(1).filter_map(move |rest| rest.split(end).next())
}

#[test]
fn every_message_that_is_asked_for_is_there_and_every_other_one_is_needed() {
    let (sources, templates) = (sources("src", "rs"), sources("templates", "html"));
    let there: BTreeSet<String> = messages(Language::English).into_keys().map(|(_, key)| key).collect();
    let in_templates = keys(&templates, "[[", &[' ', ']']);
    let plain = keys(&sources, "words.get(\"", &['"']);
    let said = keys(&sources, "say!(", &[')']).filter_map(|call| call.split('"').nth(1));
    let asked: BTreeSet<&str> = in_templates.chain(plain).chain(said).collect();
    let missing: Vec<_> = asked.iter().filter(|key| !there.contains(**key)).collect();
    assert!(missing.is_empty(), "no such messages: {missing:?}");
    let put_together = |key: &str| PUT_TOGETHER.iter().any(|beginning| key.starts_with(beginning));
    let unused: Vec<_> = there
        .iter()
        .filter(|key| !asked.contains(key.as_str()) && !sources.contains(&format!("\"{key}\"")) && !put_together(key))
        .collect();
    assert!(unused.is_empty(), "nobody asks for: {unused:?}");
}

/// How keys begin that are put together: those of names, details, months, weekdays, patterns, mistakes and conventions.
const PUT_TOGETHER: [&str; 26] = [
    "step-",
    "verdict-",
    "class-",
    "check-state-",
    "rating-",
    "channel-kind-",
    "status-",
    "severity-",
    "evidence-kind-",
    "cause-kind-",
    "action-status-",
    "close-status-",
    "result-",
    "fit-",
    "method-",
    "override-kind-",
    "owner-kind-",
    "told-by-",
    "band-",
    "limit-",
    "detail-",
    "month-",
    "weekday-",
    "pattern-",
    "mistake-",
    "convention-",
];

/// Every text and number by which some message of a language chooses.
fn choices(language: Language) -> BTreeSet<String> {
    fn collect(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression: Expression::Select { variants, .. } } = element {
                for variant in variants {
                    let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = variant.key;
                    found.insert(key.to_owned());
                    collect(&variant.value, found);
                }
            }
        }
    }
    let mut found = BTreeSet::new();
    for (_, text) in catalogue::files(language) {
        for entry in parser::parse(text).unwrap().body {
            if let Entry::Message(message) = entry {
                message.value.iter().for_each(|value| collect(value, &mut found));
            }
        }
    }
    found
}

#[test]
fn messages_say_what_fluent_says() {
    for language in Language::ALL {
        let mut bundle = FluentBundle::new(vec![language.id().parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| grouped(value, ','),
            Language::German => |value, _| grouped(value, '.'),
        }));
        for (_, text) in catalogue::files(language) {
            bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
        }
        let choices = choices(language);
        let texts = choices.iter().map(|choice| Value::Text(choice)).chain([Value::Text("<a & b>")]);
        let numbers = [-1_234_567, -1, 0, 1, 2, 3, 11, 12, 999, 1_000, 10_001, 1_000_000].map(Value::Number);
        let values: Vec<_> = texts.chain(numbers).collect();
        for ((_, key), names) in messages(language) {
            let pattern = bundle.get_message(&key).unwrap().value().unwrap();
            let fluent = |args: &[(&str, Value)]| {
                let mut fluent = FluentArgs::new();
                for (name, value) in args {
                    match value {
                        Value::Text(text) => fluent.set(*name, *text),
                        Value::Number(number) => fluent.set(*name, FluentValue::from(*number)),
                    }
                }
                bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new()).into_owned()
            };
            let words = Words::of(language);
            let same = |args: &[(&str, Value)]| assert_eq!(words.fill(&key, args), fluent(args), "{key} with {args:?}");
            same(&[]);
            // each argument takes every value in turn, while the others are a text, one or many
            for name in &names {
                for other in [Value::Text("x"), Value::Number(1), Value::Number(5)] {
                    for value in &values {
                        let value = |other_name: &String| if other_name == name { *value } else { other };
                        same(&names.iter().map(|name| (name.as_str(), value(name))).collect::<Vec<_>>());
                    }
                }
            }
        }
    }
}

/// A whole number with its thousands set apart, the slow way.
fn grouped(value: &FluentValue<'_>, mark: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = format!("{:.0}", number.value.abs());
    let marked = digits.char_indices().flat_map(|(at, digit)| {
        let before = (at > 0 && (digits.len() - at).is_multiple_of(3)).then_some(mark);
        before.into_iter().chain([digit])
    });
    Some((number.value < 0.0).then_some('-').into_iter().chain(marked).collect())
}

#[test]
fn rules_and_problems_have_texts_of_their_own_in_every_other_language() {
    let english = Words::of(Language::English);
    for words in Language::ALL.into_iter().filter(|language| *language != Language::English).map(Words::of) {
        for rule in CATALOGUE {
            assert_ne!(words.rule(rule), english.rule(rule), "{words:?}: {}", rule.id);
        }
        for code in Code::ALL {
            assert_ne!(words.code(*code), english.code(*code), "{words:?}: {}", code.id());
        }
    }
}
