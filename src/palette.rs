//! Every colour of pages and charts, light and dark: the one table from which style sheets and stand-alone charts are made.

mod accent;

pub use accent::{Accent, READABLE, Scheme, nearest, unreadable};

/// A colour by its name as a CSS custom property (`--pass`), for both schemes.
#[derive(Clone, Copy, Debug)]
pub struct Colour {
    /// Its name without the two hyphens.
    pub name: &'static str,
    /// `#rrggbb` on light pages and on paper.
    pub light: &'static str,
    /// `#rrggbb` on dark pages.
    pub dark: &'static str,
}

const fn colour(name: &'static str, light: &'static str, dark: &'static str) -> Colour {
    Colour { name, light, dark }
}

/// All colours. `X-on` is text on a fill of `X`, `X-ink` is text of that meaning on the page, `X-tint` is a pale ground for `X-ink`.
pub const COLOURS: &[Colour] = &[
    // the page
    colour("page", "#ffffff", "#13161b"),
    colour("surface", "#f6f7f9", "#1b1f26"),
    colour("band", "#f1f3f6", "#1d222a"),
    colour("line", "#dfe3e9", "#2d333d"),
    colour("line-strong", "#76808d", "#79838f"),
    colour("ink", "#1a2130", "#eceef2"),
    colour("ink-soft", "#565f6e", "#a9b1bd"),
    colour("accent", "#14697a", "#5fc0d1"),
    colour("accent-on", "#ffffff", "#0d1b20"),
    colour("accent-tint", "#e5f1f3", "#17303a"),
    // verdicts
    colour("pass", "#1c7688", "#4fb3c5"),
    colour("pass-on", "#ffffff", "#0d1b20"),
    colour("pass-ink", "#14606f", "#6fcbdb"),
    colour("pass-tint", "#e2f1f3", "#14303a"),
    colour("late", "#e3b341", "#f0cf72"),
    colour("late-on", "#2b2005", "#2b2005"),
    colour("late-ink", "#73540a", "#f0cf72"),
    colour("late-tint", "#fbf1d6", "#37301a"),
    colour("weak", "#c97f14", "#dd9b3c"),
    colour("weak-on", "#1f1402", "#1f1402"),
    colour("weak-ink", "#83500a", "#edb264"),
    colour("weak-tint", "#fae9d3", "#3a2a17"),
    // the line around a fill that is too pale to stand out from the page, or from a line of its own colour beneath it
    colour("late-edge", "#73540a", "#13161b"),
    colour("weak-edge", "#5f3a06", "#13161b"),
    colour("pending-edge", "#475569", "#b3bfd0"),
    colour("na-edge", "#565f6e", "#a9b1bd"),
    colour("unproven", "#75579f", "#b49be0"),
    colour("unproven-on", "#ffffff", "#1b1229"),
    colour("unproven-ink", "#604287", "#c5b0ea"),
    colour("unproven-tint", "#f0eaf8", "#2b2440"),
    colour("fail", "#c0392b", "#ee7b6c"),
    colour("fail-on", "#ffffff", "#2a0a06"),
    colour("fail-ink", "#a42d20", "#f59488"),
    colour("fail-tint", "#fbe7e4", "#41201d"),
    colour("pending", "#b9c3d3", "#4c5869"),
    colour("pending-on", "#1a2130", "#ffffff"),
    colour("pending-ink", "#475569", "#b3bfd0"),
    colour("pending-tint", "#e9edf3", "#262d38"),
    colour("na", "#dde1e7", "#363d48"),
    colour("na-on", "#3d4654", "#ccd3dd"),
    colour("na-ink", "#565f6e", "#a9b1bd"),
    colour("na-tint", "#f1f3f6", "#222831"),
    // channels, in the order of their ids
    colour("series-1", "#1f5fb5", "#7badf5"),
    colour("series-2", "#b5520f", "#f2945a"),
    colour("series-3", "#1d7a52", "#5cc798"),
    colour("series-4", "#7b4fb3", "#bb9ff0"),
    colour("series-5", "#a8326c", "#f088b6"),
    colour("series-6", "#66660f", "#cbc964"),
    // shares, from few to all
    colour("heat-1", "#e9f2f4", "#1e2a30"),
    colour("heat-1-on", "#1a2130", "#eceef2"),
    colour("heat-2", "#cde2e7", "#24404a"),
    colour("heat-2-on", "#1a2130", "#eceef2"),
    colour("heat-3", "#96c2cc", "#2a5c69"),
    colour("heat-3-on", "#12212a", "#ffffff"),
    colour("heat-4", "#2c7787", "#5fb8c8"),
    colour("heat-4-on", "#ffffff", "#0d1b20"),
    colour("heat-5", "#0f5666", "#9bdde8"),
    colour("heat-5-on", "#ffffff", "#0d1b20"),
];

/// The colour with this name.
///
/// # Panics
/// Where there is none: names are fixed in the program.
#[expect(clippy::panic, reason = "names are fixed in the program, and each is asked for in a test")]
pub fn get(name: &str) -> Colour {
    *COLOURS.iter().find(|colour| colour.name == name).unwrap_or_else(|| panic!("no colour is called {name}"))
}

/// The custom properties of all colours, to stand in a style sheet: `--page:light-dark(#ffffff,#13161b);…`.
pub fn custom_properties() -> String {
    COLOURS.iter().map(|Colour { name, light, dark }| format!("--{name}:light-dark({light},{dark});")).collect()
}

/// The contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, "contrast ratio").
pub fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of a colour `#rrggbb`, from 0 to 1 (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let byte = colour.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0);
        let share = f64::from(byte) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, ground: &str, least: f64) {
        let (text, ground) = (get(text), get(ground));
        for (scheme, one, other) in [("light", text.light, ground.light), ("dark", text.dark, ground.dark)] {
            let ratio = contrast(one, other);
            assert!(ratio >= least, "{} on {} has {ratio:.2} in the {scheme} scheme, {least} is needed", text.name, ground.name);
        }
    }

    #[test]
    fn text_can_be_read_on_every_ground_it_stands_on() {
        for colour in COLOURS {
            if let Some(fill) = colour.name.strip_suffix("-on") {
                check(colour.name, fill, 4.5);
            }
            if let Some(meaning) = colour.name.strip_suffix("-ink") {
                for ground in ["page", "surface", "band", &format!("{meaning}-tint")] {
                    check(colour.name, ground, 4.5);
                }
            }
            if colour.name.starts_with("series") || colour.name.starts_with("ink") || colour.name == "accent" {
                for ground in ["page", "surface", "band"] {
                    check(colour.name, ground, 4.5);
                }
            }
        }
        check("accent", "accent-tint", 4.5);
    }

    #[test]
    fn marks_stand_out_from_the_page() {
        for mark in ["pass", "weak", "unproven", "fail", "line-strong", "accent"] {
            check(mark, "page", 3.0);
        }
    }

    #[test]
    fn contrast_of_black_and_white_is_21() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    }
}
