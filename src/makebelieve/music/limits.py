"""Limits that those who order music know without loading what makes it."""

from __future__ import annotations

from typing import Final

REFERENCE_BYTES: Final = 20_000_000
"""Bytes of a reference recording."""
REFERENCE_SECONDS: Final = 60.0
"""Seconds of a reference recording."""
