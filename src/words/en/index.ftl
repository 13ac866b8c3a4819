# The list of audits.

index-title = Handoff audits
index-about = Handoff audits: what becomes of leads between first contact and booked appointment.
index-headline = { $audits ->
    [one] 1 handoff audit
   *[other] { $audits } handoff audits
} of { $clients ->
    [one] 1 business
   *[other] { $clients } businesses
}
index-headline-client = { $audits ->
    [one] 1 handoff audit of { $client }
   *[other] { $audits } handoff audits of { $client }
}
index-lede = From first contact to a known ending a lead passes five steps: it is captured, claimed, continued, confirmed and closed. Each audit traces real leads through them and shows where they are lost.
index-levels = Level, audit by audit
index-band = { $band }.
index-band-provisional = { $band } (provisional).
index-leak = Biggest leak: { $leak }.
index-by = By { $auditor }.
trend-none = No score yet
trend-first = Level { $level }, the first score
trend-up = Level { $level }, up from { $before }
trend-down = Level { $level }, down from { $before }
trend-same = Level { $level }, as before
