# The internal edition: its mark, and what it shows beyond the client's.

edition-internal-title = { $title } · internal edition
edition-internal-mark = <strong>Internal edition:</strong> holds personal data, do not pass on
edition-internal-head = Internal edition
edition-internal-note = Internal note
edition-buyer = Buyer
edition-phone = Phone
edition-email = E-mail
edition-address = Address
edition-personal-attachment = { $what } (holds personal data)
