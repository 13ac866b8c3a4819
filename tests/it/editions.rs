//! The two editions, the single file and the zip: what is handed over holds the same numbers, and names nobody.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use base64::Engine;
use handoff_audit::audit::Edition;
use handoff_audit::check_for;

use crate::cases;
use crate::cli::{code, copy, edit, err, files, run};
use crate::tests_folder;

/// A series of two samples, one of them with a `private.yml`, and an audit that has every field.
fn ground() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let audits = folder.path().join("audits");
    copy(&tests_folder().join("../audits/blue-heron"), &audits.join("blue-heron"));
    copy(&tests_folder().join("editions/private"), &audits);
    copy(&tests_folder().join("valid/every-field/audits"), &audits);
    folder
}

/// Builds, and gives every file of the folder `out`.
fn built(folder: &Path, arguments: &[&str], out: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let output = run(folder, arguments);
    assert!([0, 3].contains(&code(&output)), "{arguments:?}: {}", err(&output));
    let mut files = files(&folder.join(out));
    files.remove(Path::new(".handoff-audit"));
    files
}

/// What only the internal edition may tell: every value of `private.yml`, every internal note, every line of attachments marked `pii`.
fn secrets(audits: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, bytes) in files(audits).into_iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "yml")) {
        let value: serde_yaml::Value = serde_yaml::from_str(&String::from_utf8(bytes).unwrap()).unwrap();
        collect(&value, path.ends_with("private.yml"), &mut found);
        for item in value.get("evidence").and_then(serde_yaml::Value::as_mapping).into_iter().flat_map(|map| map.values()) {
            let pii = item.get("pii").and_then(serde_yaml::Value::as_bool) == Some(true);
            if let Some(file) = item.get("file").and_then(serde_yaml::Value::as_str).filter(|_| pii) {
                let text = fs::read_to_string(audits.join(&path).with_file_name(file)).unwrap();
                // the head of the table is no secret
                found.extend(text.lines().skip(1).map(str::to_owned));
            }
        }
    }
    found
}

fn collect(value: &serde_yaml::Value, secret: bool, found: &mut BTreeSet<String>) {
    match value {
        serde_yaml::Value::Mapping(map) => {
            for (key, value) in map {
                collect(value, secret || key.as_str() == Some("internal"), found);
            }
        }
        serde_yaml::Value::Sequence(items) => items.iter().for_each(|item| collect(item, secret, found)),
        serde_yaml::Value::String(text) if secret => found.extend(text.lines().map(str::to_owned)),
        _ => {}
    }
}

/// A file as a text, followed by what is packed into its addresses.
fn text_of(bytes: &[u8]) -> String {
    let all = std::iter::once(bytes.to_vec()).chain(packed(bytes));
    all.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect::<Vec<_>>().join("\n")
}

/// Whether a file holds a text, what is packed into its addresses included.
fn holds(bytes: &[u8], text: &str) -> bool {
    text_of(bytes).contains(text)
}

/// What is packed into the addresses of a page.
fn packed(page: &[u8]) -> Vec<Vec<u8>> {
    let page = String::from_utf8_lossy(page);
    let addresses = page.split(";base64,").skip(1).map(|rest| rest.split('"').next().unwrap());
    addresses.map(|text| base64::engine::general_purpose::STANDARD.decode(text).unwrap()).collect()
}

/// The pages among some files, with their texts.
fn pages(files: &BTreeMap<PathBuf, Vec<u8>>) -> impl Iterator<Item = (&Path, &str)> {
    let pages = files.iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "html"));
    pages.map(|(path, bytes)| (path.as_path(), std::str::from_utf8(bytes).unwrap()))
}

