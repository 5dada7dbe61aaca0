"""How much a claim deserves a check: a small model and visible reasons."""

from tuireader.analysis.worth.facts import Setting
from tuireader.analysis.worth.model import SentenceModel
from tuireader.analysis.worth.rating import rate

__all__ = ["SentenceModel", "Setting", "rate"]
