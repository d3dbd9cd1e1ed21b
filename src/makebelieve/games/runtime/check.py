"""The twelve order and validity checks of the runtime format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from makebelieve.games.runtime import vocabulary as v

RULES: Final[dict[int, str]] = {
    1: "the file is valid JSON and an object",
    2: f"`raku_format` equals {v.RAKU_FORMAT}",
    3: "all ten required metadata fields are present",
    4: "`ai_disclosure` has its four fields and `systems` is an array of strings",
    5: "assets have an id and the key `source` with a known scheme",
    6: "`raku_init` comes first in `initialization`",
    7: "`raku_shutdown` comes last in `shutdown`",
    8: "every $NAME is stored before it is used, built-ins apart",
    9: "every asset id used in parameters is declared",
    10: "`ai_pipeline` is an array of calls",
    11: "`game_loop` has exactly its four phases, each an array of calls, and `setup` is one too",
    12: "collision layers are integers",
}
_FUNCTION: Final = re.compile(r"^raku_[a-z0-9_]+$")
_NAME: Final = re.compile(r"\$[A-Z][A-Z0-9_]*")


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule (1-12), where, and what is wrong."""

    rule: int
    path: str
    message: str


def check(runtime: str | bytes | dict[str, Any]) -> list[Violation]:
    """Every violation of the twelve rules, in rule order; empty when the file is in order. Text is parsed first (rule 1)."""
    if isinstance(runtime, str | bytes):
        try:
            parsed = json.loads(runtime)
        except ValueError as error:
            return [Violation(1, "$", f"not valid JSON: {error}")]
    else:
        parsed = runtime
    if not isinstance(parsed, dict):
        return [Violation(1, "$", "the root must be an object")]
    found: list[Violation] = []
    for rule in (_format, _metadata, _disclosure, _assets, _order, _names, _declared, _arrays, _layers):
        found.extend(rule(parsed))
    return sorted(found, key=lambda violation: violation.rule)


def _format(data: dict[str, Any]) -> Iterator[Violation]:
    if data.get("raku_format") != v.RAKU_FORMAT:
        yield Violation(2, "raku_format", f"is {data.get('raku_format')!r}, must be '{v.RAKU_FORMAT}'")


def _metadata(data: dict[str, Any]) -> Iterator[Violation]:
    metadata = data.get("metadata")
    if not isinstance(metadata, dict):
        yield Violation(3, "metadata", "must be an object")
        return
    for name in v.METADATA_FIELDS:
        if name not in metadata:
            yield Violation(3, f"metadata.{name}", "is missing")


def _disclosure(data: dict[str, Any]) -> Iterator[Violation]:
    metadata = data.get("metadata")
    disclosure = metadata.get("ai_disclosure") if isinstance(metadata, dict) else None
    if not isinstance(disclosure, dict):
        yield Violation(4, "metadata.ai_disclosure", "must be an object")
        return
    for name in v.DISCLOSURE_FIELDS:
        if name not in disclosure:
            yield Violation(4, f"metadata.ai_disclosure.{name}", "is missing")
    systems = disclosure.get("systems", [])
    if not isinstance(systems, list) or not all(isinstance(system, str) for system in systems):
        yield Violation(4, "metadata.ai_disclosure.systems", "must be an array of strings")


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    assets = data.get("assets")
    for group, entries in assets.items() if isinstance(assets, dict) else ():
        for i, entry in enumerate(entries if isinstance(entries, list) else []):
            yield f"assets.{group}[{i}]", entry


def _assets(data: dict[str, Any]) -> Iterator[Violation]:
    if not isinstance(data.get("assets"), dict):
        yield Violation(5, "assets", "must be an object")
    for path, entry in _entries(data):
        source = entry.get("source") if isinstance(entry, dict) else None
        if not isinstance(entry, dict) or "id" not in entry:
            yield Violation(5, path, "has no id")
        if not isinstance(source, str) or not source.startswith(v.ASSET_SCHEMES):
            yield Violation(5, f"{path}.source", f"must start with one of {', '.join(v.ASSET_SCHEMES)}")


