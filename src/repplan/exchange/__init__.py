"""Providers from files: read, checked by row, taken in as one batch."""
