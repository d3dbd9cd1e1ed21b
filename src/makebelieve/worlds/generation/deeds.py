"""The goal of a world in words: as it is said of the player, and to the player."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma, tag, tokenise
from makebelieve.worlds.generation import tables
from makebelieve.worlds.generation.cues import HE, SHE
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.english import capital
from makebelieve.worlds.generation.morphology import PRONOUNS, REFLEXIVES, is_plural, plural_verb, unranked
from makebelieve.worlds.generation.places import bare
from makebelieve.worlds.generation.verbs import gerund, third

# What may stand behind "her" that is no possession of hers: "invite her to dance".
_NO_NOUN: Final = r"(?!\s+(?:to|and|or|in|on|at|from|for|with|before|back|home|out|up|down|off|into|away|that|who|the|a|an|is|was)\b)"
_FURTHER: Final = re.compile(r",? (?:where|who|whom|whose|that|which|because|so that|when|while|as if|although|even though)\b")
_SHOWN: Final = re.compile(
    r"^(prove|show|demonstrate|admit|report|announce) (?:to )?((?:the|her|his|their|its|my|your|an?|every|all) .+|[A-Z].*)$"
)
"""To whom something is shown that a clause tells: "prove to the king that she can spin" is to prove it to the king."""
_MANY_ASKED: Final = re.compile(
    r"[a-z]+(?: out| into)? (?:why|how|where|whether|what) (?:the|all|some|those|these|so many)\b [a-z -]*(?:[a-z]s|people|men|women|children) "
)
"""What is asked of several, whose things are their own: "find out why the other robots are forgetting their names"."""
_LONG: Final = 7
"""Words; a deed that has more is said in short after the first time."""
_MARKS: Final = re.compile(r"[{}<>|\[\]]")

_MOST_SAID: Final = 6
_UNSAID: Final = {
    "survive": "hold out until help comes", "escape": "get out of here", "solve": "find out who did it", "find": "find {it}", "steal": "take {it}",
    "explore": "explore {it}", "reach": "get to {it}", "rescue": "rescue {it}", "protect": "keep {it} safe", "deliver": "deliver {it}",
    "restore": "put {it} right", "defeat": "defeat {it}", "win": "win {it}",
}  # fmt: skip
"""What is to be done where a premise does not say so."""


def words_of(goal: Goal, pronoun: str, object_: str) -> tuple[dict[str, str], dict[str, str]]:
    """The slots {deed}, {Deed} and {deeding}, and {whole_deed} for the first time it is said, {all_deeds} with the steps before it: of the player ("find her lost brother") and for the player ("find your lost brother")."""
    deed = _MARKS.sub("", goal.deed or "").rstrip(" .,;")
    deed = deed or _UNSAID.get(goal.purpose, "see to {it}").format(it=object_)
    seen, told = slots_of(deed, pronoun)
    whole = _MARKS.sub("", goal.whole or "").rstrip(" .,;") or deed
    for slots, said in ((seen, named_once(theirs(whole, pronoun))), (told, named_once(yours(whole, pronoun)))):
        slots |= {"all_deeds": said, "All_deeds": capital(said)}
    return seen, told


def slots_of(deed: str, pronoun: str) -> tuple[dict[str, str], dict[str, str]]:
    """The slots of any deed, said of the player and to the player."""
    return _slots(theirs(deed, pronoun)), _slots(yours(deed, pronoun))


def pronouns_of(goal: Goal, object_: str) -> dict[str, str]:
    """The slots {it}, {its} and {goal_bare} of what the deed is done to: how it is called a second time, what is its own, and its bare noun phrase."""
    if goal.person and not goal.plural and goal.pronoun is not None:
        _, them, their = PRONOUNS[goal.pronoun]
        return {"it": them, "its": their, "goal_bare": unranked(bare(object_))}
    many = goal.plural or is_plural(object_) or goal.person
    return {"it": "them" if many else "it", "its": "their" if many else "its", "goal_bare": unranked(bare(object_))}


_AGAIN: Final = re.compile(
    r"\b(?P<who>(?:the|your|my|our|his|her|their) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+))\b(?P<between>(?: [a-z-]+)+ )(?P=who)['’]s (?=[a-z])"
)
_ANY_MORE: Final = re.compile(r"^((?:persuade|convince|get|ask) .+) (?:any more|anymore|any longer)$")
"""What is asked of who "will not talk to her any more"."""

_DOUBTED: Final = re.compile(r"^(find out whether .+? (?:is|are|was|were)) not really ")
"""What is asked is whether it is so: "whether he is not really her cousin"."""


def named_once(deed: str) -> str:
    """Somebody once by their name: "persuade your grandson to speak to your grandson's father" is to "his father"."""

    def own(match: re.Match[str]) -> str:
        beast = classify(match["noun"])[0] == "creature"
        whose = "his" if match["noun"] in HE else "her" if match["noun"] in SHE else "its" if beast else ""
        return f"{match['who']}{match['between']}{whose} " if whose else match[0]

    deed = _DOUBTED.sub(r"\1 really ", deed)
    return _ANY_MORE.sub(r"\1 again", _AGAIN.sub(own, deed))


def _slots(deed: str) -> dict[str, str]:
    deed = named_once(deed)
    short = _short(deed)
    verb, space, rest = short.partition(" ")
    return {
        "deed": short, "Deed": capital(short), "deeding": f"{gerund(verb)}{space}{rest}", "whole_deed": deed, "Whole_deed": capital(deed),
    }  # fmt: skip


def _short(deed: str) -> str:
    """A long deed without what is said further of its object: "find the vote that will stop the war" is "find the vote"."""
    cut = _FURTHER.split(deed)[0]
    if len(deed.split()) <= _LONG or len(cut.split()) < 3:
        return deed
    return _SHOWN.sub(r"\1 it to \2", cut) if cut != deed else deed


def theirs(deed: str, pronoun: str) -> str:
    """What a premise says of "my" and "your" things, said of the player."""
    _, them, their = PRONOUNS[pronoun]
    deed = re.sub(r"\b(?:my|our|your)\b", their, deed)
    deed = re.sub(r"\b(?:myself|ourselves|yourself)\b", REFLEXIVES[pronoun], deed)
    deed = re.sub(r"\b(than|like|as) (?:mine|ours)\b", rf"\1 {_OWN[pronoun]}", deed)
    deed = re.sub(r"\bwe\b", "the two of them", deed)
    they = PRONOUNS[pronoun][0]
    deed = re.sub(r"\b[Ii] ([a-z]+)", lambda match: f"{they} {_said_of(they, match[1])}", deed)  # "tell her boss that she quits"
    return re.sub(r"\b(?:me|us)\b", them, deed)


_OWN: Final = {"she": "hers", "he": "his", "they": "theirs", "it": "its own"}


def of_their_own(goal: Goal, owner: str, pronoun: str) -> Goal:
    """The goal of a player whom its words name as the owner: "bring the farmer's cow back" is to bring their cow back."""
    owning = re.compile(rf"\b{re.escape(owner)}(?:'s|’s|(?<=s)') ")
    their = f"{PRONOUNS[pronoun][2]} "
    words = {name: owning.sub(their, text) for name in ("deed", "object", "whole") if (text := getattr(goal, name))}
    return goal.model_copy(update=words)


_TOLD_OF_THEIRS: Final = re.compile(
    r"(?P<told>(?:warn|tell|convince|persuade|inform|show|remind|assure|explain to|prove to) (?:the|an?|my|our) (?:[a-z-]+ )*?(?P<who>[a-z-]+)) that (?P<whose>his|her|their)\b"
)
"""Somebody is told of what is theirs."""


_LEARNER: Final = re.compile(
    r"(?:(?:teach|help|train|encourage) (?:the|an?|my|our|your|her|his|their) (?:[a-z-]+ )*?(?P<who>[a-z-]+) to(?= [a-z])"
    r"|(?:train|prepare|coach|get|ready) (?:the|an?|my|our|your|her|his|their) (?:[a-z-]+ )*?(?P<other>[a-z-]+) (?:ready )?for(?= (?:her|his|their|its) ))"
)
"""Somebody is got to do what is theirs to do, or made ready for what is theirs."""


def yours(deed: str, pronoun: str) -> str:
    """What is the player's, said to the player: "her lost brother" is "your lost brother" where the player is a she."""
    _, _, their = PRONOUNS[pronoun]
    if (
        (theirs_ := _TOLD_OF_THEIRS.match(deed))
        and theirs_["whose"] == their
        and theirs_["who"] not in ({"his": SHE, "her": HE}.get(their, ()))
    ):
        rest = deed[theirs_.end() :]  # "warn the senator that his wife wants to poison him": it is the senator's
        return f"{yours(theirs_['told'], pronoun)} that {their}{rest}"
    learner = _LEARNER.match(deed)
    if (
        learner
        and (learner["who"] or learner["other"]) not in ({"his": SHE, "her": HE}.get(their, ()))
        and re.search(rf"\b{their} ", deed[learner.end() :])
    ):
        return yours(learner[0], pronoun) + deed[learner.end() :]  # "teach a boy to ride his bike": it is the boy's
    if their == "her":  # "who is sending her flowers"
        deed = re.sub(r"\b(sends|sending|sent|writes|writing|wrote|leaves|leaving|brings|bringing) her (?=[a-z]+s\b)", r"\1 you ", deed)
    of_mine = re.search(r"\b(?:my|our)\b", deed) is not None  # "why my teacher never takes off her gloves": they are hers
    own = r"\b(?:my|our)\b" if of_mine else rf"\b(?:my|our|{their})\b" + (_NO_NOUN if their == "her" else "")
    if not (their == "their" and (_MANY_ASKED.match(deed) and not re.search(r"\b(?:my|our)\b", deed))):
        deed = re.sub(own + r"(?=\s+\w)", "your", deed)
    they = PRONOUNS[pronoun][0]
    if they == "they":
        deed = re.sub(r"\b(left|gave|promised|owes?|taught|told|sent|lent) them\b", r"\1 you", deed)
    other = re.search(rf"\b(?:your|{their}) (?:[a-z-]+ )*[a-z-]+['’]s\b", deed)  # "your grandmother's ashes to the lighthouse she loved"
    if they in ("he", "she") and not other:  # "the race he died in" is "the race you died in"
        deed = re.sub(
            rf"(?<=[a-z] )(?<!\bif )(?<!\band ){they} ([a-z]+)",
            lambda match: f"you {plural_verb(match[1]) if _present(match[1]) else match[1]}",
            deed,
        )
    if they in ("he", "she"):  # "find out who is calling him", "make everybody believe him", "flee from the duke who accuses her"
        deed = re.sub(rf"{_BY_OTHERS} {PRONOUNS[pronoun][1]}(?=$| (?:and|in|on|at|to|for|with|before|again|back|so)\b)", r"\1 you", deed)
    if they == "it":  # anywhere else it may be another thing
        deed = re.sub(r"\b(where|what|why|how) it (?=[a-z])", r"\1 you ", deed)
    deed = re.sub(rf"\b(?:myself|ourselves|{REFLEXIVES[pronoun]})\b", "yourself", deed)
    deed = re.sub(r"\b(than|like|as) (?:mine|ours)\b", r"\1 yours", deed)
    deed = re.sub(r"\bwe\b", "the two of you", deed)
    deed = re.sub(r"\b[Ii] (am|was)\b", lambda match: f"you {_SECOND[match[1]]}", deed)
    deed = re.sub(r"\b[Ii]\b", "you", deed)
    return re.sub(r"\b(?:me|us)\b", "you", deed)


