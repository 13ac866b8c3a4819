//! What all pages share: the style sheets for screen and paper, the script, the icon.

use super::templates::built_in_file;
use crate::palette;

/// The assets by path.
pub(crate) fn all() -> Vec<(&'static str, String)> {
    let file = |name: &str| built_in_file(&format!("assets/{name}")).unwrap_or_default().to_owned();
    vec![
        ("assets/style.css", style()),
        ("assets/print.css", compact(&file("print.css"))),
        ("assets/site.js", file("site.js")),
        ("assets/icon.svg", file("icon.svg")),
    ]
}

/// The one style sheet: colours, then pages, then charts.
fn style() -> String {
    let colours = format!(":root{{color-scheme:light dark;{}}}\n", palette::custom_properties());
    let parts = ["assets/style.css", "assets/charts.css"].map(|path| built_in_file(path).unwrap_or_default());
    colours + &compact(&parts.join("\n"))
}

/// A style sheet without comments, indentation and empty lines: what only its authors need.
fn compact(style: &str) -> String {
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
