//! What a site looks like beyond what is built in: whose it is, and the templates of its own.

use super::templates::{NONE, OwnTemplates, Templates};
use crate::audit::Brands;
use crate::words::{Language, Words};

/// The look of a site; the default is the program's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Design<'a> {
    /// Whose audits they are.
    pub brands: Option<&'a Brands>,
    /// What takes the place of built-in templates.
    pub templates: Option<&'a OwnTemplates>,
}

impl<'a> Design<'a> {
    /// The templates of its own; none where there are none.
    pub(crate) fn own(self) -> &'a OwnTemplates {
        self.templates.unwrap_or(&NONE)
    }

    /// Has the templates of a language made ready on another core, ahead of who prints with them, where that is done once in a run.
    pub(crate) fn make_ready(self, language: Language) {
        if self.own().is_empty() {
            rayon::spawn(move || {
                // whoever prints is told what is wrong with them
                let _ = Templates::of(Words::of(language), &NONE);
            });
        }
    }
}
