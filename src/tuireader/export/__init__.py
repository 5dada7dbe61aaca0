"""Findings as JSON, JSON lines, CSV and Markdown."""
