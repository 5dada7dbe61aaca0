"""Quotations: which words the article reports, and beside which speaker's name."""

from tuireader.analysis.quotations.finder import find_quotations
from tuireader.analysis.quotations.model import Mention, Utterance

__all__ = ["Mention", "Utterance", "find_quotations"]
