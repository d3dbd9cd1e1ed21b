"""Unity's text files, read by a strict reader of YAML."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Unity(yaml.SafeLoader):  # type: ignore[misc]
    pass


_Unity.add_multi_constructor("tag:unity3d.com,2011:", lambda loader, suffix, node: loader.construct_mapping(node, deep=True))


def documents(data: bytes) -> dict[int, dict[str, Any]]:
    """The objects of a file by their file ID."""
    text = data.decode()
    ids = [int(one) for one in re.findall(r"^--- !u!\d+ &(\d+)", text, re.MULTILINE)]
    assert len(ids) == len(set(ids))
    # every document but the first needs the handle declared again for a strict reader
    body = text.replace("\n--- !u!", "\n...\n%TAG !u! tag:unity3d.com,2011:\n--- !u!").replace(
        "%TAG !u! tag:unity3d.com,2011:\n...\n", "", 1
    )
    return dict(zip(ids, yaml.load_all(body, _Unity), strict=True))
