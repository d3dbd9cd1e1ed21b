"""W-41 to W-43: pictures described, searched and painted."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from typing import Any

import pytest
import receiver
from PIL import Image, ImageDraw
from small_service import Service

CALLS = {
    "/v1/perceive": {},
    "/v1/ground/objects": {"labels": ["sky"]},
}


def meadow() -> bytes:
    picture = Image.new("RGB", (320, 180), "#7fb6e8")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 110, 320, 180), fill="#3f8a3f")
    draw.rectangle((30, 70, 80, 130), fill="#c8362f")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


FRAME = base64.b64encode(meadow()).decode()


def post(service: Service, path: str, headers: dict[str, str] | None = None, **body: Any) -> Any:
    return service.client.post(path, json=body, headers=headers or service.owner)


def used(service: Service) -> int:
    return int(service.client.get("/v1/usage", headers=service.owner).json()["usage"]["generation"])


def test_perceive_answers_with_the_agreed_fields_and_says_what_it_cannot(service: Service) -> None:
    answer = post(service, "/v1/perceive", frame_b64=FRAME, room_name="Meadow", room_description="A wooden gate, and a note on a post.")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert {"summary", "visible", "affordances", "exits"} <= set(told)
    assert told["visible"][0] == "a large light blue region across the top"
    assert (told["exits"], "read the note" in told["affordances"]) == (["wooden gate"], True)
    assert (told["measures"]["setting"]["value"], told["measures"]["light"]["direction"]) == ("outdoors", "above")
    assert [one["name"] for one in told["regions"]] == ["light blue", "green", "red"]
    assert (told["text"], told["not_detected"]) == (None, ["objects", "people", "text"])
    assert told["method"].startswith("measured")
    assert used(service) == 0


def test_without_words_nothing_is_offered(service: Service) -> None:
    told = post(service, "/v1/perceive", frame_b64=FRAME).json()
    assert (told["affordances"], told["exits"]) == ([], [])


def test_ground_finds_colours_and_places_and_says_what_it_cannot_see(service: Service) -> None:
    wanted = ["sky", {"label": "the red door", "choice_id": "open_door"}, {"label": "a dragon", "aliases": ["red"]}, "a lantern"]
    answer = post(service, "/v1/ground/objects", frame_b64=f"data:image/png;base64,{FRAME}", labels=wanted)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    spots = {one["label"]: one for one in told["hotspots"]}
    assert set(spots) == {"sky", "the red door", "a dragon"}
    assert (spots["the red door"]["choice_id"], spots["sky"]["choice_id"]) == ("open_door", None)
    x, y, width, height = spots["the red door"]["bbox"]
    assert abs(x - 30 / 320) < 0.04
    assert abs(y - 70 / 180) < 0.04
    assert (0 < width < 0.25, 0 < height < 0.4) == (True, True)
    assert spots["the red door"]["confidence"] <= 0.4
    assert spots["sky"]["method"] == ["sky"]
    assert {one["label"]: one["words"] for one in told["not_detected"]} == {"the red door": ["door"], "a lantern": ["lantern"]}


@pytest.mark.parametrize("path", CALLS)
@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({}, 400, "frame_b64"),
        ({"frame_b64": "%%%"}, 422, "frame_b64"),
        ({"frame_b64": base64.b64encode(b"no picture").decode()}, 422, "frame_b64"),
        ({"frame_url": "http://127.0.0.1/x.png"}, 422, "frame_url"),
        ({"frame_url": "http://169.254.169.254/latest/meta-data"}, 422, "frame_url"),
        ({"frame_url": "file:///etc/passwd"}, 422, "frame_url"),
    ],
)
def test_a_bad_frame_names_the_field(service: Service, path: str, body: dict[str, Any], status: int, field: str) -> None:
    answer = post(service, path, **CALLS[path], **body)
    assert answer.status_code == status, answer.text
    assert field in str(answer.json()["errors"][0])


@pytest.mark.parametrize(
    ("path", "body", "field"), [("/v1/ground/objects", {"frame_b64": FRAME}, "labels"), ("/v1/seed-frame", {}, "prompt")]
)
def test_what_is_missing_is_400(service: Service, path: str, body: dict[str, Any], field: str) -> None:
    answer = post(service, path, **body)
    assert (answer.status_code, answer.json()["schemaVersion"]) == (400, "1.0")
    assert answer.json()["errors"][0]["path"] == field


@pytest.mark.parametrize(
    ("labels", "field"), [([], "labels"), ([""], "labels"), (["x" * 201], "labels"), (["x"] * 51, "labels"), ("sky", "labels")]
)
def test_bad_labels_are_422(service: Service, labels: Any, field: str) -> None:
    answer = post(service, "/v1/ground/objects", frame_b64=FRAME, labels=labels)
    assert (answer.status_code, field in answer.text) == (422, True)


def test_a_frame_is_fetched_where_the_guard_allows(open_service: Callable[..., Service]) -> None:
    with receiver.running() as server:
        server.answer = lambda _: (200, {"Content-Type": "image/png"}, meadow())
        service = open_service(outbound_allow="127.0.0.1")
        told = post(service, "/v1/perceive", frame_url=f"{server.url}/frame.png").json()
        server.answer = lambda _: 404
        gone = post(service, "/v1/perceive", frame_url=f"{server.url}/frame.png")
    assert told["regions"][0]["name"] == "light blue"
    assert (gone.status_code, gone.json()["code"]) == (422, "not_fetched")


def test_seed_frame_answers_with_the_agreed_fields_and_takes_a_generation(service: Service) -> None:
    answer = post(service, "/v1/seed-frame", prompt="a stone quay", style="vector", seed=7)
    assert answer.status_code == 200, answer.text
    made = answer.json()
    assert {"imageBase64", "mimeType", "url", "prompt", "art_style"} <= set(made)
    assert (made["mimeType"], made["prompt"], made["art_style"], made["worldId"]) == ("image/png", "a stone quay", "vector", None)
    file = service.client.get(made["url"])
    assert (file.status_code, file.content) == (200, base64.b64decode(made["imageBase64"]))
    assert used(service) == 1


def test_a_frame_that_fails_costs_nothing(service: Service) -> None:
    assert post(service, "/v1/seed-frame", prompt="please refuse this").status_code == 422
    assert used(service) == 0


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"prompt": "ab"}, "prompt"),
        ({"prompt": "x" * 501}, "prompt"),
        ({"prompt": "a quay", "pov": "sideways"}, "pov"),
        ({"prompt": "a quay", "style": "oil"}, "style"),
        ({"prompt": "a quay", "mood": "x" * 61}, "mood"),
        ({"prompt": "a quay", "worldId": "nine"}, "worldId"),
        ({"prompt": "a quay", "frame_url": "http://10.0.0.1/"}, "frame_url"),
    ],
)
def test_a_bad_order_of_a_frame_names_the_field(service: Service, body: dict[str, Any], field: str) -> None:
    answer = post(service, "/v1/seed-frame", **body)
    assert (answer.status_code, field in str(answer.json()["errors"][0])) == (422, True)
    assert used(service) == 0


def test_an_idempotency_key_paints_one_frame(service: Service) -> None:
    headers = {**service.owner, "Idempotency-Key": "once"}
    first = post(service, "/v1/seed-frame", headers, prompt="a quay")
    assert post(service, "/v1/seed-frame", headers, prompt="a quay").json() == first.json()
    assert used(service) == 1


def test_over_the_quota_is_402(service: Service) -> None:
    app = service.client.get("/v1/apps", headers=service.owner).json()["apps"][0]["id"]
    service.house.books.set_cap(app, "generation", 0)
    assert post(service, "/v1/seed-frame", prompt="a quay").status_code == 402


def test_prefer_respond_async_is_202_with_a_job(service: Service) -> None:
    answer = post(service, "/v1/seed-frame", {**service.owner, "Prefer": "respond-async"}, prompt="a quay")
    assert answer.status_code == 202
    service.wait(answer.json()["jobId"])
    done = service.client.get(f"/v1/jobs/{answer.json()['jobId']}", headers=service.owner).json()
    assert service.client.get(done["result"]["url"]).status_code == 200


def test_a_frame_for_a_world_becomes_its_entrance_and_cover(service: Service) -> None:
    world = post(service, "/v1/worlds", premise="a keeper lights a lamp", seed=7).json()["worldId"]
    before = service.client.get(f"/v1/worlds/{world}", headers=service.owner)
    made = post(service, "/v1/seed-frame", prompt="a stone quay", worldId=world).json()
    after = service.client.get(f"/v1/worlds/{world}", headers=service.owner)
    assert made["worldId"] == world
    assert after.json()["cover"] == after.json()["entrance"]["image"]["src"] == made["url"]
    assert after.json()["scene"] == before.json()["scene"]
    assert after.headers["ETag"] != before.headers["ETag"]


def test_anothers_world_is_404_and_costs_nothing(service: Service) -> None:
    world = post(service, "/v1/worlds", premise="a keeper lights a lamp").json()["worldId"]
    eve = service.user("eve@example.org")
    assert post(service, "/v1/seed-frame", eve, prompt="a stone quay", worldId=world).status_code == 404
    assert service.client.get("/v1/usage", headers=eve).json()["usage"]["generation"] == 0
