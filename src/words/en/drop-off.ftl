# The drop-off: how many leads got through each step, and where most of them stop.

drop-none = No lead counts yet
drop-empty = no lead counts yet
drop-start = Start
drop-moved = moved
drop-clean = clean
drop-counted = Leads that got through
drop-gap = activity taken for movement
drop-caption = Leads that got through each step
drop-subtitle = Share of the counted leads that got through each step{ $by ->
    [channel] , by channel
   *[none] {""}
}; { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
}
drop-channel-subtitle = Leads that moved through each step, and those that came so far clean; { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
} counted
drop-sentence = { $line }: { $steps }.
drop-through = { $count } of { $all } through { $step } ({ $percent })
drop-end = { $through } { $line }

# Where leads stop; what stands behind a name begins small.
drop-stop = { $share ->
    [only] the only lead stops
    [all] all leads stop
    [most] most leads stop
    [half] half of the leads stop
    [one] 1 lead stops
   *[some] { $lost } of { $of } leads stop
} { $step ->
    [capture] before { $lost ->
        [one] it is
       *[other] they are
    } recorded
    [claim] before anyone claims { $lost ->
        [one] it
       *[other] them
    }
    [continue] before { $lost ->
        [one] it moves on
       *[other] they move on
    }
    [confirm] before a next step is confirmed
   *[close] before { $lost ->
        [one] its
       *[other] their
    } outcome is known
}
drop-stop-each = { $lost ->
    [one] { $lost } of { $of } leads stops at each of { $steps }
   *[other] { $lost } of { $of } leads stop at each of { $steps }
}
drop-stop-at = { $lost ->
    [one] { $lost } of { $of } leads stops at { $step }
   *[other] { $lost } of { $of } leads stop at { $step }
}
drop-line = { $line }: { $stop }
drop-all-through = { $leads ->
    [one] The one lead came through all five steps
   *[other] Every lead came through all five steps
}
drop-same-step = { $step } loses most, { $lost } of { $of } in { $channels } channels
drop-several = { $through } of { $all } leads came through; the drops are biggest at { $step } in “{ $channel }” and { $more } more
drop-many = { $through } of { $all } leads came through; { $places } drops are equally big
drop-with-clean = { $clean ->
    [0] { $stop }; none comes through clean
    [one] { $stop }; { $clean } of { $of } comes through clean
   *[other] { $stop }; { $clean } of { $of } come through clean
}
drop-all-clean = { $leads ->
    [one] The one lead came through clean
   *[other] Every lead came through clean
}
drop-not-all-clean = { $leads ->
    [one] The one lead came through, not cleanly
   *[other] Every lead came through, { $clean } of { $leads } of them clean
}

# The words beside the arrow.
drop-biggest = { $drops ->
    [one] Biggest drop
   *[other] Biggest drops
}
drop-points = { $points ->
    [one] −1 point
   *[other] −{ $points } points
}
drop-points-each = { $points ->
    [one] −1 point each
   *[other] −{ $points } points each
}
drop-stop-in = { $lost ->
    [one] { $lost } of { $of } in “{ $channel }” stops at { $step }
   *[other] { $lost } of { $of } in “{ $channel }” stop at { $step }
}
drop-and-more = { $step } in “{ $channel }”, and { $more } more
drop-at = at { $steps }
drop-callout = { $what }: { $much }, { $whom }

drop-left-out = Left out, as no lead counts yet: { $channels }
drop-booked = { $leads ->
    [one] 1 lead that stops in this picture was booked all the same, past a step that did not hold
   *[other] { $leads } leads that stop in this picture were booked all the same, past a step that did not hold
}
