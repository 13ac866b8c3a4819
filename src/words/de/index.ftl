# Die Liste der Audits.

index-title = Handoff-Audits
index-about = Handoff-Audits: was aus Anfragen zwischen dem ersten Kontakt und dem gebuchten Termin wird.
index-headline = { $audits ->
    [one] 1 Handoff-Audit
   *[other] { $audits } Handoff-Audits
} bei { $clients ->
    [one] 1 Betrieb
   *[other] { $clients } Betrieben
}
index-headline-client = { $audits ->
    [one] 1 Handoff-Audit: { $client }
   *[other] { $audits } Handoff-Audits: { $client }
}
index-lede = Vom ersten Kontakt bis zu einem bekannten Ausgang durchläuft eine Anfrage fünf Schritte: Erfassung, Übernahme, Fortführung, Bestätigung und Abschluss. Jedes Audit verfolgt echte Anfragen durch diese Schritte und zeigt, wo sie verloren gehen.
index-levels = Stufe, Audit für Audit
index-band = { $band }.
index-band-provisional = { $band } (vorläufig).
index-leak = Größter Verlust: { $leak }.
index-by = Auditiert von { $auditor }.
trend-none = Noch keine Bewertung
trend-first = Stufe { $level }, die erste Bewertung
trend-up = Stufe { $level }, gestiegen von { $before }
trend-down = Stufe { $level }, gesunken von { $before }
trend-same = Stufe { $level }, wie zuvor
