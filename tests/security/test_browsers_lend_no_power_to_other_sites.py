"""Cross-site requests: cookies count for our own pages only; other origins may use bearer credentials and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service

EVIL = "https://evil.example"


def log_in(service: Service) -> None:
    from makebelieve.access import browser

    owner = service.house.database.read(lambda unit: unit.accounts.owner())
    assert owner is not None
    token = service.house.database.write(lambda unit: browser.make_login_link(unit, owner, service.clock()))
    assert service.client.get(f"/login/{token}", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    ("headers", "read", "write"),
    [
        ({}, 200, 403),
        ({"Origin": EVIL}, 401, 403),
        ({"Origin": "null"}, 401, 403),
        ({"Origin": "http://testserver.evil.example"}, 401, 403),
        ({"Origin": "http://testserver:81"}, 401, 403),
        ({"Origin": "https://testserver"}, 401, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 200, 403),
        ({"Sec-Fetch-Site": "same-site"}, 200, 403),
        ({"Sec-Fetch-Site": "none"}, 200, 403),
        ({"Origin": EVIL, "Sec-Fetch-Site": "same-origin"}, 401, 403),
        ({"Origin": "http://testserver"}, 200, 200),
        ({"Origin": "http://127.0.0.1:8000"}, 200, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200, 200),
    ],
)
def test_a_cookie_counts_for_our_own_pages(service: Service, headers: dict[str, str], read: int, write: int) -> None:
    log_in(service)
    assert service.client.get("/api/v1/games", headers=headers).status_code == read
    assert service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=headers).status_code == write
    made = service.client.get("/api/v1/games", headers=service.owner).json()["total"]
    assert made == (1 if write == 200 else 0)


@pytest.mark.parametrize("path", ["/api/v1/auth/logout-all", "/api/v1/auth/password", "/v1/apps", "/api/v1/developer/keys"])
def test_no_other_site_reaches_what_matters_through_a_cookie(service: Service, path: str) -> None:
    log_in(service)
    body: dict[str, Any] = {"new_password": "correct horse", "name": "x", "label": "x"}
    wanted = {"/api/v1/auth/password": ("new_password",), "/v1/apps": ("name",), "/api/v1/developer/keys": ("label",)}.get(path, ())
    answer = service.client.post(path, json={name: body[name] for name in wanted} or None, headers={"Origin": EVIL})
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")


def test_a_login_from_another_site_sets_no_cookie(service: Service) -> None:
    service.register("ada@example.org")
    service.client.cookies.clear()
    body = {"email": "ada@example.org", "password": "correct horse"}
    for headers in ({"Origin": EVIL}, {}):
        answer = service.client.post("/api/v1/auth/login", json=body, headers=headers)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
    assert (
        "mb_session" in service.client.post("/api/v1/auth/login", json=body, headers={"Origin": "http://testserver"}).headers["set-cookie"]
    )


def test_the_cookie_is_out_of_reach_of_scripts_and_of_plain_http(open_service: Any) -> None:
    for url, secure in (("http://127.0.0.1:8000", False), ("https://games.example.org", True)):
        service = open_service(public_url=url)
        log_in(service)
        owner = service.house.database.read(lambda unit: unit.accounts.owner())
        from makebelieve.access import browser

        token = service.house.database.write(lambda unit, owner=owner, at=service.clock(): browser.make_login_link(unit, owner, at))
        cookie = service.client.get(f"/login/{token}", follow_redirects=False).headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        assert ("secure" in cookie) is secure


def test_pages_of_other_origins_may_call_with_a_bearer_credential(service: Service) -> None:
    headers = {**service.owner, "Origin": EVIL}
    answer = service.client.get("/api/v1/games", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "RateLimit" in answer.headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    asking = {"Origin": EVIL, "Access-Control-Request-Method": "DELETE", "Access-Control-Request-Headers": "authorization, idempotency-key"}
    preflight = service.client.options("/api/v1/games/x", headers=asking)
    assert preflight.status_code == 200
    assert "DELETE" in preflight.headers["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Credentials" not in preflight.headers


def test_errors_can_be_read_from_other_origins_too(service: Service) -> None:
    answer = service.client.get("/api/v1/games", headers={"Origin": EVIL, "Authorization": "Bearer sk_live_wrong"})
    assert answer.status_code == 401
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_pages_are_shared_with_nobody(service: Service) -> None:
    for path in ("/", "/play/none", "/play/none/game.json", "/login/x", "/health"):
        assert "Access-Control-Allow-Origin" not in service.client.get(path, headers={"Origin": EVIL}).headers


@pytest.mark.parametrize(
    ("origins", "origin", "allowed"),
    [
        ("https://fox.example, https://owl.example/", "https://owl.example", True),
        ("https://fox.example", EVIL, False),
        ("https://fox.example", "https://fox.example.evil.example", False),
        ("", "https://fox.example", False),
    ],
)
def test_origins_are_the_operators_to_choose(open_service: Any, origins: str, origin: str, allowed: bool) -> None:
    service = open_service(cors_origins=origins)
    answer = service.client.get("/api/v1/games", headers={**service.owner, "Origin": origin})
    assert answer.headers.get("Access-Control-Allow-Origin") == (origin if allowed else None)
    asking = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    preflight = service.client.options("/api/v1/generate", headers=asking)
    assert (preflight.headers.get("Access-Control-Allow-Origin") == origin) is allowed
