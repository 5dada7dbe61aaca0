"""tuireader: an article in the terminal, with who speaks, which figures and what is claimed."""

__version__ = "0.1.0"
