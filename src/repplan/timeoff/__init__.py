"""Time off: the days on which a rep doesn't work, holidays, make-up working days, busy hours."""
