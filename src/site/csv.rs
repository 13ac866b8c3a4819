//! Tables for spreadsheets: CSV as RFC 4180 has it, UTF-8, with cells that no spreadsheet takes for a formula.

use std::borrow::Cow;

use csv::{Error, Terminator, WriterBuilder};

/// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"); the last four are the signs in full width, which
/// Japanese ones take for the same.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// A table under its head.
///
/// # Errors
/// A row that is not as long as the head.
pub(crate) fn table<'t, H: AsRef<str>>(head: &[H], rows: impl IntoIterator<Item = Vec<Cow<'t, str>>>) -> Result<Vec<u8>, Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(head.iter().map(|cell| cell.as_ref().as_bytes()))?;
    for row in rows {
        for cell in row {
            writer.write_field(harmless(cell).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A text that a spreadsheet shows as it is: an apostrophe in front keeps a formula from being one.
fn harmless(cell: Cow<'_, str>) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) { format!("'{cell}").into() } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_column(cells: &[&str]) -> String {
        let rows = cells.iter().map(|cell| vec![Cow::from(*cell)]);
        String::from_utf8(table(&["head"], rows).unwrap()).unwrap()
    }

    #[test]
    fn formulas_become_texts_and_nothing_else_changes() {
        for (cell, written) in [
            ("=HYPERLINK(0)", "'=HYPERLINK(0)"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\r=x", "\"'\r=x\""),
            ("\n=x", "\"'\n=x\""),
            ("\u{ff1d}1+1", "'\u{ff1d}1+1"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\""),
            ("a=b", "a=b"),
            ("'quoted'", "'quoted'"),
            ("Grüße, 你好", "\"Grüße, 你好\""),
            ("two\nlines", "\"two\nlines\""),
            ("18.8571", "18.8571"),
        ] {
            assert_eq!(one_column(&[cell]), format!("head\r\n{written}\r\n"));
        }
    }

    #[test]
    fn rows_are_as_long_as_the_head() {
        let head = ["one", "two"];
        assert!(table(&head, [vec!["alone".into()]]).is_err());
        assert_eq!(table(&head, [vec!["".into(), "2".into()]]).unwrap(), b"one,two\r\n,2\r\n");
    }
}
