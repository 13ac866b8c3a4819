# Die Begriffe des Rahmens: Schritte, Urteile, Klassen, Stufen.

step-capture = Erfassung
step-capture-question = Steht im Eintrag, was die nächste Person zum Handeln braucht?
step-capture-check = Prüfung der Erfassung
step-capture-holds-when = Es ist genug festgehalten, um gut handeln zu können
step-claim = Übernahme
step-claim-question = Hat schnell jemand die Anfrage wirklich übernommen, eine Person oder eine besetzte Warteschlange?
step-claim-check = Prüfung der Zuständigkeit
step-claim-holds-when = Für jede Anfrage ist bald sichtbar, wer zuständig ist
step-continue = Fortführung
step-continue-question = Folgte ohne Verzug der richtige nächste Schritt?
step-continue-check = Prüfung der Bewegung
step-continue-holds-when = Der richtige nächste Schritt wird getan, ohne Unklarheit
step-confirm = Bestätigung
step-confirm-question = Wurde dem Interessenten der Termin oder der nächste Schritt ausdrücklich mitgeteilt?
step-confirm-check = Prüfung der Buchung
step-confirm-holds-when = Der Termin oder der nächste Schritt ist klar bestätigt
step-close = Abschluss
step-close-question = Kann der Betrieb belegen, was aus der Anfrage geworden ist?
step-close-check = Prüfung des Abschlusses
step-close-holds-when = Das Team kann das Ergebnis zeigen

verdict-pass = gehalten
verdict-pass-meaning = es hat gehalten
verdict-late = spät
verdict-late-meaning = es geschah, aber nach der Frist
verdict-weak = schwach
verdict-weak-meaning = es geschah, aber etwas fehlt daran
verdict-unproven = unbelegt
verdict-unproven-meaning = nur gesagt, nie gezeigt; oder unbekannt
verdict-fail = gescheitert
verdict-fail-meaning = es geschah nicht oder zählte nicht
verdict-pending = ausstehend
verdict-pending-meaning = noch nicht geschehen; die Frist lief noch, als die Beobachtung endete
verdict-n-a = entfällt
verdict-n-a-meaning = trifft nicht zu

class-clean = sauber
class-clean-meaning = jeder Schritt hat gehalten
class-slipped = gestolpert
class-slipped-meaning = sie kam durch, aber nicht sauber
class-leaked = verloren
class-leaked-meaning = sie ging verloren, oder niemand weiß, was aus ihr wurde
class-unproven = unbelegt
class-unproven-meaning = nichts zeigt, ob sie durchkam
class-open = offen
class-open-meaning = noch unterwegs, als die Beobachtung endete

band-fragile = brüchig
band-fragile-meaning = beruht auf Vertrauen, brüchig
band-leaky = durchlässig
band-leaky-meaning = etwas Ordnung, Verluste sind wahrscheinlich
band-strong = stark
band-strong-meaning = verlässliche Übergaben
band-managed = gesteuert
band-managed-meaning = gesteuert und sichtbar vom ersten Kontakt bis zur Buchung

check-state-holds = hält
check-state-partly = hält teilweise
check-state-fails = hält nicht
check-state-not-shown = nicht gezeigt

rating-critical = kritisch
rating-high = hoch
rating-medium = mittel
rating-low = gering
rating-note = Hinweis

severity-error = Fehler
severity-warning = Warnung
severity-todo = offen

status-draft = Entwurf
status-review = in Prüfung
status-final = endgültig

channel-kind-phone = Telefon
channel-kind-form = Webformular
channel-kind-estimate = Angebotsanfrage
channel-kind-chat = Chat
channel-kind-email = E-Mail
channel-kind-social = soziale Medien
channel-kind-marketplace = Marktplatz
channel-kind-walk-in = Laufkundschaft
channel-kind-referral = Empfehlung
channel-kind-other = anderes
