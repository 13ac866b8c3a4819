# Die interne Ausgabe: ihre Kennzeichnung, und was sie über die für den Auftraggeber hinaus zeigt.

edition-internal-title = { $title } · interne Ausgabe
edition-internal-mark = <strong>Interne Ausgabe:</strong> enthält personenbezogene Daten, nicht weitergeben
edition-internal-head = Interne Ausgabe
edition-internal-note = Interne Notiz
edition-buyer = Interessent
edition-phone = Telefon
edition-email = E-Mail
edition-address = Anschrift
edition-personal-attachment = { $what } (enthält personenbezogene Daten)
