"""What is open, selected, followed and searched; knows no widget."""

from tuireader.session.session import Session

__all__ = ["Session"]
