//! `handoff-audit pdf` around a program that stands in for the browser: what it is asked, and what becomes of each of its answers.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Output;

use super::AUDIT;
use crate::cli::{code, copy, edit, err, files, out, program};
use crate::tests_folder;

/// Keeps what it is asked and the pages it is given, then answers. Other programs it finds where every Unix has them.
const SCRIPT: &str = r#"#!/bin/sh
PATH=/usr/bin:/bin
here=$(dirname "$0")
for word; do case $word in --print-to-pdf=*) pdf=${word#*=};; esac; done
turn=1
while [ -e "$here/asked-$turn" ]; do turn=$((turn + 1)); done
printf '%s\n' "$@" >"$here/asked-$turn"
cp -R "$(dirname "$pdf")/report" "$here/report-$turn"
"#;

/// Answers with the PDF of this turn.
const PRINTS: &str = "cp \"$here/$turn.pdf\" \"$pdf\"";

/// An auditor's folder, beside it a folder with a browser.
struct Desk {
    ground: tempfile::TempDir,
    folder: PathBuf,
    browser: PathBuf,
}

impl Desk {
    fn new(answer: &str) -> Self {
        let ground = tempfile::tempdir().unwrap();
        let [folder, browser] = ["desk", "browser"].map(|name| fs::canonicalize(ground.path()).unwrap().join(name));
        copy(&tests_folder().join("golden/blue-heron/audits"), &folder.join("audits"));
        fs::create_dir(&browser).unwrap();
        let desk = Desk { ground, folder, browser };
        desk.answers(answer);
        desk
    }

    /// Has the browser answer so from now on, as if it had never been asked.
    fn answers(&self, answer: &str) {
        fs::remove_dir_all(&self.browser).unwrap();
        fs::create_dir(&self.browser).unwrap();
        let program = self.browser.join("chromium");
        fs::write(&program, format!("{SCRIPT}{answer}\n")).unwrap();
        fs::set_permissions(program, fs::Permissions::from_mode(0o755)).unwrap();
        // what is printed first has one page less
        fs::write(self.browser.join("1.pdf"), pdf(&[&[], &["overview"], &["channel-phone", "findings"], &["plan"]])).unwrap();
        for turn in 2..=3 {
            fs::write(self.browser.join(format!("{turn}.pdf")), pdf(&[&[], &["overview"], &["findings"], &[], &["plan"]]))
                .unwrap();
        }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.run_with(arguments, &[("CHROMIUM", self.browser.join("chromium").to_str().unwrap())])
    }

    fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
        let mut command = program();
        command.current_dir(&self.folder).env_remove("CHROMIUM").env_remove("CHROME");
        command.arg("pdf").args(arguments).envs(variables.iter().copied()).output().unwrap()
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// What the browser was asked at its first turn, its second and so on.
    fn asked(&self) -> Vec<Vec<String>> {
        let asked = (1..).map_while(|turn| fs::read_to_string(self.browser.join(format!("asked-{turn}"))).ok());
        asked.map(|words| words.lines().map(str::to_owned).collect()).collect()
    }

    /// The page that the browser was given, and its style sheet.
    fn given(&self, turn: usize) -> [String; 2] {
        let report = self.browser.join(format!("report-{turn}"));
        let given = files(&report);
        ["print.html", "audit.css"].map(|name| {
            let found: Vec<_> = given.iter().filter(|(path, _)| path.ends_with(name)).collect();
            assert_eq!(found.len(), 1, "{name} of one audit");
            String::from_utf8(found[0].1.clone()).unwrap()
        })
    }

    /// Whether the desk holds the audits, and nothing else but this.
    fn holds(&self, names: &[&str]) {
        let entries = fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut held: Vec<_> = entries.filter(|name| name != "audits").collect();
        held.sort();
        assert_eq!(held, names);
    }
}

/// A PDF of so many pages, as Chromium writes it, with the places that lie on each.
fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let numbers = 4..4 + pages.len();
    let kids: Vec<_> = numbers.clone().map(|number| format!("{number} 0 R")).collect();
    let places = numbers.zip(pages).flat_map(|(number, places)| places.iter().map(move |place| (place, number)));
    let places: String = places.map(|(place, number)| format!("/{place} [{number} 0 R /XYZ 0 792 0]\n")).collect();
    let mut objects = vec![
        "<</Type /Catalog\n/Pages 2 0 R\n/Dests 3 0 R>>".to_owned(),
        format!("<</Type /Pages\n/Count {}\n/Kids [{}]>>", pages.len(), kids.join(" ")),
        format!("<<{places}>>"),
    ];
    objects.extend(pages.iter().map(|_| "<</Type /Page\n/Parent 2 0 R>>".to_owned()));
    let mut text = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", text.len());
        text += &format!("{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = text.len();
    text += &format!("{table}trailer\n<</Size {}\n/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    text.into_bytes()
}

#[test]
fn it_prints_twice_since_the_first_print_tells_the_page_numbers() {
    let desk = Desk::new(PRINTS);
    let output = desk.run(&[AUDIT]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(
        err(&output).starts_with("Gate of blue-heron/2026-03: Passed") && !err(&output).contains("note:"),
        "{}",
        err(&output)
    );
    assert_eq!(out(&output), "Wrote blue-heron-2026-03.pdf, 5 pages\n");
    assert_eq!(fs::read(desk.at("blue-heron-2026-03.pdf")).unwrap(), fs::read(desk.browser.join("2.pdf")).unwrap());
    desk.holds(&["blue-heron-2026-03.pdf"]);
    let asked = desk.asked();
    assert_eq!((asked.len(), &asked[0]), (2, &asked[1]));
    let workshop = format!("{}/handoff-audit-pdf-", desk.folder.display());
    for wanted in [
        "--headless",
        "--no-pdf-header-footer",
        "--generate-pdf-document-outline",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        &format!("--user-data-dir={workshop}"),
        &format!("--print-to-pdf={workshop}"),
        &format!("file://{workshop}"),
    ] {
        assert!(asked[0].iter().any(|word| word.starts_with(wanted)), "{wanted}: {:?}", asked[0]);
    }
    assert!(asked[0].last().unwrap().ends_with("/report/blue-heron/2026-03/print.html"), "{:?}", asked[0]);
    assert!(!asked[0].contains(&"--no-sandbox".to_owned()));
    let [[first_page, first], [second_page, second]] = [1, 2].map(|turn| desk.given(turn));
    assert_eq!(first_page, second_page);
    assert!(first_page.contains("href=\"#plan\"") && !first_page.contains("href=\"index.html"), "ways out of the document");
    assert!(!first.contains(".contents a[href="), "nobody knows numbers before the first print");
    // what the first print shows, and nothing of what is nowhere in it
    for (place, number) in [("overview", 2), ("channel-phone", 3), ("findings", 3), ("plan", 4)] {
        assert!(second.contains(&format!(".contents a[href=\"#{place}\"]::after{{content:\"{number}\"}}")), "{place}");
    }
    assert_eq!(second.matches(".contents a[href=").count(), 4);
    assert!(second.contains("@page{size:letter}"), "the audit is of New York");
}

#[test]
fn paper_edition_and_templates_are_those_that_were_asked_for() {
    let desk = Desk::new(PRINTS);
    let printed = |arguments: &[&str]| {
        desk.answers(PRINTS);
        let output = desk.run(&[&[AUDIT], arguments].concat());
        assert_eq!(code(&output), 0, "{arguments:?}: {}", err(&output));
        (err(&output), desk.given(1))
    };
    for (size, shown) in [("a4", "A4"), ("letter", "letter")] {
        assert!(printed(&["--paper", size]).1[1].contains(&format!("@page{{size:{shown}}}")), "{size}");
    }
    let [client, _] = printed(&[]).1;
    let (told, [internal, _]) = printed(&["--edition", "internal"]);
    assert!(told.contains("internal edition: it holds personal data, do not pass it on"), "{told}");
    assert!(internal != client);
    desk.holds(&["blue-heron-2026-03-internal.pdf", "blue-heron-2026-03.pdf"]);
    let template = desk.at("mine/pages/print.html");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    let page =
        |words: &str| format!("{{% extends \"builtin/pages/print.html\" %}}{{% block main %}}<p>{words}</p>{{% endblock %}}");
    fs::write(&template, page("Printed by us")).unwrap();
    let [own, _] = printed(&["--templates", "mine"]).1;
    assert!(own.contains("<p>Printed by us</p>"), "{own}");
    let output = desk.run(&[AUDIT, "--templates", "yours"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("yours is not there"), "{}", err(&output));
    fs::write(&template, page("{{ nothing.of.the.kind }}")).unwrap();
    desk.answers(PRINTS);
    let output = desk.run(&[AUDIT, "--templates", "mine"]);
    assert_eq!((code(&output), desk.asked().len()), (2, 0), "no browser is needed to know that");
    assert!(err(&output).contains("pages/print.html"), "{}", err(&output));
}

#[test]
fn a_pdf_that_cannot_be_looked_into_is_printed_once_and_taken() {
    let desk = Desk::new("printf '%%PDF-1.7\\n%%%%EOF\\n' >\"$pdf\"");
    let output = desk.run(&[AUDIT, "-o", "a.pdf"]);
    assert_eq!((code(&output), out(&output).as_str()), (0, "Wrote a.pdf\n"));
    assert_eq!((fs::read_to_string(desk.at("a.pdf")).unwrap().as_str(), desk.asked().len()), ("%PDF-1.7\n%%EOF\n", 1));
}

#[test]
fn who_can_have_no_sandbox_prints_without_one_and_says_so() {
    let refuses = "case \" $* \" in *' --no-sandbox '*) ;; *) echo 'No usable sandbox!' >&2; exit 1;; esac";
    let desk = Desk::new(&format!("{refuses}\n{PRINTS}"));
    let output = desk.run(&[AUDIT, "-o", "a.pdf"]);
    assert_eq!((code(&output), out(&output).as_str()), (0, "Wrote a.pdf, 5 pages\n"), "{}", err(&output));
    assert!(err(&output).starts_with("note: the browser ran without its sandbox"), "{}", err(&output));
    let without: Vec<_> = desk.asked().iter().map(|words| words.contains(&"--no-sandbox".to_owned())).collect();
    assert_eq!(without, [false, true, true], "it is tried with one first, and not again");
    // and what goes wrong there is told as it is
    desk.answers(&format!("{refuses}\necho 'no such page' >&2; exit 3"));
    let output = desk.run(&[AUDIT, "-o", "b.pdf"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("no such page") && !err(&output).contains("sandbox"), "{}", err(&output));
    desk.holds(&["a.pdf"]);
}

#[test]
fn a_browser_that_fails_is_quoted_and_the_last_pdf_stays() {
    let desk = Desk::new("");
    fs::write(desk.at("last.pdf"), "%PDF-1.4 of last week").unwrap();
    for (answer, told) in [
        ("echo 'Page load failed' >&2; exit 7", &["it ended with exit status: 7\n  Page load failed\n"][..]),
        (
            "for n in 1 2 3 4 5; do echo \"line $n\" >&2; echo \"dbus: line $n\" >&2; done",
            &["status: 0\n  line 2\n  line 3\n  line 4\n  line 5\n  another"],
        ),
        ("", &["it ended with exit status: 0\n  another browser can be named: CHROMIUM="]),
        ("kill -9 $$", &["it ended with signal: 9 (SIGKILL)"]),
        ("echo '<html>' >\"$pdf\"", &["did not write the PDF"]),
        ("printf '%%PDF-1.4 half' >\"$pdf\"", &["did not write the PDF"]),
        ("mkdir \"$pdf\"", &["did not write the PDF"]),
        // only the numbers are missing, and a contents without numbers is no document
        (&format!("[ $turn = 2 ] && {{ echo 'the second time' >&2; exit 1; }}\n{PRINTS}"), &["the second time"]),
        (
            "printf '\\033[31mred\\033]0;title\\007 \\342\\200\\256rot\\n' >&2; exit 1",
            &["\u{241b}[31mred\u{241b}]0;title\u{2407} \u{fffd}rot"],
        ),
    ] {
        desk.answers(answer);
        let output = desk.run(&[AUDIT, "-o", "last.pdf"]);
        let said = err(&output);
        assert_eq!((code(&output), out(&output).as_str()), (2, ""), "{answer}: {said}");
        assert!(said.starts_with("error: the browser ") && said.contains("/browser/chromium did not write the PDF: "), "{said}");
        told.iter().for_each(|told| assert!(said.contains(told), "{answer}: {told:?} in {said:?}"));
        assert_eq!(fs::read_to_string(desk.at("last.pdf")).unwrap(), "%PDF-1.4 of last week", "{answer}");
        desk.holds(&["last.pdf"]);
    }
    // one that cannot be started
    desk.answers("");
    fs::set_permissions(desk.browser.join("chromium"), fs::Permissions::from_mode(0o644)).unwrap();
    let output = desk.run(&[AUDIT, "-o", "last.pdf"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("it does not start (Permission denied"), "{}", err(&output));
    desk.holds(&["last.pdf"]);
}

#[test]
fn browsers_are_found_by_name_and_by_path() {
    let desk = Desk::new(PRINTS);
    let (path, nowhere) = (desk.browser.to_str().unwrap(), desk.ground.path().to_str().unwrap());
    let program = desk.browser.join("chromium");
    for variables in [
        &[("PATH", path)][..],
        &[("CHROMIUM", "chromium"), ("PATH", path)],
        &[("CHROME", program.to_str().unwrap()), ("PATH", nowhere)],
        &[("CHROMIUM", ""), ("CHROME", "chromium"), ("PATH", path)],
    ] {
        desk.answers(PRINTS);
        let output = desk.run_with(&[AUDIT, "-o", "a.pdf"], variables);
        assert_eq!((code(&output), desk.asked().len()), (0, 2), "{variables:?}: {}", err(&output));
    }
    fs::remove_file(desk.at("a.pdf")).unwrap();
    if cfg!(target_os = "linux") {
        let output = desk.run_with(&[AUDIT, "-o", "a.pdf"], &[("PATH", nowhere)]);
        assert_eq!(code(&output), 2);
        assert!(err(&output).contains("none of them was found") && err(&output).contains("print.html"), "{}", err(&output));
    }
    desk.holds(&[]);
}

#[test]
fn of_several_audits_the_one_that_is_named_is_printed() {
    let desk = Desk::new(PRINTS);
    copy(&desk.at("audits/blue-heron"), &desk.at("audits/grey-heron"));
    edit(&desk.at("audits/grey-heron/2026-03/audit.yml"), "client: Blue Heron Plumbing", "client: Grey Heron Plumbing");
    // an audit that lies in no folder of audits
    copy(&desk.at("audits/grey-heron/2026-03"), &desk.at("lone"));
    for (arguments, client, file) in [
        (&["grey-heron/2026-03"][..], "Grey Heron", "grey-heron-2026-03.pdf"),
        (&["./grey-heron/2026-03/"], "Grey Heron", "grey-heron-2026-03.pdf"),
        (&["audits/blue-heron/2026-03"], "Blue Heron", "blue-heron-2026-03.pdf"),
        (&["2026-03", "--audits", "audits/grey-heron"], "Grey Heron", "2026-03.pdf"),
        (&["lone", "-o", "own.pdf"], "Grey Heron", "own.pdf"),
        (&[".", "--audits", "lone", "-o", "own.pdf"], "Grey Heron", "own.pdf"),
    ] {
        desk.answers(PRINTS);
        let output = desk.run(arguments);
        assert_eq!(code(&output), 0, "{arguments:?}: {}", err(&output));
        assert_eq!(out(&output), format!("Wrote {file}, 5 pages\n"), "{arguments:?}");
        assert!(desk.given(2)[0].contains(&format!("{client} Plumbing")), "{arguments:?}");
        assert_eq!(desk.browser.join("report-1/grey-heron").exists(), file.starts_with("grey"), "{arguments:?}: it comes alone");
        fs::remove_file(desk.at(file)).unwrap();
    }
    desk.answers(PRINTS);
    for (arguments, told) in [
        (
            &["grey-heron/2026-3"][..],
            "did you mean `grey-heron/2026-03`?\n  audits there: blue-heron/2026-03, grey-heron/2026-03",
        ),
        (&["audits"], "`audits` is neither the folder of an audit nor the id of one in audits"),
        (&["."], "`.` is neither"),
        (&["blue-heron/2026-03", "--audits", "lone"], "audits there: "),
    ] {
        let output = desk.run(arguments);
        assert_eq!((code(&output), desk.asked().len()), (2, 0), "{arguments:?}");
        assert!(err(&output).contains(told), "{arguments:?}: {}", err(&output));
    }
    // what is wrong in another one of the folder is told, and keeps it from being printed
    edit(&desk.at("audits/blue-heron/2026-03/audit.yml"), "status: review", "status: rewiev");
    let output = desk.run(&["grey-heron/2026-03"]);
    assert_eq!((code(&output), desk.asked().len()), (1, 0));
    assert!(err(&output).contains("audits/blue-heron/2026-03/audit.yml:4:9"), "{}", err(&output));
    fs::remove_dir_all(desk.at("lone")).unwrap();
    desk.holds(&[]);
}

#[test]
fn what_is_no_pdf_is_never_replaced_and_a_pdf_is() {
    let desk = Desk::new(PRINTS);
    fs::write(desk.at("thesis.pdf"), "years of work").unwrap();
    fs::create_dir(desk.at("folder.pdf")).unwrap();
    for (target, told) in [
        ("thesis.pdf", "thesis.pdf is there already and is no PDF; name another file with `-o`"),
        ("folder.pdf", "folder.pdf is there already and is no PDF"),
        ("thesis.pdf/a.pdf", "cannot replace thesis.pdf/a.pdf: it cannot be read"),
        ("nowhere/a.pdf", "cannot find nowhere: "),
    ] {
        let output = desk.run(&[AUDIT, "-o", target]);
        assert_eq!((code(&output), desk.asked().len()), (2, 0), "{target}");
        assert!(err(&output).contains(told), "{target}: {}", err(&output));
    }
    assert_eq!(fs::read_to_string(desk.at("thesis.pdf")).unwrap(), "years of work");
    desk.holds(&["folder.pdf", "thesis.pdf"]);
    fs::write(desk.at("old.pdf"), "%PDF-1.4 of last week").unwrap();
    assert_eq!(code(&desk.run(&[AUDIT, "-o", "old.pdf"])), 0);
    assert_eq!(fs::read(desk.at("old.pdf")).unwrap(), fs::read(desk.browser.join("2.pdf")).unwrap());
}

#[test]
fn a_pdf_that_finds_no_room_leaves_the_last_one() {
    let large = "{ echo %PDF-1.4; head -c 3000000 /dev/zero; echo %%EOF; } >\"$pdf\"";
    let desk = Desk::new(&format!("ulimit -S -f unlimited\n{large}"));
    fs::write(desk.at("last.pdf"), "%PDF-1.4 of last week").unwrap();
    fs::set_permissions(desk.at("last.pdf"), fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("last.pdf", desk.at("link.pdf")).unwrap();
    // files of the program alone have a bound, which the browser lifts for itself
    let bounded = |most: &str| {
        let plain = program();
        let script = format!("trap '' XFSZ; ulimit -S -f {most}; exec \"$@\"");
        let mut shell = std::process::Command::new("sh");
        shell.args(["-c", &script, "sh"]).arg(plain.get_program()).args(["pdf", AUDIT, "-o", "link.pdf"]);
        shell.current_dir(&desk.folder).env("CHROMIUM", desk.browser.join("chromium")).output().unwrap()
    };
    let full = bounded("2000");
    assert_eq!(code(&full), 2, "{}", err(&full));
    assert!(err(&full).starts_with("error: cannot write link.pdf: "), "{}", err(&full));
    assert_eq!(fs::read_to_string(desk.at("last.pdf")).unwrap(), "%PDF-1.4 of last week");
    desk.holds(&["last.pdf", "link.pdf"]);
    let room = bounded("unlimited");
    assert_eq!(code(&room), 0, "{}", err(&room));
    let last = fs::metadata(desk.at("last.pdf")).unwrap();
    assert!(last.len() > 3_000_000 && desk.at("link.pdf").is_symlink(), "what the link leads to is written");
    assert_eq!(last.permissions().mode() & 0o777, 0o640, "who may read the last one may read this one");
    desk.holds(&["last.pdf", "link.pdf"]);
    fs::set_permissions(desk.at("last.pdf"), fs::Permissions::from_mode(0o444)).unwrap();
    let kept = bounded("unlimited");
    assert!(code(&kept) == 2 && err(&kept).contains("it is read-only"), "{}", err(&kept));
}

#[test]
fn the_workshop_never_lies_among_the_audits() {
    let desk = Desk::new(PRINTS);
    let elsewhere = desk.ground.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    let browser = desk.browser.join("chromium");
    let variables = [("CHROMIUM", browser.to_str().unwrap()), ("TMPDIR", elsewhere.to_str().unwrap())];
    let output = desk.run_with(&[AUDIT, "-o", "audits/blue-heron/a.pdf"], &variables);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let wanted = format!("--user-data-dir={}/handoff-audit-pdf-", elsewhere.display());
    assert!(desk.asked()[0].iter().any(|word| word.starts_with(&wanted)), "{:?}", desk.asked()[0]);
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0, "nothing stays there");
    assert!(desk.at("audits/blue-heron/a.pdf").is_file());
}

#[test]
fn gates_and_strictness_decide_the_exit_code() {
    let desk = Desk::new(PRINTS);
    let strict = desk.run(&[AUDIT, "--strict"]);
    assert_eq!((code(&strict), desk.asked().len()), (1, 0));
    assert!(err(&strict).contains("warning[small-sample]") && err(&strict).contains("No PDF was written; mend this first"));
    desk.holds(&[]);
    edit(&desk.at("audits/blue-heron/2026-03/audit.yml"), "unproven_above: 0.25", "overall_below: 3");
    let gate = desk.run(&[AUDIT]);
    assert_eq!((code(&gate), out(&gate).as_str()), (3, "Wrote blue-heron-2026-03.pdf, 5 pages\n"), "{}", err(&gate));
    assert!(err(&gate).contains("Gate of blue-heron/2026-03: Not passed"), "{}", err(&gate));
    desk.holds(&["blue-heron-2026-03.pdf"]);
}
