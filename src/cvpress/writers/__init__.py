"""View → output: one file a format."""
