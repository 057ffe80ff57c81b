"""Letters: which one is meant, by which convention it is laid out, what it refers to."""
