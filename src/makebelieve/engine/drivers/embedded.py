"""Runs the core's bundle in an embedded JavaScript runtime: `python embedded.py mini-racer|quickjs BUNDLE MEMORY_MB`.

A line "<limit ms> <request>" in, one line of JSON out, until standard input ends. It is run as a file of its own, in a
process that may be killed at any time, and therefore imports nothing of the package.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

TIME_IS_UP = 3
OUT_OF_MEMORY = 4

Answer = Callable[[str, float], str]
MEGABYTE = 1 << 20


def serve(answer: Answer) -> None:
    """Answer standard input line by line."""
    out = sys.stdout.buffer
    out.write(b"ready\n")
    out.flush()
    for line in sys.stdin.buffer:
        limit, _, request = line.decode("utf-8").rstrip("\n").partition(" ")
        out.write(answer(request, int(limit) / 1000).encode("utf-8", "surrogatepass") + b"\n")
        out.flush()


def leave(code: int) -> NoReturn:
    """End at once: after a broken-off call the runtime is not to be trusted with an orderly end."""
    sys.stderr.flush()
    os._exit(code)


def leave_with(error: Exception) -> NoReturn:
    """End because JavaScript threw past the core's envelope. Out of memory, neither runtime can make an Error: it throws null."""
    text = str(error).strip()
    if text in {"null", "uncaught null"} or "out of memory" in text:
        leave(OUT_OF_MEMORY)
    print(text, file=sys.stderr)
    leave(1)


def mini_racer(bundle: str, memory_mb: int) -> None:
    """V8 of the PyPI package mini-racer, with its default flags."""
    import py_mini_racer

    # The context manager makes the end of the process deterministic; without it V8 now and then hangs at exit.
    with py_mini_racer.MiniRacer() as context:
        context.set_hard_memory_limit(memory_mb * MEGABYTE)
        context.eval(bundle)
        function: Any = context.eval("MakebelieveEngine.call")

        def answer(request: str, limit: float) -> str:
            try:
                return str(function(request, timeout_sec=limit))
            except py_mini_racer.JSTimeoutException:
                leave(TIME_IS_UP)
            except py_mini_racer.JSOOMException:
                leave(OUT_OF_MEMORY)
            except py_mini_racer.JSEvalException as error:
                leave_with(error)

        serve(answer)


def quickjs(bundle: str, memory_mb: int) -> None:
    """The interpreter QuickJS-ng of the PyPI package quickjs-ng: slow, with no start-up time."""
    import quickjs as binding

    context = binding.Context()
    context.set_memory_limit(memory_mb * MEGABYTE)
    context.set_max_stack_size(4 * MEGABYTE)
    context.eval(bundle)
    function = context.eval("MakebelieveEngine.call")

    def answer(request: str, limit: float) -> str:
        context.set_time_limit(limit)
        try:
            return str(function(request))
        except binding.JSException as error:
            if "interrupted" in str(error):
                leave(TIME_IS_UP)
            leave_with(error)

    serve(answer)


def main() -> None:
    host, bundle, memory = sys.argv[1:4]
    runtimes = {"mini-racer": mini_racer, "quickjs": quickjs}
    runtimes[host](Path(bundle).read_text("utf-8"), int(memory))


if __name__ == "__main__":
    main()
