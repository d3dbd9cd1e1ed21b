"""Wishes about how somebody is when they are spoken to: friendly, shy, in rhymes, pretending."""

from __future__ import annotations

import re
from typing import Final

from makebelieve.language import lemma
from makebelieve.worlds.edits import naming
from makebelieve.worlds.edits.drafts import Draft
from makebelieve.worlds.edits.wishes.conversations import gift_of, put_manner, somebody, talk_begun, talk_with
from makebelieve.worlds.edits.wishes.phrases import clean
from makebelieve.worlds.edits.wishes.whereabouts import seen_at
from makebelieve.worlds.generation.english import capital, sentence

_MANNERS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"(?:un|not |less )friendl(?:y|ier)|ruder?|mean(?:er)?|nast(?:y|ier)|grump(?:y|ier)|angr(?:y|ier)|cross|hostile|bad[- ]tempered|annoyed|furious|impolite|bitter|cold|sour|surly|irritable|impatient|harsh(?:er)?|crank(?:y|ier)|moody|mad", '"What do you want?" {Who} {does:turn} half away from you.', "scowls"),
    (r"friendl(?:y|ier)|kind(?:er)?|nice(?:r)?|warm(?:er)?|polite|helpful|welcoming|gentle(?:r)?|cheerful|happ(?:y|ier)|sweet|sociable|jolly|merr(?:y|ier)|lovely", '"How good that you came! Ask me anything." {Who} {does:beam} at you.', "smiles broadly"),
    (r"sad(?:der)?|lonel(?:y|ier)|melanchol(?:y|ic)|gloom(?:y|ier)|heartbroken|depressed|miserable|crying|tearful", '"Ask. It makes no difference now." {Who} {does:look} at the floor.', "looks at the floor"),
    (r"shy(?:er)?|timid|nervous|anxious|scared|afraid|frightened|worried|jumpy|fearful", '"Oh. You mean me?" {Who} {does:step} back a little.', "keeps half out of sight"),
    (r"funn(?:y|ier)|sill(?:y|ier)|goofy|witty|sarcastic|ironic|comic(?:al)?|humorous|jok(?:y|ing)|mischievous|cheeky", '"A question! I had hoped for soup." {Who} {does:grin}.', "grins from ear to ear"),
    (r"mysterious|secretive|cryptic|strange(?:r)?|weird|odd|enigmatic|suspicious|shady|creep(?:y|ier)|sinister|scar(?:y|ier)|spook(?:y|ier)|evil|dangerous|threatening|menacing", '"Some questions are better left." {Who} {does:smile} at something behind you.', "smiles at something nobody else sees"),
    (r"old(?:er)?|wise(?:r)?|serious|solemn|formal|strict(?:er)?|stern(?:er)?|grave|dignified|noble|proud", '"You may ask one thing. Choose well." {Who} {does:wait}, very upright.', "stands very upright"),
    (r"tired|sleepy|bored|lazy|exhausted|drowsy|weary", '"Mm? Oh. Go on, then." {Who} {does:yawn}.', "yawns"),
    (r"drunk|tipsy|mad|crazy|insane|confused|forgetful", '"You again! Or is it the first time?" {Who} {does:sway} a little.', "sways a little"),
    (r"talkative|chatty|gossipy|lively|excited|enthusiastic|energetic", '"Where shall I begin? No, sit, sit!" {Who} {does:talk} before you have asked.', "waves both arms while talking"),
    (r"quiet(?:er)?|silent|taciturn|brief(?:er)?|short|curt|terse", '{Who} {does:nod}, once, and {does:wait}.', "says little and stands still"),
    (r"romantic|flirt(?:y|ing|atious)|in love|charming|loving", '"I hoped that it would be you." {Who} {does:blush}.', "blushes"),
)  # fmt: skip
"""Manners that people ask for: the words, a greeting in that manner, what is seen of it."""
_STYLES: Final = {
    "rhyme": "Speaks only in rhymes, two short lines at a time.", "rhymes": "Speaks only in rhymes, two short lines at a time.", "verse": "Speaks only in verse.", "poems": "Speaks only in verse.", "riddles": "Answers every question with a riddle.",
    "riddle": "Answers every question with a riddle.", "whispers": "Whispers, so that one has to come close.", "short sentences": "Speaks in very short sentences.", "old english": "Speaks as people did four hundred years ago.",
    "pirate": "Talks like a pirate: arr, matey, aye.", "a pirate": "Talks like a pirate: arr, matey, aye.", "dialect": "Speaks in a broad country dialect.", "questions": "Answers every question with another question.", "proverbs": "Answers in proverbs.",
}  # fmt: skip


