"""The last trouble that a premise tells, and its plain remedy: who is gone is found, who is ill is cured, what somebody harms is saved from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from makebelieve.language import Phrase, Token, classify
from makebelieve.worlds.generation.clauses import UNDER, clause_start, same_as, subject_of, word_set
from makebelieve.worlds.generation.clausewords import clause_of, the
from makebelieve.worlds.generation.cues import ABOUT, HE, SHE
from makebelieve.worlds.generation.discoveries import Discovery, words_between
from makebelieve.worlds.generation.draft import Goal
from makebelieve.worlds.generation.happenings import Happening, happenings
from makebelieve.worlds.generation.hardships import hardship_of
from makebelieve.worlds.generation.reading import Reading, animate, cased, lead, somebody
from makebelieve.worlds.generation.roundabout import Aim
from makebelieve.worlds.generation.verbs import gerund

_VANISHES: Final = word_set("vanish disappear escape run_away run_off wander_off stray")
_RETURNS: Final = word_set("come_back come_home return")
_TAKES: Final = word_set("steal kidnap abduct snatch take swallow capture carry_off replace swap rob")
_FREED: Final = word_set("kidnap abduct capture")
_TEARS: Final = word_set("tear rip cut remove rub scratch")
_OUT: Final = word_set("faint collapse pass_out")
_REACHES: Final = word_set("reach get_to come_to cross")
_BREAKS: Final = word_set("break break_down crash fail malfunction")
_WENT: Final = word_set("go leave sail walk ride set fly drive row climb")
_MISSING: Final = word_set("missing gone lost nowhere")
_ILL: Final = word_set("ill sick unwell dying poisoned")
_TRAPS: Final = word_set("lock trap stick stuck shut jam strand")
_HARMS: Final = word_set(
    "eat steal poison destroy ruin burn attack kill cut bully rob break invade flood smash kidnap hunt melt drain devour nibble chew sabotage vandalise"
    " spoil take tear demolish knock pull bulldoze drown sell scrap close shut fell sink blow_up tear_down pull_down knock_down cut_down shut_down sell_off"
)
_MEANS: Final = word_set("plan plot want intend threaten scheme go decide")
_CURES: Final = word_set("cure heal save help wake")
_NOBODY: Final = frozenset(("someone", "somebody", "something"))
_OWN: Final = frozenset(("i", "we", "you", "me", "us"))
_MODAL: Final = frozenset(("must", "can", "could", "should", "would", "modal"))
_GROUND: Final = word_set(
    "bridge road path way street track tunnel stair door village town city island house school library hotel church castle forest river lake sea beach land"
)
_DAILY: Final = frozenset(("every", "each"))
_TITLE_DAY: Final = word_set("day night morning summer winter week year")

_PLAINLY: Final = frozenset(("gone", "harm", "broken", "held"))
"""Troubles of which it is better to find who is gone, or to stop who does it, than to ask why."""
_WEAK: Final = frozenset(("undone", "odd_behaviour", "everyday_wonder", "mishap", None))
"""Situations that only ask why."""
_ASKED: Final = frozenset(("undone", "odd_behaviour", "everyday_wonder", "somebody_is_there"))
_MERELY: Final = word_set("see hear feel smell notice")
"""What somebody can do by then, and nobody is after."""
_PRESSED: Final = 1.5
"""The licence from which something must be done, whatever befalls."""
_WANTED: Final = 0.95
"""The licence from which something is wanted and not only done."""


@dataclass(frozen=True, slots=True)
class Mishap:
    """A trouble told by the verb at token `at` in a clause that goes to `end`, what it befalls, and what is to be done about it."""

    at: int
    end: int
    kind: str
    whom: Phrase | None
    remedy: Discovery


def last_mishap(reading: Reading, player: Phrase | None) -> Mishap | None:
    """The last trouble that befalls others than whoever plays; None where a premise tells of none."""
    mine = _with(reading, player)
    told = [one for one in happenings(reading, frozenset()) if not one.relative and not _is_condition(reading.tokens, one)]
    some = [made for one in told if (made := _mishap(reading, one, mine)) is not None]
    some = [one for one in some if not (one.whom is not None and id(one.whom) in mine)]
    return _with_cure(reading, told, some[-1], mine) if some else _in_title(reading)


def _with(reading: Reading, player: Phrase | None) -> set[int]:
    """Ids of the phrases that are the player, or are named in one breath with it: "a toaster and a kettle run away"."""
    mine = same_as(reading, player)
    if player is None or (player.start and reading.tokens[lead(reading, player)[0] - 1].tag == "X"):
        return mine  # "we are three sisters and our mother went"
    others = [one for one in reading.found if player.end < one.start <= player.end + 4]
    joined = [one for one in others if [t.word for t in reading.tokens[player.end : one.start] if t.tag not in ("D", "A")] == ["and"]]
    return mine | {id(one) for one in joined}


def _is_condition(tokens: list[Token], one: Happening) -> bool:
    """Whether a clause only says when or under what condition; what happens "when" somebody was doing something is the event itself."""
    begun = clause_start(tokens, one.at)
    led = next((n for n in range(one.at - 1, begun - 1, -1) if tokens[n].word in UNDER), None)
    if led is None or any(token.tag in ("VS", "VD", "X") for token in tokens[led + 1 : one.start]):
        return False  # "when he wakes up, it has disappeared"
    doing = any(tokens[n].word in ("was", "were") and tokens[n + 1].word.endswith("ing") for n in range(begun, led))
    return not (tokens[led].word == "when" and (doing or tokens[led - 1].word == ","))


def _mishap(reading: Reading, one: Happening, mine: set[int]) -> Mishap | None:
    tokens, denied = reading.tokens, "not" in one.aspect
    one_of = _one_of(reading, one)
    whom = one_of or (one.subject if one.subject is not None else _stands_for(reading, one, mine))
    if (
        whom is None
        and one.pronoun == "them"
        and (several := _stands_for(reading, one, set())) is not None
        and _is_one(reading, one, several)
    ):
        whom, mine = several, set()  # "wake up to find that one of them has vanished"
    if whom is not None and not whom.plural and _is_one(reading, one, whom):
        some = [phrase for phrase in reading.found if phrase.end <= one.at and phrase.plural]
        whom = some[-1] if some else None  # "the hoard consists of spoons, and one of them is missing"
    behind = [token.word for token in tokens[one.after : one.after + 3]]
    state = {one.state, *behind[:1]} if one.verb in ("be", "go", "get", "become", "feel", "fall", "miss") else set()
    if whom is not None and (id(whom) not in mine or _is_one(reading, one, whom)):
        gone = (
            (one.verb in _VANISHES and not denied and not one.aspect & _MODAL and (whom.plural or tokens[one.at].tag != "V"))
            or (one.verb in _RETURNS and denied)
            or _is_missing(tokens, one, state)
        )
        taken = one.verb in _TAKES and "passive" in one.aspect
        torn = one.verb.partition("_")[0] in _TEARS and "passive" in one.aspect and {"out", "away"} & {*one.verb.split("_"), *behind[:1]}
        unseen = denied and one.verb in ("see", "hear") and "passive" in one.aspect and behind[:1] in (["since"], ["again"], ["from"])
        went = one.verb.partition("_")[0] in _WENT and "plain" in one.aspect and tokens[one.at].tag == "VD"
        went = went and whom.determiner in ("my", "our") and {"ago", "since"} & {*one.tail(reading)} != set()
        left = denied and one.verb == "be" and behind[:1] == ["with"] and behind[1:2] in (["me"], ["us"], ["them"])
        left = left or (denied and one.verb == "be" and one.state == "there" and tokens[0].word in _DAILY)
        if (gone and not _stays(whom)) or taken or left or torn or unseen or went:
            if _is_one(reading, one, whom):
                return Mishap(one.at, one.end, "gone", None, ("find", "find", f"find the missing {whom.noun}", one_of))
            return Mishap(one.at, one.end, "gone", whom, _found(reading, one, whom, taken=taken))
        if one.verb in _OUT and not denied and somebody(reading, whom):
            return Mishap(one.at, one.end, "ill", whom, ("rescue", "help", f"help {_who(reading, one, whom)}", whom))
        if one.verb in _REACHES and denied and one.object is not None and somebody(reading, whom):
            rest = the(reading, one.object, plain=True)
            return Mishap(one.at, one.end, "held", whom, ("do", "get", f"get {_who(reading, one, whom)} to {rest}", whom))
        if one.verb in _BREAKS and not denied and _breaks(reading, one, whom):
            return Mishap(one.at, one.end, "broken", whom, ("restore", "fix", f"fix {_who(reading, one, whom)}", whom))
        if one.verb in ("burn", "run") and behind[:1] == ["low"] and not denied:
            who = _who(reading, one, whom)
            if one.verb == "run":
                return Mishap(one.at, one.end, "low", whom, ("find", "find", f"find more {whom.noun}", whom))
            return Mishap(one.at, one.end, "low", whom, ("protect", "keep", f"keep {who} burning", whom))
        if not denied and somebody(reading, whom) and (state & _ILL or (one.verb == "poison" and "passive" in one.aspect)):
            return Mishap(one.at, one.end, "ill", whom, ("rescue", "cure", f"cure {_who(reading, one, whom)}", whom))
        befallen = "passive" in one.aspect or one.verb in ("stick", "strand") or (one.object is None and not _does_it_to(tokens, one))
        if one.verb in _TRAPS and not denied and befallen and (place := _where(reading, one)) is not None:
            who = _who(reading, one, whom)
            return Mishap(one.at, one.end, "held", whom, ("rescue", "rescue", f"rescue {who} from {the(reading, place, plain=True)}", whom))
    return None if denied else _harm(reading, one, mine)


def _does_it_to(tokens: list[Token], one: Happening) -> bool:
    """Whether a clause says whom somebody else does it to: "has locked them in", and not "locked herself in"."""
    after = tokens[one.after : one.after + 1]
    return [token.tag for token in after] == ["P"] and not after[0].word.endswith(("self", "selves"))


def _breaks(reading: Reading, one: Happening, whom: Phrase) -> bool:
    """Whether something that can be mended breaks by itself: "our build broke an hour before the deadline"."""
    done_to = one.object is not None and one.object.start >= one.after and classify(one.object.noun)[0] != "time"
    mended = classify(whom.noun)[0] not in ("place", "time", "body", "hazard", "celestial", "group") and whom.noun not in _GROUND
    return mended and not done_to and not somebody(reading, whom) and "passive" not in one.aspect and not one.aspect & _MODAL


def _stays(whom: Phrase) -> bool:
    """Whether something is never found elsewhere: a bridge that is gone."""
    return whom.noun in _GROUND


def _one_of(reading: Reading, one: Happening) -> Phrase | None:
    """Those of whom one is told of: "one of the skeletons is missing"."""
    tokens, at = reading.tokens, one.at
    while at > 0 and tokens[at - 1].tag in ("X", "R", "M"):
        at -= 1
    some = next((phrase for phrase in reading.found if phrase.end == at and phrase.plural), None)
    led = [token.word for token in tokens[max(0, some.start - 3) : some.start]] if some is not None else []
    return some if led[:2] == ["one", "of"] or led[1:] == ["one", "of"] else None


def _is_missing(tokens: list[Token], one: Happening, state: set[str]) -> bool:
    if one.verb == "go" and "passive" in one.aspect:
        return one.after >= len(tokens) or tokens[one.after].tag not in ("I", "VG")  # "is gone", and not "is gone with the wind"
    part = one.object is not None and one.verb == "miss" and one.object.start >= one.after and classify(one.object.noun)[0] != "time"
    return not part and (bool(state & _MISSING) or (one.verb == "miss" and "going" in one.aspect)) and "not" not in one.aspect


def _found(reading: Reading, one: Happening, whom: Phrase, *, taken: bool) -> Discovery:
    who = _who(reading, one, whom)
    each = _each(reading.tokens, one)
    if each or "keeps" in one.aspect:
        told = clause_of(reading, one)
        if whom.determiner in ("a", "an") and told.startswith("the "):
            told = f"{whom.determiner} {told[4:]}"
        return "solve", "find_out", f"find out why {told}{f' {each}' if each and each not in told else ''}", None
    if taken and one.verb in _FREED:
        return "rescue", "free", f"free {who}", whom
    if taken:
        return "find", "get_back", f"get {who} back", whom
    return "find", "find", f"find {who}", whom


def _each(tokens: list[Token], one: Happening) -> str:
    """ "Every night" before a clause, "" where it has no such words."""
    at = next((n for n in range(max(0, one.start - 4), one.start) if tokens[n].word in _DAILY), None)
    return f"{tokens[at].word} {tokens[at + 1].word}" if at is not None and classify(tokens[at + 1].word)[0] == "time" else ""


def _harm(reading: Reading, one: Happening, mine: set[int]) -> Mishap | None:
    """What others do or mean to do to something, or what is going to be done to it."""
    tokens = reading.tokens
    by_mine = (one.subject is not None and id(one.subject) in mine) or one.pronoun in _OWN
    if one.subject is not None and not by_mine and _is_doomed(tokens, one):
        return Mishap(
            one.at, one.end, "threat", one.subject, ("protect", "save", f"save {the(reading, one.subject, plain=True)}", one.subject)
        )
    if by_mine:
        return None
    if one.verb == "want" and one.subject is not None:  # "the aliens want to swap their spaceship for my bike"
        own = next(
            (n for n in reading.found if one.after < n.start < one.end and n.determiner in ("my", "our") and not somebody(reading, n)), None
        )
        if own is not None:
            return Mishap(one.at, one.end, "threat", own, ("protect", "keep", f"keep {the(reading, own, plain=True)}", own))
    stolen = one.object if one.verb in ("steal", "kidnap", "abduct", "snatch") and one.aspect & {"has"} else None
    if stolen is not None and one.subject is not None and stolen.start >= one.after and id(stolen) not in mine:
        back = f"get {the(reading, stolen, plain=True)} back"
        return Mishap(one.at, one.end, "gone", stolen, ("find", "get_back", back, stolen))
    meant = one.verb in _MEANS and [token.word for token in tokens[one.after : one.after + 1]] == ["to"] and one.after + 1 < len(tokens)
    doing = tokens[one.after + 1] if meant else tokens[one.at]
    thing = next((n for n in reading.found if doing.index < n.start <= doing.index + 4 and n.preposition is None), None)
    kept = meant or bool({"going", "keeps", "daily"} & one.aspect)
    verb = doing.lemma if meant else one.verb
    harms = verb.partition("_")[0] in _HARMS or (one.pronoun in _NOBODY and not meant)
    if thing is None or id(thing) in mine or thing.noun in ABOUT or not harms or not kept:
        return None
    if any(token.tag in ("V", "VS", "X", "M", ".") for token in tokens[doing.index + 1 : thing.start]):
        return None
    object_ = the(reading, thing) if not meant else the(reading, thing, plain=True)
    if one.pronoun in _NOBODY:
        begun = next(n for n in range(one.at - 1, -1, -1) if tokens[n].word == one.pronoun) + 1
        told = " ".join(f"{words_between(reading, begun, thing.start)} {object_} {_each(tokens, one)}".split())
        return Mishap(one.at, one.end, "harm", thing, ("solve", "find_out", cased(reading, f"find out who {told}"), thing))
    if one.subject is None or one.subject.noun in ABOUT:
        return None
    rest = words_between(reading, doing.index + 1, thing.end)
    who = the(reading, one.subject, plain=True)
    return Mishap(
        one.at,
        one.end,
        "harm",
        one.subject,
        ("defeat", "stop", cased(reading, f"stop {who} from {gerund(doing.lemma)} {rest}"), one.subject),
    )


def _is_doomed(tokens: list[Token], one: Happening) -> bool:
    """ "Is going to be pulled down", "is to be sold", "will be scrapped"."""
    said = tokens[one.at : one.after + 4]
    done = next((n for n in range(1, len(said)) if said[n].tag in ("V", "VD") and said[n].lemma in _HARMS), None)
    if done is None or not ({"fated"} & one.aspect or said[max(0, done - 1)].word == "be"):
        return False
    return "fated" in one.aspect or one.verb in ("go", "go_to") or one.state == "about" or "will" in one.aspect


def _who(reading: Reading, one: Happening, whom: Phrase) -> str:
    """Whom it befalls, as a deed says it: "one of the twins" where it is one of several."""
    return f"{'one of ' if _is_one(reading, one, whom) else ''}{the(reading, whom, plain=True)}"


def _is_one(reading: Reading, one: Happening, whom: Phrase) -> bool:
    """Whether a clause tells of one of several."""
    tokens, verb = reading.tokens, one.at
    while verb > 3 and tokens[verb - 1].tag in ("X", "R", "M"):
        verb -= 1
    if [token.word for token in tokens[max(0, verb - 3) : verb - 1]] == ["one", "of"] and tokens[verb - 1].tag == "P":
        return True
    at = whom.start if one.pronoun == "" else one.at - 1
    while at > 0 and reading.tokens[at - 1].tag == "D":
        at -= 1
    return whom.plural and any([token.word for token in reading.tokens[n : n + 2]] == ["one", "of"] for n in range(max(0, at - 3), at))


def _stands_for(reading: Reading, one: Happening, mine: set[int]) -> Phrase | None:
    """Whom the pronoun of a clause means: the last who fits, and never whoever plays."""
    if one.pronoun not in ("it", "they", "them", "he", "she"):
        return None
    past = [
        phrase
        for phrase in reading.found
        if phrase.end <= one.at
        and id(phrase) not in mine
        and phrase.noun not in ABOUT
        and classify(phrase.noun)[0] not in ("time", "event")
    ]
    if one.pronoun == "it":
        fits = [phrase for phrase in past if not phrase.plural and classify(phrase.noun)[0] != "person"]
    elif one.pronoun in ("they", "them"):
        fits = [phrase for phrase in past if phrase.plural]
    elif mine:
        return None  # "he falls asleep": whoever plays
    else:
        other = HE if one.pronoun == "she" else SHE
        fits = [phrase for phrase in past if animate(phrase) and not phrase.plural and phrase.noun not in other]
    plain = [phrase for phrase in fits if phrase.preposition is None]
    return (plain or fits)[-1] if fits else None


def _where(reading: Reading, one: Happening) -> Phrase | None:
    """In what somebody is held."""
    place = one.second if one.preposition in ("in", "inside", "into", "under", "behind") else None
    return place if place is not None and classify(place.noun)[0] not in ("time", "abstract") else None


def _with_cure(reading: Reading, told: list[Happening], mishap: Mishap, mine: set[int]) -> Mishap:
    """What alone can cure somebody is what is looked for: "and only the herb that grows on the icy peak can cure him"."""
    cure = next(
        (
            one.subject
            for one in told
            if one.verb in _CURES and one.aspect & {"can", "could", "will"} and one.subject is not None and one.at > mishap.at
        ),
        None,
    )
    if cure is None or mishap.kind != "ill" or somebody(reading, cure) or id(cure) in mine:
        return mishap
    return Mishap(mishap.at, mishap.end, "ill", mishap.whom, ("find", "find", f"find {the(reading, cure)}", cure))


def _in_title(reading: Reading) -> Mishap | None:
    """ "The Day the Bees Left": to bring them back."""
    tokens = reading.tokens
    if len(tokens) < 4 or tokens[0].word != "the" or tokens[1].word not in _TITLE_DAY or tokens[-1].word == ".":
        return None
    gone = next((one for one in reading.found if one.start > 1), None)
    if gone is None or gone.end != len(tokens) - 1 or tokens[-1].lemma not in ("leave", "vanish", "disappear", "flee"):
        return None
    return Mishap(len(tokens) - 1, len(tokens), "gone", gone, ("find", "bring_back", f"bring {the(reading, gone, plain=True)} back", gone))


def _due_only(tokens: list[Token], aim: Aim, trouble: Mishap) -> bool:
    """Whether an aim is only what was to come before the trouble: "is going to perform his last show, but the rabbit has run away"."""
    return aim.at < trouble.at and aim.at > 1 and tokens[aim.at - 2].word in ("going", "about", "supposed", "meant", "due")


def _is_finite(tokens: list[Token], n: int) -> bool:
    return tokens[n].tag in ("VS", "VD") or (tokens[n].tag == "V" and tokens[n - 1].tag in ("NS", "N", "P"))


def _of_another(reading: Reading, aim: Aim, player: Phrase | None) -> bool:
    """Whether somebody else goes to do what an aim says: "and the driver has walked off to get help"."""
    tokens = reading.tokens
    verb = next((n for n in range(aim.at - 2, 0, -1) if _is_finite(tokens, n) or tokens[n].word in ("must", ".")), 0)
    if not verb or tokens[verb].word in ("must", ".") or tokens[aim.at - 1].word != "to":
        return False
    whose, _, _ = subject_of(reading, verb)
    return whose is not None and id(whose) not in _with(reading, player)


def overlooks(reading: Reading, goal: Goal, aim: Aim | None, trouble: Mishap, player: Phrase | None) -> bool:
    """Whether a goal passes over the last trouble: it is older than that, and nothing that must be done in so many words."""
    if not goal.stated or goal.deed is None:
        return True
    pressed = aim is not None and aim.licence >= _PRESSED and not _due_only(reading.tokens, aim, trouble)
    pressed = pressed and aim is not None and not _of_another(reading, aim, player)
    if aim is not None and (pressed or (aim.licence >= _WANTED and aim.at > trouble.at and not _of_another(reading, aim, player))):
        return False
    lacks = trouble.whom is not None and hardship_of(reading, trouble.whom) is not None
    if lacks and aim is not None and aim.licence >= _WANTED and (player is None or not _of_another(reading, aim, player)):
        return False  # "wants to ring the bell, but the rope is missing": it is looked for on the way
    words = set(goal.deed.lower().split())
    if trouble.whom is not None and {trouble.whom.noun, trouble.whom.head.word} & words:
        asked = trouble.remedy[2].startswith("find out ")
        plainer = goal.deed.startswith("find out why ") and not asked
        kept = aim is not None and trouble.kind in ("gone", "held") and goal.purpose not in ("find", "rescue", "solve")
        if trouble.kind == "low" or trouble.remedy[1] == "keep":
            return aim is None or _of_another(reading, aim, player)
        return kept or (trouble.kind in _PLAINLY and (plainer or (asked and goal.purpose == "find")))
    if trouble.kind == "harm" and goal.purpose == "protect" and trouble.remedy[2].split()[-1] in words:
        return False
    if trouble.kind == "threat" and aim is None and goal.situation not in _WEAK:
        return False  # "there is a treasure under the mill, but the mill is going to be pulled down": until then it is looked for
    if aim is not None:
        return aim.at < trouble.at or _of_another(reading, aim, player) or (aim.licence < _WANTED and aim.verb in _MERELY)
    if goal.situation in _ASKED:
        return True
    told = [token.index for token in reading.tokens if token.word in words and token.tag in ("N", "NS", "V", "VS", "VD", "VG", "A")]
    return not told or max(told) < trouble.end
