//! `serve` as an auditor meets it: a browser's requests, and files that are saved in every way that editors know. Nothing waits for a time to pass:
//! the stream of events tells when something happened.

mod desk;
mod requests;

use std::fs;
use std::net::{TcpListener, TcpStream};

use nix::sys::signal::Signal;

use crate::cli::{code, copy, edit, err, files, run};
use crate::tests_folder;
use desk::{Desk, words};

const AUDIT: &str = "blue-heron/2026-03/audit.yml";
const FORM: &str = "blue-heron/2026-03/web-form.yml";
const OVERVIEW: &str = "blue-heron/2026-03/index.html";

#[test]
fn what_is_saved_is_served() {
    let desk = Desk::new();
    let serving = desk.serve(&[]);
    let mut events = serving.events();
    let first = events.next();
    assert_eq!(first["notes"]["pressing"], false, "{first:#}");
    let before = serving.get(OVERVIEW).body;
    assert!(before.contains(first["version"].as_str().unwrap()), "a page knows what it was made from");
    // in place
    edit(&desk.audits(AUDIT), "client: Blue Heron Plumbing", "client: Grey Heron Plumbing");
    let second = events.next();
    assert_ne!(first["version"], second["version"]);
    assert!(serving.get(OVERVIEW).body.contains("Grey Heron Plumbing"));
    // as a new file that takes the name of the old one, which is put aside
    let text = fs::read_to_string(desk.audits(AUDIT)).unwrap();
    fs::write(desk.audits(".audit.yml.swp"), "").unwrap();
    fs::rename(desk.audits(AUDIT), desk.audits("blue-heron/2026-03/audit.yml~")).unwrap();
    fs::write(desk.audits("blue-heron/2026-03/4913"), text.replace("Grey Heron", "White Heron")).unwrap();
    fs::rename(desk.audits("blue-heron/2026-03/4913"), desk.audits(AUDIT)).unwrap();
    events.until(|event| event["version"] != second["version"] && event["notes"]["pressing"] == false);
    assert!(serving.get(OVERVIEW).body.contains("White Heron Plumbing"));
    // several at once
    edit(&desk.audits(AUDIT), "White Heron", "Night Heron");
    edit(&desk.audits(FORM), "title: Website contact form", "title: Form on the website");
    events.until(|_| {
        let page = serving.get(OVERVIEW).body;
        page.contains("Night Heron") && page.contains("Form on the website")
    });
}

#[test]
fn what_changes_nothing_wakes_nobody() {
    let desk = Desk::new();
    let serving = desk.serve(&[]);
    let mut events = serving.events();
    let first = events.next();
    fs::write(desk.audits("blue-heron/2026-03/.audit.yml.swp"), "hidden").unwrap();
    fs::write(desk.audits("blue-heron/2026-03/audit.yml~"), "a copy").unwrap();
    let text = fs::read(desk.audits(AUDIT)).unwrap();
    fs::write(desk.audits(AUDIT), text).unwrap();
    edit(&desk.audits(AUDIT), "client: Blue Heron Plumbing", "client: Grey Heron Plumbing");
    let next = events.next();
    assert_ne!(next["version"], first["version"], "the first thing told is what changed");
    assert!(serving.get(OVERVIEW).body.contains("Grey Heron"), "and it is whole");
}

#[test]
fn mistakes_are_told_in_the_words_of_the_terminal_and_the_last_good_site_stays() {
    let desk = Desk::new();
    let serving = desk.serve(&[]);
    let mut events = serving.events();
    let good = events.next();
    edit(&desk.audits(AUDIT), "status: review", "status: rewiev");
    let wrong = events.next();
    assert_eq!((&wrong["version"], &wrong["notes"]["pressing"]), (&good["version"], &true.into()), "{wrong:#}");
    let told = words(wrong["notes"]["html"].as_str().unwrap());
    let terminal = String::from_utf8(run(desk.folder(), &["check"]).stdout).unwrap();
    assert_eq!(told.trim_end(), terminal.trim_end());
    assert!(told.contains("error[bad-value]") && told.contains("audits/blue-heron/2026-03/audit.yml:4:9"), "{told}");
    assert!(wrong["notes"]["title"].as_str().unwrap().starts_with("1 error, "), "{wrong:#}");
    assert_eq!(serving.get(OVERVIEW).status, 200);
    assert!(serving.said_until("Nothing was built").contains("Serving"), "the terminal tells, too");
    edit(&desk.audits(AUDIT), "status: rewiev", "status: review");
    assert_eq!(events.next(), good, "a mended file gives what was there before");
}

