# Der Überblick über ein Audit.

overview-leak = Der teuerste Verlust: { $leak }. { $step } fragt: { $question }
overview-about = { $auditor } hat { $count ->
    [one] 1 Anfrage
   *[other] { $count } Anfragen
} aus dem Zeitraum { $period } nachverfolgt und bis zum { $day } beobachtet, was daraus wurde.
overview-status = Stand dieses Berichts: { $status }.
overview-earlier = Voriges Audit:
overview-later = Nächstes Audit:
overview-other = { $level ->
    [none] { $period } (keine Bewertung)
   *[some] { $period } (Stufe { $level })
}

overview-level = Verlässlichkeit der Übergaben
overview-receipt = Wie die Stufe zustande kommt
overview-no-lead-counts = keine Anfrage zählt, darum ohne Gewicht
overview-weight = zählt mit seinen { $volume } Anfragen im Monat
overview-equal-weight = zählt wie die anderen, da nicht jedes Aufkommen bekannt ist
overview-average = Mittelwert der Stufen
overview-band-none = Kein Kanal hat eine Bewertung
overview-without-overrides = Stufe allein aus den Fakten
overview-provisional-only = die Stichprobe des einzigen Kanals mit Bewertung ist zu klein oder nach Ermessen gewählt
overview-provisional = { $count ->
    [one] in 1 von { $all } Kanälen ist die Stichprobe zu klein oder nach Ermessen gewählt
   *[other] in { $count } von { $all } Kanälen ist die Stichprobe zu klein oder nach Ermessen gewählt
}

overview-fixes = Zuerst beheben
overview-fix-place = { $channel }, { $step }
overview-action = <strong>Maßnahme:</strong> { $action }
overview-fix-action = { $what } · { $owner }, bis { $due } ({ $status })
overview-fixes-order = Die Reihenfolge folgt den Buchungen, die auf dem Spiel stehen; das Zeichen sagt, wie schlimm die Stelle für ihren eigenen Kanal ist.
overview-plan = Der ganze Plan
overview-summary = Die Zusammenfassung des Auditors
overview-series = Seit dem vorigen Audit

overview-scorecard = Die Prüfungen: bei wie vielen Anfragen jede gehalten hat
overview-scorecard-name = Die Prüfungen
overview-channel = Kanal
overview-column-level = Stufe
overview-row = { $kind }, { $leads }
overview-row-provisional = vorläufig
overview-range = Unter jeder Zahl steht die Spanne, die die Stichprobe für den Anteil an allen Anfragen <a href="{ $method }">zu 95 %</a> zulässt.
overview-cell-lost = { $count } hier verloren
overview-cell-unaccounted = { $count } ungeklärt
overview-checks-all = Alle { $count } Prüfungen halten
overview-checks = Von { $count } Prüfungen: { $parts }
overview-checks-hold = { $count ->
    [one] 1 hält
   *[other] { $count } halten
}
overview-checks-partly = { $count ->
    [one] 1 hält teilweise
   *[other] { $count } halten teilweise
}
overview-checks-fail = { $count ->
    [one] 1 hält nicht
   *[other] { $count } halten nicht
}
overview-checks-unseen = { $count ->
    [one] 1 ließ sich nicht beurteilen
   *[other] { $count } ließen sich nicht beurteilen
}
overview-charts = Wo Anfragen verloren gehen
overview-losses = Welche Anfragen, und wo
overview-loss = { $step } im Kanal { $channel }

overview-gate = Vereinbarte Schwellen
overview-gate-name = Schwellen
overview-gate-about = Die Schwellen sagen, ob dieses Audit erfüllt, was vorher vereinbart wurde. Sie sind keine zweite Bewertung: Auch ein Betrieb auf Stufe 1 kann sie bestehen, wenn wenig verlangt ist.
overview-gate-what = Was
overview-gate-expected = Erwartet
overview-gate-found = Gefunden
overview-gate-result = Ergebnis
overview-gate-weight = Art
overview-gate-expected-short = erwartet
overview-gate-found-short = gefunden
overview-gate-passed = { $all ->
    [one] Bestanden: Die einzige Schwelle hält
   *[other] Bestanden: Alle { $all } Schwellen halten
}
overview-gate-passed-warned = { $warns ->
    [one] Bestanden: Was halten muss, hält; 1 weiteres Ziel ist verfehlt
   *[other] Bestanden: Was halten muss, hält; { $warns } weitere Ziele sind verfehlt
}
overview-gate-missed = { $all ->
    [one] Nicht bestanden: die einzige Schwelle verfehlt
   *[other] Nicht bestanden: { $fails } von { $all } Schwellen verfehlt
}
overview-gate-missed-warned = { $warns ->
    [one] { $missed }, dazu 1 Warnung
   *[other] { $missed }, dazu { $warns } Warnungen
}
overview-gate-in-channel = { $what }, { $channel }
overview-gate-overall = Gesamtstufe
overview-gate-channel = Stufe
overview-gate-unproven = Unbelegte Urteile
overview-gate-leaked = Verlorene Anfragen
overview-gate-overdue = Überfällige Maßnahmen
overview-gate-sample = Gezählte Anfragen
overview-gate-drop = Stufen, die seit dem vorigen Audit verloren gingen
overview-gate-at-least = mindestens { $number }
overview-gate-at-most = höchstens { $number }
overview-gate-fewer = weniger als { $number }
overview-gate-none = keine
overview-gate-gained = { $number } gewonnen
overview-gate-must = muss halten
overview-gate-warns = Ziel, warnt nur

overview-sample = Was diese Stichprobe aussagt und was nicht
overview-drawn = { $drawn }. { $traced }.
overview-method = Wie das Audit gemacht wurde
overview-print = <a href="{ $href }">Das ganze Audit in einem Dokument</a>, zum Drucken oder Aufbewahren.
