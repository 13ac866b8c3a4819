//! Paths and words of others in a message.

use std::path::Path;

use super::human::harmless;

/// What can be told of in a line on a terminal.
pub trait Shown {
    /// The same as a text that stays on its line and does nothing to a terminal, whatever the name of a file or a typed word holds.
    fn shown(&self) -> String;
}

impl Shown for Path {
    fn shown(&self) -> String {
        self.to_string_lossy().shown()
    }
}

impl Shown for str {
    fn shown(&self) -> String {
        harmless(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_on_their_line() {
        for (name, shown) in [
            ("site/c\u{f4}te 1", "site/c\u{f4}te 1"),
            ("a\n::error::b", "a ::error::b"),
            ("\u{1b}[31ma\u{9b}b", "\u{241b}[31ma\u{b7}b"),
            ("user\u{202e}txt.exe", "user\u{fffd}txt.exe"),
        ] {
            assert_eq!(Path::new(name).shown(), shown);
        }
    }
}
