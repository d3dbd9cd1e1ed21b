"""How the commands show things to a person. Results go to standard output, everything said on the way to standard error."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.status import Status
from rich.table import Table

from makebelieve.edge.cli.installation import Finding
from makebelieve.language.draft import GameDraft, Thing, Understood

STAGES: dict[str, str] = {
    "understand": "Understanding the sentence",
    "compose": "Composing levels and proving each",
    "prove": "Checking the certificate",
    "draw": "Drawing",
    "score": "Scoring the music",
    "save": "Keeping the game",
}
TICKS_PER_SECOND = 60


def output() -> Console:
    return Console(highlight=False, soft_wrap=True)


def messages() -> Console:
    return Console(stderr=True, highlight=False, soft_wrap=True)


def print_json(data: Mapping[str, Any]) -> None:
    """One object on one line, at once: the reader may be a pipe."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n")
    sys.stdout.flush()


@contextlib.contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Shows the stages of a generation as they begin: a spinner on a terminal, a line each elsewhere."""
    console = messages()
    began = time.perf_counter()
    current: list[str] = []

    def finish() -> None:
        if current and console.is_terminal:
            console.print(f"[green]✓[/] {current[-1]} [dim]{time.perf_counter() - began:.1f} s[/]")

    if quiet:
        yield lambda stage: None
        return
    spinner: Status | contextlib.nullcontext[None] = console.status("Starting") if console.is_terminal else contextlib.nullcontext()
    with spinner as status:

        def on_stage(stage: str) -> None:
            finish()
            current.append(STAGES.get(stage, stage))
            if status is None:
                console.print(f"{current[-1]} …")
            else:
                status.update(f"{current[-1]} …")

        yield on_stage
        finish()


def _how(field: Understood[Any]) -> str:
    sure = f" {field.confidence:.0%}" if field.source != "default" else ""
    return f"{field.source}{sure}" + (f"; {field.note}" if field.note else "")


def _thing(thing: Thing) -> str:
    count = f"{thing.count} × " if thing.count is not None and thing.count != 1 else ""
    return f"{count}{thing.phrase}" + (f" ({thing.behavior})" if thing.behavior else "")


def show_draft(draft: GameDraft) -> None:
    """A table of what was understood and how it is known."""
    table = Table(title=escape(draft.prompt), title_justify="left", box=None, pad_edge=False)
    table.add_column("field", style="dim")
    table.add_column("understood")
    table.add_column("how", style="dim")

    def row(name: str, value: str, how: str = "") -> None:
        table.add_row(name, escape(value), escape(how))

    row("kind", draft.kind.value, _how(draft.kind))
    row("or", ", ".join(f"{guess.kind} {guess.confidence:.0%}" for guess in draft.kinds[1:]))
    row("title", draft.title.value, _how(draft.title))
    if draft.hero.value is not None:
        row("hero", _thing(draft.hero.value), _how(draft.hero))
    for name, things in (("enemy", draft.enemies), ("collect", draft.collectibles), ("hazard", draft.hazards)):
        for field in things:
            row(name, _thing(field.value), _how(field))
    if draft.boss.value is not None:
        row("boss", _thing(draft.boss.value), _how(draft.boss))
    row("setting", draft.setting.value + (f" ({draft.place.value})" if draft.place.value else ""), _how(draft.setting))
    row("time of day", draft.time_of_day.value, _how(draft.time_of_day))
    row("mood", draft.mood.value, _how(draft.mood))
    row("difficulty", draft.difficulty.value, _how(draft.difficulty))
    for mechanic in draft.mechanics:
        row("mechanic", mechanic.value, _how(mechanic))
    if draft.goal.value:
        row("goal", draft.goal.value, _how(draft.goal))
    row("levels", str(draft.levels.value), _how(draft.levels))
    for name, number in (("lives", draft.lives), ("time limit", draft.time_limit)):
        if number.value is not None:
            row(name, str(number.value), _how(number))
    if draft.excluded:
        row("without", ", ".join(draft.excluded))
    if draft.not_understood:
        row("not understood", ", ".join(draft.not_understood))
    output().print(table)


def show_answer(answer: Mapping[str, Any]) -> None:
    """What came of a generation, in a few lines."""
    console = output()
    proof = answer["proof"]
    config = answer["raku_config"]
    console.print(f"[bold]{escape(str(answer['title']))}[/] [dim]({escape(str(config['game'].get('kind', answer['genre'])))})[/]")
    note = (answer.get("understood", {}).get("kind") or {}).get("note")
    if note:
        console.print(f"  [yellow]{escape(str(note))}[/]")
    if proof["status"] == "proven":
        count = len(proof["certificate"]["levels"])
        rate = proof.get("bot_success_rate")
        console.print(
            f"  [green]proven winnable[/]: a bot has won {'its level' if count == 1 else f'all {count} levels'}"
            + (f"; a player with human reactions wins about {rate:.0%}" if isinstance(rate, int | float) else "")
        )
    else:
        console.print("  [red]not proven[/]: no bot could win every level within the search budget")
    missed = answer.get("understood", {}).get("not_understood") or []
    if missed:
        console.print(f"  [dim]not understood: {escape(', '.join(str(word) for word in missed))}[/]")


def show_levels(config: Mapping[str, Any], rows: list[tuple[int, bool, str, int]]) -> None:
    """A line per level: (scene, ok, what to say, ticks)."""
    console = output()
    scenes = config.get("scenes", [])
    for scene, ok, text, ticks in rows:
        name = scenes[scene].get("name", "") if 0 <= scene < len(scenes) else ""
        mark = "[green]✓[/]" if ok else "[red]✗[/]"
        seconds = f" [dim]{ticks / TICKS_PER_SECOND:.1f} s of play[/]" if ticks else ""
        console.print(f"{mark} level {scene + 1} [bold]{escape(str(name))}[/]: {escape(text)}{seconds}")


def show_finding(finding: Finding) -> None:
    mark = "[green]✓[/]" if finding.ok else ("[red]✗[/]" if finding.required else "[yellow]–[/]")
    console = output()
    console.print(f"{mark} [bold]{escape(finding.check)}[/]: {escape(finding.detail)}")
    if not finding.ok and finding.mend:
        console.print(f"    {escape(finding.mend)}")
