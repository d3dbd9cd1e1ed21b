"""What hopes, proposals, suppositions and questions want: "I'd rather ...", "how about ...", "what if ...", "could we have ..."."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits.meaning.forms import (
    ALSO,
    EDITS,
    MODAL,
    Add,
    Remove,
    Should,
    Swap,
    Wish,
    bare_verb,
    should,
    swap,
)
from makebelieve.worlds.edits.meaning.known import HERO, Known
from makebelieve.worlds.edits.meaning.saying import told


def read_modal(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    subject = match["s"].strip()
    if subject.split(" ")[0].lower() in EDITS and not re.match(r"\w+(?: (?:of|for|at|in)\b|$)", subject) and not known.find(subject):
        return None  # "add a bell you can ring" is an order
    if re.match(
        r"(?:if|when|whenever|once|after|as soon as|before|until|in|at|on|where|whoever|wherever)\b", subject, re.IGNORECASE
    ) and not re.match(r"(?:in|at|on|where|whoever)\b", subject, re.IGNORECASE):
        return None
    deed = match["v"]
    negative = bool(match["n"])
    if deed.lower().startswith(("not ", "never ")):
        negative, deed = True, deed.split(" ", 1)[1]
    if fronted := re.fullmatch(
        r"(?:instead of|rather than|in place of) (?P<o>.+?),? (?P<s>(?:the player|you|I|the hero|the main character|he|she|they|it|there))",
        subject,
        re.IGNORECASE,
    ):
        return [Swap(fronted["o"], re.sub(r"^(?:be|find|have|meet|see|get) ", "", deed)), Should(fronted["s"], deed)]
    if deed.lower().startswith("be able to "):
        deed = deed[11:]
    return [should(subject, deed, negative)]


def read_want(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    rest = match["rest"].strip()
    if better := re.fullmatch(r"(?:have |see |find |get )?(?P<new>(?:an?|some|the|two) .+?|(?-i:[A-Z]).*?) than (?P<old>.+)", rest):
        return [Swap(better["old"], better["new"])]
    if match["n"]:
        if to := re.match(r"(?:you )?to (?P<v>.+)", rest):
            return [Should("you", to["v"], True)]
        if to := re.match(r"(?P<s>.+?) to (?P<v>[a-z]+\b.*)", rest):
            return [Should(to["s"], to["v"], True)]
        return [Remove(re.sub(r" (?:in (?:it|there|this|here|the (?:game|story|world))|any ?more|at all)$", "", rest))]
    if there := re.match(r"there to be (?P<v>.+)", rest, re.IGNORECASE):
        return [Add(there["v"])]
    if able := re.match(r"(?:you )?to be (?:able|allowed) to (?P<v>[a-z]+\b.*)", rest, re.IGNORECASE):
        return [Should("you", able["v"])]
    if see := re.match(r"(?:you )?to see (?P<v>(?:an?|the|some|two|three|[A-Z]).*)", rest):
        return [Should("you", f"see {see['v']}"), Add(see["v"])]
    if mine := re.match(r"(?:you )?to (?P<v>[a-z]+\b.*)", rest, re.IGNORECASE):
        return (
            [mine["v"]]
            if mine["v"].split(" ")[0].lower() in EDITS
            and not re.match(r"(?:be|get .+ from|have (?:an?|the|some) .+ from|start with|take (?:an?|the))\b", mine["v"])
            else [Should("you", mine["v"])]
        )
    if (to := re.match(r"(?P<s>.+?) (?P<n>not )?to (?P<v>(?!the\b|an?\b)[a-z]+\b.*)$", rest)) and not re.search(
        r"\b(?:way|path|door|key|choice|option|chance|passage|button|possibility|something|somebody|someone|close|next|back|way on)$",
        to["s"],
    ):
        return [should(to["s"], to["v"], bool(to["n"]))]
    if re.match(r"(?:that |it )?(?:.+? )?(?:should|was|were|would|could|had)\b", rest):
        return [re.sub(r"^that ", "", rest)]
    if re.search(r"\bprefer\b", match[0][: match.start("rest")]) and (
        to := re.fullmatch(r"(?P<new>(?:an?|the|some|my|two) .+?) to (?P<old>the .+|(?-i:[A-Z]).+)", rest)
    ):
        return [Swap(to["old"], to["new"])]
    if swapped := swap(rest):
        return [swapped]
    return [Add(rest), rest] if known.subject(rest) is None else [rest, Add(rest)]


def read_proposal(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    """ "how about making ...", "how about Otto playing ...", "how about a cat ..."."""
    rest = match["rest"].strip()
    if swapped := swap(rest):
        return [swapped]
    head = rest.split(" ")[0]
    if head.endswith("ing") and (base := lemma(head.lower(), "verb")):
        deed = f"{base} {rest[len(head) :].strip()}"
        if base == "let" and (hero := re.match(rf"let (?P<s>{HERO}|the \w+) (?P<v>[a-z]+\b.*)", deed)):
            return [Should(hero["s"], hero["v"])]
        if base in ("let", "have") and re.match(rf"(?:let|have) (?:{HERO}|.+?) [a-z]+\b.*", deed):
            return [deed]
        if base in EDITS and not re.match(r"(?:start|get|have|take)\b.*\bwith\b", deed):
            return [deed]
        return [Should("you", deed)]
    both = known.subject(rest)
    if both and (verb := both[1].split(" ")[0]).endswith("ing") and (base := lemma(verb.lower(), "verb")):
        return [should(both[0], f"{base} {both[1][len(verb) :].strip()}")]
    if both and (as_ := re.match(r"(?:as|to be) (?P<v>.+)", both[1])):
        return [Should(both[0], f"be {as_['v']}")]
    return [Add(rest), *([rest] if both else [])]


def read_supposition(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    """ "what if Otto was a spy": a wish told as a supposition."""
    rest = match["rest"].strip()
    if there := re.match(r"there (?:was|were|is|are|would be|could be) (?P<v>.+)", rest, re.IGNORECASE):
        return [Remove(there["v"][3:]) if there["v"].startswith("no ") else Add(there["v"])]
    if have := re.match(r"(?:we|you|it|the (?:game|story|world)) had (?P<v>(?:an?|some|two|three|more) .+)", rest, re.IGNORECASE):
        if swapped := swap(have["v"]):
            return [swapped]
        return [Add(have["v"]), *([Should("you", f"have {have['v']}")] if rest.lower().startswith("you") else [])]
    if re.match(r"(?:in|at|on) the (?:[a-z]+ )?(?:ending|end)\b", rest):
        return [rest]
    if not_ := re.match(r"(?P<s>.+?) (?:didn't|did not|don't|wasn't|weren't|couldn't|wouldn't) (?:have to )?(?P<v>.+)", rest):
        return [
            Should(not_["s"], ("be " if "was" in rest[: not_.start("v")] or "were" in rest[: not_.start("v")] else "") + not_["v"], True)
        ]
    if re.search(rf" {MODAL} ", f" {rest} ") and (modal := SHOULD.fullmatch(rest)):
        return read_modal(modal, known)
    both = known.subject(rest)
    if both is None:
        some = re.match(
            r"(?P<s>(?:an?|the|some|my|his|her)? ?[\w'-]+(?: [\w'-]+){0,3}?) (?P<v>(?:was|were|had|[a-z]+ed|came|got|went|said|told|knew|gave|stood|sat)\b.*)",
            rest,
        )
        both = (some["s"], some["v"]) if some else None
    if both is None:
        return None
    return [should(both[0], bare_verb(both[1]))]


def read_let(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    rest = match["rest"].strip()
    if there := re.match(r"there be (?P<v>.+)", rest, re.IGNORECASE):
        return [Add(there["v"])]
    if stranger := re.match(r"(?:someone|somebody) (?P<v>[a-z]+\b.*)", rest):
        return [Add(f"a stranger who {told('x', stranger['v'])[2:]}")]
    hero = re.match(
        rf"(?P<s>{HERO}|it|them|him|her|they|everything) (?P<v>(?!in\b|at\b|on\b|of\b|to\b|out\b)[a-z]+\b.*)", rest, re.IGNORECASE
    )
    both = (hero["s"], hero["v"]) if hero else known.subject(rest)
    if both is not None and both[1] and not both[0].endswith((",", ":")):
        verb = both[1].split(" ")[0].lower()
        if lemma(verb, "verb") == verb or verb in ("be", "not", "no"):
            deed = re.sub(r"^not (?:be able to )?", "", both[1])
            return [should(both[0], deed, verb == "not")]
        if match["verb"].lower() in ("have", "make", "got", "get") and verb.endswith("ing") and lemma(verb, "verb"):
            return [should(both[0], bare_verb(both[1]))]
    if match["verb"].lower() == "let" or (match["verb"].lower() == "have" and re.match(r"(?:an?|the|some|[A-Z])", rest)):
        some = re.match(
            r"(?P<s>(?:an?|the|some|two|three|[A-Z])[\w' -]*?) (?P<v>(?:be|come|stand|sit|wait|live|turn up|show up|appear|sing|play|guard|sell|work|give|hand|follow|accompany|travel|go|take|say|ask|tell|walk|run)\b.*)",
            rest,
        )
        if some:
            return [should(some["s"], some["v"])]
    if match["verb"].lower() == "have":
        return [Add(rest)]
    return None


def read_question(match: re.Match[str], known: Known) -> list[Wish | str] | None:
    rest = match["rest"].strip()
    if there := re.match(r"there (?:also |maybe |please )?be (?P<v>.+)", rest, re.IGNORECASE):
        return [Add(there["v"])]
    if have := re.match(
        r"(?:we|i|you) (?:also |please )?(?:have|get|see|meet) (?P<v>(?:an?|some|two|three|more|another) .+)", rest, re.IGNORECASE
    ):
        return [Add(have["v"]), Should("you", f"get {have['v']}")] if " from " in have["v"] else [Add(have["v"])]
    if as_ := re.match(r"(?:we|i) (?:please )?have (?P<s>.+?) (?:as|be) (?P<v>.+)", rest, re.IGNORECASE):
        return [Should(as_["s"], f"be {as_['v']}")]
    if mine := re.match(r"(?:we|i) (?:please )?(?P<v>[a-z]+ .+)", rest, re.IGNORECASE):
        return [mine["v"]] if mine["v"].split(" ")[0].lower() in EDITS else [Should("you", mine["v"])]
    hero = re.match(rf"(?P<s>{HERO}|it|they|he|she) (?P<v>[a-z]+\b.*)", rest, re.IGNORECASE)
    both = (hero["s"], hero["v"]) if hero else known.subject(rest)
    if both is None:
        some = re.match(
            r"(?P<s>(?:the|an?|some) (?:[a-z'-]+ ){1,4}?)(?P<v>(?:be|have|come|say|tell|give|get|go|stand|sit|wait|live|play|know|look|feel|sound|wear|carry|help|talk|speak)\b.*)",
            rest,
        )
        both = (some["s"].strip(), some["v"]) if some else None
    return [should(both[0], both[1])] if both and both[1] else None


def read_cleft(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should(match["s"], bare_verb(match["v"]))]


def read_taking(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should("you", f"need {match['np']} {match['rest']}")]


def read_able(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should(match["s"] or "you", match["v"], bool(match["n"]))]


def read_removal(match: re.Match[str], known: Known) -> list[Wish | str]:
    what = re.sub(r" (?:in (?:it|there|this|here|the (?:game|story|world))|any ?more|at all|any longer|around)$", "", match["t"])
    if need := re.match(r"(?:to need|need for|the need for|having to (?:find|have|get|bring)|to (?:find|have|get|bring)) (?P<np>.+)", what):
        return [Should("you", f"need {need['np']}", True)]
    return [Remove(what)]


SHOULD: Final = re.compile(rf"(?P<s>.+?) (?:{MODAL}|(?P<n>shouldn't|mustn't|can't|cannot|won't|couldn't|wouldn't|{MODAL} (?:not|never)|should no longer)){ALSO} (?P<v>(?!be able\b)[a-z].*|be able to .+)", re.IGNORECASE)  # fmt: skip
