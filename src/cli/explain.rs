//! `explain`: what a rule or a problem means, in the terminal.

use handoff_audit::diagnostic::{Code, Severity, Shown as _};
use handoff_audit::framework::Step;
use handoff_audit::rules::{CATALOGUE, Rule};
use handoff_audit::words::Words;

use super::Outcome;
use super::show::{ERROR_WORD, err, styled};

const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";
/// Columns that a text takes at most: fixed, so that it reads the same in a pipe.
const WIDTH: usize = 100;

pub(super) fn run(codes: &[String]) -> Outcome {
    if codes.is_empty() {
        list();
    }
    let mut outcome = Outcome::Fine;
    for (number, code) in codes.iter().enumerate() {
        if number > 0 {
            styled!("");
        }
        if !explain(&code.to_lowercase()) {
            outcome = Outcome::Failed;
        }
    }
    outcome
}

/// Prints what a code means; false where there is none.
fn explain(id: &str) -> bool {
    if let Some(rule) = Rule::from_id(id) {
        let verdict = rule.effect.id();
        page(id, &format!("rule of {}, makes the verdict {verdict}", Words::english().name(rule.step)), rule.title, rule.words);
        examples(rule);
    } else if let Some(code) = Code::from_id(id) {
        page(id, &format!("{} in the files", code.severity().id()), code.title(), code.words());
    } else {
        err!("{ERROR_WORD}: there is no rule or problem `{}`", id.shown());
        if let Some(near) = nearest(id) {
            err!("  did you mean `{near}`?");
        }
        err!("  `handoff-audit explain` lists them all");
        return false;
    }
    true
}

/// Prints a text of the catalogue: headings in bold, long lines wrapped, the rest as it is written.
fn page(id: &str, kind: &str, title: &str, words: &str) {
    styled!("{BOLD}{title}{PLAIN}\n{id} · {kind}\n");
    for line in words.trim().lines() {
        match line.strip_prefix("## ") {
            Some(heading) => styled!("{BOLD}{heading}{PLAIN}"),
            None => styled!("{}", textwrap::fill(line, WIDTH)),
        }
    }
}

fn examples(rule: &Rule) {
    styled!(
        "\n{BOLD}Example{PLAIN}\n\nIt fires on\n\n  {}\n\nand not on\n\n  {}\n\nwith the default limits of a web form.",
        rule.fires_on,
        rule.passes_on
    );
}

fn list() {
    let row = |id: &str, title: &str| styled!("  {id:<24} {title}");
    for step in Step::ALL {
        styled!("{BOLD}Rules of {}{PLAIN}", Words::english().name(step));
        CATALOGUE.iter().filter(|rule| rule.step == step).for_each(|rule| row(rule.id, rule.title));
    }
    for (heading, severity) in
        [("Errors in the files", Severity::Error), ("Warnings", Severity::Warning), ("Still to do", Severity::Todo)]
    {
        styled!("{BOLD}{heading}{PLAIN}");
        Code::ALL.iter().filter(|code| code.severity() == severity).for_each(|code| row(code.id(), code.title()));
    }
}

/// The id that a misspelt one most probably stands for.
fn nearest(id: &str) -> Option<&'static str> {
    let ids = CATALOGUE.iter().map(|rule| rule.id).chain(Code::ALL.iter().map(|code| code.id()));
    handoff_audit::nearest(id, ids)
}
