"""What a word being typed may become: names and refs from the store, for completion."""
