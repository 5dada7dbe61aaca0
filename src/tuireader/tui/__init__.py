"""What is seen: everything Textual."""
