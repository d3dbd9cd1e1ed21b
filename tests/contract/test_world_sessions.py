"""W-34 to W-36 and the play channel of spec/world-play.md."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small_service import Service, bearer
from starlette.websockets import WebSocketDisconnect


@pytest.fixture
def world_id(service: Service) -> str:
    made = service.client.post("/v1/worlds", json={"premise": "a keeper", "seed": 7}, headers=service.owner)
    return str(made.json()["worldId"])


def mint(service: Service, world_id: str, **body: Any) -> dict[str, Any]:
    answer = service.client.post("/v1/sessions/token", json={"worldId": world_id, **body}, headers=service.owner)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def connect(service: Service, token: str, **body: Any) -> dict[str, Any]:
    answer = service.client.post("/v1/sessions/connect", json=body, headers=bearer(token))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def usage(service: Service) -> dict[str, int]:
    return dict(service.client.get("/v1/usage", headers=service.owner).json()["usage"])


def test_a_token_has_the_agreed_fields_and_takes_a_session(service: Service, world_id: str) -> None:
    minted = mint(service, world_id, playerIdentity="p1", origin="https://example.com", ttlSeconds=60)
    assert set(minted) == {"token", "expiresIn", "worldId", "slug", "jti"}
    assert (minted["expiresIn"], minted["worldId"]) == (60, world_id)
    assert usage(service)["session"] == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"worldId": "nonsense"}, 422),
        ({"worldId": "01998e2c-4e1b-7d43-9a6f-3c2b1a0f9e8d"}, 404),
        ({"ttlSeconds": 59}, 422),
        ({"ttlSeconds": 3601}, 422),
        ({"origin": "example.com"}, 422),
        ({"origin": "https://example.com/path"}, 422),
    ],
)
def test_bad_input_mints_nothing(service: Service, world_id: str, body: dict[str, Any], status: int) -> None:
    sent = body if not body or "worldId" in body else {"worldId": world_id, **body}
    assert service.client.post("/v1/sessions/token", json=sent, headers=service.owner).status_code == status
    assert usage(service)["session"] == 0


def test_minting_needs_the_secret_key_of_the_worlds_app(service: Service, world_id: str) -> None:
    assert service.client.post("/v1/sessions/token", json={"worldId": world_id}).status_code == 401
    stranger = service.user("eve@example.org")
    assert service.client.post("/v1/sessions/token", json={"worldId": world_id}, headers=stranger).status_code == 404


def test_over_the_cap_is_402(service: Service, world_id: str) -> None:
    app = service.client.get("/v1/apps", headers=service.owner).json()["apps"][0]["id"]
    service.house.books.set_cap(app, "session", 0)
    answer = service.client.post("/v1/sessions/token", json={"worldId": world_id}, headers=service.owner)
    assert (answer.status_code, answer.json()["detail"]) == (402, "daily session quota exceeded")


def test_connect_gives_a_connect_token_and_the_world(service: Service, world_id: str) -> None:
    minted = mint(service, world_id)
    joined = connect(service, minted["token"])
    assert {"reactorJwt", "expiresIn", "expiresAt", "world"} <= set(joined)
    assert joined["world"]["id"] == world_id
    assert joined["sessionId"] == minted["jti"]
    assert [choice["name"] for choice in joined["situation"]["choices"]] == ["take-key", "climb", "leave"]
    by_body = service.client.post("/v1/sessions/connect", json={"token": minted["token"]})
    assert by_body.status_code == 200


@pytest.mark.parametrize("path", ["connect", "end", "situation", "choices", "say", "restart", "heartbeat", "events"])
def test_without_the_right_token_there_is_no_way_in(service: Service, world_id: str, path: str) -> None:
    method = "GET" if path in ("situation", "events") else "POST"
    body = {"choices": {"event": "climb"}, "say": {"event": "ask", "text": "hello"}}.get(path, {})
    session = mint(service, world_id)["token"]
    ticket = connect(service, session)["reactorJwt"]
    wrong = [None, "nonsense", service.owner_key, session + "x"]
    wrong += [ticket] if path == "connect" else [] if path == "end" else [session]
    for token in wrong:
        headers = bearer(token) if token is not None else {}
        answer = service.client.request(method, f"/v1/sessions/{path}", json=body if method == "POST" else None, headers=headers)
        assert answer.status_code == 401, (path, token)
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_an_expired_token_lets_nobody_in(service: Service, world_id: str) -> None:
    token = mint(service, world_id, ttlSeconds=60)["token"]
    service.clock.pass_(61)
    assert service.client.post("/v1/sessions/connect", headers=bearer(token)).status_code == 401


def test_the_seconds_that_were_played_are_charged_and_no_more(service: Service, world_id: str) -> None:
    token = mint(service, world_id)["token"]
    connect(service, token)
    assert usage(service)["session_seconds"] == 300
    service.clock.pass_(42)
    ended = service.client.post("/v1/sessions/end", headers=bearer(token))
    assert ended.json() == {"ok": True, "seconds": 42}
    assert usage(service)["session_seconds"] == 42
    assert service.client.post("/v1/sessions/end", headers=bearer(token)).json()["seconds"] == 42
    assert service.client.post("/v1/sessions/connect", headers=bearer(token)).status_code == 410


def test_a_run_that_falls_silent_is_settled_as_of_its_last_sign_of_life(service: Service, world_id: str) -> None:
    from makebelieve.library.worlds import sessions

    ticket = connect(service, mint(service, world_id)["token"])["reactorJwt"]
    service.clock.pass_(20)
    assert service.client.post("/v1/sessions/heartbeat", headers=bearer(ticket)).status_code == 200
    service.clock.pass_(91)
    assert service.house.database.write(lambda unit: sessions.reap(unit, service.clock())) == 1
    assert usage(service)["session_seconds"] == 20


def test_a_long_run_is_charged_slice_by_slice(service: Service, world_id: str) -> None:
    token = mint(service, world_id)["token"]
    play = bearer(connect(service, token)["reactorJwt"])
    for _ in range(20):
        service.clock.pass_(20)
        assert service.client.post("/v1/sessions/heartbeat", headers=play).status_code == 200
    assert usage(service)["session_seconds"] == 600
    service.clock.pass_(3)
    assert service.client.post("/v1/sessions/end", headers=bearer(token)).json()["seconds"] == 403
    assert usage(service)["session_seconds"] == 403


def test_a_run_ends_when_the_days_seconds_are_used_up(service: Service, world_id: str) -> None:
    app = service.client.get("/v1/apps", headers=service.owner).json()["apps"][0]["id"]
    service.house.books.set_cap(app, "session_seconds", 310)
    play = bearer(connect(service, mint(service, world_id)["token"])["reactorJwt"])
    service.clock.pass_(80)
    assert service.client.post("/v1/sessions/heartbeat", headers=play).status_code == 200
    service.clock.pass_(221)
    over = service.client.post("/v1/sessions/heartbeat", headers=play)
    assert (over.status_code, over.json()["code"]) == (410, "seconds_used_up")
    assert service.client.post("/v1/sessions/choices", json={"event": "climb"}, headers=play).status_code == 410
    assert usage(service)["session_seconds"] == 300


def test_no_seconds_left_is_402(service: Service, world_id: str) -> None:
    app = service.client.get("/v1/apps", headers=service.owner).json()["apps"][0]["id"]
    service.house.books.set_cap(app, "session_seconds", 59)
    answer = service.client.post("/v1/sessions/connect", headers=bearer(mint(service, world_id)["token"]))
    assert (answer.status_code, answer.json()["detail"]) == (402, "daily session_seconds quota exceeded")


def test_runs_at_once_are_capped(open_service: Any) -> None:
    service = open_service(world_sessions_per_app=1)
    made = service.client.post("/v1/worlds", json={"premise": "a keeper"}, headers=service.owner).json()["worldId"]
    tokens = [mint(service, made)["token"] for _ in range(2)]
    connect(service, tokens[0])
    refused = service.client.post("/v1/sessions/connect", headers=bearer(tokens[1]))
    assert refused.status_code == 429
    assert refused.headers["Retry-After"]
    service.client.post("/v1/sessions/end", headers=bearer(tokens[0]))
    connect(service, tokens[1])


def test_choices_are_the_servers_to_judge(service: Service, world_id: str) -> None:
    play = bearer(connect(service, mint(service, world_id)["token"])["reactorJwt"])

    def choose(event: str) -> Any:
        return service.client.post("/v1/sessions/choices", json={"event": event, "flags": ["key"]}, headers=play)

    locked = choose("leave")
    assert (locked.status_code, locked.json()["code"], locked.json()["detail"]) == (409, "locked", "It is locked.")
    assert choose("fall").json()["code"] == "not_here"
    assert choose("take-key").json()["situation"]["flags"] == ["key"]
    out = choose("leave").json()
    assert out["situation"]["ending"] == {"kind": "win", "title": "Out"}
    assert choose("climb").json()["code"] == "run_over"
    again = service.client.post("/v1/sessions/restart", headers=play).json()["situation"]
    assert (again["state"], again["flags"], again["ending"], again["seq"]) == ("hall", [], None, 3)


def test_an_edit_does_not_pull_the_ground_away(service: Service, world_id: str) -> None:
    joined = connect(service, mint(service, world_id)["token"])
    service.client.delete(f"/v1/worlds/{world_id}/events/climb", headers=service.owner)
    answer = service.client.post("/v1/sessions/choices", json={"event": "climb"}, headers=bearer(joined["reactorJwt"]))
    assert answer.status_code == 200


def test_a_new_token_goes_on_with_the_run_before(service: Service, world_id: str) -> None:
    first = connect(service, mint(service, world_id, playerIdentity="p")["token"])
    service.client.post("/v1/sessions/choices", json={"event": "take-key"}, headers=bearer(first["reactorJwt"]))
    later = mint(service, world_id, playerIdentity="p")["token"]
    assert connect(service, later, resume=first["sessionId"])["situation"]["flags"] == ["key"]
    another = mint(service, world_id, playerIdentity="q")["token"]
    assert connect(service, another, resume=first["sessionId"])["situation"]["flags"] == []


def test_a_console_answers(service: Service, world_id: str) -> None:
    play = bearer(connect(service, mint(service, world_id)["token"])["reactorJwt"])
    service.client.post("/v1/sessions/choices", json={"event": "climb"}, headers=play)
    said = service.client.post("/v1/sessions/say", json={"event": "ask", "text": "Where is the key?"}, headers=play)
    assert said.json()["happened"]["reply"] == "The key hangs in the hall."
    no_console = service.client.post("/v1/sessions/say", json={"event": "descend", "text": "hello"}, headers=play)
    assert no_console.status_code == 409


def test_the_websocket_plays(service: Service, world_id: str) -> None:
    ticket = connect(service, mint(service, world_id)["token"])["reactorJwt"]
    with service.client.websocket_connect("/v1/sessions/play") as socket:
        socket.send_json({"type": "hello", "token": ticket})
        assert socket.receive_json()["situation"]["state"] == "hall"
        socket.send_json({"type": "choose", "event": "climb", "id": 1})
        turn = socket.receive_json()
        assert (turn["type"], turn["id"], turn["happened"]["entered"]) == ("turn", 1, "attic")
        socket.send_json({"type": "choose", "event": "leave", "id": "x"})
        refused = socket.receive_json()
        assert (refused["type"], refused["code"], refused["id"]) == ("refused", "not_here", "x")
        socket.send_text("[1, 2")
        assert socket.receive_json()["code"] == "invalid"
        socket.send_json({"type": "ping"})
        assert socket.receive_json() == {"type": "pong"}
    with service.client.websocket_connect("/v1/sessions/play") as socket:
        socket.send_json({"type": "hello", "token": ticket})
        assert socket.receive_json()["situation"]["state"] == "attic"


@pytest.mark.parametrize("text", [r"a \u0000 key", r"a \ud83e key", "[" * 200 + "]" * 200])
def test_the_websocket_takes_no_text_that_cannot_be_kept(service: Service, world_id: str, text: str) -> None:
    ticket = connect(service, mint(service, world_id)["token"])["reactorJwt"]
    with service.client.websocket_connect("/v1/sessions/play") as socket:
        socket.send_json({"type": "hello", "token": ticket})
        socket.receive_json()
        socket.send_json({"type": "choose", "event": "climb"})
        assert socket.receive_json()["type"] == "turn"
        said = text if text.startswith("[") else f'"{text}"'
        socket.send_text(f'{{"type": "say", "event": "ask", "text": {said}}}')
        assert (refused := socket.receive_json())["code"] == "invalid", refused
        socket.send_bytes(b"\xff\x00")
        assert socket.receive_json()["code"] == "invalid"
        socket.send_json({"type": "ping"})
        assert socket.receive_json() == {"type": "pong"}


def test_the_websocket_lets_nobody_in_without_a_token(service: Service) -> None:
    with service.client.websocket_connect("/v1/sessions/play") as socket:
        socket.send_json({"type": "hello", "token": "nonsense"})
        assert socket.receive_json()["status"] == 401
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
        assert closed.value.code == 4401


def test_what_happens_is_streamed_with_numbers(service: Service, world_id: str) -> None:
    token = mint(service, world_id)["token"]
    ticket = connect(service, token)["reactorJwt"]
    for event in ("take-key", "climb"):
        service.client.post("/v1/sessions/choices", json={"event": event}, headers=bearer(ticket))
    service.client.post("/v1/sessions/end", headers=bearer(token))
    # The run is over, so nothing more will come and the stream ends.
    refused = service.client.get("/v1/sessions/events", params={"token": ticket})
    assert refused.status_code == 410


def test_webhooks_hear_of_choices_and_endings(service: Service, world_id: str) -> None:
    app = service.client.get("/v1/apps", headers=service.owner).json()["apps"][0]["id"]
    service.client.post(f"/v1/apps/{app}/webhooks", json={"url": "https://receiver.invalid/"}, headers=service.owner)
    play = bearer(connect(service, mint(service, world_id, playerIdentity="p")["token"])["reactorJwt"])
    for event in ("take-key", "leave"):
        service.client.post("/v1/sessions/choices", json={"event": event}, headers=play)
    sent = service.client.get(f"/v1/apps/{app}/webhook-deliveries", headers=service.owner).json()["deliveries"]
    bodies = [json.loads(one["body"]) for one in sent]
    assert sorted(body["type"] for body in bodies) == ["session.choice", "session.choice", "session.ending"]
    ending = next(body["data"] for body in bodies if body["type"] == "session.ending")
    assert (ending["worldId"], ending["playerIdentity"], ending["kind"]) == (world_id, "p", "win")


def test_a_bound_token_is_taken_from_its_own_origin_and_from_our_frame_alone(service: Service, world_id: str) -> None:
    token = mint(service, world_id, origin="https://shop.example.org")["token"]

    def from_page(origin: str) -> int:
        sent = service.client.post("/v1/sessions/connect", json={}, headers={**bearer(token), "Origin": origin})
        return int(sent.status_code)

    assert from_page("https://other.example.org") == 403
    assert from_page("null") == 403
    assert from_page("https://shop.example.org") == 200
    here = str(service.client.base_url).rstrip("/")
    assert from_page(here) == 200
    assert connect(service, mint(service, world_id)["token"])["world"]["id"] == world_id
