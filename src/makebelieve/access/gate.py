"""The one gate: may this caller do this, to this thing? Everything is refused that no rule allows. REST and MCP both ask it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from makebelieve.access.callers import Caller, Role
from makebelieve.kit.errors import Problem

Action = Literal[
    "public",
    "games:generate",
    "games:iterate",
    "games:read",
    "games:write",
    "jobs:read",
    "jobs:follow",
    "jobs:cancel",
    "batch:create",
    "studio:read",
    "studio:make",
    "worlds:read",
    "worlds:write",
    "sessions:mint",
    "play",
    "webhooks:manage",
    "usage:read",
    "billing:read",
    "developer:read",
    "keys:manage",
    "apps:read",
    "apps:manage",
    "apps:create",
    "audit:read",
    "account:manage",
    "account:secure",
]

Reason = Literal[
    "allowed", "not_authenticated", "secret_key_needed", "missing_scope", "login_needed", "owner_needed", "not_yours", "not_found"
]


@dataclass(frozen=True, slots=True)
class Rule:
    """What an action asks of its caller.

    `also`: other scopes that do as well as `scope`. `anonymous`: "anyone", "session" (a browser session is enough) or "never". `login`: no
    key will do. `role`: the least role in the app.
    """

    scope: str | None
    anonymous: Literal["anyone", "session", "never"] = "never"
    login: bool = False
    role: Role = "member"
    also: frozenset[str] = frozenset()

    def met_by(self, scopes: frozenset[str]) -> bool:
        """Whether who holds `scopes` may attempt it."""
        return self.scope is None or self.scope in scopes or not self.also.isdisjoint(scopes)


RULES: Final[dict[Action, Rule]] = {
    "public": Rule(None, "anyone"),
    "games:generate": Rule("generate", "anyone"),
    "games:iterate": Rule("generate", "session"),
    "games:read": Rule("read", "session"),
    "games:write": Rule("generate", "session"),
    "jobs:read": Rule("read", "session"),
    # One job, by its id: keys that may only read worlds follow the making of one (W-12).
    "jobs:follow": Rule("read", "session", also=frozenset(("worlds:read",))),
    "jobs:cancel": Rule("generate", "session"),
    "batch:create": Rule("generate"),
    "studio:read": Rule("read"),
    "studio:make": Rule("generate"),
    "worlds:read": Rule("worlds:read"),
    "worlds:write": Rule("worlds:write"),
    "sessions:mint": Rule("sessions:mint"),
    # A token of its own admits to it, which the call itself reads.
    "play": Rule(None),
    "webhooks:manage": Rule("full", "never"),
    "usage:read": Rule("read", "session"),
    "billing:read": Rule("read"),
    "developer:read": Rule("read"),
    "keys:manage": Rule("full", role="owner"),
    # What a call under /v1/apps/{app_id} asks of the role is decided about that app, by access.apps.enter.
    "apps:read": Rule("full"),
    "apps:manage": Rule("full"),
    "apps:create": Rule("full", login=True),
    "audit:read": Rule("full", role="owner"),
    "account:manage": Rule("full"),
    "account:secure": Rule("full", login=True),
}


@dataclass(frozen=True, slots=True)
class Resource:
    """A thing that is to be read or changed: "game", its id, and its owner string (None: there is no such thing)."""

    kind: str
    id: str
    owner: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """The gate's answer. `action` is None where only the ownership of a thing was asked."""

    reason: Reason
    action: Action | None = None
    resource: Resource | None = None

    @property
    def allowed(self) -> bool:
        return self.reason == "allowed"


class Refusal(Problem):
    """The Problem that a refusing decision is told as."""

    def __init__(self, decision: Decision) -> None:
        status, code, detail = _words(decision)
        headers = {"WWW-Authenticate": 'Bearer realm="makebelieve"'} if status == 401 else {}
        super().__init__(status, code, detail, headers=headers)
        self.decision = decision


def _words(decision: Decision) -> tuple[int, str, str]:
    scope = RULES[decision.action].scope if decision.action is not None else None
    match decision.reason:
        case "not_authenticated":
            text = "this call needs a credential: send `Authorization: Bearer` with an access token or an API key"
            return 401, "not_authenticated", text
        case "secret_key_needed":
            return 401, "secret_key_needed", "a publishable key cannot do this; use a secret key (sk_…) on a server of yours"
        case "missing_scope":
            return 403, "missing_scope", f"this call needs the scope '{scope}', which the credential does not have"
        case "login_needed":
            return 403, "login_needed", "no API key can do this; log in and use the access token"
        case "owner_needed":
            return 403, "owner_needed", "only an owner of the app can do this; you are a member"
        case _:
            # Another's thing looks like none at all.
            return 404, "not_found", f"no such {decision.resource.kind if decision.resource is not None else 'thing'}"


def decide(caller: Caller, action: Action, resource: Resource | None = None, *, allow_anonymous: bool = True) -> Decision:
    """Whether `caller` may do `action`, to `resource` if one is given."""
    return Decision(_attempt(caller, RULES[action], allow_anonymous) or _ownership(caller, resource), action, resource)


def _attempt(caller: Caller, rule: Rule, allow_anonymous: bool) -> Reason | None:
    if rule.scope is None:
        return None
    if caller.is_anonymous:
        welcome = rule.anonymous == "anyone" or (rule.anonymous == "session" and caller.session is not None)
        return None if welcome and allow_anonymous else "not_authenticated"
    if not rule.met_by(caller.scopes):
        return "secret_key_needed" if caller.key_kind == "publishable" else "missing_scope"
    if rule.login and caller.key_id is not None:
        return "login_needed"
    if rule.role == "owner" and caller.role != "owner":
        return "owner_needed"
    return None


def _ownership(caller: Caller, resource: Resource | None) -> Reason:
    if resource is None:
        return "allowed"
    if resource.owner is None:
        return "not_found"
    return "allowed" if owns(caller, resource.owner) else "not_yours"


def enforce(decision: Decision) -> None:
    """Raises a Refusal (401, 403 or 404) unless the decision allows."""
    if not decision.allowed:
        raise Refusal(decision)


def admit(caller: Caller, action: Action, *, allow_anonymous: bool = True) -> None:
    """Raises a 401 or 403 Refusal unless the caller may attempt `action` at all; which things it may touch `own` decides."""
    enforce(decide(caller, action, allow_anonymous=allow_anonymous))


def owns(caller: Caller, owner: str) -> bool:
    return caller.subject is not None and caller.subject == owner


def own(caller: Caller, owner: str | None, what: str, identifier: str = "") -> None:
    """Raises a 404 Refusal unless the thing (`what`: "game") exists and is the caller's: another's thing looks like none at all."""
    resource = Resource(what, identifier, owner)
    enforce(Decision(_ownership(caller, resource), None, resource))
