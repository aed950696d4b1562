"""Keep the store: begin, look back, take back, check, tune."""
