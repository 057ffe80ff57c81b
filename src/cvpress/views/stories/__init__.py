"""Stories for interviews: the sheet, and the search for those that answer a question."""
