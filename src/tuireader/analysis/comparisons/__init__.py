"""Comparisons: what several speakers say about the same thing, side by side."""

from tuireader.analysis.comparisons.finder import find_comparisons

__all__ = ["find_comparisons"]
