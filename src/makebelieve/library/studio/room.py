"""What a worker process does for the studio: draws with `makebelieve.art` and writes the files to the blob store.

Runs outside the server, without its database. A blob of a job that was killed is named by nothing and swept.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
from PIL import Image

from makebelieve import art
from makebelieve.art.color import to_hex
from makebelieve.art.provider import ImageProvider
from makebelieve.art.reference import measured, reduced
from makebelieve.art.sheets import png_bytes, preview
from makebelieve.jobs.child import Body, Stage
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.seeds import derive_seed
from makebelieve.library.repository import BlobStore
from makebelieve.library.studio.asking import Asking
from makebelieve.library.studio.bodies import bodied, directed, recoloured, subject
from makebelieve.library.uploads import key_of, store
from makebelieve.outbound.fetching import Fetch

REFERENCE_BYTES: Final = 8_000_000
REFERENCE_PIXELS: Final = 16_000_000


def open_studio_room(blobs: BlobStore, fetch: Fetch, provider: ImageProvider | None = None, patience: float = 25.0) -> Body:
    """The body for jobs of the studio's kinds. Loads the compiled kernels before the first job.

    `provider` draws what sprites it can; it gets `patience` seconds for those of one generation.
    """
    art.animation("knight", frames=2, size=(16, 16))
    room = _Room(blobs, fetch, provider, patience)

    def body(kind: str, payload: dict[str, Any], stage: Stage) -> dict[str, Any]:
        makers = {"generation": room.generation, "animation": room.animation, "sheet": room.sheet, "tile": room.tile}
        return makers[kind](payload, stage)

    return body


def size_of(resolution: str | None) -> tuple[int, int]:
    width, _, height = (resolution or "64x64").partition("x")
    return int(width), int(height)


def look_of(style: dict[str, Any]) -> dict[str, Any]:
    """A project's lock as arguments of `art.sprite`."""
    return {
        "style": style.get("artStyle") or "pixel",
        "view": style.get("viewAngle"),
        "palette": style.get("palette"),
        "outline": style.get("outline"),
        "light": style.get("light"),
    }


