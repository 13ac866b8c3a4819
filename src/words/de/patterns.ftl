# Die fünf Verlustmuster und die fünf Fehler.

patterns-headline = { $patterns } von 5 Verlustmustern und { $mistakes } von 5 Fehlern { $seen ->
    [one] wurde
   *[other] wurden
} beobachtet
patterns-headline-none = Keines der fünf Muster und keiner der fünf Fehler wurde beobachtet
patterns-most = Am häufigsten: { $pattern }, bei { $count } von { $of ->
    [one] 1 Anfrage
   *[other] { $of } Anfragen
}.
patterns-patterns = Fünf Arten, wie eine Anfrage zwischen zwei Menschen verloren geht
patterns-mistakes = Fünf Fehler eines Betriebs
patterns-unseen = Was bei wenigen Anfragen nicht zu sehen war, kann es dennoch geben.
patterns-method = Die Schwellen dahinter

traced-phone = { $count ->
    [one] 1 Telefonanfrage
   *[other] { $count } Telefonanfragen
}
traced-form = { $count ->
    [one] 1 Formularanfrage
   *[other] { $count } Formularanfragen
}
seen-of = von { $leads }
seen-not-in = nicht gesehen bei { $leads }
seen-none-traced = nicht gesehen: Es wurde keine { $kind ->
    [phone] Telefonanfrage
    [form] Formularanfrage
   *[any] Anfrage
} nachverfolgt
seen-of-channels = von { $channels ->
    [one] 1 Kanal
   *[other] { $channels } Kanälen
}
seen-of-both = von { $leads }, dazu { $channels ->
    [one] 1 Kanal als Ganzes
   *[other] { $channels } Kanäle als Ganzes
}

pattern-answered-not-logged = Angenommen, nicht notiert
pattern-answered-not-logged-within = angenommen, nicht notiert
pattern-answered-not-logged-meaning = Ein Anruf wurde angenommen oder gesehen, und im Eintrag fehlt, was die nächste Person braucht.
pattern-unclear-ownership = Unklare Zuständigkeit
pattern-unclear-ownership-within = unklare Zuständigkeit
pattern-unclear-ownership-meaning = Ein Webformular ging ein, und es ist nicht zu sehen, wer dafür zuständig ist.
pattern-contacted-not-confirmed = Erreicht, nicht bestätigt
pattern-contacted-not-confirmed-within = erreicht, nicht bestätigt
pattern-contacted-not-confirmed-meaning = Der Interessent wurde erreicht, und weder ein Termin noch ein nächster Schritt kam dabei heraus.
pattern-believed-followed-up = Für erledigt gehalten
pattern-believed-followed-up-within = für erledigt gehalten
pattern-believed-followed-up-meaning = Jemand sagt, man habe sich gekümmert, und die Spur zeigt es nicht.
pattern-verbal-only = Nur mündlich
pattern-verbal-only-within = nur mündlich
pattern-verbal-only-meaning = Ein Termin wurde vereinbart, und kein führendes System enthält ihn.

mistake-activity-as-movement = Betriebsamkeit für Fortschritt gehalten
mistake-activity-as-movement-meaning = Mehrere Versuche wurden gemacht, und der Interessent wurde nicht erreicht.
mistake-no-clear-owner = Keine klare Zuständigkeit
mistake-no-clear-owner-meaning = Anfragen liegen in einem gemeinsamen Postfach, oder für weniger als die Hälfte der Anfragen eines Kanals ist rechtzeitig jemand zuständig.
mistake-no-confirmation-discipline = Keine Disziplin beim Bestätigen
mistake-no-confirmation-discipline-meaning = Von den erreichten Interessenten bekommt weniger als die Hälfte einen klaren Termin oder nächsten Schritt.
mistake-disconnected-systems = Unverbundene Systeme
mistake-disconnected-systems-meaning = Zwei Systeme erzählen Verschiedenes darüber, wie eine Anfrage ausging.
mistake-volume-only-reporting = Berichte, die nur Mengen zählen
mistake-volume-only-reporting-meaning = Der eigene Bericht eines Kanals zeigt mehr Buchungen, als die Spur tragen kann.
