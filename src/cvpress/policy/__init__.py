"""Which findings count, and how much: settings, and the exceptions that a user makes.

`config.read_settings` reads the file, `selection.with_options` adds the command line, and
`policy.Policy` applies both, and the comments of a profile, to what the rules found.
"""
