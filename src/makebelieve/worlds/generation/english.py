"""Frames of English: alternatives, slots, agreement (`{foe} [slowly|] <foe:waits> by {place}`), and what the doctrine lets a picture say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from makebelieve.worlds.generation.morphology import articles, is_plural, plural_verb

_SLOT: Final = re.compile(r"\{([A-Za-z_]+)\}")
_AGREE: Final = re.compile(r"<(\w+):([^|>]*)(?:\|([^>]*))?>")
_CHOICE: Final = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
# Slots whose words show by themselves whether they are several.
COUNTED: Final = frozenset(
    ("part", "other", "prop", "hold", "item", "Item", "trace", "thing", "things", "tools", "to", "here", "there", "place", "start", "lead")
)
_DETERMINED: Final = re.compile(
    r"^(?:a|an|the|her|his|their|its|my|your|our|this|that|these|those|some|two|three|four|five|six|seven|eight|nine|ten|every|all|both)\b",
    re.IGNORECASE,
)
# Words that the doctrine's lints find, and what says the same of a picture.
_SPOKEN: Final = {
    "no": "zero", "not": "hardly", "never": "rarely", "without": "lacking", "none": "few", "nothing": "little", "don't": "hardly",
    "doesn't": "hardly", "can't": "hardly", "won't": "hardly", "dont": "hardly", "doesnt": "hardly", "cant": "hardly", "wont": "hardly",
    "whiteout": "snowstorm", "white-out": "snowstorm", "blinding": "dazzling", "blown white": "pale", "bloom": "blossom",
    "bloomed": "blossomed", "blooming": "blossoming", "overexposed": "pale", "over-exposed": "pale", "washed out": "pale",
    "kill": "fell", "kills": "fells", "killed": "felled", "killing": "felling", "shoot": "fire", "shoots": "fires", "shooting": "falling",
    "execute": "carry out", "executes": "carries out", "executed": "sentenced", "execution": "sentence", "gunned down": "struck",
    "lying on the ground": "on the floor",
}  # fmt: skip
_BANNED: Final = re.compile(
    r"(?<![\w'’])(?:" + "|".join(sorted(map(re.escape, _SPOKEN), key=len, reverse=True)) + r")(?![\w])", re.IGNORECASE
)
_LACKED: Final = re.compile(r"(?<=[a-z]) without (?:an?|any) (?:[a-z]+ )?[a-z]+(?=$|[.,;])")
"""What is missing cannot be seen: "a piano to the seventh floor | without a lift"."""
_GUNS: Final = re.compile(r"\bguns? ((?:him|her|them|the \w+) down)\b", re.IGNORECASE)


_OWNED: Final = re.compile(r"(?:[A-Z]\S*\s)*[A-Z]\S*(?:['’]s|s['’])\s")
"""Begins with whom it belongs to, by name: "Odile's lamp", "St Anne's hospital"."""
_KIN_OWNED: Final = re.compile(
    r"(?:(?:great[- ])?(?:grand(?:ma|pa|mother|father|dad|mum|mom|pappy)|gran(?:ny|dad)?|nana?|nanny|opa|oma|m[uo]m(?:m[ya]|my)?|mama|mother"
    r"|dad(?:dy)?|papa|pa|father|aunt(?:ie|y)?|uncle|santa)(?:\s[A-Z]\w*)?)['’]s\s",
    re.IGNORECASE,
)
"""The same by a word for kin that stands for a name: "grandma's accordion", "dad's old watch"."""


def owned_by_name(phrase: str) -> bool:
    """Whether the phrase begins with somebody's name or what stands for one, and so takes no article."""
    return bool(_OWNED.match(phrase) or _KIN_OWNED.match(phrase))


def determined(phrase: str) -> bool:
    """Whether the phrase has a determiner of its own."""
    return bool(_DETERMINED.match(phrase))


def capital(text: str) -> str:
    """First letter upper case, the rest as it is."""
    for at, char in enumerate(text):
        if char.isalpha():
            return text[:at] + char.upper() + text[at + 1 :]
        if char.isdigit():
            return text
    return text


def sentence(text: str) -> str:
    """Capital at the start, a full stop at the end unless there is one."""
    text = capital(" ".join(text.split()))
    return text if text.endswith((".", "!", "?", "”", '."', '!"', '?"')) else text + "."


