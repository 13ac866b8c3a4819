//! Charts as pages show them.

use super::view::{CellView, FigureView, TableView};
use crate::charts::{Chart, Table};

/// A chart as a figure of a page; `file` is the link to the chart as a file of its own.
pub(crate) fn figure(chart: Chart, file: Option<String>) -> FigureView {
    let Chart { id, title, subtitle, wide, narrow, table, .. } = chart;
    FigureView { id, title, subtitle, wide, narrow, table: table_view(table), file }
}

fn table_view(table: Table) -> TableView {
    let Table { caption, head, rows } = table;
    let right: Vec<bool> = (0..head.len()).map(|column| column > 0 && holds_numbers(&rows, column)).collect();
    let cells = |texts: Vec<String>| {
        let cell = |(at, text)| CellView { text, right: right.get(at).copied().unwrap_or(false) };
        texts.into_iter().enumerate().map(cell).collect::<Vec<_>>()
    };
    TableView { caption, head: cells(head), rows: rows.into_iter().map(cells).collect() }
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
    fn columns_of_numbers_stand_right() {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let table = Table {
            caption: String::new(),
            head: row(["step", "held", "what", "when"]),
            rows: vec![row(["1", "2 of 4", "Claimed after 2 min", "–"]), row(["2", "–", "", "12 h"])],
        };
        let view = table_view(table);
        assert_eq!(view.head.iter().map(|cell| cell.right).collect::<Vec<_>>(), [false, true, false, true]);
        assert!(view.rows[1][1].right && !view.rows[1][2].right);
    }
}
