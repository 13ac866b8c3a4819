//! What is asked of the server, and by whom: methods, paths, hosts, and readers who wait for what changes.

use std::fs;
use std::net::TcpListener;

use super::desk::Desk;
use super::{AUDIT, OVERVIEW};
use crate::cli::{code, copy, edit, err, out, run};

#[test]
fn pages_are_read_and_nothing_else_is_done() {
    let desk = Desk::new();
    let serving = desk.serve(&[]);
    let page = serving.get(OVERVIEW);
    let head = serving.ask("HEAD", &format!("/{OVERVIEW}"), "localhost");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    let length = format!("content-length: {}\r\n", page.body.len());
    assert!(page.head.contains(&length) && head.head.contains(&length), "{}", head.head);
    for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW"] {
        for path in ["/", "/.live/events", "/blue-heron/2026-03/", "/nowhere"] {
            let answer = serving.ask(method, path, "localhost");
            assert_eq!(answer.status, 405, "{method} {path}");
            assert!(
                answer.head.contains("allow: get, head\r\n") && !answer.body.contains('<'),
                "{method} {path}: {}",
                answer.head
            );
        }
    }
    for request in [
        "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    ] {
        assert_eq!(serving.raw(request).status, 405, "{request:?}");
    }
    for request in
        ["nonsense\r\n\r\n", "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost\r\n\r\n"]
    {
        assert_eq!(serving.raw(request).status, 400, "{request:?}");
    }
    assert_eq!(serving.get(OVERVIEW).body, page.body, "it goes on");
}

#[test]
fn who_names_another_host_or_none_is_told_nothing() {
    let desk = Desk::new();
    let serving = desk.serve(&[]);
    for request in [
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 0.0.0.0\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [::ffff:127.0.0.1]\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost:80a\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost.\r\nConnection: close\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    ] {
        let answer = serving.raw(request);
        assert_eq!(answer.status, 403, "{request:?}");
        assert!(
            answer.body.starts_with("This address is not one of this server") && !answer.body.contains("Heron"),
            "{request:?}"
        );
        assert!(answer.head.contains("cache-control: no-store\r\n"), "{}", answer.head);
    }
    assert_eq!(serving.raw("GET / HTTP/1.0\r\nHost: LocalHost\r\n\r\n").status, 200);
}

#[test]
fn the_server_is_reached_at_the_address_that_was_asked_for() {
    let desk = Desk::new();
    let named = desk.serve(&["--host", "LOCALHOST"]);
    assert_eq!((named.url().starts_with("http://127.0.0.1:"), named.get("").status), (true, 200));
    if TcpListener::bind("[::1]:0").is_ok() {
        for host in ["::1", "::"] {
            let six = desk.serve(&["--host", host]);
            assert!(six.url().starts_with("http://[::1]:"), "{}", six.url());
            assert_eq!(six.ask("GET", "/", &format!("[::1]:{}", six.port())).status, 200);
            assert_eq!(six.ask("GET", "/", "evil.example").status, if host == "::1" { 403 } else { 200 }, "{host}");
        }
    }
    let open = desk.serve(&["--host", "0.0.0.0", "--edition", "internal"]);
    let said = open.said_until("This is the internal edition: it holds personal data.");
    assert!(said.contains("Everybody in your network can read these pages as long as this runs."), "{said}");
    // addresses for documentation are those of no machine
    let output = run(desk.folder(), &["serve", "--port", "0", "--host", "203.0.113.7"]);
    assert_eq!((code(&output), out(&output).as_str()), (2, ""));
    assert!(err(&output).contains("203.0.113.7 is no address of this machine"), "{}", err(&output));
}

#[cfg(target_os = "linux")]
#[test]
fn a_browser_that_cannot_be_opened_is_no_failure() {
    let desk = Desk::new();
    let nowhere = desk.folder().to_str().unwrap();
    let serving = desk.serve_as(&["--port", "0", "--open"], &[("PATH", nowhere)]);
    let said = serving.said_until("No browser could be opened");
    assert!(said.contains(&format!("open {} yourself.", serving.url())), "{said}");
    assert_eq!(serving.get("").status, 200);
}

