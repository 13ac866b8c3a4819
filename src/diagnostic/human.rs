//! Diagnostics as an auditor reads them in a terminal: the line, what is wrong in it, and how to mend it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use super::position::{Position, Positions};
use super::todo;
use super::{Code, Diagnostic, Place, Severity, Sources};

/// Columns of a line that are shown: fixed, so that the same files give the same text everywhere.
const WIDTH: usize = 120;
/// How far apart two places may lie to be shown in one window of lines.
const WINDOW: usize = 12;

/// Shows each diagnostic with its line of the file, a blank line behind each; then one list of what is still `TODO`.
///
/// `colour` adds escape sequences for a terminal; those in the files are made harmless either way.
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut positions = Positions::new(sources);
    let mut out = String::new();
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Todo) {
        let _task = positions.telling(diagnostic.place);
        out.push_str(&renderer.render(&[group(diagnostic, &mut positions)]));
        out.push_str("\n\n");
    }
    todo::list(diagnostics, &mut positions, colour, &mut out);
    out
}

/// From this many errors on, the first of them have scrolled away when the last is shown.
const MANY: usize = 5;

/// The closing lines: how much is wrong, where to begin, and where to read more.
pub fn summary(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let Counts { errors, warnings, todos, files } = Counts::of(diagnostics);
    let kinds: Vec<String> = [(errors, "error"), (warnings, "warning")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| counted(count, noun))
        .chain((todos > 0).then(|| format!("{todos} still to do")))
        .collect();
    if kinds.is_empty() {
        return "no problems\n".into();
    }
    let mut out = format!("{} in {}\n", kinds.join(", "), counted(files, "file"));
    let wrong = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let first = wrong.clone().next();
    if let Some(first) = first.filter(|_| errors >= MANY) {
        let ready = wrong.filter(|diagnostic| diagnostic.ready).count();
        out.push_str(&beginning(first, (ready, errors), &mut Positions::new(sources)));
    }
    let code = first.map(|diagnostic| diagnostic.code).or((todos > 0).then_some(Code::Todo));
    if let Some(code) = code {
        out.push_str(&format!("`handoff-audit explain CODE` tells more: `handoff-audit explain {}`\n", code.id()));
    }
    out
}

/// How much is wrong.
pub(crate) struct Counts {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    /// Parts of files in which something is still `TODO`.
    pub(crate) todos: usize,
    /// In how many files.
    pub(crate) files: usize,
}

impl Counts {
    pub(crate) fn of(diagnostics: &[Diagnostic]) -> Self {
        let of = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        let files: BTreeSet<_> = diagnostics.iter().map(|diagnostic| diagnostic.place.file).collect();
        Counts { errors: of(Severity::Error), warnings: of(Severity::Warning), todos: of(Severity::Todo), files: files.len() }
    }
}

/// Where to begin with many errors, and how much of the work is done by copying.
fn beginning(first: &Diagnostic, (ready, errors): (usize, usize), positions: &mut Positions<'_>) -> String {
    let path = harmless(positions.path(first.place.file));
    let place = match positions.bytes(first.place) {
        Some(_) => format!("{path}, line {}", positions.line(first.place.file, first.place.start) + 1),
        None => path,
    };
    let copied = match ready {
        0 => String::new(),
        ready => format!("; {ready} of {errors} errors can be mended by copying what is proposed"),
    };
    format!("Begin with {place}{copied}\n")
}

/// A number with its noun: `1 audit`, `3 audits`.
pub fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// One diagnostic with its window of lines.
fn group<'s>(diagnostic: &'s Diagnostic, positions: &mut Positions<'s>) -> Group<'s> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Todo => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(harmless(&diagnostic.message)).id(diagnostic.code.id()));
    let primary = Mark { place: diagnostic.place, label: &diagnostic.label, kind: AnnotationKind::Primary };
    let second = diagnostic.second.as_ref().map(|(place, label)| Mark { place: *place, label, kind: AnnotationKind::Context });
    match second {
        Some(second) if near(&primary, &second, positions) => {
            group = group.element(window(&[primary, second], positions));
        }
        Some(second) => {
            for mark in [primary, second] {
                group = element(group, mark, positions);
            }
        }
        None => group = element(group, primary, positions),
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(harmless(help)));
    }
    group
}

/// A place to underline.
struct Mark<'s> {
    place: Place,
    label: &'s str,
    kind: AnnotationKind,
}

