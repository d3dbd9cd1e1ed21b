"""How the commands end when something is refused or broken: a message on standard error and an exit status."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.markup import escape

from makebelieve.edge.cli import display
from makebelieve.engine import EngineDied, EngineError, EngineTimeout, EngineUnavailable
from makebelieve.kit.errors import Problem, Unavailable

FAILED = 1
"""Exit status: it was tried and did not come out well (not proven, a check failed, the engine broke)."""
USAGE = 2
"""Exit status: bad input, a file that cannot be used, a wrong option."""


def leave(message: str, status: int) -> NoReturn:
    display.messages().print(f"[red]error:[/] {escape(message)}")
    raise typer.Exit(status)


@contextmanager
def refusals() -> Iterator[None]:
    """Turns what the layers below raise into a message and an exit status."""
    try:
        yield
    except Problem as problem:
        leave(problem.detail, USAGE if problem.code == "invalid" else FAILED)
    except Unavailable as error:
        leave(str(error), FAILED)
    except OSError as error:
        if error.filename is None:
            raise
        leave(f"{error.filename}: {error.strerror}", FAILED)
    except EngineError as error:
        leave(f"{error.path}: {error}" if error.path else str(error), USAGE if error.code == "bad_config" else FAILED)
    except (EngineUnavailable, EngineDied, EngineTimeout) as error:
        leave(str(error), FAILED)
