"""Safety reports: what was heard, and the clock until it is reported."""
