"""A theme is a folder of data: theme.toml, templates, styles, fonts. No code of its own runs."""
