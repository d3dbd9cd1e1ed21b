"""The seam between the keepers' rules and the database: a rule is a function of one unit of work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
Unit = TypeVar("Unit", covariant=True)


class Ledger(Protocol[Unit]):
    """Runs functions inside transactions. A request or a job is one `write`; it happens wholly or not at all."""

    def read(self, work: Callable[[Unit], T], /, *, single: bool = False) -> T:
        """Run `work` on a consistent snapshot; it must not write.

        `single`: it runs one statement, or several of which each may see a later moment than the one before.
        """
        ...

    def write(self, work: Callable[[Unit], T], /, *, isolated: bool = True, durable: bool = True, single: bool = False) -> T:
        """Run `work` and commit; any exception rolls everything back and is raised again.

        Where others write at the same time, `work` is as if it ran alone, and may be run more than once for that: it changes nothing
        but the unit. `isolated=False` spares this where each of its statements checks and changes in one. `durable=False`: does not
        wait for the disk; a machine that loses its power may lose it, a process that is killed does not. `single`: `work` runs one
        statement, or several of which each is right by itself; what of them was done stays done when it raises.
        """
        ...
