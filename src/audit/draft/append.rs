//! A new lead at the end of a channel's leads: nothing that stands in the file is touched.

use std::ops::Range;

use super::lead::{self, Layout, TODO};
use crate::audit::raw::ChannelFile;
use crate::audit::read::FileReader;
use crate::diagnostic::{Code, Diagnostic, FileId, Severity, SourceFile, Sources};
use crate::yaml::{self, Entry, Node, Value};

/// A lead to add; what is not given is `TODO`, or left out where it need not be there.
#[derive(Clone, Debug, Default)]
pub struct NewLead {
    /// Its pseudonym.
    pub id: String,
    /// When it arrived, as it is written.
    pub arrived: Option<String>,
    /// What the buyer wants.
    pub wants: Option<String>,
    /// What the auditor notes.
    pub note: Option<String>,
    /// What somebody told the auditor.
    pub staff_says: Option<String>,
    /// Whether the auditor planted it.
    pub test: bool,
}

/// The text of a channel's file with a lead more; else why it cannot be added, and how to mend it.
///
/// `others` are ids that other channels of the audit have.
///
/// # Errors
/// Why, and how to mend it.
pub fn append(text: &str, lead: &NewLead, others: &[String]) -> Result<String, String> {
    let before = read(text);
    if let Some(problem) = before.problems.iter().find(|problem| is_syntax(problem)) {
        return Err(format!("the file is not sound YAML: {}, line {}; mend this first", problem.message, line(text, problem)));
    }
    if let Some(taken) = lead_ids(text).iter().chain(others).find(|taken| taken.eq_ignore_ascii_case(&lead.id)) {
        return Err(format!("the audit has a lead `{taken}` already; upper and lower case make no difference"));
    }
    let Value::Map(entries) = &before.root.value else {
        return Err("the file is no channel: fields such as `title`, `kind` and `leads` are expected in it".into());
    };
    let Some(leads) = entries.iter().find(|entry| entry.key == "leads") else {
        return Err("there is no `leads:` in the file; write a line `leads:` at its end, and run this again".into());
    };
    let spot = spot(text, leads)?;
    let fields = fields(lead);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let added = spot.wrapped(text, &lead::lines(&fields, spot.layout));
    let after = format!("{}{added}{}", &text[..spot.at], &text[spot.at..]);
    verify(&before, &after, spot.at..spot.at + added.len())?;
    Ok(after)
}

/// The ids of the leads in a channel's file, those that were excluded among them.
pub fn lead_ids(text: &str) -> Vec<String> {
    let root = read(text).root;
    let lists = [field(&root, "leads"), field(&root, "sample").and_then(|sample| field(sample, "excluded"))];
    let items =
        lists.into_iter().flatten().filter_map(|list| if let Value::List(items) = &list.value { Some(items) } else { None });
    let id = |item: &Node| match &field(item, "id")?.value {
        Value::Scalar(scalar) => Some(scalar.text.clone()),
        _ => None,
    };
    items.flatten().filter_map(id).collect()
}

fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Value::Map(entries) = &node.value else { return None };
    entries.iter().find(|entry| entry.key == name).map(|entry| &entry.value)
}

/// A file as it is read: its tree, `TODO`s in it, and what is wrong with it as a channel.
struct Read {
    root: Node,
    problems: Vec<Diagnostic>,
}

fn read(text: &str) -> Read {
    let (file, sources) = alone(text);
    Read { root: yaml::parse(file, text).root, problems: problems(file, &sources) }
}

/// A text as the only file.
fn alone(text: &str) -> (FileId, Sources) {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile { path: "channel.yml".into(), text: text.to_owned() });
    (file, sources)
}

fn problems(file: FileId, sources: &Sources) -> Vec<Diagnostic> {
    let mut reader = FileReader::new(file, sources);
    reader.values.read_file::<ChannelFile>(&reader.root, reader.name, &ChannelFile::SPEC);
    reader.into_problems()
}

