//! SVG logos: pages show them by `<img>`, where nothing in them can run or load. Whoever opens the file itself has no such wall, so
//! what could run, load or lead elsewhere is refused as well.

use roxmltree::{Attribute, Document, Node, ParsingOptions};

use super::logo::{Fault, fault};

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
/// How to get rid of all that is refused.
const PLAIN: &str = "export it anew as plain SVG, with texts as paths and pictures embedded";

/// Elements that may not stand in a logo, and what they are.
const REFUSED: [(&str, &str); 12] = [
    ("script", "a script"),
    ("handler", "a script"),
    ("listener", "a script"),
    ("foreignObject", "a piece of a web page (`foreignObject`)"),
    ("iframe", "a web page in a frame"),
    ("audio", "sound"),
    ("video", "a film"),
    ("animate", "an animation"),
    ("animateMotion", "an animation"),
    ("animateTransform", "an animation"),
    ("set", "an animation"),
    ("discard", "an animation"),
];

/// The ratio of width to height of an SVG in which nothing is refused.
pub(super) fn check(bytes: &[u8]) -> Result<f64, Fault> {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(fault("is written in UTF-16", "save the file with the encoding \"UTF-8\""));
    }
    let neither = || fault("is neither an SVG nor a PNG picture", "save the logo as SVG or PNG");
    let text = std::str::from_utf8(bytes).map_err(|_| neither())?;
    if !text.contains("<svg") && !text.contains(SVG) {
        return Err(neither());
    }
    // a bare `<!DOCTYPE svg …>`, as older programs write it, is read by nobody; entities could hide anything
    if text.contains("<!ENTITY") {
        return Err(refused("declares entities (`<!ENTITY`)", None));
    }
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(text, options).map_err(|error| fault(format!("is no valid SVG: {error}"), PLAIN))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(neither());
    }
    if root.tag_name().namespace() != Some(SVG) {
        return Err(fault(
            "does not say that it is an SVG, and would not be shown",
            format!("write `<svg xmlns=\"{SVG}\" …>` at its beginning"),
        ));
    }
    for node in document.descendants() {
        if let Some(what) = refuse(node) {
            return Err(refused(&what, Some(document.text_pos_at(node.range().start).row)));
        }
    }
    ratio(root).ok_or_else(|| {
        fault("does not say how large it is", "write its size at its beginning, such as `<svg viewBox=\"0 0 240 80\" …>`")
    })
}

fn refused(what: &str, line: Option<u32>) -> Fault {
    let line = line.map(|line| format!(", in line {line}")).unwrap_or_default();
    fault(format!("{what}{line}"), PLAIN)
}

/// What is wrong with a piece of an SVG.
fn refuse(node: Node<'_, '_>) -> Option<String> {
    if let Some(instruction) = node.pi() {
        return (instruction.target == "xml-stylesheet").then(|| "loads a style sheet".to_owned());
    }
    if node.is_text() && node.parent().is_some_and(|parent| parent.tag_name().name() == "style") {
        return style(node.text().unwrap_or_default());
    }
    if !node.is_element() {
        return None;
    }
    let tag = node.tag_name();
    if let Some((_, what)) = REFUSED.iter().find(|(name, _)| tag.name().eq_ignore_ascii_case(name)) {
        return Some(format!("holds {what}"));
    }
    if tag.namespace() == Some(XHTML) {
        return Some(format!("holds a piece of a web page (`{}`)", tag.name()));
    }
    node.attributes().find_map(attribute)
}

fn attribute(attribute: Attribute<'_, '_>) -> Option<String> {
    let (name, value) = (attribute.name(), attribute.value());
    // as a browser reads addresses and style sheets: no spaces, no control characters, no case
    if name.to_ascii_lowercase().starts_with("on") {
        return Some(format!("holds something that runs (`{name}`)"));
    }
    if matches!(name, "href" | "src") {
        let seen = squeezed(value);
        let embedded = ["png", "jpeg", "jpg", "gif", "webp"].iter().any(|kind| seen.starts_with(&format!("data:image/{kind};")));
        return (!seen.starts_with('#') && !embedded).then(|| format!("refers to something outside itself (`{name}`)"));
    }
    style(value)
}

