"""Another's game in real Chromium: it plays, and it is of no origin: no cookie, no storage, no call in the visitor's name."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from player_games import small_game
from playwright.sync_api import Page

from makebelieve.access import accounts, browser
from makebelieve.access.callers import Caller, User, expand
from makebelieve.edge.http.app import build_app
from makebelieve.library import making
from makebelieve.main import House
from makebelieve.settings import Settings

pytestmark = pytest.mark.browser


@dataclass
class Place:
    house: House
    base: str
    game: str

    def login_link(self, email: str) -> str:
        def work(unit: Any) -> str:
            found = unit.accounts.user_by_email(email)
            user: User = found[0] if found else accounts.register(unit, email, "A", "x", "free", time.time(), approved=True)
            return browser.make_login_link(unit, user, time.time())

        return f"{self.base}/login/{self.house.database.write(work)}?next=/health"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Place]:
    """A server with one shared game of ada's."""
    folder = tmp_path_factory.mktemp("sandbox")
    (folder / "makebelieve.db").write_bytes(migrated.read_bytes())
    house = House(Settings(data=folder, workers=0, single_user=False, requests_per_minute=10_000))
    ada = house.database.write(lambda unit: accounts.register(unit, "ada@example.org", "A", "x", "enterprise", time.time(), approved=True))
    caller = Caller("none", "enterprise", expand(("full",)), "local", ada)
    result = {"config": small_game("platformer"), "understood": {}, "alternatives": [], "metadata": {}}
    game, _ = making.keep_made(house.database, house.blobs, caller, "a fox", result, time.time())
    house.database.write(lambda unit: unit.games.set_shared(game.id, True, time.time()))
    server = uvicorn.Server(uvicorn.Config(build_app(house.services()), port=0, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield Place(house, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", game.id)
    server.should_exit = True
    thread.join(30)
    house.database.close()


def play(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 640, "height": 400})
    page.goto(address)
    page.wait_for_selector("[data-action=play]")
    page.click("[data-action=play]")
    end = time.monotonic() + 90
    while page.evaluate("window.__makebelieve.state") != "playing":
        assert time.monotonic() < end
        page.wait_for_timeout(50)


CALL = "fetch('/api/v1/games', {credentials: 'include'}).then(answer => answer.status, () => 'refused')"
STORAGE = "(() => { try { localStorage.setItem('a', 'b'); return 'kept'; } catch { return 'refused'; } })()"


@pytest.mark.slow
def test_a_visitor_who_is_logged_in_plays_it_in_a_sandbox(place: Place, page: Page, watch: Any) -> None:
    page.goto(place.login_link("eve@example.org"))
    # From an answer for programs nothing can be called, which the console says.
    assert page.evaluate(CALL) == "refused"
    watch.errors.clear()
    play(page, f"{place.base}/play/{place.game}")
    assert watch.errors == []
    assert page.evaluate("self.origin") == "null"
    assert page.evaluate(STORAGE) == "refused"
    assert page.evaluate(CALL) in (401, "refused")
    assert page.evaluate("(() => { try { return document.cookie; } catch { return 'refused'; } })()") == "refused"


@pytest.mark.slow
def test_its_owner_and_strangers_play_it_as_a_page_of_the_server(place: Place, page: Page, watch: Any) -> None:
    play(page, f"{place.base}/play/{place.game}")
    assert page.evaluate(STORAGE) == "kept"
    page.goto(place.login_link("ada@example.org"))
    play(page, f"{place.base}/play/{place.game}")
    assert page.evaluate("self.origin") == place.base
    assert page.evaluate(CALL) == 200
    assert watch.errors == []


@pytest.mark.parametrize("path", ["/health", "/api/openapi.json", "/.well-known/jwks.json"])
def test_answers_for_programs_can_be_looked_at(place: Place, page: Page, path: str) -> None:
    answer = page.goto(place.base + path)
    assert answer is not None
    assert answer.status == 200
    assert "{" in page.inner_text("body")
