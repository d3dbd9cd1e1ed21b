"""G-18 and G-19: following a generation."""

from __future__ import annotations

from typing import Any

import orjson
from small_service import Service


def order(service: Service, headers: dict[str, str], prompt: str = "a fox") -> str:
    answer = service.client.post("/api/v1/generate", json={"prompt": prompt, "async": True}, headers=headers)
    assert answer.status_code == 202
    return str(answer.json()["game_id"])


def events(text: str) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for frame in text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in frame.splitlines() if ": " in line and not line.startswith(":"))
        if "event" in fields:
            found.append((fields["event"], orjson.loads(fields["data"])))
    return found


def test_anonymous_is_401_and_another_tenant_404(service: Service) -> None:
    game_id = order(service, service.owner)
    user = service.user()
    for what in ("status", "progress"):
        assert service.client.get(f"/api/v1/generate/{game_id}/{what}").status_code == 401
        assert service.client.get(f"/api/v1/generate/{game_id}/{what}", headers=user).status_code == 404
        assert service.client.get(f"/api/v1/generate/game_unknown/{what}", headers=user).status_code == 404


def test_stages_then_complete(service: Service) -> None:
    game_id = order(service, service.owner, "sleep:0.2")
    stream = service.client.get(f"/api/v1/generate/{game_id}/progress", headers=service.owner)
    assert stream.headers["Content-Type"].startswith("text/event-stream")
    found = events(stream.text)
    assert [data["stage"] for name, data in found if name == "stage"] == ["understand", "compose", "prove"]
    assert found[-1] == ("complete", {"game_id": game_id, "status": "complete", "version": 1})


def test_a_failure_is_an_error_event_with_a_message(service: Service) -> None:
    game_id = order(service, service.owner, "refuse")
    found = events(service.client.get(f"/api/v1/generate/{game_id}/progress", headers=service.owner).text)
    name, data = found[-1]
    assert name == "error_event"
    assert data["message"] == "no bot could win this"
    status = service.client.get(f"/api/v1/generate/{game_id}/status", headers=service.owner).json()
    assert status["status"] == "failed"
    assert status["error"]["code"] == "not_proven"


def test_a_token_in_the_query_is_enough(service: Service) -> None:
    login = service.register("ada@example.org")
    headers = {"Authorization": f"Bearer {login['access_token']}"}
    game_id = order(service, headers)
    path = f"/api/v1/generate/{game_id}/progress"
    assert service.client.get(f"{path}?token={login['access_token']}").status_code == 200
    assert service.client.get(f"{path}?token=wrong").status_code == 401
    # Only event streams take it: addresses end up in logs.
    assert service.client.get(f"/api/v1/games?token={login['access_token']}").status_code == 401


def test_a_browser_session_is_enough(service: Service) -> None:
    game_id = service.client.post("/api/v1/generate", json={"prompt": "a fox"}).json()["game_id"]
    found = events(service.client.get(f"/api/v1/generate/{game_id}/progress").text)
    assert found[-1][0] == "complete"


def test_a_reconnecting_browser_gets_only_what_it_missed(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    path = f"/api/v1/generate/{game_id}/progress"
    found = events(service.client.get(path, headers={**service.owner, "Last-Event-ID": "2"}).text)
    assert [data.get("stage") for _, data in found] == ["prove", None]


def test_the_status_of_a_finished_game(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    status = service.client.get(f"/api/v1/generate/{game_id}/status", headers=service.owner).json()
    assert (status["status"], status["version"], status["kind"], status["error"]) == ("complete", 1, "generate", None)


def test_the_status_outlives_the_job(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    service.house.database.write(lambda unit: unit.jobs.sweep(service.clock() + 1))
    assert service.client.get(f"/api/v1/generate/{game_id}/status", headers=service.owner).json()["status"] == "complete"
    assert events(service.client.get(f"/api/v1/generate/{game_id}/progress", headers=service.owner).text)[-1][0] == "complete"
