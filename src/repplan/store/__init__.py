"""The store: two doors to one file, the journal behind them."""
