"""Transfers of value: what was spent on whom, and the yearly totals against the policy."""