_BY_OTHERS: Final = (
    r"(^find out (?:why|how|what|who) (?:(?!that|who|and)[\w'’-]+ )+?(?!to\b|of\b|with\b|for\b|from\b|about\b|in\b|on\b|by\b)[\w-]+"
    r"|^(?:make|let|have|help|persuade|convince|get|teach|force|ask) (?:(?:everybody|everyone|nobody|somebody|people) |(?:the|your|an?) (?:[\w'’-]+ ){1,3}?)"
    r"(?:to )?(?!to\b|of\b|with\b|for\b|from\b|about\b|in\b|on\b|by\b)[a-z]+"
    r"|\b(?:who|that|which) (?:has |have |once |had |wants to |wanted to )?[a-z]+)"
)
"""What others do, and so do not do to themselves."""
_SECOND: Final = {"am": "are", "was": "were"}
_THIRD: Final = {"am": "is", "have": "has", "do": "does"}


def _said_of(they: str, verb: str) -> str:
    """The verb behind "I" said of somebody else: "am" is "is", "quit" is "quits", "lost" stays."""
    if they == "they":
        return _SECOND.get(verb, verb)
    if verb in _THIRD or lemma(verb, "verb") != verb or verb in ("can", "will", "may", "must", "might"):
        return _THIRD.get(verb, verb)
    return third(verb)


