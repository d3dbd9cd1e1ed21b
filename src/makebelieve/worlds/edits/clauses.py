"""An instruction as people type it, cut into plain clauses: chat words spelt out, courtesy dropped, asides told from wishes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_QUOTES: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."})
_CHAT: Final = (
    # of the player a choice is made; of all others it is told what they do
    (r"(?<!you )(?<!one )(?<!me )(?<!I )(?<!player )(?<!hero )\bshould (?:also )?be able to (talk|speak|sing|dance|fly|swim)\b", r"can \1"),
    # outside of what does not matter: the weather is the same there
    (r"^((?:please )?(?:make it|let it|it should|have it) (?:rain|snow|storm|be (?:rainy|snowy|stormy|foggy|sunny))) outside (?:of )?(?:the|my|our|her|his) [a-z ]+$", r"\1 outside"),
    (r"\bu\b", "you"), (r"\b(?:shud|shoud|shuld|sould|shold)\b", "should"), (r"\b(?:cud|coud|culd)\b", "could"), (r"\bur\b", "your"), (r"\b(?:pls|plz|plse|plese|pleese|pleas)\b", "please"), (r"\bwanna\b", "want to"), (r"\bgonna\b", "going to"),
    (r"\bgotta\b", "have to"), (r"\bcuz\b|\bcos\b", "because"), (r"\bteh\b", "the"), (r"\bthx\b|\bty\b", "thanks"), (r"\bdont\b", "don't"),
    (r"\bdoesnt\b", "doesn't"), (r"\bshouldnt\b", "shouldn't"), (r"\bcant\b", "can't"), (r"\bisnt\b", "isn't"), (r"\barent\b", "aren't"),
    (r"\bwont\b", "won't"), (r"\bshes\b", "she is"), (r"\btheif\b", "thief"), (r"\bhes\b", "he is"), (r"\b(?:theres|there's)\b", "there is"), (r"\b(?:thats|that's)\b", "that is"), (r"\b(?:im|i'm)\b", "I am"), (r"\bid (?=like|love|rather)", "I'd "),
    (r"\bits (?=(?:autumn|winter|summer|spring|night|dark|christmas|raining|snowing|dusk|dawn)\b|the |in |at |much |time |too|so|to (?!be\b)|a |an |not |supposed|way |very|really|boring)", "it is "), (r"(?:(?<=^)|(?<=[,.;!] ))its (?=(?:so |too |very |really |kinda |just |way )*[a-z]+(?:[,.!]|$))", "it is "), (r"\bit's\b", "it is"), (r"\bmk?ae\b", "make"), (r"\bmaek\b", "make"),
    (r"\bchagne\b|\bcahnge\b|\bchnage\b|\bchang\b", "change"), (r"\b(?:remvoe|reomve|remov)\b", "remove"), (r"\b(?:renmae|rename it as)\b", "rename"), (r"\bad\b(?= an? )", "add"),
    (r"\bwether\b", "weather"), (r"\bcharactor\b|\bcharachter\b|\bcaracter\b", "character"), (r"\bshoud\b|\bshuld\b|\bshold\b", "should"), (r"\bdelte\b|\bdelet\b|\bdeleet\b", "delete"),
    (r"\bscarry\b|\bskary\b", "scary"), (r"\bendign\b|\bendding\b", "ending"), (r"\bbegining\b", "beginning"), (r"\bwichever\b", "whichever"), (r"\bexcept for\b|\bapart from\b|\bbut not\b", "except"),
    (r"\b(?:shd|shld|shuold|shoudl|sould)\b", "should"), (r"\b(?:cud|cld)\b", "could"), (r"\b(?:wud|wld)\b", "would"), (r"\bw/o\b", "without"), (r"\bw/", "with "),
    (r"\b(?:bcs|bc|bcuz|becuase)\b", "because"), (r"\ball?ready\b|\balredy\b", "already"), (r"\babt\b", "about"), (r"\bthru\b", "through"), (r"(?<= )&(?= )", "and"), (r"\bshouldent\b", "shouldn't"), (r"\b(?:thier|theyre)\b", "their"),
    (r"\bwhere as\b", "whereas"), (r"\bther\b", "there"), (r"\brecieve\b", "receive"), (r"\binsted\b", "instead"), (r"\bwich\b", "which"), (r"\bfirst-person\b", "first person"), (r"\bthird-person\b", "third person"), (r"\btop-down\b", "top down"),
)  # fmt: skip
VERBS: Final = (
    "rename|add|remove|delete|make|change|set|give|lock|hide|turn|put|call|shorten|lengthen|connect|start|move|bind|switch|let|unlock|reveal|show|link|join"
    "|block|begin|get rid|take|replace|swap|drop|cut|erase|stop|have|allow|describe|name|title|write|use|press|keep|place|build|create|insert|bring|include|paint"
    "|draw|tell|say|open|close|throw in|lose|brighten|darken|lighten|cheer up|spice up|warm up|kill off|kick|rewrite|reword|translate|undo|extend|expand|convert|transform|introduce|don't let|do not let|end|invert|flip"
)
_START: Final = (
    rf"(?:(?:also|then|please|maybe|just|now|instead) )*(?:(?:{VERBS})\b|(?:I|we) (?:want|need|would like)\b|I'd (?:like|love)\b|there (?:should|must|could|needs)\b|(?:can|could) (?:you|we|I|there)\b"
    r"|(?:he|she|it) (?:is|are) (?:called|named)\b|(?:it|they|he|she|everything|everyone) (?:should|must|needs? to|has to|could|shouldn't)\b|(?:the|that|this|my|our) (?:[\w'-]+ ){1,5}?(?:should|must|needs? to|has to|shouldn't)\b|[\w'-]+ (?:should|must) be\b|no more )"
)
_LEAD: Final = re.compile(
    r"^(?:(?:just |only |here are )?(?:one|two|three|four|five|a few|some|a couple of|several|2|3|4) (?:more |other |small |little |quick |tiny )*(?:things?|changes?|wishes|requests?|points?|fixes|edits|ideas?)"
    r"(?: to (?:change|do|fix))?(?: please)?|(?:request|wish|idea|suggestion|edit|change|todo|fix|ps|p\.s\.)) ?(?::|-+|,) ?",
    re.IGNORECASE,
)
"""Words that only announce what follows: "two things:"."""
_TAKEN_BACK: Final = re.compile(
    r"^(?:(?:oh |hmm |um+ |err? )*(?:no,? wait|wait,? no|wait|actually,? no|no,? actually|scratch that|on second thought|or rather|no no|i mean|forget that|never ?mind)\b[\s,:-]*)+",
    re.IGNORECASE,
)
"""Words that take back the wish before them."""
_RHETORIC: Final = re.compile(
    r"(?:(?:please|so|and|but|then|hey|hmm|ok|i wonder) )*(?:what(?! if| about)|who|whose|why(?! not| don't)|how(?! about)|where|when|which|is|are|does|do|did|was|were|isn't|aren't|doesn't)\b.*",
    re.IGNORECASE,
)
_ASKING: Final = re.compile(
    r"(?:(?:please|so|and|but|then|hey|hi|hello|hmm|ok|also|maybe) )*(?:can|could|would|will|shall|should|may|might|what if|how about|what about|why not|why don't|is it possible|any chance|do you mind|you think you could)\b",
    re.IGNORECASE,
)
_WHY: Final = re.compile(
    r"^(?P<wish>.{5,}?)\s*(?:,|;| -+| \()\s*(?:and |but |as |since )?(?P<why>(?:it|that|this|they|he|she|i|we|you|there|nobody|no one|everybody|everyone|people|kids|children|the [\w' -]{2,40}?|my [\w' -]{2,30}?|our [\w' -]{2,30}?|those|these|\x01\d+\x02|[\w'’-]+(?: [\w'’-]+)?)"
    r"(?:'re|'m)?(?: really| just| simply| always| also| already| only)? (?:in space\b|is|are|was|were|am|isn't|aren't|wasn't|has|have|had|hasn't|haven't|don't|doesn't|dont|doesnt|do|does|didn't|adds?|makes?|looks?|feels?|sounds?|seems?|likes?|loves?|hates?|wants?|scares?|cares?|cries|confuses?|works?|think|use|teach|read|play|never|can't|cannot)\b.*)$",
    re.IGNORECASE,
)
"""A wish, and behind it why: ", it adds nothing", ", dogs don't care about biscuit"."""
_JUDGED: Final = re.compile(
    r"\b(?:too|boring|confusing|silly|stupid|odd|weird|wrong|ugly|nothing|annoying|better|nicer|good|bad|needed|scary|scared|sense|know|care|like|likes|love|loves|hate|hates|think|use|teach|read|want|wants|play|fit|fits|belong|belongs|name|already|enough|cry|cries|overdone|long|short|repetitive|redundant|pointless|useless|interesting|fun|realistic|unrealistic|dull|sad)\b",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?;]+(?:\s+|$)|\n+|(?<=\w):\)|\s[:;]-?[)D]|\s+-+\s+")
_JOINS: Final = re.compile(
    rf"(?<!make it)(?<!should)(?<!must)(?<!could)(?<!can)(?<!would)(?<!to)\s*,?\s+(?:and then|and also|and|then|but(?! keep)|also|plus|so|oh and)\s+(?={_START})|\s*,\s+(?={_START})",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"^(?:(?:oh|hi|hey|hello|ok(?:ay)?|so|and|then|also|but|well|um+|hmm+|now|just|maybe|perhaps|please|kindly|actually|btw|instead(?! of)|next|finally|first(?! person)|sorry|dear \w+|i think|i guess|i feel like|could you(?: please)?|can you(?: please)?"
    r"|would you(?: please)?|will you|could we|can we|we should|let's|let us|try to|i want you to|i need you to|i'd like you to|(?:you|we) (?:should|could|need to|have to|can|must)(?= (?:make|add|change|remove|delete|rename|set|give|put|lock|turn)\b)|it would be (?:nice|great|good|cool|better|lovely|fun|awesome) (?:if|to)"
    r"|(?:i wish|i'd (?:like|love|prefer) it if|i would (?:like|love|prefer) it if|is it possible to|would it be possible to|are you able to|do you mind|how about (?:you )?|what about|why not|why don't (?:you|we)|if possible,?|be so kind (?:and|to)|go ahead and|make sure (?:that )?|make it so (?:that )?|i would (?:like|love) (?:you )?to(?= (?:make|add|change|remove|delete|rename|set))|i(?:'d| would) (?:like|love) (?:you )?to(?= (?:make|add|change|remove|delete|rename|set))|i want to(?= (?:make|add|change|remove|delete|rename|set|give|put|lock))|i (?:want|need|wanted|would want) to(?= (?:make|add|change|remove|delete|rename|set|give|put|lock))))[\s,]+)+",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"[\s,]+(?:please|thanks(?: a lot| so much)?|thank you(?: so much| very much)?|if (?:you can|possible|that is (?:ok|possible)|you don't mind)|ok(?:ay)?|now|lol|haha+|xd|too|as well|instead|somehow|or something(?: like that)?|or so|right away|asap|for me|would be (?:nice|great|cool|good)|and keep the story working|without breaking (?:anything|the story)|if it is not too much(?: trouble)?|for a change)$",
    re.IGNORECASE,
)
_REASON: Final = re.compile(
    r"(?<!make it)[\s,]+(?:because|since|as it is|cause|it is (?:too|so|way too|not|boring|a bit)|they are (?:too|so)|he is (?:too|so)|she is (?:too|so)|so that(?! (?:it|he|she|they|you|one|the [\w' -]+?) (?:says?|reads?|tells?|shows?|has|have|needs?|leads?|ends?|looks?|is|are|becomes?|can|must|should|goes|get|gets)\b)|so (?:the|my|it|people|kids|we|i|you|they)\b|which is (?:too|so)|in order to|for my (?:class|pupils|students|kids|son|daughter|little)|(?:my|our) (?:class|pupils|students|kids|son|daughter|friends?)\b|we are (?:studying|learning)|i (?:hate|love|don't like|am)) ?.*$",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(
    r"(?:it|this|that|they|he|she|these|those|all (?:these|those|the)|my|our|we|I|there is a typo|there is (?:something|a mistake)|the [\w' -]+?|[A-Z][\w' .-]+?|[\w'-]+) (?:is|are|am|was|feels?|seems?|looks?|sounds?|doesn't|don't|does not|do not|isn't|aren't|shouldn't|should not|hate|hates|dislike|love|like|think|prefer|find|get|gets|reads?|uses?|plays?|teach)\b.*|(?:where|what|how|why|the way|that) .+ (?:makes? no sense|is|are|feels?|seems?|doesn't|sounds?|looks?) ?.*|too (?:many|much|few|little) .+|[^,]{3,40}? too (?!many\b|much\b)[a-z]+(?: for .+)?|(?:you|one|I) (?:can't|cannot|can never|couldn't) (?:trust|stand|see|understand|believe|follow) .+|(?:there is )?(?:a )?typo|not .+|sorry.*|thanks.*|good job.*|nice.*|great.*|wow.*",
    re.IGNORECASE,
)
_WISHED: Final = re.compile(
    r"\b(?:should|must|can only|may only|need|needs|has to|have to|I want|I'd like|I'd prefer|I would (?:like|prefer)|I'd love|(?<!this )(?<!that )(?<!it )(?:is|are) (?:supposed|meant) to)\b",
    re.IGNORECASE,
)
_NOISE: Final = re.compile(
    r"(?:please )?(?:keep|leave) (?:the (?:story|rest|game|world)|it|everything(?: else)?|all else)(?: .*)?|(?:but )?(?:don't|do not) (?:change|break|touch) (?:anything|the rest|the story)(?: .*)?",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(
    r"(?:what(?! if| about)|who|why(?! not| don't)|how(?! about)|where|when|which|is|are|does|do|did|was)\b.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of an instruction. `aside`: it may be a remark that asks for nothing ("it is too sad for my class")."""

    text: str
    aside: bool = False
    question: bool = False

    @property
    def judged(self) -> bool:
        """Whether it only says how something is liked: "the lamp room is boring"."""
        return bool(_JUDGED.search(self.text))