def _order(data: dict[str, Any]) -> Iterator[Violation]:
    for rule, key, index, wanted in ((6, "initialization", 0, "raku_init"), (7, "shutdown", -1, "raku_shutdown")):
        calls = data.get(key)
        if not isinstance(calls, list) or not calls or not isinstance(calls[index], dict) or calls[index].get("function") != wanted:
            yield Violation(rule, key, f"'{wanted}' must come {'first' if index == 0 else 'last'}")
        if isinstance(calls, list):
            yield from _misshapen(rule, key, calls)
            for i, call in enumerate(calls):
                if isinstance(call, dict) and call.get("function") == wanted and i != index % len(calls):
                    yield Violation(rule, f"{key}[{i}]", f"'{wanted}' may come only {'first' if index == 0 else 'last'}")


def _calls(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every call in the order of running: the loop runs after the pipeline has been set up."""
    loop = data.get("game_loop")
    phases = [(f"game_loop.{p}", loop.get(p)) for p in v.PHASES] if isinstance(loop, dict) else []
    parts = [(key, data.get(key)) for key in ("initialization", "setup", "ai_pipeline")]
    for key, calls in [*parts, *phases, ("shutdown", data.get("shutdown"))]:
        for i, call in enumerate(calls if isinstance(calls, list) else []):
            if isinstance(call, dict):
                yield f"{key}[{i}]", call


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)


def _names(data: dict[str, Any]) -> Iterator[Violation]:
    stored = set(v.BUILT_IN)
    for path, call in _calls(data):
        used = [text for text in _strings(call.get("params", {})) if text.startswith("$")]
        used += _NAME.findall(str(call.get("condition", "")))
        for name in used:
            if name not in stored:
                yield Violation(8, path, f"{name} is used before it is stored")
        if isinstance(call.get("store_as"), str):
            stored.add(call["store_as"])


def _declared(data: dict[str, Any]) -> Iterator[Violation]:
    ids = {entry["id"] for _, entry in _entries(data) if isinstance(entry, dict) and "id" in entry}
    for path, call in _calls(data):
        params = call.get("params")
        for name in v.ASSET_PARAMETERS if isinstance(params, dict) else ():
            value = params.get(name) if isinstance(params, dict) else None
            if value is not None and value not in ids and not str(value).startswith("$"):
                yield Violation(9, f"{path}.params.{name}", f"no asset has the id {value!r}")


def _misshapen(rule: int, key: str, calls: list[Any]) -> Iterator[Violation]:
    for i, call in enumerate(calls):
        if not isinstance(call, dict) or not _FUNCTION.match(str(call.get("function", ""))) or not isinstance(call.get("params"), dict):
            yield Violation(rule, f"{key}[{i}]", "is no call: it needs a `function` named raku_… and an object `params`")


def _arrays(data: dict[str, Any]) -> Iterator[Violation]:
    pipeline = data.get("ai_pipeline", [])
    if isinstance(pipeline, list):
        yield from _misshapen(10, "ai_pipeline", pipeline)
    else:
        yield Violation(10, "ai_pipeline", "must be an array")
    loop = data.get("game_loop")
    if not isinstance(loop, dict) or set(loop) != set(v.PHASES):
        yield Violation(11, "game_loop", f"must have exactly the phases {', '.join(v.PHASES)}")
    parts = [("setup", data.get("setup"))]
    parts += [(f"game_loop.{phase}", loop[phase]) for phase in v.PHASES if phase in loop] if isinstance(loop, dict) else []
    for key, calls in parts:
        if isinstance(calls, list):
            yield from _misshapen(11, key, calls)
        else:
            yield Violation(11, key, "must be an array")


def _layers(data: dict[str, Any]) -> Iterator[Violation]:
    for path, call in _calls(data):
        params = call.get("params")
        for name in v.LAYER_PARAMETERS if isinstance(params, dict) else ():
            value = params.get(name) if isinstance(params, dict) else None
            if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
                yield Violation(12, f"{path}.params.{name}", f"{value!r} is no integer")
