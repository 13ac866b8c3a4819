//! The accent of a brand: whether it can be read, what could take its place where it cannot, and the colours that come of it.
//!
//! "Nearest" is meant as people see it: in OKLCH (CSS Color 4, section 9.2), hue and chroma stay and lightness moves. Where sRGB has no
//! such colour, chroma gives way as far as it must (section 13.2).

use color::{Oklch, OpaqueColor, Srgb};

use super::{Colour, contrast, get};

/// What text needs at least (WCAG 2.2, 1.4.3).
pub const READABLE: f64 = 4.5;

/// The names of the grounds on which the accent is text; its own tint is one more, and is made to fit.
const GROUNDS: [&str; 3] = ["page", "surface", "band"];

/// Light or dark pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say what they are")]
pub enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

    /// The word for it.
    pub const fn id(self) -> &'static str {
        match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        }
    }

    /// The value of a colour of the palette in it.
    const fn of(self, colour: Colour) -> &'static str {
        match self {
            Scheme::Light => colour.light,
            Scheme::Dark => colour.dark,
        }
    }

    /// The way in which lightness leads away from its grounds.
    const fn away(self) -> f32 {
        match self {
            Scheme::Light => -1.0,
            Scheme::Dark => 1.0,
        }
    }
}

/// The accent of a site or an audit with its tint, for both schemes: text in it can be read wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accent {
    light: Shades,
    dark: Shades,
}

/// `#rrggbb` of the accent and of the pale ground made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shades {
    accent: String,
    tint: String,
}

impl Default for Accent {
    /// The palette's own.
    fn default() -> Self {
        let shades = |scheme: Scheme| Shades {
            accent: scheme.of(get("accent")).to_owned(),
            tint: scheme.of(get("accent-tint")).to_owned(),
        };
        Accent { light: shades(Scheme::Light), dark: shades(Scheme::Dark) }
    }
}

impl Accent {
    /// The accent of a brand that gives a colour `#rrggbb` for one scheme or for both. Where one is left out it is made of the other, and
    /// where both are, the palette's own holds; a colour that cannot be read gives way to the nearest that can.
    pub fn new(light: Option<&str>, dark: Option<&str>) -> Self {
        let (Some(for_light), Some(for_dark)) = (light.or(dark), dark.or(light)) else { return Accent::default() };
        let shades = |scheme, colour| {
            let accent = nearest(colour, scheme);
            Shades { tint: tint(&accent, scheme), accent }
        };
        Accent { light: shades(Scheme::Light, for_light), dark: shades(Scheme::Dark, for_dark) }
    }

    /// The custom properties that put it in the place of the palette's own.
    pub fn custom_properties(&self) -> String {
        let (light, dark) = (&self.light, &self.dark);
        format!("--accent:light-dark({},{});--accent-tint:light-dark({},{});", light.accent, dark.accent, light.tint, dark.tint)
    }

    /// The value of a colour of the palette on light pages and on paper, where this is the accent.
    pub fn light<'a>(&'a self, colour: &'a Colour) -> &'a str {
        match colour.name {
            "accent" => &self.light.accent,
            "accent-tint" => &self.light.tint,
            _ => colour.light,
        }
    }
}

/// The ground on which text of this colour `#rrggbb` is hardest to read, and the contrast there; none where it can be read everywhere.
pub fn unreadable(colour: &str, scheme: Scheme) -> Option<(&'static str, f64)> {
    let grounds = GROUNDS.map(|ground| (ground, contrast(colour, scheme.of(get(ground)))));
    grounds.into_iter().filter(|(_, ratio)| *ratio < READABLE).min_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// The colour nearest to this one `#rrggbb` that can be read on every ground of a scheme: itself where it can.
pub fn nearest(colour: &str, scheme: Scheme) -> String {
    let [lightness, chroma, hue] = oklch(colour);
    walk(lightness, scheme.away(), |lightness| hex(lightness, chroma, hue), |shade| unreadable(shade, scheme).is_none())
        .filter(|_| unreadable(colour, scheme).is_some())
        .unwrap_or_else(|| colour.to_owned())
}

/// A pale ground with the hue of an accent, as strong as the palette's own unless the texts on it need it paler.
fn tint(accent: &str, scheme: Scheme) -> String {
    let [_, chroma, hue] = oklch(accent);
    let [lightness, most, _] = oklch(scheme.of(get("accent-tint")));
    let texts = [accent, scheme.of(get("ink")), scheme.of(get("ink-soft"))];
    let readable = |ground: &str| texts.iter().all(|text| contrast(text, ground) >= READABLE);
    // towards the page, on which all of them can be read
    walk(lightness, -scheme.away(), |lightness| hex(lightness, chroma.min(most), hue), readable)
        .unwrap_or_else(|| scheme.of(get("page")).to_owned())
}

/// The first shade that will do, in steps of a thousandth of lightness, which no eye can tell apart.
fn walk(from: f32, way: f32, shade: impl Fn(f32) -> String, will_do: impl Fn(&str) -> bool) -> Option<String> {
    let lightness = (0..=1000_u16).map(|step| from + way * f32::from(step) / 1000.0);
    lightness.map(|lightness| shade(lightness.clamp(0.0, 1.0))).find(|shade| will_do(shade))
}

/// Lightness, chroma and hue of a colour `#rrggbb`.
fn oklch(colour: &str) -> [f32; 3] {
    let channel =
        |at: usize| f32::from(colour.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0)) / 255.0;
    OpaqueColor::<Srgb>::new([channel(1), channel(3), channel(5)]).convert::<Oklch>().components
}