def _unchatted(text: str) -> str:
    for pattern, plain in _CHAT:
        text = re.sub(pattern, plain, text, flags=re.IGNORECASE)
    return text


def spelt(instruction: str) -> str:
    """An instruction with plain quotation marks and chat words spelt out, in lower case where all of it was shouted."""
    text = " ".join(instruction.translate(_QUOTES).split()).strip()
    return _unchatted(text.lower() if text.isupper() and len(text) > 6 else text)


def clauses(instruction: str) -> list[Clause]:
    """The clauses of an instruction in order; words in quotation marks stay as they are."""
    text = " ".join(instruction.translate(_QUOTES).split(" ")).strip()
    if text.isupper() and len(text) > 6:
        text = text.lower()
    if told := re.fullmatch(r"(?P<a>[^\":]*\b(?:say|says|read|reads|saying)\b[^\":]{0,20}): ?(?P<v>[A-Z][^\"]+)", text):
        text = f'{told["a"]}: "{told["v"].strip()}"'
    quoted: list[str] = []

    def kept(match: re.Match[str]) -> str:
        quoted.append(match[0])
        return f"\x01{len(quoted) - 1}\x02"

    text = re.sub(r"\"[^\"]*\"|(?<![\w])'(?:[^']|'(?=\w))*'(?!\w)", kept, text)
    text = _unchatted(text)
    text = (
        re.sub(
            r"(?:,\s*)?\bplease\b(?!d)(?P<end>[,!]*)\s*",
            lambda match: ", " if "," in match["end"] and match.start() else ". " if "!" in match["end"] else " ",
            text,
            flags=re.IGNORECASE,
        ).strip()
        or text
    )
    text = re.sub(r" +(?=[,.])", "", text)
    text = " ".join(text.split(" ")) if "  " not in text else re.sub(r" {2,}", " ", text)
    if rather := re.fullmatch(
        r"(?:I|we) (?:don't|do not) (?:want|like|need) (?P<a>.+?)(?:,| but| -)+ (?:please )?(?:use|have|take|give me|I want|put|I'd like|make it|rather) (?P<b>(?!it\b|them\b|him\b|her\b).+?)(?: instead)?[.!]*",
        text.strip(),
        re.IGNORECASE,
    ):
        text = f"replace {rather['a']} with {rather['b']}"
    if meant := re.fullmatch(
        r"(?P<a>.+?) (?:in|at|on|to) (?:the )?[\w' ]+?(?:\.\.\.|,| -+) ?(?:no,? |i mean,? |sorry,? |or rather,? |rather,? |wait,? )+(?P<b>(?:in|at|on|to) .+)",
        text.strip(),
        re.IGNORECASE,
    ):
        text = f"{meant['a']} {meant['b']}"
    if gone := re.fullmatch(
        r"(?:(?:no more|remove|delete|get rid of|take out|drop|kill|(?:I|we) (?:don't|do not) (?:like|want|need)) )(?P<a>[^,.;!?]+?)[,.;!?]+ (?:and |but |just |please )*(?:(?:replace|swap|exchange) (?:it|them|him|her|that) (?:with|by|for)|(?:put|use|take|have) (?=.+ (?:instead|in (?:its|their|his|her) place)[.!]*$)) ?(?P<b>.+?)(?: instead| in (?:its|their|his|her) place)?[.!]*",
        text.strip(),
        re.IGNORECASE,
    ):
        text = f"replace {gone['a']} with {gone['b']}"
    if worn := re.fullmatch(
        r"(?:the (?:word|name|phrase|sentence|text|line) )?(?P<a>\x01\d+\x02)[^\x01]*?\b(?:use|say|write|make it|put|try|better|rather)(?: instead)?:? (?P<b>\x01\d+\x02)(?: instead)?[.!]*",
        text.strip(),
        re.IGNORECASE,
    ):
        text = f"change {worn['a']} to {worn['b']}"
    if arrow := re.fullmatch(r"(?P<a>[^.;!?]+?) ?(?:-+>|=+>|→) ?(?P<b>[^.;]+)", text.strip()):
        it = re.sub(r"\b(?:it|them|this)\b", arrow["a"], arrow["b"], count=1)
        text = (
            it
            if re.match(rf"(?:{VERBS})\b", arrow["b"], re.IGNORECASE)
            else f"turn {arrow['a']} into {arrow['b']}"
            if re.match(r"(?:an?|the) ", arrow["b"])
            else f"rename {arrow['a']} to {arrow['b']}"
        )
    if colon := re.fullmatch(
        rf"(?P<a>(?!(?:add|create|offer|make|put) (?:an? |another )?(?:new )?(?:choice|option|button|action)\b)[^.;!?:]{{3,40}}): ?(?P<b>(?:{VERBS})\b.+)",
        text.strip(),
        re.IGNORECASE,
    ):
        text = re.sub(r"\b(?:it|them|this)\b", colon["a"], colon["b"], count=1)
    text = re.sub(r"^(?:what|how) about (?=(?:an?|some|another|more|two|three) )", "add ", text, flags=re.IGNORECASE)
    text = _LEAD.sub("", text.lstrip(" -*•"))
    text = re.sub(
        r"^(?:make|let) (?:it|this|the (?:game|story|world))(?: be)? (?:a (?:bit|little|lot) |much |more )*(?:harder|easier|trickier|more \w+|\w+er): (?=\w+ \w+)",
        "",
        text,
        flags=re.IGNORECASE,
    )
    made: list[Clause] = []
    pieces = list(_pieces(text))
    for number, (piece, mark) in enumerate(pieces):
        if back := _TAKEN_BACK.match(piece.strip()):
            piece = piece.strip()[back.end() :]
            rest = [one for one, _ in pieces[number + 1 :] if one.strip()]
            if made and (piece.strip() or rest) and (not made[-1].aside or re.match(_START, made[-1].text, re.IGNORECASE)):
                made.pop()
        asks = mark == "?" and not _ASKING.match(piece.strip())
        for part in _parted(piece):
            plain_ = polite(part)
            if plain_ and not _NOISE.fullmatch(plain_):
                whole = re.sub(r"\x01(\d+)\x02", lambda match: quoted[int(match[1])], plain_)
                remark = (
                    bool(_ASIDE.fullmatch(plain_))
                    and not _WISHED.search(plain_)
                    and not re.match(rf"{_START}|(?:if|when|once|after|whenever|every time|each time)\b", plain_, re.IGNORECASE)
                )
                question = asks and bool(_RHETORIC.fullmatch(plain_))
                made.append(Clause(whole, remark or asks, question))
    if len(made) > 1 and any(not one.aside for one in made):
        # "Why does he need the reel? Just drop it.": the question is no more than a remark.
        made = [Clause(one.text, True) if one.question else one for one in made]
    made = [
        Clause(one.text, True)
        if re.match(r"(?:I|we) (?:want|need)|I'd like|there should be|add", one.text) and re.search(r"\bendings\b", one.text) and number + 1 < len(made) and re.match(r"(?:if|when|one|the first)\b", made[number + 1].text, re.IGNORECASE)
        else one
        for number, one in enumerate(made)
    ]  # fmt: skip
    wishes = [number for number, one in enumerate(made) if re.match(_START, one.text, re.IGNORECASE)]
    made = [
        one if not wishes or number >= wishes[-1] or number in wishes or _WISHED.search(one.text) else Clause(one.text, True, one.question)
        for number, one in enumerate(made)
    ]
    return _together(made)


