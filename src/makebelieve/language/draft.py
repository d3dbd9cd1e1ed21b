"""What was understood of a prompt: every field with its value, where it came from and how sure we are."""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from makebelieve.language.kinds import Biome, Body, Difficulty, Kind, Mood, TimeOfDay

T = TypeVar("T")

Source = Literal["stated", "inferred", "default"]
Confidence = Annotated[float, Field(ge=0, le=1)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Understood(_Model, Generic[T]):
    """One field of a draft. `note` tells the caller something about it in plain words."""

    value: T
    source: Source = "default"
    confidence: Confidence = 0.0
    note: str | None = None


class KindGuess(_Model):
    kind: Kind
    confidence: Confidence


class Thing(_Model):
    """A hero, enemy, collectible or hazard as the prompt names it."""

    noun: str = Field(description="Lemma of the head noun, singular: 'fox'.")
    phrase: str = Field(description="The noun phrase as written, without article and number: 'tiny red fox'.")
    adjectives: list[str] = []
    colors: list[str] = Field(default=[], description="#rrggbb, from colour words and what the noun looks like.")
    count: int | None = Field(default=None, ge=0, description="A stated number: 'three ghosts' -> 3.")
    category: str = Field(default="object", description="WordNet category: creature, person, vehicle, plant, food, …")
    body: Body = "object"
    behavior: str | None = Field(default=None, description="A stated way to act: patrol, hop, fly, chase, shoot, charge, guard.")


class GameDraft(_Model):
    """A prompt for a game, understood. Whoever fills it (rules or a language model), nothing downstream can tell."""

    prompt: str
    kind: Understood[Kind]
    kinds: list[KindGuess] = Field(min_length=3, max_length=3, description="The three best kinds, best first.")
    title: Understood[str]
    hero: Understood[Thing | None]
    enemies: list[Understood[Thing]] = []
    boss: Understood[Thing | None]
    collectibles: list[Understood[Thing]] = []
    hazards: list[Understood[Thing]] = []
    setting: Understood[Biome]
    place: Understood[str | None] = Field(description="The place as written: 'haunted library'.")
    time_of_day: Understood[TimeOfDay]
    mood: Understood[Mood]
    difficulty: Understood[Difficulty]
    mechanics: list[Understood[str]] = Field(default=[], description="Names from MECHANICS.")
    excluded: list[str] = Field(default=[], description="What the prompt rules out: 'enemies', 'violence', 'timer', 'spikes', a noun …")
    goal: Understood[str | None] = Field(description="'rescue the princess', as written.")
    levels: Understood[int]
    lives: Understood[int | None]
    time_limit: Understood[int | None] = Field(description="Seconds per level.")
    palette: Understood[list[str]] = Field(description="3-8 colours #rrggbb that set the tone, darkest first.")
    not_understood: list[str] = []
    provider: str = Field(default="embedded", description="Who filled the draft: 'embedded', or the name of the language model.")
    note: str | None = Field(default=None, description="What the caller should know about how the draft came about.")
