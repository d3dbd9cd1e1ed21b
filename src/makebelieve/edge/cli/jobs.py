"""`makebelieve jobs`: what an operator sees and does of the queue, over all owners."""

from __future__ import annotations

from typing import Annotated, Any, cast, get_args

import typer
from rich.markup import escape
from rich.table import Table

from makebelieve.edge.cli import display
from makebelieve.edge.cli.installation import Installation
from makebelieve.edge.cli.refusing import refusals
from makebelieve.jobs.repository import Job, JobEvent, JobState
from makebelieve.kit.clock import iso

app = typer.Typer(name="jobs", help="The queue: look at jobs, end them, try failed ones again.", no_args_is_help=True, add_completion=False)

JobId = Annotated[str, typer.Argument(help="A job's id, job_…", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output.")]
States = typer.Option(help=f"Only those: {', '.join(get_args(JobState))}.", show_default=False)


def job_fields(job: Job) -> dict[str, Any]:
    """A job as JSON. What it was given (`payload`) and what came of it stay in the database: they are its owner's."""
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "owner": job.owner,
        "target": job.target,
        "stage": job.stage,
        "progress": job.progress,
        "priority": job.priority,
        "attempts": job.attempts,
        "created_at": iso(job.created_at),
        "started_at": iso(job.started_at) if job.started_at is not None else None,
        "finished_at": iso(job.finished_at) if job.finished_at is not None else None,
        "error": job.error,
    }


def _show(job: Job, events: list[JobEvent] | None, as_json: bool) -> None:
    fields = job_fields(job)
    if as_json:
        told = [{"seq": event.seq, "name": event.name, "data": event.data, "at": iso(event.at)} for event in events or ()]
        display.print_json(fields if events is None else {**fields, "events": told})
        return
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in fields.items():
        if name == "error":
            value = value and f"{value['code']}: {value['detail']}"
        table.add_row(f"[dim]{name}[/]", escape(str(value if value is not None else "–")))
    for event in events or ():
        table.add_row("[dim]event[/]", escape(f"{iso(event.at)} {event.name} {event.data}"))
    display.output().print(table)


def _installation(context: typer.Context) -> Installation:
    return cast(Installation, context.obj)


@app.command(name="list")
def list_(
    context: typer.Context,
    state: Annotated[JobState | None, States] = None,
    kind: Annotated[str | None, typer.Option(help="Only those, e.g. generate.", show_default=False)] = None,
    owner: Annotated[str | None, typer.Option(help="Only that owner's.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(help="At most so many.", min=1, max=10_000)] = 50,
    as_json: Json = False,
) -> None:
    """The newest jobs first. `--state failed` is the dead letters."""
    with refusals():
        jobs = _installation(context).list_jobs(state, kind, owner, limit)
    if as_json:
        for job in jobs:
            display.print_json(job_fields(job))
        return
    rows = [("id", "kind", "state", "done", "tries", "created", "owner", "why")]
    for job in jobs:
        why = str(job.error["detail"]) if job.error else job.stage or ""
        rows.append((job.id, job.kind, job.state, f"{job.progress:.0%}", str(job.attempts), iso(job.created_at), job.owner, why))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    for row in rows if jobs else ():
        display.output().print(escape("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])))
    if not jobs:
        display.output().print("no such jobs")


@app.command()
def show(context: typer.Context, job: JobId, as_json: Json = False) -> None:
    """One job with the steps of its progress, and why it failed."""
    with refusals():
        found, events = _installation(context).job(job)
    _show(found, events, as_json)


@app.command()
def cancel(context: typer.Context, job: JobId, as_json: Json = False) -> None:
    """End a job that waits or runs; its owner is charged nothing."""
    with refusals():
        ended = _installation(context).cancel_job(job)
    _show(ended, None, as_json)


@app.command()
def retry(context: typer.Context, job: JobId, as_json: Json = False) -> None:
    """Queue a failed or cancelled job again; its owner was refunded, and is charged nothing this time."""
    with refusals():
        again = _installation(context).retry_job(job)
    _show(again, None, as_json)
