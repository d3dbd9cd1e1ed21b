"""Worlds as they are kept: made, read, edited, versioned and played. Functions of one unit of work."""
