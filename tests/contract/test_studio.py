"""/v1/generations, sprites, animations, projects and tiles, over HTTP with the real studio room."""

from __future__ import annotations

import io
import time
import zipfile
from typing import Any

import orjson
import pytest
from small_service import Service
from studio_calls import ended, left, picture, post, rich, sprite

from makebelieve.metering import ledger

LOCK = ["#000000", "#ffffff", "#ff0000", "#555555"]


def test_from_words_to_an_animated_sprite_in_a_package(service: Service) -> None:
    key = rich(service)
    made = sprite(service, key, variantCount=3)
    again = post(service, key, "/v1/generations/select", 201, variationIndex=2, generationId=generations(service, key)[0]["id"])
    assert again["spriteId"] != made["spriteId"]
    assert picture(service, made["imageUrl"]).size == (32, 32)
    walk = post(service, key, f"/v1/sprites/{made['spriteId']}/animations", 202, type="walk", direction="all", frameCount=4)
    done = ended(service, key, f"/v1/animations/{walk['id']}")
    assert (done["status"], done["frameCount"], done["fps"]) == ("completed", 4, 12)
    assert picture(service, done["spriteSheetUrl"]).size == (4 * 32, 8 * 32)
    gif = service.client.get(f"/v1/animations/{walk['id']}/gif", headers=key)
    assert (gif.content[:4], gif.headers["Content-Type"]) == (b"GIF8", "image/gif")
    tight = post(service, key, f"/v1/animations/{walk['id']}/process", 201, mode="tight")
    assert tight["id"].startswith("anim_processed_")
    assert picture(service, tight["spriteSheetUrl"]).width < 4 * 32
    listed = service.client.get(f"/v1/sprites/{made['spriteId']}/animations", headers=key).json()
    assert (listed["total"], {one["id"] for one in listed["data"]}) == (2, {walk["id"], tight["id"]})
    packed = service.client.get(f"/v1/sprites/{made['spriteId']}/packages/godot", headers=key)
    assert "attachment" in packed.headers["Content-Disposition"]
    assert any(name.endswith(".tres") for name in zipfile.ZipFile(io.BytesIO(packed.content)).namelist())
    assert service.client.get(f"/v1/sprites/{made['spriteId']}/packages/doom", headers=key).status_code == 400
    assert left(service, key) == 100 - 3 - 1
    assert service.client.delete(f"/v1/sprites/{made['spriteId']}", headers=key).status_code == 204
    assert service.client.get(f"/v1/animations/{walk['id']}", headers=key).status_code == 404
    assert service.client.get(done["spriteSheetUrl"].removeprefix(service.house.settings.base_url)).status_code == 404
    assert service.house.database.read(ledger.audit) == []


def generations(service: Service, key: dict[str, str]) -> list[dict[str, Any]]:
    return list(service.client.get("/v1/generations?limit=5", headers=key).json()["data"])


def test_a_project_locks_every_pixel_that_is_made_in_it(service: Service) -> None:
    key = rich(service)
    project = post(service, key, "/v1/projects", 201, name="Red", palette=LOCK, resolution="32x32", outline="black")
    chain = [{"type": "idle", "frameCount": 2}, {"type": "walk", "frameCount": 2}]
    body = {"prompt": "a green frog knight", "projectId": project["id"], "chainAnimations": chain, "variantCount": 3}
    made = ended(service, key, f"/v1/generations/{post(service, key, '/v1/generations', 202, **body)['id']}")
    assert (made["status"], len(made["resultUrls"]), [one["type"] for one in made["animations"]]) == ("completed", 1, ["idle", "walk"])
    allowed = {tuple(bytes.fromhex(color[1:])) for color in LOCK}
    for url in (made["resultUrls"][0], *(one["spriteSheetUrl"] for one in made["animations"])):
        image = picture(service, url)
        seen = {pixel[:3] for _, pixel in image.getcolors(1 << 20) or [] if pixel[3]}
        assert seen
        assert seen <= allowed
        assert image.height == 32
    read = service.client.get(f"/v1/projects/{project['id']}", headers=key).json()
    assert (read["spriteCount"], [one["id"] for one in read["sprites"]]) == (1, [made["spriteId"]])
    assert left(service, key) == 97
    changed = service.client.patch(f"/v1/projects/{project['id']}", json={"artStyle": "vector"}, headers=key).json()
    assert (changed["artStyle"], changed["palette"]) == ("vector", LOCK)
    assert service.client.delete(f"/v1/projects/{project['id']}", headers=key).status_code == 204
    assert service.client.get(f"/v1/generations/{made['id']}", headers=key).status_code == 404


