# One lead through the five steps.

timeline-lead = Lead { $id }
timeline-test-lead = Test lead { $id }
timeline-clean = { $lead }: every step held
timeline-open = { $lead } is still under way
timeline-slipped = { $lead } came through; { $wanting }
timeline-unproven = { $lead }: nothing proves that it came through; { $wanting }
timeline-leaked = { $lead } stopped at { $step }: { $what }
timeline-lost = { $lead } was lost; { $wanting }
timeline-wanting = { $verdict ->
    [fail] failed at { $steps }
   *[other] { $name } at { $steps }
}

timeline-arrived = Arrived { $day } { $year }, { $time }
timeline-shorter = long quiet stretches are drawn shorter
timeline-clocks = the clocks change on { $day }
timeline-sentence = { $step }: { $verdict }, { $what }.
timeline-caption = The five steps
timeline-column-what = what happened
timeline-column-when = when
timeline-limit = limit
timeline-limit-used-up = limit used up
timeline-slot = confirmed slot
timeline-slot-at = confirmed slot: { $time }
timeline-step-at = { $step }: { $time }
timeline-closed-hours = closed
timeline-watching-ended = watching ended

# What happened at a step: first in full, then with less and less around it.
timeline-words = { $what }{ $open ->
    [same] {""}
    [none] , none of it in opening hours
   *[other] , { $open } of it in opening hours
}{ $slot ->
    [none] {""}
   *[other] , for { $slot }
}{ $limit ->
    [none] {""}
   *[other] {" "}(limit { $limit })
}{ $was ->
    [none] {""}
   *[other] ; overridden, was { $was }
}
timeline-not-applicable = does not apply
timeline-unknown = { $step ->
    [capture] nobody can tell whether it was recorded
    [claim] nobody can tell whether it was claimed
    [continue] nobody can tell whether it was taken further
    [confirm] nobody can tell whether it was confirmed
   *[close] nobody can tell whether it was closed
}
timeline-pending = { $step ->
    [capture] not yet recorded when watching ended
    [claim] not yet claimed when watching ended
    [continue] not yet taken further when watching ended
    [confirm] not yet confirmed when watching ended
   *[close] not yet closed when watching ended
}
timeline-never = { $step ->
    [capture] never recorded
    [claim] never claimed
    [continue] never taken further
    [confirm] never confirmed
   *[close] never closed
}
timeline-done = { $did ->
    [capture] recorded
    [claim] claimed
    [reached] reached the buyer
    [replied] the buyer replied
    [sent] sent something, nothing came back
    [voicemail] left a voicemail
    [no_answer] called, no answer
    [bounced] sent something, it bounced
    [auto_reply] sent an automatic reply
    [undated] promised without a date
   *[confirm] confirmed
} { $when ->
    [at-once] at once
    [about] after about { $time }
   *[after] after { $time }
}
timeline-still-open = still open when watching ended
timeline-no-outcome = still open, no outcome on record
timeline-ended = { $when ->
    [before-slot] { $status }, before the slot, recorded nowhere
    [at-once] { $status }, recorded nowhere
    [after-slot] { $status }, { $time } after the slot, recorded nowhere
   *[after] { $status }, after { $time }, recorded nowhere
}
timeline-closed = { $when ->
    [before-slot] { $status }, on record before the slot
    [at-once] { $status }, on record at once
    [after-slot] { $status }, on record { $time } after the slot
   *[after] { $status }, on record after { $time }
}
