"""What a caller may fix beside the prompt: each preference counts as stated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from makebelieve.games.standard import GENRES
from makebelieve.kit.errors import FieldError, Problem
from makebelieve.language.kinds import BIOMES, KINDS, MECHANICS, Biome, Difficulty, Kind, Mood, TimeOfDay

SEED_LIMIT = 2**31

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$", to_lower=True)]


class Preferences(BaseModel):
    """All optional. `genre` (of the standard format, or one of our kinds) is a softer wish than `kind`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    kind: Kind | None = None
    genre: str | None = None
    difficulty: Difficulty | None = None
    levels: Annotated[int, Field(ge=1, le=10)] | None = None
    length: Annotated[float, Field(ge=0.5, le=2)] | None = Field(default=None, strict=False)
    lives: Annotated[int, Field(ge=1, le=99)] | None = None
    health: Annotated[int, Field(ge=1, le=20)] | None = None
    time_limit: Annotated[int, Field(ge=0, le=3600)] | None = None
    seed: Annotated[int, Field(ge=0, lt=SEED_LIMIT)] | None = None
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=128)] | None = None
    biome: Biome | None = None
    time_of_day: TimeOfDay | None = None
    mood: Mood | None = None
    mechanics: list[str] | None = Field(default=None, max_length=len(MECHANICS))
    boss: bool | None = None
    palette: list[Color] | None = Field(default=None, min_length=3, max_length=8)


_ALLOWED: dict[str, tuple[str, ...]] = {
    "kind": KINDS,
    "genre": (*GENRES, *KINDS),
    "difficulty": get_args(Difficulty),
    "biome": BIOMES,
    "time_of_day": get_args(TimeOfDay),
    "mood": get_args(Mood),
    "mechanics": MECHANICS,
}


def parse_preferences(given: Preferences | Mapping[str, Any] | None) -> Preferences:
    """Check and normalise; None means none. Raises a 422 Problem that names each wrong field and what it may be."""
    if isinstance(given, Preferences):
        return given
    if given is None:
        return Preferences()
    if not isinstance(given, Mapping):
        raise Problem(422, "invalid", "preferences: must be an object", (FieldError("preferences", "must be an object"),))
    errors: list[FieldError] = []
    made: Preferences | None = None
    try:
        made = Preferences.model_validate(dict(given))
    except ValidationError as error:
        for item in error.errors():
            name = str(item["loc"][0]) if item["loc"] else ""
            path = ".".join(["preferences", *(str(part) for part in item["loc"])])
            if item["type"] == "extra_forbidden":
                errors.append(FieldError(path, "is not a preference", tuple(Preferences.model_fields)))
            else:
                errors.append(FieldError(path, item["msg"], _ALLOWED.get(name, ())))
    if made is not None:
        if made.genre is not None and made.genre.replace("_", "-") not in _ALLOWED["genre"]:
            errors.append(FieldError("preferences.genre", f"'{made.genre}' is not known", _ALLOWED["genre"]))
        for name in made.mechanics or []:
            if name not in MECHANICS:
                errors.append(FieldError("preferences.mechanics", f"'{name}' is not known", MECHANICS))
        if not errors:
            return made
    detail = "; ".join(f"{e.path}: {e.message}" + (f" (allowed: {', '.join(e.allowed)})" if e.allowed else "") for e in errors)
    raise Problem(422, "invalid", detail, tuple(errors))
