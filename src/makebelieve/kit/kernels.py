"""Compiled kernels: the decorator for inner loops that must give the same bits anywhere; sound allows itself more, and has its own.

No `fastmath`: floating point stays in source order, so that the same input gives the same bits on every run.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])


def kernel(function: F) -> F:
    """Compile `function` on its first call and keep the machine code on disk (`NUMBA_CACHE_DIR`, else beside the source)."""
    return cast(F, numba.njit(cache=True, nogil=True, error_model="numpy")(function))
