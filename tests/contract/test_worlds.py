"""W-06 to W-12 and W-27 to W-33: worlds, their jobs, their versions."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image
from small_service import Service, bearer


def make(service: Service, headers: dict[str, str] | None = None, **body: Any) -> dict[str, Any]:
    answer = service.client.post(
        "/v1/worlds", json={"premise": "a keeper lights a lamp", "seed": 7, **body}, headers=headers or service.owner
    )
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def read(service: Service, world_id: str, part: str = "") -> Any:
    answer = service.client.get(f"/v1/worlds/{world_id}{part}", headers=service.owner)
    assert answer.status_code == 200, answer.text
    return answer.json()


def app_key(service: Service, login: dict[str, str], **wanted: Any) -> dict[str, str]:
    app = service.client.get("/v1/apps", headers=login).json()["apps"][0]["id"]
    made = service.client.post(f"/v1/apps/{app}/keys", json={"kind": "secret", "mode": "live", **wanted}, headers=login)
    return bearer(made.json()["key"])


def picture(size: tuple[int, int] = (32, 20), kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (40, 80, 120)).save(out, kind)
    return out.getvalue()


def test_create_answers_with_the_agreed_fields(service: Service) -> None:
    made = make(service, name="The Lamp")
    assert set(made) == {"worldId", "slug", "ok", "cover", "name", "schemaVersion"}
    assert (made["ok"], made["schemaVersion"], made["name"]) == (True, "1.0", "The Lamp")
    assert made["slug"].startswith("the-lamp-")
    cover = service.client.get(made["cover"])
    assert (cover.status_code, cover.headers["Content-Type"]) == (200, "image/png")


def test_a_world_is_read_at_top_level_with_unknown_keys(service: Service) -> None:
    made = make(service)
    world = read(service, made["worldId"])
    assert (world["id"], world["entrance"]["state"], world["futureField"]) == (made["worldId"], "hall", {"kept": True})
    assert world["entrance"]["image"]["src"] == world["cover"] == made["cover"]


STORY = json.loads((Path(__file__).parents[1] / "worlds" / "stories" / "thesis.json").read_text("utf-8"))


def test_a_story_of_the_callers_own_is_played(service: Service) -> None:
    made = make(service, premise=None, story=STORY)
    assert made["name"] == STORY["title"]
    form = service.client.get("/schema/story-1.0.json")
    assert form.headers["Content-Type"] == "application/schema+json"
    jsonschema.validate(STORY, form.json())
    assert "what a camera sees" in form.json()["description"]


@pytest.mark.parametrize(
    ("story", "field", "why"),
    [
        ({**STORY, "title": ""}, "story.title", "at least 1 character"),
        ({**STORY, "last_place": "moon"}, "story", "'moon' is no spot; spots are flat"),
        ("a story", "story", "valid dictionary"),
    ],
)
def test_a_story_that_does_not_hang_together_is_refused(service: Service, story: Any, field: str, why: str) -> None:
    answer = service.client.post("/v1/worlds", json={"story": story}, headers=service.owner)
    assert answer.status_code == 422
    assert any(one.startswith(field) and why in one for one in answer.json()["errors"]), answer.text


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({}, 400, "premise"),
        ({"premise": "ab"}, 422, "premise"),
        ({"premise": "x" * 2001}, 422, "premise"),
        ({"premise": "a fox", "pov": "sideways"}, 422, "pov"),
        ({"premise": "a fox", "name": "x" * 121}, 422, "name"),
        ({"premise": "a fox", "seed": -1}, 422, "seed"),
        ({"frame_b64": "%%%"}, 422, "frame_b64"),
        ({"frame_b64": base64.b64encode(b"no picture").decode()}, 422, "frame_b64"),
        ({"frame_url": "http://127.0.0.1/x.png"}, 422, "frame_url"),
        ({"frame_url": "file:///etc/passwd"}, 422, "frame_url"),
    ],
)
def test_bad_input_names_the_field_and_charges_nothing(service: Service, body: dict[str, Any], status: int, field: str) -> None:
    answer = service.client.post("/v1/worlds", json=body, headers=service.owner)
    assert answer.status_code == status, answer.text
    problem = answer.json()
    assert problem["schemaVersion"] == "1.0"
    assert isinstance(problem["errors"][0], str)
    assert field in problem["errors"][0]
    assert service.client.get("/v1/usage", headers=service.owner).json()["usage"]["generation"] == 0


def test_bad_json_is_400(service: Service) -> None:
    answer = service.client.post("/v1/worlds", content=b"{", headers={**service.owner, "Content-Type": "application/json"})
    assert answer.status_code == 400


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_frame_alone_is_enough(service: Service, kind: str) -> None:
    frame = base64.b64encode(picture(kind=kind)).decode()
    make(service, premise=None, frame_b64=frame)
    make(service, premise=None, frame_b64=f"data:image/{kind.lower()};base64,{frame}")


def test_a_frame_of_the_largest_size_is_taken_and_a_larger_one_is_413(service: Service) -> None:
    full = picture() + b"\0" * (8 * 1024 * 1024 - len(picture()))
    make(service, premise=None, frame_b64=base64.b64encode(full).decode())
    answer = service.client.post("/v1/worlds", json={"frame_b64": base64.b64encode(full + b"\0").decode()}, headers=service.owner)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_async_answers_202_with_a_job_to_follow(service: Service) -> None:
    answer = service.client.post("/v1/worlds", json={"premise": "a fox", "async": True}, headers=service.owner)
    assert answer.status_code == 202
    job = answer.json()
    assert {"jobId", "status", "phase", "progress", "worldId", "error", "schemaVersion"} <= set(job)
    service.wait(job["jobId"])
    done = service.client.get(f"/v1/jobs/{job['jobId']}", headers=service.owner).json()
    assert (done["status"], done["error"]) == ("succeeded", None)
    assert read(service, done["worldId"])["name"] == "a fox"


def test_a_failed_generation_is_given_back(service: Service) -> None:
    answer = service.client.post("/v1/worlds", json={"premise": "please refuse this"}, headers=service.owner)
    assert answer.status_code == 422
    assert service.client.get("/v1/usage", headers=service.owner).json()["usage"]["generation"] == 0


def test_over_the_quota_is_402(service: Service) -> None:
    app = service.client.get("/v1/apps", headers=service.owner).json()["apps"][0]["id"]
    service.house.books.set_cap(app, "generation", 1)
    make(service)
    answer = service.client.post("/v1/worlds", json={"premise": "one more"}, headers=service.owner)
    assert answer.status_code == 402
    assert (answer.json()["detail"], answer.json()["schemaVersion"]) == ("daily generation quota exceeded", "1.0")


def test_an_idempotency_key_makes_one_world(service: Service) -> None:
    headers = {**service.owner, "Idempotency-Key": "once"}
    first, again = (service.client.post("/v1/worlds", json={"premise": "a fox", "seed": 1}, headers=headers) for _ in range(2))
    assert first.json() == again.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(service.client.get("/v1/worlds", headers=service.owner).json()["worlds"]) == 1


def test_lists_are_newest_first_by_cursor(service: Service) -> None:
    made = []
    for number in range(5):
        made.append(make(service, name=f"World {number}")["worldId"])
        service.clock.pass_(1)
    found, cursor = [], None
    while True:
        query = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = service.client.get("/v1/worlds", params=query, headers=service.owner).json()
        found += [world["id"] for world in page["worlds"]]
        cursor = page["nextCursor"]
        if cursor is None:
            break
    assert found == made[::-1]
    by_time = service.client.get("/v1/worlds", params={"cursor": page["worlds"][0]["created_at"]}, headers=service.owner)
    assert by_time.json()["worlds"] == []
    assert service.client.get("/v1/worlds", params={"cursor": "yesterday"}, headers=service.owner).status_code == 422


def test_test_keys_see_test_worlds_only(service: Service) -> None:
    login = service.user()
    live, test = app_key(service, login), app_key(service, login, mode="test")
    world_id = make(service, test)["worldId"]
    assert service.client.get(f"/v1/worlds/{world_id}", headers=live).status_code == 404
    assert service.client.get(f"/v1/worlds/{world_id}", headers=test).status_code == 200


def test_a_publishable_key_reads_and_does_not_write(service: Service) -> None:
    public = app_key(service, service.owner, kind="publishable")
    world_id = make(service)["worldId"]
    assert service.client.get(f"/v1/worlds/{world_id}", headers=public).status_code == 200
    assert service.client.post("/v1/worlds", json={"premise": "a fox"}, headers=public).status_code == 401
    assert service.client.delete(f"/v1/worlds/{world_id}", headers=public).status_code == 401


def test_a_publishable_key_follows_the_making_of_a_world(service: Service) -> None:
    job = service.client.post("/v1/worlds", json={"premise": "a fox", "async": True}, headers=service.owner).json()
    service.wait(job["jobId"])
    public = app_key(service, service.owner, kind="publishable")
    assert service.client.get(f"/v1/jobs/{job['jobId']}", headers=public).json()["status"] == "succeeded"
    assert service.client.get("/v1/jobs", headers=public).status_code == 401
    other = app_key(service, service.user(), kind="publishable")
    assert service.client.get(f"/v1/jobs/{job['jobId']}", headers=other).status_code == 404


def test_describe_merges(service: Service) -> None:
    world_id = make(service)["worldId"]
    answer = service.client.patch(f"/v1/worlds/{world_id}", json={"description": "Dark.", "visibility": "unlisted"}, headers=service.owner)
    assert answer.status_code == 200
    assert {"id", "name", "description", "cover", "visibility", "slug", "updated_at", "schemaVersion"} <= set(answer.json())
    assert read(service, world_id)["description"] == "Dark."
    assert service.client.patch(f"/v1/worlds/{world_id}", json={"description": None}, headers=service.owner).json()["description"] is None
    assert service.client.patch(f"/v1/worlds/{world_id}", json={"visibility": "secret"}, headers=service.owner).status_code == 422


def test_delete_takes_everything_along(service: Service) -> None:
    made = make(service)
    answer = service.client.delete(f"/v1/worlds/{made['worldId']}", headers=service.owner)
    assert answer.json() == {"ok": True, "deleted": made["worldId"]}
    assert service.client.get(f"/v1/worlds/{made['worldId']}", headers=service.owner).status_code == 404
    assert service.client.get(made["cover"]).status_code == 404


def test_the_schema_of_worlds_is_published(service: Service) -> None:
    answer = service.client.get("/schema/smworld-1.0.json")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/schema+json")
    made = read(service, make(service)["worldId"])
    assert jsonschema.Draft202012Validator(answer.json()).is_valid(made)


def test_forks_are_copies_of_what_one_may_see(service: Service) -> None:
    world_id = make(service)["worldId"]
    stranger = service.user("eve@example.org")
    assert service.client.post(f"/v1/worlds/{world_id}/forks", headers=stranger).status_code == 404
    service.client.patch(f"/v1/worlds/{world_id}", json={"visibility": "public"}, headers=service.owner)
    forked = service.client.post(f"/v1/worlds/{world_id}/forks", headers=stranger)
    assert forked.status_code == 201
    copy = service.client.get(f"/v1/worlds/{forked.json()['worldId']}", headers=stranger).json()
    assert copy["scene"] == read(service, world_id)["scene"]
    assert service.client.get(f"/v1/worlds/{world_id}", headers=stranger).status_code == 404


def test_versions_save_branch_rename_delete_and_diff(service: Service) -> None:
    world_id = make(service)["worldId"]
    base = f"/v1/worlds/{world_id}"

    def post(path: str, **body: Any) -> Any:
        answer = service.client.post(base + path, json=body, headers=service.owner)
        assert answer.status_code in (200, 201), answer.text
        service.clock.pass_(1)
        return answer.json()

    first = read(service, world_id, "/versions")["versions"][0]
    service.clock.pass_(1)
    saved = post("/versions", title="before")
    assert (saved["version"]["source"], saved["version"]["parentVersionId"]) == ("save", first["id"])
    assert read(service, world_id, "/versions")["head"] == saved["versionId"]
    service.client.patch(f"{base}/states/hall", json={"base": "A hall in ruins."}, headers=service.owner)
    branch = post("/versions", title="side", parentVersionId=first["id"])
    assert branch["version"]["source"] == "branch"
    tree = read(service, world_id, "/versions")
    assert [node["id"] for node in tree["versions"]] == [first["id"], saved["versionId"], branch["versionId"]]
    assert tree["head"] == saved["versionId"]
    diff = read(service, world_id, f"/versions/{saved['versionId']}/diff/{branch['versionId']}")
    assert (diff["states"]["changed"], diff["states"]["added"], diff["events"]["removed"]) == (["hall"], [], [])
    assert read(service, world_id, f"/versions/{branch['versionId']}")["snapshot"]["scene"]["states"]["hall"]["base"] == "A hall in ruins."
    renamed = service.client.patch(f"{base}/versions/{saved['versionId']}", json={"title": "calm"}, headers=service.owner).json()
    assert renamed == {"ok": True, "versionId": saved["versionId"], "title": "calm"}
    assert service.client.delete(f"{base}/versions/{saved['versionId']}", headers=service.owner).json()["ok"]
    assert read(service, world_id, "/versions")["head"] == first["id"]
    checked = post("/checkout", versionId=first["id"])
    assert checked["world"]["scene"]["states"]["hall"]["base"] == "A stone hall by candle light."
    assert service.client.post(f"{base}/checkout", json={}, headers=service.owner).status_code == 400
    stale = service.client.post(f"{base}/checkout", json={"versionId": first["id"]}, headers={**service.owner, "If-Match": '"rev_old"'})
    assert stale.status_code == 409
