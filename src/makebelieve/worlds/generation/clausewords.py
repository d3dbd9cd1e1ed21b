"""The words of one clause of a premise: who does it, what is said behind the verb, and the clause as it stands behind "why"."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import Phrase, Token, lemma
from makebelieve.worlds.generation.clauses import UNDER
from makebelieve.worlds.generation.happenings import Happening, base_form
from makebelieve.worlds.generation.reading import OF_FAMILY, Reading, cased, lead, name_of, pieces, said_without, text_of
from makebelieve.worlds.generation.verbs import gerund, purpose_of, third

OWN: Final = frozenset(("i", "we", "you", "me", "us"))
SHE_OR_HE: Final = frozenset(("she", "he"))
MOST_WORDS: Final = 15
_SHORT: Final = 8
"""Words from which a deed spares the clause that says which one is meant."""


def words_of(reading: Reading, one: Happening, mine: set[int], brief: int, *, hero: bool) -> dict[str, str]:
    """What a row of the table may name of a clause: {s} {o} {n} with their articles, {tail}, {clause} … `brief` are the words that the row has besides
    {o}, which is told without its clause where they get many; `hero` says that the subject plays."""
    slots = {"s": one.subject, "o": one.object, "n": one.second}
    words: dict[str, str] = {}
    said = " ".join(one.words(reading)).replace(" 's", "'s")
    if "not" in one.aspect:  # "can't scare anybody": to scare somebody
        said = re.sub(r"\bany(body|one|thing|where)\b", r"some\1", said)
    said = re.split(r"(?:^|(?<= ))(?:unless|until|till)\b", said)[0].strip()
    words["said"] = re.sub(r" by (?:mistake|accident|chance)\b", "", cased(reading, said))
    words["tail"] = cased(reading, " ".join(one.tail(reading)).replace(" 's", "'s"))
    told = [token.word for token in reading.tokens[one.start : one.end]]
    tail = one.tail(reading)
    words["aftersomething"] = (
        _after_something(tail[tail.index("something") + 1 :])
        if "something" in tail and tail[max(0, tail.index("something") - 1)] not in ("with", "by", "for", "of", "about", "like")
        else ""
    )
    words["afterto"] = cased(reading, " ".join(tail[tail.index("to") + 1 : tail.index("to") + 9])) if "to" in tail else ""
    of = tail.index("of") + 1 if "of" in tail[:2] else 0
    if of and tail[of : of + 1] and tail[of].endswith("ing"):  # "is afraid of flying to Africa": to fly there
        words["afterto"] = cased(reading, " ".join([lemma(tail[of], "verb") or tail[of], *tail[of + 1 : of + 9]]))
    words["stail"] = re.split(r",? (?:before|after|when|until|till|while|because|so)\b", words["tail"])[0]
    words["afterbe"] = cased(reading, " ".join(tail[tail.index("be") + 1 :]).replace(" 's", "'s")) if tail[:2] == ["to", "be"] else ""
    words["afterby"] = cased(reading, " ".join(tail[tail.index("by") + 1 :][:8]).replace(" 's", "'s")) if "by" in tail else ""
    words["aftercharge"] = (
        cased(reading, " ".join(tail[tail.index("of") + 1 :]).replace(" 's", "'s")) if "charge" in tail and "of" in tail else ""
    )
    words["aftershould"] = " ".join(tail[tail.index("should") + 1 :]) if "should" in tail else ""
    words["afterhelp"] = " ".join(tail[tail.index("help") + 1 :]) if "help" in tail else ""
    words["afterbeing"] = " ".join(tail[tail.index("being") + 1 :]) if "being" in tail else ""
    words["vs"] = third(one.verb)
    words["toing"] = _gerund_of(re.split(r" (?:and|but|or|while) ", words["afterto"])[0])  # "to erupt and the only boat has no engine"
    words["p"] = one.preposition
    words["afterat"] = " ".join(tail[tail.index("at") + 1 :]) if "at" in tail[:3] else ""
    words["afterof"] = " ".join(tail[tail.index("of") + 1 :]) if "of" in tail[:2] else ""
    words["what"] = " ".join(("what" if one.pronoun == "something" else "who", *told[1:])).replace(" 's", "'s")
    words["stem"], words["v"] = _stem(one, said), one.verb
    words["ving"] = gerund(one.verb.partition("_")[0]) + one.verb.partition("_")[1].replace("_", " ") + one.verb.partition("_")[2]
    words["clause"] = words["clause2"] = clause_of(reading, one)
    for slot, phrase in slots.items():
        if phrase is None:
            continue
        many = phrase.plural or (phrase.count or 1) > 1
        words[slot] = the(reading, phrase, plain=slot == "s" and one.relative)
        if phrase.start <= one.at < phrase.end:  # "one sinking boat"
            words[slot] = words[slot].replace(f"{reading.tokens[one.at].word} ", "")
        words[f"{slot}plain"] = the(reading, phrase, plain=True)
        words[f"{slot}is"] = "are" if many else "is"
        words[f"{slot}opens"], words[f"{slot}comes"] = ("open", "come") if many else ("opens", "comes")
        words[f"{slot}really"] = "are really after" if many else "is really after"
        words[f"{slot}wants"] = "want" if many else "wants"
        words[f"{slot}noun"] = phrase.head.word
        words[f"{slot}bare"] = text_of(reading, phrase)
        words[f"{slot}a"] = (
            words[slot] if many else f"{'an' if text_of(reading, phrase)[:1] in 'aeiou' else 'a'} {text_of(reading, phrase)}"
        )
    subject = one.subject
    own = (subject is not None and (id(subject) in mine or hero)) or (subject is None and one.pronoun in OWN | SHE_OR_HE)
    words["sown"] = "my" if own else _owning(words.get("s", "it"))
    words["sback"] = "into myself" if own else f"{words.get('s', '')} back"
    words["sself"] = "me" if own else words.get("s", "it")
    words["sorto"] = words.get("s" if "passive" in one.aspect or one.object is None else "o", "it")
    words["knows"] = "know" if subject is not None and subject.plural else "knows"
    words["question"] = _question(reading, one)
    words["afteruntil"], words["untildone"] = _until(reading, one, words.get("s", ""))
    words["afteras"] = " ".join(tail[tail.index("as") :][:6]) if "as" in tail else ""
    if one.object is not None and brief + len(words["o"].split()) > _SHORT:
        words["o"] = the(reading, one.object, plain=True)
    return words


def _after_something(words: list[str]) -> str:
    """What something is or does: "strange in the piano", "moving inside the wreck" of "something move inside the wreck"."""
    acts = bool(words) and (purpose_of(words[0]) or words[0] in ("move", "breathe", "knock", "stir", "cry", "growl", "whisper", "glow"))
    return " ".join((gerund(words[0]), *words[1:]) if acts else words).replace(" 's", "'s")


def _until(reading: Reading, one: Happening, subject: str) -> tuple[str, str]:
    """What somebody has to do for it, and the same where anybody may do it: "beat the ghost at cards" of "the ghost will not leave until somebody
    beats him at cards", but "confess" only for who did it."""
    said = " ".join(token.word for token in reading.tokens[one.at :]).partition(" .")[0].replace(" 's", "'s")
    until = re.search(r"\b(?:until|till|unless) (?:somebody|someone|anybody|anyone|i|we|you) (?:can )?(\w+)(.*)", said)
    if until is None:
        return "", ""
    rest = re.sub(
        r"\b(?:him|them|it)\b|\bher\b(?= (?:at|in|to|that|what|why|for|from|with|laugh|smile|cry)\b|$)", subject, until[2], count=1
    )
    told = cased(reading, f"{base_form(until[1])}{rest}")
    return told, told if rest else ""


