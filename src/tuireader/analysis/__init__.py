"""What is found: Article in, Analysis out; no file, no screen."""
