"""Durable jobs: a lease queue in the application's own database, and the worker processes that serve it."""
