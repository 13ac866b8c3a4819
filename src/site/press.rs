//! What is shared by all pages of a site, and how each of them is made on its own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use serde::Serialize;

use super::brand::{self, BrandView};
use super::design::Design;
use super::markdown::{self, Html};
use super::subject::Subject;
use super::templates::{OwnTemplates, Templates};
use super::view::Link;
use super::{Entry, Error, assets, audit_style, links, pages};
use crate::audit::{Audit, Brand, Brands, Edition, Status};
use crate::charts::{self, Chart};
use crate::report::{self, Report, Summary};
use crate::say;
use crate::words::{Language, Words};

/// One file to print, or a few that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The list of audits.
    Index,
    /// The list of audits as data.
    Listing,
    /// The list of rules and codes, in a language.
    Rules(Language),
    /// The page of one rule or code, by its place in the list.
    Rule(Language, usize),
    /// What the search looks through on pages of no single audit, and the dialogs.
    Search,
    /// What the search looks through on the pages of an audit.
    SearchOf(usize),
    /// Style sheet, script and icon.
    Assets,
    /// The overview of an audit.
    Overview(usize),
    /// A channel of an audit.
    Channel(usize, usize),
    /// A further page of a channel's leads, counted from 1.
    Leads(usize, usize, usize),
    /// A lead of a channel of an audit.
    Lead(usize, usize, usize),
    /// The findings of an audit.
    Findings(usize),
    /// What to mend first, and what was agreed to be done.
    Plan(usize),
    /// Patterns and mistakes that an audit saw, or did not see.
    Patterns(usize),
    /// What an audit rests on, and what was overridden.
    Evidence(usize),
    /// How an audit was done.
    Method(usize),
    /// The whole audit in one document.
    Print(usize),
    /// The data, charts and attachments of an audit.
    Data(usize),
}

impl Sheet {
    /// The place of the audit that it belongs to.
    pub(crate) fn audit(self) -> Option<usize> {
        match self {
            Sheet::Index | Sheet::Listing | Sheet::Rules(_) | Sheet::Rule(..) | Sheet::Search | Sheet::Assets => None,
            Sheet::SearchOf(at)
            | Sheet::Overview(at)
            | Sheet::Channel(at, _)
            | Sheet::Leads(at, ..)
            | Sheet::Lead(at, ..)
            | Sheet::Findings(at)
            | Sheet::Plan(at)
            | Sheet::Patterns(at)
            | Sheet::Evidence(at)
            | Sheet::Method(at)
            | Sheet::Print(at)
            | Sheet::Data(at) => Some(at),
        }
    }
}

impl Sheet {
    /// Whether it is the document of the whole audit, or one of the pages that this binds as they are.
    fn is_bound(self) -> bool {
        match self {
            Sheet::Overview(_) | Sheet::Channel(..) | Sheet::Findings(_) | Sheet::Plan(_) | Sheet::Patterns(_) => true,
            Sheet::Evidence(_) | Sheet::Method(_) | Sheet::Print(_) => true,
            Sheet::Index | Sheet::Listing | Sheet::Rules(_) | Sheet::Rule(..) | Sheet::Search | Sheet::Assets => false,
            Sheet::SearchOf(_) | Sheet::Leads(..) | Sheet::Lead(..) | Sheet::Data(_) => false,
        }
    }
}

/// A file of the site with its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Relative to the site's root.
    pub path: String,
    /// What lies there.
    pub entry: Entry,
}

/// What all pages of a site share.
pub struct Press<'a> {
    templates: BTreeMap<Language, Arc<Templates<'a>>>,
    /// The words of what belongs to no single audit: those of the audits where all share a language, else English.
    pub(crate) words: Words,
    edition: Edition,
    /// Whose site it is.
    pub(crate) brand: Option<&'a Brand>,
    /// What takes the place of built-in templates and assets.
    pub(crate) own: &'a OwnTemplates,
    /// The audits whose pages can be printed.
    pub(crate) subjects: Vec<Subject<'a>>,
    /// What the lists of audits tell of each, by id.
    pub(crate) summaries: Cow<'a, [Summary]>,
    /// Every page and every attachment.
    paths: OnceLock<BTreeMap<String, Whose>>,
}

/// To what a page belongs.
enum Whose {
    Site,
    Rules(Language),
    /// The audits in a folder: a page that every audit has, or that of a channel.
    Series(String),
    /// An audit alone.
    Audit(usize),
}

