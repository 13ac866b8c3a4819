//! An audit as one file: everything that its pages show, each lead in full, the rules, the data and the attachments, and nothing
//! beside it. Bound like `print.html`, of the same pages.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::print::{self, LEADS, Page, Part};
use super::rules::Kind;
use crate::say;
use crate::site::bind::Binding;
use crate::site::frame::Current;
use crate::site::subject::Subject;
use crate::site::view::Link;
use crate::site::{Entry, Error, Press, Printed, WriteError, assets, audit_style, links, pages};

/// An attachment of more bytes is named, and not held: the document has to open at once, and to fit into a mail.
const LARGEST: u64 = 1 << 20;

/// Gives the bytes of an attachment by its audit and its path there; nothing where there are more than the number given.
pub type Attachments<'r> = &'r dyn Fn(&str, &str, u64) -> Result<Option<Vec<u8>>, WriteError>;

#[derive(Serialize)]
struct View<'a> {
    #[serde(flatten)]
    document: print::View<'a>,
    policy: String,
    style: String,
    script: String,
    icon: String,
    channels: Vec<ChannelView<'a>>,
    in_full: Vec<Part>,
    rules: Vec<Part>,
    files: Vec<FileView>,
}

/// The leads of one channel, as a list of links.
#[derive(Serialize)]
struct ChannelView<'a> {
    title: &'a str,
    leads: Vec<Link>,
    /// That there are more, where there are.
    more: Option<String>,
}

/// A file that the document holds or names.
#[derive(Serialize)]
struct FileView {
    id: String,
    /// What it is saved as.
    name: String,
    /// Where it lies in the audit.
    path: String,
    /// Its bytes as an address; none where there are too many.
    href: Option<String>,
    about: String,
}

/// The names of files that each hold one audit whole, in the order of the audits.
pub fn single_files<'i>(ids: impl Iterator<Item = &'i str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for id in ids {
        let stem = id.replace('/', "-");
        // `a/b-c` and `a-b/c` would lie in one place
        let numbered = (2..).map(|number| format!("{stem}-{number}.html"));
        let free = |name: &String| !names.iter().any(|taken| taken.eq_ignore_ascii_case(name));
        names.extend([format!("{stem}.html")].into_iter().chain(numbered).find(free));
    }
    names
}

/// Prints the audit as a file of the given name.
pub(crate) fn print(press: &Press<'_>, at: usize, name: String, attachments: Attachments<'_>) -> Result<Printed, Error> {
    let subject = &press.subjects[at];
    let own = print::bound(press, at)?;
    let further = further(press, at)?;
    let leads = leads(press, at)?;
    let rules = rules(press, subject)?;
    let mut files = Vec::new();
    // the look of the audit is the document's own
    let look =
        |printed: &Printed| printed.path == subject.path(audit_style::FILE) || subject.logo().as_ref() == Some(&printed.path);
    let data = pages::data::print(press, at)?.into_iter().filter(|printed| !look(printed));
    for (number, printed) in data.enumerate() {
        files.push(file(subject, number, printed, attachments)?);
    }
    let all = || own.iter().chain(&further).chain(&leads);
    let mut parts = print::parts(subject, &own);
    parts.extend(further.iter().chain(&rules).map(|page| (page.path.clone(), page.id.clone())));
    parts.push((links::rules(subject.audit.language), "rules".to_owned()));
    parts.extend(files.iter().map(|(path, view)| (links::between("", path), view.id.clone())));
    let pictures = pictures(press, at, all(), attachments)?;
    let binding = Binding::new(subject.path("print.html"), parts).alone(pictures);

    let bound = |pages: &[Page]| pages.iter().map(|page| Part::new(page, &binding)).collect::<Vec<_>>();
    let mut document = print::view(press, at, &own, &binding);
    let logo = subject
        .brand
        .and_then(|brand| brand.logo.as_ref())
        .map(|logo| address(&format!("logo.{}", logo.kind.ending()), &logo.bytes));
    document.frame = document.frame.within(|href| binding.link(&subject.path("print.html"), href)).holding(logo);
    document.contents.push(Link::new("#rules".to_owned(), subject.words.get("page-rules")));
    document.contents.push(Link::new("#files".to_owned(), subject.words.get("single-files")));
    let asset = |path: &str| {
        assets::all(press.brand, press.own)
            .into_iter()
            .find(|(known, _)| *known == path)
            .map_or_else(String::new, |(_, text)| text)
    };
    let style =
        [asset("assets/style.css"), asset("assets/print.css"), audit_style::style(subject, press.brand, press.own)].concat();
    let script = asset("assets/site.js");
    let mut in_full = bound(&further);
    in_full.extend(bound(&leads));
    let view = View {
        document,
        policy: policy(&style, &script),
        style,
        script,
        icon: address("icon.svg", asset("assets/icon.svg").as_bytes()),
        channels: channels(subject),
        in_full,
        rules: bound(&rules),
        files: files.into_iter().map(|(_, view)| view).collect(),
    };
    let text = press.render(subject.words, "single.html", &view)?;
    Ok(Printed { path: name, entry: Entry::Bytes(text.into_bytes()) })
}

/// What a browser may do with the document: this style and this script, pictures that it holds, and nothing else.
fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes())));
    let (style, script) = (hash(style), hash(script));
    format!("default-src 'none'; script-src {script}; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'")
}

