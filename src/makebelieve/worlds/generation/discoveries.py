"""Goals of what somebody finds out or is troubled by: "returns to find that …", "he keeps ringing his bell", "one of them is selling the animals"."""

from __future__ import annotations

from typing import Final

from makebelieve.language import Phrase, Token, lemma
from makebelieve.worlds.generation.bystanders import wanted_by
from makebelieve.worlds.generation.clauses import UNDER, infinitive, same_as, subject_of, under, word_set
from makebelieve.worlds.generation.clausewords import the
from makebelieve.worlds.generation.draft import Purpose
from makebelieve.worlds.generation.misdeeds import is_secret
from makebelieve.worlds.generation.plans import plan_of, raid_of
from makebelieve.worlds.generation.reading import GROUPS, Reading, cased, somebody
from makebelieve.worlds.generation.verbs import gerund

_FINDING: Final = word_set("find discover learn realise realize see hear notice")
_COMING: Final = word_set("return come wake wake_up arrive awake awaken go get open step walk sail ride fly drive land")
_TAKEN: Final = word_set("steal take vanish disappear kidnap abduct rob carry")
_WRONG: Final = word_set(
    "betray sell marry burn steal take replace cheat rob lie ruin destroy seize claim poison murder kill forge gamble usurp eat spend plot conspire scheme"
)
_SPOILED: Final = word_set("empty deserted abandoned destroyed ruined burned burnt wrecked ransacked frozen flooded")
_LEADS: Final = word_set("the his her their its my our everything")
_SOMEBODY: Final = frozenset(("somebody", "someone"))
_MET: Final = word_set("find discover inherit receive meet hear notice spot")
_PERCEIVES: Final = word_set("see hear feel watch notice spot")
_BEING: Final = frozenset(("is", "are", "be", "been", "was", "were"))
BREAKS: Final = word_set(
    "break burst collapse sink dive tip explode erupt fall crash close burn flood melt freeze die vanish disappear crumble overflow fail"
)
_VISITS: Final = word_set("come visit arrive stay return")
_ADVERBS: Final = word_set("all really still secretly actually already also both not just only")
_LONGEST: Final = 16
Discovery = tuple[Purpose, str, str, Phrase | None]
"""Purpose, verb, deed, and who or what it is done to."""


def is_discovery(tokens: list[Token], i: int) -> bool:
    """Whether a verb of finding at `i` only tells what somebody comes upon: "returns to find that the man has married"."""
    if tokens[i].lemma not in _FINDING and tokens[i].word not in _FINDING:
        return False
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    if following == "out" and i + 2 < len(tokens) and tokens[i + 2].word == "that":
        following = "that"
    if infinitive(tokens, i) or (i and tokens[i - 1].word == "to"):
        if i > 1 and tokens[i - 2].word == "only" and following == "that":
            return True  # "steals the book only to find that the last page is missing"
        come = any(token.lemma in _COMING for token in tokens[max(0, i - 8) : i - 1])
        return come and (following == "that" or bool(_SPOILED & {token.word for token in tokens[i + 2 : i + 6]} and following in _LEADS))
    return following == "that" and tokens[i].tag in ("VS", "VD", "V") and not under(tokens, i)


def only_told(reading: Reading, i: int, mine: set[int]) -> bool:
    """Whether a verb says what is come upon, what somebody else keeps doing or what befalls ("gets hired"), and never what is wanted."""
    tokens = reading.tokens
    bare = tokens[i].tag in ("VS", "VD") or (tokens[i].tag == "V" and i > 0 and tokens[i - 1].tag == "NS")
    befalls = tokens[i].lemma == "get" and bare and i + 1 < len(tokens) and tokens[i + 1].tag == "VD"
    plan = plan_of(reading)
    return (
        befalls
        or (plan is not None and i in range(plan.planner.end, plan.at + 1))
        or _in_passing(tokens, i)
        or is_discovery(tokens, i)
        or _is_nuisance(reading, i, mine)
        or _is_due(reading, i, mine)
    )


