"""Turned sprites of several textures in the player's own stage: each pixel is of the sprite that it belongs to."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image
from player_games import small_game
from player_site import player_site
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# The bundle keeps Phaser to itself; its renderer is caught as it gets its render nodes.
CATCH = """
Object.defineProperty(Object.prototype, 'renderNodes', {
  configurable: true,
  set(value) {
    Object.defineProperty(this, 'renderNodes', { value, writable: true, configurable: true, enumerable: true });
    window.caught = this;
  },
});
"""
SIDE, ACROSS, DOWN = 40, 8, 5
COLORS = ("#ff0000", "#00ff00", "#0000ff", "#ffff00", "#ff00ff", "#00ffff", "#ffffff", "#ff8000")
# A sheet of squares that lie apart, one texture each, on a black ground above everything else.
SHEET = """
([side, across, down, colors, angle]) => {
  const stage = window.caught.game.scene.getScene('stage');
  colors.forEach((color, i) => {
    if (stage.textures.exists(`probe:${i}`)) return;
    const canvas = stage.textures.createCanvas(`probe:${i}`, 32, 32);
    canvas.context.fillStyle = color;
    canvas.context.fillRect(0, 0, 32, 32);
    canvas.refresh();
  });
  const zoom = stage.cameras.main.zoom;
  const layer = stage.add.container(0, 0).setDepth(1e6).setScrollFactor(0).setScale(1 / zoom);
  layer.add(stage.add.rectangle(0, 0, 9000, 9000, 0).setOrigin(0));
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const image = stage.add.image((x + 0.5) * side, (y + 0.5) * side, `probe:${(x + 3 * y) % colors.length}`);
      layer.add(image.setDisplaySize(side * 0.6, side * 0.6).setRotation(angle));
    }
  window.layer?.destroy();
  window.layer = layer;
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
"""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with player_site({"turned": small_game("platformer")}) as address:
        yield address


def torn(picture: Image.Image) -> int:
    """Pixels inside the squares that are not of their square's colour."""
    pixels = np.asarray(picture.convert("RGB")).astype(int)
    count = 0
    for y in range(DOWN):
        for x in range(ACROSS):
            wanted = np.array(list(bytes.fromhex(COLORS[(x + 3 * y) % len(COLORS)][1:])))
            # what is turned keeps this far from its edge within a circle
            cell = pixels[y * SIDE + 10 : (y + 1) * SIDE - 10, x * SIDE + 10 : (x + 1) * SIDE - 10]
            rows, columns = np.mgrid[0 : cell.shape[0], 0 : cell.shape[1]] - (cell.shape[0] - 1) / 2
            count += int(((np.abs(cell - wanted).max(axis=2) > 8) & (np.hypot(rows, columns) < 10)).sum())
    return count


@pytest.mark.parametrize("angle", [0.0, 0.1, 0.37, 0.9, 1.3, 2.2])
@pytest.mark.slow
def test_squares_of_many_textures_stay_whole_when_turned(angle: float, base: str, page: Page) -> None:
    page.add_init_script(CATCH)
    page.set_viewport_size({"width": 640, "height": 400})
    page.goto(f"{base}/play/turned")
    page.wait_for_selector("[data-action=play]")
    page.click("[data-action=play]")
    page.wait_for_function("() => window.__makebelieve.state === 'playing'")
    page.evaluate(SHEET, [SIDE, ACROSS, DOWN, list(COLORS), angle])
    picture = Image.open(io.BytesIO(page.locator(".mb-canvas canvas").screenshot()))
    assert torn(picture) == 0
