# How an audit was done, and what may be concluded.

how-about = How the leads were drawn and traced, which limits were applied and whose they are, and what may be concluded.
how-headline = What was asked of every lead, and what the answers can carry
how-lede = The handoff audit follows single leads from first contact to booked appointment. For each it asks five questions, and it takes no answer that cannot be shown. All numbers of this report are derived from the facts of the trace; nobody typed a score, and where a verdict was set by hand, that is marked and stands with its reason beside the derived one.
how-checks = Five questions, five checks
how-holds = It holds when { $condition }.
how-verdicts = From facts to verdicts
how-rules = Of every step the auditor writes down what happened, when, where it is recorded and what shows it; or that it never happened, that nobody can tell, or that it does not apply. Rules turn that into a verdict: each rule that fires has one effect, and the worst effect counts. See <a href="{ $rules }">every rule, with its reason</a>.
how-overrides = What staff say is quoted and proves nothing by itself: a step for which there is only somebody's word is <em>unproven</em>, neither good nor bad. An auditor may override a verdict, with a reason, a name and a date; raising one takes evidence. Both verdicts stay visible, and so does the level without overrides.
how-samples = The samples
how-watched = Arrivals were watched until the end of { $day } (times are those of { $zone }). A step whose limit had not run out by then is <em>pending</em>; its lead is <em>open</em> and counts in no score. Test leads planted by the auditor are shown, marked, and count in nothing.
how-limits = The limits, and whose they are
how-limits-name = Limits by channel
how-channel = Channel
how-dead-after = Dead after
how-clock = Clock
how-whose = Whose
how-clock-always = around the clock
how-clock-business = opening hours
how-timed = Capture, Claim and Continue are timed from the lead's arrival, Confirm from Continue, Close the Loop from the confirmed slot. Hours and minutes run on the channel's clock; days are days of 24 hours on either.
how-captured = What has to be captured
how-hours = Opening hours
how-closed = closed
how-holidays = Holidays
how-scoring = How the score is made
how-points = A check that holds gives a point, one that holds partly gives half. The level is the sum of a channel's five checks, rounded down, at least 1, and then held down by limits. The overall level averages the channels' levels with the leads they bring a month as weights, never by how many leads were traced. Every receipt shows all of it.
how-level = Level
how-level-says = What it says of the business
how-conventions = Conventions
how-conventions-about = These numbers were chosen, not measured. No source supports them; they are printed here so that they can be argued with. The same holds for the default limits of estimates and of Close the Loop.
how-what = What
how-number = Number
how-used-for = Used for
how-evidence = The evidence
how-evidence-about = Each step of each lead names what shows it. What that is, who relies on it and which verdicts were overridden stands in <a href="{ $register }">the register of evidence</a>.
how-sources = Sources
how-source = J. B. Oldroyd, K. McElheran and D. Elkington, “The Short Life of Online Sales Leads”, <cite>Harvard Business Review</cite>, March 2011. The authors sent one web test lead to each of 2,241 companies: 37 % answered within an hour, 23 % never did. In a separate body of data, 1.25 million leads of 42 firms, firms that tried to reach the buyer within an hour had about seven times the odds of qualifying the lead, compared with those that tried an hour later.
how-source-limits = The study speaks of web leads and outbound calls, not of answered phone calls or estimates, and it observed; it did not experiment. It says that quick contact and good outcomes go together, not how many more bookings a business would make.
how-ranges = The ranges of shares are those of E. B. Wilson (1927), at 95 %.
how-conclusions = What may be concluded
how-conclusion-lead = That a lead was handled as its page says: each step names what shows it.
how-conclusion-process = Where this process breaks, as far as the traced leads show it.
how-conclusion-month = How many leads that is a month, within the range given: a small sample leaves a wide one.
how-not = It may not be concluded that everything else works, that one person is to blame, or that mending a step will bring a certain number of bookings. A step that held for four of four leads may still fail for every second one.
how-data = The data
how-data-about = Everything on these pages is also in { $report } (its form: { $schema }), and for spreadsheets in { $tables }. The level also comes <a href="{ $badge }">as a badge</a>. Made by { $generator }, rule set { $scoring }.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
