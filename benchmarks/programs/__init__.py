"""Small programs that the reader is measured beside; each is run in a process of its own."""
