"""Accounts: where providers work, and how to get in."""
