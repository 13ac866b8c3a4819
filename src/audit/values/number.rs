//! Numbers, `true` and `false`, and the few fields with one fixed value.

use serde_json::json;

use super::{Reader, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::words::Language;
use crate::yaml::{Node, UNKNOWN, Value};

/// `true` or `false`.
pub(in crate::audit) struct Truth;

impl Shape for Truth {
    type Out = bool;
    const EXAMPLE: &'static str = "true";
    const FORM: &'static str = "`true` or `false`, without quotes.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<bool> {
        let text = reader.scalar(node, name, "`true` or `false`", Self::EXAMPLE)?;
        let plain = matches!(&node.value, Value::Scalar(scalar) if scalar.plain);
        let help = match (text.to_ascii_lowercase().as_str(), plain) {
            (_, true) if text == "true" => return Some(true),
            (_, true) if text == "false" => return Some(false),
            ("true" | "yes" | "on" | "y" | "1", _) => format!("write `{name}: true`"),
            ("false" | "no" | "off" | "n" | "0", _) => format!("write `{name}: false`"),
            _ => "write `true` or `false`, without quotes".into(),
        };
        let problem = reader.wrong(node, name, "`true` or `false`").label("neither of the two").help(help);
        reader.report(problem);
        None
    }

    fn schema() -> serde_json::Value {
        json!({"type": "boolean"})
    }
}

/// A whole number within bounds.
pub(in crate::audit) struct Whole<const MIN: i64, const MAX: i64>;

impl<const MIN: i64, const MAX: i64> Shape for Whole<MIN, MAX> {
    type Out = i64;
    const EXAMPLE: &'static str = "4";
    const FORM: &'static str = "A whole number.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<i64> {
        let number = decimal(node, name, "a whole number", Self::EXAMPLE, reader)?;
        if number.fract() != 0.0 {
            reader.bad(
                Code::BadValue,
                node,
                format!("`{name}` needs a whole number, not `{}`", reader.source(&node.span)),
                format!("write it without a fraction: `{name}: {}`", number.trunc()),
            );
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "numbers have at most 15 digits")]
        let whole = number as i64;
        if (MIN..=MAX).contains(&whole) {
            return Some(whole);
        }
        let bounds = if MAX == i64::MAX { format!("{MIN} or more") } else { format!("from {MIN} to {MAX}") };
        reader.bad(Code::BadValue, node, format!("`{name}` cannot be {whole}"), format!("write a whole number, {bounds}"));
        None
    }

    fn schema() -> serde_json::Value {
        if MAX == i64::MAX {
            json!({"type": "integer", "minimum": MIN})
        } else {
            json!({"type": "integer", "minimum": MIN, "maximum": MAX})
        }
    }
}

/// A number that is not negative.
pub(in crate::audit) struct Amount;

impl Shape for Amount {
    type Out = f64;
    const EXAMPLE: &'static str = "1200";
    const FORM: &'static str = "A number, in digits alone.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<f64> {
        let number = decimal(node, name, "a number", Self::EXAMPLE, reader)?;
        if number < 0.0 {
            reader.bad(Code::BadValue, node, format!("`{name}` cannot be less than 0"), "write a number that is 0 or more");
            return None;
        }
        Some(number)
    }

    fn schema() -> serde_json::Value {
        json!({"type": "number", "minimum": 0})
    }
}

/// A share, from 0 to 1.
pub(in crate::audit) struct Share;

impl Shape for Share {
    type Out = f64;
    const EXAMPLE: &'static str = "0.25";
    const FORM: &'static str = "A share from 0 to 1: a quarter is `0.25`.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<f64> {
        let percent = match &node.value {
            Value::Scalar(scalar) => scalar.text.strip_suffix('%').and_then(|number| number.trim_end().parse::<f64>().ok()),
            _ => None,
        };
        let number = match percent {
            Some(percent) => percent,
            None => decimal(node, name, "a share from 0 to 1", Self::EXAMPLE, reader)?,
        };
        if percent.is_none() && (0.0..=1.0).contains(&number) {
            return Some(number);
        }
        let help = if (0.0..=100.0).contains(&number) {
            format!("a share of {number} % is written `{name}: {}`", number / 100.0)
        } else {
            format!("write a number from 0 to 1, such as `{name}: 0.25` for 25 %")
        };
        reader.bad(Code::BadValue, node, format!("`{name}` needs a share from 0 to 1"), help);
        None
    }

    fn schema() -> serde_json::Value {
        json!({"type": "number", "minimum": 0, "maximum": 1})
    }
}

