"""A theme is data: nothing of its package is ever imported."""

raise SystemExit("the code of a theme's package ran")