_RUN_ON: Final = re.compile(
    r"(?P<a>(?:it|this|that|they|[\w' -]+?) (?:is|are|feels?|looks?|seems?) (?:way |far |a bit |just |really )*(?:too|to|so|very|boring|ugly|not)\b(?: [\w'-]+){0,3}?)[ ,]+(?P<b>(?:please )?(?:make|add|change|remove|delete|rename|set|give|put|lock|turn|let|brighten|darken)\b.+)",
    re.IGNORECASE,
)
"""A remark and a wish with nothing between them: "it is too easy make it harder"."""


def _pieces(text: str) -> list[tuple[str, str]]:
    """The sentences of a text, each with "?" where it is a question."""
    made: list[tuple[str, str]] = []
    start = 0
    for end in _ENDS.finditer(text):
        made.append((text[start : end.start()], "?" if "?" in end[0] else ""))
        start = end.end()
    return [*made, (text[start:], "")]


_CARRIED: Final = frozenset(
    ["tell", "say", "open", "start", "stop", "take", "give", "throw", "draw", "show", "hide", "call", "keep", "lose", "write", "end", "turn", "close", "let", "have", "move", "press", "build", "make", "begin", "use", "put", "drop"]
)  # fmt: skip
"""Verbs that go on with what somebody does: "she should fall asleep and lose"."""


