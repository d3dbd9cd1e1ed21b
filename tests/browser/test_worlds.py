"""Worlds in the browser: on a page of ours, and in a frame on another origin."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from host_site import HostSite, call
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
SERVE = """
import sys
from pathlib import Path
from makebelieve.main import House
from makebelieve.settings import Settings
settings = Settings(data=Path(sys.argv[1]), workers=1, log_level="error", requests_per_minute=10_000)
house = House(settings, workshop="small_workshop:open_body")
house.serve("127.0.0.1", 0, path="/", on_ready=lambda link: print("READY", link, flush=True))
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """Base address, the owner's login link, and key."""
    folder = tmp_path_factory.mktemp("worlds")
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(folder / "data")],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
    try:
        assert process.stdout is not None
        line = next((line for line in process.stdout if line.startswith("READY")), "")
        told = (folder / "log").read_text()
        assert line, told
        link = line.split()[1]
        yield "/".join(link.split("/")[:3]), link, re.findall(r"sk_live_\w+", told)[0]
    finally:
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="module")
def login(server: tuple[str, str, str], chromium: Browser) -> Any:
    """The owner's cookies: the link logs in once."""
    context = chromium.new_context()
    context.new_page().goto(server[1])
    cookies = context.cookies()
    context.close()
    return cookies


@pytest.fixture
def owner(page: Page, login: Any) -> Page:
    """A page of the owner's."""
    page.context.add_cookies(login)
    return page


@pytest.fixture(scope="module")
def world_id(server: tuple[str, str, str]) -> str:
    base, _, key = server
    return str(call(base, key, "POST", "/v1/worlds", {"premise": "a keeper lights a lamp", "seed": 7})["worldId"])


@pytest.fixture
def site(server: tuple[str, str, str], world_id: str) -> Iterator[HostSite]:
    base, _, key = server
    site = HostSite(base, key, world_id)
    yield site
    site.close()


@pytest.fixture
def told_world(server: tuple[str, str, str]) -> str:
    """A world with a line to say, prose to see, and a secret in it."""
    base, _, key = server
    made = str(call(base, key, "POST", "/v1/worlds", {"premise": "a keeper looks for a lamp", "seed": 8})["worldId"])
    prose = "A stone hall by candle light. A draught comes from the crack behind the tapestry."
    secret = {"name": "peek", "kind": "override", "from": ["hall"], "hidden": True, "oneShot": True, "anchor": {"label": "crack"}}
    ops = [
        {"op": "update_state", "id": "hall", "patch": {"base": prose, "narration": "You are late."}},
        {"op": "add_event", **secret, "narration": "Behind it is a small bright room."},
    ]
    call(base, key, "POST", f"/v1/worlds/{made}/ops", {"ops": ops})
    return made


def press(page: Any, label: str) -> None:
    page.locator(".choice", has_text=label).click()


def test_the_owner_plays_to_an_ending_and_again(server: tuple[str, str, str], world_id: str, owner: Page) -> None:
    base, _, _ = server
    owner.goto(f"{base}/worlds/{world_id}")
    owner.locator(".choice").first.wait_for()
    assert owner.locator("h1").inner_text() == "a keeper lights a lamp"
    locked = owner.locator(".choice.locked")
    assert "It is locked." in locked.inner_text()
    owner.keyboard.press("1")
    owner.locator(".choice.locked").wait_for(state="detached")
    press(owner, "Leave")
    owner.locator(".over.win").wait_for()
    assert owner.locator(".over h2").inner_text() == "Out"
    owner.get_by_role("button", name="Play again").click()
    owner.locator(".over").wait_for(state="hidden")
    press(owner, "Climb")
    owner.locator(".place", has_text="Attic").wait_for()
    press(owner, "Ask")
    owner.fill(".console input", "Where is the key?")
    owner.keyboard.press("Enter")
    owner.get_by_text("The key hangs in the hall.").wait_for()


def test_strangers_do_not_see_a_private_world(server: tuple[str, str, str], world_id: str, page: Page) -> None:
    base, _, _ = server
    answer = page.goto(f"{base}/worlds/{world_id}")
    assert answer is not None
    assert answer.status == 404


