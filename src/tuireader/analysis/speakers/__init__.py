"""Speakers: one registry for names, titles, descriptions and pronouns."""

from tuireader.analysis.speakers.resolver import resolve_speakers

__all__ = ["resolve_speakers"]
