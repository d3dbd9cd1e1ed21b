"""The commands. Each parses, asks the installation once, and shows the answer."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from rich.markup import escape

from makebelieve.edge.cli import books, display, doctor, jobs, users
from makebelieve.edge.cli.files import read_config, write_config
from makebelieve.edge.cli.installation import Installation
from makebelieve.edge.cli.refusing import FAILED, USAGE, refusals
from makebelieve.engine import Engine, HostChoice
from makebelieve.kit.errors import Problem, invalid

SEED_LIMIT = 1 << 31

app = typer.Typer(
    name="makebelieve",
    help="Say it, play it: a sentence becomes a game that is proven winnable.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    epilog="Exit status: 0 done, 1 not proven or failed, 2 bad input or usage.",
)
app.add_typer(jobs.app)
for group in (*books.APPS, *users.APPS):
    app.add_typer(group)

Prompt = Annotated[str, typer.Argument(help="The game in a sentence, 1-500 characters.", show_default=False)]
Seed = Annotated[int, typer.Option(help="Another seed, another game of the same sentence.", min=0, max=SEED_LIMIT - 1)]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output.")]
Port = Annotated[int | None, typer.Option(help="TCP port, 0 for a free one; else MAKEBELIEVE_PORT.", min=0, max=65535, show_default=False)]
Address = Annotated[str | None, typer.Option("--host", help="Address to listen on; else MAKEBELIEVE_HOST.", show_default=False)]
Unproven = Annotated[bool, typer.Option("--allow-unproven", help="Deliver the game even when no bot could win it.")]
RakuFile = Annotated[Path, typer.Argument(help='A .raku file; "-" reads standard input.', show_default=False)]
Host = Annotated[HostChoice, typer.Option("--engine", help="Runtime of the simulation core.")]


def _installation(context: typer.Context) -> Installation:
    return cast(Installation, context.obj)


@contextmanager
def _engine(context: typer.Context, host: HostChoice) -> Iterator[Engine]:
    engine = _installation(context).open_engine(host)
    try:
        yield engine
    finally:
        engine.close()


@app.command()
def play(
    context: typer.Context,
    prompt: Prompt,
    seed: Seed = 0,
    port: Port = None,
    host: Address = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the game in the browser.")] = True,
    allow_unproven: Unproven = False,
) -> None:
    """Make a game, start the server, and open the game in the browser."""
    installation = _installation(context)
    with refusals():
        with display.progress(quiet=False) as on_stage:
            answer = installation.generate(prompt, seed, allow_unproven=allow_unproven, on_stage=on_stage)
        display.show_answer(answer)
        _serve(installation, host, port, f"/play/{answer['game_id']}", _announcer("Play it at", open_browser))


@app.command()
def serve(
    context: typer.Context,
    port: Port = None,
    host: Address = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the home page in the browser.")] = False,
    workers: Annotated[
        int | None, typer.Option(help="Worker processes; 0 leaves the jobs to `makebelieve worker`.", min=0, max=256, show_default=False)
    ] = None,
    processes: Annotated[
        int | None, typer.Option(help="Processes that answer requests; more than one needs Redis.", min=1, max=256, show_default=False)
    ] = None,
) -> None:
    """Run the server: home page, games, REST interface."""
    with refusals():
        _serve(_installation(context), host, port, "/", _announcer("Makebelieve is at", open_browser), processes, workers)


def _serve(
    installation: Installation,
    host: str | None,
    port: int | None,
    path: str,
    on_ready: Callable[[str], None],
    processes: int | None = None,
    workers: int | None = None,
) -> None:
    # The server has shut down in good order by the time it passes Ctrl-C on; that is the usual way to end it, not a failure.
    with suppress(KeyboardInterrupt):
        installation.serve(host, port, path=path, on_ready=on_ready, processes=processes, workers=workers)


def _announcer(text: str, open_browser: bool) -> Callable[[str], None]:
    def announce(link: str) -> None:
        display.output().print(f"{text} {escape(link)}")
        sys.stdout.flush()
        display.messages().print("[dim]Ctrl-C stops the server.[/]")
        if open_browser:
            webbrowser.open(link)

    return announce


@app.command()
def generate(
    context: typer.Context,
    prompt: Prompt,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help='Write the game to this .raku file; "-" is standard output.', show_default=False)
    ] = None,
    seed: Seed = 0,
    allow_unproven: Unproven = False,
    as_json: Json = False,
) -> None:
    """Make a game of a sentence, prove it, and keep it."""
    if as_json and output is not None and str(output) == "-":
        raise typer.BadParameter("standard output holds either --json or the file, not both", param_hint="--output")
    with refusals():
        with display.progress(quiet=as_json) as on_stage:
            answer = _installation(context).generate(prompt, seed, allow_unproven=allow_unproven, on_stage=on_stage)
        if output is not None:
            write_config(output, answer["raku_config"])
        if as_json:
            display.print_json(answer)
        elif output is None or str(output) != "-":
            display.show_answer(answer)
            display.output().print(
                f"  saved as {escape(str(output))}" if output else f"  kept as {answer['game_id']}; `makebelieve serve` shows it"
            )
    if answer["proof"]["status"] != "proven":
        raise typer.Exit(FAILED)


@app.command()
def understand(
    context: typer.Context,
    prompts: Annotated[
        list[str] | None, typer.Argument(metavar="[PROMPT]...", help="Sentences; none: one a line on standard input.", show_default=False)
    ] = None,
    as_json: Json = False,
) -> None:
    """Show what is understood of a sentence: kind, hero, enemies, setting … each with source and confidence."""
    installation = _installation(context)
    failures = 0
    given: Any = prompts if prompts else (line.rstrip("\r\n") for line in sys.stdin)
    for prompt in given:
        if not prompts and not prompt.strip():
            continue
        try:
            draft = installation.understand(prompt)
        except Problem as problem:
            failures += 1
            if as_json:
                display.print_json({"prompt": prompt, "error": {"code": problem.code, "detail": problem.detail}})
            else:
                display.messages().print(f"[red]error:[/] {escape(problem.detail)}")
            continue
        if as_json:
            display.print_json(draft.model_dump(mode="json"))
        else:
            display.show_draft(draft)
    if failures:
        raise typer.Exit(USAGE)


@app.command()
def prove(
    context: typer.Context,
    file: RakuFile,
    write: Annotated[bool, typer.Option("--write", "-w", help="Put the new proof into the file.")] = False,
    host: Host = "auto",
    as_json: Json = False,
) -> None:
    """Search anew for a way to win every level of a game file."""
    with refusals(), _engine(context, host) as engine:
        config = read_config(file)
        proof = engine.call("prove", config=config)["proof"]
        if write:
            if str(file) == "-":
                raise invalid("--write", "needs a file, not standard input")
            write_config(file, {**config, "game": {**config["game"], "proof": proof}})
    if as_json:
        display.print_json(proof)
    else:
        wins = {level["scene"]: level["bot"] for level in proof["levels"]}
        rows = []
        for level in proof["certificate"]["levels"]:
            proven = level["status"] == "proven"
            bot = wins.get(level["scene"], {"runs": 0, "wins": 0})
            text = (
                f"proven; a bot with human reactions wins {bot['wins']} of {bot['runs']}"
                if proven
                else "not proven within the search budget"
            )
            rows.append((level["scene"], proven, text, level["ticks"]))
        display.show_levels(config, rows)
    if proof["status"] != "proven":
        raise typer.Exit(FAILED)


@app.command()
def replay(context: typer.Context, file: RakuFile, host: Host = "auto", as_json: Json = False) -> None:
    """Check the certificate in a game file by playing it: same inputs, same end, every level won."""
    with refusals(), _engine(context, host) as engine:
        config = read_config(file)
        verification = engine.call("verify", config=config)
    if as_json:
        display.print_json(verification)
    elif not verification["levels"]:
        display.output().print("[red]✗[/] the file holds no certificate")
    else:
        rows = [
            (level["scene"], level["ok"], "won as certified" if level["ok"] else level["reason"], level["ticks"])
            for level in verification["levels"]
        ]
        display.show_levels(config, rows)
        if not verification["same_core"]:
            display.messages().print("[dim]made by another version of the core; the replay decides[/]")
    if not verification["ok"]:
        raise typer.Exit(FAILED)


@app.command()
def worker(
    context: typer.Context,
    kinds: Annotated[
        str | None, typer.Option(help="Kinds of job to take, separated by commas; all by default.", metavar="KIND,…", show_default=False)
    ] = None,
    concurrency: Annotated[
        int | None,
        typer.Option(help="Jobs at once, each in a process of its own; else MAKEBELIEVE_WORKERS.", min=1, max=256, show_default=False),
    ] = None,
) -> None:
    """Take jobs from the shared database until stopped; on this machine or any other."""
    with refusals():
        wanted = tuple(dict.fromkeys(part.strip() for part in kinds.split(",") if part.strip())) if kinds is not None else None
        if wanted == ():
            raise invalid("--kinds", "names no kind")
        _installation(context).work(wanted, concurrency)


@app.command(name="migrate-storage")
def migrate_storage(
    context: typer.Context,
    to: Annotated[
        str, typer.Option(help="The empty database: postgresql://… or sqlite:///FILE.", envvar="MAKEBELIEVE_MIGRATE_TO", show_default=False)
    ],
    blobs: Annotated[
        str | None, typer.Option(help="The empty blob store: a folder or s3://BUCKET/PREFIX; without it blobs stay.", show_default=False)
    ] = None,
    blobs_endpoint: Annotated[
        str | None, typer.Option(help="Address of the S3 server when it is not Amazon's.", show_default=False)
    ] = None,
    as_json: Json = False,
) -> None:
    """Copy the whole install, stopped, to another database and blob store; check every row and blob."""
    with refusals():
        try:
            moved = _installation(context).move_storage(to, blobs, blobs_endpoint, lambda _what, _count: None)
        except ValueError as error:
            raise invalid("--to", str(error)) from error
    if as_json:
        display.print_json(moved)
        return
    for what, count in moved.items():
        if count:
            display.output().print(f"  {what}: {count}")
    display.output().print(
        "everything was copied and compared; now set MAKEBELIEVE_DATABASE_URL" + (" and MAKEBELIEVE_BLOBS" if blobs else "")
    )


@app.command(name="doctor")
def doctor_command(context: typer.Context, as_json: Json = False) -> None:
    """Check the installation and say how to mend what is broken."""
    broken = 0
    for finding in doctor.examine(_installation(context)):
        broken += finding.required and not finding.ok
        if as_json:
            display.print_json(asdict(finding))
        else:
            display.show_finding(finding)
    if broken:
        raise typer.Exit(FAILED)


@app.command()
def version() -> None:
    """Print the version."""
    display.output().print(f"makebelieve {installed_version('makebelieve')}")
