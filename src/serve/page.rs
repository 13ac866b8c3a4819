//! Pages as they are served: those of the site with the script that lets them follow, and the server's own.

use super::ansi;
use super::state::Notes;
use crate::palette;
use crate::site::escape;

// What the server itself gives, at paths that no site has: names of audits do not begin with a dot.
pub(super) const SCRIPT: &str = "/.live/live.js";
pub(super) const STYLE: &str = "/.live/live.css";
pub(super) const EVENTS: &str = "/.live/events";

/// What the server's own pages may do.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/// The script, which brings its style sheet along: a page is not to wait for another file.
pub(super) fn script_text() -> String {
    include_str!("live.js").replace("\"STYLE\"", &serde_json::Value::from(style()).to_string())
}

/// The style sheet of the server's own pages and of what the script shows.
pub(super) fn style() -> String {
    format!(":host,:root{{{}}}\n{}", palette::custom_properties(), include_str!("live.css"))
}

/// A page of the site that follows what is built. Its policy lets it listen to the server that it comes from, and nothing else is changed.
pub(super) fn live(html: &str, version: &str) -> String {
    const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let html = html.replacen(POLICY, &format!("{POLICY}connect-src 'self'; "), 1);
    let (page, end) = html.split_at(html.rfind("</body>").unwrap_or(html.len()));
    format!("{page}{}{end}", script(version))
}

fn script(version: &str) -> String {
    format!("<script src=\"{SCRIPT}\" data-version=\"{version}\"></script>\n")
}

/// The page at an address at which there is none.
pub(super) fn missing(path: &str, version: &str) -> String {
    let path = escape(path);
    own(
        "There is no such page",
        &format!("<p>At <code>{path}</code> the site has nothing, or nothing any more.</p>\n<p><a href=\"/\">All audits</a></p>"),
        version,
    )
}

/// The page in place of every other as long as there has been no site.
pub(super) fn waiting(notes: Option<&Notes>, version: &str) -> String {
    let (title, text) = notes.map_or(("", String::new()), |notes| (notes.title.as_str(), ansi::html(&notes.text)));
    let title = escape(title);
    own(
        "There is no site yet",
        &format!(
            "<p>{title}. As soon as this is mended and saved, the site appears here by itself.</p>\n\
             <pre tabindex=\"0\" role=\"region\" aria-label=\"What is wrong\">{text}</pre>"
        ),
        version,
    )
}

fn own(title: &str, body: &str, version: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\" class=\"own\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} · handoff-audit</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{STYLE}\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n{}</body>\n</html>\n",
        script(version)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_listen_to_its_server_and_to_nobody_else() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\"><body>\n</body></html>";
        let expected = "<meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'self'; default-src 'none'; script-src 'self'\"><body>\n\
             <script src=\"/.live/live.js\" data-version=\"7\"></script>\n</body></html>";
        assert_eq!(live(page, "7"), expected);
        assert_eq!(
            live("<p>", "7"),
            "<p><script src=\"/.live/live.js\" data-version=\"7\"></script>\n",
            "a template of one's own"
        );
    }
}
