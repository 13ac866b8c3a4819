//! Every mistake that stops the parser, in the words of somebody who has never heard of a parser.

mod block;
mod flow;
mod quotes;

use std::ops::Range;

use granit_parser::ErrorKind;

pub(super) use self::flow::closing_bracket;

use super::fault::{Damage, Fault, Site, Told};
use super::hints::{UNKNOWN, Within, quote_advice, text_extent};
use super::tree::MAX_DEPTH;

/// The mistake at a place where the parser stopped.
pub(super) fn fault(site: &Site<'_>) -> Fault {
    if let Some(tab) = block::tab_line(site) {
        return block::tabs(site, tab);
    }
    if let Some(fault) = block::no_colon_before_bracket(site) {
        return fault;
    }
    if let Some(bracket) = flow::forgotten(site) {
        return flow::never_closed(site, bracket);
    }
    match site.kind {
        ErrorKind::RecursionLimitExceeded => too_deep(site),
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => quotes::unbalanced(site),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => quotes::escape(site),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => flow::mismatched(site, *open, *close),
        ErrorKind::UnclosedFlowCollection { .. } => flow::unclosed(site),
        ErrorKind::MisplacedFlowCollectionEnd => flow::stray_bracket(site),
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::InvalidBlockScalarHeader
        | ErrorKind::ZeroBlockScalarIndent
        | ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::ExpectedTagBang
        | ErrorKind::InvalidGlobalTagCharacter
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidTagEscape
        | ErrorKind::InvalidTagUtf8LeadingByte
        | ErrorKind::InvalidTagUtf8TrailingByte
        | ErrorKind::InvalidTagUtf8
        | ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidBlockEntryWhitespace
        | ErrorKind::PlainScalarStartsWithDashFlowIndicator
        | ErrorKind::UnexpectedEndOfPlainScalar
        | ErrorKind::MappingKeyNotAllowed => special_start(site),
        ErrorKind::DuplicateVersionDirective
        | ErrorKind::UnsupportedYamlMajorVersion
        | ErrorKind::DuplicateTagDirective
        | ErrorKind::MissingDocumentEndBeforeDirective
        | ErrorKind::ExpectedTagDirectiveBang
        | ErrorKind::InvalidDirectiveTerminator
        | ErrorKind::DirectiveDisallowed
        | ErrorKind::MissingYamlVersionSeparator
        | ErrorKind::MissingDirectiveName
        | ErrorKind::InvalidDirectiveName
        | ErrorKind::DirectiveByteLimitExceeded { .. }
        | ErrorKind::TooManyReservedDirectiveParams { .. }
        | ErrorKind::YamlVersionTooLong
        | ErrorKind::MissingYamlVersion
        | ErrorKind::InvalidTagDirectiveTerminator => directive(site),
        ErrorKind::CommentNotSeparated => comment(site),
        _ if site.within() != Within::Block => flow::separator(site),
        _ => block::structure(site),
    }
}

/// A fault of a value at `start`, underlined at `place`.
fn spoilt_value(site: &Site<'_>, start: usize, place: Range<usize>, message: impl Into<String>, label: &str) -> Fault {
    let told = Told { place: place.clone(), message: message.into(), label: label.into(), ..Told::default() };
    Fault { start, end: site.at.max(place.end), damage: Damage::Value, told }
}

impl Fault {
    fn help(mut self, help: impl Into<String>) -> Self {
        self.told.help.push(help.into());
        self
    }

    fn second(mut self, range: Range<usize>, label: impl Into<String>) -> Self {
        self.told.second = Some((range, label.into()));
        self
    }

    fn damage(mut self, damage: Damage) -> Self {
        self.damage = damage;
        self
    }
}

/// A text whose first character means something to YAML.
fn special_start(site: &Site<'_>) -> Fault {
    let start = if site.text[site.at..].starts_with(char::is_whitespace) { site.token } else { site.at };
    let Some(first) = site.text[start..].chars().next() else { return block::structure(site) };
    if first.is_alphanumeric() || matches!(first, '"' | '\'') {
        return block::structure(site);
    }
    if first == '%' && site.lines.column(site.text, start) == 0 {
        return directive(site);
    }
    special_text(site, start)
}

/// A text at `start` whose first character means something to YAML.
fn special_text(site: &Site<'_>, start: usize) -> Fault {
    let text = text_extent(site.text, start, site.within());
    let first = site.text[start..].chars().next().unwrap_or(' ');
    let sign = if first == '-' { "- ".to_owned() } else { first.to_string() };
    let message = match first {
        '`' => "a text cannot begin with a backtick".to_owned(),
        _ => format!("a text cannot begin with `{}`", sign.trim_end()),
    };
    let label = format!("{} has a meaning of its own in YAML", if first == '`' { "it" } else { "this sign" });
    let place = start..start + first.len_utf8();
    let fault = spoilt_value(site, start, place, message, &label);
    let fault = match text.is_empty() {
        true => fault.help("delete it, or put the text in quotes"),
        false if &site.text[text.clone()] == "?" => fault.help(UNKNOWN),
        false => fault.help(quote_advice(site.text, text)),
    };
    match first {
        '|' | '>' => fault.help(format!("or, for a text of several lines, write nothing behind the `{first}`")),
        _ => fault,
    }
}

/// Something in the value that begins at `start` cannot be read.
fn in_value(site: &Site<'_>, start: usize) -> Fault {
    if site.text[start..].starts_with(|c: char| "*&!|>@`%,?-".contains(c)) {
        return special_text(site, start);
    }
    let text = text_extent(site.text, start, site.within());
    let place = site.at.min(text.end)..text.end;
    spoilt_value(site, start, place, "the text goes on where its value has ended", "unclear from here on")
        .help(quote_advice(site.text, text))
}

/// A line that begins with `%`.
fn directive(site: &Site<'_>) -> Fault {
    let line = site.lines.range(site.lines.of(site.at));
    let place = text_extent(site.text, line.start, Within::Block);
    spoilt_value(
        site,
        line.start,
        place.clone(),
        "a line cannot begin with `%`",
        "a note to YAML itself, which is not understood",
    )
    .help("delete this line, or put the text in quotes")
    .damage(Damage::Stray(place))
}

/// `"text"# comment`.
fn comment(site: &Site<'_>) -> Fault {
    let place = text_extent(site.text, site.at, Within::Block);
    spoilt_value(site, site.token.min(site.at), place, "a comment needs a space before its `#`", "write a space before this `#`")
        .help("or put the whole text in quotes if the `#` belongs to it")
}

/// Lists and maps too deep in each other.
fn too_deep(site: &Site<'_>) -> Fault {
    let message = format!("lists and maps lie in each other more than {MAX_DEPTH} deep");
    let place = site.at..text_extent(site.text, site.at, Within::Block).end.min(site.at + 1);
    let mut fault = spoilt_value(site, site.at, place, message, "too deep from here on")
        .help("an audit needs six levels at most: look for an opening bracket that is never closed");
    fault.told.limit = true;
    fault
}
