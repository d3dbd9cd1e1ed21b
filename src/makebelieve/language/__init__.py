"""From words to drafts: the offline interpreter, and a language model behind the same seam."""

from makebelieve.language.draft import GameDraft, KindGuess, Thing, Understood

__all__ = ["GameDraft", "KindGuess", "Thing", "Understood"]
