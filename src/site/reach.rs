//! Where an auditor's text may lead.

use std::collections::BTreeMap;

use super::sheet::Sheet;
use super::subject::Subject;
use super::{Press, links};
use crate::report;
use crate::words::Language;

/// To what a page belongs.
pub(super) enum Whose {
    Site,
    Rules(Language),
    /// The audits in a folder: a page that every audit has, or that of a channel.
    Series(String),
    /// An audit alone.
    Audit(usize),
}

/// The pages that every audit has, beside those of its channels.
const PAGES: [&str; 7] =
    ["index.html", "findings.html", "plan.html", "patterns.html", "evidence.html", "method.html", "print.html"];

impl Press<'_> {
    /// Every path that a text can name, with whose it is.
    fn known_paths(&self) -> BTreeMap<String, Whose> {
        let shared = self.shared_sheets().into_iter().filter_map(|sheet| {
            let whose = match sheet {
                Sheet::Rules(language) | Sheet::Rule(language, _) => Whose::Rules(language),
                _ => Whose::Site,
            };
            Some((self.path(sheet)?, whose))
        });
        let mut paths: BTreeMap<String, Whose> = shared.collect();
        for summary in &*self.summaries {
            let id = &summary.audit.id;
            let pages = PAGES.into_iter().map(|page| links::of_audit(id, page));
            let channels = summary.channels.iter().map(|channel| links::channel(id, &channel.id));
            paths.extend(pages.chain(channels).map(|path| (path, Whose::Series(report::parent(id).to_owned()))));
        }
        for (at, subject) in self.subjects.iter().enumerate() {
            let pages = self.sheets_of(at).into_iter().filter_map(|sheet| self.path(sheet));
            let attachments = subject.audit.evidence.values().filter_map(|item| subject.attachment(item));
            for path in pages.chain(attachments) {
                paths.entry(path).or_insert(Whose::Audit(at));
            }
        }
        paths
    }

    /// The link for an address in an auditor's text, which is relative to the audit's folder in the site. It may lead to the
    /// pages of other audits of the series that all of them have, and not beyond: an audit's pages stay the same whatever else a site has.
    pub(super) fn resolve(&self, subject: &Subject<'_>, from: &str, target: &str) -> Option<String> {
        let (path, fragment) = target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)));
        let mut parts: Vec<&str> = subject.audit.id.split('/').collect();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                _ => parts.push(part),
            }
        }
        let to = if path.is_empty() { from.to_owned() } else { parts.join("/") };
        let is_near = match self.paths.get_or_init(|| self.known_paths()).get(&to)? {
            Whose::Audit(at) => self.subjects[*at].audit.id == subject.audit.id,
            Whose::Series(folder) => folder == report::parent(&subject.audit.id),
            Whose::Rules(language) => *language == subject.audit.language,
            Whose::Site => true,
        };
        is_near.then(|| match fragment {
            Some(fragment) => links::to_place(from, &to, fragment),
            None => links::between(from, &to),
        })
    }
}
