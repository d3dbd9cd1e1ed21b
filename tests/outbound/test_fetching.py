"""Files that callers name by their address: what is read, and how what is not is told."""

from __future__ import annotations

from typing import Any

import pytest
import receiver

from makebelieve.kit.errors import Problem
from makebelieve.outbound.addresses import Guard, parse_networks
from makebelieve.outbound.fetching import fetcher

LOCAL = Guard(parse_networks("127.0.0.1"))


@pytest.mark.parametrize(
    ("answer", "status", "code"),
    [
        ((404, {}, b""), 422, "not_fetched"),
        ((302, {"Location": "http://10.0.0.1/x.png"}, b""), 422, "invalid"),
        ((200, {}, b"x" * 2_000_001), 413, "too_large"),
    ],
)
def test_what_cannot_be_read_names_the_field(answer: Any, status: int, code: str) -> None:
    with receiver.running() as server:
        server.answer = lambda _: answer
        with pytest.raises(Problem) as refused:
            fetcher(LOCAL)(f"{server.url}/a.png", most=2_000_000, field="frame_url")
    assert (refused.value.status, refused.value.code) == (status, code)
    assert [one.path for one in refused.value.errors] == ["frame_url"]


def test_a_file_is_read_through_redirects_and_without_a_credential() -> None:
    with receiver.running() as server:
        server.answer = lambda request: (302, {"Location": "/b"}, b"") if request.path == "/a" else (200, {}, b"bytes")
        assert fetcher(LOCAL)(f"{server.url}/a", most=100, field="x") == b"bytes"
    assert not {"cookie", "authorization", "referer"} & {name for one in server.received for name in one.headers}


def test_nobody_listening_is_told_as_such() -> None:
    with receiver.running() as server:
        gone = server.url
    with pytest.raises(Problem) as refused:
        fetcher(LOCAL)(gone, most=100, field="x")
    assert (refused.value.status, refused.value.code) == (422, "not_fetched")


def test_this_machine_is_out_of_reach_unless_allowed() -> None:
    with receiver.running() as server, pytest.raises(Problem) as refused:
        fetcher(Guard())(server.url, most=100, field="x")
    assert refused.value.code == "invalid"
    assert server.received == []
