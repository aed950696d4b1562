"""A visit from wish to filing, and the one line that logs it."""
