//! What holds of every page, tried on the sample audits and on copies of them with hostile texts in every place.

mod languages;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Entry, Press, Site, build, templates};
use crate::audit::{Audit, Known, Lead, Status};
use crate::report::{self, Report};

fn samples() -> Vec<(Audit, Report)> {
    let checked = crate::check(Path::new("audits"));
    assert!(!checked.has_errors(), "the sample audits have errors");
    checked.audits
}

/// The pages of a site by path.
fn pages(site: &Site) -> BTreeMap<&str, &str> {
    let pages = site.iter().filter_map(|(path, entry)| match entry {
        Entry::Bytes(bytes) if path.ends_with(".html") => Some((path, std::str::from_utf8(bytes).unwrap())),
        _ => None,
    });
    pages.collect()
}

/// The values of an attribute, as they are written.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// Every text of an audit that a person writes, changed by `change`.
fn rewrite(audit: &mut Audit, change: &mut dyn FnMut(&mut String)) {
    let option = |text: &mut Option<String>, change: &mut dyn FnMut(&mut String)| {
        if let Some(text) = text {
            change(text);
        }
    };
    for text in [&mut audit.client, &mut audit.auditor, &mut audit.title] {
        change(text);
    }
    option(&mut audit.summary, change);
    audit.systems.values_mut().for_each(|system| change(&mut system.name));
    audit.people.values_mut().for_each(|person| change(&mut person.role));
    audit.evidence.values_mut().for_each(|item| change(&mut item.what));
    for words in audit.findings.values_mut() {
        for text in [&mut words.title, &mut words.cause, &mut words.recommendation] {
            option(text, change);
        }
        words.response.iter_mut().for_each(|response| [&mut response.says, &mut response.by].into_iter().for_each(&mut *change));
        words.action.iter_mut().for_each(|action| [&mut action.what, &mut action.owner].into_iter().for_each(&mut *change));
        words
            .accepted
            .iter_mut()
            .for_each(|accepted| [&mut accepted.because, &mut accepted.by].into_iter().for_each(&mut *change));
    }
    for observation in &mut audit.observations {
        change(&mut observation.title);
        change(&mut observation.body);
        option(&mut observation.recommendation, change);
    }
    for channel in &mut audit.channels {
        change(&mut channel.title);
        change(&mut channel.sample.frame);
        option(&mut channel.within_source, change);
        channel.sample.excluded.iter_mut().for_each(|excluded| change(&mut excluded.because));
        channel.must_capture.iter_mut().for_each(&mut *change);
        for lead in &mut channel.leads {
            for text in [&mut lead.wants, &mut lead.note, &mut lead.staff_says] {
                option(text, change);
            }
            lead.overrides
                .iter_mut()
                .for_each(|written| [&mut written.because, &mut written.by].into_iter().for_each(&mut *change));
            facts(lead, change);
        }
    }
}

/// The same for what a person writes about the steps of a lead.
fn facts(lead: &mut Lead, change: &mut dyn FnMut(&mut String)) {
    fn texts<F>(
        known: &mut Known<F>,
        note: &mut Option<String>,
        change: &mut dyn FnMut(&mut String),
        own: impl FnOnce(&mut F, &mut dyn FnMut(&mut String)),
    ) {
        note.iter_mut().for_each(&mut *change);
        match known {
            Known::Fact(fact) => own(fact, change),
            Known::Never(why) | Known::Unknown(why) => why.iter_mut().for_each(change),
            Known::NotApplicable(why) => change(why),
        }
    }
    texts(&mut lead.capture.known, &mut lead.capture.note, change, |fact, change| fact.got.iter_mut().for_each(change));
    texts(&mut lead.claim.known, &mut lead.claim.note, change, |fact, change| {
        [&mut fact.owner].into_iter().chain(fact.on_duty.as_mut()).for_each(change);
    });
    texts(&mut lead.r#continue.known, &mut lead.r#continue.note, change, |fact, change| {
        [&mut fact.did].into_iter().chain(fact.next_step.as_mut()).for_each(change);
    });
    texts(&mut lead.confirm.known, &mut lead.confirm.note, change, |fact, change| change(&mut fact.what));
    texts(&mut lead.close.known, &mut lead.close.note, change, |fact, change| fact.reason.iter_mut().for_each(change));
}

/// Reports are derived again, since titles stand in them.
fn derived(audits: Vec<Audit>) -> Vec<(Audit, Report)> {
    let reports = report::derive_all(&audits);
    audits.into_iter().zip(reports).collect()
}

#[test]
fn every_link_leads_to_a_file_and_a_place_that_exist() {
    let checked = links_hold(&build(&samples()).unwrap());
    assert!(checked > 1000, "only {checked} links were found");
}