def test_a_frame_on_another_origin_plays_and_is_heard(site: HostSite, page: Page) -> None:
    page.goto(site.origin)
    frame = page.frame_locator("iframe")
    frame.locator(".choice").first.wait_for()
    page.wait_for_function("window.heard.some(([what]) => what === 'ready')")
    assert page.locator("iframe").get_attribute("title") == "a keeper lights a lamp"
    frame.locator(".choice", has_text="Climb").click()
    page.wait_for_function("window.heard.some(([what]) => what === 'choice')")
    page.evaluate("window.embed.send('fall')")
    page.wait_for_function("window.heard.some(([what]) => what === 'ending')")
    heard = page.evaluate("window.heard")
    told = [what for what, _ in heard]
    # Each of these once, and the world before its first place.
    assert told[:2] == ["ready", "state"]
    assert told.count("ready") == 1
    assert next(data for what, data in heard if what == "ending") == {"kind": "lose", "title": "Lost", "subtitle": None}
    assert [data["event"] for what, data in heard if what == "choice"] == ["climb", "fall"]
    color = page.frames[-1].evaluate("getComputedStyle(document.documentElement).getPropertyValue('--primary').trim()")
    assert color == "#00ff88"
    page.evaluate("window.embed.destroy()")
    assert page.locator("iframe").count() == 0


def test_the_page_never_sees_the_secret_key(site: HostSite, server: tuple[str, str, str], page: Page) -> None:
    seen: list[str] = []
    page.on(
        "request",
        lambda request: seen.append(json.dumps({"url": request.url, "headers": request.headers, "body": request.post_data or ""})),
    )
    page.goto(site.origin)
    page.frame_locator("iframe").locator(".choice").first.wait_for()
    assert server[2] not in page.content() + "".join(seen)


def embed_with(page: Page, options: str) -> Any:
    """Embed anew with `options` (JavaScript) and wait until the host's page hears of an error."""
    page.wait_for_function("window.embed")
    page.evaluate(
        f"""() => {{ window.embed.destroy(); window.heard.length = 0; window.embed = MakebelieveEmbed.createEmbed({{
            container: '#world', onReady: () => window.heard.push(['ready', null]),
            onError: (error) => window.heard.push(['error', error]), {options} }}); }}"""
    )
    page.wait_for_function("window.heard.some(([what]) => what === 'error')")
    return page.evaluate("window.heard")


def test_a_module_knows_where_it_came_from(site: HostSite, server: tuple[str, str, str], page: Page) -> None:
    page.goto(site.origin)
    page.wait_for_function("window.heard.some(([what]) => what === 'ready')")
    page.evaluate("window.embed.destroy()")
    page.evaluate(
        """([base, token]) => import(`${base}/embed.js`).then(({ createEmbed }) => createEmbed({ container: '#world', token }))""",
        [server[0], site.mint()],
    )
    page.frame_locator("iframe").locator(".choice").first.wait_for()


def test_what_a_page_asks_for_in_vain_is_told_to_the_page_and_not_to_the_player(site: HostSite, page: Page) -> None:
    page.goto(site.origin)
    page.wait_for_function("window.heard.some(([what]) => what === 'ready')")
    page.evaluate("window.embed.send('nonsense')")
    page.wait_for_function("window.heard.some(([what]) => what === 'error')")
    assert page.evaluate("window.heard.at(-1)[1].code") == "not_here"
    assert "nonsense" not in page.frame_locator("iframe").locator("body").inner_text()


def elsewhere(site: HostSite) -> str:
    """The same site by another name: localhost and 127.0.0.1 are two origins."""
    return site.origin.replace("127.0.0.1", "localhost")


def test_a_token_of_another_origin_shows_nothing_and_the_page_hears_why(site: HostSite, page: Page) -> None:
    page.goto(elsewhere(site))
    page.wait_for_function("window.heard.length > 0")
    (what, error), *more = page.evaluate("window.heard")
    assert (what, error["code"], more) == ("error", "origin_not_allowed", [])
    assert site.origin in error["message"]
    assert elsewhere(site) in error["message"]
    frame = page.frame_locator("iframe")
    assert "This token is for pages of" in frame.get_by_role("alert").inner_text()
    assert frame.locator(".choice").count() == 0


def test_a_frame_that_says_another_page_than_the_one_it_is_in_is_not_shown(
    site: HostSite, server: tuple[str, str, str], page: Page
) -> None:
    page.goto(elsewhere(site))
    address = f"{server[0]}/embed.html?token={site.mint()}&origin={site.origin}"
    page.evaluate(f"document.body.innerHTML = '<iframe src=\"{address}\"></iframe>'")
    page.wait_for_timeout(1500)
    assert not page.frames[-1].url.startswith(server[0]) or page.frame_locator("iframe").locator(".choice").count() == 0


