# The plan: what to mend first, and what was agreed.

plan-headline = Begin here: { $title }
plan-headline-none = No lead was lost: there is nothing to mend first
plan-first = Mend first: where most bookings are at stake
plan-first-name = Mend first
plan-rank = Rank
plan-rank-above = rank { $rank }
plan-where = Where
plan-lost = Lost here
plan-a-month = Leads a month
plan-bookings = Bookings a month at stake
plan-bookings-short = Bookings at stake
plan-bookings-number = { $count ->
    [0] less than 1
   *[other] about { $count }
}
plan-worth = Worth a month
plan-action = Action
plan-no-action = none yet
plan-not-known = not known
plan-in-sample = in the sample
plan-in-sample-range = in the sample { $number }, range { $range }
plan-leads-of = { $leads } of { $of ->
    [one] 1 lead
   *[other] { $of } leads
}
plan-unaccounted = Then: leads that nobody can account for
plan-unaccounted-name = Leads that nobody can account for
plan-no-account = No account
plan-unaccounted-why = To close the loop adds no booking; it shows which of the others were made. So these leads stand apart.
plan-reckoned = How this is reckoned
plan-reckoning = Leads a month are the share of the channel's counted leads that were lost at the step, of all leads that the channel brings a month. Below stands the range that the sample allows (Wilson, 95 %). Bookings at stake are these leads, times how often a lead that got through the step became a proven booking in this audit. They put the places in order; they promise nothing.
plan-stands-in = Where a channel's volume is unknown, the sample stands in for it.
plan-method = How scores and ranges are made
plan-actions = Actions
plan-actions-as-of = Actions, as of { $day }
plan-actions-none = No action is agreed yet
plan-actions-one = One action is agreed: { $state }
plan-actions-many = { $count } actions are agreed: { $states }
plan-actions-state = { $count } { $state }
plan-actions-order = Late ones come first, then each by the day it is due. What to begin with, where several are due, is told by the ranks above.
plan-actions-table = The actions as a table
plan-state = State
plan-owner = Owner
plan-due = Due
plan-mends = Mends
plan-accepted = Accepted as it is
plan-undecided = Still to be decided
