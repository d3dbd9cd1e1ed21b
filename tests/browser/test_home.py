"""The home page in real Chromium against a real server: say it, watch it being made, play it, change it, undo."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SERVE = """
import sys
from pathlib import Path
from makebelieve.main import House
from makebelieve.settings import Settings
more = {"workshop": sys.argv[2]} if len(sys.argv) > 2 else {}
house = House(Settings(data=Path(sys.argv[1]), workers=1), **more)
house.serve("127.0.0.1", 0, path="/", on_ready=lambda link: print("READY", link, flush=True))
"""
# A whole game is made, on machines that do other things besides.
PATIENCE = 240.0


@contextmanager
def serving(data: Path, *more: str) -> Iterator[tuple[str, str]]:
    """A server process on a data folder; yields its address and its login link."""
    with data.with_suffix(".log").open("w") as log:
        process = subprocess.Popen([sys.executable, "-c", SERVE, str(data), *more], stdout=subprocess.PIPE, stderr=log, text=True)
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert line.startswith("READY "), data.with_suffix(".log").read_text()
            link = line.split()[1]
            yield "/".join(link.split("/")[:3]), link
        finally:
            process.terminate()
            process.wait(60)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    with serving(tmp_path_factory.mktemp("home") / "data") as found:
        yield found


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Makes tiny games at once; they cannot be played. One test may follow the link, one may use up the day's anonymous games."""
    with serving(tmp_path_factory.mktemp("quick") / "data", "small_workshop:open_body") as found:
        yield found


def until(page: Page, script: str, seconds: float = PATIENCE) -> None:
    end = time.monotonic() + seconds
    while not page.evaluate(script):
        assert time.monotonic() < end, f"never true: {script}; {page.locator('main').inner_text()[:600]}"
        page.wait_for_timeout(100)


def say(page: Page, prompt: str) -> None:
    page.fill("#prompt", prompt)
    page.get_by_role("button", name="Make it").click()


@pytest.mark.slow
def test_from_a_sentence_to_a_game_to_an_edit_and_back(service: tuple[str, str], page: Page, watch: Any) -> None:
    base, link = service
    # The link leads to the home page.
    page.goto(link)
    say(page, "an easy platformer with one level: a tiny red fox collects gems in the snow")
    assert page.locator(".stages li").count() == 5
    page.locator(".bench h2").wait_for(timeout=PATIENCE * 1000)
    assert "Proven winnable" in page.locator(".proof").inner_text()
    assert "tiny red fox" in page.locator(".chip.stated", has_text="hero").inner_text()

    game = page.frame_locator(".bench-game")
    game.locator("[data-action=play]").click(timeout=60_000)
    frame = page.frames[-1]
    until_frame(frame, "window.__makebelieve.tick > 5")

    page.fill("#edit", "make it night")
    page.get_by_role("button", name="Change it").click()
    page.locator(".receipt .changed").wait_for(timeout=PATIENCE * 1000)
    assert "night" in page.locator(".receipt .changed").inner_text()
    undo = page.get_by_role("button", name="Undo")
    until(page, "!document.querySelector('.busy')")
    until(page, "[...document.querySelectorAll('button')].some(b => b.textContent === 'Undo' && !b.disabled)")
    undo.click()
    page.get_by_text("Back to version 1").wait_for(timeout=30_000)
    until(page, "[...document.querySelectorAll('button')].some(b => b.textContent === 'Redo' && !b.disabled)")

    page.get_by_label("Share").check()
    page.get_by_text("Anybody with the link can play it now").wait_for()
    page.locator(".gallery .cover").scroll_into_view_if_needed()
    until(page, "[...document.querySelectorAll('.gallery .cover img')].filter(i => i.complete && i.naturalWidth > 0).length === 1", 60)
    # The page itself hangs up on the stream of stages once it has heard the last one.
    assert [error for error in watch.errors if "/progress (net::ERR_ABORTED)" not in error] == []
    assert [url for url in watch.requests if not url.startswith((base, "data:", "blob:"))] == []


def until_frame(frame: Any, script: str, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not frame.evaluate(script):
        assert time.monotonic() < end, f"never true in the game: {script}"
        frame.page.wait_for_timeout(100)


def test_a_refusal_is_told_in_words(quick: tuple[str, str], page: Page) -> None:
    base, _ = quick
    page.goto(f"{base}/")
    say(page, "refuse")
    page.get_by_role("alert").filter(has_text="no bot could win this").wait_for(timeout=60_000)
    assert page.get_by_role("button", name="Make it").is_enabled()


@pytest.mark.slow
def test_the_daily_limit_is_told_kindly(quick: tuple[str, str], page: Page) -> None:
    base, _ = quick
    page.goto(f"{base}/")
    for i in range(3):
        say(page, f"a fox {i}")
        page.locator(".bench h2", has_text=f"a fox {i}").wait_for(timeout=60_000)
    say(page, "one more fox")
    page.locator(".problem.gentle", has_text="You can go on in").wait_for(timeout=60_000)


def test_it_fits_a_phone(quick: tuple[str, str], chromium: Browser) -> None:
    _, link = quick
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(link)
    say(page, "a fox")
    page.locator(".bench h2").wait_for(timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for name in ("Make it", "Change it"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert box["height"] >= 40
    context.close()


def test_every_control_has_a_name(quick: tuple[str, str], page: Page) -> None:
    page.goto(f"{quick[0]}/")
    unnamed = page.evaluate(
        """[...document.querySelectorAll('button, textarea, input, a')].filter(e => !e.closest('[hidden]'))
        .filter(e => !(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length))).map(e => e.outerHTML)"""
    )
    assert unnamed == []
