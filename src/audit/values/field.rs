//! What became of a field of a record.

use crate::diagnostic::Place;

/// A field of a record, read or not.
#[derive(Clone, Debug)]
pub(in crate::audit) enum Field<T> {
    /// Not written, and it need not be.
    Absent,
    /// Wrong, or missing where it is required: reported, so nothing more is to be said of it.
    Broken,
    /// Read.
    Is(At<T>),
}

/// A value with its places.
#[derive(Clone, Debug)]
pub(in crate::audit) struct At<T> {
    /// The value.
    pub(in crate::audit) value: T,
    /// Where it stands.
    pub(in crate::audit) place: Place,
    /// Where its name stands; the value itself where it has none.
    pub(in crate::audit) key: Place,
}

impl<T> Field<T> {
    /// The value with its places, where there is one.
    pub(in crate::audit) fn at(&self) -> Option<&At<T>> {
        match self {
            Field::Is(at) => Some(at),
            Field::Absent | Field::Broken => None,
        }
    }

    /// The value, where there is one.
    pub(in crate::audit) fn get(&self) -> Option<&T> {
        self.at().map(|at| &at.value)
    }

    /// Whether it was not written, so that its default holds.
    pub(in crate::audit) fn is_absent(&self) -> bool {
        matches!(self, Field::Absent)
    }

    /// Whether a mistake in it was reported.
    pub(in crate::audit) fn is_broken(&self) -> bool {
        matches!(self, Field::Broken)
    }

    /// For lowering: the value if it is sound and written, no value if it is absent; `None` if it is broken.
    pub(in crate::audit) fn sound(&self) -> Option<Option<&T>> {
        match self {
            Field::Absent => Some(None),
            Field::Broken => None,
            Field::Is(at) => Some(Some(&at.value)),
        }
    }

    /// For lowering: a copy of what [`Field::sound`] gives.
    pub(in crate::audit) fn copied(&self) -> Option<Option<T>>
    where
        T: Clone,
    {
        self.sound().map(Option::<&T>::cloned)
    }
}

/// A list, item by item.
#[derive(Clone, Debug)]
pub(in crate::audit) struct Listed<T> {
    /// The items, broken ones among them.
    pub(in crate::audit) items: Vec<Field<T>>,
}

impl<T> Listed<T> {
    /// The items that could be read.
    pub(in crate::audit) fn given(&self) -> impl Iterator<Item = &At<T>> {
        self.items.iter().filter_map(Field::at)
    }

    /// Whether an item could not be read.
    pub(in crate::audit) fn is_broken(&self) -> bool {
        self.items.iter().any(Field::is_broken)
    }
}
