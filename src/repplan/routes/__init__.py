"""Days and weeks as routes: who, in which order, at what time, inside the windows and the rules."""
