//! What the internal edition shows beyond the client's: internal notes, buyers, and its mark on every page.
//!
//! Data files are the same in both editions and hold no personal data, so only pages carry the mark.

use serde::Serialize;

use super::Press;
use super::markdown::Html;
use super::subject::Subject;
use super::view::Link;
use crate::audit::{Buyer, Edition, Lead};

/// An auditor's note for the internal edition, for a page of it; none in the client edition.
pub(crate) fn note(
    press: &Press<'_>,
    subject: &Subject<'_>,
    from: &str,
    prefix: &str,
    under: u8,
    text: Option<&String>,
) -> Option<Html> {
    let text = text.filter(|_| subject.audit.edition == Edition::Internal)?;
    Some(press.markdown(subject, from, prefix, under, text))
}

/// Who a lead is, and how to reach them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BuyerView {
    name: Option<String>,
    phone: Option<Link>,
    email: Option<Link>,
    address: Option<String>,
}

impl BuyerView {
    /// The buyer behind a lead, where the edition knows one.
    pub(crate) fn of(lead: &Lead) -> Option<Self> {
        let Buyer { name, phone, email, address } = lead.buyer.clone()?;
        Some(BuyerView {
            name,
            phone: phone.map(|text| Link::new(format!("tel:{}", dialled(&text)), text)),
            email: email.map(|text| Link::new(format!("mailto:{}", addressed(&text)), text)),
            address,
        })
    }

    /// The buyer's name.
    pub(crate) fn name(lead: &Lead) -> Option<String> {
        lead.buyer.as_ref()?.name.clone()
    }
}

/// A phone number as telephones take it.
fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// An e-mail address as an address of the web: what would mean something else there is encoded.
fn addressed(address: &str) -> String {
    address.split('@').map(super::links::encode).collect::<Vec<_>>().join("@")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_become_links() {
        assert_eq!(dialled("+1 (202) 555-0143"), "+12025550143");
        assert_eq!(addressed("jo.e+x?cc=a@example.com"), "jo.e%2Bx%3Fcc%3Da@example.com");
    }
}
