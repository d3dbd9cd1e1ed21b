"""Rigs of everything that is not a two-legged body."""
