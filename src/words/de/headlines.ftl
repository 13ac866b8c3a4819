# Überschriften: was gefunden wurde, in einem Satz.

headline-nothing-counted = Noch zählt keine Anfrage
headline-lost = { $how ->
    [one] Die einzige Anfrage ging zwischen erstem Kontakt und Buchung verloren
    [all] Alle { $counted } Anfragen gingen zwischen erstem Kontakt und Buchung verloren
   *[some] { $number ->
        [one] 1 von { $counted } Anfragen ging zwischen erstem Kontakt und Buchung verloren
       *[other] { $number } von { $counted } Anfragen gingen zwischen erstem Kontakt und Buchung verloren
    }
}
headline-unaccounted = { $how ->
    [one] Was aus der einzigen Anfrage wurde, kann niemand sagen
    [all] Was aus den { $counted } Anfragen wurde, kann niemand sagen
   *[some] Was aus { $number } von { $counted } Anfragen wurde, kann niemand sagen
}
headline-more-unaccounted = { $lost }; was aus { $count ->
    [one] einer weiteren
   *[other] { $count } weiteren
} wurde, kann niemand sagen
headline-unproven = { $how ->
    [one] Nichts zeigt, was aus der einzigen Anfrage wurde
    [all] Keine Anfrage ging nachweislich verloren, doch bei keiner zeigt sich, was aus ihr wurde
   *[some] Keine Anfrage ging nachweislich verloren, doch nichts zeigt, was aus { $number } von { $counted } Anfragen wurde
}
headline-slipped = { $how ->
    [one] Die einzige Anfrage kam durch, aber nicht sauber
    [all] Alle { $counted } Anfragen kamen durch, aber keine sauber
   *[some] Jede Anfrage kam durch, { $number } von { $counted } nicht sauber
}
headline-clean = { $how ->
    [one] Die einzige Anfrage kam sauber durch
   *[all] Alle { $counted } Anfragen kamen sauber durch
}
headline-lost-at = { $number } von { $counted ->
    [one] 1 Anfrage
   *[other] { $counted } Anfragen
} verloren, im Schritt { $step }
headline-lost-at-steps = { $number } von { $counted } Anfragen verloren, in den Schritten { $steps }
headline-lost-most-at = { $number } von { $counted } Anfragen verloren, die meisten im Schritt { $step }

lead-every-step = jeder Schritt, der zutrifft, hat gehalten
lead-booked = { $slips ->
    [one] gebucht, mit einem Mangel im Schritt { $step }
   *[other] gebucht, mit Mängeln ab dem Schritt { $step }
}
lead-came-through = { $slips ->
    [one] durchgekommen, mit einem Mangel im Schritt { $step }
   *[other] durchgekommen, mit Mängeln ab dem Schritt { $step }
}
lead-unaccounted = niemand kann zeigen, wie sie ausging
lead-lost-at = verloren im Schritt { $step }
lead-lost = verloren
lead-unproven = nichts zeigt, wie sie ausging
lead-unproven-at = nichts zeigt, was im Schritt { $step } daraus wurde

step-capture-finding = Der Eintrag ist unvollständig, kommt spät oder steht am falschen Ort
step-claim-finding = Anfragen warten darauf, dass jemand sie übernimmt
step-continue-finding = Der nächste Schritt kommt zu spät oder erreicht den Interessenten nicht
step-confirm-finding = Der nächste Schritt ist dem Interessenten nicht klar oder nirgends eingetragen
step-close-finding = Wie Anfragen ausgingen, wird spät oder gar nicht festgehalten

effect-lost = { $leaks } von { $of ->
    [one] 1 Anfrage
   *[other] { $of } Anfragen
} { $leaks ->
    [one] ging hier verloren
   *[other] gingen hier verloren
}
effect-unaccounted = Verbleib unbekannt bei { $leaks } von { $of ->
    [one] 1 Anfrage
   *[other] { $of } Anfragen
}
effect-a-month = { $lost }, im Monat etwa { $affected } ({ $range })
effect-sample = { $lost }; wie viele es im Monat sind, ist nicht bekannt
effect-alone = { $effect }.
effect-and-stake = { $effect }; { $stake }.

stake-a-month = auf dem Spiel { $count ->
    [0] steht weniger als 1 Buchung
    [one] steht etwa { $count } Buchung
   *[other] stehen etwa { $count } Buchungen
} im Monat
stake-a-month-worth = { $stake }, im Wert von etwa { $worth }
stake-sample = auf dem Spiel { $count ->
    [0] steht weniger als 1 Buchung
    [one] steht etwa { $count } Buchung
   *[other] stehen etwa { $count } Buchungen
} in einer Stichprobe wie dieser
stake-sample-worth = { $stake }, im Wert von etwa { $worth }
at-stake-note = In Klammern: die Spanne, die die Stichprobe zulässt (95 %). Wie viele Buchungen auf dem Spiel stehen, ist eine Schätzung und kein Versprechen: so viele, als wären die verlorenen Anfragen weitergegangen wie die nachverfolgten, die über den Schritt hinauskamen.

leak-lost = { $step } im Kanal { $channel }, { $leaks } von { $of ->
    [one] 1 Anfrage
   *[other] { $of } Anfragen
} verloren
leak-unaccounted = { $step } im Kanal { $channel }, Verbleib unbekannt bei { $leaks } von { $of ->
    [one] 1 Anfrage
   *[other] { $of } Anfragen
}

headline-findings-none = Kein Befund: Jeder Schritt hat gehalten
headline-findings-without-leaks = { $count ->
    [one] 1 Befund, ohne verlorene Anfragen
   *[other] { $count } Befunde, keiner mit verlorenen Anfragen
}
headline-findings-with-leaks = { $count ->
    [one] 1 Befund, mit verlorenen Anfragen
   *[other] { $count } Befunde, davon { $high } mit verlorenen Anfragen
}
headline-findings-critical = { $count ->
    [one] 1 Befund, und er ist kritisch
   *[other] { $count } Befunde, davon { $critical } kritisch
}
