"""From a message to a changed, proven game with a receipt; or to the old game and the reason why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from makebelieve.engine.protocol import Engine, EngineError
from makebelieve.games.edits.apply_story import apply
from makebelieve.games.edits.frequency import thin
from makebelieve.games.edits.operations import History, Missed
from makebelieve.games.edits.plan import Plan, level_of, levels_of
from makebelieve.games.edits.reader import read
from makebelieve.games.edits.targets import AUTHORED
from makebelieve.games.game import Config, Game
from makebelieve.games.generation import Stage, compose_proven, finished, unproven, verify_proof
from makebelieve.games.hosting import kinds_of, shared_engine
from makebelieve.games.importing import load
from makebelieve.games.standard import validate
from makebelieve.kit.errors import Problem, invalid

MESSAGE_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an edit did. `checks`: {claim, ok, detail}; `not_understood`: {words, reason}."""

    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    not_understood: list[dict[str, str]] = field(default_factory=list)
    checks: list[dict[str, Any]] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Iteration:
    """`game` is the changed game if `applied`, else the one that was given. `refusal` says why nothing was done.

    `history` asks for another version (undo, redo, version N) when the game carries none of its own: the keeper of versions restores it.
    """

    game: Game
    receipt: Receipt
    applied: bool
    refusal: str | None = None
    history: History | None = None


def iterate(
    game: Game | Config,
    message: str,
    *,
    engine: Engine | None = None,
    allow_unproven: bool = False,
    on_stage: Stage | None = None,
) -> Iteration:
    """Change a game by a message in plain words (1-1000 characters).

    Equal (game, message) give equal bytes. Nothing is half-applied: if a level of the changed game cannot be proven winnable, the old game
    stands and `refusal` says so (unless `allow_unproven`). Raises a 422 Problem for an empty or overlong message or an unusable config.
    """
    tell = on_stage or (lambda _stage: None)
    if not isinstance(message, str) or not message.strip():
        raise invalid("message", "say what to change; 1-1000 characters")
    if len(message) > MESSAGE_LIMIT:
        raise invalid("message", f"at most {MESSAGE_LIMIT} characters; this one has {len(message)}")
    host = engine or shared_engine()
    given = game if isinstance(game, Game) else Game(config=game)
    tell("understand")
    info = kinds_of(host)
    given = replace(given, config=load(given.config, info.kinds))
    reading = read(message, given.config)
    moves = [op for op in reading.operations if isinstance(op, History)]
    if moves:
        return _history(given, moves[0], reading.missed)
    plan = Plan.of(given.config, info.kinds)
    for operation in reading.operations:
        apply(plan, operation)
    missed = [*reading.missed, *plan.missed]
    if not plan.changed or plan.config == plan.before:
        return _refused(given, missed, plan.kept)
    tell("compose")
    try:
        made = _composed(host, plan, allow_unproven=allow_unproven)
    except Problem as problem:
        if problem.code != "not_proven":
            raise
        reason = f"The change was not made, because {problem.detail[0].lower()}{problem.detail[1:]}"
        wished = [{"words": text, "reason": "could not be proven winnable"} for text in plan.changed]
        return Iteration(given, Receipt(not_understood=[*_plain(missed), *wished]), applied=False, refusal=reason)
    except EngineError as error:
        raise Problem(422, "bad_config", f"{error.path or 'current_config'}: {error}") from error
    tell("prove")
    verify_proof(host, made)
    validate(made)
    claims = _claimed(plan, made)
    if claims and not any(c["ok"] for c in claims):
        # The kind's own rules undid the wish: a shooter that always ends with a boss, say.
        failed = "; ".join(f"{c['claim']} ({c['detail']})" for c in claims)
        missed += [Missed(text, f"{made['game']['kind']} games do not work that way") for text in plan.changed]
        text = f"Nothing was changed: composed anew, this did not come true: {failed}."
        return Iteration(given, Receipt(kept=plan.kept, not_understood=_plain(missed), checks=claims), applied=False, refusal=text)
    checks = claims + _checks(host, plan, made)
    receipt = Receipt(plan.changed + _relaid(plan, made), plan.kept + _unchanged(given.config, made), _plain(missed), checks)
    metadata = {**given.metadata, "kind": made["game"]["kind"], "engine_version": info.version, "core_hash": info.core_hash}
    changed = replace(given, config=made, metadata=metadata, past=(*given.past, given.config), future=())
    return Iteration(changed, receipt, applied=True)


