//! Names of files and folders, and what is typed: nothing of them steers a terminal.

use std::fs;

use handoff_audit::check;
use handoff_audit::diagnostic::Code;

use super::corpus::{Ground, Hostile, json};
use super::{said, terminal};
use crate::browser;
use crate::cli::copy;
use crate::tests_folder;

#[test]
fn names_of_files_and_folders_are_told_as_words() {
    let folder = tempfile::tempdir().unwrap();
    let all = Hostile::all();
    let mut formats = 0;
    // folders of audits, and one that is the root
    for one in &all {
        copy(&tests_folder().join("hostile/audit"), &folder.path().join("audits").join(one.as_name().trim_start_matches('.')));
    }
    let checked = check(&folder.path().join("audits"));
    assert!(checked.has_errors());
    formats += terminal::outputs_are_harmless(&checked);
    // files of channels, of others and of brands
    let audit = folder.path().join("channels/audit");
    copy(&tests_folder().join("hostile/audit"), &audit);
    for one in &all {
        let name = one.as_name();
        fs::copy(audit.join("web-form.yml"), audit.join(format!("{name}.yml"))).unwrap();
        fs::write(audit.join(format!("evidence/{name}")), "call 202-555-0143").unwrap();
    }
    formats += terminal::outputs_are_harmless(&check(&folder.path().join("channels")));
    // attachments and logos, under names that are taken and names that are not
    let audit = folder.path().join("files");
    Ground::new().write(&audit, &mut |_, _, _| {}, &|name, value| {
        for (number, one) in all.iter().enumerate().filter(|_| name == "audit.yml") {
            value["evidence"][format!("N{number}")] =
                serde_json::json!({"kind": "other", "what": "a file", "file": one.as_name()});
        }
        if name == "brand.yml" {
            value["logo"] = serde_json::json!(all[0].as_name());
        }
        json(name, value)
    });
    let checked = check(&audit);
    assert!(
        checked.problems.iter().filter(|problem| problem.code == Code::UnsafePath).count() >= all.len(),
        "no such file is there"
    );
    formats += terminal::outputs_are_harmless(&checked);
    browser::say(&format!("{} names of files, folders and attachments told in {formats} documents\n", all.len()));
}

#[test]
fn what_is_typed_is_told_as_words() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    copy(&tests_folder().join("golden/blue-heron/audits"), &here.join("audits"));
    let kinds = ["terminal", "command", "bidi"];
    let mut runs = 0;
    for one in Hostile::all().iter().filter(|one| kinds.contains(&one.kind.as_str())) {
        let name = one.as_name();
        let name = name.as_str();
        let nested = format!("{name}/{name}");
        fs::create_dir_all(here.join(name)).unwrap();
        fs::write(here.join(name).join("thesis.txt"), "years of work").unwrap();
        fs::write(here.join(format!("{name}.html")), "{{ a").unwrap();
        for arguments in [
            &["explain", name][..],
            &["schema", name],
            &["check", name],
            &["check", "--format", "github", name],
            &["check", "--summary", &nested],
            &["check", "--format", name],
            &["pdf", name],
            &["new", name],
            &["new", &nested],
            &["add", "lead", name, "--id", name],
            &["add", "lead", "audits/blue-heron/2026-03/phone.yml", "--id", name],
            &["--templates", name],
            &["-o", name],
            &["-o", &format!("{name}.html")],
            &["--index-only", "--parts", name],
            &[name],
        ] {
            let text = said(here, arguments);
            let uncoloured = terminal::uncoloured(&text);
            terminal::is_calm(&uncoloured, &format!("{arguments:?}"));
            if arguments.contains(&"github") {
                terminal::commands_are_ours(&uncoloured);
            }
            assert!(
                !uncoloured.lines().any(|line| line.starts_with("::") && !line.contains(" title=")),
                "{arguments:?}: {uncoloured}"
            );
            runs += 1;
        }
    }
    browser::say(&format!("{runs} commands\n"));
    // a site with files of others
    said(here, &["-o", "site"]);
    for one in Hostile::all() {
        fs::write(here.join("site").join(one.as_name()), "").unwrap();
    }
    terminal::is_calm(&terminal::uncoloured(&said(here, &["-o", "site", "--no-cache"])), "files of others");
}
