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


class Storyline(_Model):
    places: list[Place] = Field(min_length=1, max_length=10)
    won: End | None = None
    lost: End | None = None


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
    return {**config, "game": {**config["game"], "endings": ends}, "scenes": told}