def _present(verb: str) -> bool:
    return verb in ("is", "was", "has", "does") or (verb.endswith("s") and not verb.endswith("ss"))


def worded(row: tables.Entry, goal: Goal) -> tables.Entry:
    """The goal's frames, its title, logline and last step by the premise's own verb; the last choice too, all of it where a clause says more."""
    if goal.deed is None:
        return row
    finished = goal.made and classify((goal.object or "").split()[-1])[0] in _FINISHED  # all the work at it lies behind
    acts = ("Finish {goal}",) if finished else ("{Last_deed}",)
    own = {"quest": ("{All_deeds}",), "last": ("{Whole_deed}",), "line": ("{P} <P:wants> to {all_deeds}",), "act": acts}
    return tables.Entry(row.title, row.rows | own)


_FINISHED: Final = frozenset(
    (
        "food",
        "object",
        "device",
        "clothing",
        "instrument",
        "weapon",
        "container",
        "vehicle",
        "building",
        "structure",
        "furniture",
        "communication",
    )
)
"""Kinds of what is made step by step, the last of which is left for the last choice."""
_DONE_TO: Final = re.compile(
    r"^[a-z]+(?: (?:out|up|down|off|back|away|over|for))? ((?:an?|the|another|some|more|her|his|their|your|its|something|somebody|someone)\b.+)$"
)
_BEHIND: Final = re.compile(
    r" (?:who|that|which|before|from|for|in|at|to|with|without|by|on|until|into|over|back|right|so|again|going|alone)\b.*$"
)


def object_said(goal: Goal) -> str:
    """What a deed is done to by its own words, where the goal has no object: "a good home" of "find a good home"; "" where they say nothing of it."""
    match = _DONE_TO.match(goal.deed or "")
    said = _BEHIND.sub("", match[1]) if match else ""
    return said if 0 < len(said.split()) <= _MOST_SAID else ""


def bare_object(goal: Goal) -> str:
    """What a deed is done to where that has no article: "time" of "stop time for ten seconds", "nuts"; "" for any other deed."""
    words = tag(tokenise(goal.deed or ""))
    if len(words) < 2 or words[1].tag not in ("N", "NS"):
        return ""
    said = _BEHIND.sub("", (goal.deed or "").partition(" ")[2])
    return said if 0 < len(said.split()) <= _MOST_SAID else ""