#[test]
fn everybody_who_waits_is_told_the_same() {
    let desk = Desk::new();
    let serving = desk.serve(&[]);
    let (mut lead, mut other, mut gone) =
        (serving.events_of("blue-heron/2026-03/"), serving.events_of(""), serving.events_of("nowhere.html"));
    let head = lead.beginning();
    assert!(head.starts_with("http/1.1 200 ok") && head.contains("content-type: text/event-stream\r\n"), "{head}");
    assert!(head.contains("cache-control: no-store\r\n") && head.contains("retry: 1000"), "{head}");
    let first = other.next();
    assert_eq!((lead.next(), gone.next()), (first.clone(), first.clone()));
    drop(gone);
    edit(&desk.audits(AUDIT), "client: Blue Heron Plumbing", "client: Grey Heron Plumbing");
    let told = lead.next();
    assert_ne!(told["version"], first["version"]);
    assert_eq!(other.next(), told);
    // the page that is looked at is there first, and all others by the time that they are asked for
    for path in [OVERVIEW, "", "blue-heron/2026-03/leads/w-02.html", "blue-heron/2026-03/channels/phone.html"] {
        let page = serving.get(path);
        assert!(
            page.status == 200 && page.body.contains("Grey Heron") && page.body.contains(told["version"].as_str().unwrap()),
            "{path}"
        );
    }
    // who comes later is told what is shown now, and once
    let mut late = serving.events();
    assert_eq!(late.next(), told);
    edit(&desk.audits(AUDIT), "status: review", "status: rewiev");
    let wrong = late.next();
    assert_eq!((&wrong["notes"]["pressing"], &wrong["version"]), (&true.into(), &told["version"]));
    assert_eq!((lead.next(), other.next()), (wrong.clone(), wrong));
}

#[test]
fn an_attachment_that_is_gone_is_told_and_stays_with_the_last_good_site() {
    let desk = Desk::new();
    edit(&desk.audits(AUDIT), "E3: {kind: calendar,", "E3: {kind: calendar, file: schedule.csv,");
    fs::write(desk.audits("blue-heron/2026-03/schedule.csv"), "Monday").unwrap();
    let serving = desk.serve(&[]);
    let mut events = serving.events();
    let first = events.next();
    let path = "blue-heron/2026-03/evidence/schedule.csv";
    let answer = serving.get(path);
    assert_eq!((answer.status, answer.body.as_str()), (200, "Monday"));
    assert!(answer.head.contains("content-type: text/csv; charset=utf-8\r\n"), "{}", answer.head);
    fs::remove_file(desk.audits("blue-heron/2026-03/schedule.csv")).unwrap();
    let event = events.until(|event| event["notes"]["pressing"] == true);
    assert_eq!(event["version"], first["version"]);
    let answer = serving.get(path);
    assert_eq!((answer.status, answer.body.as_str()), (200, "Monday"));
    edit(&desk.audits(AUDIT), ", file: schedule.csv", "");
    events.until(|event| event["notes"]["pressing"] == false);
    let answer = serving.get(path);
    assert!(answer.status == 404 && answer.body.contains("There is no such page"), "{}", answer.body);
}

#[test]
fn a_folder_is_watched_however_it_is_named() {
    let desk = Desk::new();
    let real = desk.folder().join("real");
    fs::rename(desk.folder().join("audits"), &real).unwrap();
    fs::create_dir(desk.folder().join("empty")).unwrap();
    #[cfg_attr(not(unix), expect(unused_mut, reason = "links are tried on Unix"))]
    let mut names = vec!["empty/../real".to_owned(), real.to_str().unwrap().to_owned(), "./real/".to_owned()];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("real", desk.folder().join("link")).unwrap();
        names.push("link".to_owned());
    }
    for (number, name) in names.iter().enumerate() {
        let serving = desk.serve(&[name]);
        let mut events = serving.events();
        events.next();
        let client = format!("client: Heron {number}");
        let file = real.join(AUDIT);
        let text = fs::read_to_string(&file).unwrap();
        let line = text.lines().find(|line| line.starts_with("client: ")).unwrap().to_owned();
        edit(&file, &line, &client);
        events.until(|_| serving.get(OVERVIEW).body.contains(&client[8..]));
    }
}

#[test]
fn what_the_server_brings_along_is_its_own() {
    let desk = Desk::new();
    let serving = desk.serve(&[]);
    let style = serving.get(".live/live.css");
    let script = serving.get(".live/live.js");
    assert!(script.head.contains("content-type: text/javascript; charset=utf-8\r\n"), "{}", script.head);
    assert!(
        script.body.contains(&serde_json::Value::from(style.body.as_str()).to_string()),
        "the style sheet comes with the script"
    );
    for path in [".live", ".live/", ".live/live.html", ".live/../assets/style.css"] {
        assert_eq!(serving.get(path).status, 404, "{path}");
    }
    // an audit of that name would be hidden, and is none
    copy(&desk.audits("blue-heron"), &desk.audits(".live"));
    edit(&desk.audits(AUDIT), "client: Blue Heron Plumbing", "client: Grey Heron Plumbing");
    serving.events().until(|_| serving.get("").body.contains("Grey Heron"));
    assert_eq!(serving.get(".live/live.js").body, script.body);
    assert_eq!(serving.get(".live/2026-03/index.html").status, 404);
}
