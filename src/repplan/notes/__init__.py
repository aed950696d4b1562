"""Notes: what is known about a provider, personal ones kept apart."""
