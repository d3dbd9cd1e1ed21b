"""Whom the player has along, what the player is given, how those are called whom only the goal names, who did it, whom one may talk to."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import classify, lemma
from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.people import PRONOUN, home_of, is_player, known
from makebelieve.worlds.edits.everyday.spots import Spot, spot
from makebelieve.worlds.edits.naming import Thing
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Meant, Unsure
from makebelieve.worlds.edits.wishes import exchanges, finds, gifts, names, newcomers, people, scenes
from makebelieve.worlds.edits.wishes.looks import at
from makebelieve.worlds.edits.wishes.phrases import clean, is_living, is_place
from makebelieve.worlds.generation.english import capital, pictorial, sentence

_NP: Final = r"(?:an?|some|two|three) .+?"
_HAS: Final = re.compile(
    rf"(?:please )?(?:give|get|lend) (?P<w>[\w' -]+?) (?P<np>{_NP})"
    rf"|(?:please )?(?:let|make) (?P<w2>[\w' -]+?) (?:have|own|carry|bring|be accompanied by|take along|come with) (?P<np2>{_NP})"
    rf"|(?P<w3>[\w' -]+?) (?:should|could|must|needs to|has to) (?:have|own|carry|bring(?: along)?|be accompanied by|be with|get|start with|come with) (?P<np3>{_NP})"
    rf"|(?P<w4>she|he|they|I|we|the player|the hero|the heroine) (?:has|have|needs?|owns?|wants?|gets?) (?P<np4>{_NP})"
    rf"|(?:add|I want|I would like|there should be|put|have) (?P<np5>{_NP}) (?:with (?P<w5>her|him|them|me|us|the player)|(?:at|by) (?:her|his|their|my|our) side|to keep (?P<w6>her|him|them|me|us) company)",
    re.IGNORECASE,
)
_WITH: Final = r"(?: (?:with (?:her|him|them|me|us)|along|as (?:a )?(?:pet|friend|companion|company)|by (?:her|his|their|my) side|at (?:her|his|their|my) side|too|from the start|at the start))*"
_PROPER: Final = r"(?-i:[A-Z])[\w'’-]*\.?(?: (?:(?:of|the|von|van|de|del|la|le|and|with) )*(?-i:[A-Z0-9])[\w'’-]*\.?)*"
_NAME: Final = re.compile(
    rf"(?:please )?(?:give (?P<t>.+?) (?:a |the )?(?:proper |real |nice |own )?name,?:?(?: of| like| called)? (?P<v>\"[^\"]+\"|{_PROPER})"
    rf"|(?:rename|call|name) (?P<t2>(?:the|her|his|their|my) .+?) (?:to |as |into )?(?P<v2>\"[^\"]+\"|{_PROPER})"
    rf"|(?:the name of (?P<t4>(?:the|her|his|their|my) [\w' -]+?)|(?P<t5>(?:the|her|his|their|my) [\w' -]+?)(?:'s|(?<=s)') name) (?:should be|could be|must be|is) (?P<v4>\"[^\"]+\"|{_PROPER})"
    rf"|(?P<t3>(?:the|her|his|their|my) .+?) (?:should|could|must) be (?:called|named) (?P<v3>\"[^\"]+\"|{_PROPER}))",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(
    r"(?:please )?(?:give (?P<t>.+?)|let (?:.+? )?have) (?:real |proper |nice |own )?names?:? ?(?:like |for example )?(?P<v>(?-i:[A-Z])[\w'-]+(?:,? and |, | & )(?-i:[A-Z])[\w'-]+)",
    re.IGNORECASE,
)
_GUILTY: Final = r"(?:thief|culprit|murderer|killer|burglar|guilty one|guilty person|poisoner|traitor|criminal|villain|one who (?:did|stole|took|has done|has stolen) .+?|person who (?:did|stole|took) .+?)"
_DID: Final = re.compile(
    rf"(?:I want |make |let )?the (?:real |true )?{_GUILTY} (?:should(?: really)? be|should have been|must be|is|to be|be) (?P<v>.+?)(?:,? (?:and |but )?(?:not|instead of|rather than) .+)?"
    rf"|(?:make|let) (?P<v2>.+?) (?:be )?the (?:real |true )?{_GUILTY}(?:,? (?:and |but )?(?:not|instead of|rather than) .+)?"
    r"|it (?:should be|should have been|must be|was|is) (?P<v3>(?!the )[\w. ]+?)(?:,? (?:and |but )?(?:not|instead of|rather than) [\w. ]+?)?,? (?:who|that) (?:did|stole|took|has done|has stolen|has taken) .+"
    r"|(?P<v4>(?-i:[A-Z])[\w. ]+?) should (?:have (?:done|stolen|taken)|be the one who (?:did|stole|took)) .+",
    re.IGNORECASE,
)
_TALK: Final = re.compile(
    r"(?:(?:let|allow) (?:me|us|the player|her|him|them)(?: to)?|(?:I|you|we|one|the player|she|he|they) (?:should|could|can|want to|would like to|must)(?: be able to)?|(?:I|we) (?:want|would like) to(?: be able to)?|make it possible to) (?:talk|speak|chat) (?:to|with) (?P<np>(?:an?|some|another) .+?)(?: (?:in|at|on) (?P<t>.+))?",
    re.IGNORECASE,
)


_LIKE: Final = re.compile(
    r"(?:make|let|turn|have) (?P<t>(?:the|her|his|their|my) [\w' -]+?) (?:be |look |seem )?(?:(?:more|very|really|a bit|much) )?(?P<v>[a-z]+)"
    r"|(?P<t2>(?:the|her|his|their|my) [\w' -]+?) (?:should|could|must) (?:be|look|seem) (?:(?:more|very|really|a bit|much) )?(?P<v2>[a-z]+)",
    re.IGNORECASE,
)
_RATHER: Final = re.compile(
    r"(?P<t>they|she|he|it|the player|the hero|the heroine|the [\w' -]+?|we|I|you) (?:should|could|must) be (?P<v>(?:an? |the )?[\w' -]+?),? (?:and not|but not|not|instead of|rather than) (?:an? |the )?(?P<o>[\w' -]+)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(
    r"(?:make |let )?(?:the |my )?(?P<t>(?:secret |magic )?(?:password|code|code ?word|magic word|word|combination|number|spell|riddle)(?: of the day)?) (?:should |must |to |could )?(?:be|is|read)?:? ?(?P<q>\"[^\"]+\"|'[^']+')",
    re.IGNORECASE,
)


_THEM: Final = re.compile(
    rf"(?:please )?(?:call|name|rename) (?P<w>them|him|her|us|me)(?: to| as)? (?P<v>{_PROPER}(?:, {_PROPER})*(?:,? and {_PROPER})?)",
    re.IGNORECASE,
)
_SORT: Final = r"(?:(?:older|younger|elder|big|little|first|second|taller|other) )?"
_EACH: Final = re.compile(
    rf"(?:please )?(?:(?:call|name|rename) )?(?:the |one (?:of the )?|the one )?{_SORT}(?P<t>[a-z]+)?(?: (?:should|could|must) be (?:called|named)| is (?:called|named)| to| as)? (?P<a>(?-i:[A-Z])[\w'-]+),? and (?:call |name )?the (?:other|second|younger|older|elder|little|big)(?: one| (?P<t2>[a-z]+))?(?: (?:should be|is) (?:called|named)| to| as)? (?P<b>(?-i:[A-Z])[\w'-]+)",
    re.IGNORECASE,
)
_ONE: Final = re.compile(
    rf"(?:please )?(?:(?:call|name|rename) (?P<t>(?:the |one (?:of the )?|one of (?:them|the \w+) ?){_SORT}(?:[a-z]+)?) ?(?:to |as )?(?P<v>(?-i:[A-Z])[\w'-]+)|(?P<t2>(?:the |one (?:of the )?){_SORT}[a-z]+) (?:(?:should|could|must) be|is) (?:called|named) (?P<v2>(?-i:[A-Z])[\w'-]+))",
    re.IGNORECASE,
)
_TO: Final = re.compile(
    r"(?:please )?(?:(?:give|hand) (?P<np>(?:the|his|her|their) [\w' -]+?) to (?P<w>[\w.' -]+?)(?: instead)?|(?:let|make|have) (?P<w2>[\w.' -]+?) (?:have|keep|own|carry) (?P<np2>the [\w' -]+?)(?: instead)?|(?P<w3>[\w.' -]+?) (?:should|must|could) (?:have|keep|own|carry) (?P<np3>the [\w' -]+?)(?: instead)?)",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    if (match := _EACH.fullmatch(text)) and (told := _both_named(draft, match)):
        return told
    if match := _ONE.fullmatch(text):
        _other_name(draft, match["t"] or match["t2"], match["v"] or match["v2"])
    if (match := _TO.fullmatch(text)) and (
        told := _kept_by(draft, match["w"] or match["w2"] or match["w3"], match["np"] or match["np2"] or match["np3"])
    ):
        return told
    if match := _THEM.fullmatch(text):
        return _them_named(draft, match["w"].lower(), match["v"])
    if match := _WORD.fullmatch(text):
        return _word(draft, match["t"], match["q"].strip("\"' "))
    if (match := _RATHER.fullmatch(text)) and (told := _rather(draft, match)):
        return told
    if (match := _LIKE.fullmatch(text)) and (told := _like(draft, match["t"] or match["t2"], match["v"] or match["v2"])):
        return told
    if match := _DID.fullmatch(text):
        return _guilty(draft, next(one for one in (match["v"], match["v2"], match["v3"], match["v4"]) if one), text)
    if match := _NAMES.fullmatch(text):
        player = naming.find(draft.world, "the player")
        mine = player is not None and (is_player(draft.world, match["t"], None))
        return names.call(draft, player, re.sub(r", (?=[A-Z])", " and ", match["v"])) if mine and player is not None else None
    if match := _NAME.fullmatch(text):
        return _named(
            draft, *(next(match[one] for one in some if match[one]) for some in (("t", "t2", "t3", "t4", "t5"), ("v", "v2", "v3", "v4")))
        )
    if match := _TALK.fullmatch(text):
        return _to_talk_to(draft, match["np"], match["t"])
    if match := _HAS.fullmatch(
        re.sub(rf"{_WITH}$", "", text, flags=re.IGNORECASE) if not re.match(r"(?:add|I want|I would|there|put)", text) else text
    ):
        who = next((match[one] for one in ("w", "w2", "w3", "w4", "w5", "w6") if match[one]), "me")
        what = next(match[one] for one in ("np", "np2", "np3", "np4", "np5") if match[one])
        return _given(draft, who, what)
    return None


def _given(draft: Draft, who: str, what: str) -> str | None:
    """The player has somebody along, or a thing that is found where it starts."""
    what = clean(what)
    if not is_player(draft.world, who, draft.subject) or re.search(
        r"\b(?:name|chance|choice|option|hint|clue|tip|way|idea|reason|question|ending|time|job|goal|mission|reward|secret|voice|life|lives|look|hand|map of|break|win)\b",
        what,
    ):
        return None
    if re.search(r" (?:to|that|which|who|so|when|if|in|at|on|from) ", what) or is_place(what):
        return None
    head = re.split(r" (?:called|named) ", what)[0]
    if is_living(head):
        fitted = re.fullmatch(r"(?P<new>.+)", what)
        return newcomers.follows(draft, fitted) if fitted else None
    if re.search(r"\b(?:hat|cap|coat|dress|cloak|scarf|glasses|shirt|boots|shoes|crown|mask|uniform|jacket|gloves|hair|beard)\b", what):
        return None  # what is worn is looks, and read by others
    fitted = re.fullmatch(r"(?P<t>.+)\n(?P<np>.+)", f"the player\n{what}")
    return finds.at_start(draft, fitted) if fitted else None


def _named(draft: Draft, who: str, new: str) -> str | None:
    """A name for somebody whom the story is about, or whom only its texts know."""
    if re.fullmatch(PRONOUN, who, re.IGNORECASE) or re.search(
        r"\b(?:ending|choice|option|button|world|game|story|place|room|title|mission)\b", who, re.IGNORECASE
    ):
        return None
    thing = known(draft.world, who)
    if thing is None or thing.kind not in ("goal", "cast", "person", "foe"):
        return None
    return _cast_named(draft, thing, new.strip("\"' .")) if thing.kind == "cast" else names.call(draft, thing, new.strip("\"' ."))


def _cast_named(draft: Draft, thing: Thing, new: str) -> str:
    """Somebody only the texts know, "her singing frog": the name in place of all that was said, and behind it where the story is told first."""
    noun = thing.name.split()[-1]
    whole = re.compile(rf"\b(?P<d>the|an?|her|his|their|your|my) (?P<a>(?:[a-z]+ ){{0,2}}?){re.escape(noun)}\b(?!['’-])", re.IGNORECASE)
    own = whole.search(str(draft.world.get("description", "")))
    adjectives = (own["a"] if own else "").strip()
    start = draft.states[draft.world["entrance"]["state"]]
    first = (str(draft.world.get("description", "")), str(start.get("narration", "")))

    def change(text: str) -> str:
        return whole.sub(
            lambda one: new if one["a"].strip() in ("", adjectives) and (one["a"] or one["d"].lower()[0] != "a") else one[0], text
        )

    draft.world = renaming.told_everywhere(draft.world, change)
    start = draft.states[draft.world["entrance"]["state"]]
    for holder, part, old in ((draft.world, "description", first[0]), (start, "narration", first[1])):
        if old:
            holder[part] = whole.sub(lambda one: f"{one[0]} {new}", old, count=1)
    draft.subject = Thing("cast", "", new)
    return f"{capital(thing.name)} is now called {new} everywhere"


def _guilty(draft: Draft, value: str, said: str) -> str | None:
    value = clean(re.sub(r"^(?:the person |really )", "", value))
    fitted = re.fullmatch(r"(?P<v>.+)", value)
    if told := _revealed(draft, said, value):
        return told
    try:
        return exchanges.culprit(draft, fitted) if fitted else None
    except Unsure as asked:
        raise Meant(str(asked)) from asked


def _revealed(draft: Draft, said: str, value: str) -> str | None:
    """Where nobody is accused and somebody is looked for, it is told at the end who it was."""
    guilty = [one for one in draft.events if one.get("grants") == ["done"] and one["kind"] == "transition"]
    people_ = [one.name for one in naming.things(draft.world) if one.kind == "person"]
    sought = re.search(r"\bthe (?:real |true )?(?P<n>[a-z]+)\b", said)
    if sought is None or any(name in str(one.get("label", "")) for one in guilty for name in people_):
        return None
    wanted = known(draft.world, f"the {sought['n']}")
    if wanted is None or naming.proper(wanted.name):
        return None
    other = naming.find(draft.world, value, ("person",), loose=False)
    who = other.name if other else value if naming.proper(value) else re.sub(r"^an? ", "the ", value)
    if not (naming.proper(who) or who.startswith("the ")) or not (other or naming.proper(who) or is_living(who)) or " and " in who:
        return None
    line = f"{capital(wanted.name)} was {who} all along."
    draft.say_at_endings(naming.ending_ids(draft.world, ""), line)
    here = (
        ""
        if other
        else f". To meet {who} before say: put {who if naming.proper(who) else 'a ' + who[4:]} in {shown_name(draft.world, str(draft.world['entrance']['state']))}"
    )
    return f"Who wins learns it now: {line.rstrip('.')}{here}"


def _to_talk_to(draft: Draft, np: str, where: str | None) -> str | None:
    """Somebody new is there to be asked: in the place that is named, else where it starts."""
    if not is_living(np) or naming.find(draft.world, re.sub(r"^(?:an?|some|another) ", "the ", np), ("person", "foe"), loose=False):
        return None
    start = str(draft.world["entrance"]["state"])
    found = spot(draft.world, where) if where else Spot(start, shown_name(draft.world, start))
    if found is None:
        return None
    told = people.put(draft, found.key, clean(np), "", "")
    bare = re.sub(r"^(?:an?|some|another) ", "the ", clean(np))
    other = next((shown_name(draft.world, one) for one in naming.in_order(draft.world) if one != found.key), "")
    return told if where or not other else f"{told}. To have {bare} elsewhere say: put {bare} in {other}"


def _like(draft: Draft, who: str, how: str) -> str | None:
    """Somebody whom only the texts know looks otherwise: said where they are."""
    thing = known(draft.world, who)
    if thing is None or thing.kind != "cast" or lemma(how, "adjective") is None or classify(how)[0] in ("person", "creature"):
        return None
    base = str(lemma(how, "adjective"))
    home = next(
        (key for key in draft.states if re.search(rf"\b{re.escape(thing.name)}\b", draft.states[key]["base"], re.IGNORECASE)), None
    ) or home_of(draft.world, thing)
    if home is None or "ending" in draft.states[home]:
        return None
    scenes._say(draft, home, sentence(capital(pictorial(f"{thing.name} looks {base}"))))
    return f"{capital(thing.name)} now looks {base} {at(draft, home)}"


def _word(draft: Draft, what: str, said: str) -> str | None:
    """What a password is: told where it is learned, and said where it opens a way."""
    bare = what.split()[-1] if not what.endswith("of the day") else "password"
    flag = next((one for event in draft.events for one in event.get("grants", []) if bare in one.split("_")), None)
    if flag is None:
        return None
    for event in draft.events:
        if flag in event.get("grants", []):
            event["narration"] = f'{str(event.get("narration", "")).strip()} It is "{said}".'
        elif flag in event.get("requires", []) and event["kind"] == "transition":
            event["narration"] = f'You say "{said}". {str(event.get("narration", "")).strip()}'.strip()
    return f'The {what} is now "{said}", told where one learns it and where it opens the way'


def _them_named(draft: Draft, who: str, new: str) -> str | None:
    """ "call them Ada and Tom": those who were spoken of last, else the player."""
    player = naming.find(draft.world, "the player")
    thing = draft.subject if draft.subject is not None and draft.subject.kind in ("person", "foe", "goal", "cast") else player
    if thing is None or (who in ("him", "her", "me") and naming.many(thing.name)):
        return None
    if who == "them" and not naming.many(thing.name):
        some = [one.name for one in naming.things(draft.world) if one.kind in ("player", "person", "foe")]
        raise Meant(f"Who shall be called {new}: {naming.listed(some, 'or')}? Say for example: rename {some[0]} to {new}.")
    return _cast_named(draft, thing, new) if thing.kind == "cast" else names.call(draft, thing, new)


def _several(draft: Draft, noun: str) -> Thing | None:
    """The player, where it is several who have no names and are called by this noun."""
    player = naming.find(draft.world, "the player")
    if player is None or naming.proper(player.name) or not naming.many(player.name):
        return None
    return player if not noun or naming.words(noun)[-1:] == naming.words(player.name)[-1:] else None


def _both_named(draft: Draft, match: re.Match[str]) -> str | None:
    """ "call one brother Finn and the other Ole"."""
    player = _several(draft, "" if (match["t"] or "") in ("one", "of") else match["t"] or "")
    return names.call(draft, player, f"{match['a']} and {match['b']}") if player is not None else None


def _other_name(draft: Draft, phrase: str, new: str) -> None:
    """Of several who go together one cannot be called alone, as the texts speak of them together: the other name is asked for."""
    player = _several(
        draft, re.sub(r"\b(?:the|one|of|them|older|younger|elder|big|little|first|second|taller|other)\b ?", "", phrase).strip()
    )
    bare = phrase.strip().lower()
    if player is None or (bare.endswith(f"{naming.words(player.name)[-1]}s") and not bare.startswith("one")):
        return
    raise Meant(
        f"The texts speak of {player.name} together, so both names are needed. What shall the other one be called? Say for example: name {player.name} {new} and Max."
    )


def _kept_by(draft: Draft, who: str, what: str) -> str | None:
    """A thing that is found is had from somebody now."""
    person = known(draft.world, who)
    item = naming.find(draft.world, what, ("item",), loose=False)
    if person is None or item is None or person.kind != "person":
        return None
    fitted = re.fullmatch(r"(?P<who>.+)\n(?P<np>.+)", f"{person.name}\n{item.name}")
    return gifts.gives(draft, fitted) if fitted else None


def _rather(draft: Draft, match: re.Match[str]) -> str | None:
    """ "they should be sisters, not brothers": the player is somebody else by the noun that is named."""
    player = naming.find(draft.world, "the player")
    old, new = match["o"].strip(), re.sub(r"^(?:an?|the) ", "", match["v"].strip())
    if player is None or naming.proper(player.name) or not is_player(draft.world, match["t"], None) or not is_living(new):
        return None
    if naming.words(old)[-1:] != naming.words(player.name)[-1:]:
        return None
    return names.call(draft, player, f"the {new}")
