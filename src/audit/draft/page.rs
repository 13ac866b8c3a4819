//! A page of YAML with comments behind its lines, all from the same column on.

/// Where comments behind a line begin.
const COLUMN: usize = 44;

/// A page that is being written.
#[derive(Default)]
pub(super) struct Page(String);

impl Page {
    /// A line of its own.
    pub(super) fn line(&mut self, line: &str) -> &mut Self {
        self.0.push_str(line);
        self.0.push('\n');
        self
    }

    /// An empty line.
    pub(super) fn gap(&mut self) -> &mut Self {
        self.line("")
    }

    /// A line with a comment behind it.
    pub(super) fn noted(&mut self, line: &str, comment: &str) -> &mut Self {
        // two spaces at least, so that the comment is seen as one
        let width = COLUMN.max(line.chars().count() + 2);
        self.line(&format!("{line:width$}# {comment}"))
    }

    /// What was written.
    pub(super) fn text(self) -> String {
        self.0
    }
}
