//! What is shared by all pages of a site, and how each of them is made on its own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use foldhash::HashMap;
use rayon::prelude::*;
use serde::Serialize;

use super::brand;
use super::design::Design;
use super::markdown::{self, Html};
use super::reach::Whose;
use super::sheet::{Printed, Sheet};
use super::subject::Subject;
use super::templates::{OwnTemplates, Templates};
use super::{Entry, Error, assets, links, pages};
use crate::audit::{Audit, Brand, Brands, Edition};
use crate::charts::{self, Chart};
use crate::report::{self, Report, Summary};
use crate::task::{self, Begun, Doing};
use crate::words::{Language, Words};

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
    pub(super) paths: OnceLock<BTreeMap<String, Whose>>,
}

/// The file that keeps a host from hiding others.
pub(super) const NO_JEKYLL: &str = ".nojekyll";

/// How many audits the chart of a series shows at most.
const SERIES: usize = 24;

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
        let series = report::series(summaries.iter().map(Summary::dated));
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

    /// Says that this thread makes a sheet, until what this gives is dropped.
    pub(super) fn begin(&self, sheet: Sheet) -> Begun {
        let of_audit = || sheet.audit().map(|at| format!("{sheet:?} of {}", self.subjects[at].audit.id));
        let name = self.path(sheet).or_else(of_audit).unwrap_or_else(|| format!("{sheet:?}"));
        task::begin(Doing::Printing, name)
    }

    /// Prints one sheet.
    ///
    /// # Errors
    /// A template that cannot be rendered.
    pub fn print(&self, sheet: Sheet) -> Result<Vec<Printed>, Error> {
        let _task = self.begin(sheet);
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

    /// Prints everything that belongs to the audit at a place, but for the pages of leads that are `kept` at their paths, on all cores;
    /// the pages that the whole document binds are made once.
    ///
    /// # Errors
    /// A template that cannot be rendered; whatever `put` says, which is given each file as soon as it is printed.
    pub fn print_audit<E: From<Error> + Send>(
        &self,
        at: usize,
        kept: impl Fn(&str) -> bool,
        put: impl Fn(Printed) -> Result<(), E> + Sync,
    ) -> Result<(), E> {
        let bound = || {
            let _task = self.begin(Sheet::Print(at));
            let bound = pages::print::bound(self, at)?;
            let document = pages::print::render(self, at, &bound)?;
            let html = |path: String, html: String| Printed { path, entry: Entry::Bytes(html.into_bytes()) };
            put(html(self.path(Sheet::Print(at)).unwrap_or_default(), document))?;
            bound.into_iter().try_for_each(|page| put(html(page.path, page.html)))
        };
        let is_kept = |sheet: Sheet| matches!(sheet, Sheet::Lead(..)) && self.path(sheet).is_some_and(|path| kept(&path));
        let rest: Vec<Sheet> = self.sheets_of(at).into_iter().filter(|sheet| !sheet.is_bound() && !is_kept(*sheet)).collect();
        let rest =
            || rest.into_par_iter().with_min_len(8).try_for_each(|sheet| self.print(sheet)?.into_iter().try_for_each(&put));
        let (bound, rest): (Result<(), E>, Result<(), E>) = rayon::join(bound, rest);
        bound.and(rest)
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
        let _task = task::begin(Doing::Printing, name.as_str());
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

    /// The languages that the site's pages speak.
    pub(crate) fn languages(&self) -> impl Iterator<Item = Language> {
        self.templates.keys().copied()
    }

    /// The edition that the site is.
    pub fn edition(&self) -> Edition {
        self.edition
    }
}

/// The templates in one language.
fn press_templates(words: Words, own: &OwnTemplates) -> Result<Arc<Templates<'_>>, Error> {
    Templates::of(words, own).map_err(|fault| Error::new("the site", fault))
}
