//! The records of `private.yml`.

use crate::audit::values::*;

record! {
    /// The names behind the ids: read for the internal edition alone, and never to be shared.
    PrivateFile "`private.yml`" "{leads: {P-01: {name: Jo Example}}, people: {front-desk: Sam Example}}" {
        /// Buyers, by the id of their lead.
        optional leads "leads": Register<BuyerEntry>, like "{P-01: {name: Jo Example}}";
        /// The names of people, by their id in `people` of `audit.yml`.
        optional people "people": Register<Private>, like "{front-desk: Sam Example}";
    }
}

record! {
    /// Who a lead is, and how to reach them; each may be left out.
    BuyerEntry "a buyer" "{name: Jo Example, phone: 202-555-0143}" {
        /// The name.
        optional name "name": Private, like "Jo Example";
        /// The phone number.
        optional phone "phone": Private, like "202-555-0143";
        /// The e-mail address.
        optional email "email": Private, like "jo@example.com";
        /// The postal address.
        optional address "address": Private, like "1 Harbour Road";
    }
}
