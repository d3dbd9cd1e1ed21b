"""Turns of phrase that no table has: they read wrong wherever they stand."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest

_TABLES = Path(str(resources.files("makebelieve.worlds.generation").joinpath("data")))
_WRITTEN = "page|note|letter|list|notice|marks?|paper|words|names?|card|bill|map"
_NEVER = {
    "what is there is said to show": rf"\b(?:{_WRITTEN}) shows?(?:,| (?:with|signed|by \{{)|$)",
    "what is needed is wanted": r"\b(?:It|That|You) wants? \{item\}",
    "what one has is had along": r"<P:has\|have> [^|:]* along\b",
    "a head that is tilted without being named": r"<they:tilts\|tilt> back\b",
    "it goes wrong, whatever it is": r"If it goes wrong, \{",
    "what it lies by reads as who does it": r"\b(?:is|are|been) (?:[a-z]{2,}ed|read|cut|put|set|laid|drawn) by \{part\}",
    "there twice": r"there \{sight\}",
    "a label that says nothing alone": r"^(?:[a-z]+: )?(?:Go by what|Do it as you|Go by the \{|Use the \{|Change it all|Do only half)",
    "what is done is not said": r"just as the (?:note|page) says|knew more than at first|time left, and|on how it is",
    "what somebody knows is not told": r"\b(?:will|can) (?:tell|show) you how\b|knows> how it (?:is|can be) done",
    "it is done, as was just said": r"managed to \{deed\}\. (?:It is done, and|you have done it)",
    "a formula that every world had": r"nearer than you thought|the rest of \{to|where you left <|just as you left|as if put out",
}


@pytest.mark.parametrize("why", list(_NEVER))
def test_no_text_is_phrased_like_that(why: str) -> None:
    pattern = re.compile(_NEVER[why])
    found = [
        f"{folder.stem}: {line.strip()[:120]}"
        for folder in sorted(_TABLES.glob("*.txt"))
        if folder.stem != "wholes"
        for line in folder.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for text in re.split(r" \| | :: ", line)
        if pattern.search(text)
    ]
    assert found == []
