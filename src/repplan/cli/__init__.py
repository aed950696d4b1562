"""The command line: the list, options, questions, screens and the one way out."""
