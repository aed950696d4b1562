"""The check of what is about to be kept: safety words, off-label questions, identities, barred words."""
