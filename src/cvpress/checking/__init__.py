"""What machines, and people with screen readers, get out of a finished file: a PDF of anybody's, a page of ours."""
