//! Reads one text file within bounds.

use std::fs::File;
use std::io::Read;
use std::ops::Range;
use std::path::Path;

use super::LogoFile;
use super::tree::{Entry, Kind, plain};
use crate::diagnostic::Code;

/// No file of more bytes is read.
const LARGEST: u64 = 16 << 20;

/// A logo of more bytes would weigh more than the page that it stands on.
const LARGEST_LOGO: u64 = 128 << 10;

/// Why a file cannot be read.
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: String,
    /// As much of the text as can be shown.
    pub(super) text: String,
    /// Where in that text the trouble is.
    pub(super) at: Range<usize>,
}

fn fault(code: Code, message: impl Into<String>, help: &str) -> Fault {
    Fault { code, message: message.into(), help: help.into(), text: String::new(), at: 0..0 }
}

/// The text of a file.
pub(super) fn read(entry: &Entry) -> Result<String, Fault> {
    match entry.kind {
        Kind::File => {}
        Kind::Folder => {
            return Err(fault(Code::Unreadable, "is a folder, and a file of that name is expected", "rename the folder"));
        }
        Kind::Dangling => {
            return Err(fault(Code::Unreadable, "is a link that leads nowhere", "put the file itself in its place"));
        }
        Kind::Special | Kind::Outside => return Err(fault(Code::Unreadable, "is not a file", "put a text file in its place")),
    }
    if let Some(held) = &entry.held {
        return if held.len() as u64 > LARGEST { Err(too_large()) } else { decode(held.clone()) };
    }
    let failed = |error: std::io::Error| {
        fault(Code::Unreadable, format!("cannot be read: {}", plain(&error)), "check the rights to the file")
    };
    let file = File::open(&entry.path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    if size > LARGEST {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    // one byte more than is allowed, should the file grow while it is read
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large());
    }
    decode(bytes)
}

/// The text of an attachment; none where it is larger than is read, holds something else than text, or cannot be read now.
///
/// What is called a text by its name may be in an old encoding of a letter or two: numbers and addresses are the same in all of them.
pub(super) fn text_of(path: &Path) -> Option<String> {
    let file = File::open(path).ok().filter(|file| file.metadata().is_ok_and(|found| found.len() <= LARGEST))?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
    if bytes.len() as u64 > LARGEST || bytes.contains(&0) {
        return None;
    }
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let text = ["csv", "tsv", "txt"].iter().any(|name| ending == *name);
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => text.then(|| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

/// The bytes of a logo.
pub(super) fn logo(path: &Path) -> LogoFile {
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(LARGEST_LOGO + 1).read_to_end(&mut bytes)) {
        Ok(_) if bytes.len() as u64 > LARGEST_LOGO => LogoFile::TooLarge,
        Ok(_) => LogoFile::Bytes(bytes),
        Err(error) => LogoFile::Unreadable(plain(&error)),
    }
}

fn too_large() -> Fault {
    fault(
        Code::Limits,
        "is larger than 16 MiB",
        "an audit's files hold texts alone: attachments belong beside them, or split the channel",
    )
}

fn decode(bytes: Vec<u8>) -> Result<String, Fault> {
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    if wide {
        return Err(fault(Code::Unreadable, "is written in UTF-16", "save the file with the encoding \"UTF-8\""));
    }
    let bytes = error.into_bytes();
    // what stands before the bad byte is the same in both texts, so that its offset holds
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    Err(Fault {
        code: Code::Unreadable,
        message: format!("is not written in UTF-8: the byte 0x{:02X} stands for no letter", bytes[at]),
        help: "save the file with the encoding \"UTF-8\", and check this letter: in another encoding it was an accented letter or a curly quote".into(),
        text,
        at: at..end,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_told_with_their_place() {
        let fault = decode(b"title: caf\xe9 au lait\n".to_vec()).err().unwrap();
        assert_eq!((fault.at, fault.text.as_str()), (10..13, "title: caf\u{fffd} au lait\n"));
        assert!(fault.message.contains("0xE9"));
        assert!(decode(b"\xff\xfet\0".to_vec()).err().unwrap().message.contains("UTF-16"));
        assert_eq!(decode("\u{feff}a".into()).ok().as_deref(), Some("\u{feff}a"));
    }
}
