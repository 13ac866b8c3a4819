//! Accent colours: written as `"#rrggbb"`, and light or dark enough to be read.

use color::{AlphaColor, Srgb, parse_color};
use serde_json::json;

use super::reader::shortened;
use super::{Reader, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::palette::{self, READABLE, Scheme};
use crate::yaml::Node;

/// A colour for text and marks on light pages.
pub(in crate::audit) struct AccentOnLight;

/// A colour for text and marks on dark pages.
pub(in crate::audit) struct AccentOnDark;

macro_rules! accents {
    ($($shape:ident, $scheme:expr, $example:literal;)+) => {$(
        impl Shape for $shape {
            type Out = String;
            const EXAMPLE: &'static str = $example;
            const FORM: &'static str = "`#` and six digits or letters from a to f, in quotes.";

            fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<String> {
                let text = reader.scalar(node, name, "a colour", $example)?.trim();
                let Some(colour) = meant(text).filter(|colour| colour.eq_ignore_ascii_case(text)) else {
                    let problem = malformed(node, name, text, $example, reader);
                    reader.report(problem);
                    return None;
                };
                if let Some(problem) = hard_to_read(node, name, &colour, $scheme, reader) {
                    reader.report(problem);
                    return None;
                }
                Some(colour)
            }

            fn schema() -> serde_json::Value {
                json!({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"})
            }
        }
    )+};
}

accents! {
    AccentOnLight, Scheme::Light, "\"#14697a\"";
    AccentOnDark, Scheme::Dark, "\"#5fc0d1\"";
}

/// The colour `#rrggbb` that a text most likely means: CSS in any of its ways, and digits that lost their `#`.
fn meant(text: &str) -> Option<String> {
    let digits = matches!(text.len(), 3 | 6) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let colour = if digits { parse_color(&format!("#{text}")) } else { parse_color(text) };
    let colour: AlphaColor<Srgb> = colour.ok()?.to_alpha_color();
    let (solid, alpha) = colour.split();
    let bytes = solid.to_rgba8();
    (alpha >= 1.0).then(|| format!("#{:02x}{:02x}{:02x}", bytes.r, bytes.g, bytes.b))
}

fn malformed(node: &Node, name: &str, text: &str, example: &str, reader: &Reader<'_>) -> Diagnostic {
    let message = format!("`{name}` cannot be `{}`", shortened(text));
    let problem = Diagnostic::new(Code::BadValue, reader.head(node), message);
    let problem = match meant(text) {
        Some(colour) => problem.label(format!("did you mean `\"{colour}\"`?")),
        None => problem.label("this is no colour that can be used"),
    };
    problem.help(format!("write `#` and six digits or letters from a to f, in quotes: `{name}: {example}`"))
}

/// Says that a colour is too near to its ground, and which one is the nearest that is not.
fn hard_to_read(node: &Node, name: &str, colour: &str, scheme: Scheme, reader: &Reader<'_>) -> Option<Diagnostic> {
    let (ground, ratio) = palette::unreadable(colour, scheme)?;
    let (behind, scheme_name) = (
        match ground {
            "page" => "the page",
            "surface" => "the head of the page",
            _ => "shaded parts of the page",
        },
        scheme.id(),
    );
    // never shown as the number that would be enough
    let shown = (ratio * 100.0).floor() / 100.0;
    let way = match scheme {
        Scheme::Light => "darker",
        Scheme::Dark => "lighter",
    };
    let message = format!("`{name}` can hardly be read on {scheme_name} pages");
    let problem = Diagnostic::new(Code::LowContrast, reader.head(node), message)
        .label(format!("its contrast with {behind} is {shown}, and text needs {READABLE}"))
        .help(format!(
            "the nearest colour that can be read is a {way} shade of it: `{name}: \"{}\"`",
            palette::nearest(colour, scheme)
        ));
    // a colour made for the other scheme is most likely in the wrong field
    let other = if scheme == Scheme::Light { Scheme::Dark } else { Scheme::Light };
    Some(match palette::unreadable(colour, other) {
        None => problem.help(format!(
            "on {} pages it can be read as it is: write it as `{}`, and the one for {scheme_name} pages is made of it",
            other.id(),
            if scheme == Scheme::Light { "accent_dark" } else { "accent" },
        )),
        Some(_) => problem,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_understood_however_they_are_written() {
        for (text, colour) in [
            ("#14697A", Some("#14697a")),
            ("14697a", Some("#14697a")),
            ("#abc", Some("#aabbcc")),
            ("teal", Some("#008080")),
            ("rgb(20, 105, 122)", Some("#14697a")),
            ("#14697a80", None),
            ("transparent", None),
            ("our blue", None),
            ("", None),
        ] {
            assert_eq!(meant(text).as_deref(), colour, "{text}");
        }
    }
}
