"""/v1/apps/{app_id}/webhooks: endpoints, secrets, the log; told of real jobs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import receiver
from small_service import Service

from makebelieve.webhooks.events import SENT

HTTPS = "https://example.com/hook"


@pytest.fixture
def server() -> Iterator[receiver.Receiver]:
    with receiver.running() as running:
        yield running


@pytest.fixture
def local(open_service: Callable[..., Service]) -> Service:
    """A service whose operator allows this machine."""
    return open_service(outbound_allow="127.0.0.1")


def app_of(service: Service, headers: dict[str, str]) -> str:
    user: str = service.client.get("/api/v1/auth/me", headers=headers).json()["id"]
    return "app_" + user.partition("_")[2]


def register(service: Service, headers: dict[str, str], **body: Any) -> Any:
    return service.client.post(f"/v1/apps/{app_of(service, headers)}/webhooks", json=body, headers=headers)


def deliveries(service: Service, headers: dict[str, str], **query: Any) -> list[dict[str, Any]]:
    app = app_of(service, headers)
    return list(service.client.get(f"/v1/apps/{app}/webhook-deliveries", params=query, headers=headers).json()["deliveries"])


def settled(service: Service, headers: dict[str, str], count: int = 1) -> list[dict[str, Any]]:
    end = time.monotonic() + 60
    while len(found := deliveries(service, headers)) < count or any(delivery["state"] == "pending" for delivery in found):
        assert time.monotonic() < end, found
        time.sleep(0.02)
    return found


def test_the_secret_is_shown_once(service: Service) -> None:
    answer = register(service, service.owner, url=HTTPS)
    assert answer.status_code == 201
    made = answer.json()
    assert made["secret"].startswith("whsec_")
    assert (made["url"], made["events"], made["enabled"]) == (
        HTTPS,
        list(SENT),
        True,
    )
    app = app_of(service, service.owner)
    assert answer.headers["Location"] == f"/v1/apps/{app}/webhooks/{made['id']}"
    del made["secret"]
    assert service.client.get(f"/v1/apps/{app}/webhooks", headers=service.owner).json() == {"webhooks": [made]}
    assert service.client.get(answer.headers["Location"], headers=service.owner).json() == made


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"url": "http://example.com/"}, "url"),
        ({"url": "https://127.0.0.1/"}, "url"),
        ({"url": "https://[::ffff:10.0.0.1]/"}, "url"),
        ({"url": "https://a:b@example.com/"}, "url"),
        ({"url": "ftp://example.com"}, "url"),
        ({"url": ""}, "url"),
        ({"url": HTTPS, "events": ["game.finished"]}, "events.0"),
        ({"url": HTTPS, "events": []}, "events"),
    ],
)
def test_bad_endpoints_are_refused_by_field(service: Service, body: dict[str, Any], field: str) -> None:
    answer = register(service, service.owner, **body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["path"] == field


def test_a_missing_address_is_400(service: Service) -> None:
    answer = register(service, service.owner)
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, "url")


def test_reserved_events_may_be_subscribed_to(service: Service) -> None:
    answer = register(service, service.owner, url=HTTPS, events=["session.ended", "music.completed", "session.ended"])
    assert answer.json()["events"] == ["session.ended", "music.completed"]
    assert register(service, service.owner, url=HTTPS, events=["game.failed", "*"]).json()["events"] == ["*"]


def test_an_app_has_at_most_twenty(service: Service) -> None:
    for _ in range(20):
        assert register(service, service.owner, url=HTTPS).status_code == 201
    assert register(service, service.owner, url=HTTPS).status_code == 409


def test_a_finished_game_is_told(local: Service, server: receiver.Receiver) -> None:
    from standardwebhooks.webhooks import Webhook

    secret = register(local, local.owner, url=f"{server.url}/hook").json()["secret"]
    game = local.game(local.owner)["game_id"]
    (delivery,) = settled(local, local.owner)
    sent = server.received[0]
    told = json.loads(sent.body)
    assert told["event"] == "game.completed"
    assert (told["data"]["gameId"], told["data"]["status"], told["data"]["result"]) == (game, "completed", {"version": 1})
    job = local.client.get("/v1/jobs", headers=local.owner).json()["jobs"][0]["jobId"]
    assert (told["data"]["id"], delivery["job_id"]) == (job, job)
    assert (delivery["state"], delivery["body"], delivery["attempts"][0]["status"]) == ("delivered", sent.body.decode(), 204)
    # The service's clock stands still in January; the reference checks against the real one.
    checker = Webhook(secret)
    signed = checker.sign(sent.headers["webhook-id"], datetime.fromtimestamp(local.clock.now, UTC), sent.body.decode())
    assert sent.headers["webhook-signature"] == signed


def test_a_failed_and_a_cancelled_job_are_told_too(local: Service, server: receiver.Receiver) -> None:
    register(local, local.owner, url=f"{server.url}/hook", events=["game.failed"])
    local.client.post("/api/v1/generate", json={"prompt": "refuse"}, headers=local.owner)
    local.clock.pass_(1)
    local.client.post("/api/v1/generate", json={"prompt": "sleep:1", "async": True}, headers=local.owner)
    local.clock.pass_(1)
    local.client.post("/api/v1/generate", json={"prompt": "a fox", "async": True}, headers=local.owner)
    waiting = local.client.get("/v1/jobs", headers=local.owner).json()["jobs"][0]["jobId"]
    assert local.client.post(f"/v1/jobs/{waiting}/cancel", headers=local.owner).status_code == 200
    server.wait_for(2)
    told = [json.loads(request.body)["data"] for request in server.received]
    assert [(data["status"], data["code"]) for data in told] == [("failed", "not_proven"), ("cancelled", "cancelled")]


def test_changing_removing_and_rotating(local: Service, server: receiver.Receiver) -> None:
    made = register(local, local.owner, url=f"{server.url}/hook").json()
    address = f"/v1/apps/{app_of(local, local.owner)}/webhooks/{made['id']}"
    off = local.client.patch(address, json={"enabled": False}, headers=local.owner)
    assert (off.status_code, off.json()["enabled"], off.json()["disabled_reason"]) == (200, False, "switched off by the app")
    local.game(local.owner)
    assert deliveries(local, local.owner) == []
    changed = local.client.patch(address, json={"enabled": True, "url": f"{server.url}/new", "events": ["*"]}, headers=local.owner).json()
    assert (changed["url"], changed["events"], changed["disabled_reason"]) == (f"{server.url}/new", ["*"], None)
    assert local.client.patch(address, json={"url": "http://10.0.0.1"}, headers=local.owner).status_code == 422
    rotated = local.client.post(f"{address}/rotate-secret", json={"overlap_seconds": 60}, headers=local.owner).json()
    assert rotated["secret"] != made["secret"]
    assert rotated["old_secret_until"] == "2026-01-31T12:01:00.000Z"
    local.game(local.owner)
    assert len(server.wait_for(1)[0].headers["webhook-signature"].split()) == 2
    assert local.client.post(f"{address}/rotate-secret", json={"overlap_seconds": 1e9}, headers=local.owner).status_code == 422
    assert local.client.delete(address, headers=local.owner).status_code == 204
    assert local.client.delete(address, headers=local.owner).status_code == 404
    again = register(local, local.owner, url=f"{server.url}/hook").json()["id"]
    posted = local.client.post(f"/v1/apps/{app_of(local, local.owner)}/webhooks/{again}/delete", headers=local.owner)
    assert posted.status_code == 204


def test_the_log_pages_filters_and_delivers_again(local: Service, server: receiver.Receiver) -> None:
    webhook = register(local, local.owner, url=f"{server.url}/hook").json()["id"]
    for _ in range(3):
        local.game(local.owner)
        local.clock.pass_(1)
    everything = [delivery["id"] for delivery in settled(local, local.owner, 3)]
    app = app_of(local, local.owner)
    first = local.client.get(f"/v1/apps/{app}/webhook-deliveries?limit=2", headers=local.owner).json()
    second = local.client.get(f"/v1/apps/{app}/webhook-deliveries?limit=2&cursor={first['nextCursor']}", headers=local.owner).json()
    assert [delivery["id"] for page in (first, second) for delivery in page["deliveries"]] == everything
    assert second["nextCursor"] is None
    assert len(deliveries(local, local.owner, webhook_id=webhook)) == 3
    assert deliveries(local, local.owner, webhook_id="wh_other") == []
    assert deliveries(local, local.owner, state="failed") == []
    answer = local.client.post(f"/v1/apps/{app}/webhook-deliveries/{everything[2]}/redeliver", headers=local.owner)
    assert (answer.status_code, answer.json()["state"]) == (202, "pending")
    server.wait_for(4)
    assert server.received[3].headers["webhook-id"] == everything[2]
    assert local.client.post(f"/v1/apps/{app}/webhook-deliveries/msg_x/redeliver", headers=local.owner).status_code == 404
    assert local.client.get(f"/v1/apps/{app}/webhook-deliveries?cursor=nonsense", headers=local.owner).status_code == 422


def test_the_apps_own_secret_is_made_on_request(service: Service) -> None:
    address = f"/v1/apps/{app_of(service, service.owner)}/webhook-secret"
    first = service.client.post(address, json={}, headers=service.owner).json()
    second = service.client.post(address, json={"overlap_seconds": 0}, headers=service.owner).json()
    assert first["secret"].startswith("whsec_")
    assert first["secret"] != second["secret"]
    assert second["old_secret_until"] is None


def test_another_apps_webhooks_do_not_exist(service: Service) -> None:
    made = register(service, service.owner, url=HTTPS).json()["id"]
    app = app_of(service, service.owner)
    stranger = service.user()
    own = app_of(service, stranger)
    for method, path in (
        ("GET", f"/v1/apps/{app}/webhooks"),
        ("GET", f"/v1/apps/{app}/webhooks/{made}"),
        ("GET", f"/v1/apps/{own}/webhooks/{made}"),
        ("DELETE", f"/v1/apps/{own}/webhooks/{made}"),
        ("GET", f"/v1/apps/{app}/webhook-deliveries"),
    ):
        assert service.client.request(method, path, headers=stranger).status_code == 404
    assert service.client.post(f"/v1/apps/{app}/webhooks", json={"url": HTTPS}, headers=stranger).status_code == 404


def test_a_key_without_the_scope_is_refused(service: Service) -> None:
    app = app_of(service, service.owner)
    maker = service.key(service.owner, "generate")
    assert service.client.get(f"/v1/apps/{app}/webhooks", headers=maker).status_code == 403


def test_the_guide_names_every_event_that_is_sent() -> None:
    guide = (Path(__file__).parents[2] / "docs/guide/webhooks.md").read_text()
    assert [name for name in SENT if f"`{name}`" not in guide] == []
