//! Charts as pages show them.

use super::Press;
use super::markdown::Html;
use super::view::{CellView, FigureView, TableView};
use crate::charts::{Chart, Table};

impl Press<'_> {
    /// A chart as a figure of a page; `file` is the link to the chart as a file of its own.
    pub(crate) fn figure(&self, chart: Chart, file: Option<String>) -> FigureView {
        let Chart { id, title, subtitle, wide, narrow, table, .. } = chart;
        FigureView { id, title, subtitle, wide, narrow, table: table_view(table, !self.own.is_empty()), file }
    }
}

/// A chart's numbers, cell by cell only where a template of the user's own may ask for them: a lead's page has forty.
fn table_view(table: Table, with_cells: bool) -> TableView {
    let right: Vec<bool> = (0..table.head.len()).map(|column| column > 0 && holds_numbers(&table.rows, column)).collect();
    let html = html(&table, &right);
    let Table { caption, head, rows } = table;
    let cells = |texts: Vec<String>| {
        let cell = |(at, text)| CellView { text, right: right.get(at).copied().unwrap_or(false) };
        texts.into_iter().enumerate().map(cell).collect::<Vec<_>>()
    };
    let (head, rows) = with_cells.then(|| (cells(head), rows.into_iter().map(cells).collect())).unzip();
    TableView { caption, html, head, rows }
}

/// The numbers as a table of a page; columns of numbers stand right.
fn html(table: &Table, right: &[bool]) -> Html {
    let cells = table.head.len() * (table.rows.len() + 1);
    let mut html = String::with_capacity(80 + table.caption.len() + 48 * cells);
    html.push_str("<table>\n<caption>");
    push_escaped(&mut html, &table.caption);
    html.push_str("</caption>\n<thead><tr>");
    for (at, text) in table.head.iter().enumerate() {
        push_cell(&mut html, "th scope=\"col\"", right[at], text);
    }
    html.push_str("</tr></thead>\n<tbody>");
    for row in &table.rows {
        html.push_str("\n<tr>");
        for (at, text) in row.iter().enumerate() {
            let right = right.get(at).copied().unwrap_or(false);
            push_cell(&mut html, if at == 0 { "th scope=\"row\"" } else { "td" }, right, text);
        }
        html.push_str("</tr>");
    }
    html.push_str("\n</tbody>\n</table>");
    Html(html)
}

fn push_cell(html: &mut String, tag: &str, right: bool, text: &str) {
    html.extend(["<", tag, if right { " class=\"right\">" } else { ">" }]);
    push_escaped(html, text);
    html.extend(["</", &tag[..2], ">"]);
}

/// Escapes as templates do.
fn push_escaped(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// Whether every cell of a column begins with a digit, a few dashes for nothing aside.
fn holds_numbers(rows: &[Vec<String>], column: usize) -> bool {
    let number = |text: &str| text.is_empty() || text == "–" || text.starts_with(|letter: char| letter.is_ascii_digit());
    let mut cells = rows.iter().filter_map(|row| row.get(column)).peekable();
    cells.peek().is_some() && cells.all(|cell| number(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_as_templates_escape_them() {
        for text in ["", "a", "<a href=\"x\">'1' & 2</a>", "ü&", "&amp;"] {
            let (mut ours, mut theirs) = (String::new(), Vec::new());
            push_escaped(&mut ours, text);
            tera::escape_html(text, &mut theirs).unwrap();
            assert_eq!(ours.as_bytes(), theirs);
        }
    }

    #[test]
    fn columns_of_numbers_stand_right() {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let table = Table {
            caption: "A & B".to_owned(),
            head: row(["step", "held", "what", "when"]),
            rows: vec![row(["1", "2 of 4", "Claimed after 2 min", "–"]), row(["2", "–", "", "12 h"])],
        };
        let view = table_view(table, true);
        let expected = "<table>\n<caption>A &amp; B</caption>\n\
            <thead><tr><th scope=\"col\">step</th><th scope=\"col\" class=\"right\">held</th>\
            <th scope=\"col\">what</th><th scope=\"col\" class=\"right\">when</th></tr></thead>\n<tbody>\n\
            <tr><th scope=\"row\">1</th><td class=\"right\">2 of 4</td><td>Claimed after 2 min</td><td class=\"right\">–</td></tr>\n\
            <tr><th scope=\"row\">2</th><td class=\"right\">–</td><td></td><td class=\"right\">12 h</td></tr>\n\
            </tbody>\n</table>";
        assert_eq!(view.html.0, expected);
        let (head, rows) = (view.head.unwrap(), view.rows.unwrap());
        assert_eq!(head.iter().map(|cell| cell.right).collect::<Vec<_>>(), [false, true, false, true]);
        assert!(rows[1][1].right && !rows[1][2].right);
    }
}