#[test]
fn folders_that_come_and_go_are_noticed() {
    let desk = Desk::new();
    let serving = desk.serve(&[]);
    let mut events = serving.events();
    events.next();
    copy(&desk.audits("blue-heron"), &desk.audits("grey-heron"));
    events.until(|_| serving.get("grey-heron/2026-03/index.html").status == 200);
    // what lies in a new folder is watched as well
    edit(&desk.audits("grey-heron/2026-03/audit.yml"), "client: Blue Heron Plumbing", "client: Plumbing of the grey heron");
    events.until(|_| serving.get("grey-heron/2026-03/index.html").body.contains("Plumbing of the grey heron"));
    fs::remove_dir_all(desk.audits("grey-heron")).unwrap();
    events.until(|_| serving.get("grey-heron/2026-03/index.html").status == 404);
    // the folder of all audits itself
    let (here, away) = (desk.folder().join("audits"), desk.folder().join("away"));
    fs::rename(&here, &away).unwrap();
    events.until(|event| words(event["notes"]["html"].as_str().unwrap()).contains("there is no such folder"));
    fs::rename(&away, &here).unwrap();
    events.until(|event| event["notes"]["pressing"] == false);
    edit(&desk.audits(AUDIT), "client: Blue Heron Plumbing", "client: Heron who came back");
    events.until(|_| serving.get(OVERVIEW).body.contains("Heron who came back"));
}

#[test]
fn an_attachment_that_changed_is_served_anew() {
    let desk = Desk::new();
    edit(&desk.audits(AUDIT), "E3: {kind: calendar,", "E3: {kind: calendar, file: schedule.html,");
    fs::write(desk.audits("blue-heron/2026-03/schedule.html"), "<script>1</script> Monday").unwrap();
    let serving = desk.serve(&[]);
    let mut events = serving.events();
    let first = events.next();
    let path = "blue-heron/2026-03/evidence/schedule.html";
    let answer = serving.get(path);
    assert_eq!(answer.body, "<script>1</script> Monday", "an attachment is served as it is");
    assert!(answer.head.contains("content-security-policy: sandbox"), "and runs nothing: {}", answer.head);
    fs::write(desk.audits("blue-heron/2026-03/schedule.html"), "Monday and Tuesday").unwrap();
    events.until(|event| event["version"] != first["version"]);
    assert_eq!(serving.get(path).body, "Monday and Tuesday");
}

#[test]
fn without_a_first_site_every_page_tells_why_and_then_follows() {
    let desk = Desk::new();
    edit(&desk.audits(AUDIT), "status: review", "status: rewiev");
    let serving = desk.serve(&[]);
    let mut events = serving.events();
    let first = events.next();
    let page = serving.get(OVERVIEW);
    assert_eq!(page.status, 503);
    assert!(words(&page.body).contains("did you mean `review`?"), "{}", page.body);
    assert!(page.body.contains(first["version"].as_str().unwrap()));
    edit(&desk.audits(AUDIT), "status: rewiev", "status: revue");
    let second = events.next();
    assert_ne!(first["version"], second["version"], "other mistakes are another page");
    edit(&desk.audits(AUDIT), "status: revue", "status: review");
    events.until(|event| event["notes"]["pressing"] == false);
    assert_eq!(serving.get(OVERVIEW).status, 200);
}

#[test]
fn a_folder_that_is_not_there_is_said_plainly() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["serve", "--port", "0"]);
    assert_eq!(code(&output), 1);
    assert!(err(&output).contains("there is no such folder"), "{}", err(&output));
    let desk = Desk::new();
    let output = run(desk.folder(), &["serve", "--port", "0", "--templates", "mine"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("mine is not there"), "{}", err(&output));
}

#[test]
fn templates_are_followed_too() {
    let desk = Desk::new();
    let template = desk.folder().join("mine/pages/index.html");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    let page =
        |words: &str| format!("{{% extends \"builtin/pages/index.html\" %}}{{% block main %}}<p>{words}</p>{{% endblock %}}");
    fs::write(&template, page("One")).unwrap();
    let serving = desk.serve(&["--templates", "mine"]);
    let mut events = serving.events();
    events.next();
    fs::write(&template, page("Two")).unwrap();
    events.until(|_| serving.get("").body.contains("<p>Two</p>"));
    fs::write(&template, page("{{ nothing.of.the.kind }}")).unwrap();
    let event = events.until(|event| event["notes"]["pressing"] == true);
    assert_eq!(event["notes"]["title"], "The site cannot be built");
    assert!(event["notes"]["html"].as_str().unwrap().contains("pages/index.html"), "{event:#}");
    assert!(serving.get("").body.contains("<p>Two</p>"), "the last good page stays");
    fs::write(&template, page("Three")).unwrap();
    events.until(|_| serving.get("").body.contains("<p>Three</p>"));
}

