# Was in den Dateien gewählt werden kann, wie es die Seiten nennen.

evidence-kind-call-log = Anrufliste
evidence-kind-crm-history = CRM-Verlauf
evidence-kind-calendar = Kalender
evidence-kind-sms = Textnachrichten
evidence-kind-email = E-Mail
evidence-kind-form-submission = Formulareingang
evidence-kind-recording = Aufzeichnung
evidence-kind-screenshot = Bildschirmfoto
evidence-kind-staff-statement = Aussage von Mitarbeitenden
evidence-kind-other = anderer Beleg

cause-kind-tool = Werkzeug
cause-kind-people = Menschen
cause-kind-process = Ablauf
cause-kind-coverage = Besetzung

action-status-planned = geplant
action-status-in-progress = in Arbeit
action-status-done = erledigt
action-status-dropped = fallen gelassen
action-status-overdue = überfällig

method-random = zufällig gezogen
method-every-nth = jede n-te Anfrage
method-all = alle Anfragen
method-judgement = nach Ermessen gewählt

owner-kind-person = eine Person
owner-kind-queue = eine Warteschlange
owner-kind-system = ein System
owner-kind-shared = ein gemeinsames Postfach

result-reached = erreicht
result-replied = geantwortet
result-sent = gesendet, nichts kam zurück
result-voicemail = Mailbox
result-no-answer = keine Antwort
result-bounced = unzustellbar
result-auto-reply = automatische Antwort

fit-right = der richtige Schritt
fit-wrong = der falsche Schritt

told-by-call = Anruf
told-by-sms = Textnachricht
told-by-email = E-Mail
told-by-letter = Brief
told-by-in-person = persönlich
told-by-calendar-invite = Kalendereinladung
told-by-none = nicht mitgeteilt

close-status-booked = gebucht
close-status-attended = wahrgenommen
close-status-no-show = nicht erschienen
close-status-rescheduled = verschoben
close-status-won = gewonnen
close-status-lost = nicht gewonnen
close-status-disqualified = nicht passend
close-status-open = offen

override-kind-evidence-elsewhere = Beleg an anderer Stelle
override-kind-not-applicable = trifft nicht zu
override-kind-limit-exception = Ausnahme von der Frist
override-kind-buyer-caused = vom Interessenten verursacht
override-kind-rule-misfit = die Regel passt nicht
override-kind-judgement = Ermessen
