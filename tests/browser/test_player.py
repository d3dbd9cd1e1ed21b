"""The play page in real Chromium: it boots clean, the certificate plays to the win, hands move the hero."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from player_games import KINDS, small_game
from player_site import player_site
from playwright.sync_api import Browser, BrowserContext, Page

from makebelieve.games.artwork import draw_art

pytestmark = pytest.mark.browser

PATIENCE = 90.0
# Times the speed of play at which certificates are watched here.
HURRY = 60


class Site:
    """The pages, with each game made when it is first asked for."""

    def __init__(self, base: str, games: dict[str, Any], art: dict[str, bytes]) -> None:
        self.base = base
        self._games = games
        self._art = art

    def game(self, kind: str, levels: int = 1) -> str:
        """Address of a game of the kind."""
        name = f"{kind}-{levels}"
        self._games.setdefault(name, small_game(kind, levels))
        return f"{self.base}/play/{name}"

    def drawn(self, kind: str, bundle: bytes | None = None) -> str:
        """Address of a game of the kind that has art: its own, or `bundle` in its place."""
        name = f"{kind}-{'drawn' if bundle is None else 'odd'}"
        self._games[name] = small_game(kind)
        self._art[name] = draw_art(small_game(kind)).packed() if bundle is None else bundle
        return f"{self.base}/play/{name}"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    games: dict[str, Any] = {}
    art: dict[str, bytes] = {}
    with player_site(games, art=art) as base:
        yield Site(base, games, art)


def ask(page: Page, member: str) -> Any:
    return page.evaluate(f"window.__makebelieve?.{member}")


def until(page: Page, script: str, seconds: float = PATIENCE) -> None:
    """Polls from outside: the content policy forbids what `wait_for_function` does."""
    end = time.monotonic() + seconds
    while not page.evaluate(script):
        assert time.monotonic() < end, f"never true: {script}; state {ask(page, 'state')}, tick {ask(page, 'tick')}"
        page.wait_for_timeout(50)


def open_game(page: Page, address: str, *, small: bool = True) -> None:
    if small:
        # Software rendering pays for every pixel.
        page.set_viewport_size({"width": 640, "height": 400})
    page.goto(address)
    page.wait_for_selector("[data-action=play]")


def start(page: Page, action: str = "play") -> None:
    page.click(f"[data-action={action}]")
    until(page, "window.__makebelieve.state === 'playing'")


def colours(page: Page) -> int:
    """How many different colours the game's picture has."""
    picture = Image.open(io.BytesIO(page.locator(".mb-canvas canvas").screenshot())).convert("RGB")
    return len(picture.getcolors(maxcolors=1 << 24) or [])


@pytest.mark.parametrize("kind", [KINDS[0], *(pytest.param(kind, marks=pytest.mark.slow) for kind in KINDS[1:])])
def test_boots_clean_and_the_certificate_plays_to_the_win_screen(kind: str, site: Site, page: Page, watch: Any) -> None:
    open_game(page, site.game(kind))
    assert page.title() == small_game(kind)["game"]["title"]
    start(page, "watch")
    until(page, "window.__makebelieve.tick > 5")
    assert colours(page) > 40
    page.evaluate(f"window.__makebelieve.speed = {HURRY}")
    until(page, "window.__makebelieve.state === 'won'")
    assert ask(page, "hash") == ask(page, "expectedHash")
    assert page.locator(".mb-won").is_visible()
    assert watch.errors == []
    assert [url for url in watch.requests if not url.startswith((site.base, "data:", "blob:"))] == []


@pytest.mark.parametrize("kind", ["platformer", "topdown"])
@pytest.mark.slow
def test_the_cast_is_shown_from_the_servers_sheet_and_plays_to_the_win(kind: str, site: Site, page: Page, watch: Any) -> None:
    open_game(page, site.drawn(kind))
    until(page, "window.__makebelieve.art === 'drawn'")
    assert ask(page, "heroTexture") == "art:sheet"
    assert ask(page, "ground") == "laid"
    assert ask(page, "distance") == ("laid" if kind == "platformer" else "painted")
    assert page.locator(".mb-title .mb-portrait").evaluate("image => image.complete && image.naturalWidth") == 96
    assert "data:image/png" in page.locator("[data-action=play]").evaluate("button => getComputedStyle(button).borderImageSource")
    start(page, "watch")
    page.evaluate(f"window.__makebelieve.speed = {HURRY}")
    until(page, "window.__makebelieve.state === 'won'")
    assert ask(page, "hash") == ask(page, "expectedHash")
    assert watch.errors == []


@pytest.mark.slow
def test_a_game_whose_art_cannot_be_had_is_played_as_the_page_paints_it(site: Site, page: Page) -> None:
    open_game(page, site.drawn("platformer", b'{"format": 99}'))
    until(page, "window.__makebelieve.art === 'failed'")
    assert ask(page, "heroTexture") != "art:sheet"
    assert ask(page, "ground") == "painted"
    assert page.locator(".mb-portrait").count() == 0
    start(page)
    page.keyboard.down("ArrowRight")
    until(page, "window.__makebelieve.hero.x > 40", 20)
    page.keyboard.up("ArrowRight")


