"""Figures: numbers with bound, unit and what they count."""

from tuireader.analysis.figures.finder import find_figures

__all__ = ["find_figures"]
