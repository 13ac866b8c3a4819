# What stands on every page.

site-name = Handoff audit
site-about = Handoff audits: five questions about every lead, from first contact to booked appointment.
audit-title = Handoff audit, { $client }, { $period }
audit-foot = Handoff audit of { $whose }, by { $auditor }.
skip-to-content = Skip to the content
pages-nav = Pages
draft-mark = Draft
draft-note = <strong>Draft.</strong> The audit is not finished; what stands here may change.

page-audits = Audits
page-rules = Rules
page-overview = Overview
page-findings = Findings
page-plan = Plan
page-patterns = Patterns
page-evidence = Evidence
page-method = Method

# Pieces that stand on many pages.

level-of = of 5
no-score = no score
level-range = The sample allows levels { $range }.
level-provisional = <strong>Provisional:</strong> { $because }.
receipt-line = Line
receipt-amount = Amount
chart-numbers = The numbers
chart-file = This chart as a file
test-lead = test lead
quoted = “{ $text }”
about-number = about { $number }
evidence-said = said and not shown
evidence-withheld = holds personal data and stays with the auditor
sample-frame = Drawn from
sample-drawn = Sample
sample-traced = Traced
sample-says = What it says
sample-excluded = Left out
matrix-name = Leads and steps
matrix-lead = Lead
matrix-outcome = Outcome
matrix-overridden = overridden
matrix-pages = Pages of leads
seen-channels = Channels: { $channels }
