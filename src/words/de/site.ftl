# Was auf jeder Seite steht.

site-name = Handoff-Audit
site-about = Handoff-Audits: fünf Fragen an jede Anfrage, vom ersten Kontakt bis zum gebuchten Termin.
audit-title = Handoff-Audit, { $client }, { $period }
audit-foot = Handoff-Audit: { $whose }. Auditiert von { $auditor }.
skip-to-content = Zum Inhalt springen
pages-nav = Seiten
draft-mark = Entwurf
draft-note = <strong>Entwurf.</strong> Das Audit ist nicht abgeschlossen; was hier steht, kann sich noch ändern.

page-audits = Audits
page-rules = Regeln
page-overview = Überblick
page-findings = Befunde
page-plan = Plan
page-patterns = Muster
page-evidence = Belege
page-method = Methode

# Bausteine, die auf vielen Seiten stehen.

level-of = von 5
no-score = keine Bewertung
level-range = Die Stichprobe lässt die Stufen { $range } zu.
level-provisional = <strong>Vorläufig:</strong> { $because }.
receipt-line = Posten
receipt-amount = Wert
chart-numbers = Die Zahlen
chart-file = Dieses Diagramm als Datei
test-lead = Testanfrage
quoted = „{ $text }“
about-number = etwa { $number }
evidence-said = gesagt, nicht gezeigt
evidence-withheld = enthält personenbezogene Daten und bleibt beim Auditor
sample-frame = Gezogen aus
sample-drawn = Stichprobe
sample-traced = Nachverfolgt
sample-says = Was sie aussagt
sample-excluded = Ausgelassen
matrix-name = Anfragen und Schritte
matrix-lead = Anfrage
matrix-outcome = Ausgang
matrix-overridden = korrigiert
matrix-pages = Seiten der Anfragen
seen-channels = Kanäle: { $channels }
