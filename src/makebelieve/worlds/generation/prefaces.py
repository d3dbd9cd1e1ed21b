"""What of a premise is not yet its story: words addressed to the program before it, ages and idioms that a reader of nouns mistakes."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.generation.frames import retold
from makebelieve.worlds.generation.inquiries import one_question
from makebelieve.worlds.generation.invitations import filled_in, invited
from makebelieve.worlds.generation.restatings import restated
from makebelieve.worlds.generation.spellings import spelt_names
from makebelieve.worlds.generation.titles import titled, unasked
from makebelieve.worlds.generation.verbs import gerund, third

_ASKED: Final = (
    r"(?:(?:hi|hello|hey)\b[,!. ]*(?:there[,!. ]*)?)?(?:dear (?:ai|computer|assistant|bot|machine|makebelieve)\b[,!. ]*)?(?:please[, ]+)?"
    r"(?:(?:(?:can|could|would|will) (?:you|we) )?(?:please )?(?:make|create|build|write|generate|design|give|tell|do|invent|show|imagine|let us have|let's have)"
    r"(?: (?:me|us|up))?|(?:i|we)(?: would|'d|’d)? (?:want|like|love|need|wish for)(?: (?:to (?:play|have|see|read|make)|you to (?:make|write|create)))?(?: me)?)"
)
_OF_WHAT: Final = r"(?:an?|the|some|one|my|another)? ?(?P<tone>(?:[a-z-]+,? (?:and )?){0,4}?)"
_PREFACE: Final = re.compile(
    rf"^\s*(?:{_ASKED} {_OF_WHAT}(?:game|story|world|adventure|tale|quest|mystery|thriller|comedy|drama|fable|puzzle|platformer|mission|level|one|something|noir|western|romance|fairy ?tale|whodunit|farce|sitcom|epic|screenplay|scene|plot|campaign|legend)"
    rf"|(?:an?|the) (?P<bare>(?:(?!an? |the )[a-z-]+,? ){{0,3}}?)(?:game|story|adventure game|text adventure|drama|thriller|mystery|horror story|crime story|whodunit|movie|film))"
    r"(?: for (?:(?:my|our|a|the) )?(?:[\w-]+ ){1,3}?)? ?(?:please,? )?(?:that is |that's |which is |set )?(?P<link>where|in which|wherein|about|of how|(?<=story )of(?= an?\b| the\b| two\b| how\b)|(?<=tale )of(?= an?\b| the\b| two\b))\s+(?=\S)",
    re.IGNORECASE,
)
_INQUIRING: Final = re.compile(r"(?:who|what|where|why|when|how|which|can|could|is|are|do|does|will|would)\b", re.IGNORECASE)
_SUPPOSED: Final = re.compile(r"what if [^.?!]+\.?$", re.IGNORECASE)
_WHO: Final = re.compile(r"\b(?:who|which|that|where)\b")
_TOLD_OF: Final = re.compile(
    r"^((?:(?:an?|the|my|our|your|two|three|four|five|some|[A-Z][\w'’-]+)\b)(?: (?!and\b)[\w'’-]+){0,5}?),? (?:who|that|which) "
    r"((?!you\b|i\b|we\b|he\b|she\b|they\b|it\b|the\b|an?\b|my\b|no\b)[a-z]+\b)(?=.)",
    re.IGNORECASE,
)
"""Somebody of whom a story is, and what they do, as a sentence of its own."""
_FILMED: Final = re.compile(r"\b(?:drama|thriller|mystery|movie|film|whodunit) (?:where|in which|about)\s*$", re.IGNORECASE)
_YEARS: Final = re.compile(r"\b(?P<number>\w+)[- ](?P<unit>year|month|week|day)s?[- ]old\b", re.IGNORECASE)
_ALONE: Final = re.compile(r"\s*(?:$|[,.]|(?:must|has|who|is|and)\b|[a-z]+s (?:an?|the|his|her|to)\b)")
"""What follows an age that stands for somebody: "a seven-year-old steals a train"."""
_SAID_OF: Final = re.compile(r"\b(?:is|am|are|was|were|turns|'m|be)\s+(?:only |just |about )?$", re.IGNORECASE)
_NUMBERS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SUBJECT: Final = {"her": "she", "his": "he", "their": "they", "my": "I", "our": "we", "your": "you"}
_IDIOMS: Final = (
    (  # "today is her last chance to pass it"
        re.compile(
            r"\b(?:(today|tonight|tomorrow|now)|this|it) (?:is|was|will be) (her|his|their|my|our|your) (?:very )?"
            r"(?:last|only|final|one|big|first|second|best|great|once-in-a-lifetime) (?:chance|opportunity|shot|moment) to\b",
            re.IGNORECASE,
        ),
        lambda match: f"{match[1] + ' ' if match[1] else ''}{_SUBJECT[match[2].lower()]} must",
    ),
    (re.compile(r"\b(?:some|any|every|no)(?:one|body) else(?:'s|’s)", re.IGNORECASE), "another person's"),
    (
        re.compile(
            r"\ba (?:mountain|sea|flood|ocean|pile|heap) of (?=(?:debts?|paperwork|laundry|homework|problems|lies|bills|work|trouble)\b)"
        ),
        "",
    ),
    (  # "a dog who thinks he is a lion guards a shop"
        re.compile(r" who (?:thinks|believes) (?:he|she|it) is an? [a-z]+ (?=[a-z]+s (?:an?|the|his|her|its|to|for|in)\b)", re.IGNORECASE),
        " ",
    ),
    (
        re.compile(
            r"(?<!to )(?<!must )(?<!will )(?<!not )\bgets (?=(?:locked|trapped|stuck|shut|marooned|stranded|snowed|sold|stolen|eaten|broken|thrown|swapped|kidnapped|burnt|auctioned)\b)"
        ),
        "is ",
    ),
    (re.compile(r"(?<!to )(?<!must )(?<!will )(?<!not )\bget (?=(?:locked|trapped|shut|marooned|stranded|snowed)\b)"), "are "),
    (
        re.compile(
            r"\b[Gg]iv(e|es|ing) ((?:the|an?|my|our|his|her|their|your) (?:[a-z-]+ ){0,3}?[a-z-]+) a (?:(?:good|hot|warm|bubble) )*(?:bath|wash|scrub)\b"
        ),
        lambda match: {"e": "wash", "es": "washes", "ing": "washing"}[match[1]] + " " + match[2],
    ),
    (re.compile(r"\bturn(s?) lead into gold\b"), r"transmute\1 lead into gold"),
    (  # what is got out of where it is guarded
        re.compile(
            r"\bget (?=(?:the|his|her|their|my|our|your|some) (?:[a-z-]+ ){0,2}?(?:plans|documents?|papers|gold|jewels|painting|microfilm"
            r"|manuscript|files|blueprints?|formula) out of the (?:[a-z-]+ ){0,2}?(?:fortress|palace|castle|embassy|citadel|mansion|stronghold)\b)"
        ),
        "smuggle ",
    ),
    (  # "prove the earth is round": the earth itself is nothing to prove
        re.compile(
            r"\b(prov(?:e|es|ing)) (?=(?:the|his|her|their|my|our|your|an?|all) (?:(?!who|that|which|before|when|and)[a-z-]+ ){1,3}?"
            r"(?:is|are|was|were|can|could|has|had|did|really) |(?:he|she|they|we|you|I)\b|it (?:is|was|can|could) )"
        ),
        r"\1 that ",
    ),
    (re.compile(r"\bnobody(?: (?:at|in|on) [a-z]+)? (?:may|should|is allowed to) know\b"), "nobody must find out"),
    (re.compile(r"\bnobody(?: (?:at|in|on) [a-z]+)? (?:may|should|is allowed to) (?=find out|learn)"), "nobody must "),
    (
        re.compile(r"\bcrash-?\s?land(s|ed|ing)?\b(?! site)", re.IGNORECASE),
        lambda match: {None: "crash", "s": "crashes", "ed": "crashed", "ing": "crashing"}[match[1]],
    ),
    (re.compile(r"\bcrash[- ]land(?=s\b|ed\b|ing\b)", re.IGNORECASE), "crashe"),
    (re.compile(r"\bcrashe(?:ed|ing)\b"), lambda match: match[0].replace("ee", "e").replace("ei", "i")),
    (
        re.compile(
            r"\b(?:lets nobody|(?:does not|doesn['’]t|won['’]t|will not) let (?:anybody|anyone|us|me|people))"
            r" (?:pass|cross|through|past|by|in|out|leave|enter|board)\b[^.,;!?]*",
            re.IGNORECASE,
        ),
        "blocks the way",
    ),
    (
        re.compile(r"\b(we|I|they|she|he) (?:plays?|have|has) (?:in )?the (final|semi-?final|decider|derby)\b", re.IGNORECASE),
        r"\1 must win the \2 match",
    ),
    (re.compile(r"\ba baker['’]s dozen of\b", re.IGNORECASE), "thirteen"),
    (re.compile(r"\bbed (?:and|&) breakfast\b", re.IGNORECASE), "guesthouse"),
    (re.compile(r"^babysit (?=[a-z])", re.IGNORECASE), "Look after "),  # at the start it is taken for a name
    (re.compile(r"\s+out of doors\b", re.IGNORECASE), ""),
    (re.compile(r"\bat sea\b(?= (?:about|over|with)\b)", re.IGNORECASE), "puzzled"),
    (re.compile(r"\b(?:where|what|who|why|how) on earth\b", re.IGNORECASE), lambda match: match[0].split()[0]),
    (re.compile(r"\b(?:in the first place|at the end of the day|all over the place|once and for all)\b,?", re.IGNORECASE), ""),
)


def _who_does(match: re.Match[str]) -> str:
    """ "A goblin accountant doing taxes for a dragon" as "a goblin accountant who does taxes for a dragon"."""
    base = lemma(match[2].lower(), "verb")
    named = re.sub(r"^(?:you are|you['’]re|i am|i['’]m) ", "", match[1], flags=re.IGNORECASE)
    if not base or base == match[2].lower() or any(token.tag in ("V", "VS", "VD", "X", "M") for token in tag(tokenise(named))):
        return match[0]
    if base == "do":  # "doing taxes for a dragon"
        return f"{match[1]}. You must sort out the " if named != match[1] else f"{match[1]} must sort out the "
    return f"{match[1]} who {third(base)} "


def _kept_from(match: re.Match[str]) -> str:
    """ "The light must never go out": to keep it from going out."""
    return f"I must keep {match[1].lower()} from {gerund(match[2].lower())}"


_SOME: Final = r"((?:an?|the|my|our|his|her|two|three|some)\b[^.!?,;]*?|[A-Z][a-z]+)"
_WHOSE: Final = r"((?:(?:an?|the|my|our) )?(?:[a-z-]+ ){0,3}[a-z-]+)"


def _clock(hour: int, half: str) -> str:
    """ "three in the morning" of "3 a.m."."""
    part = "in the morning" if half == "a" else "at night" if 9 <= hour < 12 else "in the evening" if 6 <= hour < 9 else "in the afternoon"
    return f"{_spelt(hour)} {part}" if hour < len(_NUMBERS) and hour != 12 else ("midnight" if half == "a" else "noon")


_FORMS: Final = (  # what titles say without a verb
    (
        re.compile(
            r"^((?:(?:an?|the|my|our) )?(?:[a-z-]+ ){0,2}?[a-z-]+)['’]s ((?:very )?(?:first|last|final) (?:day|night|shift|week|class|lesson|case|match|game|show"
            r"|concert|flight|patrol|year|job|date|performance|christmas))\b(?= (?:in|at|on|as|before|of|with)\b|[.!?]|$)",
            re.IGNORECASE,
        ),
        r"\1 must get through the \2",
    ),
    (re.compile(r"^((?:an?|the|my|our) (?:[a-z-]+ ){0,2}?[a-z-]+)['’]s last (penalty|shot|kick)\b", re.IGNORECASE), r"\1 must score the last \2"),
    (re.compile(r"^((?:an?|the|my|our) (?:[a-z-]+ ){0,2}?[a-z-]+)['’]s last (race|fight|bout)\b", re.IGNORECASE), r"\1 must win the last \2"),
    (re.compile(r"\bplay(?:s|ing)? (?:a game of )?hide[- ]and[- ]seek\b", re.IGNORECASE), "win the hiding game"),
    (re.compile(r"\bcounts? (his|her|their|my|our) ([a-z]+) and (?:only )?(?:one|two|three) (?:is|are) (?:missing|gone)\b", re.IGNORECASE), r"must find \1 missing \2"),
    (re.compile(r"\bto show[- ]and[- ]tell\b", re.IGNORECASE), "to class"),
    (re.compile(r"\b(?:\d+|three|five|seven|ten|high)(?:[- ]?(?:metres?|meters?|m))? (?:diving )?board\b(?= (?:at|of|in)\b|[,.!?]|$)", re.IGNORECASE), "high springboard"),
    (re.compile(r"^dive (?=(?:from|off) )", re.IGNORECASE), "I must jump "),
    (re.compile(r"\b(?:has|have) (?:forgotten|left) (her|his|their|my|our) (lunch|lunchbox|keys|bag|satchel|ticket|tickets|passport|umbrella|phone|wallet|purse|glasses|coat|boots|kit|costume)(?: (?:at|on) [a-z ]+)?(?=[.!?]|$)", re.IGNORECASE), r"must fetch \1 \2"),
    (re.compile(r"^((?:an?|the|my|our) (?:[a-z-]+ ){0,2}?[a-z-]+) has (her|his|their|my|our) (first|last|final) (trial|day|night|shift|class|lesson|case|match|game|show|concert|flight|patrol|exam|interview)\b", re.IGNORECASE), r"\1 must get through \2 \3 \4"),
    (re.compile(r"^(my|our|the) ([a-z]+) (?:has gone|have gone|went|flew|has flown|is|rolled|fell|has fallen) (?:right )?(?:over|behind|beyond) the (?:wall|fence|hedge|gate) (?:of|into|to) ((?:the|our|my) [^.!?,]+)", re.IGNORECASE), lambda match: f"I must get {match[1].lower()} {match[2]} back from {match[3]}"),
    (re.compile(r"^((?:an?|the|my|our) [a-z -]{2,30}?) mixes up (?=the |two |his |her |all )", re.IGNORECASE), r"\1 has mixed up "),
    (re.compile(r"^(my )?(grandad|grandpa|grandma|granny|grandmother|grandfather|dad|daddy|mum|mom|uncle|aunt) teaches me (?:how )?to (?=[a-z])", re.IGNORECASE), lambda match: f"{match[1] or 'My '}{match[2].lower()} and I are here and I must learn to "),
    (re.compile(r"^((?:an?|the|my|our) (?:[a-z-]+ ){0,2}?(?!is\b|was\b)[a-z-]+) (scared|afraid|terrified|frightened) of (?=[a-z])", re.IGNORECASE), r"\1 who is \2 of "),
    (re.compile(r"^milk (?=(?:the|all|my|our|your|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|a hundred) )", re.IGNORECASE), "I must milk "),
    (re.compile(r"\bdouble[- ]booked\b", re.IGNORECASE), "mixed up"),
    (re.compile(rf"^(?:an?|the) (?:[a-z-]+ )?(?:love story|romance) (?:between|of|about) {_SOME} and ([^.!?,;]+)", re.IGNORECASE), r"\1 is in love with \2"),
    (re.compile(r"^(the|my|our) ([a-z]+(?: [a-z]+)?) (?:has|have) to be (?:on|in|at) ([^.!?,;]+)", re.IGNORECASE), r"I must bring \1 \2 to \3"),
    (re.compile(rf"^(?:an?|the|one) (day|night|week) in the life of {_SOME}(?=[.!?]|$)", re.IGNORECASE), r"\2 must get through the \1"),
    (re.compile(rf"^{_SOME} (?:versus|vs\.?) ([^.!?,;]+)(?=[.!?]|$)", re.IGNORECASE), r"\1 must beat \2"),
    (re.compile(r"^an? treasure hunt (?:through|in|at|on|across|around|all over) ([^.!?,;]+)", re.IGNORECASE), r"Find the treasure in \1"),
    (re.compile(r"^(?:an? |the )?([a-z-]+ outbreak) ((?:in|at|on|aboard) [^.!?,;]+)", re.IGNORECASE), r"Survive the \1 \2"),
    (re.compile(r"\b(I am|I['’]m|we are|we['’]re|you are|you['’]re) in charge of (?=[a-z])", re.IGNORECASE), lambda match: f"{'we' if match[1][0] in 'wW' else 'you' if match[1][0] in 'yY' else 'I'} must mind "),
    (re.compile(r"^((?:the|an?) [^.,;!?]{3,40}?) wants to be my (?:best )?friend\b", re.IGNORECASE), r"I want to make friends with \1"),
    (re.compile(r"\b((?:the|my|our|her|his) [a-z]+) (?:never lets|won['’]t let|will not let|does not let|doesn['’]t let) (me|us|her|him|them) ([a-z]+)\b", re.IGNORECASE), r"\1 must be persuaded to let \2 \3"),
    (re.compile(r"\b(wants?|hopes?|has|have|plans?|tries|try|dreams?) (?:to be|of being) the (?:first|only one)(?: (?:one|person))? to (?=[a-z]+ )", re.IGNORECASE), r"\1 to "),
    (re.compile(r"[.;,]?\s+(?:and |but )?nobody (?:tells|will tell|told|has told|can tell) (?:\w+ ){1,3}?why\b", re.IGNORECASE), " and nobody knows why"),
    (re.compile(r"^((?:you are|you['’]re|i am|i['’]m|an?|the|two|three) [^.,;!?]*?[a-z]) (?!being|living|working|standing|waiting|wearing|sitting|having|holding|looking|hiding|going|getting|sleeping|morning|evening|during|king|nothing|something|everything|anything|wedding|building|ceiling|swimming|dancing|spring|string|ring|thing|wing|flying|talking|singing|walking|dying|missing|sleeping|running|growing|living|travelling|traveling|wandering|fishing|racing|sewing|sailing|cleaning|training|shopping|parking|knitting|carrying|boxing)([a-z]+ing) (?=(?:an?|the|his|her|their|my|your|all|taxes|letters|bread|songs|cakes|[a-z]+s for)\b)(?![^.]*\b(?:must|has to|wants|is|are|needs)\b)", re.IGNORECASE), _who_does),
    (re.compile(r"\b(is|are) (look|search|hunt)ing for\b", re.IGNORECASE), lambda match: f"{match[2]}{'' if match[1].lower() == 'are' else 'es' if match[2].lower() == 'search' else 's'} for"),
    (re.compile(r"(?<!someone )(?<!and )(?<!of )(?<!between )\b(the [a-z]+) must (?:never|not) (go|stop|fail|die|run|sink|boil|burn|freeze|fall|wake|melt)(?= out\b| over\b| down\b| up\b|[.,;!?]|$)", re.IGNORECASE), _kept_from),
    (re.compile(r"^([a-z][a-z' -]{2,30}?) (?:versus|vs\.?) ([^.!?,;]+)(?=[.!?]|$)", re.IGNORECASE), r"the \1 must beat the \2"),
    (re.compile(r"(?:[:;,.]| that)\s+(?:tomorrow|tonight|at midnight|next week|soon),? (?:somebody|someone) (?:will|is going to) ([a-z]+) ([^.!?]+)", re.IGNORECASE), r" and must find out who will \1 \2"),
    (re.compile(r"^(you are|i am) (an? [^.,]+?),? (?:and|when|until) an? ([^.,]{3,30}?) (?:tries|is trying|attempts) to ([a-z]+) ([^.!?]+)", re.IGNORECASE), lambda match: f"{match[1]} {match[2]}. {match[1].split()[0].capitalize()} must stop the {match[3]} from {gerund(match[4].lower())} {match[5]}"),
    (re.compile(r" who (?:has|have) (?:gone|turned|become) [a-z]+ (?=[a-z]+s (?:an?|the|his|her|their)\b)", re.IGNORECASE), " "),
    (re.compile(r",? (?:and|but) ((?:the|my|our|her|his) (?:[a-z]+ )?(?:son|daughter|brother|sister|baby|child|children|kids|boy|girl|cat|dog|kitten|puppy|mother|father|mum|dad|grandma|grandpa|grandmother|grandfather|wife|husband|friend|uncle|aunt|cousin|twin|twins|sheep|lambs?|goats?|cows?|cattle|horses?|pony|ponies|hens?|donkeys?|pigs?|animals|pupils|class|crew|fishermen)) (?:is|are) still (on|in|at) (?=(?:the|my|our|her|his)\b)", re.IGNORECASE), r" and I must bring \1 home from "),
    (re.compile(r"\bfall in love by (?:telegram|letter|post|phone|radio|email)( without ever having met)?", re.IGNORECASE), lambda match: "want to meet at last" if match[1] else "fall in love"),
    (re.compile(r"\bto cheer up (?=(?:an?|the|his|her|their|my|our)\b)", re.IGNORECASE), "to comfort "),
    (re.compile(r"(?<!but )\b(?<!but I )(?<!but we )(?<!but she )(?<!but he )(?<!but they )(?:have|has) run out of ([a-z]+(?: (?!on\b|in\b|before\b|just\b|but\b|when\b|at\b|for\b|right\b|and\b)[a-z]+)?)(?=[.,;!?]| (?:and|on|before|just|but|when|right)\b|$)", re.IGNORECASE), r"must find more \1"),
    (re.compile(r"^(?:an?|the|my|our) ((?:[a-z-]+ )?(?:goat|cow|cat|kitten|dog|sheep|pig|donkey|horse|hen|elephant|penguin|bear|monkey|parrot|llama|chicken)) (?=(?:stuck )?(?:on the roof|up a tree|in a tree|on top of)\b)([^.!?]+?)(?: (?:will not|won['’]t|cannot|can['’]t|can not|refuses to) (?:come|get|climb) down)?(?=[.!?]|$| and\b)", re.IGNORECASE), lambda match: f"You must rescue the {match[1]} from {re.sub(r'^(?:stuck )?(?:on|up|in|on top of) ', '', match[2].strip())}"),
    (re.compile(r"\b(decide|choose|find out|work out) ((?:before|by|within) [^,.!?]{3,30}?) ((?:whether|which|who|whom|how|what|why) [^,.!?]+)", re.IGNORECASE), r"\1 \3 \2"),
    (re.compile(r"\b(is|are|am) (?:quite |absolutely |pretty |completely )?convinced that (?=(?:the|his|her|my|our|their|an?|[A-Z])\b)", re.IGNORECASE), lambda match: "suspects that " if match[1].lower() == "is" else "suspect that "),
    (re.compile(r"\bto see (?:to it )?that (?=(?:everyone|everybody|all|nobody|no one|nothing)\b)", re.IGNORECASE), "to make sure that "),
    (re.compile(r"\b(inherits?|owns?|gets?) (?:one )?half (?:each )?of (?:the same|a) ", re.IGNORECASE), r"\1 a "),
    (re.compile(r"[.;] whoever [a-z]+s (?:it )?(?:the )?(?:best|fastest|longest|highest|farthest|furthest|most)\b[^.!?]*? (?:may|can|will|gets to) (?:keep|win|have|get|take) it\b[^.!?]*", re.IGNORECASE), ", and I must win it"),
    (re.compile(r"^((?:the|my|our) [^.,!?]{3,40}?) (?:is|are) (?:about )?to be (?:sold|torn down|demolished|closed|shut|cut down|felled|scrapped)\b[^.!?]*[.!?] ((?:the|an?|two|three|my) [^.!?]{3,60}?) makes? a plan(?=[.!?]|$)", re.IGNORECASE), lambda match: f"{match[2]} must save {match[1][:1].lower()}{match[1][1:]}"),
    (re.compile(r"\b(?:has|have|had) promised (?:(?:his|her|their|my|our|the) [a-z]+|[A-Z][a-z]+|me|him|her) to (?=[a-z])"), "must "),
    (re.compile(r"\bits (?=(?:an?|the|not|too|raining|snowing|getting)\b)", re.IGNORECASE), "it is "),
    (re.compile(r"\b(and|who|but) dreams? of ([a-z]+ing)\b"), lambda match: f"{match[1]} wants to {lemma(match[2], 'verb') or match[2]}"),
    (re.compile(r"\basks (?:his|her|their|the|a) [a-z]+ to (?:take|bring|carry|lead|fly|drive|sail|row) (?:him|her|them) (?=(?:out|to|back|home|over|up|down|across)\b)"), "wants to get "),
    (re.compile(r"\bwhenever\b", re.IGNORECASE), "every time"),
    (re.compile(r"\b(?:has|have) promised ((?:the|his|her|their|an?) [a-z]+ an? [a-z]+)"), r"must give \1"),
    (re.compile(r"\b(?:an?|the) baby is (?:about to be born|on the way|coming)\b", re.IGNORECASE), "I must deliver the baby"),
    (re.compile(r"\b(?:an?|the) ([a-z]+) (?:where|in which) (everyone|everybody) (?:forgot|forgets|has forgotten) how to ([a-z]+(?: [a-z]+)?)(?=[.!?,]|$)", re.IGNORECASE), r"I must teach \2 in the \1 how to \3 again"),
    (re.compile(r"^(everyone|everybody)( (?:in|on|at) [^.,!?]{3,30}?)? (?:forgot|forgets|has forgotten) how to ([a-z]+(?: [a-z]+)?)(?=[.!?,]|$)", re.IGNORECASE), lambda match: f"I must teach {match[1].lower()}{match[2] or ''} how to {match[3]} again"),
    (re.compile(r"\b(?:forgot|forgets|has forgotten|have forgotten) how to (?=[a-z]+(?: [a-z]+)?(?:[.!?,]|$))", re.IGNORECASE), "must learn again how to "),
    (re.compile(r"\b(but|and) (she|he|they|I|it) keeps? (forgetting|losing|dropping|falling|making|breaking|sneezing|burning|missing) ", re.IGNORECASE), r"\1 \2 must stop \3 "),
    (re.compile(r"\b(?:accidentally )?(?:locks?|shuts?|traps?|has locked|has shut) (?:herself|himself|themselves|itself) (?:in|into|inside) ", re.IGNORECASE), "is trapped in "),
    (re.compile(r"[.,;]? (?:and |but )?((?:an?|the) [a-z]+) thinks (?:that )?it is (?:his|her|its|their) (?:own )?fault(?=[.!?]|$)", re.IGNORECASE), r". \1 must find out why"),
    (re.compile(r"\b(?:and|but) nobody (recognises|recognizes|remembers|greets) (him|her|them)(?=[.!?]|$)", re.IGNORECASE), r"and must find out why nobody \1 \2"),
    (re.compile(r"^((?:you are|i am) an? [^.,;]*?) (in|on|at|of) an? ([a-z]+) that is (?:slowly |already |quietly )?(?:sinking|burning|flooding|collapsing|melting|falling (?:down|apart))\b", re.IGNORECASE), lambda match: f"{match[1]} {match[2]} the {match[3]}. {match[1].split()[0].capitalize()} must save the {match[3]}"),
    (re.compile(r"\b(?:takes?|has taken|have taken|makes?) an? (?:vow|oath|promise) (?:never to|not to) (?=[a-z])", re.IGNORECASE), "must not "),
    (re.compile(r"^((?:on )?the (?:night|day|morning|evening) (?:before|after|of) (?:the|an?|her|his|my|our) [a-z]+) (?=(?:the|my|our|her|his|an?) [a-z'’]+(?: [a-z]+){0,2} [a-z]+s\b)", re.IGNORECASE), lambda match: f"It is {re.sub('^on ', '', match[1][:1].lower() + match[1][1:])}. "),
    (re.compile(r"\bend(s?) up (?=in\b|on\b|at\b)", re.IGNORECASE), r"arrive\1 "),
    (re.compile(r"\bthere (?:is|was) (?:no one|nobody|no-one) (?:left|else) (on|in|at|aboard) (?=(?:the|her|his|their|my|our)\b)", re.IGNORECASE), r"everybody has vanished \1 "),
    (re.compile(r"^(?:you|i) play (?:as )?(?=(?:an?|the) (?:[a-z-]+ ){1,4}(?:who|on|in|at|with|of|and)\b)", re.IGNORECASE), "You are "),
    (re.compile(r"^what (?:would|do|will|should|can|could) (?:you|we|i) do if ([^.!?]+)\?", re.IGNORECASE), lambda match: re.sub(r"\byour\b", "my", f"{match[1]}.")),
    (re.compile(r"^((?:every|each) (?:time|night|day|morning)) ([^,.!?]+), (it (?:rains|snows|thunders|hails|pours)\b[^.!?]*)", re.IGNORECASE), lambda match: f"{match[3]} {match[1].lower()} {match[2]}"),
    (re.compile(r"^it (?:all )?(?:began|started|starts|begins) (?:when|on the (?:day|night|morning)(?: that| when)?) ", re.IGNORECASE), ""),
    (re.compile(r"^(?:once upon a time,? |once,? |long ago,? )?there (?:once )?(?:is|was|were|are|lived) (?:once )?((?:an?|two|three|some) (?:[\w-]+ ){1,4}?)(?=(?:who|whose)\b)", re.IGNORECASE), r"\1"),
    (re.compile(r"^i(?: would|'d|’d)? (?:want|like|wish) to (?:play(?: as)?|be) (an? [^.!?,;]+? (?:who|that|which) )", re.IGNORECASE), r"\1"),
    (re.compile(r"^(?:so,? )?(?:can|could|will) (?:you|we|i) (?!(?:help|make|write|create|tell|give|generate|please) (?:me|us|a|an)\b)([^.!?]+)\?", re.IGNORECASE), r"You must \1."),
    (re.compile(r"^how (?:do|would|can|could|will|shall|should|does) (?:you|we|i|one) (?!know\b)([^.!?]+)\?", re.IGNORECASE), r"You must \1."),
    (re.compile(r"^(?:an?|the) haunted ([a-z]+)(?=[.!?]|$)", re.IGNORECASE), r"Find out who haunts the \1"),
    (re.compile(r"^((?:an?|the|my|her|his) (?:[a-z-]+ ){1,3})never ([a-z]+(?:ed|nt|ld|wn|en|ung|ilt))(?=[.!?]|$)", re.IGNORECASE), r"\1was never \2"),
    (re.compile(r"(?<=[.!?] )((?:An?|The) (?:[a-z-]+ ){1,3})never ([a-z]+(?:ed|nt|ld|wn|en|ung|ilt))(?=[.!?]|$)"), r"\1was never \2"),
    (re.compile(rf"^{_WHOSE}['’]s (?:long |great |big |last |first |slow )?(?:journey|trip|voyage|walk|flight|way|march) (?:back )?home(?=[.!?]|$)", re.IGNORECASE), r"\1 must find the way home"),
    (re.compile(rf"^{_WHOSE}['’]s (?:[a-z]+ )?(?:journey|trip|voyage|travels|tour) (to|around|round|across|through) ([^.!?,;]+)(?=[.!?]|$)", re.IGNORECASE), r"\1 must travel \2 \3"),
    (re.compile(rf"^{_WHOSE}['’]s (?:[a-z]+ )?escape from ([^.!?,;]+)(?=[.!?]|$)", re.IGNORECASE), r"\1 must escape from \2"),
    (re.compile(rf"^{_WHOSE}['’]s (?:[a-z]+ )?(?:quest|search|hunt) for ([^.!?,;]+)(?=[.!?]|$)", re.IGNORECASE), r"\1 must find \2"),
    (re.compile(rf"^{_WHOSE}['’]s revenge on ([^.!?,;]+)(?=[.!?]|$)", re.IGNORECASE), r"\1 must take revenge on \2"),
    (re.compile(rf"^{_WHOSE}['’]s ((?:first|last|worst|longest|big|busiest) (?:day|night|shift|week|morning|evening|lesson|performance|flight|dive|case|battle|winter))(?=[.!?]|$)", re.IGNORECASE), r"\1 must get through the \2"),
    (re.compile(rf"^{_WHOSE}['’]s secret(?=[.!?]|$)", re.IGNORECASE), r"Find out the secret of \1"),
    (re.compile(r"^(after|before|during|since) ((?:the |a )?[a-z]+(?: of [a-z]+)?) (an?|the|two|three|four) ", re.IGNORECASE), r"\1 \2, \3 "),
    (re.compile(r"\bno one\b", re.IGNORECASE), "nobody"),
    (re.compile(r"^(?:imagine|suppose|picture this)[:,]? (?:that )?(?=(?:you|i|we|a|an|the|your|my)\b)", re.IGNORECASE), ""),
    (re.compile(r"\b(\w+) would rather (?=[a-z]+ )(?![^.]* than )"), lambda match: f"{match[1]} {'want' if match[1].lower() in ('i', 'we', 'you', 'they') else 'wants'} to "),
    (re.compile(r"\bex-(?=[a-z])", re.IGNORECASE), "former "),
    (re.compile(r"\b(class|group|team|bunch|crowd) of (?:[a-z]+|\d+)[- ]years?[- ]olds\b", re.IGNORECASE), r"\1"),
    (re.compile(r"\b(?:[a-z]+|\d+)[- ]years?[- ]olds\b", re.IGNORECASE), "children"),
    (re.compile(r"\bof (his|her|their|its) own (?=([a-z]+))"), lambda match: f"of {match[1] if classify(match[2])[0] == 'person' else 'the'} "),
    (re.compile(r"\b([A-Z][a-z]+|my [a-z]+),? goes missing\b"), r"\1 vanishes"),
    (re.compile(r"^[Ii] (take|teach|lead|am taking|am teaching) my (class|pupils|students)\b"), r"I am a teacher and I \1 my \2"),
    (re.compile(r"\b[Oo]ne of (?:them|us|the [a-z]+|my [a-z]+), ([A-Z]\w+),"), r"\1"),
    (re.compile(r"\bas much ([a-z]+(?: [a-z]+)?) as (?:(?:he|she|they|it|i|we|you) can|possible)\b", re.IGNORECASE), r"the \1"),
    (re.compile(r"\bas many ([a-z]+(?: [a-z]+)?) as (?:(?:he|she|they|it|i|we|you) can|possible)\b", re.IGNORECASE), r"many \1"),
    (re.compile(r"\b(?:teams?|pairs?|bands?) (?:up|together) to (?=[a-z]+ )|\bjoins? forces to (?=[a-z]+ )", re.IGNORECASE), "must "),
    (re.compile(r"\bschool of (?=fish|herrings?|sardines|mackerel|tuna|dolphins|whales|salmon|minnows|anchovies)"), "shoal of "),
    (re.compile(r"\b(lamp) ?-?(lighter)\b|\b(glass)[ -](blower)\b|\b(bell)[ -](ringer)\b|\b(clock)[ -](winder)\b", re.IGNORECASE), lambda match: "".join(part for part in match.groups() if part)),
    (re.compile(r"\b(\d{1,2}) ?([ap])(?:\.m\.|m\b)", re.IGNORECASE), lambda match: _clock(int(match[1]), match[2].lower())),
    (re.compile(r",? one by one\b", re.IGNORECASE), ""),
    (re.compile(r"^(?:help|oh no|uh-oh|wow|ouch|hey|psst|hooray|hurray)!+ +(?=\w)", re.IGNORECASE), ""),
    (re.compile(r"^(an?|the) ([a-z-]+(?: [a-z-]+)?) (?:made|built|carved|woven) (?:entirely |only )?(?:out )?of ([a-z]+)(?=[.!?]|$)", re.IGNORECASE), r"\1 \2 of \3"),
    (re.compile(r"\b((?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Tt]win|[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ )*[a-z]+s),? (?:named|called) [A-Z]\w+(?:, [A-Z]\w+)*,? (?:and|&) [A-Z]\w+"), r"\1"),
    (re.compile(r"\b(have|has|are|were|had) all (?=[a-z]+(?:ed|en|wn|ne|nt|ost|ung|un|ept)\b)"), r"\1 "),
    (
        re.compile(r"^what if ((?:the|every|all|nobody|no|everyone|everybody|people|[a-z]+s) [^?!.]+)\?*$", re.IGNORECASE),
        lambda match: f"Find out why {match[1].replace(' could ', ' can ')}.",
    ),
)  # fmt: skip


def _spelt(number: int) -> str:
    """A number under a hundred in words."""
    if number < len(_NUMBERS):
        return _NUMBERS[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_NUMBERS[ones]}" if ones else "")


_ORDINAL: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_IRREGULAR: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def _ordinal(number: int) -> str:
    """A number under a hundred as an ordinal in words: "ninetieth", "twenty-first"."""
    tens, dash, last = _spelt(number).rpartition("-")
    return tens + dash + (_IRREGULAR.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))


def story_of(premise: str) -> str:
    """The premise as it may be quoted, without what is addressed to the program: "please make a game where my hamster escapes" -> "My hamster escapes"."""
    premise = filled_in(premise)
    match = _PREFACE.match(premise)
    rest = _unprefaced(premise)
    if match is None:
        return f"{rest.rstrip('. ')}?" if _SUPPOSED.match(rest) else rest
    rest = f"{rest[:-1]}." if rest.endswith("?") and not _INQUIRING.match(rest) else rest
    if match["link"].lower() in ("about", "of") and len(_WHO.findall(rest)) == 1:
        rest = _TOLD_OF.sub(r"\1 \2", rest)  # "about my hamster who runs away" is no sentence
    return rest


def _unprefaced(premise: str) -> str:
    match = _PREFACE.match(premise)
    if match is None:
        return retold(unasked(premise)[0])
    rest = retold(premise[match.end() :])
    return rest[:1].upper() + rest[1:] if premise[:1].isupper() or match[0].lower().startswith("please") else rest


def plain(premise: str) -> str:
    """The story as the tagger reads it best: no preface, unless it says of what kind the story is; no idioms that sound like places."""
    premise = invited(premise)
    match = _PREFACE.match(premise)
    tone = ((match["tone"] or match["bare"] or "") if match else "").strip()
    text = _unprefaced(premise) if match and tone in ("", "short", "new", "little", "nice", "good", "great", "text") else premise
    if match and text is premise and (match["bare"] is None or _FILMED.search(match[0])):
        text = f"{_unprefaced(premise).rstrip(' .!?')}. {tone.capitalize()}."  # the tone is of use all the same
    text = titled(retold(restated(one_question(text))))
    text = spelt_names(text)
    for pattern, said in (*_FORMS, *_IDIOMS):
        text = pattern.sub(said, text)
    return _ORDINAL.sub(lambda match: _ordinal(int(match[1])), text)  # "90th" is no word


def aged(text: str) -> tuple[str, dict[str, str]]:
    """The text with each age joined to one word, and what was written for it: "nineyearold" -> "nine-year-old"."""
    joined: dict[str, str] = {}

    def one(match: re.Match[str]) -> str:
        number = match["number"].lower()
        number = _spelt(int(number)) if number.isdigit() and int(number) < 100 else number
        if number.isdigit():
            return match[0]
        written = f"{number}-{match['unit'].lower()}-old"
        number = number.replace("-", "")
        joined[f"{number}{match['unit'].lower()}old"] = written
        if _SAID_OF.search(text[: match.start()]) and not re.match(r"\s+[a-z]+(?<!and)(?<!but)\b", text[match.end() :]):
            return match[0]  # "Hana is nine years old"
        alone = _ALONE.match(text[match.end() :])
        return f"{number}{match['unit'].lower()}old{' child' if alone else ''}"

    return _YEARS.sub(one, text), joined


_ABBREVIATED: Final = re.compile(r"\b(St|Ste|Mt|Dr|Mr|Mrs|Ms|Prof|Capt|Sgt|Lt|Col|Gen|Fr|Rev)\.(?=\s+[A-Z])")
"""Before a name, and shortened."""
_SAID_BESIDE: Final = re.compile(
    r"(\b(?:that|whether) (?:the|her|his|their|my|our|one)\b(?: [\w'’-]+){1,6}), (?:who|which|whom|whose|an?|the|her|his|their|my|our)\b[^,.!?]{3,60},"
    r"(?= (?:is|are|was|has|have|had|will|can|must|does|did|keeps|wants|[a-z]+s)\b)",
    re.IGNORECASE,
)
"""What is said between two commas of somebody of whom a clause behind "that" tells: "that the old man, who everyone says is confused, is telling the truth"."""
_WHEN: Final = re.compile(r"^\s*in (?:the (?:year |early |late )?)?\d{3,4}s?(?:,\s+|\s+(?!(?-i:[A-Z])[\w'’-]+,))", re.IGNORECASE)


def smoothed(text: str) -> str:
    """The text without what a tagger stumbles over: dots that end no sentence, asides between commas, years."""
    text = _ABBREVIATED.sub(r"\1", text)  # "St. Anne's" ends no sentence
    text = re.sub(r"^\s*what if\s+", "", text, flags=re.IGNORECASE)
    text = _SAID_BESIDE.sub(r"\1 ", text)
    text = re.sub(r"(?<=[\w'’]),? (?:even though|although|though)(?= \w)", ", although", text)
    text = re.sub(r" of (?:class|year|grade) \d+[a-zA-Z]\b", "", text)  # "the teacher of class 4b"
    text = re.sub(r"\b\d{4}s\s+", "", _WHEN.sub("", text))
    text = re.sub(
        r"\blives (?=(?:in|on|at|with|under|inside|alone|near|behind|above|over|below|beneath|beside|between|among|by|next|off|outside|opposite|beyond|here|there)\b)",
        "dwells ",
        text,
    )  # several lives are rarer
    return re.sub(r"\b(?:tomorrow|today|tonight|yesterday|next week|next year|this year|last year)['’]s (?=[a-z])", "the ", text)
