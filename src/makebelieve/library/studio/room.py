"""What a worker process does for the studio: draws with `makebelieve.art` and writes the files to the blob store.

Runs outside the server, without its database. A blob of a job that was killed is named by nothing and swept.
"""

from __future__ import annotations

import io
from typing import Any, Final

import orjson
from PIL import Image

from makebelieve import art
from makebelieve.art.sheets import png_bytes, preview
from makebelieve.jobs.child import Body, Stage
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.seeds import derive_seed
from makebelieve.library.repository import BlobStore
from makebelieve.library.uploads import key_of, store
from makebelieve.outbound.fetching import Fetch

REFERENCE_BYTES: Final = 8_000_000
REFERENCE_PIXELS: Final = 16_000_000
_STAND_INS: Final = {"quadruped": "wolf", "winged": "dragon", "amorphous": "slime", "serpentine": "snake"}
"""What gives its body when an animation asks for another than the sprite's."""


def open_studio_room(blobs: BlobStore, fetch: Fetch) -> Body:
    """The body for jobs of the studio's kinds. Loads the compiled kernels before the first job."""
    art.animation("knight", frames=2, size=(16, 16))
    room = _Room(blobs, fetch)

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
    }


def _directed(prompt: str, style: dict[str, Any]) -> str:
    direction = style.get("artDirection")
    return f"{prompt}, {direction}"[:500] if direction else prompt


class _Room:
    def __init__(self, blobs: BlobStore, fetch: Fetch) -> None:
        self._blobs = blobs
        self._fetch = fetch

    def generation(self, asked: dict[str, Any], stage: Stage) -> dict[str, Any]:
        stage("draw", {})
        style, size = asked["style"], size_of(asked["resolution"])
        look = look_of(style) | {"pixel_perfect": asked["pixelPerfect"]}
        reference = self._reference(asked["reference"])
        data: dict[tuple[str, str], bytes] = {}
        pictures: list[dict[str, Any]] = []
        results: list[str] = []
        manifests: list[dict[str, Any]] = []
        for number in range(asked["variants"]):
            part, seed = f"v{number + 1}", asked["seed"]
            if asked["items"]:
                whole = art.pack(
                    [_directed(item, style) for item in asked["items"]],
                    size,
                    derive_seed(seed, part) if number else seed,
                    style=look["style"],
                    palette=look["palette"],
                    outline=look["outline"],
                    pixel_perfect=asked["pixelPerfect"],
                    no_base=asked["noBase"],
                )
                data[part, "png"] = png_bytes(whole.image)
                cells = list(whole.manifest["items"].values())
                for index, (item, picture) in enumerate(zip(asked["items"], whole.pictures, strict=True)):
                    data[f"{part}-item{index + 1}", "png"] = png_bytes(picture.image)
                    pictures.append(
                        {"prompt": item, "spec": picture.spec.model_dump(), "part": f"{part}-item{index + 1}", "cell": cells[index]}
                    )
                manifests.append({"size": whole.manifest["size"], "items": dict(zip(asked["items"], cells, strict=True))})
                data[f"{part}-manifest", "json"] = orjson.dumps(manifests[-1], option=orjson.OPT_INDENT_2)
                results.append(part)
                continue
            prompt = _directed(asked["prompt"], style)
            if asked["type"] == "environment":
                image = self._scene(prompt, size, derive_seed(seed, part) if number else seed, look, asked["skipBgRemoval"])
                spec: dict[str, Any] = {}
                data[part, "png"] = png_bytes(image)
            else:
                base = art.varied(art.read(prompt, seed), number + (1 if asked["type"] == "variation" else 0))
                drawn = art.sprite(
                    base, size, seed, **look, no_base=asked["noBase"], skip_bg_removal=asked["skipBgRemoval"], reference=reference
                )
                spec = base.model_dump()
                data[part, "png"] = png_bytes(drawn.image)
                if drawn.drawing is not None:
                    data[f"{part}-drawing", "svg"] = drawn.drawing.svg().encode()
            pictures.append({"prompt": asked["prompt"], "spec": spec, "part": part})
            results.append(part)
        chained = []
        for index, wish in enumerate(asked["chain"]):
            stage("animate", {})
            made, files = self._animated(pictures[0]["spec"], {**wish, "style": style, "resolution": asked["resolution"]}, seed, reference)
            parts = {name: f"a{index + 1}-{name}" for name, _ in files}
            data |= {(parts[name], suffix): bytes_ for (name, suffix), bytes_ in files.items()}
            chained.append((wish, made, parts))
        stage("save", {})
        files_ = store(self._blobs, asked["id"], data)
        for one in pictures:
            one["file"] = files_[one.pop("part")]
        return {
            "files": files_,
            "results": [files_[part] for part in results],
            "pictures": pictures,
            "manifests": manifests,
            "animations": [
                {
                    "asked": {**wish, "style": style, "resolution": asked["resolution"]},
                    "made": {**made, "files": {name: files_[part] for name, part in parts.items()}},
                }
                for wish, made, parts in chained
            ],
        }

    def _scene(self, prompt: str, size: tuple[int, int], seed: int, look: dict[str, Any], whole: bool) -> Image.Image:
        """A place: with its sky, or cut out before it."""
        room = (max(64, size[0]), max(48, size[1]))
        place = art.backdrop(prompt, room, seed, style=look["style"], palette=look["palette"], pixel_perfect=look["pixel_perfect"])
        image = place.image
        if not whole:
            image = Image.new("RGBA", room)
            for layer in place.layers[1:]:
                image.alpha_composite(layer)
        left, top = (room[0] - size[0]) // 2, room[1] - size[1]
        return image.crop((left, top, left + size[0], top + size[1]))

    def _reference(self, url: str | None) -> Image.Image | None:
        if url is None:
            return None
        data = self._fetch(url, most=REFERENCE_BYTES, field="referenceImageUrl")
        try:
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP", "GIF"))
            if image.width * image.height > REFERENCE_PIXELS:
                raise invalid("referenceImageUrl", f"the picture has more than {REFERENCE_PIXELS // 1_000_000} million pixels")
            return image.convert("RGBA")
        except (OSError, ValueError, SyntaxError) as error:
            raise invalid("referenceImageUrl", "is no picture", ("PNG", "JPEG", "WebP", "GIF")) from error

    def animation(self, asked: dict[str, Any], stage: Stage) -> dict[str, Any]:
        stage("animate", {})
        made, files = self._animated(asked["spec"], asked, int(asked["spec"].get("seed", 0)), None)
        stage("save", {})
        return {**made, "files": store(self._blobs, asked["id"], files)}

    def _animated(
        self, spec: dict[str, Any], asked: dict[str, Any], seed: int, reference: Image.Image | None
    ) -> tuple[dict[str, Any], dict[tuple[str, str], bytes]]:
        if not spec:
            raise Problem(422, "invalid", "the sprite is a scene; only beings and things are animated")
        drawn = art.animation(
            _bodied(art.SpriteSpec.model_validate(spec), asked),
            asked["type"],
            asked["direction"],
            asked["frameCount"],
            size_of(asked["resolution"]),
            seed,
            fps=asked["fps"],
            description=asked.get("customDescription"),
            normalize_size=bool(asked.get("normalizeSize")),
            **look_of(asked["style"]),
            reference=reference,
        )
        return {"frames": len(drawn.frames), "cell": list(drawn.frames[0].size)}, _sheet_files(drawn)

    def sheet(self, asked: dict[str, Any], stage: Stage) -> dict[str, Any]:
        stage("draw", {})
        image = Image.open(io.BytesIO(self._blobs.get(key_of(asked["sheet"]) or "")))
        manifest = orjson.loads(self._blobs.get(key_of(asked["manifest"]) or ""))
        done = art.process(art.read_sheet(image, manifest), asked["mode"], pixel=asked["pixel"])
        stage("save", {})
        return {"frames": len(done.frames), "cell": list(done.cell), "files": store(self._blobs, asked["id"], _sheet_files(done))}

    def tile(self, asked: dict[str, Any], stage: Stage) -> dict[str, Any]:
        stage("draw", {})
        drawn = art.tile(asked["prompt"], asked["projection"], asked["seed"])
        stage("save", {})
        return {"files": store(self._blobs, asked["id"], {("", "png"): png_bytes(drawn.image)})}


