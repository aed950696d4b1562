"""Names, accounts and everything written."""
