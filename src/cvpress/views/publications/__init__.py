"""Publications: entries in the look of a theme, or references in a citation style."""
