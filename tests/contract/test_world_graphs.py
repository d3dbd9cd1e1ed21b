"""W-13 to W-26: reading, writing and checking the graph of a world."""

from __future__ import annotations

from typing import Any

import pytest
from small_service import Service

CAMERA = {"static": "Eye level.", "dynamic": "Following."}


@pytest.fixture
def base(service: Service) -> str:
    made = service.client.post("/v1/worlds", json={"premise": "a keeper", "seed": 7}, headers=service.owner)
    return f"/v1/worlds/{made.json()['worldId']}"


def send(service: Service, method: str, path: str, body: Any = None, **headers: str) -> Any:
    return service.client.request(method, path, json=body, headers={**service.owner, **headers})


def graph(service: Service, base: str) -> dict[str, Any]:
    return dict(send(service, "GET", f"{base}/scene").json())


def test_the_graph_is_read_whole_and_in_parts(service: Service, base: str) -> None:
    answer = send(service, "GET", f"{base}/scene")
    scene = answer.json()
    assert set(scene) == {"states", "events", "rev"}
    assert answer.headers["ETag"] == f'"{scene["rev"]}"'
    assert send(service, "GET", f"{base}/states").json() == scene["states"]
    assert send(service, "GET", f"{base}/events").json() == scene["events"]


def test_a_state_is_added_changed_and_removed(service: Service, base: str) -> None:
    added = send(service, "POST", f"{base}/states", {"id": "roof", "base": "A flat roof.", "camera": CAMERA, "mood": "still"})
    assert added.status_code == 201
    assert {"world", "diagnostics", "rev", "schemaVersion", "stateId"} <= set(added.json())
    assert added.headers["ETag"] == f'"{added.json()["rev"]}"'
    assert graph(service, base)["states"]["roof"]["mood"] == "still"
    assert any(one["lint"] == "unreachable-state" for one in added.json()["diagnostics"])
    assert send(service, "PATCH", f"{base}/states/roof", {"mood": None, "ambient": ["wind"]}).status_code == 200
    assert graph(service, base)["states"]["roof"] == {"base": "A flat roof.", "camera": CAMERA, "ambient": ["wind"]}
    assert send(service, "DELETE", f"{base}/states/roof").status_code == 200
    assert "roof" not in graph(service, base)["states"]


def test_unknown_keys_of_what_is_added_are_kept(service: Service, base: str) -> None:
    state = {"base": "A flat roof.", "camera": {**CAMERA, "x-lens": 35}, "x-mood": {"deep": [1, None]}}
    assert send(service, "POST", f"{base}/states", {"id": "roof", **state}).status_code == 201
    assert graph(service, base)["states"]["roof"] == state
    refused = send(service, "POST", f"{base}/states", {**state, "camera": {**CAMERA, "static": 5}})
    assert (refused.status_code, refused.json()["diagnostics"][0]["path"].endswith(".camera.static")) == (422, True)


def test_an_id_is_given_where_none_is_said(service: Service, base: str) -> None:
    made = send(service, "POST", f"{base}/states", {"base": "A shed.", "camera": CAMERA}).json()
    assert made["stateId"] in graph(service, base)["states"]


@pytest.mark.parametrize("state", ["hall", "attic"])
def test_what_is_in_use_is_not_removed(service: Service, base: str, state: str) -> None:
    before = graph(service, base)
    answer = send(service, "DELETE", f"{base}/states/{state}")
    assert (answer.status_code, answer.json()["code"]) == (400, "in_use")
    assert graph(service, base) == before


def test_an_event_is_added_changed_and_removed(service: Service, base: str) -> None:
    added = send(service, "POST", f"{base}/events", {"kind": "transition", "from": "attic", "to": "garden", "name": "jump", "weight": 3})
    assert (added.status_code, added.json()["eventName"]) == (201, "jump")
    event = next(one for one in graph(service, base)["events"] if one["name"] == "jump")
    assert (event["from"], event["weight"]) == (["attic"], 3)
    assert send(service, "PATCH", f"{base}/events/jump", {"hotkey": "j", "weight": None}).status_code == 200
    assert send(service, "DELETE", f"{base}/events/jump").status_code == 200
    assert send(service, "DELETE", f"{base}/events/jump").status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"kind": "transition"}, 400),
        ({"kind": "teleport", "from": ["hall"]}, 422),
        ({"kind": "transition", "from": ["hall"], "name": "x"}, 422),
        ({"kind": "transition", "from": ["hall"], "to": "nowhere"}, 422),
        ({"kind": "transition", "from": ["nowhere"], "to": "hall"}, 422),
        ({"kind": "override", "from": ["hall"], "to": "attic"}, 422),
        ({"kind": "transition", "from": ["hall"], "to": "attic", "name": "climb"}, 422),
    ],
)
def test_a_refused_event_leaves_the_graph_as_it_was(service: Service, base: str, body: dict[str, Any], status: int) -> None:
    before = graph(service, base)
    answer = send(service, "POST", f"{base}/events", body)
    assert answer.status_code == status, answer.text
    assert answer.json()["schemaVersion"] == "1.0"
    assert graph(service, base) == before


def test_an_operation_with_values_of_the_wrong_shape_is_422(service: Service, base: str) -> None:
    before = graph(service, base)
    mission = {"id": "m", "title": "t", "objectives": [{"id": "o", "text": "t", "location": ["a"]}]}
    answer = send(service, "POST", f"{base}/ops", {"ops": [{"op": "add_mission", "mission": mission}]})
    assert (answer.status_code, answer.json()["code"]) == (422, "inapplicable")
    assert "objectives[0].location" in answer.json()["applyErrors"][0]
    assert graph(service, base) == before


