# The five failure patterns and the five mistakes.

patterns-headline = { $patterns } of 5 failure patterns and { $mistakes } of 5 mistakes { $seen ->
    [one] was
   *[other] were
} seen
patterns-headline-none = None of the five patterns and none of the five mistakes was seen
patterns-most = Most often: { $pattern }, in { $count } of { $of ->
    [one] 1 lead
   *[other] { $of } leads
}.
patterns-patterns = Five ways in which a lead is lost between two people
patterns-mistakes = Five mistakes of a business
patterns-unseen = What was not seen in a few leads may still be there.
patterns-method = The thresholds behind them

traced-phone = { $count ->
    [one] 1 phone lead
   *[other] { $count } phone leads
}
traced-form = { $count ->
    [one] 1 web form lead
   *[other] { $count } web form leads
}
seen-of = of { $leads }
seen-not-in = not seen in { $leads }
seen-none-traced = not seen: no { $kind ->
    [phone] phone lead
    [form] web form lead
   *[any] lead
} was traced
seen-of-channels = of { $channels ->
    [one] 1 channel
   *[other] { $channels } channels
}
seen-of-both = of { $leads }, and { $channels ->
    [one] 1 channel
   *[other] { $channels } channels
} as a whole

pattern-answered-not-logged = Answered, not logged
pattern-answered-not-logged-within = answered, not logged
pattern-answered-not-logged-meaning = A call was answered or seen, and the record does not hold what the next person needs.
pattern-unclear-ownership = Unclear ownership
pattern-unclear-ownership-within = unclear ownership
pattern-unclear-ownership-meaning = A web form arrived, and nobody can be seen to own it.
pattern-contacted-not-confirmed = Contacted, not confirmed
pattern-contacted-not-confirmed-within = contacted, not confirmed
pattern-contacted-not-confirmed-meaning = The buyer was reached, and no appointment or next step came of it.
pattern-believed-followed-up = Believed to be followed up
pattern-believed-followed-up-within = believed to be followed up
pattern-believed-followed-up-meaning = Somebody says that it was taken care of, and the trace does not show it.
pattern-verbal-only = By word of mouth only
pattern-verbal-only-within = by word of mouth only
pattern-verbal-only-meaning = A slot was agreed, and no system of record holds it.

mistake-activity-as-movement = Activity taken for movement
mistake-activity-as-movement-meaning = Several attempts were made, and the buyer was not reached.
mistake-no-clear-owner = No clear owner
mistake-no-clear-owner-meaning = Leads belong to a shared inbox, or fewer than half of a channel's leads get an owner in time.
mistake-no-confirmation-discipline = No discipline in confirming
mistake-no-confirmation-discipline-meaning = Of the leads that were reached, fewer than half get a clear appointment or next step.
mistake-disconnected-systems = Disconnected systems
mistake-disconnected-systems-meaning = Two systems tell different stories about how a lead ended.
mistake-volume-only-reporting = Reports that count volume alone
mistake-volume-only-reporting-meaning = A channel's own report shows more bookings than the trace can support.
