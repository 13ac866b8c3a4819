//! The files of an audit that are no pages: its data, their schema, its tables, its charts, its style, its logo, its attachments.

use serde_json::ser::{PrettyFormatter, Serializer};

use super::tables;
use crate::charts::{self, Chart};
use crate::site::subject::Subject;
use crate::site::{Entry, Error, Press, Printed, audit_style, brand};

/// Prints all of them.
pub(crate) fn print(press: &Press<'_>, at: usize) -> Result<Vec<Printed>, Error> {
    let subject = &press.subjects[at];
    let mut printed: Vec<_> =
        brand::own(subject.brand, press.brand).and_then(|brand| brand::print(brand, &subject.audit.id)).into_iter().collect();
    let accent = subject.brand.map(|brand| brand.accent.clone()).unwrap_or_default();
    let mut file = |path: String, bytes: Vec<u8>| printed.push(Printed { path, entry: Entry::Bytes(bytes) });
    file(subject.path("report.json"), json(subject.report)?);
    file(subject.path("report.schema.json"), SCHEMA.to_owned());
    for (name, table) in tables::all(subject)? {
        file(subject.path(name), table);
    }
    file(subject.path(audit_style::FILE), audit_style::style(subject, press.brand, press.own).into_bytes());
    file(subject.path("badge.svg"), charts::badge(subject.words, subject.report).into_bytes());
    for chart in charts(subject).into_iter().chain(press.series_chart(at).as_ref()) {
        file(subject.path(&chart_file(chart)), charts::standalone(chart, &accent).into_bytes());
    }
    for item in subject.audit.evidence.values() {
        if let (Some(path), Some(file)) = (subject.attachment(item), &item.file) {
            let entry = Entry::Attachment { audit: subject.audit.id.clone(), file: file.clone() };
            printed.push(Printed { path, entry });
        }
    }
    Ok(printed)
}

/// The schema of the report, which is that of every audit and is kept fresh by a test.
const SCHEMA: &[u8] = include_bytes!("../../../schema/report.schema.json");

/// Where a chart of an audit lies, relative to the audit's folder.
pub(crate) fn chart_file(chart: &Chart) -> String {
    format!("charts/{}.svg", chart.id)
}

/// The charts that also stand as files of their own.
fn charts<'s>(subject: &'s Subject<'_>) -> Vec<&'s Chart> {
    let mut charts = vec![subject.drop_off(), subject.verdicts(), subject.held()];
    for channel in 0..subject.report.channels.len() {
        charts.extend([subject.drop_off_of(channel), subject.verdicts_of(channel)]);
    }
    charts
}

/// Two-space indentation and a newline at the end.
pub(crate) fn json<T: serde::Serialize>(value: &T) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, PrettyFormatter::new());
    value.serialize(&mut serializer).map_err(|source| Error::new("the data of a report", source))?;
    bytes.push(b'\n');
    Ok(bytes)
}
