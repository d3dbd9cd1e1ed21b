"""The whole way from a sentence to a proven game."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from makebelieve.engine.protocol import Engine
from makebelieve.games.game import Config, Game
from makebelieve.games.hosting import kinds_of, shared_engine
from makebelieve.games.naming import dress
from makebelieve.games.preferences import SEED_LIMIT, Preferences, parse_preferences
from makebelieve.games.skeleton import make_skeleton
from makebelieve.games.standard import validate
from makebelieve.games.storyline import Storyline
from makebelieve.games.storyline import tell as tell_story
from makebelieve.kit.errors import Problem, invalid
from makebelieve.kit.seeds import derive_seed
from makebelieve.language import understand_game
from makebelieve.language.draft import GameDraft

Stage = Callable[[str], None]
PROMPT_LIMIT = 500
# Other layouts tried, for the levels that no search could win, before giving up.
RETRIES = 2
SECONDS_PER_LEVEL = 60.0


def generate(
    prompt: str,
    seed: int = 0,
    *,
    draft: GameDraft | None = None,
    story: Storyline | None = None,
    preferences: Preferences | Mapping[str, Any] | None = None,
    engine: Engine | None = None,
    allow_unproven: bool = False,
    on_stage: Stage | None = None,
) -> Game:
    """Make a game of `prompt` (1-500 characters) and prove that it can be won.

    Equal arguments give equal bytes. `seed`: 0 to 2^31-1. `draft`: an understanding made elsewhere (by a language model); without one the
    embedded interpreter reads the prompt. `story`: the levels are its places, as many as it has. `engine`: None takes this thread's
    shared host. `on_stage` is told "understand", "compose", "prove" as each begins.
    Raises a 422 Problem for bad input and, unless `allow_unproven`, for a game no bot could win; EngineTimeout or
    EngineDied when the host gives up.
    """
    tell = on_stage or (lambda _stage: None)
    if not isinstance(prompt, str) or not prompt.strip():
        raise invalid("prompt", "say in a sentence what the game should be; 1-500 characters")
    if len(prompt) > PROMPT_LIMIT:
        raise invalid("prompt", f"at most {PROMPT_LIMIT} characters; this one has {len(prompt)}")
    wishes = parse_preferences(preferences)
    if wishes.seed is not None:
        seed = wishes.seed
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < SEED_LIMIT:
        raise invalid("seed", f"must be a whole number from 0 to {SEED_LIMIT - 1}")
    tell("understand")
    understood = draft or understand_game(prompt)
    host = engine or shared_engine()
    info = kinds_of(host)
    if story is not None:
        wishes = wishes.model_copy(update={"levels": len(story.places)})
    skeleton = make_skeleton(understood, wishes, info.kinds, seed)
    config = skeleton.config if story is None else tell_story(skeleton.config, story)
    tell("compose")
    config, attempts = compose_proven(host, config, allow_unproven=allow_unproven)
    tell("prove")
    verify_proof(host, config)
    validate(config)
    return Game(
        config=config,
        draft=understood,
        understood=skeleton.understood,
        alternatives=skeleton.alternatives,
        metadata={
            "seed": seed,
            "kind": config["game"]["kind"],
            "engine_version": info.version,
            "core_hash": info.core_hash,
            "provider": understood.provider,
            "attempts": attempts,
        },
    )


def compose_proven(host: Engine, config: Config, *, scenes: list[int] | None = None, allow_unproven: bool = False) -> tuple[Config, int]:
    """Rules, helpers, levels and proof for `config` (`scenes`: only these anew); levels that stay unproven get other seeds.

    Returns the config and how many rounds it took. Raises a 422 Problem `not_proven` naming the levels, unless `allow_unproven`.
    """
    arguments: dict[str, Any] = {} if scenes is None else {"scenes": scenes}
    # Each level has its minute, however busy the machine.
    patience = SECONDS_PER_LEVEL * max(1, len(config["scenes"]))
    made: Config = host.call("compose", config=config, timeout=patience, **arguments)["config"]
    rounds = 1
    open_ = unproven(made)
    while open_ and rounds <= RETRIES:
        for scene in open_:
            properties = made["scenes"][scene]["properties"]
            properties["seed"] = derive_seed(int(properties["seed"]), f"retry-{rounds}")
        made = host.call("compose", config=made, scenes=open_, timeout=patience)["config"]
        rounds += 1
        open_ = unproven(made)
    if open_ and not allow_unproven:
        names = ", ".join(f"{i + 1} ('{made['scenes'][i]['name']}')" for i in open_)
        raise Problem(
            422,
            "not_proven",
            f"No bot could win level {names} within the search budget, tried with {rounds} layouts each. "
            "Ask for an easier game, another seed, or allow unproven games.",
        )
    return finished(made), rounds


def unproven(config: Config) -> list[int]:
    """Indices of the scenes without a proof."""
    return [int(level["scene"]) for level in config["game"]["proof"]["certificate"]["levels"] if level["status"] != "proven"]


def finished(config: Config) -> Config:
    """Names and pictures for the engine's helpers, and each scene's list of who occurs in it."""
    game = config["game"]
    entities = dress(config["entities"], game["theme"]["biome"], int(game["seed"]))
    order = [entity["type"] for entity in entities]
    scenes = []
    for scene in config["scenes"]:
        level = scene.get("properties", {}).get("level")
        if level is not None:
            present = {spawn["type"] for spawn in level.get("spawns", [])} | {wave["type"] for wave in level.get("waves", [])} | {"hero"}
            scene = {**scene, "entities": [type_ for type_ in order if type_ in present]}
        scenes.append(scene)
    return {**config, "entities": entities, "scenes": scenes}


def verify_proof(host: Engine, config: Config) -> None:
    """Replay the certificate of a proven config as a stranger would. Raises RuntimeError if it does not hold: the engine is broken."""
    if config["game"]["proof"]["status"] != "proven":
        return
    verification = host.call("verify", config=config)
    if not verification["ok"]:
        reasons = "; ".join(f"level {level['scene'] + 1}: {level['reason']}" for level in verification["levels"] if not level["ok"])
        raise RuntimeError(f"the certificate just made does not verify: {reasons}")
