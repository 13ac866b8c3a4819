//! What is answered to a request. A path is looked up in the site and never on the disk, so that nothing else can be fetched.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::net::IpAddr;

use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response, StatusCode};

use super::state::{Current, State};
use super::{events, page};
use crate::site::{Entry, attachment_path};

/// Headers of every answer: nothing is kept, and no page from elsewhere may take in what is served here.
const ALWAYS: [(&str, &str); 4] = [
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
];

/// Whoever puts a page of the site into a frame shows it as theirs.
const UNFRAMED: &str = "frame-ancestors 'none'";

/// An answer before it is sent.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Body,
}

pub(super) enum Body {
    Bytes(Vec<u8>),
    File(File),
    /// The stream of events.
    Events,
}

/// Answers a request.
pub(super) fn answer(state: &State, request: Request) {
    let host = request.headers().iter().find(|header| header.field.equiv("Host")).map(|header| header.value.as_str());
    let reads = matches!(request.method(), Method::Get | Method::Head);
    let answer = to(state, reads, host, request.url());
    // a reader who went away needs no answer
    let _ = match answer.body {
        Body::Events => events::tell(state, &answer.headers, request.into_writer()),
        Body::Bytes(bytes) => {
            let length = bytes.len();
            send(request, answer.status, &answer.headers, Cursor::new(bytes), length)
        }
        Body::File(file) => match file.metadata().ok().and_then(|found| usize::try_from(found.len()).ok()) {
            Some(length) => send(request, answer.status, &answer.headers, file, length),
            None => Ok(()),
        },
    };
}

fn send(request: Request, status: u16, headers: &[(&str, String)], body: impl Read, length: usize) -> std::io::Result<()> {
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok());
    // whole, with its length: in chunks nobody would know how much is still to come
    request.respond(
        Response::new(StatusCode(status), headers.collect(), body, Some(length), None).with_chunked_threshold(usize::MAX),
    )
}

/// The answer to a request that reads, or does not, for a host and an address.
pub(super) fn to(state: &State, reads: bool, host: Option<&str>, url: &str) -> Answer {
    let mut answer = if !is_ours(state.ip, host) {
        text(403, "This address is not one of this server: it answers to localhost and 127.0.0.1 alone.\n")
    } else if !reads {
        let mut answer = text(405, "Pages can be read here, and nothing else.\n");
        answer.headers.push(("Allow", "GET, HEAD".into()));
        answer
    } else {
        found(state, url.split(['?', '#']).next().unwrap_or_default())
    };
    answer.headers.extend(ALWAYS.map(|(name, value)| (name, value.to_owned())));
    answer
}

/// Whether a request to a server of this machine alone means this machine. Any other name was made to point here by somebody
/// whose page wants to read what is served (DNS rebinding).
fn is_ours(ip: IpAddr, host: Option<&str>) -> bool {
    if !ip.is_loopback() {
        return true;
    }
    let Some(host) = host else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let own = match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    ["localhost", "127.0.0.1", "[::1]", &own].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// What lies at a path, which begins with `/`.
fn found(state: &State, path: &str) -> Answer {
    let current = state.current();
    match path {
        page::SCRIPT => return bytes(200, "text/javascript; charset=utf-8", page::SCRIPT_TEXT),
        page::STYLE => return bytes(200, "text/css; charset=utf-8", page::style()),
        page::EVENTS => return Answer { status: 200, headers: Vec::new(), body: Body::Events },
        _ => {}
    }
    let Some(good) = &current.good else {
        return own(503, page::waiting(current.notes.as_ref(), &current.version()));
    };
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let Some(wanted) = decoded.strip_prefix('/') else { return missing(&decoded, &current) };
    let file: Cow<'_, str> =
        if wanted.is_empty() || wanted.ends_with('/') { format!("{wanted}index.html").into() } else { wanted.into() };
    match good.site.get(&file) {
        Some(Entry::Bytes(content)) if is_page(&file) => {
            let html = page::live(&String::from_utf8_lossy(content), &current.version());
            with_policy(bytes(200, "text/html; charset=utf-8", html), UNFRAMED)
        }
        Some(Entry::Bytes(content)) => {
            with_policy(bytes(200, &with_encoding(kind(&file), content), content.as_slice()), UNFRAMED)
        }
        Some(Entry::Attachment { audit, file }) => attachment(state, audit, file).unwrap_or_else(|| missing(&decoded, &current)),
        None if good.site.get(&format!("{file}/index.html")).is_some() => {
            let mut answer = text(302, "This is a folder.\n");
            answer.headers.push(("Location", format!("{path}/")));
            answer
        }
        None => missing(&decoded, &current),
    }
}

/// An attachment as it lies on the disk now; none where it does not any more.
fn attachment(state: &State, audit: &str, file: &str) -> Option<Answer> {
    let path = attachment_path(&state.audits, audit, file).ok()?;
    let kind = kind(file);
    let body = if is_text(&kind) { Body::Bytes(fs::read(path).ok()?) } else { Body::File(File::open(path).ok()?) };
    let kind = match &body {
        Body::Bytes(text) => with_encoding(kind, text),
        _ => kind,
    };
    let answer = Answer { status: 200, headers: vec![("Content-Type", kind.clone())], body };
    // what others wrote may not run here beside the report, which it could read
    let active = ["html", "svg", "xml"].iter().any(|active| kind.contains(active));
    Some(if active { with_policy(answer, "sandbox; frame-ancestors 'none'") } else { answer })
}

fn is_page(file: &str) -> bool {
    file.ends_with(".html")
}

/// The content type of a file by its name.
fn kind(file: &str) -> String {
    mime_guess::from_path(file).first_or_octet_stream().to_string()
}

fn is_text(kind: &str) -> bool {
    kind.starts_with("text/") || kind == "application/json"
}

/// The content type of a text, with its encoding where it can be known.
fn with_encoding(kind: String, text: &[u8]) -> String {
    if is_text(&kind) && std::str::from_utf8(text).is_ok() { kind + "; charset=utf-8" } else { kind }
}

fn missing(path: &str, current: &Current) -> Answer {
    own(404, page::missing(path, &current.version()))
}

/// A page of the server's own.
fn own(status: u16, html: String) -> Answer {
    with_policy(bytes(status, "text/html; charset=utf-8", html), &format!("{}; {UNFRAMED}", page::POLICY))
}

fn text(status: u16, words: &str) -> Answer {
    bytes(status, "text/plain; charset=utf-8", words)
}

fn bytes(status: u16, kind: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    Answer { status, headers: vec![("Content-Type", kind.to_owned())], body: Body::Bytes(bytes.into()) }
}

fn with_policy(mut answer: Answer, policy: &str) -> Answer {
    answer.headers.push(("Content-Security-Policy", policy.to_owned()));
    answer
}
