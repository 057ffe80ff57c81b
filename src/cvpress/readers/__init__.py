"""Foreign formats → what a profile is made of, one file a format."""