def _sheet_files(sheet: Any) -> dict[tuple[str, str], bytes]:
    return {
        ("sheet", "png"): png_bytes(sheet.sheet),
        ("manifest", "json"): orjson.dumps(sheet.manifest),
        ("preview", "gif"): preview(sheet.frames, sheet.durations, "gif"),
    }


def _bodied(spec: art.SpriteSpec, asked: dict[str, Any]) -> art.SpriteSpec:
    """The sprite with the body, weapon and shield that an animation asks for."""
    body = asked.get("archetype")
    if body is not None and body != spec.archetype:
        word = _STAND_INS.get(body, f"{spec.subject} warrior")
        other = art.read(word, spec.seed)
        kept = {name: color for name, color in spec.colors.items() if name in ("_main", "_second", "_third") and name in other.colors}
        spec = other.model_copy(update={"colors": {**other.colors, **kept}})
    if spec.family != "folk":
        return spec
    changes = dict(spec.changes)
    if asked.get("weaponType"):
        changes["weapon"] = art.read(f"warrior with a {asked['weaponType']}", spec.seed).changes.get("weapon", "sword")
    if asked.get("weaponHand"):
        changes["hand"] = asked["weaponHand"]
    if asked.get("hasShield") is not None:
        changes["shield"] = (
            (changes.get("shield", "none") if changes.get("shield", "none") != "none" else "round") if asked["hasShield"] else "none"
        )
    return spec.model_copy(update={"changes": changes})
