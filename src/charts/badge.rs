//! The level as a badge, for a README or a wiki: a file that looks right on its own, in light and dark surroundings.

use super::backend::escape;
use super::text_width::text_width;
use crate::audit::Status;
use crate::palette;
use crate::report::Report;
use crate::say;
use crate::words::Words;

const SIZE: f64 = 11.0;
/// Room at each end of a text.
const PAD: f64 = 7.0;

/// The badge of an audit: `handoff level 3 of 5, provisional`.
pub fn badge(words: Words, report: &Report) -> String {
    let (overall, name) = (&report.overall, words.get("badge-name"));
    let yes = |yes| if yes { "yes" } else { "no" };
    let says = say!(
        words,
        "badge-says",
        level = overall.level.map_or("none".to_owned(), |level| level.to_string()),
        provisional = yes(overall.provisional),
        draft = yes(report.audit.status == Status::Draft.id())
    );
    let fill = match overall.level {
        None => "na",
        Some(0..=2) => "fail",
        Some(3) => "weak",
        Some(_) => "pass",
    };
    let mut safe = String::new();
    escape(&says, &mut safe);
    // the width of texts is fixed, whatever font there is
    let [left, right] = [name, says.as_str()].map(|text| text_width(text, SIZE, false).round());
    let (split, width) = (left + 2.0 * PAD, left + right + 4.0 * PAD);
    let start = split + PAD;
    let [ground, ink, tone, on] = ["ink", "page", fill, &format!("{fill}-on")].map(|name| palette::get(name).light);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{name} {safe}" width="{width}" height="20" viewBox="0 0 {width} 20">
<title>{name} {safe}</title>
<clipPath id="round"><rect width="{width}" height="20" rx="4"/></clipPath>
<g clip-path="url(#round)"><rect width="{split}" height="20" fill="{ground}"/><rect x="{split}" width="{rest}" height="20" fill="{tone}"/></g>
<g font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="{SIZE}">
<text x="{PAD}" y="14" fill="{ink}" textLength="{left}" lengthAdjust="spacingAndGlyphs">{name}</text>
<text x="{start}" y="14" fill="{on}" textLength="{right}" lengthAdjust="spacingAndGlyphs">{safe}</text>
</g>
</svg>
"#,
        rest = width - split,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::samples;
    use crate::words::Language;

    #[test]
    fn a_badge_says_the_level_in_words_and_in_literal_colours() {
        let report = samples::report(&samples::example());
        let badge = badge(Words::english(), &report);
        assert!(badge.contains("<title>handoff level 1 of 5, provisional</title>"), "{badge}");
        assert!(!badge.contains("var("));
        let german = super::badge(Words::of(Language::German), &report);
        assert!(german.contains("<title>Handoff Stufe 1 von 5, vorläufig</title>"), "{german}");
    }
}
