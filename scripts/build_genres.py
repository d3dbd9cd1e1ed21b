"""Learn how single words and pairs of words speak for the 21 kinds, from our own prototype sentences and WordNet.

    python scripts/build_genres.py [--source /usr/share/wordnet] [--check]

A multinomial logistic regression over stems, pairs of neighbours, and the WordNet classes above each noun and verb. The classes make it
general: "hurdles" was never seen, "leap" was, and both are jumps. After training, the weights of a word's classes are folded into the
word, so that the table that ships holds nothing but `stem -> 21 small integers` and the interpreter adds them up
(`makebelieve.language.affinity`). Plain Python, fixed order, no randomness: the same sentences give the same table. `--check` prints
leave-one-fold-out accuracy instead of writing.
"""

from __future__ import annotations

import argparse
import gzip
import math
from collections import Counter
from pathlib import Path

from build_wordnet import WordNet
from makebelieve.language import wordtable
from makebelieve.language.affinity import OFFSET, SCALE, features
from makebelieve.language.beings import BODIES_OF
from makebelieve.language.kinds import KINDS
from makebelieve.language.reading import read

ROOT = Path(__file__).resolve().parent.parent
CLASS_SHARE = 0.7
EPOCHS = 20
RATE = 0.5
DECAY = 0.003

Vector = dict[str, float]


def sentences(path: Path) -> list[tuple[int, str]]:
    """(index of the kind, sentence) in the order of the file."""
    rows: list[tuple[int, str]] = []
    kind = 0
    for line in path.read_text().splitlines():
        if line.startswith("[") and line.endswith("]"):
            kind = KINDS.index(line[1:-1])  # type: ignore[arg-type]
        elif line.strip() and not line.startswith("#"):
            rows.append((kind, line.strip()))
    return rows


class Classes:
    """WordNet classes of stems."""

    def __init__(self, net: WordNet) -> None:
        self.net = net
        self.cache: dict[str, Vector] = {}

    def of(self, stem: str) -> Vector:
        if stem not in self.cache:
            self.cache[stem] = self._find(stem)
        return self.cache[stem]

    def _find(self, stem: str) -> Vector:
        found: Counter[str] = Counter()
        parts = self.net.index.get(stem, {})
        entry = wordtable.find(stem)
        if entry is None or "_" in stem:
            return {}
        total = entry.noun + entry.verb + 1e-9
        for part, mass, parents in ((0, entry.noun, self.net.parents), (1, entry.verb, self.net.verb_parents)):
            senses = parts.get(part, [])[:3]
            counts = [self.net.sense_count.get((stem, part, i + 1), 0) + 1 / (i + 1) for i in range(len(senses))]
            for synset, count in zip(senses, counts, strict=True):
                share = mass / total * count / sum(counts)
                level, seen = [synset], set()
                step = 0
                while level and step < 6:
                    for one in level:
                        found[f"{part}:{one}"] += share * 0.8**step
                    seen.update(level)
                    level = [up for one in level for up in parents.get(one, []) if up not in seen]
                    step += 1
        return {name: CLASS_SHARE * min(1.0, value) for name, value in found.items() if value > 0.08}


def vector(names: list[str], classes: Classes) -> Vector:
    """Features of one sentence with their classes, scaled by its length."""
    scale = 1 / math.sqrt(max(4, sum(1 for name in names if "_" not in name)))
    result: Vector = {}
    for name in names:
        result[name] = result.get(name, 0.0) + scale
        if "_" not in name and name not in BODIES_OF:
            for above, share in classes.of(name).items():
                key = f"^{above}"
                result[key] = result.get(key, 0.0) + share * scale
    return result


