//! What surrounds every page: title, navigation, what it loads.

use serde::Serialize;

use super::brand::{self, BrandView};
use super::subject::Subject;
use super::view::Link;
use super::{Press, audit_style, links, pages};
use crate::audit::{Edition, Status};
use crate::say;
use crate::words::Words;

/// Which entry of the navigation a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Current<'a> {
    Index,
    Rules,
    Overview,
    Channel(&'a str),
    Findings,
    Plan,
    Patterns,
    Evidence,
    Method,
    Print,
}

/// What surrounds every page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Frame {
    lang: &'static str,
    title: String,
    about: String,
    style: String,
    print_style: String,
    /// The audit's own style sheet, on its pages.
    audit_style: Option<String>,
    /// Which part of a report the page is, for its running head on paper.
    part: Option<String>,
    script: String,
    icon: String,
    brand: Option<BrandView>,
    /// The scripts that hold the dialogs and what is searched.
    dialogs: String,
    search: String,
    home: Link,
    client: Option<Link>,
    by: Option<String>,
    draft: bool,
    /// Whether the page is one of the internal edition, and says so.
    internal: bool,
    nav: Vec<NavItem>,
}

impl Frame {
    /// The same around a document that holds several pages: links lead within it.
    pub(crate) fn within(mut self, link: impl Fn(&str) -> Option<String>) -> Self {
        let links = self.nav.iter_mut().map(|item| &mut item.href);
        for href in links.chain(self.client.iter_mut().map(|client| &mut client.href)).chain([&mut self.home.href]) {
            // what is not in it leads to its beginning
            *href = link(href).unwrap_or_else(|| "#main".to_owned());
        }
        // its policy lets no other script in
        Frame { dialogs: String::new(), search: String::new(), ..self }
    }

    /// The same in a document that holds the brand's logo itself.
    pub(crate) fn holding(mut self, logo: Option<String>) -> Self {
        self.brand = self.brand.map(|brand| brand.holding(logo));
        self
    }
}

/// One entry of the navigation.
#[derive(Clone, Debug, Serialize)]
struct NavItem {
    href: String,
    text: String,
    /// The value of `aria-current`: this very page, or one that belongs to it.
    current: Option<&'static str>,
}

impl Press<'_> {
    /// What surrounds every page: title, navigation, marks.
    pub(crate) fn frame(
        &self,
        from: &str,
        subject: Option<&Subject<'_>>,
        current: Current<'_>,
        title: &str,
        about: &str,
    ) -> Frame {
        self.frame_in(subject.map_or(self.words, |subject| subject.words), from, subject, current, title, about)
    }

    /// What the window of a page is called, in the given words: the page, and whose audit it belongs to.
    pub(crate) fn title(&self, words: Words, subject: Option<&Subject<'_>>, page: &str) -> String {
        let title = match subject {
            Some(subject) => [page, " · ", &subject.whose].concat(),
            None => page.to_owned(),
        };
        match self.edition() {
            Edition::Client => title,
            Edition::Internal => say!(words, "edition-internal-title", title = title),
        }
    }

    /// The same in given words, for pages of no single audit.
    pub(crate) fn frame_in(
        &self,
        words: Words,
        from: &str,
        subject: Option<&Subject<'_>>,
        current: Current<'_>,
        title: &str,
        about: &str,
    ) -> Frame {
        let site = |file: &str| links::between(from, file);
        let mut nav = Vec::new();
        let mut item = |text: &str, to: String, current: bool| {
            let current = current.then_some(if to == from { "page" } else { "true" });
            nav.push(NavItem { href: links::between(from, &to), text: text.to_owned(), current });
        };
        if let Some(subject) = subject {
            let id = &subject.audit.id;
            item(words.get("page-overview"), links::overview(id), current == Current::Overview);
            for channel in &subject.audit.channels {
                item(&channel.title, links::channel(id, &channel.id), current == Current::Channel(&channel.id));
            }
            item(words.get("page-findings"), links::of_audit(id, "findings.html"), current == Current::Findings);
            item(words.get("page-plan"), links::of_audit(id, "plan.html"), current == Current::Plan);
            item(words.get("page-patterns"), links::of_audit(id, "patterns.html"), current == Current::Patterns);
            item(words.get("page-evidence"), links::of_audit(id, "evidence.html"), current == Current::Evidence);
            item(words.get("page-method"), links::of_audit(id, "method.html"), current == Current::Method);
        } else {
            item(words.get("page-audits"), "index.html".to_owned(), current == Current::Index);
        }
        item(words.get("page-rules"), links::rules(words.language()), current == Current::Rules);
        Frame {
            lang: words.language().id(),
            title: self.title(words, subject, title),
            internal: self.edition() == Edition::Internal,
            about: about.to_owned(),
            style: site("assets/style.css"),
            print_style: site("assets/print.css"),
            audit_style: subject.map(|subject| site(&subject.path(audit_style::FILE))),
            part: subject.and_then(|subject| audit_style::part(subject, current)),
            script: site("assets/site.js"),
            icon: site("assets/icon.svg"),
            brand: match subject.and_then(|subject| brand::own(subject.brand, self.brand).zip(Some(subject))) {
                Some((brand, subject)) => Some(BrandView::new(brand, from, &subject.audit.id)),
                None => self.brand.map(|brand| BrandView::new(brand, from, brand::ASSETS)),
            },
            dialogs: site(&pages::search::dialogs_file(words)),
            search: pages::search::files(subject, words).map(|file| site(&file)).join(" "),
            home: Link::new(site("index.html"), words.get("site-name")),
            client: subject.map(|subject| Link::new(site(&links::overview(&subject.audit.id)), subject.whose.as_str())),
            by: subject.map(|subject| subject.audit.auditor.clone()),
            draft: subject.is_some_and(|subject| subject.audit.status == Status::Draft),
            nav,
        }
    }
}
