"""Finished files → artefacts: PDFs of anybody's, and pages that cvpress wrote."""