@pytest.mark.slow
def test_art_from_before_grounds_distances_and_portraits_still_dresses_the_cast(site: Site, page: Page, watch: Any) -> None:
    old = json.loads(draw_art(small_game("platformer")).packed())
    for part in ("ground", "places", "signs", "ui", "portrait"):
        del old[part]
    open_game(page, site.drawn("platformer", json.dumps(old).encode()))
    until(page, "window.__makebelieve.art === 'drawn'")
    assert ask(page, "heroTexture") == "art:sheet"
    assert ask(page, "ground") == "painted"
    assert ask(page, "distance") == "painted"
    assert page.locator(".mb-portrait").count() == 0
    assert watch.errors == []


def test_a_layer_that_is_no_picture_leaves_the_distance_to_the_page(site: Site, page: Page) -> None:
    broken = json.loads(draw_art(small_game("platformer")).packed())
    for place in broken["places"].values():
        place["layers"][-1]["png"] = "AAAA"
    open_game(page, site.drawn("platformer", json.dumps(broken).encode()))
    until(page, "window.__makebelieve.art === 'drawn'")
    assert ask(page, "ground") == "laid"
    assert ask(page, "distance") == "painted"


@pytest.mark.slow
def test_levels_follow_each_other_to_the_end(site: Site, page: Page) -> None:
    open_game(page, site.game("platformer", 2))
    start(page, "watch")
    page.evaluate(f"window.__makebelieve.speed = {HURRY}")
    until(page, "window.__makebelieve.level === 1")
    until(page, "window.__makebelieve.state === 'playing'")
    page.evaluate(f"window.__makebelieve.speed = {HURRY}")
    until(page, "window.__makebelieve.state === 'won'")


@pytest.mark.parametrize(("kind", "key", "axis", "sign"), [("platformer", "ArrowRight", "x", 1), ("topdown", "KeyS", "y", 1)])
def test_keys_move_the_hero(kind: str, key: str, axis: str, sign: int, site: Site, page: Page) -> None:
    open_game(page, site.game(kind))
    start(page)
    at = ask(page, f"hero.{axis}")
    page.keyboard.down(key)
    until(page, f"(window.__makebelieve.hero.{axis} - {at}) * {sign} > 4", 20)
    page.keyboard.up(key)


@pytest.mark.slow
def test_a_tap_shorter_than_a_frame_still_jumps(site: Site, page: Page) -> None:
    open_game(page, site.game("platformer"))
    start(page)
    page.evaluate(
        "for (const type of ['keydown', 'keyup']) window.dispatchEvent(new KeyboardEvent(type, {code: 'Space', bubbles: true}))",
    )
    until(page, "window.__makebelieve.events.jump === 1", 20)


def test_pause_holds_the_game_and_restart_begins_again(site: Site, page: Page) -> None:
    open_game(page, site.game("platformer"))
    start(page)
    until(page, "window.__makebelieve.tick > 10")
    page.keyboard.press("KeyP")
    assert ask(page, "state") == "paused"
    held = ask(page, "tick")
    page.wait_for_timeout(300)
    assert ask(page, "tick") == held
    page.keyboard.press("KeyP")
    until(page, f"window.__makebelieve.tick > {held}")
    page.keyboard.press("KeyR")
    assert ask(page, "tick") == 0


@pytest.mark.slow
def test_losing_the_keyboard_pauses(site: Site, page: Page) -> None:
    open_game(page, site.game("platformer"))
    start(page)
    page.evaluate("window.dispatchEvent(new Event('blur'))")
    assert ask(page, "state") == "paused"


@pytest.mark.slow
def test_the_ghost_races_along(site: Site, page: Page, watch: Any) -> None:
    open_game(page, site.game("platformer"))
    start(page, "race")
    until(page, "window.__makebelieve.tick > 20")
    assert ask(page, "mode") == "race"
    assert watch.errors == []


@pytest.mark.slow
def test_sound_setting_is_remembered(site: Site, page: Page) -> None:
    open_game(page, site.game("platformer"))
    page.keyboard.press("KeyM")
    page.reload()
    page.wait_for_selector("[data-action=play]")
    assert page.get_by_role("button", name="Sound").get_attribute("aria-pressed") == "false"


def test_a_game_that_is_not_there_says_so(site: Site, page: Page) -> None:
    page.route("**/play/missing", lambda route: route.fulfill(path=str(player_page()), content_type="text/html"))
    page.goto(f"{site.base}/play/missing")
    assert "no such game" in page.get_by_role("alert").inner_text()


def player_page() -> Any:
    from player_site import WEB

    return WEB / "play.html"


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, device_scale_factor=2)
    yield context
    context.close()


def test_thumbs_move_and_jump(site: Site, phone: BrowserContext) -> None:
    page = phone.new_page()
    open_game(page, site.game("platformer"), small=False)
    page.tap("[data-action=play]")
    until(page, "window.__makebelieve.state === 'playing'")
    at = ask(page, "hero.x")
    box = page.locator(".mb-stick").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = phone.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + 40, "y": y}]})
    until(page, f"window.__makebelieve.hero.x > {at} + 4", 20)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.tap(".mb-button-a")
    until(page, "window.__makebelieve.events.jump >= 1", 20)
    canvas = page.locator(".mb-canvas canvas").bounding_box()
    assert canvas is not None
    assert canvas["width"] <= 390
    assert canvas["y"] + canvas["height"] <= box["y"] + 1


def test_reduced_motion_stands_still_behind_the_title(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    open_game(page, site.game("platformer"))
    page.wait_for_timeout(300)
    assert ask(page, "tick") == 0
    context.close()
