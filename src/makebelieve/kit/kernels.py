"""Compiled kernels: the decorator for inner loops that must give the same bits anywhere; sound allows itself more, and has its own.

No `fastmath`: floating point stays in source order, so that the same input gives the same bits on every run.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
from numba.core.dispatcher import Dispatcher

F = TypeVar("F", bound=Callable[..., Any])


def kernel(function: F) -> F:
    """Compile `function` on its first call and keep the machine code on disk (`NUMBA_CACHE_DIR`, else beside the source).

    Kernels may call those of other modules: when one of these changes, all that it was compiled into is compiled anew.
    """
    compiled = numba.njit(cache=True, nogil=True, error_model="numpy")(function)
    if isinstance(compiled, Dispatcher):
        _stamp(compiled, function)
    return cast(F, compiled)


def _stamp(compiled: Any, function: Callable[..., Any]) -> None:
    """Date the machine code by all that went into it; numba itself looks at the file of the kernel alone.

    What goes in are the kernels and constants that the function names, in its own module or imported; they stand above it.
    """
    index = compiled._cache._cache_file
    named = ((name, function.__globals__.get(name)) for name in function.__code__.co_names)
    inside: list[object] = []
    for name, value in named:
        if isinstance(value, Dispatcher):
            inside.append((name, cast(Any, value)._cache._cache_file._source_stamp))
        elif isinstance(value, bool | int | float | str | tuple):
            inside.append((name, value))
    index._source_stamp = (index._source_stamp, *inside)
