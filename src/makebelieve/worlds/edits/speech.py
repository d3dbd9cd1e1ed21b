"""Wishes in one form of words: "let X do", "can X do", "I want X to do", "X must do" all become "X should do"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Token, lemma, tag, tokenise
from makebelieve.worlds.edits.clauses import VERBS
from makebelieve.worlds.edits.turns import turned

_HEDGE: Final = re.compile(
    r"^(?:(?:i think|i guess|i feel(?: like)?|in my opinion|maybe|perhaps|also|and|but|then|so|now|just|hmm+|ok|well|or|if possible|ideally|actually)[, ]+)+", re.IGNORECASE
)  # fmt: skip
_NICE: Final = re.compile(
    r"^(?:it|that|this)(?: would|'d| might| could| will) be (?:really |very |so |much |way |even )?(?:nice|great|good|cool|better|lovely|fun|awesome|nicer|funnier|best|fine|neat|sweet|more \w+|\w+er) (?:if|to have|for|to|when|to see) ",
    re.IGNORECASE,
)
_WANT: Final = re.compile(
    r"^(?:i|we)(?:'d| would| do)?(?P<not> don't| do not| dont| wouldn't)?(?: really| also)* (?:want|like|love|prefer|need|wish|expect|wanted|rather)(?: it)?(?: if| that| for| when)? (?P<rest>.+)$",
    re.IGNORECASE,
)
_MODAL: Final = r"(?:should|must|need to|needs to|has to|have to|had to|ought to|(?:is|are|was|were) (?:supposed|meant) to|could|can|might|may|shall|will|would|'d better|wants? to|were to|gets? to)"
_ADVERBS: Final = r"(?: (?:rather|really|all|simply|just|instead|better|please|now|actually|rather|then|maybe|perhaps|be able to))*"
_MODALS: Final = re.compile(
    rf"^(?P<s>.+?) {_MODAL}(?P<also>(?: (?:also|only|never|always|not))*){_ADVERBS} (?P<v>(?!be able\b)[a-z].*)$", re.IGNORECASE
)
_INSIDE: Final = re.compile(
    rf"^(?:{VERBS})\b(?! (?:it|him|her) )|\b(?:that|which|who|where|when|if|so) (?:you|one|i|we|they|he|she|it|the player)$|(?<=[a-z]) (?:you|one|i|we|the player)$|^(?:i|we)(?:'d| would)? (?:want|like|need)\b",
    re.IGNORECASE,
)
"""Words before a modal that is not the verb of the whole: "a pod you can reach"."""
_ASKED: Final = re.compile(r"^(?:can|could|may|might|should|shall|would|will|must|do)(?:n't)? (?P<rest>(?!you\b).+)$", re.IGNORECASE)
_LET: Final = re.compile(r"^(?:let|have) (?P<rest>.+)$", re.IGNORECASE)
_PAST: Final = {
    "had": "have",
    "was": "be",
    "were": "be",
    "is": "be",
    "are": "be",
    "did": "do",
    "went": "go",
    "got": "get",
    "has": "have",
    "does": "do",
    "could": "",
    "said": "say",
    "knew": "know",
}
_SUBJECTS: Final = re.compile(
    r"^(?P<s>(?:you|the player|players|one|me|us|he|she|they|it|him|her|them|we|people|everyone|everybody|somebody|someone|nobody))(?:'s)? (?P<v>.+)$",
    re.IGNORECASE,
)
_NO_VERBS: Final = frozenset(["that", "which", "who", "where", "when", "there", "of", "in", "on", "at", "the", "a", "an"])


def parted(text: str) -> tuple[str, str] | None:
    """Subject and what it does of a text whose verb is bare: "the fox come back" -> "the fox", "come back"."""
    if found := _SUBJECTS.match(text):
        return (found["s"], found["v"]) if found["v"].split()[0].lower() not in _NO_VERBS else None
    if found := re.match(r"^(?P<s>the [a-z]+|[A-Z][\w'’]*(?: [A-Z][\w'’]*)*) (?P<v>(?:only|just|always|never|also|not) .+)$", text):
        return found["s"], found["v"]
    tokens = tag(tokenise(text))
    depth = ""
    for at, token in enumerate(tokens):
        if token.word in ("who", "that", "which") and at:
            depth = token.word
            continue
        if token.tag not in ("V", "X"):
            if depth and token.tag in ("VS", "VD"):
                depth = "done"
            continue
        if depth and depth != "done":
            depth = "done"
            continue
        if at == 0 or token.word in _NO_VERBS:
            continue
        # Where the token stands in the text as it was typed.
        found = re.search(rf"(?<![\w'’]){re.escape(token.written)}(?![\w'’])", text[_offset(text, tokens[:at]) :], re.IGNORECASE)
        if found is None:
            return None
        start = _offset(text, tokens[:at]) + found.start()
        return text[:start].strip(), text[start:].strip()
    return None


def _offset(text: str, before: list[Token]) -> int:
    """Where the text goes on behind the last of these tokens."""
    at = 0
    for token in before:
        found = text.lower().find(token.written.lower(), at)
        at = found + len(token.written) if found >= 0 else at
    return at


def canonical(text: str) -> str:
    """The text as "X should do ..." where it says so in any way; as an order where it is one; else as it is."""
    for _ in range(4):
        made = _once(turned(text))
        if made == text:
            break
        text = made
    return text


def _once(text: str) -> str:
    plain = _HEDGE.sub("", text).strip(" ,")
    if inside := re.match(
        r"(?:put|add|build|squeeze|fit) (?P<np>[\w' -]+?) in,? (?=next to|beside|between|near|behind|after|before)", plain, re.IGNORECASE
    ):
        return f"add {inside['np']} {plain[inside.end() :]}"
    if nice := _NICE.match(plain):
        rest = plain[nice.end() :]
        if re.search(r"(?:to have|to see) $", nice[0], re.IGNORECASE):
            return f"add {rest}"
        if nice[0].rstrip().lower().endswith(" to"):
            return rest
        return _stated(re.sub(r",? as an? (?=\w+ ending)", " as a ", rest))
    if want := _WANT.match(plain):
        rest = want["rest"]
        to = (
            None
            if re.search(r"\bthat\b", plain[: want.start("rest")])
            else re.match(r"(?P<s>(?!to\b).+?) (?:not )?to (?P<v>(?!the\b|an?\b)[a-z]+\b.*)$", rest, re.IGNORECASE)
        )
        if (to and to["v"].split()[0].lower() in ("be", "have", "lie", "open", "stand")) or (to and not re.search(r"\b(?:way|path|door|key|choice|option|chance|passage|next|close|button|possibility|something|someone|somebody|close|thanks|back)$", to["s"], re.IGNORECASE)):  # fmt: skip
            return f"{to['s']} should {'not ' if ' not to ' in rest or want['not'] else ''}{to['v']}"
        if want["not"]:
            return text
        mine = re.match(
            r"to (?:be able to )?(?P<v>(?!be |play |change |add |make |remove |delete |rename |give |put |lock |turn |set |have |know |replace |use |talk |speak |start )[a-z]+ .+)$",
            rest,
            re.IGNORECASE,
        )
        if mine:
            return f"you should {mine['v']}"
        if re.search(r" (?:that|if|when|for|rather) ", f" {plain[: want.start('rest')].lower()} ") or re.match(
            r"(?:[\w' ]+?) (?:should|must|can|could|had|was|were|is|are)\b", rest
        ):
            return _stated(rest)
        return text
    if let := _LET.match(plain):
        if re.match(r"there be ", let["rest"], re.IGNORECASE):
            return f"add {let['rest'][9:]}"
        if both := parted(let["rest"]):
            return f"{both[0]} should {both[1]}"
        return text
    if asked := _ASKED.match(plain):
        if there := re.match(r"there be (?P<v>.+)", asked["rest"], re.IGNORECASE):
            return f"add {there['v']}"
        if both := parted(asked["rest"]):
            return f"{both[0]} should {both[1]}"
    if able := re.match(
        r"^(?:it )?(?:must|should|has to|needs to|ought to) be possible (?:for (?P<s>.+?) )?to (?P<v>.+)$", plain, re.IGNORECASE
    ):
        return f"{able['s'] or 'you'} should {able['v']}"
    if possible := re.match(r"^make it possible (?:for (?P<s>.+?) )?to (?P<v>.+)$", plain, re.IGNORECASE):
        return f"{possible['s'] or 'you'} should {possible['v']}"
    if (made := re.match(r"^make (?P<rest>(?!it\b|this\b|that\b|everything\b|me\b|them\b).+)$", plain, re.IGNORECASE)) and (
        both := parted(made["rest"])
    ):
        first = both[1].split()[0].lower()
        if (
            lemma(first, "verb") == first
            and lemma(first, "adjective") is None
            and not re.search(r" (?:an?|the|more|less|and|to|in|of|so|very|much)$", both[0])
            and both[1] != first
        ):
            return f"{both[0]} should {both[1]}"
    if sure := re.match(r"^(?:make|be) (?:it so|sure)(?: that)? (?P<v>.+)$", plain, re.IGNORECASE):
        return _stated(sure["v"])
    modal = _MODALS.match(plain)
    if (
        (
            not_ := re.match(
                r"^(?P<s>.+?) (?:shouldn't|mustn't|can't|cannot|won't|couldn't|wouldn't|should never|must never) (?:be able to )?(?P<v>.+)$",
                plain,
                re.IGNORECASE,
            )
        )
        and not _INSIDE.search(not_["s"])
        and not re.match(r"(?:if|when|once|after|before|every time|each time|whenever|instead)\b", plain, re.IGNORECASE)
    ):
        return f"{not_['s']} should not {not_['v']}"
    if modal and not _INSIDE.search(modal["s"]):
        if not re.match(r"(?:if|when|once|after|before|every time|each time|whenever|instead)\b", plain, re.IGNORECASE):
            return f"{modal['s']} should{modal['also'].lower()} {re.sub(r'^(?:have|need) to ', '', modal['v'])}"
        return re.sub(rf" {_MODAL}{_ADVERBS} ", " should ", plain, count=1)
    return plain or text


def _stated(text: str) -> str:
    """ "you had to fight" -> "you should have to fight", "the crow is unfriendly" -> "the crow should be unfriendly"."""
    if _MODALS.match(text) and not re.match(r"\w+ had to\b", text):
        return text
    if re.match(r"there (?:was|were|is|are|would be|could be) ", text, re.IGNORECASE):
        return "add " + re.sub(r"^there (?:was|were|is|are|would be|could be) ", "", text, flags=re.IGNORECASE)
    found = re.match(
        r"^(?P<s>[\w'’ .-]+?) (?P<x>had|was|were|is|are|did|went|got|has|does|said|knew)(?P<n>n't| not)? (?P<v>.+)$", text, re.IGNORECASE
    )
    if found:
        return f"{found['s']} should {'not ' if found['n'] else ''}{_PAST[found['x'].lower()]} {found['v']}"
    tokens = tag(tokenise(text))
    for at, token in enumerate(tokens):
        if at and token.tag in ("VS", "VD", "V") and token.word not in _NO_VERBS:
            start = _offset(text, tokens[:at])
            rest = text[start:].strip()
            return f"{text[:start].strip()} should {token.lemma}{rest[len(token.written) :]}"
    return text


def plainly(instruction: str) -> str:
    """A whole sentence that says its wish in a roundabout way, said plainly; else as it is."""
    bare = instruction.strip().rstrip(".!?").strip()
    bare = re.sub(r"^(?:please|hi|hello|hey|ok|so|and)[, ]+|[, ]+(?:please|pls|thanks|thank you)$", "", bare, flags=re.IGNORECASE)
    made = turned(bare)
    if made == bare and not re.search(r"[.!?] [A-Z]", bare) and (said := canonical(bare)) != bare:
        made = turned(said)
        made = bare if made == said else made
    return instruction if made == bare else made
