"""The OpenAPI document against the server: a few requests for each operation."""

from __future__ import annotations

from operations import families, server

__all__ = ["server"]

globals().update(families(5, coverage=False))
