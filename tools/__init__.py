"""What maintainers run: the reference is written from the commands themselves."""