/// The file that keeps a host from hiding others.
pub(super) const NO_JEKYLL: &str = ".nojekyll";

/// How many audits the chart of a series shows at most.
const SERIES: usize = 24;

/// The pages that every audit has, beside those of its channels.
const PAGES: [&str; 7] =
    ["index.html", "findings.html", "plan.html", "patterns.html", "evidence.html", "method.html", "print.html"];

impl<'a> Press<'a> {
    /// Makes ready to print the site of these audits.
    ///
    /// # Errors
    /// A template that cannot be read.
    pub fn new(audits: &'a [(Audit, Report)]) -> Result<Self, Error> {
        Press::designed(audits, Design::default())
    }

    /// The same with a look of its own.
    ///
    /// # Errors
    /// A template that cannot be read.
    pub fn designed(audits: &'a [(Audit, Report)], design: Design<'a>) -> Result<Self, Error> {
        let summaries = audits.iter().map(|(_, report)| Summary::from(report)).collect();
        let edition = audits.first().map_or(Edition::Client, |(audit, _)| audit.edition);
        let languages = audits.iter().map(|(audit, _)| audit.language).collect();
        Press::assemble(audits, Cow::Owned(summaries), languages, edition, design)
    }

    /// Makes ready to print what belongs to no single audit, of audits that were printed elsewhere.
    ///
    /// # Errors
    /// A template that cannot be read.
    pub fn of_lists(summaries: &'a [Summary], edition: Edition, design: Design<'a>) -> Result<Self, Error> {
        let languages = summaries.iter().filter_map(|summary| Language::from_id(&summary.audit.language)).collect();
        Press::assemble(&[], Cow::Borrowed(summaries), languages, edition, design)
    }

    /// Makes ready to print the pages of some audits of a series, all of which the summaries tell of.
    ///
    /// # Errors
    /// A template that cannot be read.
    pub fn of_series(audits: &'a [(Audit, Report)], series: &'a [Summary], design: Design<'a>) -> Result<Self, Error> {
        let edition = audits.first().map_or(Edition::Client, |(audit, _)| audit.edition);
        let languages = audits.iter().map(|(audit, _)| audit.language).collect();
        Press::assemble(audits, Cow::Borrowed(series), languages, edition, design)
    }

    fn assemble(
        audits: &'a [(Audit, Report)],
        summaries: Cow<'a, [Summary]>,
        languages: BTreeSet<Language>,
        edition: Edition,
        design: Design<'a>,
    ) -> Result<Self, Error> {
        let shared = languages.first().copied().filter(|_| languages.len() == 1).unwrap_or_default();
        let templates = languages.into_iter().chain([shared]).map(|language| {
            let words = Words::of(language);
            Ok((language, press_templates(words, design.own())?))
        });
        let templates = templates.collect::<Result<_, Error>>()?;
        let series = report::series(&summaries.iter().map(Summary::dated).collect::<Vec<_>>());
        let places: HashMap<&str, (usize, usize)> = series
            .iter()
            .enumerate()
            .flat_map(|(list, members)| members.iter().enumerate().map(move |(place, at)| (*at, (list, place))))
            .map(|(at, place)| (summaries[at].audit.id.as_str(), place))
            .collect();
        let subjects = audits.iter().map(|(audit, report)| {
            let mut subject = Subject::new(audit, report);
            subject.brand = design.brands.and_then(|brands| brands.of(&audit.id));
            if let Some(&(list, place)) = places.get(audit.id.as_str()) {
                subject.earlier = place.checked_sub(1).map(|earlier| series[list][earlier]);
                subject.later = series[list].get(place + 1).copied();
                subject.series = series[list][(place + 1).saturating_sub(SERIES)..=place].to_vec();
            }
            subject
        });
        let subjects: Vec<_> = subjects.collect();
        Ok(Press {
            templates,
            words: Words::of(shared),
            edition,
            brand: design.brands.and_then(Brands::root),
            own: design.own(),
            subjects,
            summaries,
            paths: OnceLock::new(),
        })
    }

    /// Where an auditor's text may lead.
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

    /// Everything that the site consists of; each can be printed on its own, in any order.
    pub fn sheets(&self) -> Vec<Sheet> {
        self.shared_sheets().into_iter().chain((0..self.subjects.len()).flat_map(|at| self.sheets_of(at))).collect()
    }

