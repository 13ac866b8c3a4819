//! Attachments: the files that evidence names exist, lie in the audit's folder, and name nobody if they are published.

use crate::audit::load::Attachment;
use crate::audit::read::RawAudit;
use crate::audit::values::Field;
use crate::diagnostic::{Code, Diagnostic};
use crate::suggest::nearest;

pub(super) fn check(audit: &RawAudit<'_>, problems: &mut Vec<Diagnostic>) {
    let register = audit.main.iter().filter_map(|main| main.evidence.get()).flatten();
    for (item, file) in register.filter_map(|(_, item)| item.get()).filter_map(|item| Some((item, Field::at(&item.file)?))) {
        let path = file.value.as_str();
        if item.pii.sound().is_some_and(|pii| pii != Some(&true)) {
            let spots = audit.files.personal.get(path).into_iter().flatten();
            problems.extend(spots.map(|spot| spot.diagnostic(file.place, path)));
        }
        let (fault, help) = match audit.files.attachments.get(path) {
            Some(Attachment::File(_)) => continue,
            Some(Attachment::Folder) => {
                ("is a folder, not a file", "name one file; several files are several items of evidence, or one archive")
            }
            Some(Attachment::Outside) => {
                ("is a link that leads out of the audit's folder", "copy the file itself into the folder")
            }
            Some(Attachment::OwnFile) => (
                "is one of the audit's own files, with its internal notes",
                "name the record that it was made from, or leave `file` out",
            ),
            Some(Attachment::Special) => ("is not a file that can be copied", "put the file itself in its place"),
            None => ("is not there", "put the file into the audit's folder, or leave `file` out if it stays with the auditor"),
        };
        let mut problem = Diagnostic::new(Code::UnsafePath, file.place, format!("`{path}` {fault}")).help(help);
        if !audit.files.attachments.contains_key(path) {
            let files = audit.files.attachments.iter().filter(|(_, attachment)| matches!(attachment, Attachment::File(_)));
            if let Some(meant) = nearest(path, files.take(1000).map(|(path, _)| path.as_str())) {
                problem = problem.meant(meant);
            }
        }
        problems.push(problem);
    }
}
