"""The checks of the rules about files, a file a subject."""
