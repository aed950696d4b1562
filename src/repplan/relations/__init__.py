"""Relations: who stands where, who moves whom, and what each was given."""
