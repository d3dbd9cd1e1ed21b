"""Security fields on every answer; what users made runs nothing and is of no origin."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}


def policy(answer: Any) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


@pytest.mark.parametrize(
    "path",
    ["/", "/play/none", "/health", "/api/docs", "/api/openapi.json", "/api/v1/games", "/v1/apps", "/nowhere", "/.well-known/jwks.json"],
)
def test_every_answer_carries_them(service: Service, path: str) -> None:
    answer = service.client.get(path)
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    told = policy(answer)
    assert told["default-src"] == "'none'"
    assert "unsafe-eval" not in told.get("script-src", "").replace("wasm-unsafe-eval", "")
    assert "unsafe-inline" not in told.get("script-src", "")
    assert "Strict-Transport-Security" not in answer.headers
    # The two exclude each other: browsers show no sandboxed answer that asks for a group of its own.
    assert ("Cross-Origin-Opener-Policy" in answer.headers) is ("sandbox" not in told)


@pytest.mark.parametrize("path", ["/api/v1/games", "/v1/apps", "/api/openapi.json", "/health", "/nowhere"])
def test_answers_for_programs_run_nothing_when_opened_as_a_page(service: Service, path: str) -> None:
    told = policy(service.client.get(path, headers=service.owner))
    assert told["frame-ancestors"] == "'none'"
    assert told["sandbox"] == ""


def test_anothers_game_is_played_in_a_sandbox_by_whoever_is_known_here(service: Service) -> None:
    game = service.game(service.owner)["game_id"]
    service.client.post(f"/api/v1/games/{game}/share", headers=service.owner)
    page = f"/play/{game}"
    assert "sandbox" not in policy(service.client.get(page, headers=service.owner))
    assert "sandbox" not in policy(service.client.get(page))
    told = policy(service.client.get(page, headers=service.user()))
    assert told["sandbox"] == "allow-scripts allow-pointer-lock allow-downloads"
    assert "allow-same-origin" not in told["sandbox"]
    # An anonymous browser that has made games has them to lose as well.
    service.client.post("/api/v1/generate", json={"prompt": "a fox"})
    assert "sandbox" in policy(service.client.get(page))


@pytest.mark.parametrize("path", ["/engine.js", "/assets/play-abc123.js"])
def test_scripts_are_everybodys(service: Service, path: str) -> None:
    answer = service.client.get(path, headers={"Origin": "null"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Content-Security-Policy" not in answer.headers


def test_pages_can_be_framed_by_our_own_pages_only(service: Service) -> None:
    game = service.game(service.owner)["game_id"]
    for path in ("/", f"/play/{game}"):
        assert policy(service.client.get(path, headers=service.owner))["frame-ancestors"] == "'self'"


def test_a_picture_that_a_user_made_is_of_no_origin(service: Service) -> None:
    game = service.game(service.owner)["game_id"]
    for headers in (service.owner, {**service.owner, "If-None-Match": "*"}):
        answer = service.client.get(f"/play/{game}/picture.png", headers=headers)
        told = policy(answer)
        assert told["sandbox"] == ""
        assert told["default-src"] == "'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert service.client.get(f"/play/{game}/picture.png", headers=service.owner).headers["Content-Type"] == "image/png"


def test_game_data_is_served_as_data(service: Service) -> None:
    game = service.game(service.owner, "</script><script>alert(1)</script>")["game_id"]
    answer = service.client.get(f"/play/{game}/game.json", headers=service.owner)
    assert answer.headers["Content-Type"] == "application/json"
    assert policy(answer)["sandbox"] == ""


def test_https_is_kept_to_where_it_is_used(open_service: Any) -> None:
    service = open_service(public_url="https://games.example.org")
    assert service.client.get("/").headers["Strict-Transport-Security"] == "max-age=31536000"
