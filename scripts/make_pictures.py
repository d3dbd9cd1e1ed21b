"""Make docs/pictures/games.png: stills of six games, each from one sentence. Needs the built web assets (`make setup`)."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from makebelieve import games
from makebelieve.engine import open_engine
from makebelieve.games import picture
from makebelieve.games.artwork import draw_art

SENTENCES = (
    ("A platformer where you jump between clouds", 1),
    ("a frog hops through candy land with double jump and collects cherries", 3),
    ("a wizard cat explores a haunted library seen from above and gathers lost books", 3),
    ("a knight fights skeletons in an old crypt, room by room, and a boss at the end", 5),
    ("survive hordes of zombies in the city at night", 2),
    ("a penguin pilot shoots alien saucers at dusk", 3),
)
COLUMNS = 3
OUT = Path(__file__).parents[1] / "docs" / "pictures" / "games.png"


def main() -> None:
    """Generate, paint, paste in a grid."""
    engine, painter = open_engine(), picture.open_painter()
    stills = []
    for prompt, seed in SENTENCES:
        game = games.generate(prompt, seed=seed, engine=engine)
        print(f"{game.kind}: {game.title} ({game.proof['status']})", flush=True)
        stills.append(picture.still_of(game.config, engine=engine, painter=painter, art=draw_art(game.config)))
    width, height = stills[0].size
    sheet = Image.new("RGB", (width * COLUMNS, height * (len(stills) // COLUMNS)))
    for i, still in enumerate(stills):
        sheet.paste(still, (i % COLUMNS * width, i // COLUMNS * height))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(256, dither=Image.Dither.NONE).save(OUT, "PNG", optimize=True)
    print(OUT, OUT.stat().st_size, "bytes")
    engine.close()
    painter.close()


if __name__ == "__main__":
    main()
