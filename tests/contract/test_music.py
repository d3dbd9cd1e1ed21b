"""/v1/music: S-23 to S-27, over HTTP with a room that makes small files."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import receiver
import soundfile
from small_service import Service

from makebelieve.metering import ledger


def order(service: Service, headers: dict[str, str], **body: Any) -> Any:
    return service.client.post("/v1/music", json={"presetSlug": "boss_fight", **body}, headers=headers)


def ended(service: Service, headers: dict[str, str], music_id: str) -> dict[str, Any]:
    end = time.monotonic() + 60
    while (answer := service.client.get(f"/v1/music/{music_id}", headers=headers).json())["status"] == "pending":
        assert time.monotonic() < end, answer
        time.sleep(0.01)
    return dict(answer)


def rich(service: Service, credits: int = 100, email: str = "ada@example.org") -> dict[str, str]:
    """A key of an account with so many credits."""
    user = service.user(email)
    account = f"user:{service.client.get('/api/v1/auth/me', headers=user).json()['id']}"
    if credits:
        service.house.database.write(lambda unit: ledger.grant(unit, account, credits, service.clock()))
    return service.key(user, "generate")


def left(service: Service, headers: dict[str, str]) -> int:
    return int(service.client.get("/v1/billing/status", headers=headers).json()["credits"])


def audio(seconds: float, suffix: str = "WAV") -> bytes:
    buffer = io.BytesIO()
    soundfile.write(buffer, np.sin(np.arange(int(8000 * seconds)) / 9), 8000, format=suffix)
    return buffer.getvalue()


def test_from_order_to_file(service: Service) -> None:
    key = rich(service)
    wanted = {"prompt": "boss theme with choir", "bpm": 140, "key": "D minor", "duration": 20, "seed": 7}
    answer = order(service, key, **wanted, stingers=["win", "level_up"], stems=True)
    assert answer.status_code == 202
    made = answer.json()
    assert made["status"] == "pending"
    assert made["id"].startswith("mus_")
    assert answer.headers["Location"] == f"/v1/music/{made['id']}"
    assert {name: made[name] for name in ("prompt", "duration", "createdAt", "presetSlug", "bpm", "key", "seed")} == {
        "prompt": "boss theme with choir",
        "duration": 20,
        "createdAt": "2026-01-31T12:00:00.000Z",
        "presetSlug": "boss_fight",
        "bpm": 140,
        "key": "D minor",
        "seed": 7,
    }
    assert (made["audioUrl"], made["report"], made["completedAt"]) == (None, None, None)
    done = ended(service, key, made["id"])
    assert (done["status"], done["error"], done["loop"], done["report"]["ok"]) == ("completed", None, {"start": 0, "length": 44100}, True)
    assert done["completedAt"] is not None
    assert set(done["stingerUrls"]) == {"win", "level_up"}
    assert done["layersUrl"] is None
    for name in ("audioUrl", "midiUrl", "waveformUrl", "pianoRollUrl", "manifestUrl", "stemsUrl"):
        assert service.client.get(done[name].removeprefix(service.house.settings.base_url)).status_code == 200
    file = service.client.get(done["audioUrl"].removeprefix(service.house.settings.base_url))
    assert (file.content, file.headers["Content-Type"]) == (b"flac of 7", "audio/flac")
    assert left(service, key) == 97
    assert service.house.database.read(ledger.audit) == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"presetSlug": None}, "presetSlug"),
        ({"presetSlug": "polka"}, "presetSlug"),
        ({"prompt": "x" * 1001}, "prompt"),
        ({"bpm": 39}, "bpm"),
        ({"bpm": 221}, "bpm"),
        ({"bpm": "fast"}, "bpm"),
        ({"key": "H minor"}, "key"),
        ({"duration": 4}, "duration"),
        ({"duration": 301}, "duration"),
        ({"seed": -1}, "seed"),
        ({"seed": True}, "seed"),
        ({"stingers": ["tada"]}, "stingers.0"),
        ({"provider": "somebody"}, "provider"),
        ({"referenceAudioUrl": "http://127.0.0.1/a.wav"}, "referenceAudioUrl"),
        ({"referenceAudioUrl": "file:///etc/passwd"}, "referenceAudioUrl"),
        ({"webhookUrl": "http://10.0.0.1/"}, "webhookUrl"),
    ],
)
def test_what_is_wrong_is_named_and_costs_nothing(service: Service, body: dict[str, Any], field: str) -> None:
    key = rich(service)
    answer = order(service, key, **body)
    assert answer.status_code == 400
    said = answer.json()
    assert (said["statusCode"], said["error"]) == (400, "Bad Request")
    assert field in said["message"] or said["errors"][0]["path"] == field
    assert left(service, key) == 100
    assert service.client.get("/v1/music", headers=key).json()["total"] == 0


@pytest.mark.parametrize(
    ("body", "kind"), [(b"{", "application/json"), (b"[]", "application/json"), (b"x", "multipart/form-data; boundary=b")]
)
def test_bodies_that_are_none_are_400(service: Service, body: bytes, kind: str) -> None:
    answer = service.client.post("/v1/music", content=body, headers={**rich(service), "Content-Type": kind})
    assert answer.status_code == 400


def test_without_credits_it_is_402(service: Service) -> None:
    key = rich(service, 2)
    answer = order(service, key)
    assert (answer.status_code, answer.json()["message"]) == (402, "Insufficient credits. You have 2 credits remaining.")
    assert service.client.get("/v1/music", headers=key).json() == {"data": [], "total": 0, "page": 1, "limit": 20}


def test_five_at_once_a_key(open_service: Callable[..., Service]) -> None:
    service = open_service(workers=0)
    key = rich(service)
    assert [order(service, key).status_code for _ in range(6)] == [202] * 5 + [429]
    assert left(service, key) == 85


def test_one_that_fails_says_why_and_costs_nothing(service: Service) -> None:
    key = rich(service)
    done = ended(service, key, order(service, key, prompt="refuse").json()["id"])
    assert (done["status"], done["error"], done["audioUrl"]) == ("failed", "no bot could win this", None)
    assert left(service, key) == 100
    assert service.client.get(f"/v1/music/{done['id']}/download", headers=key).status_code == 409


def test_a_cancelled_one_has_failed(open_service: Callable[..., Service]) -> None:
    service = open_service(workers=0)
    key = rich(service)
    made = order(service, key).json()
    job = service.client.get("/v1/jobs", headers=key).json()["jobs"][0]["jobId"]
    assert service.client.post(f"/v1/jobs/{job}/cancel", headers=key).status_code == 200
    assert service.client.get(f"/v1/music/{made['id']}", headers=key).json()["status"] == "failed"
    assert left(service, key) == 100


def test_the_list_is_newest_first_and_paged(service: Service) -> None:
    key = rich(service)
    made = []
    for seed in range(3):
        made.append(order(service, key, seed=seed).json()["id"])
        ended(service, key, made[-1])
        service.clock.pass_(1)
    first = service.client.get("/v1/music?limit=2", headers=key).json()
    assert ([one["id"] for one in first["data"]], first["total"], first["page"], first["limit"]) == (made[:0:-1], 3, 1, 2)
    assert all(one["report"] is None for one in first["data"])
    assert [one["id"] for one in service.client.get("/v1/music?limit=2&page=2", headers=key).json()["data"]] == made[:1]
    for query in ("limit=0", "limit=101", "page=0", "page=101&limit=100", "page=x"):
        assert service.client.get(f"/v1/music?{query}", headers=key).status_code == 400
    assert service.client.get("/v1/music", headers=rich(service, 0, "eve@example.org")).json()["total"] == 0


@pytest.mark.parametrize("form", ["flac", "midi", "wav", "ogg", "mp3", "stems", "layers"])
def test_every_format_has_an_address(service: Service, form: str) -> None:
    key = rich(service)
    made = ended(service, key, order(service, key).json()["id"])
    answer = service.client.get(f"/v1/music/{made['id']}/download?format={form}", headers=key)
    assert (answer.status_code, answer.json()["format"]) == (200, form)
    url = answer.json()["url"]
    assert service.client.get(url.removeprefix(service.house.settings.base_url)).status_code == 200
    # The second time it is there already, under the same address.
    assert service.client.get(f"/v1/music/{made['id']}/download?format={form}", headers=key).json()["url"] == url
    assert left(service, key) == 97


def test_an_unknown_format_is_400(service: Service) -> None:
    key = rich(service)
    made = ended(service, key, order(service, key).json()["id"])
    assert service.client.get(f"/v1/music/{made['id']}/download?format=aiff", headers=key).status_code == 400


def test_a_deleted_one_is_gone_with_its_files(service: Service) -> None:
    key = rich(service)
    made = ended(service, key, order(service, key).json()["id"])
    assert service.client.delete(f"/v1/music/{made['id']}", headers=key).status_code == 204
    assert service.client.get(f"/v1/music/{made['id']}", headers=key).status_code == 404
    assert service.client.delete(f"/v1/music/{made['id']}", headers=key).status_code == 404
    for name in ("audioUrl", "midiUrl", "pianoRollUrl"):
        assert service.client.get(made[name].removeprefix(service.house.settings.base_url)).status_code == 404
    assert service.client.get("/v1/music", headers=key).json()["total"] == 0
    assert [blob.key for page in service.house.blobs.pages() for blob in page] == []


def test_one_that_waits_can_be_deleted(open_service: Callable[..., Service]) -> None:
    service = open_service(workers=0)
    key = rich(service)
    made = order(service, key).json()
    assert service.client.delete(f"/v1/music/{made['id']}", headers=key).status_code == 204
    assert left(service, key) == 100
    assert service.client.get("/v1/jobs", headers=key).json()["jobs"][0]["status"] == "cancelled"


def test_a_track_is_no_sound(service: Service) -> None:
    key = rich(service)
    made = ended(service, key, order(service, key).json()["id"])
    assert service.client.get(f"/v1/sounds/{made['id']}", headers=key).status_code == 404


def test_the_same_order_again_is_one_order(service: Service) -> None:
    key = {**rich(service), "Idempotency-Key": "k1"}
    first = order(service, key)
    again = order(service, key)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.json() == first.json()
    assert order(service, key, bpm=100).status_code == 422
    assert service.client.get("/v1/music", headers=key).json()["total"] == 1


@pytest.mark.parametrize("suffix", ["WAV", "FLAC", "OGG", "MP3"])
def test_a_reference_may_be_uploaded(service: Service, suffix: str) -> None:
    key = rich(service)
    form = {"presetSlug": "menu_chill", "duration": "10", "seed": "3", "stingers": "win,lose", "stems": "true"}
    sent = audio(1, suffix)
    answer = service.client.post("/v1/music", data=form, files={"referenceAudio": ("r", sent)}, headers=key)
    assert answer.status_code == 202, answer.text
    made = answer.json()
    assert (made["presetSlug"], made["duration"], made["seed"]) == ("menu_chill", 10, 3)
    done = ended(service, key, made["id"])
    assert set(done["stingerUrls"]) == {"win", "lose"}
    asked = service.house.database.read(lambda unit: unit.recordings.recording(made["id"])).asked
    assert service.house.blobs.get(asked["reference_blob"]) == sent


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"not audio", "cannot be read as audio"),
        (b"", "cannot be read as audio"),
        (audio(61), "longer than 60 s"),
        (audio(0.2), "shorter than half a second"),
        (audio(1, "AIFF"), "AIFF is not read"),
        (b"x" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_references_that_are_none_are_refused(service: Service, data: bytes, message: str) -> None:
    key = rich(service)
    answer = service.client.post("/v1/music", data={"prompt": "a fox"}, files={"referenceAudio": ("r", data)}, headers=key)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["path"] == "referenceAudio"
    assert message in answer.json()["message"]
    assert left(service, key) == 100


def test_bodies_beyond_an_upload_are_413(service: Service) -> None:
    key = rich(service)
    big = {"referenceAudio": ("r", b"x" * 23_000_000)}
    assert service.client.post("/v1/music", data={"prompt": "a"}, files=big, headers=key).status_code == 413
    # Elsewhere the general limit holds.
    assert service.client.post("/v1/sounds", content=b"x" * 5_000_000, headers=key).status_code == 413


def test_an_upload_is_one_order_whatever_boundary_its_client_draws(service: Service) -> None:
    key = {**rich(service), "Idempotency-Key": "k"}

    def send(boundary: str, prompt: str) -> Any:
        lines = [f"--{boundary}", 'Content-Disposition: form-data; name="prompt"', "", prompt, f"--{boundary}--", ""]
        kind = f"multipart/form-data; boundary={boundary}"
        return service.client.post("/v1/music", content="\r\n".join(lines), headers={**key, "Content-Type": kind})

    first = send("aaa", "a fox")
    assert first.status_code == 202
    assert send("bbb", "a fox").json() == first.json()
    assert send("ccc", "an owl").status_code == 422


def test_its_webhook_tells_of_the_track(open_service: Callable[..., Service]) -> None:
    with receiver.running() as server:
        service = open_service(outbound_allow="127.0.0.1")
        key = rich(service)
        made = order(service, key, webhookUrl=f"{server.url}/hook").json()
        sent = json.loads(server.wait_for(1)[0].body)
        done = ended(service, key, made["id"])
        order(service, key, prompt="refuse", webhookUrl=f"{server.url}/hook")
        failed = json.loads(server.wait_for(2)[1].body)
    assert (sent["event"], sent["timestamp"]) == ("music.completed", "2026-01-31T12:00:00.000Z")
    assert sent["data"] == {
        "id": made["id"],
        "status": "completed",
        "audioUrl": done["audioUrl"],
        "resultUrls": [done["audioUrl"]],
        "completedAt": "2026-01-31T12:00:00.000Z",
    }
    assert (failed["event"], failed["data"]["status"]) == ("music.failed", "failed")
    assert failed["data"]["error"] == "no bot could win this"


def test_a_batch_makes_tracks_and_sounds(service: Service) -> None:
    key = rich(service, 8)
    items = [
        {"path": "/v1/music", "body": {"presetSlug": "boss_fight"}},
        {"path": "/v1/sounds", "body": {"prompt": "laser"}},
        {"path": "/v1/music", "body": {"bpm": 1}},
        {"path": "/v1/sounds", "body": {"family": "zebra"}},
        {"path": "/v1/music", "body": {"prompt": "a", "referenceAudioUrl": "http://127.0.0.1/"}},
        {"path": "/v1/music", "body": {"presetSlug": "boss_fight"}},
        {"path": "/v1/music", "body": {"presetSlug": "boss_fight"}},
    ]
    made = service.client.post("/v1/batch", json={"items": items}, headers=key).json()
    end = time.monotonic() + 60
    while (answer := service.client.get(f"/v1/batch/{made['id']}", headers=key).json())["status"] == "running":
        assert time.monotonic() < end
        time.sleep(0.02)
    track, sound, *wrong, second, unpaid = answer["items"]
    assert service.client.get(f"/v1/music/{track['result']['id']}", headers=key).json()["status"] == "completed"
    assert service.client.get(f"/v1/sounds/{sound['result']['id']}", headers=key).json()["audioUrl"] == sound["result"]["audioUrl"]
    assert [item["error"]["status"] for item in wrong] == [400, 400, 400]
    assert (second["status"], unpaid["error"]["status"]) == ("completed", 402)
    assert left(service, key) == 1
