# Die Regeln, und die Probleme, die eine Datei haben kann.

rules-title = Regeln des Handoff-Audits
rules-about = Jede Regel, die aus Tatsachen ein Urteil macht, mit ihrem Grund und dem, was zu tun ist.
rules-headline = Was aus einer Tatsache ein Urteil macht
rules-lede = Im Audit wird festgehalten, was geschah; diese Regeln sagen, was das bedeutet. Jede hat eine Wirkung, und die schwerste eingetretene Wirkung ist das Urteil über den Schritt. Ein Urteil lässt sich korrigieren, offen und mit Begründung.
rules-group = { $number }. { $step }
rules-errors = Probleme in den Dateien: Fehler
rules-errors-about = Solange sie nicht behoben sind, wird nichts gebaut.
rules-warnings = Probleme in den Dateien: Warnungen
rules-warnings-about = Die Website wird gebaut, doch der Auditor sollte nachsehen.
rules-todo = Was noch fehlt
rules-todo-about = Ein Wert TODO steht für einen Fakt, der noch nicht bekannt ist: kein Fehler, doch gebaut wird erst, wenn er eingetragen ist.
rules-name = Name
rules-fires = Wann sie greift
rules-effect = Wirkung
rules-all = Alle Regeln
rules-other = Andere Regeln

rule-of-step = Regel zu Schritt { $number }, { $step }
rule-problem = Ein Problem in der Datei eines Audits
rule-error-effect = solange es nicht behoben ist, wird nichts gebaut
rule-warning-effect = die Website wird dennoch gebaut
rule-todo-effect = gebaut wird erst, wenn der Fakt eingetragen ist
rule-fires-on = Sie greift hier
rule-passes-on = Hier greift sie nicht
rule-examples = Beides mit den Standardfristen eines Webformulars, für eine Anfrage, die in der Öffnungszeit einging.