def test_a_fresh_token_of_another_origin_opens_nothing_either(site: HostSite, page: Page) -> None:
    page.goto(elsewhere(site))
    heard = embed_with(page, "token: 'stale', refreshToken: () => fetch('/token').then((answer) => answer.text())")
    assert [(what, error["code"]) for what, error in heard] == [("error", "origin_not_allowed")]
    assert page.frame_locator("iframe").locator(".choice").count() == 0


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ("token: 'stale'", ["not_authenticated"]),
        ("token: undefined", ["not_authenticated"]),
        ("token: ''", ["not_authenticated"]),
        ("token: 'stale', refreshToken: () => null", ["not_authenticated"]),
        ("token: 'stale', refreshToken: () => { throw new Error('closed'); }", ["refresh_failed", "not_authenticated"]),
        # Nobody listens there, and a browser tells no page what became of its frame.
        ("token: 'any', host: 'http://127.0.0.1:9'", ["unreachable"]),
    ],
)
@pytest.mark.slow
def test_a_page_hears_that_its_world_does_not_come_up(site: HostSite, page: Page, options: str, codes: list[str]) -> None:
    page.goto(site.origin)
    embed_with(page, options)
    page.wait_for_function(f"window.heard.length >= {len(codes)}")
    heard = page.evaluate("window.heard")
    assert [(what, error["code"]) for what, error in heard] == [("error", code) for code in codes]
    assert all(error["message"] for _, error in heard)
    if codes[-1] == "not_authenticated":
        assert page.frame_locator("iframe").get_by_role("alert").inner_text().strip()


@pytest.mark.slow
def test_a_world_that_came_up_is_not_told_as_silent(site: HostSite, page: Page) -> None:
    page.goto(site.origin)
    page.wait_for_function("window.heard.some(([what]) => what === 'ready')")
    page.wait_for_timeout(3500)
    assert "error" not in [what for what, _ in page.evaluate("window.heard")]


@pytest.mark.slow
def test_a_run_goes_on_with_a_fresh_token_after_its_session_is_over(site: HostSite, server: tuple[str, str, str], page: Page) -> None:
    tokens: list[str] = []
    page.on(
        "response",
        lambda answer: tokens.append(answer.text()) if answer.url.endswith("/token") and answer.request.method == "GET" else None,
    )
    page.goto(site.origin)
    frame = page.frame_locator("iframe")
    frame.locator(".choice", has_text="Climb").click()
    frame.locator(".place", has_text="Attic").wait_for()
    minted = site.minted
    base, key = server[0], tokens[0]
    call(base, key, "POST", "/v1/sessions/end", {})
    # The next wish finds the session ended; the frame asks its page for another token and goes on in the attic.
    page.evaluate("window.embed.send('descend')")
    for _ in range(100):
        if site.minted > minted:
            break
        page.wait_for_timeout(100)
    assert site.minted == minted + 1
    page.wait_for_timeout(1000)
    frame.locator(".choice", has_text="Descend").click()
    frame.locator(".place", has_text="Hall").wait_for()


def test_a_choice_is_pointed_at_in_the_picture_and_keyboards_are_led_on(server: tuple[str, str, str], world_id: str, owner: Page) -> None:
    base, _, _ = server
    owner.goto(f"{base}/worlds/{world_id}")
    owner.locator(".spot[data-event='climb']").click()
    owner.locator(".place", has_text="Attic").wait_for()
    assert owner.locator(".spot[data-event='descend']").get_attribute("data-side") == "left"
    # They stand for the buttons: nobody hears or tabs through them twice.
    assert owner.locator(".spots").get_attribute("aria-hidden") == "true"
    assert set(owner.locator(".spot").evaluate_all("all => all.map(one => one.tabIndex)")) == {-1}
    owner.locator(".choice", has_text="descend").focus()
    owner.keyboard.press("Enter")
    owner.locator(".place", has_text="Hall").wait_for()
    owner.locator(".told:focus").wait_for()
    assert owner.title() == "Hall – a keeper lights a lamp"