def train(rows: list[tuple[int, Vector]]) -> dict[str, list[float]]:
    """Weights per feature (one per kind), by gradient steps in the order of the rows, kinds interleaved."""
    size = len(KINDS)
    seen = Counter(name for _, row in rows for name in row)
    # a class or a pair met once teaches nothing but that sentence
    kept = [
        (kind, [(name, value) for name, value in row.items() if seen[name] > (1 if name[0] == "^" or "_" in name else 0)])
        for kind, row in rows
    ]
    by_kind: list[list[tuple[int, list[tuple[str, float]]]]] = [[row for row in kept if row[0] == kind] for kind in range(size)]
    order = [some[i] for i in range(max(map(len, by_kind))) for some in by_kind if i < len(some)]
    weights: dict[str, list[float]] = {}
    for epoch in range(EPOCHS):
        rate = RATE / (1 + 0.08 * epoch)
        for kind, row in order:
            scores = [0.0] * size
            for name, value in row:
                weight = weights.get(name)
                if weight is not None:
                    scores = [score + value * w for score, w in zip(scores, weight, strict=True)]
            top = max(scores)
            shares = [math.exp(score - top) for score in scores]
            total = sum(shares)
            steps = [-rate * share / total for share in shares]
            steps[kind] += rate
            for name, value in row:
                weight = weights.get(name)
                if weight is None:
                    weights[name] = [value * step for step in steps]
                else:
                    weights[name] = [w * (1 - rate * DECAY) + value * step for w, step in zip(weight, steps, strict=True)]
    return weights


def scores(row: Vector, weights: dict[str, list[float]]) -> list[float]:
    result = [0.0] * len(KINDS)
    for name, value in row.items():
        weight = weights.get(name)
        if weight is not None:
            result = [score + value * w for score, w in zip(result, weight, strict=True)]
    return result


def check(rows: list[tuple[int, Vector]]) -> None:
    first = third = 0
    for fold in range(5):
        weights = train([row for i, row in enumerate(rows) if i % 5 != fold])
        for kind, row in rows[fold::5]:
            found = scores(row, weights)
            ranked = sorted(range(len(KINDS)), key=lambda one: -found[one])
            first += ranked[0] == kind
            third += kind in ranked[:3]
    print(f"{len(rows)} sentences, five folds: top-1 {first / len(rows):.1%}, top-3 {third / len(rows):.1%}")


def fold_in(weights: dict[str, list[float]], classes: Classes) -> dict[str, list[float]]:
    """Weights of stems and pairs alone: the classes of every word that may occur are added to the word."""
    words = {name for name in weights if name[0] != "^"} | {word for word in wordtable.common_words() if len(word) > 2}
    table: dict[str, list[float]] = {}
    for word in sorted(words):
        total = list(weights.get(word, [0.0] * len(KINDS)))
        if "_" not in word and word not in BODIES_OF:
            for above, share in classes.of(word).items():
                weight = weights.get(f"^{above}")
                if weight is not None:
                    total = [a + share * b for a, b in zip(total, weight, strict=True)]
        if max(map(abs, total)) * SCALE >= 4:
            table[word] = total
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--source", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--prototypes", type=Path, default=ROOT / "scripts" / "prototypes.txt")
    parser.add_argument("--out", type=Path, default=ROOT / "src/makebelieve/language/data/affinity.txt.gz")
    parser.add_argument("--check", action="store_true", help="measure by folds, write nothing")
    options = parser.parse_args()
    classes = Classes(WordNet(options.source))
    rows = [(kind, vector(features(read(text)), classes)) for kind, text in sentences(options.prototypes)]
    if options.check:
        check(rows)
        return
    table = fold_in(train(rows), classes)
    lines = [
        f"{name}\t" + "".join(chr(OFFSET + max(-44, min(45, round(weight * SCALE)))) for weight in weights)
        for name, weights in table.items()
    ]
    text = "\n".join(lines).encode()
    packed = gzip.compress(text, 9, mtime=0)
    options.out.write_bytes(packed)
    print(f"{len(lines)} entries, {len(packed) // 1024} KiB -> {options.out}")


if __name__ == "__main__":
    main()
