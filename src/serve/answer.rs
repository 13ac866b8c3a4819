//! What is answered to a request. A path is one of the site, and leads out of its folder in no way, so that nothing else can be fetched.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tokio::task::spawn_blocking;

use super::state::{Current, Found, State};
use super::{events, page};

/// Headers of every answer: nothing is kept, and no page from elsewhere may take in what is served here.
const ALWAYS: [(&str, &str); 4] = [
    ("cache-control", "no-store"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
];

/// Whoever puts a page of the site into a frame shows it as theirs.
const UNFRAMED: &str = "frame-ancestors 'none'";

/// An answer before it is sent.
struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Body,
}

enum Body {
    Bytes(Vec<u8>),
    /// The stream of events.
    Events,
}

/// Answers a request.
pub(super) async fn answer(
    extract::State(state): extract::State<Arc<State>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let reads = method == Method::GET || method == Method::HEAD;
    let shared = Arc::clone(&state);
    let current = state.follow().borrow().clone();
    // reading a file may take its time, in which others are answered
    let answer = spawn_blocking(move || {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        to(&shared, &current, reads, host, uri.path())
    });
    let Ok(Answer { status, headers, body }) = answer.await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let mut response = match body {
        Body::Bytes(bytes) => bytes.into_response(),
        Body::Events => events::tell(&state).into_response(),
    };
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or_default();
    for (name, value) in headers {
        // a name of a file that no header can hold has no type that matters
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

/// The answer to a request that reads, or does not, for a host and a path.
fn to(state: &State, current: &Current, reads: bool, host: Option<&str>, path: &str) -> Answer {
    let mut answer = if !is_ours(state.ip, host) {
        text(403, "This address is not one of this server: it answers to localhost and 127.0.0.1 alone.\n")
    } else if !reads {
        let mut answer = text(405, "Pages can be read here, and nothing else.\n");
        answer.headers.push(("allow", "GET, HEAD".into()));
        answer
    } else {
        found(state, current, path)
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

/// The file of the site that a path stands for; none where it does not begin with `/`.
fn file(path: &str) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let file = decoded.strip_prefix('/')?;
    Some(if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() })
}

/// What lies at a path.
fn found(state: &State, current: &Current, path: &str) -> Answer {
    match path {
        page::SCRIPT => return bytes(200, "text/javascript; charset=utf-8", page::script_text()),
        page::STYLE => return bytes(200, "text/css; charset=utf-8", page::style()),
        page::EVENTS => return Answer { status: 200, headers: Vec::new(), body: Body::Events },
        _ => {}
    }
    if !current.has_site() {
        return own(503, page::waiting(current.notes.as_ref(), &current.version()));
    }
    let Some(file) = file(path) else { return missing(path, current) };
    match state.get(current, &file) {
        Some(Found { bytes, is_attachment: true }) => attachment(&file, bytes),
        Some(Found { bytes: content, .. }) if is_page(&file) => {
            let html = page::live(&String::from_utf8_lossy(&content), &current.version());
            with_policy(bytes(200, "text/html; charset=utf-8", html), UNFRAMED)
        }
        Some(Found { bytes: content, .. }) => with_policy(bytes(200, &with_encoding(kind(&file), &content), content), UNFRAMED),
        None if state.get(current, &format!("{file}/index.html")).is_some() => {
            let mut answer = text(302, "This is a folder.\n");
            answer.headers.push(("location", format!("{path}/")));
            answer
        }
        None => missing(path, current),
    }
}

/// A file that somebody attached.
fn attachment(file: &str, content: Vec<u8>) -> Answer {
    let kind = with_encoding(kind(file), &content);
    // what others wrote may not run here beside the report, which it could read
    let active = ["html", "svg", "xml"].iter().any(|active| kind.contains(active));
    let answer = bytes(200, &kind, content);
    if active { with_policy(answer, "sandbox; frame-ancestors 'none'") } else { answer }
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
    own(404, page::missing(&percent_decode_str(path).decode_utf8_lossy(), &current.version()))
}

/// A page of the server's own.
fn own(status: u16, html: String) -> Answer {
    with_policy(bytes(status, "text/html; charset=utf-8", html), &format!("{}; {UNFRAMED}", page::POLICY))
}

fn text(status: u16, words: &str) -> Answer {
    bytes(status, "text/plain; charset=utf-8", words)
}

fn bytes(status: u16, kind: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    Answer { status, headers: vec![("content-type", kind.to_owned())], body: Body::Bytes(bytes.into()) }
}

fn with_policy(mut answer: Answer, policy: &str) -> Answer {
    answer.headers.push(("content-security-policy", policy.to_owned()));
    answer
}
