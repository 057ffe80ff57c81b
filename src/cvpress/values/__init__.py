"""The kinds of value that a profile has beside plain text: dates, URLs, addresses, codes."""
