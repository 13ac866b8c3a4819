# Pieces that several pages show: checks, limits, the gate's marks, links.

none-judged = none judged

limit-line = Limit: { $name }
limit-at-most = at most { $level }
limit-applies = applies
limit-does-not-apply = does not apply
limit-ownership = ownership
limit-ownership-when = when Claim held for fewer than half of the leads
limit-trust = trust
limit-trust-when = when more than a quarter of the verdicts are unproven
limit-weak-link = weak link
limit-weak-link-when = when any step held for fewer than half of the leads
limit-leaks = leaks
limit-leaks-when = when fewer than { $share } of the leads came through clean
limit-sample = sample
limit-sample-when = when fewer than { $count ->
    [one] 1 lead is
   *[other] { $count } leads are
} counted
limit-worst = worst channel
limit-worst-when = when the rounded average lies more than a level above the weakest channel
limit-routes = routes
limit-routes-when = when fewer than two kinds of channel were audited

gate-holds = holds
gate-fails = fails
gate-warns = warns

more-leads-count = { $count } more
nowhere = nowhere

receipt-level = Level
receipt-rounded = rounded down, at least 1
overridden-count = { $count ->
    [0] no verdict is overridden
    [one] 1 verdict is overridden
   *[other] { $count } verdicts are overridden
}
