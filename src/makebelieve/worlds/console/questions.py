"""What a typed question asks for, and about what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_IDLE: Final = re.compile(
    r"a|about|actually|advice|again|all|already|also|am|an|and|another|any|anybody|anyone|anything|anywhere|are|"
    r"around|as|ask|at|away|back|be|because|been|before|being|but|by|can|cannot|come|could|did|do|does|doing|"
    r"done|else|find|for|found|from|get|getting|give|go|goes|going|gone|good|got|had|happen|happened|happens|"
    r"has|have|having|he|hear|heard|hello|help|her|here|hers|hey|hi|him|hint|hints|his|how|i|if|in|into|is|"
    r"it|its|just|keep|know|known|least|let|like|long|look|looking|make|many|may|maybe|me|mean|meet|might|mine|"
    r"more|most|much|must|my|need|needs|next|no|nobody|not|now|of|off|ok|okay|old|on|once|one|only|or|other|"
    r"our|out|over|own|place|please|quite|reach|really|say|see|seen|shall|she|should|show|since|so|some|"
    r"somebody|someone|something|somewhere|soon|still|take|talk|tell|than|thank|thanks|that|the|their|them|then|"
    r"there|these|they|thing|things|think|this|those|through|tip|tips|to|too|try|under|until|up|us|use|very|"
    r"want|was|way|ways|we|well|were|what|when|where|which|while|who|whom|whose|why|will|with|without|would|"
    r"yes|yet|you|your|yours"
)
STEM: Final = 5
"""Letters by which two forms of a word are held to be one."""

_KINDS: Final = (
    # The first that fits counts: what is narrow stands before what is wide.
    (
        "fail",
        r"\bis (?:it|this|that) (?:safe|risky|dangerous)\b|"
        r"\b(?:what|how)\b.*\b(?:fail|fails|failed|lose|loses|lost it|goes? wrong|went wrong|too late|give up|do nothing"
        r"don't|do not|can't|can ?not|not make it|run out)\b",
    ),
    (
        "fail",
        r"\bat stake\b|"
        r"\bstand to lose\b|"
        r"\bwhat (?:is|are) the (?:risks?|dangers?)\b",
    ),
    (
        "speaker",
        r"\bwhy are you (?:here|there)\b|"
        r"\bwho(?:m)? (?:are|r) (?:you|u)\b|"
        r"\byour (?:name|job|trade|work)\b|"
        r"\b(?:introduce|about|describe) yourself\b|"
        r"\bwhat are you\b|"
        r"\bwhat do you do\b|"
        r"\bdo i know you\b",
    ),
    (
        "player",
        r"\bwho am i\b|"
        r"\bwhat am i\b|"
        r"\bmy name\b",
    ),
    (
        "come",
        r"\b(?:come|go|walk|travel) (?:along )?with me\b|"
        r"\b(?:come|tag) along\b|"
        r"\b(?:follow|join|accompany) me\b",
    ),
    (
        "here",
        r"\bwhere (?:am i|are we)\b|"
        r"\bwhat (?:is )?(?:this |the )?place (?:is )?(?:this|called)\b|"
        r"\bwhat is this place\b|"
        r"\bwhich place\b",
    ),
    (
        "back",
        r"\bhow (?:do|can|could) (?:i|we) (?:get|go|come) back\s*\W*$|"
        r"\bway back\s*\W*$",
    ),
    (
        "doing",
        r"\bwhat (?:else )?(?:can|could|may) (?:i|we) do (?:here|in here|now and here|in this place)\b|"
        r"\bwhat is (?:there )?(?:(?:in )?here|to do|to see)(?: here)?\s*\W*$",
    ),
    (
        "people",
        r"\bwho (?:else )?(?:is|are) (?:else )?(?:here|around|there|with (?:me|us|you))\b|\bwho else\b|"
        r"\bwho (?:else )?(?:can|could|should|might|may|must|do|shall) (?:i|we) (?:ask|meet|talk|speak|see|find|go)\b|"
        r"\bwho (?:else )?(?:can|could|might|may|will|would) help\b|\banybody else\b|\banyone else\b",
    ),
    (
        "exits",
        r"\bwhere (?:can|could|should|shall|do|may|might|to) ?(?:i|we)? ?(?:to )?go\b|"
        r"\bwhere (?:now|next|to)\s*\W*$|"
        r"\bhow (?:do|can|could) (?:i|we) (?:get|go|come) (?:out|away|on|further)\b(?! (?:to|from|of the|of my))|"
        r"\b(?:ways? out|exits?|leave here|leave this place|out of here)\b",
    ),
    (
        "hour",
        r"\bhow late is it\b|"
        r"\bwhat (?:time|hour)(?: of (?:the )?(?:day|night))? is it\b|"
        r"\bwhat is the (?:time|hour)\b|"
        r"\bwhat (?:time|hour)\s*\W*$|"
        r"\b(?:know|have|tell me) the (?:time|hour)\b",
    ),
    (
        "time",
        r"\bhow (?:long|much time)\b|"
        r"\b(?:by|until) when\b|"
        r"\bdeadline\b|"
        r"\bwhen (?:must|should|shall|do|does|is|will) (?:i|we|it|this|that)\b|"
        r"\b(?:is there|enough|have) (?:any |enough |still )*time\b|"
        r"\bam i (?:too )?late\b",
    ),
    (
        "goal",
        r"\bwhy am i (?:here|doing)\b|"
        r"\bwhat (?:am i|are we) (?:doing|here for|looking|meant|supposed)\b|"
        r"\b(?:my|the|our) (?:goal|aim|task|mission|quest|purpose)\b|"
        r"\bwhat is (?:this|it all|all this|all of this) (?:about|for)\b|"
        r"\bwhat is (?:going on|happening)\b|"
        r"\bhow (?:do|can|could) (?:i|we) (?:win|finish|end this|succeed)\b|"
        r"\bwhat do i (?:want|have to do)\b",
    ),
    ("secret", r"\b(?:secrets?|hidden|hide|hiding)\b"),
    (
        "more",
        r"\b(?:anything|something|what) (?:else|more)\b|"
        r"\btell me (?:more|something|anything|everything)\b|"
        r"\bwhat (?:do|can) you (?:know|tell)(?: me)?\s*\W*$|"
        r"\bwhat have you (?:seen|heard)\s*\W*$|"
        r"\bmore\s*\W*$",
    ),
    (
        "topics",
        r"\bwhat (?:can|may|should|could) i ask\b|"
        r"\bask you (?:what|about what)\b",
    ),
    (
        "next",
        r"\bwhat (?:do|will|would) (?:i|we) (?:still )?need\s*\W*$|"
        r"\bwhat (?:now|next|then)\b|"
        r"\bwhat (?:should|shall|must|can|could|do|would|to) ?(?:i|we|you)? ?(?:do|try|need to do|have to do|advise|"
        r"suggest|recommend)\b|"
        r"\bwhat (?:is|comes) next\b|"
        r"\b(?:where|how) (?:do|should|can|shall) (?:i|we) (?:begin|start)\b|"
        r"\b(?:i am|i'm) (?:stuck|lost)\b|"
        r"\b(?:hints?|tips?|advice)\b",
    ),
    (
        "next",
        r"\b(?:can|could|will|would|do) you (?:please )?(?:help|advise|guide)(?: me| us)?\s*(?:please|here|out)?\W*$|"
        r"^\W*(?:please )?help(?: me| us)?(?: please)?\W*$|"
        r"\bi need (?:your )?help\W*$",
    ),
    ("thanks", r"^\W*(?:thanks?|thank you|cheers|much obliged)\b"),
    ("bye", r"^\W*(?:(?:good ?)?bye|farewell|see you|good night|so long)\b"),
    (
        "hello",
        r"^\W*(?:hello|hi|hey|greetings|good (?:day|morning|evening|afternoon)|welcome)\b(?:[\s,.!]+(?:there|friend|sir"
        r"madam|[a-z]+))?\W*$",
    ),
    (
        "feel",
        r"\bhow (?:are|do) you(?: (?:doing|feel|feeling|today|do))?\W*$|"
        r"\bare you (?:all right|alright|ok|okay|well|happy|sad|afraid|tired)\b",
    ),
    (
        "way",
        r"\bneed (?:in order )?to (?:get|go|enter|reach)\b|\benter\b|\bget (?:in|into|inside)\b|"
        r"\bhow (?:do|can|could|should|would|shall) (?:i|we|one) (?:ever )?(?:get|go|come|reach|travel|return|find (?:my|"
        r"the|a) way)\b|"
        r"\b(?:way|path|road|route|back|go|take me|lead me|directions?) to\b",
    ),
    (
        "where",
        r"\bwhere\b|"
        r"\b(?:have|did) you (?:ever )?(?:see|seen|find|found|met|meet)\b|"
        r"\bwhich way\b",
    ),
    ("who", r"\bwho(?:m|se)?\b"),
    ("how", r"\bhow (?:do|can|could|should|would|shall|to|am)\b"),
    (
        "why",
        r"\bwhy\b|"
        r"\bhow come\b",
    ),
    (
        "when",
        r"\bwhen\b|"
        r"\bhow (?:many|much|old|far|big|often)\b|"
        r"\bwhat (?:time|colou?r|day|year|hour)\b",
    ),
)
_CONTRACTED: Final = (
    (r"\b(who|what|where|when|how|why|that|there|it)['’]?s\b", r"\1 is"),
    (r"\bi['’]?m\b", "i am"),
    (r"\byou['’]re\b|\bu r\b", "you are"),
    (r"\bgonna\b", "going to"),
    (r"\bwanna\b", "want to"),
    ("’", "'"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """`kind`: what is asked for ("where", "way", "next", "about" ...). `about`: the stems of the words that say about what."""

    kind: str
    about: frozenset[str]


def stems(text: str) -> frozenset[str]:
    """The words of a text that say something, cut to their first letters."""
    words = (word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in words if len(word) > 2 and not _IDLE.fullmatch(word))


def read(text: str) -> Question:
    """What `text` asks. Anything that is no question of a known kind asks about its words."""
    plain = " ".join(text.lower().split())
    for pattern, said in _CONTRACTED:
        plain = re.sub(pattern, said, plain)
    kind = next((kind for kind, pattern in _KINDS if re.search(pattern, plain)), "about")
    return Question(kind, stems(plain))


def _stem(word: str) -> str:
    # "pies" and "pie", "keys" and "key" are one; "glass" and "moss" are no plurals.
    singular = word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    return singular[:STEM]
