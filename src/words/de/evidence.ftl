# Das Verzeichnis der Belege, und die Korrekturen.

evidence-headline = { $items ->
    [one] 1 Beleg
   *[other] { $items } Belege
}, { $overridden ->
    [0] kein Urteil korrigiert
    [one] 1 Urteil korrigiert
   *[other] { $overridden } Urteile korrigiert
}
evidence-effect-none = Jedes Urteil steht so, wie die Regeln es ergaben.
evidence-effect-same = Gesamtstufe mit und ohne Korrekturen: { $level }.
evidence-effect = Gesamtstufe mit Korrekturen: { $with }; ohne sie wäre es: { $without }.
evidence-overrides = Korrekturen
evidence-with = Stufe mit Korrekturen
evidence-without = Stufe ohne Korrekturen
evidence-level = Wie die Stufe zustande kommt
evidence-to = zu
evidence-expired = <strong>Abgelaufen:</strong> Diese Korrektur zählt nicht mehr.
evidence-test = Eine Testanfrage: Sie zählt nirgends mit.
evidence-until = gültig bis { $day }
evidence-no-overrides = Keine. Wer auditiert, kann ein Urteil korrigieren, mit Grund, Namen und Datum; hier geschah das nicht.
evidence-register = Das Verzeichnis
evidence-relied = Darauf { $steps ->
    [one] stützt sich 1 Schritt
   *[other] stützen sich { $steps } Schritte
} bei { $leads ->
    [one] 1 Anfrage
   *[other] { $leads } Anfragen
}
evidence-relied-overrides = Darauf { $overrides ->
    [one] stützt sich 1 Korrektur
   *[other] stützen sich { $overrides } Korrekturen
}
evidence-relied-none = Nichts stützt sich darauf
evidence-named = Genannt bei der Korrektur von { $leads }
evidence-lead-step = { $lead }, { $step }
evidence-empty = Es ist leer: Nichts wurde genannt.