def test_the_owner_sees_the_whole_graph_and_why_a_world_is_no_game(server: tuple[str, str, str], world_id: str, owner: Page) -> None:
    base, _, _ = server
    owner.goto(f"{base}/worlds/{world_id}")
    owner.get_by_role("button", name="More").click()
    owner.get_by_role("button", name="Show the whole graph").click()
    owner.locator(".graph img").evaluate("picture => picture.decode()")
    owner.get_by_role("button", name="Play as a game").click()
    owner.locator(".said", has_text="only 2 places").wait_for()


def test_the_owner_takes_a_copy_of_a_world(server: tuple[str, str, str], world_id: str, owner: Page) -> None:
    base, _, _ = server
    owner.goto(f"{base}/worlds/{world_id}")
    owner.get_by_role("button", name="More").click()
    owner.get_by_role("button", name="Make a copy").click()
    owner.wait_for_url("**/#/world/*")
    copied = owner.url.rpartition("/")[2]
    assert copied != world_id
    assert owner.goto(f"{base}/worlds/{copied}").status == 200  # type: ignore[union-attr]


def test_a_world_is_made_from_the_home_page_by_keyboard(server: tuple[str, str, str], owner: Page) -> None:
    owner.goto(server[0])
    owner.locator("#what-game").focus()
    owner.keyboard.press("ArrowRight")
    owner.keyboard.press("Tab")
    owner.keyboard.type("a fox rows across the lake")
    owner.keyboard.press("Enter")
    owner.frame_locator(".world-bench iframe").locator("h1", has_text="a fox rows across the lake").wait_for()
    assert owner.locator(".gallery", has_text="Your worlds").locator("li", has_text="a fox rows").count() == 1
    owner.select_option("#seen", "public")
    owner.locator(".gallery", has_text="Worlds everybody may play").locator("a", has_text="a fox rows").wait_for()


def test_a_change_of_a_world_is_taken_back_and_made_again(server: tuple[str, str, str], owner: Page) -> None:
    base, _, key = server
    made = str(call(base, key, "POST", "/v1/worlds", {"premise": "a keeper mends her lamps", "seed": 11})["worldId"])
    owner.goto(f"{base}/#/world/{made}")
    bench = owner.locator(".world-bench")
    undo, redo = (bench.get_by_role("button", name=name, exact=True) for name in ("Undo", "Redo"))
    bench.locator("h2", has_text="a keeper mends her lamps").wait_for()
    assert undo.is_disabled()
    for sentence in ("make it snow", "make it night"):
        owner.fill("#world-edit", sentence)
        owner.get_by_role("button", name="Change it").click()
        bench.locator("header p", has_text=sentence).wait_for()
    undo.click()
    bench.locator(".entry", has_text="Taken back: “make it night”.").wait_for()
    bench.locator("header p", has_text="make it snow").wait_for()
    redo.click()
    bench.locator("header p", has_text="make it night").wait_for()
    bench.locator("summary", has_text="Versions (3)").wait_for()
    for taken in ("make it night", "make it snow"):
        owner.fill("#world-edit", "Undo that, please.")
        owner.keyboard.press("Enter")
        bench.locator(".entry:first-child", has_text=f"Taken back: “{taken}”.").wait_for()
        bench.locator("header p", has_text=taken).wait_for(state="detached")
    bench.locator("li", has_text="As it was generated").locator("em", has_text="now").wait_for(state="attached")
    assert undo.is_disabled()
    assert redo.is_enabled()


def test_how_a_premise_was_taken_is_put_right_and_made_anew(server: tuple[str, str, str], owner: Page) -> None:
    base, _, key = server
    made = str(call(base, key, "POST", "/v1/worlds", {"premise": "wake the bear", "seed": 12})["worldId"])
    owner.goto(f"{base}/#/world/{made}")
    bench = owner.locator(".world-bench")
    taken = bench.get_by_label("Taken like this")
    taken.wait_for()
    assert taken.input_value() == "Somebody has to wake the bear."
    taken.fill("The bear has to wake somebody.")
    bench.get_by_role("button", name="Make it from this").click()
    bench.locator("h2", has_text="The bear has to wake somebody.").wait_for()
    assert made not in owner.url


