# Überschriften: was gefunden wurde, in einem Satz.

step-capture-finding = Im Eintrag fehlt, was die nächste Person braucht
step-claim-finding = Anfragen warten darauf, dass jemand sie übernimmt
step-continue-finding = Der nächste Schritt kommt zu spät oder erreicht den Interessenten nicht
step-confirm-finding = Dem Interessenten wird nicht klar gesagt, wie es weitergeht
step-close-finding = Niemand kann zeigen, was aus den Anfragen wurde

at-stake-note = In Klammern: der Bereich, den die Stichprobe zulässt (95 %). Die Buchungen, um die es geht, sind geschätzt und kein Versprechen: so viele, wie es wären, wenn die verlorenen Anfragen weitergegangen wären wie die verfolgten, die über den Schritt hinauskamen.
effect-alone = { $effect }.
effect-and-stake = { $effect }; { $stake }.
