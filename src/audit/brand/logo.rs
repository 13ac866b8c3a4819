//! Logos: told from one another by what is in them, whatever they are called.

use super::svg;

/// A picture that may stand on every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// Which of the two.
    pub kind: LogoKind,
    /// The file.
    pub bytes: Vec<u8>,
    /// How wide it is for each unit of its height.
    pub ratio: f64,
}

/// The two kinds of pictures that every browser shows and that stay sharp in print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say what they are")]
pub enum LogoKind {
    Svg,
    Png,
}

impl LogoKind {
    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            LogoKind::Svg => "svg",
            LogoKind::Png => "png",
        }
    }
}

/// Why a picture cannot be the logo, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// What stands behind its name.
    pub(super) message: String,
    /// What to do.
    pub(super) help: String,
}

/// A fault.
pub(super) fn fault(message: impl Into<String>, help: impl Into<String>) -> Fault {
    Fault { message: message.into(), help: help.into() }
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The last chunk of every PNG.
const PNG_END: &[u8] = b"\0\0\0\0IEND\xae\x42\x60\x82";

/// How other files begin that are taken for logos.
const OTHERS: [(&[u8], &str); 7] = [
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP picture"),
    (b"%PDF", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"PK\x03\x04", "a document or an archive"),
    (b"\x1f\x8b", "a compressed file"),
];

impl Logo {
    /// Looks at a picture; the bytes are kept as they are.
    pub(super) fn read(bytes: &[u8]) -> Result<Logo, Fault> {
        let (kind, ratio) = if bytes.starts_with(PNG) {
            (LogoKind::Png, png(bytes)?)
        } else if let Some((_, name)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Err(fault(format!("is {name}"), "save the logo as SVG or PNG"));
        } else {
            (LogoKind::Svg, svg::check(bytes)?)
        };
        if !(0.1..=12.0).contains(&ratio) {
            let (longer, shorter) = if ratio > 1.0 { ("wide", "high") } else { ("high", "wide") };
            return Err(fault(
                format!("is more than {} times as {longer} as it is {shorter}", if ratio > 1.0 { 12 } else { 10 }),
                "cut off the empty space around the logo: nothing of it could be made out at the head of a page",
            ));
        }
        Ok(Logo { kind, bytes: bytes.to_vec(), ratio })
    }
}

/// The ratio of a whole PNG (its specification, 5.3 and 11.2.1).
fn png(bytes: &[u8]) -> Result<f64, Fault> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).filter(|number| *number > 0);
    let size = bytes.get(12..16).filter(|name| *name == b"IHDR").and_then(|_| number(16).zip(number(20)));
    match size.filter(|_| bytes.ends_with(PNG_END)) {
        Some((width, height)) => Ok(f64::from(width) / f64::from(height)),
        None => Err(fault("is a PNG picture that is damaged or cut short", "save it anew")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head and the end of a PNG of this size: as much as is looked at.
    fn png(width: u32, height: u32) -> Vec<u8> {
        [PNG, b"\0\0\0\rIHDR", &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x06\0\0\0....", PNG_END].concat()
    }

    #[test]
    fn pictures_are_told_by_what_is_in_them() {
        let logo = Logo::read(&png(300, 100)).unwrap();
        assert_eq!((logo.kind, logo.ratio), (LogoKind::Png, 3.0));
        let logo = Logo::read(b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'/>").unwrap();
        assert_eq!((logo.kind, logo.ratio), (LogoKind::Svg, 2.0));
    }

    #[test]
    fn what_cannot_be_shown_is_said() {
        let cut = png(3, 1);
        for (bytes, message) in [
            (b"\xff\xd8\xff\xe0".as_slice(), "is a JPEG picture"),
            (b"%PDF-1.7", "is a PDF document"),
            (&cut[..cut.len() - 1], "is a PNG picture that is damaged or cut short"),
            (&png(0, 1), "is a PNG picture that is damaged or cut short"),
            (&png(1300, 100), "is more than 12 times as wide as it is high"),
            (&png(1, 100), "is more than 10 times as high as it is wide"),
            (b"logo", "is neither an SVG nor a PNG picture"),
            (b"", "is neither an SVG nor a PNG picture"),
        ] {
            assert_eq!(Logo::read(bytes).unwrap_err().message, message);
        }
    }
}
