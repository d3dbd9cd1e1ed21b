"""What shall happen, and why: an attack by somebody new, "what if ...? that would be a bad ending", why it was, who tells it."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming, renaming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.everyday.people import home_of, is_player, known
from makebelieve.worlds.edits.everyday.spots import spot
from makebelieve.worlds.edits.meaning import conduct, slots
from makebelieve.worlds.edits.meaning.saying import told
from makebelieve.worlds.edits.staging import shown_name
from makebelieve.worlds.edits.targets import Meant
from makebelieve.worlds.edits.wishes import endings, scenes
from makebelieve.worlds.edits.wishes.phrases import clean, is_living
from makebelieve.worlds.generation.english import capital, pictorial, sentence
from makebelieve.worlds.generation.morphology import articles

_ATTACKS: Final = re.compile(
    r"(?:(?:let|make|have) )?(?P<np>(?:an?|some|two|three) [\w' -]+?) (?:should |must |could |can |will |would )?(?:suddenly |then |also )?(?P<v>attack|chase|hunt|eat|kidnap|capture|destroy|sink|invade|swallow|ambush|raid|besiege|haunt|threaten|kill|catch)s? (?P<t>[\w' -]+?)",
    re.IGNORECASE,
)
_WHAT_IF: Final = re.compile(
    r"(?:what if|how about if|maybe|perhaps|imagine(?: that)?|suppose(?: that)?|let it be that) (?P<c>[^?.!]+?)[?.!,; -]+ ?(?:and |then )?(?:that|this|it|which) ?(?:should|could|would|must|will|'d|can) be (?:an?|another|the|one more) (?P<k>bad|losing|sad|good|winning|happy|funny|scary) end(?:ing)?",
    re.IGNORECASE,
)
_REASON: Final = re.compile(
    r"(?:make |let )?(?:the (?:reason|cause|explanation)(?: .+?)? (?:should be|must be|could be|is|was|be)(?: that| because(?: of)?)?|it (?:should be|was|is) because(?: of)?) (?P<v>.+)",
    re.IGNORECASE,
)
_BEING: Final = re.compile(
    r"(?P<t>(?:the|my|her|his|their) [\w' -]+?) (?:should|could|must) (?:already |now |just )?be (?:already |now |just )?(?P<v>[a-z]+ing)(?: (?P<rest>(?!to\b)[\w' -]+?))?(?: (?:already|now))?",
    re.IGNORECASE,
)
_VIEW: Final = re.compile(
    r"(?:please )?(?:tell|show|write|play|make|see) (?:it|this|everything|the (?:whole )?(?:story|game|world|thing))(?: all)? (?:from|through) (?P<w>[\w.' -]+?)(?:'s|') (?:point of view|perspective|pov|view|eyes|side|angle)(?: please)?",
    re.IGNORECASE,
)


_LESS: Final = re.compile(
    r"(?:(?:make|let) (?P<w>[\w.' -]+?) (?:be )?|(?P<w2>[\w.' -]+?) (?:should|must|could) )(?:(?:be )?(?:a bit |much |a little |a lot )?(?:less|not so|not as|no longer)|not be(?: so)?) (?P<v>[a-z]+)(?: any ?more)?",
    re.IGNORECASE,
)


_STATE: Final = re.compile(
    r"(?:make |let )?(?P<t>(?:the|my|her|his|their) [\w' -]+?|(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)*) (?:should |must |could )?(?:secretly |also )?be (?P<v>(?:in love with|afraid of|scared of|allergic to|angry (?:at|with)|jealous of|married to|friends with|proud of|tired of) .+)",
    re.IGNORECASE,
)


_HABIT: Final = re.compile(
    r"(?P<t>he|she|they|the player|the hero|the heroine|[\w.' -]+?) (?:should|must|could) (?P<d>(?:always|often|never|sometimes|constantly) (?!be able)[a-z]+(?: .+)?|talk to (?:his|her|their|its) .+|talk to (?:himself|herself|themselves|itself)|(?:whistle|hum|sing|limp|mumble|sneeze|stutter|snore)(?: [^,;]+)?)",
    re.IGNORECASE,
)


def read(draft: Draft, text: str) -> str | None:
    if (
        (match := _HABIT.fullmatch(text))
        and is_player(draft.world, match["t"], draft.subject)
        and not re.search(r"\b(?:if|when|until|lose|win|you)\b", match["d"])
    ):
        return conduct.player_seen(draft, match["d"])
    if (match := _STATE.fullmatch(text)) and (said := _feels(draft, match["t"], match["v"])):
        return said
    if match := _LESS.fullmatch(text):
        return _without_trait(draft, match["w"] or match["w2"], match["v"].lower())
    if match := _WHAT_IF.fullmatch(text):
        return _ending_of(draft, match["c"], losing=match["k"].lower() in ("bad", "losing", "sad", "scary"))
    if match := _REASON.fullmatch(text):
        return _because(draft, clean(match["v"]))
    if match := _VIEW.fullmatch(text):
        return _told_by(draft, match["w"])
    if match := _ATTACKS.fullmatch(text):
        _attacked(draft, match)
    if match := _BEING.fullmatch(text):
        return _is_doing(draft, match)
    return None


def _feels(draft: Draft, phrase: str, state: str) -> str | None:
    """What somebody is toward another, of those whom only the texts know: said where they are."""
    who = known(draft.world, phrase)
    if who is None or who.kind not in ("cast", "goal", "foe") or re.search(r"\b(?:if|when|until|you|me)\b", state):
        return None
    home = home_of(draft.world, who)
    if home is None or "ending" in draft.states[home]:
        return None
    line = f"{who.name} {'are' if naming.many(who.name) else 'is'} {clean(state)}"
    for key in naming.same_place(draft.world, home):
        scenes._say(draft, key, sentence(capital(pictorial(line))))
    draft.subject = who
    return f"{capital(line)} now, as is told in {shown_name(draft.world, home)}"


def _without_trait(draft: Draft, who: str, trait: str) -> str | None:
    """What the premise calls the player, "a shy girl", is said no more."""
    player = slots.player(draft.world)
    if player is None or not is_player(draft.world, who, draft.subject):
        return None
    before = draft.world
    draft.world = renaming.told_everywhere(
        draft.world,
        lambda old: articles(re.sub(rf"\b(?P<d>an?|the|some|two|three) {re.escape(trait)} (?=[a-z])", r"\g<d> ", old, flags=re.IGNORECASE)),
    )
    if draft.world == before:
        return None
    now = slots.player(draft.world) or player
    return f"{capital(now.name)} {'are' if naming.many(now.name) else 'is'} not called {trait} any more"


def _ending_of(draft: Draft, happens: str, *, losing: bool) -> str | None:
    """What could happen is an ending, chosen at the end of the story."""
    bare = clean(re.sub(r"^(?:that|if) ", "", happens.strip(), flags=re.IGNORECASE))
    if not 2 < len(bare.split()) <= 16 or re.search(r"\b(?:should|could|would|if|when)\b", bare):
        return None
    return endings._grown(draft, naming.last_place(draft.world), losing, bare, "", "")


def _because(draft: Draft, why: str) -> str | None:
    """Why it was so is told anew in the endings that tell it; where none does, how it could be told is asked back."""
    bare = re.sub(r"^(?:that|because(?: of)?) ", "", why, flags=re.IGNORECASE)
    clause = bool(re.search(r" (?:is|are|was|were|had|has|did|got|went|came|[a-z]+ed) ", f" {bare} "))
    said = f"because {bare}" if clause else f"because of {bare}"
    done = []
    for key, state in draft.states.items():
        if "ending" not in state or state["ending"].get("kind") != "win":
            continue
        old = str(state["ending"].get("subtitle", ""))
        new = re.sub(r"\bbecause [^.!?]+", lambda _: said, old, count=1)
        if new != old:
            if state.get("narration") == old:
                state["narration"] = new
            state["ending"]["subtitle"] = new
            done.append(repr(state["ending"].get("title", key)))
    if done:
        return f"The {'ending' if len(done) == 1 else 'endings'} {naming.listed(done)} now {'says' if len(done) == 1 else 'say'} {said}"
    raise Meant(
        f"No text of this world tells the reason yet. Where shall one learn it? Say for example: the winning ending should say: It was {said}."
    )


def _told_by(draft: Draft, who: str) -> str | None:
    person, player = known(draft.world, who), slots.player(draft.world)
    if person is None or player is None or person.kind not in ("person", "foe"):
        return None
    raise Meant(
        f"The story is told of {player.name}, who is played. Shall {person.name} be played instead, and {player.name} be met where {person.name} is? Say for example: let me play as {person.name}."
    )


def _attacked(draft: Draft, match: re.Match[str]) -> None:
    """Somebody new who attacks: how it shall count is asked back."""
    np, verb = clean(match["np"]), match["v"].lower()
    if not is_living(np) or naming.find(draft.world, re.sub(r"^(?:an?|some) ", "the ", np), loose=False) is not None:
        return
    start = shown_name(draft.world, str(draft.world["entrance"]["state"]))
    happens = told(np, f"{verb} {clean(match['t'])}")
    raise Meant(
        f"Shall {np} be met somewhere, or be one more way to lose? Say for example: put {np} in {start}, or: add a losing ending where {happens}."
    )


def _is_doing(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the volcano should be erupting": said where it is seen."""
    phrase, doing, rest = clean(match["t"]), match["v"].lower(), clean(match["rest"] or "")
    if lemma(doing, "verb") in (None, "be", "have", "go", "do") or re.search(r"\b(?:if|when|until|you|me|at the end)\b", rest):
        return None
    where = spot(draft.world, phrase)
    if where is None:
        return None
    several = naming.many(phrase)
    line = f"{phrase} {'are' if several else 'is'} {doing} {rest}".strip()
    for key in naming.same_place(draft.world, where.key):
        scenes._say(draft, key, sentence(capital(pictorial(line))))
    return f"{capital(line)} now, as one sees"
