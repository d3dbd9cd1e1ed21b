"""Outside makers of pictures as `ImageProvider`: OpenAI-compatible servers, Stability, fal, Replicate, ComfyUI.

Each is as thin as its wire format.
"""

from __future__ import annotations

import base64
import binascii
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit

from makebelieve.art.provider import Brief, Capabilities, ImageProvider
from makebelieve.kit.errors import ProviderFailed, invalid
from makebelieve.outbound.addresses import Guard
from makebelieve.outbound.client import Answer, Client
from makebelieve.providers.service import Line, Service, content, form, member

LARGEST: Final = 32_000_000
"""Bytes of an answer: an uncompressed picture of 2048 px a side, and Base64's third on top of a PNG's."""
_EVERY: Final = 0.5
"""Seconds between two looks at a queue."""


def _picture(answer: Answer) -> bytes:
    return content(answer, "picture")


def _decoded(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ProviderFailed("its answer's picture is not Base64") from error
    if not data:
        raise ProviderFailed("its answer is empty")
    return data


def _ratio(aspect: float, known: Mapping[str, float]) -> str:
    """The name of the shape nearest to `aspect`, width by height."""
    return min(known, key=lambda name: max(known[name], aspect) / min(known[name], aspect))


class _Service(Service):
    capabilities: Capabilities
    largest = LARGEST

    def fetched(self, line: Line, url: str) -> bytes:
        """The picture at a URL of an answer. Elsewhere than at the service itself only the open internet is asked, and without the key."""
        if url.startswith("data:"):
            return _decoded(url.partition(",")[2])
        where, home = urlsplit(url), urlsplit(self.base_url)
        if where.scheme not in ("http", "https"):
            raise ProviderFailed("its answer names no picture")
        if (where.scheme, where.netloc) == (home.scheme, home.netloc):
            return _picture(line.exchange("GET", url))
        elsewhere = Line(Client(Guard()), f"{where.scheme}://{where.netloc}", {}, line.left(), self.largest, self.sleep)
        return _picture(elsewhere.exchange("GET", url))


class OpenAIImages(_Service):
    """OpenAI's images API (`/v1/images/generations`) and servers that speak it. The address ends before `/images`."""

    name = "openai"
    capabilities = Capabilities()

    @property
    def _draws_transparent(self) -> bool:
        return self.model is None or self.model.startswith("gpt-image")

    def make(self, brief: Brief) -> bytes:
        able = Capabilities(transparent=self._draws_transparent)
        shape = _ratio(brief.aspect, {"1024x1024": 1.0, "1536x1024": 1.5, "1024x1536": 2 / 3} if able.transparent else {"1024x1024": 1.0})
        # The models of OpenAI always answer with Base64 and refuse the field that older and other servers need for it.
        manner = {"background": "transparent", "output_format": "png"} if able.transparent else {"response_format": "b64_json"}
        wanted = {"model": self.model or "gpt-image-1", "prompt": brief.words(able), "n": 1, "size": shape, **manner}
        line = self.line()
        found = line.json("POST", "/images/generations", wanted)
        data = found.get("data") if isinstance(found, dict) else None
        first = data[0] if isinstance(data, list) and data else None
        if isinstance(first, dict) and isinstance(first.get("b64_json"), str):
            return _decoded(first["b64_json"])
        return self.fetched(line, member(first, "url"))


class Stability(_Service):
    """Stability AI's Stable Image: the models `core`, `ultra` and those of SD 3.5."""

    name = "stability"
    capabilities = Capabilities(seed=True)
    _SHAPES: Final = {"1:1": 1.0, "3:2": 1.5, "2:3": 2 / 3, "4:5": 0.8, "5:4": 1.25, "16:9": 16 / 9, "9:16": 9 / 16}

    def make(self, brief: Brief) -> bytes:
        model = self.model or "core"
        fields = {
            "prompt": brief.words(self.capabilities),
            "aspect_ratio": _ratio(brief.aspect, self._SHAPES),
            "seed": str(brief.seed % 2**32),
            "output_format": "png",
            **({"style_preset": "pixel-art"} if model == "core" else {}),
            **({"model": model} if model.startswith("sd3") else {}),
        }
        body, kind = form(fields)
        path = f"/v2beta/stable-image/generate/{'sd3' if model.startswith('sd3') else quote(model, safe='')}"
        answer = self.line().exchange("POST", path, body, kind, accept="image/*")
        if answer.headers.get("finish-reason", "") == "CONTENT_FILTERED":
            raise ProviderFailed("it refuses the prompt")
        return _picture(answer)


class _Queue(_Service):
    """A service that takes an order, is looked at until the order is done, and names files then."""

    capabilities = Capabilities(seed=True)

    def submit(self, line: Line, brief: Brief) -> str:
        """The order's identifier."""
        raise NotImplementedError

    def look(self, line: Line, order: str) -> str | None:
        """The URL of the picture once it is made. Raises ProviderFailed for an order that failed."""
        raise NotImplementedError

    def make(self, brief: Brief) -> bytes:
        line = self.line()
        order = quote(self.submit(line, brief), safe="")
        while (url := self.look(line, order)) is None:
            line.wait(_EVERY)
        return self.fetched(line, url)


class Fal(_Queue):
    """fal's queue (`/OWNER/APP`, `/requests/ID/status`, `/requests/ID`)."""

    name = "fal"

    @property
    def _model(self) -> str:
        return (self.model or "fal-ai/flux/schnell").strip("/")

    @property
    def _orders(self) -> str:
        # Orders lie under owner and app, whatever the path behind them.
        return "/" + "/".join(self._model.split("/")[:2]) + "/requests"

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Key {self.key}"} if self.key else {}

    def submit(self, line: Line, brief: Brief) -> str:
        shapes = {"square_hd": 1.0, "landscape_4_3": 4 / 3, "portrait_4_3": 3 / 4, "landscape_16_9": 16 / 9, "portrait_16_9": 9 / 16}
        wanted = {
            "prompt": brief.words(self.capabilities),
            "image_size": _ratio(brief.aspect, shapes),
            "num_images": 1,
            "seed": brief.seed,
            "output_format": "png",
        }
        return member(line.json("POST", f"/{self._model}", wanted), "request_id")

    def look(self, line: Line, order: str) -> str | None:
        state = member(line.json("GET", f"{self._orders}/{order}/status"), "status")
        if state in ("IN_QUEUE", "IN_PROGRESS"):
            return None
        if state != "COMPLETED":
            raise ProviderFailed("it failed to draw the picture")
        made = line.json("GET", f"{self._orders}/{order}")
        images = made.get("images") if isinstance(made, dict) else None
        return member(images[0] if isinstance(images, list) and images else None, "url")


class Replicate(_Queue):
    """Replicate's predictions (`/v1/models/OWNER/NAME/predictions`, `/v1/predictions/ID`)."""

    name = "replicate"

    def submit(self, line: Line, brief: Brief) -> str:
        shapes = {"1:1": 1.0, "3:2": 1.5, "2:3": 2 / 3, "16:9": 16 / 9, "9:16": 9 / 16}
        wanted = {
            "prompt": brief.words(self.capabilities),
            "aspect_ratio": _ratio(brief.aspect, shapes),
            "seed": brief.seed,
            "output_format": "png",
            "num_outputs": 1,
        }
        model = (self.model or "black-forest-labs/flux-schnell").strip("/")
        return member(line.json("POST", f"/v1/models/{model}/predictions", {"input": wanted}), "id")

    def look(self, line: Line, order: str) -> str | None:
        found = line.json("GET", f"/v1/predictions/{order}")
        state = member(found, "status")
        if state in ("starting", "processing", "queued"):
            return None
        if state != "succeeded":
            raise ProviderFailed("it failed to draw the picture")
        made = found.get("output")
        first = made[0] if isinstance(made, list) and made else made
        if not isinstance(first, str):
            raise ProviderFailed("its answer names no picture")
        return first


class ComfyUI(_Service):
    """A ComfyUI server (`/prompt`, `/history`, `/view`), with its usual graph of text to picture. `model` is the checkpoint's file name."""

    name = "comfyui"
    capabilities = Capabilities(seed=True)

    def make(self, brief: Brief) -> bytes:
        line = self.line()
        order = member(line.json("POST", "/prompt", {"prompt": self._graph(brief), "client_id": "makebelieve"}), "prompt_id")
        while True:
            found = line.json("GET", f"/history/{quote(order, safe='')}")
            entry = found.get(order) if isinstance(found, dict) else None
            if entry is not None:
                break
            line.wait(_EVERY)
        image = _saved(entry)
        place = {"filename": member(image, "filename"), "subfolder": image.get("subfolder", ""), "type": image.get("type", "output")}
        return _picture(line.exchange("GET", f"/view?{urlencode(place)}"))

    def _graph(self, brief: Brief) -> dict[str, Any]:
        shapes = {"1024x1024": 1.0, "1216x832": 1216 / 832, "832x1216": 832 / 1216}
        width, height = (int(side) for side in _ratio(brief.aspect, shapes).split("x"))

        def node(kind: str, **inputs: Any) -> dict[str, Any]:
            return {"class_type": kind, "inputs": inputs}

        return {
            "model": node("CheckpointLoaderSimple", ckpt_name=self.model or "sd_xl_base_1.0.safetensors"),
            "wanted": node("CLIPTextEncode", text=brief.words(self.capabilities), clip=["model", 1]),
            "unwanted": node("CLIPTextEncode", text="blurry, text, watermark, frame, shadow on the ground", clip=["model", 1]),
            "canvas": node("EmptyLatentImage", width=width, height=height, batch_size=1),
            "sampler": node(
                "KSampler",
                seed=brief.seed,
                steps=25,
                cfg=7.0,
                sampler_name="euler",
                scheduler="normal",
                denoise=1.0,
                model=["model", 0],
                positive=["wanted", 0],
                negative=["unwanted", 0],
                latent_image=["canvas", 0],
            ),
            "pixels": node("VAEDecode", samples=["sampler", 0], vae=["model", 2]),
            "file": node("SaveImage", images=["pixels", 0], filename_prefix="makebelieve"),
        }


def _saved(entry: Any) -> dict[str, Any]:
    """The first picture that a finished order has saved."""
    status = entry.get("status") if isinstance(entry, dict) else None
    if isinstance(status, dict) and status.get("status_str") == "error":
        raise ProviderFailed("it failed to draw the picture")
    try:
        images: Sequence[Any] = [image for output in entry["outputs"].values() for image in output.get("images", ())]
        image = images[0]
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ProviderFailed("its answer names no picture") from error
    if not isinstance(image, dict):
        raise ProviderFailed("its answer names no picture")
    return image


SERVICES: Final[dict[str, type[OpenAIImages | Stability | Fal | Replicate | ComfyUI]]] = {
    one.name: one for one in (OpenAIImages, Stability, Fal, Replicate, ComfyUI)
}
ADDRESSES: Final = {
    "openai": "https://api.openai.com/v1",
    "stability": "https://api.stability.ai",
    "fal": "https://queue.fal.run",
    "replicate": "https://api.replicate.com",
    "comfyui": "http://127.0.0.1:8188",
}
"""Where each is unless the operator says otherwise."""


def open_provider(
    name: str, *, base_url: str | None, api_key: str | None, model: str | None, timeout: float, sleep: Callable[[float], None] = time.sleep
) -> ImageProvider:
    """The provider of that name. Raises a 422 Problem for an unknown one."""
    if name not in SERVICES:
        raise invalid("image_provider", "is no provider of pictures", tuple(SERVICES))
    return SERVICES[name](base_url or ADDRESSES[name], api_key, model, timeout, sleep)