def varied(frame: str, choose: Callable[[int], int]) -> str:
    """The frame with one alternative of each `[a|b|c]` taken; `choose(n)` gives 0 <= i < n. An alternative may be empty; they do not nest."""

    def one(match: re.Match[str]) -> str:
        some = match[1].split("|")
        return some[choose(len(some))]

    return _CHOICE.sub(one, frame)


_SPACES: Final = re.compile(
    r"\b(?:right |just |close )?(?:beside|by|near|next to|close to|in|at) the (?:space|gap|patch|place) (behind|under|between|beside|above|below|beneath) (?=[a-z])"
)
_BY_BY: Final = re.compile(r"\b(by|near|beside) ((?:the|an?) [a-z-]+(?: [a-z-]+)?) by (?=the\b|an?\b)")
_INTO: Final = re.compile(
    r"\b([Ss]tep|[Gg]o|[Cc]ome|[Ss]lip|[Cc]limb|[Ww]alk)(s?) into the (?=stage\b(?! door| of (?!the\b))|roof\b|open deck\b|platform\b|quay\b|pier\b|bridge\b(?! house))"
)


def smoothed(text: str) -> str:
    """The text without what slots make clumsy between them: "beside the space under the stage" is "under the stage", and nothing stands "side by side by" a thing."""
    if " the space " in text or " the gap " in text or " the patch " in text or " the place " in text:
        text = _SPACES.sub(r"\1 ", text)
    if " by " in text:
        text = _BY_BY.sub(
            lambda match: (
                f"{'by' if match[1] == 'beside' else 'beside' if match[1] == 'by' else 'near'} {match[2]} {'near' if match[1] == 'beside' else 'by'} "
            ),
            text,
        )
        text = text.replace("ide by side by ", "ide by side near ")
    text = text.replace("all of the whole ", "the whole ")
    return _INTO.sub(r"\1\2 on to the ", text) if " into the " in text else text


def fill(frame: str, words: Mapping[str, str], plurals: frozenset[str] = frozenset()) -> str:
    """The frame with its slots filled: `{foe}` by its word, `<foe:waits|wait>` and `<foe:waits>` by number.

    `plurals` names the slots that stand for several; those of `COUNTED` are looked at. Raises KeyError on an unknown slot.
    """

    def agree(match: re.Match[str]) -> str:
        slot = match[1]
        many = slot in plurals or (slot in COUNTED and is_plural(words[slot]))
        if not many:
            return match[2]
        return plural_verb(match[2]) if match[3] is None else match[3]

    text = frame
    for _ in range(3):
        text = _AGREE.sub(agree, text)
        if "{" not in text:
            break
        text = _SLOT.sub(lambda match: words[match[1]], text)
    text = smoothed(articles(text))
    text = re.sub(
        r"\bstands (stands?)\b", lambda match: f"stands {'is' if match[1] == 'stands' else 'are'}", text
    )  # "beside the fruit stands"
    return re.sub(r"([.!?] |\.\" )([a-z])", lambda match: match[1] + match[2].upper(), text)


def pictorial(text: str) -> str:
    """The text with the words that the doctrine bars from prose replaced by pictorial ones. Only a premise's own words need it."""
    text = _LACKED.sub("", text)
    text = _GUNS.sub(r"blaster \1", re.sub(r"[{}<>|]", "", text))
    return _BANNED.sub(lambda match: _SPOKEN[match[0].lower().replace("’", "'")], text)


_PAIRED: Final = re.compile(
    r"^((?:an?|the|some|your) (?:(?!with\b|in\b|on\b|for\b|from\b|to\b|that\b|between\b)[\w-]+ )*?(?!with\b)[\w-]+) and ((?:an?|the|some|your) .+)$"
)
"""Two things in one phrase: "a pencil and a clean sheet", no "box with a lid and a lock"."""


def listed(items: list[str]) -> str:
    """'a', 'a and b', 'a, b and c'; "a pencil and a sheet" among others are two of them."""
    if len(items) > 1:
        items = [part for item in items for part in _PAIRED.sub(r"\1|\2", item, count=1).split("|")]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def titled(text: str) -> str:
    """Title case with the small words small."""
    small = {"of", "the", "a", "an", "and", "in", "on", "at", "to", "for", "from", "by", "with", "under", "over", "or", "as"}
    words = text.split()
    return " ".join(word if at and word.lower() in small else capital(word) for at, word in enumerate(words))


def slug(text: str, limit: int = 60) -> str:
    """Lower-case ASCII words joined by '_'."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    made = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    if len(made) > limit:
        made = made[:limit].rsplit("_", 1)[0]
    return made or "thing"
