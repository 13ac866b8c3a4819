# Stücke, die auf mehreren Seiten stehen: Prüfungen, Obergrenzen, Schwellen, Verweise.

none-judged = keine beurteilt

limit-line = Obergrenze: { $name }
limit-at-most = höchstens { $level }
limit-applies = greift
limit-does-not-apply = greift nicht
limit-ownership = Zuständigkeit
limit-ownership-when = wenn die Übernahme bei weniger als der Hälfte der Anfragen gehalten hat
limit-trust = Vertrauen
limit-trust-when = wenn mehr als ein Viertel der Urteile unbelegt ist
limit-weak-link = schwächstes Glied
limit-weak-link-when = wenn irgendein Schritt bei weniger als der Hälfte der Anfragen gehalten hat
limit-leaks = Verluste
limit-leaks-when = wenn weniger als { $share } der Anfragen sauber durchkamen
limit-sample = Stichprobe
limit-sample-when = wenn weniger als { $count ->
    [one] 1 Anfrage zählt
   *[other] { $count } Anfragen zählen
}
limit-worst = schwächster Kanal
limit-worst-when = wenn der gerundete Mittelwert mehr als eine Stufe über dem schwächsten Kanal liegt
limit-routes = Wege
limit-routes-when = wenn weniger als zwei Arten von Kanälen geprüft wurden

gate-holds = hält
gate-fails = hält nicht
gate-warns = warnt

more-leads-count = { $count } weitere
nowhere = nirgends

receipt-level = Stufe
receipt-rounded = abgerundet, mindestens 1
overridden-count = { $count ->
    [0] kein Urteil ist korrigiert
    [one] 1 Urteil ist korrigiert
   *[other] { $count } Urteile sind korrigiert
}
