"""Reception rules: how, when and with whom an account or a department receives reps."""
