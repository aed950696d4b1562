"""The morning queue: collected, scored, explained."""
