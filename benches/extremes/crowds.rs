//! More of everything than anybody would write: leads, ids, words, brands.

use super::{AUDIT, CHANNEL, Ground, Input, LARGEST, STEPS, channel, lead, leads, leads_with};

/// An audit full of lines behind its own.
fn audit(ground: &Ground, head: &str, line: impl Fn(usize) -> String) {
    let room = Ground { root: ground.root.clone(), size: ground.size - AUDIT.len() };
    ground.audit(&room.count(head, line, ""));
}

pub(super) const INPUTS: &[Input] = &[
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
            ground.phone(&channel(ground.leads(0), |number| lead(0, "").replace("09:12", &format!("09:{:02}", number % 60))));
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
            leads_with(ground, STEPS, |_| "capture: TODO, claim: TODO, continue: TODO, confirm: TODO, close: TODO".to_owned());
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
            });
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
                ),
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
                ),
            );
            leads(ground, |number| format!(", evidence: [item{number}b]"));
        },
    },
    Input {
        name: "evidence that nobody asks for",
        told: "unused-evidence",
        make: |ground| {
            ground
                .audit_with("{E1: {", &ground.count("{", |number| format!("item{number}a: {{kind: other, what: A}}, "), "E1: {"));
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
                ),
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
            ground.audit_with("{desk: {", &ground.count("{", |number| format!("p{number}: {{role: A}}, "), "desk: {"));
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
            let count = if ground.size < LARGEST / 2 { 50 } else { 5_000 };
            for number in 0..count {
                ground.write(&format!("route-{number}.yml"), channel(1, |_| lead(number, "").replace("P-", "R-")));
            }
        },
    },
    Input {
        name: "950 findings",
        told: "",
        make: |ground| {
            let count = if ground.size < LARGEST / 2 { 10 } else { 190 };
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
            audit(ground, "observations:\n", |number| format!("  - {{id: o{number}, title: A, rating: low, body: B}}\n"));
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
            let (list, _) = excluded.split_once("title: ").expect("a channel");
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