#[test]
fn gates_and_strictness_are_told() {
    let desk = Desk::new();
    edit(&desk.audits(AUDIT), "unproven_above: 0.25", "overall_below: 3");
    let event = desk.serve(&[]).events().next();
    assert!(event["notes"]["title"].as_str().unwrap().starts_with("gate failed, "), "{event:#}");
    let told = words(event["notes"]["html"].as_str().unwrap());
    assert!(told.starts_with("Gate of blue-heron/2026-03: ") && told.contains("overall_below"), "{told}");
    assert_eq!(event["notes"]["pressing"], false);
    let strict = desk.serve(&["--strict"]);
    assert_eq!(strict.get("").status, 503);
    assert!(strict.get("").body.contains("--strict"));
}

#[test]
fn a_served_site_is_the_built_one() {
    let desk = Desk::new();
    assert_eq!(code(&run(desk.folder(), &[])), 0);
    let serving = desk.serve(&[]);
    for (path, bytes) in files(&desk.folder().join("site")) {
        let path = path.to_string_lossy().replace('\\', "/");
        if path == ".handoff-audit" {
            continue;
        }
        let answer = serving.get(&path);
        assert_eq!(answer.status, 200, "{path}");
        let built = String::from_utf8(bytes).unwrap();
        if !path.ends_with(".html") {
            assert_eq!(answer.body, built, "{path}");
            continue;
        }
        assert!(!built.contains("live.js") && !built.contains("connect-src"), "{path} as built knows nothing of a server");
        let script = answer.body.lines().find(|line| line.contains("/.live/live.js")).unwrap();
        let plain = answer.body.replace(&format!("{script}\n"), "").replace("connect-src 'self'; ", "");
        assert_eq!(plain, built, "{path}");
    }
}

