"""What to know before the door."""
