"""What the opener works with: candidates, matching, previews; no widget in it."""
