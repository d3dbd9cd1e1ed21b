"""The API's calls as the OpenAPI document has them: with bodies of its examples and paths that lead nowhere."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from makebelieve.edge.http.app import bare_app
from makebelieve.edge.http.policy import POLICIES

# Calls that would end the credential the test calls with.
ENDING: Final = frozenset({"/api/v1/auth/logout", "/api/v1/auth/logout-all", "/api/v1/auth/password"})
CALLS: Final = sorted((method, path) for method, path in POLICIES if path not in ENDING)
WRITING: Final = [(method, path) for method, path in CALLS if method in ("POST", "PUT", "PATCH")]


@cache
def document() -> dict[str, Any]:
    return bare_app().openapi()


def _example(schema: dict[str, Any]) -> Any:
    if "$ref" in schema:
        return _example(document()["components"]["schemas"][schema["$ref"].rpartition("/")[2]])
    if schema.get("examples"):
        return schema["examples"][0]
    required = schema.get("required", ())
    return {name: _example(field) for name, field in schema.get("properties", {}).items() if name in required or field.get("examples")}


def body_of(method: str, path: str) -> Any:
    """The body that the document gives as an example; None for a call without one."""
    operation = document()["paths"].get(path, {}).get(method.lower(), {})
    content = operation.get("requestBody", {}).get("content", {})
    return _example(content["application/json"]["schema"]) if "application/json" in content else None


def parameters(path: str) -> list[str]:
    return [part[1:-1].partition(":")[0] for part in path.split("/") if part.startswith("{")]


def path_of(path: str, value: str = "1") -> str:
    """The path with `value` for every parameter."""
    return "/".join(value if part.startswith("{") else part for part in path.split("/"))


def queries(method: str, path: str) -> list[str]:
    """The names of the call's query parameters."""
    operation = document()["paths"].get(path, {}).get(method.lower(), {})
    return [str(item["name"]) for item in operation.get("parameters", ()) if item["in"] == "query"]
