//! Values beyond all measure: numbers, times, durations, opening hours.

use super::{Ground, Input, channel, lead, leads, leads_with};

/// The audit with a period of all years, and leads that wait through them.
fn ages(ground: &Ground, clock: &str) {
    ground.audit_with(
        "period: 2026-03-02 to 2026-03-13\nobserved_through: 2026-03-31",
        "period: 0001-01-02 to 9999-12-30\nobserved_through: 9999-12-30",
    );
    let count = ground.leads(250);
    let rest = "capture: {at: 9998-01-01 10:00, in: crm, got: [name]}, claim: {at: 9998-01-01 10:00, owner: desk, kind: person, in: \
                crm}, continue: {at: 9998-01-01 10:00, did: Call, result: reached}, confirm: {at: 9998-01-01 10:00, what: Visit, for: \
                9998-01-02 10:00, told_by: call, in: crm}, close: never";
    let text = channel(count, |number| format!("- {{id: P-{number:06}, arrived: 0002-03-03 09:12, {rest}}}\n"));
    ground.phone(&format!("clock: {clock}\n{text}"));
}

/// Numbers in each other's place.
const NUMBERS: [&str; 14] = [
    "1e999999",
    "-1",
    "-1e308",
    "1e308",
    "0x7fffffffffffffff",
    "0o777",
    "1e-400",
    ".inf",
    "-.inf",
    ".nan",
    "99999999999999999999",
    "1_000",
    "1,200",
    "+1",
];

/// Times in each other's place.
const TIMES: [&str; 16] = [
    "0001-01-01 00:00",
    "9999-12-31 23:59",
    "-0001-01-01 00:00",
    "10000-01-01 00:00",
    "0000-00-00 00:00",
    "2026-02-30 10:00",
    "2026-03-03 24:00",
    "2026-03-03 99:99",
    "99999999999999999999",
    "2026-3-3",
    "tomorrow",
    "9999-12-31 23:60",
    "-9999-01-01 00:00",
    "2026-03-03T09:12:60Z",
    "\u{0662}\u{0660}26-03-03 10:00",
    "2026-03-08 02:30",
];

/// Durations in each other's place.
const DURATIONS: [&str; 12] = [
    "+999999999999d",
    "+9223372036854775807m",
    "+36600d",
    "+99999999999999999999999999999999999999d",
    "+0m",
    "+-1m",
    "+1e9d",
    "+1h1h1h",
    "+100000000h",
    "+d",
    "~+36600d",
    "~~+1m",
];

