"""Wishes about the keys of choices."""

from __future__ import annotations

import re

from makebelieve.worlds.edits.drafts import Draft


def numbers(draft: Draft, match: re.Match[str]) -> str | None:
    """The choices of every place get 1, 2, 3 ... as their keys."""
    for key in draft.states:
        at_ = 0
        for event in draft.events:
            if event["from"] and event["from"][0] == key and (event.get("hotkey") or not event.get("hidden")):
                at_ += 1
                if at_ <= 9:
                    event["hotkey"] = str(at_)
                else:
                    event.pop("hotkey", None)
    return "The choices of every place now have the keys 1, 2, 3 and so on"
