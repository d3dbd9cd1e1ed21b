"""Compile WordNet 3.0 (Debian's `wordnet-base`) into the small word table the offline interpreter ships with.

    python scripts/build_wordnet.py [--source /usr/share/wordnet] [--out src/makebelieve/language/data/wordnet.txt.gz]

The table is one gzip file of UTF-8 text, lines sorted by lemma so that a reader can look a word up in place without parsing
the rest (see `makebelieve.language.lexicon`). Sections are separated by a line holding a single '%':

1. `lemma<TAB>nvar<TAB>categories<TAB>settings<TAB>verb class` for every kept lemma. `nvar` is four base-36 digits, one per part
   of speech (noun, verb, adjective, adverb): 0 = no such sense, else 1 + round(2 * log2(1 + tagged occurrences)).
   `categories` and `settings` are pairs of a letter (CATEGORIES, SETTINGS below) and a weight in ninths.
2. `form<TAB>pos:lemma ...` irregular forms ("geese", "ran").
3. the words common enough to be a correction of a typo, most common first.

The output is the same for the same input: no time stamp, fixed order.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import math
import re
from pathlib import Path

# Category letter -> WordNet synsets (lemma#noun sense) whose hyponyms belong to it. The nearest anchor above a sense wins.
CATEGORIES: dict[str, tuple[str, ...]] = {
    "a": ("animal#1", "animal_group#1", "microorganism#1", "dinosaur#1"),
    "B": ("bird#1",),
    "F": ("fish#1", "whale#2", "aquatic_mammal#1"),
    "I": ("insect#1", "centipede#1"),
    "S": ("arachnid#1", "crab#4", "crab#1", "lobster#2"),
    "W": ("snake#1", "worm#1", "eel#2"),
    "M": ("mammal#1",),
    "A": ("reptile#1", "amphibian#3"),
    "L": ("mollusk#1", "crustacean#1", "coelenterate#1", "echinoderm#1"),
    "X": ("imaginary_being#1", "mythical_being#1", "monster#1"),
    "G": ("spiritual_being#1", "ghost#3", "spirit#4"),
    "D": ("dragon#1", "wyvern#1"),
    "p": ("person#1",),
    "g": ("social_group#1", "people#1", "gathering#1", "unit#3"),
    "v": ("vehicle#1", "wheeled_vehicle#1"),
    "b": ("vessel#2", "boat#1", "ship#1"),
    "y": ("aircraft#1", "spacecraft#1"),
    "t": ("plant#2", "fungus#1", "plant_part#1"),
    "f": ("food#1", "food#2", "beverage#1", "edible_fruit#1", "vegetable#1", "dish#2"),
    "w": ("weapon#1", "ammunition#1", "weaponry#1"),
    "l": (
        "location#1",
        "geological_formation#1",
        "body_of_water#1",
        "land#4",
        "structure#1",
        "area#5",
        "building_complex#1",
        "facility#1",
        "vegetation#1",
        "way#6",
        "tract#1",
    ),
    "c": ("celestial_body#1",),
    "j": ("jewel#1", "jewelry#1", "crystal#1", "gem#5", "precious_metal#1", "treasure#1"),
    "o": ("coin#1", "money#1"),
    "k": ("clothing#1",),
    "h": ("natural_phenomenon#1", "trap#1", "fire#3"),
    "q": ("body_part#1", "cell#2"),
    "n": ("container#1",),
    "i": ("musical_instrument#1",),
    "u": ("furniture#1",),
    "d": ("device#1", "equipment#1", "implement#1", "furnishing#1", "instrumentality#3", "machine#1"),
    "r": ("rock#1", "stone#2"),
    "z": ("artifact#1", "object#1", "matter#3"),
    "T": ("time_period#1", "time_unit#1"),
    "C": ("communication#2",),
    "E": ("act#2", "event#1"),
    "Q": ("abstraction#6", "psychological_feature#1", "attribute#2", "state#2"),
}
# Setting letter -> the biome it hints at, and the synsets below which words hint at it.
SETTINGS: dict[str, tuple[str, tuple[str, ...]]] = {
    "a": ("forest", ("forest#1", "forest#2")),
    "b": ("jungle", ("jungle#3", "rain_forest#1")),
    "c": ("desert", ("desert#1",)),
    "d": ("snow", ("ice#1", "glacier#1", "snow#2")),
    "e": ("mountain", ("mountain#1", "cliff#1", "hill#1", "valley#1")),
    "f": ("cave", ("cave#1", "mine#1")),
    "g": ("underwater", ("reef#1", "aquatic_plant#1")),
    "h": ("ocean", ("sea#1", "shore#1", "harbor#1", "lake#1")),
    "i": ("island", ("island#1", "beach#1")),
    "j": ("swamp", ("wetland#1",)),
    "k": ("volcano", ("volcano#1", "lava#1")),
    "l": ("sky", ("cloud#2",)),
    "m": ("space", ("celestial_body#1", "spacecraft#1", "outer_space#1")),
    "n": ("city", ("city#1", "street#1", "skyscraper#1", "municipality#1")),
    "o": ("castle", ("castle#2", "fortress#1", "palace#1")),
    "p": ("dungeon", ("dungeon#1", "prison#1", "sewer#1")),
    "q": ("haunted", ("cemetery#1", "burial_ground#1", "grave#2")),
    "r": (
        "indoor",
        (
            "house#1",
            "room#1",
            "apartment#1",
            "museum#1",
            "school#2",
            "hotel#1",
            "restaurant#1",
            "mercantile_establishment#1",
            "theater#1",
            "dwelling#1",
            "library#1",
        ),
    ),
    "s": ("garden", ("garden#1", "farm#1", "meadow#1", "pasture#1", "park#1", "farm_building#1", "yard#2")),
    "t": ("village", ("village#1", "village#2")),
    "u": ("factory", ("factory#1", "workshop#1")),
    "v": ("lab", ("laboratory#1", "hospital#1")),
    "w": ("food", ("confectionery#2", "cake#3", "candy#1")),
    "x": ("ruins", ("temple#1", "tomb#1", "pyramid#3", "ruin#2", "monument#1", "place_of_worship#1")),
    "y": ("body", ("vein#1", "artery#1", "internal_organ#1", "blood#1")),
}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
PARTS = (("noun", 0), ("verb", 1), ("adj", 2), ("adv", 3))
SENSE_TYPE = {"1": 0, "2": 1, "3": 2, "4": 3, "5": 2}


class WordNet:
    """The parts of the database the table is made from."""

    def __init__(self, source: Path) -> None:
        self.index: dict[str, dict[int, list[str]]] = {}
        for name, part in PARTS:
            for line in (source / f"index.{name}").read_text("latin-1").splitlines():
                if line.startswith(" "):
                    continue
                fields = line.split()
                self.index.setdefault(fields[0], {})[part] = fields[4 + int(fields[3]) + 2 :]
        self.parents: dict[str, list[str]] = {}
        self.verb_parents: dict[str, list[str]] = {}
        self.verb_class: dict[str, int] = {}
        self.latin: set[str] = set()
        for name in ("noun", "verb"):
            for line in (source / f"data.{name}").read_text("latin-1").splitlines():
                if line.startswith(" "):
                    continue
                fields = line.split("|")[0].split()
                at = 4 + 2 * int(fields[3], 16)
                up = [fields[at + 1 + 4 * n + 1] for n in range(int(fields[at])) if fields[at + 1 + 4 * n] in ("@", "@i")]
                if name == "noun":
                    self.parents[fields[0]] = up
                    gloss = line.split("|", 1)[1]
                    if re.match(r"\s*(type |large |small )?(genus|family|order|class|phylum|tribe)\b", gloss):
                        self.latin.add(fields[0])
                else:
                    self.verb_parents[fields[0]] = up
                    self.verb_class[fields[0]] = int(fields[1])
        self.sense_count: dict[tuple[str, int, int], int] = {}
        self.part_count: collections.Counter[tuple[str, int]] = collections.Counter()
        for line in (source / "cntlist.rev").read_text("latin-1").splitlines():
            key, sense, count = line.split()
            lemma, rest = key.split("%")
            part = SENSE_TYPE[rest[0]]
            self.sense_count[lemma, part, int(sense)] = int(count)
            self.part_count[lemma, part] += int(count)

    def synset(self, name: str) -> str:
        lemma, sense = name.split("#")
        return self.index[lemma][0][int(sense) - 1]

    def nearest(self, synset: str, anchors: dict[str, str]) -> str | None:
        """The anchor the fewest hypernym steps above `synset`."""
        level, seen = [synset], set()
        while level:
            for one in level:
                if one in anchors:
                    return anchors[one]
            seen.update(level)
            level = [up for one in level for up in self.parents.get(one, []) if up not in seen]
        return None

    def weights(self, lemma: str, anchors: dict[str, str], least: float) -> str:
        """Letters with weights in ninths, heaviest first, of the noun senses of `lemma`."""
        senses = self.index[lemma][0][:6]
        mass: collections.Counter[str] = collections.Counter()
        total = 0.0
        for n, synset in enumerate(senses):
            weight = self.sense_count.get((lemma, 0, n + 1), 0) + 1 / (n + 1)
            total += weight
            letter = self.nearest(synset, anchors)
            if letter:
                mass[letter] += weight
        kept = [(letter, w / total) for letter, w in mass.items() if w / total >= least]
        kept.sort(key=lambda pair: (-pair[1], pair[0]))
        return "".join(f"{letter}{max(1, round(9 * w))}" for letter, w in kept)


def table(source: Path) -> str:
    """The whole table as text."""
    net = WordNet(source)
    categories = {net.synset(name): letter for letter, names in CATEGORIES.items() for name in names}
    settings = {net.synset(name): letter for letter, (_, names) in SETTINGS.items() for name in names}
    rows: list[str] = []
    common: list[tuple[int, str]] = []
    for lemma in sorted(net.index):
        parts = net.index[lemma]
        tagged = sum(net.part_count[lemma, part] for part in parts)
        if not re.fullmatch(r"[a-z][a-z'\-]*(_[a-z'\-]+)?", lemma):
            continue
        if "_" in lemma and 0 not in parts:
            continue
        if not tagged and set(parts) == {0} and all(synset in net.latin for synset in parts[0]):
            continue
        digits = "".join(
            DIGITS[min(35, 1 + round(2 * math.log2(1 + net.part_count[lemma, part])))] if part in parts else "0" for _, part in PARTS
        )
        kinds = net.weights(lemma, categories, 0.05) if 0 in parts else ""
        hints = net.weights(lemma, settings, 0.25) if 0 in parts else ""
        if "_" in lemma and (not kinds or kinds[0] in "TCEQgz"):
            continue  # compounds serve to know a creature, a dish, a place; the rest is dead weight
        verb = DIGITS[net.verb_class[parts[1][0]] - 28] if 1 in parts else ""
        rows.append(f"{lemma}\t{digits}\t{kinds}\t{hints}\t{verb}".rstrip("\t"))
        if "_" not in lemma and len(lemma) > 3 and tagged >= 2:
            common.append((-tagged, lemma))
    irregular: dict[str, list[str]] = {}
    for name, letter in (("noun", "n"), ("verb", "v"), ("adj", "a")):
        for line in (source / f"{name}.exc").read_text("latin-1").splitlines():
            form, lemma = line.split()[:2]
            if "_" not in form and lemma in net.index:
                irregular.setdefault(form, []).append(f"{letter}:{lemma}")
    forms = [f"{form}\t{' '.join(irregular[form])}" for form in sorted(irregular)]
    words = [lemma for _, lemma in sorted(common)]
    return "\n".join([*rows, "%", *forms, "%", " ".join(words), ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--source", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--out", type=Path, default=Path("src/makebelieve/language/data/wordnet.txt.gz"))
    options = parser.parse_args()
    text = table(options.source).encode()
    packed = gzip.compress(text, 9, mtime=0)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(packed)
    rows = text.count(b"\n")
    print(f"{rows} lines, {len(text) // 1024} KiB, {len(packed) // 1024} KiB compressed -> {options.out}")


if __name__ == "__main__":
    main()
