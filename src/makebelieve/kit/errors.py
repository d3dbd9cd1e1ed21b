"""The one error shape of every API family (RFC 9457 `application/problem+json`)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing wrong with one field: its dotted path, what is wrong, and what would be right."""

    path: str
    message: str
    allowed: tuple[str, ...] = ()


@dataclass(slots=True)
class Problem(Exception):
    """A refusal that a caller may read. `status` is the HTTP status; `code` a stable machine-readable word.

    `members` are further members of the answer's body, where a family's contract has some.
    """

    status: int
    code: str
    detail: str
    errors: tuple[FieldError, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    members: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.detail


def invalid(path: str, message: str, allowed: tuple[str, ...] = ()) -> Problem:
    """A 422 that names the field and what it may be."""
    text = f"{path}: {message}" + (f"; allowed: {', '.join(allowed)}" if allowed else "")
    return Problem(422, "invalid", text, (FieldError(path, message, allowed),))


class Unavailable(Exception):
    """Something that this install stands on does not answer now (`what`: database, blobs, redis); later it may. An answer's 503.

    Not a Problem: a job that meets it is put off, not failed.
    """

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(f"{what}: {reason}")
        self.what = what
        self.reason = reason


@dataclass(slots=True)
class TryAgain(Exception):
    """A passing trouble outside (a service away, a limit of it reached): the same work may succeed later, `after` seconds from now."""

    reason: str
    after: float | None = None

    def __str__(self) -> str:
        return self.reason


class ProviderFailed(Exception):
    """An outside maker of music or pictures gave nothing; the text says why, without keys or addresses."""
