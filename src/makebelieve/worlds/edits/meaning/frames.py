"""Sentence frames taken off a wish: "could we have ...", "what if ...", "I'd rather ..."; what is left is one of a few plain forms.

A wish is an order, a hope, a question or a picture of how it is ("what if the cook was a spy"). All of them come out as `Should` (somebody or
something does or is something), `Add`, `Remove` or `Swap`: what a wish does not say of itself, but of the world it wants.
"""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma, tag, tokenise
from makebelieve.worlds.edits.meaning.forms import (
    ALSO,
    EDITS,
    MODAL,
    QUOTED,
    Add,
    Remove,
    Should,
    Swap,
    Wish,
    bare_verb,
    plain,
    should,
    swap,
)
from makebelieve.worlds.edits.meaning.known import HERO, Known
from makebelieve.worlds.edits.meaning.orders import ordered
from makebelieve.worlds.edits.meaning.saying import told


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
    return [*made, *_stated(text, known)]


def _stated(text: str, known: Known) -> list[Wish | str]:
    """ "Otto works as a plumber": how it is wished to be, told as if it were so already."""
    if own := re.fullmatch(
        r"(?P<s>(?:their|his|her|my|our|the [\w ]+?'s|(?-i:[A-Z])[\w. ]+?'s) (?:full |real |first |last )?(?:names?|job|profession|trade|title|mood|personality)) (?:is|are|was|were) (?P<v>.+)",
        text,
        re.IGNORECASE,
    ):
        return [Should(own["s"], f"be {own['v']}")]
    both = known.subject(text) or _unknown(text)
    if both is None:
        return []
    subject, rest = both
    if rest.startswith("used to "):
        return [Should(subject, f"have been {rest[11:]}" if rest.startswith("used to be ") else rest)]
    if subject.endswith(":"):
        return [Should(subject.rstrip(":"), f":{rest}")]
    if subject.endswith(","):
        return []
    verb = rest.split(" ")[0]
    if re.fullmatch(r"(?:is|are|was|were)(?:n't)?", verb):
        rest_ = rest[len(verb) :].strip()
        negative = verb.endswith("n't") or rest_.startswith("not ")
        return [Should(subject, f"be {rest_.removeprefix('not ')}", negative)]
    if re.fullmatch(r"(?:doesn't|don't|does not|do not|didn't)", verb):
        return [Should(subject, rest[len(verb) :].strip(), True)]
    if verb.endswith("ed") and verb.islower() and lemma(verb, "verb") not in (None, verb) and subject.lower() not in ("you", "i", "we"):
        return [Should(subject, f"have {verb} {rest[len(verb) :].strip()}".strip())]
    if (base := lemma(verb.lower(), "verb")) and (base != verb.lower() or subject.lower() in ("you", "i", "we", "they")):
        return [Should(subject, f"{base} {rest[len(verb) :].strip()}".strip())]
    return []


def _unknown(text: str) -> tuple[str, str] | None:
    """Somebody who is not there yet and what they do: "a squire called Benno accompanies him"."""
    if not re.match(r"(?:an?|the|some|two|three|another) [a-z]", text):
        return None
    tokens = tag(tokenise(text))
    for at, one in enumerate(tokens):
        if at > 1 and one.tag in ("VS", "X") and tokens[at - 1].word not in ("who", "that", "which") and one.word not in ("'s",):
            found = re.search(rf" (?P<v>{re.escape(one.written)})\b", text)
            return (text[: found.start()], text[found.start() + 1 :]) if found else None
        if at > 6 or (one.tag in ("I", "M", ".", "S") and at > 3):
            return None
    return None


def _modal(match: re.Match[str], known: Known) -> list[Wish | str] | None:
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


def _want(match: re.Match[str], known: Known) -> list[Wish | str] | None:
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


def _ing(match: re.Match[str], known: Known) -> list[Wish | str] | None:
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


def _if(match: re.Match[str], known: Known) -> list[Wish | str] | None:
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
    if re.search(rf" {MODAL} ", f" {rest} ") and (modal := _SHOULD.fullmatch(rest)):
        return _modal(modal, known)
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


def _let(match: re.Match[str], known: Known) -> list[Wish | str] | None:
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


def _question(match: re.Match[str], known: Known) -> list[Wish | str] | None:
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


