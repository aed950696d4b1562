"""Providers: who they are, where they work, whom a rep's words mean."""