/// A plain decimal number of at most 15 digits.
fn decimal(node: &Node, name: &str, wanted: &str, example: &str, reader: &mut Reader<'_>) -> Option<f64> {
    let text = reader.scalar(node, name, wanted, example)?;
    let plain = matches!(&node.value, Value::Scalar(scalar) if scalar.plain);
    let digits = text.strip_prefix('-').unwrap_or(text);
    if plain && is_decimal(digits) {
        return text.parse().ok();
    }
    let (code, help) = if !plain && is_decimal(digits) {
        (Code::WrongType, format!("take the quotes away: `{name}: {text}`"))
    } else if let Some(number) = without_grouping(digits) {
        (Code::BadValue, format!("write it in digits alone: `{name}: {number}`"))
    } else if let Some(number) = only_number(text) {
        (Code::WrongType, format!("write the number alone: `{name}: {number}`"))
    } else if text == "?" {
        (Code::WrongType, UNKNOWN.to_owned())
    } else {
        (Code::WrongType, format!("write it in digits, with a point before a fraction: `{name}: {example}`"))
    };
    let mut problem = reader.wrong(node, name, wanted).label("not a plain number").help(help);
    problem.code = code;
    reader.report(problem);
    None
}

fn is_decimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0')) && text.len() <= 16
}

/// `1,200`, `1 200`, `1_200`, `$1,200.50` and `007` as a plain number.
fn without_grouping(text: &str) -> Option<String> {
    let bare = text.trim_matches(|c: char| matches!(c, '$' | '€' | '£' | '+') || c.is_whitespace());
    let joined: String = bare.chars().filter(|c| !matches!(c, ',' | ' ' | '_' | '\'' | '\u{a0}' | '\u{202f}')).collect();
    let number = joined.trim_start_matches('0');
    let number = if number.is_empty() || number.starts_with('.') { format!("0{number}") } else { number.to_owned() };
    is_decimal(&number).then_some(number)
}

/// The only number in a text, as in `about 120` and `~1,200 calls`; none in `10 to 20`.
fn only_number(text: &str) -> Option<String> {
    let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let mut numbers = text.split(|c| !part(c)).map(|number| number.trim_matches(['.', ','])).filter(|number| !number.is_empty());
    let (only, more) = (numbers.next()?, numbers.next());
    let (before, behind) = text.split_once(only)?;
    let apart = !before.ends_with(|c: char| c.is_alphanumeric() || c == '-')
        && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '%');
    if more.is_some() || !apart { None } else { without_grouping(only) }
}

/// The version of the format: 1.
pub(in crate::audit) struct FormatVersion;

impl Shape for FormatVersion {
    type Out = ();
    const EXAMPLE: &'static str = "1";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<()> {
        let text = reader.scalar(node, name, "the version of the format, which is 1", Self::EXAMPLE)?;
        if text == "1" && matches!(&node.value, Value::Scalar(scalar) if scalar.plain) {
            return Some(());
        }
        reader.bad(Code::BadValue, node, format!("there is no format {}", reader.source(&node.span).trim()), "write `format: 1`");
        None
    }

    fn schema() -> serde_json::Value {
        json!({"const": 1})
    }
}

/// The language of the site's own words: `en`.
impl Shape for Language {
    type Out = Language;
    const EXAMPLE: &'static str = "en";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Language> {
        let text = reader.scalar(node, name, "a language", Self::EXAMPLE)?;
        let language = Language::from_id(text);
        if language.is_some() {
            return language;
        }
        let problem = Diagnostic::new(
            Code::BadValue,
            reader.head(node),
            format!("the site does not speak `{}`", super::reader::shortened(text)),
        )
        .help("write `en` (English) or `de` (German); your own texts may be in any language");
        reader.report(problem);
        None
    }

    fn schema() -> serde_json::Value {
        json!({"enum": Language::ALL.map(Language::id)})
    }
}

/// A currency by its three letters.
pub(in crate::audit) struct Currency;

impl Shape for Currency {
    type Out = String;
    const EXAMPLE: &'static str = "USD";
    const FORM: &'static str = "Three capital letters.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<String> {
        let text = reader.scalar(node, name, "a currency", Self::EXAMPLE)?;
        if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Some(text.to_owned());
        }
        let proposal = match text.trim() {
            "$" => "USD".to_owned(),
            "€" => "EUR".to_owned(),
            "£" => "GBP".to_owned(),
            letters if letters.len() == 3 && letters.bytes().all(|byte| byte.is_ascii_alphabetic()) => letters.to_uppercase(),
            _ => "USD".to_owned(),
        };
        reader.bad(
            Code::BadValue,
            node,
            format!("`{}` is not the code of a currency", super::reader::shortened(text)),
            format!("write its three capital letters: `{name}: {proposal}`"),
        );
        None
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string", "pattern": "^[A-Z]{3}$"})
    }
}
