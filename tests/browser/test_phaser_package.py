"""The Phaser package loaded by Phaser itself in real Chromium: atlases, animations, nine-slices and the font, compared pixel by pixel."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, Route

from makebelieve import art

pytestmark = pytest.mark.browser

PHASER = Path(__file__).parents[2] / "node_modules/phaser/dist/phaser.min.js"
# Nothing listens there: every request is answered from the package.
BASE = "http://package.localhost"
HERO = art.animation("knight", "attack", ["right", "down-left"], frames=4, size=(32, 32), seed=7)
KEY = art.sprite("golden key", (32, 32), 7)
KIT = art.ui.kit("gothic", seed=7)
WORDS = 'Sphinx, "quartz" & 7!'
BACK = (16, 32, 48)
PAGE = """<!doctype html><html><head><style>body{margin:0}canvas{display:block}</style></head><body>
<script src="/phaser.js"></script><script>
window.ready = new Promise((resolve) => new Phaser.Game({
  type: Phaser.WEBGL, width: 320, height: 240, pixelArt: true, backgroundColor: '#102030', banner: false,
  scene: {
    preload() {
      this.load.setPath('/quest/');
      for (const name of ['hero', 'key', 'hud']) this.load.atlas(name, `${name}.png`, `${name}.json`);
      this.load.json('hero-anims', 'hero.anims.json');
      this.load.bitmapFont('hud-font', 'hud-font.png', 'hud-font.xml');
      window.failed = [];
      this.load.on('loaderror', (file) => window.failed.push(file.key));
    },
    create() {
      this.anims.fromJSON(this.cache.json.get('hero-anims'));
      window.scene = this;
      resolve();
    },
  },
}));
</script></body></html>"""


@pytest.fixture
def scene(page: Page, watch: Any) -> Iterator[Page]:
    """A page whose `scene` has loaded the package and shows nothing."""
    if not PHASER.exists():
        pytest.skip("Phaser is not installed (npm ci)")
    with zipfile.ZipFile(io.BytesIO(art.package({"hero": HERO, "key": KEY, "hud": KIT}, "phaser", project="quest"))) as archive:
        files = {f"/{name}": archive.read(name) for name in archive.namelist()}

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(BASE).split("?")[0]
        if path == "/":
            route.fulfill(body=PAGE, content_type="text/html")
        elif path == "/phaser.js":
            route.fulfill(path=PHASER, content_type="text/javascript")
        elif path in files:
            kinds = {"png": "image/png", "json": "application/json", "xml": "text/xml"}
            route.fulfill(body=files[path], content_type=kinds[path.rsplit(".", 1)[-1]])
        else:
            route.fulfill(status=204 if path == "/favicon.ico" else 404)

    page.route(f"{BASE}/**", answer)
    page.goto(f"{BASE}/")
    page.evaluate("window.ready")
    yield page
    assert page.evaluate("window.failed") == []
    assert watch.errors == []


def shown(page: Page) -> Image.Image:
    """The canvas, two frames from now."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return Image.open(io.BytesIO(page.locator("canvas").screenshot())).convert("RGB")


def expected(image: Image.Image, x: int, y: int) -> Image.Image:
    out = Image.new("RGB", (320, 240), BACK)
    out.paste(image, (x, y), image)
    return out


def differing(one: Image.Image, other: Image.Image) -> int:
    return int((np.asarray(one) != np.asarray(other)).any(axis=2).sum())


def test_pictures_and_animations_show_the_frames_that_were_drawn(scene: Page) -> None:
    scene.evaluate("scene.add.image(100, 90, 'key', scene.textures.get('key').getFrameNames()[0])")
    pivot = KEY.pivot
    assert differing(shown(scene), expected(KEY.image, 100 - pivot[0], 90 - pivot[1])) == 0
    keys = scene.evaluate("[...scene.anims.anims.keys()]")
    assert keys == [f"hero-{row.tag}" for row in HERO.rows]
    for row in HERO.rows:
        # each step in turn: how long Phaser will show it, and what it cuts out of the sheet
        plan = scene.evaluate(
            "(key) => { const one = scene.make.sprite({key: 'hero', add: false}).play(key);"
            " return scene.anims.get(key).frames.map((step) => { one.anims.setCurrentFrame(step);"
            " one.anims.currentAnim.getNextTick(one.anims);"
            " return [one.anims.nextTick, step.frame.cutX, step.frame.cutY, step.frame.cutWidth]; }); }",
            f"hero-{row.tag}",
        )
        assert [step[0] for step in plan] == list(row.durations)
        for (_, x, y, width), frame in zip(plan, row.frames, strict=True):
            assert HERO.sheet.crop((x, y, x + width, y + frame.height)).tobytes() == frame.tobytes()
    scene.evaluate(
        f"(() => {{ scene.children.removeAll(); const one = scene.add.sprite(60, 70, 'hero'); one.play('hero-{HERO.rows[1].tag}');"
        " one.anims.pause(one.anims.currentAnim.frames[2]); })()"
    )
    frame = HERO.rows[1].frames[2]
    assert differing(shown(scene), expected(frame, 60 - HERO.pivot[0], 70 - HERO.pivot[1])) == 0


@pytest.mark.parametrize(
    ("name", "size"), [("panel", (150, 90)), ("dialogue", (201, 77)), ("button-hover", (97, 33)), ("bar-frame", (120, 12))]
)
@pytest.mark.slow
def test_nine_slices_stretch_as_the_kit_stretches_them(name: str, size: tuple[int, int], scene: Page) -> None:
    # only the borders that the atlas brings: no number of the kit's is told here
    scene.evaluate(f"scene.add.nineslice(20, 30, 'hud', '{name}', {size[0]}, {size[1]}).setOrigin(0)")
    assert differing(shown(scene), expected(KIT.element(name).stretched(*size), 20, 30)) == 0


@pytest.mark.slow
def test_every_element_is_a_frame(scene: Page) -> None:
    names = scene.evaluate("scene.textures.get('hud').getFrameNames()")
    assert sorted(names) == sorted(KIT.names)
    scene.evaluate("scene.add.image(40, 50, 'hud', 'cursor-target')")
    one = KIT.element("cursor-target")
    assert one.pivot is not None
    assert differing(shown(scene), expected(one.image, 40 - one.pivot[0], 50 - one.pivot[1])) == 0


@pytest.mark.slow
def test_the_bitmap_font_sets_words_as_the_kit_does(scene: Page) -> None:
    scene.evaluate(f"scene.add.bitmapText(24, 40, 'hud-font', {WORDS!r} + '\\n' + {WORDS!r})")
    words = KIT.text(f"{WORDS}\n{WORDS}")
    whole, wanted = np.asarray(shown(scene)), np.asarray(expected(words, 24, 40))
    ink, there = (np.argwhere((pixels != BACK).any(axis=2)) for pixels in (whole, wanted))
    assert ink.min(axis=0).tolist() == there.min(axis=0).tolist()
    assert (whole == wanted).all()
