"""Services that draw, each against a server on this machine that speaks its wire format."""

from __future__ import annotations

import base64
import io
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import receiver
from PIL import Image

from makebelieve.art.provider import Brief, ImageProvider
from makebelieve.edge.http import multipart
from makebelieve.kit.errors import Problem, ProviderFailed
from makebelieve.providers.image_services import SERVICES, open_provider

BRIEF = Brief("a red fox", 7)
WORDS = "a red fox, pixel art game sprite, a single subject, centered, whole, {}, no text"
WHITE = WORDS.format("on a plain flat white background")


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (64, 64), (200, 40, 20, 255)).save(out, "PNG")
    return out.getvalue()


PNG = _png()
FILE = (200, {"Content-Type": "image/png"}, PNG)


@pytest.fixture
def server() -> Iterator[receiver.Receiver]:
    with receiver.running() as running:
        yield running


def opened(
    name: str, server: receiver.Receiver, timeout: float = 20.0, waits: list[float] | None = None, model: str | None = None
) -> ImageProvider:
    kept = waits if waits is not None else []
    return open_provider(name, base_url=server.url, api_key="secret", model=model, timeout=timeout, sleep=kept.append)


def as_json(value: Any, status: int = 200) -> tuple[int, dict[str, str], bytes]:
    return status, {"Content-Type": "application/json"}, json.dumps(value).encode()


def script(**steps: Any) -> Callable[[receiver.Received], Any]:
    """Answers by the end of the path, `_` for `/`; a list is used up from its front."""

    def answer(request: receiver.Received) -> Any:
        path = request.path.partition("?")[0].strip("/").replace("/", "_").replace("-", "_").replace(".", "_")
        found = max((name for name in steps if path.endswith(name)), key=len)
        value = steps[found]
        return value.pop(0) if isinstance(value, list) else value

    return answer


def test_openai_draws_on_a_transparent_background(server: receiver.Receiver) -> None:
    server.answer = lambda _: as_json({"created": 1, "data": [{"b64_json": base64.b64encode(PNG).decode()}]})
    assert opened("openai", server).make(BRIEF) == PNG
    request = server.received[0]
    assert (request.method, request.path, request.headers["authorization"]) == ("POST", "/images/generations", "Bearer secret")
    assert json.loads(request.body) == {
        "model": "gpt-image-1",
        "prompt": WORDS.format("transparent background"),
        "n": 1,
        "size": "1024x1024",
        "background": "transparent",
        "output_format": "png",
    }
    opened("openai", server).make(Brief("a wide boat", 7, aspect=1.9))
    assert json.loads(server.received[1].body)["size"] == "1536x1024"


def test_servers_that_speak_openai_may_answer_with_an_address(server: receiver.Receiver) -> None:
    server.answer = script(images_generations=as_json({"data": [{"url": f"{server.url}/files/a.png"}]}), a_png=FILE)
    assert opened("openai", server, model="sdxl").make(BRIEF) == PNG
    sent = json.loads(server.received[0].body)
    assert (sent["response_format"], sent["prompt"], "background" in sent) == ("b64_json", WHITE, False)


@pytest.mark.parametrize(("model", "path"), [(None, "core"), ("ultra", "ultra"), ("sd3.5-large", "sd3")])
def test_stability(server: receiver.Receiver, model: str | None, path: str) -> None:
    server.answer = lambda _: FILE
    assert opened("stability", server, model=model).make(BRIEF) == PNG
    request = server.received[0]
    assert request.path == f"/v2beta/stable-image/generate/{path}"
    assert (request.headers["authorization"], request.headers["accept"]) == ("Bearer secret", "image/*")
    boundary = multipart.boundary_of(request.headers["content-type"])
    assert boundary is not None
    fields = {name: part.text(name) for name, part in multipart.parse(request.body, boundary).items()}
    expected = {"prompt": WHITE, "aspect_ratio": "1:1", "seed": "7", "output_format": "png"}
    extra = {"core": {"style_preset": "pixel-art"}, "ultra": {}, "sd3": {"model": "sd3.5-large"}}[path]
    assert fields == {**expected, **extra}