def _plain(missed: list[Missed] | tuple[Missed, ...]) -> list[dict[str, str]]:
    return [{"words": m.words, "reason": m.reason} for m in missed]


def _refused(game: Game, missed: list[Missed], kept: list[str]) -> Iteration:
    reasons = list(dict.fromkeys(m.reason for m in missed))
    if reasons:
        text = "Nothing was changed: " + "; ".join(reasons) + "."
    elif kept:
        text = "Nothing had to be changed: " + "; ".join(kept) + "."
    else:
        text = "Nothing was changed."
    return Iteration(game, Receipt(kept=kept, not_understood=_plain(missed)), applied=False, refusal=text)


def _history(game: Game, move: History, missed: tuple[Missed, ...]) -> Iteration:
    """Undo and redo within a game that carries its past; otherwise the request is handed on."""
    timeline = [*game.past, game.config, *reversed(game.future)]
    at = len(game.past)
    match move.move:
        case "undo":
            target = at - move.steps
        case "redo":
            target = at + move.steps
        case "version":
            target = (move.version or 1) - 1
    if not game.past and not game.future:
        receipt = Receipt(not_understood=_plain(missed))
        return Iteration(game, receipt, applied=False, refusal="This game carries no other versions of itself.", history=move)
    if not 0 <= target < len(timeline):
        text = f"There is no such version: this game has versions 1 to {len(timeline)} and is at {at + 1}."
        return Iteration(game, Receipt(not_understood=_plain(missed)), applied=False, refusal=text, history=move)
    restored = replace(game, config=timeline[target], past=tuple(timeline[:target]), future=tuple(reversed(timeline[target + 1 :])))
    receipt = Receipt([f"version {target + 1} of {len(timeline)} restored"], _unchanged(game.config, restored.config), _plain(missed))
    return Iteration(restored, receipt, applied=target != at, history=move)


def _composed(host: Engine, plan: Plan, *, allow_unproven: bool) -> Config:
    """Compose what must be, prove everything; levels that kept their layout but can no longer be won fairly get a new one."""
    wanted = sorted(plan.scenes)
    made, _ = compose_proven(host, plan.config, scenes=wanted, allow_unproven=True)
    rarer = thin(made, wanted)
    if rarer:
        made = finished(host.call("compose", config=made, scenes=[])["config"])
    again = [s for s in _trivial(made) if s not in plan.scenes or s in rarer] + unproven(made)
    if again:
        made, _ = compose_proven(host, made, scenes=sorted(set(again)), allow_unproven=allow_unproven)
        if thin(made, again):
            made = finished(host.call("compose", config=made, scenes=[])["config"])
    if unproven(made) and not allow_unproven:
        names = ", ".join(str(levels_of(made).index(s) + 1) for s in unproven(made))
        raise Problem(422, "not_proven", f"No bot could win level {names} after the change.")
    return made


def _trivial(config: Config) -> list[int]:
    """Levels that a bot without eyes wins."""
    return [int(e["scene"]) for e in config["game"]["proof"]["levels"] if max(e["trivial"].values(), default=0) > 0]


def _claimed(plan: Plan, made: Config) -> list[dict[str, Any]]:
    """Whether each wish came true."""
    claims: list[dict[str, Any]] = []
    for claim, check in plan.claims.values():
        if (seen := check(plan.before, made)) is not None:
            claims.append({"claim": claim, "ok": seen[0], "detail": seen[1]})
    return claims


