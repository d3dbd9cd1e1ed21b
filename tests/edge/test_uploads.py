"""Result files by address: who gets them, as what, and in parts."""

from __future__ import annotations

import pytest
from small_service import Service

from makebelieve.library import uploads

THING = "mus_01k9zq4h7v8e5m2c3d6f7g8h9j"
DATA = bytes(range(200))


@pytest.fixture
def name(service: Service) -> str:
    return uploads.store(service.house.blobs, THING, {("track", "flac"): DATA})["track"]


def test_whoever_knows_the_address_gets_the_file_for_ever(service: Service, name: str) -> None:
    assert name.startswith(f"{THING}_track_")
    answer = service.client.get(f"/public/uploads/{name}")
    assert (answer.status_code, answer.content, answer.headers["Content-Type"]) == (200, DATA, "audio/flac")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    again = service.client.get(f"/public/uploads/{name}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = service.client.head(f"/public/uploads/{name}")
    assert (head.status_code, head.content, head.headers["Content-Length"]) == (200, b"", "200")


@pytest.mark.parametrize(
    ("wanted", "status", "first", "last"),
    [
        ("bytes=0-9", 206, 0, 9),
        ("bytes=190-", 206, 190, 199),
        ("bytes=-5", 206, 195, 199),
        ("bytes=5-900", 206, 5, 199),
        ("furlongs=1-2", 200, 0, 199),
    ],
)
def test_players_may_ask_for_a_part(service: Service, name: str, wanted: str, status: int, first: int, last: int) -> None:
    answer = service.client.get(f"/public/uploads/{name}", headers={"Range": wanted})
    assert (answer.status_code, answer.content) == (status, DATA[first : last + 1])
    assert answer.headers.get("Content-Range", f"bytes {first}-{last}/200") == f"bytes {first}-{last}/200"


@pytest.mark.parametrize("wanted", ["bytes=200-", "bytes=9-5"])
def test_no_part_beyond_the_end(service: Service, name: str, wanted: str) -> None:
    answer = service.client.get(f"/public/uploads/{name}", headers={"Range": wanted})
    assert (answer.status_code, answer.headers["Content-Range"]) == (416, "bytes */200")


@pytest.mark.parametrize("other", [f"{THING}_track_0000000000000000.flac", "x.png", f"{THING}.exe", "..%2f..%2fmakebelieve.db", "a.png%00"])
def test_there_is_nothing_else(service: Service, name: str, other: str) -> None:
    assert service.client.get(f"/public/uploads/{other}").status_code == 404


def test_a_name_says_whose_it_is_and_changes_with_the_bytes() -> None:
    one, other = (uploads.name_of(THING, "v1", "png", data) for data in (b"1", b"2"))
    assert one != other
    assert uploads.key_of(one) == f"uploads/{THING}/{one}"
    assert uploads.key_of(uploads.name_of("anim_processed_01k9zq4h7v8e5m2c3d6f7g8h9j", "", "png", b"")) is not None
    assert uploads.address("https://x.org", one) == f"https://x.org/public/uploads/{one}"
