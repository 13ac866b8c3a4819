# Das Trichterdiagramm: wie viele Anfragen durch jeden Schritt kamen und wo die meisten liegen bleiben.

drop-none = Noch zählt keine Anfrage
drop-empty = noch zählt keine Anfrage
drop-start = Start
drop-moved = weitergekommen
drop-clean = sauber
drop-counted = Anfragen, die durchkamen
drop-gap = Betriebsamkeit statt Bewegung
drop-caption = Anfragen, die durch den jeweiligen Schritt kamen
drop-subtitle = Anteil der gezählten Anfragen, die durch den jeweiligen Schritt kamen{ $by ->
    [channel] , nach Kanal
   *[none] {""}
}; { $leads ->
    [one] 1 Anfrage
   *[other] { $leads } Anfragen
}
drop-channel-subtitle = Anfragen, die durch den jeweiligen Schritt kamen, und solche, die bis dahin sauber waren; { $leads ->
    [one] 1 Anfrage
   *[other] { $leads } Anfragen
} gezählt
drop-sentence = { $line }: { $steps }.
drop-through = { $count } von { $all } durch { $step } ({ $percent })
drop-end = { $through } { $line }

# Wo Anfragen liegen bleiben; nach einem Doppelpunkt beginnt der Satz groß.
drop-stop = { $share ->
    [only] Die einzige Anfrage bleibt liegen
    [all] Alle Anfragen bleiben liegen
    [most] Die meisten Anfragen bleiben liegen
    [half] Die Hälfte der Anfragen bleibt liegen
    [one] 1 Anfrage bleibt liegen
   *[some] { $lost } von { $of } Anfragen bleiben liegen
}, { $step ->
    [capture] bevor jemand sie erfasst
    [claim] bevor jemand sie übernimmt
    [continue] bevor jemand sie fortführt
    [confirm] bevor ein nächster Schritt bestätigt ist
   *[close] bevor ihr Ergebnis bekannt ist
}
drop-stop-each = { $lost ->
    [one] Je { $lost } von { $of } Anfragen bleibt in den Schritten { $steps } liegen
   *[other] Je { $lost } von { $of } Anfragen bleiben in den Schritten { $steps } liegen
}
drop-stop-at = { $lost ->
    [one] { $lost } von { $of } Anfragen bleibt im Schritt { $step } liegen
   *[other] { $lost } von { $of } Anfragen bleiben im Schritt { $step } liegen
}
drop-line = { $line }: { $stop }
drop-all-through = { $leads ->
    [one] Die einzige Anfrage kam durch alle fünf Schritte
   *[other] Jede Anfrage kam durch alle fünf Schritte
}
drop-same-step = Im Schritt { $step } bleibt am meisten liegen: je { $lost } von { $of } in { $channels } Kanälen
drop-several = { $more ->
    [one] { $through } von { $all } Anfragen kamen durch; am meisten bleibt im Schritt { $step } im Kanal „{ $channel }“ und an einer weiteren Stelle liegen
   *[other] { $through } von { $all } Anfragen kamen durch; am meisten bleibt im Schritt { $step } im Kanal „{ $channel }“ und an { $more } weiteren Stellen liegen
}
drop-many = { $through } von { $all } Anfragen kamen durch; an { $places } Stellen bleibt gleich viel liegen
drop-with-clean = { $clean ->
    [0] { $stop }; keine kommt sauber durch
    [one] { $stop }; { $clean } von { $of } kommt sauber durch
   *[other] { $stop }; { $clean } von { $of } kommen sauber durch
}
drop-all-clean = { $leads ->
    [one] Die einzige Anfrage kam sauber durch
   *[other] Jede Anfrage kam sauber durch
}
drop-not-all-clean = { $leads ->
    [one] Die einzige Anfrage kam durch, aber nicht sauber
   *[other] Jede Anfrage kam durch, { $clean } von { $leads } davon sauber
}

# Die Worte neben dem Pfeil.
drop-biggest = { $drops ->
    [one] Größter Rückgang
   *[other] Größte Rückgänge
}
drop-points = { $points ->
    [one] −1 Punkt
   *[other] −{ $points } Punkte
}
drop-points-each = { $points ->
    [one] je −1 Punkt
   *[other] je −{ $points } Punkte
}
drop-stop-in = { $lost ->
    [one] { $lost } von { $of } in „{ $channel }“ bleibt im Schritt { $step } liegen
   *[other] { $lost } von { $of } in „{ $channel }“ bleiben im Schritt { $step } liegen
}
drop-and-more = { $more ->
    [one] { $step } in „{ $channel }“ und an einer weiteren Stelle
   *[other] { $step } in „{ $channel }“ und an { $more } weiteren Stellen
}
drop-at = in den Schritten { $steps }
drop-callout = { $what }: { $much }, { $whom }

drop-left-out = Nicht gezeigt, weil noch keine Anfrage zählt: { $channels }
drop-booked = { $leads ->
    [one] 1 Anfrage, die in diesem Bild liegen bleibt, wurde gebucht, obwohl ein Schritt davor nicht gehalten hat
   *[other] { $leads } Anfragen, die in diesem Bild liegen bleiben, wurden gebucht, obwohl ein Schritt davor nicht gehalten hat
}
