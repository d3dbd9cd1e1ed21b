"""Whatever stands in a path or a query, nothing outside what it may name is read, and nothing breaks."""

from __future__ import annotations

import pytest
from routes import CALLS, parameters, path_of, queries
from small_service import Service

NASTY = (
    "..",
    "%2e%2e",
    "..%2f..%2f..%2f..%2fetc%2fpasswd",
    "..%5c..%5cwindows%5cwin.ini",
    "%252e%252e%252fetc%252fpasswd",
    "....%2f%2f....%2f%2fetc%2fpasswd",
    "%2fetc%2fpasswd",
    "file:%2f%2f%2fetc%2fpasswd",
    "makebelieve.db",
    "%00",
    "game_%00.json",
    "%ff%fe",
    "%ed%a0%80",
    "%f0%9f%a6%8a",
    "%e2%80%ae",
    "%0d%0aSet-Cookie:%20x=1",
    "'%20OR%20'1'='1",
    "%27%3b%20DROP%20TABLE%20games%3b--",
    "{}",
    "%7b%7b7*7%7d%7d",
    "-1",
    "0",
    "99999999999999999999999999",
    "1e5",
    "NaN",
    "%d9%a1",
    "x" * 5000,
)
SECRETS = ("root:", "SQLite format", "Traceback", "sealing", "not for everybody", "[fonts]")


@pytest.mark.parametrize("value", NASTY)
@pytest.mark.slow
def test_no_parameter_does(service: Service, value: str) -> None:
    for method, path in CALLS:
        asked = [path_of(path, value)] if parameters(path) else []
        asked += [f"{path_of(path)}?{name}={value}" for name in queries(method, path) if name != "token"]
        for address in asked:
            if address.endswith("/progress"):
                continue
            answer = service.client.request(method, address, headers=service.owner)
            assert answer.status_code < 500, (method, address, answer.text[:300])
            assert not [word for word in SECRETS if word in answer.text], (method, address)
            assert "x" not in answer.cookies


@pytest.mark.parametrize("value", NASTY)
def test_no_page_nor_file_does(service: Service, value: str) -> None:
    pages = ("/play/{x}", "/play/{x}/game.json", "/play/{x}/picture.png", "/login/{x}", "/assets/{x}", "/api/reference/{x}", "/{x}")
    for page in (*pages, "/assets/../{x}", "/login/x?next=//{x}", "/engine.js?v={x}"):
        answer = service.client.get(page.replace("{x}", value), headers=service.owner, follow_redirects=False)
        assert answer.status_code < 500, (page, answer.text[:300])
        assert not [word for word in SECRETS if word in answer.text], page
        assert "x" not in answer.cookies
        if "location" in answer.headers:
            assert answer.headers["location"].startswith("/")
            assert not answer.headers["location"].startswith("//")
