"""May I: yes or no, with every reason, its source, and what is possible next."""
