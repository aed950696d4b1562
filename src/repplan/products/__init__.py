"""Products: what a rep talks about."""
