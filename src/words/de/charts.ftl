# Was mehrere Diagramme gemeinsam haben, und die kleinen: Plakette, Klassen, Gehalten, Stufen, Urteile.

chart-column-channel = Kanal
chart-column-step = Schritt
chart-column-class = Klasse
chart-column-lead = Anfrage
chart-column-leads = Anfragen
chart-column-share = Anteil
chart-column-meaning = Bedeutung
chart-column-verdict = Urteil
chart-column-time = Zeit
chart-column-held = hat gehalten
chart-column-line = Linie
chart-count-of = { $count } { $what }
chart-share-of = { $count } von { $all } ({ $percent })
chart-quoted = „{ $name }“
chart-sentence = { $what }.
chart-not-shown = nicht gezeigt
chart-not-reached = nicht erreicht
chart-nothing-judged = Noch ließ sich nichts beurteilen

# Wie der Name eines Schritts bricht, wo eine Spalte zu schmal für ihn ist.
chart-lines-capture =
    Erfas-
    sung
chart-lines-claim =
    Über-
    nahme
chart-lines-continue =
    Fort-
    führung
chart-lines-confirm =
    Bestä-
    tigung
chart-lines-close =
    Ab-
    schluss

badge-name = Handoff
badge-says = { $level ->
    [none] keine Bewertung
   *[other] Stufe { $level } von 5
}{ $provisional ->
    [yes] , vorläufig
   *[no] {""}
}{ $draft ->
    [yes] , Entwurf
   *[no] {""}
}

classes-none = Noch keine Anfrage nachverfolgt
classes-empty = noch keine Anfrage nachverfolgt
classes-one = 1 nachverfolgt: { $class }
classes-all = { $traced } nachverfolgt: alle { $class }
classes-some = { $traced } nachverfolgt: { $parts }
classes-subtitle = Was aus den nachverfolgten Anfragen wurde
classes-description = Ein Balken für { $traced ->
    [one] 1 Anfrage
   *[other] { $traced } Anfragen
}. { $meanings }
classes-meaning = { $class }: { $meaning }
classes-caption = Anfragen nach dem, was aus ihnen wurde
classes-tooltip = { $count } { $class }: { $meaning }

held-all = In jedem Kanal hat jeder Schritt gehalten
held-weakest = { $more ->
    [0] Am schwächsten ist der Schritt { $step } im Kanal „{ $channel }“: { $held } von { $of } gehalten
    [one] Am schwächsten sind der Schritt { $step } im Kanal „{ $channel }“ und 1 weiterer: je { $held } von { $of } gehalten
   *[other] Am schwächsten sind der Schritt { $step } im Kanal „{ $channel }“ und { $more } weitere: je { $held } von { $of } gehalten
}
held-weakest-many = Die { $weakest } schwächsten von { $checks } Prüfungen: je { $held } von { $of } gehalten
held-subtitle = Anfragen, bei denen der Schritt gehalten hat, von denen, die sich beurteilen ließen
held-caption = Anfragen, bei denen der Schritt gehalten hat
held-sentence = { $channel }: { $steps }.
held-step = { $step } { $held }
held-tooltip = { $channel }, { $step }: { $held }
held-of = von { $count }
held-scale = 100 % gehalten
held-key = am schwächsten

levels-overall = Gesamt
levels-none = Noch keine Stufe
levels-one = Stufe { $level } von 5
levels-same = Weiterhin Stufe { $level }
levels-up = Um { $count ->
    [one] 1 Stufe
   *[other] { $count } Stufen
} gestiegen, von { $from } auf { $to }
levels-down = Um { $count ->
    [one] 1 Stufe
   *[other] { $count } Stufen
} gefallen, von { $from } auf { $to }
levels-subtitle = Stufe (1 bis 5) bei jedem Audit, nach Kanal und insgesamt
levels-caption = Stufe bei jedem Audit
levels-no-score = keine Bewertung
levels-sentence = { $line }: { $levels }.
levels-at = { $level ->
    [none] keine Bewertung im { $date }
   *[other] Stufe { $level } im { $date }
}
levels-tooltip = { $line }, { $date }: Stufe { $level }
levels-end = { $change ->
    [none] { $level } { $line }
   *[other] { $level } ({ $change }) { $line }
}
levels-end-no-score = { $line }: keine Bewertung

verdicts-all-five = Alle fünf Schritte haben bei jeder Anfrage gehalten
verdicts-all-judged = Jeder Schritt, der sich beurteilen ließ, hat gehalten
verdicts-weakest-one = Der Schritt { $step } hat bei der einzigen Anfrage mit einem Urteil nicht gehalten
verdicts-weakest = Der Schritt { $step } hat bei { $held } von { $of } Anfragen gehalten, seltener als jeder andere
verdicts-none-held = Kein Schritt hat bei irgendeiner Anfrage gehalten
verdicts-all-equal = Alle Schritte haben gleich oft gehalten
verdicts-all-equal-each = Jeder Schritt hat bei { $held } von { $of } Anfragen gehalten
verdicts-weakest-each = Am seltensten haben die Schritte { $steps } gehalten: je { $held } von { $of }
verdicts-weakest-several = Am seltensten haben die Schritte { $steps } gehalten
verdicts-subtitle = Urteile über { $leads ->
    [one] 1 Anfrage
   *[other] { $leads } Anfragen
}{ $whose ->
    [all] {" "}aller Kanäle
   *[one] {""}
} bei jedem Schritt{ $aside ->
    [yes] ; was aussteht oder entfällt, zählt auf keiner Seite
   *[no] {""}
}
verdicts-caption = Urteile je Schritt
verdicts-sentence = { $others ->
    [none] { $step }: { $held } von { $of } gehalten.
   *[other] { $step }: { $held } von { $of } gehalten ({ $others }).
}
verdicts-held = { $held } von { $of } gehalten
verdicts-tooltip = { $step }, { $verdict }: { $leads ->
    [one] 1 Anfrage
   *[other] { $leads } Anfragen
}