/// `#rrggbb` of a colour; with as much of its chroma as the screen can show.
fn hex(lightness: f32, chroma: f32, hue: f32) -> String {
    let shown = |chroma: f32| OpaqueColor::<Oklch>::new([lightness, chroma, hue]).convert::<Srgb>();
    let exists = |chroma: f32| shown(chroma).components.iter().all(|part| (-1e-4..=1.0001).contains(part));
    let (mut within, mut beyond) = if exists(chroma) { (chroma, chroma) } else { (0.0, chroma) };
    for _ in 0..12 {
        let middle = f32::midpoint(within, beyond);
        if exists(middle) { within = middle } else { beyond = middle }
    }
    let bytes = shown(within).to_rgba8();
    format!("#{:02x}{:02x}{:02x}", bytes.r, bytes.g, bytes.b)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Colours from all over the cube: 6 steps a channel, ends included.
    fn many() -> impl Iterator<Item = String> {
        let steps = || (0..6).map(|step| step * 51);
        steps().flat_map(move |r| steps().flat_map(move |g| steps().map(move |b| format!("#{r:02x}{g:02x}{b:02x}"))))
    }

    #[test]
    fn what_is_proposed_can_be_read_and_is_proposed_for_itself() {
        for colour in many() {
            for scheme in Scheme::ALL {
                let proposed = nearest(&colour, scheme);
                assert_eq!(unreadable(&proposed, scheme), None, "{proposed} for {colour} in the {} scheme", scheme.id());
                assert_eq!(nearest(&proposed, scheme), proposed);
                assert_eq!(proposed == colour, unreadable(&colour, scheme).is_none(), "{colour} became {proposed}");
            }
        }
    }

    #[test]
    fn what_is_proposed_is_barely_readable_so_that_none_is_nearer() {
        for (colour, scheme) in many().flat_map(|colour| Scheme::ALL.map(|scheme| (colour.clone(), scheme))) {
            if unreadable(&colour, scheme).is_some() {
                let proposed = nearest(&colour, scheme);
                let least =
                    GROUNDS.map(|ground| contrast(&proposed, scheme.of(get(ground)))).into_iter().reduce(f64::min).unwrap();
                assert!(least < 4.65, "{proposed} for {colour} has a contrast of {least:.2}: there is a nearer one");
            }
        }
    }

    #[test]
    fn hue_stays_where_there_is_one() {
        for colour in ["#f2a900", "#00b2a9", "#e4002b", "#7ac143", "#1a1a6e"] {
            for scheme in Scheme::ALL {
                let ([_, _, before], [_, chroma, after]) = (oklch(colour), oklch(&nearest(colour, scheme)));
                let apart = (before - after).abs();
                assert!(chroma < 0.02 || apart.min(360.0 - apart) < 4.0, "{colour}: hue {before} became {after}");
            }
        }
    }

    #[test]
    fn texts_can_be_read_on_every_accent_and_every_tint() {
        for accent in many().map(|colour| Accent::new(Some(&colour), None)).chain([Accent::default()]) {
            for (scheme, Shades { accent, tint }) in [(Scheme::Light, &accent.light), (Scheme::Dark, &accent.dark)] {
                let on = scheme.of(get("accent-on"));
                assert!(contrast(on, accent) >= READABLE, "text on {accent} in the {} scheme", scheme.id());
                for text in [accent, scheme.of(get("ink")), scheme.of(get("ink-soft"))] {
                    assert!(contrast(text, tint) >= READABLE, "{text} on {tint} in the {} scheme", scheme.id());
                }
                assert_ne!(tint, "", "a tint is a colour");
            }
        }
    }

    #[test]
    fn one_colour_is_enough() {
        let [both, light, dark] = [(Some("#14697a"), Some("#5fc0d1")), (Some("#14697a"), None), (None, Some("#5fc0d1"))]
            .map(|(l, d)| Accent::new(l, d));
        assert_eq!((&both.light, &both.dark), (&light.light, &dark.dark));
        assert_ne!(light.dark.accent, light.light.accent);
        assert_eq!(Accent::new(None, None), Accent::default());
        assert_eq!(
            Accent::default().custom_properties(),
            "--accent:light-dark(#14697a,#5fc0d1);--accent-tint:light-dark(#e5f1f3,#17303a);"
        );
    }
}
