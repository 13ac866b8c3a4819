# Time to a step: how long leads waited, the limit, and who never got there.

# What is done to a lead at each step.
times-done-capture = recorded
times-done-claim = claimed
times-done-continue = taken further
times-done-confirm = confirmed
times-done-close = closed

times-none = There is no time to show yet
times-empty = no time to show
times-one-in-time = The one lead was { $done } within { $limit }
times-one-late = The one lead was not { $done } within { $limit }
times-one-never = The one lead was never { $done }
times-all = Every lead was { $done } within { $limit }
times-some = { $there ->
    [0] No lead was { $done } within { $limit }
    [one] { $there } of { $all } leads was { $done } within { $limit }
   *[other] { $there } of { $all } leads were { $done } within { $limit }
}{ $rest ->
    [none] {""}
   *[other] ; { $rest }
}
times-never = { $count ->
    [one] 1 never was
   *[other] { $count } never were
}
times-failed = { $count ->
    [one] 1 try did not count
   *[other] { $count } tries did not count
}
times-subtitle = Time from { $step ->
    [confirm] Continue
    [close] the confirmed slot
   *[other] arrival
} to { $name }, { $clock ->
    [open] opening hours only
   *[all] around the clock
}, on a log scale{ $out ->
    [none] {""}
   *[other] ; not in it: { $out }
}
times-unknown = { $count } unknown
times-not-applicable = { $count } n/a

times-in-time = { $there } of { $all } within the limit of { $limit }.
times-range = Shortest { $first }, longest { $last }.
times-stuck = { $leads ->
    [one] 1 lead has a time and did not get on, or is only said to have.
   *[other] { $leads } leads have a time and did not get on, or are only said to have.
}
times-median-is = { $time ->
    [none] Median: not reached.
   *[other] Median: { $time }.
}
times-percentile-is = { $time ->
    [none] 90th percentile: not reached.
   *[other] 90th percentile: { $time }.
}
times-median = median
times-percentile = 90th percentile

times-edge = { $count } never { $done }
times-edge-pending = { $count } not yet { $done }
times-cell-never = never
times-cell-pending = not yet
times-caption = Time to { $step }
times-up-to = up to { $time }
times-over = over { $time }

times-limit = limit { $limit }
times-tooltip = { $lead }: { $time }, { $verdict }
times-bar-tooltip = { $leads ->
    [one] 1 lead
   *[other] { $leads } leads
}, { $verdict }
times-curve-tooltip = Share { $done } by each time
