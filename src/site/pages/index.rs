//! `index.html`: every audit, client by client, with its level and its biggest leak.

use std::cmp::Ordering;

use serde::Serialize;

use crate::audit::Status;
use crate::charts::spark;
use crate::report::{self, Overall, Summary};
use crate::say;
use crate::site::frame::{Current, Frame};
use crate::site::view::{Link, ScaleStep, scale};
use crate::site::{Error, Press, headlines, links};
use crate::words::{Words, capital};

#[derive(Serialize)]
struct View {
    frame: Frame,
    headline: String,
    clients: Vec<ClientView>,
}

/// The audits of one client, the newest first.
#[derive(Serialize)]
struct ClientView {
    name: String,
    /// The way of the level through the series, in words.
    trend: String,
    /// The same as marks, the oldest first.
    levels: Vec<LevelMark>,
    /// The same as a small line, where there is more than one audit.
    spark: Option<String>,
    audits: Vec<AuditRow>,
}

#[derive(Serialize)]
struct LevelMark {
    level: String,
    period: String,
}

#[derive(Serialize)]
struct AuditRow {
    link: Link,
    level: Option<u8>,
    /// What the level means, and whether it is provisional.
    band: String,
    scale: Vec<ScaleStep>,
    headline: String,
    leak: Option<String>,
    draft: bool,
    auditor: String,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>) -> Result<String, Error> {
    let series = report::series(press.summaries.iter().map(Summary::dated));
    let clients: Vec<ClientView> = series.iter().map(|series| client(press, series)).collect();
    let audits = press.summaries.len();
    let words = press.words;
    let headline = match clients.as_slice() {
        [only] => say!(words, "index-headline-client", audits = audits, client = &only.name),
        _ => say!(words, "index-headline", audits = audits, clients = clients.len()),
    };
    let frame = press.frame("index.html", None, Current::Index, words.get("index-title"), words.get("index-about"));
    press.render(words, "index.html", &View { frame, headline, clients })
}

/// The audits of a series; what is said of them, whatever their own language, is in that of the page.
fn client(press: &Press<'_>, series: &[usize]) -> ClientView {
    let words = press.words;
    let audits = || series.iter().map(|at| &press.summaries[*at]);
    let level = |level: Option<u8>| level.map_or("–".to_owned(), |level| level.to_string());
    let rows = audits().rev().map(|summary| {
        let (audit, overall) = (&summary.audit, &summary.overall);
        let leak = summary.fix_first.iter().chain(&summary.unaccounted).next();
        let leak = leak.map(|row| headlines::biggest_leak(words, row, summary.title(&row.channel)));
        AuditRow {
            link: Link::new(links::between("index.html", &links::overview(&audit.id)), words.period(audit.period.into())),
            level: overall.level,
            band: band(words, overall),
            scale: scale(overall.level, None),
            headline: headlines::audit(words, overall, &summary.unaccounted),
            leak: leak.map(|leak| say!(words, "index-leak", leak = leak)),
            draft: audit.status == Status::Draft.id(),
            auditor: audit.auditor.clone(),
        }
    });
    let levels: Vec<Option<u8>> = audits().map(|summary| summary.overall.level).collect();
    ClientView {
        name: audits().next_back().map_or_else(String::new, |summary| summary.audit.client.clone()),
        trend: trend(words, &levels),
        spark: spark::levels(&levels),
        levels: audits()
            .map(|summary| LevelMark { level: level(summary.overall.level), period: words.period(summary.audit.period.into()) })
            .collect(),
        audits: rows.collect(),
    }
}

/// What a level means, in a sentence.
fn band(words: Words, overall: &Overall) -> String {
    let band = overall.band.map_or_else(|| words.get("no-score").to_owned(), |band| words.about(band, "meaning"));
    match overall.provisional {
        true => say!(words, "index-band-provisional", band = capital(&band)),
        false => say!(words, "index-band", band = capital(&band)),
    }
}

/// The way of a level in words, from the first audit of a series to its last.
fn trend(words: Words, levels: &[Option<u8>]) -> String {
    let scored: Vec<u8> = levels.iter().flatten().copied().collect();
    match scored.as_slice() {
        [] => words.get("trend-none").to_owned(),
        [only] => say!(words, "trend-first", level = *only),
        [.., before, last] => {
            let way = match last.cmp(before) {
                Ordering::Greater => "trend-up",
                Ordering::Less => "trend-down",
                Ordering::Equal => "trend-same",
            };
            say!(words, way, level = *last, before = *before)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trends_compare_with_the_score_before() {
        let trend = |levels: &[Option<u8>]| trend(Words::english(), levels);
        assert_eq!(trend(&[]), "No score yet");
        assert_eq!(trend(&[None, Some(2)]), "Level 2, the first score");
        assert_eq!(trend(&[Some(1), Some(2)]), "Level 2, up from 1");
        assert_eq!(trend(&[Some(3), None, Some(2)]), "Level 2, down from 3");
        assert_eq!(trend(&[Some(3), Some(3)]), "Level 3, as before");
    }
}