def test_stability_that_will_not_draw_it(server: receiver.Receiver) -> None:
    server.answer = lambda _: (200, {"Content-Type": "image/png", "finish-reason": "CONTENT_FILTERED"}, PNG)
    with pytest.raises(ProviderFailed, match="refuses the prompt"):
        opened("stability", server).make(BRIEF)


def test_fal_is_ordered_polled_and_fetched(server: receiver.Receiver) -> None:
    server.answer = script(
        fal_ai_flux_schnell=as_json({"request_id": "r1", "status_url": "http://elsewhere/", "response_url": "http://elsewhere/"}),
        fal_ai_flux_requests_r1_status=[as_json({"status": state}) for state in ("IN_QUEUE", "IN_PROGRESS", "COMPLETED")],
        fal_ai_flux_requests_r1=as_json({"images": [{"url": f"{server.url}/a.png", "width": 64}]}),
        a_png=FILE,
    )
    waits: list[float] = []
    assert opened("fal", server, waits=waits).make(BRIEF) == PNG
    assert waits == [0.5, 0.5]
    sent = json.loads(server.received[0].body)
    assert sent == {"prompt": WHITE, "image_size": "square_hd", "num_images": 1, "seed": 7, "output_format": "png"}
    assert {request.headers["authorization"] for request in server.received} == {"Key secret"}


def test_fal_may_send_the_picture_itself(server: receiver.Receiver) -> None:
    data = "data:image/png;base64," + base64.b64encode(PNG).decode()
    server.answer = script(
        schnell=as_json({"request_id": "r1"}), status=as_json({"status": "COMPLETED"}), requests_r1=as_json({"images": [{"url": data}]})
    )
    assert opened("fal", server).make(BRIEF) == PNG


@pytest.mark.parametrize("output", ["one", "list"])
def test_replicate_is_ordered_polled_and_fetched(server: receiver.Receiver, output: str) -> None:
    url = f"{server.url}/a.png"
    server.answer = script(
        models_black_forest_labs_flux_schnell_predictions=as_json({"id": "p1", "status": "starting"}, 201),
        v1_predictions_p1=[
            as_json({"id": "p1", "status": "processing", "output": None}),
            as_json({"id": "p1", "status": "succeeded", "output": url if output == "one" else [url]}),
        ],
        a_png=FILE,
    )
    assert opened("replicate", server).make(BRIEF) == PNG
    sent = json.loads(server.received[0].body)["input"]
    assert sent == {"prompt": WHITE, "aspect_ratio": "1:1", "seed": 7, "output_format": "png", "num_outputs": 1}


