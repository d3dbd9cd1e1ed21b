"""Tracks and sound effects on order: what is asked for, what is kept of it, and the room of the workers that makes it."""