def _is_due(reading: Reading, i: int, mine: set[int]) -> bool:
    """Whether a verb says what something else is about to do or did once: "the dam is going to break", "she used to be a pirate", or wants done to it."""
    tokens = reading.tokens
    if (
        i > 2
        and [token.word for token in tokens[i - 2 : i + 1]] == ["wants", "to", "be"]
        and i + 1 < len(tokens)
        and tokens[i + 1].tag == "VD"
    ):
        phrase, word, _ = subject_of(reading, i - 2)
        return word == "it" or (phrase is not None and id(phrase) not in mine)
    if raid_of(reading, i, mine) is not None:
        return True
    if any(one.end == i - 1 and wanted_by(reading, one) is not None for one in reading.found):
        return True  # "wants a family to move in"
    if i > 3 and infinitive(tokens, i) and tokens[i - 2].word in ("begun", "started") and tokens[i - 3].word in ("has", "have"):
        phrase, _, _ = subject_of(reading, i - 3)
        return phrase is not None and id(phrase) not in mine and tokens[i].lemma in BREAKS
    if i > 3 and infinitive(tokens, i) and tokens[i - 2].lemma in ("start", "begin") and tokens[i - 2].tag in ("VS", "VD"):
        nearest = next((one for one in reading.found if one.end == i - 2), None)
        if nearest is not None and id(nearest) not in mine:
            return True  # "one of your parcels starts to cry"
    if i < 3 or not infinitive(tokens, i) or tokens[i - 2].word not in ("going", "about", "used"):
        return False
    if tokens[i - 2].word == "used":
        return True
    phrase, _, _ = subject_of(reading, i - 2)
    return phrase is not None and id(phrase) not in mine


def _in_passing(tokens: list[Token], i: int) -> bool:
    """Whether a verb is said of what is heard, has been met with, turned out, or of what somebody else or nobody is to do."""
    behind = tokens[i + 1 : i + 3]
    if infinitive(tokens, i) and [one.word for one in behind[:1]] in (["me"], ["us"]) and tokens[i - 2].word in ("wants", "plans"):
        return True  # "the big one across the street wants to buy us out"
    if tokens[i].lemma in ("hear", "notice", "smell") and [token.tag for token in behind] == ["VG", "I"]:
        return True  # "hears knocking from a grave"
    if tokens[i].lemma == "grow" and tokens[i].tag == "VD" and [token.word for token in behind[:1]] == ["up"]:
        return True  # "I grew up on a farm"
    if tokens[i].lemma == "crash" and tokens[i].tag in ("VS", "VD"):
        return True  # "crashes in a cornfield and needs parts"
    if tokens[i].lemma == "turn" and [token.word for token in behind] == ["out", "to"]:
        return True
    if tokens[i].tag == "V" and i > 1 and tokens[i - 1].word in ("something", *_SOMEBODY) and tokens[i - 2].lemma in _PERCEIVES:
        return True  # "sees something move"
    if tokens[i].tag == "VD" and tokens[i].lemma in _MET and (i == 0 or tokens[i - 1].word not in _BEING):
        return True  # "I just found her passports": that is past
    if i < 2 or not infinitive(tokens, i):
        return False
    end = next((n for n in range(i + 1, len(tokens)) if tokens[n].tag == "." or tokens[n].word in (",", ";")), len(tokens))
    if (
        tokens[i].lemma in ("find", "discover", "see")
        and end - i < 6
        and tokens[end - 1].tag == "VD"
        and tokens[end - 1].word not in ("gone", "vanished")
        and tokens[end - 2].tag in ("N", "NS")
    ):
        return any(token.lemma in _COMING for token in tokens[max(0, i - 8) : i - 1])  # "comes home to find her orchard mined"
    led = [token.word for token in tokens[max(0, i - 3) : i - 1]]
    turned = led[-1:] == ["out"] and i > 2 and tokens[i - 3].lemma == "turn"  # "a cat that turns out to be a duke"
    # "looks for someone to kiss", "is too embarrassed to tell anyone"; who wants somebody to finish the soup wants it finished
    sought = (
        led[-1] in ("someone", "somebody", "anyone", "anybody")
        and i > 2
        and (
            led[0] == "for"
            or tokens[i - 3].lemma in ("find", "seek")
            or (tokens[i - 3].lemma in ("want", "need") and _open_ended(tokens, i))
        )
    )
    return turned or sought or (i > 2 and led[0] == "too")


