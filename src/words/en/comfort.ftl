# Search, filters, keys and the theme: what the script shows.

theme-dark = Dark
theme-light = Light
theme-dark-name = Dark theme
theme-light-name = Light theme

search = Search
search-label = Search by number, title or word
search-loading = Loading…
search-none = No match
search-one = 1 match
search-many = { $shown } matches
search-more = { $shown } matches, the best 50 of them shown
search-hint = ↑ ↓ to choose, Enter to open, Esc to close
search-keys = All keys
search-close = Close
search-kind-lead = Lead
search-kind-finding = Finding
search-kind-channel = Channel
search-kind-audit = Audit
search-kind-rule = Rule
search-kind-problem = Problem

# The letters that the script knows, in every language.
key-next = j
key-previous = k
key-close = Esc

help-title = Keys
help-search = Search
help-next = Next lead
help-previous = Previous lead
help-this = These keys
help-close = Close a dialog
help-matrix = In a table of leads j and k move the focus from lead to lead; on a lead’s page they turn to the next one.
help-on = Act on these keys. Untick this if they get in your way.

filter-any = All
filter-sort = Order
filter-clear = Show all
filter-leads = Choose leads
filter-leads-shown = { $shown } of { $all } leads shown
filter-leads-shown-here = { $shown } of the { $all } leads on this page shown
filter-leads-here = Acts on the leads of this page alone. The search finds all leads.
filter-verdict = Verdict
filter-verdict-at = { $step }: { $verdict }
filter-test = Test leads
filter-test-no = Without
filter-test-yes = Only these
filter-findings-shown = { $shown } of { $all } findings shown
sort-arrived = Arrival
sort-class = Outcome, worst first
sort-furthest = How far it got
sort-channel = Channel
sort-step = Step
sort-rating = Rating, gravest first
