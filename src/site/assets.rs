//! What all pages share: the style sheet, the script, the icon.

use super::compact;
use super::templates::built_in_file;
use crate::palette;

/// The assets by path.
pub(crate) fn all() -> Vec<(&'static str, String)> {
    let file = |name: &str| built_in_file(&format!("assets/{name}")).unwrap_or_default();
    vec![
        ("assets/style.css", style()),
        ("assets/site.js", compact::script(file("site.js"))),
        ("assets/icon.svg", file("icon.svg").to_owned()),
    ]
}

/// The one style sheet: colours, then pages, then charts.
fn style() -> String {
    let colours = format!(":root{{color-scheme:light dark;{}}}\n", palette::custom_properties());
    let parts = ["assets/style.css", "assets/charts.css"].map(|path| built_in_file(path).unwrap_or_default());
    compact::style(&(colours + &parts.join("\n")))
}
