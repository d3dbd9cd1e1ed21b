from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from makebelieve.edge.cli.app import app
from makebelieve.edge.cli.installation import Finding, Stage
from makebelieve.engine import Engine, HostChoice, open_engine
from makebelieve.jobs.repository import Job, JobEvent, JobState
from makebelieve.kit.errors import Problem, invalid
from makebelieve.language.draft import GameDraft, KindGuess, Thing, Understood

GAVE_UP = {"status": 500, "code": "gave_up", "detail": "gave up [bold]after[/] 3 attempts", "reason": "died"}
JOBS = [
    Job(
        "job_2",
        "generate",
        "user:a",
        "user:a",
        "game_2",
        {"prompt": "a private fox"},
        None,
        "running",
        1,
        1,
        5.0,
        6.0,
        stage="prove",
        progress=0.1,
    ),
    Job("job_1", "generate", "user:b", "user:b", "game_1", {}, None, "failed", 3, 3, 0.0, 1.0, 2.0, error=GAVE_UP),
]


def draft_of(prompt: str) -> GameDraft:
    """A draft with something in every field that is shown."""
    return GameDraft(
        prompt=prompt,
        kind=Understood(value="platformer", source="inferred", confidence=0.9, note="[a note]"),
        kinds=[KindGuess(kind=kind, confidence=c) for kind, c in (("platformer", 0.9), ("metroidvania", 0.06), ("topdown", 0.04))],  # type: ignore[arg-type]
        title=Understood(value="Fox Über Clouds"),
        hero=Understood(value=Thing(noun="fox", phrase="tiny red fox"), source="stated", confidence=1.0),
        enemies=[Understood(value=Thing(noun="ghost", phrase="ghost", count=3, behavior="chase"), source="stated", confidence=1.0)],
        boss=Understood(value=Thing(noun="owl", phrase="giant owl"), source="stated", confidence=0.8),
        setting=Understood(value="sky", source="stated", confidence=1.0),
        place=Understood(value="clouds", source="stated", confidence=1.0),
        time_of_day=Understood(value="night"),
        mood=Understood(value="cozy"),
        difficulty=Understood(value="normal"),
        mechanics=[Understood(value="double-jump", source="stated", confidence=1.0)],
        excluded=["spikes"],
        goal=Understood(value="rescue the moon", source="stated", confidence=1.0),
        levels=Understood(value=3),
        lives=Understood(value=5, source="stated", confidence=1.0),
        time_limit=Understood(value=None),
        palette=Understood(value=["#101020", "#8090c0", "#f0f0ff"]),
        not_understood=["zorgly"],
    )


def answer_of(status: str) -> dict[str, Any]:
    proof = {"status": status, "certificate": {"levels": [{"scene": 0, "status": status}]}, "bot_success_rate": 0.7}
    return {
        "game_id": "game_0",
        "raku_config": {"schema_version": "1.0", "game": {"title": "Föx", "kind": "platformer", "proof": proof}},
        "genre": "platformer",
        "title": "Föx",
        "version": 1,
        "play_url": "/play/game_0",
        "proof": proof,
        "understood": {"kind": {"note": "racing is not built yet"}, "not_understood": ["zorgly"]},
        "alternatives": [],
        "metadata": {"seed": 0},
    }


@dataclass
class Bench:
    """An installation whose answers the test decides."""

    status: str = "proven"
    extra: list[Finding] = field(default_factory=list)
    calls: list[tuple[str, Any]] = field(default_factory=list)

    def understand(self, prompt: str) -> GameDraft:
        if not prompt.strip():
            raise invalid("prompt", "is empty")
        return draft_of(prompt)

    def generate(self, prompt: str, seed: int, *, allow_unproven: bool, on_stage: Stage) -> dict[str, Any]:
        self.calls.append(("generate", (prompt, seed, allow_unproven)))
        if not prompt.strip():
            raise invalid("prompt", "is empty")
        for stage in ("understand", "compose", "prove", "save"):
            on_stage(stage)
        if self.status != "proven" and not allow_unproven:
            raise Problem(422, "not_proven", "No bot could win level 1.")
        return answer_of(self.status)

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
        self.calls.append(("serve", (address, port, path, *((processes, workers) if processes or workers else ()))))
        on_ready(f"http://{address or 'localhost'}:{port or 8800}/login?next={path}")

    def work(self, kinds: tuple[str, ...] | None, concurrency: int | None) -> None:
        self.calls.append(("work", (kinds, concurrency)))

    def move_storage(self, to: str, blobs: str | None, endpoint: str | None, say: Callable[[str, int], None]) -> dict[str, int]:
        self.calls.append(("move", (to, blobs, endpoint)))
        if to == "nonsense":
            raise ValueError("not a database URL")
        return {"users": 3, "games": 0, "blobs": 7}

    def list_jobs(self, state: JobState | None, kind: str | None, owner: str | None, limit: int) -> list[Job]:
        self.calls.append(("list_jobs", (state, kind, owner, limit)))
        return [job for job in JOBS if state in (None, job.state)][:limit]

    def job(self, job_id: str) -> tuple[Job, list[JobEvent]]:
        found = next((job for job in JOBS if job.id == job_id), None)
        if found is None:
            raise Problem(404, "not_found", f"no such job: {job_id}")
        return found, [JobEvent(1, "prove", {"elapsed_ms": 3}, 0.0)]

    def cancel_job(self, job_id: str) -> Job:
        return replace(self.job(job_id)[0], state="cancelled")

    def retry_job(self, job_id: str) -> Job:
        if self.job(job_id)[0].state != "failed":
            raise Problem(409, "not_failed", "only failed and cancelled ones can be tried again")
        return replace(self.job(job_id)[0], state="queued")

    def open_engine(self, host: HostChoice) -> Engine:
        return open_engine(host)

    def findings(self) -> Iterator[Finding]:
        yield from self.extra


Run = Callable[..., Result]


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def run(bench: Bench) -> Run:
    def invoke(*arguments: str, text: str | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), obj=bench, input=text)

    return invoke
