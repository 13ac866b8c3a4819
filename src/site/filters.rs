//! Choices by which a list on a page is narrowed down and put in order. The script acts on them and keeps them in the address; without
//! it they are not shown.

use serde::Serialize;

use crate::words::Words;

/// The choices of a page, and how it says what they leave.
#[derive(Serialize)]
pub(crate) struct Filters {
    /// What is chosen from, for screen readers.
    name: &'static str,
    /// The id on the page that stands in an address before the choices: `leads` in `#leads?class=leaked`.
    place: &'static str,
    /// What the choices do not reach; none where they reach everything.
    about: Option<&'static str>,
    /// `{n} of 12 leads shown`.
    shown: String,
    choices: Vec<Choice>,
}

/// One choice: by the attribute `data-NAME` of the items, or, where it is called `sort`, by their `data-by-VALUE`.
#[derive(Serialize)]
pub(crate) struct Choice {
    name: &'static str,
    label: &'static str,
    /// What holds where nothing is chosen.
    unset: &'static str,
    groups: Vec<Group>,
}

/// Options under a heading.
#[derive(Serialize)]
struct Group {
    label: Option<String>,
    options: Vec<Offer>,
}

#[derive(Clone, Serialize)]
struct Offer {
    value: String,
    text: String,
}

/// An attribute `data-NAME` of an item of the list.
#[derive(Clone, Serialize)]
pub(crate) struct Datum {
    name: &'static str,
    value: String,
}

impl Datum {
    pub(crate) fn new(name: &'static str, value: impl ToString) -> Self {
        Datum { name, value: value.to_string() }
    }
}

/// What the script puts the number of shown items in place of.
pub(crate) const NUMBER: &str = "{n}";

impl Filters {
    /// None where there is nothing to choose from.
    pub(crate) fn new(
        name: &'static str,
        place: &'static str,
        shown: String,
        choices: impl IntoIterator<Item = Choice>,
    ) -> Option<Filters> {
        let choices: Vec<Choice> = choices.into_iter().filter(Choice::is_one).collect();
        (!choices.is_empty()).then_some(Filters { name, place, about: None, shown, choices })
    }

    /// The same, saying what the choices do not reach.
    pub(crate) fn about(self, about: Option<&'static str>) -> Filters {
        Filters { about, ..self }
    }
}

impl Choice {
    /// A choice among values with their texts.
    pub(crate) fn narrow(
        words: Words,
        name: &'static str,
        label: &'static str,
        options: impl IntoIterator<Item = (String, String)>,
    ) -> Choice {
        Choice { name, label, unset: words.get("filter-any"), groups: Vec::new() }.group(None, options)
    }

    /// A choice of an order; `unset` is what the list is ordered by without it.
    pub(crate) fn sort(words: Words, unset: &'static str, options: impl IntoIterator<Item = (String, String)>) -> Choice {
        Choice { name: "sort", label: words.get("filter-sort"), unset, groups: Vec::new() }.group(None, options)
    }

    /// The same with more options, under a heading.
    pub(crate) fn group(mut self, label: Option<String>, options: impl IntoIterator<Item = (String, String)>) -> Choice {
        let options: Vec<_> = options.into_iter().map(|(value, text)| Offer { value, text }).collect();
        if !options.is_empty() {
            self.groups.push(Group { label, options });
        }
        self
    }

    /// Whether it makes a difference: all orders do, but one value alone narrows nothing down.
    fn is_one(&self) -> bool {
        let options: usize = self.groups.iter().map(|group| group.options.len()).sum();
        options > usize::from(self.name != "sort")
    }
}
