"""The shapes of requests and answers, with the examples that the documentation pages show."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from makebelieve.access.callers import Scope
from makebelieve.edge.http.scalars import Flag, Whole

CONFIG_EXAMPLE: dict[str, Any] = {
    "schema_version": "1.0",
    "game": {"title": "Fox Above the Clouds", "genre": "platformer", "template": "platformer", "kind": "platformer", "seed": 7},
    "entities": [{"type": "hero", "properties": {"role": "hero", "name": "tiny red fox"}}],
    "scenes": [{"name": "First Clouds", "type": "gameplay", "entities": ["hero"]}],
}
PROOF_EXAMPLE: dict[str, Any] = {
    "status": "proven",
    "certificate": {"core_hash": "5f0c", "config_hash": "a81e", "levels": []},
    "bot_success_rate": 0.72,
    "levels": [],
}
UNDERSTOOD_EXAMPLE: dict[str, Any] = {
    "kind": {"value": "platformer", "source": "stated", "confidence": 0.97, "note": None},
    "hero": {"value": {"noun": "fox", "phrase": "tiny red fox"}, "source": "stated", "confidence": 0.95},
}
GAME_ID = "game_01k9zq4h7v8e5m2c3d6f7g8h9j"


class Body(BaseModel):
    model_config = ConfigDict(extra="ignore")


class GenerateRequest(Body):
    prompt: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)] = Field(
        description="What the game is to be, in a sentence.", examples=["a tiny red fox jumps across the clouds and collects stars"]
    )
    preferences: dict[str, Any] | None = Field(
        default=None,
        description="What is fixed beside the prompt: kind, difficulty, levels, lives, biome, mechanics … (docs/guide/api.md lists them).",
        examples=[{"difficulty": "easy", "levels": 2}],
    )
    seed: Annotated[Whole, Field(ge=0, le=2_147_483_647)] | None = Field(
        default=None, description="Same prompt, preferences and seed: same game. Without one a fresh seed is drawn.", examples=[7]
    )
    allow_unproven: Flag = Field(default=False, description="Deliver the game even if no bot could win every level.")
    async_: Flag = Field(default=False, alias="async", description="Answer 202 at once, like `Prefer: respond-async`.")


class IterateRequest(Body):
    game_id: Annotated[str, StringConstraints(min_length=1, max_length=64)] = Field(description="The game to change.", examples=[GAME_ID])
    message: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)] = Field(
        description="The wished change in plain words.", examples=["more coins in level 2 and slower bats"]
    )
    current_config: dict[str, Any] = Field(
        description="The config as you hold it now; it wins over the stored one.", examples=[CONFIG_EXAMPLE]
    )
    allow_unproven: Flag = Field(default=False, description="Make the change even if no bot could win every level of the result.")
    async_: Flag = Field(default=False, alias="async", description="Answer 202 at once, like `Prefer: respond-async`.")


class ImportRequest(Body):
    raku_config: dict[str, Any] = Field(description="The content of a .raku file, ours or another maker's.", examples=[CONFIG_EXAMPLE])
    async_: Flag = Field(default=False, alias="async", description="Answer 202 at once, like `Prefer: respond-async`.")


class Alternative(BaseModel):
    """Another reading of the prompt: generate again with `preferences.kind` to get it."""

    model_config = ConfigDict(extra="allow")
    kind: str = Field(examples=["platformer"])
    confidence: float = Field(examples=[0.97])


class Metadata(BaseModel):
    model_config = ConfigDict(extra="allow")
    seed: int | None = Field(examples=[7])
    kind: str = Field(examples=["platformer"])
    engine_version: str | None = Field(examples=["0.1.0"])
    duration_ms: int | None = Field(examples=[640])
    provider: str | None = Field(description="What read the prompt: embedded, or a language model.", examples=["embedded"])


class Receipt(BaseModel):
    """What an edit did."""

    model_config = ConfigDict(extra="allow")
    changed: list[Any] = Field(examples=[["collectible_density: 1 -> 1.5 in level 2"]])
    kept: list[Any] = Field(examples=[["level 1", "level 3"]])
    not_understood: list[Any] = Field(examples=[[]])
    checks: list[Any] = Field(examples=[[{"claim": "coin scores", "ok": True}]])


class GameAnswer(BaseModel):
    """A game with everything known about it."""

    game_id: str = Field(examples=[GAME_ID])
    status: Literal["complete"] = "complete"
    raku_config: dict[str, Any] = Field(description="The complete playable .raku config (schema 1.0).", examples=[CONFIG_EXAMPLE])
    genre: str = Field(examples=["platformer"])
    title: str = Field(examples=["Fox Above the Clouds"])
    version: int = Field(examples=[1])
    play_url: str = Field(examples=[f"http://127.0.0.1:8000/play/{GAME_ID}"])
    proof: dict[str, Any] = Field(description="status, certificate, bot_success_rate and the numbers per level.", examples=[PROOF_EXAMPLE])
    understood: dict[str, Any] = Field(
        description="Every field of the prompt's reading: value, source (stated, inferred, default), confidence, note.",
        examples=[UNDERSTOOD_EXAMPLE],
    )
    alternatives: list[Alternative] = Field(description="The three best kinds, best first.")
    metadata: Metadata
    shared: bool = Field(description="Whether anybody with the address may play it.", examples=[False])
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])
    updated_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])


class IterateAnswer(GameAnswer):
    receipt: Receipt
    applied: bool = Field(description="False: nothing was changed, no version made, nothing charged.", examples=[True])
    refusal: str | None = Field(description="Why nothing was changed, and what is possible.", examples=[None])


class Accepted(BaseModel):
    """The work goes on; follow it at one of the addresses."""

    game_id: str = Field(examples=[GAME_ID])
    status: Literal["queued", "running"] = Field(examples=["queued"])
    progress_url: str = Field(examples=[f"http://127.0.0.1:8000/api/v1/generate/{GAME_ID}/progress"])
    status_url: str = Field(examples=[f"http://127.0.0.1:8000/api/v1/generate/{GAME_ID}/status"])


class Status(BaseModel):
    game_id: str = Field(examples=[GAME_ID])
    status: Literal["queued", "running", "complete", "failed", "cancelled"] = Field(examples=["running"])
    kind: Literal["generate", "iterate", "import"] = Field(examples=["generate"])
    stage: str | None = Field(description="understand, compose, prove, draw or save.", examples=["prove"])
    version: int | None = Field(description="The version it made, once complete.", examples=[None])
    error: dict[str, Any] | None = Field(description="A problem (code, status, detail) if it failed.", examples=[None])
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])
    finished_at: str | None = Field(examples=[None])


class GameItem(BaseModel):
    game_id: str = Field(examples=[GAME_ID])
    title: str = Field(examples=["Fox Above the Clouds"])
    genre: str = Field(examples=["platformer"])
    kind: str = Field(examples=["platformer"])
    prompt: str = Field(examples=["a tiny red fox jumps across the clouds"])
    version: int = Field(examples=[1])
    proof_status: str = Field(examples=["proven"])
    shared: bool = Field(examples=[False])
    play_url: str = Field(examples=[f"http://127.0.0.1:8000/play/{GAME_ID}"])
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])
    updated_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])


class GameList(BaseModel):
    items: list[GameItem]
    total: int = Field(examples=[1])
    limit: int = Field(examples=[20])
    offset: int = Field(examples=[0])


class VersionItem(BaseModel):
    version: int = Field(examples=[2])
    title: str = Field(examples=["Fox Above the Clouds"])
    origin: Literal["generated", "edited", "restored", "imported"] = Field(examples=["edited"])
    note: str = Field(description="The prompt, the edit's message, or what was restored.", examples=["more coins in level 2"])
    undo_version: int | None = Field(description="The version that undo goes back to.", examples=[1])
    current: bool = Field(examples=[True])
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])


class VersionList(BaseModel):
    items: list[VersionItem]
    total: int = Field(examples=[2])
    limit: int = Field(examples=[20])
    offset: int = Field(examples=[0])


class ShareRequest(Body):
    shared: Flag = Field(default=True, description="True: anybody with the address may play it. False: only its owner.", examples=[True])


class ShareAnswer(BaseModel):
    game_id: str = Field(examples=[GAME_ID])
    shared: bool = Field(examples=[True])
    play_url: str = Field(examples=[f"http://127.0.0.1:8000/play/{GAME_ID}"])


class UserAnswer(BaseModel):
    id: str = Field(examples=["user_01k9zq4h7v8e5m2c3d6f7g8h9j"])
    email: str = Field(examples=["ada@example.org"])
    display_name: str = Field(examples=["Ada"])
    tier: str = Field(examples=["free"])
    is_owner: bool = Field(examples=[False])
    approved: bool = Field(examples=[True])
    nda_accepted: bool = Field(examples=[False])
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])


class RegisterRequest(Body):
    email: str = Field(max_length=320, examples=["ada@example.org"])
    password: str = Field(max_length=256, description="8 to 256 characters.", examples=["correct horse battery"])
    display_name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = Field(default="", examples=["Ada"])


class LoginRequest(Body):
    email: str = Field(max_length=320, examples=["ada@example.org"])
    password: str = Field(max_length=256, examples=["correct horse battery"])


class PasswordRequest(Body):
    current_password: str | None = Field(default=None, max_length=256, examples=["correct horse battery"])
    new_password: str = Field(max_length=256, description="8 to 256 characters.", examples=["a new correct horse"])


class RefreshRequest(Body):
    refresh_token: str = Field(max_length=200, examples=["m1x…"])


class LogoutRequest(Body):
    refresh_token: str | None = Field(default=None, max_length=200, examples=["m1x…"])


class TokenRequest(Body):
    api_key: str = Field(max_length=200, examples=["sk_live_…"])


class SignInAnswer(BaseModel):
    access_token: str = Field(description="A JWT, good for one hour.", examples=["eyJ…"])
    refresh_token: str = Field(description="Good for 30 days and for one use.", examples=["m1x…"])
    token_type: Literal["bearer"] = "bearer"
    expires_in: int = Field(description="Seconds.", examples=[3600])
    user: UserAnswer


class TokenAnswer(BaseModel):
    access_token: str = Field(description="A JWT, good for 24 hours or until the key is revoked.", examples=["eyJ…"])
    token_type: Literal["bearer"] = "bearer"
    expires_in: int = Field(examples=[86400])


class KeyRequest(Body):
    label: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)] = Field(examples=["build server"])
    scopes: list[Scope] = Field(
        default=["generate"], min_length=1, max_length=6, description="generate includes read, full everything.", examples=[["generate"]]
    )


class KeyItem(BaseModel):
    id: str = Field(examples=["019a7f72-44f8-7d0a-b5a3-5c19e2f00c41"])
    key_prefix: str = Field(examples=["sk_live_Ab3dE9"])
    label: str = Field(examples=["build server"])
    scopes: list[str] = Field(examples=[["generate"]])
    is_active: bool = Field(examples=[True])
    created_at: str = Field(examples=["2026-01-31T12:00:00.000Z"])
    revoked_at: str | None = Field(examples=[None])


class KeyAnswer(KeyItem):
    raw_key: str = Field(description="The key itself, shown this one time.", examples=["sk_live_…"])


class Counts(BaseModel):
    tier: str = Field(examples=["free"])
    generations_used: int = Field(examples=[1])
    generations_limit: int | None = Field(description="None = unlimited.", examples=[10])
    generations_remaining: int | None = Field(examples=[9])
    iterations_used: int = Field(examples=[0])
    iterations_limit: int | None = Field(examples=[30])
    iterations_remaining: int | None = Field(examples=[30])
    concurrent_limit: int = Field(description="Jobs at once.", examples=[1])
    resets_at: str = Field(examples=["2026-02-01T00:00:00.000Z"])


class Today(Counts):
    date: str = Field(description="The UTC day.", examples=["2026-01-31"])


class UsageAnswer(Counts):
    today: Today


class AppUsageAnswer(BaseModel):
    day: str = Field(description="The UTC day.", examples=["2026-01-31"])
    usage: dict[str, int] = Field(
        description="generation, session, session_seconds, edit.",
        examples=[{"generation": 3, "session": 12, "session_seconds": 340, "edit": 0}],
    )
    caps: dict[str, int | None] = Field(
        description="The same meters; null = unlimited.",
        examples=[{"generation": 50, "session": 200, "session_seconds": 7200, "edit": 200}],
    )


class Subscription(BaseModel):
    status: Literal["active"] = Field(examples=["active"])
    plan: str = Field(description="The account's tier: pro or enterprise.", examples=["pro"])
    currentPeriodEnd: str = Field(description="The end of the month of UTC.", examples=["2026-02-01T00:00:00.000Z"])  # noqa: N815 - the studio family's spelling


class BillingAnswer(BaseModel):
    credits: int = Field(description="What is left; 2147483647 where there is no end of them.", examples=[42])
    unlimited: bool = Field(description="Whether there is no end of the credits.", examples=[False])
    subscription: Subscription | None = Field(description="None for accounts of a free tier.")


class NdaAnswer(BaseModel):
    nda_accepted: bool = Field(examples=[True])


class FieldProblem(BaseModel):
    path: str = Field(examples=["prompt"])
    message: str = Field(examples=["String should have at least 1 character"])
    allowed: list[str] = Field(default=[], examples=[[]])


class ProblemAnswer(BaseModel):
    """RFC 9457 problem details, with the members that other clients read."""

    type: str = Field(examples=["urn:makebelieve:problem:invalid"])
    title: str = Field(examples=["Unprocessable Content"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["prompt: String should have at least 1 character"])
    code: str = Field(examples=["invalid"])
    statusCode: int = Field(examples=[422])  # noqa: N815 - the studio family's spelling
    message: str = Field(examples=["prompt: String should have at least 1 character"])
    error: str = Field(examples=["Unprocessable Content"])
    errors: list[FieldProblem | str] = Field(
        description="Texts for POST /v1/worlds.", examples=[[{"path": "prompt", "message": "String should have at least 1 character"}]]
    )
    request_id: str | None = Field(default=None, examples=["req_01k9zq4h7v8e5m2c3d6f7g8h9j"])


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """OpenAPI entries for the problems an endpoint answers with."""
    texts = {
        400: "Something in the request is not valid; `errors` names the fields.",
        401: "No credential, or one that is unknown, expired or revoked.",
        402: "No credits are left, or the app's cap for the day is reached.",
        403: "The credential lacks the scope.",
        404: "No such thing, or another's.",
        409: "In conflict with the present state.",
        410: "It has ended.",
        413: "The body is too large.",
        422: "Something in the request is not valid; `errors` names the fields.",
        429: "Over a limit; `Retry-After` says for how many seconds.",
        501: "Not configured on this server.",
        503: "Something that this server stands on does not answer now; nothing was done.",
        504: "The work took too long.",
    }
    return {
        status: {
            "description": texts[status],
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemAnswer"}}},
        }
        for status in statuses
    }


class MadeBy(BaseModel):
    name: str = Field(description="What made it: embedded, or the name of a model outside.", examples=["embedded"])
    asked: str = Field(description="What was to make it.", examples=["embedded"])
    fallback: str | None = Field(description="Why it was not made by what was asked.", examples=[None])
