"""The documentation pages and the document behind them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest
from small_service import Service

from makebelieve.edge.http.app import bare_app
from makebelieve.edge.http.policy import POLICIES

ROOT = Path(__file__).parents[2]
METHODS = {"get", "post", "put", "patch", "delete"}


def document() -> dict[str, Any]:
    return bare_app().openapi()


@pytest.mark.parametrize("path", ["/api/docs", "/api/redoc"])
def test_the_pages_need_nothing_from_elsewhere(service: Service, path: str) -> None:
    page = service.client.get(path)
    assert page.status_code == 200
    assert page.headers["Content-Type"].startswith("text/html")
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert loaded
    for address in loaded:
        if address.startswith("data:"):
            continue
        assert address.startswith("/"), address
        part = service.client.get(address)
        assert part.status_code == 200, address
        assert b"cdn.redoc.ly" not in part.content
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "<script>" not in page.text


def test_the_published_document_is_current() -> None:
    """Written by: python -m makebelieve.edge.http.document > spec/openapi.json."""
    published = orjson.loads((ROOT / "spec" / "openapi.json").read_bytes())
    assert published == document()


def test_the_document_is_served(service: Service) -> None:
    assert service.client.get("/api/openapi.json").json() == document()


def test_every_call_of_the_api_is_in_the_document() -> None:
    documented = {(method.upper(), path) for path, operations in document()["paths"].items() for method in operations if method in METHODS}
    assert set(POLICIES) <= documented


def test_every_call_has_a_summary_and_its_body_and_answer_have_examples() -> None:
    whole = document()
    schemas = whole["components"]["schemas"]

    def has_example(schema: dict[str, Any]) -> bool:
        if "$ref" in schema:
            return has_example(schemas[schema["$ref"].rpartition("/")[2]])
        if schema.get("examples") or "example" in schema or "const" in schema or "default" in schema:
            return True
        if "anyOf" in schema:
            return any(has_example(option) for option in schema["anyOf"])
        if schema.get("type") == "array":
            return has_example(schema["items"])
        return bool(schema.get("properties")) and all(has_example(field) for field in schema["properties"].values())

    for path, operations in whole["paths"].items():
        for method, operation in operations.items():
            where = f"{method} {path}"
            assert operation.get("summary"), where
            for parameter in operation.get("parameters", []):
                if parameter["required"]:
                    assert parameter.get("examples") or has_example(parameter["schema"]), f"{where} {parameter['name']}"
            if "requestBody" in operation:
                assert has_example(operation["requestBody"]["content"]["application/json"]["schema"]), f"{where} body"
            for status, answer in operation["responses"].items():
                for kind, content in answer.get("content", {}).items():
                    assert "example" in content or has_example(content.get("schema", {})), f"{where} {status} {kind}"


def test_credentials_are_declared_where_they_are_needed() -> None:
    for path, operations in document()["paths"].items():
        for method, operation in operations.items():
            policy = POLICIES.get((method.upper(), path))
            if policy is None or policy.action == "public":
                assert "security" not in operation
            else:
                assert {"bearer": []} in operation["security"]
                assert ({} in operation["security"]) == policy.public


def test_the_server_loads_no_compiler_to_answer() -> None:
    """Numba and the tables of art are the workers'; they would double the server's memory and its time to start."""
    code = "import sys, makebelieve.edge.http.app, makebelieve.main; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
