"""Webhooks: who is told of what, written with the work itself and delivered until it is received."""