def test_a_sprites_animations_keep_its_look_when_the_project_changes(service: Service) -> None:
    project = post(service, service.owner, "/v1/projects", 201, name="x", palette=LOCK)["id"]
    made = sprite(service, service.owner, projectId=project)["spriteId"]
    changed = service.client.patch(f"/v1/projects/{project}", json={"palette": "pico-8", "artStyle": "vector"}, headers=service.owner)
    assert changed.status_code == 200
    walk = post(service, service.owner, f"/v1/sprites/{made}/animations", 202, type="walk", frameCount=2)["id"]
    sheet = picture(service, ended(service, service.owner, f"/v1/animations/{walk}")["spriteSheetUrl"])
    allowed = {tuple(bytes.fromhex(color[1:])) for color in LOCK}
    assert {pixel[:3] for _, pixel in sheet.getcolors(1 << 20) or [] if pixel[3]} <= allowed


def test_a_pack_is_one_sheet_whose_items_can_be_kept(service: Service) -> None:
    key = rich(service)
    made = post(service, key, "/v1/generations", 202, prompt="treasure", packItems=["gold key", "red potion", "gem"], resolution="16x16")
    done = ended(service, key, f"/v1/generations/{made['id']}")
    assert [one["name"] for one in done["items"]] == ["gold key", "red potion", "gem"]
    assert picture(service, done["resultUrls"][0]).size == (48, 16)
    kept = post(service, key, "/v1/generations/select", 201, generationId=made["id"], variationIndex=2)
    assert kept["imageUrl"] == done["items"][2]["imageUrl"]
    assert left(service, key) == 97


@pytest.mark.parametrize("kind", ["variation", "character", "item", "environment"])
def test_every_type_is_drawn_in_every_style(service: Service, kind: str) -> None:
    key = rich(service)
    made = post(
        service,
        key,
        "/v1/generations",
        202,
        prompt="a snowy forest fox",
        type=kind,
        resolution="24x32",
        skipBgRemoval=kind == "environment",
    )
    done = ended(service, key, f"/v1/generations/{made['id']}")
    assert done["status"] == "completed", done["error"]
    assert picture(service, done["resultUrls"][0]).size == (24, 32)


