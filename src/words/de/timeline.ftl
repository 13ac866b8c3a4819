# Eine Anfrage durch die fünf Schritte.

timeline-lead = Anfrage { $id }
timeline-test-lead = Testanfrage { $id }
timeline-clean = { $lead }: Jeder Schritt hat gehalten
timeline-open = { $lead } ist noch unterwegs
timeline-slipped = { $lead } kam durch; { $wanting }
timeline-unproven = { $lead }: Nichts belegt, dass sie durchkam; { $wanting }
timeline-leaked = { $lead } blieb im Schritt { $step } liegen: { $what }
timeline-lost = { $lead } ging verloren; { $wanting }
timeline-wanting = { $name } bei { $steps }

timeline-arrived = Eingang { $day } { $year }, { $time }
timeline-shorter = lange Zeiten ohne Ereignis sind verkürzt gezeichnet
timeline-clocks = Zeitumstellung am { $day }
timeline-sentence = { $step }: { $verdict }, { $what }.
timeline-caption = Die fünf Schritte
timeline-column-what = was geschah
timeline-column-when = wann
timeline-limit = Frist
timeline-limit-used-up = Frist abgelaufen
timeline-slot = bestätigter Termin
timeline-slot-at = bestätigter Termin: { $time }
timeline-step-at = { $step }: { $time }
timeline-closed-hours = geschlossen
timeline-watching-ended = Ende der Beobachtung

# Was in einem Schritt geschah: zuerst vollständig, dann mit immer weniger drumherum.
timeline-words = { $what }{ $open ->
    [same] {""}
    [none] , ganz außerhalb der Öffnungszeiten
   *[other] , davon { $open } in Öffnungszeiten
}{ $slot ->
    [none] {""}
   *[other] , für { $slot }
}{ $limit ->
    [none] {""}
   *[other] {" "}(Frist { $limit })
}{ $was ->
    [none] {""}
   *[other] ; korrigiert, vorher { $was }
}
timeline-not-applicable = trifft nicht zu
timeline-unknown = { $step ->
    [capture] niemand kann sagen, ob sie erfasst wurde
    [claim] niemand kann sagen, ob sie übernommen wurde
    [continue] niemand kann sagen, ob sie fortgeführt wurde
    [confirm] niemand kann sagen, ob etwas bestätigt wurde
   *[close] niemand kann sagen, ob sie abgeschlossen wurde
}
timeline-pending = { $step ->
    [capture] am Ende der Beobachtung noch nicht erfasst
    [claim] am Ende der Beobachtung noch nicht übernommen
    [continue] am Ende der Beobachtung noch nicht fortgeführt
    [confirm] am Ende der Beobachtung noch nichts bestätigt
   *[close] am Ende der Beobachtung noch nicht abgeschlossen
}
timeline-never = { $step ->
    [capture] nie erfasst
    [claim] nie übernommen
    [continue] nie fortgeführt
    [confirm] nie bestätigt
   *[close] nie abgeschlossen
}
timeline-done = { $when ->
    [at-once] sofort
    [about] nach etwa { $time }
   *[after] nach { $time }
} { $did ->
    [capture] erfasst
    [claim] übernommen
    [reached] den Interessenten erreicht
    [replied] Antwort vom Interessenten
    [sent] etwas gesendet, nichts kam zurück
    [voicemail] auf die Mailbox gesprochen
    [no_answer] angerufen, niemand nahm ab
    [bounced] etwas gesendet, unzustellbar
    [auto_reply] automatisch geantwortet
    [undated] ohne Termin zugesagt
   *[confirm] bestätigt
}
timeline-still-open = am Ende der Beobachtung noch offen
timeline-no-outcome = noch offen, kein Ergebnis vermerkt
timeline-ended = { $when ->
    [before-slot] { $status }, schon vor dem Termin, nirgends verzeichnet
    [at-once] { $status }, nirgends verzeichnet
    [after-slot] { $status }, { $time } nach dem Termin, nirgends verzeichnet
   *[after] { $status }, nach { $time }, nirgends verzeichnet
}
timeline-closed = { $when ->
    [before-slot] { $status }, schon vor dem Termin vermerkt
    [at-once] { $status }, sofort vermerkt
    [after-slot] { $status }, { $time } nach dem Termin vermerkt
   *[after] { $status }, nach { $time } vermerkt
}