def test_who_is_asked_back_presses_what_they_meant(server: tuple[str, str, str], owner: Page) -> None:
    base, _, key = server
    made = str(call(base, key, "POST", "/v1/worlds", {"premise": "a keeper trims her lamps", "seed": 12})["worldId"])
    owner.goto(f"{base}/#/world/{made}")
    bench = owner.locator(".world-bench")
    bench.locator("h2", has_text="a keeper trims her lamps").wait_for()
    owner.fill("#world-edit", "sort of dawnish?")
    owner.get_by_role("button", name="Change it").click()
    choices = bench.get_by_role("group", name="What may be meant")
    choices.get_by_role("button", name="make it hail").wait_for()
    assert owner.input_value("#world-edit") == "sort of dawnish?"
    choices.get_by_role("button", name="make it dawn").click()
    bench.locator("header p", has_text="make it dawn").wait_for()
    assert choices.count() == 0
    assert owner.input_value("#world-edit") == ""


def test_where_a_story_would_be_a_guess_it_is_asked_first(server: tuple[str, str, str], owner: Page) -> None:
    base, _, key = server
    before = len(call(base, key, "GET", "/v1/worlds?limit=100")["worlds"])
    owner.goto(base)
    owner.locator("label[for=what-world]").click()
    owner.fill("#prompt", "perhaps an otter")
    owner.get_by_role("button", name="Make it").click()
    meant = owner.get_by_label("Is this what you mean?")
    meant.wait_for()
    assert meant.input_value() == "Somebody has to perhaps an otter."
    owner.locator(".asking p", has_text="What has to be done is a guess.").wait_for()
    assert len(call(base, key, "GET", "/v1/worlds?limit=100")["worlds"]) == before
    # What is said anew is read anew.
    meant.fill("perhaps the otter sings")
    owner.keyboard.press("Enter")
    expect(meant).to_have_value("Somebody has to perhaps the otter sings.")
    meant.fill("the otter sings at noon")
    owner.keyboard.press("Enter")
    owner.locator(".world-bench h2", has_text="the otter sings at noon").wait_for()
    assert meant.is_hidden()
    # Left as it is, the premise is made as it was typed.
    owner.fill("#prompt", "perhaps a heron")
    owner.get_by_role("button", name="Make it", exact=True).click()
    meant.wait_for()
    owner.locator(".asking").get_by_role("button", name="Make it from this").click()
    owner.locator(".world-bench h2", has_text="perhaps a heron").wait_for()
    assert len(call(base, key, "GET", "/v1/worlds?limit=100")["worlds"]) == before + 2


def test_what_there_is_to_see_stays_and_its_secret_is_found_by_keyboard(server: tuple[str, str, str], told_world: str, owner: Page) -> None:
    owner.goto(f"{server[0]}/worlds/{told_world}")
    told = owner.locator(".told")
    told.locator(".prose", has_text="A stone hall by candle light.").wait_for()
    assert told.locator(".said-line").inner_text() == "You are late."
    assert told.get_attribute("aria-live") == "polite"
    owner.evaluate("window.prose = document.querySelector('.prose')")
    press(owner, "Take key")
    owner.locator(".choice", has_text="Take key").wait_for(state="detached")
    # A choice hides nothing, and what stands there already is not read aloud again.
    assert owner.evaluate("window.prose.isConnected")
    owner.locator(".clue").focus()
    owner.keyboard.press("Enter")
    told.locator(".said-line", has_text="Behind it is a small bright room.").wait_for()
    assert told.locator(".prose").is_visible()
    assert owner.locator(".clue").count() == 0
    press(owner, "Climb")
    told.locator(".prose", has_text="An attic under rafters.").wait_for()
    press(owner, "Descend")
    told.locator(".prose", has_text="A stone hall").wait_for()


@pytest.mark.slow
def test_on_a_phone_what_there_is_to_see_is_folded_until_it_is_wished_for(
    server: tuple[str, str, str], told_world: str, owner: Page
) -> None:
    owner.set_viewport_size({"width": 390, "height": 844})
    owner.goto(f"{server[0]}/worlds/{told_world}")
    told = owner.locator(".told")
    told.locator("summary").click()
    told.locator(".clue").click()
    told.locator(".said-line", has_text="Behind it is a small bright room.").wait_for()
    assert told.locator(".prose").is_visible()
    press(owner, "Climb")
    owner.locator(".place", has_text="Attic").wait_for()
    press(owner, "Descend")
    told.locator(".prose", has_text="A stone hall").wait_for()