#[test]
fn a_port_in_use_is_said_and_a_free_one_found() {
    let desk = Desk::new();
    let (one, two) = (desk.serve_with(&[]), desk.serve_with(&[]));
    assert_ne!(one.port(), two.port(), "without --port each finds a free one");
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = run(desk.folder(), &["serve", "--port", &port]);
    assert_eq!(code(&output), 2);
    let told = err(&output);
    assert!(told.contains(&format!("port {port} is in use")) && told.contains("--port"), "{told}");
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_told_to() {
    let desk = Desk::new();
    let temporary = tempfile::tempdir().unwrap();
    let left = || fs::read_dir(temporary.path()).unwrap().count();
    for signal in [Signal::SIGINT, Signal::SIGTERM] {
        let mut serving = desk.serve_as(&[], &[("TMPDIR", temporary.path().to_str().unwrap())]);
        let _reader = serving.events().next();
        assert_eq!(left(), 1, "what is shown");
        assert_eq!(serving.signal(signal), 0);
        assert_eq!(left(), 0);
        assert!(serving.said_until("is not served any more").contains("Ended"));
        TcpListener::bind(("127.0.0.1", serving.port())).expect("the port is free again");
    }
}

#[test]
fn a_place_for_what_is_shown_that_will_not_do_is_told_with_another() {
    let desk = Desk::new();
    let within = desk.audits("temporary");
    fs::create_dir(&within).unwrap();
    let serving = desk.serve_as(&[], &[("TMPDIR", within.to_str().unwrap())]);
    let page = serving.get("");
    assert_eq!(page.status, 503);
    assert!(page.body.contains("must lie apart from one another") && page.body.contains("TMPDIR"), "{}", page.body);
}

#[test]
fn only_this_machine_reads() {
    let desk = Desk::new();
    let serving = desk.serve(&[]);
    for (host, status) in [("localhost", 200), ("127.0.0.1:80", 200), ("[::1]:4400", 200), ("LOCALHOST:1", 200)] {
        assert_eq!(serving.ask("GET", "/", host).status, status, "{host}");
    }
    for host in ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", ""] {
        for path in ["/", "/.live/events", "/index.json"] {
            let answer = serving.ask("GET", path, host);
            assert_eq!(answer.status, 403, "{host}");
            assert!(!answer.body.contains("Heron"));
        }
    }
    if cfg!(target_os = "linux") {
        assert!(TcpStream::connect(("127.0.0.2", serving.port())).is_err(), "other addresses are not listened on");
    }
    let open = desk.serve(&["--host", "0.0.0.0"]);
    assert_eq!(open.ask("GET", "/", "desk.local").status, 200);
    assert!(open.url().starts_with("http://127.0.0.1:"));
    let output = run(desk.folder(), &["serve", "--host", "everywhere"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("0.0.0.0"), "{}", err(&output));
}

#[test]
fn nothing_but_the_site_is_served() {
    let desk = Desk::new();
    fs::write(desk.folder().join("secret.txt"), "secret").unwrap();
    fs::write(desk.audits("blue-heron/2026-03/private.yml"), "secret").unwrap();
    let serving = desk.serve(&[]);
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/blue-heron/../../secret.txt",
        "/blue-heron/2026-03/private.yml",
        "/blue-heron/2026-03/audit.yml",
        "//etc/passwd",
        "/audits",
        "/%ff",
    ] {
        let answer = serving.ask("GET", path, "localhost");
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.contains("There is no such page") && !answer.body.contains("secret<"), "{path}");
    }
    let escaped = serving.ask("GET", "/%3Cscript%3Ealert(1)%3C/script%3E", "localhost");
    assert!(escaped.body.contains("&lt;script&gt;alert"), "{}", escaped.body);
    let posted = serving.ask("POST", "/", "localhost");
    assert_eq!(posted.status, 405);
    assert!(posted.head.contains("allow: get, head"));
    let folder = serving.get("blue-heron/2026-03");
    assert_eq!(folder.status, 302);
    assert!(folder.head.contains("location: /blue-heron/2026-03/\r\n"), "{}", folder.head);
    assert_eq!(serving.get("blue-heron/2026-03/?x=1").status, 200);
    for (path, kind) in [
        ("", "text/html; charset=utf-8"),
        ("assets/style.css", "text/css; charset=utf-8"),
        ("assets/site.js", "text/javascript; charset=utf-8"),
        ("assets/icon.svg", "image/svg+xml"),
        ("index.json", "application/json; charset=utf-8"),
        ("blue-heron/2026-03/leads.csv", "text/csv; charset=utf-8"),
        (".live/live.css", "text/css; charset=utf-8"),
    ] {
        let answer = serving.get(path);
        assert!(answer.head.contains(&format!("content-type: {kind}\r\n")), "{path}: {}", answer.head);
        for header in ["cross-origin-resource-policy: same-origin", "x-content-type-options: nosniff", "cache-control: no-store"]
        {
            assert!(answer.head.contains(header), "{path}: {}", answer.head);
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_where_that_is_asked_for() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let browser = desk.folder().join("xdg-open");
    // what it is asked to open, it asks for by itself
    fs::write(&browser, "#!/bin/bash\nport=${1##*:}\nexec 3<>/dev/tcp/127.0.0.1/${port%/}\nprintf 'POST /opened HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3\ncat <&3 >\"$(dirname \"$0\")/answer\"\nmv \"$(dirname \"$0\")/answer\" \"$(dirname \"$0\")/audits/blue-heron/2026-03/opened.yml\"\n").unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", desk.folder().display(), std::env::var("PATH").unwrap());
    let serving = desk.serve_as(&["--port", "0", "--open"], &[("PATH", &path)]);
    serving.events().until(|_| desk.audits("blue-heron/2026-03/opened.yml").exists());
    assert!(
        fs::read_to_string(desk.audits("blue-heron/2026-03/opened.yml")).unwrap().contains(" 405 "),
        "it was the server that answered"
    );
}

#[test]
fn the_page_follows_in_a_browser() {
    let root = tests_folder().join("..");
    crate::browser::node("serve.mjs", &[env!("CARGO_BIN_EXE_handoff-audit").as_ref(), root.join("audits").as_os_str()]);
}

#[test]
fn what_is_still_to_do_is_listed_until_it_is_written() {
    let folder = Desk::empty();
    assert_eq!(code(&run(folder.folder(), &["new", "acme/2026-11", "--channels", "phone", "--leads", "1"])), 0);
    let serving = folder.serve(&[]);
    let page = serving.get("");
    assert_eq!(page.status, 503);
    assert!(page.body.contains("still to do") && page.body.contains("audits/acme/2026-11/phone.yml"), "{}", page.body);
    assert!(serving.said_until("Serving").contains("nothing is wrong"));
    let mut events = serving.events();
    fs::remove_dir_all(folder.audits("acme")).unwrap();
    copy(&tests_folder().join("golden/blue-heron/audits"), &folder.folder().join("audits"));
    events.until(|event| event["notes"]["pressing"] == false);
    assert_eq!(serving.get(OVERVIEW).status, 200);
}
