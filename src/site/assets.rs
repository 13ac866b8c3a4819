//! What all pages share: the style sheets for screen and paper, the script, the icon.

use super::brand;
use super::templates::OwnTemplates;
use crate::audit::Brand;
use crate::palette;

/// The assets by path, in the colours of a brand where there is one.
pub(crate) fn all(brand: Option<&Brand>, own: &OwnTemplates) -> Vec<(&'static str, String)> {
    vec![
        ("assets/style.css", style(brand, own)),
        ("assets/print.css", compact(own.file("assets/print.css"))),
        ("assets/site.js", own.file("assets/site.js").to_owned()),
        ("assets/icon.svg", icon(brand, own)),
    ]
}

/// The one style sheet: colours, then pages, then charts, then a brand, then what the user adds.
fn style(brand: Option<&Brand>, own: &OwnTemplates) -> String {
    let colours = format!(":root{{color-scheme:light dark;{}}}\n", palette::custom_properties());
    let parts = ["assets/style.css", "assets/charts.css"].map(|path| own.file(path));
    [
        colours,
        compact(&parts.join("\n")),
        brand.map(|brand| brand::style(brand, own)).unwrap_or_default(),
        compact(own.file("assets/extra.css")),
    ]
    .concat()
}

/// The icon of the window, in the brand's accent.
fn icon(brand: Option<&Brand>, own: &OwnTemplates) -> String {
    let (icon, accent) = (own.file("assets/icon.svg"), palette::get("accent"));
    icon.replace(accent.light, brand.map_or(accent.light, |brand| brand.accent.light(&accent)))
}

/// A style sheet without comments, indentation and empty lines: what only its authors need.
pub(crate) fn compact(style: &str) -> String {
    let mut bare = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compact_style_sheet_says_the_same() {
        assert_eq!(compact("/* a\n b */\na {\n  color: red; /* c */\n\n}\n"), "a {\ncolor: red;\n}\n");
    }
}
