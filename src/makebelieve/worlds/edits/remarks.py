"""What people say that asks for nothing: thanks, praise, a laugh, how they liked it."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = r"ok(?:ay)?|k|kk|hmm+|hm|mm+|um+|uh|oh|ah+|aha|aww*|haha(?:ha)*|hehe+|lo+l|rofl|lmao|xd|wow+|whoa|woah|yay+|yes|yep|yeah|yup|no+|nope|nah|nice|cool|great|perfect|super|awesome|amazing|brilliant|lovely|sweet|neat|good|fine|thanks?|thank you|thx|ty|cheers|bravo|hello|hi|hey|bye|goodbye|good (?:job|work|one|morning|evening|night bot)|well done|nice (?:one|job|work)|great (?:job|work|stuff)|got it|i see|alright|right|sure|ups|oops|never ?mind|forget it|whatever|so (?:cool|cute|funny|good|nice)|too funny|very (?:nice|good|cool|funny)|not bad|all good|that (?:was fast|works|helps|will do|'?s all)|(?:that|this|it)(?:'s| is| was)? (?:so |really |very |just |all |exactly |pretty )*(?:nice|cool|great|perfect|good|fun|funny|awesome|lovely|amazing|cute|fast|it|what (?:i|we) (?:wanted|meant|needed)|ok|okay|fine|better|brilliant|beautiful|enough|all|wonderful|fantastic|the best)|looks? (?:good|great|nice|fine|perfect|right)(?: to me)?|sounds? (?:good|great|fine)|works for me|there|you|so much|a lot|very much|again|then|now|guys|everyone|everybody|bot|dude|man|lol the .+|the end"
_CHAT: Final = re.compile(rf"(?:(?:{_WORD})[\s,.!?:;)(-]*)+", re.IGNORECASE)
_MINE: Final = re.compile(
    r"(?:(?:and|but|oh|btw|by the way|haha|lol|wow|so|also)[, ]+)*(?:"
    r"(?:i|we|my [\w' -]{2,30}?|our [\w' -]{2,30}?|everyone|everybody|the (?:kids|children|class|pupils|students)) (?:(?:really|all|also|just|absolutely|both|totally|still|always|once|never|even) )*(?:love|loves|loved|liked|likes|like|enjoyed|enjoy|enjoys|played|plays|had fun|have fun|laughed|adore|adored|hated|tried|showed|finished|won|lost|grew up|was|were|lived|lives|had|has|went|got|used to|work|works|think(?: that)? (?:it|this|that) (?:is|was)|find it|found it)\b(?!.*\b(?:should|could|would|must|but|instead|make|add|remove|change|want|need|please)\b).*"
    r"|this (?:is|was) for (?:my|our|a|the)\b(?!.*\b(?:should|could|make|add|remove|change|please)\b).*"
    r"|(?:the|this|that|your) [\w' -]{2,40}? (?:is|are|was|were|looks?|look) (?:(?:so|really|very|pretty|just|my|our|the|all|absolutely) )*(?:nice|cool|great|perfect|good|fun|funny|awesome|lovely|amazing|cute|beautiful|favou?rites?(?: [\w' ]+)?|best(?: [\w' ]+)?|brilliant|wonderful|adorable|sweet|hilarious|gorgeous)"
    r")[\s.!)]*",
    re.IGNORECASE,
)


def remark(text: str) -> bool:
    """Whether the whole of a text is a remark."""
    bare = text.strip().strip("\"'")
    return bool(_CHAT.fullmatch(bare) or _MINE.fullmatch(bare)) or not re.search(r"[A-Za-z]{2}", bare)


def kindly(text: str) -> str:
    """A first word back."""
    if re.search(r"\b(?:thank|thanks|thx|ty|cheers)\b", text, re.IGNORECASE):
        return "You are welcome."
    if re.fullmatch(r"(?:hello|hi|hey)[\s!.]*.*", text.strip(), re.IGNORECASE):
        return "Hello."
    if re.search(r"\b(?:nice|cool|great|perfect|love\w*|lik\w+|awesome|amazing|fun|enjoy\w*|good|cute|lovely|brilliant|wow|favou?rite|best|beautiful|haha|lol)\b", text, re.IGNORECASE):  # fmt: skip
        return "Good to hear."
    return "All right."