def _parted(piece: str) -> list[str]:
    """A sentence cut where a further wish begins; what stands under a condition ("when ..., say ...") stays whole."""
    if re.match(r"if\b", polite(piece), re.IGNORECASE) and re.search(r", (?:and )?if ", piece):
        return re.split(r", (?:and )?(?=if )", piece)
    if re.match(
        r"(?:if|when|once|whenever|after|before)\b|(?:in|at|on|inside|behind|near|next to) [^,]+, (?:there|it|add|put|I want|have|place|we|I'd)\b",
        polite(piece),
        re.IGNORECASE,
    ):
        return [piece]
    if run_on := _RUN_ON.fullmatch(piece.strip()):
        return [run_on["a"], *_JOINS.split(run_on["b"])]
    parts = _carried(piece, _JOINS.split(piece))
    # "Morwenna and the sisters must ...": what has no verb is no clause of its own.
    return (
        [piece]
        if len(parts) > 1
        and len(polite(parts[0]).split()) < 3
        and " and " in piece
        and not re.search(rf"\b(?:{VERBS}|no|is|are)\b", parts[0], re.IGNORECASE)
        and not re.search(r"(?:er|y)$", parts[0].strip())
        else parts
    )


_FRAGMENT: Final = re.compile(
    r"everywhere|in (?:all|every)(?: the| of the)? (?:scenes?|places?|rooms?|texts?)|all over(?: the place)?|all of (?:it|them)|like an? [\w' -]+|in the whole (?:world|game|story)|the whole (?:world|game|story)|for (?:ever|good)",
    re.IGNORECASE,
)
"""What cannot stand alone: "more rain! everywhere!"."""


