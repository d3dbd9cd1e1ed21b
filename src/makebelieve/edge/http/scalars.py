"""Numbers and booleans of requests: in JSON what JSON calls one, and not also the texts and truth values that a form has for it."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

FORM: Final = "form"
"""The context in which fields are validated that come from a form, where all is text."""


def _number(value: Any, info: ValidationInfo) -> Any:
    if isinstance(value, bool) or (isinstance(value, str) and info.context != FORM):
        raise PydanticCustomError("number_type", "Input should be a valid number")
    return value


def _boolean(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, bool) and info.context != FORM:
        raise PydanticCustomError("bool_type", "Input should be true or false")
    return value


Whole = Annotated[int, BeforeValidator(_number)]
"""An integer; one written as 7.0 is one too."""
Number = Annotated[float, BeforeValidator(_number)]
Flag = Annotated[bool, BeforeValidator(_boolean)]
