"""What is published for everybody: the public halves of the keys that sign tokens, and the schemas of worlds and of their stories."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

import orjson
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from makebelieve.edge.http.services import services_of
from makebelieve.worlds.schema import SCHEMA
from makebelieve.worlds.stories.rules import form

router = APIRouter(tags=["keys"])
_SMWORLD: Final = orjson.dumps(SCHEMA, option=orjson.OPT_INDENT_2)


class PublicKey(BaseModel):
    """RFC 8037."""

    kty: Literal["OKP"] = Field(examples=["OKP"])
    crv: Literal["Ed25519"] = Field(examples=["Ed25519"])
    alg: Literal["EdDSA"] = Field(examples=["EdDSA"])
    use: Literal["sig"] = Field(examples=["sig"])
    kid: str = Field(examples=["sig_01k9zq4h7v8e5m2c3d6f7g8h9j"])
    x: str = Field(examples=["11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"])


class KeySet(BaseModel):
    keys: list[PublicKey]


@router.get("/.well-known/jwks.json", response_model=KeySet, summary="The keys that tokens are signed with (JSON Web Key Set)")
async def jwks(request: Request, response: Response) -> KeySet:
    """For whoever checks our tokens without asking us. Keys change: look again when a token names one that is not here."""
    response.headers["Cache-Control"] = "public, max-age=300"
    return KeySet.model_validate((await services_of(request).keyrings.ring()).jwks())


@router.get("/schema/smworld-1.0.json", include_in_schema=False)
async def smworld() -> Response:
    """The format of worlds as JSON Schema: what their `schemaVersion` 1.0 stands for."""
    return Response(_SMWORLD, media_type="application/schema+json", headers={"Cache-Control": "public, max-age=3600"})


@cache
def _form() -> bytes:
    return orjson.dumps(form(), option=orjson.OPT_INDENT_2)  # reads tables, so not before somebody asks


@router.get("/schema/story-1.0.json", include_in_schema=False)
async def story() -> Response:
    """The form of stories as JSON Schema, with the rules for whoever writes one, person or program."""
    return Response(_form(), media_type="application/schema+json", headers={"Cache-Control": "public, max-age=3600"})
