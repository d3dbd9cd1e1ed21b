"""Clips in time: which moments of a motion are drawn, how long each stays, and which motion a description means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from makebelieve.art.figure import Figure
from makebelieve.art.humanoid.person import Person
from makebelieve.art.humanoid.pose import LOOPS, customs
from makebelieve.art.items import motion as rigid
from makebelieve.kit.errors import invalid

LOOPING: Final = LOOPS | {"hover"}


def times(motion: str, clip: str, count: int) -> list[float]:
    """The moments of a clip's frames; one of an attack's frames is the impact."""
    if motion in LOOPING or clip in ("idle", "walk", "run"):
        return [i / count for i in range(count)]
    moments = [i / (count - 1) for i in range(count)]
    if clip == "attack" and count > 2:
        nearest = min(range(1, count), key=lambda i: abs(moments[i] - 0.53))
        moments[nearest] = 0.53
    return moments


def durations(clip: str, count: int, fps: float, moments: Sequence[float]) -> list[int]:
    """Milliseconds a frame: attacks hold before and after the blow, which itself is short; a death's last frame stays."""
    base = 1000.0 / fps
    if clip == "attack":
        return [round(base * (1.5 if 0.1 < t < 0.48 else 0.55 if 0.48 <= t < 0.6 else 1.2)) for t in moments]
    result = [round(base)] * count
    if clip == "death":
        result[-1] = round(4 * base)
    return result


_VERBS: Final[dict[str, str]] = {
    "waving": "wave", "wave": "wave", "greet": "wave", "hello": "wave", "dance": "dance", "dancing": "dance", "party": "dance", "cheer": "cheer",
    "cheering": "cheer", "victory": "cheer", "celebrate": "cheer", "celebrating": "cheer", "win": "cheer", "swim": "swim", "swimming": "swim",
    "dive": "swim", "fly": "fly", "flying": "fly", "glide": "fly", "hover": "fly", "bow": "bow_down", "bowing": "bow_down", "spin": "spin",
    "spinning": "spin", "twirl": "spin", "kick": "kick", "kicking": "kick", "talk": "talk", "talking": "talk", "speak": "talk", "speaking": "talk",
    "explain": "talk", "sit": "sit", "sitting": "sit", "sleep": "sleep", "sleeping": "sleep", "rest": "sleep", "dig": "chop", "digging": "chop",
    "mine": "chop", "mining": "chop", "chop": "chop", "climb": "climb", "climbing": "climb", "crouch": "crouch", "crouching": "crouch", "sneak": "crouch",
    "duck": "crouch", "eat": "eat", "eating": "eat", "drink": "eat", "drinking": "eat", "block": "block", "blocking": "block", "defend": "block",
    "guard": "block", "parry": "block", "cast": "cast", "casting": "cast", "spell": "cast", "magic": "cast", "punch": "punch", "punching": "punch",
    "slash": "slash", "swing": "slash", "shoot": "shoot", "shooting": "shoot", "aim": "shoot", "fire": "shoot", "thrust": "thrust", "stab": "thrust",
    "jump": "jump", "jumping": "jump", "leap": "jump", "run": "run", "running": "run", "walk": "walk", "walking": "walk", "attack": "attack",
    "bite": "attack", "hovering": "fly", "float": "fly", "floating": "fly", "bob": "fly", "bobbing": "fly",
    "rotate": "spin", "rotating": "spin", "turning": "spin", "shake": "hurt", "shaking": "hurt", "tremble": "hurt", "hop": "jump", "hopping": "jump",
    "bounce": "jump", "bouncing": "jump", "fall": "death", "falling": "death", "topple": "death", "swinging": "slash",
    "die": "death", "dying": "death", "hurt": "hurt", "idle": "idle", "stand": "idle",
}  # fmt: skip


def custom_motion(description: str, figure: Figure) -> str:
    """The motion that a description asks for. Raises Problem (422) naming what is possible."""
    for word in description.lower().replace("-", " ").split():
        motion = _VERBS.get(word.strip(".,!?"))
        if motion is None:
            continue
        if figure.rigid:
            return rigid.WORDS.get(motion, motion)
        if isinstance(figure.shape, Person):
            return figure.motion("attack") if motion == "attack" else motion
        if motion in ("walk", "run", "attack", "jump", "death", "hurt", "idle"):
            return motion
        # Creatures do the nearest of what their rig can.
        return {
            "fly": "run",
            "swim": "walk",
            "sleep": "death",
            "cast": "attack",
            "shoot": "attack",
            "kick": "attack",
            "dance": "jump",
            "cheer": "jump",
        }.get(motion, "idle")
    options = (
        rigid.MOTIONS
        if figure.rigid
        else (*customs(), "walk", "run", "jump", "attack")
        if isinstance(figure.shape, Person)
        else ("walk", "run", "attack", "jump", "fly", "swim", "sleep")
    )
    raise invalid("description", f"no motion is known for {description!r}", tuple(dict.fromkeys(options)))
