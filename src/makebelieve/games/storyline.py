"""A game told along a story: levels with names, looks and words of their own, and words for its ends. Put into a config by `tell`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from makebelieve.games.game import Config
from makebelieve.language.kinds import Biome, TimeOfDay

Weather = Literal["clear", "rain", "snow", "fog", "storm", "dust"]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Place(_Model):
    """One level. `intro`: what is to be done there, shown before it begins. `source`: the id of the place it stands for."""

    name: Annotated[str, Field(min_length=1, max_length=80)]
    biome: Biome
    time_of_day: TimeOfDay
    weather: Weather = "clear"
    intro: Annotated[str, Field(max_length=200)] = ""
    source: Annotated[str, Field(max_length=200)] = ""


class End(_Model):
    title: Annotated[str, Field(min_length=1, max_length=80)]
    text: Annotated[str, Field(max_length=200)] = ""


class Look(_Model):
    """How a figure was drawn elsewhere. `type`: of the entity, `hero` or the slug of its noun."""

    type: Annotated[str, Field(min_length=1, max_length=40)]
    prompt: Annotated[str, Field(min_length=1, max_length=200)]
    seed: Annotated[int, Field(ge=0)]


class Storyline(_Model):
    places: list[Place] = Field(min_length=1, max_length=10)
    won: End | None = None
    lost: End | None = None
    looks: list[Look] = Field(default=[], max_length=10)


def tell(config: Config, story: Storyline) -> Config:
    """The config with the story's levels in place of its own, as many as the story has. Pure; levels already built are not kept."""
    scenes = config["scenes"]
    if len(scenes) != len(story.places):
        raise ValueError(f"{len(scenes)} scenes for {len(story.places)} places")
    told = [
        {
            **scene,
            "name": place.name,
            "properties": {
                **scene["properties"],
                "theme": {"biome": place.biome, "time_of_day": place.time_of_day, "weather": place.weather, "place": place.name},
                "intro": place.intro,
                "source": place.source,
            },
        }
        for scene, place in zip(scenes, story.places, strict=True)
    ]
    ends: dict[str, Any] = {name: end.model_dump() for name, end in (("won", story.won), ("lost", story.lost)) if end is not None}
    looks = {look.type: {"prompt": look.prompt, "seed": look.seed} for look in story.looks}
    entities = [_seen(entity, looks[entity["type"]]) if entity["type"] in looks else entity for entity in config["entities"]]
    return {**config, "game": {**config["game"], "endings": ends}, "scenes": told, "entities": entities}


def _seen(entity: dict[str, Any], look: dict[str, Any]) -> dict[str, Any]:
    properties = entity["properties"]
    return {**entity, "properties": {**properties, "sprite": {**properties["sprite"], **look}}}