/// Whether a problem leaves in doubt what stands where.
fn is_syntax(problem: &Diagnostic) -> bool {
    matches!(problem.code, Code::Syntax | Code::Limits | Code::DuplicateKey)
}

fn line(text: &str, problem: &Diagnostic) -> usize {
    text[..problem.place.start].matches('\n').count() + 1
}

/// Where the lead belongs, and how.
struct Spot {
    at: usize,
    layout: Layout,
    /// Whether an empty line stands before it.
    gap: bool,
}

fn spot(text: &str, leads: &Entry) -> Result<Spot, String> {
    match &leads.value.value {
        Value::Null => {
            let layout = Layout { dash: 2, key: 4 };
            Ok(Spot { at: line_end(text, leads.key_span.end), layout, gap: false })
        }
        Value::List(items) => match items.last() {
            None => Err("the list of leads is written as `[]`; write `leads:` alone in its place, and run this again".into()),
            Some(_) if text[leads.value.span.start..].starts_with('[') => Err(
                "the leads stand in brackets; write each on lines of its own that begin with `- `, without `[`, `]` and the commas between them"
                    .into(),
            ),
            Some(last) => behind(text, items, last),
        },
        Value::Scalar(scalar) if scalar.plain && scalar.text == TODO => {
            Err("`leads` is still `TODO`; write `leads:` alone in its place, and run this again".into())
        }
        _ => Err("`leads` is no list of leads; `handoff-audit check` says how to mend it".into()),
    }
}

/// Behind the last lead of a list, laid out as that one is.
fn behind(text: &str, items: &[Node], last: &Node) -> Result<Spot, String> {
    let unclear = || "the leads are laid out in a way in which none can be added safely; copy one by hand".to_owned();
    let (dash_at, dash) = dash(text, last).ok_or_else(unclear)?;
    let same_line = !text[dash_at..last.span.start].contains('\n');
    let braces = text[last.span.start..].starts_with(['{', '&', '*']);
    let key = if same_line && !braces { column(text, last.span.start) } else { dash + 2 };
    let mut at = line_end(text, content_end(text, &last.span));
    // notes that are set in below the lead belong to it
    while let Some(line) = text[at..].lines().next() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if !line.trim_start().starts_with('#') || indent <= dash {
            break;
        }
        at = line_end(text, at);
    }
    let apart = match items {
        [.., before, last] => {
            let between = &text[content_end(text, &before.span).min(last.span.start)..last.span.start];
            between.lines().skip(1).any(|line| line.trim().is_empty())
        }
        _ => text[last.span.clone()].trim_end().contains('\n'),
    };
    Ok(Spot { at, layout: Layout { dash, key }, gap: apart })
}

/// Where the `-` before an item stands, and in which column.
fn dash(text: &str, item: &Node) -> Option<(usize, usize)> {
    let mut end = item.span.start;
    loop {
        let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = text[start..end].trim_end();
        let bare = line.trim_start_matches(' ');
        if bare == "-" || bare.starts_with("- ") {
            return Some((start + line.len() - bare.len(), line.len() - bare.len()));
        }
        if !(bare.is_empty() || bare.starts_with('#')) || start == 0 {
            return None;
        }
        end = start - 1;
    }
}

/// In which column of its line a place stands.
fn column(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    text[start..at].chars().count()
}

/// Where what is written of a value ends; the span of a block of text reaches into the next line.
fn content_end(text: &str, span: &Range<usize>) -> usize {
    span.start + text[span.clone()].trim_end().len()
}

/// Behind the line break of the line on which a place stands.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |behind| at + behind + 1)
}

impl Spot {
    /// The lines as they are put in: with the file's line breaks, and without one at the end where the file has none.
    fn wrapped(&self, text: &str, lines: &[String]) -> String {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let gap = if self.gap { end } else { "" };
        let body = lines.join(end);
        let broken_off = !text[..self.at].ends_with('\n');
        if broken_off { format!("{end}{gap}{body}") } else { format!("{gap}{body}{end}") }
    }
}

