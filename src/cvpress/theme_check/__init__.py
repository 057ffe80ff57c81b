"""What is wrong with a theme: its files, and the pages that it makes."""
