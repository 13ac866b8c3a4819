//! What all pages share: the style sheets for screen and paper, the script, the icon.

use super::templates::OwnTemplates;
use super::{brand, compact};
use crate::audit::Brand;
use crate::palette;

/// The assets by path, in the colours of a brand where there is one.
pub(crate) fn all(brand: Option<&Brand>, own: &OwnTemplates) -> Vec<(&'static str, String)> {
    vec![
        ("assets/style.css", style(brand, own)),
        ("assets/print.css", compact::style(own.file("assets/print.css"))),
        ("assets/site.js", compact::script(own.file("assets/site.js"))),
        ("assets/icon.svg", icon(brand, own)),
    ]
}

/// The one style sheet: colours, then pages, then charts, then a brand, then what the user adds.
fn style(brand: Option<&Brand>, own: &OwnTemplates) -> String {
    let colours = format!(":root{{color-scheme:light dark;{}}}\n", palette::custom_properties());
    let parts = ["assets/style.css", "assets/charts.css"].map(|path| own.file(path));
    let brand = brand.map(|brand| brand::style(brand, own)).unwrap_or_default();
    compact::style(&[colours, parts.join("\n"), brand, own.file("assets/extra.css").to_owned()].concat())
}

/// The icon of the window, in the brand's accent.
fn icon(brand: Option<&Brand>, own: &OwnTemplates) -> String {
    let (icon, accent) = (own.file("assets/icon.svg"), palette::get("accent"));
    icon.replace(accent.light, brand.map_or(accent.light, |brand| brand.accent.light(&accent)))
}
