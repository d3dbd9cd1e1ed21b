"""A game's own sound in a real browser: loaded behind the game, started by a gesture, its loop without a seam."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from player_games import small_game
from player_site import player_site
from playwright.sync_api import Page

from makebelieve.games.soundtrack import THEME_GAIN, Brief, compose_sound, compose_theme

pytestmark = pytest.mark.browser

PATIENCE_MS = 90_000
BRIEF = Brief("platformer", "cheerful", 3)
Samples = NDArray[np.float64]
BESIDE = 4096
"""Samples on each side of a seam."""
SETTLED = 6.0
"""Seconds after which the mixer's fades are over."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    game = small_game("platformer")
    sound = {"heard": compose_sound(BRIEF).packed(), "odd": b'\x0d\x00\x00\x00{"format":99}'}
    with player_site(dict.fromkeys(("heard", "odd", "mute"), game), sound=sound) as address:
        yield address


def until(page: Page, condition: str) -> None:
    page.wait_for_function(f"() => {condition}", timeout=PATIENCE_MS)


def open_game(page: Page, address: str) -> None:
    page.goto(address)
    until(page, "window.__makebelieve?.state === 'title'")


def strays(heard: Samples, meant: Samples) -> Samples:
    """How far what is heard is from what was composed: RMS in windows of 128 samples, as a share of the sound's."""
    wrong = ((heard - meant) ** 2).reshape(-1, 128).mean(axis=1)
    return np.asarray(np.sqrt(wrong / np.mean(meant**2)))


def test_the_loop_of_the_music_has_no_seam(base: str, page: Page) -> None:
    open_game(page, f"{base}/play/heard")
    until(page, "window.__makebelieve.scored")
    heard: dict[str, Any] = page.evaluate(
        """async ([beside, settled]) => {
          const { samples, loop, rate } = await window.__makebelieve.audition(34);
          const cut = (from, to) => Array.from(samples.subarray(from, to));
          const late = Math.round(settled * rate);
          return {
            loop, rate, loudest: samples.reduce((a, b) => Math.max(a, Math.abs(b)), 0),
            seams: [loop, 2 * loop].map((at) => cut(at - beside, at + beside)),
            passes: [late, loop + late].map((at) => cut(at, at + rate)),
          };
        }""",
        [BESIDE, SETTLED],
    )
    assert heard["rate"] == 44_100
    assert 0.05 < heard["loudest"] < 1
    # The second pass is the first, to what five time constants leave of the fades; both seams are the same.
    for one, other in (heard["passes"], heard["seams"]):
        assert np.abs(np.subtract(one, other)).max() < 1e-4
    # Over the seam it is as true to the endless piece that was composed as beside it; cut a little elsewhere it is not.
    piece = compose_theme(BRIEF).audio.mean(axis=1, dtype=np.float64) * THEME_GAIN
    meant = np.concatenate((piece[-BESIDE:], piece[:BESIDE]))
    over = strays(np.array(heard["seams"][0]), meant)
    middle = len(over) // 2
    beside = np.delete(over, range(middle - 8, middle + 8))
    assert beside.mean() < 0.2
    assert over[middle - 8 : middle + 8].max() <= beside.max()
    late = strays(np.array(heard["seams"][0]), np.concatenate((piece[-BESIDE:], piece[200 : BESIDE + 200])))
    assert late[middle : middle + 8].max() > 1.25 * beside.max()


def test_the_games_sound_starts_with_a_gesture_and_rests_with_the_tab(base: str, page: Page, watch: Any) -> None:
    open_game(page, f"{base}/play/heard")
    until(page, "window.__makebelieve.scored")
    assert page.evaluate("window.__makebelieve.sound") == "silent"
    page.click("[data-action=play]")
    until(page, "window.__makebelieve.sound === 'score' && window.__makebelieve.soundState === 'running'")
    for hidden, state in (("true", "suspended"), ("false", "running")):
        page.evaluate(f"Object.defineProperty(document, 'hidden', {{ value: {hidden}, configurable: true }})")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        until(page, f"window.__makebelieve.soundState === '{state}'")
    assert watch.errors == []


@pytest.mark.parametrize("game", ["mute", "odd"])
def test_a_game_without_sound_of_its_own_has_the_pages(game: str, base: str, page: Page) -> None:
    open_game(page, f"{base}/play/{game}")
    if game == "odd":
        until(page, "window.__makebelieve.sound === 'failed'")
        return
    page.click("[data-action=play]")
    until(page, "window.__makebelieve.sound === 'voices' && window.__makebelieve.soundState === 'running'")
