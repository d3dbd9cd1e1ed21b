"""Generations drawn by a service outside, and by the embedded painter where it does not."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import receiver
from PIL import Image, ImageDraw
from small_service import Service
from studio_calls import ended, picture, post


def drawing(color: str = "#c83c28") -> bytes:
    """A blob on a transparent ground, of the size that such models draw."""
    image = Image.new("RGBA", (512, 512))
    pen = ImageDraw.Draw(image)
    pen.ellipse((100, 60, 410, 480), fill="#401010")
    pen.ellipse((116, 76, 394, 464), fill=color)
    pen.ellipse((150, 110, 300, 260), fill="#e87858")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def as_json(value: Any) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "application/json"}, json.dumps(value).encode()


def answering(png: bytes) -> Callable[[receiver.Received], Any]:
    answer = as_json({"data": [{"b64_json": base64.b64encode(png).decode()}]})
    return lambda _: answer


@pytest.fixture
def server() -> Iterator[receiver.Receiver]:
    with receiver.running() as running:
        running.answer = answering(drawing())
        yield running


@pytest.fixture
def service(open_service: Callable[..., Service], server: receiver.Receiver) -> Service:
    return open_service(image_provider="openai", image_base_url=server.url, image_api_key="secret", image_timeout=5.0)


def generation(service: Service, **body: Any) -> dict[str, Any]:
    made = post(service, service.owner, "/v1/generations", 202, **{"prompt": "a red blob", "resolution": "32x32", "seed": 7, **body})
    if made["status"] == "queued":  # a quick worker may have drawn it before the answer was put together
        assert made["provider"] is None
    done = ended(service, service.owner, f"/v1/generations/{made['id']}")
    assert done["status"] == "completed", done["error"]
    return done


def test_the_service_draws_and_the_answer_says_so(service: Service, server: receiver.Receiver) -> None:
    done = generation(service, variantCount=2)
    assert done["provider"] == {"name": "openai", "asked": "openai", "fallback": None}
    image = picture(service, done["resultUrls"][0])
    assert image.size == (32, 32)
    assert {pixel[3] for _, pixel in image.getcolors(1 << 20) or []} == {0, 255}
    asked = [json.loads(one.body)["prompt"] for one in server.received]
    assert len(asked) == 2
    assert all(one.startswith("a red blob") for one in asked)


def test_the_projects_palette_and_words_hold_outside_too(service: Service, server: receiver.Receiver) -> None:
    palette = ["#000000", "#ffffff", "#ff0000", "#555555"]
    wanted = {"palette": palette, "artDirection": "gothic", "light": "upper-right", "viewAngle": "side"}
    project = post(service, service.owner, "/v1/projects", 201, name="x", **wanted)["id"]
    done = generation(service, projectId=project, type="character")
    seen = {pixel[:3] for _, pixel in picture(service, done["resultUrls"][0]).getcolors(1 << 20) or [] if pixel[3]}
    assert seen <= {tuple(bytes.fromhex(color[1:])) for color in palette}
    prompt = json.loads(server.received[0].body)["prompt"]
    assert all(word in prompt for word in ("gothic", "a character", "side view", "lit from the upper right"))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((401, {}, b""), "it does not accept the key"),
        ((500, {}, b""), "it failed"),
        (as_json({"data": []}), "its answer has no url"),
        (as_json({"data": [{"b64_json": base64.b64encode(b"no picture").decode()}]}), "image: cannot be read as a picture"),
    ],
)
def test_what_fails_is_drawn_here_and_asked_for_once(service: Service, server: receiver.Receiver, answer: Any, reason: str) -> None:
    server.answer = lambda _: answer
    done = generation(service, variantCount=3)
    assert (done["provider"]["name"], done["provider"]["asked"]) == ("embedded", "openai")
    assert done["provider"]["fallback"].startswith(reason)
    assert len(server.received) == 1
    assert len(done["resultUrls"]) == 3


def test_a_service_that_is_away_costs_no_picture(open_service: Callable[..., Service]) -> None:
    service = open_service(image_provider="openai", image_base_url="http://127.0.0.1:9", image_timeout=2.0)
    plain = open_service()
    done, here = generation(service), generation(plain)
    assert done["provider"]["fallback"].startswith("it cannot be reached")
    assert picture(service, done["resultUrls"][0]).tobytes() == picture(plain, here["resultUrls"][0]).tobytes()
    assert here["provider"] == {"name": "embedded", "asked": "embedded", "fallback": None}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"type": "environment"}, "packs and places are drawn here"),
        ({"packItems": ["gem", "key"]}, "packs and places are drawn here"),
        ({"skipBgRemoval": True}, "what it draws is cut out of its background"),
    ],
)
def test_what_it_could_not_keep_to_is_not_asked_for(service: Service, server: receiver.Receiver, body: dict[str, Any], reason: str) -> None:
    done = generation(service, **body)
    assert done["provider"] == {"name": "embedded", "asked": "openai", "fallback": reason}
    assert server.received == []


def test_a_style_it_is_not_asked_for(service: Service, server: receiver.Receiver) -> None:
    project = post(service, service.owner, "/v1/projects", 201, name="x", artStyle="vector")["id"]
    assert generation(service, projectId=project)["provider"]["fallback"] == "it is asked for pixel style alone"
    assert server.received == []


def test_a_caller_may_ask_for_the_embedded_painter(service: Service, server: receiver.Receiver) -> None:
    assert generation(service, provider="embedded")["provider"] == {"name": "embedded", "asked": "embedded", "fallback": None}
    assert server.received == []
    answer = service.client.post("/v1/generations", json={"prompt": "a fox", "provider": "dalle"}, headers=service.owner)
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, "provider")


def test_animations_of_such_a_sprite_take_its_colours(service: Service) -> None:
    def seen(url: str) -> set[Any]:
        return {pixel[:3] for _, pixel in picture(service, url).getcolors(1 << 20) or [] if pixel[3]}

    done = generation(service, prompt="a green slime")
    kept = post(service, service.owner, "/v1/generations/select", 201, generationId=done["id"], variationIndex=0)["spriteId"]
    walk = post(service, service.owner, f"/v1/sprites/{kept}/animations", 202, type="walk", frameCount=2)
    colors = seen(ended(service, service.owner, f"/v1/animations/{walk['id']}")["spriteSheetUrl"])
    # the words say green, the picture is red
    assert not any(green > red for red, green, _ in colors)
    chained = {"chainAnimation": {"type": "walk", "frameCount": 2}}
    project = post(service, service.owner, "/v1/projects", 201, name="x", resolution="32x32")["id"]
    again = generation(service, prompt="a green slime", projectId=project, **chained)
    assert not any(green > red for red, green, _ in seen(again["animations"][0]["spriteSheetUrl"]))