/// Follows every link of a site; how many there are.
fn links_hold(site: &Site) -> usize {
    let pages = pages(site);
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(path, page)| (*path, values(page, "id").into_iter().collect())).collect();
    let mut checked = 0;
    for (path, page) in &pages {
        let all = values(page, "id");
        assert_eq!(all.len(), ids[path].len(), "{path} has an id twice: {all:?}");
        for link in values(page, "href").into_iter().chain(values(page, "src")) {
            assert!(!link.is_empty(), "{path} has an empty link");
            if link.starts_with("http") {
                continue;
            }
            let (file, fragment) = link.split_once('#').map_or((link, None), |(file, fragment)| (file, Some(fragment)));
            let mut parts: Vec<&str> = path.split('/').collect();
            if !file.is_empty() {
                parts.pop();
            }
            for part in file.split('/').filter(|part| !part.is_empty()) {
                match part {
                    ".." => assert!(parts.pop().is_some(), "{path}: {link} leaves the site"),
                    part => parts.push(part),
                }
            }
            let to = parts.join("/");
            assert!(site.get(&to).is_some(), "{path}: {link} leads nowhere");
            if let Some(fragment) = fragment {
                assert!(ids[to.as_str()].contains(fragment), "{path}: {link} names a place that is not there");
            }
            checked += 1;
        }
    }
    checked
}

#[test]
fn every_sheet_is_printed_alone_and_the_same_in_any_order() {
    let audits = samples();
    let press = Press::new(&audits).unwrap();
    let mut backwards = Site::empty();
    for sheet in press.sheets().into_iter().rev() {
        backwards.extend(press.print(sheet).unwrap());
    }
    assert!(backwards == build(&audits).unwrap());
}

#[test]
fn pages_hold_nothing_that_the_policy_forbids() {
    let audits = samples();
    let site = build(&audits).unwrap();
    for (path, page) in pages(&site) {
        assert!(page.contains("default-src 'none'"), "{path} has no policy");
        for forbidden in [" style=", "<style", "<iframe", "javascript:", " onclick", "@import", "//fonts"] {
            assert!(!page.contains(forbidden), "{path} holds {forbidden:?}");
        }
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        assert_eq!(page.matches("<script").count(), 1, "{path}");
    }
}

#[test]
fn hostile_texts_stay_texts() {
    let hostile =
        "\u{2028}\"><img src=x onerror=alert(1)><script>alert(2)</script>'`{{ 7 * 191 }}</title>[a](javascript:alert(3))";
    let mut audits: Vec<Audit> = samples().into_iter().map(|(audit, _)| audit).collect();
    for audit in &mut audits {
        rewrite(audit, &mut |text| *text = hostile.to_owned());
    }
    let audits = derived(audits);
    let site = build(&audits).unwrap();
    let (mut seen, mut found) = (0, 0);
    for (path, entry) in site.iter() {
        let Entry::Bytes(bytes) = entry else { continue };
        let text = std::str::from_utf8(bytes).unwrap();
        if path.ends_with(".html") || path.ends_with(".svg") {
            for bad in ["<img src=x", "<script>", "href=\"javascript:", "</title>'", "1337"] {
                assert!(!text.contains(bad), "{path} lets {bad:?} through");
            }
            seen += text.matches("onerror=alert(1)").count();
        }
        if path.ends_with("/audit.css") {
            let outside: String = text.split('"').step_by(2).collect();
            assert!(text.contains("alert(1)") && !text.contains('<') && !outside.contains("alert"), "{path}: {text}");
        }
        // data for the search holds texts, not HTML: nothing in it may end a script wherever it stands
        if path.ends_with("search.js") {
            assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{path}");
            found += text.matches("onerror=alert(1)").count();
            handed_over(text);
        }
    }
    assert!(seen > 500, "only {seen} hostile texts were found as text");
    assert!(found > 50, "only {found} hostile texts can be searched");
}

/// What a script hands over, read as the script would.
fn handed_over(script: &str) -> serde_json::Value {
    let value = script.strip_prefix("handoff(").and_then(|rest| rest.strip_suffix(");\n"));
    serde_json::from_str(value.unwrap_or_else(|| panic!("no data: {script}"))).unwrap()
}

#[test]
fn whatever_the_search_finds_is_there() {
    let audits = samples();
    let site = build(&audits).unwrap();
    let pages = pages(&site);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for (path, entry) in site.iter().filter(|(path, _)| path.ends_with("search.js")) {
        let Entry::Bytes(bytes) = entry else { panic!("{path}") };
        let folder = path.strip_suffix("search.js").unwrap();
        for group in handed_over(std::str::from_utf8(bytes).unwrap())["groups"].as_array().unwrap() {
            for item in group["items"].as_array().unwrap() {
                let (file, fragment) = item[0].as_str().map(|href| href.split_once('#').unwrap_or((href, ""))).unwrap();
                let page =
                    pages.get(format!("{folder}{file}").as_str()).unwrap_or_else(|| panic!("{path}: {item} leads nowhere"));
                assert!(fragment.is_empty() || page.contains(&format!(" id=\"{fragment}\"")), "{path}: {item}");
                *kinds.entry(group["kind"].as_str().unwrap().to_owned()).or_default() += 1;
            }
        }
    }
    let leads: usize = audits.iter().flat_map(|(audit, _)| &audit.channels).map(|channel| channel.leads.len()).sum();
    assert_eq!(kinds["lead"], leads);
    assert_eq!(kinds["audit"], audits.len());
    let languages: BTreeSet<&str> = audits.iter().map(|(audit, _)| audit.language.id()).collect();
    assert_eq!(kinds["rule"], languages.len() * crate::rules::CATALOGUE.len());
    let findings: usize = audits.iter().map(|(audit, report)| report.findings.len() + audit.observations.len()).sum();
    assert_eq!(kinds["finding"], findings);
    // a page loads what there is, and finds a name for every kind in the dialog
    let page = pages["rules/index.html"];
    let files = [values(page, "data-dialogs"), values(page, "data-search")].concat();
    for file in files.iter().flat_map(|files| files.split(' ')) {
        assert!(site.get(&super::bind::joined("rules/index.html", file)).is_some(), "{file}");
    }
    let Some(Entry::Bytes(dialogs)) = site.get("assets/dialogs-en.js") else { panic!("there are no dialogs") };
    let dialogs = handed_over(std::str::from_utf8(dialogs).unwrap());
    for kind in kinds.keys() {
        assert!(dialogs["dialogs"].as_str().unwrap().contains(&format!(" data-{kind}=\"")), "the dialog has no name for {kind}");
    }
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let mut audits: Vec<Audit> = samples().into_iter().map(|(audit, _)| audit).collect();
    for audit in &mut audits {
        rewrite(audit, &mut |text| *text = "=HYPERLINK(\"x\")".to_owned());
    }
    let audits = derived(audits);
    let site = build(&audits).unwrap();
    let (mut tables, mut shown) = (0, 0);
    for (path, entry) in site.iter().filter(|(path, _)| path.ends_with(".csv") && !path.contains("/evidence/")) {
        let Entry::Bytes(bytes) = entry else { panic!("{path} is no table") };
        assert!(bytes.ends_with(b"\r\n"), "{path}");
        for row in ::csv::Reader::from_reader(bytes.as_slice()).records() {
            for cell in &row.unwrap() {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{path}: {cell}");
                shown += usize::from(cell.starts_with("'="));
            }
        }
        tables += 1;
    }
    assert_eq!(tables, audits.len() * 3);
    assert!(shown > 50, "only {shown} cells would have been formulas");
}

#[test]
fn the_list_of_audits_follows_each_series() {
    let audits = samples();
    let site = build(&audits).unwrap();
    let Some(Entry::Bytes(bytes)) = site.get("index.json") else { panic!("there is no list") };
    let list: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    let Some(Entry::Bytes(bytes)) = site.get("index.schema.json") else { panic!("the list has no schema") };
    let validator = jsonschema::draft202012::new(&serde_json::from_slice(bytes).unwrap()).unwrap();
    assert!(validator.is_valid(&list), "{:?}", validator.validate(&list).err());
    let listed = list["audits"].as_array().unwrap();
    assert_eq!(listed.len(), audits.len());
    for entry in listed {
        for file in ["page", "report"] {
            assert!(site.get(entry[file].as_str().unwrap()).is_some(), "{entry}");
        }
        let previous = (entry["id"] == "blue-heron/2026-09").then_some("blue-heron/2026-03");
        assert_eq!(entry["previous"].as_str(), previous, "{entry}");
    }
}

#[test]
fn overdue_actions_come_first_and_say_so() {
    let mut audit = samples().remove(0).0;
    let plan = |audit: &Audit| {
        let audits = derived(vec![audit.clone()]);
        let site = build(&audits).unwrap();
        pages(&site)[format!("{}/plan.html", audit.id).as_str()].to_owned()
    };
    assert!(!plan(&audit).contains("overdue"));
    audit.actions_as_of = jiff::civil::date(2026, 4, 21);
    let page = plan(&audit);
    assert!(page.contains("5 actions are agreed: 3 planned and 2 overdue"));
    let states: Vec<&str> = page.split("class=\"state\"").skip(1).collect();
    let overdue: Vec<bool> = states.iter().map(|row| row.split("</td>").next().unwrap().contains("overdue")).collect();
    assert_eq!(overdue, [true, true, false, false, false]);
    assert!(page.contains("<time datetime=\"2026-04-13\">Mon 13 April 2026</time>"), "a day to act by has its weekday");
}

#[test]
fn a_level_that_the_ranges_fix_may_be_provisional() {
    let audits = derived(vec![samples().remove(0).0]);
    let site = build(&audits).unwrap();
    let pages = pages(&site);
    let note = "the ranges of the checks allow no other; provisional all the same: only 4 leads could be counted";
    assert!(pages["blue-heron/2026-03/channels/web-form.html"].contains(note));
    assert!(pages["index.html"].contains("<h1>1 handoff audit of Blue Heron Plumbing</h1>"), "an only client is named");
}

#[test]
fn internal_notes_and_names_stay_inside() {
    let secret = "the-owner-is-selling";
    let mut audits: Vec<Audit> = samples().into_iter().map(|(audit, _)| audit).collect();
    for audit in &mut audits {
        let note = || Some(secret.to_owned());
        audit.internal = note();
        audit.findings.values_mut().for_each(|words| words.internal = note());
        audit.observations.iter_mut().for_each(|observation| observation.internal = note());
        for channel in &mut audit.channels {
            channel.internal = note();
            channel.leads.iter_mut().for_each(|lead| lead.internal = note());
        }
        audit.evidence.values_mut().filter(|item| item.pii).for_each(|item| item.file = Some(format!("{secret}.png")));
    }
    let audits = derived(audits);
    for (path, entry) in build(&audits).unwrap().iter() {
        assert!(!path.contains(secret), "{path}");
        if let Entry::Bytes(bytes) = entry {
            assert!(!String::from_utf8_lossy(bytes).contains(secret), "{path} tells");
        }
    }
}

#[test]
fn every_page_of_a_draft_says_so_and_no_other() {
    let audits = samples();
    let site = build(&audits).unwrap();
    for (path, page) in pages(&site) {
        let draft = audits.iter().any(|(audit, _)| audit.status == Status::Draft && path.starts_with(&format!("{}/", audit.id)));
        assert_eq!(page.contains("class=\"draft\""), draft, "{path}");
    }
}

#[test]
fn pages_keep_to_their_weight() {
    let audits = samples();
    let site = build(&audits).unwrap();
    let size = |path: &str| match site.get(path) {
        Some(Entry::Bytes(bytes)) => bytes.len(),
        _ => 0,
    };
    assert!(size("assets/style.css") + size("assets/site.js") < 40_000);
    assert!(size("assets/print.css") < 10_000);
    for path in pages(&site).into_keys() {
        let most = match path {
            _ if path.contains("/leads/") => 40_000,
            _ if path.ends_with("/print.html") => 800_000,
            _ => 150_000,
        };
        assert!(size(path) < most, "{path} weighs {} bytes", size(path));
    }
}

#[test]
fn many_leads_take_several_pages() {
    let mut audit = samples().remove(0).0;
    let lead = audit.channels[0].leads[0].clone();
    audit.channels[0].leads =
        (0..450).map(|number| crate::audit::Lead { id: format!("L-{number:03}"), ..lead.clone() }).collect();
    let channel = format!("{}/channels/{}", audit.id, audit.channels[0].id);
    let audits = derived(vec![audit]);
    let site = build(&audits).unwrap();
    let pages = pages(&site);
    let rows = |path: &str| pages[path].matches("<th scope=\"row\"><a href=\"").count();
    assert!(pages[format!("{channel}.html").as_str()].contains("Leads 1 to 200 of 450"));
    assert!(pages[format!("{channel}/leads-3.html").as_str()].contains("Leads 401 to 450 of 450"));
    assert_eq!([rows(&format!("{channel}.html")), rows(&format!("{channel}/leads-3.html"))], [200, 50]);
    assert!(!pages.contains_key(format!("{channel}/leads-4.html").as_str()));
}

#[test]
fn only_html_made_by_this_program_is_put_on_pages_as_it_is() {
    let known = [
        "body",
        "bar.wide",
        "bar.narrow",
        "f.wide",
        "f.narrow",
        "f.table.html",
        "step.evidence",
        "step.mark",
        "rule.mark",
        "step.overridden.derived",
        "step.overridden.to",
        "client.spark",
        "part.html",
        "frame.brand.footer",
        "frame.brand.contact",
        "foot",
        "summary",
        "html",
        "fix.recommendation",
        "f.cause",
        "f.recommendation",
        "o.body",
        "o.recommendation",
        // of the single file: hashes, and what stands in files of its own elsewhere
        "policy",
        "style",
        "script",
    ];
    for (name, template) in templates::sources() {
        for (at, _) in template.match_indices("| safe") {
            let before = &template[..at];
            let value = before.rsplit("{{").next().unwrap().trim();
            assert!(known.contains(&value), "{name} puts {value:?} on the page as it is");
        }
    }
}
