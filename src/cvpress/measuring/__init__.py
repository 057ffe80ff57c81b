"""The pages of a PDF as boxes, and what their typography has to hold to."""