def test_comfyui_runs_a_graph(server: receiver.Receiver) -> None:
    done = {
        "outputs": {"file": {"images": [{"filename": "m_1.png", "subfolder": "", "type": "output"}]}},
        "status": {"status_str": "success"},
    }
    server.answer = script(prompt=as_json({"prompt_id": "c1", "number": 1}), history_c1=[as_json({}), as_json({"c1": done})], view=FILE)
    assert opened("comfyui", server, model="pixel.safetensors").make(BRIEF) == PNG
    graph = json.loads(server.received[0].body)["prompt"]
    assert graph["model"]["inputs"] == {"ckpt_name": "pixel.safetensors"}
    assert (graph["sampler"]["inputs"]["seed"], graph["wanted"]["inputs"]["text"]) == (7, WHITE)
    links = [link for node in graph.values() for link in node["inputs"].values() if isinstance(link, list)]
    assert {link[0] for link in links} <= set(graph)
    assert server.received[-1].path == "/view?filename=m_1.png&subfolder=&type=output"


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("fal", {"schnell": as_json({"request_id": "r1"}), "status": as_json({"status": "FAILED"})}),
        ("replicate", {"predictions": as_json({"id": "p1"}), "p1": as_json({"status": "failed", "error": "out of memory"})}),
        ("comfyui", {"prompt": as_json({"prompt_id": "c1"}), "c1": as_json({"c1": {"outputs": {}, "status": {"status_str": "error"}}})}),
    ],
)
def test_an_order_that_fails(server: receiver.Receiver, name: str, steps: dict[str, Any]) -> None:
    server.answer = script(**steps)
    with pytest.raises(ProviderFailed, match="failed to draw"):
        opened(name, server).make(BRIEF)


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("openai", {"generations": as_json({"data": []})}),
        ("openai", {"generations": as_json({"data": [{"url": "file:///etc/passwd"}]})}),
        ("openai", {"generations": as_json({"data": [{"b64_json": "?"}]})}),
        ("fal", {"schnell": as_json({"request_id": "r1"}), "status": as_json({"status": "COMPLETED"}), "r1": as_json({"images": []})}),
        ("replicate", {"predictions": as_json({"id": "p1"}), "p1": as_json({"status": "succeeded", "output": []})}),
        ("comfyui", {"prompt": as_json({"prompt_id": "c1"}), "c1": as_json({"c1": {"outputs": {"file": {"images": []}}}})}),
        ("comfyui", {"prompt": as_json({"error": "no such node"})}),
    ],
)
def test_an_answer_without_a_picture(server: receiver.Receiver, name: str, steps: dict[str, Any]) -> None:
    server.answer = script(**steps)
    with pytest.raises(ProviderFailed, match=r"names no picture|has no (url|prompt_id)|not Base64"):
        opened(name, server).make(BRIEF)


def test_a_picture_elsewhere_is_sought_on_the_open_internet_alone(server: receiver.Receiver) -> None:
    with receiver.running() as inside:
        server.answer = lambda _: as_json({"data": [{"url": f"{inside.url}/a.png"}]})
        with pytest.raises(ProviderFailed, match="cannot be reached"):
            opened("openai", server).make(BRIEF)
        assert not inside.received


@pytest.mark.parametrize("name", sorted(SERVICES))
@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (as_json({"error": {"message": "bad key secret"}}, 401), "does not accept the key"),
        (as_json({"title": "payment"}, 402), "credits are used up"),
        (as_json({"errors": ["no"]}, 422), "could not use the request"),
        ((500, {}, b"boom"), "it failed"),
        ((200, {"Content-Type": "text/html"}, b"<html>"), "is no picture|is not JSON"),
        ((200, {"Content-Type": "image/png"}, b""), "is empty|is not JSON"),
    ],
)
def test_what_goes_wrong_is_told_without_the_key(server: receiver.Receiver, name: str, answer: Any, reason: str) -> None:
    server.answer = lambda _: answer
    with pytest.raises(ProviderFailed, match=reason) as caught:
        opened(name, server).make(BRIEF)
    assert "secret" not in str(caught.value)
    assert len(server.received) == 1


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_rate_limit_is_waited_for_thrice_at_most(server: receiver.Receiver, name: str) -> None:
    server.answer = lambda _: (429, {"Retry-After": "3"}, b"")
    waits: list[float] = []
    with pytest.raises(ProviderFailed, match="rate limit"):
        opened(name, server, waits=waits).make(BRIEF)
    assert (len(server.received), waits) == (3, [3.0, 3.0])


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_that_hangs_or_is_away(server: receiver.Receiver, name: str) -> None:
    server.answer = lambda _: lambda _handler: time.sleep(1.0)
    with pytest.raises(ProviderFailed, match="did not answer in time"):
        opened(name, server, timeout=0.2).make(BRIEF)
    away = open_provider(name, base_url="http://127.0.0.1:9", api_key=None, model=None, timeout=5.0)
    with pytest.raises(ProviderFailed, match="cannot be reached: the connection was refused"):
        away.make(BRIEF)


def test_what_is_configured_wrong_is_named() -> None:
    with pytest.raises(Problem) as caught:
        open_provider("easel", base_url=None, api_key=None, model=None, timeout=1.0)
    assert caught.value.errors[0].path == "image_provider"
    assert caught.value.errors[0].allowed == ("openai", "stability", "fal", "replicate", "comfyui")
