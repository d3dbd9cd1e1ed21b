"""Sounds of games: made after the game, once, and again when they got lost."""

from __future__ import annotations

import base64
import re
import time
from typing import Any

import pytest
from small_service import Service

from makebelieve.games.soundtrack import Brief, compose_sound
from makebelieve.library import scoring, shelf


def address_of(service: Service, game_id: str) -> str:
    data = service.client.get(f"/play/{game_id}/game.json", headers=service.owner).json()
    return str(data["sound"])


def heard(service: Service, address: str) -> Any:
    """The answer once the sound is no longer being made."""
    end = time.monotonic() + 10
    while (answer := service.client.get(address)).status_code == 202:
        assert time.monotonic() < end
        assert (answer.headers["Cache-Control"], answer.headers["Retry-After"]) == ("no-store", "1")
        time.sleep(0.01)
    return answer


def score_jobs(service: Service) -> list[Any]:
    found = service.house.database.read(
        lambda unit: unit.jobs.list_jobs(owner=None, state=None, kind=scoring.SCORE, before=None, limit=100)
    )
    return list(found)


def test_sound_is_kept_for_ever_at_an_address_that_only_the_game_tells_and_goes_with_it(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    address = address_of(service, game_id)
    assert re.fullmatch(rf"/play/{game_id}/art/[0-9a-f]{{64}}\.bin", address)
    sound = heard(service, address)
    assert (sound.status_code, sound.headers["Content-Type"]) == (200, "application/octet-stream")
    assert sound.content == b"\x02\x00\x00\x00{}7"
    assert "immutable" in sound.headers["Cache-Control"]
    # Pages that play another's game are of no origin, and must be able to fetch it.
    assert sound.headers["Access-Control-Allow-Origin"] == "*"
    assert service.client.delete(f"/api/v1/games/{game_id}", headers=service.owner).status_code == 204
    assert service.client.get(address).status_code == 404
    service.clock.pass_(2 * scoring.AGAIN_AFTER)
    assert service.client.get(address).status_code == 404


def test_a_game_can_be_played_while_its_sound_is_being_made(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    address = address_of(service, game_id)
    assert heard(service, address).status_code == 200
    (job,) = score_jobs(service)
    game = service.house.database.read(lambda unit: unit.jobs.latest_for(game_id))
    assert game is not None
    # The newest work on the game is still what its owner ordered, and the account's next game need not wait for the sound.
    assert game.kind == "generate"
    assert job.key != game.key
    assert (job.priority > game.priority, job.reservation) == (True, None)


def test_a_change_keeps_the_sound_where_it_would_be_the_same(service: Service) -> None:
    game = service.game(service.owner)
    address = address_of(service, game["game_id"])
    assert heard(service, address).status_code == 200
    body = {"game_id": game["game_id"], "message": "call it Cloud Nine", "current_config": game["raku_config"]}
    service.client.post("/api/v1/iterate", json=body, headers=service.owner).raise_for_status()
    assert address_of(service, game["game_id"]) == address
    assert len(score_jobs(service)) == 1
    darker = {**game["raku_config"], "game": {**game["raku_config"]["game"], "theme": {"mood": "dark"}}}
    service.client.post("/api/v1/iterate", json={**body, "current_config": darker}, headers=service.owner).raise_for_status()
    other = address_of(service, game["game_id"])
    assert other != address
    assert heard(service, other).status_code == 200
    assert len(score_jobs(service)) == 2
    # What was heard before is still there for whoever goes back.
    service.client.post("/api/v1/iterate", json={**body, "message": "undo"}, headers=service.owner).raise_for_status()
    assert address_of(service, game["game_id"]) == address
    assert service.client.get(address).status_code == 200


def test_a_sound_that_got_lost_is_made_again_but_not_at_every_look(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    address = address_of(service, game_id)
    first = heard(service, address).content
    service.wait(score_jobs(service)[0].id)
    service.house.blobs.delete([shelf.art_blob(game_id, address.rpartition("/")[2])])
    assert service.client.get(address).status_code == 404
    service.clock.pass_(scoring.AGAIN_AFTER + 1)
    assert service.client.get(address).status_code == 202
    again = heard(service, address)
    assert (again.status_code, again.content) == (200, first)
    assert len(score_jobs(service)) == 1


def test_a_sound_that_is_done_between_two_looks_is_there(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    game_id = service.game(service.owner)["game_id"]
    address = address_of(service, game_id)
    first = heard(service, address).content
    service.wait(score_jobs(service)[0].id)
    looks: list[str] = []
    get = service.house.blobs.get

    def late(key: str) -> bytes:
        looks.append(key)
        if len(looks) == 1:
            raise KeyError(key)
        return bytes(get(key))

    monkeypatch.setattr(service.house.blobs, "get", late)
    sound = service.client.get(address)
    assert (sound.status_code, sound.content, len(looks)) == (200, first, 2)


def test_nobody_makes_the_server_compose_what_no_game_names(service: Service) -> None:
    game_id = service.game(service.owner)["game_id"]
    heard(service, address_of(service, game_id))
    for wrong in (f"/play/{game_id}/art/{'0' * 64}.bin", f"/play/game_{'0' * 26}/art/{'0' * 64}.bin"):
        assert service.client.get(wrong).status_code in (404, 422)
    assert len(score_jobs(service)) == 1


def test_games_of_one_recipe_do_not_tell_each_others_addresses() -> None:
    config = {"game": {"kind": "platformer", "seed": 7, "theme": {"mood": "cheerful"}}}
    (one, scored), (other, same) = scoring.named("game_a", config), scoring.named("game_b", config)
    assert scored == same == {"kind": "platformer", "mood": "cheerful", "seed": 7, "scenes": ("home",)}
    assert one.rpartition("/")[2] != other.rpartition("/")[2]
    assert scoring.named("game_a", config)[0] == one
    assert scoring.named("game_a", {"game": {**config["game"], "seed": 8}})[0] != one


def test_the_room_makes_the_very_sound() -> None:
    body = scoring.open_sound_room()
    stages: list[str] = []
    scored = {"kind": "topdown", "mood": "cozy", "seed": 5, "scenes": ["home"]}
    made = body(scoring.SCORE, {"game": "game_a", "blob": "x", "scored": scored}, lambda name, _data: stages.append(name))
    assert base64.b64decode(made["sound"]) == compose_sound(Brief("topdown", "cozy", 5)).packed()
    assert stages == ["compose"]
    with pytest.raises(ValueError, match="generate"):
        body("generate", {}, lambda *_: None)
