"""The OpenAPI document against the server: a hundred requests for each operation, and those that break one rule after the other. Collected
only where slow tests are: making its cases takes a while."""

from __future__ import annotations

import pytest
from operations import families, server

__all__ = ["server"]
pytestmark = pytest.mark.slow

globals().update(families(100, coverage=True))
