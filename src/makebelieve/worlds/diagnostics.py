"""What a check has to say about a world."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `lint` is the rule's name, `path` where it is (`event[NAME].field`, `state[ID].field`, or a dotted path for `schema`).

    `fix` says what would help. `trace` names the events, in order from the entrance, that lead to the trouble; None where none belongs.
    """

    lint: str
    severity: Severity
    path: str
    message: str
    loc: dict[str, Any] | None = None
    fix: str | None = None
    trace: tuple[str, ...] | None = None

    def as_dict(self) -> dict[str, Any]:
        """As it is answered: `lint`, `severity`, `path`, `message`, and what else there is of `loc`, `fix`, `trace`."""
        answer: dict[str, Any] = {"lint": self.lint, "severity": self.severity, "path": self.path, "message": self.message}
        if self.loc is not None:
            answer["loc"] = self.loc
        if self.fix is not None:
            answer["fix"] = self.fix
        if self.trace is not None:
            answer["trace"] = list(self.trace)
        return answer


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those of severity error."""
    return [one for one in diagnostics if one.severity == "error"]
