//! Charts: report in, SVG out. Drawn with plotters through a backend of our own.
//!
//! Every chart comes as a [`Chart`]: drawn twice, for wide pages and for phones, with a title that states the result, the same facts in
//! words, and a table with the same numbers. Nothing here knows about pages or files.
//!
//! A page shows a chart as a `<figure>` whose `<figcaption>` holds the title in an element with the id `{chart.id}-title` (both drawings
//! point there), then both drawings (`charts.css` shows the one that suits), then the table.
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths are pixels of one drawing: a cast to a whole number saturates"
)]
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "what is drawn is what the report holds: places come from going through it, and texts are cut where something was found"
)]

mod backend;
mod badge;
mod canvas;
pub mod classes;
pub mod drop_off;
mod fuzz;
pub mod held;
mod labels;
mod legend;
pub mod levels;
mod marks;
mod paint;
pub mod spark;
mod standalone;
mod terms;
mod text_width;
pub mod timeline;
pub mod times;
pub mod verdicts;

pub use badge::badge;
pub(crate) use fuzz::any_drawing;
pub use standalone::standalone;

use canvas::Form;
use terms::Terms;

/// One chart, ready for a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Unique on a page and within an audit: `drop-off-web-form`.
    pub id: String,
    /// The result in a sentence, without a full stop.
    pub title: String,
    /// What is shown, of what.
    pub subtitle: String,
    /// The same facts in words.
    pub description: String,
    /// An `<svg class="chart chart-wide">` for 640 pixels and more.
    pub wide: String,
    /// An `<svg class="chart chart-narrow">` for phones.
    pub narrow: String,
    /// The same numbers.
    pub table: Table,
}

/// The numbers of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the table holds.
    pub caption: String,
    /// The columns' heads; the first column holds the rows' heads.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// What a chart says in words.
struct Says {
    terms: &'static Terms,
    id: String,
    title: String,
    subtitle: String,
    description: String,
    table: Table,
}

impl Says {
    /// Draws both forms.
    fn draw(self, draw: impl Fn(Form, &Says) -> String) -> Chart {
        let (wide, narrow) = (draw(Form::Wide, &self), draw(Form::Narrow, &self));
        let Says { id, title, subtitle, description, table, .. } = self;
        Chart { id, title, subtitle, description, wide, narrow, table }
    }
}

impl Table {
    fn new(caption: impl Into<String>, head: impl IntoIterator<Item = impl Into<String>>, rows: Vec<Vec<String>>) -> Table {
        Table { caption: caption.into(), head: head.into_iter().map(Into::into).collect(), rows }
    }
}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
