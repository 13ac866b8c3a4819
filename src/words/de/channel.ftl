# Die Seite eines Kanals.

channel-about = { $channel }: { $headline }
channel-volume = etwa { $volume } Anfragen im Monat
channel-level = Stufe dieses Kanals
channel-receipt = Wie die Stufe zustande kommt
channel-check = { $held } gehalten: { $state }
channel-points = Punkte
channel-range = die Stichprobe lässt die Stufen { $range } zu
channel-range-none = die Spannen der Prüfungen lassen keine andere zu
channel-range-none-provisional = die Spannen der Prüfungen lassen keine andere zu; dennoch vorläufig: { $because }
channel-band-none = Noch zählt keine Anfrage
channel-provisional-few = { $count ->
    [one] nur 1 Anfrage ließ sich zählen
   *[other] nur { $count } Anfragen ließen sich zählen
}
channel-provisional-judgement = die Stichprobe wurde nach Ermessen gewählt

channel-checks = Die fünf Prüfungen
channel-limit = { $step } { $limit }
channel-limits = { $clock ->
    [business] { $limits } (Stunden und Minuten laufen nur in den Öffnungszeiten, Tage rund um die Uhr). { $whose }.
   *[always] { $limits } (die Uhr läuft Tag und Nacht). { $whose }.
}
channel-limits-link = Fristen

channel-findings = Befunde
channel-finding-place = { $step }, { $leads }
channel-movement = Wie weit Anfragen kommen
channel-leads = Anfrage für Anfrage
channel-times = Wie lange Interessenten warten

channel-two = Erfassung und Zuständigkeit
channel-missing = Was bei der Erfassung am häufigsten fehlt
channel-missing-name = Fehlende Angaben
channel-missing-detail = Angabe
channel-missing-count = Fehlt bei
channel-missing-leads = Anfragen
channel-no-record = { $count ->
    [one] Zu 1 Anfrage ist nicht verzeichnet, was erfasst wurde; sie zählt hier nicht mit.
   *[other] Zu { $count } Anfragen ist nicht verzeichnet, was erfasst wurde; sie zählen hier nicht mit.
}
channel-owners = Wer Anfragen übernahm
channel-owner = Zuständig
channel-owner-count = Anfragen
channel-owner-leads = Welche
channel-owner-nobody = Niemand
channel-owner-none-found = es fand sich niemand
channel-owner-not-known = Nicht bekannt
channel-owner-untold = niemand kann sagen, wer
channel-sample = Die Stichprobe
