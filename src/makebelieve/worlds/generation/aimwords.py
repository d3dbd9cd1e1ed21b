"""Verbs and words around them that lead to what somebody wants, or say nothing of it."""

from __future__ import annotations

from typing import Final

from makebelieve.worlds.generation.clauses import word_set

# They only lead to what is wanted, or say nothing of it.
EMPTY: Final = word_set(
    "want need try hope plan decide wish intend mean dare have be do seem happen begin start let say know think believe suspect go come"
    " live dwell sit stand lie stay wait spend become feel look sleep turn fall use cheat admit like love dream agree set die"
    " work sound appear remain exist belong contain include stretch matter call own wear cost end happen notice"
    " faint snore blush stutter stammer miss hate fear owe wonder realise realize accept deserve manage rise head must describe"
)
STATING: Final = frozenset(("admit", "confess", "announce", "reveal", "explain", "declare", "insist"))
"""Verbs whose whole deed is the sentence behind their "that": "wants to admit that he was wrong"."""
FOLLOWING: Final = word_set(
    "for at into after to with on from against over in across through of about around under past up down by out onto toward towards"
)
BARE: Final = word_set("tell see hear understand remember save stop help find know notice read")
"""Verbs that are no goal without what they are done to."""
STILL: Final = frozenset(("work", "sleep", "stay", "sit", "live", "lie", "be", "feel", "look", "belong", "rest", "wait"))
HAVING: Final = frozenset(("go", "have", "own", "live", "dwell", "become"))
"""Of those, what may be wanted for itself: "wants to sleep until spring", "wants to be as beautiful as the peacock"."""
IDIOMS: Final = {
    ("get", "rid", "of"): "get_rid", ("take", "care", "of"): "take_care", ("put", "an", "end", "to"): "put_an_end", ("break", "up", "with"): "break_up",
    ("say", "goodbye", "to"): "visit", ("make", "friends", "with"): "make_friends", ("make", "up", "with"): "reconcile",
    ("take", "part", "in"): "compete", ("be", "friends", "with"): "make_friends", ("become", "friends", "with"): "make_friends", ("get", "friends", "with"): "make_friends",
    ("make", "peace", "with"): "make_peace", ("keep", "an", "eye", "on"): "watch_over", ("say", "sorry", "to"): "apologise",
    ("make", "a", "deal", "with"): "bargain", ("find", "a", "way", "out", "of"): "escape", ("find", "a", "way", "to"): "reach", ("wait", "for"): "wait_for",
    ("come", "to", "terms", "with"): "forgive", ("get", "married", "to"): "marry", ("get", "to", "know"): "befriend",
    ("make", "the", "most", "of"): "make_the_most", ("make", "the", "best", "of"): "make_the_most", ("call", "for", "help"): "call_for_help", ("make", "it", "to"): "make_it_to", ("fall", "asleep"): "fall_asleep", ("give", "birth"): "give_birth",
    ("raise", "money"): "raise_money", ("raise", "enough", "money"): "raise_money", ("raise", "funds"): "raise_money",
}  # fmt: skip
"""Words that mean one verb together, and which."""
LEFT: Final = frozenset(
    ("device", "clothing", "instrument", "container", "camera", "ring", "passport", "ticket", "glasses", "key", "costume", "flower")
)
"""What one forgets somewhere, and no more than that."""
CHANCES: Final = frozenset(("find", "discover", "inherit", "receive", "hear", "meet", "see", "notice", "wake", "witness", "spot", "win"))
"""What befalls the player at first: "finds a crashed satellite and sells it"."""
GOING: Final = word_set(
    "break cross sneak climb return go travel sail fly walk come ride slip swim dive descend enter head march journey creep burgle"
)
"""Ways that are gone for something else."""
HANDLING: Final = frozenset(("contact", "body", "change", "creation", "motion", "possession", "consumption"))
"""Classes of verbs that ask nothing: "raise what comes out"."""
PHRASAL: Final = frozenset(("turn", "set", "call", "let", "wear", "live", "switch", "shut", "power"))
"""Verbs that say little, and much with a particle: "turn back the clock"."""
MADE: Final = word_set("build bake sew knit make construct craft brew cook carve forge weave")
"""What is done to a thing that was not there before."""
