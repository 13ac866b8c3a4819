//! What the search looks through, and the dialogs that search and help open: scripts that the page's script loads on demand, since
//! from a disk nothing else can be read. Each hands one value to `handoff()`.

use serde::Serialize;

use super::rules::{self, Kind, RuleEntry};
use crate::audit::Channel;
use crate::report::Summary;
use crate::say;
use crate::site::filters::NUMBER;
use crate::site::subject::Subject;
use crate::site::{Entry, Error, Press, Printed, headlines, links};
use crate::words::{Language, Words};

/// The audits of the site.
const AUDITS: &str = "search.js";

/// What can be found, as the script takes it.
#[derive(Serialize)]
struct Data<'a> {
    groups: Vec<Group<'a>>,
}

/// Things of one kind.
#[derive(Serialize)]
struct Group<'a> {
    /// `lead`, `finding`, `channel`, `audit`, `rule` or `problem`: the dialog has its name.
    kind: &'static str,
    /// What all of them belong to, for readers; empty where that is nothing.
    of: &'a str,
    /// Where each lies from the file of data, what it is called, what else is said of it.
    items: Vec<[String; 3]>,
}

/// The dialogs as HTML, to be put on a page.
#[derive(Serialize)]
struct Dialogs {
    dialogs: String,
}

#[derive(Serialize)]
struct View {
    many: String,
    more: String,
}

/// Where the data for a page's search lies: its audit's or the list of audits, and the rules.
pub(crate) fn files(subject: Option<&Subject<'_>>, words: Words) -> [String; 2] {
    [subject.map_or_else(|| AUDITS.to_owned(), |subject| subject.path("search.js")), rules_file(words)]
}

/// Where the rules and problems lie in the given words: beside their list.
fn rules_file(words: Words) -> String {
    links::rules(words.language()).replace("index.html", "search.js")
}

/// Where the dialogs lie that speak the given words.
pub(crate) fn dialogs_file(words: Words) -> String {
    format!("assets/dialogs-{}.js", words.language().id())
}

/// Prints what belongs to the whole site: the audits, the rules, the dialogs in every language that a page has.
pub(crate) fn print(press: &Press<'_>) -> Result<Vec<Printed>, Error> {
    let mut printed = vec![script(AUDITS.to_owned(), &Data { groups: vec![audits(press)] })?];
    for words in press.languages().map(Words::of) {
        printed.push(script(rules_file(words), &Data { groups: rules(words) })?);
        let view = View { many: say!(words, "search-many", shown = NUMBER), more: say!(words, "search-more", shown = NUMBER) };
        let dialogs = press.render(words, "search.html", &view)?;
        printed.push(script(dialogs_file(words), &Dialogs { dialogs })?);
    }
    Ok(printed)
}

/// Prints what belongs to an audit: its channels, findings and leads.
pub(crate) fn print_audit(press: &Press<'_>, at: usize) -> Result<Printed, Error> {
    let subject = &press.subjects[at];
    let path = subject.path("search.js");
    let mut groups = vec![channels(subject, &path), findings(subject, &path), observations(subject, &path)];
    groups.extend((0..subject.audit.channels.len()).map(|channel| leads(subject, channel, &path)));
    script(path, &Data { groups })
}

fn audits<'a>(press: &Press<'_>) -> Group<'a> {
    let item = |summary: &Summary| {
        let (audit, words) = (&summary.audit, Words::of(Language::from_id(&summary.audit.language).unwrap_or_default()));
        let headline = headlines::audit(words, &summary.overall, &summary.unaccounted);
        let about = [words.period(audit.period.into()), headline].join(" · ");
        [links::between(AUDITS, &links::overview(&audit.id)), audit.client.clone(), about]
    };
    Group { kind: "audit", of: "", items: press.summaries.iter().map(item).collect() }
}

/// Rules, then problems: their data lies beside their pages.
fn rules<'a>(words: Words) -> Vec<Group<'a>> {
    let group = |kind, wanted: fn(&Kind) -> bool| {
        let entries = rules::entries().iter().filter(|entry| wanted(&entry.kind));
        let item = |entry: &RuleEntry| [format!("{}.html", entry.id), entry.id.to_owned(), entry.kind.text(words).0.to_owned()];
        Group { kind, of: "", items: entries.map(item).collect() }
    };
    vec![group("rule", |kind| matches!(kind, Kind::Rule(_))), group("problem", |kind| matches!(kind, Kind::Problem(_)))]
}

fn channels<'a>(subject: &Subject<'_>, from: &str) -> Group<'a> {
    let item = |channel: &Channel| {
        let link = subject.channel_link(from, &channel.id);
        [link.href, link.text, subject.words.name(channel.kind)]
    };
    Group { kind: "channel", of: "", items: subject.audit.channels.iter().map(item).collect() }
}

fn findings<'a>(subject: &Subject<'_>, from: &str) -> Group<'a> {
    let items = subject.report.findings.iter().filter_map(|finding| {
        let (channel, step) = finding.place()?;
        let about = [subject.title(channel).to_owned(), subject.words.name(step), subject.words.name(finding.rating)];
        Some([subject.finding_href(from, channel, step), subject.finding_title(channel, step).clone(), about.join(" · ")])
    });
    Group { kind: "finding", of: "", items: items.collect() }
}

fn observations<'a>(subject: &Subject<'_>, from: &str) -> Group<'a> {
    let items = subject.audit.observations.iter().map(|observation| {
        let href = links::to_place(from, &subject.path("findings.html"), &links::observation_anchor(&observation.id));
        let channels = observation.channels.iter().map(|channel| subject.title(channel).to_owned());
        let about: Vec<String> = channels.chain([subject.words.name(observation.rating)]).collect();
        [href, observation.title.clone(), about.join(" · ")]
    });
    Group { kind: "finding", of: "", items: items.collect() }
}

fn leads<'a>(subject: &Subject<'a>, at: usize, from: &str) -> Group<'a> {
    let (channel, report) = subject.channel(at);
    let items = channel.leads.iter().zip(&report.leads).map(|(lead, derived)| {
        let class = subject.words.name(derived.class);
        let test = lead.test.then(|| subject.words.get("test-lead").to_owned());
        let about: Vec<String> = [class].into_iter().chain(test).chain(lead.wants.clone()).collect();
        let link = subject.lead_link(from, &lead.id, None);
        [link.href, link.text, about.join(" · ")]
    });
    Group { kind: "lead", of: &channel.title, items: items.collect() }
}

/// A script that hands a value over. No text in it can end a script element or a comment, wherever it may come to stand.
fn script<T: Serialize>(path: String, value: &T) -> Result<Printed, Error> {
    let json = serde_json::to_string(value).map_err(|source| Error::new(&path, source))?;
    let mut text = String::with_capacity(json.len() + 16);
    text.push_str("handoff(");
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => text.push(letter),
        }
    }
    text.push_str(");\n");
    Ok(Printed { path, entry: Entry::Bytes(text.into_bytes()) })
}
