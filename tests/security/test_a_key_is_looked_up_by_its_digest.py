"""Timing: what is compared with stored values is a digest, so no measurement tells how much of a guessed secret was right."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from small_service import Service, bearer

from makebelieve.access import passwords
from makebelieve.access.secrets import digest_of, new_api_key, new_token


@contextmanager
def watched(service: Service) -> Iterator[list[str]]:
    """Every statement with its parameters, as text."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        seen.append(f"{statement} {parameters!r}")

    engines = (service.house.database._reader, service.house.database._writer)
    for engine in engines:
        sa.event.listen(engine, "before_cursor_execute", note)
    yield seen
    for engine in engines:
        sa.event.remove(engine, "before_cursor_execute", note)


def test_a_digest_tells_nothing_about_the_digest_of_a_near_guess() -> None:
    key = new_api_key()
    near = key[:-1] + ("a" if key[-1] != "a" else "b")
    assert digest_of(key) == hashlib.sha256(key.encode()).hexdigest()
    same = sum(a == b for a, b in zip(digest_of(key), digest_of(near), strict=True))
    assert same < 20


def test_secrets_reach_the_database_as_digests_alone(service: Service) -> None:
    key = service.key(service.user(), "read")["Authorization"].split()[1]
    guess, session, refresh, link = new_api_key(), new_token(), new_token(), new_token()
    with watched(service) as seen:
        for credential in (key, guess):
            service.client.get("/api/v1/games", headers=bearer(credential))
            service.client.post("/api/v1/auth/token", json={"api_key": credential})
        service.client.get("/api/v1/games", headers={"Cookie": f"mb_session={session}"})
        service.client.post("/api/v1/auth/refresh", json={"refresh_token": refresh})
        service.client.get(f"/login/{link}")
    text = "\n".join(seen)
    for secret in (key, guess, session, refresh, link):
        assert digest_of(secret) in text
        assert secret not in text


def test_an_unknown_account_costs_a_hash_like_a_known_one(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    service.register("ada@example.org")
    checked: list[str | None] = []
    real = passwords.verify_password

    def counting(password: str, encoded: str | None) -> bool:
        checked.append(encoded)
        return real(password, encoded)

    monkeypatch.setattr(passwords, "verify_password", counting)
    answers = [
        service.client.post("/api/v1/auth/login", json={"email": email, "password": "wrong horse"})
        for email in ("ada@example.org", "eve@example.org")
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].json()["detail"] == answers[1].json()["detail"]
    assert len(checked) == 2
    assert checked[1] is None


def test_nobodys_hash_is_made_with_todays_parameters() -> None:
    passwords._nobody.cache_clear()
    assert not passwords.outdated(passwords._nobody())
    passwords._nobody.cache_clear()
