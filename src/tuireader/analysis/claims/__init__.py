"""Claims: clauses that present something as true, with whoever asserts them."""

from tuireader.analysis.claims.finder import find_claims

__all__ = ["find_claims"]
