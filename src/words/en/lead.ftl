# The page of a lead.

lead-title = { $lead }: { $headline }
lead-about = { $channel }, lead { $lead }: { $headline }
lead-sentence = { $words }.
lead-test = <span class="mark tone-na">test lead</span> planted by the auditor; it counts in nothing.

lead-story = The story
lead-arrived = Arrived
lead-arrived-about = about { $time }
lead-in-hours = in opening hours
lead-outside-hours = outside opening hours
lead-wants = Wants
lead-worth = Worth
lead-note = Note
lead-said = What was said
lead-said-proves = Quoted from staff. It proves nothing by itself.
lead-shown = What the trace shows
lead-shown-overridden = (overridden)
lead-shown-said = (said, not shown)
lead-timeline = Timeline

lead-step-shown = Shown
lead-step-said = Said, not shown
lead-evidence = Evidence
lead-only-said = All of it is somebody's word: said, not shown.
lead-no-evidence = None is named.
lead-why = Why this verdict
lead-no-rule = No rule applies: { $meaning }.
lead-override = Overridden:
lead-override-once = Overridden once, and no longer:
lead-override-to = to
lead-override-by = { $kind }; { $by }, { $date }.
lead-override-until = { $kind }; { $by }, { $date }, until { $until }.

lead-others = Other leads
lead-all = All leads of { $channel }
