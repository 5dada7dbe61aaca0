"""What is read: text in, Article out."""