def _gerund_of(said: str) -> str:
    """ "falling out" of "fall out"."""
    verb, _, rest = said.partition(" ")
    return f"{gerund(verb)} {rest}".strip() if verb else ""


def _owning(text: str) -> str:
    return f"{text}'" if text.endswith("s") else f"{text}'s"


def _stem(one: Happening, said: str) -> str:
    """The verb in its base, with its particle; of "have stopped speaking to the lake" all that was stopped."""
    if one.verb in ("stop", "quit", "cease") and said.split() and said.split()[0].endswith("ing"):
        first, _, rest = said.partition(" ")
        return f"{base_form(first)} {rest}".strip()
    return one.verb.replace("_", " ")


_SPAN: Final = re.compile(
    r",? (?:just |only |exactly )?(?:an?|one|two|three|four|five|ten|\d+|some|a few|half an) (?:hour|day|week|minute|month|year|night)s?$"
)


def _joins_words(tokens: list[Token], at: int) -> bool:
    """Whether an "and" joins words, and begins no further clause: "stuck between floors 13 and 14"."""
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n].tag == "." or tokens[n].word in UNDER), len(tokens))
    return end > at + 1 and not any(tokens[n].tag in ("V", "VS", "VD", "X", "M") for n in range(at + 1, end))


def shortened(words: list[str], most: int) -> str:
    """So many words of a longer clause, and no piece of what would follow: up to the last clause or preposition that is told whole."""
    kept = words[:most]
    cuts = [at for at in range(4, len(kept)) if kept[at] in _CUTS]
    return " ".join(kept[: cuts[-1]] if cuts else kept)


_CUTS: Final = frozenset((
    "who", "that", "which", "whose", "where", "when", "while", "because", "with", "from", "in", "on", "at", "for", "by", "into", "under", "without", "through",
))  # fmt: skip
"""Words at which a long clause may end."""


