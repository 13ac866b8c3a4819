//! What auditors write: found, read, checked, and turned into a model that is valid by construction.

mod brand;
mod checks;
pub mod draft;
mod edition;
mod hours;
pub mod load;
mod lower;
mod model;
mod personal;
mod private;
mod raw;
mod read;
mod reference;
pub mod schema;
#[cfg(test)]
mod tests;
mod todo;
mod values;
mod wording;

pub use brand::{Brand, Brands, Logo, LogoKind, brands};
pub use edition::Edition;
pub use hours::OpeningHours;
pub(crate) use load::load_texts;
pub use load::{AuditFiles, Loaded, id_fault, load, load_for};
pub use model::*;
pub use read::{found_in_loading, read, read_one};
pub use reference::reference;
pub(crate) use values::any_value;