    /// What belongs to no single audit.
    pub fn shared_sheets(&self) -> Vec<Sheet> {
        let mut sheets = vec![Sheet::Index, Sheet::Listing, Sheet::Search, Sheet::Assets];
        for language in self.languages() {
            sheets.push(Sheet::Rules(language));
            sheets.extend((0..pages::rules::entries().len()).map(|at| Sheet::Rule(language, at)));
        }
        sheets
    }

    /// What belongs to the audit at a place.
    pub fn sheets_of(&self, at: usize) -> Vec<Sheet> {
        let mut sheets = vec![Sheet::Overview(at), Sheet::Findings(at), Sheet::Plan(at), Sheet::Patterns(at)];
        sheets.extend([Sheet::Evidence(at), Sheet::Method(at), Sheet::Print(at), Sheet::Data(at), Sheet::SearchOf(at)]);
        for (channel, known) in self.subjects[at].audit.channels.iter().enumerate() {
            sheets.push(Sheet::Channel(at, channel));
            sheets.extend((1..pages::leads::pages(known.leads.len())).map(|page| Sheet::Leads(at, channel, page)));
            sheets.extend((0..known.leads.len()).map(|lead| Sheet::Lead(at, channel, lead)));
        }
        sheets
    }

    /// The path of a sheet that is a page.
    pub fn path(&self, sheet: Sheet) -> Option<String> {
        let audit = |at: usize| &self.subjects[at].audit.id;
        Some(match sheet {
            Sheet::Index => "index.html".to_owned(),
            Sheet::Rules(language) => links::rules(language),
            Sheet::Rule(language, at) => links::rule(language, pages::rules::entries()[at].id),
            Sheet::Overview(at) => links::overview(audit(at)),
            Sheet::Findings(at) => links::of_audit(audit(at), "findings.html"),
            Sheet::Plan(at) => links::of_audit(audit(at), "plan.html"),
            Sheet::Patterns(at) => links::of_audit(audit(at), "patterns.html"),
            Sheet::Evidence(at) => links::of_audit(audit(at), "evidence.html"),
            Sheet::Print(at) => links::of_audit(audit(at), "print.html"),
            Sheet::Method(at) => links::of_audit(audit(at), "method.html"),
            Sheet::Channel(at, channel) => links::channel(audit(at), &self.subjects[at].audit.channels[channel].id),
            Sheet::Leads(at, channel, page) => links::leads(audit(at), &self.subjects[at].audit.channels[channel].id, page),
            Sheet::Lead(at, channel, lead) => links::lead(audit(at), &self.subjects[at].audit.channels[channel].leads[lead].id),
            Sheet::Assets | Sheet::Search | Sheet::SearchOf(_) | Sheet::Listing | Sheet::Data(_) => return None,
        })
    }

    /// Prints one sheet.
    ///
    /// # Errors
    /// A template that cannot be rendered.
    pub fn print(&self, sheet: Sheet) -> Result<Vec<Printed>, Error> {
        let text = match sheet {
            Sheet::Assets => {
                let printed = |(path, text): (&str, String)| Printed { path: path.to_owned(), entry: Entry::Bytes(text.into()) };
                let logo = self.brand.and_then(|brand| brand::print(brand, brand::ASSETS));
                let all = assets::all(self.brand, self.own).into_iter().map(printed).chain(logo);
                return Ok(all.chain([(NO_JEKYLL, String::new())].map(printed)).collect());
            }
            Sheet::Search => return pages::search::print(self),
            Sheet::SearchOf(at) => return Ok(vec![pages::search::print_audit(self, at)?]),
            Sheet::Listing => return pages::listing::print(self),
            Sheet::Data(at) => return pages::data::print(self, at),
            Sheet::Index => pages::index::render(self),
            Sheet::Rules(language) => pages::rules::render(self, language),
            Sheet::Rule(language, at) => pages::rule::render(self, language, at),
            Sheet::Overview(at) => pages::overview::render(self, at),
            Sheet::Findings(at) => pages::findings::render(self, at),
            Sheet::Plan(at) => pages::plan::render(self, at),
            Sheet::Patterns(at) => pages::patterns::render(self, at),
            Sheet::Evidence(at) => pages::evidence::render(self, at),
            Sheet::Print(at) => pages::print::render(self, at, &pages::print::bound(self, at)?),
            Sheet::Method(at) => pages::method::render(self, at),
            Sheet::Channel(at, channel) => pages::channel::render(self, at, channel),
            Sheet::Leads(at, channel, page) => pages::leads::render(self, at, channel, page),
            Sheet::Lead(at, channel, lead) => pages::lead::render(self, at, channel, lead),
        }?;
        let path = self.path(sheet).unwrap_or_default();
        Ok(vec![Printed { path, entry: Entry::Bytes(text.into_bytes()) }])
    }

