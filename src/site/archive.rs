//! A site as one file to send: a zip with a folder in it, the same bytes for the same site.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::write::{Workshop, apart, disk, place, within};
use super::{Entry, Site, WriteError};
use crate::audit::Edition;

/// The comment by which an archive is known to be ours, and of which edition.
const fn comment(edition: Edition) -> &'static str {
    match edition {
        Edition::Client => "Written by handoff-audit, client edition",
        Edition::Internal => "Written by handoff-audit, internal edition: holds personal data, do not pass on",
    }
}

/// An archive that is written, and not yet in its place.
#[derive(Debug)]
pub struct Archive {
    workshop: Workshop,
    target: PathBuf,
}

/// Packs a site for `target`, a zip whose one folder has the zip's name; attachments are copied from the folder `audits`. Where another
/// build packs for the same, `waits` is told, and this one waits until that is done.
///
/// # Errors
/// A target that is no archive of ours and of the same edition, or that lies among the audits; whatever the disk says.
pub fn archive(site: &Site, audits: &Path, target: &Path, waits: &dyn Fn()) -> Result<Archive, WriteError> {
    let (audits, target) = apart(audits, target)?;
    check_replaceable(&target, site.edition())?;
    let workshop = Workshop::open(&target, waits)?;
    let folder = target.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    pack(site, &audits, &folder, &workshop.fresh())?;
    Ok(Archive { workshop, target })
}

impl Archive {
    /// Puts the archive in its place.
    ///
    /// # Errors
    /// Whatever the disk says.
    pub fn put(self) -> Result<(), WriteError> {
        fs::rename(self.workshop.fresh(), &self.target).map_err(disk("cannot replace", &self.target))?;
        self.workshop.close()
    }
}

/// Writes everything of a site into the archive at `to`, below `folder`.
fn pack(site: &Site, audits: &Path, folder: &str, to: &Path) -> Result<(), WriteError> {
    let failed = |error: zip::result::ZipError| disk("cannot write", to)(error.into());
    let file = fs::File::create(to).map_err(disk("cannot write", to))?;
    let mut zip = ZipWriter::new(io::BufWriter::new(file));
    zip.set_comment(comment(site.edition())).map_err(failed)?;
    for (path, entry) in site.iter() {
        within(path)?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644);
        let name = format!("{folder}/{path}");
        match entry {
            Entry::Bytes(bytes) => {
                zip.start_file(name, options).map_err(failed)?;
                zip.write_all(bytes).map_err(disk("cannot write", to))?;
            }
            Entry::Attachment { audit, file } => {
                let from = place(audits, audit, file)?;
                let mut source = fs::File::open(&from).map_err(disk("cannot read", &from))?;
                let size = source.metadata().map_err(disk("cannot read", &from))?.len();
                // what does not fit into the older form of the format takes the newer one
                zip.start_file(name, options.large_file(size >= u64::from(u32::MAX))).map_err(failed)?;
                io::copy(&mut source, &mut zip).map_err(disk("cannot write", to))?;
            }
        }
    }
    zip.finish().map_err(failed)?.flush().map_err(disk("cannot write", to))
}

/// Only what is missing or an archive of ours and of the same edition is replaced.
fn check_replaceable(target: &Path, edition: Edition) -> Result<(), WriteError> {
    let file = match fs::File::open(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        opened => opened.map_err(disk("cannot read", target))?,
    };
    let found = ZipArchive::new(io::BufReader::new(file)).ok();
    let found = found.and_then(|zip| Edition::ALL.into_iter().find(|edition| zip.comment() == comment(*edition).as_bytes()));
    match found {
        None => Err(WriteError::NotAnArchive(target.to_owned())),
        Some(other) if other != edition => Err(WriteError::OtherEdition(target.to_owned(), other)),
        Some(_) => Ok(()),
    }
}