def _open_ended(tokens: list[Token], i: int) -> bool:
    """Whether a verb ends in its preposition or what it is done with: "someone to play with", "somebody to dance in it"."""
    behind = [token.tag for token in tokens[i + 1 : i + 4] if token.tag != "."]
    return behind in (["I"], ["R"], ["I", "P"])


def troubled(reading: Reading, player: Phrase | None) -> Discovery | None:
    """The goal that a discovery or a nuisance gives; None where a premise tells of none."""
    return (
        _discovered(reading)
        or _noticed(reading, player)
        or _kept_up(reading, player)
        or _one_of_them(reading)
        or _in_secret(reading, player)
    )


def _is_nuisance(reading: Reading, i: int, mine: set[int]) -> bool:
    """Whether a verb only tells what somebody else keeps doing: "he keeps ringing his bell", "someone keeps moving the graves"."""
    tokens = reading.tokens
    at = i if tokens[i].lemma == "keep" else i - 1
    if at < 1 or tokens[at].word not in ("keeps", "keep") or infinitive(tokens, at):
        return False
    if at + 1 >= len(tokens) or tokens[at + 1].tag != "VG" or tokens[at - 1].tag == "M":
        return False
    phrase, word, _ = subject_of(reading, at)
    if word in ("he", "she", "they"):
        return any(one.end <= at and id(one) not in mine and somebody(reading, one) for one in reading.found)
    return word not in ("i", "we", "you") and (phrase is None or id(phrase) not in mine)


def claim_of(reading: Reading) -> str | None:
    """What "prove it" speaks of: "her maths teacher is a vampire"; None where nothing was said before."""
    tokens = reading.tokens
    stop = next((n for n, token in enumerate(tokens) if token.word in (".", "!", ";")), 0)
    told = next((n + 1 for n in range(1, len(tokens)) if tokens[n].word == "that" and tokens[n - 1].tag in ("VS", "VD", "V")), 0)
    begin, end = (told, clause_end(tokens, told)) if told else (0, stop)
    said = tokens[begin:end]
    if not any(token.tag in ("X", "VS", "VD") for token in said) or not 2 < len(said) <= _LONGEST:
        return None
    return words_between(reading, begin, end)


def clause_end(tokens: list[Token], at: int) -> int:
    end = next((n for n in range(at, len(tokens)) if tokens[n].tag == "." or tokens[n].word in (*UNDER, "but", "and", ";")), len(tokens))
    return min(end, at + _LONGEST)


def words_between(reading: Reading, start: int, end: int) -> str:
    return " ".join(token.word for token in reading.tokens[start:end]).replace(" 's", "'s")