    /// Prints everything that belongs to the audit at a place, on all cores; the pages that the whole document binds are made once.
    ///
    /// # Errors
    /// A template that cannot be rendered; whatever `put` says, which is given each file as soon as it is printed.
    pub fn print_audit<E: From<Error> + Send>(&self, at: usize, put: impl Fn(Printed) -> Result<(), E> + Sync) -> Result<(), E> {
        let bound = pages::print::bound(self, at)?;
        let document = pages::print::render(self, at, &bound)?;
        let html = |path: String, html: String| Printed { path, entry: Entry::Bytes(html.into_bytes()) };
        put(html(self.path(Sheet::Print(at)).unwrap_or_default(), document))?;
        bound.into_iter().try_for_each(|page| put(html(page.path, page.html)))?;
        let rest: Vec<Sheet> = self.sheets_of(at).into_iter().filter(|sheet| !sheet.is_bound()).collect();
        rest.into_par_iter().with_min_len(8).try_for_each(|sheet| self.print(sheet)?.into_iter().try_for_each(&put))
    }

    /// The ids of the audits whose pages can be printed.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> + use<'a, '_> {
        self.subjects.iter().map(|subject| subject.audit.id.as_str())
    }

    /// Prints the audit at a place as one file that needs no other.
    ///
    /// # Errors
    /// A template that cannot be rendered; an attachment that cannot be read.
    pub fn print_single(&self, at: usize, name: String, attachments: pages::single::Attachments<'_>) -> Result<Printed, Error> {
        pages::single::print(self, at, name, attachments)
    }

    /// The level through an audit's series up to this audit; none for the first.
    pub(crate) fn series_chart(&self, at: usize) -> Option<Chart> {
        let subject = &self.subjects[at];
        let summaries: Vec<&Summary> = subject.series.iter().map(|at| &self.summaries[*at]).collect();
        (summaries.len() > 1).then(|| charts::levels::series(subject.words, &summaries))
    }

    /// Renders a view with a template of `pages/`, in the given words.
    pub(crate) fn render<V: Serialize>(&self, words: Words, template: &str, view: &V) -> Result<String, Error> {
        self.templates(words)?.render(template, view)
    }

    /// Renders a component, in the given words: for what stands on many pages alike.
    pub(crate) fn render_component(&self, words: Words, component: &str, arguments: &tera::Context) -> Result<Html, Error> {
        self.templates(words)?.render_component(component, arguments)
    }

    /// The templates in the given words.
    fn templates(&self, words: Words) -> Result<Arc<Templates<'a>>, Error> {
        self.templates.get(&words.language()).map_or_else(|| press_templates(words, self.own), |known| Ok(Arc::clone(known)))
    }

    /// Turns an auditor's text into HTML for a page of an audit, under a heading of the given level.
    pub(crate) fn markdown(&self, subject: &Subject<'_>, from: &str, prefix: &str, under: u8, text: &str) -> Html {
        let resolve = |target: &str| self.resolve(subject, from, target);
        markdown::render(text, &markdown::Setting { prefix, under, resolve: &resolve })
    }

    /// The link for an address in an auditor's text, which is relative to the audit's folder in the site. It may lead to the
    /// pages of other audits of the series that all of them have, and not beyond: an audit's pages stay the same whatever else a site has.
    fn resolve(&self, subject: &Subject<'_>, from: &str, target: &str) -> Option<String> {
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

    /// The languages that the site's pages speak.
    pub(crate) fn languages(&self) -> impl Iterator<Item = Language> {
        self.templates.keys().copied()
    }

    /// The edition that the site is.
    pub fn edition(&self) -> Edition {
        self.edition
    }

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

/// The templates in one language.
fn press_templates(words: Words, own: &OwnTemplates) -> Result<Arc<Templates<'_>>, Error> {
    Templates::of(words, own).map_err(|fault| Error::new("the site", fault))
}

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