def _carried(piece: str, parts: list[str]) -> list[str]:
    """The parts, those joined again that go on with what somebody does: "Doc should know it, and tell you"."""
    made: list[str] = []
    at = 0
    for part in parts:
        start = piece.index(part, at)
        first = part.split()[0].lower() if part.split() else ""
        doing = made and re.search(r"\b(?:should|must|could|can|would|has to|have to|to|will)\b (?!be (?:called|named|renamed)\b)", made[-1]) and not re.match(rf"\s*(?:{VERBS})\b", polite(made[-1]), re.IGNORECASE)  # fmt: skip
        lets = made and re.match(r"(?:let|if|when|after|once)\b", polite(made[-1]), re.IGNORECASE)
        names_target = re.match(r"\w+ (?:the|an?|it|him|her|them|my|all|every)\b", part.strip(), re.IGNORECASE)
        if made and (doing or lets) and first in _CARRIED and not (names_target and first in ("make", "turn", "call", "let", "put", "drop", "use", "hide", "move", "give")):  # fmt: skip
            made[-1] = piece[piece.index(made[-1]) : start + len(part)]
        else:
            made.append(part)
        at = start + len(part)
    return made


def _together(some: list[Clause]) -> list[Clause]:
    """ "add a room called Attic", "connect it to the study": one wish in two sentences."""
    made: list[Clause] = []
    for one in some:
        if made and _FRAGMENT.fullmatch(one.text):
            made[-1] = Clause(f"{made[-1].text} {one.text}", made[-1].aside, made[-1].question)
            continue
        joined = re.fullmatch(
            r"(?:connect|link|join|attach|put) (?:it|that|this)(?: (?:room|place))? (?P<how>(?:to|with|next to|beside|near|behind|below|above|under|in) )(?P<t>.+)",
            one.text,
            re.IGNORECASE,
        )
        if (
            joined
            and made
            and re.match(r"(?:add|create|build|make|I want|I'd like|there should be|put)\b", made[-1].text, re.IGNORECASE)
            and not re.search(r" (?:next to|beside|near|behind|below|above|under|in|at|on|to|between) ", made[-1].text)
        ):
            made[-1] = Clause(f"{made[-1].text} next to {joined['t']}")
        else:
            made.append(one)
    return made


