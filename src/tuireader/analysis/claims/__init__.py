"""Claims: clauses that present something as true, with whoever asserts them."""

from tuireader.analysis.claims.finder import find_claims
from tuireader.analysis.claims.unnamed import with_unnamed_sources

__all__ = ["find_claims", "with_unnamed_sources"]
