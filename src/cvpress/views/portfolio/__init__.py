"""The view of a portfolio: slides."""
