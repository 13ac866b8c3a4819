//! Charts as pages show them.

use super::view::{FigureView, TableView};
use crate::charts::Chart;

/// A chart as a figure of a page; `file` is the link to the chart as a file of its own.
pub(crate) fn figure(chart: Chart, file: Option<String>) -> FigureView {
    let Chart { id, title, subtitle, wide, narrow, table, .. } = chart;
    let table = TableView { caption: table.caption, head: table.head, rows: table.rows };
    FigureView { id, title, subtitle, wide, narrow, table, file }
}
