# Die Anfragen eines Kanals als Tabelle, wo es viele sind auf mehreren Seiten.

leads-title = { $channel }, Anfragen, Seite { $page }
leads-stretch = Anfragen { $first } bis { $end } von { $all }
leads-before = Frühere Anfragen
leads-more = Weitere Anfragen
# Wie ein Schritt auf dem Telefon über seinem Urteil heißt; mit weichen Trennstrichen.
step-capture-label = Erfas­sung
step-claim-label = Über­nahme
step-continue-label = Fort­führung
step-confirm-label = Bestä­tigung
step-close-label = Ab­schluss
# Ebenso ein Urteil.
verdict-pass-label = { verdict-pass }
verdict-late-label = { verdict-late }
verdict-weak-label = { verdict-weak }
verdict-unproven-label = un­belegt
verdict-fail-label = ge­schei­tert
verdict-pending-label = aus­stehend
verdict-n-a-label = { verdict-n-a }