def test_a_refusal_by_the_gate_has_diagnostics(service: Service, base: str) -> None:
    answer = send(service, "PATCH", f"{base}/events/leave", {"requires": ["a-flag-nobody-gives"]})
    assert answer.status_code == 422
    assert [one["lint"] for one in answer.json()["diagnostics"]] == ["unreachable-require"]


def test_a_dead_end_under_construction_is_only_advised_against(service: Service, base: str) -> None:
    ops = [
        {"op": "add_state", "id": "pit", "base": "A pit.", "camera": CAMERA},
        {"op": "add_event", "name": "slip", "kind": "transition", "from": ["hall"], "to": "pit"},
    ]
    written = send(service, "POST", f"{base}/ops", {"ops": ops})
    assert written.status_code == 200, written.text
    assert any(one["lint"] == "soft-lock" for one in written.json()["diagnostics"])
    validated = send(service, "POST", f"{base}/validate").json()
    assert validated["ok"] is False
    world_id = base.rpartition("/")[2]
    minted = send(service, "POST", "/v1/sessions/token", {"worldId": world_id})
    assert (minted.status_code, minted.json()["code"]) == (422, "world_not_playable")
    assert any(one["lint"] == "soft-lock" and one["trace"] == ["slip"] for one in minted.json()["diagnostics"])


def test_stale_writes_are_409_and_write_nothing(service: Service, base: str) -> None:
    old = graph(service, base)["rev"]
    current = send(service, "PATCH", f"{base}/states/hall", {"ambient": ["drip"]}, **{"If-Match": f'"{old}"'}).json()["rev"]
    for extra, body in (({"If-Match": f'"{old}"'}, {"ambient": []}), ({}, {"ambient": [], "expectedRev": old})):
        answer = send(service, "PATCH", f"{base}/states/hall", body, **extra)
        assert (answer.status_code, answer.json()["code"]) == (409, "stale")
    assert graph(service, base)["rev"] == current
    both = send(service, "PATCH", f"{base}/states/hall", {"expectedRev": old}, **{"If-Match": f'"{current}"'})
    assert both.status_code == 422


def test_a_batch_is_all_or_nothing(service: Service, base: str) -> None:
    before = graph(service, base)
    ops = [{"op": "set_entrance", "state": "attic"}, {"op": "delete_event", "name": "nothing"}, {"op": "fly"}]
    answer = send(service, "POST", f"{base}/ops", {"ops": ops})
    assert answer.status_code == 422
    assert len(answer.json()["applyErrors"]) == 2
    assert "ops[1]" in answer.json()["applyErrors"][0]
    assert graph(service, base) == before
    assert send(service, "POST", f"{base}/ops", {"ops": []}).status_code == 422
    assert send(service, "POST", f"{base}/ops", {"ops": ops[:1]}).json()["applyErrors"] == []


def test_the_entrance_moves(service: Service, base: str) -> None:
    body = {"state": "attic", "image": {"label": "attic", "src": "https://example.com/a.png"}}
    moved = send(service, "PATCH", f"{base}/entrance", body)
    assert moved.json()["world"]["entrance"] == body
    assert send(service, "PATCH", f"{base}/entrance", {"state": "nowhere"}).status_code in (404, 422)
    assert send(service, "PATCH", f"{base}/entrance", {}).status_code == 400


def test_validate_and_lint_take_another_world_and_write_nothing(service: Service, base: str) -> None:
    before = graph(service, base)
    world = service.client.get(base, headers=service.owner).json()
    world["scene"]["states"]["hall"]["base"] = "There is no door, never."
    linted = send(service, "POST", f"{base}/lint", {"world": world}).json()
    assert (linted["ok"], linted["promptBudget"]) == (True, 1900)
    assert {one["lint"] for one in linted["diagnostics"]} >= {"negation"}
    assert send(service, "POST", f"{base}/lint", {"data": {"scene": 7}}).json()["ok"] is False
    assert send(service, "POST", f"{base}/validate", {"world": {"scene": {}}}).json()["ok"] is False
    assert send(service, "POST", f"{base}/validate").json()["ok"] is True
    assert graph(service, base) == before


def test_an_edit_in_prose_makes_a_version_and_takes_one_edit(service: Service, base: str) -> None:
    service.clock.pass_(1)
    answer = send(service, "POST", f"{base}/edit", {"instruction": "make it night"})
    assert answer.status_code == 200, answer.text
    assert set(answer.json()) == {"world", "diagnostics", "reply"}
    versions = send(service, "GET", f"{base}/versions").json()
    assert (versions["versions"][-1]["source"], versions["versions"][-1]["title"]) == ("ai", "make it night")
    assert versions["head"] == versions["versions"][-1]["id"]
    assert send(service, "GET", "/v1/usage").json()["usage"]["edit"] == 1


def test_a_question_changes_and_costs_nothing(service: Service, base: str) -> None:
    before = graph(service, base)
    answer = send(service, "POST", f"{base}/edit", {"message": "what?"})
    assert answer.json()["reply"].startswith("What do you mean?")
    assert graph(service, base) == before
    assert send(service, "GET", "/v1/usage").json()["usage"]["edit"] == 0


@pytest.mark.parametrize(("body", "status"), [({}, 400), ({"instruction": ""}, 422), ({"instruction": "x" * 2001}, 422)])
def test_an_edit_without_words_is_refused(service: Service, base: str, body: dict[str, Any], status: int) -> None:
    assert send(service, "POST", f"{base}/edit", body).status_code == status
    old = send(service, "POST", f"{base}/edit", {"instruction": "make it day"}, **{"If-Match": '"rev_old"'})
    assert old.status_code == 409
