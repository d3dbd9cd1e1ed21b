"""Machine code on disk: used again as long as nothing changed that it was compiled of."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

INNER = """
from makebelieve.kit.kernels import kernel

STEP = {step}


@kernel
def further(x: int) -> int:
    return x + {more}
"""
OUTER = """
from inner import STEP, further
from makebelieve.kit.kernels import kernel


@kernel
def between(x: int) -> int:
    return further(x) * STEP


@kernel
def far(x: int) -> int:
    return between(x) + between(x)


print(far(1), sum(far.stats.cache_hits.values()))
"""


def ran(folder: Path) -> tuple[int, int]:
    """What the outermost kernel says, and how often its machine code came from disk."""
    environment = {**os.environ, "NUMBA_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "outer.py"], cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=120
    )
    said, hits = done.stdout.split()
    return int(said), int(hits)


@pytest.mark.slow
def test_a_kernel_is_compiled_anew_when_one_that_it_calls_in_another_module_or_a_constant_changes(tmp_path: Path) -> None:
    inner = tmp_path / "inner.py"
    (tmp_path / "outer.py").write_text(OUTER, "utf-8")
    inner.write_text(INNER.format(step=10, more=1), "utf-8")
    assert ran(tmp_path) == (40, 0)
    assert ran(tmp_path) == (40, 1)
    inner.write_text(INNER.format(step=10, more=200), "utf-8")
    assert ran(tmp_path) == (4020, 0)
    inner.write_text(INNER.format(step=7, more=200), "utf-8")
    assert ran(tmp_path) == (2814, 0)
    assert ran(tmp_path) == (2814, 1)