/// What is wrong with a style sheet, or with an attribute that might hold one.
fn style(text: &str) -> Option<String> {
    let seen = squeezed(text);
    if seen.contains("@import") || seen.contains("javascript:") || seen.contains("expression(") {
        return Some("loads or runs something in its styles".to_owned());
    }
    // an escape could spell `url` in another way, and no logo needs one
    let outside = seen.split("url(").skip(1).any(|target| !target.trim_start_matches(['"', '\'']).starts_with('#'));
    let loads = ["image(", "image-set(", "\\"].iter().any(|way| seen.contains(way));
    (outside || loads).then(|| "refers to something outside itself in its styles".to_owned())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).flat_map(char::to_lowercase).collect()
}

/// Width by height: of the view box, or else of the size in pixels.
fn ratio(root: Node<'_, '_>) -> Option<f64> {
    let number = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let box_size = root.attribute("viewBox").and_then(|value| {
        let numbers: Vec<f64> =
            value.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty()).map(number).collect::<Option<_>>()?;
        if let [_, _, width, height] = numbers[..] { Some((width, height)) } else { None }
    });
    let (width, height) = box_size.or_else(|| number(root.attribute("width")?).zip(number(root.attribute("height")?)))?;
    (width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0).then(|| width / height)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inside: &str) -> String {
        format!("<svg xmlns=\"{SVG}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 20 10\">{inside}</svg>")
    }

    #[test]
    fn nothing_that_runs_loads_or_leads_elsewhere_passes() {
        for inside in [
            "<script>alert(1)</script>",
            "<SCRIPT>alert(1)</SCRIPT>",
            "<g><script href=\"#a\"/></g>",
            "<rect onclick=\"alert(1)\"/>",
            "<rect ONLOAD=\"alert(1)\"/>",
            "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">a</p></foreignObject>",
            "<metadata><b xmlns=\"http://www.w3.org/1999/xhtml\">a</b></metadata>",
            "<image href=\"https://example.org/x.png\"/>",
            "<image xlink:href=\"x.png\"/>",
            "<image href=\"data:image/svg+xml;base64,PHN2Zz4=\"/>",
            "<image href=\"data:text/html,x\"/>",
            "<use href=\"other.svg#a\"/>",
            "<a href=\"java&#10;script:alert(1)\"><rect/></a>",
            "<a xlink:href=\"https://example.org\"><rect/></a>",
            "<rect fill=\"url(https://example.org/x#a)\"/>",
            "<rect style=\"fill: UrL( 'x.svg#a' )\"/>",
            "<rect style=\"fill: \\75rl(x.svg)\"/>",
            "<style>@im\nport 'x.css';</style>",
            "<style>rect { background: image-set('x.png' 1x) }</style>",
            "<style><![CDATA[ rect { fill: url(x.svg) } ]]></style>",
            "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
            "<animate attributeName=\"x\"/>",
            "<iframe/>",
        ] {
            let checked = check(svg(inside).as_bytes());
            assert!(checked.is_err(), "{inside} passes");
            assert!(checked.unwrap_err().message.ends_with(", in line 1"), "{inside}");
        }
        for text in [
            format!("<?xml-stylesheet href=\"x.css\"?>{}", svg("")),
            format!("<!DOCTYPE svg [<!ENTITY a \"b\">]>{}", svg("&a;")),
            svg("<rect>"),
            svg("").replace(&format!(" xmlns=\"{SVG}\""), ""),
            svg("").replace(" viewBox=\"0 0 20 10\"", ""),
            svg("").replace("0 0 20 10", "0 0 20 0"),
            "<html><svg/></html>".to_owned(),
        ] {
            assert!(check(text.as_bytes()).is_err(), "{text} passes");
        }
    }

    #[test]
    fn what_drawing_programs_write_passes() {
        for inside in [
            "<defs><linearGradient id=\"a\"/></defs><rect fill=\"url(#a)\" style=\"stroke: url( '#a' )\"/>",
            "<use xlink:href=\"#a\"/>",
            "<image href=\"data:image/png;base64,iVBORw0KGgo=\"/>",
            "<style>.a { fill: #14697a } @media (prefers-color-scheme: dark) { .a { fill: #fff } }</style>",
            "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></metadata>",
            "<title>A lighthouse</title><!-- made by hand -->",
        ] {
            assert_eq!(check(svg(inside).as_bytes()).map_err(|fault| fault.message), Ok(2.0), "{inside}");
        }
        let old = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n";
        assert_eq!(
            check((old.to_owned() + &svg("").replace("viewBox=\"0 0 20 10\"", "width=\"30px\" height=\"10\"")).as_bytes()),
            Ok(3.0)
        );
    }
}