def clause_of(reading: Reading, one: Happening) -> str:
    """The clause as it may stand behind "why": "the mushrooms are voting", "somebody keeps moving the scarecrows"."""
    tokens = reading.tokens
    if one.subject is None:
        return (
            ""
            if one.pronoun in ("it", "there") and one.verb != "be"
            else cased(reading, " ".join(token.word for token in tokens[one.start : one.end]).replace(" 's", "'s"))
        )
    only = any(token.word == "only" for token in tokens[one.start : one.at + 2])  # "the violin only plays when somebody tells the truth"
    end = next(
        (
            n
            for n in range(one.after, min(len(tokens), one.at + MOST_WORDS))
            if tokens[n].tag == "."
            or (
                tokens[n].word in UNDER | {"and", "but"}
                and not (tokens[n].word == "once" and n + 1 < len(tokens) and tokens[n + 1].word in ("a", "every", "more"))
                and not (tokens[n].word == "where" and tokens[n - 1].lemma in ("ask", "wonder", "know", "say", "tell", "see"))
                and not (only and tokens[n].word in ("when", "if"))
                and not (tokens[n].word == "and" and _joins_words(tokens, n))
            )
        ),
        min(len(tokens), one.at + MOST_WORDS),
    )
    end += end < len(tokens) and tokens[end].word == "ago"
    if end == one.at + MOST_WORDS and end < len(tokens) and tokens[end].tag != ".":
        end = one.at + len(shortened([token.word for token in tokens[one.at : end + 1]], MOST_WORDS).split())
    after = next((phrase for phrase in reading.found if phrase.start == one.subject.end + 1), None)
    begins = after.end if after is not None and tokens[one.subject.end].word == "of" and after.end <= one.at else one.subject.end
    begins = one.start + 1 if one.resumed else begins
    if not one.relative and one.at > begins and tokens[begins].word in ("who", "that", "which"):
        begins = one.at  # "the doctor who came to our town never takes off his mask": without which doctor
        while begins > 0 and (tokens[begins - 1].tag in ("X", "M", "R") or tokens[begins - 1].word in ("not", "never")):
            begins -= 1
    said = [token.word for token in tokens[begins:end] if token.word not in ("suddenly", "just")]
    rest = " ".join(said[1:] if said[:1] in (["that"], ["which"], ["who"]) else said)
    if end < len(tokens) and tokens[end].word in ("before", "after"):
        rest = _SPAN.sub("", rest)  # "stolen an hour | before the parade"
    rest = cased(reading, rest.replace(" 's", "'s"))
    return f"{the(reading, one.subject, plain=True)} {rest}".strip()


def _question(reading: Reading, one: Happening) -> str:
    """ "who crosses the bridge first" of "argue about who crosses the bridge first"."""
    tokens = reading.tokens
    at = next(
        (
            n
            for n in range(one.at, len(tokens))
            if tokens[n].word in ("who", "whom", "which", "what", "where", "whether", "how", "whose", "why")
        ),
        None,
    )
    if at is None:
        return ""
    end = next((n for n in range(at, len(tokens)) if tokens[n].tag == "." or tokens[n].word in ("and", "but")), len(tokens))
    first = next((n for n in range(at, end) if tokens[n].tag in ("VS", "VD", "X", "V", "M")), end)
    end = next((n for n in range(first + 2, end) if tokens[n].tag == "X" and tokens[n - 1].tag in ("P", "N", "NS")), end)
    return cased(
        reading, " ".join(token.word for token in tokens[at:end]).replace(" 's", "'s")
    )  # "whether she loves him | is ordered home"


def the(reading: Reading, phrase: Phrase, *, plain: bool = False) -> str:
    """A phrase with the article that a second mention has: "the passenger", "my mother", "Perdition"; with its relative clause, unless `plain`."""
    owner, text = lead(reading, phrase)[1], text_of(reading, phrase)
    tokens = reading.tokens
    if phrase.head.tag == "#":
        return text
    name = name_of(reading, phrase)
    number = " ".join(token.word for token in tokens[phrase.start : phrase.head.index] if token.tag == "#")
    if (
        (owner == "" and OF_FAMILY.match(text))
        or (re.match(r"(?:[A-Z]\S*\s)?[A-Z]\S*['’]s\s", text) and (owner != "the" or said_without(reading, text)))
        or (name and owner != "the" and (text[:1].isupper() or (owner == "" and phrase.head.word in pieces(name))))  # "old Arthur"
    ):
        made = text
    elif owner in ("my", "our", "your"):
        made = f"my {text}"
    elif owner in ("all", "both"):
        # "All the cages are open" tells of those cages, and not of all there are.
        after = tokens[phrase.start + 1].word if phrase.head.index > phrase.start + 1 else ""
        made = f"{owner} {after} {text}" if after in ("the", "my", "our", "your", "her", "his", "their") else f"{owner} {text}"
    elif owner in ("her", "his", "their", "its", "every", "no", "another"):
        made = f"{owner} {text}"
    elif number in ("both", "all"):
        made = f"{number} {text}"
    else:
        made = f"the {number + ' ' if number and phrase.plural and number not in text.split() and not plain else ''}{text}"
    if not plain and phrase.end < len(tokens) and tokens[phrase.end].word in ("who", "that", "which"):
        end = next((n for n in range(phrase.end, len(tokens)) if tokens[n].tag == "." or tokens[n].word in ("and", "but")), len(tokens))
        if end - phrase.end <= 7:
            made += " " + cased(reading, " ".join(token.word for token in tokens[phrase.end : end]).replace(" 's", "'s"))
    return made
