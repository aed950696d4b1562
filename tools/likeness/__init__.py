"""Learning how what must be asked about reads: ``make weights``."""
