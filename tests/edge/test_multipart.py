"""Forms: what is put together comes apart again, whatever bytes are in it; what is no form is refused."""

from __future__ import annotations

import contextlib

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from makebelieve.edge.http import multipart
from makebelieve.kit.errors import Problem

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=40)
NAMES = st.text("abcdefghijXYZ0_", min_size=1, max_size=12)


@given(st.dictionaries(NAMES, TEXTS, max_size=4), st.dictionaries(NAMES.map("f".__add__), st.binary(max_size=300), max_size=2))
def test_what_a_client_sends_is_read(fields: dict[str, str], files: dict[str, bytes]) -> None:
    wanted = {name: ("a.wav", data) for name, data in files.items() if name not in fields}
    request = httpx.Request("POST", "http://x/", data=fields, files={**wanted, "last": ("b", b"end")})
    boundary = multipart.boundary_of(request.headers["content-type"])
    assert boundary is not None
    found = multipart.parse(request.read(), boundary)
    assert {name: part.text(name) for name, part in found.items() if part.filename is None} == fields
    assert {name: part.data for name, part in found.items() if part.filename is not None} == {
        **{name: data for name, (_, data) in wanted.items()},
        "last": b"end",
    }


@given(st.binary(max_size=200))
def test_anything_else_is_read_as_it_is_or_a_problem(body: bytes) -> None:
    for text in (body, b"--b\r\n" + body, b"--b\r\n" + body + b"\r\n--b--", b"--b" + body + b"--b--"):
        with contextlib.suppress(Problem):
            assert all(part.data in text for part in multipart.parse(text, b"b").values())


@pytest.mark.parametrize(
    "kind", ["application/json", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=b", ""]
)
def test_other_bodies_have_no_boundary(kind: str) -> None:
    assert multipart.boundary_of(kind) is None


def test_a_field_given_twice_and_too_many_are_refused() -> None:
    part = b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\nx\r\n'
    with pytest.raises(Problem, match="given twice"):
        multipart.parse(part % b"a" + part % b"a" + b"--b--", b"b")
    with pytest.raises(Problem, match="more than 32"):
        multipart.parse(b"".join(part % b"%d" % i for i in range(33)) + b"--b--", b"b")
    with pytest.raises(Problem, match="without a name"):
        multipart.parse(part.replace(b'; name="%s"', b"") + b"--b--", b"b")


def test_a_text_with_a_nul_is_refused() -> None:
    with pytest.raises(Problem, match="prompt: holds a NUL"):
        multipart.Part(None, b"a\0fox").text("prompt")
