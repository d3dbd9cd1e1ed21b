"""A language model as a `DraftModel` of games, a `WorldAuthor`, a `StoryWriter` and a `WorldEditor`, by pydantic-ai (the extra `models`).

The model corrects the offline draft, or writes a story. What it answers is validated; an invalid answer is sent back to it with the
reasons, at most twice. Refused connections, 429 and 5xx are tried again inside the time limit. Whatever fails becomes ModelUnavailable.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from pydantic import BaseModel

from makebelieve.kit.errors import invalid
from makebelieve.kit.tokens import TokenMeter, Tokens
from makebelieve.language import GameDraft, ModelUnavailable
from makebelieve.providers import world_drafting, world_editing, world_writing
from makebelieve.providers.drafting import INSTRUCTIONS, Correction, corrected
from makebelieve.worlds import Proposal, Story, WorldDraft
from makebelieve.worlds.stories.rules import RULES

if TYPE_CHECKING:
    from pydantic_ai.models import Model

T = TypeVar("T", bound=BaseModel)
OutputMode = Literal["prompted", "tool", "native"]
_REPAIRS = 2
_TOKENS = 20_000
_TOKENS_OF_EDITS = 120_000
"""A world is 10,000 to 15,000 tokens, and is sent again with each repair."""
_TOKENS_OF_STORIES = 60_000
"""A story is some 5,000 tokens beside a form of 4,000, and is sent again with each repair."""


class LanguageModel:
    """One configured model. Safe to share between threads: every call has its own client and event loop.

    `model` is "openai:NAME", "anthropic:NAME" or "google:NAME"; with `base_url` a plain name of a model on an OpenAI-compatible server
    (vLLM, llama.cpp, LM Studio …). `timeout` is seconds for the whole call, repairs included, `story_timeout` the same where a story is
    written. `meter` is told the tokens of every call,
    also of those that came to nothing.
    """

    def __init__(
        self,
        model: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout: float = 8.0,
        story_timeout: float = 40.0,
        output: OutputMode = "prompted",
        meter: TokenMeter | None = None,
    ) -> None:
        if timeout <= 0:
            raise invalid("timeout", "must be more than 0 seconds")
        vendor, _, name = model.partition(":")
        if base_url is None and (vendor not in ("openai", "anthropic", "google") or not name):
            raise invalid("model", f"{model!r} names no vendor and no base_url is given", ("openai:NAME", "anthropic:NAME", "google:NAME"))
        self._vendor = vendor if name and vendor in ("openai", "anthropic", "google") else "openai"
        self._model = name if name and vendor == self._vendor else model
        self._base_url, self._api_key, self._timeout, self._output = base_url, api_key, timeout, output
        self._story_timeout = story_timeout
        self._meter = meter or TokenMeter()

    @property
    def name(self) -> str:
        return self._model

    def draft_game(self, prompt: str, hint: GameDraft) -> GameDraft:
        """Ask the model to correct `hint`. Raises ModelUnavailable."""
        correction = _run(self._ask(_question(prompt, hint), Correction, INSTRUCTIONS))
        try:
            return corrected(hint, correction, self.name)
        except ValueError as error:
            raise ModelUnavailable("its answer named things that are none") from error

    def draft_world(self, premise: str, hint: WorldDraft) -> WorldDraft:
        """Ask the model to correct `hint`. Raises ModelUnavailable."""
        asked = world_drafting.question(premise, hint)
        correction = _run(self._ask(asked, world_drafting.WorldCorrection, world_drafting.INSTRUCTIONS))
        try:
            return world_drafting.corrected(hint, correction, self.name)
        except ValueError as error:
            raise ModelUnavailable("its answer named things that are none") from error

    def write_story(self, premise: str, hint: WorldDraft, judge: Callable[[Story], list[str]]) -> Story:
        """Ask the model for a whole story; one that `judge` finds fault with is sent back to it. Raises ModelUnavailable."""
        asked = world_writing.question(premise, hint)
        return _run(self._ask(asked, Story, RULES, judge, _TOKENS_OF_STORIES, self._story_timeout))

    def edit_world(self, world: dict[str, Any], instruction: str, judge: Callable[[list[dict[str, Any]]], list[str]]) -> Proposal:
        """Ask the model for operations; those that `judge` finds fault with are sent back to it. Raises ModelUnavailable."""

        def faults(change: world_editing.WorldChange) -> list[str]:
            return judge(change.ops)

        asked = world_editing.question(world, instruction)
        change = _run(self._ask(asked, world_editing.WorldChange, world_editing.INSTRUCTIONS, faults, _TOKENS_OF_EDITS))
        return Proposal(change.reply, change.ops)

    async def _ask(
        self,
        question: str,
        wanted: type[T],
        instructions: str,
        faults: Callable[[T], list[str]] | None = None,
        tokens: int = _TOKENS,
        seconds: float | None = None,
    ) -> T:
        """The answer, as `wanted`; one that is invalid, or that `faults` finds something wrong with, is sent back with the reasons."""
        try:
            from pydantic_ai import Agent, ModelRetry, NativeOutput, PromptedOutput, ToolOutput, UsageLimits
            from pydantic_ai.exceptions import AgentRunError, ModelAPIError, RunTimedOut, UnexpectedModelBehavior, UsageLimitExceeded
            from pydantic_ai.usage import RunUsage
        except ImportError as error:
            raise ModelUnavailable("pydantic-ai is not installed (pip install 'makebelieve[models]')") from error
        outputs: dict[str, Any] = {"prompted": PromptedOutput, "tool": ToolOutput, "native": NativeOutput}
        agent: Agent[object, T] = Agent(
            self._connect(), output_type=outputs[self._output](wanted), instructions=instructions, retries=_REPAIRS
        )

        @agent.output_validator
        def judged(answer: T) -> T:
            found = faults(answer) if faults is not None else []
            if found:
                raise ModelRetry("; ".join(found[:8]))
            return answer

        seconds = seconds or self._timeout
        limits = UsageLimits(request_limit=_REPAIRS + 2, total_tokens_limit=tokens)
        usage = RunUsage()
        try:
            async with asyncio.timeout(seconds):
                result = await agent.run(question, usage_limits=limits, usage=usage, model_settings={"temperature": 0.0})
        except (TimeoutError, RunTimedOut) as error:
            raise ModelUnavailable(f"no answer within {seconds:g} s") from error
        except UsageLimitExceeded as error:
            raise ModelUnavailable("it went over its limit of requests or tokens") from error
        except UnexpectedModelBehavior as error:
            raise ModelUnavailable("its answers were not valid") from error
        except ModelAPIError as error:
            status = getattr(error, "status_code", None)
            raise ModelUnavailable(f"its server answered {status}" if status else "its server cannot be reached") from error
        except AgentRunError as error:
            raise ModelUnavailable("the call failed") from error
        finally:
            self._meter.note(Tokens(usage.input_tokens, usage.output_tokens))
        return result.output

    def _connect(self) -> Model:
        if self._vendor == "anthropic":
            from pydantic_ai.models.anthropic import AnthropicModel
            from pydantic_ai.providers.anthropic import AnthropicProvider

            return AnthropicModel(self._model, provider=AnthropicProvider(api_key=self._api_key, base_url=self._base_url))
        if self._vendor == "google":
            from pydantic_ai.models.google import GoogleModel
            from pydantic_ai.providers.google import GoogleProvider

            return GoogleModel(self._model, provider=GoogleProvider(api_key=self._api_key, base_url=self._base_url))
        from openai import AsyncOpenAI
        from pydantic_ai.models.openai import OpenAIChatModel
        from pydantic_ai.providers.openai import OpenAIProvider

        # local servers want no key, but the client insists on one
        key = self._api_key or ("none" if self._base_url else None)
        client = AsyncOpenAI(base_url=self._base_url, api_key=key, timeout=self._timeout, max_retries=2)
        return OpenAIChatModel(self._model, provider=OpenAIProvider(openai_client=client))


def _question(prompt: str, hint: GameDraft) -> str:
    draft = {
        "kind": hint.kind.value,
        "kinds": [guess.kind for guess in hint.kinds],
        "hero": hint.hero.value.phrase if hint.hero.value else None,
        "enemies": [enemy.value.phrase for enemy in hint.enemies],
        "boss": hint.boss.value.phrase if hint.boss.value else None,
        "collectibles": [thing.value.phrase for thing in hint.collectibles],
        "hazards": [thing.value.phrase for thing in hint.hazards],
        "setting": hint.setting.value,
        "place": hint.place.value,
        "time_of_day": hint.time_of_day.value,
        "mood": hint.mood.value,
        "difficulty": hint.difficulty.value,
        "mechanics": [mechanic.value for mechanic in hint.mechanics],
        "excluded": hint.excluded,
        "levels": hint.levels.value,
        "not_understood": hint.not_understood,
    }
    return f"Prompt:\n{prompt}\n\nDraft:\n{json.dumps(draft, ensure_ascii=False)}"


def _run(call: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end from sync code, also where an event loop is already running in this thread."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(call)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, call).result()
