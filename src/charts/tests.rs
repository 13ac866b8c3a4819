//! Every chart of hand-made audits: as expected, readable, and never broken by odd data.

use std::path::PathBuf;

use super::paint::rules;

fn in_repo(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

#[test]
fn style_sheet_has_a_rule_for_every_class() {
    let path = in_repo("templates/assets/charts.css");
    let sheet = std::fs::read_to_string(&path).unwrap();
    let (by_hand, _) = sheet.split_once("/* Written by").expect("the sheet says where the generated part begins");
    let written = format!(
        "{by_hand}/* Written by UPDATE=1 cargo test style_sheet: the classes of src/charts/paint.rs */\n{}",
        rules(".chart ", |colour| format!("var(--{})", colour.name))
    );
    if updating() {
        std::fs::write(&path, written).unwrap();
    } else {
        assert!(sheet == written, "run UPDATE=1 cargo test style_sheet");
    }
}
