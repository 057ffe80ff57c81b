"""A text → the fields of a CV, as parsers of CVs fill them in."""
