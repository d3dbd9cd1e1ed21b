"""A game's own sound in a real browser: loaded behind the game, started by a gesture, its loop without a seam."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from player_games import small_game
from player_site import player_site
from playwright.sync_api import Page

from makebelieve.games.soundtrack import THEME_GAIN, Brief, compose_sound, compose_theme
from makebelieve.games.themes import THEMES, ThemeName

pytestmark = pytest.mark.browser

PATIENCE_MS = 90_000
BRIEF = Brief("platformer", "cheerful", 3, ("home", "further", "boss"))
Samples = NDArray[np.float64]
BESIDE = 4096
"""Samples on each side of a seam."""
SETTLED = 6.0
"""Seconds after which the mixer's fades are over."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    game = small_game("platformer")
    with player_site(dict.fromkeys(("heard", "late", "old", "odd", "mute"), game), sound=SOUNDS) as address:
        yield address


SOUNDS: dict[str, bytes | threading.Event] = {
    "heard": compose_sound(BRIEF).packed(),
    "late": threading.Event(),
    "odd": b'\x0d\x00\x00\x00{"format":99}',
}


def until(page: Page, condition: str) -> None:
    page.wait_for_function(f"() => {condition}", timeout=PATIENCE_MS)


def open_game(page: Page, address: str) -> None:
    page.goto(address)
    until(page, "window.__makebelieve?.state === 'title'")


def strays(heard: Samples, meant: Samples) -> Samples:
    """How far what is heard is from what was composed: RMS in windows of 128 samples, as a share of the sound's."""
    wrong = ((heard - meant) ** 2).reshape(-1, 128).mean(axis=1)
    return np.asarray(np.sqrt(wrong / np.mean(meant**2)))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.slow
def test_the_loop_of_the_music_has_no_seam(name: ThemeName, base: str, page: Page) -> None:
    open_game(page, f"{base}/play/heard")
    until(page, "window.__makebelieve.scored")
    heard: dict[str, Any] = page.evaluate(
        """async ([beside, settled, theme]) => {
          const { samples, loop, rate } = await window.__makebelieve.audition(34, theme);
          const cut = (from, to) => Array.from(samples.subarray(from, to));
          const late = Math.round(settled * rate);
          return {
            loop, rate, loudest: samples.reduce((a, b) => Math.max(a, Math.abs(b)), 0),
            seams: [loop, 2 * loop].map((at) => cut(at - beside, at + beside)),
            passes: [late, loop + late].map((at) => cut(at, at + rate)),
          };
        }""",
        [BESIDE, SETTLED, name],
    )
    assert heard["rate"] == 44_100
    assert 0.05 < heard["loudest"] < 1
    # The second pass is the first, to what five time constants leave of the fades; both seams are the same.
    for one, other in (heard["passes"], heard["seams"]):
        assert np.abs(np.subtract(one, other)).max() < 1e-4
    # Over the seam it is as true to the endless piece that was composed as beside it; cut a little elsewhere it is not.
    piece = (
        compose_theme(BRIEF, name, None if name == "home" else compose_theme(BRIEF).key).audio.mean(axis=1, dtype=np.float64) * THEME_GAIN
    )
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
@pytest.mark.slow
def test_a_game_without_sound_of_its_own_has_the_pages(game: str, base: str, page: Page) -> None:
    open_game(page, f"{base}/play/{game}")
    if game == "odd":
        until(page, "window.__makebelieve.sound === 'failed'")
        return
    page.click("[data-action=play]")
    until(page, "window.__makebelieve.sound === 'voices' && window.__makebelieve.soundState === 'running'")


@pytest.mark.slow
def test_the_games_sound_takes_over_from_the_pages_without_a_reload(base: str, page: Page, watch: Any) -> None:
    coming = SOUNDS["late"]
    assert isinstance(coming, threading.Event)
    open_game(page, f"{base}/play/late")
    page.click("[data-action=play]")
    until(page, "window.__makebelieve.sound === 'voices' && window.__makebelieve.soundState === 'running'")
    assert coming.wait(PATIENCE_MS / 1000)
    SOUNDS["late"] = SOUNDS["heard"]
    until(page, "window.__makebelieve.sound === 'score'")
    assert page.evaluate("window.__makebelieve.theme") == "home"
    assert watch.errors == []


@pytest.mark.slow
def test_sound_of_games_from_before_themes_is_still_heard(base: str, page: Page) -> None:
    packed = SOUNDS["heard"]
    assert isinstance(packed, bytes)
    size = int.from_bytes(packed[:4], "little")
    now = json.loads(packed[4 : 4 + size])
    first = {name: value for name, value in now.items() if name not in ("themes", "scenes")} | {"format": 1, "theme": now["themes"]["home"]}
    first["clips"] = {name: value for name, value in now["clips"].items() if name != "sampleRate"}
    head = json.dumps(first).encode()
    SOUNDS["old"] = len(head).to_bytes(4, "little") + head + packed[4 + size :]
    open_game(page, f"{base}/play/old")
    page.click("[data-action=play]")
    until(page, "window.__makebelieve.sound === 'score' && window.__makebelieve.theme === 'home'")


def test_volumes_are_set_with_the_keyboard_told_to_screen_readers_and_remembered(base: str, page: Page) -> None:
    open_game(page, f"{base}/play/heard")
    until(page, "window.__makebelieve.scored")
    page.click("[data-action=play]")
    until(page, "window.__makebelieve.sound === 'score'")
    page.keyboard.press("p")
    music = page.get_by_role("slider", name="Music")
    effects = page.get_by_role("slider", name="Effects")
    assert page.get_by_role("group", name="Volume").count() == 1
    assert (music.input_value(), effects.input_value()) == ("100", "100")
    music.focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    assert music.get_attribute("aria-valuetext") == "80 percent"
    effects.focus()
    page.keyboard.press("Home")
    assert effects.get_attribute("aria-valuetext") == "0 percent"
    # The game did not take the keys for itself, and keeps what was set.
    assert page.evaluate("window.__makebelieve.state") == "paused"
    page.reload()
    until(page, "window.__makebelieve?.state === 'title'")
    page.click("[data-action=play]")
    until(page, "window.__makebelieve.state === 'playing' || window.__makebelieve.state === 'card'")
    page.keyboard.press("p")
    assert (page.get_by_role("slider", name="Music").input_value(), page.get_by_role("slider", name="Effects").input_value()) == ("80", "0")
