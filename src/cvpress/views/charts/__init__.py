"""Charts: numbers of a profile as SVG."""