/// Adds the lines of a mark, or the path alone where it speaks of the whole file.
fn element<'s>(group: Group<'s>, mark: Mark<'s>, positions: &mut Positions<'s>) -> Group<'s> {
    if let Some(bytes) = positions.bytes(mark.place) {
        if !positions.on_long_line(mark.place) {
            return group.element(window(&[mark], positions));
        }
        let Position { line, column } = positions.of(mark.place.file, bytes.start);
        let origin = Origin::path(harmless(positions.path(mark.place.file))).line(line).char_column(column);
        let label = if mark.label.is_empty() { String::new() } else { format!(": {}", mark.label) };
        let shown = format!("`{}`{label}", positions.excerpt(mark.place.file, bytes));
        return group.element(origin).element(Level::NOTE.message(harmless(&shown)));
    }
    let group = group.element(Origin::path(harmless(positions.path(mark.place.file))));
    if mark.label.is_empty() { group } else { group.element(Level::NOTE.message(harmless(mark.label))) }
}

/// Whether two marks fit in one window of lines.
fn near(a: &Mark<'_>, b: &Mark<'_>, positions: &mut Positions<'_>) -> bool {
    let file = a.place.file;
    let (Some(first), Some(second)) = (positions.bytes(a.place), positions.bytes(b.place)) else { return false };
    file == b.place.file
        && !positions.on_long_line(a.place)
        && !positions.on_long_line(b.place)
        && positions.line(file, first.start).abs_diff(positions.line(file, second.start)) <= WINDOW
}

/// The lines around marks of the same file; a place of several lines is underlined on its first alone.
fn window<'s>(marks: &[Mark<'s>], positions: &mut Positions<'s>) -> Snippet<'s, Annotation<'s>> {
    let file = marks[0].place.file;
    let bytes: Vec<_> = marks.iter().map(|mark| positions.bytes(mark.place).unwrap_or(0..0)).collect();
    let lines: Vec<_> = bytes.iter().map(|bytes| positions.line(file, bytes.start)).collect();
    let (first, last) = lines.iter().fold((usize::MAX, 0), |(first, last), line| (first.min(*line), last.max(*line)));
    let (from, to) = (positions.line_bytes(file, first).start, positions.line_bytes(file, last).end);
    let annotations: Vec<_> = marks
        .iter()
        .zip(&bytes)
        .zip(&lines)
        .map(|((mark, bytes), line)| {
            let line = positions.line_bytes(file, *line);
            let start = bytes.start.clamp(line.start, line.end);
            let end = bytes.end.clamp(start, line.end);
            let label = (!mark.label.is_empty()).then(|| harmless(mark.label));
            mark.kind.span(start - from..end - from).label(label)
        })
        .collect();
    Snippet::source(without_c1(&positions.text(file)[from..to]))
        .path(harmless(positions.path(file)))
        .line_start(first + 1)
        .annotations(annotations)
}

/// Whether a character turns the direction in which the text around it is shown.
pub(crate) const fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text that stays on its line and does nothing to a terminal, whatever an auditor's words in it hold.
pub fn harmless(text: &str) -> String {
    normalize_untrusted_str(&without_c1(text).replace(['\n', '\r'], " "))
}