def _checks(host: Engine, plan: Plan, made: Config) -> list[dict[str, Any]]:
    """What holds beside the wishes: every level won, layouts kept, and what the engine found by trying."""
    checks: list[dict[str, Any]] = []
    proof = made["game"]["proof"]
    for number, entry in enumerate(proof["certificate"]["levels"], start=1):
        seconds = entry["ticks"] / 60
        detail = f"beaten in {seconds:.1f} s" if entry["status"] == "proven" else "no bot won it"
        checks.append({"claim": f"level {number} can be won", "ok": entry["status"] == "proven", "detail": detail})
    for scene in levels_of(made) if len(levels_of(made)) == len(levels_of(plan.before)) else []:
        if scene not in plan.scenes and level_of(plan.before, scene):
            same = level_of(plan.before, scene)["rows"] == level_of(made, scene)["rows"]
            if same:
                checks.append(
                    {"claim": f"layout of level {levels_of(made).index(scene) + 1} unchanged", "ok": True, "detail": "every tile"}
                )
    checks += _played(host, plan, made)
    return checks


def _played(host: Engine, plan: Plan, made: Config) -> list[dict[str, Any]]:
    """What the engine finds by trying: claims that speak of something changed, and any that held before and fails now."""
    old = {e["type"]: e for e in plan.before["entities"]}
    touched = {e["type"] for e in made["entities"] if old.get(e["type"]) != e and e["properties"].get("role") in AUTHORED}
    names = {str(e["properties"].get("name", e["type"])) for e in made["entities"] if e["type"] in touched} | touched
    found = host.call("check", config=made)["checks"]
    broken = {str(c["claim"]) for c in found if not c["ok"]}
    if broken - names and all(level_of(plan.before, scene) for scene in levels_of(plan.before)):
        broken -= {str(c["claim"]) for c in host.call("check", config=plan.before)["checks"] if not c["ok"]}
    seen: dict[str, dict[str, Any]] = {}
    for check in found:
        claim = str(check["claim"])
        if claim in broken or any(name in claim for name in names):
            known = seen.setdefault(claim, {"claim": claim, "ok": True, "detail": str(check["detail"])})
            if not check["ok"]:
                known.update(ok=False, detail=f"level {levels_of(made).index(check['scene']) + 1}: {check['detail']}")
    return list(seen.values())


def _relaid(plan: Plan, made: Config) -> list[str]:
    """Layouts that had to give way although nobody asked."""
    out: list[str] = []
    if len(levels_of(made)) != len(levels_of(plan.before)):
        return out
    for number, scene in enumerate(levels_of(made), start=1):
        before, after = level_of(plan.before, scene), level_of(made, scene)
        if scene not in plan.scenes and before and before["rows"] != after["rows"]:
            out.append(f"layout of level {number}: redrawn, since the old one could no longer be won fairly")
    return out


_ASPECTS: tuple[tuple[str, Callable[[Config], Any]], ...] = (
    ("title", lambda c: c["game"]["title"]),
    ("kind", lambda c: c["game"]["kind"]),
    ("hero", lambda c: _parts(c, "hero")),
    ("enemies", lambda c: _parts(c, "enemy")),
    ("things to collect", lambda c: _parts(c, "collectible")),
    ("abilities", lambda c: c["game"]["design"].get("mechanics")),
    ("difficulty", lambda c: c["game"]["design"].get("difficulty")),
    ("place and time", lambda c: [c["game"]["theme"].get(k) for k in ("biome", "time_of_day", "mood")]),
)


def _parts(config: Config, role: str) -> list[Any]:
    """Who plays the role, without what engines derive."""
    parts = []
    for entity in config["entities"]:
        properties = entity["properties"]
        if properties.get("role") == role:
            parts.append(
                (entity["type"], properties.get("name"), properties.get("sprite"), entity.get("ai_behavior"), entity.get("speed", 1))
            )
    return parts


def _unchanged(before: Config, after: Config) -> list[str]:
    kept = [name for name, of in _ASPECTS if of(before) == of(after)]
    if len(levels_of(before)) == len(levels_of(after)):
        for number, (a, b) in enumerate(zip(levels_of(before), levels_of(after), strict=True), start=1):
            if level_of(before, a).get("rows") == level_of(after, b).get("rows"):
                kept.append(f"layout of level {number}")
    return kept
