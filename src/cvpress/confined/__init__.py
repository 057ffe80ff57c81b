"""Work on what is a stranger's, in processes of its own, with limits on what they may take."""
