"""Where the simulation core's one JavaScript file is found."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from makebelieve.engine.protocol import EngineUnavailable


def bundle_path(given: str | Path | None = None) -> Path:
    """The bundle's file: `given`, or the one that travels with the package.

    Raises EngineUnavailable when it is not there.
    """
    if given is not None:
        path = Path(given)
        if not path.is_file():
            raise EngineUnavailable(f"no engine bundle at {path}")
        return path
    path = Path(str(resources.files("makebelieve"))) / "_web" / "engine.js"
    if not path.is_file():
        raise EngineUnavailable(
            f"the engine bundle is not built ({path} is missing); run `make setup` in a checkout, or install a released wheel"
        )
    return path