def speaks(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Kro should speak in rhymes: ...": a way of talking, and what is said in it."""
    thing = somebody(draft, clean(match["t"]))
    if thing is None:
        return None
    how = clean(match["how"]).lower()
    bare = re.sub(r"^(?:in|like|as|only in) ", "", how)
    manner = _STYLES.get(bare) or _STYLES.get(re.sub(r"^(?:an?|the) ", "", bare)) or (f"Speaks {how}." if len(how.split()) < 6 else None)
    if manner is None:
        return None
    event = talk_begun(draft, thing)
    put_manner(event, thing, manner)
    told = f"{capital(thing.name)} now speaks {how}"
    if line := match.groupdict().get("v"):
        spoken = line.strip().strip('"“” ')
        event["terminal"]["greeting"] = event["narration"] = f'"{spoken}"'
        told += f': "{spoken}"'
    draft.subject = thing
    return told


def is_like(draft: Draft, match: re.Match[str]) -> str | None:
    """ "the crow should be more unfriendly", "make the cook angry at you"."""
    value = re.sub(r"^(?:be |act |seem |sound |look |feel )*", "", clean(match["v"]))
    value = re.sub(
        r" (?:at|to|with|towards?|about|around|when) (?:you|me|us|the player|everyone|people|strangers|visitors)\b.*$",
        "",
        value,
        flags=re.IGNORECASE,
    )
    value = re.sub(r" when (?:you|one|the player) (?:talk|speak|ask|meet).*$", "", value)
    plain = re.sub(
        r"^(?:(?:even|much|a (?:bit|lot|little)|way|far|very|really|more|so|too|quite|rather|slightly|somewhat|kind of) )+",
        "",
        value.lower(),
    )
    if re.match(r"less ", plain):
        plain = {"friendly": "unfriendly", "nice": "unfriendly", "kind": "unfriendly", "rude": "friendly", "mean": "friendly", "scary": "friendly", "creepy": "friendly", "grumpy": "friendly", "angry": "friendly", "unfriendly": "friendly", "talkative": "quiet", "chatty": "quiet", "shy": "talkative", "serious": "funny", "sad": "cheerful"}.get(plain[5:], "")  # fmt: skip
    row = next((one for one in _MANNERS if re.fullmatch(one[0], plain)), None)
    some = [
        one
        for part in re.split(r",? and |, ", plain)
        if (one := next((row_ for row_ in _MANNERS if re.fullmatch(row_[0], re.sub(r"^(?:more|very) ", "", part))), None))
    ]
    row = row or (some[0] if some and len(some) == len(re.split(r",? and |, ", plain)) else None)
    if row is None:
        return None
    thing = somebody(draft, clean(match["t"]))
    if thing is None:
        return None
    many = naming.many(thing.name)
    who = capital(thing.name)
    said = row[1].replace("{Who}", who)
    said = re.sub(r"\{does:(\w+)\}", lambda one: one[1] if many else _third(one[1]), said)
    event = talk_with(draft, thing)
    if event is None and gift_of(draft, thing) is None and thing.kind == "foe":
        return None
    event = event or (talk_begun(draft, thing) if gift_of(draft, thing) is None else None)
    if event is not None:
        put_manner(
            event,
            thing,
            sentence(
                f"{capital(plain)} and short-spoken"
                if plain in ("rude", "angry", "unfriendly")
                else f"{capital(plain)}, and it shows in every answer"
            ),
        )
        event["terminal"]["greeting"] = event["narration"] = said
    else:
        gift = gift_of(draft, thing)
        assert gift is not None
        rest = re.sub(r'^"[^"]*" ', "", str(gift.get("narration", "")))
        gift["narration"] = f"{said} {rest}".strip()
    for key in [one for one in seen_at(draft, thing) if "ending" not in draft.states[one]][:1]:
        seen = row[2] if not many else " ".join([lemma(row[2].split()[0], "verb") or row[2].split()[0], *row[2].split()[1:]])
        draft.builder.feature(key, sentence(f"{thing.name} {seen}"))
    draft.subject = thing
    return f"{who} {'are' if many else 'is'} now {plain}"


def _third(verb: str) -> str:
    return verb + ("es" if re.search(r"(?:sh|ch|x|z|ss|o)$", verb) else "s")


def pretends(draft: Draft, match: re.Match[str]) -> str | None:
    """ "Father Dunne should lie about having been here before"."""
    thing = somebody(draft, clean(match["t"]))
    if thing is None:
        return None
    verb, rest = match["verb"].lower(), clean(match["v"])
    event = talk_begun(draft, thing)
    said = f"{_third(verb) if not naming.many(thing.name) else verb} {rest}".strip()
    event["terminal"]["persona"] = f"{event['terminal']['persona'].rstrip()} {capital(said)}."
    if verb == "lie" and (found := re.match(r"about (?P<np>.+)", rest)):
        denied = re.sub(r"^having ", "never having ", found["np"]) if found["np"].startswith("having ") else found["np"]
        event["terminal"].setdefault("facts", []).append({"text": sentence(f"{capital(thing.name)} will swear to {denied}, and looks away while doing so" if denied.startswith("never") else f"what {thing.name} says about {denied} is a lie")})  # fmt: skip
    draft.subject = thing
    return f"{capital(thing.name)} now {said} when asked"
