"""Worlds: playable graphs of states and events under the SMWorld format, made, checked and changed here.

A world is a plain JSON object (a dict).

`generate` makes a world of a premise; a language model may read the premise (`WorldAuthor` fills a `WorldDraft`), or write the whole
story (`generate_with` a `StoryWriter`; `generate_of` a `Story` that was written elsewhere).
`check` tells everything that is wrong with a world; `lint` and `validate` put it into the shapes of their calls, `blocks_write` says which
finding stops a write. `apply_ops` does graph operations, `edit` an instruction in plain
words (`edit_with` by a language model, a `WorldEditor`), `merge_patch` a PATCH; `diff` says what changed; `picture` draws the graph.
"""

from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.difference import diff
from makebelieve.worlds.edits.editing import Edited, edit
from makebelieve.worlds.edits.with_model import Proposal, WorldEditor, edit_with
from makebelieve.worlds.gate import blocks_write, check, lint, validate
from makebelieve.worlds.generation import POVS, generate
from makebelieve.worlds.generation.draft import WorldAuthor, WorldDraft
from makebelieve.worlds.merge_patch import merge_patch
from makebelieve.worlds.ops import ApplyError, Outcome, apply_ops
from makebelieve.worlds.picture import picture
from makebelieve.worlds.schema import SCHEMA, SCHEMA_VERSION
from makebelieve.worlds.stories.story import Story
from makebelieve.worlds.stories.writing import StoryWriter, generate_of, generate_with

__all__ = [
    "POVS",
    "SCHEMA",
    "SCHEMA_VERSION",
    "ApplyError",
    "Diagnostic",
    "Edited",
    "Outcome",
    "Proposal",
    "Story",
    "StoryWriter",
    "WorldAuthor",
    "WorldDraft",
    "WorldEditor",
    "apply_ops",
    "blocks_write",
    "check",
    "diff",
    "edit",
    "edit_with",
    "generate",
    "generate_of",
    "generate_with",
    "lint",
    "merge_patch",
    "picture",
    "validate",
]
