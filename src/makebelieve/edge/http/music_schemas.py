"""The shapes of requests and answers about tracks and sound effects. Names are the studio family's."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from makebelieve.edge.http.scalars import Flag, Number, Whole
from makebelieve.edge.http.schemas import MadeBy
from makebelieve.kit.errors import Problem
from makebelieve.library.standing import Status
from makebelieve.music.styles import PRESETS
from makebelieve.music.theory import parse_key

MUSIC_ID: Final = "mus_01k9zq4h7v8e5m2c3d6f7g8h9j"
SOUND_ID: Final = "snd_01k9zq4h7v8e5m2c3d6f7g8h9j"
FILES: Final = "http://127.0.0.1:8000/public/uploads/"
STINGERS: Final = ("win", "lose", "level_up", "discovery")
Seed = Annotated[Whole, Field(ge=0, le=2_147_483_647)]
Webhook = Annotated[str, StringConstraints(min_length=1, max_length=2048)]
TrackFormat = Literal["flac", "wav", "ogg", "mp3", "midi", "stems", "layers"]
SoundFormat = Literal["wav", "flac", "ogg", "mp3"]


def _key(value: str | None) -> str | None:
    if value is not None:
        try:
            parse_key(value)
        except Problem as problem:
            # Pydantic names the field.
            raise ValueError(problem.detail.partition(": ")[2] or problem.detail) from None
    return value


class _Request(BaseModel):
    model_config = ConfigDict(extra="ignore")


class MusicRequest(_Request):
    prompt: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)] | None = Field(
        default=None, description="What the track is to be. With `presetSlug` too, that is the base and the words bend it.",
        examples=["epic orchestral battle theme with brass"],
    )  # fmt: skip
    presetSlug: Literal[PRESETS] | None = Field(  # type: ignore[valid-type]  # noqa: N815 - the family's names
        default=None, description="A preset; prompt or preset must be given.", examples=["boss_fight"]
    )
    bpm: Annotated[Whole, Field(ge=40, le=220)] | None = Field(
        default=None,
        description="Quarter notes a minute (dotted quarters in 6/8). Without it the duration is exact.",
        examples=[140],
    )
    key: Annotated[str, StringConstraints(max_length=40)] | None = Field(
        default=None, description="A note and major, minor or a mode: `D minor`, `F# lydian`.", examples=["D minor"]
    )
    duration: Annotated[Whole, Field(ge=5, le=300)] | None = Field(
        default=None, description="Seconds; 30 unless the words say otherwise.", examples=[30]
    )
    seed: Seed | None = Field(default=None, description="Same request and seed: same track. Else a fresh one is drawn.", examples=[7])
    loop: Flag = Field(default=True, description="An exact loop; false: played once and left to ring out.")
    stems: Flag = Field(default=False, description="Also a ZIP of the stems.")
    layers: Flag = Field(default=False, description="Also a ZIP of the layers calm, tension and combat, to be faded with danger.")
    stingers: list[Literal["win", "lose", "level_up", "discovery"]] = Field(
        default=[], max_length=4, description="Also short pieces in the track's key for these moments.", examples=[["win"]]
    )
    referenceAudioUrl: Annotated[str, StringConstraints(min_length=1, max_length=2048)] | None = Field(  # noqa: N815
        default=None,
        description="A WAV, FLAC, OGG or MP3 (20 MB, 60 s) whose tempo, key, brightness and density steer the track. As an upload: "
        "the field `referenceAudio` of a multipart form.",
        examples=["https://example.com/humming.ogg"],
    )
    provider: Literal["embedded"] | None = Field(
        default=None,
        description="`embedded`: composed here, even where the operator has configured a model outside.",
        examples=["embedded"],
    )
    webhookUrl: Webhook | None = Field(default=None, description="Told when it has ended.", examples=["https://example.com/made"])  # noqa: N815

    _checked_key = field_validator("key")(_key)

    @model_validator(mode="after")
    def _something_to_go_by(self) -> Self:
        if self.prompt is None and self.presetSlug is None:
            raise ValueError(f"give a prompt or a presetSlug; presets: {', '.join(PRESETS)}")
        return self


class SoundRequest(_Request):
    prompt: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] | None = Field(
        default=None, description="What is to be heard; prompt or family must be given.", examples=["laser shot"]
    )
    family: Annotated[str, StringConstraints(max_length=40)] | None = Field(
        default=None, description="A family of effects by name (docs/guide/music.md); wins over the prompt.", examples=["laser"]
    )
    seed: Seed | None = Field(default=None, description="Variation n is drawn from seed + n - 1. Else a fresh one is drawn.", examples=[1])
    variations: Annotated[Whole, Field(ge=1, le=8)] = Field(default=1, description="How many, each a little different.", examples=[3])
    duration: Annotated[Number, Field(ge=1, le=30)] | None = Field(
        default=None, description="Seconds, of effects that loop (wind, engine …).", examples=[4.0]
    )
    key: Annotated[str, StringConstraints(max_length=40)] | None = Field(
        default=None, description="Moves effects with a definite pitch onto the tonic of this key.", examples=["D major"]
    )
    format: SoundFormat = Field(default="wav", description="Loops stand in a `smpl` chunk (wav) or in tags (flac).")
    webhookUrl: Webhook | None = Field(default=None, description="Told when it has ended.", examples=["https://example.com/made"])  # noqa: N815

    _checked_key = field_validator("key")(_key)

    @model_validator(mode="after")
    def _something_to_go_by(self) -> Self:
        if self.prompt is None and self.family is None:
            raise ValueError("give a prompt or a family")
        return self


class LoopAnswer(BaseModel):
    start: int = Field(description="First sample of the loop, at 44.1 kHz.", examples=[0])
    length: int = Field(description="Samples of the loop.", examples=[1323000])


class MusicAnswer(BaseModel):
    """A track. What is null is not known yet, or was not asked for."""

    id: str = Field(examples=[MUSIC_ID])
    status: Status = Field(examples=["completed"])
    prompt: str | None = Field(examples=["epic orchestral battle theme with brass"])
    presetSlug: str | None = Field(description="Asked for; once completed the one it is composed in.", examples=["epic_orchestral"])  # noqa: N815
    duration: float | None = Field(description="Seconds: asked for, once completed measured.", examples=[30.0])
    bpm: float | None = Field(examples=[140.0])
    key: str | None = Field(examples=["D minor"])
    meter: str | None = Field(examples=["4/4"])
    seed: int = Field(examples=[7])
    audioUrl: str | None = Field(description="FLAC.", examples=[f"{FILES}{MUSIC_ID}_flac_0123456789abcdef.flac"])  # noqa: N815
    midiUrl: str | None = Field(examples=[f"{FILES}{MUSIC_ID}_midi_0123456789abcdef.mid"])  # noqa: N815
    waveformUrl: str | None = Field(description="PNG.", examples=[None])  # noqa: N815
    pianoRollUrl: str | None = Field(description="PNG of the score.", examples=[None])  # noqa: N815
    manifestUrl: str | None = Field(description="JSON: sections, chords, parts, loop, loudness, report.", examples=[None])  # noqa: N815
    stemsUrl: str | None = Field(description="ZIP of FLAC.", examples=[None])  # noqa: N815
    layersUrl: str | None = Field(description="ZIP of FLAC.", examples=[None])  # noqa: N815
    stingerUrls: dict[str, str] = Field(description="Moment -> FLAC.", examples=[{}])  # noqa: N815
    loop: LoopAnswer | None = Field(description="Null when it does not loop.")
    report: dict[str, Any] | None = Field(
        description="Every check with its value and bounds, and measures.",
        examples=[{"ok": True, "checks": [{"name": "key of the notes", "value": 1.0, "low": 1, "high": None, "unit": "", "ok": True}]}],
    )
    provider: MadeBy | None
    error: str | None = Field(description="Why it failed; nothing was charged.", examples=[None])
    createdAt: str = Field(examples=["2026-01-31T12:00:00.000Z"])  # noqa: N815
    completedAt: str | None = Field(description="When it ended, well or not.", examples=["2026-01-31T12:00:00.500Z"])  # noqa: N815


class MusicList(BaseModel):
    data: list[MusicAnswer]
    total: int = Field(examples=[1])
    page: int = Field(examples=[1])
    limit: int = Field(examples=[20])


class DownloadAnswer(BaseModel):
    url: str = Field(description="Where to fetch the file, without a credential.", examples=[f"{FILES}{MUSIC_ID}_wav_0123456789abcdef.wav"])
    format: TrackFormat = Field(examples=["wav"])


class VariationAnswer(BaseModel):
    audioUrl: str = Field(examples=[f"{FILES}{SOUND_ID}_v1_0123456789abcdef.wav"])  # noqa: N815
    seed: int = Field(examples=[1])
    duration: float = Field(description="Seconds.", examples=[0.31])
    loop: LoopAnswer | None


class SoundAnswer(BaseModel):
    """A sound effect and its variations."""

    id: str = Field(examples=[SOUND_ID])
    status: Status = Field(examples=["completed"])
    prompt: str | None = Field(examples=["laser shot"])
    family: str | None = Field(description="The family asked for; once completed the one it was made from.", examples=["laser"])
    seed: int = Field(examples=[1])
    format: SoundFormat = Field(examples=["wav"])
    audioUrl: str | None = Field(description="The first variation.", examples=[f"{FILES}{SOUND_ID}_v1_0123456789abcdef.wav"])  # noqa: N815
    duration: float | None = Field(description="Seconds of the first variation.", examples=[0.31])
    variations: list[VariationAnswer]
    unmatched: list[str] = Field(description="Words that said nothing.", examples=[[]])
    error: str | None = Field(description="Why it failed; nothing was charged.", examples=[None])
    createdAt: str = Field(examples=["2026-01-31T12:00:00.000Z"])  # noqa: N815
    completedAt: str | None = Field(description="When it ended, well or not.", examples=["2026-01-31T12:00:00.100Z"])  # noqa: N815


class SoundList(BaseModel):
    data: list[SoundAnswer]
    total: int = Field(examples=[1])
    page: int = Field(examples=[1])
    limit: int = Field(examples=[20])
