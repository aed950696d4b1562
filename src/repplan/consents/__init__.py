"""Consent: on which channel, to which address, about what somebody may be written or called."""
