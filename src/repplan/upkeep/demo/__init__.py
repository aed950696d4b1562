"""The demo: a made-up territory to play in, and a day played on it."""