@pytest.mark.slow
def test_a_choice_that_changes_nothing_grows_quiet_and_goes_until_one_comes_again(
    server: tuple[str, str, str], told_world: str, owner: Page
) -> None:
    idle = {"name": "hum", "label": "Hum a tune", "kind": "override", "from": ["hall"], "narration": "It echoes."}
    call(server[0], server[2], "POST", f"/v1/worlds/{told_world}/ops", {"ops": [{"op": "add_event", **idle}]})
    owner.goto(f"{server[0]}/worlds/{told_world}")
    press(owner, "Hum")
    owner.locator(".choice.done", has_text="Hum").click()
    owner.locator(".choice", has_text="Hum").wait_for(state="detached")
    press(owner, "Climb")
    press(owner, "Descend")
    owner.locator(".choice.done", has_text="Hum").wait_for()


def test_a_locked_choice_says_what_is_missing(server: tuple[str, str, str], told_world: str, owner: Page) -> None:
    owner.goto(f"{server[0]}/worlds/{told_world}")
    locked = owner.locator(".choice.locked")
    locked.click(force=True)
    owner.locator(".said-line", has_text="Not yet. It is locked.").wait_for()
    assert "refused-now" in (locked.get_attribute("class") or "")


@pytest.mark.slow
def test_whoever_leaves_a_console_is_back_at_its_button(server: tuple[str, str, str], told_world: str, owner: Page) -> None:
    owner.goto(f"{server[0]}/worlds/{told_world}")
    press(owner, "Climb")
    press(owner, "Ask")
    owner.get_by_role("button", name="Where can I go?").click()
    owner.locator(".console li", has_text="From here: “Descend”").wait_for()
    owner.fill(".console input", "What is the meaning of life?")
    owner.keyboard.press("Enter")
    owner.locator(".console li", has_text="Ask me").wait_for()
    owner.keyboard.press("Escape")
    owner.locator(".choice.terminal:focus").wait_for()
    # Before the answer has come, too.
    owner.keyboard.press("Enter")
    owner.fill(".console input", "Who are you?")
    owner.keyboard.press("Enter")
    owner.keyboard.press("Escape")
    owner.locator(".choice.terminal:focus").wait_for()


@pytest.mark.parametrize("unfolded", [False, True])
@pytest.mark.slow
def test_on_a_phone_every_sign_takes_a_tap_and_choices_stay_in_sight(
    server: tuple[str, str, str], told_world: str, login: Any, chromium: Browser, unfolded: bool
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    context.add_cookies(login)
    page = context.new_page()
    call(
        server[0],
        server[2],
        "POST",
        f"/v1/worlds/{told_world}/ops",
        {"ops": [{"op": "update_state", "id": "hall", "patch": {"base": "A stone hall by candle light. " * 20}}]},
    )
    page.goto(f"{server[0]}/worlds/{told_world}")
    summary = page.locator(".look summary")
    summary.wait_for()
    assert (summary.bounding_box() or {})["height"] >= 44
    if unfolded:
        summary.click()
    page.wait_for_timeout(300)
    under = page.evaluate(
        """[...document.querySelectorAll('.spot:not([hidden])')].map((one) => {
            const box = one.getBoundingClientRect();
            return one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
        })"""
    )
    assert under
    assert all(under)
    assert page.locator(".choices .choice").nth(1).evaluate("one => one.getBoundingClientRect().bottom") <= 844
    context.close()


@pytest.mark.slow
def test_the_last_card_tells_what_happened_and_what_is_left_to_find(server: tuple[str, str, str], told_world: str, owner: Page) -> None:
    owner.goto(f"{server[0]}/worlds/{told_world}")
    press(owner, "Climb")
    press(owner, "Fall")
    card = owner.get_by_role("alertdialog", name="Lost")
    card.wait_for()
    assert "A flooded cellar." in card.inner_text()
    assert "Endings found: 1 of 2" in card.inner_text()
    assert "Still to find: a good ending." in card.inner_text()
    described = card.get_attribute("aria-describedby")
    assert "A flooded cellar." in owner.locator(f"#{described}").inner_text()
    owner.keyboard.press("Enter")
    press(owner, "Take key")
    press(owner, "Leave")
    owner.get_by_role("alertdialog", name="Out").wait_for()
    assert "Endings found: 2 of 2" in owner.locator(".over").inner_text()
    assert "Still to find" not in owner.locator(".over").inner_text()


@pytest.mark.slow
def test_a_card_with_words_waits_until_it_has_been_read(server: tuple[str, str, str], told_world: str, owner: Page) -> None:
    card = {"op": "add_cutscene", "id": "meanwhile", "video": "", "from": "hall", "to": "attic", "subtitle": "Some time went by."}
    way = {"op": "add_event", "name": "nap", "label": "Take a nap", "kind": "transition", "from": ["hall"], "to": "meanwhile"}
    call(server[0], server[2], "POST", f"/v1/worlds/{told_world}/ops", {"ops": [card, way]})
    owner.goto(f"{server[0]}/worlds/{told_world}")
    press(owner, "Take a nap")
    owner.locator(".film", has_text="Some time went by.").wait_for()
    owner.wait_for_timeout(3_000)
    assert owner.locator(".film").is_visible()
    owner.keyboard.press("Enter")
    owner.locator(".film").wait_for(state="hidden")
    owner.locator(".place", has_text="Attic").wait_for()


def test_a_reload_goes_on_where_the_run_stood_until_the_world_is_another(
    server: tuple[str, str, str], told_world: str, owner: Page
) -> None:
    base, _, key = server
    owner.goto(f"{base}/worlds/{told_world}")
    press(owner, "Climb")
    owner.locator(".place", has_text="Attic").wait_for()
    owner.reload()
    owner.locator(".place", has_text="Attic").wait_for()
    patch = {"op": "update_state", "id": "hall", "patch": {"narration": "You are early."}}
    call(base, key, "POST", f"/v1/worlds/{told_world}/ops", {"ops": [patch]})
    owner.reload()
    owner.locator(".said-line", has_text="You are early.").wait_for()


def test_a_server_that_is_away_is_told_as_that(server: tuple[str, str, str], told_world: str, owner: Page) -> None:
    owner.add_init_script("window.WebSocket = class { constructor() { throw new Error('none'); } }")
    owner.goto(f"{server[0]}/worlds/{told_world}")
    owner.locator(".prose").wait_for()
    owner.route("**/v1/sessions/choices", lambda route: route.abort())
    press(owner, "Climb")
    owner.locator(".told", has_text="The server cannot be reached now.").wait_for()
    owner.unroute("**/v1/sessions/choices")
    press(owner, "Climb")
    owner.locator(".place", has_text="Attic").wait_for()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844), (844, 390)])
