//! Brands: whose report it is. Read like an audit's files, and each held to what can be shown.

mod logo;
mod svg;

use std::collections::BTreeMap;

use super::load::{Attachment, BrandText, Loaded, LogoFile};
use super::raw::BrandFile;
use super::read::FileReader;
use super::values::At;
use crate::diagnostic::{Code, Diagnostic};
use crate::palette::Accent;
use crate::suggest::{listed, nearest};

pub use logo::{Logo, LogoKind};

/// Name, look and address of those who audit.
#[derive(Clone, Debug, PartialEq)]
pub struct Brand {
    /// The name at the head of every page.
    pub name: String,
    /// The picture beside it.
    pub logo: Option<Logo>,
    /// Whether the picture shows the name.
    pub logo_has_name: bool,
    /// The colour of links, marks and headlines.
    pub accent: Accent,
    /// A line at the foot of every page (Markdown).
    pub footer: Option<String>,
    /// How to reach them (Markdown).
    pub contact: Option<String>,
}

/// The brands of a folder of audits, by the folder in which each lies.
#[derive(Clone, Debug, Default)]
pub struct Brands(BTreeMap<String, Brand>);

impl Brands {
    /// The brand of the root, which holds for what belongs to no audit.
    pub fn root(&self) -> Option<&Brand> {
        self.0.get("")
    }

    /// The brand of the audit with this id: of the nearest folder upward that has one.
    pub fn of(&self, audit: &str) -> Option<&Brand> {
        let mut folder = audit;
        loop {
            match (self.0.get(folder), folder.rsplit_once('/')) {
                (Some(brand), _) => return Some(brand),
                (None, Some((outer, _))) => folder = outer,
                (None, None) => return self.root(),
            }
        }
    }

    /// The same brands with one more.
    #[must_use]
    pub fn with(mut self, folder: impl Into<String>, brand: Brand) -> Self {
        self.0.insert(folder.into(), brand);
        self
    }
}

/// Reads and checks every brand that was loaded: those without a mistake, and what is wrong with the others.
pub fn brands(loaded: &Loaded) -> (Brands, Vec<Diagnostic>) {
    let (mut brands, mut problems) = (Brands::default(), Vec::new());
    for text in &loaded.brands {
        let mut reader = FileReader::of(text.parsed.clone(), text.file, &loaded.sources);
        let record = reader.values.read_file::<BrandFile>(&reader.root, reader.name, &BrandFile::SPEC);
        problems.append(&mut reader.into_problems());
        if let Some(brand) = record.and_then(|record| lower(&record, text, &mut problems)) {
            brands.0.insert(text.folder.clone(), brand);
        }
    }
    (brands, problems)
}

/// The brand of a file; none where a field of it is broken.
fn lower(file: &BrandFile, text: &BrandText, problems: &mut Vec<Diagnostic>) -> Option<Brand> {
    // looked at first: what is wrong with the picture is told whatever else is
    let logo = file.logo.at().zip(text.logo.as_ref()).map(|(path, found)| match picture(path, found, text) {
        Ok(logo) => Some(logo),
        Err(problem) => {
            problems.push(*problem);
            None
        }
    });
    let (light, dark) = (file.accent.sound()?, file.accent_dark.sound()?);
    file.logo.sound()?;
    Some(Brand {
        name: file.name.get()?.clone(),
        logo: logo.map_or(Some(None), |logo| logo.map(Some))?,
        logo_has_name: file.logo_has_name.copied()?.unwrap_or(false),
        accent: Accent::new(light.map(String::as_str), dark.map(String::as_str)),
        footer: file.footer.copied()?,
        contact: file.contact.copied()?,
    })
}

/// The picture behind a path, or what is wrong with it.
fn picture(path: &At<String>, found: &LogoFile, text: &BrandText) -> Result<Logo, Box<Diagnostic>> {
    let name = &path.value;
    let problem =
        |code, fault: &str, help: &str| Box::new(Diagnostic::new(code, path.place, format!("`{name}` {fault}")).help(help));
    let elsewhere = |fault, help| Err(problem(Code::UnsafePath, fault, help));
    match found {
        LogoFile::Bytes(bytes) => Logo::read(bytes).map_err(|fault| problem(Code::BadLogo, &fault.message, &fault.help)),
        LogoFile::TooLarge => Err(problem(
            Code::Limits,
            "is larger than 128 KiB",
            "every page shows the logo: save it as SVG, or as a PNG about 400 pixels wide",
        )),
        LogoFile::Unreadable(why) => {
            Err(problem(Code::Unreadable, &format!("cannot be read: {why}"), "check the rights to the file"))
        }
        LogoFile::No(Attachment::Folder) => elsewhere("is a folder, not a file", "name the file in it"),
        LogoFile::No(Attachment::Outside) => {
            elsewhere("is a link that leads out of the folder", "copy the file itself into the folder")
        }
        LogoFile::No(_) => elsewhere("is not a picture that can be copied", "put the picture itself in its place"),
        LogoFile::Missing => {
            let problem = problem(Code::UnsafePath, "is not there", "put the file beside `brand.yml`, or leave `logo` out");
            let pictures = text.pictures.iter().map(String::as_str);
            Err(match (nearest(name, pictures.clone()), text.pictures.is_empty()) {
                (Some(meant), _) => Box::new(problem.meant(meant)),
                (None, false) => Box::new(problem.help(format!("the folder holds {}", listed(pictures.take(5), "and")))),
                (None, true) => problem,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brand(name: &str) -> Brand {
        let (accent, footer, contact) = (Accent::default(), None, None);
        Brand { name: name.into(), logo: None, logo_has_name: false, accent, footer, contact }
    }

    #[test]
    fn the_nearest_brand_upward_holds() {
        let brands = Brands::default().with("", brand("root")).with("a", brand("a")).with("a/b/2026", brand("own"));
        for (audit, name) in [("a/b/2026", "own"), ("a/b/2027", "a"), ("a", "a"), ("ab/2026", "root"), ("c", "root")] {
            assert_eq!(brands.of(audit).map(|brand| brand.name.as_str()), Some(name), "{audit}");
        }
        assert!(Brands::default().of("a/b").is_none());
    }
}