pub(super) const INPUTS: &[Input] = &[
    Input {
        name: "numbers beyond all limits",
        told: "wrong-type",
        make: |ground| leads(ground, |number| format!(", value: {}", NUMBERS[number % NUMBERS.len()])),
    },
    Input {
        name: "a number of many digits",
        told: "wrong-type",
        make: |ground| {
            let digits = ground.fill("", "9", "");
            ground.phone(&channel(5, |number| {
                lead(number, "").replace("close: unknown", &format!("close: unknown, value: {}", &digits[..digits.len() / 6]))
            }));
        },
    },
    Input {
        name: "a fraction of many digits",
        told: "wrong-type",
        make: |ground| {
            let digits = ground.fill("0.", "9", "");
            ground.phone(&channel(5, |number| {
                lead(number, "").replace("close: unknown", &format!("close: unknown, value: {}", &digits[..digits.len() / 6]))
            }));
        },
    },
    Input {
        name: "volumes beyond all limits",
        told: "wrong-type",
        make: |ground| {
            ground.phone(
                &channel(5, |number| lead(number, ""))
                    .replace("leads: 96", "leads: 99999999999999999999999999, per: week, booked_reported: 1e308"),
            );
        },
    },
    Input {
        name: "the largest volume",
        told: "",
        make: |ground| {
            ground.phone(
                &channel(5, |number| lead(number, ""))
                    .replace("leads: 96", "leads: 9007199254740991, per: week, booked_reported: 9007199254740991"),
            );
            ground.audit("currency: USD\nvalue_per_booking: 9007199254740991\n");
        },
    },
    Input {
        name: "a sample beyond all limits",
        told: "wrong-type",
        make: |ground| {
            ground.phone(
                &channel(5, |number| lead(number, ""))
                    .replace("selected: 5", "selected: 18446744073709551615, size: 18446744073709551616"),
            );
        },
    },
    Input {
        name: "times beyond all limits",
        told: "bad-time",
        make: |ground| leads_with(ground, "2026-03-03 09:12", |number| TIMES[number % TIMES.len()].to_owned()),
    },
    Input {
        name: "durations beyond all limits",
        told: "bad-duration",
        make: |ground| {
            leads_with(ground, "capture: never", |number| {
                format!("capture: {{at: {}, in: crm, got: []}}", DURATIONS[number % DURATIONS.len()])
            });
        },
    },
    Input {
        name: "a duration of many digits",
        told: "bad-duration",
        make: |ground| {
            ground.phone(&ground.fill("dead_after: ", "9", &format!("d\n{}", channel(5, |number| lead(number, "")))));
        },
    },
    Input {
        name: "a duration of many parts",
        told: "bad-duration",
        make: |ground| {
            ground.phone(&ground.fill("dead_after: ", "1 week and ", &format!("\n{}", channel(5, |number| lead(number, "")))));
        },
    },
    Input {
        name: "a duration of a lone unit, many times",
        told: "bad-duration",
        make: |ground| {
            ground.phone(&ground.fill("dead_after: 1", "m", &format!("\n{}", channel(5, |number| lead(number, "")))));
        },
    },
    Input {
        name: "a time of many words",
        told: "bad-time",
        make: |ground| {
            let words = ground.fill("", "next day 2pm ", "");
            ground.phone(&channel(5, |number| {
                if number > 0 {
                    lead(number, "")
                } else {
                    lead(number, "").replace("2026-03-03 09:12", &words[..words.len().saturating_sub(2_000)])
                }
            }));
        },
    },
    Input {
        name: "hours of many spans",
        told: "bad-value",
        make: |ground| {
            let spans = ground.fill("{mon-fri: \"", "08:00-18:00, ", "\"}");
            ground.audit_with("{mon-fri: \"08:00-18:00\"}", &spans[..]);
        },
    },
    Input {
        name: "hours of many days",
        told: "bad-value",
        make: |ground| {
            let days = ground.count("{", |number| format!("mon{number}: \"08:00-18:00\", "), "}");
            ground.audit_with("{mon-fri: \"08:00-18:00\"}", &days);
        },
    },
    Input {
        name: "hours in words",
        told: "wrong-type",
        make: |ground| {
            let words = ground.fill("\"", "Mon-Fri 9-5, ", "\"");
            ground.audit_with("{mon-fri: \"08:00-18:00\"}", &words);
        },
    },
    Input {
        name: "hours of 720 spans in a day",
        told: "bad-value",
        make: |ground| {
            let spans: Vec<String> = (0..720)
                .map(|minute| {
                    format!(
                        "{:02}:{:02}-{:02}:{:02}",
                        minute * 2 / 60,
                        minute * 2 % 60,
                        (minute * 2 + 1) / 60,
                        (minute * 2 + 1) % 60
                    )
                })
                .collect();
            let hours = format!("{{mon-sun: \"{}\"}}", spans.join(", "));
            ground.audit_with("{mon-fri: \"08:00-18:00\"}", &hours);
            let text = channel(ground.leads(150), |number| {
                lead(number, "").replace("continue: never", "continue: {at: 2026-03-20 10:00, did: Call, result: reached}")
            });
            ground.phone(&format!("clock: business\n{text}"));
        },
    },
    Input { name: "leads that wait for ten thousand years", told: "bad-time", make: |ground| ages(ground, "always") },
    Input {
        name: "leads that wait for ten thousand years of opening hours",
        told: "bad-time",
        make: |ground| ages(ground, "business"),
    },
    Input {
        name: "a period that ends before it begins",
        told: "bad-time",
        make: |ground| {
            ground.audit_with("2026-03-02 to 2026-03-13", "9999-12-31 to 0001-01-01");
        },
    },
    Input {
        name: "a period of all years",
        told: "bad-time",
        make: |ground| {
            ground.audit_with("2026-03-02 to 2026-03-13", "0001-01-01 to 9999-12-31");
        },
    },
    Input {
        name: "a watch to the last day of time",
        told: "bad-time",
        make: |ground| {
            ground.audit_with("observed_through: 2026-03-31", "observed_through: 9999-12-31");
        },
    },
    Input {
        name: "holidays of all years",
        told: "bad-time",
        make: |ground| {
            let days = ground.count(
                "holidays: [",
                |day| format!("{:04}-{:02}-{:02}, ", 1 + day / 336 % 9_999, 1 + day / 28 % 12, 1 + day % 28),
                "]\n",
            );
            ground.audit(&days[..]);
        },
    },
    Input {
        name: "one holiday again and again",
        told: "",
        make: |ground| ground.audit(&ground.fill("holidays: [", "2026-03-04, ", "]\n")),
    },
];
