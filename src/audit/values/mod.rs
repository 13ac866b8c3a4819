//! Values: how each field is written, read and documented.
//!
//! A [`Shape`] stands for one way of writing a value: it reads a node of the YAML tree, reports what is wrong with it, and describes
//! itself for the JSON Schema. Records (`record!`) are shapes made of named fields.
#![expect(
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "offsets are those at which something was found in the same text; places in a list come from going through it"
)]

mod choice;
mod colour;
mod day;
mod duration;
mod field;
mod fuzz;
mod hours;
mod id;
mod list;
mod moment;
mod number;
mod path;
mod reader;
mod record;
mod schema;
mod spoken;
mod synonyms;
mod text;
mod zone;

pub(super) use choice::{OneOf, OverriddenTo, meant as word_meant};
pub(super) use colour::{AccentOnDark, AccentOnLight};
pub(super) use day::{Day, Days, REACH, days_between};
pub(super) use duration::{LimitOf, meant as duration_meant, parse_duration};
pub(super) use field::{At, Field, Listed};
pub(crate) use fuzz::any_value;
pub(super) use hours::WeekHours;
pub(super) use id::{Id, Keyed, Reference, Register, duplicate, fault as id_fault, mended as id_mended};
pub(super) use list::List;
pub(super) use moment::{Arrival, When, Written, WrittenTime};
pub(super) use number::{Amount, Currency, FormatVersion, Share, Truth, Whole};
pub(super) use path::{FilePath, LogoPath};
pub(super) use reader::{Known, Reader, shortened};
pub(super) use record::{FieldSpec, Need, RecordSpec, record};
use schema::{or_nothing, or_todo};
pub(super) use spoken::Calendar;
pub(super) use synonyms::detail_meant;
pub(super) use text::{Contact, Fact, Internal, Markdown, Private, Text, quoted};
pub(super) use zone::Zone;

use crate::yaml::Node;

/// One way of writing a value.
pub(super) trait Shape {
    /// What it is read into.
    type Out;

    /// An example of such a value, as it is written.
    const EXAMPLE: &'static str;

    /// How such a value is written, units and all, in a sentence; empty where a list of words or fields says it.
    const FORM: &'static str = "";

    /// How many of it a list may have.
    const MOST: usize = usize::MAX;

    /// The record that the value is, or a list of; none for other values.
    const RECORD: Option<&'static RecordSpec> = None;

    /// Reads the value of the field `name`; `None` where a mistake was reported.
    fn read(node: &Node, name: &str, reader: &mut Reader<'_>) -> Option<Self::Out>;

    /// Its JSON Schema.
    fn schema() -> serde_json::Value;
}
