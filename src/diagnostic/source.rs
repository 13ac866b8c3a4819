//! The texts that diagnostics point into.

/// Which of the files in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A file (or a folder, with an empty text) that a diagnostic may point into.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path as it is shown, with `/` between the parts.
    pub path: String,
    /// What stands in it; a byte-order mark is kept, so that offsets are those of the file.
    pub text: String,
}

/// Every file that was looked at in a run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file.
    ///
    /// # Panics
    /// With the 4,294,967,297th file.
    #[expect(clippy::expect_used, reason = "that many files would not fit into memory")]
    pub fn add(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(u32::try_from(self.files.len() - 1).expect("fewer than 4 billion files"))
    }

    /// Sets the text of a file that was added before it was read.
    pub(crate) fn set_text(&mut self, id: FileId, text: String) {
        self.files[id.0 as usize].text = text;
    }

    /// The file with this id.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files with their ids, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(&self.files)
    }
}
