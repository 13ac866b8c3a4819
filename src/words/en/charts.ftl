# What several charts share, and the small ones: badge, classes, held, levels, verdicts.

chart-column-channel = channel
chart-column-step = step
chart-column-class = class
chart-column-lead = lead
chart-column-leads = leads
chart-column-share = share
chart-column-meaning = meaning
chart-column-verdict = verdict
chart-column-time = time
chart-column-held = held
chart-column-line = line
chart-count-of = { $count } { $what }
chart-share-of = { $count } of { $all } ({ $percent })
chart-quoted = “{ $name }”
chart-sentence = { $what }.
chart-not-shown = not shown
chart-not-reached = not reached
chart-nothing-judged = Nothing could be judged yet

# How a step's name breaks where a column is too narrow for it.
chart-lines-capture = Capture
chart-lines-claim = Claim
chart-lines-continue = Continue
chart-lines-confirm = Confirm
chart-lines-close =
    Close
    the Loop

badge-name = handoff
badge-says = { $level ->
    [none] no score
   *[other] level { $level } of 5
}{ $provisional ->
    [yes] , provisional
   *[no] {""}
}{ $draft ->
    [yes] , draft
   *[no] {""}
}

classes-none = No lead traced yet
classes-empty = no lead traced yet
classes-one = 1 traced: { $class }
classes-all = { $traced } traced: all { $class }
classes-some = { $traced } traced: { $parts }
classes-subtitle = What became of the traced leads
classes-description = One bar for { $traced ->
    [one] 1 lead
   *[other] { $traced } leads
}. { $meanings }
classes-meaning = { $class }: { $meaning }
classes-caption = Leads by what became of them
classes-tooltip = { $count } { $class }: { $meaning }

held-all = Every step held in every channel
held-weakest = { $more ->
    [0] { $step } in “{ $channel }” is the weakest: { $held } of { $of } held
   *[other] { $step } in “{ $channel }” and { $more } more are the weakest: { $held } of { $of } held each
}
held-weakest-many = The { $weakest } weakest of { $checks } checks: { $held } of { $of } held each
held-subtitle = Leads for which each step held, of those that could be judged
held-caption = Leads for which each step held
held-sentence = { $channel }: { $steps }.
held-step = { $step } { $held }
held-tooltip = { $channel }, { $step }: { $held }
held-of = of { $count }
held-scale = 100 % held
held-key = the weakest

levels-overall = Overall
levels-none = No level yet
levels-one = Level { $level } of 5
levels-same = Still at level { $level }
levels-up = Up { $count ->
    [one] 1 level
   *[other] { $count } levels
}, from { $from } to { $to }
levels-down = Down { $count ->
    [one] 1 level
   *[other] { $count } levels
}, from { $from } to { $to }
levels-subtitle = Level (1 to 5) at each audit, by channel and overall
levels-caption = Level at each audit
levels-no-score = no score
levels-sentence = { $line }: { $levels }.
levels-at = { $level ->
    [none] no score in { $date }
   *[other] { $level } in { $date }
}
levels-tooltip = { $line }, { $date }: level { $level }
levels-end = { $change ->
    [none] { $level } { $line }
   *[other] { $level } ({ $change }) { $line }
}
levels-end-no-score = { $line }: no score

verdicts-all-five = All five steps held for every lead
verdicts-all-judged = Every step that could be judged held
verdicts-weakest-one = { $step } did not hold for the one lead that got a verdict
verdicts-weakest = { $step } held for { $held } of { $of } leads, the fewest of all steps
verdicts-none-held = No step held for any lead
verdicts-all-equal = All steps held equally often
verdicts-all-equal-each = Every step held for { $held } of { $of } leads
verdicts-weakest-each = { $steps } held least often: { $held } of { $of } each
verdicts-weakest-several = { $steps } held least often
verdicts-subtitle = Verdicts on { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
}{ $whose ->
    [all] {" "}of all channels
   *[one] {""}
} at each step{ $aside ->
    [yes] ; pending and n/a count for neither side
   *[no] {""}
}
verdicts-caption = Verdicts per step
verdicts-sentence = { $others ->
    [none] { $step }: { $held } of { $of } held.
   *[other] { $step }: { $held } of { $of } held ({ $others }).
}
verdicts-held = { $held } of { $of } held
verdicts-tooltip = { $step }: { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
} { $verdict }