def test_tiles_join_ones_own_pack(service: Service) -> None:
    key = rich(service)
    tile = post(service, key, "/v1/tile-packs/generate", 202, prompt="mossy stone floor tile", tileLabel="Mossy Stone")
    assert (tile["status"], tile["label"]) == ("pending", "Mossy Stone")
    done = ended(service, key, f"/v1/tile-packs/tiles/{tile['id']}")
    assert picture(service, done["imageUrl"]).size == (130, 230)
    packs = service.client.get("/v1/tile-packs", headers=key).json()
    assert [pack["isBuiltIn"] for pack in packs] == [True] * 8 + [False]
    assert packs[-1]["tiles"] == [{"id": tile["id"], "label": "Mossy Stone", "imageUrl": done["imageUrl"]}]
    assert picture(service, packs[0]["tiles"][0]["imageUrl"]).size == (130, 230)
    assert service.client.get("/public/tiles/dungeon/cheese.png").status_code == 404
    assert left(service, key) == 99


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/v1/generations", {"prompt": "ab"}, "prompt"),
        ("/v1/generations", {"prompt": "x" * 501}, "prompt"),
        ("/v1/generations", {"prompt": "龍龍龍"}, "prompt"),
        ("/v1/generations", {"prompt": "!!!"}, "prompt"),
        ("/v1/generations", {"prompt": "loot", "packItems": ["gem", "?"]}, "packItems.1"),
        ("/v1/tile-packs/generate", {"prompt": "..."}, "prompt"),
        ("/v1/generations", {"prompt": "fox", "variantCount": 4}, "variantCount"),
        ("/v1/generations", {"prompt": "fox", "resolution": "7x64"}, "resolution"),
        ("/v1/generations", {"prompt": "fox", "resolution": "big"}, "resolution"),
        ("/v1/generations", {"prompt": "fox", "pixelPerfect": "maybe"}, "pixelPerfect"),
        ("/v1/generations", {"prompt": "fox", "type": "pack"}, "packItems"),
        ("/v1/generations", {"prompt": "fox", "packItems": ["gem"] * 9}, "packItems"),
        ("/v1/generations", {"prompt": "fox", "chainAnimation": {"type": "walk"}}, "projectId"),
        ("/v1/generations", {"prompt": "fox", "webhookUrl": "http://127.0.0.1/"}, "webhookUrl"),
        ("/v1/generations", {"prompt": "fox", "referenceImageUrl": "http://169.254.169.254/"}, "referenceImageUrl"),
        ("/v1/projects", {"name": ""}, "name"),
        ("/v1/projects", {"name": "x", "palette": "sepia"}, "palette"),
        ("/v1/projects", {"name": "x", "viewAngle": "below"}, "viewAngle"),
        ("/v1/tile-packs/generate", {"prompt": "stone", "projectionType": "roof"}, "projectionType"),
    ],
)
def test_what_is_wrong_is_400_by_field(service: Service, path: str, body: dict[str, Any], field: str) -> None:
    answer = service.client.post(path, json=body, headers=service.owner)
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, field)


def test_animations_say_what_they_take(service: Service) -> None:
    made = sprite(service, service.owner)["spriteId"]
    for body, field in (
        ({"type": "moonwalk"}, "type"),
        ({"type": "walk", "frameCount": 13}, "frameCount"),
        ({"type": "custom"}, "customDescription"),
    ):
        answer = service.client.post(f"/v1/sprites/{made}/animations", json=body, headers=service.owner)
        assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, field)


def test_an_animation_is_refused_at_once_for_what_the_body_cannot_do(service: Service) -> None:
    key = rich(service)
    knight = sprite(service, key)["spriteId"]
    wolf = sprite(service, key, prompt="a grey wolf")["spriteId"]
    before = left(service, key)
    for made, body, field in (
        (knight, {"type": "walk", "weaponType": "banana"}, "weaponType"),
        (knight, {"type": "custom", "customDescription": "juggling"}, "customDescription"),
        (wolf, {"type": "walk", "weaponType": "sword"}, "weaponType"),
        (wolf, {"type": "walk", "hasShield": True}, "hasShield"),
        (wolf, {"type": "custom", "customDescription": "juggling"}, "customDescription"),
    ):
        answer = service.client.post(f"/v1/sprites/{made}/animations", json=body, headers=key)
        assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, field), answer.text
    weapons = service.client.post(f"/v1/sprites/{knight}/animations", json={"type": "idle", "weaponType": "cheese"}, headers=key)
    assert {"axe", "bow", "staff", "none"} <= set(weapons.json()["errors"][0]["allowed"])
    assert left(service, key) == before
    for made, body in ((knight, {"type": "attack", "weaponType": "a golden longsword", "weaponHand": "left"}), (wolf, {"type": "idle"})):
        order = post(service, key, f"/v1/sprites/{made}/animations", 202, resolution="32x32", frameCount=2, **body)
        assert ended(service, key, f"/v1/animations/{order['id']}")["status"] == "completed"


def test_a_chained_custom_motion_is_refused_at_once(service: Service) -> None:
    project = post(service, service.owner, "/v1/projects", 201, name="x")["id"]
    chain = [{"type": "custom", "customDescription": "juggling"}]
    answer = service.client.post(
        "/v1/generations", json={"prompt": "a fox", "projectId": project, "chainAnimations": chain}, headers=service.owner
    )
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, "customDescription")


