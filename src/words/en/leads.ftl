# The leads of a channel as a table, where they are many on several pages.

leads-title = { $channel }, leads, page { $page }
leads-stretch = Leads { $first } to { $end } of { $all }
leads-before = Leads before
leads-more = More leads
# How a step is called above its verdict on a phone.
step-capture-label = capture
step-claim-label = claim
step-continue-label = continue
step-confirm-label = confirm
step-close-label = close
# The same of a verdict.
verdict-pass-label = { verdict-pass }
verdict-late-label = { verdict-late }
verdict-weak-label = { verdict-weak }
verdict-unproven-label = { verdict-unproven }
verdict-fail-label = { verdict-fail }
verdict-pending-label = { verdict-pending }
verdict-n-a-label = { verdict-n-a }
