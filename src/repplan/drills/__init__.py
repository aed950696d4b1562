"""Drills: what is practised aloud before the first visit of the day."""
