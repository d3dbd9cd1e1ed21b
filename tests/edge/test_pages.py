"""The pages: who may see them, what they carry, and that nothing in a prompt becomes code."""

from __future__ import annotations

import gzip
import re
import time
from pathlib import Path

import orjson
import pytest
from small_service import Service
from starlette.requests import Request

from makebelieve.edge.http.pages import file_answer
from makebelieve.edge.http.web import WebFiles

EVIL = "</script><script>alert(1)</script><!--\u2028\"'&"
HERE = {"Origin": "http://testserver"}


def log_in(service: Service) -> None:
    """The owner's browser, by a one-time link."""
    from makebelieve.access import browser

    house = service.house
    owner = house.database.read(lambda unit: unit.accounts.owner())
    assert owner is not None
    token = house.database.write(lambda unit: browser.make_login_link(unit, owner, service.clock()))
    answer = service.client.get(f"/login/{token}?next=/play/x", follow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/play/x")


def boot_of(page: str) -> dict[str, object]:
    found = re.findall(r'<script type="application/json" id="mb-boot">(.*?)</script>', page, re.S)
    assert len(found) == 1
    return dict(orjson.loads(found[0]))


def test_a_private_game_is_played_by_its_owner_alone(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    for path in ("", "/game.json", "/picture.png"):
        assert service.client.get(f"/play/{game_id}{path}").status_code == 404
        assert service.client.get(f"/play/{game_id}{path}", headers=service.user(f"u{path.strip('/')}@x")).status_code == 404
        assert service.client.get(f"/play/{game_id}{path}", headers=service.owner).status_code == 200
    log_in(service)
    assert service.client.get(f"/play/{game_id}").status_code == 200


def test_a_shared_game_is_played_by_everybody_until_it_is_not(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    share = f"/api/v1/games/{game_id}/share"
    assert service.client.post(share, headers=service.owner).json()["shared"] is True
    data = service.client.get(f"/play/{game_id}/game.json").json()
    assert (data["owner"], data["shared"], data["title"]) == (False, True, "a fox")
    assert service.client.get(f"/play/{game_id}/game.json", headers=service.owner).json()["owner"] is True
    # To play is not to have: the API still knows only its owner.
    assert service.client.get(f"/api/v1/games/{game_id}", headers=service.user()).status_code == 404
    service.client.post(share, json={"shared": False}, headers=service.owner)
    assert service.client.get(f"/play/{game_id}").status_code == 404


def test_what_is_in_a_prompt_stays_text(service: Service) -> None:
    game = service.game(service.owner, EVIL)
    service.client.post(f"/api/v1/games/{game['game_id']}/share", headers=service.owner)
    page = service.client.get(f"/play/{game['game_id']}").text
    assert "<script>alert" not in page
    assert page.count("<script") == 2
    assert page.count("<title>") == 1
    boot = boot_of(page)
    assert boot["title"] == EVIL[:40]
    assert set(boot) == {"game_id", "title", "config", "proof", "version", "understood", "owner", "shared", "play_url", "art", "sound"}


def test_pages_allow_no_foreign_and_no_inline_script(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    for page in (service.client.get("/"), service.client.get(f"/play/{game_id}", headers=service.owner)):
        policy = dict(part.split(" ", 1) for part in page.headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
        assert policy["base-uri"] == "'none'"
        assert not re.search(r"https?:|\*", page.headers["Content-Security-Policy"])
        assert page.headers["X-Content-Type-Options"] == "nosniff"


def test_the_home_page_says_who_one_is(service: Service) -> None:
    boot = boot_of(service.client.get("/").text)
    assert (boot["user"], boot["tier"], boot["anonymous"]) == (None, "anonymous", True)
    log_in(service)
    boot = boot_of(service.client.get("/").text)
    assert boot["tier"] == "enterprise"
    assert boot["anonymous"] is False


def test_a_login_link_works_once(service: Service) -> None:
    from makebelieve.access import browser

    house = service.house
    owner = house.database.read(lambda unit: unit.accounts.owner())
    assert owner is not None
    token = house.database.write(lambda unit: browser.make_login_link(unit, owner, service.clock()))
    assert service.client.get(f"/login/{token}", follow_redirects=False).status_code == 303
    # Followed again in the browser that is logged in already, it just goes on.
    assert service.client.get(f"/login/{token}", follow_redirects=False).status_code == 303
    service.client.cookies.clear()
    assert service.client.get(f"/login/{token}", follow_redirects=False).status_code == 410
    late = house.database.write(lambda unit: browser.make_login_link(unit, owner, service.clock()))
    service.clock.pass_(15 * 60)
    assert service.client.get(f"/login/{late}", follow_redirects=False).status_code == 410


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "/\tx", "javascript:alert(1)"])
def test_a_login_link_leads_nowhere_else(service: Service, target: str) -> None:
    from makebelieve.access import browser

    owner = service.house.database.read(lambda unit: unit.accounts.owner())
    assert owner is not None
    token = service.house.database.write(lambda unit: browser.make_login_link(unit, owner, service.clock()))
    answer = service.client.get(f"/login/{token}", params={"next": target}, follow_redirects=False)
    assert answer.headers["Location"] == "/"


def test_logging_in_claims_what_the_browser_made_before(service: Service) -> None:
    game_id = service.client.post("/api/v1/generate", json={"prompt": "a fox"}).json()["game_id"]
    before = service.client.cookies["mb_session"]
    service.register("ada@example.org")
    body = {"email": "ada@example.org", "password": "correct horse"}
    login = service.client.post("/api/v1/auth/login", json=body, headers=HERE)
    ada = {"Authorization": f"Bearer {login.json()['access_token']}"}
    assert service.client.get(f"/api/v1/games/{game_id}", headers=ada).status_code == 200
    assert service.client.get("/api/v1/games", headers=ada).json()["total"] == 1
    # The anonymous session's secret is worth nothing any more; the new one is logged in.
    assert service.client.cookies["mb_session"] != before
    assert service.client.get("/api/v1/auth/me").json()["email"] == "ada@example.org"
    service.client.cookies.clear()
    assert service.client.get(f"/api/v1/games/{game_id}", headers={"Cookie": f"mb_session={before}"}).status_code == 401


def test_a_game_under_way_while_one_logs_in_is_claimed_too(service: Service) -> None:
    order = service.client.post("/api/v1/generate", json={"prompt": "sleep:0.5", "async": True}).json()
    log_in(service)
    path = f"/api/v1/generate/{order['game_id']}/status"
    for _ in range(300):
        time.sleep(0.02)
        if service.client.get(path, headers=service.owner).json().get("status") == "complete":
            break
    assert service.client.get(f"/api/v1/games/{order['game_id']}", headers=service.owner).status_code == 200


def test_logout_ends_the_browsers_session(service: Service) -> None:
    log_in(service)
    cookie = service.client.cookies["mb_session"]
    assert service.client.post("/api/v1/auth/logout", headers=HERE).status_code == 204
    service.client.cookies.clear()
    assert service.client.get("/api/v1/games", headers={"Cookie": f"mb_session={cookie}"}).status_code == 401


def test_a_session_ends_after_thirty_days(service: Service) -> None:
    log_in(service)
    service.clock.pass_(30 * 24 * 3600)
    assert service.client.get("/api/v1/games").status_code == 401


def test_assets_are_kept_for_ever_and_nothing_else_is_served(service: Service) -> None:
    asset = service.client.get("/assets/play-abc123.js")
    assert asset.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert asset.headers["Content-Type"].startswith("text/javascript")
    for path in (
        "/assets/../secret.txt",
        "/assets/%2e%2e/secret.txt",
        "/assets/..%2fsecret.txt",
        "/assets//etc/passwd",
        "/assets/none.js",
        "/assets/",
    ):
        assert service.client.get(path).status_code == 404, path


def test_the_engine_is_kept_for_ever_under_its_hash_only(service: Service) -> None:
    address = re.findall(r'src="(/engine\.js\?v=[0-9a-f]+)"', service.client.get("/").text)[0]
    assert "immutable" in service.client.get(address).headers["Cache-Control"]
    plain = service.client.get("/engine.js")
    assert plain.headers["Cache-Control"] == "no-cache"
    assert service.client.get("/engine.js", headers={"If-None-Match": plain.headers["ETag"]}).status_code == 304
    assert service.client.get("/engine.js?v=other").headers["Cache-Control"] == "no-cache"


def test_a_picture_is_a_png_with_a_tag(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    picture = service.client.get(f"/play/{game_id}/picture.png", headers=service.owner)
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    again = service.client.get(f"/play/{game_id}/picture.png", headers={**service.owner, "If-None-Match": picture.headers["ETag"]})
    assert again.status_code == 304


def test_art_is_kept_for_ever_at_an_address_that_only_the_game_tells(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    address = service.client.get(f"/play/{game_id}/game.json", headers=service.owner).json()["art"]
    assert re.fullmatch(rf"/play/{game_id}/art/[0-9a-f]{{64}}\.json", address)
    art = service.client.get(address)
    assert art.json()["format"] == 1
    assert "immutable" in art.headers["Cache-Control"]
    # Pages that play another's game are of no origin, and must be able to fetch it.
    assert art.headers["Access-Control-Allow-Origin"] == "*"
    assert "sandbox" in art.headers["Content-Security-Policy"]
    for wrong in ("0" * 64 + ".json", "0" * 64 + ".png", "config.json", "..%2f" + "0" * 64 + ".json"):
        assert service.client.get(f"/play/{game_id}/art/{wrong}").status_code in (404, 422), wrong


def test_a_link_preview_shows_the_games_card(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    page = service.client.get(f"/play/{game_id}", headers={**service.owner, "Accept": "text/html"}).text
    card = re.findall(r'<meta property="og:image" content="([^"]+)">', page)[0]
    assert re.search(rf"/play/{game_id}/art/[0-9a-f]{{64}}\.png$", card)
    assert '<meta property="og:image:width" content="1200">' in page
    picture = service.client.get(card[card.index("/play/") :])
    assert (picture.status_code, picture.headers["Content-Type"]) == (200, "image/png")


def test_deleting_a_game_deletes_its_art(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    address = service.client.get(f"/play/{game_id}/game.json", headers=service.owner).json()["art"]
    assert service.client.delete(f"/api/v1/games/{game_id}", headers=service.owner).status_code == 204
    assert service.client.get(address).status_code == 404


def test_people_get_a_page_and_programs_a_problem_when_there_is_no_game(service: Service) -> None:
    assert service.client.get("/play/none", headers={"Accept": "text/html"}).headers["Content-Type"].startswith("text/html")
    assert service.client.get("/play/none").headers["Content-Type"] == "application/problem+json"


def test_a_login_links_token_is_not_logged(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="makebelieve.http"):
        service.client.get("/login/a-secret-token", follow_redirects=False)
    paths = [record.__dict__.get("path") for record in caplog.records]
    assert "/login/…" in paths
    assert not any("a-secret-token" in str(record.__dict__) for record in caplog.records)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br", "gzip"), ("br, *", "gzip"), ("", None), ("identity", None), ("gzip;q=0, *;q=0.5", None), ("gzip;q=x", None)],
)
def test_scripts_are_sent_compressed_to_whoever_reads_that(tmp_path: Path, accepted: str, coding: str | None) -> None:
    text = b"export const table = [" + b"1, 2, 3, " * 4000 + b"];"
    (tmp_path / "play.js").write_bytes(text)
    file = WebFiles(tmp_path).get("play.js")
    headers = [(b"accept-encoding", accepted.encode())] if accepted else []
    answer = file_answer(file, "no-cache", Request({"type": "http", "headers": headers}))
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert (gzip.decompress(answer.body) if coding else answer.body) == text
    if coding:
        assert len(answer.body) < len(text) / 10
        assert "gzip" in answer.headers["etag"]
    again = file_answer(
        file, "no-cache", Request({"type": "http", "headers": [*headers, (b"if-none-match", answer.headers["etag"].encode())]})
    )
    assert (again.status_code, again.body, again.headers.get("content-encoding")) == (304, b"", None)


def test_pictures_and_little_files_are_sent_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG" * 1000)
    (tmp_path / "b.js").write_text("export{}")
    files = WebFiles(tmp_path)
    for name in ("a.png", "b.js"):
        answer = file_answer(files.get(name), "no-cache", Request({"type": "http", "headers": [(b"accept-encoding", b"gzip")]}))
        assert "content-encoding" not in answer.headers