def test_the_type_says_whether_it_is_a_being_or_a_thing(service: Service) -> None:
    def notes(**body: Any) -> list[str]:
        made = post(service, service.owner, "/v1/generations", 202, resolution="32x32", seed=7, **body)
        done = ended(service, service.owner, f"/v1/generations/{made['id']}")
        assert done["status"] == "completed", done["error"]
        return list(done["notes"])

    assert notes(prompt="a golden sword") == []
    assert notes(prompt="a golden sword", type="item") == []
    assert "drawn as a person with it" in notes(prompt="a golden sword", type="character")[0]
    assert "drawn as a figurine" in notes(prompt="a red fox", type="item")[0]


def test_an_art_direction_does_not_become_the_subject(service: Service) -> None:
    project = post(service, service.owner, "/v1/projects", 201, name="x", artDirection="gothic castle mood", resolution="32x32")["id"]
    plain = sprite(service, service.owner, prompt="a red fox")
    directed = sprite(service, service.owner, prompt="a red fox", projectId=project)
    assert picture(service, directed["imageUrl"]).tobytes() == picture(service, plain["imageUrl"]).tobytes()


def test_a_vector_sprite_comes_with_its_drawing(service: Service) -> None:
    project = post(service, service.owner, "/v1/projects", 201, name="x", artStyle="vector")["id"]
    made = post(service, service.owner, "/v1/generations", 202, prompt="a red apple", projectId=project, resolution="32x32")
    done = ended(service, service.owner, f"/v1/generations/{made['id']}")
    svg = service.client.get(done["svgUrls"][0].removeprefix(service.house.settings.base_url))
    assert (svg.headers["Content-Type"], svg.content[:4]) == ("image/svg+xml", b"<svg")


def test_a_pack_may_hold_the_same_twice(service: Service) -> None:
    made = post(service, service.owner, "/v1/generations", 202, prompt="gems", packItems=["gem", "gem"], resolution="16x16")
    done = ended(service, service.owner, f"/v1/generations/{made['id']}")
    manifest = service.client.get(done["manifestUrls"][0].removeprefix(service.house.settings.base_url)).json()
    assert [(one["name"], one["x"]) for one in manifest["items"]] == [("gem", 0), ("gem", 16)]


def test_without_credits_nothing_is_made_and_what_fails_costs_nothing(service: Service) -> None:
    key = rich(service, 1)
    answer = service.client.post("/v1/generations", json={"prompt": "a fox", "variantCount": 2}, headers=key)
    assert (answer.status_code, answer.json()["message"]) == (402, "Insufficient credits. You have 1 credits remaining.")
    made = post(service, key, "/v1/generations", 202, prompt="a fox", referenceImageUrl="https://nowhere.invalid/x.png")
    failed = ended(service, key, f"/v1/generations/{made['id']}")
    assert failed["status"] == "failed"
    assert "referenceImageUrl" in failed["error"]
    assert left(service, key) == 1


def test_a_batch_takes_them_all(service: Service) -> None:
    made = sprite(service, service.owner)["spriteId"]
    wanted = [
        {"path": "/v1/generations", "body": {"prompt": "a bat", "resolution": "16x16"}},
        {"path": "/v1/tile-packs/generate", "body": {"prompt": "stone"}},
        {"path": f"/v1/sprites/{made}/animations", "body": {"type": "idle"}},
        {"path": "/v1/sprites/spr_none/animations", "body": {"type": "idle"}},
    ]
    batch = post(service, service.owner, "/v1/batch", 202, items=wanted)
    end = time.monotonic() + 60
    while (found := service.client.get(f"/v1/batch/{batch['id']}", headers=service.owner).json())["status"] == "running":
        assert time.monotonic() < end
        time.sleep(0.02)
    assert (found["succeeded"], found["failed"]) == (3, 1)
    assert orjson.dumps(found["items"][0]["result"]["resultUrls"]).count(b"/public/uploads/gen_") == 1


