"""What a document shows, as a profile: the source that a PDF carries. A file for each kind of document."""