def _cleft(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should(match["s"], bare_verb(match["v"]))]


def _taking(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should("you", f"need {match['np']} {match['rest']}")]


def _able(match: re.Match[str], known: Known) -> list[Wish | str]:
    return [Should(match["s"] or "you", match["v"], bool(match["n"]))]


def _gone(match: re.Match[str], known: Known) -> list[Wish | str]:
    what = re.sub(r" (?:in (?:it|there|this|here|the (?:game|story|world))|any ?more|at all|any longer|around)$", "", match["t"])
    if need := re.match(r"(?:to need|need for|the need for|having to (?:find|have|get|bring)|to (?:find|have|get|bring)) (?P<np>.+)", what):
        return [Should("you", f"need {need['np']}", True)]
    return [Remove(what)]


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


_SHOULD: Final = re.compile(rf"(?P<s>.+?) (?:{MODAL}|(?P<n>shouldn't|mustn't|can't|cannot|won't|couldn't|wouldn't|{MODAL} (?:not|never)|should no longer)){ALSO} (?P<v>(?!be able\b)[a-z].*|be able to .+)", re.IGNORECASE)  # fmt: skip
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
        (r"(?:I|we) (?P<n>don't|do not|never|no longer)(?: really)? (?:want|like|need)(?: to (?:have|see|meet))? (?P<rest>.+)", _want),
        (
            r"(?:I|we)(?:'d| would)?(?: really| rather| also| still| much)* (?:want|like|love|need|prefer|wish|rather)(?: to have(?= (?:an?|some|the|two|three|[A-Z])))?(?: it if| that| for)?(?P<n>(?!))? (?P<rest>.+)".replace(
                "(?P<n>(?!))?", "(?P<n>(?!x)x)?"
            ),
            _want,
        ),
        (
            r"(?:my|our) [\w' ]{2,30}? (?:wants?|would like|would love|wishes for|asked for|asks for|loves|likes)(?P<n>(?!x)x)? (?P<rest>(?:an?|more|some|two|three) .+)",
            _want,
        ),
        (r"(?:I'd|I would|we'd) rather (?:have |see )?(?P<n>(?!x)x)?(?P<rest>.+)", _want),
        (r"(?:how|what) about (?P<rest>.+)", _ing),
        (r"(?:what if|maybe if|if only|I wish) (?P<rest>.+)", _if),
        (r"it (?:should|must|could|ought to|has to) be (?:possible|allowed|an option)(?: for (?P<s>.+?))? (?P<n>not )?to (?P<v>.+)", _able),
        (r"make it (?:possible|an option)(?: for (?P<s>.+?))? (?P<n>not )?to (?P<v>.+)", _able),
        (r"it (?:should|must|could|ought to|has to) take (?P<np>.+?) (?P<rest>(?:to|for) .+)", _taking),
        (r"it (?:should|must|could) be (?P<s>.+?) (?:who|that|which) (?P<v>.+)", _cleft),
        (r"(?:can|could|may|might|should|shall|would|will|must) (?P<rest>(?!you\b).+)", _question),
        (r"(?P<verb>let|have|get|make) (?P<rest>.+)", _let),
        (r"let's (?P<rest>(?:have|let) .+)", lambda match, known: [match["rest"]]),
        (r"let's (?:not have|lose|drop|forget|skip|cut) (?P<t>.+)", _gone),
        (r"(?:let's|let us) (?P<rest>.+)", lambda match, known: [match["rest"]]),
        (
            r"(?:no(?: more| longer)?|without|lose|(?:I|we) (?:could|can) do without|(?:I|we) (?:don't|do not) (?:want|need)(?: any)?|there is no need for|(?:the |this )?(?:story|game|world|it) (?:works|is|would be|would work|gets) (?:much )?better without) (?P<t>[^,]+)",
            _gone,
        ),
        (
            r".+ (?:instead of|rather than|in place of|in the place of) .+|(?:instead of|in place of|rather than) .+|.+ not .+,? but .+",
            _swapped,
        ),
        (_SHOULD.pattern, _modal),
        (r"[a-z]+ .+", _order),
    )
)
_ALONGSIDE: Final = (_let,)
"""Frames whose text may be an order as well ("make Otto a plumber")."""
