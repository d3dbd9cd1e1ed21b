"""The shapes of the calls about apps, keys, the account and its records."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from makebelieve.access.callers import KeyKind, Mode, Role, Scope
from makebelieve.edge.http.scalars import Whole
from makebelieve.edge.http.schemas import Body

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
APP_ID = "app_01k9zq4h7v8e5m2c3d6f7g8h9j"
KEY_ID = "019a7f72-44f8-7d0a-b5a3-5c19e2f00c41"
USER_ID = "user_01k9zq4h7v8e5m2c3d6f7g8h9j"
TIME = "2026-01-31T12:00:00.000Z"


class AppRequest(Body):
    name: Name = Field(examples=["Fox Studio"])


class KeyModeDefault(Body):
    keys: Mode = Field(description="The mode of a new key when none is given.", examples=["test"])


class AppChange(Body):
    name: Name | None = Field(default=None, examples=["Fox Studio"])
    mode_defaults: KeyModeDefault | None = Field(default=None, examples=[{"keys": "live"}])


class ModeDefaults(BaseModel):
    keys: Mode = Field(description="The mode of a new key when none is given.", examples=["test"])
    login: Literal["live"] = Field(default="live", description="The mode a login acts in unless it names another.", examples=["live"])


class AppAnswer(BaseModel):
    id: str = Field(examples=[APP_ID])
    name: str = Field(examples=["Fox Studio"])
    mode_defaults: ModeDefaults
    created_at: str = Field(examples=[TIME])


class AppList(BaseModel):
    apps: list[AppAnswer]


class MemberRequest(Body):
    email: str = Field(max_length=320, examples=["eve@example.org"])
    role: Role = Field(default="member", examples=["member"])


class RoleRequest(Body):
    role: Role = Field(examples=["owner"])


class MemberItem(BaseModel):
    user_id: str = Field(examples=[USER_ID])
    email: str = Field(examples=["eve@example.org"])
    display_name: str = Field(examples=["Eve"])
    role: Role = Field(examples=["member"])
    created_at: str = Field(examples=[TIME])


class MemberList(BaseModel):
    members: list[MemberItem]


class AppKeyRequest(Body):
    kind: KeyKind = Field(default="publishable", examples=["secret"])
    mode: Mode | None = Field(default=None, description="The app's default (test, unless changed) when left out.", examples=["test"])
    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = Field(default="", examples=["game server"])
    scopes: list[Scope] | None = Field(default=None, min_length=1, max_length=6, examples=[["worlds:read", "worlds:write"]])


class RotateRequest(Body):
    overlap_seconds: Whole = Field(default=86_400, ge=0, le=604_800, examples=[3600])


class AppKeyItem(BaseModel):
    id: str = Field(examples=[KEY_ID])
    name: str = Field(examples=["game server"])
    kind: KeyKind = Field(examples=["secret"])
    mode: Mode = Field(examples=["test"])
    prefix: str = Field(examples=["sk_test_"])
    last4: str | None = Field(description="Null for keys older than apps.", examples=["x7Qa"])
    scopes: list[str] = Field(examples=[["worlds:read", "worlds:write"]])
    active: bool = Field(examples=[True])
    created_at: str = Field(examples=[TIME])
    last_used_at: str | None = Field(description="Written a few seconds later.", examples=[None])
    expires_at: str | None = Field(examples=[None])
    revoked_at: str | None = Field(examples=[None])


class AppKeyAnswer(AppKeyItem):
    key: str = Field(description="The key itself, shown this one time.", examples=["sk_test_…"])


class AppKeyList(BaseModel):
    keys: list[AppKeyItem]


class AuditItem(BaseModel):
    at: str = Field(examples=[TIME])
    user_id: str | None = Field(description="Who did it; for a key, the account that pays for the app.", examples=[USER_ID])
    key_id: str | None = Field(examples=[None])
    credential: Literal["none", "jwt", "key", "session"] = Field(examples=["jwt"])
    address: str = Field(examples=["192.0.2.7"])
    action: str = Field(examples=["key.made"])
    resource: str | None = Field(examples=[f"key {KEY_ID}"])
    outcome: Literal["allowed", "refused"] = Field(examples=["allowed"])
    reason: str = Field(examples=["allowed"])
    request_id: str | None = Field(examples=["req_01k9zq4h7v8e5m2c3d6f7g8h9j"])
    count: int = Field(description="How often the same was refused within a moment.", examples=[1])


class AuditList(BaseModel):
    items: list[AuditItem]
    nextCursor: str | None = Field(description="Send it as `cursor` for older lines.", examples=[None])  # noqa: N815 - the worlds family's spelling


class DailyCalls(BaseModel):
    date: str = Field(examples=["2026-01-31"])
    count: int = Field(examples=[12])


class AnalyticsAnswer(BaseModel):
    total_calls: int = Field(examples=[12])
    error_rate: float = Field(description="Share of the calls that ended with a status of 400 or more, 0 to 1.", examples=[0.0833])
    avg_latency_ms: float = Field(examples=[18.4])
    total_tokens_in: int = Field(
        description="Tokens that language models read for the app's jobs, as they tell it; 0 where the server reads prompts itself.",
        examples=[0],
    )
    total_tokens_out: int = Field(description="Tokens that they wrote.", examples=[0])
    calls_by_action: dict[str, int] = Field(examples=[{"games:generate": 4, "games:read": 8}])
    daily_calls: list[DailyCalls]


class ProfileAnswer(BaseModel):
    id: str = Field(examples=[USER_ID])
    email: str = Field(examples=["ada@example.org"])
    display_name: str = Field(examples=["Ada"])
    tier: str = Field(examples=["free"])
    approved: bool = Field(description="Whether the account may make keys, as far as the operator's approval goes.", examples=[True])
    nda_accepted: bool = Field(examples=[True])
    nda_required: bool = Field(examples=[False])
    app_id: str = Field(description="The app that the credential acts in.", examples=[APP_ID])
    mode: Mode = Field(examples=["live"])
    role: Role = Field(examples=["owner"])
    created_at: str = Field(examples=[TIME])


class SubscriptionAnswer(BaseModel):
    plan: str = Field(description="The tier of the account that pays for the app.", examples=["pro"])
    tier: str = Field(examples=["pro"])
    status: Literal["active", "none"] = Field(description="none: the free tier.", examples=["active"])
    provider: Literal["operator"] = Field(description="Tiers are set by the operator of this server.", examples=["operator"])
    current_period_end: str | None = Field(
        description="The end of the month of UTC, where the next period begins; null: free tier.",
        examples=["2026-02-01T00:00:00.000Z"],
    )
    cancel_at_period_end: bool = Field(examples=[False])
