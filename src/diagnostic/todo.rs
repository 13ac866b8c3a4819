//! What is still `TODO`, as one list: file by file, a line for each part that lacks something.

use super::human::harmless;
use super::position::Positions;
use super::{Code, Diagnostic, Severity};

const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// Adds the list to what is shown of the diagnostics, which are in the order of the files; nothing where nothing is `TODO`.
pub(super) fn list(diagnostics: &[Diagnostic], positions: &mut Positions<'_>, colour: bool, out: &mut String) {
    let open: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Todo).collect();
    if open.is_empty() {
        return;
    }
    let (bold, plain) = if colour { (BOLD, PLAIN) } else { ("", "") };
    out.push_str(&format!("{bold}still to do[{}]{plain}: facts that are not filled in yet\n", Code::Todo.id()));
    let mut file = None;
    for diagnostic in open {
        let place = diagnostic.place;
        let _task = positions.telling(place);
        if file.replace(place.file) != Some(place.file) {
            out.push_str(&format!("  {}\n", harmless(positions.path(place.file))));
        }
        let line = positions.line(place.file, place.start) + 1;
        out.push_str(&format!("  {line:>5}  {}\n", harmless(&diagnostic.message)));
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::super::{Place, SourceFile, Sources, human};
    use super::*;

    #[test]
    fn one_list_tells_what_is_lacking() {
        let mut sources = Sources::default();
        let text = "title: x\nclient: TODO\nauditor: TODO\n".to_owned();
        let file = sources.add(SourceFile { path: "a/audit.yml".into(), text });
        let other = sources.add(SourceFile { path: "a/phone.yml".into(), text: "kind: TODO\n".into() });
        let todo = |file, start, message: &str| Diagnostic::new(Code::Todo, Place { file, start, end: start + 4 }, message);
        let warning = Diagnostic::new(Code::NoVolume, Place { file, start: 0, end: 5 }, "no volume");
        let open =
            [todo(file, 17, "`client` is still `TODO`"), warning, todo(file, 31, "\u{1b}[1mauditor"), todo(other, 6, "`kind`")];
        let expected = "\
warning[no-volume]: no volume
 --> a/audit.yml:1:1
  |
1 | title: x
  | ^^^^^

still to do[todo]: facts that are not filled in yet
  a/audit.yml
      2  `client` is still `TODO`
      3  \u{241b}[1mauditor
  a/phone.yml
      1  `kind`

";
        assert_eq!(human::render(&open, &sources, false), expected);
        assert_eq!(anstream::adapter::strip_str(&human::render(&open, &sources, true)).to_string(), expected);
        assert_eq!(
            human::summary(&open, &sources),
            "1 warning, 3 still to do in 2 files\n`handoff-audit explain CODE` tells more: `handoff-audit explain todo`\n"
        );
    }
}
