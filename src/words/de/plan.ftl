# Der Plan: was zuerst zu beheben ist, und was vereinbart wurde.

plan-headline = Hier beginnen: { $title }
plan-headline-none = Keine Anfrage ging verloren: Nichts ist vordringlich zu beheben
plan-first = Zuerst beheben: wo die meisten Buchungen auf dem Spiel stehen
plan-first-name = Zuerst beheben
plan-rank = Rang
plan-rank-above = Rang { $rank }
plan-where = Wo
plan-lost = Hier verloren
plan-a-month = Anfragen im Monat
plan-bookings = Buchungen im Monat, die auf dem Spiel stehen
plan-bookings-short = Buchungen auf dem Spiel
plan-bookings-number = { $count ->
    [0] weniger als 1
   *[other] etwa { $count }
}
plan-worth = Wert im Monat
plan-action = Maßnahme
plan-no-action = noch keine
plan-not-known = nicht bekannt
plan-in-sample = in der Stichprobe
plan-in-sample-range = in der Stichprobe { $number }, Spanne { $range }
plan-leads-of = { $leads } von { $of ->
    [one] 1 Anfrage
   *[other] { $of } Anfragen
}
plan-unaccounted = Danach: Anfragen mit unbekanntem Verbleib
plan-unaccounted-name = Anfragen mit unbekanntem Verbleib
plan-no-account = Verbleib unbekannt
plan-unaccounted-why = Ein besserer Abschluss bringt keine weitere Buchung; er zeigt, welche der anderen zustande kamen. Darum stehen diese Anfragen für sich.
plan-reckoned = Wie hier gerechnet wird
plan-reckoning = Anfragen im Monat: der Anteil der gezählten Anfragen des Kanals, der in diesem Schritt verloren ging, an allen Anfragen, die der Kanal im Monat bringt. Darunter steht die Spanne, die die Stichprobe zulässt (Wilson, 95 %). Buchungen auf dem Spiel: diese Anfragen, multipliziert damit, wie oft in diesem Audit aus einer Anfrage, die den Schritt hinter sich hatte, eine belegte Buchung wurde. Die Zahlen ordnen die Stellen; sie versprechen nichts.
plan-stands-in = Wo das Aufkommen eines Kanals unbekannt ist, steht die Stichprobe dafür.
plan-method = Wie Bewertungen und Spannen entstehen
plan-actions = Maßnahmen
plan-actions-as-of = Maßnahmen, Stand { $day }
plan-actions-none = Noch ist keine Maßnahme vereinbart
plan-actions-one = Eine Maßnahme ist vereinbart, Stand: { $state }
plan-actions-many = { $count } Maßnahmen sind vereinbart: { $states }
plan-actions-state = { $count } { $state }
plan-actions-order = Zuerst Überfälliges, dann alles nach dem Tag, an dem es fällig ist. Womit zu beginnen ist, wenn mehreres ansteht, sagen die Ränge oben.
plan-actions-table = Die Maßnahmen als Tabelle
plan-state = Stand
plan-owner = Zuständig
plan-due = Fällig
plan-mends = Behebt
plan-accepted = So hingenommen
plan-undecided = Noch zu entscheiden
