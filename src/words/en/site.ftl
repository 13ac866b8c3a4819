# What stands on every page.

audit-title = Handoff audit, { $client }, { $period }
