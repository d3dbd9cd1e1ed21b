"""A server of its own for a benchmark that measures over HTTP."""

from __future__ import annotations

import os
import re
import subprocess
import sys


def serve(data: str, source: str | None = None) -> tuple[subprocess.Popen[str], str, str]:
    """`makebelieve serve` with one worker on a spare port: the process, the owner's key, the address.

    `data`: an empty folder. `source`: another tree of sources to run instead of the one that is installed.
    """
    environment = {
        **os.environ,
        "MAKEBELIEVE_DATA": data,
        "MAKEBELIEVE_WORKERS": "1",
        "MAKEBELIEVE_LOG_LEVEL": "error",
        "MAKEBELIEVE_REQUESTS_PER_MINUTE": "1000000",
        **({"PYTHONPATH": source} if source is not None else {}),
    }
    command = [sys.executable, "-m", "makebelieve.main", "serve", "--port", "0"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert process.stdout is not None
    text = ""
    while not (key := re.search(r"sk_live_\w+", text)) or not (address := re.search(r"http://[^/\s]+", text)):
        line = process.stdout.readline()
        assert line, f"the server did not start: {text}"
        text += line
    return process, key[0], address[0]
