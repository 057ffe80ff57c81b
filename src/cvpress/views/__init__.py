"""Profile → View: selection, privacy, translation, order and dates, for one document."""