class _Room:
    def __init__(self, blobs: BlobStore, fetch: Fetch, provider: ImageProvider | None, patience: float) -> None:
        self._blobs = blobs
        self._fetch = fetch
        self._provider = provider
        self._patience = patience

    def generation(self, asked: dict[str, Any], stage: Stage) -> dict[str, Any]:
        asking = Asking(self._provider, self._patience)
        stage("draw" if self._provider is None else "ask", {})
        reference = self._reference(asked["reference"])
        drawn = _Drawn({})
        if reference is not None:
            # animations of the sprite are steered by it too
            drawn.data["reference", "png"] = png_bytes(reference)
        for number in range(asked["variants"]):
            if asked["items"]:
                _pack(asked, number, reference, drawn)
            elif asked["type"] == "environment":
                _place(asked, number, reference, drawn)
            else:
                _sprite(asked, number, reference, drawn, asking)
        if asked["items"] or asked["type"] == "environment":
            asking.picture(asked, size_of(asked["resolution"]), 0)
        if drawn.outside is not None:
            # no rig stands behind such a picture: its animations are drawn here, in its colours and proportions
            reference = drawn.outside
        shared = {"style": asked["style"], "resolution": asked["resolution"], "pixelPerfect": asked["pixelPerfect"]}
        chained = []
        for index, wish in enumerate(asked["chain"]):
            stage("animate", {})
            made, files = _animated(drawn.pictures[0]["spec"], wish | shared | {"outside": drawn.outside is not None}, reference)
            parts = {name: f"a{index + 1}-{name}" for name, _ in files}
            drawn.data |= {(parts[name], suffix): bytes_ for (name, suffix), bytes_ in files.items()}
            chained.append((wish | shared, made, parts))
        stage("save", {})
        files_ = store(self._blobs, asked["id"], drawn.data)
        for one in drawn.pictures:
            one["file"] = files_[one.pop("part")]
        return {
            "files": files_,
            "results": [files_[part] for part in drawn.results],
            "pictures": drawn.pictures,
            "provider": asking.said(asked),
            "animations": [
                {"asked": wish, "made": {**made, "files": {name: files_[part] for name, part in parts.items()}}}
                for wish, made, parts in chained
            ],
        }

    def _reference(self, url: str | None) -> Image.Image | None:
        if url is None:
            return None
        data = self._fetch(url, most=REFERENCE_BYTES, field="referenceImageUrl")
        try:
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF"))
            if image.width * image.height > REFERENCE_PIXELS:
                raise invalid("referenceImageUrl", f"the picture has more than {REFERENCE_PIXELS // 1_000_000} million pixels")
            return reduced(image.convert("RGBA"))
        except (OSError, ValueError, SyntaxError) as error:
            raise invalid("referenceImageUrl", "is no picture", ("PNG", "JPEG", "WebP", "GIF")) from error

    def animation(self, asked: dict[str, Any], stage: Stage) -> dict[str, Any]:
        stage("animate", {})
        reference = None
        if asked.get("reference"):
            reference = Image.open(io.BytesIO(self._blobs.get(key_of(asked["reference"]) or "")))
        made, files = _animated(asked["spec"], asked, reference)
        stage("save", {})
        return {**made, "files": store(self._blobs, asked["id"], files)}

    def sheet(self, asked: dict[str, Any], stage: Stage) -> dict[str, Any]:
        stage("draw", {})
        image = Image.open(io.BytesIO(self._blobs.get(key_of(asked["sheet"]) or "")))
        manifest = orjson.loads(self._blobs.get(key_of(asked["manifest"]) or ""))
        done = art.process(art.read_sheet(image, manifest), asked["mode"], pixel=asked["pixel"])
        stage("save", {})
        return {"frames": len(done.frames), "cell": list(done.cell), "files": store(self._blobs, asked["id"], _sheet_files(done))}

    def tile(self, asked: dict[str, Any], stage: Stage) -> dict[str, Any]:
        stage("draw", {})
        look = look_of(asked.get("style", {}))
        drawn = art.tile(
            asked["prompt"], asked["projection"], asked["seed"], style=look["style"], palette=look["palette"], light=look["light"]
        )
        stage("save", {})
        spec = drawn.spec if isinstance(drawn.spec, dict) else drawn.spec.model_dump()
        said = {name: list(spec[name]) for name in ("notes", "unmatched")}
        return {**said, "files": store(self._blobs, asked["id"], {("", "png"): png_bytes(drawn.image)})}


@dataclass
class _Drawn:
    """What a generation has made so far. `pictures`: what can be kept as a sprite; `results`: parts that are its answer."""

    data: dict[tuple[str, str], bytes]
    pictures: list[dict[str, Any]] = field(default_factory=list)
    results: list[str] = field(default_factory=list)
    outside: Image.Image | None = None
    """The first picture, if a service outside drew it."""

    def result(self, part: str, image: Image.Image) -> None:
        self.data[part, "png"] = png_bytes(image)
        self.results.append(part)


def _seed_of(asked: dict[str, Any], number: int) -> int:
    return derive_seed(asked["seed"], f"v{number + 1}") if number else int(asked["seed"])


def _palette_of(asked: dict[str, Any], reference: Image.Image | None) -> str | list[str] | None:
    """The project's palette, else the reference's, where nothing but colours can be taken from it."""
    locked: str | list[str] | None = asked["style"].get("palette")
    return locked if locked is not None or reference is None else [to_hex(color) for color in measured(reference).palette]


