"""Rollouts: a product begun at an account or with a provider, and its check-ins."""
