"""From an instruction to a changed, checked world with an account of it; or to the old world and a question or the reason why."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, Final

from makebelieve.kit.errors import invalid
from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.difference import diff
from makebelieve.worlds.edits import accents
from makebelieve.worlds.edits.apart import apart
from makebelieve.worlds.edits.asking import answer, asks
from makebelieve.worlds.edits.clauses import Clause, clauses
from makebelieve.worlds.edits.coverage import missed
from makebelieve.worlds.edits.drafts import Ops
from makebelieve.worlds.edits.everyday import reading as everyday
from makebelieve.worlds.edits.frames import reading
from makebelieve.worlds.edits.frames.mentions import mentions
from makebelieve.worlds.edits.lost import lacks, question, unknown
from makebelieve.worlds.edits.meaning import readings
from makebelieve.worlds.edits.meaning.discourse import restated
from makebelieve.worlds.edits.meaning.forms import plain
from makebelieve.worlds.edits.offers import Works, quoted
from makebelieve.worlds.edits.offers import said as said_by_offers
from makebelieve.worlds.edits.paraphrases import said_again
from makebelieve.worlds.edits.proposals import proposals
from makebelieve.worlds.edits.refusals import refused
from makebelieve.worlds.edits.remarks import kindly, remark
from makebelieve.worlds.edits.replies import in_words, told
from makebelieve.worlds.edits.rewording import reworded
from makebelieve.worlds.edits.sanity import whole
from makebelieve.worlds.edits.speech import plainly
from makebelieve.worlds.edits.spelling import spelled
from makebelieve.worlds.edits.steps import step
from makebelieve.worlds.edits.targets import Already, Meant, Unsure
from makebelieve.worlds.edits.wishes.table import mention
from makebelieve.worlds.gate import check
from makebelieve.worlds.generation.english import capital

INSTRUCTION_LIMIT: Final = 2000
ALREADY: Final = "It is like that already; nothing had to change."


@dataclass(frozen=True, slots=True)
class Edited:
    """`world` is the changed one if `applied`, else the one that was given. `reply` says what was done, asks back, or says why not.

    `ops` are the operations that did it (`patch_world` is a merge patch of the whole). `changed` and `kept` name states, events and
    fields; `diagnostics` is the check of `world`.
    """

    world: dict[str, Any]
    reply: str
    applied: bool = False
    ops: list[dict[str, Any]] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def edit(world: dict[str, Any], instruction: str) -> Edited:
    """Do what `instruction` (1-2000 characters) asks of a world that keeps the schema. All of it, or nothing and a `reply`.

    A change that brings an error into the world that was not there before is refused, in plain words.
    """
    words = accents.marked(world, instruction)
    if not words:
        return _edit(world, instruction)
    edited = _edit(accents.without(world, words), accents.without(instruction, words))
    made = accents.restored(edited.world, words, world, edited.world) if edited.applied else world
    reply, ops = (accents.restored(one, words, world, edited.world) for one in (edited.reply, edited.ops))
    return replace(edited, world=made, reply=reply, ops=ops)


def _edit(world: dict[str, Any], instruction: str) -> Edited:
    instruction = reworded(world, instruction)
    edited = _all(world, instruction)
    if edited.applied:
        if left := missed(world, edited.world, instruction, edited.reply):
            edited = _half(world, edited, instruction, left)
    elif "I do not know what to change" in edited.reply or not re.search(
        r"Say for example|nothing (?:was|had to be) changed|nothing had to", edited.reply
    ):
        some = (
            []
            if re.search(r"\b(?:(?:or s|S)hall I add (?:one|some|an? [a-z -]+)\?)", edited.reply) and "Say for example" in edited.reply
            else proposals(world, instruction, _done(world))
        )
        if some:
            edited = replace(edited, reply=f"{_PROPOSED.sub('', edited.reply).strip()} {_listed(some)} What shall it be?")
        elif "I do not know" in edited.reply and "Say for example" not in edited.reply:
            edited = replace(edited, reply=f"{edited.reply} {said_by_offers(world, _done(world))}")
    return edited if edited.applied else replace(edited, reply=in_words(world, edited.reply))


_PROPOSED: Final = re.compile(r" ?(?:Say for example: .*|What shall it be\?|What shall be different\?)", re.DOTALL)
"""The general part of a question, where it ends in requests that have nothing to do with what was said."""


def _half(world: dict[str, Any], edited: Edited, instruction: str, left: list[str]) -> Edited:
    """A question in place of half a deed: what would be done, which words it leaves out, and requests that are done whole."""
    understood = re.sub(r" \(I took .*\)$", "", edited.reply)
    thing = next((one.thing for one in mentions(world, instruction)), None)
    some = _listed(proposals(world, instruction, _done(world))) or said_by_offers(world, _done(world), thing)
    reply = (
        f"I am not sure that I would do all of it, so nothing was changed. I would do this: {understood} "
        f"But I do not see what to change for '{', '.join(left[:6])}'. {some}".rstrip()
    )
    return Edited(world, f"{reply} What shall it be?", diagnostics=check(world))


def _done(world: dict[str, Any]) -> Works:
    """Whether a request would be done whole in this world."""

    def works(request: str) -> bool:
        made = _all(world, request)
        return made.applied and " as a remark" not in made.reply and not missed(world, made.world, request, made.reply)

    return works


def _listed(some: list[str]) -> str:
    return f"Say for example: {', or: '.join(quoted(one) for one in some)}." if some else ""


def _all(world: dict[str, Any], instruction: str) -> Edited:
    """Each wish of an instruction in its turn, where it is plain that there are several: all of them, or none and a question."""
    parts = apart(measured(instruction))
    if len(parts) == 1:
        return _edited(world, instruction)
    made = world
    steps: list[Edited] = []
    for part in parts:
        step = _edited(made, part)
        if not step.applied and re.search(r"\balready\b", step.reply) and steps and _edited(world, part).applied:
            continue  # what was done before has done this too
        if not step.applied and step.reply != ALREADY:
            whole = _edited(world, instruction)
            done = ", ".join(f"'{one}'" for one in parts[: len(steps)])
            lead = (
                f"I took this for {len(parts)} wishes and do all of them or none. {f'{done} can be done. ' if done else ''}About '{part}': "
            )
            return (
                whole
                if whole.applied and " as a remark" not in whole.reply
                else replace(
                    whole, world=world, reply=lead + step.reply, applied=False, ops=[], changed=[], kept=[], diagnostics=check(world)
                )
            )
        made = step.world
        steps.append(step)
    if not any(one.applied for one in steps):
        return steps[0]
    changed, kept = account(made, diff(world, made))
    reply = " ".join(one.reply for one in steps if one.applied)
    return Edited(made, reply, True, [op for one in steps for op in one.ops], changed, kept, steps[-1].diagnostics)


def _edited(world: dict[str, Any], instruction: str) -> Edited:
    before = check(world)
    try:
        wish = spelled(world, measured(instruction))
        if (plain := _everyday(world, wish, before)) is not None:
            return plain
        text = said_again(world, wish)
    except Meant as asked:
        return Edited(world, str(asked), diagnostics=before)
    if remark(text):
        return Edited(
            world,
            f"{kindly(text)} I took '{text}' as a remark, so nothing was changed. {said_by_offers(world, _works(world, before))}",
            diagnostics=before,
        )
    if asks(text) and "?" not in text.rstrip("? ") and not re.search(r"[.!;] ", text):
        return Edited(world, _answered(world, text, before), diagnostics=before)
    if (sure := _framed(world, text, before, sure=True)) is not None:
        return sure
    edited = _by_clauses(world, text, before)
    if edited.applied or edited.reply == ALREADY:
        return edited
    return _framed(world, text, before, sure=False) or edited


def _everyday(world: dict[str, Any], text: str, before: list[Diagnostic]) -> Edited | None:
    """The edit by the readers of everyday wishes; None where they do not know the sentence, or it would break something."""
    read_ = everyday.read(world, text, text)
    if read_ is None:
        return None
    draft, told_ = read_
    made = _finished(world, draft.world, draft.settle(), [told_], [], before, text)
    return made if made.applied or made.reply == ALREADY else None


def _by_clauses(world: dict[str, Any], text: str, before: list[Diagnostic]) -> Edited:
    """The edit clause by clause."""
    made, done, subject = world, [], None
    said: list[str] = []
    remarks: list[str] = []
    asked: Unsure | None = None
    pieces = clauses(plainly(text))
    if (whole := _whole(made, text, pieces)) is not None:
        pieces = [Clause(whole)]
    for number, clause in enumerate(pieces):
        if clause.question:
            return Edited(world, _answered(world, text, before), diagnostics=before)
        if (
            clause.aside
            and any(not one.aside for one in pieces)
            and (clause.judged or not re.match(r"(?:it|they|he|she) (?:is|are)\b", clause.text, re.IGNORECASE))
        ):
            remarks.append(clause.text)
            subject = mention(made, clause.text) or subject
            continue
        try:
            taken = step(made, clause.text, f"{text}#{number}", subject, narrow=not clause.aside or len(pieces) == 1)
        except Unsure as unsure:
            if isinstance(unsure, Already) and len(pieces) > 1:
                continue
            if clause.aside and (said or number + 1 < len(pieces)):
                remarks.append(clause.text)
                subject = mention(made, clause.text) or subject
                continue
            asked = unsure
            break
        if taken is None:
            if not clause.aside:
                whose = text if re.search(r"\b(?:him|her|it|them|he|she|they)\b", clause.text) and unknown(made, text) else clause.text
                return Edited(world, question(made, whose, _works(made, before)), diagnostics=before)
            remarks.append(clause.text)
            subject = mention(made, clause.text) or subject
            continue
        made, ops, sentence_, subject = taken
        done += ops
        said += [sentence_] if sentence_ else []
    if asked is not None:
        return Edited(world, str(asked), diagnostics=before)
    if not done and said:
        return Edited(world, ALREADY, diagnostics=before)
    if not done:
        if lacks(world, text):
            return Edited(world, question(world, text, _works(world, before)), diagnostics=before)
        subject = next((one.thing for one in mentions(world, text)), None)
        about = f"What shall be different about {subject.name}?" if subject else "What shall it be?"
        shown = said_by_offers(world, _works(world, before), subject)
        return Edited(
            world, f"I took '{'; '.join(remarks) or text}' as a remark, so nothing was changed. {about} {shown}", diagnostics=before
        )
    return _finished(world, made, done, said, remarks, before, text)


def _works(world: dict[str, Any], before: list[Diagnostic]) -> Works:
    """Whether a request would be done in this world."""
    return lambda one: ((_framed(world, one, before, sure=True)) or _by_clauses(world, one, before)).applied


def _answered(world: dict[str, Any], text: str, before: list[Diagnostic]) -> str:
    """The reply to a question: what the world knows of it, and that nothing was changed."""
    known = answer(world, text)
    if known:
        return f"{capital(known)}. (That reads as a question, so nothing was changed.)"
    return f"That reads as a question, and this world has no answer to it, so nothing was changed. {said_by_offers(world, _works(world, before))} What shall be different?"


def _framed(world: dict[str, Any], text: str, before: list[Diagnostic], *, sure: bool) -> Edited | None:
    """The edit by the frames that explain every word of the instruction; None where they do not, or it would break something."""
    try:
        read_ = reading.read(world, text, text, sure=sure)
    except Unsure:
        return None
    if read_ is None:
        return None
    draft, told_ = read_
    made = _finished(world, draft.world, draft.settle(), [told_], [], before, text)
    return made if made.applied or made.reply == ALREADY else None


def _finished(
    world: dict[str, Any], made: dict[str, Any], done: Ops, said: list[str], remarks: list[str], before: list[Diagnostic], text: str
) -> Edited:
    """What was done, checked, with its account; or the world as it was, and why."""
    differences = diff(world, made)
    if not differences["fields"] and not any(
        differences[part][how] for part in ("states", "events", "world") for how in ("added", "removed")
    ):
        return Edited(world, ALREADY, diagnostics=before)
    if not whole(world, made, text):
        return Edited(world, question(world, text, lambda _: False), diagnostics=before)
    after = check(made)
    known = {(one.lint, one.path) for one in before}
    new = [one for one in after if (one.severity == "error" or one.lint == "dead-event") and (one.lint, one.path) not in known]
    if new:
        return Edited(world, refused(world, made, new), diagnostics=before)
    changed, kept = account(made, differences)
    reply = ". ".join(capital(one.rstrip(".")) for one in said) + "." if said else told(world, made, differences)
    if said and any(not one for one in said):
        reply = told(world, made, differences)
    reply = re.sub(r"(?<=[.!?])\"\.", '"', reply)
    reply = re.sub(r"(?<=[!?])\.(?=\s|$)", "", reply)
    reply = re.sub(r"(?<=; )(?:The|It|There|One)\b", lambda one: one[0].lower(), reply)
    if remarks:
        reply += f" (I took '{remarks[0]}' as a remark.)"
    return Edited(made, reply, True, done, changed, kept, after)


def _whole(world: dict[str, Any], text: str, pieces: list[Clause]) -> str | None:
    """The text as one wish: where two sentences say one thing, or where what looks like a remark is a wish that can be done."""
    if (one := restated(world, text)) is not None:
        return one
    if sum(not one.aside for one in pieces) > 1 or any(one.question for one in pieces) or re.search(r"[.!?] [A-Z]", text):
        return None
    if len(pieces) == 1 and not pieces[0].aside:
        return None  # the clause is read as it is
    bare = plain(text)
    if (
        sum(not one.aside for one in pieces) == 0
        and any(one.judged for one in pieces)
        and not re.search(r"\b(?:what if|how about|should|could|would)\b", text, re.IGNORECASE)
    ):
        return None
    try:
        return bare if readings.read(world, bare, "", None, least=readings.SURE) is not None else None
    except Unsure:
        return None


def measured(instruction: str) -> str:
    """The instruction without space around it; a problem names it where it is too long or empty."""
    text = instruction.strip()
    if not 1 <= len(text) <= INSTRUCTION_LIMIT:
        raise invalid("instruction", f"must have 1 to {INSTRUCTION_LIMIT} characters")
    return text


def account(made: dict[str, Any], differences: dict[str, Any]) -> tuple[list[str], list[str]]:
    """What differs, and what stayed: states, events and fields by name."""
    changed = []
    for part, word in (("states", "state"), ("events", "event"), ("world", "")):
        changed += [f"added {word} {name}".replace("  ", " ") for name in differences[part]["added"]]
        changed += [f"removed {word} {name}".replace("  ", " ") for name in differences[part]["removed"]]
    changed += [one["path"] for one in differences["fields"]]
    touched = {*differences["states"]["added"], *differences["states"]["changed"]}
    kept = [f"state {name}" for name in made["scene"]["states"] if name not in touched]
    touched = {*differences["events"]["added"], *differences["events"]["changed"]}
    kept += [f"event {one['name']}" for one in made["scene"]["events"] if one["name"] not in touched]
    touched = {*differences["world"]["added"], *differences["world"]["changed"]}
    return changed, kept + [key for key in made if key != "scene" and key not in touched]
