//! The templates: embedded, under names that a folder of the user's own may override.

use include_dir::{Dir, include_dir};
use serde::Serialize;
use tera::{Context, Tera};

use super::Error;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Where the built-in templates stand, so that others can take their names and still extend them.
const PREFIX: &str = "builtin/";

/// All templates, ready to render.
pub(crate) struct Templates(Tera);

impl Templates {
    /// Reads the built-in templates.
    pub(crate) fn built_in() -> Result<Self, Error> {
        let mut tera = Tera::default();
        let failed = |source| Error::new("the templates", source);
        tera.set_fallback_prefixes([PREFIX]).map_err(failed)?;
        let mut files = Vec::new();
        collect(&BUILT_IN, &mut files);
        tera.add_raw_templates(files).map_err(failed)?;
        Ok(Templates(tera))
    }

    /// Renders a page's view with the template of the same name in `pages/`.
    pub(crate) fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, Error> {
        let failed = |source| Error::new(template, source);
        let context = Context::from_serialize(view).map_err(failed)?;
        self.0.render(&format!("pages/{template}"), &context).map_err(failed)
    }
}

/// Every built-in template with its name.
#[cfg(test)]
pub(crate) fn sources() -> Vec<(String, &'static str)> {
    let mut files = Vec::new();
    collect(&BUILT_IN, &mut files);
    files
}

/// The built-in file with the given path below `templates/`.
pub(crate) fn built_in_file(path: &str) -> Option<&'static str> {
    BUILT_IN.get_file(path)?.contents_utf8()
}

fn collect(dir: &Dir<'static>, files: &mut Vec<(String, &'static str)>) {
    for file in dir.files().filter(|file| file.path().extension().is_some_and(|extension| extension == "html")) {
        let parts: Vec<_> = file.path().iter().map(|part| part.to_string_lossy()).collect();
        if let Some(text) = file.contents_utf8() {
            files.push((format!("{PREFIX}{}", parts.join("/")), text));
        }
    }
    for dir in dir.dirs() {
        collect(dir, files);
    }
}
