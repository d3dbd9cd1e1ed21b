"""What a world's page and its graph's picture show, and to whom."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service


@pytest.fixture
def world(service: Service) -> dict[str, Any]:
    made = service.client.post("/v1/worlds", json={"premise": "a keeper lights a lamp", "seed": 7}, headers=service.owner)
    assert made.status_code == 201, made.text
    return dict(made.json())


def set_visibility(service: Service, world: dict[str, Any], visibility: str) -> None:
    answer = service.client.patch(f"/v1/worlds/{world['worldId']}", json={"visibility": visibility}, headers=service.owner)
    assert answer.status_code == 200


@pytest.mark.parametrize(("visibility", "status"), [("private", 404), ("unlisted", 200), ("public", 200)])
def test_a_stranger_sees_what_is_not_private(service: Service, world: dict[str, Any], visibility: str, status: int) -> None:
    set_visibility(service, world, visibility)
    for key in (world["worldId"], world["slug"]):
        assert service.client.get(f"/worlds/{key}/graph.svg").status_code == status
        assert service.client.get(f"/worlds/{key}/graph.svg", headers=service.owner).status_code == 200
        assert service.client.get(f"/worlds/{key}/graph.svg", headers=service.user(f"{key}@x.org")).status_code == status


def test_there_is_no_picture_of_no_world(service: Service) -> None:
    assert service.client.get("/worlds/nothing-here/graph.svg").status_code == 404


def test_the_picture_marks_the_way_to_win_and_runs_nothing(service: Service, world: dict[str, Any]) -> None:
    answer = service.client.get(f"/v1/worlds/{world['worldId']}/picture", headers=service.owner)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/svg+xml")
    assert "1. take-key" in answer.text
    assert 'class="way win"' in answer.text
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    again = service.client.get(f"/v1/worlds/{world['worldId']}/picture", headers={**service.owner, "If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_the_public_list_has_public_worlds_alone_newest_first(service: Service) -> None:
    made = []
    for number, visibility in enumerate(("public", "private", "unlisted", "public", "public")):
        service.clock.pass_(1)
        one = service.client.post("/v1/worlds", json={"premise": f"world number {number}"}, headers=service.owner).json()
        set_visibility(service, one, visibility)
        made.append(one["worldId"])
    first = service.client.get("/v1/gallery/worlds?limit=2").json()
    second = service.client.get("/v1/gallery/worlds", params={"limit": 2, "cursor": first["nextCursor"]}).json()
    assert [one["id"] for one in first["worlds"]] == [made[4], made[3]]
    assert ([one["id"] for one in second["worlds"]], second["nextCursor"]) == ([made[0]], None)
    assert set(first["worlds"][0]) == {"id", "slug", "name", "description", "cover", "created_at", "play_url"}
    assert service.client.get("/v1/gallery/worlds?limit=0").status_code == 422
    assert service.client.get("/v1/gallery/worlds?cursor=zebra").status_code == 422