@pytest.mark.parametrize(
    ("light", "told"),
    [
        ("upper-right warm", {"direction": "upper-right", "color": "#ffd8a0"}),
        ({"direction": "left", "color": "#FF0000"}, {"direction": "left", "color": "#ff0000"}),
        ("right", {"direction": "right", "color": None}),
        (None, None),
    ],
)
def test_a_projects_light_falls_on_everything_made_in_it(service: Service, light: Any, told: Any) -> None:
    project = post(service, service.owner, "/v1/projects", 201, name="x", light=light, resolution="32x32")
    assert project["light"] == told
    wanted: dict[str, Any] = {"projectId": project["id"], "seed": 7}
    drawn = {}
    for where in (wanted, {"seed": 7}):
        made = post(service, service.owner, "/v1/generations", 202, prompt="a knight", resolution="32x32", **where)
        scene = post(service, service.owner, "/v1/generations", 202, prompt="a forest", resolution="64x64", type="environment", **where)
        gems = post(service, service.owner, "/v1/generations", 202, prompt="gems", resolution="16x16", packItems=["gem", "key"], **where)
        tile = post(service, service.owner, "/v1/tile-packs/generate", 202, prompt="mossy stone", **where)
        urls = [ended(service, service.owner, f"/v1/generations/{one['id']}")["resultUrls"][0] for one in (made, scene, gems)]
        urls.append(ended(service, service.owner, f"/v1/tile-packs/tiles/{tile['id']}")["imageUrl"])
        kept = post(service, service.owner, "/v1/generations/select", 201, generationId=made["id"], variationIndex=0)["spriteId"]
        walk = post(service, service.owner, f"/v1/sprites/{kept}/animations", 202, type="walk", frameCount=2)
        urls.append(ended(service, service.owner, f"/v1/animations/{walk['id']}")["spriteSheetUrl"])
        drawn[len(drawn)] = [picture(service, url).tobytes() for url in urls]
    assert [one != other for one, other in zip(drawn[0], drawn[1], strict=True)] == [told is not None] * 5


@pytest.mark.parametrize(
    ("light", "field"),
    [
        ("behind", "light"),
        ("left right", "light"),
        ("", "light"),
        ({"color": "#xyz"}, "light"),
        ({"angle": "3"}, "light"),
        ({"direction": "behind"}, "light.direction"),
    ],
)
def test_a_light_that_is_none_is_refused_with_all_that_are(service: Service, light: Any, field: str) -> None:
    answer = service.client.post("/v1/projects", json={"name": "x", "light": light}, headers=service.owner)
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, field)
    assert "upper-right" in answer.json()["errors"][0]["allowed"]


def test_a_tile_takes_the_projects_palette_and_goes_with_it(service: Service) -> None:
    project = post(service, service.owner, "/v1/projects", 201, name="x", palette=LOCK)["id"]
    tile = post(service, service.owner, "/v1/tile-packs/generate", 202, prompt="mossy stone", projectId=project)
    done = ended(service, service.owner, f"/v1/tile-packs/tiles/{tile['id']}")
    seen = {pixel[:3] for _, pixel in picture(service, done["imageUrl"]).getcolors(1 << 20) or [] if pixel[3]}
    assert seen <= {tuple(bytes.fromhex(color[1:])) for color in LOCK}
    assert service.client.delete(f"/v1/projects/{project}", headers=service.owner).status_code == 204
    assert service.client.get(f"/v1/tile-packs/tiles/{tile['id']}", headers=service.owner).status_code == 404


def test_an_environment_without_its_sky_has_no_clouds_in_it(service: Service) -> None:
    made = post(service, service.owner, "/v1/generations", 202, prompt="a snowy forest", type="environment", resolution="96x96", seed=5)
    image = picture(service, ended(service, service.owner, f"/v1/generations/{made['id']}")["resultUrls"][0])
    opaque = [[image.getpixel((x, y))[3] > 0 for x in range(96)] for y in range(96)]
    # land hangs together: nothing opaque has air below it in every column of a row's run
    for x in range(96):
        column = [opaque[y][x] for y in range(96)]
        top = column.index(True)
        assert all(column[top:]) or column[top:].count(False) < 12