def _discovered(reading: Reading) -> Discovery | None:
    tokens = reading.tokens
    at = next((i for i in range(1, len(tokens) - 2) if is_discovery(tokens, i)), None)
    if at is None:
        return None
    at += tokens[at + 1].word == "out"
    if tokens[at + 1].word == "that" and tokens[at + 2].word == "it":
        return None  # "realises that it is leading him somewhere"
    own = tokens[at + 1].word == "that" and tokens[at + 2].word in ("he", "she", "they", "i", "you", "we")
    became = [token.lemma for token in tokens[at + 4 : at + 6]]
    if own and tokens[at + 3].word in ("has", "have") and (became[:1] == ["become"] or became == ["turn", "into"]):
        return "do", "turn_back", "turn back into myself", None  # "wakes up to find that he has become the king's portrait"
    if own and tokens[at + 2].word in ("he", "she", "they") and tokens[at + 3].word in ("is", "are"):
        return _found_of_self(reading, at + 2, clause_end(tokens, at + 2))
    if tokens[at + 1].word != "that":
        spoiled = next(phrase for phrase in reading.found if at < phrase.start <= at + 2)
        return "solve", "find_out", f"find out what happened to {the(reading, spoiled, plain=True)}", spoiled
    begin = at + 2
    end = clause_end(tokens, begin)
    if tokens[begin].word in ("everyone", "everybody"):
        return "solve", "find_out", f"find out why {words_between(reading, begin, end)}", None
    subject = next((phrase for phrase in reading.found if begin <= phrase.start <= begin + 3), None)
    if subject is None:
        return None
    if (
        (subject.plural or subject.noun in GROUPS)
        and [token.word for token in tokens[begin : begin + 2]] == ["one", "of"]
        and tokens[subject.end].tag in ("X", "VS", "VD", "N")
        and is_secret(reading, subject.end, end)
    ):
        told = f"which of {the(reading, subject, plain=True)} {words_between(reading, subject.end, end)}"
        return "solve", "find_out", f"find out {told}", None  # "notices that one of the delegates is lying"
    verbs = [token for token in tokens[subject.end : end] if token.tag in ("VS", "VD", "V", "VG")]
    main = verbs[-1] if len(verbs) > 1 and tokens[subject.end].word in ("who", "that", "which") else verbs[0] if verbs else None
    if main is None:
        if "innocent" in {token.word for token in tokens[subject.end : end]}:
            return "do", "prove", f"prove that {the(reading, subject, plain=True)} is innocent", None
        if not infinitive(tokens, at):
            return None
        if {"missing", "gone"} & {token.word for token in tokens[subject.end : end]}:
            return "find", "find", f"find {the(reading, subject, plain=True)}", subject
        if _SPOILED & {token.word for token in tokens[subject.end : end]}:
            return "solve", "find_out", f"find out what happened to {the(reading, subject, plain=True)}", subject
        return "solve", "find_out", f"find out why {the(reading, subject, plain=True)} {words_between(reading, subject.end, end)}", None
    passive = main.tag == "VD" and any(token.word in ("been", "is", "was", "are", "were") for token in tokens[subject.end : main.index])
    if (passive and main.lemma in _TAKEN) or main.lemma in ("vanish", "disappear"):
        return "find", "get_back", f"get {the(reading, subject, plain=True)} back", subject
    if somebody(reading, subject) and main.lemma == "turn" and main.index + 1 < len(tokens) and tokens[main.index + 1].word == "into":
        return "do", "turn_back", f"turn {the(reading, subject, plain=True)} back", subject
    over = main.lemma == "take" and main.index + 1 < len(tokens) and tokens[main.index + 1].word == "over"
    if somebody(reading, subject) and not passive and not over and ({verb.lemma for verb in verbs} & _WRONG):
        if main.tag == "VG" or main.lemma in ("plan", "plot", "intend", "mean", "want"):
            return "defeat", "stop", f"stop {the(reading, subject, plain=True)}", subject
        return "do", "settle_accounts", f"settle accounts with {the(reading, subject, plain=True)}{_which(reading, subject, main)}", subject
    if not infinitive(tokens, at):
        return None
    return "solve", "find_out", f"find out why {the(reading, subject, plain=True)} {words_between(reading, subject.end, end)}", None


def _found_of_self(reading: Reading, begin: int, end: int) -> Discovery:
    """What comes of what somebody finds out about themselves: "that he is the heir", "that she is a witch", "that she is not alone"."""
    said = [token.word for token in reading.tokens[begin + 2 : end]]
    if said[:2] == ["not", "alone"]:
        return "solve", "find_out", " ".join(("find out who else is", *(said[2:] or ["there"]))), None
    if said[:1] in (["the"], ["innocent"], ["right"], ["related"]):
        return "do", "prove", f"prove that {words_between(reading, begin, end)}", None
    if said[:1] in (["a"], ["an"]):
        return "solve", "find_out", f"find out what it means to be {words_between(reading, begin + 2, end)}", None
    return "solve", "find_out", f"find out why {words_between(reading, begin, end)}", None


