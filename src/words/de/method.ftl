# Wie ein Audit gemacht wurde, und was sich daraus schließen lässt.

how-about = Wie die Anfragen gezogen und nachverfolgt wurden, welche Fristen galten und von wem sie stammen, und was sich schließen lässt.
how-headline = Was bei jeder Anfrage gefragt wurde, und was die Antworten tragen
how-lede = Das Handoff-Audit verfolgt einzelne Anfragen vom ersten Kontakt bis zum gebuchten Termin. Bei jeder stellt es fünf Fragen, und es lässt keine Antwort gelten, die sich nicht zeigen lässt. Alle Zahlen dieses Berichts sind aus den Tatsachen der Spur abgeleitet; niemand hat eine Bewertung von Hand eingetragen, und wo ein Urteil von Hand gesetzt wurde, ist es gekennzeichnet und steht mit seiner Begründung neben dem abgeleiteten.
how-checks = Fünf Fragen, fünf Prüfungen
how-holds = Sie hält, wenn gilt: { $condition }.
how-verdicts = Von Tatsachen zu Urteilen
how-rules = Für jeden Schritt wird festgehalten, was wann geschah, wo es verzeichnet ist und was es zeigt; oder dass es nie geschah, dass niemand es sagen kann oder dass der Schritt nicht zutrifft. Regeln machen daraus ein Urteil: Jede Regel, die greift, hat eine Wirkung, und die schwerste zählt. Siehe <a href="{ $rules }">alle Regeln mit ihrer Begründung</a>.
how-overrides = Was Mitarbeitende sagen, wird zitiert und beweist für sich allein nichts: Ein Schritt, für den es nur eine Aussage gibt, ist <em>unbelegt</em>, weder gut noch schlecht. Der Auditor kann ein Urteil korrigieren, mit Grund, Namen und Datum; für ein besseres Urteil braucht es Belege. Beide Urteile bleiben sichtbar, ebenso die Stufe ohne Korrekturen.
how-samples = Die Stichproben
how-watched = Beobachtet wurde bis zum Ende des { $day } (Zeitzone { $zone }). Ein Schritt, dessen Frist bis dahin nicht abgelaufen war, ist <em>ausstehend</em>; die Anfrage ist <em>offen</em> und zählt in keiner Bewertung mit. Testanfragen des Auditors werden gezeigt und gekennzeichnet und zählen nirgends mit.
how-limits = Die Fristen, und von wem sie stammen
how-limits-name = Fristen nach Kanal
how-channel = Kanal
how-dead-after = Tot nach
how-clock = Uhr
how-whose = Von wem
how-clock-always = rund um die Uhr
how-clock-business = Öffnungszeiten
how-timed = Für Erfassung, Übernahme und Fortführung läuft die Zeit ab dem Eingang der Anfrage, für die Bestätigung ab der Fortführung, für den Abschluss ab dem bestätigten Termin. Stunden und Minuten laufen nach der Uhr des Kanals; Tage sind nach beiden Uhren Tage von 24 Stunden.
how-captured = Was zu erfassen ist
how-hours = Öffnungszeiten
how-closed = geschlossen
how-holidays = Feiertage
how-scoring = Wie die Bewertung entsteht
how-points = Eine Prüfung, die hält, gibt einen Punkt; eine, die teilweise hält, einen halben. Die Stufe ist die Summe der fünf Prüfungen eines Kanals, abgerundet, mindestens 1, und danach durch Obergrenzen gedeckelt. Die Gesamtstufe ist der Durchschnitt der Kanäle, gewichtet mit den Anfragen, die sie im Monat bringen, nie mit der Zahl der nachverfolgten. Jede Abrechnung zeigt alles davon.
how-level = Stufe
how-level-says = Was sie über den Betrieb sagt
how-conventions = Konventionen
how-conventions-about = Diese Zahlen wurden gewählt, nicht gemessen. Keine Quelle stützt sie; sie stehen hier, damit sich über sie streiten lässt. Dasselbe gilt für die Standardfristen bei Angebotsanfragen und beim Abschluss.
how-what = Was
how-number = Zahl
how-used-for = Wofür
how-evidence = Die Belege
how-evidence-about = Zu jedem Schritt jeder Anfrage ist genannt, was ihn zeigt. Was das ist, was sich darauf stützt und welche Urteile korrigiert wurden, steht im <a href="{ $register }">Verzeichnis der Belege</a>.
how-sources = Quellen
how-source = J. B. Oldroyd, K. McElheran und D. Elkington, „<span lang="en">The Short Life of Online Sales Leads</span>“, <cite lang="en">Harvard Business Review</cite>, März 2011. Die Autoren schickten je eine Testanfrage über das Web an 2.241 Unternehmen: 37 % antworteten innerhalb einer Stunde, 23 % nie. In einem getrennten Datenbestand, 1,25 Millionen Anfragen an 42 Unternehmen, hatten jene, die innerhalb einer Stunde versuchten, den Interessenten zu erreichen, etwa siebenmal so gute Chancen (Odds), aus der Anfrage einen ernsthaften Interessenten zu gewinnen, wie jene, die es eine Stunde später versuchten.
how-source-limits = Die Studie spricht von Anfragen über das Web und von ausgehenden Anrufen, nicht von angenommenen Anrufen oder Angebotsanfragen, und sie hat beobachtet, nicht experimentiert. Sie sagt, dass schneller Kontakt und gute Ergebnisse zusammen auftreten, nicht, wie viele Buchungen ein Betrieb mehr hätte.
how-ranges = Die Spannen der Anteile sind die von E. B. Wilson (1927), zu 95 %.
how-conclusions = Was sich daraus schließen lässt
how-conclusion-lead = Dass eine Anfrage so behandelt wurde, wie es auf ihrer Seite steht: Zu jedem Schritt ist genannt, was ihn zeigt.
how-conclusion-process = Wo dieser Ablauf bricht, soweit die nachverfolgten Anfragen es zeigen.
how-conclusion-month = Wie viele Anfragen das im Monat sind, innerhalb der genannten Spanne: Eine kleine Stichprobe lässt eine weite.
how-not = Nicht schließen lässt sich, dass alles andere funktioniert, dass eine einzelne Person schuld ist oder dass ein behobener Schritt eine bestimmte Zahl von Buchungen bringt. Ein Schritt, der bei vier von vier Anfragen gehalten hat, kann dennoch bei jeder zweiten scheitern.
how-data = Die Daten
how-data-about = Alles auf diesen Seiten steht auch in { $report } (Aufbau: { $schema }), für Tabellenprogramme in { $tables }. Die Stufe gibt es auch <a href="{ $badge }">als Plakette</a>. Erstellt mit { $generator }, Regelsatz { $scoring }.
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag
