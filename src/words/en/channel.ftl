# The page of a channel.

channel-about = { $channel }: { $headline }
channel-volume = about { $volume } leads a month
channel-level = Level of this channel
channel-receipt = How the level comes about
channel-check = { $held } held: { $state }
channel-points = Points
channel-range = the sample allows levels { $range }
channel-range-none = the ranges of the checks allow no other
channel-range-none-provisional = the ranges of the checks allow no other; provisional all the same: { $because }
channel-band-none = No lead counts yet
channel-provisional-few = { $count ->
    [one] only 1 lead could be counted
   *[other] only { $count } leads could be counted
}
channel-provisional-judgement = the sample was chosen by judgement

channel-checks = The five checks
channel-limit = { $step } { $limit }
channel-limits = { $clock ->
    [business] { $limits }. Hours and minutes run in opening hours alone, days around the clock. { $whose }.
   *[always] { $limits }. The clock runs day and night. { $whose }.
}
channel-limits-link = Limits

channel-findings = Findings
channel-finding-place = { $step }, { $leads }
channel-movement = How far leads get
channel-leads = Lead by lead
channel-times = How long buyers wait

channel-two = Capture and ownership
channel-missing = Most often missing at capture
channel-missing-name = Missing at capture
channel-missing-detail = Detail
channel-missing-count = Missing
channel-missing-leads = Leads
channel-no-record = { $count ->
    [one] 1 lead has no record of what was captured, and stands in none of these counts.
   *[other] { $count } leads have no record of what was captured, and stand in none of these counts.
}
channel-owners = Who took leads
channel-owner = Owner
channel-owner-count = Leads
channel-owner-leads = Which
channel-owner-nobody = Nobody
channel-owner-none-found = no owner was found
channel-owner-not-known = Not known
channel-owner-untold = nobody can tell who
channel-sample = The sample
