"""Files that a profile names: they are read from its folder only, and only so much of them."""
