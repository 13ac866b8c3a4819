# Zeit bis zu einem Schritt: wie lange Anfragen warteten, die Frist, und wer nie dorthin kam.

# Was in jedem Schritt mit einer Anfrage geschieht.
times-done-capture = erfasst
times-done-claim = übernommen
times-done-continue = fortgeführt
times-done-confirm = bestätigt
times-done-close = abgeschlossen

times-none = Noch lässt sich keine Zeit zeigen
times-empty = noch keine Zeit
times-one-in-time = Die einzige Anfrage wurde innerhalb von { $limit } { $done }
times-one-late = Die einzige Anfrage wurde nicht innerhalb von { $limit } { $done }
times-one-never = Die einzige Anfrage wurde nie { $done }
times-all = Jede Anfrage wurde innerhalb von { $limit } { $done }
times-some = { $there ->
    [0] Keine Anfrage wurde innerhalb von { $limit } { $done }
    [one] { $there } von { $all } Anfragen wurde innerhalb von { $limit } { $done }
   *[other] { $there } von { $all } Anfragen wurden innerhalb von { $limit } { $done }
}{ $rest ->
    [none] {""}
   *[other] ; { $rest }
}
times-never = { $count ->
    [one] 1 nie
   *[other] { $count } nie
}
times-failed = { $count ->
    [one] 1 Versuch zählte nicht
   *[other] { $count } Versuche zählten nicht
}
times-subtitle = Zeit { $step ->
    [confirm] von der Fortführung
    [close] vom bestätigten Termin
   *[other] vom Eingang
} bis zum Schritt { $name }, { $clock ->
    [open] nur Öffnungszeiten
   *[all] rund um die Uhr
}, auf logarithmischer Skala{ $out ->
    [none] {""}
   *[other] ; nicht enthalten: { $out }
}
times-unknown = { $count } unbekannt
times-not-applicable = { $count ->
    [one] 1 entfällt
   *[other] { $count } entfallen
}

times-in-time = Innerhalb der Frist von { $limit }: { $there } von { $all }.
times-range = Von { $first } (kürzeste) bis { $last } (längste).
times-stuck = { $leads ->
    [one] 1 Anfrage hat eine Zeit und kam nicht weiter, oder das wird nur gesagt.
   *[other] { $leads } Anfragen haben eine Zeit und kamen nicht weiter, oder das wird nur gesagt.
}
times-median-is = { $time ->
    [none] Der Median ist nicht erreicht.
   *[other] Bei { $time } liegt der Median.
}
times-percentile-is = { $time ->
    [none] Das 90. Perzentil ist nicht erreicht.
   *[other] Bei { $time } liegt das 90. Perzentil.
}
times-median = Median
times-percentile = 90. Perzentil

times-edge = { $count } nie { $done }
times-edge-pending = { $count } noch nicht { $done }
times-cell-never = nie
times-cell-pending = noch nicht
times-caption = Zeit bis zum Schritt { $step }
times-up-to = bis { $time }
times-over = über { $time }

times-limit = Frist { $limit }
times-tooltip = { $lead }: { $time }, { $verdict }
times-bar-tooltip = { $leads ->
    [one] 1 Anfrage
   *[other] { $leads } Anfragen
}, { $verdict }
times-curve-tooltip = Anteil, der bis zu jeder Zeit { $done } war
