"""Which action each route is, and which routes are public: the table that the gate, the docs and the generated tests read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from makebelieve.access.gate import RULES, Action


@dataclass(frozen=True, slots=True)
class Policy:
    """`creates`: honours Idempotency-Key. `credential_in_query`: takes an access token as `?token=` (event streams).

    `largest_body`: bytes, where files are uploaded; else the setting `max_body_bytes` holds.
    """

    action: Action
    creates: bool = False
    credential_in_query: bool = False
    largest_body: int = 0

    @property
    def public(self) -> bool:
        return RULES[self.action].anonymous == "anyone"


POLICIES: Final[dict[tuple[str, str], Policy]] = {
    ("POST", "/api/v1/auth/register"): Policy("public"),
    ("POST", "/api/v1/auth/login"): Policy("public"),
    ("POST", "/api/v1/auth/refresh"): Policy("public"),
    ("POST", "/api/v1/auth/token"): Policy("public"),
    ("POST", "/api/v1/auth/logout"): Policy("public"),
    ("POST", "/api/v1/auth/google"): Policy("public"),
    ("POST", "/api/v1/auth/logout-all"): Policy("account:secure"),
    ("POST", "/api/v1/auth/password"): Policy("account:secure"),
    ("GET", "/api/v1/auth/me"): Policy("usage:read"),
    ("POST", "/api/v1/generate"): Policy("games:generate", creates=True),
    ("GET", "/api/v1/generate/{game_id}/status"): Policy("games:read"),
    ("GET", "/api/v1/generate/{game_id}/progress"): Policy("games:read", credential_in_query=True),
    ("POST", "/api/v1/iterate"): Policy("games:iterate", creates=True),
    ("GET", "/api/v1/games"): Policy("games:read"),
    ("POST", "/api/v1/games"): Policy("games:write", creates=True),
    ("GET", "/api/v1/games/{game_id}"): Policy("games:read"),
    ("DELETE", "/api/v1/games/{game_id}"): Policy("games:write"),
    ("GET", "/api/v1/games/{game_id}/versions"): Policy("games:read"),
    ("GET", "/api/v1/games/{game_id}/versions/{version}"): Policy("games:read"),
    ("POST", "/api/v1/games/{game_id}/versions/{version}/restore"): Policy("games:write", creates=True),
    ("POST", "/api/v1/games/{game_id}/share"): Policy("games:write"),
    ("GET", "/v1/jobs"): Policy("jobs:read"),
    ("GET", "/v1/jobs/{job_id}"): Policy("jobs:read"),
    ("POST", "/v1/jobs/{job_id}/cancel"): Policy("jobs:cancel"),
    ("POST", "/v1/batch"): Policy("batch:create", creates=True),
    ("GET", "/v1/batch/{batch_id}"): Policy("jobs:read"),
    ("POST", "/v1/apps/{app_id}/webhooks"): Policy("webhooks:manage", creates=True),
    ("GET", "/v1/apps/{app_id}/webhooks"): Policy("webhooks:manage"),
    ("GET", "/v1/apps/{app_id}/webhooks/{webhook_id}"): Policy("webhooks:manage"),
    ("PATCH", "/v1/apps/{app_id}/webhooks/{webhook_id}"): Policy("webhooks:manage"),
    ("DELETE", "/v1/apps/{app_id}/webhooks/{webhook_id}"): Policy("webhooks:manage"),
    ("POST", "/v1/apps/{app_id}/webhooks/{webhook_id}/delete"): Policy("webhooks:manage"),
    ("POST", "/v1/apps/{app_id}/webhooks/{webhook_id}/rotate-secret"): Policy("webhooks:manage", creates=True),
    ("POST", "/v1/apps/{app_id}/webhook-secret"): Policy("webhooks:manage", creates=True),
    ("GET", "/v1/apps/{app_id}/webhook-deliveries"): Policy("webhooks:manage"),
    ("POST", "/v1/apps/{app_id}/webhook-deliveries/{delivery_id}/redeliver"): Policy("webhooks:manage"),
    ("POST", "/v1/generations"): Policy("studio:make", creates=True),
    ("POST", "/v1/generations/select"): Policy("studio:make", creates=True),
    ("GET", "/v1/generations"): Policy("studio:read"),
    ("GET", "/v1/generations/{generation_id}"): Policy("studio:read"),
    ("GET", "/v1/sprites"): Policy("studio:read"),
    ("GET", "/v1/sprites/{sprite_id}"): Policy("studio:read"),
    ("PATCH", "/v1/sprites/{sprite_id}"): Policy("studio:make"),
    ("DELETE", "/v1/sprites/{sprite_id}"): Policy("studio:make"),
    ("POST", "/v1/sprites/{sprite_id}/animations"): Policy("studio:make", creates=True),
    ("GET", "/v1/sprites/{sprite_id}/animations"): Policy("studio:read"),
    ("GET", "/v1/animations/{animation_id}"): Policy("studio:read"),
    ("GET", "/v1/animations/{animation_id}/gif"): Policy("studio:read"),
    ("POST", "/v1/animations/{animation_id}/process"): Policy("studio:make", creates=True),
    ("DELETE", "/v1/animations/{animation_id}"): Policy("studio:make"),
    ("POST", "/v1/projects"): Policy("studio:make", creates=True),
    ("GET", "/v1/projects"): Policy("studio:read"),
    ("GET", "/v1/projects/{project_id}"): Policy("studio:read"),
    ("PATCH", "/v1/projects/{project_id}"): Policy("studio:make"),
    ("DELETE", "/v1/projects/{project_id}"): Policy("studio:make"),
    ("POST", "/v1/tile-packs/generate"): Policy("studio:make", creates=True),
    ("GET", "/v1/tile-packs/tiles/{tile_id}"): Policy("studio:read"),
    ("GET", "/v1/tile-packs"): Policy("studio:read"),
    ("GET", "/v1/sprites/{sprite_id}/packages/{engine}"): Policy("studio:read"),
    ("GET", "/v1/projects/{project_id}/packages/{engine}"): Policy("studio:read"),
    ("POST", "/v1/music"): Policy("studio:make", creates=True, largest_body=22_000_000),
    ("GET", "/v1/music"): Policy("studio:read"),
    ("GET", "/v1/music/{music_id}"): Policy("studio:read"),
    ("GET", "/v1/music/{music_id}/download"): Policy("studio:read"),
    ("DELETE", "/v1/music/{music_id}"): Policy("studio:make"),
    ("POST", "/v1/sounds"): Policy("studio:make", creates=True),
    ("GET", "/v1/sounds"): Policy("studio:read"),
    ("GET", "/v1/sounds/{sound_id}"): Policy("studio:read"),
    ("DELETE", "/v1/sounds/{sound_id}"): Policy("studio:make"),
    ("GET", "/api/v1/usage"): Policy("usage:read"),
    ("GET", "/v1/usage"): Policy("billing:read"),
    ("GET", "/v1/billing/status"): Policy("billing:read"),
    ("POST", "/api/v1/developer/keys"): Policy("keys:manage", creates=True),
    ("GET", "/api/v1/developer/keys"): Policy("keys:manage"),
    ("DELETE", "/api/v1/developer/keys/{key_id}"): Policy("keys:manage"),
    ("POST", "/api/v1/developer/nda"): Policy("account:manage"),
    ("GET", "/api/v1/developer/profile"): Policy("developer:read"),
    ("GET", "/developer/profile"): Policy("developer:read"),
    ("GET", "/api/v1/developer/analytics"): Policy("developer:read"),
    ("GET", "/api/v1/billing/subscription"): Policy("developer:read"),
    ("POST", "/v1/apps"): Policy("apps:create", creates=True),
    ("GET", "/v1/apps"): Policy("apps:read"),
    ("GET", "/v1/apps/{app_id}"): Policy("apps:read"),
    ("PATCH", "/v1/apps/{app_id}"): Policy("apps:manage"),
    ("GET", "/v1/apps/{app_id}/members"): Policy("apps:read"),
    ("POST", "/v1/apps/{app_id}/members"): Policy("apps:manage", creates=True),
    ("PATCH", "/v1/apps/{app_id}/members/{user_id}"): Policy("apps:manage"),
    ("DELETE", "/v1/apps/{app_id}/members/{user_id}"): Policy("apps:manage"),
    ("POST", "/v1/apps/{app_id}/keys"): Policy("apps:manage", creates=True),
    ("GET", "/v1/apps/{app_id}/keys"): Policy("apps:manage"),
    ("DELETE", "/v1/apps/{app_id}/keys/{key_id}"): Policy("apps:manage"),
    ("POST", "/v1/apps/{app_id}/keys/{key_id}/rotate"): Policy("apps:manage", creates=True),
    ("GET", "/v1/audit"): Policy("audit:read"),
    ("POST", "/api/v1/billing/create-checkout-session"): Policy("account:manage"),
}
