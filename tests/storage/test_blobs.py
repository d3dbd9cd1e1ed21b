"""Blobs: the same promises from a folder and from an S3 server (moto's)."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.kit.errors import Unavailable
from makebelieve.storage.blobs import Blobs, LocalBlobs, S3Blobs, is_key, open_blobs

KEY = "games/game_1/aa.json"


@pytest.fixture(params=["folder", "s3"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    if request.param == "folder":
        return open_blobs(str(tmp_path / "blobs"))
    where: dict[str, Any] = request.getfixturevalue("s3")
    return open_blobs(where["blobs"], where["blobs_endpoint"])


def test_they_come_back_as_they_were(blobs: Blobs) -> None:
    data = bytes(range(256)) * 5000
    blobs.put(KEY, data)
    assert blobs.get(KEY) == data
    blobs.put("games/game_1/empty.json", b"")
    assert blobs.get("games/game_1/empty.json") == b""


def test_a_key_is_written_once(blobs: Blobs) -> None:
    blobs.put(KEY, b"one")
    blobs.put(KEY, b"one")
    with pytest.raises(ValueError, match="other bytes"):
        blobs.put(KEY, b"two")
    assert blobs.get(KEY) == b"one"


def test_of_many_that_write_a_key_at_once_one_wins_whole(blobs: Blobs) -> None:
    start = threading.Barrier(6)

    def put(number: int) -> bool:
        start.wait(30)
        try:
            blobs.put(KEY, bytes([number]) * 100_000)
        except ValueError:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        won = list(pool.map(put, range(6)))
    assert won.count(True) == 1
    assert blobs.get(KEY) == bytes([won.index(True)]) * 100_000


def test_deleting_removes_those_that_exist(blobs: Blobs) -> None:
    blobs.put(KEY, b"one")
    blobs.delete([KEY, "games/game_1/none.json", "../outside", ""])
    with pytest.raises(KeyError):
        blobs.get(KEY)
    blobs.delete([])


@pytest.mark.parametrize(
    "key", ["", "/etc/passwd", "../x", "a/../../x", "a//b", "a/.hidden", "a/b/", "a\\..\\b", "a/\x00", "%2e%2e/x", "x" * 201]
)
def test_nothing_leaves_the_store(blobs: Blobs, key: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("outside")
    with pytest.raises(ValueError, match="not a blob's key"):
        blobs.put(key, b"")
    with pytest.raises(KeyError):
        blobs.get(key)
    blobs.delete([key])
    assert (tmp_path / "x").read_text() == "outside"


@given(st.text())
def test_what_may_be_a_key_stays_below_the_folder(text: str) -> None:
    if is_key(text):
        assert os.path.normpath(text) == text
        assert not Path(text).is_absolute()
        assert not text.startswith(".")


def test_listing_shows_every_blob_once(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("makebelieve.storage.blobs.PAGE", 20)
    keys = {f"games/game_{number % 7}/{number}.json" for number in range(30)}
    for key in keys:
        blobs.put(key, key.encode())
    pages = list(blobs.pages())
    assert len(pages) == 2
    found = [blob for page in pages for blob in page]
    assert {blob.key for blob in found} == keys
    assert len(found) == len(keys)
    assert all(blob.size == len(blob.key) and abs(blob.written_at - time.time()) < 600 for blob in found)


def test_what_was_half_written_is_no_blob(tmp_path: Path) -> None:
    blobs = LocalBlobs(tmp_path)
    (tmp_path / ".incoming" / "left-by-a-kill").write_bytes(b"half")
    assert list(blobs.pages()) == []
    blobs.sweep_unfinished(time.time() - 60)
    assert (tmp_path / ".incoming" / "left-by-a-kill").exists()
    blobs.sweep_unfinished(time.time() + 60)
    assert not (tmp_path / ".incoming" / "left-by-a-kill").exists()


def test_a_full_disk_is_an_outage_that_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blobs = LocalBlobs(tmp_path)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("makebelieve.storage.blobs.os.fsync", full)
    with pytest.raises(Unavailable, match="No space left"):
        blobs.put(KEY, b"one")
    monkeypatch.undo()
    assert list(blobs.pages()) == []
    assert list((tmp_path / ".incoming").iterdir()) == []
    blobs.put(KEY, b"one")


def test_a_bucket_that_is_not_there_or_does_not_answer_is_an_outage(s3: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unavailable, match="blobs"):
        S3Blobs("s3://nobodys-bucket", s3["blobs_endpoint"]).put(KEY, b"one")


@pytest.mark.parametrize("url", ["s3://", "s3:///prefix", "https://bucket/x"])
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(ValueError, match="s3://BUCKET"):
        S3Blobs(url)
