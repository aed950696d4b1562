"""Follow-ups: promises, ours and theirs, and what they care about."""
