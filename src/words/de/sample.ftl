# Was eine Stichprobe aussagen kann, und was nicht.

drawn = { $selected ->
    [one] 1 Anfrage
   *[other] { $selected } Anfragen
} ausgewählt, { $method }
drawn-of = { $selected } von { $size ->
    [one] 1 Anfrage
   *[other] { $size } Anfragen
} ausgewählt, { $method }
traced-count = { $count } nachverfolgt
traced-open = { $count } noch offen und nicht gezählt
traced-excluded = { $count } mit Grund ausgelassen
traced-tests = { $count ->
    [one] 1 Testanfrage
   *[other] { $count } Testanfragen
} des Auditors, nicht gezählt

says-nothing = Keine Anfrage zählt, darum gibt es keine Bewertung.
says = { $count ->
    [one] 1 Anfrage
   *[other] { $count } Anfragen
} gezählt: { $enough ->
    [problem] genug, um ein Problem zu sehen, nicht aber, um zu sagen, wie verbreitet es ist.
    [problems] genug, um Probleme zu finden, nicht aber, um eine Bewertung zu tragen.
    [score] genug, um eine Bewertung zu tragen, nicht aber, um zu behaupten, alles sei im Griff.
   *[control] genug für die Aussage, dass der Betrieb seine Übergaben im Griff hat.
} Auch wo keine davon scheiterte, kann dies noch bei bis zu { $unseen } aller Anfragen geschehen.
says-advice = Etwa { $problems } Anfragen je Kanal finden Probleme, { $score } tragen eine Bewertung, { $control } die Aussage, dass der Betrieb seine Übergaben im Griff hat.
