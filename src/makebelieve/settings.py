"""Every setting: an environment variable with the prefix MAKEBELIEVE_. docs/guide/settings.md describes them all (a test compares)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from makebelieve.outbound.addresses import parse_networks


class JobLimits(BaseModel):
    """One kind's limits, where they are not the general ones. `at_once`: jobs of the kind that run at once over all workers."""

    model_config = ConfigDict(extra="forbid")

    timeout: Annotated[float, Field(gt=0, le=3600)] | None = None
    memory_mb: Annotated[int, Field(ge=64, le=1_048_576)] | None = None
    attempts: Annotated[int, Field(ge=1, le=20)] | None = None
    at_once: Annotated[int, Field(ge=1, le=100_000)] | None = None


class Settings(BaseSettings):
    """Defaults give a single-machine, single-user install under ~/.makebelieve."""

    model_config = SettingsConfigDict(env_prefix="MAKEBELIEVE_", extra="ignore", frozen=True)

    data: Path = Field(default=Path("~/.makebelieve"), description="Folder for the database, blobs and sealing keys.")
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: Annotated[int, Field(ge=0, le=65535)] = Field(default=8000, description="Port to listen on; 0 takes a free one.")
    public_url: str | None = Field(default=None, description="Address that links are built with, when it is not http://host:port.")
    trusted_proxies: str = Field(
        default="", description="Addresses (comma-separated) of reverse proxies whose X-Forwarded-For and -Proto headers are believed."
    )
    database_url: str | None = Field(
        default=None,
        repr=False,
        description="postgresql://USER:PASSWORD@HOST/DATABASE or sqlite:///FILE; a SQLite file inside `data` by default.",
    )
    database_pool: Annotated[int, Field(ge=2, le=200)] = Field(default=16, description="PostgreSQL: connections of one process, at most.")
    database_timeout: Annotated[float, Field(ge=1, le=600)] = Field(
        default=30.0, description="PostgreSQL: seconds one statement may take; a third of it may go by waiting for a lock."
    )
    blobs: str | None = Field(default=None, description="Folder for blobs, or s3://BUCKET/PREFIX; `data`/blobs by default.")
    blobs_endpoint: str | None = Field(
        default=None, description="Address of the S3 server when it is not Amazon's; the credentials are in AWS_ACCESS_KEY_ID and so on."
    )
    redis_url: str | None = Field(
        default=None,
        repr=False,
        description="redis://…, rediss://… or unix://…: what several API processes or machines share; none for a single one.",
    )
    secret: SecretStr | None = Field(
        default=None,
        min_length=32,
        description="Secret (32 characters or more) that seals keys in the database, the same on every machine; in `data` by default.",
    )

    single_user: bool = Field(default=True, description="Make an owner account with the tier enterprise at the first start.")
    registration: bool = Field(default=True, description="Whether accounts can be made with POST /api/v1/auth/register.")
    default_tier: Literal["free", "pro", "enterprise"] = Field(default="free", description="Tier of newly registered accounts.")
    starting_credits: Annotated[int, Field(ge=0, le=1_000_000_000)] = Field(
        default=0, description="Credits that an account gets when it is registered."
    )
    require_approval: bool = Field(default=False, description="New accounts may not make API keys until an operator approves them.")
    require_nda: bool = Field(default=False, description="Accounts must accept the developer terms before they make API keys.")
    allow_anonymous: bool = Field(default=True, description="Whether callers without an account may generate (3 a day per address).")
    cors_origins: str = Field(
        default="*",
        description="Origins (comma-separated) whose pages may call the API with a bearer credential (never a cookie); `*`: all.",
    )
    requests_per_minute: Annotated[int, Field(ge=1, le=1_000_000)] = Field(
        default=60, description="API requests per minute and key, or account, browser session or address where there is no key."
    )

    requests_at_once: Annotated[int, Field(ge=1, le=100_000)] = Field(
        default=100,
        description="Requests that one API process works on at once, those that only wait for a job not counted; "
        "while there are as many for longer than a second, others are answered 503.",
    )
    api_processes: Annotated[int, Field(ge=1, le=256)] = Field(
        default=1, description="Processes that answer requests; more than one needs `redis_url`."
    )
    probe_port: Annotated[int, Field(ge=1, le=65535)] | None = Field(
        default=None, description="Port on which `makebelieve worker` answers /health, /ready and /metrics; none by default."
    )
    metrics_token: SecretStr | None = Field(
        default=None,
        min_length=16,
        description="Bearer token that opens /metrics (16 characters or more); without one there are no metrics.",
    )
    workers: Annotated[int, Field(ge=0, le=256)] = Field(
        default_factory=lambda: min(os.cpu_count() or 1, 8),
        description="Worker processes the server starts; 0 leaves the work to `makebelieve worker`. Default: one per core, at most 8.",
    )
    engine_host: Literal["auto", "node", "mini-racer", "quickjs"] = Field(
        default="auto", description="What runs the simulation core; auto takes node, else mini-racer, else quickjs."
    )
    engine_memory_mb: Annotated[int, Field(ge=64, le=16_384)] = Field(default=512, description="Memory of one engine host, MiB.")
    outbound_allow: str = Field(
        default="",
        description="Addresses and networks (comma-separated) that webhooks may reach although they are private or this machine's own.",
    )
    job_timeout: Annotated[float, Field(gt=0, le=3600)] = Field(default=60.0, description="Seconds one job may take.")
    job_memory_mb: Annotated[int, Field(ge=64, le=1_048_576)] = Field(
        default=2048, description="Resident memory of one job's worker process and its children, MiB; one that takes more is killed."
    )
    job_attempts: Annotated[int, Field(ge=1, le=20)] = Field(
        default=3, description="How often a job is tried when its worker dies or a service it needs is away."
    )
    job_limits: dict[str, JobLimits] = Field(
        default={},
        description="Limits per kind of job, as JSON; of `timeout`, `memory_mb`, `attempts` and `at_once` those that differ.",
    )
    executor: Literal["processes", "ray"] = Field(
        default="processes", description="What runs jobs: worker processes of this machine, or tasks on a Ray cluster (the extra `ray`)."
    )
    ray_address: str = Field(
        default="local",
        description="Ray cluster: HOST:PORT, `auto` for the one of this machine, `local` to start one of this machine alone.",
    )
    ray_cpus: Annotated[float, Field(gt=0, le=256)] = Field(default=1.0, description="Processors of the Ray cluster that one job takes.")
    batch_at_once: Annotated[int, Field(ge=1, le=100_000)] = Field(
        default=64,
        description="Items of batches that run at once for an account of the tier enterprise; other tiers have their usual number.",
    )
    job_lease: Annotated[float, Field(ge=1, le=3600)] = Field(
        default=15.0, description="Seconds after which a silent worker's job is given to another."
    )
    sync_wait: Annotated[float, Field(ge=0, le=300)] = Field(
        default=25.0, description="Seconds a generate or iterate call waits for its job before it answers 202."
    )
    world_sessions: Annotated[int, Field(ge=1, le=100_000)] = Field(
        default=200, description="Runs of worlds under way at once, altogether."
    )
    world_sessions_per_app: Annotated[int, Field(ge=1, le=100_000)] = Field(
        default=50, description="Runs of worlds under way at once, of one app."
    )
    drain: Annotated[float, Field(ge=0, le=600)] = Field(default=20.0, description="Seconds that running jobs get when the server stops.")
    max_body_bytes: Annotated[int, Field(ge=1024)] = Field(default=4_194_304, description="Largest request body, bytes.")

    llm_model: str | None = Field(
        default=None, description="Language model that reads prompts, writes and edits worlds, e.g. openai:gpt-5-mini; none by default."
    )
    llm_base_url: str | None = Field(default=None, description="Address of an OpenAI-compatible server for `llm_model`.")
    llm_api_key: SecretStr | None = Field(default=None, description="Key for the language model's server.")
    llm_timeout: Annotated[float, Field(gt=0, le=120)] = Field(
        default=8.0, description="Seconds the language model gets before the embedded interpreter takes over."
    )
    llm_story_timeout: Annotated[float, Field(ge=0, le=600)] = Field(
        default=40.0,
        description="Seconds the language model gets to write a world, less than `job_timeout`; with 0 it only reads the premise.",
    )

    music_provider: Literal["embedded", "ace-step", "stable-audio", "elevenlabs", "huggingface"] = Field(
        default="embedded", description="What makes music: the embedded composer, or a service outside with the composer behind it."
    )
    music_base_url: str | None = Field(
        default=None,
        description="Address of the service; needed for huggingface, else the service's own (ace-step: http://127.0.0.1:8001).",
    )
    music_api_key: SecretStr | None = Field(default=None, description="Key for the service.")
    music_model: str | None = Field(default=None, description="Model of the service, where it has several.")
    music_timeout: Annotated[float, Field(gt=0, le=3600)] = Field(
        default=45.0,
        description="Seconds the service gets for a track before the embedded composer makes it; less than `job_timeout`.",
    )

    image_provider: Literal["embedded", "openai", "stability", "fal", "replicate", "comfyui"] = Field(
        default="embedded", description="What draws sprites: the embedded painter, or a service outside with the painter behind it."
    )
    image_base_url: str | None = Field(
        default=None, description="Address of the service, where it is not its own (comfyui: http://127.0.0.1:8188)."
    )
    image_api_key: SecretStr | None = Field(default=None, description="Key for the service.")
    image_model: str | None = Field(default=None, description="Model of the service, where it has several.")
    image_timeout: Annotated[float, Field(gt=0, le=3600)] = Field(
        default=25.0,
        description="Seconds the service gets for a picture, and for all of one generation, before the embedded painter draws them; "
        "at most half of `job_timeout`.",
    )

    traces_url: str | None = Field(
        default=None,
        description="Address of an OpenTelemetry collector (http://HOST:4318) that gets traces over OTLP/HTTP; none by default.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", description="Least important log records kept.")
    log_format: Literal["auto", "text", "json"] = Field(default="auto", description="auto: text on a terminal, JSON lines elsewhere.")

    @model_validator(mode="after")
    def _resolve(self) -> Self:
        object.__setattr__(self, "data", self.data.expanduser())
        parse_networks(self.outbound_allow)
        if self.music_provider == "huggingface" and not self.music_base_url:
            raise ValueError("MAKEBELIEVE_MUSIC_BASE_URL: huggingface needs the address of the endpoint")
        return self

    @property
    def sql_url(self) -> str:
        return self.database_url or f"sqlite:///{self.data / 'makebelieve.db'}"

    @property
    def blobs_at(self) -> str:
        return self.blobs or str(self.data / "blobs")

    @property
    def base_url(self) -> str:
        """Where the server is reached, without a final slash."""
        # A wildcard is where one listens, not where one is reached.
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - compared with, not bound to
        return (self.public_url or f"http://{f'[{host}]' if ':' in host else host}:{self.port}").rstrip("/")
