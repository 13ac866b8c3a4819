# Das Audit als eine Datei, die alles enthält.

single-leads-title = Jede Anfrage in voller Länge
single-more-leads = { $count ->
    [one] 1 weitere steht in der ausführlichen Fassung, nicht in diesem Dokument.
   *[other] { $count } weitere stehen in der ausführlichen Fassung, nicht in diesem Dokument.
}
single-rules-title = Was jede Regel bedeutet
single-files = Dateien
single-files-title = Daten, Diagramme und Anhänge, von hier aus zu speichern
single-size = { $size } kB
single-left-out = zu groß für dieses Dokument: auf Anfrage beim Auditor