#[test]
fn both_editions_have_the_same_numbers_and_the_clients_names_nobody() {
    let folder = ground();
    let client = built(folder.path(), &["-o", "client"], "client");
    let internal = built(folder.path(), &["--edition", "internal", "-o", "internal"], "internal");
    let single = built(folder.path(), &["--single-file", "-o", "single"], "single");
    let secrets = secrets(&folder.path().join("audits"));
    assert!(secrets.len() > 20 && secrets.contains("Ottoline Marchbanks"), "{secrets:?}");
    let texts =
        |files: &BTreeMap<PathBuf, Vec<u8>>| files.iter().map(|(path, bytes)| (path.clone(), text_of(bytes))).collect::<Vec<_>>();
    let (public, private) = ([texts(&client), texts(&single)].concat(), texts(&internal));
    for secret in &secrets {
        let told: Vec<_> = public.iter().filter(|(_, text)| text.contains(secret)).map(|(path, _)| path).collect();
        assert!(told.is_empty(), "the client edition tells `{secret}` in {told:?}");
        assert!(private.iter().any(|(_, text)| text.contains(secret)), "the internal edition does not tell `{secret}`");
    }
    let added: Vec<_> = internal.keys().filter(|path| !client.contains_key(*path)).collect();
    assert_eq!(added, [Path::new("client/2026-03/evidence/calls.csv")], "attachments with personal data");
    let data = || client.iter().filter(|(path, _)| path.extension().is_none_or(|ending| ending != "html" && ending != "css"));
    // what prints the pages marks each sheet of the internal edition
    let heads = |site: &BTreeMap<PathBuf, Vec<u8>>| {
        String::from_utf8_lossy(&site[Path::new("blue-heron/2026-09/audit.css")]).into_owned()
    };
    assert!(heads(&internal).contains("Internal edition") && !heads(&client).contains("Internal edition"));
    for (path, bytes) in data() {
        assert!(*bytes == internal[path], "{} differs", path.display());
    }
    for file in ["report.json", "leads.csv", "findings.csv", "actions.csv"] {
        assert_eq!(data().filter(|(path, _)| path.ends_with(file)).count(), 3, "{file} of each audit was compared");
    }
}

#[test]
fn every_page_of_the_internal_edition_carries_its_mark() {
    let folder = ground();
    let site = built(folder.path(), &["--edition", "internal"], "site-internal");
    let single = built(folder.path(), &["--edition", "internal", "--single-file", "-o", "single"], "single");
    let client = built(folder.path(), &[], "site");
    for (path, page) in pages(&site).chain(pages(&single)) {
        let (mark, title) = match page.contains("<html lang=\"de\"") {
            true => ("nicht weitergeben", " · interne Ausgabe</title>"),
            false => ("do not pass on", " · internal edition</title>"),
        };
        assert_eq!(page.matches(mark).count(), 2, "{}: on the screen and on paper", path.display());
        assert!(page.contains(title) && page.contains("content=\"noindex\""), "{}", path.display());
    }
    for (path, page) in pages(&client) {
        assert!(!page.contains("do not pass on") && !page.contains("noindex"), "{}", path.display());
    }
}

#[test]
fn names_and_notes_stand_where_they_belong() {
    let folder = ground();
    let site = built(folder.path(), &["--edition", "internal"], "site-internal");
    for (path, text) in [
        ("blue-heron/2026-09/leads/p-11.html", "Ottoline Marchbanks"),
        ("blue-heron/2026-09/leads/p-11.html", "href=\"tel:2025550111\""),
        ("blue-heron/2026-09/leads/p-11.html", "href=\"mailto:ottoline@example.com\""),
        ("blue-heron/2026-09/leads/p-11.html", "11 Pretend Street"),
        ("blue-heron/2026-09/leads/p-11.html", "Front desk (Wilhelmina Brook)"),
        ("blue-heron/2026-09/channels/phone.html", "Ottoline Marchbanks"),
        ("blue-heron/2026-09/print.html", "Ottoline Marchbanks"),
        ("client/2026-03/evidence.html", "href=\"evidence/calls.csv\""),
        ("client/2026-03/index.html", "The owner asked for a call before this goes out"),
        ("client/2026-03/channels/phone.html", "The log was exported twice."),
        ("client/2026-03/leads/p-01.html", "Spoke to Ms Example."),
        ("client/2026-03/findings.html", "The owner was in a hurry."),
        ("client/2026-03/findings.html", "Said with a smile."),
        ("client/2026-03/print.html", "The owner was in a hurry."),
    ] {
        assert!(holds(&site[Path::new(path)], text), "{path} does not tell {text}");
    }
}