def _noticed(reading: Reading, player: Phrase | None) -> Discovery | None:
    """What comes of what somebody finds out about others: who is not what they seem, who lives, who is coming, what is about to break."""
    tokens, mine = reading.tokens, same_as(reading, player)
    at = next((i for i in range(1, len(tokens) - 2) if is_discovery(tokens, i)), None)
    begin = next((n for n in range(at + 1, min(at + 3, len(tokens))) if tokens[n].word == "that"), None) if at is not None else None
    if begin is None:
        return None
    subject = next((phrase for phrase in reading.found if begin < phrase.start <= begin + 2), None)
    if subject is None or id(subject) in mine:
        return None
    end = clause_end(tokens, begin + 1)
    be = next((n for n in range(subject.end, end) if tokens[n].tag in ("X", "V", "VS", "VD")), subject.end)
    said = [token for token in tokens[be if tokens[subject.end].tag == "I" else subject.end : end] if token.word not in _ADVERBS]
    words, who = [token.word for token in said], the(reading, subject, plain=True)
    if len(said) < 2:
        return None
    if words[:2] in (["is", "going"], ["are", "going"], ["is", "about"], ["are", "about"]) and len(said) > 3 and said[3].lemma in BREAKS:
        return "protect", "stop", f"stop {who} from {gerund(said[3].lemma)}", subject
    if not somebody(reading, subject):
        return None
    if words[0] in ("is", "are") and words[1] == "alive":
        return "find", "find", f"find {who}", subject
    if words[0] in ("is", "are") and said[1].lemma in _VISITS and said[1].tag == "VG":
        return "do", "get_ready", f"get ready for {who}", subject
    if words[0] == "used" or (words[0] in _BEING and said[1].tag in ("D", "N", "NS", "A")):
        return "solve", "find_out", f"find out the truth about {who}", subject
    return None


def _which(reading: Reading, subject: Phrase, main: Token) -> str:
    """The relative clause that says which one is meant, up to the main verb: " who betrayed him"."""
    tokens, end = reading.tokens, main.index
    if tokens[subject.end].word not in ("who", "that"):
        return ""
    while end > subject.end and tokens[end - 1].tag in ("X", "R"):
        end -= 1
    return f" {words_between(reading, subject.end, end)}" if end > subject.end + 1 else ""


def _kept_up(reading: Reading, player: Phrase | None) -> Discovery | None:
    """ "He keeps ringing his bell", "someone keeps moving the graves": find out why, or who."""
    tokens, mine = reading.tokens, same_as(reading, player)
    for at in range(1, len(tokens) - 1):
        if tokens[at].word not in ("keeps", "keep") or tokens[at + 1].tag != "VG" or under(tokens, at) or infinitive(tokens, at):
            continue
        end = clause_end(tokens, at + 1)
        rest = words_between(reading, at, end)
        subject, pronoun, relative = subject_of(reading, at)
        if tokens[at - 1].word in _SOMEBODY:
            done_to = next((one for one in reading.found if one.end == at - 2 and tokens[at - 2].word in ("that", "which")), None)
            rest += f" {the(reading, done_to, plain=True)}" if done_to is not None else ""  # "a coffin that someone keeps stealing"
            return "solve", "find_out", f"find out who {rest}", done_to
        if pronoun in ("he", "she", "they"):
            past = [one for one in reading.found if one.end <= at and id(one) not in mine and somebody(reading, one)]
            if not past or player is None or not any(id(one) in mine for one in reading.found):
                continue
            subject = past[-1]
        if subject is None or pronoun in ("i", "we", "you", "it") or relative or id(subject) in mine:
            continue
        one = "one of " if subject.plural and tokens[max(0, subject.start - 2)].word == "one" else ""
        if one or (subject.start > 2 and tokens[subject.start - 2].word == "one"):
            one = "one of "
        return "solve", "find_out", f"find out why {one}{the(reading, subject, plain=True)} {rest}", None
    return None


