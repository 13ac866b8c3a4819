//! Personal data in attachments: a table is read cell by cell below its headings, any other text line by line.

use super::{Kind, find};
use crate::diagnostic::{Code, Diagnostic, Place, whole_characters};

/// Where an attachment names an e-mail address or a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::audit) struct Spot {
    /// Which of the two.
    kind: Kind,
    /// On which line, from 1 on.
    line: usize,
}

impl Spot {
    /// The report of it at the place that names the attachment.
    pub(in crate::audit) fn diagnostic(self, place: Place, path: &str) -> Diagnostic {
        let (what, out) = match self.kind {
            Kind::Email => ("an e-mail address", "address"),
            Kind::Phone | Kind::Digits => ("a phone number", "number"),
        };
        let message = format!("the attachment `{path}` names {what}, on line {}", self.line);
        let problem = Diagnostic::new(Code::PersonalData, place, message)
            .label("the client edition would publish it")
            .help(format!("mark it with `pii: true` to keep it back, or take the {out} out"));
        match self.kind {
            Kind::Email | Kind::Phone => problem,
            Kind::Digits => {
                problem.help("if it is a record number, write `record` or `ticket` in front of it, or at the head of its column")
            }
        }
    }
}

/// The first e-mail address and the first phone number in the text of a file with this name, in the order of their lines.
pub(in crate::audit) fn find_in_file(name: &str, text: &str) -> Vec<Spot> {
    let text = text.trim_start_matches('\u{feff}');
    let table = Table::of(name, text);
    let mut spots: Vec<Spot> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let kinds = match &table {
            Some(table) if index > 0 => table.kinds(line),
            Some(table) => cells(line, table.separator).flat_map(|cell| kinds(&cell)).collect(),
            None => kinds(line),
        };
        for kind in kinds {
            if !spots.iter().any(|spot| (spot.kind == Kind::Email) == (kind == Kind::Email)) {
                spots.push(Spot { kind, line: index + 1 });
            }
        }
        if spots.len() == 2 {
            break;
        }
    }
    spots
}

/// Of a long text, so many bytes are looked through at once.
const PIECE: usize = 64 << 10;
/// So many of them stand in the piece before, too: the half of them is more than any number is long, or than the words before it.
const OVERLAP: usize = 1_000;

/// What kinds are found in a text, each once, in their order.
fn kinds(text: &str) -> Vec<Kind> {
    let mut kinds = Vec::new();
    for from in (0..text.len()).step_by(PIECE - OVERLAP) {
        let piece = text.get(whole_characters(text, from..from + PIECE)).unwrap_or_default();
        // what begins earlier was found whole, and behind the words before it, in the last piece
        for found in find(piece).into_iter().filter(|found| from == 0 || found.range.start >= OVERLAP / 2) {
            if !kinds.contains(&found.kind) {
                kinds.push(found.kind);
            }
        }
    }
    kinds
}

/// How a table is written.
struct Table {
    separator: char,
    /// What stands above each column; empty where that says nothing of the numbers below.
    headings: Vec<String>,
}

/// Headings under which a buyer may stand by any name or number, although in a sentence these words announce the number of a record.
const WHO_OR_WHAT: &[&str] = &["lead", "customer", "client", "request", "form", "submission", "entry", "log", "line", "patient"];

impl Table {
    /// The table in a file; none where its name does not say that it is one.
    fn of(name: &str, text: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        let first = text.lines().next().filter(|_| ending == "csv" || ending == "tsv")?;
        let separator = [',', ';', '\t'].into_iter().max_by_key(|separator| first.matches(*separator).count())?;
        let heading = |cell: String| {
            let last = cell.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty()).unwrap_or_default();
            let open = WHO_OR_WHAT.iter().any(|word| word.eq_ignore_ascii_case(last));
            if open || cell.contains(|c: char| c.is_ascii_digit()) { String::new() } else { cell }
        };
        Some(Table { separator, headings: cells(first, separator).map(heading).collect() })
    }

    fn kinds(&self, line: &str) -> Vec<Kind> {
        let below = |(index, cell): (usize, String)| match self.headings.get(index).map(String::as_str) {
            // `phone: 555 0123`, `ticket: 4512345678`: the heading is the word before the number
            Some(heading) if !heading.is_empty() => kinds(&format!("{heading}: {cell}")),
            _ => kinds(&cell),
        };
        cells(line, self.separator).enumerate().flat_map(below).collect()
    }
}

/// The cells of a line, without the quotes around them.
fn cells(line: &str, separator: char) -> impl Iterator<Item = String> {
    let mut quoted = false;
    line.split(move |c: char| {
        quoted ^= c == '"';
        c == separator && !quoted
    })
    .map(|cell| cell.trim().trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, as `phone 1` for a phone number on the first line.
    fn found(name: &str, text: &str) -> Vec<String> {
        let word = |kind| if kind == Kind::Email { "email" } else { "phone" };
        find_in_file(name, text).into_iter().map(|spot| format!("{} {}", word(spot.kind), spot.line)).collect()
    }

    #[test]
    fn attachments_that_name_people_are_told() {
        let cases: [(&str, &str, &[&str]); 10] = [
            ("calls.csv", "Mrs X,020 7946 0958\n", &["phone 1"]),
            ("calls.csv", "\u{feff}time;caller\n10:32;\"(512) 555-0123\"\n10:40;512-555-0199\n", &["phone 2"]),
            ("calls.csv", "date,phone\n2026-03-04,5550123\n", &["phone 2"]),
            ("calls.CSV", "Caller ID,Duration\r\n5125550123,00:03:12\r\n", &["phone 2"]),
            ("calls.csv", "lead,wants\n5125550123,a price\n", &["phone 2"]),
            ("calls.tsv", "name\tnote\nAnn\t\"call, then ann@example.com\"\n", &["email 2"]),
            ("calls.csv", "name,mail,phone\nAnn,ann@example.com,512-555-0123\n", &["email 2", "phone 2"]),
            ("notes.txt", "Monday\nwrite to ann@example.com\nor bob@example.com\nor 512-555-0123\n", &["email 2", "phone 4"]),
            ("mail.eml", "From: Ann <ann@example.com>\n", &["email 1"]),
            ("page.html", "<a href=\"tel:+15125550123\">call</a>", &["phone 1"]),
        ];
        for (name, text, expected) in cases {
            assert_eq!(found(name, text), expected, "{text}");
        }
    }

    #[test]
    fn dates_times_counts_and_records_are_left_alone() {
        let cases = [
            ("calls.csv", "date,time,duration,seconds,ticket\n2026-03-04,10:32:05,00:03:12,185,4512345678\n"),
            ("calls.csv", "03/04/2026 10:30 AM,20260304101500,1772000000,120,P-01\n2026-03-04T10:32:05-05:00,0:03:12,12,96\n"),
            ("log.tsv", "Order no\tCall ID\n4512345678\t5125550123\n"),
            ("patients.csv", "NHS number;policy\n943 476 5919;943 476 5919\n"),
            ("notes.txt", "order 4512345678 of 4 March 2026, 10:32 to 10:45\n2 of 21 rows, 1,250 dollars\n"),
            ("names.csv", ""),
        ];
        for (name, text) in cases {
            assert_eq!(found(name, text), Vec::<String>::new(), "{text}");
        }
    }
}
