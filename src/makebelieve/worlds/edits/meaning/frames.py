"""Sentence frames taken off a wish: "could we have ...", "what if ...", "I'd rather ..."; what is left is one of a few plain forms.

A wish is an order, a hope, a question or a picture of how it is ("what if the cook was a spy"). All of them come out as `Should` (somebody or
something does or is something), `Add`, `Remove` or `Swap`: what a wish does not say of itself, but of the world it wants.
"""

from __future__ import annotations

import re
from typing import Final

from makebelieve.worlds.edits.meaning.forms import (
    QUOTED,
    Add,
    Remove,
    Should,
    Swap,
    Wish,
    plain,
    swap,
)
from makebelieve.worlds.edits.meaning.hopes import (
    SHOULD,
    read_able,
    read_cleft,
    read_let,
    read_modal,
    read_proposal,
    read_question,
    read_removal,
    read_supposition,
    read_taking,
    read_want,
)
from makebelieve.worlds.edits.meaning.known import Known
from makebelieve.worlds.edits.meaning.orders import ordered
from makebelieve.worlds.edits.meaning.statements import stated


def wishes(text: str, known: Known) -> list[Wish]:
    """What a wish may say, the likeliest first. `known` tells where the name of something of the world ends."""
    quotes: list[str] = []

    def masked(match: re.Match[str]) -> str:
        quotes.append(match[0][1:-1])
        return f'"\x02{len(quotes) - 1}\x02"'

    def said(words: str) -> str:
        return re.sub("\x02(\\d+)\x02", lambda one: quotes[int(one[1])], words)

    # Words in quotation marks are nobody's frame.
    made: list[Wish] = []
    for one in _plain_wishes(re.sub(QUOTED, masked, text), known):
        if isinstance(one, Should):
            made.append(Should(said(one.subject), said(one.deed), one.negative, said(one.when)))
        elif isinstance(one, Swap):
            made.append(Swap(said(one.old), said(one.new)))
        else:
            made.append(Add(said(one.what)) if isinstance(one, Add) else Remove(said(one.what)))
    return made


def _plain_wishes(text: str, known: Known) -> list[Wish]:
    made: list[Wish] = []
    queue = [plain(text)]
    seen: set[str] = set()
    while queue and len(seen) < 24:
        one = queue.pop(0)
        if one.lower() in seen or not one:
            continue
        seen.add(one.lower())
        for got in _once(one, known):
            if isinstance(got, str):
                queue.append(plain(got))
            elif got not in made:
                made.append(got)
    if not made and re.match(r"(?:an?|some|two|three|more|another) ", plain(text)):
        return [Add(plain(text))]
    return made


def _once(text: str, known: Known) -> list[Wish | str]:
    """One frame less: plainer texts, or wishes."""
    made: list[Wish | str] = []
    for pattern, read in _FRAMES:
        match = pattern.fullmatch(text)
        if match is not None:
            got = read(match, known)
            made += got if isinstance(got, list) else [got] if got is not None else []
            if got is not None and read not in _ALONGSIDE:
                return made
    return [*made, *stated(text, known)]


