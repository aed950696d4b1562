"""Medical inquiries: questions for medical affairs, verbatim, until they are answered."""
