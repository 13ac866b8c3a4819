//! What attachments that the client edition would publish say of people.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Attachment, files};
use crate::audit::personal::{self, Spot};
use crate::diagnostic::FileId;
use crate::task::{self, Doing};
use crate::yaml::{self, Node, Value};

/// Looks through the texts among the attachments that `audit.yml` names without `pii: true`; those that say something, by path.
pub(super) fn look_through(main: FileId, text: &str, attachments: &BTreeMap<String, Attachment>) -> BTreeMap<String, Vec<Spot>> {
    if !attachments.values().any(|attachment| matches!(attachment, Attachment::File(_))) {
        return BTreeMap::new();
    }
    let root = yaml::parse(main, text).root;
    let items = field(&root, "evidence").map_or(&[][..], entries);
    let named = items.iter().filter(|item| !is(&item.value, "pii", "true")).filter_map(|item| field(&item.value, "file"));
    let mut found = BTreeMap::new();
    for path in named.filter_map(scalar) {
        if found.contains_key(path) {
            continue;
        }
        let Some(Attachment::File(real)) = attachments.get(path) else { continue };
        let spots = look_into(path, real);
        if !spots.is_empty() {
            found.insert(path.to_owned(), spots);
        }
    }
    found
}

fn look_into(path: &str, real: &Path) -> Vec<Spot> {
    let _task = task::begin(Doing::Reading, real.to_string_lossy());
    files::text_of(real).map(|text| personal::find_in_file(path, &text)).unwrap_or_default()
}

fn entries(node: &Node) -> &[yaml::Entry] {
    if let Value::Map(entries) = &node.value { entries } else { &[] }
}

fn field<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    entries(node).iter().find(|entry| entry.key == name).map(|entry| &entry.value)
}

fn scalar(node: &Node) -> Option<&str> {
    if let Value::Scalar(scalar) = &node.value { Some(&scalar.text) } else { None }
}

fn is(node: &Node, name: &str, text: &str) -> bool {
    field(node, name).and_then(scalar) == Some(text)
}