def _order(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    return ordered(match[0], known) or None


def _swapped(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    swapped = swap(match[0])
    if (
        swapped is None
        or re.match(
            r"(?:if|when|make|let|put|turn|call|rename|have|change|use|move|could|can|what|how|start|begin|go|lead|take|give|play|add|name|hide|lock|open|set|be|say|write|bring|send|keep|do)\b",
            swapped.new,
            re.IGNORECASE,
        )
        or re.search(r"\b(?:should|must|to be)\b", swapped.new)
    ):
        return None
    return [swapped]


def _condition(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    """ "if you talk to Otto he should say ...": what shall be, and when."""
    made: list[Wish | str] = []
    text = match["rest"]
    for cut in re.finditer(
        r"(?:,? then |, | (?=(?:you|they|he|she|it|the player|we) (?:should|will|must|can|could|turn|lose|die|win|get|fall|are|is|become|end|wake)\b)| (?=(?:the [a-z]+|[A-Z]\w+) (?:should|will|must|could)\b)| (?=(?:you|they|he|she|it|there|one|the player|\"|the game|the story|let|have|add) ))",
        text,
    ):
        when, rest = text[: cut.start()], text[cut.end() :]
        if len(when.split()) < 2 or not rest:
            continue
        for one in _plain_wishes(rest, known):
            if isinstance(one, Should):
                made.append(Should(one.subject, one.deed, one.negative, f"{match['w'].lower()} {when}"))
        if not made and re.match(r"[a-z\"“]", rest, re.IGNORECASE) and "," in cut[0]:
            made.append(Should("", rest, False, f"{match['w'].lower()} {when}"))
        if made:
            return made
    return None


def _words_first(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should(match["q"], f"be {match['v']}")]


def _only_when(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should(match["s"], f"only {match['v']}", False, f"{match['w'].lower()} {match['rest']}")]


def _fronted(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    """ "in the kitchen there should be ...": the place goes behind what happens there."""
    both = known.subject(match["rest"])
    if both is None or not both[1]:
        return None
    where, rest = both[0].rstrip(","), both[1].lstrip(", ")
    thing = known.find(where)
    if thing is None and not re.fullmatch(r"the end|the (?:very )?end", where):
        return None
    if (thing is None or thing.kind == "ending") and (
        there := re.match(r"there (?:should|could|must|needs to|has to) be (?P<v>.+)", rest, re.IGNORECASE)
    ):
        return [Should(where, f"have {there['v']}")]
    if thing is None or thing.kind == "ending":
        got = [
            one
            for one in _plain_wishes(rest, known)
            if isinstance(one, Should) and known.find(one.subject) is not None and one.deed.split(" ")[0] not in ("say", "read", "be")
        ]
        said = got[0] if got else None
        return [Should(where, f"show that {rest}" if said is None else f"show that {said.subject}\n{said.deed}")]
    made: list[Wish | str] = []
    for one in _plain_wishes(rest, known):
        if isinstance(one, Should):
            made.append(Should(one.subject, f"{one.deed} {match['p'].lower()} {where}", one.negative, one.when))
        elif isinstance(one, Add):
            made.append(Add(f"{one.what} {match['p'].lower()} {where}"))
        elif isinstance(one, Remove):
            made.append(Remove(f"{one.what} {match['p'].lower()} {where}"))
    return made or None


_FRAMES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (
            r"only (?P<w>if|when|once|after) (?P<rest>.+?) (?P<x>should|may|can|will|must|does|do) (?P<s>they|he|she|it|you|the .+?|[A-Z]\w+) (?P<v>[a-z]+\b.*)",
            _only_when,
        ),
        (rf"(?P<q>{QUOTED}) (?:is|should be|ought to be|would be|could be|must be|shall be) (?P<v>(?:what|the|[A-Z]).+)", _words_first),
        (r"(?P<w>if|when|whenever|once|after|as soon as) (?P<rest>.+)", _condition),
        (r"(?P<p>in|at|on|inside) (?P<rest>.+)", _fronted),
        (r"(?:I|we) (?P<n>don't|do not|never|no longer)(?: really)? (?:want|like|need)(?: to (?:have|see|meet))? (?P<rest>.+)", read_want),
        (
            r"(?:I|we)(?:'d| would)?(?: really| rather| also| still| much)* (?:want|like|love|need|prefer|wish|rather)(?: to have(?= (?:an?|some|the|two|three|[A-Z])))?(?: it if| that| for)?(?P<n>(?!))? (?P<rest>.+)".replace(
                "(?P<n>(?!))?", "(?P<n>(?!x)x)?"
            ),
            read_want,
        ),
        (
            r"(?:my|our) [\w' ]{2,30}? (?:wants?|would like|would love|wishes for|asked for|asks for|loves|likes)(?P<n>(?!x)x)? (?P<rest>(?:an?|more|some|two|three) .+)",
            read_want,
        ),
        (r"(?:I'd|I would|we'd) rather (?:have |see )?(?P<n>(?!x)x)?(?P<rest>.+)", read_want),
        (r"(?:how|what) about (?P<rest>.+)", read_proposal),
        (r"(?:what if|maybe if|if only|I wish) (?P<rest>.+)", read_supposition),
        (
            r"it (?:should|must|could|ought to|has to) be (?:possible|allowed|an option)(?: for (?P<s>.+?))? (?P<n>not )?to (?P<v>.+)",
            read_able,
        ),
        (r"make it (?:possible|an option)(?: for (?P<s>.+?))? (?P<n>not )?to (?P<v>.+)", read_able),
        (r"it (?:should|must|could|ought to|has to) take (?P<np>.+?) (?P<rest>(?:to|for) .+)", read_taking),
        (r"it (?:should|must|could) be (?P<s>.+?) (?:who|that|which) (?P<v>.+)", read_cleft),
        (r"(?:can|could|may|might|should|shall|would|will|must) (?P<rest>(?!you\b).+)", read_question),
        (r"(?P<verb>let|have|get|make) (?P<rest>.+)", read_let),
        (r"let's (?P<rest>(?:have|let) .+)", lambda match, known: [match["rest"]]),
        (r"let's (?:not have|lose|drop|forget|skip|cut) (?P<t>.+)", read_removal),
        (r"(?:let's|let us) (?P<rest>.+)", lambda match, known: [match["rest"]]),
        (
            r"(?:no(?: more| longer)?|without|lose|(?:I|we) (?:could|can) do without|(?:I|we) (?:don't|do not) (?:want|need)(?: any)?|there is no need for|(?:the |this )?(?:story|game|world|it) (?:works|is|would be|would work|gets) (?:much )?better without) (?P<t>[^,]+)",
            read_removal,
        ),
        (
            r".+ (?:instead of|rather than|in place of|in the place of) .+|(?:instead of|in place of|rather than) .+|.+ not .+,? but .+",
            _swapped,
        ),
        (SHOULD.pattern, read_modal),
        (r"[a-z]+ .+", _order),
    )
)
_ALONGSIDE: Final = (read_let,)
"""Frames whose text may be an order as well ("make Otto a plumber")."""