/// The further pages of the channels' leads.
fn further(press: &Press<'_>, at: usize) -> Result<Vec<Page>, Error> {
    let subject = &press.subjects[at];
    let mut all = Vec::new();
    for (place, channel) in subject.audit.channels.iter().enumerate() {
        for number in 1..pages::leads::pages(channel.leads.len()) {
            all.push(Page {
                path: links::leads(&subject.audit.id, &channel.id, number),
                id: format!("leads-{}-of-{}", number + 1, channel.id),
                part: audit_style::part(subject, Current::Channel(&channel.id)),
                title: format!("{} {}", channel.title, number + 1),
                html: pages::leads::render(press, at, place, number)?,
            });
        }
    }
    Ok(all)
}

/// The leads in full, as many of each channel as `print.html` has in short.
fn leads(press: &Press<'_>, at: usize) -> Result<Vec<Page>, Error> {
    let subject = &press.subjects[at];
    let mut all = Vec::new();
    for (channel, known) in subject.audit.channels.iter().enumerate() {
        for (place, lead) in known.leads.iter().take(LEADS).enumerate() {
            all.push(Page {
                path: links::lead(&subject.audit.id, &lead.id),
                id: print::anchor(&lead.id),
                part: audit_style::part(subject, Current::Channel(&known.id)),
                title: lead.id.clone(),
                html: pages::lead::render(press, at, channel, place)?,
            });
        }
    }
    Ok(all)
}

/// The pages of all rules; problems in files are no matter of the client's.
fn rules(press: &Press<'_>, subject: &Subject<'_>) -> Result<Vec<Page>, Error> {
    let language = subject.audit.language;
    let rules = pages::rules::entries().iter().enumerate().filter(|(_, entry)| matches!(entry.kind, Kind::Rule(..)));
    let page = |(place, entry): (usize, &pages::rules::RuleEntry)| {
        Ok(Page {
            path: links::rule(language, entry.id),
            id: format!("rule-{}", entry.id),
            part: None,
            title: entry.id.to_owned(),
            html: pages::rule::render(press, language, place)?,
        })
    };
    rules.map(page).collect()
}

fn channels<'a>(subject: &Subject<'a>) -> Vec<ChannelView<'a>> {
    let view = |channel: &'a crate::audit::Channel| {
        let more = channel.leads.len().saturating_sub(LEADS);
        ChannelView {
            title: &channel.title,
            leads: channel
                .leads
                .iter()
                .take(LEADS)
                .map(|lead| Link::new(format!("#{}", print::anchor(&lead.id)), lead.id.as_str()))
                .collect(),
            more: (more > 0).then(|| say!(subject.words, "single-more-leads", count = more)),
        }
    };
    subject.audit.channels.iter().map(view).collect()
}

/// A file of the audit, with its path in the site.
fn file(
    subject: &Subject<'_>,
    number: usize,
    printed: Printed,
    attachments: Attachments<'_>,
) -> Result<(String, FileView), Error> {
    let Printed { path, entry } = printed;
    let failed = |source| Error::new(path.as_str(), source);
    let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
    let bytes = match entry {
        Entry::Bytes(bytes) => Some(bytes),
        Entry::Attachment { audit, file } => attachments(&audit, &file, LARGEST).map_err(failed)?,
    };
    let words = subject.words;
    let kilobytes = |size: usize| size.div_ceil(1000);
    let view = FileView {
        id: format!("file-{}", number + 1),
        path: path.strip_prefix(&subject.path("")).unwrap_or(&path).to_owned(),
        about: match &bytes {
            Some(bytes) => say!(words, "single-size", size = kilobytes(bytes.len())),
            None => words.get("single-left-out").to_owned(),
        },
        href: bytes.map(|bytes| address(&name, &bytes)),
        name,
    };
    Ok((path, view))
}

/// The pictures that stand in the texts of some pages, whatever their size.
fn pictures<'p>(
    press: &Press<'_>,
    at: usize,
    pages: impl Iterator<Item = &'p Page>,
    attachments: Attachments<'_>,
) -> Result<BTreeMap<String, String>, Error> {
    let subject = &press.subjects[at];
    let pages: Vec<&Page> = pages.filter(|page| page.html.contains(" src=\"")).collect();
    let mut pictures = BTreeMap::new();
    for item in subject.audit.evidence.values() {
        let Some((path, file)) = subject.attachment(item).zip(item.file.as_ref()) else { continue };
        let shown = |page: &&&Page| page.html.contains(&format!(" src=\"{}\"", links::between(&page.path, &path)));
        if pages.iter().any(|page| shown(&page)) {
            let bytes = attachments(&subject.audit.id, file, u64::MAX).map_err(|source| Error::new(path.as_str(), source))?;
            pictures.insert(links::between("", &path), address(file, &bytes.unwrap_or_default()));
        }
    }
    Ok(pictures)
}

/// Bytes as an address that needs no file.
fn address(name: &str, bytes: &[u8]) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let kind = match ending.as_str() {
        "svg" => "image/svg+xml",
        "jpg" | "jpeg" => "image/jpeg",
        "png" | "gif" | "webp" | "avif" => &format!("image/{ending}"),
        _ => "application/octet-stream",
    };
    format!("data:{kind};base64,{}", BASE64.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_addresses() {
        assert_eq!(address("a.PNG", b"\x89PNG"), "data:image/png;base64,iVBORw==");
        assert_eq!(address("calls.csv", b"a,b"), "data:application/octet-stream;base64,YSxi");
    }

    #[test]
    fn the_policy_names_the_style_and_the_script() {
        let hashes =
            ["'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"];
        let policy = policy("abc", "");
        assert!(policy.contains(&format!("style-src {}", hashes[0])), "{policy}");
        assert!(policy.contains(&format!("script-src {}", hashes[1])), "{policy}");
    }
}
