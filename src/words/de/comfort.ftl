# Suche, Auswahl, Tasten und Farbschema: was das Skript zeigt.

theme-dark = Dunkel
theme-light = Hell
theme-dark-name = Dunkel: Farbschema
theme-light-name = Hell: Farbschema

search = Suche
search-label = Nach Nummer, Titel oder Wort suchen
search-loading = Wird geladen …
search-none = Kein Treffer
search-one = 1 Treffer
search-many = { $shown } Treffer
search-more = { $shown } Treffer, davon die besten 50 gezeigt
search-hint = ↑ ↓ wählen, Eingabe öffnet, Esc schließt
search-keys = Alle Tasten
search-close = Schließen
search-kind-lead = Anfrage
search-kind-finding = Befund
search-kind-channel = Kanal
search-kind-audit = Audit
search-kind-rule = Regel
search-kind-problem = Problem

# Die Buchstaben, die das Skript kennt, in jeder Sprache.
key-next = j
key-previous = k
key-close = Esc

help-title = Tasten
help-search = Suche
help-next = Nächste Anfrage
help-previous = Vorige Anfrage
help-this = Diese Tasten
help-close = Dialog schließen
help-matrix = In einer Tabelle von Anfragen springt die Auswahl mit j und k von Anfrage zu Anfrage; auf der Seite einer Anfrage wird umgeblättert.
help-on = Auf diese Tasten reagieren. Ohne Häkchen stören sie nicht.

filter-any = Alle
filter-sort = Reihenfolge
filter-clear = Alle zeigen
filter-leads = Anfragen auswählen
filter-leads-shown = { $shown } von { $all } Anfragen gezeigt
filter-leads-shown-here = { $shown } von { $all } Anfragen dieser Seite gezeigt
filter-leads-here = Wirkt nur auf die Anfragen dieser Seite. Die Suche findet alle.
filter-verdict = Urteil
filter-verdict-at = { $step }: { $verdict }
filter-test = Testanfragen
filter-test-no = Ohne
filter-test-yes = Nur diese
filter-findings-shown = { $shown } von { $all } Befunden gezeigt
sort-arrived = Eingang
sort-class = Ausgang, schlechtester zuerst
sort-furthest = Wie weit sie kam
sort-channel = Kanal
sort-step = Schritt
sort-rating = Gewicht, schwerstes zuerst
