//! Templates of the user's own: the example in the documentation builds, mistakes in others are told, and the list of what there is to
//! override is fresh.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Output;

use handoff_audit::site::{Design, Entry, OwnTemplates, Press};
use serde_json::Value;

/// Builds `tests/golden/blue-heron` with the templates in a folder.
fn build(templates: &Path, out: &Path) -> Output {
    let mut command = crate::cli::program();
    command.args(["build", "tests/golden/blue-heron/audits", "-o"]).arg(out).arg("--templates").arg(templates);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the program runs")
}

#[test]
fn the_example_of_the_documentation_builds() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let site = folder.path().join("site");
    let output = build(Path::new("docs/templates-example"), &site);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = |path: &str| fs::read_to_string(site.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let plan = page("blue-heron/2026-03/plan.html");
    assert!(plan.contains("id=\"next-step\"") && plan.contains("class=\"next-audit\"") && plan.contains("</html>"));
    assert!(page("blue-heron/2026-03/leads/w-03.html").contains("<time class=\"when\""));
    assert!(page("index.html").contains("class=\"next-audit\""));
    assert!(page("assets/style.css").trim_end().ends_with(".next-audit{font-weight:600;color:var(--accent)}"));
}

#[test]
fn mistakes_in_templates_are_told_and_nothing_is_built() {
    for (name, text, expected) in [
        ("pages/laed.html", "", "nothing is called `pages/laed.html`"),
        ("pages/lead.html", "<p>{{ id | uper }}", "mine/pages/lead.html:1:12"),
        ("pages/lead.html", "<p>\n{{ frame.titel.x }}", "mine/pages/lead.html:2"),
        ("pages/lead.html", "<p>\n{{ headlines }}", "mine/pages/lead.html:2"),
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("mine").join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(&file, text).expect("a file");
        let output = build(&folder.path().join("mine"), &folder.path().join("site"));
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(expected), "{name} gave:\n{told}");
        assert!(!folder.path().join("site").exists(), "{name} was built");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = build(&folder.path().join("none"), &folder.path().join("site"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("none is not there"), "{output:?}");
}

const BEGIN: &str = "<!-- what follows is made by `UPDATE=1 cargo test --test it templates` -->\n";

#[test]
fn the_list_of_what_can_be_overridden_is_fresh() {
    let file = Path::new("docs/templates.md");
    let page = fs::read_to_string(file).expect("there is docs/templates.md");
    let (head, _) = page.split_once(BEGIN).expect("the page has a place for the list");
    let mut failures = Vec::new();
    crate::cases::compare(file, &format!("{head}{BEGIN}{}", reference()), &mut failures);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Every built-in file by its name.
fn built_in() -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new("templates").into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| {
        let parts = path.strip_prefix("templates").expect("below the folder").iter().map(|part| part.to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    };
    files.map(|entry| (name(entry.path()), fs::read_to_string(entry.path()).expect("templates are UTF-8"))).collect()
}

/// What stands between each `start` and the `end` after it.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0.trim())).collect()
}

fn reference() -> String {
    let files = built_in();
    let mut page = String::from("\n## The names\n\n| name | blocks |\n|---|---|\n");
    for (name, text) in &files {
        let blocks: Vec<_> = between(text, "{% block ", "%}").into_iter().chain(between(text, "{%- block ", "%}")).collect();
        let blocks: Vec<_> = blocks.iter().map(|block| format!("`{}`", block.trim_end_matches('-').trim())).collect();
        let _ = writeln!(page, "| `{name}` | {} |", blocks.join(", "));
    }
    page.push_str("\n## The components\n\nIn `components.html`, each with what it takes.\n\n");
    for (name, text) in &files {
        for component in between(text, "{% component ", "%}") {
            let component = component.trim_end_matches('-').trim();
            let _ = writeln!(page, "- `{component}`{}", if name == "components.html" { "" } else { " (elsewhere)" });
        }
    }
    let html: BTreeSet<_> = files
        .values()
        .flat_map(|text| between(text, "{{ ", "}}"))
        .filter_map(|value| value.strip_suffix("| safe"))
        .map(|value| format!("`{}`", value.trim()))
        .collect();
    let html: Vec<_> = html.into_iter().collect();
    let _ = write!(
        page,
        "\n## What is HTML already\n\nThese values are put out with `| safe`; the program has made them so that they are: {}.\n",
        html.join(", ")
    );
    page.push_str(
        "\n## What a page knows\n\nTaken from the sample audits. `?` marks what may be nothing. `frame` is the same on every page.\n",
    );
    let mut views = views();
    let frame = views.values_mut().filter_map(|view| view.fields.remove("frame")).reduce(|mut one, other| {
        one.merge(other);
        one
    });
    for (name, view) in frame.map(|frame| ("frame".to_owned(), frame)).into_iter().chain(views) {
        let _ = write!(page, "\n### `{name}`\n\n```text\n");
        view.outline(0, &mut page);
        page.push_str("```\n");
    }
    page
}

/// What each page's template is given, over all sample audits: templates of our own print it instead of a page, outside of what is bound.
fn views() -> BTreeMap<String, Shape> {
    let pages = built_in().into_keys().filter(|name| name.starts_with("pages/"));
    // another template extends the document for print: its blocks have to be there
    let blocks = |name: &str| match name {
        "pages/print.html" => {
            ["policy", "assets", "leads"].map(|block| format!("{{% block {block} %}}{{% endblock {block} %}}")).concat()
        }
        _ => String::new(),
    };
    let dump = pages
        .map(|name| (name.clone(), format!("{name}\n{{{{ __tera_context | safe }}}}{}\n<main></main>", blocks(&name))))
        .collect();
    let own = OwnTemplates::new("dump", dump).expect("the templates can be used");
    let checked = handoff_audit::check(Path::new("audits"));
    let design = Design { brands: Some(&checked.brands), templates: Some(&own) };
    let press = Press::designed(&checked.audits, design).expect("the templates can be read");
    let mut views: BTreeMap<String, Shape> = BTreeMap::new();
    for printed in press.sheets().into_iter().flat_map(|sheet| press.print(sheet).expect("the page can be made")) {
        let Entry::Bytes(bytes) = printed.entry else { continue };
        if !printed.path.ends_with(".html") {
            continue;
        }
        let text = String::from_utf8(bytes).expect("pages are UTF-8");
        let (name, view) = text.trim_end_matches("\n<main></main>").split_once('\n').expect("a name and a view");
        let view: Value = serde_json::from_str(&json_of(view)).unwrap_or_else(|error| panic!("{name}: {error}: {view:.300}"));
        views.entry(name.to_owned()).or_default().see(&view);
    }
    views
}

/// What the template language prints of its values as JSON: it writes nothing for what is nothing, and escapes as Rust does.
fn json_of(printed: &str) -> String {
    let mut pieces = printed.split("\\u{");
    let mut printed = pieces.next().unwrap_or_default().replace("\\'", "'");
    for piece in pieces {
        let (code, rest) = piece.split_once('}').expect("an escape ends");
        let letter = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("an escape is a letter");
        printed.push(letter);
        printed.push_str(&rest.replace("\\'", "'"));
    }
    let mut json = String::with_capacity(printed.len());
    let (mut in_string, mut escaped, mut last) = (false, false, ' ');
    for letter in printed.chars() {
        if !in_string && matches!(letter, ',' | '}' | ']') && (matches!(last, ':' | ',') || (last == '[' && letter == ',')) {
            json.push_str("null");
        }
        if letter == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && letter == '\\' && !escaped;
        if in_string || !letter.is_whitespace() {
            last = if in_string { '"' } else { letter };
        }
        json.push(letter);
    }
    json
}

/// What a value may be.
#[derive(Default)]
struct Shape {
    nothing: bool,
    scalars: BTreeSet<&'static str>,
    fields: BTreeMap<String, Shape>,
    items: Option<Box<Shape>>,
}

impl Shape {
    fn see(&mut self, value: &Value) {
        match value {
            Value::Null => self.nothing = true,
            Value::Bool(_) => drop(self.scalars.insert("true or false")),
            Value::Number(_) => drop(self.scalars.insert("number")),
            Value::String(_) => drop(self.scalars.insert("text")),
            Value::Array(items) => {
                let shape = self.items.get_or_insert_default();
                items.iter().for_each(|item| shape.see(item));
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(name, value)| self.fields.entry(name.clone()).or_default().see(value));
            }
        }
    }

    fn merge(&mut self, other: Shape) {
        self.nothing |= other.nothing;
        self.scalars.extend(other.scalars);
        other.fields.into_iter().for_each(|(name, shape)| self.fields.entry(name).or_default().merge(shape));
        if let Some(items) = other.items {
            self.items.get_or_insert_default().merge(*items);
        }
    }

    /// A value that fits on one line: `text`, `{href, text}`.
    fn short(&self) -> Option<String> {
        if let Some(items) = &self.items {
            return Some(format!("list of {}", items.short()?));
        }
        if self.fields.is_empty() {
            let all: Vec<_> = self.scalars.iter().copied().collect();
            return Some(if all.is_empty() { "nothing in the samples".to_owned() } else { all.join(" or ") });
        }
        let bare = |shape: &Shape| shape.fields.is_empty() && shape.items.is_none();
        let names: Option<Vec<_>> = self.fields.iter().map(|(name, shape)| bare(shape).then(|| mark(name, shape))).collect();
        names.filter(|names| names.len() <= 4).map(|names| format!("{{{}}}", names.join(", ")))
    }

    fn outline(&self, depth: usize, page: &mut String) {
        for (name, shape) in &self.fields {
            let (indent, name) = ("  ".repeat(depth), mark(name, shape));
            match (shape.short(), &shape.items) {
                (Some(short), _) => drop(writeln!(page, "{indent}{name}: {short}")),
                (None, Some(items)) => {
                    let _ = writeln!(page, "{indent}{name}: list of");
                    items.outline(depth + 1, page);
                }
                (None, None) => {
                    let _ = writeln!(page, "{indent}{name}:");
                    shape.outline(depth + 1, page);
                }
            }
        }
    }
}

fn mark(name: &str, shape: &Shape) -> String {
    format!("{name}{}", if shape.nothing { "?" } else { "" })
}
