//! What all pages share: the style sheets for screen and paper, the script, the icon.

use super::templates::{OwnTemplates, built_in_file};
use super::{brand, compact};
use crate::audit::Brand;
use crate::palette;

/// The assets by path, in the colours of a brand where there is one.
pub(crate) fn all(brand: Option<&Brand>, own: &OwnTemplates) -> Vec<(&'static str, String)> {
    vec![
        ("assets/style.css", style(brand, own)),
        ("assets/print.css", compact::style(own.file("assets/print.css"))),
        ("assets/site.js", script(own)),
        ("assets/icon.svg", icon(brand, own)),
    ]
}

/// The one style sheet: colours, then pages, then charts, then a brand, then what the user adds.
fn style(brand: Option<&Brand>, own: &OwnTemplates) -> String {
    let colours = format!(":root{{color-scheme:light dark;{}}}", palette::custom_properties());
    let brand = brand.map(|brand| brand::style(brand, own)).unwrap_or_default();
    let [page, charts, extra] = ["style", "charts", "extra"].map(|name| own.file(&format!("assets/{name}.css")).to_owned());
    compact::style(&[colours, page, charts, brand, extra].join("\n"))
}

/// The script. A user's own stays as it is: only of ours is it known that nothing is lost.
fn script(own: &OwnTemplates) -> String {
    const PATH: &str = "assets/site.js";
    let text = own.file(PATH);
    if built_in_file(PATH) == Some(text) { compact::script(text) } else { text.to_owned() }
}

/// The icon of the window, in the brand's accent.
fn icon(brand: Option<&Brand>, own: &OwnTemplates) -> String {
    let (icon, accent) = (own.file("assets/icon.svg"), palette::get("accent"));
    icon.replace(accent.light, brand.map_or(accent.light, |brand| brand.accent.light(&accent)))
}