/// The text with a dot of the same length for each control character that the renderer lets through.
fn without_c1(text: &str) -> Cow<'_, str> {
    const C1: std::ops::RangeInclusive<char> = '\u{80}'..='\u{9f}';
    if text.chars().any(|c| C1.contains(&c)) { text.replace(|c| C1.contains(&c), "\u{b7}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::super::{SourceFile, sort};
    use super::*;

    fn sources() -> Sources {
        let mut sources = Sources::default();
        let text = "\u{feff}title: Phone\r\nvolume: {leads: many}\r\nn\u{f6}te: \u{1b}[31m\u{202e}red\u{9b}\n".to_owned();
        sources.add(SourceFile { path: "audits/a/phone.yml".into(), text });
        sources.add(SourceFile { path: "audits/b".into(), text: String::new() });
        sources
    }

    fn at(sources: &Sources, file: usize, text: &str) -> Place {
        let (file, source) = sources.iter().nth(file).expect("a file");
        let start = source.text.find(text).expect("the text");
        Place { file, start, end: start + text.len() }
    }

    #[test]
    fn a_diagnostic_shows_line_words_and_mend() {
        let sources = sources();
        let diagnostic = Diagnostic::new(Code::WrongType, at(&sources, 0, "many"), "`leads` has to be a number")
            .label("a text")
            .second(at(&sources, 0, "title"), "of this channel")
            .help("write the number of leads")
            .help("or leave `volume` out");
        assert_eq!(
            render(&[diagnostic], &sources, false),
            "\
error[wrong-type]: `leads` has to be a number
 --> audits/a/phone.yml:2:17
  |
1 | title: Phone
  | ----- of this channel
2 | volume: {leads: many}
  |                 ^^^^ a text
  |
  = help: write the number of leads
  = help: or leave `volume` out

"
        );
    }

    #[test]
    fn a_folder_is_shown_by_its_path() {
        let sources = sources();
        let diagnostic = Diagnostic::new(Code::NoAudits, at(&sources, 1, ""), "there is no audit here").help("write one");
        assert_eq!(
            render(&[diagnostic], &sources, false),
            "error[no-audits]: there is no audit here\n--> audits/b\n = help: write one\n\n"
        );
    }

    #[test]
    fn what_stands_in_a_file_cannot_speak_to_the_terminal() {
        let sources = sources();
        let diagnostic = Diagnostic::new(Code::BadValue, at(&sources, 0, "red"), "this \u{1b}[31m\nis \u{202e}\u{9b}red")
            .label("\u{1b}[1m")
            .help("\u{1b}[2m\u{202e}");
        let shown = render(&[diagnostic], &sources, false);
        assert!(shown.contains("phone.yml:3:13"), "{shown}");
        assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{shown:?}");
    }

    #[test]
    fn colour_changes_nothing_but_colour() {
        let sources = sources();
        let diagnostics = [Diagnostic::new(Code::NoVolume, at(&sources, 0, "Phone"), "no volume").label("x")];
        let shown = render(&diagnostics, &sources, true);
        assert!(shown.contains('\u{1b}'));
        assert_eq!(anstream::adapter::strip_str(&shown).to_string(), render(&diagnostics, &sources, false));
    }

    #[test]
    fn any_place_can_be_shown() {
        let sources = sources();
        let (file, source) = sources.iter().next().expect("a file");
        for start in 0..source.text.len() + 2 {
            for end in [0, start, start + 1, start + 30] {
                let place = Place { file, start, end };
                let diagnostic = Diagnostic::new(Code::Syntax, place, "x").label("y").second(place, "z");
                assert!(render(&[diagnostic], &sources, false).contains("--> audits/a/phone.yml"));
            }
        }
    }

    #[test]
    fn the_summary_counts() {
        let sources = sources();
        let (a, b) = (at(&sources, 0, "many"), at(&sources, 1, ""));
        let error = |place| Diagnostic::new(Code::BadTime, place, "x");
        let warning = |place| Diagnostic::new(Code::NoVolume, place, "x");
        let more = "\n`handoff-audit explain CODE` tells more: `handoff-audit explain bad-time`";
        for (diagnostics, expected) in [
            (vec![], "no problems".to_owned()),
            (vec![warning(a)], "1 warning in 1 file".to_owned()),
            (vec![error(a)], format!("1 error in 1 file{more}")),
            (vec![warning(a), error(a), error(b)], format!("2 errors, 1 warning in 2 files{more}")),
            (
                vec![warning(a), error(a), error(a).mend("y"), error(a).meant("z"), error(b), error(b)],
                format!(
                    "5 errors, 1 warning in 2 files\nBegin with audits/a/phone.yml, line 2; 2 of 5 errors can be mended by copying \
                     what is proposed{more}"
                ),
            ),
            (vec![error(b); 5], format!("5 errors in 1 file\nBegin with audits/b{more}")),
        ] {
            assert_eq!(summary(&diagnostics, &sources), format!("{expected}\n"));
        }
    }

    #[test]
    fn sorting_goes_by_path_and_place_and_drops_duplicates() {
        let sources = sources();
        let (late, early, other) = (at(&sources, 0, "many"), at(&sources, 0, "title"), at(&sources, 1, ""));
        let new = |code, place| Diagnostic::new(code, place, "x");
        let mut diagnostics = vec![
            new(Code::NoAudits, other),
            new(Code::BadTime, late),
            new(Code::Syntax, late),
            new(Code::BadTime, late),
            new(Code::Limits, early),
        ];
        sort(&mut diagnostics, &sources);
        let codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [Code::Limits, Code::Syntax, Code::BadTime, Code::NoAudits]);
    }

    #[test]
    fn a_long_line_is_shown_in_part() {
        let mut sources = Sources::default();
        let text = format!("{}wnats: x{}\n", "é".repeat(8_000), " ".repeat(8_000));
        let file = sources.add(SourceFile { path: "a.yml".into(), text });
        let place = Place { file, start: 16_000, end: 16_005 };
        let problem = Diagnostic::new(Code::UnknownField, place, "`wnats` is not a field").label("did you mean `wants`?");
        let shown = render(&[problem], &sources, false);
        assert!(shown.contains("--> a.yml:1:8001"), "{shown}");
        assert!(shown.contains("éwnats: x") && shown.contains("did you mean"), "{shown}");
        assert!(shown.len() < 300, "{shown}");
    }
}
