"""From a draft to a config without levels: kind, design, theme, cast, scenes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from makebelieve.games.cast import cast_of
from makebelieve.games.design import SURVIVAL, design_of
from makebelieve.games.game import Config
from makebelieve.games.kinds import FACTS, KIND_OF_GENRE, nearest_built
from makebelieve.games.naming import description_of, scene_names
from makebelieve.games.preferences import Preferences
from makebelieve.games.standard import SCHEMA_VERSION
from makebelieve.games.theme import theme_of
from makebelieve.kit.seeds import derive_seed
from makebelieve.language.draft import GameDraft
from makebelieve.language.kinds import KINDS, Kind

KindInfo = Mapping[str, Any]
"""One entry of the engine's `info.kinds`: {family, mechanics[], behaviors[]}."""

DISCLOSURE: dict[str, Any] = {
    "live_generated": False,
    "pre_generated": True,
    "description": "Levels, characters and texts were generated from a written description before play; nothing while playing.",
    "systems": ["content-generation"],
    "guardrails": "Closed vocabularies for rules and behaviours; every level is played to the end by a bot before it is handed over.",
}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A config without rules, levels and proof, and what had to be said about it."""

    config: Config
    understood: dict[str, Any]
    alternatives: list[dict[str, Any]]


def with_preferences(draft: GameDraft, preferences: Preferences) -> GameDraft:
    """The draft with the caller's preferences as stated facts."""
    changes: dict[str, Any] = {}
    kind = preferences.kind
    if kind is None and preferences.genre is not None:
        genre = preferences.genre.replace("_", "-")
        wanted: Kind | None = genre if genre in KINDS else KIND_OF_GENRE.get(genre)
        # A genre is a softer wish than a kind: a guess that already belongs to it stands.
        fits = [g.kind for g in draft.kinds if FACTS[g.kind].genre == genre]
        kind = fits[0] if fits and genre not in KINDS else wanted
    if kind is not None:
        changes["kind"] = {"value": kind, "source": "stated", "confidence": 1}
    for name in ("title", "difficulty", "levels", "lives", "time_limit", "time_of_day", "mood", "palette"):
        value = getattr(preferences, name)
        if value is not None:
            changes[name] = {"value": value, "source": "stated", "confidence": 1}
    if preferences.biome is not None:
        changes["setting"] = {"value": preferences.biome, "source": "stated", "confidence": 1}
    if not changes:
        return draft
    return GameDraft.model_validate({**draft.model_dump(), **changes})


def choose_kind(draft: GameDraft, built: Mapping[str, KindInfo]) -> tuple[Kind, str | None]:
    """The kind to make, and a note when it is not the one asked for."""
    asked = draft.kind.value
    kind = nearest_built([asked, *(guess.kind for guess in draft.kinds)], built)
    if kind == asked:
        return kind, None
    label = FACTS[kind].label
    article = "an" if label[0] in "aeiou" else "a"
    note = f"The kind '{asked}' is not built yet; this is {article} {label} game ('{kind}'), the nearest kind that is."
    return kind, note


def scene_seed(seed: int, prompt: str, index: int) -> int:
    """Seed of a level: each prompt and seed has its own, whatever becomes of the other levels."""
    return derive_seed(seed, f"level-{index}:{prompt}")


def make_skeleton(draft: GameDraft, preferences: Preferences, built: Mapping[str, KindInfo], seed: int) -> Skeleton:
    """Everything of the config that is not the engine's to write."""
    draft = with_preferences(draft, preferences)
    kind, note = choose_kind(draft, built)
    facts, info = FACTS[kind], built[kind]
    design, unplayed = design_of(draft, preferences, info["mechanics"], kind)
    # What was asked for keeps its own stream, so that two prompts with one seed are two games.
    own = derive_seed(seed, draft.prompt)
    entities = cast_of(draft, kind, boss=design["boss"], health=design["health"], behaviors=info["behaviors"], seed=own)
    names = scene_names(draft.setting.value, draft.place.value, design["levels"], own)
    config: Config = {
        "schema_version": SCHEMA_VERSION,
        "game": {
            "title": draft.title.value[:128],
            "genre": facts.genre,
            "template": facts.template,
            "description": description_of(draft, kind, entities),
            "max_players": 1,
            "kind": kind,
            "seed": seed,
            "prompt": draft.prompt,
            "design": design,
            "theme": theme_of(draft, own),
        },
        "ai": {"dda_enabled": False, "target_flow_state": {"easy": 0.4, "normal": 0.6, "hard": 0.85}[design["difficulty"]]},
        "entities": entities,
        "scenes": [
            {"name": name, "type": "gameplay", "entities": [], "properties": {"seed": scene_seed(seed, draft.prompt, i)}}
            for i, name in enumerate(names)
        ],
        "rendering": {"resolution": "auto", "fps_target": 60, "post_processing": []},
        "audio": {"spatial_audio": False, "adaptive_music": True},
        "ai_disclosure": DISCLOSURE,
    }
    return Skeleton(config, _understood(draft, note, unplayed, kind), _alternatives(draft, built))


def _understood(draft: GameDraft, note: str | None, unplayed: list[str], kind: Kind) -> dict[str, Any]:
    data = draft.model_dump(mode="json")
    data["kind"]["note"] = note or data["kind"]["note"]
    for mechanic in data["mechanics"]:
        if mechanic["value"] in unplayed:
            mechanic["note"] = f"not played by {FACTS[kind].label} games; left out"
    data["unsupported_mechanics"] = unplayed
    asked, (least, most) = data["time_limit"]["value"], SURVIVAL
    if kind == "horde-survivors" and asked and not least <= asked <= most:
        data["time_limit"]["note"] = f"{FACTS[kind].label} games last {least} to {most} seconds a level"
    return data


def _alternatives(draft: GameDraft, built: Mapping[str, KindInfo]) -> list[dict[str, Any]]:
    return [{"kind": g.kind, "label": FACTS[g.kind].label, "confidence": g.confidence, "built": g.kind in built} for g in draft.kinds]