def _pack(asked: dict[str, Any], number: int, reference: Image.Image | None, drawn: _Drawn) -> None:
    part, look = f"v{number + 1}", look_of(asked["style"])
    whole = art.pack(
        [directed(item, asked["style"]) for item in asked["items"]],
        size_of(asked["resolution"]),
        _seed_of(asked, number),
        style=look["style"],
        palette=_palette_of(asked, reference),
        outline=look["outline"],
        light=look["light"],
        pixel_perfect=asked["pixelPerfect"],
        no_base=asked["noBase"],
    )
    drawn.result(part, whole.image)
    width, height = whole.cell
    cells = [
        {"x": i % whole.columns * width, "y": i // whole.columns * height, "w": width, "h": height} for i in range(len(whole.pictures))
    ]
    for index, (item, picture) in enumerate(zip(asked["items"], whole.pictures, strict=True)):
        drawn.data[f"{part}-item{index + 1}", "png"] = png_bytes(picture.image)
        drawn.pictures.append({"prompt": item, "spec": picture.spec.model_dump(), "part": f"{part}-item{index + 1}", "cell": cells[index]})
    listed = [{"name": item, **cell} for item, cell in zip(asked["items"], cells, strict=True)]
    manifest = {"size": whole.manifest["size"], "items": listed}
    drawn.data[f"{part}-manifest", "json"] = orjson.dumps(manifest, option=orjson.OPT_INDENT_2)


def _place(asked: dict[str, Any], number: int, reference: Image.Image | None, drawn: _Drawn) -> None:
    """A place: with its sky (`skipBgRemoval`), or cut out before it."""
    width, height = size_of(asked["resolution"])
    room = (max(64, width), max(48, height))
    place = art.backdrop(
        directed(asked["prompt"], asked["style"]),
        room,
        _seed_of(asked, number),
        style=look_of(asked["style"])["style"],
        palette=_palette_of(asked, reference),
        light=asked["style"].get("light"),
        pixel_perfect=asked["pixelPerfect"],
    )
    image = place.image
    if not asked["skipBgRemoval"]:
        # the three depths of land: clouds belong to the sky
        image = Image.new("RGBA", room)
        for layer in place.layers[-3:]:
            image.alpha_composite(layer)
    left, top = (room[0] - width) // 2, room[1] - height
    drawn.result(f"v{number + 1}", image.crop((left, top, left + width, top + height)))
    drawn.pictures.append({"prompt": asked["prompt"], "spec": {}, "part": f"v{number + 1}"})


def _sprite(asked: dict[str, Any], number: int, reference: Image.Image | None, drawn: _Drawn, asking: Asking) -> None:
    part, seed, size = f"v{number + 1}", int(asked["seed"]), size_of(asked["resolution"])
    spec = art.varied(subject(asked["prompt"], asked["style"], asked["type"], seed), number + (asked["type"] == "variation"))
    about: dict[str, Any] = {"prompt": asked["prompt"], "spec": spec.model_dump(), "part": part}
    outside = asking.picture(asked, size, _seed_of(asked, number))
    if outside is not None:
        drawn.result(part, outside.image)
        drawn.pictures.append({**about, "maker": asking.names[-1]})
        drawn.outside = outside.image if number == 0 else drawn.outside
        return
    made = art.sprite(
        spec,
        size,
        seed,
        **look_of(asked["style"]),
        pixel_perfect=asked["pixelPerfect"],
        no_base=asked["noBase"],
        skip_bg_removal=asked["skipBgRemoval"],
        reference=reference,
    )
    drawn.result(part, made.image)
    if made.drawing is not None:
        drawn.data[f"{part}-drawing", "svg"] = made.drawing.svg().encode()
    drawn.pictures.append(about)


def _animated(
    spec: dict[str, Any], asked: dict[str, Any], reference: Image.Image | None
) -> tuple[dict[str, Any], dict[tuple[str, str], bytes]]:
    if not spec:
        raise Problem(422, "invalid", "the sprite is a scene; only beings and things are animated")
    sprite = art.SpriteSpec.model_validate(spec)
    if reference is not None and asked.get("outside"):
        sprite = recoloured(sprite, reference)
    drawn = art.animation(
        bodied(sprite, asked),
        asked["type"],
        asked["direction"],
        asked["frameCount"],
        size_of(asked["resolution"]),
        fps=asked["fps"],
        description=asked.get("customDescription"),
        normalize_size=bool(asked.get("normalizeSize")),
        **look_of(asked["style"]),
        pixel_perfect=asked.get("pixelPerfect", "auto"),
        reference=reference,
    )
    return {"frames": len(drawn.frames), "cell": list(drawn.frames[0].size)}, _sheet_files(drawn)


def _sheet_files(sheet: Any) -> dict[tuple[str, str], bytes]:
    return {
        ("sheet", "png"): png_bytes(sheet.sheet),
        ("manifest", "json"): orjson.dumps(sheet.manifest),
        ("preview", "gif"): preview(sheet.frames, sheet.durations, "gif"),
    }
