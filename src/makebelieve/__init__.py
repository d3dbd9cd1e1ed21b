"""Makebelieve: say it, play it."""
