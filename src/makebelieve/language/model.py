"""The seam to a language model: what one must do, and how its failure costs nothing but its help."""

from __future__ import annotations

from typing import Protocol

from makebelieve.language.draft import GameDraft
from makebelieve.language.understand import understand_game


class ModelUnavailable(Exception):
    """The model gave no usable draft: not reachable, too slow, over its limit, or nothing valid after repair.

    The text says why, in words a caller may read (never the prompt, an address or a key).
    """


class DraftModel(Protocol):
    """A language model that fills drafts."""

    @property
    def name(self) -> str:
        """What `GameDraft.provider` says when this model filled the draft."""
        ...

    def draft_game(self, prompt: str, hint: GameDraft) -> GameDraft:
        """A draft for `prompt`, improving on `hint` (the offline reading). Raises ModelUnavailable."""
        ...


def understand_with(model: DraftModel | None, prompt: str) -> GameDraft:
    """Understand a prompt with a language model if there is one; its failure leaves the offline draft, with a note saying so."""
    draft = understand_game(prompt)
    if model is None:
        return draft
    try:
        return model.draft_game(prompt, draft)
    except ModelUnavailable as reason:
        return draft.model_copy(
            update={"note": f"The language model {model.name} was not used: {reason}. Read by the embedded interpreter."}
        )
