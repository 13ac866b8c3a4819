//! Tables for spreadsheets: CSV as RFC 4180 has it, UTF-8, with cells that no spreadsheet takes for a formula.

use csv::{Error, Terminator, WriterBuilder};

/// What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table under its head.
///
/// # Errors
/// A row that is not as long as the head.
pub(crate) fn table(head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Result<Vec<u8>, Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row.into_iter().map(harmless))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// A text that a spreadsheet shows as it is: an apostrophe in front keeps a formula from being one.
fn harmless(cell: String) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_column(cells: &[&str]) -> String {
        let rows = cells.iter().map(|cell| vec![(*cell).to_owned()]);
        String::from_utf8(table(&["head".to_owned()], rows).unwrap()).unwrap()
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
        let head = ["one", "two"].map(str::to_owned);
        assert!(table(&head, [vec!["alone".to_owned()]]).is_err());
        assert_eq!(table(&head, [vec![String::new(), "2".to_owned()]]).unwrap(), b"one,two\r\n,2\r\n");
    }
}
