//! Values beyond all measure, and more of them than anybody would write.

use super::{AUDIT, CHANNEL, Ground, Input, STEPS, channel, lead};

/// A channel full of leads, each with `more` of it.
fn leads(ground: &Ground, more: impl Fn(usize) -> String) {
    let count = ground.leads(more(99_999).len());
    ground.phone(&channel(count, |number| lead(number, &more(number))));
}

/// A channel full of leads, each with another text in place of one of a sound lead.
fn leads_with(ground: &Ground, from: &str, to: impl Fn(usize) -> String) {
    let count = ground.leads(to(99_999).len());
    ground.phone(&channel(count, |number| lead(number, "").replace(from, &to(number))));
}

/// An audit full of lines behind its own.
fn audit(ground: &Ground, head: &str, line: impl Fn(usize) -> String) {
    let room = Ground { root: ground.root.clone(), size: ground.size - AUDIT.len() };
    ground.audit(&room.count(head, line, ""));
}

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
    Input {
        name: "10,000 overrides of one lead",
        told: "unjustified-override",
        make: |ground| {
            let overrides =
                "{step: claim, to: weak, kind: judgement, because: Nobody took it over for long, by: A, date: 2026-03-20}, "
                    .repeat(10_000.min(ground.size / 200));
            ground.phone(&channel(5, |number| {
                lead(number, &if number == 0 { format!(", override: [{overrides}]") } else { String::new() })
            }));
        },
    },
    Input {
        name: "10,000 overrides of as many leads",
        told: "",
        make: |ground| {
            let change = ", override: [{step: claim, to: pass, kind: judgement, because: Nobody took it over for long, by: A, date: 2026-03-20, evidence: [E1]}]";
            ground.phone(&channel(10_000.min(ground.size / 400), |number| lead(number, change)));
        },
    },
    Input { name: "leads in which nothing is wrong", told: "", make: |ground| leads(ground, |_| String::new()) },
    Input {
        name: "leads of one id",
        told: "duplicate-id",
        make: |ground| {
            ground.phone(&channel(ground.leads(0), |number| lead(0, "").replace("09:12", &format!("09:{:02}", number % 60))))
        },
    },
    Input {
        name: "leads of nothing",
        told: "missing-field",
        make: |ground| ground.phone(&ground.fill(&format!("{CHANNEL}leads:\n"), "- {}\n", "")),
    },
    Input {
        name: "leads that are texts",
        told: "wrong-type",
        make: |ground| ground.phone(&ground.fill(&format!("{CHANNEL}leads:\n"), "- a\n", "")),
    },
    Input {
        name: "leads with one field",
        told: "missing-field",
        make: |ground| ground.phone(&ground.count(&format!("{CHANNEL}leads:\n"), |number| format!("- id: {number}\n"), "")),
    },
    Input {
        name: "leads with an unknown field",
        told: "unknown-field",
        make: |ground| leads(ground, |number| format!(", wnats{number}: a")),
    },
    Input {
        name: "one lead with unknown fields",
        told: "unknown-field",
        make: |ground| {
            ground.phone(&ground.count(&format!("{CHANNEL}leads:\n- id: P-1\n"), |number| format!("  arived{number}: a\n"), ""));
        },
    },
    Input {
        name: "leads with everything to do",
        told: "todo",
        make: |ground| {
            leads_with(ground, STEPS, |_| "capture: TODO, claim: TODO, continue: TODO, confirm: TODO, close: TODO".to_owned())
        },
    },
    Input {
        name: "leads with phone numbers",
        told: "personal-data",
        make: |ground| leads(ground, |_| ", note: Call 0512 5550123".to_owned()),
    },
    Input {
        name: "leads whose times run backwards",
        told: "before-arrival",
        make: |ground| leads_with(ground, "capture: never", |_| "capture: {at: 2026-03-02 09:00, in: crm, got: []}".to_owned()),
    },
    Input {
        name: "details by other names",
        told: "unknown-detail",
        make: |ground| {
            leads_with(ground, "capture: never", |number| {
                format!("capture: {{at: +1m, in: crm, got: [nmae{number}, phon, ned]}}")
            })
        },
    },
    Input {
        name: "one step with many details",
        told: "limits",
        make: |ground| {
            let details: String = (0..(ground.size - 2_000) / 10).map(|number| format!("d{number:07}, ")).collect();
            let got = format!("capture: {{at: +1m, in: crm, got: [{details}]}}");
            ground.phone(&channel(5, |number| {
                if number == 0 { lead(number, "").replace("capture: never", &got) } else { lead(number, "") }
            }));
        },
    },
    Input {
        name: "details that are asked for",
        told: "limits",
        make: |ground| {
            let details = ground.count(
                "must_capture: [",
                |number| format!("d{number}, "),
                &format!(
                    "]\n{}",
                    channel(5, |number| lead(number, "").replace("capture: never", "capture: {at: +1m, in: crm, got: [d1]}"))
                ),
            );
            ground.phone(&details);
        },
    },
    Input {
        name: "systems that are not there",
        told: "unknown-reference",
        make: |ground| leads_with(ground, "capture: never", |number| format!("capture: {{at: +1m, in: crm{number}, got: []}}")),
    },
    Input {
        name: "as many systems as references to others",
        told: "unknown-reference",
        make: |ground| {
            ground.audit_with(
                "{crm: {",
                &ground.count(
                    "{",
                    |number| format!("system{number}a: {{name: A}}, "),
                    "crm: {name: Register, of_record: true}, x: {",
                )[..],
            );
            leads_with(ground, "capture: never", |number| format!("capture: {{at: +1m, in: system{number}b, got: []}}"));
        },
    },
    Input {
        name: "as many items of evidence as references to others",
        told: "unknown-reference",
        make: |ground| {
            ground.audit_with(
                "{E1: {",
                &ground.count(
                    "{",
                    |number| format!("item{number}a: {{kind: other, what: A}}, "),
                    "E1: {kind: call_log, what: Calls}, x: {",
                )[..],
            );
            leads(ground, |number| format!(", evidence: [item{number}b]"));
        },
    },
    Input {
        name: "evidence that nobody asks for",
        told: "unused-evidence",
        make: |ground| {
            ground.audit_with(
                "{E1: {",
                &ground.count("{", |number| format!("item{number}a: {{kind: other, what: A}}, "), "E1: {")[..],
            );
        },
    },
    Input {
        name: "evidence in files that are not there",
        told: "unsafe-path",
        make: |ground| {
            ground.audit_with(
                "{E1: {",
                &ground.count(
                    "{",
                    |number| format!("item{number}: {{kind: other, what: A, file: evidence/a{number}.csv}}, "),
                    "E1: {",
                )[..],
            );
        },
    },
    Input {
        name: "one lead that names evidence again and again",
        told: "limits",
        make: |ground| {
            let names = format!(", evidence: [{}]", "E1, ".repeat((ground.size - 2_000) / 4));
            ground.phone(&channel(5, |number| lead(number, if number == 0 { &names } else { "" })));
        },
    },
    Input {
        name: "evidence of a channel that all its leads inherit",
        told: "",
        make: |ground| {
            let count = ground.leads(0) / 4;
            ground.phone(
                &channel(count, |number| lead(number, ""))
                    .replace("evidence: [E1]", &format!("evidence: [{}]", "E1, ".repeat(500))),
            );
        },
    },
    Input {
        name: "as many details as are read, of every lead",
        told: "",
        make: |ground| {
            let details: String = (0..200).map(|number| format!("d{number}, ")).collect();
            let got = format!("capture: {{at: +1m, in: crm, got: [{details}]}}");
            let text = channel(ground.leads(got.len() + 100).max(5), |number| lead(number, "").replace("capture: never", &got));
            ground.phone(&format!("must_capture: [{}]\n{text}", details.replace('d', "e")));
        },
    },
    Input {
        name: "people",
        told: "",
        make: |ground| {
            ground.audit_with("{desk: {", &ground.count("{", |number| format!("p{number}: {{role: A}}, "), "desk: {")[..])
        },
    },
    Input {
        name: "findings of channels that are not there",
        told: "unknown-reference",
        make: |ground| audit(ground, "findings:\n", |number| format!("  phones{number}/claim: {{title: A}}\n")),
    },
    Input {
        name: "5,000 channels",
        told: "",
        make: |ground| {
            let count = if ground.size < super::LARGEST { 50 } else { 5_000 };
            for number in 0..count {
                ground.write(&format!("route-{number}.yml"), channel(1, |_| lead(number, "").replace("P-", "R-")));
            }
        },
    },
    Input {
        name: "5,000 findings",
        told: "",
        make: |ground| {
            let count = if ground.size < super::LARGEST { 10 } else { 1_000 };
            let mut findings = String::from("findings:\n");
            for number in 0..count {
                ground.write(&format!("route-{number}.yml"), channel(1, |_| lead(number, "").replace("P-", "R-")));
                for step in ["capture", "claim", "continue", "confirm", "close"] {
                    findings += &format!("  route-{number}/{step}: {{title: A, cause: \"B **c**\", recommendation: D}}\n");
                }
            }
            ground.audit(&findings);
        },
    },
    Input {
        name: "observations",
        told: "",
        make: |ground| {
            audit(ground, "observations:\n", |number| format!("  - {{id: o{number}, title: A, rating: low, body: B}}\n"))
        },
    },
    Input {
        name: "observations of channels and leads that are not there",
        told: "unknown-reference",
        make: |ground| {
            audit(ground, "observations:\n", |number| {
                format!(
                    "  - {{id: o{number}, title: A, rating: low, body: B, channels: [phones{number}], leads: [P-00000{number}]}}\n"
                )
            });
        },
    },
    Input {
        name: "excluded leads",
        told: "",
        make: |ground| {
            let excluded = ground.count(
                "",
                |number| format!("{{id: X-{number}, because: Wrong number}}, "),
                &channel(5, |number| lead(number, "")),
            );
            let count = excluded.matches("{id: X-").count();
            let list = &excluded[..excluded.find("title: ").expect("a channel")];
            ground.phone(
                &channel(5, |number| lead(number, ""))
                    .replace("selected: 5}", &format!("selected: {}, excluded: [{list}]}}", count + 5)),
            );
        },
    },
    Input {
        name: "a brand of nothing but letters",
        told: "limits",
        make: |ground| ground.write("brand.yml", ground.fill("name: ", "a", "\n")),
    },
    Input {
        name: "a brand with unknown fields",
        told: "unknown-field",
        make: |ground| ground.write("brand.yml", ground.count("name: A\n", |number| format!("acent{number}: a\n"), "")),
    },
    Input {
        name: "a brand whose colour is long",
        told: "bad-value",
        make: |ground| ground.write("brand.yml", ground.fill("name: A\naccent: \"#", "f", "\"\n")),
    },
    Input {
        name: "a brand whose logo has entities in entities",
        told: "bad-logo",
        make: |ground| {
            ground.write("brand.yml", "name: A\nlogo: logo.svg\n");
            let entity = |level: usize| match level {
                0 => "<!ENTITY a0 \"ha\">".to_owned(),
                level => format!("<!ENTITY a{level} \"{}\">", format!("&a{};", level - 1).repeat(10)),
            };
            let entities: String = (0..12).map(entity).collect();
            ground.write("logo.svg", format!("<!DOCTYPE svg [{entities}]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><text>&a11;</text></svg>"));
        },
    },
    Input {
        name: "a brand whose logo is deep",
        told: "",
        make: |ground| {
            ground.write("brand.yml", "name: A\nlogo: logo.svg\n");
            let depth = 120_000 / 7;
            ground.write(
                "logo.svg",
                format!(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">{}{}</svg>",
                    "<g>".repeat(depth),
                    "</g>".repeat(depth)
                ),
            );
        },
    },
    Input {
        name: "a brand whose logo is 16 MiB",
        told: "limits",
        make: |ground| {
            ground.write("brand.yml", "name: A\nlogo: logo.svg\n");
            ground.write(
                "logo.svg",
                ground
                    .fill("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">", "<g/>", "</svg>")
                    .repeat(1 + 200_000 / ground.size),
            );
        },
    },
    Input {
        name: "private names of unknown leads",
        told: "unknown-reference",
        make: |ground| {
            ground.write("private.yml", ground.count("leads:\n", |number| format!("  P-{number:06}a: {{name: A}}\n"), ""));
        },
    },
    Input {
        name: "private names in brackets",
        told: "limits",
        make: |ground| ground.write("private.yml", ground.fill("", "[", "")),
    },
];
