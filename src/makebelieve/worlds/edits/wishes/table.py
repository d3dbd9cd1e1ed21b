"""Reads one clause: the first wish of `data/wishes.txt` whose words fit and whose names are found is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module, resources
from typing import Final

from makebelieve.language import tag, tokenise
from makebelieve.worlds.edits import naming, referents
from makebelieve.worlds.edits.clauses import VERBS
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.sanity import sane
from makebelieve.worlds.edits.speech import canonical
from makebelieve.worlds.edits.targets import Unsure, World
from makebelieve.worlds.edits.turns import turned
from makebelieve.worlds.edits.values import looks
from makebelieve.worlds.edits.wishes import locks, ways

Reader = Callable[[Draft, re.Match[str]], str | None]
_FRAGMENTS: Final = {
    "hero": r"(?:you|the players?|players|one|the hero(?:ine)?|me|us|people|everyone|everybody|somebody|I|we|them|nobody)",
    "anyone": r"(?:you|players|one|me|us|people|everyone|somebody|I|we|them|the [a-z]+|[A-Z][a-z]+)",
    "ways": ways.WAYS,
    "q": r"(?:\"[^\"]+\"|'(?:[^']|'(?=\w))+'(?!\w))",
    "choice": r"(?:choices?|options?|buttons?)",
    "colour": r"(?:(?:blood|sky|snow|bright|dark|light|pale|deep)?-?(?:red|blue|green|yellow|gold|golden|orange|white|black|brown|pink|purple|violet|grey|gray|silver|turquoise|scarlet|crimson|rainbow[- ]coloured|colou?rful))",
    "ends": r"(?:bad|sad|losing|lose|lost|tragic|good|happy|winning|win|best|true|secret|worst)",
}
_WORLD_ONLY: Final = re.compile(r"(?:(?:the |this |my )?(?:world|game|story|adventure)|everything|it all)", re.IGNORECASE)


@cache
def _rows(name_: str = "wishes") -> tuple[tuple[re.Pattern[str], Reader], ...]:
    text = resources.files("makebelieve.worlds.edits").joinpath(f"data/{name_}.txt").read_text("utf-8")
    rows: list[tuple[re.Pattern[str], Reader]] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, pattern = line.split(" => ", 1)
        module, _, reader = name.partition(".")
        read_ = getattr(import_module(f"makebelieve.worlds.edits.wishes.{module}"), reader)
        rows.append((re.compile(re.sub(r"<<([a-z]+)>>", lambda match: _FRAGMENTS[match[1]], pattern), re.IGNORECASE), read_))
    return tuple(rows)


def read(world: World, clause: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    """The changed world as a draft, and what was done in a sentence; None where no wish fits. Raises Unsure with a question to ask back."""
    text = turned(spoken_of(clause, subject))
    try:
        if (meant := understood(world, text, salt, subject)) is not None:
            return meant
    except Unsure as asked:
        if (parts := _parts(world, text, salt, subject)) is not None:
            return parts
        raise asked
    try:
        whole = _read(world, text, salt, subject)
    except Unsure as asked:
        parts = _parts(world, text, salt, subject)
        if parts is not None:
            return parts
        raise asked
    whole = whole or _parts(world, text, salt, subject)
    said = canonical(text)
    return whole if whole or said == text else _read(world, said, salt, subject)


def understood(world: World, text: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    """What the rows of `data/meanings.txt` read, of the clause in its plain form first. Raises Unsure where one of them asks back."""
    for said in dict.fromkeys((canonical(text), text)):
        for pattern, reader in _rows("meanings"):
            match = pattern.fullmatch(said)
            if match is None:
                continue
            draft = Draft.of(world, salt, subject)
            if (told := reader(draft, match)) and sane(world, draft.world, text):
                return draft, told
    return None


def _read(world: World, text: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    question: Unsure | None = None
    for pattern, reader in _rows():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        draft = Draft.of(world, salt, subject)
        try:
            told = reader(draft, match)
        except Unsure as asked:
            question = question or asked
            if (
                reader.__module__.endswith(("dialogue", "endings", "places", "cast", "people", "finds"))
                or reader is locks.lock
                or reader.__name__ == "found_in"
            ):
                break
            continue
        if told and sane(world, draft.world, text):
            return draft, told
    if question is not None:
        raise question
    return None


def _parts(world: World, text: str, salt: str, subject: Thing | None) -> tuple[Draft, str] | None:
    """ "make the swamp foggier and the tavern cosier": two wishes that share their verb."""
    verb = re.match(rf"(?:{VERBS})\b(?: of| out| up)?", text, re.IGNORECASE)
    for join in re.finditer(r",? (?:and|but) (?:also |then )?|, ", text):
        left, right = text[: join.start()], text[join.end() :]
        it = ""
        if re.match(rf"(?:{VERBS})\b", right, re.IGNORECASE):
            second = right
        elif verb:
            it = "it " if re.match(r"make it ", left, re.IGNORECASE) and re.search(r" (?:in|at|on) ", right) else ""
            second = f"{verb[0]} {it}{right}"
        elif (moved := re.match(r"(?P<who>.+?) (?P<how>should (?:be|stay|stand)|is|are) (?P<p>in|at|on) ", left)) and re.search(
            r" (?:in|at|on) ", right
        ):
            second = re.sub(r" (in|at|on) ", rf" {moved['how']} \1 ", right, count=1)
        else:
            continue
        try:
            first = understood(world, left, salt, subject) or _read(world, left, salt, subject)
            if first is None:
                continue
            draft, told = first
            draft.settle()
            said = second if it else spoken_of(second, draft.subject)
            then = (
                understood(draft.world, said, salt + "&", draft.subject)
                or _read(draft.world, said, salt + "&", draft.subject)
                or _parts(draft.world, second, salt + "&", draft.subject)
            )
        except Unsure:
            continue
        if then is None:
            continue
        after, told_then = then
        after.settle()
        after.ops = [*draft.ops, *after.ops]
        return after, f"{told}. {told_then}"
    return None


def spoken_of(text: str, subject: Thing | None) -> str:
    """The clause with "it", "her", "that room" said in full, where something was spoken of before."""
    if subject is None:
        return text
    made_so = re.fullmatch(r"(?:make|set|let|have) it (?P<v>.+)", text, re.IGNORECASE)
    wanted = looks(made_so["v"]) if made_so else None
    if wanted and all(one.kind in ("hour", "weather", "season", "style", "view") for one in wanted):
        return text
    if subject.kind == "place":
        text = re.sub(r"\b(?:in )?there$|\bin it$|\bin there\b", f"in {subject.name}", text, flags=re.IGNORECASE)
    living = subject.kind in ("person", "foe", "player")
    words = (
        r"him|her|them|he|she|they|that (?:guy|person|character|man|woman|one|guard|girl|boy)"
        if living
        else r"it|them|they|that (?:one|thing|place|room|part|scene)|this (?:one|thing|place|room)"
    )
    name = subject.name if subject.kind != "ending" else f"the {subject.name} ending"
    made = re.sub(rf"(?<!that )(?<!so )\b(?:{words})\b(?!['’])", lambda _: name, text, count=1, flags=re.IGNORECASE)
    if living:
        made = re.sub(r"^((?:call|delete|remove|rename|turn|give) )it\b", rf"\1{name}", made, flags=re.IGNORECASE)
    return made


def mention(world: World, text: str) -> Thing | None:
    """The first thing of the world that a remark speaks of: by its name, a choice that is quoted, what bars a way."""
    for quoted in re.findall(r"[\"'“](.{4,}?)[\"'”](?!\w)", text):
        event = next((one for one in world["scene"]["events"] if str(one.get("label", "")).lower() == quoted.lower().strip(" .")), None)
        if event is not None:
            return Thing("choice", event["name"], f"'{event['label']}'")
    text = re.sub(r"[\"“][^\"“”]*[\"”]", "", text)
    some = text.split()
    for start in range(len(some)):
        for size in range(min(6, len(some) - start), 0, -1):
            phrase = " ".join(some[start : start + size]).strip(",.;:!?")
            if size == 1 and (
                (len(phrase) < 4 and not (len(phrase) == 3 and phrase[:1].isupper()))
                or phrase.lower() in ("place", "room", "there", "these", "that", "this", "ending", "places")
            ):
                continue
            try:
                thing = naming.find(world, phrase, loose=False)
            except Unsure:
                continue
            if thing is not None and thing.kind == "ending" and size == 1 and thing.name.lower() != phrase.lower():
                continue
            if thing is not None and naming.words(phrase):
                return thing
    about = re.match(
        r"(?:i (?:don't|do not|dont) like |i hate )?(?P<np>(?:the|that|this|those) .+?)(?:,| (?:is|are|was|makes?|looks?|feels?|seems?|scares?|doesn't|does not|has|have)\b|$)", text, re.IGNORECASE
    )  # fmt: skip
    if about is not None:
        barred = referents.gate(world, about["np"], guard=True)
        if barred is not None and referents.barred(world, barred):
            return Thing("guard", barred["name"], re.sub(r"^(?:that|this) ", "the ", about["np"]))
        if referents.sighted(world, re.sub(r"^(?:the|that|this|those) ", "", about["np"])):
            return Thing("seen", "", re.sub(r"^(?:that|this|those) ", "the ", about["np"]))
    tokens = tag(tokenise(text))
    for size in (3, 2, 1):
        for start in range(len(tokens) - size + 1):
            run = tokens[start : start + size]
            if all(one.tag in ("N", "NS", "A") for one in run) and run[-1].tag in ("N", "NS"):
                np = " ".join(one.word for one in run)
                spots = {re.sub(r"_(?:later|again)$", "", key) for key, _ in referents.sighted(world, np)}
                if 1 <= len(spots) <= 2 and len(np) > 3:
                    return Thing("seen", "", f"the {np}")
    return None
