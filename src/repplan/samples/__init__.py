"""Samples: the rep's memo of lots and movements; the employer's ledger is the record."""