def polite(text: str) -> str:
    """A clause without the courtesy around it and the reason behind it."""
    text = text.strip(" ,.!?;:-")
    while True:
        plain = _AFTER.sub("", _BEFORE.sub("", text)).strip(" ,.!?;:-")
        if plain == text:
            break
        text = plain
    text = re.sub(
        rf"^((?:{VERBS})\b[^,]+?)\s*,\s+(?:it|that|they|this) (?:is|are|feels?|looks?|sounds?|was)\b.*$", r"\1", text, flags=re.IGNORECASE
    )
    why = _WHY.match(text)
    if why and not re.search(r"\b(?:should|must|shall|want|needs? to be|endings?|game over|the end)\b", why["why"].split(" like ")[0]) and len(why["wish"].split()) > 1 and (_JUDGED.search(why["why"]) or re.match(r"(?:it|that|this|they) (?:feels?|looks?|sounds?|seems?)\b", why["why"], re.IGNORECASE)) and not re.match(r"(?:i|we) (?:don't|do not|dont) (?:like|want)|it is\b|(?:if|when|once|after|before|instead)\b", why["wish"], re.IGNORECASE):  # fmt: skip
        text = why["wish"].strip(" ,")
    cut = _REASON.sub("", text).strip(" ,")
    return cut if len(cut.split()) >= 2 or (cut and len(text.split()) > 6) else text