def _in_secret(reading: Reading, player: Phrase | None) -> Discovery | None:
    """ "And the cook is secretly working for the pirates": to show it."""
    tokens, mine = reading.tokens, same_as(reading, player)
    for phrase in reading.found:
        following = [token.word for token in tokens[phrase.end : phrase.end + 2]]
        if (
            phrase.start > 3
            and following in (["is", "secretly"], ["are", "secretly"])
            and id(phrase) not in mine
            and somebody(reading, phrase)
        ):
            return "defeat", "expose", f"expose {the(reading, phrase, plain=True)}", phrase
    return None


def _one_of_them(reading: Reading) -> Discovery | None:
    """ "One of them is secretly selling the animals", "and somebody is stealing the bread"."""
    tokens, group = reading.tokens, None
    for at in (0, *range(2, len(tokens) - 2)) if len(tokens) > 3 else ():
        words = [token.word for token in tokens[at : at + 3]]
        if at and (under(tokens, at) or tokens[at - 1].word not in ("and", "but", ",", ".", ";")):
            continue
        if words[:2] == ["one", "of"] and words[2] in ("them", "us", "you"):
            things = [one for one in reading.found if one.end <= at and one.plural and not somebody(reading, one)]
            people = any(somebody(reading, one) for one in reading.found if one.end <= at and one.plural)
            them = the(reading, things[-1], plain=True) if words[2] == "them" and things and not people else words[2]
            verb, who = at + 3, f"which of {them}"  # "makes glass eyes, and one of them has winked"
        elif (
            words[:2] == ["one", "of"]
            and words[2] in ("the", "my", "our", "your", "his", "her", "their")
            and (not at or tokens[at - 1].word in (".", ";"))
        ):
            group = next((one for one in reading.found if one.start in (at + 2, at + 3) and one.plural), None)
            if group is None:
                continue
            verb = next(
                (n for n in range(group.end, min(group.end + 5, len(tokens))) if tokens[n].tag in ("X", "VS", "VD", ".")), group.end
            )
            who = f"which of {words_between(reading, at + 2, group.end)}"
        elif words[0] in _SOMEBODY and tokens[at + 1].tag in ("X", "VS", "VD"):
            verb, who = at + 1, "who"
        else:
            continue
        if verb >= len(tokens) or tokens[verb].tag not in ("X", "VS", "VD", "M"):
            continue
        said = [token.word for token in tokens[verb : clause_end(tokens, verb)] if token.word not in ("secretly", "really")]
        if (
            said[0] in ("must", "will", "can", "should", "may")
            or (said[:1] == ["has"] and said[1:2] == ["to"])
            or lemma(said[0], "verb") == "want"
        ):
            continue
        if {"missing", "vanishes", "vanished", "disappears", "disappeared"} & set(said[:3]):  # whoever is gone is looked for
            gone = [one for one in reading.found if one.end <= at and one.plural]
            if words[0] == "one" and words[2] == "them" and gone:
                return "find", "find", f"find the missing {gone[-1].noun}", gone[-1]
            return "do", "find", f"find the one of {words[2]} who is missing" if words[0] == "one" else "find whoever is missing", None
        thing = next((phrase for phrase in reading.found if verb < phrase.start <= verb + 5), None)
        stolen = thing is not None and any(tokens[n].tag in ("VG", "VD", "VS") for n in range(verb, thing.start))
        if who.startswith("which") and said[:2] == ["is", "the"] and len(said) > 2:  # "one of them is the kidnapper"
            return "solve", "find_out", f"find out who {' '.join(said[1:])} is".replace(" 's", "'s"), None
        if who.startswith("which of ") and words[2] not in ("them", "us", "you") and group is not None and not somebody(reading, group):
            who = f"why one of {the(reading, group, plain=True)}"  # "one of your parcels starts to cry"
        return "solve", "find_out", cased(reading, f"find out {who} {' '.join(said)}".replace(" 's", "'s")), thing if stolen else None
    return None
