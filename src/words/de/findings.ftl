# Die Befunde.

findings-filter = Befunde filtern
findings-glance = Auf einen Blick
findings-all = Alle Befunde
findings-rating = Gewicht
findings-finding = Befund
findings-channel = Kanal
findings-step = Schritt
findings-action = Maßnahme
findings-is-accepted = hingenommen
findings-no-action = noch keine
findings-reading = So sind die Wirkungen weiter unten zu lesen.
findings-where = Wo die Lücken sind
findings-criteria = Maßstab
findings-within = Innerhalb von { $limit }.
findings-condition = Zustand
findings-held = Gehalten bei { $held } von { $of ->
    [one] 1 Anfrage
   *[other] { $of } Anfragen
}{ $range ->
    [none] {""}
   *[other] {" "}({ $range })
}{ $wanting ->
    [none] .
   *[other] : { $wanting }.
}
findings-late = { $count } spät
findings-weak = { $count } schwach
findings-unproven = { $count } unbelegt
findings-failed = { $count } gescheitert
findings-leads = Anfragen: { $leads }
findings-cause = Ursache
findings-cause-kind = Wo sie liegt: { $kind }
findings-no-cause = Noch nicht festgestellt.
findings-effect = Wirkung
findings-no-effect = Deswegen ging keine Anfrage verloren.
findings-lost = Hier verloren: { $leads }.
findings-unaccounted = Ohne Nachweis: { $leads }.
findings-rated = Gewicht „{ $rating }“: { $means }.
findings-means-critical = Mindestens die Hälfte der Anfragen des Kanals ging hier verloren
findings-means-high = Mindestens eine Anfrage ging hier verloren
findings-means-critical-close = Von mindestens der Hälfte der Anfragen des Kanals ist der Verbleib unbekannt
findings-means-high-close = Von mindestens einer Anfrage ist der Verbleib unbekannt
findings-means-medium = Etwas ist gescheitert oder nicht zu zeigen, doch keine Anfrage ging verloren
findings-means-low = Es geschah, aber spät oder nicht ganz gut
findings-recommendation = Empfehlung
findings-no-recommendation = Noch keine.
findings-response = Stellungnahme
findings-action-by = { $owner }, fällig am { $due }
findings-accepted = Hingenommen
findings-observations = Neben den nachverfolgten Anfragen beobachtet
findings-whole-business = der ganze Betrieb
findings-observed = Beobachtet
findings-observed-leads = Anfragen
