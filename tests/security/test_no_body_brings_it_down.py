"""Whatever is sent as a body, the answer is a refusal or a result: never a 5xx, never a crash, never something half made."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from routes import WRITING, body_of, document, path_of
from small_service import Service

from makebelieve.metering import ledger

DEEP = 10_000
BODIES: dict[str, bytes] = {
    "nested arrays": b"[" * DEEP + b"]" * DEEP,
    "nested objects": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "arrays without an end": b"[" * 200_000,
    "nested in a field": b'{"prompt":' + b"[" * DEEP + b"]" * DEEP + b"}",
    "nested in a free field": b'{"preferences":{"style":' + b"[" * DEEP + b"]" * DEEP + b'},"prompt":"a fox"}',
    "an integer of 5,000 digits": b'{"seed":' + b"9" * 5000 + b',"prompt":"a fox"}',
    "a number beyond floats": b'{"seed":1e999,"prompt":"a fox"}',
    "no number": b'{"seed":NaN,"prompt":"a fox"}',
    "infinity": b'{"seed":-Infinity,"prompt":"a fox"}',
    "a NUL": b'{"prompt":"a \\u0000 fox","label":"\\u0000","email":"\\u0000"}',
    "a lone surrogate": b'{"prompt":"a \\ud800 fox","label":"\\udfff","email":"\\ud800"}',
    "a surrogate in bytes": b'{"prompt":"a \xed\xa0\x80 fox"}',
    "bytes that are no text": b'{"prompt":"\xff\xfe\xfd"}',
    "a byte order mark": b'\xef\xbb\xbf{"prompt":"a fox"}',
    "UTF-16": '{"prompt":"a fox"}'.encode("utf-16"),
    "a key twice": b'{"prompt":"a fox","prompt":["a bat"]}',
    "10,000 keys": b"{" + b",".join(b'"k%d":0' % number for number in range(10_000)) + b"}",
    "nothing": b"",
    "spaces": b" " * 1000,
    "null": b"null",
    "true": b"true",
    "a text": b'"a fox"',
    "a list": b"[]",
    "cut short": b'{"prompt":"a fo',
    "two values": b'{"prompt":"a fox"}{"prompt":"a bat"}',
}
VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**63,
    10**40,
    1.5,
    "",
    "\x00",
    "x" * 10_000,
    "\u202e\u0301" * 50,
    "a\r\nSet-Cookie: x=1",
    [],
    ["\x00"] * 3,
    {"": {"": [None]}},
    {"__proto__": 1, "$ref": "#"},
)


def nasty_bodies(method: str, path: str) -> Iterator[Any]:
    """The example of a call with one field after the other replaced."""
    example = body_of(method, path)
    if not isinstance(example, dict):
        return
    for name in example:
        for value in VALUES:
            changed = deepcopy(example)
            changed[name] = value
            yield changed


def assert_bearable(answer: Any, what: str) -> None:
    assert answer.status_code < 500 or answer.json()["code"] == "not_configured", (what, answer.status_code, answer.text[:300])
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json", what
        assert answer.json()["detail"], what
        assert "Traceback" not in answer.text


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.slow
def test_no_text_does(service: Service, name: str) -> None:
    for method, path in WRITING:
        answer = service.client.request(
            method, path_of(path), content=BODIES[name], headers={**service.owner, "Content-Type": "application/json"}
        )
        assert_bearable(answer, f"{method} {path}")
        if path in document()["paths"]:
            assert str(answer.status_code) in document()["paths"][path][method.lower()]["responses"], (method, path, answer.text)
    assert service.house.database.read(ledger.audit) == []


def test_too_deep_is_the_callers_mistake(service: Service) -> None:
    for name in ("nested arrays", "nested objects", "nested in a field", "arrays without an end"):
        answer = service.client.post(
            "/api/v1/generate", content=BODIES[name], headers={**service.owner, "Content-Type": "application/json"}
        )
        assert answer.status_code == 422, name


@pytest.mark.slow
def test_no_value_does(service: Service) -> None:
    for method, path in WRITING:
        for body in nasty_bodies(method, path):
            # Not httpx's own writer, which refuses what JSON does not have.
            answer = service.client.request(
                method, path_of(path), content=json.dumps(body), headers={**service.owner, "Content-Type": "application/json"}
            )
            assert_bearable(answer, f"{method} {path} {str(body)[:200]}")
    assert service.house.database.read(ledger.audit) == []


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/xml",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "",
        "é",
    ],
)
def test_no_other_sort_of_body_is_taken(service: Service, kind: str) -> None:
    before = service.client.get("/api/v1/games", headers=service.owner).json()["total"]
    for method, path in WRITING:
        answer = service.client.request(
            method,
            path_of(path),
            content=b'<a>"prompt"</a>',
            headers={"Authorization": service.owner["Authorization"].encode(), "Content-Type": kind.encode()},
        )
        assert_bearable(answer, f"{method} {path}")
    assert service.client.get("/api/v1/games", headers=service.owner).json()["total"] == before


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "x-bomb"])
def test_no_packed_body_is_unpacked(service: Service, coding: str) -> None:
    """A few bytes that would become gigabytes are refused for being packed at all."""
    packed = gzip.compress(b"0" * 1_000_000) if "gzip" in coding else zlib.compress(b"0" * 1_000_000)
    answer = service.client.post(
        "/api/v1/generate", content=packed, headers={**service.owner, "Content-Type": "application/json", "Content-Encoding": coding}
    )
    assert (answer.status_code, answer.json()["code"]) == (415, "packed")


def test_what_is_not_packed_may_say_so(service: Service) -> None:
    headers = {**service.owner, "Content-Encoding": "identity"}
    assert service.client.post("/api/v1/generate", json={"prompt": "a fox"}, headers=headers).status_code == 200


def test_a_body_too_large_is_413_whether_or_not_it_says_its_length(open_service: Any) -> None:
    service = open_service(max_body_bytes=10_000)

    def parts() -> Iterator[bytes]:
        yield b'{"prompt":"'
        for _ in range(20):
            yield b"x" * 1000

    headers = {**service.owner, "Content-Type": "application/json"}
    for content in (b"x" * 10_001, parts()):
        answer = service.client.post("/api/v1/generate", content=content, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert service.client.get("/api/v1/usage", headers=service.owner).json()["generations_used"] == 0
