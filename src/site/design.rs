//! What a site looks like beyond what is built in: whose it is.

use crate::audit::Brands;

/// The look of a site; the default is the program's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Design<'a> {
    /// Whose audits they are.
    pub brands: Option<&'a Brands>,
}
