//! `index.html`: every audit, client by client, with its level and its biggest leak.

use serde::Serialize;

use crate::audit::Status;
use crate::charts::spark;
use crate::site::press::{Current, Frame};
use crate::site::view::{Link, ScaleStep, scale};
use crate::site::{Error, Press, headlines, links, words};

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
    title: String,
    level: Option<u8>,
    band: String,
    scale: Vec<ScaleStep>,
    provisional: bool,
    headline: String,
    leak: Option<String>,
    status: &'static str,
    draft: bool,
    auditor: String,
}

/// Renders the page.
pub(crate) fn render(press: &Press<'_>) -> Result<String, Error> {
    let clients: Vec<ClientView> = press.series.iter().map(|series| client(press, series)).collect();
    let audits = press.subjects.len();
    let headline = format!(
        "{} of {}",
        words::count(audits, "handoff audit", "handoff audits"),
        words::count(clients.len(), "business", "businesses")
    );
    let about = "Handoff audits: what becomes of leads between first contact and booked appointment.";
    let frame = press.frame("index.html", None, Current::Index, "Handoff audits", about);
    press.render(press.words, "index.html", &View { frame, headline, clients })
}

fn client(press: &Press<'_>, series: &[usize]) -> ClientView {
    let subjects = || series.iter().map(|at| &press.subjects[*at]);
    let level = |level: Option<u8>| level.map_or("–".to_owned(), |level| level.to_string());
    let rows = subjects().rev().map(|subject| {
        let (audit, report) = (subject.audit, subject.report);
        AuditRow {
            link: Link::new(links::between("index.html", &links::overview(&audit.id)), words::period(audit.period)),
            title: audit.title.clone(),
            level: report.overall.level,
            band: report.overall.band.map_or("no score".to_owned(), |band| band.meaning().to_owned()),
            scale: scale(report.overall.level, None),
            provisional: report.overall.provisional,
            headline: headlines::audit(subject.words, report),
            leak: headlines::biggest_leak(subject),
            status: audit.status.id(),
            draft: audit.status == Status::Draft,
            auditor: audit.auditor.clone(),
        }
    });
    let levels: Vec<Option<u8>> = subjects().map(|subject| subject.report.overall.level).collect();
    ClientView {
        name: subjects().next_back().map_or_else(String::new, |subject| subject.audit.client.clone()),
        trend: trend(&levels),
        spark: spark::levels(&levels),
        levels: subjects()
            .map(|subject| LevelMark { level: level(subject.report.overall.level), period: words::period(subject.audit.period) })
            .collect(),
        audits: rows.collect(),
    }
}

/// The way of a level in words, from the first audit of a series to its last.
fn trend(levels: &[Option<u8>]) -> String {
    let scored: Vec<u8> = levels.iter().flatten().copied().collect();
    match scored.as_slice() {
        [] => "No score yet".to_owned(),
        [only] => format!("Level {only}, the first score"),
        [.., before, last] => {
            let way = match last.cmp(before) {
                std::cmp::Ordering::Greater => format!("up from {before}"),
                std::cmp::Ordering::Less => format!("down from {before}"),
                std::cmp::Ordering::Equal => "as before".to_owned(),
            };
            format!("Level {last}, {way}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::trend;

    #[test]
    fn trends_compare_with_the_score_before() {
        assert_eq!(trend(&[]), "No score yet");
        assert_eq!(trend(&[None, Some(2)]), "Level 2, the first score");
        assert_eq!(trend(&[Some(1), Some(2)]), "Level 2, up from 1");
        assert_eq!(trend(&[Some(3), None, Some(2)]), "Level 2, down from 3");
        assert_eq!(trend(&[Some(3), Some(3)]), "Level 3, as before");
    }
}
