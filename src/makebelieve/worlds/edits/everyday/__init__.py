"""Wishes in the words that people use first: read before all others, each by the one thing that it can mean in this world."""
