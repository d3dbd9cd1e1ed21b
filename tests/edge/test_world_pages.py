"""What a world's page and its graph's picture show, and to whom."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service

from makebelieve.library.worlds import shelf


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


def test_the_description_follows_the_graph_and_one_written_by_hand_stays(service: Service, world: dict[str, Any]) -> None:
    world_id = world["worldId"]

    def told() -> str:
        return str(service.client.get(f"/v1/worlds/{world_id}", headers=service.owner).json()["description"])

    def store(**changes: Any) -> None:
        def work(unit: Any) -> None:
            shelf.store_graph(unit, unit.worlds.world(world_id), {**unit.worlds.document(world_id), **changes}, service.clock())

        service.house.database.write(work)

    store(description="A vampire lights a lamp.")
    assert told() == "A vampire lights a lamp."
    answer = service.client.patch(f"/v1/worlds/{world_id}", json={"description": "By hand."}, headers=service.owner)
    assert answer.status_code == 200
    store(subject="vampire")
    assert told() == "By hand."
    store(description="A bat lights a lamp.")
    assert told() == "A bat lights a lamp."


BOUND = "https://shop.example.org"


def minted(service: Service, world: dict[str, Any], origin: str | None) -> str:
    body = {"worldId": world["worldId"], "ttlSeconds": 60} | ({"origin": origin} if origin else {})
    answer = service.client.post("/v1/sessions/token", json=body, headers=service.owner)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["token"])


@pytest.mark.parametrize(
    ("bound", "said", "status", "ancestors"),
    [
        (BOUND, BOUND, 200, BOUND),
        (BOUND, None, 200, BOUND),
        (BOUND, "https://thief.example.org", 403, "https://thief.example.org"),
        (None, "https://anybody.example.org", 200, "*"),
    ],
)
def test_a_frame_holds_the_token_where_it_may_be_shown_and_the_refusal_elsewhere(
    service: Service, world: dict[str, Any], bound: str | None, said: str | None, status: int, ancestors: str
) -> None:
    token = minted(service, world, bound)
    answer = service.client.get("/embed.html", params={"token": token} | ({"origin": said} if said else {}))
    assert answer.status_code == status
    assert f"frame-ancestors {ancestors};" in answer.headers["Content-Security-Policy"] + ";"
    assert (token in answer.text) == (status == 200)
    assert ("origin_not_allowed" in answer.text) == (status == 403)


def test_an_expired_token_is_told_as_that(service: Service, world: dict[str, Any]) -> None:
    token = minted(service, world, BOUND)
    service.clock.pass_(61)
    page = service.client.get("/embed.html", params={"token": token, "origin": BOUND})
    assert (page.status_code, "token_expired" in page.text, token in page.text) == (401, True, False)
    connect = service.client.post("/v1/sessions/connect", json={"token": token})
    assert (connect.status_code, connect.json()["code"]) == (401, "token_expired")
    forged = service.client.post("/v1/sessions/connect", json={"token": token[:-8] + "AAAAAAAA"})
    assert (forged.status_code, forged.json()["code"]) == (401, "not_authenticated")


def test_a_frame_of_ours_opens_a_bound_token_only_for_the_page_that_it_is_bound_to(service: Service, world: dict[str, Any]) -> None:
    token = minted(service, world, BOUND)
    ours = {"Origin": str(service.client.base_url).rstrip("/")}
    refused = service.client.post("/v1/sessions/connect", json={"token": token, "embedOrigin": "https://thief.example.org"}, headers=ours)
    assert (refused.status_code, refused.json()["code"]) == (403, "origin_not_allowed")
    taken = service.client.post("/v1/sessions/connect", json={"token": token, "embedOrigin": BOUND}, headers=ours)
    assert taken.status_code == 200, taken.text


def test_the_page_of_no_world_says_so(service: Service) -> None:
    answer = service.client.get("/worlds/nothing-here", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert '"refused":{"code":"not_found"' in answer.text
