"""The shapes of the worlds family's requests and answers. Its clients write camelCase, with a few snake_case fields of long standing."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from fastapi import Header, Path, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from makebelieve.edge.http.jobs import SCHEMA_VERSION
from makebelieve.edge.http.scalars import Flag, Whole
from makebelieve.library.worlds.repository import Source, Visibility
from makebelieve.worlds import Story

WORLD_ID: Final = "01998e2c-4e1b-7d43-9a6f-3c2b1a0f9e8d"
VERSION_ID: Final = "01998e2c-4e1c-7a10-8f4e-5d6c7b8a9f01"
SESSION_ID: Final = "01998e2c-5000-7b21-9c3d-1e2f3a4b5c6d"
REV: Final = "rev_01k9zq4h7v8e5m2c3d6f7g8h9j"
STATE: Final[dict[str, Any]] = {
    "base": "A stone quay under grey morning light, nets drying on poles, one lamp lit in the harbour house.",
    "camera": {"static": "Eye level from the end of the quay.", "dynamic": "Following along the wet stones."},
}
EVENT: Final[dict[str, Any]] = {"name": "enter_house", "kind": "transition", "from": ["quay"], "to": "house"}
WORLD: Final[dict[str, Any]] = {
    "id": WORLD_ID,
    "name": "The Glass Harbour",
    "cover": None,
    "schemaVersion": "1.0",
    "entrance": {"state": "quay"},
    "scene": {"states": {"quay": STATE, "house": {**STATE, "ending": {"kind": "win", "title": "Home"}}}, "events": [EVENT]},
}
UUID_PATTERN: Final = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
POVS = Literal["first_person", "third_person_shoulder", "third_person_follow", "top_down", "side", "isometric", "fixed"]

WorldId = Annotated[str, Path(max_length=64, description="The world.", examples=[WORLD_ID])]
StateId = Annotated[str, Path(max_length=200, description="A state's id.", examples=["quay"])]
EventName = Annotated[str, Path(max_length=200, description="An event's name.", examples=["enter_house"])]
VersionId = Annotated[str, Path(max_length=64, description="A version.", examples=[VERSION_ID])]
IfMatch = Annotated[str | None, Header(description="The ETag you hold; 409 when the graph has moved on.", examples=[f'"{REV}"'])]
Limit = Annotated[int, Query(ge=1, le=100)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Uuid = Annotated[str, StringConstraints(pattern=UUID_PATTERN)]


class Open(BaseModel):
    """A request whose further keys are kept: the format allows them everywhere."""

    model_config = ConfigDict(extra="allow")


class Closed(BaseModel):
    model_config = ConfigDict(extra="ignore")


class CreateRequest(Closed):
    premise: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=2000)] | None = Field(
        default=None,
        description="What the world is about; needed unless a frame is given.",
        examples=["a lighthouse keeper looks for her brother"],
    )
    frame_b64: Annotated[str, StringConstraints(min_length=1, max_length=11_500_000)] | None = Field(
        default=None,
        description="A picture that sets the look: base64 of a PNG, JPEG or WebP of at most 8 MB, plain or as a data URL.",
        examples=[None],
    )
    frame_url: Annotated[str, StringConstraints(min_length=1, max_length=2048)] | None = Field(
        default=None, description="Where to fetch such a picture; `frame_b64` wins.", examples=[None]
    )
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)] | None = Field(
        default=None, description="What to call it, if you know.", examples=["The Glass Harbour"]
    )
    pov: POVS = Field(default="third_person_shoulder", description="Where the camera is.")
    seed: Annotated[Whole, Field(ge=0, le=2_147_483_647)] | None = Field(
        default=None, description="Same premise, pov and seed: same world. Without one a fresh seed is drawn.", examples=[7]
    )
    story: Story | None = Field(
        default=None,
        description="A story to be played as it is written: form and rules are `/schema/story-1.0.json`; 422 names its faults.",
        examples=[None],
    )
    async_: Flag = Field(default=False, alias="async", description="Answer 202 with the job at once.")


class Created(BaseModel):
    worldId: str = Field(examples=[WORLD_ID])  # noqa: N815 - the wire's names, here and below
    slug: str | None = Field(examples=["the-glass-harbour-4k2x9p"])
    ok: bool = Field(description="Whether it passed every check.", examples=[True])
    cover: str = Field(description="Address of its cover picture.", examples=["http://127.0.0.1:8000/public/uploads/world_….png"])
    name: str = Field(examples=["The Glass Harbour"])
    schemaVersion: str = Field(examples=[SCHEMA_VERSION])  # noqa: N815


class WorldItem(BaseModel):
    id: str = Field(examples=[WORLD_ID])
    slug: str | None = Field(examples=["the-glass-harbour-4k2x9p"])
    name: str = Field(examples=["The Glass Harbour"])
    description: str | None = Field(examples=["A keeper, a lamp, a brother under the ice."])
    cover: str | None = Field(examples=[None])
    visibility: Visibility = Field(examples=["private"])
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])
    updated_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])


class WorldList(BaseModel):
    worlds: list[WorldItem]
    nextCursor: str | None = Field(description="Give it as `cursor` for the next page; null on the last.", examples=[None])  # noqa: N815


class DescribeRequest(Closed):
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)] | None = Field(
        default=None, examples=["The Glass Harbour"]
    )
    description: Annotated[str, StringConstraints(max_length=2000)] | None = Field(default=None, examples=["A keeper and her brother."])
    cover: Annotated[str, StringConstraints(max_length=2000)] | None = Field(
        default=None, description="Address of a picture.", examples=[None]
    )
    visibility: Visibility | None = Field(
        default=None,
        description="private: yours; unlisted: whoever has the link may play and fork it; public: listed as well.",
        examples=["unlisted"],
    )


class Described(WorldItem):
    schemaVersion: str = Field(examples=[SCHEMA_VERSION])  # noqa: N815


class Deleted(BaseModel):
    ok: bool = Field(examples=[True])
    deleted: str = Field(examples=[WORLD_ID])


class Forked(BaseModel):
    worldId: str = Field(examples=[WORLD_ID])  # noqa: N815
    slug: str | None = Field(examples=["the-glass-harbour-4k2x9p"])
    schemaVersion: str = Field(examples=[SCHEMA_VERSION])  # noqa: N815


class Finding(BaseModel):
    """One diagnostic of a check."""

    model_config = ConfigDict(extra="allow")
    lint: str = Field(examples=["unreachable-state"])
    severity: Literal["error", "warning", "info"] = Field(examples=["warning"])
    path: str = Field(examples=["states.house"])
    message: str = Field(examples=["no way leads there"])


class Scene(BaseModel):
    states: dict[str, Any] = Field(examples=[WORLD["scene"]["states"]])
    events: list[dict[str, Any]] = Field(examples=[[EVENT]])
    rev: str = Field(examples=[REV])


class Written(BaseModel):
    world: dict[str, Any] = Field(examples=[WORLD])
    diagnostics: list[Finding] = Field(description="Advice; nothing in it stopped the write.")
    rev: str = Field(examples=[REV])
    schemaVersion: str = Field(examples=[SCHEMA_VERSION])  # noqa: N815


class EventWritten(Written):
    eventName: str = Field(examples=["enter_house"])  # noqa: N815


class StateWritten(Written):
    stateId: str = Field(examples=["quay"])  # noqa: N815


class OpsWritten(Written):
    applyErrors: list[str] = Field(description="Empty: a batch with an operation that cannot be applied is refused whole.", examples=[[]])  # noqa: N815


class StateRequest(Open):
    id: str | None = Field(default=None, max_length=200, description="Chosen by the server when left out.", examples=["cellar"])
    base: Text = Field(max_length=8000, description="What is seen.", examples=["A brick cellar, one bulb swinging."])
    camera: dict[str, Any] = Field(examples=[STATE["camera"]])
    expectedRev: str | None = Field(default=None, max_length=64, examples=[None])  # noqa: N815


class PatchRequest(Open):
    """A JSON merge patch (RFC 7396): null removes a field."""

    expectedRev: str | None = Field(default=None, max_length=64, examples=[None])  # noqa: N815


class EventRequest(Open):
    kind: Literal["transition", "override", "terminal"] = Field(examples=["transition"])
    from_: str | list[str] = Field(alias="from", description="One state or several.", examples=[["quay"]])
    to: str | None = Field(default=None, description="Needed by a transition, forbidden on an override.", examples=["house"])
    name: str | None = Field(default=None, max_length=200, description="Unique; made from `to` when left out.", examples=["go_in"])
    expectedRev: str | None = Field(default=None, max_length=64, examples=[None])  # noqa: N815


class EntranceRequest(Open):
    state: Text = Field(max_length=200, examples=["quay"])
    expectedRev: str | None = Field(default=None, max_length=64, examples=[None])  # noqa: N815


class OpsRequest(Closed):
    ops: list[dict[str, Any]] = Field(
        min_length=1, max_length=1000, examples=[[{"op": "update_state", "id": "quay", "patch": {"ambient": ["gulls"]}}]]
    )
    expectedRev: str | None = Field(default=None, max_length=64, examples=[None])  # noqa: N815


class CheckRequest(Closed):
    world: dict[str, Any] | None = Field(default=None, description="Instead of the stored one.", examples=[WORLD])


class LintRequest(CheckRequest):
    data: dict[str, Any] | None = Field(default=None, description="Another name for `world`.", examples=[None])


class Validated(BaseModel):
    ok: bool = Field(examples=[True])
    world: dict[str, Any] | None = Field(default=None, examples=[WORLD])
    diagnostics: list[Finding]


class Linted(BaseModel):
    ok: bool = Field(description="No finding has the severity error.", examples=[True])
    diagnostics: list[Finding]
    promptBudget: int = Field(description="Characters that the joined prose of a state may have.", examples=[1900])  # noqa: N815


class EditRequest(Closed):
    instruction: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)] | None = Field(
        default=None, description="The wished change in plain words.", examples=["make it night and add a storm"]
    )
    message: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)] | None = Field(
        default=None, description="Another name for `instruction`.", examples=[None]
    )
    verifiedObjects: list[dict[str, Any]] | None = Field(default=None, max_length=200, examples=[None])  # noqa: N815
    expectedRev: str | None = Field(default=None, max_length=64, examples=[None])  # noqa: N815


class Edited(BaseModel):
    world: dict[str, Any] = Field(examples=[WORLD])
    diagnostics: list[Finding]
    reply: str = Field(description="What was done, or a question; then the world is as it was.", examples=["It is night at the quay now."])


class Node(BaseModel):
    id: str = Field(examples=[VERSION_ID])
    worldId: str = Field(examples=[WORLD_ID])  # noqa: N815
    parentVersionId: str | None = Field(examples=[None])  # noqa: N815
    source: Source = Field(examples=["save"])
    title: str | None = Field(examples=["Before the storm"])
    createdAt: str = Field(examples=["2026-01-31T12:00:00.000Z"])  # noqa: N815


class Snapshot(Node):
    snapshot: dict[str, Any] = Field(examples=[WORLD])


class SnapshotRequest(Closed):
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = Field(
        default=None, examples=["Before the storm"]
    )
    parentVersionId: Uuid | None = Field(default=None, description="HEAD when left out; an older one makes a branch.", examples=[None])  # noqa: N815
    source: Source | None = Field(default=None, examples=["save"])


class Snapshotted(BaseModel):
    versionId: str = Field(examples=[VERSION_ID])  # noqa: N815
    version: Node


class VersionsAnswer(BaseModel):
    versions: list[Node] = Field(description="Oldest first.")
    head: str | None = Field(description="The version that the working graph descends from.", examples=[VERSION_ID])


class RenameRequest(Closed):
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = Field(examples=["Before the storm"])


class Renamed(BaseModel):
    ok: bool = Field(examples=[True])
    versionId: str = Field(examples=[VERSION_ID])  # noqa: N815
    title: str | None = Field(examples=["Before the storm"])


class CheckoutRequest(Closed):
    versionId: Uuid = Field(examples=[VERSION_ID])  # noqa: N815
    expectedRev: str | None = Field(default=None, max_length=64, examples=[None])  # noqa: N815


class CheckedOut(BaseModel):
    world: dict[str, Any] = Field(examples=[WORLD])
    rev: str = Field(examples=[REV])


class Changes(BaseModel):
    added: list[str] = Field(examples=[["cellar"]])
    removed: list[str] = Field(examples=[[]])
    changed: list[str] = Field(examples=[["quay"]])


class Diff(BaseModel):
    model_config = ConfigDict(extra="allow")
    a: str = Field(examples=[VERSION_ID])
    b: str = Field(examples=[VERSION_ID])
    states: Changes
    events: Changes


class TokenRequest(Closed):
    worldId: Uuid = Field(examples=[WORLD_ID])  # noqa: N815
    playerIdentity: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)] | None = Field(  # noqa: N815
        default=None, description="Whom you know the player as.", examples=["player-17"]
    )
    origin: Annotated[str, StringConstraints(max_length=300, pattern=r"^https?://[^/\s?#@]+$")] | None = Field(
        default=None, description="The only page origin that may embed it.", examples=["https://example.com"]
    )
    ttlSeconds: Annotated[Whole, Field(ge=60, le=3600)] = 300  # noqa: N815


class TokenAnswer(BaseModel):
    token: str = Field(description="For the browser; bound to the world, the player and the origin.", examples=["eyJ…"])
    expiresIn: int = Field(examples=[300])  # noqa: N815
    worldId: str = Field(examples=[WORLD_ID])  # noqa: N815
    slug: str | None = Field(examples=["the-glass-harbour-4k2x9p"])
    jti: str = Field(description="The session's id.", examples=[SESSION_ID])


class SessionRequest(Closed):
    token: str | None = Field(default=None, max_length=4096, description="When it does not come as Bearer.", examples=[None])


class ConnectRequest(SessionRequest):
    resume: Uuid | None = Field(default=None, description="A session before this one, whose run goes on.", examples=[None])
    embedOrigin: Annotated[str, StringConstraints(max_length=300)] | None = Field(  # noqa: N815
        default=None, description="The origin of the page that shows the frame; said by the frame itself.", examples=["https://example.com"]
    )


class Connected(BaseModel):
    reactorJwt: str = Field(description="The connect token: for the play channel only.", examples=["eyJ…"])  # noqa: N815
    expiresIn: int = Field(examples=[3600])  # noqa: N815
    expiresAt: int | None = Field(description="Seconds since 1970.", examples=[1769864400])  # noqa: N815
    world: dict[str, Any] = Field(examples=[WORLD])
    sessionId: str = Field(examples=[SESSION_ID])  # noqa: N815
    situation: dict[str, Any] = Field(description="Where the run stands (spec/world-play.md).", examples=[{"state": "quay", "seq": 0}])


class Ended(BaseModel):
    ok: bool = Field(examples=[True])
    seconds: int = Field(description="What was charged.", examples=[42])
