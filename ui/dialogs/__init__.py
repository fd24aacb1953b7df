"""What cannot wait, or cannot be undone."""
