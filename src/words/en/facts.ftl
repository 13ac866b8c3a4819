# What is known about each step of a lead.

facts-about = (about)
facts-note = Note
facts-recorded-in = Recorded in
facts-of-record = { $system }, a system of record
facts-not-of-record = { $system }, not a system of record
facts-on-looking = On looking
facts-why-not = Why not
facts-because = Because
facts-unknown = Nobody can tell whether this happened.
facts-not-applicable = The step does not apply to this lead.
step-capture-never = Nothing was recorded.
step-claim-never = Nobody took it.
step-continue-never = No next action was taken.
step-confirm-never = Nothing was confirmed to the buyer.
step-close-never = No outcome was recorded.

facts-ended = Ended
facts-recorded = Recorded
facts-captured = Captured
facts-captured-nothing = nothing
facts-missing = Missing
facts-capture-empty = { $when ->
    [at-once] A record was made at once, and it holds nothing.
    [after] A record was made after { $time }, and it holds nothing.
   *[unknown] A record was made, and it holds nothing.
}
facts-capture-complete = { $when ->
    [at-once] Recorded at once, with every detail that is needed.
    [after] Recorded after { $time }, with every detail that is needed.
   *[unknown] Recorded, with every detail that is needed.
}
facts-capture-thin = { $when ->
    [at-once] Recorded at once; { $missing } { $count ->
        [one] is missing.
       *[other] are missing.
    }
    [after] Recorded after { $time }; { $missing } { $count ->
        [one] is missing.
       *[other] are missing.
    }
   *[unknown] Recorded; { $missing } { $count ->
        [one] is missing.
       *[other] are missing.
    }
}

# The details that a record must hold where a channel's file names none.
detail-name = name
detail-phone = phone
detail-contact = contact
detail-need = need
detail-address = address
detail-scope = scope

facts-taken = Taken
facts-owner = Owner
facts-on-duty = On duty
facts-claim-shared = { $when ->
    [at-once] It lay in a place that everybody shares ({ $owner }) at once.
    [after] It lay in a place that everybody shares ({ $owner }) after { $time }.
   *[unknown] It lay in a place that everybody shares ({ $owner }).
}
facts-claim = { $when ->
    [at-once] { $owner } took it at once.
    [after] { $owner } took it after { $time }.
   *[unknown] { $owner } took it.
}

facts-done = Done
facts-what = What
facts-result = Result
facts-attempts = Attempts
facts-next-step = Next step
facts-continue = { $attempts ->
    [one] { $did }: { $result }.
   *[other] { $did }: { $result }, after { $attempts } attempts.
}
result-reached-said = the buyer was reached
result-replied-said = the buyer replied
result-sent-said = sent, and no answer seen
result-voicemail-said = it ended in a voicemail
result-no-answer-said = no answer
result-bounced-said = it bounced
result-auto-reply-said = an automatic reply came back

facts-confirmed = Confirmed
facts-for = For
facts-no-date = no date
facts-told-by = Buyer told by
facts-confirm-dated = { $told ->
    [no] { $what } for { $slot }; the buyer was not told.
   *[yes] { $what } for { $slot }; the buyer was told ({ $by }).
}
facts-confirm-undated = { $told ->
    [no] { $what } without a date; the buyer was not told.
   *[yes] { $what } without a date; the buyer was told ({ $by }).
}

facts-outcome = Outcome
facts-still-open = Still open
facts-reason = Reason
facts-systems = Systems
facts-disagree = they tell different stories
facts-close = { $agrees ->
    [yes] { $outcome }, recorded in { $system }.
   *[no] { $outcome }, recorded in { $system }; another system tells another story.
}
facts-close-nowhere = { $agrees ->
    [yes] { $outcome }, recorded nowhere.
   *[no] { $outcome }, recorded nowhere; another system tells another story.
}

facts-took = Took
took-at-once = { $time }: at once
took-by-slot = { $time }: on record by the time of the slot
took-since = { $since ->
    [continue] { $time } after Continue
    [slot] { $time } after the confirmed slot
   *[arrival] { $time } after arrival
}
took-open = { $share ->
    [all] { $took }, all of it in opening hours
    [none] { $took }, none of it in opening hours
   *[some] { $took }, { $open } of it in opening hours
}

facts-limit = Limit
limit-on-clock = { $clock ->
    [business] { $limit } of opening hours ({ $whose })
   *[always] { $limit } ({ $whose })
}
limit-default = default of the framework
limit-set = set for this channel
limits-default = Default of the framework
limits-set = Set for this channel, without a source
limits-mixed = { $source } for { $steps }; the rest by default of the framework
