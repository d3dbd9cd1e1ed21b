"""What the commands need of the installation they run in. `main` provides it; nothing is opened before a command asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from makebelieve.access.operating import Accounts
from makebelieve.engine import Engine, HostChoice
from makebelieve.jobs.repository import Job, JobEvent, JobState
from makebelieve.language.draft import GameDraft
from makebelieve.metering.operating import Books

Stage = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing `doctor` looked at. `mend`: what to do when it is not ok. An optional thing may be absent without harm."""

    check: str
    ok: bool
    detail: str
    mend: str = ""
    required: bool = True


class Installation(Protocol):
    """One place where Makebelieve keeps its games, with the makers that work for it."""

    def understand(self, prompt: str) -> GameDraft:
        """Raises a 422 Problem for a prompt that is empty or too long."""
        ...

    def generate(self, prompt: str, seed: int, *, allow_unproven: bool, on_stage: Stage) -> dict[str, Any]:
        """Make a game and keep it. Returns the fields of the REST answer to `POST /api/v1/generate`.

        `on_stage` hears of each stage as it begins. Raises Problem: 422 `invalid` for bad input, 422 `not_proven`.
        """
        ...

    def serve(
        self,
        address: str | None,
        port: int | None,
        *,
        path: str,
        on_ready: Callable[[str], None],
        processes: int | None,
        workers: int | None,
    ) -> None:
        """Run the server until stopped; None takes the setting. `on_ready` gets a link that logs the owner in once and leads to `path`."""
        ...

    def work(self, kinds: tuple[str, ...] | None, concurrency: int | None) -> None:
        """Take jobs from the shared queue until stopped, of `kinds` only if given; None takes the setting."""
        ...

    def move_storage(self, to: str, blobs: str | None, endpoint: str | None, say: Callable[[str, int], None]) -> dict[str, int]:
        """Copy everything to another database and, if given, blob store; rows per table, and `blobs`. Raises Problem, ValueError."""
        ...

    def list_jobs(self, state: JobState | None, kind: str | None, owner: str | None, limit: int) -> list[Job]:
        """Newest first, over all owners."""
        ...

    def job(self, job_id: str) -> tuple[Job, list[JobEvent]]:
        """One job and the steps of its progress. Raises a 404 Problem."""
        ...

    def cancel_job(self, job_id: str) -> Job:
        """End it and refund its owner. Raises 404, 409 when it has ended."""
        ...

    def retry_job(self, job_id: str) -> Job:
        """Queue a failed or cancelled one again, free of charge. Raises 404, 409 when it is neither."""
        ...

    @property
    def accounts(self) -> Accounts:
        """What an operator does with accounts, and with the keys that sign tokens."""
        ...

    @property
    def books(self) -> Books:
        """What an operator does with credits, tiers and caps."""
        ...

    def open_engine(self, host: HostChoice) -> Engine:
        """Raises EngineUnavailable."""
        ...

    def findings(self) -> Iterable[Finding]:
        """What the installation itself can check: its settings, its database, its blobs."""
        ...
