"""A picture of a world's graph: places in columns by their distance from the entrance, the shortest way to win marked.

The layout is the layered one of Sugiyama, Tagawa and Toda (1981): ways that pass a column get a place of their own in it, so no way runs
through a box, and columns are sorted by the mean place of what they are linked to. Boxes never touch, so no words overlap.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import Any, Final

from makebelieve.worlds.graph import Graph, compile_graph
from makebelieve.worlds.spelling import place_name
from makebelieve.worlds.walk import ways

WIDTH: Final = 196
"""Of a box, in px; its first line is cut to fit."""
HEIGHT: Final = 46
_COLUMN: Final = 286
_ROW: Final = 70
_MARGIN: Final = 28
_LINE: Final = 22
_SWEEPS: Final = 8
_FILL: Final = {"win": "#dff3e3", "lose": "#f8dfdd", "": "#eef2f7"}
_ENDINGS: Final = {"win": "a good ending", "lose": "a bad ending"}
_EDGE: Final = {"win": "#2f8f4e", "lose": "#b5473c", "": "#5b6b80"}
_STYLE: Final = (
    "text{font:13px system-ui,sans-serif;fill:#1c2733}.small{font-size:11px;fill:#4a5868}"
    ".way{fill:none;stroke:#9aa7b5;stroke-width:1.3}.win{stroke:#2f8f4e;stroke-width:3.2}"
)
Slot = int | tuple[int, int, int]
"""A state by its number, or the place in a column that the way between two states passes: (from, to, column)."""


def picture(world: dict[str, Any]) -> str:
    """An SVG of the graph of a world that keeps the schema; its size in px stands in it.

    Boxes are states (green ends in a win, red in a loss, thick is the entrance); lines are transitions, with their events as tooltips.
    The shortest way to win is thick and green, and its events are listed below. States that nothing leads to stand in the last column.
    """
    graph = compile_graph(world)
    if graph is None:
        return _svg(2 * _MARGIN + _COLUMN, 2 * _MARGIN + _LINE, [_text(_MARGIN, _MARGIN + 14, "There is no state to start in.")])
    links: dict[tuple[int, int], list[str]] = {}
    for move in graph.moves():
        if move.source != move.target:
            links.setdefault((move.source, move.target), []).append(move.name)
    column = _columns(graph, links)
    places = _places(column, links)
    way = min(ways(graph, graph.wins).values(), key=len, default=())
    steps = _steps(graph, way)
    parts = [_link(one, names, column, places, one in steps) for one, names in sorted(links.items(), key=lambda link: link[0] in steps)]
    parts += [_box(world, graph, state, places[state]) for state in range(len(graph.states))]
    bottom = max(y for _, y in places.values()) + HEIGHT + _LINE
    labels = {event["name"]: event.get("label") or event["name"] for event in world["scene"]["events"]}
    told = [f"{at}. {labels[name]}" for at, name in enumerate(way, 1)] or ["starts in a win" if graph.wins >> graph.start & 1 else "none"]
    parts += [
        _text(_MARGIN, bottom + at * _LINE, line) for at, line in enumerate([f"{world.get('name', '')}: the shortest way to win", *told])
    ]
    widest = max(len(world.get("name", "")) + 26, *map(len, told)) * 9
    width = max(max(column) * _COLUMN + WIDTH + 60, widest) + 2 * _MARGIN
    return _svg(width, bottom + (len(told) + 1) * _LINE, parts)


def _columns(graph: Graph, links: dict[tuple[int, int], list[str]]) -> list[int]:
    column, layer = {graph.start: 0}, [graph.start]
    while layer:
        following = [there for here in layer for source, there in links if source == here and there not in column]
        for state in layer[:]:
            column.update({there: column[state] + 1 for source, there in links if source == state and there not in column})
        layer = list(dict.fromkeys(following))
    last = max(column.values()) + 1
    return [column.get(state, last) for state in range(len(graph.states))]


def _chain(here: int, there: int, column: list[int]) -> list[Slot]:
    """What a way passes, column by column, from one state to another further right."""
    return [here, *((here, there, at) for at in range(column[here] + 1, column[there])), there]


def _places(column: list[int], links: dict[tuple[int, int], list[str]]) -> dict[Slot, tuple[int, int]]:
    """The top left corner of each box, in px."""
    rows: list[list[Slot]] = [[] for _ in range(max(column) + 1)]
    for state, at in enumerate(column):
        rows[at].append(state)
    beside: dict[Slot, list[Slot]] = {}
    for here, there in sorted({(min(a, b, key=column.__getitem__), max(a, b, key=column.__getitem__)) for a, b in links}):
        if column[here] == column[there]:
            continue
        chain = _chain(here, there, column)
        for slot in chain[1:-1]:
            rows[column[here] + chain.index(slot)].append(slot)
        for one, other in pairwise(chain):
            beside.setdefault(one, []).append(other)
            beside.setdefault(other, []).append(one)
    height = {slot: float(at) for row in rows for at, slot in enumerate(row)}
    for _ in range(_SWEEPS):
        for row in rows:
            mean = {slot: sum(height[one] for one in beside.get(slot, [slot])) / len(beside.get(slot, [slot])) for slot in row}
            row.sort(key=mean.__getitem__)
            top = sum(mean.values()) / len(row) - (len(row) - 1) / 2 if row else 0
            height.update({slot: top + at for at, slot in enumerate(row)})
    top = min(height.values())
    return {slot: (_MARGIN + at * _COLUMN, _MARGIN + round((height[slot] - top) * _ROW)) for at, row in enumerate(rows) for slot in row}


def _steps(graph: Graph, way: tuple[str, ...]) -> set[tuple[int, int]]:
    steps, state = set(), graph.start
    for name in way:
        target = next(move.target for move in graph.leaving[state] if move.name == name)
        steps.add((state, target))
        state = target
    return steps


def _link(ends: tuple[int, int], names: list[str], column: list[int], places: dict[Slot, tuple[int, int]], won: bool) -> str:
    here, there = ends
    if column[here] == column[there]:
        x, first = places[here]
        last = places[there][1]
        out = x + WIDTH + 44
        path = f"M{x + WIDTH} {first + 30}C{out} {first + 30} {out} {last + 16} {x + WIDTH} {last + 16}"
    else:
        right = column[here] < column[there]
        chain = _chain(here, there, column) if right else _chain(there, here, column)[::-1]
        shift = 16 if right else 30
        x, y = places[here][0] + (WIDTH if right else 0), places[here][1] + shift
        path = f"M{x} {y}"
        for slot in chain[1:]:
            left, top = places[slot]
            x2, y2 = left + (0 if right else WIDTH), top + shift
            bend = (x2 - x) // 2
            path += f"C{x + bend} {y} {x2 - bend} {y2} {x2} {y2}"
            x, y = x2, y2
            if slot != there:
                x += WIDTH if right else -WIDTH
                path += f"H{x}"
    kind, head = ("way win", "headwin") if won else ("way", "head")
    return f'<path class="{kind}" d="{path}" marker-end="url(#{head})"><title>{escape(", ".join(names))}</title></path>'


def _box(world: dict[str, Any], graph: Graph, state: int, place: tuple[int, int]) -> str:
    name, (x, y) = graph.states[state], place
    ending = world["scene"]["states"][name].get("ending")
    kind = ending["kind"] if ending else ""
    doings = sum(move.source == move.target for move in graph.leaving[state])
    title = ending["title"] if ending else place_name(world, name)
    below = _ENDINGS[kind] if ending else f"{doings} to do here" if doings else ""
    thick = 3 if state == graph.start else 1.4
    return (
        f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="8" fill="{_FILL[kind]}" '
        f'stroke="{_EDGE[kind]}" stroke-width="{thick}"/>'
        + _text(x + 10, y + (20 if below else 28), _cut(title, 25))
        + (_text(x + 10, y + 37, below, "small") if below else "")
    )


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1]}…"


def _text(x: int, y: int, text: str, kind: str = "") -> str:
    return f'<text x="{x}" y="{y}"{f" class={kind!r}" if kind else ""}>{escape(text)}</text>'


def _svg(width: int, height: int, parts: list[str]) -> str:
    heads = "".join(
        f'<marker id="{name}" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" '
        f'markerWidth="11" markerHeight="11" orient="auto">'
        f'<path d="M0 0L8 4L0 8Z" fill="{fill}"/></marker>'
        for name, fill in (("head", "#9aa7b5"), ("headwin", "#2f8f4e"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">'
        f'<style>{_STYLE}</style><defs>{heads}</defs><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>'
    )
