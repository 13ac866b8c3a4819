//! Time zones by their IANA names.

use jiff::civil::date;
use jiff::tz::TimeZone;
use serde_json::json;

use super::reader::shortened;
use super::{Reader, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::suggest::nearest;
use crate::yaml::Node;

/// A time zone with its IANA name.
pub(in crate::audit) struct Zone;

/// What people say for a zone, in lower case, and its name.
const SPOKEN: &[(&str, &str)] = &[
    ("eastern", "America/New_York"),
    ("et", "America/New_York"),
    ("edt", "America/New_York"),
    ("central", "America/Chicago"),
    ("ct", "America/Chicago"),
    ("cst", "America/Chicago"),
    ("cdt", "America/Chicago"),
    ("mountain", "America/Denver"),
    ("mt", "America/Denver"),
    ("mdt", "America/Denver"),
    ("pacific", "America/Los_Angeles"),
    ("pt", "America/Los_Angeles"),
    ("pst", "America/Los_Angeles"),
    ("pdt", "America/Los_Angeles"),
    ("bst", "Europe/London"),
    ("cest", "Europe/Berlin"),
];

/// Names in the IANA list that are no place: the place that is most likely meant, and one whose clocks never change.
const NO_PLACES: &[(&str, &str, Option<&str>)] = &[
    ("EST", "America/New_York", Some("America/Panama")),
    ("MST", "America/Denver", Some("America/Phoenix")),
    ("HST", "Pacific/Honolulu", None),
    ("EST5EDT", "America/New_York", None),
    ("CST6CDT", "America/Chicago", None),
    ("MST7MDT", "America/Denver", None),
    ("PST8PDT", "America/Los_Angeles", None),
    ("GMT", "Europe/London", Some("Africa/Abidjan")),
    ("GMT0", "Europe/London", Some("Africa/Abidjan")),
    ("GMT+0", "Europe/London", Some("Africa/Abidjan")),
    ("GMT-0", "Europe/London", Some("Africa/Abidjan")),
    ("Greenwich", "Europe/London", Some("Africa/Abidjan")),
    ("Etc/GMT", "Europe/London", Some("Africa/Abidjan")),
    ("WET", "Europe/Lisbon", None),
    ("CET", "Europe/Berlin", None),
    ("MET", "Europe/Berlin", None),
    ("EET", "Europe/Athens", None),
];

/// Warns of a zone that is the name of a time and of no place: its summer time is none, or another's.
fn of_no_place(text: &str, zone: &TimeZone, node: &Node, name: &str, reader: &Reader<'_>) -> Option<Diagnostic> {
    let (_, place, unchanging) = NO_PLACES.iter().find(|(id, ..)| *id == text)?;
    let year = reader.known.calendar.year.unwrap_or(2026);
    let offset = |month| date(year, month, 15).at(12, 0, 0, 0).to_zoned(zone.clone()).ok().map(|noon| noon.offset());
    let changes = offset(1) != offset(7);
    let (message, label) = match (changes, unchanging) {
        (false, Some(_)) => (format!("`{text}` knows no summer time"), "the same all year"),
        _ => (format!("`{text}` is the name of a time, not of a place"), "which place is meant?"),
    };
    let problem = Diagnostic::new(Code::VagueTimezone, reader.head(node), message).label(label);
    let problem = problem.mend(format!("write the zone of the place: `{name}: {place}`"));
    Some(match unchanging {
        Some(unchanging) => problem.help(format!("if the clocks there never change: `{name}: {unchanging}`")),
        None => problem,
    })
}

impl Shape for Zone {
    type Out = (TimeZone, String);
    const EXAMPLE: &'static str = "America/New_York";
    const FORM: &'static str = "Continent and city, as in the IANA list.";

    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<(TimeZone, String)> {
        let text = reader.scalar(node, name, "the name of a time zone", Self::EXAMPLE)?;
        let zone = TimeZone::get(text).ok().filter(|zone| zone.iana_name() == Some(text) && text != "Etc/Unknown");
        if let Some(zone) = zone {
            if let Some(problem) = of_no_place(text, &zone, node, name, reader) {
                reader.report(problem);
            }
            return Some((zone, text.to_owned()));
        }
        let mut problem =
            Diagnostic::new(Code::BadValue, reader.head(node), format!("there is no time zone `{}`", shortened(text)));
        problem = match proposal(text) {
            Some(meant) => problem.help(format!("write `{name}: {meant}`")).meant(meant),
            None => {
                problem.help("write its name in the IANA list, continent and city, such as `America/New_York` or `Europe/London`")
            }
        };
        reader.report(problem);
        None
    }

    fn schema() -> serde_json::Value {
        json!({"type": "string"})
    }
}

fn proposal(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let first_word =
        lower.split([' ', '/']).rfind(|word| !matches!(*word, "us" | "time" | "standard" | "daylight")).unwrap_or_default();
    if let Some((_, name)) = SPOKEN.iter().find(|(spoken, _)| *spoken == first_word) {
        return Some((*name).to_owned());
    }
    let names: Vec<String> = jiff::tz::db().available().map(|name| name.as_str().to_owned()).collect();
    let city = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    if let Some(name) = nearest(text, names.iter().map(String::as_str)) {
        return Some(name.to_owned());
    }
    let wanted = city(text);
    let cities: Vec<String> = names.iter().map(|name| city(name)).collect();
    let found = nearest(&wanted, cities.iter().map(String::as_str))?;
    names.iter().find(|name| city(name) == found).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_leads_to_a_name() {
        let cases = [
            ("America/New York", Some("America/New_York")),
            ("america/new_york", Some("America/New_York")),
            ("New York", Some("America/New_York")),
            ("Eastern", Some("America/New_York")),
            ("US Pacific Time", Some("America/Los_Angeles")),
            ("Europe/Londn", Some("Europe/London")),
            ("where the buyer lives", None),
        ];
        for (text, expected) in cases {
            assert_eq!(proposal(text).as_deref(), expected, "{text}");
        }
    }
}
