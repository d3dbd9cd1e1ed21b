"""multipart/form-data (RFC 7578) from a body that is in memory: text fields and files."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from typing import Final

from makebelieve.kit.errors import invalid

MOST_PARTS: Final = 32


@dataclass(frozen=True, slots=True)
class Part:
    """One field; `filename` is None for text."""

    filename: str | None
    data: bytes

    def text(self, name: str) -> str:
        """What a text field says. Raises a 422 Problem when that is no UTF-8, or holds a NUL."""
        if b"\x00" in self.data:
            raise invalid(name, "holds a NUL character, which no text here may")
        try:
            return self.data.decode("utf-8")
        except UnicodeDecodeError:
            raise invalid(name, "must be text in UTF-8") from None


def _parameters(field: str) -> dict[str, str]:
    """`form-data; name="a"` as its parameters."""
    message = Message()
    message["Content-Disposition"] = field
    return {key.lower(): value for key, value in message.get_params([], "content-disposition")[1:]}


def boundary_of(content_type: str) -> bytes | None:
    """The line that parts the fields; None for another kind of body."""
    message = Message()
    message["Content-Type"] = content_type
    found = message.get_param("boundary")
    if message.get_content_type() != "multipart/form-data" or not isinstance(found, str) or not 1 <= len(found) <= 70:
        return None
    return found.encode("latin-1", "replace")


def parse(body: bytes, boundary: bytes) -> dict[str, Part]:
    """The fields by name. Raises a 422 Problem for a body that is no form, names a field twice or has more than 32 of them."""
    pieces = (b"\r\n" + body).split(b"\r\n--" + boundary)
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise invalid("body", "is not a complete multipart/form-data form")
    if len(pieces) - 2 > MOST_PARTS:
        raise invalid("body", f"has more than {MOST_PARTS} fields")
    found: dict[str, Part] = {}
    for piece in pieces[1:-1]:
        head, separator, data = piece.partition(b"\r\n\r\n")
        if not separator:
            raise invalid("body", "is not a complete multipart/form-data form")
        headers = dict(line.partition(":")[::2] for line in head.decode("utf-8", "replace").split("\r\n") if ":" in line)
        field = next((value for key, value in headers.items() if key.strip().lower() == "content-disposition"), "")
        named = _parameters(field)
        name = named.get("name", "")
        if not name or name in found:
            raise invalid(name or "body", "is given twice" if name else "has a field without a name")
        found[name] = Part(named.get("filename"), data)
    return found
