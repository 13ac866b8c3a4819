//! Facts on which an invariant once failed, by name.
