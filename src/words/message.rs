//! A message, taken apart once: what is asked for thousands of times is only put together.
//!
//! Of Fluent's syntax this knows what the catalogue needs: texts, arguments, other messages, and choices by an argument. The tests hold
//! it against Fluent's own reading.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_syntax::ast::{self, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::Language;
use super::numbers::write_grouped;

/// What is put into a message in the place of an argument.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// As it is.
    Text(&'a str),
    /// With its thousands set apart; its plural may be chosen by.
    Number(i64),
}

/// What can be put into a message.
pub trait Argument {
    /// What is put there.
    fn value(&self) -> Value<'_>;
}

impl Argument for str {
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Argument for String {
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl Argument for Cow<'_, str> {
    fn value(&self) -> Value<'_> {
        Value::Text(self)
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> Value<'_> {
        T::value(self)
    }
}

impl Argument for Value<'_> {
    fn value(&self) -> Value<'_> {
        *self
    }
}

/// Numbers that are counted: none is near 2^63.
macro_rules! whole_numbers {
    ($($type:ty),+) => {$(
        impl Argument for $type {
            #[allow(clippy::cast_lossless, reason = "of some of the types it is a cast without loss")]
            fn value(&self) -> Value<'_> {
                Value::Number(*self as i64)
            }
        }
    )+};
}

whole_numbers!(i8, i16, i32, i64, u8, u16, u32, usize);

/// Messages as Fluent's parser gives them, by their keys.
pub(super) type Patterns<'a> = HashMap<&'a str, Pattern<&'a str>>;

/// A message of one language.
#[derive(Debug, Default)]
pub(super) struct Message(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Text(String),
    Argument(String),
    Choice { by: String, variants: Vec<Variant>, otherwise: Message },
}

#[derive(Debug)]
struct Variant {
    key: Key,
    message: Message,
}

/// When a variant is chosen.
#[derive(Debug)]
enum Key {
    /// By this text, or by a number of which the language says it in this form: `one`.
    Word(String),
    /// By this number.
    Number(i64),
}

impl Message {
    /// Takes a message apart; `others` are those that it may refer to. None where it has something that is not known here.
    pub(super) fn read(pattern: &Pattern<&str>, others: &Patterns<'_>) -> Option<Message> {
        let mut message = Message::default();
        message.add(pattern, others)?;
        Some(message)
    }

    fn add(&mut self, pattern: &Pattern<&str>, others: &Patterns<'_>) -> Option<()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.add_text(value),
                PatternElement::Placeable { expression: Expression::Inline(expression) } => match expression {
                    InlineExpression::StringLiteral { value } => self.add_text(&unescape_unicode_to_string(value)),
                    InlineExpression::VariableReference { id } => self.0.push(Piece::Argument(id.name.to_owned())),
                    InlineExpression::MessageReference { id, attribute: None } => self.add(others.get(id.name)?, others)?,
                    _ => return None,
                },
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let InlineExpression::VariableReference { id } = selector else { return None };
                    let otherwise = variants.iter().find(|variant| variant.default)?;
                    let read = |variant: &ast::Variant<&str>| {
                        let key = match variant.key {
                            VariantKey::Identifier { name } => Key::Word(name.to_owned()),
                            VariantKey::NumberLiteral { value } => Key::Number(value.parse().ok()?),
                        };
                        Some(Variant { key, message: Message::read(&variant.value, others)? })
                    };
                    self.0.push(Piece::Choice {
                        by: id.name.to_owned(),
                        variants: variants.iter().map(read).collect::<Option<_>>()?,
                        otherwise: Message::read(&otherwise.value, others)?,
                    });
                }
            }
        }
        Some(())
    }

    fn add_text(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Piece::Text(before)) => before.push_str(text),
            _ => self.0.push(Piece::Text(text.to_owned())),
        }
    }

    /// The whole text of a message without arguments.
    pub(super) fn plain(&self) -> Option<&str> {
        match self.0.as_slice() {
            [Piece::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// Puts the message together; an argument that is not given shows its name.
    pub(super) fn write<A: Argument>(&self, args: &[(&str, A)], language: Language, out: &mut String) {
        let given = |name: &str| args.iter().find(|(given, _)| *given == name).map(|(_, argument)| argument.value());
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Argument(name) => match given(name) {
                    Some(Value::Text(text)) => out.push_str(text),
                    Some(Value::Number(number)) => write_grouped(number, language, out),
                    None => out.extend(["{$", name, "}"]),
                },
                Piece::Choice { by, variants, otherwise } => {
                    let value = given(by);
                    let chosen =
                        variants.iter().find(|variant| value.is_some_and(|value| variant.key.chosen_by(value, language)));
                    chosen.map_or(otherwise, |variant| &variant.message).write(args, language, out);
                }
            }
        }
    }
}

impl Key {
    fn chosen_by(&self, value: Value<'_>, language: Language) -> bool {
        match (self, value) {
            (Key::Word(word), Value::Text(text)) => word == text,
            (Key::Word(word), Value::Number(number)) => word == language.plural(number),
            (Key::Number(wanted), Value::Number(number)) => *wanted == number,
            (Key::Number(_), Value::Text(_)) => false,
        }
    }
}
