# The audit as one file that holds everything.

single-leads-title = Every lead in full
single-more-leads = { $count ->
    [one] 1 more stands on the site, not in this document.
   *[other] { $count } more stand on the site, not in this document.
}
single-rules-title = What each rule means
single-files = Files
single-files-title = Data, charts and attachments, to be saved from here
single-size = { $size } kB
single-left-out = too large for this document: ask the auditor for it
