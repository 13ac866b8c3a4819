//! What YAML itself allows: depth, width, names for values.

use super::{CHANNEL, Ground, Input, channel, lead};

/// Lists or groups in each other, written as lines, each line further to the right.
fn stairs(ground: &Ground, step: impl Fn(usize) -> String) {
    ground.phone(&ground.count("", |depth| format!("{}{}\n", " ".repeat(depth), step(depth)), ""));
}

/// Lines behind a text that has a name.
fn named(ground: &Ground, anchor: &str, line: impl Fn(usize) -> String) {
    ground.phone(&ground.count(anchor, line, ""));
}

pub(super) const INPUTS: &[Input] = &[
    Input {
        name: "a billion laughs",
        told: "limits",
        make: |ground| {
            let level = |level: usize| match level {
                0 => "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n".to_owned(),
                level => format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 9].join(", ")),
            };
            ground.audit(&(0..20).map(level).collect::<String>());
        },
    },
    Input {
        name: "laughs of two, a file full",
        told: "limits",
        make: |ground| {
            let level = |level: usize| match level {
                0 => "a0: &a0 [ha]\n".to_owned(),
                level => format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1),
            };
            ground.phone(&ground.count("", level, ""));
        },
    },
    Input {
        name: "aliases of a long text",
        told: "limits",
        make: |ground| {
            let text = "x".repeat(ground.size / 2);
            named(ground, &format!("a: &a {text}\nb:\n"), |_| "- *a\n".to_owned());
        },
    },
    Input {
        name: "aliases of a long key",
        told: "syntax",
        make: |ground| {
            let text = "x".repeat(ground.size / 2);
            named(ground, &format!("a: &a {{{text}: b}}\nb:\n"), |_| "- *a\n".to_owned());
        },
    },
    Input {
        name: "aliases as keys",
        told: "limits",
        make: |ground| {
            let text = "x".repeat(ground.size / 2);
            named(ground, &format!("a: &a {text}\nb:\n"), |_| "- {*a : b}\n".to_owned());
        },
    },
    Input {
        name: "aliases of nothing known",
        told: "syntax",
        make: |ground| named(ground, "", |number| format!("- *a{number}\n")),
    },
    Input {
        name: "names that nobody asks for",
        told: "syntax",
        make: |ground| named(ground, "", |number| format!("- &a{number} b\n")),
    },
    Input {
        name: "a name for each value, and an alias",
        told: "wrong-type",
        make: |ground| named(ground, "", |number| format!("- &a{number} b\n- *a{number}\n")),
    },
    Input {
        name: "one name again and again, and an alias",
        told: "wrong-type",
        make: |ground| named(ground, "", |_| "- &a b\n- *a\n".to_owned()),
    },
    Input { name: "a list that holds itself", told: "syntax", make: |ground| ground.phone(&ground.fill("&a [", "*a, ", "]")) },
    Input {
        name: "names on lists in each other",
        told: "limits",
        make: |ground| {
            let nest: String = (0..60).map(|depth| format!("&a{depth} [")).collect();
            let text = "x, ".repeat(20_000);
            let rest: String = (0..60).map(|depth| format!("- *a{depth}\n")).collect();
            ground.phone(&format!("- {nest}{text}{}\n{rest}", "]".repeat(60)));
        },
    },
    Input {
        name: "merge keys",
        told: "unknown-field",
        make: |ground| {
            let head = "a: &a {id: P-1}\n";
            ground.phone(&ground.count(&format!("{head}{CHANNEL}leads:\n"), |_| "- {<<: *a}\n".to_owned(), ""));
        },
    },
    Input { name: "groups in groups, line by line", told: "limits", make: |ground| stairs(ground, |_| "a:".to_owned()) },
    Input { name: "lists in lists, line by line", told: "limits", make: |ground| stairs(ground, |_| "-".to_owned()) },
    Input { name: "keys in keys, line by line", told: "limits", make: |ground| stairs(ground, |_| "?".to_owned()) },
    Input {
        name: "lists in groups on one line, closed",
        told: "limits",
        make: |ground| {
            let depth = ground.size / 8;
            ground.phone(&format!("{}{}", "{a: [".repeat(depth), "]}".repeat(depth)));
        },
    },
    Input {
        name: "a million fields",
        told: "unknown-field",
        make: |ground| named(ground, "", |number| format!("k{number}: v\n")),
    },
    Input {
        name: "a million fields in braces",
        told: "unknown-field",
        make: |ground| ground.phone(&ground.count("{", |number| format!("k{number}: v, "), "}")),
    },
    Input {
        name: "fields without values",
        told: "unknown-field",
        make: |ground| ground.phone(&ground.count("{", |number| format!("k{number}, "), "}")),
    },
    Input {
        name: "each field twice",
        told: "duplicate-key",
        make: |ground| named(ground, "", |number| format!("k{number}: v\nk{number}: w\n")),
    },
    Input { name: "a million items", told: "wrong-type", make: |ground| named(ground, "", |_| "- v\n".to_owned()) },
    Input { name: "a million items in brackets", told: "wrong-type", make: |ground| ground.phone(&ground.fill("[", "v, ", "]")) },
    Input {
        name: "a mistake of syntax in each lead",
        told: "syntax",
        make: |ground| {
            let count = ground.leads(3);
            ground.phone(&channel(count, |number| lead(number, ", note: a: b")));
        },
    },
    Input {
        name: "an audit with a mistake on each line",
        told: "syntax",
        make: |ground| {
            ground.write("audit.yml", ground.fill(super::AUDIT, "note: \"a\" b\n", ""));
        },
    },
    Input {
        name: "a mistake on the last of many lines",
        told: "syntax",
        make: |ground| {
            let count = ground.leads(3);
            ground.phone(&(channel(count, |number| lead(number, "")) + "  - {id: P\n a: \"b\" c\nd: [e"));
        },
    },
    Input {
        name: "a column too far to the left, again and again",
        told: "syntax",
        make: |ground| {
            ground.phone(&ground.fill(&format!("{CHANNEL}leads:\n"), "    - a: b\n      c: d\n     e: f\n   g: h\n", ""));
        },
    },
    Input {
        name: "tabs in front of each lead",
        told: "syntax",
        make: |ground| {
            let count = ground.leads(1);
            ground.phone(&channel(count, |number| format!("\t{}", lead(number, ""))));
        },
    },
];