/// What is said of the lead, as it is written.
fn fields(lead: &NewLead) -> Vec<(&'static str, String)> {
    let optional = |name, text: &Option<String>| text.as_deref().map(|text| (name, scalar(text)));
    let arrived = lead.arrived.as_deref().map_or_else(|| TODO.to_owned(), scalar);
    let said = [optional("wants", &lead.wants), optional("note", &lead.note), optional("staff_says", &lead.staff_says)];
    let test = lead.test.then(|| ("test", "true".to_owned()));
    [("id", scalar(&lead.id)), ("arrived", arrived)].into_iter().chain(said.into_iter().flatten()).chain(test).collect()
}

/// A text as a value behind its name: bare where that keeps it what it is, else in quotes.
fn scalar(text: &str) -> String {
    let line = format!("x: {text}");
    let parsed = yaml::parse(alone(&line).0, &line);
    let bare = match (&parsed.root.value, parsed.problems.is_empty()) {
        (Value::Map(entries), true) => match entries.as_slice() {
            [Entry { value: Node { value: Value::Scalar(scalar), .. }, .. }] => scalar.plain && scalar.text == text,
            _ => false,
        },
        _ => false,
    };
    // JSON's quoted texts are YAML's
    if bare { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

/// Whether the new text says what the old one said, and the lead more, and the lead is sound.
fn verify(before: &Read, after: &str, added: Range<usize>) -> Result<(), String> {
    let read = read(after);
    let wrong = |problem: &&Diagnostic| problem.severity == Severity::Error && added.contains(&problem.place.start);
    if let Some(problem) = read.problems.iter().find(wrong) {
        return Err(std::iter::once(&problem.message).chain(&problem.help).cloned().collect::<Vec<_>>().join("; "));
    }
    if read.problems.iter().any(is_syntax) || !is_one_lead_more(&before.root, &read.root) {
        return Err("the lead cannot be added without changing what stands around it; add it by hand".into());
    }
    Ok(())
}

fn is_one_lead_more(before: &Node, after: &Node) -> bool {
    let (Value::Map(before), Value::Map(after)) = (&before.value, &after.value) else { return false };
    before.len() == after.len()
        && before.iter().zip(after).all(|(old, new)| match (old.key.as_str(), &old.value.value, &new.value.value) {
            _ if old.key != new.key => false,
            ("leads", Value::Null, Value::List(leads)) => leads.len() == 1,
            ("leads", Value::List(old), Value::List(new)) => {
                new.len() == old.len() + 1 && old.iter().zip(new).all(|(old, new)| same(old, new))
            }
            _ => same(&old.value, &new.value),
        })
}

/// Whether two values say the same, wherever they stand.
fn same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Scalar(a), Value::Scalar(b)) => (&a.text, a.plain) == (&b.text, b.plain),
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.key == b.key && same(&a.value, &b.value))
        }
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_what_they_are() {
        for (text, written) in [
            ("Leaking tap", "Leaking tap"),
            ("2026-11-03 09:12", "2026-11-03 09:12"),
            ("P-01", "P-01"),
            ("Two calls: one missed", "\"Two calls: one missed\""),
            ("Unit #4", "\"Unit #4\""),
            ("#4", "\"#4\""),
            ("She said \"soon\"", "She said \"soon\""),
            ("\"soon\", she said", "\"\\\"soon\\\", she said\""),
            ("- no", "\"- no\""),
            ("{a}", "\"{a}\""),
            ("two\nlines", "\"two\\nlines\""),
            (" spaced ", "\" spaced \""),
            ("", "\"\""),
            ("null", "\"null\""),
            ("Größe?", "Größe?"),
        ] {
            assert_eq!(scalar(text), written);
        }
    }
}
