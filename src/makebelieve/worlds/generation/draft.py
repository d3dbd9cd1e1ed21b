"""What a premise says: cast, places, goal, dangers, tone, hour and weather. Rules fill it, or a language model does."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Protocol, get_args

from pydantic import BaseModel, ConfigDict, Field

Pronoun = Literal["she", "he", "they", "it"]
Hour = Literal["dawn", "morning", "noon", "afternoon", "dusk", "night"]
Weather = Literal["clear", "cloud", "rain", "fog", "snow", "storm", "wind", "dust", "heat"]
Age = Literal["stone", "old", "steam", "now", "late", "far", "wild"]
Purpose = Literal[
    "find",
    "rescue",
    "escape",
    "deliver",
    "steal",
    "solve",
    "defeat",
    "survive",
    "win",
    "restore",
    "unite",
    "reach",
    "protect",
    "explore",
    "do",
]
Part = Literal[
    "companion",
    "charge",
    "object",
    "driven",
    "beaten",
    "recipient",
    "patron",
    "witness",
    "rival",
    "opponent",
    "bystander",
    "giver",
    "suspect",
    "present",
    "dreaded",
    "awaited",
    "guest",
    "absent",
]
"""What somebody has to do with the deed: goes along or helps; is taken along; has it done to them; is to go by it; gets what comes of it; asked for it;
looks on; wants to win the same; stands in the way; is only there; can be asked for help; may have done it; stands by; is kept from; is not to come too soon; is still to come;
is gone, or only spoken of."""
PURPOSES: Final[tuple[str, ...]] = get_args(Purpose)
Line = Annotated[str, Field(max_length=120)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Figure(_Model):
    """Somebody of the cast."""

    noun: Line = Field(description="Head noun, singular: 'keeper'.")
    phrase: Line = Field(description="As the premise names them, without article: 'lighthouse keeper'.")
    name: Line | None = Field(default=None, description="A proper name, as written.")
    owner: Literal["her", "his", "their", "its"] | None = Field(
        default=None, description="'her' in 'her lost brother': whose, from the player."
    )
    also: Line | None = Field(default=None, description="What else they are: 'the librarian' of 'the librarian is his own grandfather'.")
    kept: bool = Field(default=False, description="Whether the deed is kept from them: they are not there where it is done.")
    plural: bool = False
    category: Line = "person"
    body: Line = "biped"
    pronoun: Pronoun = "they"
    states: list[Line] = Field(
        default=[], max_length=6, description="States they are in, rows of the table of states: 'asleep', 'captive'."
    )
    part: Part | None = Field(default=None, description="What they have to do with the deed, where the premise says so.")


class Site(_Model):
    """A place of the premise: 'frozen sea'. `kind` is a row of the tables of places, or None where none fits."""

    phrase: Line
    noun: Line
    proper: bool = False
    kind: Line | None = None
    vessel: bool = False
    """Whether the story plays aboard of it."""


class Step(_Model):
    """What comes before the deed: 'find the three keys' of 'find the three keys and open the vault'."""

    deed: Line
    verb: Line
    object: Line | None = None
    person: bool = False


class Goal(_Model):
    """What the player wants. `object` has its determiner: 'her lost brother', 'the golden idol'."""

    purpose: Purpose
    object: Line | None = None
    person: bool = Field(default=False, description="Whether the object is somebody.")
    plural: bool = False
    pronoun: Pronoun | None = Field(default=None, description="Of somebody, where the premise tells it.")
    states: list[Line] = Field(default=[], max_length=6, description="States that somebody is in: 'asleep', 'captive'.")
    stated: bool = False
    made: bool = Field(default=False, description="Whether the object does not exist yet: it is built, baked, written.")
    verb: Line | None = Field(default=None, description="What is done, in the base form, a particle after '_': 'wind_up'.")
    deed: Line | None = Field(default=None, description="The goal in the premise's words: 'wind up the moon'.")
    whole: Line | None = Field(default=None, description="All parts of a goal that has several: 'find the three keys and open the vault'.")
    steps: list[Step] = Field(default=[], max_length=3, description="What has to be done before the deed.")
    telling: Literal["own", "made", "like", "matter"] = Field(
        default="own",
        description="By the texts of the purpose, or by the deed's own words: of a thing or being, or of what cannot be seen.",
    )
    situation: Line | None = Field(
        default=None, description="The class of situation that the goal is inferred from, where the premise states none: 'strike'."
    )


class WorldDraft(_Model):
    """A premise, understood."""

    premise: str
    genre: Line
    genres: list[Line] = Field(min_length=1, max_length=3, description="Likeliest first.")
    player: Figure | None = None
    companions: list[Figure] = Field(default=[], max_length=4)
    foes: list[Figure] = Field(default=[], max_length=4)
    places: list[Site] = Field(default=[], max_length=8)
    venue: Site | None = Field(default=None, description="Where the deed is done: 'church' in 'bring the piano to the church'.")
    goal: Goal
    things: list[Line] = Field(default=[], max_length=8, description="Other nouns of the premise, without article.")
    secrets: list[Line] = Field(default=[], max_length=3, description="Sentences; a language model may give some.")
    gentle: bool = Field(default=False, description="For children, or asked to be kind: nobody comes to harm.")
    age: Age | None = Field(default=None, description="When it plays, where that is not the usual age of its genre.")
    hour: Hour | None = None
    weather: Weather | None = None
    season: Literal["spring", "summer", "autumn", "winter"] | None = None
    deadline: Line | None = Field(default=None, description="Until when, in the premise's words: 'before the bishop arrives at noon'.")
    coming: Line | None = Field(
        default=None, description="What is on its way and has not come yet, a row of the table of comings: 'rain', 'tide', 'dawn'."
    )
    danger: Line | None = Field(
        default=None, description="What goes wrong or draws near meanwhile, a clause of the premise: 'the dam is cracking'."
    )
    condition: Line | None = Field(default=None, description="In which manner, in the premise's words: 'without anyone noticing'.")
    traits: list[Line] = Field(default=[], max_length=6, description="What is said of the player: 'deaf', 'made of paper', 'cannot ride'.")
    callings: list[Line] = Field(
        default=[], max_length=4, description="Who would do it, where nobody is named as the player: 'baker'. One of them plays."
    )
    relation: Line | None = Field(
        default=None, description="Who it must be that says 'my boss' or 'my grandmother', where nobody is named as the player: 'clerk'."
    )
    teller: Line | None = Field(
        default=None, description="Who says 'I' or is told 'you', where no more is known of them: 'woman', 'owner'."
    )
    absent: list[Figure] = Field(
        default=[], max_length=4, description="Who is spoken of and cannot be met: the dead, the missing, who never came."
    )
    recipient: Figure | None = Field(
        default=None, description="To whom the goal's object goes: 'the snow queen' in 'sell ice to the snow queen'."
    )
    occasions: list[Line] = Field(
        default=[], max_length=3, description="What goes on all around, rows of the table of occasions: 'air_raid', 'wildfire', 'wedding'."
    )
    people: list[Figure] = Field(
        default=[], max_length=8, description="Others of the premise by the part they have: who asked for it, looks on, or is only there."
    )
    title: Line | None = None
    assumed: list[Line] = Field(default=[], description="What the premise does not say and the generator chose.")
    not_understood: list[Line] = Field(default=[], max_length=40)
    provider: str = "embedded"
    note: str | None = None


class WorldAuthor(Protocol):
    """A language model that reads premises."""

    @property
    def name(self) -> str:
        """What `WorldDraft.provider` says when this model filled the draft."""
        ...

    def draft_world(self, premise: str, hint: WorldDraft) -> WorldDraft:
        """A draft for `premise`, improving on `hint` (the offline reading). Raises `language.ModelUnavailable`."""
        ...
