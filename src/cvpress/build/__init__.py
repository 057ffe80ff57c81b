"""Renders everything that a settings file names, and only what has changed since."""
