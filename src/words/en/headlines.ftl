# Headlines: what was found, in one sentence.

headline-nothing-counted = No lead can be counted yet
headline-lost = { $how ->
    [one] The one lead was lost between first contact and booking
    [all] All { $counted } leads were lost between first contact and booking
   *[some] { $number ->
        [one] 1 of { $counted } leads was lost between first contact and booking
       *[other] { $number } of { $counted } leads were lost between first contact and booking
    }
}
headline-unaccounted = { $how ->
    [one] Nobody can account for the one lead
    [all] Nobody can account for all { $counted } leads
   *[some] Nobody can account for { $number } of { $counted } leads
}
headline-more-unaccounted = { $lost }; nobody can account for { $count } more
headline-unproven = { $how ->
    [one] Nothing shows what became of the one lead
   *[some] No lead was seen to leak, and nothing shows what became of { $number } of { $counted } leads
}
headline-slipped = { $how ->
    [one] The one lead came through, not cleanly
   *[some] Every lead came through, { $number } of { $counted } not cleanly
}
headline-clean = { $how ->
    [one] The one lead came through without a slip
   *[all] All { $counted } leads came through without a slip
}
headline-lost-at = { $number } of { $counted ->
    [one] 1 lead
   *[other] { $counted } leads
} lost, at { $step }
headline-lost-at-steps = { $number } of { $counted } leads lost, at { $steps }
headline-lost-most-at = { $number } of { $counted } leads lost, most of them at { $step }

lead-every-step = every step that applies held
lead-booked = { $slips ->
    [one] booked, with a slip at { $step }
   *[other] booked, with slips from { $step } on
}
lead-came-through = { $slips ->
    [one] came through, with a slip at { $step }
   *[other] came through, with slips from { $step } on
}
lead-unaccounted = nobody can show how it ended
lead-lost-at = lost at { $step }
lead-lost = lost
lead-unproven = nothing shows how it ended
lead-unproven-at = nothing shows what came of it at { $step }

step-capture-finding = The record is incomplete, late, or not where it belongs
step-claim-finding = Leads wait for an owner
step-continue-finding = The next action comes late, or does not reach the buyer
step-confirm-finding = The next step is not clear to the buyer, or not on record
step-close-finding = How leads ended is recorded late, or not at all

effect-lost = { $leaks } of { $of ->
    [one] 1 lead
   *[other] { $of } leads
} { $leaks ->
    [one] was lost here
   *[other] were lost here
}
effect-unaccounted = { $leaks } of { $of ->
    [one] 1 lead
   *[other] { $of } leads
} cannot be accounted for
effect-a-month = { $lost }, about { $affected } a month ({ $range })
effect-sample = { $lost }; how many a month is not known
effect-alone = { $effect }.
effect-and-stake = { $effect }; { $stake }.

stake-a-month = { $count ->
    [0] at stake: less than 1 booking
    [one] at stake: about { $count } booking
   *[other] at stake: about { $count } bookings
} a month
stake-a-month-worth = { $stake }, worth about { $worth } a month
stake-sample = { $count ->
    [0] at stake: less than 1 booking
    [one] at stake: about { $count } booking
   *[other] at stake: about { $count } bookings
} in a sample like this
stake-sample-worth = { $stake }, worth about { $worth } in a sample like this
at-stake-note = In brackets: the range that the sample allows (95 %). Bookings at stake are an estimate, not a promise: as many as if the lost leads had gone on like the traced leads that got past the step.

leak-lost = { $step } in { $channel }: { $leaks } of { $of ->
    [one] 1 lead
   *[other] { $of } leads
} lost
leak-unaccounted = { $step } in { $channel }: { $leaks } of { $of ->
    [one] 1 lead
   *[other] { $of } leads
} without an account

headline-findings-none = No finding: every step held
headline-findings-without-leaks = { $count ->
    [one] 1 finding, without a leaked lead
   *[other] { $count } findings, none of them with leaked leads
}
headline-findings-with-leaks = { $count ->
    [one] 1 finding, with leaked leads
   *[other] { $count } findings, { $high } of them with leaked leads
}
headline-findings-critical = { $count ->
    [one] 1 finding, and it is critical
   *[other] { $count } findings, { $critical } of them critical
}
