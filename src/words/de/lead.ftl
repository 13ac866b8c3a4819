# Die Seite einer Anfrage.

lead-title = { $lead }: { $headline }
lead-about = { $channel }, Anfrage { $lead }: { $headline }
lead-sentence = { $words }.
lead-test = <span class="mark tone-na">Testanfrage</span> vom Auditor gestellt; sie zählt nirgends mit.

lead-story = Die Geschichte
lead-arrived = Eingang
lead-arrived-about = ungefähr { $time }
lead-in-hours = während der Öffnungszeiten
lead-outside-hours = außerhalb der Öffnungszeiten
lead-wants = Anliegen
lead-worth = Wert
lead-note = Notiz
lead-said = Was gesagt wurde
lead-said-proves = Zitat aus dem Team. Für sich allein beweist es nichts.
lead-shown = Was die Spur zeigt
lead-shown-overridden = (korrigiert)
lead-shown-said = (gesagt, nicht gezeigt)
lead-timeline = Zeitachse

lead-step-shown = Gezeigt
lead-step-said = Gesagt, nicht gezeigt
lead-evidence = Belege
lead-only-said = Alles beruht auf Aussagen: gesagt, nicht gezeigt.
lead-no-evidence = Keine genannt.
lead-why = Warum dieses Urteil
lead-no-rule = Keine Regel greift: { $meaning }.
lead-override = Korrigiert:
lead-override-once = Einst korrigiert, jetzt nicht mehr:
lead-override-to = zu
lead-override-by = { $kind }; { $by }, { $date }.
lead-override-until = { $kind }; { $by }, { $date }, gültig bis { $until }.

lead-others = Andere Anfragen
lead-all = Alle Anfragen: { $channel }
