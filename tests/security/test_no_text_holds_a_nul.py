"""A NUL in a text is refused by name, before anything is done, the same on every database."""

from __future__ import annotations

from typing import Any

import pytest
from routes import WRITING, body_of, parameters, path_of
from small_service import Service

from makebelieve.edge.http.policy import POLICIES


def _with_nul(body: Any) -> tuple[Any, str] | None:
    """The body with a NUL in its first text, and the name of that field."""
    for name, value in body.items():
        if isinstance(value, str):
            return {**body, name: value + "\x00"}, name
    return None


def test_in_bodies(service: Service) -> None:
    refused, user = 0, service.user()
    for method, path in WRITING:
        body = body_of(method, path)
        changed = _with_nul(body) if isinstance(body, dict) else None
        if changed is None:
            continue
        answer = service.client.request(method, path_of(path), json=changed[0], headers=user)
        assert answer.status_code in (400, 422), (method, path, answer.text)
        # The worlds family's errors are texts.
        named = [error["path"] if isinstance(error, dict) else error.partition(":")[0] for error in answer.json()["errors"]]
        assert named == [changed[1]], (method, path, answer.text)
        refused += 1
    assert refused >= 10


def test_deep_in_bodies(service: Service) -> None:
    item = {"path": "/api/v1/generate", "body": {"prompt": "a\x00fox", "seed": 1}}
    answer = service.client.post("/v1/batch", json={"items": [item]}, headers=service.owner)
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, "items.0.body.prompt")
    answer = service.client.post("/api/v1/generate", json={"prompt": "a fox", "preferences": {"\x00": 1}}, headers=service.owner)
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (422, "preferences")
    assert service.client.get("/v1/jobs", headers=service.owner).json()["jobs"] == []


def test_in_paths_and_queries(service: Service) -> None:
    for method, path in sorted(POLICIES):
        if method == "GET" and parameters(path) and POLICIES[method, path].action != "public":
            answer = service.client.get(path_of(path, "a%00b"), headers=service.owner)
            assert answer.status_code in (400, 422), (path, answer.text)
            assert answer.json()["errors"][0]["path"] in parameters(path)
    answer = service.client.get("/v1/jobs?kind=a%00b", headers=service.owner)
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (422, "kind")


@pytest.mark.parametrize("prompt", [r"a \\u0000 fox", "a fox %00"])
def test_what_only_looks_like_one_is_a_text(service: Service, prompt: str) -> None:
    assert service.client.post("/api/v1/generate", json={"prompt": prompt}, headers=service.owner).status_code == 200
