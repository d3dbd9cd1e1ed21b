"""Writes the OpenAPI document: `python -m makebelieve.edge.http.document > spec/openapi.json`."""

from __future__ import annotations

import sys

import orjson

from makebelieve.edge.http.app import bare_app


def document_bytes() -> bytes:
    """The document of this version: indented, keys sorted, so that two versions can be compared line by line."""
    return orjson.dumps(bare_app().openapi(), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


if __name__ == "__main__":
    sys.stdout.buffer.write(document_bytes())