@pytest.mark.slow
def test_words_buttons_and_signs_keep_out_of_each_others_way(
    server: tuple[str, str, str], told_world: str, owner: Page, width: int, height: int
) -> None:
    owner.set_viewport_size({"width": width, "height": height})
    owner.goto(f"{server[0]}/worlds/{told_world}")
    owner.locator(".choices .choice").first.wait_for()
    boxes = "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"
    words = owner.locator("footer").evaluate_all(boxes)[0]
    assert words[1] >= height * 0.3
    assert owner.evaluate("document.documentElement.scrollWidth") == width
    for left, _, right, bottom in owner.locator(".spot:visible").evaluate_all(boxes):
        assert left >= 0
        assert right <= width
        assert bottom <= words[1] + 49
    shown = owner.locator(".choices .choice").first.evaluate_all(boxes)[0]
    assert shown[3] <= height


def test_what_can_be_chosen_and_what_cannot_yet_is_seen_in_a_low_frame(server: tuple[str, str, str], owner: Page) -> None:
    base, _, key = server
    made = str(call(base, key, "POST", "/v1/worlds", {"premise": "a keeper trims her lamps", "seed": 10})["worldId"])
    here: dict[str, Any] = {"kind": "override", "from": ["hall"], "narration": "It is done."}
    hint = "It stands on your list, underlined: a bundle of wicks, dry ones."
    ops: list[dict[str, Any]] = [
        {"op": "add_event", "name": f"trim_{n}", "label": f"Trim the lamp on landing {n}", **here} for n in range(4)
    ]
    ops += [{"op": "add_event", "name": "find_wicks", **here, "from": ["attic"], "grants": ["wicks"]}]
    locked = {**here, "requires": ["wicks"], "lockedHint": hint}
    ops += [{"op": "add_event", "name": f"light_{n}", "label": f"Light the great lamp of landing {n}", **locked} for n in range(3)]
    prose = "A stone hall by candle light. " * 14
    ops += [{"op": "update_state", "id": "hall", "patch": {"base": prose, "narration": "You are late, and the oil is low."}}]
    call(base, key, "POST", f"/v1/worlds/{made}/ops", {"ops": ops})
    owner.set_viewport_size({"width": 1280, "height": 720})
    owner.goto(f"{base}/worlds/{made}")
    owner.locator(".choices .locked").first.wait_for()
    ends = owner.locator(".choices .choice").evaluate_all("all => all.map(one => one.getBoundingClientRect().bottom)")
    assert len(ends) >= 9
    assert max(ends) <= 720
    assert not owner.locator(".further").is_visible()


