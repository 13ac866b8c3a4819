# Was über jeden Schritt einer Anfrage bekannt ist.

facts-about = (ungefähr)
facts-note = Notiz
facts-recorded-in = Verzeichnet in
facts-of-record = { $system }, ein führendes System
facts-not-of-record = { $system }, kein führendes System
facts-on-looking = Beim Nachsehen
facts-why-not = Warum nicht
facts-because = Grund
facts-unknown = Niemand kann sagen, ob es geschah.
facts-not-applicable = Der Schritt trifft auf diese Anfrage nicht zu.
step-capture-never = Nichts wurde festgehalten.
step-claim-never = Niemand hat die Anfrage übernommen.
step-continue-never = Es folgte kein nächster Schritt.
step-confirm-never = Dem Interessenten wurde nichts bestätigt.
step-close-never = Kein Ausgang wurde festgehalten.

facts-ended = Ausgang am
facts-recorded = Verzeichnet
facts-captured = Erfasst
facts-captured-nothing = nichts
facts-missing = Fehlt
facts-capture-empty = { $when ->
    [at-once] Sofort wurde ein Eintrag angelegt, doch er ist leer.
    [after] Nach { $time } wurde ein Eintrag angelegt, doch er ist leer.
   *[unknown] Ein Eintrag wurde angelegt, doch er ist leer.
}
facts-capture-complete = { $when ->
    [at-once] Sofort festgehalten, mit allen nötigen Angaben.
    [after] Nach { $time } festgehalten, mit allen nötigen Angaben.
   *[unknown] Festgehalten, mit allen nötigen Angaben.
}
facts-capture-thin = { $when ->
    [at-once] Sofort festgehalten; es { $count ->
        [one] fehlt: { $missing }.
       *[other] fehlen: { $missing }.
    }
    [after] Nach { $time } festgehalten; es { $count ->
        [one] fehlt: { $missing }.
       *[other] fehlen: { $missing }.
    }
   *[unknown] Festgehalten; es { $count ->
        [one] fehlt: { $missing }.
       *[other] fehlen: { $missing }.
    }
}

# Die Angaben, die ein Eintrag enthalten muss, wo die Datei eines Kanals keine nennt.
detail-name = Name
detail-phone = Telefonnummer
detail-contact = Kontaktdaten
detail-need = Anliegen
detail-address = Adresse
detail-scope = Umfang

facts-taken = Übernommen
facts-owner = Zuständig
facts-on-duty = Im Dienst
facts-claim-shared = { $when ->
    [at-once] Die Anfrage lag sofort dort, wo alle und niemand zuständig sind ({ $owner }).
    [after] Die Anfrage lag nach { $time } dort, wo alle und niemand zuständig sind ({ $owner }).
   *[unknown] Die Anfrage lag dort, wo alle und niemand zuständig sind ({ $owner }).
}
facts-claim = { $when ->
    [at-once] Sofort übernommen, zuständig: { $owner }.
    [after] Nach { $time } übernommen, zuständig: { $owner }.
   *[unknown] Übernommen, zuständig: { $owner }.
}

facts-done = Getan
facts-what = Was
facts-result = Ergebnis
facts-attempts = Versuche
facts-next-step = Danach
facts-continue = { $attempts ->
    [one] { $did }: { $result }.
   *[other] { $did }: { $result }, nach { $attempts } Versuchen.
}
result-reached-said = der Interessent wurde erreicht
result-replied-said = der Interessent antwortete
result-sent-said = gesendet, keine Antwort zu sehen
result-voicemail-said = endete auf der Mailbox
result-no-answer-said = keine Antwort
result-bounced-said = nicht zustellbar
result-auto-reply-said = eine automatische Antwort kam zurück

facts-confirmed = Bestätigt
facts-for = Termin
facts-no-date = kein Datum
facts-told-by = Mitgeteilt durch
facts-confirm-dated = { $told ->
    [no] { $what }, Termin { $slot }; dem Interessenten nicht mitgeteilt.
   *[yes] { $what }, Termin { $slot }; dem Interessenten mitgeteilt ({ $by }).
}
facts-confirm-undated = { $told ->
    [no] { $what }, ohne Datum; dem Interessenten nicht mitgeteilt.
   *[yes] { $what }, ohne Datum; dem Interessenten mitgeteilt ({ $by }).
}

facts-outcome = Ausgang
facts-still-open = Noch offen
facts-reason = Grund
facts-systems = Systeme
facts-disagree = sie widersprechen einander
facts-close = { $agrees ->
    [yes] { $outcome }, verzeichnet ({ $system }).
   *[no] { $outcome }, verzeichnet ({ $system }); ein anderes System widerspricht.
}
facts-close-nowhere = { $agrees ->
    [yes] { $outcome }, nirgends verzeichnet.
   *[no] { $outcome }, nirgends verzeichnet; ein anderes System widerspricht.
}

facts-took = Dauer
took-at-once = { $time }: sofort
took-by-slot = { $time }: zum Termin schon verzeichnet
took-since = { $since ->
    [continue] { $time } nach der Fortführung
    [slot] { $time } nach dem bestätigten Termin
   *[arrival] { $time } nach dem Eingang
}
took-open = { $share ->
    [all] { $took }, ganz in den Öffnungszeiten
    [none] { $took }, ganz außerhalb der Öffnungszeiten
   *[some] { $took }, davon { $open } in den Öffnungszeiten
}

facts-limit = Frist
limit-on-clock = { $clock ->
    [business] { $limit } Öffnungszeit ({ $whose })
   *[always] { $limit } ({ $whose })
}
limit-default = Vorgabe des Rahmens
limit-set = für diesen Kanal festgelegt
limits-default = Vorgabe des Rahmens
limits-set = Für diesen Kanal festgelegt, ohne Quelle
limits-mixed = { $source } für { $steps }; im Übrigen Vorgabe des Rahmens