#[test]
fn the_client_edition_does_not_open_the_private_file() {
    let folder = ground();
    fs::write(folder.path().join("audits/blue-heron/2026-09/private.yml"), b"\xff: [").unwrap();
    assert_eq!(code(&run(folder.path(), &["check"])), 0);
    assert_eq!(code(&run(folder.path(), &[])), 0);
    let output = run(folder.path(), &["--edition", "internal"]);
    assert_eq!(code(&output), 1, "the internal one does, and says what is wrong");
    assert!(err(&output).contains("unreadable") && err(&output).contains("private.yml"), "{}", err(&output));
}

#[test]
fn personal_data_stops_the_client_edition_alone() {
    let folder = ground();
    let channel = folder.path().join("audits/client/2026-03/phone.yml");
    edit(&channel, "wants: Leaking water heater", "wants: Call 202-555-0199");
    let output = run(folder.path(), &[]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("error[personal-data]"), "{}", err(&output));
    let output = run(folder.path(), &["--edition", "internal"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(err(&output).contains("warning[personal-data]"), "{}", err(&output));
    assert_eq!(code(&run(folder.path(), &["--edition", "internal", "--strict"])), 1);
}

#[test]
fn editions_stay_apart_on_the_disk() {
    let folder = ground();
    built(folder.path(), &["--zip"], "site");
    built(folder.path(), &["--edition", "internal"], "site-internal");
    let before = files(folder.path());
    for arguments in [["--edition", "internal", "-o", "site"], ["--edition", "client", "-o", "site-internal"]] {
        let output = run(folder.path(), &arguments);
        assert_eq!(code(&output), 2);
        assert!(err(&output).contains("name another with -o, or delete it first"), "{}", err(&output));
    }
    assert!(files(folder.path()) == before, "nothing was changed");
    fs::remove_dir_all(folder.path().join("site")).unwrap();
    let output = run(folder.path(), &["--edition", "internal", "-o", "site", "--zip"]);
    assert_eq!(code(&output), 2, "the zip of the other edition stays");
    assert!(!folder.path().join("site").exists(), "and nothing is written beside it");
    assert!(fs::read(folder.path().join("site.zip")).unwrap() == before[Path::new("site.zip")]);
}

#[test]
fn a_wrong_private_file_is_told_like_every_other() {
    let mut failures = Vec::new();
    for case in cases::folders("editions/wrong") {
        let checked = check_for(&case.join("audits"), Edition::Internal);
        assert!(checked.has_errors(), "{}", case.display());
        let shown = cases::shown(&case, &checked.sources, &checked.problems);
        cases::compare(&case.join("expected.txt"), &shown, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// The values of an attribute of a page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    page.split(&format!(" {attribute}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn a_single_file_needs_nothing_and_holds_everything() {
    let folder = ground();
    let site = built(folder.path(), &[], "site");
    let single = built(folder.path(), &["--single-file", "-o", "single"], "single");
    let audits = ["blue-heron-2026-03", "blue-heron-2026-09", "client-2026-03"];
    let names: Vec<_> = single.keys().map(|path| path.to_string_lossy().into_owned()).collect();
    assert_eq!(names, audits.map(|audit| format!("{audit}.html")));
    for (path, page) in pages(&single) {
        let ids: Vec<&str> = values(page, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{}: an id twice", path.display());
        for link in values(page, "href").into_iter().chain(values(page, "src")) {
            match link.split_once(':') {
                Some((scheme, _)) => assert!(["data", "https", "mailto"].contains(&scheme), "{}: {link:.60}", path.display()),
                None => assert!(link.strip_prefix('#').is_some_and(|id| known.contains(id)), "{}: {link}", path.display()),
            }
        }
        assert!(!page.contains("'self'") && page.contains("script-src 'sha256-"), "{}", path.display());
    }
    let page = &single[Path::new("blue-heron-2026-09.html")];
    let lead = std::str::from_utf8(&site[Path::new("blue-heron/2026-09/leads/p-14.html")]).unwrap();
    let told = lead.split("<p class=\"step-statement\">").nth(1).unwrap().split("</p>").next().unwrap();
    for text in [told, "id=\"lead-p-14\"", "id=\"rule-claim-late\""] {
        assert!(holds(page, text), "{text}");
    }
    let inside = packed(page);
    for file in ["report.json", "leads.csv", "actions.csv", "badge.svg", "evidence/web-lead-rota.csv"] {
        let bytes = &site[&Path::new("blue-heron/2026-09").join(file)];
        assert!(inside.contains(bytes), "{file} cannot be saved from it");
    }
    let internal = built(folder.path(), &["--single-file", "--edition", "internal"], "site-internal");
    assert!(holds(&internal[Path::new("client-2026-03.html")], "Spoke to Ms Example."));
}

#[test]
fn a_large_attachment_is_named_and_a_picture_in_a_text_is_held() {
    let folder = ground();
    let evidence = folder.path().join("audits/client/2026-03/evidence");
    fs::write(evidence.join("large.bin"), vec![7; (1 << 20) + 1]).unwrap();
    fs::write(evidence.join("board.png"), b"\x89PNG\r\n\x1a\n").unwrap();
    let audit = folder.path().join("audits/client/2026-03/audit.yml");
    edit(&audit, "what: Printout of the schedule}", "what: Printout of the schedule, file: evidence/large.bin}");
    edit(&audit, "what: Board by the door}", "what: Board by the door, file: evidence/board.png}");
    edit(&audit, "Demand arrives by", "![The board](evidence/board.png) Demand arrives by");
    let single = built(folder.path(), &["--single-file"], "site");
    let page = &single[Path::new("client-2026-03.html")];
    assert!(holds(page, "evidence/large.bin <span class=\"small\">too large for this document: ask the auditor for it"));
    assert!(!packed(page).iter().any(|bytes| bytes.len() > 1 << 20), "it is not in there");
    assert!(holds(page, " src=\"data:image/png;base64,iVBORw0KGgo=\""));
}

/// Every file in a zip, by its path, with its bytes.
fn unzipped(path: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut all = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let path = file.enclosed_name().expect("it stays in its folder");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        all.insert(path, bytes);
    }
    all
}

#[test]
fn a_zip_holds_the_folder_and_is_the_same_each_time() {
    let folder = ground();
    for form in [&["--zip", "-o", "out/report"][..], &["--zip", "--single-file", "-o", "out/report"]] {
        let written = built(folder.path(), form, "out/report");
        let zip = folder.path().join("out/report.zip");
        let first = fs::read(&zip).unwrap();
        let expected: BTreeMap<_, _> = written.into_iter().map(|(path, bytes)| (Path::new("report").join(path), bytes)).collect();
        assert!(unzipped(&zip) == expected, "{form:?}: {:?}", unzipped(&zip).keys());
        built(folder.path(), form, "out/report");
        assert!(fs::read(&zip).unwrap() == first, "{form:?}: other bytes for the same site");
    }
    assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 2, "nothing else is left");
}

#[test]
fn a_zip_of_somebody_else_is_not_lost() {
    let folder = ground();
    fs::write(folder.path().join("site.zip"), "holiday pictures").unwrap();
    let output = run(folder.path(), &["--zip"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("site.zip was not written by this program"), "{}", err(&output));
    assert_eq!(fs::read_to_string(folder.path().join("site.zip")).unwrap(), "holiday pictures");
    assert!(!folder.path().join("site").exists());
}