def test_many_choices_scroll_in_their_own_half(server: tuple[str, str, str], owner: Page) -> None:
    base, _, key = server
    made = str(call(base, key, "POST", "/v1/worlds", {"premise": "a keeper counts her lamps", "seed": 9})["worldId"])
    many = {"kind": "override", "from": ["hall"], "narration": "It is full."}
    label = "Fill the lamp on the landing up to its very brim, number"
    ops = [{"op": "add_event", "name": f"lamp_{n}", "label": f"{label} {n}", **many} for n in range(12)]
    call(base, key, "POST", f"/v1/worlds/{made}/ops", {"ops": ops})
    owner.set_viewport_size({"width": 1024, "height": 600})
    owner.goto(f"{base}/worlds/{made}")
    owner.locator(".choices .choice").first.wait_for()
    # A sign says how many are out of sight, and leads there.
    further = owner.locator(".further")
    assert re.fullmatch(r"↓ \d+ more", further.inner_text())
    further.click()
    owner.evaluate("document.querySelector('.choices .list').lastElementChild.scrollIntoView()")
    further.wait_for(state="hidden")
    boxes = "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom])"
    spread = owner.locator(".choices .choice").evaluate_all(boxes)
    assert spread[-1][3] <= 600
    for (left, top, right, bottom), (other_left, other_top, *_) in itertools.pairwise(spread):
        assert other_left >= right or other_top >= bottom or other_left < left, (top, other_top)


def test_a_frame_with_a_token_that_is_not_good_any_more_asks_its_page_for_another(site: HostSite, page: Page) -> None:
    page.goto(site.origin)
    page.frame_locator("iframe").locator(".choice").first.wait_for()
    minted = site.minted
    page.evaluate(
        """() => { window.embed.destroy(); window.heard.length = 0; MakebelieveEmbed.createEmbed({
            container: '#world', token: 'stale', refreshToken: () => fetch('/token').then((answer) => answer.text()),
            onReady: () => window.heard.push(['ready', null]) }); }"""
    )
    page.wait_for_function("window.heard.some(([what]) => what === 'ready')")
    assert site.minted == minted + 1
    page.frame_locator("iframe").locator(".choice", has_text="Climb").click()
    page.frame_locator("iframe").locator(".place", has_text="Attic").wait_for()


def test_a_stranger_is_told_that_there_is_no_world_and_led_home(server: tuple[str, str, str], world_id: str, page: Page) -> None:
    page.goto(f"{server[0]}/worlds/{world_id}")
    page.get_by_role("heading", name="No world here").wait_for()
    assert page.get_by_role("alert").inner_text() == "No such world, or its owner keeps it private."
    page.get_by_role("link", name="Make a world of your own").click()
    page.wait_for_url(f"{server[0]}/")


def test_nothing_fails_on_the_home_page_of_somebody_new(server: tuple[str, str, str], page: Page, watch: Any) -> None:
    page.goto(server[0])
    page.locator("textarea").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert watch.errors == []


@pytest.mark.slow
def test_choices_are_in_sight_in_a_low_frame_and_the_last_card_covers_the_picture(
    server: tuple[str, str, str], told_world: str, owner: Page
) -> None:
    owner.set_viewport_size({"width": 740, "height": 558})
    owner.goto(f"{server[0]}/worlds/{told_world}")
    owner.locator(".choice").first.wait_for()
    assert not owner.locator(".told .prose").is_visible()
    for box in owner.locator(".choices .choice").evaluate_all("all => all.map(one => one.getBoundingClientRect().bottom)"):
        assert box <= 558
    press(owner, "Climb")
    owner.set_viewport_size({"width": 1280, "height": 800})
    press(owner, "Fall")
    owner.get_by_role("alertdialog", name="Lost").wait_for()
    owner.wait_for_timeout(1500)
    # Below the ground of the picture the canvas is of the page's own night.
    lowest = owner.evaluate(
        "() => { const c = document.querySelector('canvas.stage'); "
        "return [...c.getContext('2d').getImageData(c.width / 2, c.height - 1, 1, 1).data]; }"
    )
    assert lowest[:3] != [10, 8, 20]
