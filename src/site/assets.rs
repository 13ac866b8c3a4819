//! What all pages share: the style sheet, the script, the icon.

use super::templates::built_in_file;
use crate::palette;

/// The assets by path.
pub(crate) fn all() -> Vec<(&'static str, String)> {
    let file = |name: &str| built_in_file(&format!("assets/{name}")).unwrap_or_default().to_owned();
    vec![("assets/style.css", style()), ("assets/site.js", file("site.js")), ("assets/icon.svg", file("icon.svg"))]
}

/// The one style sheet: colours, then pages, then charts.
fn style() -> String {
    let colours = format!(":root{{color-scheme:light dark;{}}}\n", palette::custom_properties());
    let parts = ["assets/style.css", "assets/charts.css"].map(|path| built_in_file(path).unwrap_or_default());
    colours + &parts.join("\n")
}
