# Das ganze Audit in einem Dokument.

print-title = Das ganze Audit
print-about = Das ganze Audit in einem Dokument: { $client }
print-lede = { $period }, auditiert von { $auditor }
print-level = von 5: { $band }
print-level-provisional = von 5: { $band } (vorläufig)
print-draft = Entwurf: Das Audit ist nicht abgeschlossen.
print-review = In Prüfung.
print-final = Endgültig.
print-contents = Inhalt
print-leads = Anfrage für Anfrage
print-leads-about = Was aus jeder Anfrage wurde, Schritt für Schritt
print-wants = möchte: { $what }
print-said = Aussage dazu: „{ $what }“
print-overridden = Korrigiert, zuvor { $was }: { $because }
print-more = { $leads ->
    [one] 1 weitere Anfrage steht
   *[other] { $leads } weitere Anfragen stehen
} auf der Website.
