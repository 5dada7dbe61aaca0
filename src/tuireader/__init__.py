"""tuireader: an article in the terminal, with who speaks, which figures and what is claimed."""

from importlib.metadata import version as _version

__version__ = _version("tuireader")
