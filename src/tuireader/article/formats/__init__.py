"""One parser for each format of article."""
